#include "cases/thing_reader.h"

#include "cases/checkpoint.h"
#include "cases/number.h"
#include "cases/raw_value.h"
#include "cases/value.h"

namespace toets::cases {

// What was read at a moment, so that a fact that was not known yet can be read, checked and forgotten.
struct ThingReader::Mark {
    Checkpoint caseload;
    std::size_t references = 0;
    std::size_t unknown = 0;
};

ThingReader::Mark ThingReader::mark() const { return {Checkpoint(caseload_), references_.size(), unknown_.size()}; }

void ThingReader::go_back(const Mark& mark) {
    mark.caseload.restore(caseload_);
    references_.resize(mark.references);
    unknown_.resize(mark.unknown);
}

bool ThingReader::is_hidden(const Origin& origin) const {
    return options_.known_on && origin.known_since && *options_.known_on < *origin.known_since;
}

void ThingReader::count_left_out(const Origin& around) {
    if (!is_hidden(around)) ++left_out_;
}

void ThingReader::leave_out(model::FieldId field, std::uint32_t row) {
    const model::Field& declared = caseload_.model->fields[field];
    const bool is_closed = declared.closed || declared.completeness == model::Completeness::Complete;
    set_state(caseload_, field, row, is_closed ? State::Absent : State::Unknown);
}

void ThingReader::note_knowledge(const Origin& origin) {
    latest_knowledge_ = std::max(latest_knowledge_, origin.known_since);
}

void ThingReader::tell(CaseInfo& info) const {
    info.known_on = options_.known_on;
    info.left_out = left_out_;
    info.latest_knowledge = latest_knowledge_;
}

Origin ThingReader::origin_of(const std::vector<KeyUse>& uses, const Origin& around) {
    Origin origin = around;
    for (const KeyUse& use : uses) {
        if (use.meaning == KeyMeaning::Source) read_source(use.entry->value, origin, diagnostics_);
        if (use.meaning == KeyMeaning::KnownSince) read_known_since(use.entry->value, origin, diagnostics_);
    }
    note_knowledge(origin);
    return origin;
}

std::uint32_t ThingReader::read_root(const Node& node, model::KindId kind) {
    if (node.form == Form::Mapping) return read_root(uses_in_thing(node, kind, false, caseload_, diagnostics_), kind);
    const std::uint32_t row = caseload_.add_row(kind, static_cast<std::uint32_t>(caseload_.cases.size()));
    path_ = {{kind, row}};
    if (node.form == Form::Nothing) {
        diagnostics_.report(Code::EmptyValue, node.where, {word("name", caseload_.model->kinds[kind].name.text)});
    } else if (!read_bare_date(node, {})) {
        diagnostics_.report(Code::WrongForm, node.where,
                            {word("name", caseload_.model->kinds[kind].name.text), expected_value(model::Base::Thing),
                             found_form(node)});
    }
    add_unknown_subjects(caseload_, path_, unknown_);
    return row;
}

std::uint32_t ThingReader::read_root(const std::vector<KeyUse>& uses, model::KindId kind) {
    const auto case_index = static_cast<std::uint32_t>(caseload_.cases.size());
    const Origin origin = origin_of(uses, {});
    const Mark before = mark();
    std::uint32_t row = caseload_.add_row(kind, case_index);
    path_ = {{kind, row}};
    read_facts(uses, origin);
    if (is_hidden(origin)) {
        go_back(before);
        left_out_ = 1;
        row = caseload_.add_unknown_row(kind, case_index);
    }
    add_unknown_subjects(caseload_, path_, unknown_);
    return row;
}

std::uint32_t ThingReader::add_readiness_check(model::FieldId field, std::uint32_t root) {
    const model::KindId event = caseload_.model->fields[field].kind;
    const std::uint32_t row = caseload_.add_row(event, static_cast<std::uint32_t>(caseload_.cases.size()));
    set_reference(caseload_, field, row, root);
    path_ = {{event, row}};
    add_unknown_subjects(caseload_, path_, unknown_);
    return row;
}

void ThingReader::read_facts(const std::vector<KeyUse>& uses, const Origin& origin) {
    for (const KeyUse& use : uses) {
        if (use.meaning == KeyMeaning::Label) {
            read_label(use.entry->value);
            read_party_name(use, origin);
        }
        if (use.meaning == KeyMeaning::Fact) read_fact(use, origin);
    }
}

// Of a thing that is a party the name is a fact: it says who it is.
void ThingReader::read_party_name(const KeyUse& use, const Origin& origin) {
    const model::FieldId name = caseload_.model->kinds[path_.back().kind].party_name;
    if (!name.is_valid() || !use.entry->value.is_scalar()) return;
    KeyUse fact = use;
    fact.meaning = KeyMeaning::Fact;
    fact.field = name;
    read_fact(fact, origin);
}

void ThingReader::read_label(const Node& value) {
    if (value.is_scalar()) {
        // "onbekend" is no name: two things of which nobody knows it need not be the same.
        const bool is_name = !is_keyword(value.text);
        if (is_name && options_.keep_names) caseload_.labels[{path_.back().kind, path_.back().row}] = value.text;
        return;
    }
    diagnostics_.report(Code::WrongForm, value.where,
                        {word("name", std::string(key_label)), expected_value(model::Base::Text), found_form(value)});
}

bool ThingReader::is_list_of_decisions(const model::Field& field) const {
    const model::KindId decision = caseload_.model->decisions.kind;
    return decision.is_valid() && field.type.base == model::Base::Things && field.type.kind == decision;
}

// Only the thing the case is about has them, so that they are never overlooked.
void ThingReader::report_decision_elsewhere(const KeyUse& use) {
    const model::Name& root = caseload_.model->kinds[path_.front().kind].name;
    diagnostics_.report(
        Code::DecisionElsewhere, use.entry->key.where,
        {term("thing", model::with_article(root), "`" + root.text + "`"), word("key", use.entry->key.text)});
}

void ThingReader::read_fact(const KeyUse& use, const Origin& around) {
    const model::Field& field = caseload_.model->fields[use.field];
    if (path_.size() > 1 && is_list_of_decisions(field)) return report_decision_elsewhere(use);
    const Node* node = &use.entry->value;
    Origin origin = around;
    if (is_fact_form(*node, field, caseload_.keys)) {
        const auto fact = open_fact_form(*node, field, around, diagnostics_);
        if (!fact) return;
        node = fact->value;
        origin = fact->origin;
        note_knowledge(origin);
    }
    if (node->form == Form::Nothing) {
        diagnostics_.report(Code::EmptyValue, node->where, {word("name", field.name.text)});
        return;
    }
    const std::uint32_t row = path_.back().row;
    if (!is_hidden(origin)) {
        read_value(use.field, *node, origin);
        keep_place(use.field, row, *node, origin);
        return;
    }
    const Mark before = mark();
    read_value(use.field, *node, origin);
    go_back(before);
    count_left_out(around);
    leave_out(use.field, row);
}

void ThingReader::read_value(model::FieldId field, const Node& node, const Origin& origin) {
    const model::Field& declared = caseload_.model->fields[field];
    if (const auto state = keyword(node, declared, caseload_.keys)) {
        set_state(caseload_, field, path_.back().row, *state);
        return;
    }
    if (declared.type.base == model::Base::Things) {
        read_things(field, node, origin);
    } else if (declared.type.base == model::Base::Thing) {
        read_thing(field, node, origin);
    } else if (declared.type.base == model::Base::ChoiceSet) {
        read_choices(field, node);
    } else {
        read_scalar(field, node);
    }
}

void ThingReader::report_form(model::FieldId field, const Node& node, model::Base expected) {
    const std::string& name = caseload_.model->fields[field].name.text;
    diagnostics_.report(Code::WrongForm, node.where, {word("name", name), expected_value(expected), found_form(node)});
}

void ThingReader::read_scalar(model::FieldId field, const Node& node) {
    const model::Field& declared = caseload_.model->fields[field];
    if (!node.is_scalar()) {
        report_form(field, node, declared.type.base);
        return;
    }
    const auto value = value_from_scalar(node, declared, caseload_);
    if (!value) {
        diagnostics_.report(value.error());
        return;
    }
    caseload_.columns[field.index()].values[path_.back().row] = *value;
    caseload_.columns[field.index()].states[path_.back().row] = State::Known;
}

void ThingReader::read_choices(model::FieldId field, const Node& node) {
    const model::Field& declared = caseload_.model->fields[field];
    std::int64_t mask = 0;
    const auto add = [&](const Node& each) {
        if (!each.is_scalar()) {
            report_form(field, each, model::Base::Choice);
        } else if (const auto value = value_from_scalar(each, declared, caseload_)) {
            mask |= *value;
        } else {
            diagnostics_.report(value.error());
        }
    };
    if (node.form == Form::List) {
        for (const Node& item : node.items) add(item);
    } else {
        add(node);
    }
    Column& column = caseload_.columns[field.index()];
    column.values[path_.back().row] = mask;
    column.states[path_.back().row] = mask == 0 ? State::Absent : State::Known;
}

void ThingReader::read_thing(model::FieldId field, const Node& node, const Origin& origin) {
    const std::uint32_t row = path_.back().row;
    const model::KindId kind = caseload_.model->fields[field].type.kind;
    const bool is_reference = node.is_scalar() && caseload_.keys.is_name_of(kind, node.text);
    if (is_reference) {
        references_.push_back({field, row, path_, &node});
        caseload_.columns[field.index()].states[row] = State::Known;
        return;
    }
    const auto added = read_new_thing(field, node, origin);
    if (added) {
        set_reference(caseload_, field, row, *added);
    } else {
        leave_out(field, row);
    }
}

void ThingReader::read_things(model::FieldId field, const Node& node, const Origin& origin) {
    const std::uint32_t row = path_.back().row;
    std::vector<std::uint32_t> items;
    const auto add = [&](const Node& each) {
        if (const auto added = read_new_thing(field, each, origin)) items.push_back(*added);
    };
    if (node.form == Form::List) {
        for (const Node& item : node.items) add(item);
    } else {
        add(node);
    }
    const bool is_told = !items.empty() || (node.form == Form::List && node.items.empty());
    if (is_told) {
        set_items(caseload_, field, row, items);
    } else {
        leave_out(field, row);
    }
}

std::optional<std::uint32_t> ThingReader::read_new_thing(model::FieldId field, const Node& node, const Origin& around) {
    const model::KindId kind = caseload_.model->fields[field].type.kind;
    const Mark before = mark();
    std::vector<KeyUse> uses;
    if (node.form == Form::Mapping) uses = uses_in_thing(node, kind, false, caseload_, diagnostics_);
    const Origin origin = origin_of(uses, around);
    const std::uint32_t row = add_thing(caseload_, field, path_.back().row);
    path_.push_back({kind, row});
    bool is_read = true;
    if (node.form == Form::Mapping) {
        read_facts(uses, origin);
    } else {
        is_read = read_bare_date(node, origin);
    }
    add_unknown_subjects(caseload_, path_, unknown_);
    path_.pop_back();
    if (!is_read) report_form(field, node, model::Base::Thing);
    if (is_read && !is_hidden(origin)) return row;
    if (is_read) {
        count_left_out(around);
        hidden_.push_back(kind);
    }
    go_back(before);
    return std::nullopt;
}

// `aanmelding: 2026-02-01`: the date of the event at hand.
bool ThingReader::read_bare_date(const Node& node, const Origin& origin) {
    const model::KindId kind = path_.back().kind;
    const model::FieldId date = caseload_.model->kinds[kind].date;
    if (!date.is_valid() || !node.is_scalar() || node.form == Form::YesNo) return false;
    read_scalar(date, node);
    keep_place(date, path_.back().row, node, origin);
    return true;
}

void ThingReader::keep_place(model::FieldId field, std::uint32_t row, const Node& node, const Origin& origin) {
    const bool has_origin = !origin.source.empty() || origin.known_since.has_value();
    if (!options_.keep_provenance && !has_origin) return;
    caseload_.provenance[{field, row}] = {node.where, origin.source, origin.known_since};
}

}  // namespace toets::cases
