#include "syntax/clause_rules.h"

#include <array>

namespace toets::syntax {
namespace {

template <class Alternative, std::size_t index = 0>
constexpr std::size_t index_of() {
    if constexpr (std::is_same_v<std::variant_alternative_t<index, Clause::Kind>, Alternative>)
        return index;
    else
        return index_of<Alternative, index + 1>();
}

constexpr std::array clause_rules = {
#define CLAUSE_RULE(header, clause, obligatory, repeatable, words) \
    ClauseRule{HeaderClass::header, index_of<clause>(), obligatory, repeatable, words},
#include "syntax/clause_rules.def"
#undef CLAUSE_RULE
};

}  // namespace

std::optional<HeaderClass> header_class(std::string_view keyword) {
    constexpr std::array<std::pair<std::string_view, HeaderClass>, 27> classes = {{
        {"convenant", HeaderClass::Document},
        {"prestatieafspraken", HeaderClass::Document},
        {"verordening", HeaderClass::Document},
        {"wet", HeaderClass::Document},
        {"begrippen", HeaderClass::Document},
        {"begrip", HeaderClass::Kind},
        {"gebeurtenis", HeaderClass::Kind},
        {"tijdvak", HeaderClass::Kind},
        {"parameter", HeaderClass::Parameter},
        {"beslistabel", HeaderClass::Table},
        {"definitie", HeaderClass::Definition},
        {"voorwaarde", HeaderClass::Precondition},
        {"streefnorm", HeaderClass::TargetNorm},
        {"verplichting", HeaderClass::Obligation},
        {"inspanning", HeaderClass::Effort},
        {"bevoegdheid", HeaderClass::Power},
        {"verbod", HeaderClass::Ban},
        {"procedure", HeaderClass::Procedure},
        {"hardheidsclausule", HeaderClass::Hardship},
        {"uitzondering", HeaderClass::Exemption},
        {"contingent", HeaderClass::Contingent},
        {"spreiding", HeaderClass::Spread},
        {"aandeel", HeaderClass::Share},
        {"verdeling", HeaderClass::Apportionment},
        {"inzage", HeaderClass::Access},
        {"kalender", HeaderClass::Calendar},
        {"voorbeeld", HeaderClass::Example},
    }};
    for (const auto& [word, header] : classes) {
        if (word == keyword) return header;
    }
    return std::nullopt;
}

const ClauseRule* find_rule(HeaderClass header, const Clause::Kind& clause) {
    for (const ClauseRule& rule : clause_rules) {
        if (rule.header == header && rule.clause == clause.index()) return &rule;
    }
    return nullptr;
}

std::vector<const ClauseRule*> rules_of(HeaderClass header) {
    std::vector<const ClauseRule*> rules;
    for (const ClauseRule& rule : clause_rules) {
        if (rule.header == header) rules.push_back(&rule);
    }
    return rules;
}

std::string allowed_clauses(HeaderClass header) {
    std::string words;
    const auto rules = rules_of(header);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (i > 0) words += i + 1 == rules.size() ? " of " : ", ";
        words += rules[i]->words;
    }
    return words;
}

std::string_view clause_words(const Clause::Kind& clause) {
    for (const ClauseRule& rule : clause_rules) {
        if (rule.clause == clause.index()) return rule.words;
    }
    return "";
}

}  // namespace toets::syntax
