#include "dossier/fact_rows.h"

#include <algorithm>
#include <array>

#include "base/text.h"

#include "cases/document_from_json.h"
#include "cases/document_from_yaml.h"
#include "cases/fact_form.h"
#include "cases/json_elements.h"
#include "cases/key_uses.h"
#include "cases/plain_text.h"
#include "cases/value.h"

namespace toets::dossier {

using cases::Form;
using cases::KeyMeaning;
using cases::KeyUse;
using cases::Node;

namespace {

constexpr std::array<std::string_view, 7> form_codes = {"nothing", "word", "quoted", "number",
                                                        "yes_no",  "list", "mapping"};

// Follows a case as cases::ThingReader does, and notes of each part which facts it belongs to.
class RowWriter {
public:
    RowWriter(const cases::Caseload& caseload, const Sources& sources) : caseload_(caseload), sources_(sources) {}

    FactRows write(const Node& document) {
        add(document, {});
        const auto uses = cases::uses_in_case(document, caseload_, unheard_);
        for (const cases::Entry& entry : document.entries) {
            const KeyUse* use = use_of(entry, uses);
            enter(entry.key.text);
            if (use != nullptr && use->meaning == KeyMeaning::Kind) {
                write_thing(entry.value, use->kind, {});
            } else {
                write_plain(entry.value, {});
            }
            leave();
        }
        return std::move(rows_);
    }

private:
    void enter(Step step) { path_.push_back(std::move(step)); }
    void leave() { path_.pop_back(); }

    void add(const Node& node, Classes classes) {
        FactRow row;
        row.number = static_cast<std::uint32_t>(rows_.rows.size() + 1);
        row.line = sources_[node.where.source].position(node.where.begin).line;
        row.path = path_;
        row.form = node.form;
        if (node.is_scalar()) row.text = node.text;
        row.classes = classes;
        rows_.rows.push_back(std::move(row));
    }

    static const KeyUse* use_of(const cases::Entry& entry, const std::vector<KeyUse>& uses) {
        const auto found =
            std::find_if(uses.begin(), uses.end(), [&entry](const KeyUse& use) { return use.entry == &entry; });
        return found == uses.end() ? nullptr : &*found;
    }

    // A part that names no further facts.
    void write_plain(const Node& node, Classes classes) {
        add(node, classes);
        for (const cases::Entry& entry : node.entries) {
            enter(entry.key.text);
            write_plain(entry.value, classes);
            leave();
        }
        for (std::size_t index = 0; index < node.items.size(); ++index) {
            enter(static_cast<std::uint32_t>(index));
            write_plain(node.items[index], classes);
            leave();
        }
    }

    void write_thing(const Node& node, model::KindId kind, Classes classes) {
        if (node.form != Form::Mapping) {
            const model::FieldId date = caseload_.model->kinds[kind].date;
            const bool is_date = date.is_valid() && !caseload_.keys.is_name_of(kind, node.text);
            if (is_date) note(kind, {date});
            if (is_date) classes.add(class_of(date));
            write_plain(node, classes);
            return;
        }
        const auto uses = cases::uses_in_thing(node, kind, false, caseload_, unheard_);
        std::vector<model::FieldId> told;
        for (const KeyUse& use : uses) {
            if (use.meaning == KeyMeaning::Fact) told.push_back(use.field);
        }
        note(kind, std::move(told));
        add(node, classes);
        for (const cases::Entry& entry : node.entries) {
            const KeyUse* use = use_of(entry, uses);
            enter(entry.key.text);
            if (use != nullptr && use->meaning == KeyMeaning::Fact) {
                write_fact(entry.value, use->field, classes);
            } else {
                const bool is_label = use != nullptr && use->meaning == KeyMeaning::Label;
                Classes own = classes;
                if (is_label) own.add(class_of(caseload_.model->kinds[kind].party_name));
                write_plain(entry.value, own);
            }
            leave();
        }
    }

    void write_fact(const Node& node, model::FieldId field, Classes classes) {
        const model::Field& declared = caseload_.model->fields[field];
        classes.add(declared.privacy);
        if (!cases::is_fact_form(node, declared, caseload_.keys)) return write_value(node, declared, classes);
        add(node, classes);
        for (const cases::Entry& entry : node.entries) {
            enter(entry.key.text);
            if (fold_key(entry.key.text) == cases::key_value) {
                write_value(entry.value, declared, classes);
            } else {
                write_plain(entry.value, classes);
            }
            leave();
        }
    }

    void write_value(const Node& node, const model::Field& field, Classes classes) {
        const bool is_thing = field.type.base == model::Base::Thing;
        const bool is_list = field.type.base == model::Base::Things;
        const bool is_keyword = cases::keyword(node, field, caseload_.keys).has_value();  // geen, onbekend
        if (is_keyword || (!is_thing && !is_list)) return write_plain(node, classes);
        if (!is_list || node.form != Form::List) return write_thing(node, field.type.kind, classes);
        add(node, classes);
        for (std::size_t index = 0; index < node.items.size(); ++index) {
            enter(static_cast<std::uint32_t>(index));
            write_thing(node.items[index], field.type.kind, classes);
            leave();
        }
    }

    // The next row is that of a thing.
    void note(model::KindId kind, std::vector<model::FieldId> told) {
        rows_.things.push_back({rows_.rows.size(), kind, std::move(told)});
    }
    [[nodiscard]] model::PrivacyClass class_of(model::FieldId field) const {
        return field.is_valid() ? caseload_.model->fields[field].privacy : model::PrivacyClass::None;
    }

