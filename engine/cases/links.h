// How the things of a case hang together: from a field to the thing it leads to, and the way back.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cases/case.h"

namespace toets::cases {

struct PathStep {
    model::KindId kind;
    std::uint32_t row = 0;
};
using Path = std::vector<PathStep>;  // from the root of the case to the thing at hand

// A new row, in the case of `row`, of the kind that `field` leads to from `row`; it knows its way back.
std::uint32_t add_thing(Caseload& caseload, model::FieldId field, std::uint32_t row);
// `field` of `row` leads to `target`. The way back is filled in when `target` had none.
void set_reference(Caseload& caseload, model::FieldId field, std::uint32_t row, std::uint32_t target);
void set_items(Caseload& caseload, model::FieldId field, std::uint32_t row, std::span<const std::uint32_t> items);
// Absent or Unknown, without a value.
void set_state(Caseload& caseload, model::FieldId field, std::uint32_t row, State state);

// A thing some rule is about, that the last thing of the path should lead to but nobody told us about, gets a row of
// its own; and so on from there, never twice through one kind. Those rows are added to `unknown`.
void add_unknown_subjects(Caseload& caseload, Path& path, std::vector<PathStep>& unknown);

// For a root of `kind` that no rule is about: the one field of the one event that a readiness check is made for.
model::FieldId readiness_field(const model::Model& model, model::KindId kind);

}  // namespace toets::cases
