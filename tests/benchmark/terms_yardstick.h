// The measure for the rules of termijnlast.toets: eleven rules about time written by hand in C++, over structs made for
// them alone. A day that is not known is a bit that is not set; a period without an end ends on `never`.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yardstick_calendar.h"

namespace yardstick::terms {

constexpr Day never = 1 << 20;
constexpr Day reference_date = 20'000;

enum EventList : std::size_t {
    Confirmations,
    Offers,
    Advices,
    Evaluations,
    Visits,
    Reports,
    Nuisances,
    Reductions,
    Talks,
    Warnings,
    LastChances
};
constexpr std::size_t event_lists = 11;
enum PeriodList : std::size_t { Additions, Guidance, Registrations };
constexpr std::size_t period_lists = 3;

struct Event {
    Day day;
    bool has_day;
    Truth is_by_right_one;
};
struct Period {
    Day first, last;
};
// Where the things of a list stand, in the array of all cases.
struct Range {
    std::uint32_t first, count;
};
struct Case {
    Day applied, start, until;
    bool has_applied, has_start;
    std::array<Range, event_lists> events;
    std::array<Range, period_lists> periods;
};
struct Cases {
    std::vector<Case> cases;
    std::vector<Event> events;
    std::vector<Period> periods;
    void clear() {
        cases.clear();
        events.clear();
        periods.clear();
    }
};

constexpr std::size_t rules = 11;

// The letters of every case at `out`, which has room for eleven a case.
void judge(const Cases& cases, char* out);
// Adds the letters of every case, and a line end each, to `lines`.
void append_lines(const Cases& cases, std::string& lines);
// Adds the cases of a text of JSON Lines, behind which simdjson's padding may be read. False after a mistake.
bool read_lines(std::string_view text, Cases& cases);
// File to verdicts, block by block.
bool append_lines(const std::string& path, std::string& lines);

}  // namespace yardstick::terms
