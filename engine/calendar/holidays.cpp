#include "calendar/holidays.h"

#include "base/civil.h"

namespace toets::calendar {

namespace {

constexpr int first_kings_day = 2014;

struct Names {
    std::string_view folded;
    std::string_view nl;
    std::string_view en;
};
constexpr std::array<Names, holiday_count> names = {{
    {"nieuwjaarsdag", "Nieuwjaarsdag", "New Year's Day"},
    {"goede vrijdag", "Goede Vrijdag", "Good Friday"},
    {"eerste paasdag", "eerste paasdag", "Easter Sunday"},
    {"tweede paasdag", "tweede paasdag", "Easter Monday"},
    {"koningsdag", "Koningsdag", "King's Day"},
    {"bevrijdingsdag", "Bevrijdingsdag", "Liberation Day"},
    {"hemelvaartsdag", "Hemelvaartsdag", "Ascension Day"},
    {"eerste pinksterdag", "eerste pinksterdag", "Whit Sunday"},
    {"tweede pinksterdag", "tweede pinksterdag", "Whit Monday"},
    {"eerste kerstdag", "eerste kerstdag", "Christmas Day"},
    {"tweede kerstdag", "tweede kerstdag", "Boxing Day"},
}};

bool is_sunday(Date date) { return weekday(date) == Weekday::Sunday; }

Date kings_day(int year) {
    const Date birthday = civil::to_days(year < first_kings_day ? CivilDate{year, 4, 30} : CivilDate{year, 4, 27});
    return is_sunday(birthday) ? Date{birthday.days - 1} : birthday;
}

}  // namespace

// The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
Date easter_sunday(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int correction = (century + 8) / 25;
    const int moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    const int late = (golden + 11 * moon + 22 * to_sunday) / 451;
    const int sum = moon + to_sunday - 7 * late + 114;
    return civil::to_days({year, sum / 31, sum % 31 + 1});
}

Date date_of(Holiday holiday, int year) {
    const auto after_easter = [year](int days) { return Date{easter_sunday(year).days + days}; };
    switch (holiday) {
        case Holiday::NewYearsDay: return civil::to_days({year, 1, 1});
        case Holiday::GoodFriday: return after_easter(-2);
        case Holiday::EasterSunday: return after_easter(0);
        case Holiday::EasterMonday: return after_easter(1);
        case Holiday::KingsDay: return kings_day(year);
        case Holiday::LiberationDay: return civil::to_days({year, 5, 5});
        case Holiday::AscensionDay: return after_easter(39);
        case Holiday::WhitSunday: return after_easter(49);
        case Holiday::WhitMonday: return after_easter(50);
        case Holiday::ChristmasDay: return civil::to_days({year, 12, 25});
        case Holiday::BoxingDay: break;
    }
    return civil::to_days({year, 12, 26});
}

std::string_view to_words(Holiday holiday, int year, Language language) {
    const bool is_dutch = language == Language::Dutch;
    if (holiday == Holiday::KingsDay && year < first_kings_day) return is_dutch ? "Koninginnedag" : "Queen's Day";
    const Names& found = names[static_cast<std::size_t>(holiday)];
    return is_dutch ? found.nl : found.en;
}

std::optional<Holiday> holiday_from_words(std::string_view folded) {
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (names[index].folded == folded) return static_cast<Holiday>(index);
    }
    return std::nullopt;
}

}  // namespace toets::calendar
