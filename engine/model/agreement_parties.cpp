#include "model/agreement_parties.h"

#include <algorithm>

#include "model/cuts.h"

namespace toets::model {

namespace {

class PartyReader {
public:
    explicit PartyReader(Context& context) : context_(context) {}

    std::vector<PartyId> read(const std::vector<syntax::Phrase>& phrases) {
        for (const syntax::Phrase& phrase : phrases) read(phrase);
        return std::move(found_);
    }

    void report(const syntax::Phrase& phrase) const {
        std::vector<std::string> names;
        for (const Party& party : context_.model.parties) names.push_back(party.name.text);
        context_.report(Code::AgreementPartyUnknown, phrase.where,
                        {word("found", text_of(phrase)), hint_argument(text_of(phrase), names)});
    }

private:
    void read(const syntax::Phrase& phrase) {
        const Scope nowhere{};
        const PhraseReader reader(context_, nowhere, phrase);
        const auto fits = [&](std::size_t begin, std::size_t end) {
            return !parties_of(key_of(reader.words(), begin, end)).empty();
        };
        const Cuts cuts = all_cuts(reader, 0, reader.size(), {"en"}, fits);
        if (cuts.empty()) return report(phrase);
        if (cuts.size() > 1) report_cuts(context_, reader, cuts);
        for (const auto& [begin, end] : cuts.front()) {
            for (const PartyId party : parties_of(key_of(reader.words(), begin, end))) add(party);
        }
    }

    [[nodiscard]] std::vector<PartyId> parties_of(const std::string& key) const {
        const Model& model = context_.model;
        std::vector<PartyId> all;
        for (std::size_t index = 0; index < model.parties.size(); ++index) all.push_back(model.parties.id_at(index));
        if (key == "alle partijen") return all;
        const auto party = context_.names.parties.find(key);
        if (party != context_.names.parties.end()) return {party->second};
        const auto role = context_.names.roles.find(key);
        return role != context_.names.roles.end() ? model.roles[role->second].members : std::vector<PartyId>();
    }

    void add(PartyId party) {
        if (std::find(found_.begin(), found_.end(), party) == found_.end()) found_.push_back(party);
    }

    Context& context_;
    std::vector<PartyId> found_;
};

}  // namespace

std::optional<PartyId> party_named(Context& context, const syntax::Phrase& phrase) {
    const auto found = context.names.parties.find(key_of(phrase));
    if (found != context.names.parties.end()) return found->second;
    PartyReader(context).report(phrase);
    return std::nullopt;
}

std::vector<PartyId> parties_named(Context& context, const std::vector<syntax::Phrase>& phrases) {
    return PartyReader(context).read(phrases);
}

}  // namespace toets::model
