// Divisions of what is left over of a contingent on a day of the year (C77, pattern G5).
#pragma once

#include <vector>

#include "model/context.h"

namespace toets::model {

// Who decides on a tie.
std::string decider(Context& context, DocumentId document, const syntax::Phrase& who);
bool is_of_leftovers(const syntax::Header& header);
// A header of leftovers. `places`: of all headers, among them that of the contingent.
void read_redistribution(Context& context, const Place& place, const std::vector<Place>& places);
// Reports the clauses that only mean something with leftovers, under the division of a fixed number; false: there are
// any.
bool has_no_clause_of_leftovers(const Context& context, const Place& place);

}  // namespace toets::model
