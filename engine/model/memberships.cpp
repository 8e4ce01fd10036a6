#include "model/memberships.h"

#include "model/agreement_parties.h"

namespace toets::model {

void read_memberships(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        for (const syntax::Clause& clause : place.header->clauses) {
            const auto* membership = std::get_if<syntax::MembershipClause>(&clause.kind);
            if (membership == nullptr) continue;
            const std::optional<PartyId> id = party_named(context, membership->party);
            if (!id) continue;
            Party& party = context.model.parties.at(*id);
            const bool is_backwards = membership->first && membership->last && *membership->last < *membership->first;
            if (is_backwards) context.report(Code::ValidityBackwards, clause.where);
            const bool is_other = (party.joined || party.left) &&
                                  (party.joined != membership->first || party.left != membership->last);
            if (is_other) context.report(Code::MembershipTwice, clause.where, {word("name", party.name.text)});
            party.joined = membership->first;
            party.left = membership->last;
        }
    }
}

}  // namespace toets::model
