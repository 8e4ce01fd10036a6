// Reads the things of one case out of its document into the rows of a caseload. What refers to a thing elsewhere in the
// case is settled by finish(), when everything has been read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/document.h"
#include "cases/fact_form.h"
#include "cases/from_yaml.h"
#include "cases/key_uses.h"
#include "cases/links.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

class ThingReader {
public:
    ThingReader(Caseload& caseload, const ReadOptions& options, Diagnostics& diagnostics)
        : caseload_(caseload), options_(options), diagnostics_(diagnostics) {}

    // The root of a case: a mapping, or the bare date of an event.
    std::uint32_t read_root(const Node& node, model::KindId kind);
    // The same for a mapping whose keys are known already.
    std::uint32_t read_root(const std::vector<KeyUse>& uses, model::KindId kind);
    // References to things that were read elsewhere in the case.
    void finish();
    // What the case says of when it became known.
    void tell(CaseInfo& info) const;
    // A row for the event that `field` is a field of, with only that known: what a readiness check is about.
    std::uint32_t add_readiness_check(model::FieldId field, std::uint32_t root);

private:
    struct Reference {
        model::FieldId field;
        std::uint32_t row = 0;
        Path path;
        const Node* written = nullptr;
    };
    struct Mark;

    Origin origin_of(const std::vector<KeyUse>& uses, const Origin& around);
    [[nodiscard]] bool is_hidden(const Origin& origin) const;
    void note_knowledge(const Origin& origin);
    // A fact or thing that was not known yet, counted once with all that stands in it.
    void count_left_out(const Origin& around);
    // As if the case did not write it: the register that should hold it showed nothing.
    void leave_out(model::FieldId field, std::uint32_t row);
    void read_facts(const std::vector<KeyUse>& uses, const Origin& origin);
    void read_party_name(const KeyUse& use, const Origin& origin);
    void read_label(const Node& value);
    [[nodiscard]] bool is_list_of_decisions(const model::Field& field) const;
    void report_decision_elsewhere(const KeyUse& use);
    void read_fact(const KeyUse& use, const Origin& around);
    void read_value(model::FieldId field, const Node& node, const Origin& origin);
    void read_scalar(model::FieldId field, const Node& node);
    void read_choices(model::FieldId field, const Node& node);
    void read_thing(model::FieldId field, const Node& node, const Origin& origin);
    void read_things(model::FieldId field, const Node& node, const Origin& origin);
    // A new row at `field` of the thing at hand; empty after a mistake, or when it was not known yet.
    std::optional<std::uint32_t> read_new_thing(model::FieldId field, const Node& node, const Origin& around);
    bool read_bare_date(const Node& node, const Origin& origin);
    void keep_place(model::FieldId field, std::uint32_t row, const Node& node, const Origin& origin);
    void report_form(model::FieldId field, const Node& node, model::Base expected);

    [[nodiscard]] Mark mark() const;
    void go_back(const Mark& mark);
    void settle(const Reference& reference);
    [[nodiscard]] std::vector<std::uint32_t> candidates(const Reference& reference, model::KindId kind) const;

    Caseload& caseload_;
    const ReadOptions& options_;
    Diagnostics& diagnostics_;
    Path path_;
    std::vector<PathStep> unknown_;
    std::vector<Reference> references_;
    std::vector<model::KindId> hidden_;  // the kinds of things that were not known yet
    std::size_t left_out_ = 0;
    std::optional<Date> latest_knowledge_;
};

}  // namespace toets::cases
