#include "model/successions.h"

#include <algorithm>

namespace toets::model {

namespace {

class SuccessionReader {
public:
    explicit SuccessionReader(Context& context) : context_(context) {}

    void read(const syntax::SuccessionClause& clause, Span where) {
        if (is_known(clause)) return;
        const auto party = party_named(clause.party);
        const auto successor = party_named(clause.successor);
        if (!party || !successor) return;
        if (is_possible(clause, *party, *successor, where)) {
            context_.model.successions.push_back({*party, *successor, clause.from, where});
        }
    }

private:
    // Said before in the same words, perhaps by another document.
    [[nodiscard]] bool is_known(const syntax::SuccessionClause& clause) const {
        const std::vector<Succession>& all = context_.model.successions;
        return std::any_of(all.begin(), all.end(), [&](const Succession& each) {
            return key_of(context_.model.parties[each.party].name.text) == key_of(clause.party) &&
                   key_of(context_.model.parties[each.successor].name.text) == key_of(clause.successor) &&
                   each.from == clause.from;
        });
    }

    std::optional<PartyId> party_named(const syntax::Phrase& phrase) const {
        const auto found = context_.names.parties.find(key_of(phrase));
        if (found != context_.names.parties.end()) return found->second;
        std::vector<std::string> names;
        for (const Party& party : context_.model.parties) names.push_back(party.name.text);
        context_.report(Code::SuccessorUnknown, phrase.where,
                        {word("found", text_of(phrase)), hint_argument(text_of(phrase), names)});
        return std::nullopt;
    }

    bool is_possible(const syntax::SuccessionClause& clause, PartyId party, PartyId successor, Span where) const {
        const Party& before = context_.model.parties[party];
        const Party& after = context_.model.parties[successor];
        if (party == successor) {
            context_.report(Code::SucceedsItself, where, {word("name", before.name.text)});
            return false;
        }
        if (before.role != after.role) {
            context_.report(
                Code::SuccessorOfOtherRole, clause.successor.where,
                {word("party", before.name.text), word("role", context_.model.roles[before.role].name.text),
                 word("successor", after.name.text), word("other", context_.model.roles[after.role].name.text)});
            return false;
        }
        if (const Succession* earlier = succession_of(party)) {
            context_.report(Code::SucceededTwice, where, {word("name", before.name.text)},
                            {{Code::DeclaredHereNote, earlier->where, {}}});
            return false;
        }
        return !is_circle(party, successor, where);
    }

    [[nodiscard]] const Succession* succession_of(PartyId party) const {
        const std::vector<Succession>& all = context_.model.successions;
        const auto found =
            std::find_if(all.begin(), all.end(), [party](const Succession& each) { return each.party == party; });
        return found == all.end() ? nullptr : &*found;
    }

    // Whoever succeeds the successor, and so on, is never the party itself again. Those read already form no circle.
    bool is_circle(PartyId party, PartyId successor, Span where) const {
        const auto name = [this](PartyId id) { return context_.model.parties[id].name.text; };
        std::string circle = name(party) + " → " + name(successor);
        for (const Succession* next = succession_of(successor); next != nullptr;
             next = succession_of(next->successor)) {
            circle += " → " + name(next->successor);
            if (next->successor != party) continue;
            context_.report(Code::SuccessionCircle, where, {word("circle", circle)});
            return true;
        }
        return false;
    }

    Context& context_;
};

}  // namespace

void read_successions(Context& context, const std::vector<Place>& places) {
    SuccessionReader reader(context);
    for (const Place& place : places) {
        for (const syntax::Clause& clause : place.header->clauses) {
            const auto* succession = std::get_if<syntax::SuccessionClause>(&clause.kind);
            if (succession != nullptr) reader.read(*succession, clause.where);
        }
    }
}

}  // namespace toets::model
