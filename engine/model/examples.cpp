// Examples in the language itself (taal.md C79): facts in the same sentences as rules, and expected findings by name.
#include "base/match.h"
#include "base/text.h"
#include "model/expectations.h"
#include "model/expressions.h"
#include "model/fields.h"
#include "model/print.h"
#include "model/rules.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

// The fields from the root to the fact, or empty when the expression is no such path.
std::optional<std::vector<FieldId>> fact_path(const Model& model, ExpressionId expression, VariableId root) {
    const Expression& it = model.expressions[expression];
    if (const auto* variable = std::get_if<VariableUse>(&it.kind)) {
        if (variable->variable == root) return std::vector<FieldId>{};
        return std::nullopt;
    }
    const auto* field = std::get_if<FieldOf>(&it.kind);
    if (field == nullptr || model.fields[field->field].role != FieldRole::Stored) return std::nullopt;
    auto path = fact_path(model, field->thing, root);
    if (path) path->push_back(field->field);
    return path;
}

class ExampleReader {
public:
    ExampleReader(Context& context, const Place& place, VariableId root)
        : context_(context), place_(place), root_(root) {
        scope_.variables.push_back(root);
    }
    std::optional<ExampleFact> read(const syntax::Bullet& bullet);

private:
    std::optional<ExampleFact> read_is(const syntax::Is& is, Span where);
    std::optional<ExampleFact> read_has(const syntax::Has& has, Span where);
    std::optional<ExampleFact> fact_at(const Reading& reading, Span where);
    void read_value(ExampleFact& fact, const syntax::Expression& value);

    Context& context_;
    const Place& place_;
    VariableId root_;
    Scope scope_;
};

std::optional<ExampleFact> ExampleReader::read(const syntax::Bullet& bullet) {
    const syntax::Condition& condition = place_.tree->conditions[bullet.condition];
    if (const auto* is = std::get_if<syntax::Is>(&condition.kind)) return read_is(*is, condition.where);
    if (const auto* has = std::get_if<syntax::Has>(&condition.kind)) return read_has(*has, condition.where);
    if (!std::holds_alternative<syntax::Invalid>(condition.kind))
        context_.report(Code::FactNeedsIsOrHas, condition.where);
    return std::nullopt;
}

// A list field of the path, which an example can only make empty.
bool report_list(const Context& context, const Expression& expression, VariableId root, Span where) {
    const auto again = [&](ExpressionId id) {
        return report_list(context, context.model.expressions[id], root, where);
    };
    if (const auto* each = std::get_if<FieldOfEach>(&expression.kind)) return again(each->things);
    if (const auto* only = std::get_if<OnlyThose>(&expression.kind)) return again(only->things);
    const auto* field = std::get_if<FieldOf>(&expression.kind);
    if (field == nullptr) return false;
    const Field& list = context.model.fields[field->field];
    if (list.type.base != Base::Things) return again(field->thing);
    const std::string& name = list.name.plural.empty() ? list.name.text : list.name.plural;
    context.report(Code::ListInExample, where,
                   {word("name", name), word("kind", context.kind(context.model.variables[root].kind).name.text)});
    return true;
}

std::optional<ExampleFact> ExampleReader::fact_at(const Reading& reading, Span where) {
    const ExpressionId path_of = reading.is_many() ? reading.things : reading.expression;
    if (report_list(context_, context_.model.expressions[path_of], root_, where)) return std::nullopt;
    auto path = fact_path(context_.model, reading.expression, root_);
    if (!path || path->empty()) {
        context_.report(Code::NoFactHere, where);
        return std::nullopt;
    }
    ExampleFact fact;
    fact.path = std::move(*path);
    fact.type = reading.type;
    fact.where = where;
    return fact;
}

// Several values are no fact either, but the message is about the list they come from.
Wanted want_one_or_more() {
    return {[](const Reading&) { return true; }, term("expected", "een waarde", "a value")};
}

