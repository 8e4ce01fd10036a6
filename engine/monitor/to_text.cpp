#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/monitor.h"

namespace toets::monitor {

using explanation::Phrase;
using explanation::say;

namespace {

constexpr std::string_view indent = "  ";

std::string tally_text(const TallyTable& tally, Language language) {
    std::string text = "\n" + explanation::wrapped(name_of(tally, language), "", indent.data());
    if (tally.positions.empty()) return text + std::string(indent) + say(Phrase::NothingCounted, language) + "\n";
    for (const explanation::TallyPosition& position : tally.positions) text += to_text(to_entry(position, language));
    return text;
}

std::string silent_text(const Monitor& monitor, Language language) {
    if (monitor.silent.empty()) return {};
    std::string text = "\n" + explanation::wrapped(say(Phrase::SilentParties, language), "", indent.data());
    for (const SilentParty& silent : monitor.silent) {
        text += explanation::wrapped(to_words(monitor, silent, language), std::string(indent),
                                     std::string(indent) + "    ");
    }
    return text;
}

std::string rules_text(const Monitor& monitor, program::Outcome outcome, Phrase heading, Language language) {
    std::string text;
    for (const UseOfRule& use : with_outcome(monitor, outcome, language)) {
        text += explanation::wrapped(std::to_string(use.count) + " × " + use.rule, std::string(indent),
                                     std::string(indent) + "    ");
    }
    return text.empty() ? text : "\n" + say(heading, language) + "\n" + text;
}

}  // namespace

std::string title_of(const Monitor& monitor, Language language) {
    std::string text = say(Phrase::MonitorOf, language, {{"name", monitor.agreement}}) + " · " +
                       say(Phrase::ReferenceDate, language, {{"date", to_words(monitor.reference_date, language)}});
    if (monitor.known_on) text += " · " + explanation::to_words_as_known(*monitor.known_on, language);
    if (!monitor.period) return text;
    return text + " · " +
           say(Phrase::MonitorPeriod, language,
               {{"first", to_words(monitor.period->first, language)},
                {"last", to_words(monitor.period->last, language)}});
}

std::string register_words(const Monitor& monitor, Language language) {
    std::string text = say(Phrase::CasesInRegister, language, {{"count", std::to_string(monitor.cases)}});
    if (monitor.refused > 0) {
        text += ", " + say(Phrase::CasesRefused, language, {{"count", std::to_string(monitor.refused)}});
    }
    if (monitor.twice > 0) {
        text += ", " + say(Phrase::CasesTwice, language, {{"count", std::to_string(monitor.twice)}});
    }
    return text;
}

std::string name_of(const TallyTable& tally, Language language) {
    const std::string name = explanation::to_words(tally.kind, language) + " " + tally.name;
    return tally.article.empty() ? name : name + " (" + tally.article + ")";
}

explanation::Entry to_entry(const explanation::TallyPosition& position, Language language) {
    std::vector<explanation::Line> lines = to_lines(position, {language, false});
    std::erase_if(lines, [](const explanation::Line& line) { return line.kind == explanation::Line::Kind::Basis; });
    if (!lines.empty()) lines.front().text = agreed_words(position, language);
    return {position.outcome,
            explanation::to_words(position.outcome, language),
            key_words(position, language),
            {},
            std::move(lines),
            {}};
}

std::string to_words(const Monitor& monitor, const SilentParty& silent, Language language) {
    return explanation::part_words({silent.role, silent.party}, language) + ": " +
           name_of(monitor.tallies[silent.tally], language);
}

std::vector<UseOfRule> with_outcome(const Monitor& monitor, program::Outcome outcome, Language language) {
    std::vector<UseOfRule> uses;
    for (const RuleUse& rule : monitor.rules) {
        const std::size_t count = rule.outcomes[static_cast<std::size_t>(outcome)];
        if (count == 0) continue;
        const std::string name = explanation::to_words(rule.kind, language) + " " + rule.name;
        uses.push_back({rule.article.empty() ? name : name + " (" + rule.article + ")", count});
    }
    return uses;
}

std::string to_text(const Monitor& monitor, Language language) {
    std::string text = explanation::wrapped(title_of(monitor, language), "", indent.data());
    text += explanation::wrapped(register_words(monitor, language), "", indent.data());
    for (const TallyTable& tally : monitor.tallies) text += tally_text(tally, language);
    text += apportionments_text(monitor.apportionments, language);
    text += silent_text(monitor, language);
    text += rules_text(monitor, program::Outcome::Exempt, Phrase::ExceptionsUsed, language);
    text += rules_text(monitor, program::Outcome::Violated, Phrase::RulesViolated, language);
    return text;
}

}  // namespace toets::monitor
