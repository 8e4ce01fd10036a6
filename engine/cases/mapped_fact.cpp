#include "cases/mapped_fact.h"

#include <algorithm>

#include "base/text.h"
#include "cases/fact_form.h"
#include "cases/number.h"
#include "cases/value.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t longest_shown_words = 80;  // characters

const std::string key_fact = "gegeven";
const std::string key_translation = "vertaling";
const std::string key_empty = "leeg";

bool leads_to_thing(const model::Field& field) {
    return field.type.base == model::Base::Thing || field.type.base == model::Base::Things;
}

// "ondertekening 1 van de huurovereenkomst": the first `count` steps of the path in words.
std::string words_of_path(const FactPath& path, std::size_t count, const model::Model& model) {
    std::string words;
    for (std::size_t index = count; index-- > 0;) {
        const FactStep& step = path[index];
        const model::Field& field = model.fields[step.field];
        words += words.empty() ? "" : " van ";
        words += step.number > 0 ? model.kinds[field.type.kind].name.text + " " + std::to_string(step.number)
                                 : model::with_article(field.name);
    }
    return words;
}

Argument expected_fact() {
    return term("expected", "een gegeven uit de afspraak, of een groep met `gegeven`",
                "a fact of the agreement, or a group with `gegeven`");
}

}  // namespace

const model::Field* FactReader::field_of(const FactPath& path) const {
    const model::FieldId field = path.back().field;
    return field.is_valid() ? &words_.model->fields[field] : nullptr;
}

bool FactReader::is_event(const model::Field& field) const {
    return leads_to_thing(field) && words_.model->kinds[field.type.kind].date.is_valid();
}

std::optional<MappedFact> FactReader::from_path(const Node& words) {
    auto path = fact_path_from_words(words, root_, words_, diagnostics_);
    if (!path) return std::nullopt;
    MappedFact fact;
    fact.path = std::move(*path);
    fact.where = words.where;
    const model::Field* field = field_of(fact.path);
    fact.is_date = field != nullptr && (field->type.base == model::Base::Date || is_event(*field));
    return fact;
}

std::optional<MappedFact> FactReader::from_column(const Entry& entry) {
    const std::size_t errors = diagnostics_.error_count();
    std::optional<MappedFact> fact;
    if (entry.value.form == Form::Mapping) {
        fact = from_group(entry.key, entry.value);
    } else if (text_of(entry.value, entry.key.text, expected_fact(), diagnostics_) != nullptr) {
        fact = from_path(entry.value);
        if (fact) check_leaf(entry.value, *fact);
    }
    if (fact) fact->column = ColumnName{entry.key.text, entry.key.where};
    return diagnostics_.error_count() == errors ? fact : std::nullopt;
}

std::optional<MappedFact> FactReader::from_group(const Node& column, const Node& group) {
    const std::vector<std::string> names = {key_fact, key_translation, key_empty, std::string(key_source),
                                            std::string(key_known_since)};
    const KnownEntries entries = known_entries(
        group, term("thing", "Een kolom van de koppeling", "A column of the mapping"), names, diagnostics_);
    const Node* words = find_entry(entries, key_fact);
    if (words == nullptr) {
        diagnostics_.report(Code::MappingLacksKey, group.where,
                            {word("key", key_fact), word("example", to_printable(column.text, longest_shown_words) +
                                                                        ": { gegeven: de kale huur van de woning }")});
        return std::nullopt;
    }
    const Argument expected = term("expected", "een gegeven uit de afspraak", "a fact of the agreement");
    if (text_of(*words, key_fact, expected, diagnostics_) == nullptr) return std::nullopt;
    auto fact = from_path(*words);
    if (!fact) return std::nullopt;
    if (const Node* translation = find_entry(entries, key_translation)) read_translation(*translation, *fact);
    if (const Node* empty = find_entry(entries, key_empty)) read_empty(*empty, *fact);
    read_origin(entries, *fact);
    check_leaf(*words, *fact);
    return fact;
}

