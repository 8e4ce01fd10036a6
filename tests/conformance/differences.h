// Where answers differ from the oracle's, in words a person can look up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workload {

// The oracle's lines without the letter of the rule that is left out.
std::string without_rule_left_out(std::string_view oracle_lines);
// "case 17, rule 3: oracle M, engine V"; at most `most` of them, then how many there are in all. Empty: not one byte.
std::vector<std::string> differences(std::string_view oracle_lines, std::string_view lines, std::size_t most = 20);

}  // namespace workload
