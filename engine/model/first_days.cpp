#include "model/first_days.h"

#include "model/vocabulary.h"
#include "model/walk.h"

namespace toets::model {

namespace {

constexpr const char* key_of_day = "begin van verplichting";
constexpr const char* words_of_day = "het begin van de verplichting";

bool is_counting_word(const syntax::Word& word) {
    return word.folded == "na" || word.folded == "voor" || word.folded == "vanaf";
}

syntax::Word word_of(syntax::WordKind kind, const char* text, Span where) { return {kind, text, text, where, {}}; }

bool is_event(const Model& model, const Type& type) {
    return type.kind.is_valid() && model.kinds[type.kind].category == KindCategory::Event;
}

bool counts_from(const Model& model, ExpressionId date, ExpressionId first_day) {
    Walk walk(model);
    walk.expression(date);
    return walk.expressions().contains(first_day);
}

}  // namespace

bool depends_on_day(const Model& model, ConditionId id) {
    Walk walk(model);
    walk.condition(id);
    const auto names_day = [&](ExpressionId each) {
        const Expression& expression = model.expressions[each];
        const bool is_open = std::holds_alternative<ReferenceDate>(expression.kind) ||
                             std::holds_alternative<NotYetExpression>(expression.kind) ||
                             std::holds_alternative<InvalidExpression>(expression.kind);
        return is_open || (expression.type.base == Base::Things && is_event(model, expression.type));
    };
    const auto asks_for_event = [&](ConditionId each) {
        const Condition::Kind& kind = model.conditions[each].kind;
        if (std::holds_alternative<HasDone>(kind) || std::holds_alternative<NotYetCondition>(kind)) return true;
        if (std::holds_alternative<InvalidCondition>(kind)) return true;
        const auto* present = std::get_if<Present>(&kind);
        return present != nullptr && is_event(model, model.expressions[present->value].type);
    };
    return std::any_of(walk.expressions().begin(), walk.expressions().end(), names_day) ||
           std::any_of(walk.conditions().begin(), walk.conditions().end(), asks_for_event);
}

std::optional<NamedDate> read_first_day(Context& context, const Scope& scope, const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* written = std::get_if<syntax::AsSoonAsClause>(&clause.kind);
        if (written == nullptr) continue;
        const ConditionId condition = read_condition(context, scope, *place.tree, written->condition);
        const Span where = context.model.conditions[condition].where;
        return NamedDate{key_of_day, words_of_day, context.add(FirstDay{condition}, simple_type(Base::Date), where)};
    }
    return std::nullopt;
}

syntax::DutyClause from_first_day(syntax::DutyClause duty) {
    if (!duty.term || duty.term->relation != syntax::TimeRelation::Within || !duty.term->bound.rest.empty()) {
        return duty;
    }
    syntax::Phrase& length = duty.term->bound.first;
    if (std::any_of(length.words.begin(), length.words.end(), is_counting_word)) return duty;
    using syntax::WordKind;
    for (const auto& [kind, word] : {std::pair{WordKind::Link, "na"}, std::pair{WordKind::Plain, "begin"},
                                     std::pair{WordKind::Link, "van"}, std::pair{WordKind::Plain, "verplichting"}}) {
        length.words.push_back(word_of(kind, word, length.where));
    }
    return duty;
}

void check_counts_from(Context& context, const Duty& duty, ExpressionId first_day, Span where) {
    const auto is_from_it = [&](ExpressionId date) {
        return !date.is_valid() || std::holds_alternative<InvalidExpression>(context.model.expressions[date].kind) ||
               counts_from(context.model, date, first_day);
    };
    if (duty.recurrence) {
        const ExpressionId start = duty.recurrence->start;
        if (start.is_valid() && is_from_it(start)) return;
    } else if (is_from_it(duty.earliest) && is_from_it(duty.latest)) {
        return;
    }
    context.report(Code::TermNotFromFirstDay, where);
}

void check_first_days(Context& context) {
    for (std::size_t index = 0; index < context.model.expressions.size(); ++index) {
        const auto* first =
            std::get_if<FirstDay>(&context.model.expressions[context.model.expressions.id_at(index)].kind);
        if (first == nullptr || depends_on_day(context.model, first->condition)) continue;
        context.report(Code::SameOnEveryDay, context.model.conditions[first->condition].where);
    }
}

}  // namespace toets::model
