#include "cases/fact_form.h"

#include <set>

#include "base/text.h"
#include "cases/number.h"
#include "cases/value.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

bool has_key(const Node& node, std::string_view key) {
    for (const Entry& entry : node.entries) {
        if (fold_key(entry.key.text) == key) return true;
    }
    return false;
}

constexpr std::size_t longest_key = 40;  // characters shown

}  // namespace

bool is_fact_form(const Node& node, const model::Field& field, const Keys& keys) {
    if (node.form != Form::Mapping) return false;
    const bool is_thing = field.type.base == model::Base::Thing || field.type.base == model::Base::Things;
    if (!is_thing) return true;
    return has_key(node, key_value) && !keys.field(field.type.kind, key_value);
}

void read_source(const Node& value, Origin& origin, Diagnostics& diagnostics) {
    if (value.is_scalar()) {
        origin.source = value.text;
        return;
    }
    diagnostics.report(Code::WrongForm, value.where,
                       {word("name", std::string(key_source)), expected_value(model::Base::Text), found_form(value)});
}

void read_known_since(const Node& value, Origin& origin, Diagnostics& diagnostics) {
    const std::string name(key_known_since);
    if (!value.is_scalar()) {
        diagnostics.report(Code::WrongForm, value.where,
                           {word("name", name), expected_value(model::Base::Date), found_form(value)});
        return;
    }
    const auto date = date_from_scalar(value, name);
    if (date) {
        origin.known_since = *date;
    } else {
        diagnostics.report(date.error());
    }
}

std::optional<WrittenFact> open_fact_form(const Node& node, const model::Field& field, const Origin& around,
                                          Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    WrittenFact fact{nullptr, around};
    std::set<std::string> seen;
    for (const Entry& entry : node.entries) {
        const std::string key = fold_key(entry.key.text);
        if (seen.contains(key)) {
            diagnostics.report(Code::DuplicateKey, entry.key.where, {word("key", key)});
        } else if (key == key_value) {
            fact.value = &entry.value;
        } else if (key == key_source) {
            read_source(entry.value, fact.origin, diagnostics);
        } else if (key == key_known_since) {
            read_known_since(entry.value, fact.origin, diagnostics);
        } else {
            const std::string shown = to_printable(entry.key.text, longest_key);
            diagnostics.report(Code::UnknownFactKey, entry.key.where, {word("key", shown)});
            return std::nullopt;
        }
        seen.insert(key);
    }
    if (fact.value == nullptr) diagnostics.report(Code::FactWithoutValue, node.where, {word("name", field.name.text)});
    return diagnostics.error_count() == errors ? std::optional(std::move(fact)) : std::nullopt;
}

Argument found_form(const Node& node) {
    switch (node.form) {
        case Form::Nothing: return term("found", "niets", "nothing");
        case Form::Word:
        case Form::Quoted: return term("found", "een losse waarde", "a single value");
        case Form::Number: return term("found", "een getal", "a number");
        case Form::YesNo: return term("found", "`true` of `false`", "`true` or `false`");
        case Form::List: return term("found", "een lijst", "a list");
        case Form::Mapping: break;
    }
    return term("found", "een groep gegevens", "a group of facts");
}

}  // namespace toets::cases
