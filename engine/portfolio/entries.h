// The things that count, or may count: one entry for each, packed, for there may be millions of them.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "base/blocks.h"
#include "base/date.h"
#include "evaluation/evaluation.h"

namespace toets::portfolio {

using evaluation::Truth;

struct Entry {
    std::uint32_t case_number = 0;  // in Ledger::labels
    std::uint32_t key = 0;          // in OfTally::keys: its combination; a period is filled in from the moment
    std::optional<Date> moment;
    std::optional<Date> late_in;  // it became known on this day, when its own year was closed, and counts then
    Truth counts = Truth::False;
    Truth of = Truth::False;  // of a share: it belongs to the denominator
    // The day by which it is placed in a period.
    [[nodiscard]] std::optional<Date> day() const { return late_in ? late_in : moment; }
};

class Entries {
public:
    void push_back(const Entry& entry) { packed_.push_back(packed(entry)); }
    [[nodiscard]] Entry operator[](std::size_t index) const;
    void set(std::size_t index, const Entry& entry) { packed_[index] = packed(entry); }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(packed_.size()); }
    // [first, last) of a case. They were added in the order of their cases.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of_case(std::uint32_t case_number) const;

private:
    struct Packed {
        std::uint32_t case_number;
        std::int32_t moment;
        std::int32_t late_in;
        std::uint32_t key_and_truths;
    };
    static_assert(sizeof(Packed) == 16);
    static Packed packed(const Entry& entry);
    [[nodiscard]] std::uint32_t first_from(std::uint32_t case_number) const;

    Blocks<Packed> packed_;
};

}  // namespace toets::portfolio
