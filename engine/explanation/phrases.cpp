#include "explanation/phrases.h"

#include <algorithm>
#include <array>

#include "base/ensure.h"

namespace toets::explanation {

namespace {

struct Row {
    std::string_view nl;
    std::string_view en;
};
constexpr Row rows[] = {
#define PHRASE(name, nl, en) {nl, en},
#include "explanation/phrases.def"
#undef PHRASE
};

// The next {placeholder} from `from` on, braces included; empty when there is none.
constexpr std::string_view next_placeholder(std::string_view text, std::size_t from) {
    const std::size_t begin = text.find('{', from);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = text.find('}', begin);
    return end == std::string_view::npos ? std::string_view{} : text.substr(begin, end + 1 - begin);
}

constexpr bool has_placeholders_of(std::string_view text, std::string_view other) {
    std::size_t from = 0;
    for (auto found = next_placeholder(other, from); !found.empty(); found = next_placeholder(other, from)) {
        if (text.find(found) == std::string_view::npos) return false;
        from = static_cast<std::size_t>(found.data() - other.data()) + found.size();
    }
    return true;
}

constexpr bool has_same_placeholders(const Row& row) {
    return has_placeholders_of(row.nl, row.en) && has_placeholders_of(row.en, row.nl);
}
static_assert(std::all_of(std::begin(rows), std::end(rows), has_same_placeholders),
              "a phrase must have the same placeholders in both languages");

}  // namespace

std::string say(Phrase phrase, Language language, std::initializer_list<Filling> fillings) {
    const Row& row = rows[static_cast<std::size_t>(phrase)];
    const std::string_view pattern = language == Language::Dutch ? row.nl : row.en;
    std::string said;
    std::size_t at = 0;
    for (auto found = next_placeholder(pattern, at); !found.empty(); found = next_placeholder(pattern, at)) {
        const auto begin = static_cast<std::size_t>(found.data() - pattern.data());
        const std::string_view name = found.substr(1, found.size() - 2);
        const auto* filling =
            std::find_if(fillings.begin(), fillings.end(), [name](const Filling& each) { return each.first == name; });
        ensure(filling != fillings.end());
        said += pattern.substr(at, begin - at);
        said += filling->second;
        at = begin + found.size();
    }
    return said += pattern.substr(at);
}

}  // namespace toets::explanation
