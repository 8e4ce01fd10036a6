// The rank of documents (taal.md C2): statute before region, region before municipality, municipality before
// corporation.
#pragma once

#include "model/context.h"

namespace toets::model {

Level to_model(syntax::Level level);

enum class Rank { Higher, Same, Lower, NotDeclared };

// Of `one` beside `other`. A document has the same rank as itself, whether it declares one or not.
Rank rank_of(const Model& model, DocumentId one, DocumentId other);
// Reports that the rank of the two is not declared.
void report_rank(const Context& context, DocumentId one, DocumentId other, Span where);

}  // namespace toets::model
