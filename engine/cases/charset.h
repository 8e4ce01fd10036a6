// The bytes of a register as UTF-8, whatever the program that wrote it made of an é.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace toets::cases {

enum class Charset { Utf8, Windows1252 };

// The characters of Windows-1252 as UTF-8. The five bytes that stand for no character stay as they are, so that whoever
// looks for what is not UTF-8 finds them in their place.
class Windows1252 {
public:
    Windows1252();
    void append(std::string_view bytes, std::string& text) const;

private:
    std::array<std::string, 256> characters_;  // by byte
};

}  // namespace toets::cases
