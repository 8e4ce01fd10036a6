// Which parties must consent before a document or a version of a rule is in force, and whether they did (C84).
#pragma once

#include "model/context.h"

namespace toets::model {

// Moves the first day of `validity` to the day of the last consent, or says that it is not in force.
void read_consents(Context& context, const syntax::Header& header, Validity& validity,
                   std::optional<ConsentNeeded>& needed);

}  // namespace toets::model
