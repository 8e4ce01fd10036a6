#include "monitor/members.h"

#include <algorithm>

namespace toets::monitor {

namespace {

using portfolio::Truth;

Part part_of(const Member& member, Date today) {
    if (!member.is_sure || !member.moment) return Part::Perhaps;
    return today < *member.moment ? Part::Planned : Part::Done;
}

bool is_within(const Member& member, const std::optional<portfolio::Period>& period) {
    if (!period) return true;
    return member.day && !(*member.day < period->first) && !(period->last < *member.day);
}

portfolio::Counting counting_of(const portfolio::Ledger& ledger, model::TallyId tally) {
    return {ledger.program->model->tallies[tally], ledger.reference_date};
}

}  // namespace

Members members_of(const portfolio::Ledger& ledger, const portfolio::Standing& standing) {
    const portfolio::OfTally& of = ledger.tallies[standing.tally.index()];
    const portfolio::Counting counting = counting_of(ledger, standing.tally);
    Members members;
    const auto add = [&](const portfolio::Group& group) {
        for (const std::uint32_t number : group.entries) {
            const portfolio::Entry entry = of.entries[number];
            members.push_back({entry.case_number, entry.moment, entry.day(), counting.is_sure(entry, group.key)});
        }
    };
    if (const portfolio::Group* group = of.counted.find(standing.key)) add(*group);
    for (const std::uint32_t number : of.counted.loose()) {
        const portfolio::Group& group = of.counted.all()[number];
        if (group.key != standing.key && portfolio::may_be(group.key, standing.key)) add(group);
    }
    return members;
}

Wholes::Wholes(const portfolio::Ledger& ledger, model::TallyId tally) : counting_(counting_of(ledger, tally)) {
    const portfolio::OfTally& of = ledger.tallies[tally.index()];
    for (std::uint32_t number = 0; number < of.entries.size(); ++number) {
        const portfolio::Entry entry = of.entries[number];
        if (entry.of == Truth::False) continue;
        const portfolio::Key key = counting_.of_part(of.keys[entry.key]);
        const auto [found, is_new] = by_key_.try_emplace(key);
        if (is_new && portfolio::has_unknown(key)) loose_.push_back(key);
        const bool is_sure = entry.of == Truth::True && entry.moment.has_value() && !portfolio::has_unknown(key);
        found->second.push_back({entry.case_number, entry.moment, entry.day(), is_sure});
    }
}

Members Wholes::of(const portfolio::Key& key) const {
    const portfolio::Key wanted = counting_.of_part(key);
    const auto found = by_key_.find(wanted);
    Members members = found == by_key_.end() ? Members{} : found->second;
    for (const portfolio::Key& loose : loose_) {
        if (loose == wanted || !portfolio::may_be(loose, wanted)) continue;
        const Members& more = by_key_.at(loose);
        members.insert(members.end(), more.begin(), more.end());
    }
    return members;
}

std::uint32_t case_of(const portfolio::Ledger& ledger, std::uint32_t number) {
    if (ledger.different == 0) return number;
    const std::vector<std::uint32_t> same = ledger.labels.named(ledger.labels[number]);
    const bool is_told_more = std::find(same.begin(), same.end(), number) != same.end();
    return is_told_more ? same.front() : number;
}

std::vector<std::uint32_t> cases_of(const portfolio::Ledger& ledger, const Members& members, Part part,
                                    const std::optional<portfolio::Period>& period) {
    std::vector<std::uint32_t> cases;
    for (const Member& member : members) {
        const bool is_meant = part_of(member, ledger.reference_date) == part && is_within(member, period);
        if (is_meant) cases.push_back(case_of(ledger, member.case_number));
    }
    return each_once(std::move(cases));
}

std::vector<std::uint32_t> each_once(std::vector<std::uint32_t> cases) {
    std::sort(cases.begin(), cases.end());
    cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
    return cases;
}

}  // namespace toets::monitor
