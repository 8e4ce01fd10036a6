// What both yardsticks count with: days and months, working days, and truths that may be unknown.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace yardstick {

using Day = std::int32_t;

// ------------------------------------------------------------------------------------------------- days and months

struct Civil {
    int year, month, day;
};
// Algorithms of H. Hinnant, "chrono-compatible low-level date algorithms", for days after 1970.
inline Civil to_civil(Day days) {
    const auto z = static_cast<unsigned>(days + 719468);
    const unsigned era = z / 146097;
    const unsigned day_of_era = z - era * 146097;
    const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned shifted = (5 * day_of_year + 2) / 153;
    const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    const unsigned day = day_of_year - (153 * shifted + 2) / 5 + 1;
    return {static_cast<int>(year_of_era + era * 400 + (month <= 2)), static_cast<int>(month), static_cast<int>(day)};
}

inline Day to_day(Civil civil) {
    const auto year = static_cast<unsigned>(civil.year - (civil.month <= 2));
    const unsigned era = year / 400;
    const unsigned year_of_era = year - era * 400;
    const auto shifted = static_cast<unsigned>(civil.month > 2 ? civil.month - 3 : civil.month + 9);
    const unsigned day_of_year = (153 * shifted + 2) / 5 + static_cast<unsigned>(civil.day) - 1;
    const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return static_cast<Day>(era * 146097 + day_of_era) - 719468;
}

inline int last_day_of_month(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return 30 + ((month + (month >> 3)) & 1);
}

inline Day add_months(Day day, int months) {
    Civil civil = to_civil(day);
    const int total = civil.year * 12 + civil.month - 1 + months;
    civil.year = total / 12;
    civil.month = total % 12 + 1;
    if (civil.day > 28) civil.day = std::min(civil.day, last_day_of_month(civil.year, civil.month));
    return to_day(civil);
}

// ----------------------------------------------------------------------------------------------------- working days

inline Day easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return to_day({year, n / 31, n % 31 + 1});
}

// On a Sunday the King celebrates the day before.
inline Day kings_day(int year) {
    const Day day = to_day({year, 4, 27});
    return (day + 3) % 7 == 6 ? day - 1 : day;
}

// Working days up to and including each day from 2015 to 2035, and where each of them is. `mark_free(year, mark)` names
// the free days of a year that are no Saturday or Sunday.
class WorkingDays {
public:
    template <class MarkFree>
    explicit WorkingDays(MarkFree mark_free) : counts_(static_cast<std::size_t>(to_day({2036, 1, 1}) - first_)) {
        std::vector<bool> free(counts_.size());
        for (int year = 2015; year <= 2035; ++year) {
            mark_free(year, [&](Day day) { free[static_cast<std::size_t>(day - first_)] = true; });
        }
        for (std::size_t index = 0; index < counts_.size(); ++index) {
            const Day day = first_ + static_cast<Day>(index);
            if ((day + 3) % 7 < 5 && !free[index]) days_.push_back(day);
            counts_[index] = static_cast<std::int16_t>(days_.size());
        }
    }
    [[nodiscard]] int between(Day after, Day until) const { return at(until) - at(after); }
    [[nodiscard]] bool contains(Day day) const { return at(day) != at(day - 1); }
    // The count-th working day after the day.
    [[nodiscard]] Day shifted(Day day, int count) const { return days_[static_cast<std::size_t>(at(day) + count - 1)]; }

private:
    [[nodiscard]] int at(Day day) const { return counts_[static_cast<std::size_t>(day - first_)]; }

    Day first_ = to_day({2015, 1, 1});
    std::vector<std::int16_t> counts_;
    std::vector<Day> days_;
};

// ---------------------------------------------------------------------------------------------- three-valued logic

enum class Truth : std::uint8_t { False, Unknown, True };

inline Truth given(bool is_known, bool holds) {
    return is_known ? (holds ? Truth::True : Truth::False) : Truth::Unknown;
}
inline Truth both(Truth left, Truth right) { return std::min(left, right); }
inline Truth either(Truth left, Truth right) { return std::max(left, right); }
inline char letter(Truth truth) { return "VMS"[static_cast<std::size_t>(truth)]; }

}  // namespace yardstick
