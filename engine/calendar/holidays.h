// The feast days a calendar can name: a closed list, each computed by its rule. Days that a decree fixes are data of an
// agreement and not of this list.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace toets::calendar {

enum class Holiday : std::uint8_t {
    NewYearsDay,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    KingsDay,  // Queen's Day, 30 April, until 2013
    LiberationDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    ChristmasDay,
    BoxingDay,
};
constexpr std::size_t holiday_count = 11;

// `erkende feestdagen`: article 3(1) of the Algemene termijnenwet. Two Sundays and Good Friday are not among them.
constexpr std::array<Holiday, 8> recognised_holidays = {
    Holiday::NewYearsDay,  Holiday::EasterMonday, Holiday::KingsDay,     Holiday::LiberationDay,
    Holiday::AscensionDay, Holiday::WhitMonday,   Holiday::ChristmasDay, Holiday::BoxingDay};

// Earlier years had other lists of feast days, which nobody has checked for this engine.
constexpr int first_year_of_holidays = 1990;

// Any Gregorian year.
Date easter_sunday(int year);
// first_year_of_holidays and later. King's Day is the 26th when 27 April is a Sunday, Queen's Day was the 29th when 30
// April was one.
Date date_of(Holiday holiday, int year);

// "Koningsdag", "tweede paasdag"; Koninginnedag for the years that had it.
std::string_view to_words(Holiday holiday, int year, Language language);
// Dutch, folded. "eerste kerstdag"; empty for another word.
std::optional<Holiday> holiday_from_words(std::string_view folded);

}  // namespace toets::calendar
