// The things behind the numbers of a report: in which cases they are, and when they count.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "portfolio/standings.h"

namespace toets::monitor {

struct Member {
    std::uint32_t case_number = 0;
    std::optional<Date> moment;
    std::optional<Date> day;  // by which it is placed: another when it became known after its year was closed
    bool is_sure = true;
};
using Members = std::vector<Member>;

// What counts in a combination, or may count there.
Members members_of(const portfolio::Ledger& ledger, const portfolio::Standing& standing);
// Of a share: what belongs to the denominator of each combination.
class Wholes {
public:
    Wholes(const portfolio::Ledger& ledger, model::TallyId tally);
    [[nodiscard]] Members of(const portfolio::Key& key) const;

private:
    portfolio::Counting counting_;
    std::map<portfolio::Key, Members> by_key_;
    std::vector<portfolio::Key> loose_;  // of which a name is unknown: they may be the same as another
};
// The same case, told more than once, is one.
std::uint32_t case_of(const portfolio::Ledger& ledger, std::uint32_t number);

enum class Part { Done, Planned, Perhaps };
// The cases of one part, each once and in order; of a period only what has its day in it.
std::vector<std::uint32_t> cases_of(const portfolio::Ledger& ledger, const Members& members, Part part,
                                    const std::optional<portfolio::Period>& period = std::nullopt);

std::vector<std::uint32_t> each_once(std::vector<std::uint32_t> cases);  // in order

}  // namespace toets::monitor
