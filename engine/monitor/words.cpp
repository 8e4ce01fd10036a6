#include "monitor/words.h"

namespace toets::monitor {

using explanation::Line;
using explanation::Phrase;

namespace {

std::string part_of_whole(const Reader& reader, const Figures& part, const Figures& whole) {
    return reader.say(Phrase::CountedOutOf,
                      {{"part", parts_words(reader, part)}, {"whole", parts_words(reader, whole)}});
}

// Of a combination of which not every number is shown.
std::vector<Line> partly_shown(const Reader& reader, const Row& row) {
    std::vector<Line> lines;
    lines.push_back({Line::Kind::Reason, 0, agreed_words(row.position, reader.language)});
    lines.push_back(
        {Line::Kind::Reason, 0,
         row.position.is_share ? part_of_whole(reader, row.counted, row.of) : parts_words(reader, row.counted)});
    return lines;
}

std::vector<Line> wholly_shown(const Reader& reader, const Row& row) {
    std::vector<Line> lines = explanation::to_lines(row.position, {reader.language, false});
    std::erase_if(lines, [](const Line& line) { return line.kind == Line::Kind::Basis; });
    if (!lines.empty()) lines.front().text = agreed_words(row.position, reader.language);
    return lines;
}

std::string quarter_words(const Reader& reader, const Row& row, const Quarter& quarter) {
    if (!row.position.is_share) return parts_words(reader, quarter.counted);
    const bool is_plain = quarter.counted.are_exact() && quarter.of.are_exact() && quarter.counted.perhaps.value == 0 &&
                          quarter.of.perhaps.value == 0;
    if (!is_plain) return part_of_whole(reader, quarter.counted, quarter.of);
    return reader.say(Phrase::ShareOf,
                      {{"count", std::to_string(quarter.counted.sure())}, {"of", std::to_string(quarter.of.sure())}});
}

bool is_nothing(const Figures& figures) { return figures == Figures{}; }

}  // namespace

std::string parts_words(const Reader& reader, const Figures& figures) {
    constexpr std::array words = {Phrase::CountDone, Phrase::AlsoPlanned, Phrase::AlsoPerhaps};
    constexpr std::array columns = {Phrase::ColumnDone, Phrase::ColumnPlanned, Phrase::ColumnPerhaps};
    const std::array parts = {figures.done, figures.planned, figures.perhaps};
    std::vector<std::string> told;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const Figure& figure = parts[index];
        if (figure.shown == Figure::Shown::Withheld) {
            told.push_back(reader.say(Phrase::NotShownOf, {{"what", reader.say(columns[index])}}));
        } else if (index == 0 || !figure.is_exact() || figure.value > 0) {
            told.push_back(reader.say(words[index], {{"count", reader.to_words(figure)}}));
        }
    }
    const bool is_withheld = parts.front().shown == Figure::Shown::Withheld;
    return is_withheld && told.size() == 1 ? reader.say(Phrase::NotShown) : explanation::joined(told, ", ");
}

std::string period_words(const Reader& reader, const portfolio::Period& period) {
    const std::string year = portfolio::period_name(model::TallyDimension::What::Year, period.first);
    const auto whole = portfolio::period_named(model::TallyDimension::What::Year, year);
    if (whole && whole->first == period.first && whole->last == period.last) return year;
    return reader.say(Phrase::MonitorPeriod,
                      {{"first", reader.to_words(period.first)}, {"last", reader.to_words(period.last)}});
}

std::string Reader::to_words(const Figure& figure) const {
    if (figure.is_exact()) return std::to_string(figure.value);
    if (figure.shown == Figure::Shown::Withheld) return say(Phrase::NotShown);
    return say(Phrase::FewerThan, {{"fewest", std::to_string(monitor.fewest_shown)}});
}

std::vector<std::string> title_parts(const Reader& reader) {
    const Monitor& monitor = reader.monitor;
    std::vector<std::string> parts{
        reader.say(Phrase::ReferenceDate, {{"date", reader.to_words(monitor.reference_date)}})};
    if (monitor.known_on) parts.push_back(explanation::to_words_as_known(*monitor.known_on, reader.language));
    if (monitor.period) {
        parts.push_back(reader.say(Phrase::MonitorPeriod, {{"first", reader.to_words(monitor.period->first)},
                                                           {"last", reader.to_words(monitor.period->last)}}));
    }
    if (!monitor.role.empty()) parts.push_back(reader.say(Phrase::AsSeenBy, {{"role", monitor.role}}));
    return parts;
}

std::string not_shown_words(const Reader& reader) {
    return reader.say(Phrase::MonitorNotShown, {{"names", explanation::joined(reader.monitor.not_shown, ", ")}});
}

std::string title_of(const Reader& reader, Phrase heading) {
    return reader.say(heading, {{"name", reader.monitor.agreement}}) + " · " +
           explanation::joined(title_parts(reader), " · ");
}

