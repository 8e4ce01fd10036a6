#include "model/shields.h"

#include "model/first_days.h"
#include "model/walk.h"

namespace toets::model {

namespace {

bool has_shield(const Model& model, const Walk& walk) {
    return std::any_of(walk.conditions().begin(), walk.conditions().end(), [&model](ConditionId each) {
        return std::holds_alternative<Shield>(model.conditions[each].kind);
    });
}

// What is looked at on each of the days up to the reference date.
bool rests_on_shield(const Model& model, ConditionId condition) {
    Walk walk(model);
    walk.condition(condition);
    return has_shield(model, walk);
}

void check_nested(Context& context, ConditionId by_day) {
    if (rests_on_shield(context.model, by_day)) {
        context.report(Code::ShieldInDays, context.model.conditions[by_day].where);
    }
}

}  // namespace

bool have_shield(const Model& model, const std::vector<Exception>& exceptions) {
    Walk walk(model);
    walk.exceptions(exceptions);
    return has_shield(model, walk);
}

bool have_shield(const Model& model, const RuleVersion& version) {
    Walk walk(model);
    walk.exceptions(version.exceptions);
    walk.exempted_by(version);
    return has_shield(model, walk);
}

void check_shields(Context& context) {
    const Model& model = context.model;
    for (std::size_t index = 0; index < model.conditions.size(); ++index) {
        const Condition& condition = model.conditions[model.conditions.id_at(index)];
        const auto* shield = std::get_if<Shield>(&condition.kind);
        if (shield == nullptr) continue;
        check_nested(context, shield->condition);
        if (!depends_on_day(model, shield->condition)) context.report(Code::ShieldOnEveryDay, condition.where);
    }
    for (std::size_t index = 0; index < model.expressions.size(); ++index) {
        const auto* first = std::get_if<FirstDay>(&model.expressions[model.expressions.id_at(index)].kind);
        if (first != nullptr) check_nested(context, first->condition);
    }
    for (const Rule& rule : model.rules) {
        for (const RuleVersion& version : rule.versions) {
            const bool returns = version.duty && version.duty->recurrence;
            if (!returns || !have_shield(model, version)) continue;
            const Span where = version.exceptions.empty() ? version.where : version.exceptions.front().where;
            context.report(Code::ShieldOfSeries, where);
        }
    }
}

}  // namespace toets::model
