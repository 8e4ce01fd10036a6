// Where answers differ from the oracle's, in words a person can look up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workload {

// "case 17, rule 3: oracle M, engine V"; at most `most` of them, then how many there are in all. Empty: not one byte.
std::vector<std::string> differences(std::string_view oracle_lines, std::string_view lines, std::size_t most = 20);

}  // namespace workload
