// Parts of a model as text: types, values, expressions and conditions.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"

namespace toets::model {

std::string kind_word(RuleKind kind);          // "voorwaarde"
std::string kind_word(TallyKind kind);         // "contingent"
const char* rounding_word(Rounding rounding);  // " naar boven afgerond"
std::string to_text(const Model& model, const Type& type);
// A column value in the words of its type: "14 dagen", "€ 15,00", "beschermd wonen".
std::string value_text(const Model& model, const Type& type, std::int64_t value);
std::string to_text(const Model& model, ExpressionId expression);
std::string to_text(const Model& model, const Actors& actors);
// One line a condition, indented two spaces a level.
std::string to_text(const Model& model, ConditionId condition, int depth);
std::string to_text(const Model& model, const std::vector<Exception>& exceptions, int depth);

}  // namespace toets::model
