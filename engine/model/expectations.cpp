// Which rules and tallies an example expects something of, and what.
#include "model/expectations.h"

#include <algorithm>

#include "model/hardships.h"
#include "model/print.h"

namespace toets::model {

namespace {

const std::vector<std::string>& outcome_words() {
    static const std::vector<std::string> words = {
        "voldaan",     "ontbreekt", "overtreden", "nog niet verschuldigd", "onbekend", "niet van toepassing",
        "vrijgesteld", "vervangen", "strijdig"};
    return words;
}

// A number that was counted is not missing, exempt or replaced.
const std::vector<std::string>& tally_outcome_words() {
    static const std::vector<std::string> words = {"voldaan", "overtreden", "nog niet verschuldigd", "onbekend",
                                                   "niet van toepassing"};
    return words;
}

void report_unknown_rule(Context& context, const syntax::Phrase& phrase, bool begins_with_kind) {
    std::vector<std::string> known;
    for (const Tally& tally : context.model.tallies) known.push_back(kind_word(tally.kind) + " " + tally.name);
    for (const auto& [rule, id] : context.names.rules) {
        known.push_back(kind_word(rule.first) + " " + context.model.rules[id].name);
    }
    const std::string written = name_text(phrase);
    Argument kind = term("kind", "voorwaarde, streefnorm of verplichting", "condition, target norm or obligation");
    const std::string& first = phrase.words.front().text;
    if (begins_with_kind) kind = term("kind", first, "`" + first + "`");
    context.report(Code::UnknownRule, phrase.where,
                   {kind, word("name", begins_with_kind ? name_text(phrase.words, 1, phrase.words.size()) : written),
                    hint_argument(written, known)});
}

std::optional<TallyKind> kind_of_tally(std::string_view word) {
    for (const TallyKind kind : {TallyKind::Contingent, TallyKind::Spread, TallyKind::Share, TallyKind::Use}) {
        if (word == kind_word(kind)) return kind;
    }
    return std::nullopt;
}

std::string first_word_of(const syntax::Phrase& phrase) {
    const std::string key = key_of(phrase);
    return key.substr(0, key.find(' '));
}

// A rule or tally that could not be read has been reported where it stands.
bool is_written(const std::vector<Place>& places, const std::string& kind, const std::string& name) {
    const std::string both = kind + " " + name;
    const bool is_tally = kind_of_tally(kind).has_value();
    return std::any_of(places.begin(), places.end(), [&](const Place& place) {
        const auto* rule = std::get_if<syntax::RuleHeader>(&place.header->kind);
        if (rule != nullptr) return !is_tally && key_of(rule->name) == name;
        const auto* tally = std::get_if<syntax::TallyHeader>(&place.header->kind);
        if (tally != nullptr) {
            const TallyKind tally_kind = static_cast<TallyKind>(tally->kind);
            return kind == kind_word(tally_kind) && key_of(tally->name) == name;
        }
        const auto* invalid = std::get_if<syntax::InvalidHeader>(&place.header->kind);
        return invalid != nullptr && !invalid->lines.empty() && key_of(invalid->lines.front()).starts_with(both);
    });
}

TallyId find_tally(Context& context, const std::vector<Place>& places, TallyKind kind, const syntax::Phrase& phrase) {
    const std::string key = key_of(phrase);
    const std::size_t space = key.find(' ');
    const std::string name = space == std::string::npos ? "" : key.substr(space + 1);
    for (std::size_t index = 0; index < context.model.tallies.size(); ++index) {
        const TallyId id = context.model.tallies.id_at(index);
        const Tally& tally = context.model.tallies[id];
        if (tally.kind == kind && key_of(std::string_view(tally.name)) == name) return id;
    }
    if (!is_written(places, kind_word(kind), name)) report_unknown_rule(context, phrase, true);
    return {};
}

RuleId find_rule(Context& context, const std::vector<Place>& places, const syntax::Phrase& phrase) {
    const std::string key = key_of(phrase);
    const std::size_t space = key.find(' ');
    const std::string kind = key.substr(0, space);
    std::string name = space == std::string::npos ? "" : key.substr(space + 1);
    static const std::map<std::string, RuleKind> kinds = {
        {"voorwaarde", RuleKind::Precondition}, {"streefnorm", RuleKind::TargetNorm},
        {"verplichting", RuleKind::Obligation}, {"inspanning", RuleKind::Effort},
        {"bevoegdheid", RuleKind::Power},       {"verbod", RuleKind::Ban},
        {"procedure", RuleKind::Procedure},     {"hardheidsclausule", RuleKind::Hardship}};
    if (kind == "hardheidsclausule" && name.empty()) name = unnamed_clause;
    const auto found_kind = kinds.find(kind);
    if (found_kind != kinds.end()) {
        const auto found = context.names.rules.find({found_kind->second, name});
        if (found != context.names.rules.end()) return found->second;
        if (is_written(places, kind, name)) return {};
    }
    report_unknown_rule(context, phrase, found_kind != kinds.end());
    return {};
}

bool is_outcome(Context& context, const syntax::Phrase& outcome, const std::vector<std::string>& words) {
    const std::string key = key_of(outcome);
    if (std::find(words.begin(), words.end(), key) != words.end()) return true;
    std::string list;
    for (const std::string& it : words) list += (list.empty() ? "" : ", ") + it;
    context.report(Code::UnknownOutcome, outcome.where,
                   {word("name", text_of(outcome)), word("values", list), hint_argument(key, words)});
    return false;
}

// Whether the example has what the expectation is about: a register, or a case.
bool is_possible(Context& context, const syntax::Expectation& expectation, const Example& example, bool counts_many) {
    const bool has_it = counts_many ? !example.portfolio.empty() : example.has_case;
    if (has_it) return true;
    const bool is_verdict = key_of(expectation.rule) == "oordeel";
    context.report(counts_many ? Code::ExpectationNeedsPortfolio : Code::ExpectationNeedsCase, expectation.where,
                   {is_verdict ? term("name", "het oordeel", "the verdict") : word("name", text_of(expectation.rule))});
    return false;
}

void read_expectation(Context& context, const std::vector<Place>& places, const syntax::Expectation& expectation,
                      Example& example) {
    Expectation result;
    result.where = expectation.where;
    result.outcome = key_of(expectation.outcome);
    const bool is_verdict = key_of(expectation.rule) == "oordeel";
    const std::optional<TallyKind> tally_kind = kind_of_tally(first_word_of(expectation.rule));
    static const std::vector<std::string> verdicts = {"toegestaan", "niet toegestaan", "nog niet te zeggen"};
    const auto& words = is_verdict ? verdicts : tally_kind ? tally_outcome_words() : outcome_words();
    if (!is_outcome(context, expectation.outcome, words)) return;
    if (tally_kind) {
        result.tally = find_tally(context, places, *tally_kind, expectation.rule);
        if (!result.tally.is_valid()) return;
    } else if (!is_verdict) {
        result.rule = find_rule(context, places, expectation.rule);
        if (!result.rule.is_valid()) return;
    }
    if (is_possible(context, expectation, example, tally_kind.has_value())) example.expectations.push_back(result);
}

}  // namespace

void read_expectations(Context& context, const std::vector<Place>& places, const syntax::ExpectsClause& clause,
                       Example& example) {
    for (const syntax::Expectation& expectation : clause.expectations) {
        read_expectation(context, places, expectation, example);
    }
}

}  // namespace toets::model
