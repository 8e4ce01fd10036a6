// A line of a table for a spreadsheet: RFC 4180, every field between quotation marks.
#pragma once

#include <string>
#include <vector>

namespace toets {

std::string to_csv_row(const std::vector<std::string>& fields);

}  // namespace toets
