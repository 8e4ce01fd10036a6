#include "model/powers.h"

#include "base/ensure.h"

namespace toets::model {

namespace {

// From the event to the thing after `bij elke`: itself, its owner, or the one thing that refers to it.
ExpressionId subject_of(Context& context, const TimedAct& power, KindId subject, VariableId decided) {
    const Type type = context.model.expressions[power.asked.events].type;
    const ExpressionId event = context.add(VariableUse{decided}, thing_type(Base::Thing, type.kind), power.where);
    if (type.kind == subject) return event;
    for (const FieldId id : context.kind(type.kind).fields) {
        const Field& field = context.model.fields[id];
        const bool leads_back = field.role == FieldRole::Owner || field.role == FieldRole::Inverse;
        if (leads_back && field.type.kind == subject) return context.add(FieldOf{event, id}, field.type, power.where);
    }
    return {};
}

void report_owner(const Context& context, const TimedAct& power) {
    const Kind& event = context.kind(context.model.expressions[power.asked.events].type.kind);
    const bool has_owner = event.owner.is_valid();
    const std::string owner =
        has_owner ? context.kind(context.model.fields[event.owner].type.kind).name.text : std::string("…");
    context.report(Code::PowerNeedsOwner, power.where, {word("event", event.name.text), word("owner", owner)});
}

void declare_power(Context& context, RuleId rule, std::size_t index) {
    RuleVersion& version = context.model.rules.at(rule).versions[index];
    if (!version.power) return;
    const KindId kind = context.model.expressions[version.power->asked.events].type.kind;
    Kind& event = context.model.kinds.at(kind);
    if (!event.decided.is_valid()) event.decided = context.model.variables.add({event.name.text, kind, {}});
    const KindId subject = context.model.variables[version.subject].kind;
    const ExpressionId path = subject_of(context, *version.power, subject, event.decided);
    if (!path.is_valid()) {
        report_owner(context, *version.power);
        version.power.reset();
        return;
    }
    if (!event.counts_when.is_valid()) {
        event.counts_when = context.add(Empowered{event.decided, {}}, version.power->where);
    }
    auto* empowered = std::get_if<Empowered>(&context.model.conditions.at(event.counts_when).kind);
    ensure(empowered != nullptr);
    empowered->powers.push_back({rule, index, path});
}

}  // namespace

void declare_powers(Context& context) {
    for (std::size_t i = 0; i < context.model.rules.size(); ++i) {
        const RuleId id = context.model.rules.id_at(i);
        for (std::size_t index = 0; index < context.model.rules[id].versions.size(); ++index) {
            declare_power(context, id, index);
        }
    }
}

}  // namespace toets::model
