// What to run, in which order, and where each register lives: made once per program. A batch runs only what the
// outcomes need, and registers that are no longer needed lend their memory to later ones.
#pragma once

#include <vector>

#include "program/instruction.h"

namespace toets::evaluation {

struct Plan {
    struct Part {  // everything about the things of one kind
        program::FrameId frame;
        std::vector<program::Instruction> instructions;
        bool looks_at_days = false;  // thousands of rows for each of its things
    };
    std::vector<program::Instruction> constants;  // the same for every row
    std::vector<Part> parts;
    std::vector<std::uint32_t> slot_of;  // by register
    std::size_t slots = 0;
};

enum class Keep { Outcomes, Everything };
Plan make_plan(const program::Program& program, Keep keep);

}  // namespace toets::evaluation
