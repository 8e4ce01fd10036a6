// The table of a contingent (C74): for each combination how many were agreed.
#pragma once

#include "model/context.h"

namespace toets::model {

void read_agreed_numbers(Context& context, const syntax::TableClause& table, Span where, Tally& tally);
// What is counted by, for a message: "`gemeente`, `kalenderjaar`".
std::string dimension_words(const Tally& tally);

}  // namespace toets::model
