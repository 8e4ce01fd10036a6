// Which clauses may stand under which header, and how often (taal.md 2.I).
#pragma once

#include <string_view>

#include "syntax/tree.h"

namespace toets::syntax {

enum class HeaderClass {
    Document,
    Kind,
    Parameter,
    Table,
    Definition,
    Precondition,
    TargetNorm,
    Obligation,
    Effort,
    Power,
    Ban,
    Procedure,
    Hardship,
    Exemption,
    Contingent,
    Spread,
    Share,
    Apportionment,
    Access,
    Calendar,
    Example
};
std::optional<HeaderClass> header_class(std::string_view keyword);

struct ClauseRule {
    HeaderClass header;
    std::size_t clause;  // index into Clause::Kind
    bool obligatory;
    bool repeatable;
    std::string_view words;  // as a message calls the clause
};
// Empty when such a clause may not stand there.
const ClauseRule* find_rule(HeaderClass header, const Clause::Kind& clause);
std::vector<const ClauseRule*> rules_of(HeaderClass header);
// `bij elke`, `vereist:` ... : what may stand under the header, for a message.
std::string allowed_clauses(HeaderClass header);
// How a message calls this clause, wherever it stands.
std::string_view clause_words(const Clause::Kind& clause);

}  // namespace toets::syntax