std::optional<ExampleFact> ExampleReader::read_is(const syntax::Is& is, Span where) {
    const auto subject = read_expression(context_, scope_, is.subject, want_one_or_more());
    if (!subject || is.values.size() != 1 || is.form != syntax::Is::Form::Positive) {
        if (subject) context_.report(Code::FactNeedsIsOrHas, where);
        return std::nullopt;
    }
    const std::string key = key_of(is.values.front().first);
    Reading target = *subject;
    if (subject->type.base == Base::Thing && key != "onbekend") {
        // "de melding is geverifieerd": a yes/no field of the thing; "de aanmelding is 1 februari 2026": its date.
        const auto* members = context_.find_member(subject->type.kind, key);
        if (members != nullptr && members->front().what == Member::What::Field &&
            context_.model.fields[members->front().field].type.base == Base::YesNo) {
            const Field& field = context_.model.fields[members->front().field];
            target.type = field.type;
            target.expression = context_.add(FieldOf{subject->expression, members->front().field}, field.type, where);
            auto fact = fact_at(target, where);
            if (fact) fact->value = 1;
            return fact;
        }
        if (const auto date = as_date(context_, *subject)) target = *date;
    }
    auto fact = fact_at(target, where);
    if (!fact) return std::nullopt;
    if (key == "onbekend") {
        fact->what = ExampleFact::What::Unknown;
    } else {
        read_value(*fact, is.values.front());
    }
    return fact;
}

void ExampleReader::read_value(ExampleFact& fact, const syntax::Expression& value) {
    const Base base = fact.type.base;
    if (base == Base::Text || base == Base::Person || base == Base::Organisation) {
        fact.text = text_of(value.first);
        if (base != Base::Organisation || !fact.type.role.is_valid()) return;
        const Role& role = context_.model.roles[fact.type.role];
        const auto party = context_.names.parties.find(key_of(value.first));
        const bool known =
            party != context_.names.parties.end() && context_.model.parties[party->second].role == fact.type.role;
        if (known || role.members.empty()) return;
        std::vector<std::string> names;
        for (const PartyId member : role.members) names.push_back(context_.model.parties[member].name.text);
        context_.report(Code::UnknownName, value.where, {word("name", fact.text), hint_argument(fact.text, names)});
        return;
    }
    const auto values = read_values(context_, scope_, {value}, fact.type, "of");
    if (values.size() != 1) return;
    const auto* constant = std::get_if<Constant>(&context_.model.expressions[values.front()].kind);
    if (constant == nullptr) {
        context_.report(Code::FactNeedsValue, value.where);
    } else {
        fact.value = constant->value;
    }
}

std::optional<ExampleFact> ExampleReader::read_has(const syntax::Has& has, Span where) {
    const auto owner = read_expression(context_, scope_, has.subject, want_anything());
    if (!owner || has.what.size() != 1 || owner->type.base != Base::Thing) {
        if (owner) context_.report(Code::FactNeedsIsOrHas, where);
        return std::nullopt;
    }
    const std::string key = key_of(has.what.front());
    const auto* members = context_.find_member(owner->type.kind, key);
    if (members == nullptr || members->front().what != Member::What::Field) {
        std::vector<std::string> known;
        for (const FieldId id : context_.kind(owner->type.kind).fields)
            known.push_back(context_.model.fields[id].name.text);
        context_.report(Code::UnknownField, has.what.front().where,
                        {word("name", key), named_argument("owner", context_.kind(owner->type.kind).name),
                         hint_argument(key, known)});
        return std::nullopt;
    }
    const Field& field = context_.model.fields[members->front().field];
    if (has.form == syntax::Has::Form::Some && field.type.base != Base::YesNo) {
        context_.report(Code::FactNeedsValue, where);
        return std::nullopt;
    }
    if (has.form != syntax::Has::Form::Some && has.form != syntax::Has::Form::None) {
        context_.report(Code::FactNeedsIsOrHas, where);
        return std::nullopt;
    }
    Reading target = *owner;
    target.type = field.type;
    std::optional<ExampleFact> fact;
    if (field.role == FieldRole::Owned) {
        auto path = fact_path(context_.model, owner->expression, root_);
        if (!path) {
            context_.report(Code::NoFactHere, where);
            return std::nullopt;
        }
        fact = ExampleFact{};
        fact->path = std::move(*path);
        fact->path.push_back(members->front().field);
        fact->type = field.type;
        fact->where = where;
    } else {
        target.expression = context_.add(FieldOf{owner->expression, members->front().field}, field.type, where);
        fact = fact_at(target, where);
    }
    if (!fact) return std::nullopt;
    const bool none = has.form == syntax::Has::Form::None;
    fact->what = none && field.type.base != Base::YesNo ? ExampleFact::What::Absent : ExampleFact::What::Value;
    fact->value = none ? 0 : 1;
    return fact;
}

