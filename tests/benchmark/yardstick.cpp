#include "yardstick.h"

namespace yardstick {

namespace {

// ------------------------------------------------------------------------------------------------- days and months

struct Civil {
    int year, month, day;
};
// Algorithms of H. Hinnant, "chrono-compatible low-level date algorithms", for days after 1970.
Civil to_civil(Day days) {
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

Day to_day(Civil civil) {
    const auto year = static_cast<unsigned>(civil.year - (civil.month <= 2));
    const unsigned era = year / 400;
    const unsigned year_of_era = year - era * 400;
    const auto shifted = static_cast<unsigned>(civil.month > 2 ? civil.month - 3 : civil.month + 9);
    const unsigned day_of_year = (153 * shifted + 2) / 5 + static_cast<unsigned>(civil.day) - 1;
    const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return static_cast<Day>(era * 146097 + day_of_era) - 719468;
}

int last_day_of_month(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return 30 + ((month + (month >> 3)) & 1);
}

Day add_months(Day day, int months) {
    Civil civil = to_civil(day);
    const int total = civil.year * 12 + civil.month - 1 + months;
    civil.year = total / 12;
    civil.month = total % 12 + 1;
    if (civil.day > 28) civil.day = std::min(civil.day, last_day_of_month(civil.year, civil.month));
    return to_day(civil);
}

// ----------------------------------------------------------------------------------------------------- working days

// Working days up to and including each day from 2015 to 2035, as the oracle counts them.
class WorkingDays {
public:
    WorkingDays() : counts_(static_cast<std::size_t>(to_day({2036, 1, 1}) - first_)) {
        std::vector<bool> free(counts_.size());
        const auto mark = [&](Day day) { free[static_cast<std::size_t>(day - first_)] = true; };
        for (int year = 2020; year <= 2029; ++year) {
            const Day sunday = easter(year);
            const Day kings_day = to_day({year, 4, 27});
            for (const int after : {1, 39, 50}) mark(sunday + after);
            mark((kings_day + 3) % 7 == 6 ? kings_day - 1 : kings_day);
            for (const Civil day : {Civil{year, 1, 1}, Civil{year, 12, 25}, Civil{year, 12, 26}}) mark(to_day(day));
            if (year % 5 == 0) mark(to_day({year, 5, 5}));
        }
        std::int16_t count = 0;
        for (std::size_t index = 0; index < counts_.size(); ++index) {
            const bool is_weekday = (first_ + static_cast<Day>(index) + 3) % 7 < 5;
            if (is_weekday && !free[index]) ++count;
            counts_[index] = count;
        }
    }
    [[nodiscard]] int between(Day after, Day until) const { return at(until) - at(after); }

private:
    static Day easter(int year) {
        const int a = year % 19, b = year / 100, c = year % 100;
        const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        const int m = (a + 11 * h + 22 * l) / 451;
        const int n = h + l - 7 * m + 114;
        return to_day({year, n / 31, n % 31 + 1});
    }
    [[nodiscard]] int at(Day day) const { return counts_[static_cast<std::size_t>(day - first_)]; }

    Day first_ = to_day({2015, 1, 1});
    std::vector<std::int16_t> counts_;
};

// ---------------------------------------------------------------------------------------------- three-valued logic

enum class Truth : std::uint8_t { False, Unknown, True };

Truth given(bool is_known, bool holds) { return is_known ? (holds ? Truth::True : Truth::False) : Truth::Unknown; }
Truth both(Truth left, Truth right) { return std::min(left, right); }
Truth either(Truth left, Truth right) { return std::max(left, right); }
char letter(Truth truth) { return "VMS"[static_cast<std::size_t>(truth)]; }

bool knows(const Case& c, std::uint32_t facts) { return (c.known & facts) == facts; }
bool knows(const Debt& debt, unsigned facts) { return (debt.known & facts) == facts; }

// ----------------------------------------------------------------------------------------------------------- rules

constexpr int social_rent = 87966;

char signed_in_time(const Case& c) {
    return letter(given(knows(c, Signed | Allocated), c.signed_on + 14 <= c.allocated));
}

char enough_guidance(const Case& c) {
    if (!knows(c, Start | Assessed)) return 'M';
    if (c.assessed >= add_months(c.start, 6)) return 'N';
    return letter(given(knows(c, Hours), c.half_hours >= 4));
}

char debts_arranged(const Case& c, const Debt* debts) {
    constexpr int most_debt = 150000;
    if (!knows(c, Debts)) return 'M';
    if (c.debts == 0) return 'N';
    int sum = 0;
    bool is_sum_known = true;
    Truth all = Truth::True;
    for (const Debt* debt = debts + c.first_debt; debt != debts + c.first_debt + c.debts; ++debt) {
        if (knows(*debt, Amount))
            sum += debt->amount;
        else
            is_sum_known = false;
        const Truth is_other = given(knows(*debt, Creditor), !debt->is_rent);
        if (is_other == Truth::True) continue;
        const bool can_tell = knows(*debt, DebtStart) && knows(c, Allocated);
        const Truth ran = given(can_tell, can_tell && add_months(debt->start, 3) <= c.allocated);
        all = both(all, either(is_other, both(given(knows(*debt, Arrangement), debt->has_arrangement), ran)));
    }
    const Truth is_small = sum >= most_debt ? Truth::False : is_sum_known ? Truth::True : Truth::Unknown;
    return letter(either(is_small, all));
}

char fallback(const Case& c) {
    if (!knows(c, ContractKind)) return 'M';
    if (c.contract == Contract::Regular) return 'N';
    const bool can_tell = knows(c, FallbackUntil | Allocated);
    return letter(both(both(given(knows(c, Guaranteed), c.guaranteed), given(knows(c, By), c.is_by_provider)),
                       given(can_tell, can_tell && c.fallback_until >= add_months(c.allocated, 12))));
}

char fitting_rent(const Case& c) {
    const int size = c.adults + c.children;
    const int most = size <= 2 ? 65043 : size <= 4 ? 69707 : social_rent;
    return letter(given(knows(c, Adults | Children | Rent), c.rent <= most));
}

Truth had_conversation(const Nuisance& nuisance, const Case& c) {
    static const WorkingDays days;
    constexpr int most_days = 5;
    if ((nuisance.known & Reported) == 0) return Truth::Unknown;
    if ((nuisance.known & Conversation) != 0) {
        return given(true, days.between(nuisance.reported, nuisance.conversation) <= most_days);
    }
    const bool is_late = knows(c, Assessed) && days.between(nuisance.reported, c.assessed) > most_days;
    return is_late ? Truth::False : Truth::Unknown;
}

char conversations(const Case& c, const Nuisance* nuisances) {
    if (!knows(c, Nuisances)) return 'M';
    if (c.nuisances == 0) return 'N';
    Truth all = Truth::True;
    for (const Nuisance* each = nuisances + c.first_nuisance; each != nuisances + c.first_nuisance + c.nuisances;
         ++each) {
        all = both(all, had_conversation(*each, c));
    }
    return letter(all);
}

char little_nuisance(const Case& c) {
    if (!knows(c, Nuisances)) return 'M';
    return c.open + c.perhaps_open <= 2 ? 'S' : c.open > 2 ? 'V' : 'M';
}

char valid_decision(const Case& c) {
    if (!knows(c, DecisionKind)) return 'M';
    if (!c.is_decision_needed) return 'N';
    return letter(both(given(knows(c, DecisionFrom | Allocated), c.decision_from <= c.allocated),
                       given(knows(c, DecisionUntil | Allocated), c.allocated <= c.decision_until)));
}

char take_part(const Case& c) {
    return letter(both(given(knows(c, Corporation), c.takes_part_corporation),
                       given(knows(c, Municipality), c.takes_part_municipality)));
}

char fitting_income(const Case& c) {
    if (!knows(c, Rent)) return 'M';
    if (c.rent > social_rent) return 'N';
    const int most = c.adults + c.children == 1 ? 4769900 : 5267100;
    return letter(given(knows(c, Income | Adults | Children), c.income <= most));
}

char recent_evaluation(const Case& c) {
    if (!knows(c, Start | Months | Assessed)) return 'M';
    if (add_months(c.start, c.months) <= c.assessed) return 'N';
    return c.assessed <= add_months(knows(c, LastEvaluation) ? c.last_evaluation : c.start, 6) ? 'S' : 'V';
}

char spread(const Case& c) {
    if (!knows(c, Units)) return 'M';
    if (c.units < 10) return 'N';
    return letter(either(given(knows(c, Exemption), c.exemption), given(knows(c, Clients), c.clients * 10 <= c.units)));
}

void judge_one(const Case& c, const Cases& cases, char* out) {
    out[0] = signed_in_time(c);
    out[1] = enough_guidance(c);
    out[2] = debts_arranged(c, cases.debts.data());
    out[3] = fallback(c);
    out[4] = fitting_rent(c);
    out[5] = conversations(c, cases.nuisances.data());
    out[6] = little_nuisance(c);
    out[7] = valid_decision(c);
    out[8] = take_part(c);
    out[9] = fitting_income(c);
    out[10] = recent_evaluation(c);
    out[11] = spread(c);
}

}  // namespace

void judge(const Cases& cases, char* out) {
    for (const Case& c : cases.cases) {
        judge_one(c, cases, out);
        out += rules;
    }
}

void append_lines(const Cases& cases, std::string& lines) {
    std::size_t at = lines.size();
    lines.resize(at + cases.cases.size() * (rules + 1));
    for (const Case& c : cases.cases) {
        judge_one(c, cases, lines.data() + at);
        lines[at + rules] = '\n';
        at += rules + 1;
    }
}

}  // namespace yardstick
