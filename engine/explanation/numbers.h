// The numbers of tables and parameters that a sentence is measured by: from which row, since when, from which source.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

// Those behind the values of one sentence. `version_date` says which versions hold; rows of a table with a date of
// their own are left out when it is not known.
std::vector<UsedNumber> numbers_behind(const Reading& reading, const program::Proof& proof, std::uint32_t row,
                                       std::optional<Date> version_date);
// The tables behind the value that have no row for this case, with what was looked for.
std::vector<Missing> rows_sought(const Reading& reading, const program::ProofOperand& operand, At at);
// The parameters behind a rule that have no value on the date.
std::vector<Missing> versions_sought(const Reading& reading, const model::RuleVersion& version, Date date);

}  // namespace toets::explanation
