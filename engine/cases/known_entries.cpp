#include "cases/known_entries.h"

#include <algorithm>

#include "base/text.h"
#include "cases/fact_form.h"
#include "cases/key_uses.h"
#include "cases/number.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t longest_shown_key = 60;  // characters

std::string joined_choices(const std::vector<std::string>& choices) {
    std::string text;
    for (const std::string& choice : choices) text += (text.empty() ? "" : ", ") + choice;
    return text;
}

}  // namespace

KnownEntries known_entries(const Node& group, const Argument& thing, const std::vector<std::string>& names,
                           Diagnostics& diagnostics) {
    KnownEntries known;
    for (const Entry& entry : group.entries) {
        if (!entry.key.is_scalar()) {
            diagnostics.report(Code::KeyWithoutName, entry.key.where, {found_form(entry.key)});
            continue;
        }
        const std::string key = fold_key(entry.key.text);
        if (std::find(names.begin(), names.end(), key) == names.end()) {
            diagnostics.report(Code::UnknownKey, entry.key.where,
                               {thing, word("key", to_printable(entry.key.text, longest_shown_key))},
                               notes_on_names(entry.key.text, names));
            continue;
        }
        const auto [place, is_new] = known.emplace(key, &entry);
        if (!is_new) report_twice(entry.key, place->second->key.where, diagnostics);
    }
    return known;
}

const Node* find_entry(const KnownEntries& entries, const std::string& name) {
    const auto found = entries.find(name);
    return found == entries.end() ? nullptr : &found->second->value;
}

const std::string* text_of(const Node& value, const std::string& name, Argument expected, Diagnostics& diagnostics) {
    if (value.is_scalar()) return &value.text;
    diagnostics.report(Code::WrongForm, value.where, {word("name", name), std::move(expected), found_form(value)});
    return nullptr;
}

std::optional<std::size_t> choice_of(const Node& value, const std::string& name,
                                     const std::vector<std::string>& choices, Diagnostics& diagnostics) {
    const std::string listed = joined_choices(choices);
    const std::string* text =
        text_of(value, name, term("expected", "één van " + listed, "one of " + listed), diagnostics);
    if (text == nullptr) return std::nullopt;
    const auto found = std::find(choices.begin(), choices.end(), fold(*text));
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    diagnostics.report(Code::UnknownChoice, value.where, {word("name", name), written(value), word("choices", listed)});
    return std::nullopt;
}

void report_twice(const Node& second, const Span& first, Diagnostics& diagnostics) {
    diagnostics.report(Code::DuplicateKey, second.where, {word("key", to_printable(second.text, longest_shown_key))},
                       {{Code::FirstWrittenNote, first, {}}});
}

}  // namespace toets::cases
