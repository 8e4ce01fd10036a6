#include "explanation/failures.h"

#include <algorithm>

#include "diagnostics/to_text.h"
#include "explanation/case_words.h"
#include "explanation/phrases.h"
#include "explanation/report.h"
#include "program/instruction.h"

namespace toets::explanation {

namespace {

using What = evaluation::CalculationError::What;

constexpr std::size_t most_rules = 3;  // named in a message
constexpr int most_decimals = 18;

// Of a table its own heading: that is where there is something to change.
Span place_of(const model::Model& model, model::ExpressionId id) {
    const model::Expression& expression = model.expressions[id];
    const auto* use = std::get_if<model::TableValue>(&expression.kind);
    return use == nullptr ? expression.where : model.tables[use->table].where;
}

std::string rule_words(const RuleName& rule, Language language, bool is_first) {
    std::string kind = to_words(rule.kind, language);
    if (is_first && !kind.empty()) kind[0] = static_cast<char>(kind[0] - 'a' + 'A');
    return kind + " `" + rule.name + "`";
}

std::string rules_words(const std::vector<RuleName>& rules, Language language) {
    if (rules.empty()) return language == Language::Dutch ? "De afspraak" : "The agreement";
    std::string words;
    for (std::size_t i = 0; i < std::min(rules.size(), most_rules); ++i) {
        words += (i > 0 ? ", " : "") + rule_words(rules[i], language, i == 0);
    }
    if (rules.size() <= most_rules) return words;
    const std::string more = std::to_string(rules.size() - most_rules);
    return words + (language == Language::Dutch ? " en nog " + more : " and " + more + " more");
}

std::string what_words(const FailedCalculation& failed, Language language) {
    if (failed.words.empty()) return language == Language::Dutch ? "een berekening" : "a calculation";
    const std::string words = "`" + failed.words + "`";
    if (failed.where.file.empty()) return words;
    const std::string line = std::to_string(failed.where.line);
    return words + " (" + say(Phrase::LineOf, language, {{"file", file_name(failed.where.file)}, {"lines", line}}) +
           ")";
}

}  // namespace

FailedCalculation to_failed(const program::Program& program, const Sources& sources,
                            const evaluation::CalculationError& error) {
    FailedCalculation failed{error.what, {}, {}, {}};
    failed.is_by_day = program::is_by_day(program, program.frame_of[error.result.index()]);
    for (const program::RuleProgram& rule : program.rules) {
        if (!program::instructions_behind(program, {rule.outcome})[error.result.index()]) continue;
        const model::Rule& declared = program.model->rules[rule.rule];
        failed.rules.push_back({declared.kind, declared.name});
    }
    if (!error.expression.is_valid()) return failed;
    const Span where = place_of(*program.model, error.expression);
    if (!where.is_valid()) return failed;
    const SourceText& source = sources[where.source];
    const Position position = source.position(where.begin);
    failed.words = on_one_line(sources.text(where));
    failed.where = {source.path(), position.line, position.column};
    return failed;
}

void add_rules(std::vector<RuleName> more, std::vector<RuleName>& rules) {
    for (RuleName& rule : more) {
        const bool is_known = std::any_of(rules.begin(), rules.end(), [&rule](const RuleName& other) {
            return other.kind == rule.kind && other.name == rule.name;
        });
        if (!is_known) rules.push_back(std::move(rule));
    }
}

Code code_of(What what) {
    switch (what) {
        case What::Overflow: return Code::CalculationTooLarge;
        case What::DivisionByZero: return Code::DividedByZero;
        case What::MoreThanOneRow: return Code::SeveralRowsFit;
        case What::NoRow: return Code::NoRowFits;
        case What::TooManyDecimals: return Code::ProductHasTooManyDecimals;
        case What::DifferentUnits: return Code::DurationsOfTwoUnits;
        case What::TooManyItems: return Code::TooManyItems;
        case What::TooManyTimes: return Code::TooManyTimes;
        case What::CalendarUnknown: return Code::DaysNotKnown;
        case What::SeveralPeriods: return Code::SeveralPeriodsRun;
        case What::SeveralOnOneDay: return Code::SeveralEventsOnOneDay;
    }
    return Code::CalculationTooLarge;
}

Diagnostic to_diagnostic(const FailedCalculation& failed) {
    const auto nl = Language::Dutch;
    const auto en = Language::English;
    std::vector<Argument> arguments{term("rules", rules_words(failed.rules, nl), rules_words(failed.rules, en)),
                                    term("what", what_words(failed, nl), what_words(failed, en))};
    if (failed.what == What::TooManyDecimals) arguments.push_back(word("limit", std::to_string(most_decimals)));
    if (failed.what == What::TooManyItems) {
        const std::size_t most = failed.is_by_day ? evaluation::most_items_by_day : evaluation::most_items;
        arguments.push_back(word("limit", std::to_string(most)));
    }
    if (failed.what == What::TooManyTimes) {
        arguments.push_back(word("limit", std::to_string(calendar::most_occurrences)));
    }
    return {code_of(failed.what), {}, std::move(arguments), {}};
}

std::string to_words(const FailedCalculation& failed, Language language) {
    return std::string(to_code_text(code_of(failed.what))) + ": " + message(to_diagnostic(failed), language);
}

}  // namespace toets::explanation
