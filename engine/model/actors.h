// Who acts: roles, kinds of persons, parties, and the fields that hold them.
#pragma once

#include "model/readings.h"

namespace toets::model {

// Parties: `de corporatie en de zorgaanbieder` (each), `de gemeente of de cliënt` (one of them). taal.md B8.
Actors read_actors(Context& context, const Scope& scope, const std::vector<syntax::Phrase>& phrases);
Actors read_actors(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end);

}  // namespace toets::model
