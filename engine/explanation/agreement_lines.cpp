// Where an agreed number comes from: swaps (C88), carrying over (C76) and turns (C89).
#include <algorithm>
#include <array>

#include "explanation/position_lines.h"

namespace toets::explanation {

namespace {

std::string lots_words(const std::vector<portfolio::Lot>& lots, Phrase of_year, const PositionWriter& writer) {
    std::vector<std::string> parts;
    parts.reserve(lots.size());
    for (const portfolio::Lot& lot : lots) {
        parts.push_back(
            writer.phrase(of_year, {{"count", std::to_string(lot.count)}, {"year", std::to_string(lot.year)}}));
    }
    return joined(parts, " " + say(Phrase::And, writer.view.language) + " ");
}

void add_came_over(PositionWriter& writer) {
    const portfolio::CarriedOver& carried = *writer.position.after->carried;
    const portfolio::YearInSeries& year = carried.year;
    const std::string agreed = std::to_string(year.agreed);
    const std::string number = std::to_string(year.year);
    if (!carried.is_agreed) {
        const std::string lots = lots_words(year.came_over.shortfall, Phrase::LotOfShortfall, writer);
        writer.add(Phrase::OnlyCameOver, {{"year", number}, {"lots", lots}});
    } else if (!year.came_over.shortfall.empty()) {
        const std::string lots = lots_words(year.came_over.shortfall, Phrase::LotOfShortfall, writer);
        writer.add(Phrase::CameOverShort, {{"agreed", agreed}, {"year", number}, {"lots", lots}});
    }
    if (!year.came_over.surplus.empty()) {
        const std::string lots = lots_words(year.came_over.surplus, Phrase::LotOfSurplus, writer);
        writer.add(Phrase::CameOverAbove, {{"agreed", agreed}, {"year", number}, {"lots", lots}});
    }
    if (!carried.is_certain) writer.add(Phrase::CarryUncertain);
    const bool is_of_use =
        !year.came_over.shortfall.empty() || !year.came_over.surplus.empty() || !carried.is_before_over;
    if (!is_of_use || !carried.before_closes || carried.is_before_closed) return;
    writer.add(carried.is_before_over ? Phrase::CameOverProvisional : Phrase::CameOverNotKnown,
               {{"year", std::to_string(year.year - 1)},
                {"date", toets::to_words(*carried.before_closes, writer.view.language)}});
}

void add_shortfall(PositionWriter& writer, const portfolio::YearInSeries& year) {
    const std::int64_t along = sum_of(year.goes_along.shortfall);
    const std::int64_t lost = sum_of(year.lost);
    const bool is_most = writer.position.after->agreed->bound == model::Bound::AtMost;
    const std::array phrases =
        is_most ? std::array{Phrase::NoneUnusedGoesAlong, Phrase::OneUnusedGoesAlong, Phrase::UnusedGoesAlong}
                : std::array{Phrase::NoneGoesAlong, Phrase::OneShortGoesAlong, Phrase::ShortGoesAlong};
    const Phrase which = phrases[static_cast<std::size_t>(std::min(along, std::int64_t{2}))];
    std::string words = writer.phrase(which, {{"short", std::to_string(year.short_of)},
                                              {"count", std::to_string(along)},
                                              {"year", std::to_string(year.year + 1)}});
    if (along > 0 && lost > 0) words += ", " + writer.phrase(Phrase::LeftBehind, {{"count", std::to_string(lost)}});
    writer.add(Line::Kind::Reason, std::move(words));
}

void add_swap(PositionWriter& writer, const TallyPosition::Swap& swap) {
    const Language language = writer.view.language;
    const std::string date = swap.date ? toets::to_words(*swap.date, language) : std::string();
    const std::string count = swap.count ? std::to_string(*swap.count) : std::string();
    using State = portfolio::SwapOfNumbers::State;
    switch (swap.state) {
        case State::Counts:
            return writer.add(swap.is_received ? Phrase::SwapTo : Phrase::SwapFrom,
                              {{"count", count}, {"party", swap.other}, {"date", date}, {"label", swap.label}});
        case State::Perhaps: return writer.add(Phrase::SwapPerhaps, {{"label", swap.label}});
        case State::NotYet: return writer.add(Phrase::SwapNotYet, {{"label", swap.label}, {"date", date}});
        case State::NotProvided: return writer.add(Phrase::SwapNotProvided, {{"label", swap.label}});
        case State::TooMany: return writer.add(Phrase::SwapTooMany, {{"label", swap.label}, {"party", swap.giver}});
    }
}

void add_part(PositionWriter& writer, const TallyPosition::HandedOn& each, portfolio::Between part, Phrase exact,
              Phrase between) {
    if (part.high == 0) return;
    const std::string date = toets::to_words(each.date, writer.view.language);
    const std::string name = say(Phrase::Apportionment, writer.view.language, {{"name", each.name}});
    if (part.is_exact()) {
        writer.add(exact, {{"count", std::to_string(part.low)}, {"date", date}, {"name", name}});
    } else {
        writer.add(
            between,
            {{"low", std::to_string(part.low)}, {"high", std::to_string(part.high)}, {"date", date}, {"name", name}});
    }
}

void add_handed_on(PositionWriter& writer, const TallyPosition::HandedOn& each) {
    if (each.gives) add_part(writer, each, *each.gives, Phrase::HandedOnFrom, Phrase::HandedOnFromBetween);
    if (each.gets) add_part(writer, each, *each.gets, Phrase::HandedOnTo, Phrase::HandedOnToBetween);
    if (each.gives && each.gets) return;
    writer.add(Phrase::HandedOnUnknown,
               {{"date", toets::to_words(each.date, writer.view.language)},
                {"name", say(Phrase::Apportionment, writer.view.language, {{"name", each.name}})}});
}

}  // namespace

void add_goes_along(PositionWriter& writer) {
    const portfolio::CarriedOver& carried = *writer.position.after->carried;
    const portfolio::YearInSeries& year = carried.year;
    if (!carried.aftermath) return;
    const std::int64_t above = sum_of(year.goes_along.surplus);
    if (year.short_of > 0) add_shortfall(writer, year);
    if (year.above > 0 && above > 0) {
        writer.add(above == 1 ? Phrase::OneSurplusGoesAlong : Phrase::SurplusGoesAlong,
                   {{"above", std::to_string(year.above)},
                    {"count", std::to_string(above)},
                    {"year", std::to_string(year.year + 1)}});
    }
    if (!carried.is_leaving_certain) writer.add(Phrase::CarryUncertain);
    if (year.short_of == 0 && above == 0) return;
    const portfolio::Aftermath& later = *carried.aftermath;
    const auto add_some = [&](Phrase which, std::int64_t count) {
        if (count > 0) writer.add(which, {{"count", std::to_string(count)}});
    };
    if (later.open < later.went_along) {
        add_some(Phrase::LaterMet, later.met);
        add_some(Phrase::LaterLost, later.lost);
        add_some(Phrase::LaterOpen, later.open);
    }
    if (carried.is_closed) return;
    writer.add(Phrase::GoesAlongProvisional,
               {{"year", std::to_string(year.year)}, {"date", toets::to_words(carried.closes, writer.view.language)}});
}

void add_agreement(PositionWriter& writer) {
    for (const TallyPosition::Succeeded& each : writer.position.succeeded) {
        writer.add(Phrase::SucceededSince,
                   {{"party", each.party}, {"date", toets::to_words(each.from, writer.view.language)}});
    }
    for (const TallyPosition::Swap& swap : writer.position.swaps) add_swap(writer, swap);
    for (const TallyPosition::HandedOn& each : writer.position.handed_on) add_handed_on(writer, each);
    if (writer.position.after->carried) add_came_over(writer);
}

void add_turn(PositionWriter& writer) {
    const std::optional<TallyPosition::Turn>& turn = writer.position.turn;
    if (!turn) return;
    if (turn->names.empty()) return writer.add(Phrase::TurnUnknown);
    const std::string names = joined(turn->names, " " + say(Phrase::Or, writer.view.language) + " ");
    const std::string count = std::to_string(std::max(std::int64_t{0}, turn->left));
    const bool is_own = std::find(turn->names.begin(), turn->names.end(), turn->own) != turn->names.end();
    if (is_own) {
        writer.add(Phrase::TurnNow, {{"names", names}, {"count", count}});
    } else {
        writer.add(Phrase::TurnOther, {{"names", names}, {"count", count}, {"name", turn->own}});
    }
    if (turn->names.size() == 1) return;
    if (turn->decided_by.empty()) return writer.add(Phrase::TurnByLot);
    writer.add(Phrase::TurnDecidedBy, {{"who", turn->decided_by}});
}

}  // namespace toets::explanation
