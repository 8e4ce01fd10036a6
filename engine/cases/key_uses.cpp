#include "cases/key_uses.h"

#include <map>
#include <optional>

#include "base/text.h"
#include "cases/fact_form.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t longest_key = 40;    // characters of a key that a message repeats
constexpr std::size_t longest_list = 180;  // bytes; of the names that a message lists

std::string shown(const Entry& entry) { return to_printable(entry.key.text, longest_key); }

// "de cliënt" -> "De cliënt", to begin a sentence with.
std::string sentence_start(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        if (list.size() + name.size() > longest_list) return list + ", …";
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

// The one other kind of thing that has this fact: then the line may just stand too deep, or not deep enough.
std::optional<Note> elsewhere(const Entry& entry, const Caseload& caseload) {
    std::optional<model::KindId> found;
    for (std::size_t index = 0; index < caseload.model->kinds.size(); ++index) {
        const model::KindId kind = caseload.model->kinds.id_at(index);
        const auto field = caseload.keys.field(kind, entry.key.text);
        if (!field || caseload.model->fields[*field].built_in) continue;
        if (found) return std::nullopt;
        found = kind;
    }
    if (!found) return std::nullopt;
    const model::Name& name = caseload.model->kinds[*found].name;
    return Note{Code::KeyElsewhereNote,
                {},
                {word("key", shown(entry)), term("thing", model::with_article(name), "`" + name.text + "`")}};
}

void report_unknown(const Entry& entry, Argument thing, const std::vector<std::string>& names, const Caseload& caseload,
                    Diagnostics& diagnostics) {
    std::vector<Note> notes;
    if (diagnostics.error_count() < Diagnostics::limit) {
        notes = notes_on_names(entry.key.text, names);
        if (auto note = elsewhere(entry, caseload)) notes.insert(notes.begin(), std::move(*note));
    }
    diagnostics.report(Code::UnknownKey, entry.key.where, {std::move(thing), word("key", shown(entry))},
                       std::move(notes));
}

bool is_scalar_key(const Entry& entry, Diagnostics& diagnostics) {
    if (entry.key.is_scalar()) return true;
    diagnostics.report(Code::KeyWithoutName, entry.key.where, {found_form(entry.key)});
    return false;
}

std::optional<KeyMeaning> own_key(const std::string& folded, bool is_whole_case) {
    if (folded == key_label) return KeyMeaning::Label;
    if (folded == key_source) return KeyMeaning::Source;
    if (folded == key_known_since) return KeyMeaning::KnownSince;
    if (is_whole_case && folded == key_case) return KeyMeaning::Case;
    if (is_whole_case && folded == key_reference_date) return KeyMeaning::ReferenceDate;
    return std::nullopt;
}

class FirstUses {
public:
    // False, and reported, when the same fact was written before.
    bool add(const KeyUse& use, Diagnostics& diagnostics) {
        const auto [place, is_new] = first_.emplace(std::tuple(use.meaning, use.field, use.kind), use.entry);
        if (!is_new) {
            diagnostics.report(Code::DuplicateKey, use.entry->key.where, {word("key", shown(*use.entry))},
                               {{Code::FirstWrittenNote, place->second->key.where, {}}});
        }
        return is_new;
    }

private:
    std::map<std::tuple<KeyMeaning, model::FieldId, model::KindId>, const Entry*> first_;
};

bool may_be_written(const Entry& entry, const model::Field& field, const model::Name& thing, Diagnostics& diagnostics) {
    if (field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned) return true;
    diagnostics.report(Code::DerivedKey, entry.key.where,
                       {word("key", shown(entry)), term("thing", model::with_article(thing), "`" + thing.text + "`")});
    return false;
}

}  // namespace

std::vector<KeyUse> uses_in_thing(const Node& mapping, model::KindId kind, bool is_whole_case, const Caseload& caseload,
                                  Diagnostics& diagnostics) {
    std::vector<KeyUse> uses;
    FirstUses first;
    const model::Name& thing = caseload.model->kinds[kind].name;
    for (const Entry& entry : mapping.entries) {
        if (!is_scalar_key(entry, diagnostics)) continue;
        KeyUse use{&entry, KeyMeaning::Fact, {}, kind};
        if (const auto field = caseload.keys.field(kind, entry.key.text)) {
            if (!may_be_written(entry, caseload.model->fields[*field], thing, diagnostics)) continue;
            use.field = *field;
        } else if (const auto meaning = own_key(fold_key(entry.key.text), is_whole_case)) {
            use.meaning = *meaning;
        } else {
            report_unknown(entry, thing_argument(thing), caseload.keys.names(kind), caseload, diagnostics);
            continue;
        }
        if (first.add(use, diagnostics)) uses.push_back(use);
    }
    return uses;
}

std::vector<KeyUse> uses_in_case(const Node& mapping, const Caseload& caseload, Diagnostics& diagnostics) {
    std::vector<KeyUse> uses;
    FirstUses first;
    for (const Entry& entry : mapping.entries) {
        if (!is_scalar_key(entry, diagnostics)) continue;
        KeyUse use{&entry, KeyMeaning::Kind, {}, {}};
        const std::string folded = fold_key(entry.key.text);
        if (const auto kind = caseload.keys.kind(folded)) {
            use.kind = *kind;
        } else if (const auto meaning = own_key(folded, true)) {
            use.meaning = *meaning == KeyMeaning::Label ? KeyMeaning::Case : *meaning;
        } else {
            std::vector<std::string> names{std::string(key_case), std::string(key_reference_date)};
            for (const model::Kind& each : caseload.model->kinds) names.push_back(each.name.text);
            report_unknown(entry, term("thing", "Een zaak", "A case"), names, caseload, diagnostics);
            continue;
        }
        if (first.add(use, diagnostics)) uses.push_back(use);
    }
    return uses;
}

Argument thing_argument(const model::Name& thing) {
    return term("thing", sentence_start(model::with_article(thing)), "`" + thing.text + "`");
}

std::vector<Note> notes_on_names(std::string_view name, const std::vector<std::string>& names) {
    if (const auto index = nearest(name, names)) {
        return {{Code::NearestKeyNote, {}, {word("name", names[*index])}}};
    }
    if (names.empty()) return {};
    return {{Code::KnownKeysNote, {}, {word("names", listed(names))}}};
}

}  // namespace toets::cases
