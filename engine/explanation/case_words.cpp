#include "explanation/case_words.h"

#include <algorithm>

#include "base/text.h"
#include "cases/links.h"
#include "model/seats.h"
#include "model/walk.h"

namespace toets::explanation {

namespace {

constexpr std::size_t most_things = 10000;  // a case that is larger names the rest by kind only

}  // namespace

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char byte : text) {
        const bool is_space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
        if (is_space && (line.empty() || line.back() == ' ')) continue;
        line += is_space ? ' ' : byte;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

CaseWords::CaseWords(const Evaluated& evaluated, std::uint32_t case_index)
    : model_(*evaluated.program.model),
      caseload_(evaluated.caseload),
      sources_(evaluated.sources),
      info_(evaluated.caseload.cases[case_index]),
      reference_date_(case_index < evaluated.evaluation.reference_dates.size()
                          ? evaluated.evaluation.reference_dates[case_index]
                          : std::nullopt) {
    if (!info_.root.is_valid()) return;
    std::vector<Thing> queue;
    add({info_.root, info_.root_row}, model::with_article(model_.kinds[info_.root].name), queue);
    if (info_.is_readiness_check) of_the_act_.insert({info_.root, info_.root_row});
    for (std::size_t next = 0; next < queue.size() && next < most_things; ++next) visit(queue[next], queue);
}

void CaseWords::add(Thing thing, std::string words, std::vector<Thing>& queue) {
    if (thing.second < cases::first_row || !words_.emplace(thing, std::move(words)).second) return;
    queue.push_back(thing);
}

void CaseWords::visit(Thing thing, std::vector<Thing>& queue) {
    for (const model::FieldId id : model_.kinds[thing.first].fields) {
        const model::Field& field = model_.fields[id];
        if (field.type.base == model::Base::Thing) visit_reference(thing, id, queue);
        if (field.type.base == model::Base::Things) visit_list(thing, id, queue);
        if (field.type.base == model::Base::Organisation) note_role(field, stored(id, thing.second));
    }
}

void CaseWords::visit_reference(Thing from, model::FieldId field, std::vector<Thing>& queue) {
    const evaluation::Value value = stored(field, from.second);
    if (value.state != cases::State::Known) return;
    add({model_.fields[field].type.kind, static_cast<std::uint32_t>(value.value)},
        model::with_article(model_.fields[field].name) + of(from), queue);
    const Thing thing{model_.fields[field].type.kind, static_cast<std::uint32_t>(value.value)};
    const bool is_whom_it_is_about = info_.is_readiness_check && cases::readiness_field(model_, thing.first) == field;
    if (of_the_act_.contains(from) && !is_whom_it_is_about && !is_given(thing)) of_the_act_.insert(thing);
}

void CaseWords::visit_list(Thing from, model::FieldId field, std::vector<Thing>& queue) {
    const cases::ListColumn& list = caseload_.lists[field.index()];
    if (from.second >= list.begin.size()) return;
    const model::KindId kind = model_.fields[field].type.kind;
    const std::uint32_t count = list.count[from.second];
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t row = list.items[list.begin[from.second] + i];
        const model::Name& name = model_.kinds[kind].name;
        const auto label = caseload_.labels.find({kind, row});
        std::string words = model::with_article(name) + of(from);
        if (count > 1) words = name.text + " " + std::to_string(i + 1) + of(from);
        if (label != caseload_.labels.end()) words = name.text + " " + label->second;
        const bool is_numbered = count > 1 && label == caseload_.labels.end();
        if (is_numbered && !words_.contains({kind, row})) numbered_.insert({kind, row});
        add({kind, row}, std::move(words), queue);
    }
}

bool CaseWords::is_numbered(model::KindId kind, std::uint32_t row) const { return numbered_.contains({kind, row}); }

// C8: who has its place on the reference date is to act.
// Only a field named after its role says who holds it here: the gemeente van herkomst need not be "the gemeente".
void CaseWords::note_role(const model::Field& field, evaluation::Value value) {
    if (!field.type.role.is_valid() || value.state != cases::State::Known) return;
    if (fold(field.name.text) != fold(model_.roles[field.type.role].name.text)) return;
    const bool is_party = static_cast<std::size_t>(value.value) < model_.parties.size();
    if (is_party && reference_date_ && !model_.successions.empty()) {
        const model::PartyId party{static_cast<std::uint32_t>(value.value)};
        value.value = model::holder_on(model_, party, *reference_date_).value;
    }
    holders_.emplace(field.type.role, known_value(field.type, value.value));
}

bool CaseWords::is_given(Thing thing) const {
    if (thing == Thing{info_.given, info_.given_row}) return true;
    const std::vector<model::FieldId>& fields = model_.kinds[thing.first].fields;
    return std::any_of(fields.begin(), fields.end(), [&](model::FieldId id) {
        const model::Base base = model_.fields[id].type.base;
        const bool is_fact = base != model::Base::Thing && base != model::Base::Things;
        return is_fact && stored(id, thing.second).state != cases::State::Unknown;
    });
}

// A thing that nothing in the case leads to was made up with the act.
bool CaseWords::hangs_on_act(model::KindId kind, std::uint32_t row) const {
    if (!info_.is_readiness_check) return false;
    return of_the_act_.contains({kind, row}) || !words_.contains({kind, row});
}

