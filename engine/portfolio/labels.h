// The labels of the cases of a register, in the order in which they were read. There may be a million of them: they
// stand in one text, and those that a case has of its own can be found again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/blocks.h"

namespace toets::portfolio {

class Labels {
public:
    enum class Kind { Own, MadeUp };  // `zaak: …`; or the name of a file, the number of a line
    // The number of the case.
    std::uint32_t add(std::string_view label, Kind kind = Kind::MadeUp);
    // Valid until the next one is added.
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const;
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    // All cases that have this label of their own, in order.
    [[nodiscard]] std::vector<std::uint32_t> named(std::string_view label) const;

private:
    void index(std::uint32_t number);
    void grow();

    std::string text_;
    Blocks<std::size_t> ends_;          // by case
    std::vector<std::uint32_t> slots_;  // a case with a label of its own stands at its hash, or behind it
    std::size_t indexed_ = 0;
};

}  // namespace toets::portfolio