void FactReader::read_translation(const Node& group, MappedFact& fact) {
    if (group.form != Form::Mapping) {
        diagnostics_.report(
            Code::WrongForm, group.where,
            {word("name", key_translation),
             term("expected", "een groep zoals `{ J: ja, N: nee }`", "a group such as `{ J: ja, N: nee }`"),
             found_form(group)});
        return;
    }
    std::map<std::string, Span> seen;
    for (const Entry& entry : group.entries) {
        const std::string cell = fold(entry.key.text);
        if (!entry.key.is_scalar() || cell.empty()) {
            diagnostics_.report(Code::WrongForm, entry.key.where,
                                {word("name", key_translation),
                                 term("expected", "wat er in de cel staat (voor een lege cel is er `leeg`)",
                                      "what the cell says (for an empty cell there is `leeg`)"),
                                 found_form(entry.key)});
            continue;
        }
        const auto [place, is_new] = seen.emplace(cell, entry.key.where);
        if (!is_new) {
            report_twice(entry.key, place->second, diagnostics_);
            continue;
        }
        check_value(entry.value, fact.path);
        fact.translation[cell] = entry.value;
    }
}

// Of the name of a thing nobody can say that it is not there; of the date of an event it is the event that is not
// there.
void FactReader::read_empty(const Node& value, MappedFact& fact) {
    const model::Field* field = field_of(fact.path);
    std::vector<std::string> choices = {"onbekend"};
    if (field != nullptr) choices.emplace_back("geen");
    const auto choice = choice_of(value, key_empty, choices, diagnostics_);
    if (choice != 1U) return;
    fact.when_empty = State::Absent;
    const bool is_event_date = fact.path.size() > 1 && words_.model->kinds[field->kind].date == fact.path.back().field;
    if (!is_event_date) return;
    const std::string event = words_of_path(fact.path, fact.path.size() - 1, *words_.model);
    diagnostics_.report(Code::EmptyEventDate, value.where, {word("event", event)});
}

void FactReader::read_origin(const KnownEntries& entries, MappedFact& fact) {
    Origin origin;
    for (const std::string_view key : {key_source, key_known_since}) {
        const Node* value = find_entry(entries, std::string(key));
        if (value == nullptr) continue;
        if (field_of(fact.path) == nullptr) {
            diagnostics_.report(
                Code::UnknownKey, value->where,
                {term("thing", "De naam van een ding", "The name of a thing"), word("key", std::string(key))});
        } else if (key == key_source) {
            read_source(*value, origin, diagnostics_);
            fact.source = *value;
        } else {
            read_known_since(*value, origin, diagnostics_);
            fact.known_since = *value;
        }
    }
}

void FactReader::check_leaf(const Node& words, const MappedFact& fact) {
    const model::Field* field = field_of(fact.path);
    if (field == nullptr || !leads_to_thing(*field) || is_event(*field) || !fact.translation.empty()) return;
    FactPath example_path = fact.path;
    const bool is_list = field->type.base == model::Base::Things;
    if (is_list) example_path.back().number = std::max<std::size_t>(1, example_path.back().number);
    const std::string owner = words_of_path(example_path, example_path.size(), *words_.model);
    const std::vector<std::string>& names = words_.keys.names(field->type.kind);
    const auto first = names.empty() ? std::nullopt : words_.keys.field(field->type.kind, names.front());
    const std::string part = first ? model::with_article(words_.model->fields[*first].name) : "de naam";
    const std::string example = part + " van " + owner;
    diagnostics_.report(Code::PathToThing, words.where,
                        {word("path", to_printable(words.text, longest_shown_words)), word("example", example)});
}

void FactReader::check_value(const Node& value, const FactPath& path) {
    const model::Field* field = field_of(path);
    const std::string& name = path.back().key;
    const Argument expected = expected_value(field == nullptr ? model::Base::Text : field->type.base);
    if (text_of(value, name, expected, diagnostics_) == nullptr || field == nullptr) return;
    if (keyword(value, *field, words_.keys)) return;
    if (!leads_to_thing(*field)) {
        const auto read = value_from_scalar(value, *field, words_);
        if (!read) diagnostics_.report(read.error());
        return;
    }
    if (words_.keys.is_name_of(field->type.kind, value.text) && field->type.base == model::Base::Thing) return;
    if (!is_event(*field)) {
        diagnostics_.report(wrong_value(value, name, expected).value());
        return;
    }
    const auto date = date_from_scalar(value, name);
    if (!date) diagnostics_.report(date.error());
}

std::optional<MappedFact> FactReader::from_constant(const Entry& entry) {
    const std::size_t errors = diagnostics_.error_count();
    auto fact = from_path(entry.key);
    if (!fact) return std::nullopt;
    check_value(entry.value, fact->path);
    fact->constant = entry.value;
    const FactStep& leaf = fact->path.back();
    if (leaf.kind.is_valid() && words_.keys.is_name_of(leaf.kind, entry.value.text)) fact->refers_to = leaf.kind;
    return diagnostics_.error_count() == errors ? fact : std::nullopt;
}

}  // namespace toets::cases
