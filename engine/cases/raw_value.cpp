#include "cases/raw_value.h"

#include "base/text.h"

namespace toets::cases {

bool is_keyword(std::string_view text) {
    constexpr std::size_t longest_keyword = 40;
    if (text.size() > longest_keyword) return false;
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    if (text.empty()) return false;
    const char first = text.front();
    const bool is_plain = static_cast<unsigned char>(first) < 0x80;
    if (is_plain && first != 'g' && first != 'G' && first != 'o' && first != 'O') return false;
    const std::string folded = fold(text);
    return folded == "geen" || folded == "onbekend";
}

}  // namespace toets::cases
