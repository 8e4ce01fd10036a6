#include "cases/row_document.h"

#include <algorithm>

#include "base/text.h"
#include "cases/fact_form.h"

namespace toets::cases {

namespace {

// A cell that is not empty shows that a thing is there. Without columns a value that holds for every row does.
bool is_there(const Outline& outline, bool is_told) { return is_told || (!outline.has_column && outline.has_value); }

Node word_node(std::string_view text) { return {Form::Word, std::string(text), {}, {}, {}}; }
Node node_of_state(State state) { return word_node(state == State::Absent ? "geen" : "onbekend"); }

void add_entry(Node& group, std::string_view key, Node value) {
    Node name = word_node(key);
    name.where = value.where;
    group.entries.push_back({std::move(name), std::move(value)});
}

Node with_origin(Node value, const MappedFact& fact) {
    if (!fact.source && !fact.known_since) return value;
    Node group{Form::Mapping, {}, value.where, {}, {}};
    add_entry(group, key_value, std::move(value));
    const auto add_constant = [&group](std::string_view key, const std::optional<Node>& constant) {
        if (!constant) return;
        Node placeless = *constant;
        placeless.where = {};
        add_entry(group, key, std::move(placeless));
    };
    add_constant(key_source, fact.source);
    add_constant(key_known_since, fact.known_since);
    return group;
}

}  // namespace

bool is_slash_date(std::string_view text) {
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos) return false;
    const auto is_number = [](std::string_view digits, std::size_t shortest, std::size_t longest) {
        return digits.size() >= shortest && digits.size() <= longest &&
               std::all_of(digits.begin(), digits.end(), is_digit);
    };
    return is_number(text.substr(0, first), 1, 2) && is_number(text.substr(first + 1, second - first - 1), 1, 2) &&
           is_number(text.substr(second + 1), 4, 4);
}

Node RowDocument::cell(const CsvRecord& record, std::size_t column, bool is_date) const {
    Node node{
        Form::Word, record.value(column), {SourceId{0}, record.cells[column].begin, record.cells[column].end}, {}, {}};
    if (is_date && mapping_.has_slash_dates && is_slash_date(node.text)) {
        std::replace(node.text.begin(), node.text.end(), '/', '-');
    }
    return node;
}

Node RowDocument::document(const CsvRecord& record) const {
    Node document{Form::Mapping, {}, {}, {}, {}};
    if (columns_.label) add_entry(document, key_case, cell(record, *columns_.label, false));
    if (columns_.reference_date) {
        Node date = cell(record, *columns_.reference_date, true);
        if (!date.text.empty()) add_entry(document, key_reference_date, std::move(date));
    }
    if (mapping_.reference_date) {
        Node date = *mapping_.reference_date;
        date.where = {};
        add_entry(document, key_reference_date, std::move(date));
    }
    // Whatever a row leaves open, the case itself is there.
    Node root{Form::Mapping, {}, {}, {}, {}};
    for (const Outline& each : mapping_.outline.parts) {
        if (auto found = part(each, record)) add_entry(root, each.key, std::move(found->node));
    }
    add_entry(document, mapping_.kind, std::move(root));
    return document;
}

std::optional<RowDocument::Part> RowDocument::part(const Outline& outline, const CsvRecord& record) const {
    if (outline.fact) return fact(mapping_.facts[*outline.fact], columns_.of_facts[*outline.fact], record);
    return outline.is_list ? list(outline, record) : thing(outline, record);
}

// Nothing for the name of a thing that has none.
std::optional<RowDocument::Part> RowDocument::fact(const MappedFact& fact, std::size_t column,
                                                   const CsvRecord& record) const {
    if (!fact.column) {
        const Outline& root = mapping_.outline;
        const bool leads_nowhere =
            fact.refers_to && root.kind != *fact.refers_to && !has_thing(root, *fact.refers_to, record);
        Node constant = leads_nowhere ? node_of_state(State::Unknown) : fact.constant;
        constant.where = {};
        return Part{std::move(constant), false};
    }
    Node node = cell(record, column, fact.is_date);
    if (node.text.empty()) {
        if (!fact.path.back().field.is_valid()) return std::nullopt;
        return Part{node_of_state(fact.when_empty), false};
    }
    if (const auto found = fact.translation.empty() ? fact.translation.end() : fact.translation.find(fold(node.text));
        found != fact.translation.end()) {
        node.form = found->second.form;
        node.text = found->second.text;
    }
    return Part{with_origin(std::move(node), fact), true};
}

// A thing of which every cell is empty may not be there at all: then it is unknown, and so is what the mapping would
// say of it.
RowDocument::Part RowDocument::thing(const Outline& outline, const CsvRecord& record) const {
    Part result{{Form::Mapping, {}, {}, {}, {}}, false};
    for (const Outline& each : outline.parts) {
        auto found = part(each, record);
        if (!found) continue;
        result.is_told = result.is_told || found->is_told;
        add_entry(result.node, each.key, std::move(found->node));
    }
    if (!is_there(outline, result.is_told)) result.node = node_of_state(State::Unknown);
    return result;
}

// A numbered thing of which every cell is empty is not in the list.
RowDocument::Part RowDocument::list(const Outline& outline, const CsvRecord& record) const {
    Part result{{Form::List, {}, {}, {}, {}}, false};
    for (const Outline& item : outline.parts) {
        auto found = part(item, record);
        if (!found || !is_there(item, found->is_told)) continue;
        result.is_told = result.is_told || found->is_told;
        result.node.items.push_back(std::move(found->node));
    }
    if (result.node.items.empty()) {
        result.node = node_of_state(is_none_when_empty(outline) ? State::Absent : State::Unknown);
    }
    return result;
}

// Whether a cell that is not empty tells of it.
bool RowDocument::has_cell(const Outline& outline, const CsvRecord& record) const {
    if (outline.fact) {
        const bool is_cell = mapping_.facts[*outline.fact].column.has_value();
        return is_cell && !record.value(columns_.of_facts[*outline.fact]).empty();
    }
    return std::any_of(outline.parts.begin(), outline.parts.end(),
                       [&](const Outline& part) { return has_cell(part, record); });
}

// Whether a thing of the kind is in the row.
bool RowDocument::has_thing(const Outline& outline, model::KindId kind, const CsvRecord& record) const {
    return std::any_of(outline.parts.begin(), outline.parts.end(), [&](const Outline& part) {
        const bool is_thing = part.kind == kind && !part.is_list;
        const bool is_told = has_cell(part, record);
        if (is_thing && (part.fact ? is_told : is_there(part, is_told))) return true;
        return has_thing(part, kind, record);
    });
}

bool RowDocument::is_none_when_empty(const Outline& list) const {
    return std::all_of(list.parts.begin(), list.parts.end(), [this](const Outline& item) {
        return item.fact && mapping_.facts[*item.fact].when_empty == State::Absent;
    });
}

}  // namespace toets::cases