std::string register_words(const Reader& reader) {
    const Monitor& monitor = reader.monitor;
    std::string text = monitor.cases.shown == Figure::Shown::Withheld
                           ? reader.say(Phrase::CasesNotShown)
                           : reader.say(Phrase::CasesInRegister, {{"count", reader.to_words(monitor.cases)}});
    if (monitor.refused != Figure{}) {
        text += ", " + reader.say(Phrase::CasesRefused, {{"count", reader.to_words(monitor.refused)}});
    }
    if (monitor.twice != Figure{}) {
        text += ", " + reader.say(Phrase::CasesTwice, {{"count", reader.to_words(monitor.twice)}});
    }
    return text;
}

std::string name_of(const TallyTable& tally, Language language) {
    const std::string name = explanation::to_words(tally.kind, language) + " " + tally.name;
    return tally.article.empty() ? name : name + " (" + tally.article + ")";
}

std::string outcome_words(const Reader& reader, const Row& row) {
    if (!row.is_outcome_shown) return reader.say(Phrase::NotShown);
    if (!row.position.after->agreed) return reader.say(Phrase::ForInformation);
    return explanation::to_words(row.position.outcome, reader.language);
}

std::string quarter_name(const Reader& reader, const Quarter& quarter) {
    return reader.say(Phrase::QuarterName, {{"number", std::to_string(quarter.number)}});
}

bool is_to_come(const Reader& reader, const Quarter& quarter) {
    const bool is_empty = is_nothing(quarter.counted) && is_nothing(quarter.of);
    return is_empty && reader.monitor.reference_date < quarter.period.first;
}

std::vector<std::string> pace_lines(const Reader& reader, const Row& row) {
    std::vector<std::string> lines;
    for (const std::string& party : row.without_figures) {
        lines.push_back(reader.say(Phrase::NoFiguresOf, {{"party", party}}));
    }
    if (!row.pace) return lines;
    const Pace& pace = *row.pace;
    const std::string last = reader.to_words(row.position.after->period->last);
    if (pace.due_now) {
        const Phrase schedule = pace.is_behind ? Phrase::BehindSchedule : Phrase::OnSchedule;
        lines.push_back(reader.say(schedule, {{"count", std::to_string(*pace.due_now)}}));
    }
    if (pace.is_behind && pace.to_plan) {
        lines.push_back(reader.say(Phrase::StillToPlan, {{"count", std::to_string(*pace.to_plan)}, {"date", last}}));
    }
    lines.push_back(reader.say(Phrase::PaceAtEnd, {{"count", std::to_string(pace.at_end)},
                                                   {"date", last},
                                                   {"passed", std::to_string(pace.passed_days)},
                                                   {"days", std::to_string(pace.days)}}));
    return lines;
}

std::vector<Line> to_lines(const Reader& reader, const Row& row) {
    std::vector<Line> lines = row.is_whole() ? wholly_shown(reader, row) : partly_shown(reader, row);
    for (std::string& text : pace_lines(reader, row)) lines.push_back({Line::Kind::Reason, 0, std::move(text)});
    return lines;
}

std::vector<std::string> quarter_lines(const Reader& reader, const Row& row) {
    std::vector<std::string> parts;
    bool is_anything = false;
    for (const Quarter& quarter : row.quarters) {
        is_anything = is_anything || !is_nothing(quarter.counted) || !is_nothing(quarter.of);
        if (is_to_come(reader, quarter)) continue;
        parts.push_back(reader.say(Phrase::QuarterPart, {{"quarter", quarter_name(reader, quarter)},
                                                         {"count", quarter_words(reader, row, quarter)}}));
    }
    if (!is_anything) return {};
    std::vector<std::string> lines{reader.say(Phrase::QuarterLine, {{"quarters", explanation::joined(parts, "; ")}})};
    const std::vector<Sum> sums = to_sums(reader, row);
    if (!sums.empty() && !row.position.is_share) {
        lines.push_back(reader.say(Phrase::QuarterSum, {{"sums", sums_words(sums)}}));
    }
    return lines;
}

std::vector<Sum> to_sums(const Reader& reader, const Row& row) {
    std::vector<Sum> sums;
    Sum sum;
    std::size_t told = row.quarters.size();
    while (told > 0 && is_to_come(reader, row.quarters[told - 1])) --told;
    for (std::size_t index = 0; index < told; ++index) {
        const Quarter& quarter = row.quarters[index];
        if (!quarter.counted.are_exact()) return {};
        sum.done += quarter.counted.done.value;
        sum.planned += quarter.counted.planned.value;
        sums.push_back(sum);
    }
    return sums;
}

std::string sums_words(const std::vector<Sum>& sums) {
    std::vector<std::string> words;
    words.reserve(sums.size());
    for (const Sum& sum : sums) words.push_back(std::to_string(sum.done + sum.planned));
    return explanation::joined(words, ", ");
}

std::string to_words(const Reader& reader, const SilentParty& silent) {
    std::vector<std::string> names;
    for (const std::size_t tally : silent.tallies) {
        names.push_back(name_of(reader.monitor.tallies[tally], reader.language));
    }
    std::string party = explanation::part_words({silent.role, silent.party}, reader.language);
    if (silent.period) party += ", " + period_words(reader, *silent.period);
    return party + ": " + explanation::joined(names, ", ");
}

}  // namespace toets::monitor
