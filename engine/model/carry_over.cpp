#include "model/carry_over.h"

#include <algorithm>

#include "base/date.h"
#include "model/agreed_numbers.h"
#include "model/expressions.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

constexpr int most_years = 10;
constexpr int months_a_year = 12;
constexpr std::int64_t whole = 100'000'000;  // 100%

const syntax::LiteralValue* only_literal(const syntax::Phrase& phrase) {
    const bool is_one = phrase.words.size() == 1 && phrase.words.front().literal;
    return is_one ? &*phrase.words.front().literal : nullptr;
}

// "1 maart"; a leap year has every day.
// A whole number of years.
std::optional<int> years_of(const syntax::Phrase& phrase) {
    const syntax::LiteralValue* literal = only_literal(phrase);
    const auto* length = literal != nullptr ? std::get_if<syntax::DurationLiteral>(literal) : nullptr;
    if (length == nullptr) return std::nullopt;
    if (length->unit == syntax::DurationUnit::Years) return length->count;
    const bool is_whole = length->unit == syntax::DurationUnit::Months && length->count % months_a_year == 0;
    return is_whole ? std::optional(length->count / months_a_year) : std::nullopt;
}

class CarryOverReader {
public:
    CarryOverReader(Context& context, const Place& place, Tally& tally)
        : context_(context), place_(place), tally_(tally) {}

    void read() {
        for (const syntax::Clause& clause : place_.header->clauses) {
            where_ = clause.where;
            if (const auto* carry = std::get_if<syntax::CarryOverClause>(&clause.kind)) read(*carry);
            if (const auto* expiry = std::get_if<syntax::ExpiryClause>(&clause.kind)) read(*expiry);
            if (const auto* closing = std::get_if<syntax::ClosingClause>(&clause.kind)) read(*closing);
        }
        check_complete();
    }

private:
    void read(const syntax::CarryOverClause& clause) {
        carried_.push_back(where_);
        check_years(clause.is_surplus ? "een overschot gaat mee" : "een tekort gaat mee");
        check_has_numbers(context_, place_, where_,
                          clause.is_surplus ? "een overschot gaat mee" : "een tekort gaat mee");
        CarryOver carry;
        carry.where = where_;
        carry.is_cap_of_whole = clause.is_cap_of_whole;
        if (clause.part) carry.part = percentage(*clause.part).value_or(whole);
        if (clause.cap) carry.cap = percentage(*clause.cap);
        read_rounding(clause, carry);
        std::optional<CarryOver>& place = clause.is_surplus ? tally_.surplus : tally_.shortfall;
        if (place) {
            context_.report(Code::CarriedTwice, where_,
                            {clause.is_surplus ? term("what", "een overschot", "a surplus")
                                               : term("what", "een tekort", "a shortfall")},
                            {{Code::DeclaredHereNote, place->where, {}}});
            return;
        }
        place = carry;
    }

    void read_rounding(const syntax::CarryOverClause& clause, CarryOver& carry) {
        const bool has_percentage = clause.part || clause.cap;
        if (clause.rounding == syntax::Rounding::LargestRemainder) {
            context_.report(Code::LargestRemainderOfOne, where_);
        } else if (clause.rounding && !has_percentage) {
            context_.report(Code::RoundingWithoutPercentage, where_);
        } else if (!clause.rounding && has_percentage) {
            context_.report(Code::PercentageWithoutRounding, where_);
        } else if (clause.rounding) {
            carry.rounding = model::to_model(*clause.rounding);
        }
    }

    void read(const syntax::ExpiryClause& clause) {
        expiry_ = where_;
        const auto years = years_of(clause.after);
        if (!years || *years < 1 || *years > most_years) {
            context_.report(Code::ExpiryYears, clause.after.where, {word("found", text_of(clause.after))});
            return;
        }
        tally_.lapses_after_years = *years;
        tally_.is_oldest_first = clause.is_oldest_first;
    }

    void read(const syntax::ClosingClause& clause) {
        is_closed_ = true;
        check_years("het kalenderjaar sluit op");
        tally_.closes = closing_day(clause.day);
        if (!tally_.closes) {
            context_.report(Code::ClosingDay, clause.day.where, {word("found", text_of(clause.day))});
        }
    }

    // More than 0% and at most 100%.
    std::optional<std::int64_t> percentage(const syntax::Phrase& phrase) const {
        const syntax::LiteralValue* literal = only_literal(phrase);
        const auto value = literal != nullptr ? column_value(*literal, Base::Percentage) : std::nullopt;
        if (value && *value > 0 && *value <= whole) return value;
        context_.report(Code::CarriedPart, phrase.where,
                        {word("found", std::string(context_.sources[phrase.where.source].text(phrase.where)))});
        return std::nullopt;
    }

    void check_years(const char* clause) const {
        const auto has = [this](TallyDimension::What what) {
            return std::any_of(tally_.dimensions.begin(), tally_.dimensions.end(),
                               [what](const TallyDimension& dimension) { return dimension.what == what; });
        };
        if (has(TallyDimension::What::Year) && !has(TallyDimension::What::Quarter)) return;
        context_.report(Code::CountedByYear, where_, {word("clause", clause)});
    }

    void check_complete() const {
        if (has_unreadable_line(place_)) return;
        if (carried_.empty() && expiry_) context_.report(Code::NothingCarried, *expiry_);
        if (carried_.empty()) return;
        if (!expiry_) {
            report_missing("wanneer het vervalt", "when it lapses", "wat meegaat, vervalt na 2 jaar, het oudste eerst");
        }
        if (!is_closed_) {
            report_missing("tot welke dag het jaar nog open is", "up to which day the year is open",
                           "het kalenderjaar sluit op 1 maart van het volgende kalenderjaar");
        }
    }

    void report_missing(const char* nl, const char* en, const char* line) const {
        context_.report(Code::CarryOverIncomplete, carried_.front(), {term("what", nl, en), word("line", line)});
    }

    Context& context_;
    const Place& place_;
    Tally& tally_;
    Span where_;
    std::vector<Span> carried_;
    std::optional<Span> expiry_;
    bool is_closed_ = false;
};

}  // namespace

std::optional<calendar::DayOfYear> closing_day(const syntax::Phrase& phrase) {
    const auto date = date_from_words(text_of(phrase) + " 2028");
    if (!date) return std::nullopt;
    const CivilDate civil = to_civil(*date);
    const bool is_leap_day = civil.month == 2 && civil.day == 29;
    return is_leap_day ? std::nullopt : std::optional(calendar::DayOfYear{civil.month, civil.day});
}

void read_carry_over(Context& context, const Place& place, Tally& tally) {
    CarryOverReader(context, place, tally).read();
}

}  // namespace toets::model
