// What a case does to what is counted over a register, in words.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "explanation/position_lines.h"
#include "explanation/positions.h"

namespace toets::explanation {

namespace {

using portfolio::Standing;

constexpr std::int64_t little_room = 2;

// "30,8%": rounded to one decimal.
std::string share_of(std::int64_t part, std::int64_t whole, Language language) {
    if (whole == 0) return say(Phrase::NoShareYet, language);
    const std::int64_t tenths = (2000 * part + whole) / (2 * whole);
    const std::string decimal = language == Language::Dutch ? "," : ".";
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : decimal + std::to_string(tenths % 10)) + "%";
}

std::string percentage(std::int64_t millionths, Language language) {
    return to_words(Value{Percentage{Decimal{millionths, 6}}}, language);
}

std::string count_words(const portfolio::Count& count, const PositionWriter& writer) {
    std::string words = std::to_string(count.sure());
    if (count.planned > 0) {
        words = writer.phrase(Phrase::CountPlanned, {{"count", words}, {"planned", std::to_string(count.planned)}});
    }
    if (count.perhaps == 0) return words;
    return writer.phrase(Phrase::CountPerhaps, {{"count", words}, {"perhaps", std::to_string(count.perhaps)}});
}

void add_count_alone(PositionWriter& writer) {
    const Standing& standing = *writer.position.after;
    const std::string count = count_words(standing.counted, writer);
    if (!writer.position.is_share) {
        const portfolio::Count& counted = standing.counted;
        std::vector<std::string> parts{writer.phrase(Phrase::CountDone, {{"count", std::to_string(counted.done)}})};
        if (counted.planned > 0) {
            parts.push_back(writer.phrase(Phrase::AlsoPlanned, {{"count", std::to_string(counted.planned)}}));
        }
        if (counted.perhaps > 0) {
            parts.push_back(writer.phrase(Phrase::AlsoPerhaps, {{"count", std::to_string(counted.perhaps)}}));
        }
        return writer.add(Line::Kind::Reason, joined(parts, ", "));
    }
    writer.add(Phrase::ShareAt,
               {{"count", count},
                {"of", count_words(standing.of, writer)},
                {"share", share_of(standing.counted.sure(), standing.of.sure(), writer.view.language)}});
}

void add_counts(PositionWriter& writer) {
    if (!writer.position.before) return add_count_alone(writer);
    const Standing& before = *writer.position.before;
    const Standing& after = *writer.position.after;
    const Language language = writer.view.language;
    if (writer.position.is_share) {
        writer.add(Phrase::ShareNow, {{"before", count_words(before.counted, writer)},
                                      {"before_of", count_words(before.of, writer)},
                                      {"before_share", share_of(before.counted.sure(), before.of.sure(), language)},
                                      {"after", count_words(after.counted, writer)},
                                      {"after_of", count_words(after.of, writer)},
                                      {"after_share", share_of(after.counted.sure(), after.of.sure(), language)}});
        return;
    }
    const bool is_sure = before.counted.sure() != after.counted.sure();
    if (before.agreed && after.agreed && before.agreed->value != after.agreed->value && before.agreed->value) {
        writer.add(Phrase::NumberWas, {{"count", std::to_string(*before.agreed->value)}});
    }
    if (!is_sure && before.counted.most() == after.counted.most()) return add_count_alone(writer);
    writer.add(is_sure ? Phrase::StandsNow : Phrase::StandsUnchanged,
               {{"before", count_words(before.counted, writer)}, {"after", count_words(after.counted, writer)}});
}

// Of a share that must be at least so large.
void add_share_room(PositionWriter& writer) {
    const Standing& after = *writer.position.after;
    if (after.has_period_ended) {
        if (after.short_of) writer.add(Phrase::ShareLost);
        return;
    }
    if (after.room && *after.room == 0) writer.add(Phrase::NoShareRoomLeft);
    if (after.room && *after.room > 0) writer.add(Phrase::ShareRoomLeft, {{"count", std::to_string(*after.room)}});
    if (!after.short_of) return;
    writer.add(*after.short_of == 1 ? Phrase::ShareOneStillNeeded : Phrase::ShareStillNeeded,
               {{"count", std::to_string(*after.short_of)}});
}

void add_room(PositionWriter& writer) {
    const Standing& after = *writer.position.after;
    const bool is_minimum = after.agreed->bound == model::Bound::AtLeast;
    if (writer.position.is_share && is_minimum) return add_share_room(writer);
    if (after.room && *after.room > 0) writer.add(Phrase::RoomLeft, {{"count", std::to_string(*after.room)}});
    if (after.room && *after.room == 0) writer.add(Phrase::NoRoomLeft);
    if (after.room && *after.room < 0) writer.add(Phrase::TooMany, {{"count", std::to_string(-*after.room)}});
    if (!after.short_of) return;
    const std::string count = std::to_string(*after.short_of);
    if (after.has_period_ended) {
        if (!after.carried) writer.add(Phrase::ShortAtEnd, {{"count", count}});  // otherwise: what goes along
        return;
    }
    if (!after.period) return writer.add(Phrase::StillNeeded, {{"count", count}});
    writer.add(Phrase::StillNeededBy,
               {{"count", count}, {"date", toets::to_words(after.period->last, writer.view.language)}});
    if (after.counted.planned >= *after.short_of) writer.add(Phrase::PlannedSuffices);
}

void add_uses(PositionWriter& writer) {
    const std::optional<std::int64_t>& room = writer.position.after->room;
    const bool is_of_use = writer.view.all || writer.position.outcome == Outcome::Violated ||
                           writer.position.outcome == Outcome::Unknown || (room && *room <= little_room);
    const bool is_share_to_reach = writer.position.is_share && writer.position.after->agreed &&
                                   writer.position.after->agreed->bound == model::Bound::AtLeast;
    if (!is_of_use || is_share_to_reach || writer.position.used_by.empty()) return;
    std::vector<std::string> cases;
    for (const TallyPosition::UsedBy& use : writer.position.used_by) {
        if (cases.size() == most_uses_in_words && !writer.view.all) break;
        if (!use.is_sure) {
            cases.push_back(writer.phrase(Phrase::UsedPerhaps, {{"label", use.label}}));
        } else if (use.date && use.late_in) {
            cases.push_back(
                writer.phrase(Phrase::UsedLate, {{"label", use.label},
                                                 {"date", toets::to_words(*use.date, writer.view.language)},
                                                 {"known", toets::to_words(*use.late_in, writer.view.language)}}));
        } else if (use.date) {
            cases.push_back(writer.phrase(
                Phrase::UsedOn, {{"label", use.label}, {"date", toets::to_words(*use.date, writer.view.language)}}));
        } else {
            cases.push_back(use.label);
        }
    }
    const std::size_t more = writer.position.used_by.size() + writer.position.used_by_more - cases.size();
    if (more > 0) cases.push_back(writer.phrase(Phrase::UsedByMore, {{"count", std::to_string(more)}}));
    // Beside a proposed case, or all there are.
    const Phrase used = writer.position.before ? Phrase::RoomUsedBy : Phrase::CountedHere;
    writer.add(used, {{"cases", joined(cases, ", ")}});
}

}  // namespace

