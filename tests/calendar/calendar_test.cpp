// Days and terms against what other programs say of them: the two tables are written by oracle.py.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "calendar/calendar.h"

namespace toets::test {
namespace {

using calendar::Calendar;
using calendar::EndOfTerm;

std::vector<std::vector<std::string>> lines_of(const std::string& name) {
    std::ifstream file(SOURCE_ROOT "/tests/calendar/" + name);
    std::vector<std::vector<std::string>> lines;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells;
        std::istringstream rest(line);
        for (std::string cell; std::getline(rest, cell, '\t');) cells.push_back(cell);
        lines.push_back(cells);
    }
    return lines;
}

Date on(const std::string& iso) { return date_from_iso(iso).value(); }

Calendar statute() {
    calendar::FreeDays days = calendar::free_days_of_statute();
    const std::vector<Date> decree = {on("2026-01-02"), on("2026-05-15"), on("2027-05-07"), on("2028-04-28"),
                                      on("2028-05-26")};
    days.equated.push_back({2026, 2028, decree, "Stcrt. 2025, 24713", false});
    return Calendar(days);
}

TEST(Oracle, EveryFeastDayFrom2015To2035) {
    const auto lines = lines_of("holidays.tsv");
    EXPECT_EQ(lines.size(), 21U * calendar::holiday_count);
    for (const auto& line : lines) {
        const Date date = on(line.at(0));
        const auto holiday = calendar::holiday_from_words(line.at(1));
        ASSERT_TRUE(holiday.has_value()) << line.at(1);
        EXPECT_EQ(to_iso(calendar::date_of(*holiday, to_civil(date).year)), line.at(0)) << line.at(1);
    }
}

TEST(Oracle, Terms) {
    const Calendar calendar = statute();
    const std::map<std::string, EndOfTerm> ways = {{"zonder verschuiving", EndOfTerm::Stays},
                                                   {"met verschuiving", EndOfTerm::Moves},
                                                   {"Algemene termijnenwet", EndOfTerm::ByStatute}};
    const auto lines = lines_of("terms.tsv");
    EXPECT_GT(lines.size(), 1000U);
    for (const auto& line : lines) {
        const Duration length = duration_from_words(line.at(1)).value();
        std::optional<Date> last;
        if (line.at(2) == "terug") {
            last = calendar.before(on(line.at(0)), length);
        } else if (const auto term = calendar.term(on(line.at(0)), length, ways.at(line.at(2)), false)) {
            last = term->last;
        }
        EXPECT_EQ(last ? to_iso(*last) : "onbekend", line.at(3))
            << line.at(0) << ' ' << line.at(1) << ' ' << line.at(2);
    }
}

}  // namespace
}  // namespace toets::test
