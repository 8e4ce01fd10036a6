#include "model/seats.h"

#include <algorithm>

namespace toets::model {

namespace {

bool contains(const std::vector<PartyId>& parties, PartyId party) {
    return std::find(parties.begin(), parties.end(), party) != parties.end();
}

}  // namespace

std::vector<Succession> in_order(const std::vector<Succession>& successions) {
    std::vector<Succession> open = successions;
    std::vector<Succession> placed;
    while (!open.empty()) {
        const auto is_ready = [&open](const Succession& each) {
            return std::none_of(open.begin(), open.end(),
                                [&each](const Succession& other) { return other.successor == each.party; });
        };
        auto next = std::find_if(open.begin(), open.end(), is_ready);
        if (next == open.end()) next = open.begin();  // a circle, which was reported
        placed.push_back(*next);
        open.erase(next);
    }
    return placed;
}

PartyId holder_on(const Model& model, PartyId party, Date day) {
    for (const Succession& each : in_order(model.successions)) {
        if (each.party == party && each.from <= day) party = each.successor;
    }
    return party;
}

std::vector<PartyId> predecessors_of(const Model& model, PartyId party) {
    std::vector<PartyId> found;
    std::vector<PartyId> open{party};
    while (!open.empty()) {
        const PartyId successor = open.back();
        open.pop_back();
        for (const Succession& each : model.successions) {
            if (each.successor != successor || each.party == party || contains(found, each.party)) continue;
            found.push_back(each.party);
            open.push_back(each.party);
        }
    }
    return found;
}

std::vector<PartyId> seats_on(const Model& model, const std::vector<PartyId>& parties, Date day) {
    std::vector<PartyId> seats;
    for (const PartyId party : parties) {
        const PartyId holder = holder_on(model, party, day);
        const Party& member = model.parties[party];
        const bool is_member = (!member.joined || *member.joined <= day) && (!member.left || day <= *member.left);
        if (is_member && !contains(seats, holder)) seats.push_back(holder);
    }
    return seats;
}

}  // namespace toets::model
