// Facts in words: "de begeleidingsovereenkomst van de cliënt", "de cliënt is jong", and what somebody has to be asked.
#include <algorithm>

#include "base/text.h"
#include "explanation/case_words.h"
#include "model/walk.h"

namespace toets::explanation {

namespace {

// Of a yes or no the verb that its name asks for: `jong` is, `een saneringsplan` has.
const char* verb_of(const model::Field& field) {
    if (field.type.base != model::Base::YesNo) return nullptr;
    if (field.name.article == "een") return "heeft";
    return field.name.article.empty() ? "is" : nullptr;
}

bool is_same(const model::Actors& left, const model::Actors& right) {
    return left.any == right.any && std::equal(left.actors.begin(), left.actors.end(), right.actors.begin(),
                                               right.actors.end(), [](const auto& one_actor, const auto& other) {
                                                   return fold(one_actor.words) == fold(other.words);
                                               });
}

const model::Actors& own_supplier(const model::Field& field) {
    return field.judgement_of.actors.empty() ? field.supplied_by : field.judgement_of;
}

// The one who supplies or judges every fact of the kind of which somebody is named.
const model::Actors* supplier_of_all(const model::Model& model, model::KindId kind) {
    const model::Actors* found = nullptr;
    for (const model::FieldId id : model.kinds[kind].fields) {
        const model::Actors& supplier = own_supplier(model.fields[id]);
        if (supplier.actors.empty()) continue;
        if (found != nullptr && !is_same(*found, supplier)) return nullptr;
        found = &supplier;
    }
    return found;
}

// Who supplies the fact by which the list is known to be complete (C21).
const model::Actors* supplier_of_completeness(const model::Model& model, const model::Field& list) {
    if (list.completeness != model::Completeness::Conditional || !list.complete_when.is_valid()) return nullptr;
    for (const model::ExpressionId id : model::expressions_of(model.conditions[list.complete_when])) {
        const auto* use = std::get_if<model::FieldOf>(&model.expressions[id].kind);
        if (use == nullptr || own_supplier(model.fields[use->field]).actors.empty()) continue;
        return &own_supplier(model.fields[use->field]);
    }
    return nullptr;
}

// "in opvang" stays together before the verb; "ingeschreven als woningzoekende" goes around it.
bool is_preposition(std::string_view word) {
    static constexpr std::string_view prepositions[] = {
        "aan",   "achter", "bij",  "binnen", "boven", "buiten", "door",   "in",  "met", "na",  "naar", "naast",
        "onder", "op",     "over", "sinds",  "te",    "tegen",  "tussen", "uit", "van", "via", "voor", "zonder"};
    return std::find(std::begin(prepositions), std::end(prepositions), word) != std::end(prepositions);
}

}  // namespace

std::string CaseWords::field(model::FieldId id, std::uint32_t row) const {
    const model::Field& field = model_.fields[id];
    if (const char* verb = verb_of(field)) {
        return thing(field.kind, row) + " " + verb + " " + model::with_article(field.name);
    }
    std::string name = model::with_article(field.name);
    if (field.type.base == model::Base::Things) {
        const std::string& plural = model_.kinds[field.type.kind].name.plural;
        if (!plural.empty()) name = "de " + plural;
    }
    const model::Kind& kind = model_.kinds[field.kind];
    if (id == kind.towards) return "aan wie " + thing(field.kind, row) + " is gericht";
    if (id == kind.together_with) return "met wie " + thing(field.kind, row) + " was";
    if (field.built_in) return name + " van " + thing(field.kind, row);
    return name + of({field.kind, row});
}

std::string CaseWords::question(model::FieldId id, std::uint32_t row) const {
    const model::Field& field = model_.fields[id];
    const char* verb = verb_of(field);
    if (verb == nullptr) return {};
    const std::string subject = "of " + thing(field.kind, row) + " ";
    if (!field.name.article.empty()) return subject + model::with_article(field.name) + " " + verb;
    std::size_t end = std::min(field.name.text.find(' '), field.name.text.size());
    if (is_preposition(std::string_view(field.name.text).substr(0, end))) end = field.name.text.size();
    return subject + field.name.text.substr(0, end) + " " + verb + field.name.text.substr(end);
}

std::string CaseWords::question_of_all(model::FieldId id, std::uint32_t row) const {
    const model::Field& field = model_.fields[id];
    const std::string words = this->field(id, row);
    const bool is_things = field.type.base == model::Base::Things;
    const bool is_plural = !is_things || !model_.kinds[field.type.kind].name.plural.empty() ||
                           fold(field.name.text) != fold(model_.kinds[field.type.kind].name.text);
    if (!is_plural) return "of " + words + " volledig bekend is";
    constexpr std::string_view article = "de ";
    const std::string plural = words.starts_with(article) ? words.substr(article.size()) : words;
    return "of alle " + plural + " bekend zijn";
}

Fact CaseWords::fact(model::FieldId id, std::uint32_t row, evaluation::Value found) const {
    const model::Field& field = model_.fields[id];
    Fact fact{this->field(id, row), value(field.type, found), {}, {}, {}, field.privacy};
    const auto provenance = caseload_.provenance.find({id, row});
    if (provenance == caseload_.provenance.end()) return fact;
    fact.where = place(provenance->second.where);
    fact.source = provenance->second.source;
    fact.known_since = provenance->second.known_since;
    return fact;
}

Who CaseWords::supplier(model::FieldId id) const {
    const model::Field& field = model_.fields[id];
    if (!own_supplier(field).actors.empty()) return who(own_supplier(field));
    if (const model::Actors* actors = supplier_of_completeness(model_, field)) return who(*actors);
    const bool is_of_things = field.type.base == model::Base::Thing || field.type.base == model::Base::Things;
    const model::Actors* actors = is_of_things ? supplier_of_all(model_, field.type.kind) : nullptr;
    return actors != nullptr ? who(*actors) : Who{};
}

std::optional<Missing> CaseWords::withheld(model::FieldId id) const {
    const model::PrivacyClass privacy = model_.fields[id].privacy;
    Missing missing;
    missing.what = std::string(model::privacy_name(privacy));
    missing.privacy = privacy;
    if (info_.seen_classes && !info_.seen_classes->has(privacy)) {
        missing.why = Missing::Why::NotSeen;
        missing.who = supplier(id);
        return missing;
    }
    for (const cases::Withdrawn& withdrawn : info_.withdrawn) {
        if (withdrawn.privacy != privacy) continue;
        missing.why = Missing::Why::NoConsent;
        missing.since = withdrawn.since;
        missing.who.names.push_back(model::with_article(model_.kinds[withdrawn.giver].name));
        return missing;
    }
    return std::nullopt;
}

}  // namespace toets::explanation
