#include "cases/case_reader.h"

#include <algorithm>
#include <optional>

#include "cases/checkpoint.h"
#include "cases/consent.h"
#include "cases/fact_form.h"
#include "cases/impossible.h"
#include "cases/key_uses.h"
#include "cases/number.h"
#include "cases/thing_reader.h"
#include "cases/value.h"

namespace toets::cases {

namespace {

// The keys of the whole case: `zaak` (or `naam`) and `peildatum`.
void read_case_key(const KeyUse& use, CaseInfo& info, Diagnostics& diagnostics) {
    const Node& value = use.entry->value;
    const bool is_label = use.meaning == KeyMeaning::Case;
    const std::string name(is_label ? key_case : key_reference_date);
    if (value.form == Form::Nothing) {
        diagnostics.report(Code::EmptyValue, use.entry->key.where, {word("name", name)});
    } else if (!value.is_scalar()) {
        const model::Base base = is_label ? model::Base::Text : model::Base::Date;
        diagnostics.report(Code::WrongForm, value.where, {word("name", name), expected_value(base), found_form(value)});
    } else if (is_label) {
        info.label = value.text;
        info.has_own_label = true;
    } else if (const auto date = date_from_scalar(value, name)) {
        info.reference_date = *date;
    } else {
        diagnostics.report(date.error());
    }
}

void read_case_keys(const std::vector<KeyUse>& uses, CaseInfo& info, Diagnostics& diagnostics) {
    for (const KeyUse& use : uses) {
        const bool is_of_case = use.meaning == KeyMeaning::Case || use.meaning == KeyMeaning::ReferenceDate;
        if (is_of_case) read_case_key(use, info, diagnostics);
    }
}

// The key that names what the case is about; reported when there is none, or more than one.
const KeyUse* find_root(const Node& document, const std::vector<KeyUse>& uses, const Caseload& caseload,
                        Diagnostics& diagnostics) {
    const KeyUse* root = nullptr;
    for (const KeyUse& use : uses) {
        if (use.meaning != KeyMeaning::Kind) continue;
        if (root != nullptr) {
            const model::Model& model = *caseload.model;
            diagnostics.report(
                Code::SeveralRoots, use.entry->key.where,
                {word("first", model.kinds[root->kind].name.text), word("second", model.kinds[use.kind].name.text)});
            return nullptr;
        }
        root = &use;
    }
    if (root == nullptr) diagnostics.report(Code::NoRoot, document.where, {word("names", root_names(*caseload.model))});
    return root;
}

// In a caseload the whole object may be the root itself, without a key that says so.
bool is_root_itself(const Node& document, model::KindId kind, const Keys& keys) {
    for (const Entry& entry : document.entries) {
        if (keys.is_name_of(kind, entry.key.text) && !keys.field(kind, entry.key.text)) return false;
    }
    return true;
}

void read_case(const Node& document, const ReadOptions& options, CaseInfo info, Caseload& caseload,
               Diagnostics& diagnostics) {
    ThingReader reader(caseload, options, diagnostics);
    if (options.root_kind && is_root_itself(document, *options.root_kind, caseload.keys)) {
        info.root = *options.root_kind;
        const auto uses = uses_in_thing(document, info.root, true, caseload, diagnostics);
        read_case_keys(uses, info, diagnostics);
        info.root_row = reader.read_root(uses, info.root);
    } else {
        const auto uses = uses_in_case(document, caseload, diagnostics);
        read_case_keys(uses, info, diagnostics);
        const KeyUse* root = find_root(document, uses, caseload, diagnostics);
        if (root == nullptr) return;
        info.root = root->kind;
        info.root_row = reader.read_root(root->entry->value, info.root);
    }
    reader.finish();
    reader.tell(info);
    if (const model::FieldId field = readiness_field(*caseload.model, info.root); field.is_valid()) {
        info.given = info.root;
        info.given_row = info.root_row;
        info.root_row = reader.add_readiness_check(field, info.root_row);
        info.root = caseload.model->fields[field].kind;
        info.is_readiness_check = true;
    }
    caseload.cases.push_back(std::move(info));
}

}  // namespace

std::string root_names(const model::Model& model) {
    constexpr std::size_t most_names = 30;
    std::string names;
    std::size_t count = 0;
    for (std::size_t index = 0; index < model.kinds.size(); ++index) {
        const model::KindId kind = model.kinds.id_at(index);
        const bool shares = std::any_of(model.apportionments.begin(), model.apportionments.end(),
                                        [kind](const model::Apportionment& each) { return each.kind == kind; });
        const bool is_root = model.kinds[kind].is_subject || readiness_field(model, kind).is_valid() || shares;
        if (!is_root || ++count > most_names) continue;
        names += (names.empty() ? "`" : ", `") + model.kinds[kind].name.text + "`";
    }
    return names;
}

bool case_from_document(const Node& document, const ReadOptions& options, const std::string& label, Caseload& caseload,
                        Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    const Checkpoint before(caseload);
    if (document.form == Form::Nothing || (document.form == Form::Mapping && document.entries.empty())) {
        diagnostics.report(Code::EmptyCaseFile, document.where);
    } else if (document.form != Form::Mapping) {
        diagnostics.report(
            Code::WrongForm, document.where,
            {word("name", std::string(key_case)), expected_value(model::Base::Thing), found_form(document)});
    } else {
        CaseInfo info;
        info.label = label;
        info.where = document.where;
        read_case(document, options, std::move(info), caseload, diagnostics);
    }
    if (diagnostics.error_count() == errors) {
        const CaseInfo& info = caseload.cases.back();
        const auto reference_date = options.reference_date ? options.reference_date : info.reference_date;
        ImpossibleFacts(*caseload.model).find(caseload, before, info, reference_date, &diagnostics);
    }
    if (diagnostics.error_count() == errors) {
        const auto own = caseload.cases.back().reference_date;
        const auto reference_date = options.reference_date ? options.reference_date : own;
        Consents(*caseload.model).apply(caseload, before, reference_date);
        return true;
    }
    before.restore(caseload);
    return false;
}

}  // namespace toets::cases
