// A kind of thing, its rules and one row: enough for most questions about a single sentence.
#pragma once

#include <ostream>

#include "agreement.h"

namespace toets::program {
inline void PrintTo(Outcome outcome, std::ostream* out) {
    constexpr const char* names[] = {"Violated", "Missing",  "Conflicting", "Unknown",      "Pending",
                                     "Exempt",   "Replaced", "Satisfied",   "NotApplicable"};
    *out << names[static_cast<std::size_t>(outcome)];
}
}  // namespace toets::program

namespace toets::test {

struct OneThing {
    OneThing() : kind(agreement.thing("zaak")), subject(agreement.variable(kind)) {}
    FieldId field(const std::string& name, Base base) { return agreement.field(kind, name, base); }
    ExpressionId fact(FieldId field) { return agreement.of(agreement.use(subject), field); }
    model::RuleId requires_that(ConditionId condition) { return agreement.precondition(subject, condition); }

    Agreement agreement;
    KindId kind;
    VariableId subject;
};

constexpr auto yes = program::Outcome::Satisfied;
constexpr auto no = program::Outcome::Missing;
constexpr auto open = program::Outcome::Unknown;

}  // namespace toets::test
