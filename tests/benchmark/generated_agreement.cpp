#include "generated_agreement.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace measuring {

namespace {

std::size_t line_count(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// From "voorwaarde ..." to the empty line behind it.
std::vector<std::string_view> rules_in(std::string_view text) {
    std::vector<std::string_view> rules;
    for (std::size_t at = text.find("\nvoorwaarde "); at != std::string_view::npos;
         at = text.find("\nvoorwaarde ", at + 1)) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size() - 1);
        rules.push_back(text.substr(at, end + 1 - at));
    }
    return rules;
}

std::string renamed(std::string_view rule, std::size_t copy) {
    const std::size_t end_of_name = rule.find('\n', 1);
    std::string text(rule);
    return text.insert(end_of_name, " kopie" + std::to_string(copy));
}

}  // namespace

std::string agreement_of(std::size_t lines, const std::string& workload) {
    const std::vector<std::string_view> rules = rules_in(workload);
    std::string text = workload;
    for (std::size_t copy = 0; line_count(text) < lines && !rules.empty(); ++copy) {
        text += renamed(rules[copy % rules.size()], copy / rules.size());
    }
    return text;
}

}  // namespace measuring
