// The lines of a stream, one by one, in memory that does not grow with the stream; behind each line come bytes that a
// JSON parser may read ahead.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string_view>
#include <vector>

namespace toets::cases {

constexpr std::size_t longest_line = std::size_t{1} << 20;  // bytes

struct Line {
    std::string_view text;     // without its line end; valid until the next line is asked for
    bool is_too_long = false;  // then text is empty
    std::size_t bytes = 0;     // that were taken for it, with its line end
};

class LineBuffer {
public:
    explicit LineBuffer(std::istream& input);
    std::optional<Line> next();

private:
    void fill();
    // Gives the number of bytes that were skipped.
    std::size_t skip_rest_of_line();

    std::istream& input_;
    std::vector<char> bytes_;
    std::size_t begin_ = 0;  // of what was read and not yet given
    std::size_t end_ = 0;
    bool is_at_end_ = false;
};

}  // namespace toets::cases
