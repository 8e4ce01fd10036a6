#include "cases/register_mapping.h"

#include <map>

#include "base/text.h"
#include "cases/case_reader.h"
#include "cases/document_from_yaml.h"
#include "cases/fact_form.h"
#include "cases/known_entries.h"
#include "cases/mapped_fact.h"
#include "cases/raw_value.h"
#include "cases/value.h"

namespace toets::cases {

namespace {

const std::string name_of_mapping = "koppeling";
const std::string key_label_column = "kenmerk";
const std::string key_charset = "tekenset";
const std::string key_separator = "scheidingsteken";
const std::string key_date_form = "datumvorm";
const std::string key_columns = "kolommen";
const std::string key_constants = "vast";
const std::string key_unused = "overslaan";

Argument expected_column() { return term("expected", "de naam van een kolom", "the name of a column"); }

class MappingReader {
public:
    MappingReader(const model::Model& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

    RegisterMapping read(const Node& document) {
        const std::vector<std::string> names = {
            std::string(key_case), key_label_column, std::string(key_reference_date),
            key_charset,           key_separator,    key_date_form,
            key_columns,           key_constants,    key_unused};
        entries_ = known_entries(document, term("thing", "Een koppeling", "A mapping"), names, diagnostics_);
        read_file_form();
        read_case_columns();
        if (const auto kind = read_kind(document)) {
            FactReader facts(*kind, model_, diagnostics_);
            read_columns(document, facts);
            read_constants(facts);
        }
        read_unused();
        return std::move(mapping_);
    }

private:
    [[nodiscard]] const Node* entry(const std::string& name) const { return find_entry(entries_, name); }

    void read_file_form() {
        if (const Node* value = entry(key_charset)) {
            const auto choice = choice_of(*value, key_charset, {"utf-8", "windows-1252"}, diagnostics_);
            if (choice) mapping_.charset = *choice == 0 ? Charset::Utf8 : Charset::Windows1252;
        }
        if (const Node* value = entry(key_separator)) {
            const auto choice = choice_of(*value, key_separator, {";", ",", "tab"}, diagnostics_);
            if (choice) mapping_.separator = std::string_view(";,\t")[*choice];
        }
        if (const Node* value = entry(key_date_form)) {
            mapping_.has_slash_dates = choice_of(*value, key_date_form, {"dag-maand-jaar"}, diagnostics_).has_value();
        }
    }

    void read_case_columns() {
        if (const Node* value = entry(key_label_column)) {
            const std::string* text = text_of(*value, key_label_column, expected_column(), diagnostics_);
            if (text != nullptr) mapping_.label = ColumnName{*text, value->where};
        }
        const std::string date(key_reference_date);
        const Node* value = entry(date);
        if (value == nullptr) return;
        const Argument expected =
            term("expected", "een datum, of de naam van een kolom", "a date, or the name of a column");
        if (text_of(*value, date, expected, diagnostics_) == nullptr) return;
        if (date_from_scalar(*value, date)) {
            mapping_.reference_date = *value;
        } else {
            mapping_.date_column = ColumnName{value->text, value->where};
        }
    }

    std::optional<model::KindId> read_kind(const Node& document) {
        const std::string key(key_case);
        const Node* value = entry(key);
        if (value == nullptr) {
            diagnostics_.report(Code::MappingLacksKey, document.where,
                                {word("key", key), word("example", "zaak: toewijzing")});
            return std::nullopt;
        }
        const Caseload words(model_);
        const std::string names = root_names(model_);
        const Argument expected = term("expected", "één van " + names, "one of " + names);
        const std::string* text = text_of(*value, key, expected, diagnostics_);
        if (text == nullptr) return std::nullopt;
        const auto kind = words.keys.kind(*text);
        if (!kind) {
            diagnostics_.report(Code::UnknownRegisterKind, value->where, {word("value", *text), word("names", names)});
            return std::nullopt;
        }
        mapping_.kind = model_.kinds[*kind].name.text;
        mapping_.outline.kind = *kind;
        return kind;
    }

    void read_columns(const Node& document, FactReader& facts) {
        const Node* columns = entry(key_columns);
        if (columns == nullptr || (columns->form == Form::Mapping && columns->entries.empty())) {
            diagnostics_.report(
                Code::MappingLacksKey, columns == nullptr ? document.where : columns->where,
                {word("key", key_columns), word("example", "kolommen: { \"Huur\": de kale huur van de woning }")});
            return;
        }
        if (!is_group(*columns, key_columns)) return;
        for (const Entry& each : columns->entries) {
            if (is_new_column(each.key)) add(facts.from_column(each));
        }
    }
    void read_constants(FactReader& facts) {
        const Node* constants = entry(key_constants);
        if (constants == nullptr || !is_group(*constants, key_constants)) return;
        for (const Entry& each : constants->entries) add(facts.from_constant(each));
    }
    void read_unused() {
        const Node* unused = entry(key_unused);
        if (unused == nullptr) return;
        const std::vector<Node> one = {*unused};
        for (const Node& each : unused->form == Form::List ? unused->items : one) {
            const bool is_name = text_of(each, key_unused, expected_column(), diagnostics_) != nullptr;
            if (is_name && is_new_column(each)) mapping_.unused.push_back({each.text, each.where});
        }
    }

    bool is_group(const Node& node, const std::string& name) {
        if (node.form == Form::Mapping) return true;
        diagnostics_.report(
            Code::WrongForm, node.where,
            {word("name", name), term("expected", "een groep gegevens", "a group of facts"), found_form(node)});
        return false;
    }
    bool is_new_column(const Node& name) {
        if (!name.is_scalar()) {
            diagnostics_.report(Code::KeyWithoutName, name.where, {found_form(name)});
            return false;
        }
        const auto [place, is_new] = columns_.emplace(fold(name.text), name.where);
        if (!is_new) report_twice(name, place->second, diagnostics_);
        return is_new;
    }
    void add(std::optional<MappedFact> fact) {
        if (!fact) return;
        const bool has_value = !fact->column && !is_keyword(fact->constant.text);
        const Outline leaf{{}, 0, {}, mapping_.facts.size(), false, fact->column.has_value(), has_value, {}};
        if (const auto taken = add_to_outline(mapping_.outline, fact->path, leaf)) {
            const Node words{Form::Word, fact->path.back().key, fact->where, {}, {}};
            report_twice(words, mapping_.facts[*taken].where, diagnostics_);
            return;
        }
        mapping_.facts.push_back(std::move(*fact));
    }

    const model::Model& model_;
    Diagnostics& diagnostics_;
    KnownEntries entries_;
    RegisterMapping mapping_;
    std::map<std::string, Span> columns_;  // by folded name
};

}  // namespace

std::optional<RegisterMapping> register_mapping_from_yaml(const SourceText& source, const model::Model& model,
                                                          Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    std::optional<RegisterMapping> mapping;
    const auto report_form = [&](const Node& document, Argument found) {
        diagnostics.report(Code::WrongForm, document.where,
                           {word("name", name_of_mapping),
                            term("expected", "één groep gegevens, die begint met `zaak:`",
                                 "one group of facts, that begins with `zaak:`"),
                            std::move(found)});
    };
    documents_from_yaml(source, diagnostics, [&](const Node& document) {
        if (document.form != Form::Mapping) {
            report_form(document, found_form(document));
        } else if (mapping) {
            report_form(document, term("found", "nog een groep", "another group"));
        } else {
            mapping = MappingReader(model, diagnostics).read(document);
        }
    });
    if (diagnostics.error_count() > errors) return std::nullopt;
    if (!mapping) report_form({Form::Nothing, {}, {source.id(), 0, 0}, {}, {}}, found_form({}));
    return mapping;
}

}  // namespace toets::cases
