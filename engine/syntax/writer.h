// Lines of canonical text: two spaces a step, `-` bullets, long sentences continued six spaces deeper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace toets::syntax {

class Writer {
public:
    static constexpr std::size_t width = 120;
    static constexpr std::size_t continuation = 6;

    // One logical line; broken where a reader would pause when it is too wide.
    void sentence(std::size_t indent, std::string_view text);
    // Exactly this line, however long.
    void verbatim(std::size_t indent, std::string_view text);
    void remarks(std::size_t indent, const std::vector<std::string>& remarks);
    void blank_line() { text_ += '\n'; }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

}  // namespace toets::syntax
