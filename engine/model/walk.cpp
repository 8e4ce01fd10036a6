#include "model/walk.h"

#include "base/match.h"

namespace toets::model {

namespace {

template <class IdType>
std::vector<IdType> valid(std::initializer_list<IdType> ids) {
    std::vector<IdType> result;
    for (const IdType id : ids) {
        if (id.is_valid()) result.push_back(id);
    }
    return result;
}

using Expressions = std::vector<ExpressionId>;

Expressions with(std::vector<ExpressionId> list, ExpressionId first) {
    list.insert(list.begin(), first);
    return list;
}

void add_holders(Expressions& list, const Actors& actors) {
    for (const Actor& actor : actors.actors) {
        if (actor.holder.is_valid()) list.push_back(actor.holder);
    }
}

}  // namespace

std::vector<ExpressionId> expressions_of(const Expression& expression) {
    return match(
        expression.kind, [](const VariableUse&) { return Expressions{}; },
        [](const CaseThing&) { return Expressions{}; }, [](const FieldOf& it) { return valid({it.thing}); },
        [](const FieldOfEach& it) { return valid({it.things}); },
        [](const OnlyThose& it) { return valid({it.things}); }, [](const Constant&) { return Expressions{}; },
        [](const ParameterValue&) { return Expressions{}; }, [](const DerivedValue& it) { return valid({it.self}); },
        [](const TableValue& it) { return valid({it.self}); }, [](const CountOf& it) { return valid({it.things}); },
        [](const SumOf& it) {
            return valid({it.things, it.value});
        },
        [](const ExtremeOf& it) { return it.values; },
        [](const ExtremeOver& it) {
            return valid({it.things, it.value});
        },
        [](const PeriodOn& it) { return valid({it.periods}); },
        [](const EventAt& it) {
            return valid({it.events, it.date});
        },
        [](const Arithmetic& it) {
            return valid({it.left, it.right});
        },
        [](const PercentageOf& it) {
            return valid({it.percentage, it.whole, it.minimum, it.maximum});
        },
        [](const ShiftedDate& it) {
            return valid({it.duration, it.date});
        },
        [](const SuspendedTerm& it) {
            Expressions list{it.term};
            for (const Suspension& suspension : it.suspensions) list.push_back(suspension.periods);
            return list;
        },
        [](const FirstDay&) { return Expressions{}; }, [](const BoundDate&) { return Expressions{}; },
        [](const YearOf& it) { return valid({it.date}); }, [](const ReferenceDate&) { return Expressions{}; },
        [](const NotYetExpression&) { return Expressions{}; }, [](const InvalidExpression&) { return Expressions{}; });
}

std::vector<ConditionId> conditions_of(const Expression& expression) {
    if (const auto* count = std::get_if<CountOf>(&expression.kind)) return valid({count->filter});
    if (const auto* sum = std::get_if<SumOf>(&expression.kind)) return valid({sum->filter});
    if (const auto* period = std::get_if<PeriodOn>(&expression.kind)) return valid({period->runs});
    if (const auto* first = std::get_if<FirstDay>(&expression.kind)) return valid({first->condition});
    return {};
}

std::vector<ExpressionId> expressions_of(const Condition& condition) {
    return match(
        condition.kind, [](const IsOneOf& it) { return with(it.values, it.subject); },
        [](const Compared& it) {
            return valid({it.left, it.right});
        },
        [](const Between& it) {
            return valid({it.subject, it.first, it.last});
        },
        [](const Aged& it) {
            return valid({it.birth_date, it.date, it.age});
        },
        [](const YesNoHolds& it) { return valid({it.value}); },
        [](const PropertyHolds& it) { return valid({it.self}); }, [](const BelongsTo& it) { return valid({it.thing}); },
        [](const IsParty& it) { return valid({it.organisation}); }, [](const Present& it) { return valid({it.value}); },
        [](const HasCount& it) {
            return valid({it.things, it.count, it.distinct_by, it.distinct_count});
        },
        [](const HasDone& it) {
            Expressions list = valid({it.things});
            add_holders(list, it.by);
            add_holders(list, it.towards);
            add_holders(list, it.together_with);
            return list;
        },
        [](const ContainsAny& it) { return with(it.values, it.set); },
        [](const ContainsAll& it) {
            return valid({it.set, it.other});
        },
        [](const DateIs& it) {
            return valid({it.subject, it.bound});
        },
        [](const DateBetween& it) {
            return valid({it.subject, it.first, it.last});
        },
        [](const RunsOn& it) {
            return valid({it.periods, it.date});
        },
        [](const RunsFromTo& it) {
            return valid({it.periods, it.first, it.last, it.tolerated});
        },
        [](const RunsFor& it) {
            return valid({it.periods, it.length, it.first, it.last});
        },
        [](const Legs& it) {
            Expressions list;
            for (const Leg& leg : it.legs) add_holders(list, leg.arranged_by);
            return list;
        },
        [](const ForEach& it) { return valid({it.things}); }, [](const Shield&) { return Expressions{}; },
        [](const NamesRules& it) { return valid({it.text}); },
        [](const IsOutsider& it) {
            return valid({it.person, it.thing});
        },
        [](const InTime& it) {
            return valid({it.date, it.act});
        },
        [](const Always&) { return Expressions{}; },
        [](const Empowered& it) {
            Expressions list;
            for (const Empowered::Power& power : it.powers) list.push_back(power.subject);
            return list;
        },
        [](const NotYetCondition&) { return Expressions{}; }, [](const InvalidCondition&) { return Expressions{}; });
}

namespace {

void add_conditions(std::vector<ConditionId>& list, const std::vector<Exception>& exceptions) {
    for (const Exception& exception : exceptions) {
        list.push_back(exception.condition);
        add_conditions(list, exception.exceptions);
    }
}

}  // namespace

std::vector<ConditionId> conditions_of(const Condition& condition) {
    if (const auto* has = std::get_if<HasCount>(&condition.kind)) return valid({has->filter});
    if (const auto* done = std::get_if<HasDone>(&condition.kind)) return valid({done->filter});
    if (const auto* each = std::get_if<ForEach>(&condition.kind)) return valid({each->filter, each->body});
    if (const auto* shield = std::get_if<Shield>(&condition.kind)) return valid({shield->condition});
    std::vector<ConditionId> list;
    if (const auto* legs = std::get_if<Legs>(&condition.kind)) {
        for (const Leg& leg : legs->legs) {
            list.push_back(leg.condition);
            add_conditions(list, leg.exceptions);
        }
    }
    return list;
}

namespace {

bool is_in_working_days(std::int64_t duration) {
    return duration_from_column_value(duration).unit == Duration::Unit::WorkingDays;
}

// Of a duration written out, or of any row of a parameter.
bool is_in_working_days(const Model& model, ExpressionId duration) {
    const auto& kind = model.expressions[duration].kind;
    if (const auto* constant = std::get_if<Constant>(&kind)) return is_in_working_days(constant->value);
    const auto* use = std::get_if<ParameterValue>(&kind);
    if (use == nullptr) return false;
    const std::vector<ParameterRow>& rows = model.parameters[use->parameter].rows;
    return std::any_of(rows.begin(), rows.end(), [](const ParameterRow& row) { return is_in_working_days(row.value); });
}

}  // namespace

bool lacks_working_days(const Model& model, ExpressionId expression) {
    if (!expression.is_valid()) return false;
    const auto* suspended = std::get_if<SuspendedTerm>(&model.expressions[expression].kind);
    if (suspended != nullptr) return lacks_working_days(model, suspended->term);
    if (const auto* field = std::get_if<FieldOf>(&model.expressions[expression].kind)) {
        return lacks_working_days(model, field->thing);
    }
    if (const auto* period = std::get_if<PeriodOn>(&model.expressions[expression].kind)) {
        return lacks_working_days(model, std::get<RunsOn>(model.conditions[period->runs].kind).date);
    }
    const auto* shifted = std::get_if<ShiftedDate>(&model.expressions[expression].kind);
    if (shifted == nullptr) return false;
    const bool is_lacking = !shifted->calendar.is_valid() && is_in_working_days(model, shifted->duration);
    return is_lacking || lacks_working_days(model, shifted->date);
}

void Walk::expression(ExpressionId id) {
    if (!id.is_valid() || !expressions_.insert(id).second) return;
    const Expression& it = model_.expressions[id];
    if (const auto* parameter = std::get_if<ParameterValue>(&it.kind)) parameters.insert(parameter->parameter);
    if (const auto* derived = std::get_if<DerivedValue>(&it.kind)) definition(derived->definition);
    if (const auto* result = std::get_if<TableValue>(&it.kind)) table(result->table);
    if (const auto* only = std::get_if<OnlyThose>(&it.kind)) sub_kind(only->sub_kind);
    const auto* each = std::get_if<FieldOfEach>(&it.kind);
    const auto* field = std::get_if<FieldOf>(&it.kind);
    if (each != nullptr || field != nullptr) read(model_.fields[each != nullptr ? each->field : field->field]);
    for (const ExpressionId part : expressions_of(it)) expression(part);
    for (const ConditionId part : conditions_of(it)) condition(part);
}

// Whether its list is complete, and which of its events count, may rest on more.
void Walk::read(const Field& field) {
    if (through_definitions) condition(field.complete_when);
    const bool asks = field.role == FieldRole::Stored || field.role == FieldRole::Owned;
    if (!asks || !field.type.kind.is_valid() || !model_.kinds[field.type.kind].counts_when.is_valid()) return;
    const bool is_new = empowered.insert(field.type.kind).second;
    if (is_new && through_definitions) condition(model_.kinds[field.type.kind].counts_when);
}

void Walk::condition(ConditionId id) {
    if (!id.is_valid() || !conditions_.insert(id).second) return;
    const Condition& it = model_.conditions[id];
    if (const auto* property = std::get_if<PropertyHolds>(&it.kind)) definition(property->definition);
    if (const auto* belongs = std::get_if<BelongsTo>(&it.kind)) sub_kind(belongs->sub_kind);
    if (const auto* counts = std::get_if<Empowered>(&it.kind)) {
        for (const Empowered::Power& power : counts->powers) {
            power_of(model_.rules[power.rule].versions[power.version]);
        }
    }
    for (const ExpressionId part : expressions_of(it)) expression(part);
    for (const ConditionId part : conditions_of(it)) condition(part);
}

void Walk::definition(DefinitionId id) {
    if (!definitions.insert(id).second || !through_definitions) return;
    for (const DefinitionVersion& version : model_.definitions[id].versions) {
        expression(version.value);
        condition(version.condition);
    }
}

void Walk::table(TableId id) {
    if (!tables.insert(id).second || !through_definitions) return;
    const DecisionTable& it = model_.tables[id];
    for (const ExpressionId input : it.inputs) expression(input);
    for (const TableRow& row : it.rows) {
        for (const ConditionId cell : row.cells) condition(cell);
        for (const ExpressionId result : row.results) expression(result);
    }
}

void Walk::sub_kind(SubKindId id) {
    if (!sub_kinds.insert(id).second || !through_definitions) return;
    condition(model_.sub_kinds[id].filter);
}

void Walk::exceptions(const std::vector<Exception>& list) {
    for (const Exception& exception : list) {
        condition(exception.condition);
        exceptions(exception.exceptions);
    }
}

void Walk::exempted_by(const RuleVersion& version) {
    for (const ExemptedBy& by : version.exempted_by) {
        expression(by.subject);
        if (!exemptions_.insert(by.exemption).second) continue;
        const RuleVersion& exemption = model_.exemptions[by.exemption].version;
        rule_version(exemption);
        exempted_by(exemption);
    }
}

void Walk::actors(const Actors& list) {
    for (const Actor& actor : list.actors) expression(actor.holder);
}

void Walk::asked(const EventsAsked& events) {
    expression(events.events);
    actors(events.towards);
    actors(events.together_with);
}

void Walk::window(const TimedAct& act) {
    for (const ExpressionId id : {act.triggers, act.earliest, act.latest}) expression(id);
    actors(act.who);
}

// What the power rests on, its own events aside.
void Walk::power_of(const RuleVersion& version) {
    const Variable& subject = model_.variables[version.subject];
    if (subject.only.is_valid()) sub_kind(subject.only);
    condition(version.in_place);
    condition(version.only_if);
    exceptions(version.exceptions);
    exempted_by(version);
    expression(version.version_date);
    if (version.power) window(*version.power);
}

void Walk::rule_version(const RuleVersion& version) {
    const Variable& subject = model_.variables[version.subject];
    if (subject.only.is_valid()) sub_kind(subject.only);
    expression(version.around_path);
    expression(version.act);
    condition(version.in_place);
    condition(version.only_if);
    condition(version.requirement);
    if (version.lapse) {
        expression(version.lapse->event);
        expression(version.lapse->start);
        expression(version.lapse->last_day);
    }
    expression(version.curable_until);
    if (version.duty) duty(*version.duty);
    for (const std::optional<TimedAct>* act : {&version.power, &version.ban}) {
        if (!*act) continue;
        asked((*act)->asked);
        window(**act);
    }
    if (version.procedure) procedure(*version.procedure);
    exceptions(version.exceptions);
    for (const RelievedBy& by : version.relieved_by) condition(by.condition);
    actors(version.arranged_by);
    expression(version.version_date);
}

void Walk::duty(const Duty& duty) {
    for (const ExpressionId id : {duty.start, duty.earliest, duty.latest, duty.leniency}) expression(id);
    asked(duty.asked);
    for (const EventsAsked& evidence : duty.evidence) asked(evidence);
    if (duty.recurrence) {
        expression(duty.recurrence->length);
        expression(duty.recurrence->start);
        expression(duty.recurrence->until);
        for (const Suspension& suspension : duty.recurrence->suspensions) expression(suspension.periods);
    }
    actors(duty.who);
}

void Walk::step(const Step& step) {
    expression(step.events);
    actors(step.who);
    for (const StepTime& time : step.times) {
        for (const ExpressionId id : {time.start, time.earliest, time.latest}) expression(id);
    }
    condition(step.requirement);
}

void Walk::tally(const Tally& tally) {
    for (const TallyDimension& dimension : tally.dimensions) expression(dimension.value);
    for (const VariableId things : {tally.counted, tally.of}) {
        if (things.is_valid() && model_.variables[things].only.is_valid()) sub_kind(model_.variables[things].only);
    }
    condition(tally.filter);
    condition(tally.of_filter);
    for (const ConditionId excluded : tally.not_counted) condition(excluded);
    expression(tally.moment);
    if (tally.limit) expression(tally.limit->bound);
    if (!tally.swap) return;
    const SubKindId only = model_.variables[tally.swap->event].only;
    if (only.is_valid()) sub_kind(only);
    for (const ExpressionId id : {tally.swap->number, tally.swap->from, tally.swap->to}) expression(id);
    for (const ExpressionId key : tally.swap->keys) expression(key);
    condition(tally.swap->provided);
}

void Walk::apportionment(const Apportionment& apportionment) {
    for (const ShareKey& key : apportionment.keys) expression(key.value);
    expression(apportionment.tie_value);
}

void Walk::redistribution(const Redistribution& redistribution) {
    for (const ExpressionId id : {redistribution.asked_by, redistribution.number, redistribution.tie_value}) {
        expression(id);
    }
    for (const ExpressionId key : redistribution.keys) expression(key);
}

void Walk::procedure(const Procedure& procedure) {
    expression(procedure.starts);
    for (const Step& each : procedure.steps) step(each);
    for (const Skip& skip : procedure.skips) {
        condition(skip.condition);
        if (skip.provided) duty(*skip.provided);
    }
    for (const CourseDuty& own : procedure.duties) duty(own.duty);
    if (!procedure.restart) return;
    expression(procedure.restart->length);
    expression(procedure.restart->events);
}

}  // namespace toets::model
