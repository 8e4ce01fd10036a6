#include "model/overlap.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

namespace toets::model {

namespace {

// Values of a column, from the first to the last; a cell may have several of these.
struct Range {
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};
using Ranges = std::vector<Range>;

// Of the values written in a cell; a plain count and a number with decimals stand differently in a column.
std::optional<Base> base_of(const Model& model, const Condition& cell) {
    const auto base = [&](ExpressionId id) { return std::optional(model.expressions[id].type.base); };
    if (const auto* is = std::get_if<IsOneOf>(&cell.kind)) return base(is->values.front());
    if (const auto* compared = std::get_if<Compared>(&cell.kind)) return base(compared->right);
    if (const auto* between = std::get_if<Between>(&cell.kind)) return base(between->first);
    if (std::holds_alternative<DateIs>(cell.kind) || std::holds_alternative<DateBetween>(cell.kind)) return Base::Date;
    if (std::holds_alternative<YesNoHolds>(cell.kind)) return Base::YesNo;
    return std::nullopt;
}

class Reader {
public:
    explicit Reader(const Model& model) : model_(model) {}

    // Nothing when the cell says more than values and ranges written out.
    [[nodiscard]] std::optional<Ranges> ranges(const Condition& cell) const {
        if (std::holds_alternative<Always>(cell.kind)) return Ranges{{}};
        if (const auto* is = std::get_if<IsOneOf>(&cell.kind)) return of(*is);
        if (const auto* holds = std::get_if<YesNoHolds>(&cell.kind)) return Ranges{point(holds->negated ? 0 : 1)};
        if (const auto* compared = std::get_if<Compared>(&cell.kind)) {
            if (is_duration(compared->right)) return std::nullopt;
            return with(compared->right, [&](std::int64_t value) { return of(compared->comparison, value); });
        }
        if (const auto* date = std::get_if<DateIs>(&cell.kind)) {
            return with(date->bound, [&](std::int64_t value) { return of(date->relation, value); });
        }
        if (const auto* between = std::get_if<Between>(&cell.kind)) return of(between->first, between->last);
        if (const auto* between = std::get_if<DateBetween>(&cell.kind)) return of(between->first, between->last);
        return std::nullopt;
    }

private:
    static Range point(std::int64_t value) { return {value, value}; }

    [[nodiscard]] std::optional<std::int64_t> constant(ExpressionId id) const {
        const auto* value = std::get_if<Constant>(&model_.expressions[id].kind);
        return value == nullptr ? std::nullopt : std::optional(value->value);
    }
    // Months and days have no order between them.
    [[nodiscard]] bool is_duration(ExpressionId id) const { return model_.expressions[id].type.base == Base::Duration; }

    template <class Function>
    [[nodiscard]] std::optional<Ranges> with(ExpressionId id, Function range) const {
        const auto value = constant(id);
        return value ? std::optional(Ranges{range(*value)}) : std::nullopt;
    }

    [[nodiscard]] std::optional<Ranges> of(const IsOneOf& is) const {
        Ranges points;
        for (const ExpressionId id : is.values) {
            const auto value = constant(id);
            if (!value || is.negated) return std::nullopt;
            points.push_back(point(*value));
        }
        return points;
    }
    [[nodiscard]] std::optional<Ranges> of(ExpressionId first, ExpressionId last) const {
        const auto begin = constant(first);
        const auto end = constant(last);
        if (!begin || !end || is_duration(first)) return std::nullopt;
        return Ranges{{*begin, *end}};
    }
    static Range of(Comparison comparison, std::int64_t value) {
        switch (comparison) {
            case Comparison::Equal: return point(value);
            case Comparison::AtLeast: return {.first = value};
            case Comparison::AtMost: return {.last = value};
            case Comparison::MoreThan: return {.first = value + 1};
            case Comparison::LessThan: return {.last = value - 1};
        }
        return {};
    }
    static Range of(DateRelation relation, std::int64_t value) {
        switch (relation) {
            case DateRelation::NotAfter: return {.last = value};
            case DateRelation::Before: return {.last = value - 1};
            case DateRelation::On: return point(value);
            case DateRelation::NotBefore: return {.first = value};
            case DateRelation::After: return {.first = value + 1};
        }
        return {};
    }

    const Model& model_;
};

bool have_shared_value(const Ranges& one, const Ranges& other) {
    return std::any_of(one.begin(), one.end(), [&](const Range& left) {
        return std::any_of(other.begin(), other.end(), [&](const Range& right) {
            return std::max(left.first, right.first) <= std::min(left.last, right.last);
        });
    });
}

// Days and months exclude each other nowhere: they have no order between them.
bool surely_apart(const Model& model, const Condition& one, const Condition& other) {
    const auto base = base_of(model, one);
    if (!base || *base == Base::Duration || base != base_of(model, other)) return false;
    const Reader reader(model);
    const auto some = reader.ranges(one);
    const auto others = reader.ranges(other);
    return some && others && !have_shared_value(*some, *others);
}

bool exclude_each_other(const Model& model, const TableRow& one, const TableRow& other) {
    for (std::size_t column = 0; column < std::min(one.cells.size(), other.cells.size()); ++column) {
        if (surely_apart(model, model.conditions[one.cells[column]], model.conditions[other.cells[column]]))
            return true;
    }
    return false;
}

}  // namespace

bool surely_overlap(const Model& model, const Sources& sources, ConditionId one, ConditionId other) {
    const Condition& left = model.conditions[one];
    const Condition& right = model.conditions[other];
    if (std::holds_alternative<Always>(left.kind) || std::holds_alternative<Always>(right.kind)) return true;
    const Reader reader(model);
    const auto some = reader.ranges(left);
    const auto others = reader.ranges(right);
    if (some && others) return have_shared_value(*some, *others);
    const auto words = [&](const Condition& cell) { return fold(sources[cell.where.source].text(cell.where)); };
    return words(left) == words(right);
}

bool may_fit_together(const Model& model, const DecisionTable& table) {
    for (auto one = table.rows.begin(); one != table.rows.end(); ++one) {
        const bool may_fit_too = std::any_of(
            one + 1, table.rows.end(), [&](const TableRow& other) { return !exclude_each_other(model, *one, other); });
        if (may_fit_too) return true;
    }
    return false;
}

}  // namespace toets::model
