// What a sentence that parses can still do wrong in its form.
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

// `is niet A of B`, a comma without `en` or `of`, mixed arithmetic, a percentage of a count without rounding.
void check_condition(Reading& reading, const Condition& condition);
void check_values(Reading& reading, const std::vector<Expression>& values);
void check_parties(Reading& reading, const std::vector<Phrase>& parties);
void check_expression(Reading& reading, const Expression& expression);
void check_time(Reading& reading, const Time& time);
// A list head with one bullet, when a sentence without a bullet says the same.
void check_single_bullet(Reading& reading, const Legs& legs, Span where);
// A name as it is declared: eight words at most.
void check_name(Reading& reading, const Phrase& name);

}  // namespace toets::syntax
