// Duties that return (C58): when the next one is due.
#pragma once

#include "model/conditions.h"

namespace toets::model {

// Empty after a reported mistake. `event` is what the duty asks for.
std::optional<Recurrence> read_recurrence(Context& context, const Scope& scope, const syntax::Recurrence& recurrence,
                                          KindId event, Span where);

}  // namespace toets::model
