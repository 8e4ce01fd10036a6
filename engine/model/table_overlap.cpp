#include "model/table_overlap.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/match.h"

namespace toets::model {

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

// The values a cell lets through: those named, or all from first to last.
struct Values {
    Base base = Base::Text;
    std::vector<std::int64_t> named;
    std::int64_t first = lowest;
    std::int64_t last = highest;

    [[nodiscard]] bool holds(std::int64_t value) const {
        if (!named.empty()) return std::find(named.begin(), named.end(), value) != named.end();
        return first <= value && value <= last;
    }
};

std::optional<std::int64_t> constant_of(const Model& model, ExpressionId id) {
    const auto* constant = std::get_if<Constant>(&model.expressions[id].kind);
    return constant == nullptr ? std::nullopt : std::optional(constant->value);
}

std::optional<Values> compared_values(const Model& model, const Compared& cell) {
    const auto bound = constant_of(model, cell.right);
    if (!bound) return std::nullopt;
    Values values{model.expressions[cell.right].type.base, {}, lowest, highest};
    switch (cell.comparison) {
        case Comparison::Equal: values.named = {*bound}; break;
        case Comparison::AtLeast: values.first = *bound; break;
        case Comparison::AtMost: values.last = *bound; break;
        case Comparison::MoreThan: values.first = *bound + 1; break;
        case Comparison::LessThan: values.last = *bound - 1; break;
    }
    return values;
}

std::optional<Values> values_of(const Model& model, ConditionId cell) {
    using Maybe = std::optional<Values>;
    const Maybe none;
    return match(
        model.conditions[cell].kind,
        [&](const IsOneOf& is) -> Maybe {
            if (is.negated) return none;
            Values values{model.expressions[is.values.front()].type.base, {}, lowest, highest};
            for (const ExpressionId id : is.values) {
                const auto value = constant_of(model, id);
                if (!value) return none;
                values.named.push_back(*value);
            }
            return values;
        },
        [&](const Compared& compared) { return compared_values(model, compared); },
        [&](const Between& between) -> Maybe {
            const auto first = constant_of(model, between.first);
            const auto last = constant_of(model, between.last);
            if (!first || !last) return none;
            return Values{model.expressions[between.first].type.base, {}, *first, *last};
        },
        [&](const YesNoHolds& holds) -> Maybe {
            return Values{Base::YesNo, {holds.negated ? 0 : 1}, lowest, highest};
        },
        [&](const auto&) -> Maybe { return none; });
}

bool are_apart(const Values& one, const Values& other) {
    // Days and months have no order between them; other bases may be scaled differently.
    if (one.base != other.base || one.base == Base::Duration) return false;
    for (const auto& [some, rest] : {std::pair(&one, &other), std::pair(&other, &one)}) {
        if (some->named.empty()) continue;
        return std::none_of(some->named.begin(), some->named.end(),
                            [rest = rest](std::int64_t value) { return rest->holds(value); });
    }
    return one.last < other.first || other.last < one.first;
}

}  // namespace

bool exclude_each_other(const Model& model, const TableRow& one, const TableRow& other) {
    for (std::size_t column = 0; column < std::min(one.cells.size(), other.cells.size()); ++column) {
        const auto left = values_of(model, one.cells[column]);
        const auto right = values_of(model, other.cells[column]);
        if (left && right && are_apart(*left, *right)) return true;
    }
    return false;
}

bool may_fit_together(const Model& model, const DecisionTable& table) {
    for (auto one = table.rows.begin(); one != table.rows.end(); ++one) {
        for (auto other = one + 1; other != table.rows.end(); ++other) {
            if (!exclude_each_other(model, *one, *other)) return true;
        }
    }
    return false;
}

}  // namespace toets::model
