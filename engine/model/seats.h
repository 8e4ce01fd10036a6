// Who takes part in an agreement on a day: parties join and leave (C6), and one takes the place of another (C8).
#pragma once

#include "model/model.h"

namespace toets::model {

// The successions in an order in which each follows those that lead to its party.
std::vector<Succession> in_order(const std::vector<Succession>& successions);
// Who has its place on that day: itself, or its successor.
PartyId holder_on(const Model& model, PartyId party, Date day);
// Those it succeeded, at any time, and those they did.
std::vector<PartyId> predecessors_of(const Model& model, PartyId party);
// Those of `parties` that take part on that day, each place once.
std::vector<PartyId> seats_on(const Model& model, const std::vector<PartyId>& parties, Date day);

}  // namespace toets::model