    const cases::Caseload& caseload_;
    const Sources& sources_;
    Diagnostics unheard_;  // the case was read before, and told what was wrong
    FactRows rows_;
    std::vector<Step> path_;
};

bool is_writable(const model::Field& field) {
    return field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned;
}

FactRow unknown_row(const FactRow& thing, const std::string& name) {
    FactRow row{thing.number, thing.line, thing.path, Form::Word, "onbekend", {}};
    row.path.emplace_back(name);
    return row;
}

// `aanmelding: 2026-02-01` becomes an event of which the date is told, so that more can be said of it.
void spell_out(std::vector<FactRow>& rows, const model::Name& date) {
    FactRow& thing = rows.back();
    FactRow told = thing;
    told.path.emplace_back(date.text);
    thing.form = Form::Mapping;
    thing.text.clear();
    rows.push_back(std::move(told));
}

// Puts the rows under each other again; each hangs under the last one before it whose path it goes on from.
class DocumentBuilder {
public:
    explicit DocumentBuilder(SourceId source) : source_(source) {}

    std::optional<Node> build(const std::vector<FactRow>& rows) {
        if (rows.empty() || rows.size() > cases::most_values || !rows.front().path.empty()) return std::nullopt;
        Node root = to_node(rows.front());
        open_ = {&root};
        path_.clear();
        for (std::size_t index = 1; index < rows.size(); ++index) {
            if (!add(rows[index])) return std::nullopt;
        }
        return root;
    }

private:
    [[nodiscard]] Node to_node(const FactRow& row) const {
        const std::uint32_t at = row.line == 0 ? 0 : row.line - 1;
        return {row.form, row.text, {source_, at, at}, {}, {}};
    }

    bool add(const FactRow& row) {
        const std::size_t depth = row.path.size();
        if (depth == 0 || depth > cases::deepest_level + 1 || depth > open_.size()) return false;
        if (!std::equal(row.path.begin(), row.path.end() - 1, path_.begin())) return false;
        open_.resize(depth);
        path_.assign(row.path.begin(), row.path.end());
        Node* added = hang(row, *open_.back());
        if (added != nullptr) open_.push_back(added);
        return added != nullptr;
    }

    Node* hang(const FactRow& row, Node& parent) const {
        if (const auto* key = std::get_if<std::string>(&row.path.back())) {
            if (parent.form != Form::Mapping) return nullptr;
            Node name{Form::Word, *key, {source_, to_node(row).where.begin, to_node(row).where.begin}, {}, {}};
            parent.entries.push_back({std::move(name), to_node(row)});
            return &parent.entries.back().value;
        }
        if (parent.form != Form::List || std::get<std::uint32_t>(row.path.back()) != parent.items.size())
            return nullptr;
        parent.items.push_back(to_node(row));
        return &parent.items.back();
    }

    SourceId source_;
    std::vector<Node*> open_;  // from the root to the last row; only the last one may still grow
    std::vector<Step> path_;   // of that row
};

}  // namespace

FactRows to_rows(const Node& document, const cases::Caseload& caseload, const Sources& sources) {
    return RowWriter(caseload, sources).write(document);
}

std::vector<FactRow> with_unknown(const FactRows& told, Classes classes, const cases::Caseload& caseload) {
    std::vector<FactRow> rows;
    std::size_t next = 0;
    for (std::size_t index = 0; index < told.rows.size(); ++index) {
        rows.push_back(told.rows[index]);
        if (next == told.things.size() || told.things[next].row != index) continue;
        const Described& thing = told.things[next++];
        const model::Kind& kind = caseload.model->kinds[thing.kind];
        bool is_spelled_out = told.rows[index].form == Form::Mapping;
        for (const model::FieldId id : kind.fields) {
            const model::Field& field = caseload.model->fields[id];
            const bool is_told = std::find(thing.told.begin(), thing.told.end(), id) != thing.told.end();
            if (is_told || !is_writable(field) || !classes.contains(field.privacy)) continue;
            if (!is_spelled_out) spell_out(rows, caseload.model->fields[kind.date].name);
            is_spelled_out = true;
            rows.push_back(unknown_row(told.rows[index], field.name.text));
        }
    }
    return rows;
}

std::optional<Node> to_document(const std::vector<FactRow>& rows, SourceId source) {
    return DocumentBuilder(source).build(rows);
}

std::string empty_lines(const std::vector<FactRow>& rows) {
    std::uint32_t last = 1;
    for (const FactRow& row : rows) last = std::max(last, row.line);
    return std::string(last, '\n');
}

std::string_view to_code(Form form) { return form_codes[static_cast<std::size_t>(form)]; }

std::optional<Form> form_from_code(std::string_view code) {
    const auto* found = std::find(form_codes.begin(), form_codes.end(), code);
    if (found == form_codes.end()) return std::nullopt;
    return static_cast<Form>(found - form_codes.begin());
}

std::optional<Node> read_document(const SourceText& source, bool is_json) {
    Diagnostics unheard;
    std::vector<Node> documents;
    if (!is_json) {
        cases::documents_from_yaml(source, unheard, [&documents](const Node& node) { documents.push_back(node); });
    } else {
        const std::string_view mark = source.text().starts_with(cases::byte_order_mark) ? cases::byte_order_mark : "";
        std::string padded(source.text().substr(mark.size()));
        const std::size_t size = padded.size();
        padded.append(cases::json_padding, ' ');
        const cases::JsonText json{std::string_view(padded).substr(0, size), source.id(),
                                   static_cast<std::uint32_t>(mark.size())};
        cases::for_each_element(json, unheard, [&](const cases::JsonText& element) {
            if (auto node = cases::document_from_json(element, unheard)) documents.push_back(std::move(*node));
        });
    }
    if (unheard.has_errors() || documents.size() != 1) return std::nullopt;
    return std::move(documents.front());
}

}  // namespace toets::dossier
