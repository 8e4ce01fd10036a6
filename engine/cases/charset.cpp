#include "cases/charset.h"

#include <iconv.h>

#include "base/ensure.h"

namespace toets::cases {

namespace {

// As UTF-8; empty when the byte stands for no character.
std::string to_utf8(iconv_t converter, char byte) {
    std::array<char, 8> character{};
    char* in = &byte;
    char* out = character.data();
    std::size_t in_left = 1;
    std::size_t out_left = character.size();
    if (iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) return {};
    return {character.data(), character.size() - out_left};
}

}  // namespace

Windows1252::Windows1252() {
    const iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
    // NOLINTNEXTLINE(performance-no-int-to-ptr,cppcoreguidelines-pro-type-reinterpret-cast): how the C library fails
    ensure(converter != reinterpret_cast<iconv_t>(-1));
    for (std::size_t value = 0; value < characters_.size(); ++value) {
        const char byte = static_cast<char>(value);
        characters_[value] = to_utf8(converter, byte);
        if (characters_[value].empty()) characters_[value] = std::string(1, byte);
    }
    iconv_close(converter);
}

void Windows1252::append(std::string_view bytes, std::string& text) const {
    for (const char byte : bytes) text += characters_[static_cast<unsigned char>(byte)];
}

}  // namespace toets::cases
