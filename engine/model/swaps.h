// What parties hand each other of their agreed numbers (C88), and whose turn the next one is (C89).
#pragma once

#include "model/context.h"

namespace toets::model {

// Read them into a contingent whose dimensions are known.
void read_swap(Context& context, const Place& place, Tally& tally);
void read_turn(Context& context, const Place& place, Tally& tally);

}  // namespace toets::model
