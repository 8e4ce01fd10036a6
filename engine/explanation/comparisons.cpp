// What was found against what is needed, per kind of sentence.
#include "base/match.h"
#include "explanation/sentences.h"
#include "explanation/terms.h"

namespace toets::explanation {

namespace {

Relation to_relation(model::Comparison comparison) {
    switch (comparison) {
        case model::Comparison::Equal: return Relation::Is;
        case model::Comparison::AtLeast: return Relation::AtLeast;
        case model::Comparison::AtMost: return Relation::AtMost;
        case model::Comparison::MoreThan: return Relation::MoreThan;
        case model::Comparison::LessThan: return Relation::LessThan;
    }
    return Relation::Is;
}

Relation to_relation(model::DateRelation relation) {
    switch (relation) {
        case model::DateRelation::NotAfter: return Relation::NotAfter;
        case model::DateRelation::Before: return Relation::Before;
        case model::DateRelation::On: return Relation::On;
        case model::DateRelation::NotBefore: return Relation::NotBefore;
        case model::DateRelation::After: return Relation::After;
    }
    return Relation::On;
}

struct Comparer {
    const Reading& reading;
    const program::Proof& proof;
    std::uint32_t row;

    // As written; the article that the sentence began with belongs to it.
    std::string subject_words(const model::Expression& expression) const {
        const std::string words = reading.words().text(expression.where);
        if (const model::Name* event = event_at(expression); event != nullptr && !event->article.empty()) {
            return event->article + " " + words;
        }
        for (const model::Name* name : names_of(expression)) {
            if (!name->article.empty() && words.starts_with(name->text)) return name->article + " " + words;
        }
        return words;
    }
    // `de tweede melding` has the article of the event. As a date it is that of the event, or an extreme over its
    // items.
    const model::Name* event_at(const model::Expression& expression) const {
        const model::Model& model = reading.model();
        if (const auto* use = std::get_if<model::FieldOf>(&expression.kind)) {
            const model::Expression& thing = model.expressions[use->thing];
            const bool is_date = model.kinds[model.fields[use->field].kind].date == use->field;
            const bool is_event = std::holds_alternative<model::EventAt>(thing.kind);
            return is_event && is_date ? &model.kinds[thing.type.kind].name : nullptr;
        }
        const auto* extreme = std::get_if<model::ExtremeOver>(&expression.kind);
        if (extreme == nullptr) return nullptr;
        const auto* date = std::get_if<model::FieldOf>(&model.expressions[extreme->value].kind);
        if (date == nullptr || !std::holds_alternative<model::VariableUse>(model.expressions[date->thing].kind)) {
            return nullptr;
        }
        const model::Kind& kind = model.kinds[model.fields[date->field].kind];
        return kind.date == date->field ? &kind.name : nullptr;
    }
    // What the expression can have been called by. The date of an event goes by the name of the event.
    std::vector<const model::Name*> names_of(const model::Expression& expression) const {
        const model::Model& model = reading.model();
        if (const auto* use = std::get_if<model::FieldOf>(&expression.kind)) {
            const model::Field& field = model.fields[use->field];
            const model::Expression& thing = model.expressions[use->thing];
            std::vector<const model::Name*> names{&field.name, &model.kinds[field.kind].name};
            const auto* owner = std::get_if<model::FieldOf>(&thing.kind);
            if (field.built_in && owner != nullptr) names.push_back(&model.fields[owner->field].name);
            return names;
        }
        if (const auto* use = std::get_if<model::DerivedValue>(&expression.kind)) {
            return {&model.definitions[use->definition].name};
        }
        if (const auto* use = std::get_if<model::TableValue>(&expression.kind)) {
            return {&model.tables[use->table].name, &model.tables[use->table].result_names[use->result]};
        }
        if (const auto* use = std::get_if<model::ParameterValue>(&expression.kind)) {
            return {&model.parameters[use->parameter].name};
        }
        return {};
    }

