// What the case does to the contingents, spreads and shares of a register (C72-C75).
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

constexpr std::size_t most_uses_in_words = 5;  // the others are a number
constexpr std::size_t most_uses_in_answer = 100;
constexpr std::size_t all_uses = static_cast<std::size_t>(-1);
// One combination as it stands, apart from any case. With at most so many of the cases that count there.
TallyPosition to_position(const Sources& sources, const portfolio::Look& look, const portfolio::Standing& standing,
                          std::size_t most_uses);
// Each combination the proposed case counts for, before and after; and what that means for the verdict.
void add_positions(const Reading& reading, const portfolio::Look& look, Answer& answer);
// Without a register: which of them are not judged.
void add_needs_register(const Reading& reading, Answer& answer);

}  // namespace toets::explanation