evaluation::Value CaseWords::stored(model::FieldId field, std::uint32_t row) const {
    const cases::Column& column = caseload_.columns[field.index()];
    if (row >= column.values.size()) return {};
    return {column.states[row], column.values[row]};
}

std::string CaseWords::of(Thing thing) const {
    if (thing.first == info_.root && thing.second == info_.root_row) return {};
    return " van " + this->thing(thing.first, thing.second);
}

std::string CaseWords::thing(model::KindId kind, std::uint32_t row) const {
    const auto found = words_.find({kind, row});
    return found != words_.end() ? found->second : model::with_article(model_.kinds[kind].name);
}

std::string CaseWords::known_value(const model::Type& type, std::int64_t value) const {
    const auto index = static_cast<std::size_t>(value);
    if (type.base == model::Base::Thing) return thing(type.kind, static_cast<std::uint32_t>(value));
    if (type.base == model::Base::Choice) return model_.choice_lists[type.choices].values[index].text;
    if (type.base == model::Base::ChoiceSet) {
        std::string words;
        const std::vector<model::Name>& values = model_.choice_lists[type.choices].values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (((value >> i) & 1) != 0) words += (words.empty() ? "" : ", ") + values[i].text;
        }
        return words;
    }
    return index < caseload_.symbols.size() ? caseload_.symbols.text(static_cast<std::uint32_t>(value)) : std::string();
}

Value CaseWords::value(const model::Type& type, evaluation::Value value) const {
    if (value.state == cases::State::Unknown) return NotKnown{};
    if (value.state == cases::State::Absent) return KnownNone{};
    switch (type.base) {
        case model::Base::YesNo: return YesNo{value.value != 0};
        case model::Base::Date: return Date{static_cast<std::int32_t>(value.value)};
        case model::Base::Amount: return Amount{value.value};
        case model::Base::Count:
        case model::Base::Things: return Count{value.value};
        case model::Base::Number: return Number{Decimal{value.value, model::scale(type.base)}};
        case model::Base::Percentage: return Percentage{Decimal{value.value, model::scale(type.base)}};
        case model::Base::HoursPerWeek: return HoursPerWeek{Decimal{value.value, model::scale(type.base)}};
        case model::Base::Duration: return duration_from_column_value(value.value);
        case model::Base::Choice:
        case model::Base::ChoiceSet:
        case model::Base::Text:
        case model::Base::Person:
        case model::Base::Organisation:
        case model::Base::Thing: return Words{known_value(type, value.value)};
    }
    return NotKnown{};
}

std::string CaseWords::name(const model::Actor& actor) const {
    const auto holder = actor.role.is_valid() ? holders_.find(actor.role) : holders_.end();
    return holder != holders_.end() ? holder->second : actor.words;
}

Who CaseWords::who(const model::Actors& actors) const {
    Who who{{}, actors.any};
    for (const model::Actor& actor : actors.actors) {
        std::string name = this->name(actor);
        if (std::find(who.names.begin(), who.names.end(), name) == who.names.end())
            who.names.push_back(std::move(name));
    }
    return who;
}

std::vector<std::string> CaseWords::named_things() const {
    std::vector<std::string> names;
    if (!info_.root.is_valid()) return names;
    const auto own = caseload_.labels.find({info_.root, info_.root_row});
    if (own != caseload_.labels.end()) names.push_back(own->second);
    for (const model::FieldId id : model_.kinds[info_.root].fields) {
        const model::Field& field = model_.fields[id];
        const evaluation::Value value =
            field.type.base == model::Base::Thing ? stored(id, info_.root_row) : evaluation::Value{};
        if (value.state != cases::State::Known) continue;
        const auto label = caseload_.labels.find({field.type.kind, static_cast<std::uint32_t>(value.value)});
        if (label != caseload_.labels.end()) names.push_back(label->second);
    }
    return names;
}

std::string CaseWords::text(Span where) const {
    return where.is_valid() ? on_one_line(sources_.text(where)) : std::string();
}

namespace {

constexpr int most_steps = 16;

// The bullets of a list head: its own, or those of what it says about each thing.
const model::Legs* bullets_of(const model::Model& model, model::ConditionId id, int steps = 0) {
    if (!id.is_valid() || steps > most_steps) return nullptr;
    const model::Condition& condition = model.conditions[id];
    if (const auto* legs = std::get_if<model::Legs>(&condition.kind)) return legs;
    const std::vector<model::ConditionId> parts = model::conditions_of(condition);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {  // what is asked stands after `waarvoor`
        if (const model::Legs* legs = bullets_of(model, *part, steps + 1)) return legs;
    }
    return nullptr;
}

}  // namespace

std::string CaseWords::sentence(model::ConditionId id) const {
    std::string words = text(model_.conditions[id].where);
    const model::Legs* bullets = words.ends_with(':') ? bullets_of(model_, id) : nullptr;
    if (bullets == nullptr) return words;
    std::string_view between = " ";
    for (const model::Leg& bullet : bullets->legs) {
        words += std::string(between) + sentence(bullet.condition);
        between = "; ";
    }
    return words;
}

Place CaseWords::place(Span where) const {
    if (!where.is_valid()) return {};
    const SourceText& source = sources_[where.source];
    const Position position = source.position(where.begin);
    return {source.path(), position.line, position.column};
}

}  // namespace toets::explanation
