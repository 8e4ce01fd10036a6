// The table of a contingent (C74): for each combination how many were agreed.
#pragma once

#include "model/context.h"

namespace toets::model {

void read_agreed_numbers(Context& context, const syntax::TableClause& table, Span where, Tally& tally);
bool has_numbers(const Place& place);
// A line that seems missing may well be the one that could not be read.
bool has_unreadable_line(const Place& place);
// Reports a clause that only means something with such a table, where there is none.
void check_has_numbers(const Context& context, const Place& place, Span where, const char* clause);
// What is counted by, for a message: "`gemeente`, `kalenderjaar`".
std::string dimension_words(const Tally& tally);

}  // namespace toets::model
