// One case many times over in a caseload of its own, so that it can be judged on many days in one batch.
#pragma once

#include <cstdint>
#include <vector>

#include "cases/case.h"

namespace toets::cases {

class Copies {
public:
    // The caseload must stay as it is.
    Copies(const Caseload& caseload, std::uint32_t case_index);
    // Rows of one copy, of all kinds together.
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const std::vector<std::uint32_t>& rows(model::KindId kind) const { return rows_[kind.index()]; }
    // `to` becomes `count` cases with the same facts. Places are not copied: nobody explains a copy; nor are
    // words, unless something is read from them.
    void write(std::size_t count, Caseload& to) const;
    // Where a row of the case stands in a copy.
    [[nodiscard]] std::uint32_t row_in(std::size_t copy, model::KindId kind, std::uint32_t row) const;

private:
    void write_words(std::size_t count, Caseload& to) const;
    void write_column(model::FieldId field, std::size_t count, Caseload& to) const;
    void write_list(model::FieldId field, std::size_t count, Caseload& to) const;

    const Caseload& caseload_;
    std::uint32_t case_index_;
    std::vector<std::vector<std::uint32_t>> rows_;  // by KindId, ascending
    std::size_t size_ = 0;
};

}  // namespace toets::cases
