#include "yardstick.h"

#include "yardstick_lines.h"

namespace yardstick {

namespace {

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
    // Liberation Day is free once in five years here.
    static const WorkingDays days([](int year, auto mark) {
        const Day sunday = easter(year);
        for (const int after : {1, 39, 50}) mark(sunday + after);
        mark(kings_day(year));
        for (const Civil day : {Civil{year, 1, 1}, Civil{year, 12, 25}, Civil{year, 12, 26}}) mark(to_day(day));
        if (year % 5 == 0) mark(to_day({year, 5, 5}));
    });
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

void judge(const Cases& cases, char* out) { judge_each<rules>(cases, out, judge_one); }

void append_lines(const Cases& cases, std::string& lines) { append_each<rules>(cases, lines, judge_one); }

}  // namespace yardstick