template <class ClauseKind>
const ClauseKind* find_clause(const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        if (const auto* found = std::get_if<ClauseKind>(&clause.kind)) return found;
    }
    return nullptr;
}

// A register of which no case is set beside it.
bool is_about_register_alone(const Place& place) {
    return find_clause<syntax::PortfolioClause>(place) != nullptr &&
           find_clause<syntax::FromFileClause>(place) == nullptr && find_clause<syntax::FactsClause>(place) == nullptr;
}

KindId root_kind(Context& context, const Place& place) {
    if (const auto* file = find_clause<syntax::FromFileClause>(place)) {
        const auto kind = context.names.kinds.find(key_of(file->kind));
        if (kind != context.names.kinds.end()) return kind->second;
        report_unknown_kind(context, file->kind);
        return {};
    }
    if (context.names.case_kinds.size() == 1) return context.names.case_kinds.front();
    context.report(Code::ExampleNeedsKind, place.header->heading);
    return {};
}

// What it runs on.
void read_clause(ExampleReader& reader, const syntax::Clause& clause, Example& example) {
    if (const auto* on = std::get_if<syntax::OnClause>(&clause.kind)) {
        example.date = on->date;
        example.known_on = on->known_on;
    } else if (const auto* portfolio = std::get_if<syntax::PortfolioClause>(&clause.kind)) {
        example.portfolio = portfolio->path;
        example.portfolio_where = clause.where;
    } else if (const auto* file = std::get_if<syntax::FromFileClause>(&clause.kind)) {
        example.path = file->path;
    } else if (const auto* facts = std::get_if<syntax::FactsClause>(&clause.kind)) {
        for (const syntax::Bullet& bullet : facts->facts) {
            if (auto fact = reader.read(bullet)) example.facts.push_back(std::move(*fact));
        }
    }
}

void add_example(Context& context, const std::vector<Place>& places, const Place& place,
                 const syntax::ExampleHeader& header) {
    Example example;
    example.title = header.title;
    example.where = place.header->where;
    example.text = place.tree->source;
    example.has_case = !is_about_register_alone(place);
    VariableId root;
    if (example.has_case) {
        example.root = root_kind(context, place);
        if (!example.root.is_valid()) return;
        root = context.model.variables.add({context.kind(example.root).name.text, example.root, {}});
    }
    ExampleReader reader(context, place, root);
    for (const syntax::Clause& clause : place.header->clauses) read_clause(reader, clause, example);
    const auto* expects = find_clause<syntax::ExpectsClause>(place);
    if (expects != nullptr) read_expectations(context, places, *expects, example);
    context.model.examples.add(std::move(example));
}

}  // namespace

void read_examples(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        if (const auto* header = std::get_if<syntax::ExampleHeader>(&place.header->kind))
            add_example(context, places, place, *header);
    }
}

}  // namespace toets::model
