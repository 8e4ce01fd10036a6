#include "model/agreement_parties.h"

#include <algorithm>

namespace toets::model {

namespace {

class PartyReader {
public:
    explicit PartyReader(const Context& context) : context_(context) {}

    std::vector<PartyId> read(const std::vector<syntax::Phrase>& phrases) {
        for (const syntax::Phrase& phrase : phrases) {
            if (!add_named(phrase.words, 0, phrase.words.size())) report(phrase);
        }
        return std::move(found_);
    }

    void report(const syntax::Phrase& phrase) const {
        std::vector<std::string> names;
        for (const Party& party : context_.model.parties) names.push_back(party.name.text);
        context_.report(Code::AgreementPartyUnknown, phrase.where,
                        {word("found", text_of(phrase)), hint_argument(text_of(phrase), names)});
    }

private:
    // The whole if it is a name; otherwise cut at the first `en` before which there is one.
    bool add_named(const Words& words, std::size_t begin, std::size_t end) {
        if (begin == end) return false;
        if (add_one(key_of(words, begin, end))) return true;
        const std::size_t before = found_.size();
        for (std::size_t at = begin + 1; at < end; ++at) {
            if (words[at].folded != "en" || !add_one(key_of(words, begin, at))) continue;
            if (add_named(words, at + 1, end)) return true;
            found_.resize(before);
        }
        return false;
    }

    bool add_one(const std::string& key) {
        const Model& model = context_.model;
        if (key == "alle partijen") {
            for (std::size_t index = 0; index < model.parties.size(); ++index) add(model.parties.id_at(index));
            return true;
        }
        const auto party = context_.names.parties.find(key);
        if (party != context_.names.parties.end()) {
            add(party->second);
            return true;
        }
        const auto role = context_.names.roles.find(key);
        if (role == context_.names.roles.end() || model.roles[role->second].members.empty()) return false;
        for (const PartyId member : model.roles[role->second].members) add(member);
        return true;
    }

    void add(PartyId party) {
        if (std::find(found_.begin(), found_.end(), party) == found_.end()) found_.push_back(party);
    }

    const Context& context_;
    std::vector<PartyId> found_;
};

}  // namespace

std::optional<PartyId> party_named(const Context& context, const syntax::Phrase& phrase) {
    const auto found = context.names.parties.find(key_of(phrase));
    if (found != context.names.parties.end()) return found->second;
    PartyReader(context).report(phrase);
    return std::nullopt;
}

std::vector<PartyId> parties_named(const Context& context, const std::vector<syntax::Phrase>& phrases) {
    return PartyReader(context).read(phrases);
}

}  // namespace toets::model
