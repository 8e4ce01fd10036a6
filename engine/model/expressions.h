// Phrases where one value of a known kind is needed: exactly one reading must fit, otherwise a message says which
// readings there are or what is missing (taal.md B3).
#pragma once

#include <functional>
#include <optional>

#include "model/readings.h"

namespace toets::model {

// What a place in a sentence accepts.
struct Wanted {
    std::function<bool(const Reading&)> fits;
    Argument description;  // "een datum" | "a date", named `expected`
};
Wanted want_anything();
Wanted want_date();
Wanted want_number();
Wanted want_duration();
Wanted want_same(const Type& type, const Model& model);
Wanted want_list();       // things, or a path that ends in a list
Wanted want_one_value();  // anything that is not a list

// The single reading of the words [begin, end) that fits; reports and gives nothing otherwise.
std::optional<Reading> choose(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end,
                              const Wanted& wanted);
// More readings fit than one: says which.
void report_several(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end,
                    const std::vector<Reading>& fitting);
std::optional<Reading> read_phrase(Context& context, const Scope& scope, const syntax::Phrase& phrase,
                                   const Wanted& wanted);
// With arithmetic, rounding, minimum and maximum (C29, C30).
std::optional<Reading> read_expression(Context& context, const Scope& scope, const syntax::Expression& expression,
                                       const Wanted& wanted);
// Reports a date counted in working days where no calendar knows them.
void check_working_days(const Context& context, const Scope& scope, ExpressionId date);
// A date as an expression of type Date; events give their date.
ExpressionId read_date(Context& context, const Scope& scope, const syntax::Expression& expression);

// A whole number where a number or percentage is expected becomes one; an event becomes its date.
Reading coerce(Context& context, Reading reading, const Type& expected);
bool comparable(const Type& left, const Type& right);

// The values of `A, B of C`, each of the subject's type; a choice value is looked up in the subject's list.
std::vector<ExpressionId> read_values(Context& context, const Scope& scope,
                                      const std::vector<syntax::Expression>& values, const Type& subject,
                                      std::string_view link);

// None for the largest remainder, which is no rounding of one number.
Rounding to_model(syntax::Rounding rounding);

ExpressionId invalid_expression(Context& context, Span where);

}  // namespace toets::model
