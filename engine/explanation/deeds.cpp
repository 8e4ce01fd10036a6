#include "explanation/deeds.h"

namespace toets::explanation {

std::string party_words(const Reading& reading, model::FieldId field, evaluation::Value party) {
    const Value value = reading.words().value(reading.model().fields[field].type, party);
    const auto* name = std::get_if<Words>(&value);
    if (name == nullptr) return {};
    for (const model::Role& role : reading.model().roles) {
        if (role.name.text == name->text) return with_article(role.name);
    }
    return name->text;
}

NotCounted event_at(const Reading& reading, model::KindId kind, std::uint32_t thing) {
    NotCounted event;
    event.event = reading.words().thing(kind, thing);
    const model::FieldId date = reading.model().kinds[kind].date;
    const evaluation::Value found = reading.words().stored(date, thing);
    event.date = known_date(found);
    event.where = reading.words().fact(date, thing, found).where;
    return event;
}

std::optional<NotCounted> deed_of_others(const Reading& reading, const program::DeedProof& deed, At item) {
    const model::KindId kind = reading.program().frames[item.frame].kind;
    const std::uint32_t thing = reading.trace().thing(item.frame, item.row);
    // An invalid field: such an event says nothing of it.
    const auto other = [&](program::Register asked, model::FieldId field) -> std::string {
        if (!field.is_valid() || reading.truth(asked, item.row) != Truth::False) return {};
        const evaluation::Value party = reading.words().stored(field, thing);
        return party.state == cases::State::Known ? party_words(reading, field, party) : std::string();
    };
    NotCounted event = event_at(reading, kind, thing);
    const model::Kind& of = reading.model().kinds[kind];
    event.why = NotCounted::Why::OtherParty;
    event.by = other(deed.by, of.performer);
    if (!event.by.empty()) return event;
    event.why = NotCounted::Why::OtherRecipient;
    event.whom = other(deed.towards, of.towards);
    if (!event.whom.empty()) return event;
    event.why = NotCounted::Why::OtherCompanion;
    event.whom = other(deed.together_with, of.together_with);
    if (!event.whom.empty()) return event;
    return {};
}

}  // namespace toets::explanation
