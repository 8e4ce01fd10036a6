// The decisions of a hardship clause, as facts of a case.
#include <algorithm>

#include "model/fields.h"
#include "model/hardships.h"

namespace toets::model {

namespace {

constexpr const char* decision_name = "hardheidsbesluit";
constexpr const char* decisions_name = "hardheidsbesluiten";

const Place* first_clause(const std::vector<Place>& places) {
    const auto found = std::find_if(places.begin(), places.end(), [](const Place& place) {
        const auto* rule = std::get_if<syntax::RuleHeader>(&place.header->kind);
        return rule != nullptr && rule->kind == syntax::RuleKind::Hardship;
    });
    return found == places.end() ? nullptr : &*found;
}

syntax::Word said_word(const std::string& text, syntax::WordKind kind, Span where) {
    return {kind, text, text, where, std::nullopt};
}

// As somebody would have declared it.
KindId declare_decision_kind(Context& context, const Place& place) {
    const Span where = place.header->heading;
    syntax::DeclaredName name;
    name.article = said_word("het", syntax::WordKind::Article, where);
    name.name = {{said_word(decision_name, syntax::WordKind::Plain, where)}, where};
    syntax::Phrase plural{{said_word(decisions_name, syntax::WordKind::Plain, where)}, where};
    const syntax::KindHeader declared{
        syntax::KindCategory::Event, name, std::nullopt, {{syntax::PluralProperty{std::move(plural)}, where}}};
    declare_kind(context, place, declared);
    return context.names.kinds.at(decision_name);
}

struct DecisionFact {
    const char* name;
    const char* article;
    const char* also;
    Base base;
    bool closed;  // left out, it is not there
};

FieldId declare_fact(Context& context, KindId kind, const DecisionFact& fact) {
    if (const auto* members = context.find_member(kind, key_of(std::string_view(fact.name)))) {
        const FieldId known = members->front().field;
        const bool fits = known.is_valid() && context.model.fields[known].type.base == fact.base;
        if (fits) return known;
        const Span where = known.is_valid() ? context.model.fields[known].where : context.kind(kind).where;
        context.report(Code::DecisionFactDiffers, where,
                       {word("name", fact.name), type_argument("expected", simple_type(fact.base), context.model)});
        return {};
    }
    Field field;
    field.kind = kind;
    field.name.text = fact.name;
    field.name.article = fact.article;
    if (fact.also[0] != '\0') field.name.also = {fact.also};
    field.type.base = fact.base;
    field.closed = fact.closed;
    field.built_in = true;
    field.privacy = context.kind(kind).privacy;
    return add_field(context, std::move(field));
}

// What a case can be about: what a rule is about, and what refers to others and is not referred to itself.
std::vector<KindId> roots(const Context& context, const std::vector<Place>& places) {
    std::vector<KindId> kinds = context.names.case_kinds;
    for (const Place& place : places) {
        for (const syntax::Clause& clause : place.header->clauses) {
            const auto* every = std::get_if<syntax::ForEveryClause>(&clause.kind);
            if (every == nullptr) continue;
            const std::string key = key_of(every->kind);
            const auto kind = context.names.kinds.find(key);
            if (kind != context.names.kinds.end()) kinds.push_back(kind->second);
            const auto sub_kind = context.names.sub_kinds.find(key);
            if (sub_kind != context.names.sub_kinds.end()) {
                kinds.push_back(context.model.sub_kinds[sub_kind->second].base);
            }
        }
    }
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    std::erase_if(kinds, [&context](KindId kind) {
        return context.kind(kind).party_name.is_valid() || kind == context.model.decisions.kind;
    });
    return kinds;
}

void declare_list(Context& context, KindId root, Span where) {
    const KindId kind = context.model.decisions.kind;
    if (const auto* members = context.find_member(root, decisions_name)) {
        const FieldId known = members->front().field;
        const bool fits = known.is_valid() && context.model.fields[known].type.base == Base::Things &&
                          context.model.fields[known].type.kind == kind;
        if (fits) context.model.decisions.lists.push_back(known);
        if (!fits) context.report(Code::DecisionKindTaken, where, {word("name", decisions_name)});
        return;
    }
    Field list;
    list.kind = root;
    list.name = context.kind(kind).name;
    list.type = thing_type(Base::Things, kind);
    list.completeness = Completeness::Complete;
    list.built_in = true;
    list.privacy = context.kind(kind).privacy;
    list.where = where;
    context.model.decisions.lists.push_back(add_field(context, std::move(list)));
}

}  // namespace

void declare_hardship_decisions(Context& context, const std::vector<Place>& places) {
    const Place* clause = first_clause(places);
    if (clause == nullptr) return;
    const auto taken = context.names.kinds.find(decision_name);
    if (taken != context.names.kinds.end() && context.kind(taken->second).category != KindCategory::Event) {
        context.report(Code::DecisionKindTaken, context.kind(taken->second).where, {word("name", decision_name)});
        return;
    }
    const KindId kind = declare_decision_kind(context, *clause);
    HardshipDecisions& decisions = context.model.decisions;
    decisions.kind = kind;
    decisions.date = context.kind(kind).date;
    Kind& declared = context.model.kinds.at(kind);
    if (declared.privacy == PrivacyClass::None) declared.privacy = PrivacyClass::Housing;
    for (const FieldId field : declared.fields) {
        if (context.model.fields[field].privacy == PrivacyClass::None) {
            context.model.fields.at(field).privacy = declared.privacy;
        }
    }
    context.model.fields.at(declared.performer).name.also.emplace_back("door");
    decisions.rules = declare_fact(context, kind, {"afwijking", "de", "afwijken van", Base::Text, false});
    decisions.reasons = declare_fact(context, kind, {"motivering", "de", "", Base::Text, false});
    decisions.signatory = declare_fact(context, kind, {"ondertekenaar", "de", "", Base::Person, true});
    decisions.last_day =
        declare_fact(context, kind, {"laatste geldige dag", "de", "geldig tot en met", Base::Date, true});
    const bool is_complete = decisions.rules.is_valid() && decisions.reasons.is_valid() &&
                             decisions.signatory.is_valid() && decisions.last_day.is_valid();
    if (!is_complete) {
        decisions = {};
        return;
    }
    for (const KindId root : roots(context, places)) declare_list(context, root, clause->header->heading);
}

}  // namespace toets::model
