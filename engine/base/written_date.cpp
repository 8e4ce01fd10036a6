#include "base/written_date.h"

#include <array>
#include <charconv>

namespace toets {

std::optional<CivilDate> numbers_of_date(std::string_view text) {
    std::array<int, 3> numbers{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        if (index > 0 && (at == end || *at++ != '-')) return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, numbers[index]);
        if (at == end || *at == '-' || error != std::errc{}) return std::nullopt;
        at = next;
    }
    if (at != end) return std::nullopt;
    const bool is_iso = text.find('-') == 4;
    if (is_iso) return CivilDate{numbers[0], numbers[1], numbers[2]};
    return CivilDate{numbers[2], numbers[1], numbers[0]};
}

std::optional<Date> date_from_notation(std::string_view folded) {
    const auto numbers = numbers_of_date(folded);
    return numbers ? to_date(*numbers) : date_from_words(folded);
}

}  // namespace toets
