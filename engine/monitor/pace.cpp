// Where a straight line through what is done leads to.
#include "monitor/making.h"

namespace toets::monitor {

namespace {

__extension__ using Product = __int128;

std::int64_t on_the_line(std::int64_t count, std::int64_t part, std::int64_t whole) {
    return static_cast<std::int64_t>(Product{count} * part / whole);
}

// A number that must be reached, and has not been reached yet.
std::optional<std::int64_t> still_to_reach(const portfolio::Standing& standing) {
    if (!standing.agreed || !standing.agreed->value || standing.agreed->perhaps_more > 0) return std::nullopt;
    if (standing.agreed->bound == model::Bound::AtMost) return std::nullopt;
    return standing.counted.done < *standing.agreed->value ? standing.agreed->value : std::nullopt;
}

}  // namespace

std::optional<Pace> to_pace(const portfolio::Standing& standing, bool is_share, Date today) {
    if (is_share || !standing.period) return std::nullopt;
    const auto& [first, last] = *standing.period;
    if (today < first || last < today) return std::nullopt;
    Pace pace;
    pace.passed_days = today.days - first.days + 1;
    pace.days = last.days - first.days + 1;
    pace.at_end = on_the_line(standing.counted.done, pace.days, pace.passed_days);
    const std::optional<std::int64_t> agreed = still_to_reach(standing);
    if (!agreed) return pace;
    pace.due_now = on_the_line(*agreed, pace.passed_days, pace.days);
    pace.is_behind = standing.counted.done < *pace.due_now;
    const std::int64_t to_plan = *agreed - standing.counted.sure();
    if (to_plan > 0) pace.to_plan = to_plan;
    return pace;
}

}  // namespace toets::monitor
