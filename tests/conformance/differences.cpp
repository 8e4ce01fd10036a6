#include "differences.h"

#include <fmt/format.h>

namespace workload {

namespace {

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

}  // namespace

std::vector<std::string> differences(std::string_view oracle_lines, std::string_view lines, std::size_t most) {
    std::vector<std::string> found;
    if (oracle_lines == lines) return found;
    std::size_t count = 0;
    for (std::size_t number = 1; !oracle_lines.empty() || !lines.empty(); ++number) {
        const std::string_view oracle = take_line(oracle_lines);
        const std::string_view answer = take_line(lines);
        if (oracle.size() != answer.size()) {
            found.push_back(fmt::format("case {}: oracle \"{}\", engine \"{}\"", number, oracle, answer));
            return found;
        }
        for (std::size_t place = 0; place < oracle.size(); ++place) {
            if (oracle[place] == answer[place] || ++count > most) continue;
            found.push_back(
                fmt::format("case {}, rule {}: oracle {}, engine {}", number, place + 1, oracle[place], answer[place]));
        }
    }
    found.push_back(fmt::format("{} letters differ", count));
    return found;
}

}  // namespace workload
