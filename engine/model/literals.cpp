#include "base/match.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

Duration to_duration(const syntax::DurationLiteral& literal) {
    switch (literal.unit) {
        case syntax::DurationUnit::Days: return {literal.count, Duration::Unit::Days};
        case syntax::DurationUnit::Weeks: return {literal.count * 7, Duration::Unit::Days};
        case syntax::DurationUnit::Months: return {literal.count, Duration::Unit::Months};
        case syntax::DurationUnit::Years: return {literal.count * 12, Duration::Unit::Months};
        case syntax::DurationUnit::WorkingDays: return {literal.count, Duration::Unit::WorkingDays};
    }
    return {};
}

}  // namespace

std::optional<std::int64_t> column_value(const syntax::LiteralValue& literal, Base base) {
    const auto number = [&](const Decimal& value) { return rescale(value, scale(base)); };
    return match(
        literal,
        [&](const syntax::NumberLiteral& it) -> std::optional<std::int64_t> {
            if (base == Base::Count || base == Base::Number) return number(it.value);
            return std::nullopt;
        },
        [&](const syntax::AmountLiteral& it) -> std::optional<std::int64_t> {
            if (base == Base::Amount) return number(it.value);
            return std::nullopt;
        },
        [&](const syntax::PercentageLiteral& it) -> std::optional<std::int64_t> {
            if (base == Base::Percentage) return number(it.value);
            return std::nullopt;
        },
        [&](const syntax::DurationLiteral& it) -> std::optional<std::int64_t> {
            if (base == Base::Duration) return to_column_value(to_duration(it));
            return std::nullopt;
        },
        [&](const syntax::HoursPerWeekLiteral& it) -> std::optional<std::int64_t> {
            if (base == Base::HoursPerWeek) return number(it.value);
            return std::nullopt;
        },
        [&](const syntax::DateLiteral& it) -> std::optional<std::int64_t> {
            if (base == Base::Date) return it.value.days;
            return std::nullopt;
        });
}

}  // namespace toets::model