    Comparison compare(model::ExpressionId subject, Relation relation,
                       const std::vector<model::ExpressionId>& needed) const {
        Comparison comparison;
        comparison.subject = subject_words(reading.model().expressions[subject]);
        comparison.found = reading.found(proof, subject, row);
        const program::ProofOperand* operand = reading.operand(proof, subject);
        comparison.is_lower_bound = operand != nullptr && reading.is_lower_bound(*operand, row);
        comparison.relation = relation;
        for (const model::ExpressionId each : needed) comparison.needed.push_back(reading.found(proof, each, row));
        return comparison;
    }
    Comparison compare_dates(model::ExpressionId subject, Relation relation,
                             const std::vector<model::ExpressionId>& bounds) const {
        Comparison comparison = compare(subject, relation, bounds);
        for (const model::ExpressionId bound : bounds) {
            const program::ProofOperand* operand = reading.operand(proof, bound);
            if (comparison.arithmetic || operand == nullptr) continue;
            comparison.arithmetic = to_shift(reading, bound, *operand, {proof.frame, row});
        }
        return comparison;
    }
};

// A bound that is not known explains nothing; the sentence as written then says more.
bool is_complete(const Comparison& comparison) {
    if (comparison.subject.empty()) return false;
    for (const Value& value : comparison.needed) {
        if (std::holds_alternative<NotKnown>(value)) return false;
    }
    return true;
}

}  // namespace

std::optional<Comparison> to_comparison(const Reading& reading, const program::Proof& proof, std::uint32_t row) {
    // A sentence of the language itself has no words of the agreement for its parts.
    if (!reading.model().conditions[proof.condition].implied.empty()) return std::nullopt;
    const Comparer comparer{reading, proof, row};
    using Maybe = std::optional<Comparison>;
    const Maybe none;
    Maybe comparison = match(
        reading.model().conditions[proof.condition].kind,
        [&](const model::IsOneOf& is) -> Maybe {
            return comparer.compare(is.subject, is.negated ? Relation::IsNot : Relation::Is, is.values);
        },
        [&](const model::Compared& is) -> Maybe {
            return comparer.compare(is.left, to_relation(is.comparison), {is.right});
        },
        [&](const model::Between& is) -> Maybe {
            return comparer.compare(is.subject, Relation::Between, {is.first, is.last});
        },
        [&](const model::DateIs& is) -> Maybe {
            return comparer.compare_dates(is.subject, to_relation(is.relation), {is.bound});
        },
        [&](const model::DateBetween& is) -> Maybe {
            return comparer.compare_dates(is.subject, Relation::Between, {is.first, is.last});
        },
        [&](const model::Aged&) { return none; }, [&](const model::YesNoHolds&) { return none; },
        [&](const model::PropertyHolds&) { return none; }, [&](const model::BelongsTo&) { return none; },
        [&](const model::IsParty&) { return none; }, [&](const model::Present&) { return none; },
        [&](const model::HasCount&) { return none; }, [&](const model::HasDone&) { return none; },
        [&](const model::ContainsAny&) { return none; }, [&](const model::ContainsAll&) { return none; },
        [&](const model::RunsOn&) { return none; }, [&](const model::RunsFromTo&) { return none; },
        [&](const model::RunsFor&) { return none; }, [&](const model::Legs&) { return none; },
        [&](const model::ForEach&) { return none; }, [&](const model::Shield&) { return none; },
        [&](const model::InTime& is) -> Maybe {
            const auto relation = is.from_act ? model::DateRelation::NotBefore : model::DateRelation::NotAfter;
            return comparer.compare_dates(is.date, to_relation(relation), {is.act});
        },
        [&](const model::NamesRules&) { return none; }, [&](const model::IsOutsider&) { return none; },
        [&](const model::Always&) { return none; }, [&](const model::Empowered&) { return none; },
        [&](const model::NotYetCondition&) { return none; }, [&](const model::InvalidCondition&) { return none; });
    return comparison && is_complete(*comparison) ? comparison : none;
}

}  // namespace toets::explanation
