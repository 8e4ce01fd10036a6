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

}  // namespace toets::model
