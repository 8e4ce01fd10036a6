#include "differences.h"

#include <fmt/format.h>

#include "workload.h"

namespace workload {

namespace {

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

// The number of the rule that has the letter at this place.
std::size_t rule_at(std::size_t place) { return place + 1 < rule_left_out ? place + 1 : place + 2; }

}  // namespace

std::string without_rule_left_out(std::string_view oracle_lines) {
    std::string kept;
    kept.reserve(oracle_lines.size());
    while (!oracle_lines.empty()) {
        const std::string_view line = take_line(oracle_lines);
        kept += line.substr(0, rule_left_out - 1);
        kept += line.substr(std::min(rule_left_out, line.size()));
        kept += '\n';
    }
    return kept;
}

std::vector<std::string> differences(std::string_view oracle_lines, std::string_view lines, std::size_t most) {
    std::vector<std::string> found;
    const std::string expected = without_rule_left_out(oracle_lines);
    if (expected == lines) return found;
    std::size_t count = 0;
    std::string_view rest = expected;
    for (std::size_t number = 1; !rest.empty() || !lines.empty(); ++number) {
        const std::string_view oracle = take_line(rest);
        const std::string_view answer = take_line(lines);
        if (oracle.size() != answer.size()) {
            found.push_back(fmt::format("case {}: oracle \"{}\", engine \"{}\"", number, oracle, answer));
            return found;
        }
        for (std::size_t place = 0; place < oracle.size(); ++place) {
            if (oracle[place] == answer[place] || ++count > most) continue;
            found.push_back(fmt::format("case {}, rule {}: oracle {}, engine {}", number, rule_at(place), oracle[place],
                                        answer[place]));
        }
    }
    found.push_back(fmt::format("{} letters differ", count));
    return found;
}

}  // namespace workload
