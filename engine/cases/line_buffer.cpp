#include "cases/line_buffer.h"

#include <cstring>

#include "cases/document_from_json.h"

namespace toets::cases {

namespace {

constexpr std::size_t capacity = 2 * longest_line;

}  // namespace

LineBuffer::LineBuffer(std::istream& input) : input_(input), bytes_(capacity + json_padding) {}

// Moves what is left to the front and reads on behind it.
void LineBuffer::fill() {
    std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    input_.read(bytes_.data() + end_, static_cast<std::streamsize>(capacity - end_));
    end_ += static_cast<std::size_t>(input_.gcount());
    is_at_end_ = !input_.good();
}

std::size_t LineBuffer::skip_rest_of_line() {
    std::size_t skipped = 0;
    while (true) {
        const void* found = std::memchr(bytes_.data() + begin_, '\n', end_ - begin_);
        if (found != nullptr) {
            const std::size_t after = static_cast<std::size_t>(static_cast<const char*>(found) - bytes_.data()) + 1;
            skipped += after - begin_;
            begin_ = after;
            return skipped;
        }
        skipped += end_ - begin_;
        begin_ = end_;
        if (is_at_end_) return skipped;
        fill();
    }
}

std::optional<Line> LineBuffer::next() {
    const void* found = std::memchr(bytes_.data() + begin_, '\n', end_ - begin_);
    if (found == nullptr && !is_at_end_ && end_ - begin_ <= longest_line) {
        fill();
        found = std::memchr(bytes_.data(), '\n', end_);
    }
    const char* const first = bytes_.data() + begin_;
    if (found == nullptr && begin_ == end_) return std::nullopt;
    const std::size_t size =
        found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - first) : end_ - begin_;
    if (size > longest_line) {
        return Line{{}, true, skip_rest_of_line()};
    }
    const std::size_t taken = found != nullptr ? size + 1 : size;
    begin_ += taken;
    return Line{{first, size}, false, taken};
}

}  // namespace toets::cases