// A year and the name of a party say by themselves what they are.
std::string part_words(const TallyPosition::Part& part, Language language) {
    const std::string value = part.value.empty() ? say(Phrase::NotKnown, language) : part.value;
    const bool is_period = part.dimension == "kalenderjaar" || part.dimension == "kwartaal";
    const bool says_itself = is_period || fold(value).starts_with(fold(part.dimension) + " ");
    return says_itself ? value : part.dimension + " " + value;
}

std::string key_words(const TallyPosition& position, Language language) {
    std::string words;
    for (const TallyPosition::Part& part : position.key) {
        words += (words.empty() ? "" : ", ") + part_words(part, language);
    }
    return words;
}

std::string agreed_words(const TallyPosition& position, Language language) {
    const Standing& after = *position.after;
    if (!after.agreed) return say(Phrase::NothingAgreedHere, language);
    if (after.is_contradicted) return say(Phrase::LimitContradicted, language);
    if (!after.agreed->value) {
        return say(after.agreed->number ? Phrase::NumberNotKnown : Phrase::LimitNotKnown, language);
    }
    if (position.is_share) {
        const Phrase which =
            after.agreed->bound == model::Bound::AtLeast ? Phrase::AgreedShareAtLeast : Phrase::AgreedShareAtMost;
        return say(which, language, {{"share", percentage(*after.agreed->value, language)}});
    }
    constexpr std::array phrases = {Phrase::AgreedAtLeast, Phrase::AgreedAtMost, Phrase::AgreedExactly,
                                    Phrase::AgreedAim};
    return say(phrases[static_cast<std::size_t>(after.agreed->bound)], language,
               {{"count", std::to_string(*after.agreed->value)},
                {"things", *after.agreed->value == 1 ? position.counted_one : position.counted}});
}

std::vector<Line> to_lines(const TallyPosition& position, const View& view) {
    PositionWriter writer{position, view, {}};
    if (!position.after) {
        writer.add(Phrase::CannotBePlaced);
    } else {
        writer.add(Phrase::PositionOf,
                   {{"key", key_words(position, view.language)}, {"agreed", agreed_words(position, view.language)}});
        add_agreement(writer);
        add_counts(writer);
        if (position.is_of_whole_only) writer.add(Phrase::CountsInWholeOnly);
        const bool is_judged = position.after->agreed && position.after->agreed->value;
        if (position.outcome == Outcome::NotApplicable && is_judged && position.threshold > 0) {
            writer.add(Phrase::JudgedFrom, {{"count", std::to_string(position.threshold)}});
        } else if (is_judged) {
            add_room(writer);
            if (position.after->carried) add_goes_along(writer);
        }
        add_turn(writer);
        add_uses(writer);
    }
    for (const Missing& missing : position.missing) {
        writer.add(Line::Kind::Need, to_words(missing, Phrase::NeedsFact, view.language));
    }
    if (!position.is_blocking && position.outcome <= Outcome::Unknown) {
        writer.add(Line::Kind::Basis, say(Phrase::DoesNotBlock, view.language));
    }
    const std::string place =
        say(Phrase::LineOf, view.language,
            {{"file", file_name(position.where.file)}, {"lines", std::to_string(position.where.line)}});
    writer.add(Line::Kind::Basis, say(Phrase::Basis, view.language, {{"places", place}}));
    return std::move(writer.lines);
}

}  // namespace toets::explanation
