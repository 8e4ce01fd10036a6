#include "model/validity.h"

namespace toets::model {

Validity narrowed(Validity outer, const syntax::ValidityClause& own) {
    if (!outer.first || *outer.first < own.first) outer.first = own.first;
    if (own.last && (!outer.last || *own.last < *outer.last)) outer.last = own.last;
    return outer;
}

Validity validity_of(const Context& context, const Place& place) {
    Validity validity = context.model.documents[place.document].validity;
    for (const syntax::Clause& clause : place.header->clauses) {
        if (const auto* own = std::get_if<syntax::ValidityClause>(&clause.kind)) validity = narrowed(validity, *own);
    }
    return validity;
}

}  // namespace toets::model
