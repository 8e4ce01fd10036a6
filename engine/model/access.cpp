#include "model/access.h"

#include <algorithm>

#include "model/vocabulary.h"

namespace toets::model {

namespace {

// Of what each role may see nothing is evaluated yet.
bool says_who_sees_what(const syntax::Header& header) {
    return std::any_of(header.clauses.begin(), header.clauses.end(), [](const syntax::Clause& clause) {
        return std::holds_alternative<syntax::NotYetClause>(clause.kind);
    });
}

}  // namespace

void read_access(Context& context, const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* small = std::get_if<syntax::SmallCountsClause>(&clause.kind);
        if (small == nullptr) continue;
        // Several documents may say so: what is enough for one of them must be enough for all.
        context.model.fewest_shown = std::max(context.model.fewest_shown, small->fewest);
    }
    if (!says_who_sees_what(*place.header)) return;
    context.model.not_yet.push_back({"C78", "inzage", {}, source_of(context, place), place.header->heading});
}

}  // namespace toets::model
