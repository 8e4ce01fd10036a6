// Which facts, judgements and lists must become known before a sentence can be decided.
#include <algorithm>

#include "explanation/numbers.h"
#include "explanation/sentences.h"
#include "explanation/terms.h"
#include "model/walk.h"

namespace toets::explanation {

namespace {

constexpr int most_depth = 32;

void add(Missing missing, std::vector<Missing>& all) {
    const auto same = std::find_if(all.begin(), all.end(), [&missing](const Missing& other) {
        return other.what == missing.what && (other.why == missing.why || is_fact(missing));
    });
    if (same == all.end()) return all.push_back(std::move(missing));
    // A list that is not there and not known to be complete is one thing to ask for.
    if (same->completed_by.empty()) same->completed_by = missing.completed_by;
    if (same->who.names.empty()) same->who = missing.who;
}

void add_all(std::vector<Missing> more, std::vector<Missing>& all) {
    for (Missing& missing : more) add(std::move(missing), all);
}

const model::ExpressionId* things_of(const model::Condition& condition) {
    if (const auto* each = std::get_if<model::ForEach>(&condition.kind)) return &each->things;
    if (const auto* has = std::get_if<model::HasCount>(&condition.kind)) return &has->things;
    if (const auto* done = std::get_if<model::HasDone>(&condition.kind)) return &done->things;
    if (const auto* runs = std::get_if<model::RunsFromTo>(&condition.kind)) return &runs->periods;
    if (const auto* runs = std::get_if<model::RunsFor>(&condition.kind)) return &runs->periods;
    return nullptr;
}

// A list that was looked through, and whether those are all of its things.
struct Looked {
    program::FrameId items;
    program::ProofId filter;
    const std::vector<program::ProofId>* sub_kinds;
    const std::vector<program::ProofId>* parents;
    program::ProofId body;
    program::Register complete;
    program::ProofId completeness;
    const std::vector<program::FactUse>* facts;  // behind the list
    std::string words;
};

// The list field itself, of the thing at hand.
std::optional<FactRead> list_of(const Reading& reading, const Looked& looked, At at) {
    program::ProofOperand behind;
    behind.facts = *looked.facts;
    std::optional<FactRead> list;
    for (const FactRead& fact : reading.facts(behind, at)) {
        if (reading.model().fields[fact.field].type.base == model::Base::Things) list = fact;
    }
    return list;
}

// Whoever supplies the list, or else what its completeness is judged by.
Who supplier_of(const Reading& reading, const Looked& looked, const std::optional<FactRead>& list) {
    Who supplier = list ? reading.words().supplier(list->field) : Who{};
    if (!supplier.names.empty()) return supplier;
    if (!looked.completeness.is_valid()) return {};
    for (const program::ProofOperand& operand : reading.program().proofs[looked.completeness].operands) {
        for (const program::FactUse& use : operand.facts) {
            const model::Actors& suppliers = reading.model().fields[use.field].supplied_by;
            if (!suppliers.actors.empty()) return reading.words().who(suppliers);
        }
    }
    return {};
}

void add_completeness(const Reading& reading, const Looked& looked, At at, std::vector<Missing>& all, int depth) {
    if (!looked.complete.is_valid() || reading.truth(looked.complete, at.row) == Truth::True) return;
    const std::optional<FactRead> list = list_of(reading, looked, at);
    if (!list && !looked.facts->empty()) return;  // whose list it is, is not known itself: that is asked for already
    if (const auto withheld = list ? reading.words().withheld(list->field) : std::nullopt) return add(*withheld, all);
    Missing missing;
    missing.why = Missing::Why::NotComplete;
    missing.what = list ? reading.words().field(list->field, list->row) : looked.words;
    if (list) missing.question = reading.words().question_of_all(list->field, list->row);
    missing.is_of_the_act = list && reading.words().hangs_on_act(reading.model().fields[list->field].kind, list->row);
    missing.who = supplier_of(reading, looked, list);
    if (looked.completeness.is_valid()) {
        std::vector<Missing> facts;
        add_missing(reading, looked.completeness, at.row, facts, depth + 1);
        if (!facts.empty()) return add_all(std::move(facts), all);
        const program::Proof& completeness = reading.program().proofs[looked.completeness];
        missing.completed_by = reading.words().sentence(completeness.condition);
    }
    add(std::move(missing), all);
}

void add_items(const Reading& reading, const Looked& looked, At at, std::vector<Missing>& all, int depth) {
    if (!looked.items.is_valid()) return;
    for (const program::ProofId parent : *looked.parents) {
        for (const std::uint32_t row : reading.rows_in(at, reading.program().proofs[parent].frame)) {
            add_missing(reading, parent, row, all, depth + 1);
        }
    }
    const evaluation::Trace::Rows rows = reading.trace().items(looked.items, at.row);
    for (std::uint32_t item = rows.first; item < rows.last; ++item) {
        const auto is_out = [&](program::ProofId id) {
            return id.is_valid() && reading.truth(reading.program().proofs[id].truth, item) == Truth::False;
        };
        if (is_out(looked.filter) || std::any_of(looked.sub_kinds->begin(), looked.sub_kinds->end(), is_out)) continue;
        for (const program::ProofId kind : *looked.sub_kinds) add_missing(reading, kind, item, all, depth + 1);
        add_missing(reading, looked.filter, item, all, depth + 1);
        if (looked.body.is_valid()) add_missing(reading, looked.body, item, all, depth + 1);
    }
}

void add_lists(const Reading& reading, const program::Proof& proof, std::uint32_t row, std::vector<Missing>& all,
               int depth) {
    static const std::vector<program::FactUse> nothing;
    const model::Condition& condition = reading.model().conditions[proof.condition];
    const model::ExpressionId* things = things_of(condition);
    const Span where = things != nullptr ? reading.model().expressions[*things].where : condition.where;
    const Looked looked{.items = proof.items,
                        .filter = proof.filter,
                        .sub_kinds = &proof.sub_kinds,
                        .parents = &proof.parents,
                        .body = proof.body,
                        .complete = proof.complete,
                        .completeness = proof.completeness,
                        .facts = proof.operands.empty() ? &nothing : &proof.operands.front().facts,
                        .words = reading.words().text(where)};
    add_items(reading, looked, {proof.frame, row}, all, depth);
    add_completeness(reading, looked, {proof.frame, row}, all, depth);
}

// The list behind a sum, and the cells of a table that could not be told.
void add_behind(const Reading& reading, const program::ProofOperand& operand, At at, std::vector<Missing>& all,
                int depth) {
    for (const program::ProofId cells : operand.rows) add_missing(reading, cells, at.row, all, depth + 1);
    if (!operand.items.is_valid() || !operand.expression.is_valid()) return;
    const Looked looked{.items = operand.items,
                        .filter = operand.filter,
                        .sub_kinds = &operand.sub_kinds,
                        .parents = &operand.parents,
                        .body = {},
                        .complete = operand.complete,
                        .completeness = operand.completeness,
                        .facts = &operand.facts,
                        .words = reading.words().text(reading.model().expressions[operand.expression].where)};
    add_items(reading, looked, at, all, depth);
    add_completeness(reading, looked, at, all, depth);
}

}  // namespace

namespace {

bool is_known(const Reading& reading, program::Register which, std::uint32_t row) {
    return !which.is_valid() || reading.value(which, row).state == cases::State::Known;
}

// `geen` where a number is needed. Of several the highest leaves it out, so that it is not asked for there.
bool lacks_number(const Reading& reading, const program::ProofOperand& operand, At at) {
    if (is_known(reading, operand.low, at.row) && is_known(reading, operand.high, at.row)) return false;
    if (!operand.expression.is_valid()) return false;
    const model::Expression::Kind& kind = reading.model().expressions[operand.expression].kind;
    return !std::holds_alternative<model::ExtremeOf>(kind) && !std::holds_alternative<model::ExtremeOver>(kind);
}

bool is_number_field(const Reading& reading, const FactRead& fact) {
    const model::Base base = reading.model().fields[fact.field].type.base;
    return model::is_numeric(base) || base == model::Base::Duration;
}

}  // namespace

void add_missing(const Reading& reading, const FactRead& fact, std::vector<Missing>& all) {
    const auto withheld =
        fact.value.state == cases::State::Unknown ? reading.words().withheld(fact.field) : std::nullopt;
    if (withheld) return add(*withheld, all);
    const model::Field& field = reading.model().fields[fact.field];
    Missing missing;
    missing.what = reading.words().field(fact.field, fact.row);
    missing.question = reading.words().question(fact.field, fact.row);
    missing.is_of_the_act = reading.words().hangs_on_act(field.kind, fact.row);
    const model::Kind& kind = reading.model().kinds[field.kind];
    if (fact.field == kind.towards) missing.meant_for = reading.words().thing(field.kind, fact.row);
    if (fact.field == kind.together_with) missing.done_with = reading.words().thing(field.kind, fact.row);
    missing.why = fact.value.state == cases::State::Absent ? Missing::Why::NotANumber
                  : field.judgement_of.actors.empty()      ? Missing::Why::Fact
                                                           : Missing::Why::Judgement;
    missing.who = reading.words().supplier(fact.field);
    add(std::move(missing), all);
}

void add_missing(const Reading& reading, const program::ListProof& list, At at, std::vector<Missing>& all) {
    const Looked looked{.items = list.items,
                        .filter = {},
                        .sub_kinds = &list.sub_kinds,
                        .parents = &list.parents,
                        .body = {},
                        .complete = list.complete,
                        .completeness = list.completeness,
                        .facts = &list.facts,
                        .words = reading.words().text(reading.model().expressions[list.things].where)};
    add_items(reading, looked, at, all, 0);
    add_completeness(reading, looked, at, all, 0);
    program::ProofOperand of_item;
    of_item.facts = list.item_facts;
    const evaluation::Trace::Rows rows = reading.trace().items(list.items, at.row);
    for (std::uint32_t item = rows.first; item < rows.last; ++item) {
        if (reading.truth(list.counts, item) == Truth::False) continue;
        for (const FactRead& fact : reading.facts(of_item, {list.items, item})) {
            if (fact.value.state == cases::State::Unknown) add_missing(reading, fact, all);
        }
    }
}

void add_missing(const Reading& reading, const program::ProofOperand& operand, At at, std::vector<Missing>& all) {
    const bool lacks = lacks_number(reading, operand, at);
    for (const FactRead& fact : reading.facts(operand, at)) {
        const bool is_none = fact.value.state == cases::State::Absent && is_number_field(reading, fact);
        if (fact.value.state == cases::State::Unknown || (lacks && is_none)) add_missing(reading, fact, all);
    }
    for (const program::StandstillProof& each : operand.standstills) add_missing(reading, each.periods, at, all);
    if (const auto start = start_without_calendar(reading, operand, at)) {
        const std::string words = reading.words().text(reading.model().expressions[operand.expression].where);
        Missing missing{Missing::Why::NoCalendar, words, {}, {}};
        missing.sought.push_back({{}, Value{*start}});
        add(missing, all);
    }
}

void add_missing(const Reading& reading, const program::ExceptionProof& exception, std::uint32_t row,
                 std::vector<Missing>& all, int depth) {
    if (depth > most_depth || reading.truth(exception.holds, row) != Truth::Unknown) return;
    if (exception.version_date && reading.truth(exception.in_force, row) == Truth::Unknown) {
        const At at{reading.program().proofs[exception.condition].frame, row};
        add_missing(reading, *exception.version_date, at, all);
    }
    add_missing(reading, exception.in_place, row, all, depth + 1);
    add_missing(reading, exception.subject_is, row, all, depth + 1);
    if (exception.condition.is_valid()) add_missing(reading, exception.condition, row, all, depth + 1);
    for (const program::ExceptionProof& inner : exception.exceptions) {
        add_missing(reading, inner, row, all, depth + 1);
    }
}

namespace {

// Whether an event had happened cannot be told without its date; of those the filter leaves out nobody asks.
void add_event_dates(const Reading& reading, const program::Proof& proof, std::uint32_t row,
                     std::vector<Missing>& all) {
    if (!proof.event_date.field.is_valid()) return;
    const bool is_in_list = proof.items.is_valid() && proof.event_date.frame == proof.items;
    for (const std::uint32_t at : reading.rows_in({proof.frame, row}, proof.event_date.frame)) {
        const bool is_left_out = is_in_list && proof.filter.is_valid() &&
                                 reading.truth(reading.program().proofs[proof.filter].truth, at) == Truth::False;
        const std::optional<FactRead> date = reading.read(proof.event_date, at);
        if (!is_left_out && date && date->value.state == cases::State::Unknown) add_missing(reading, *date, all);
    }
}

}  // namespace

void add_missing(const Reading& reading, program::ProofId id, std::uint32_t row, std::vector<Missing>& all, int depth) {
    if (!id.is_valid() || depth > most_depth) return;
    const program::Proof& proof = reading.program().proofs[id];
    if (reading.truth(proof.truth, row) != Truth::Unknown) return;
    const model::Condition& condition = reading.model().conditions[proof.condition];
    const std::string words = reading.words().sentence(proof.condition);
    if (std::holds_alternative<model::NotYetCondition>(condition.kind)) {
        return add({Missing::Why::NotSupported, words, {}, {}, false}, all);
    }
    const At at_row{proof.frame, row};
    std::vector<Missing> found;
    for (const program::ProofOperand& operand : proof.operands) {
        add_missing(reading, operand, at_row, found);
        add_behind(reading, operand, at_row, found, depth);
    }
    for (const program::LegProof& leg : proof.legs) {
        if (reading.truth(leg.holds, row) != Truth::Unknown) continue;
        add_missing(reading, leg.condition, row, found, depth + 1);
        for (const program::ExceptionProof& each : leg.exceptions) add_missing(reading, each, row, found, depth + 1);
    }
    add_lists(reading, proof, row, found, depth);
    for (const program::ProofOperand& operand : proof.operands) {
        if (found.empty()) found = rows_sought(reading, operand, at_row);
    }
    add_event_dates(reading, proof, row, found);
    if (found.empty()) found.push_back({Missing::Why::NotComputed, words, {}, {}, false});
    add_all(std::move(found), all);
}

void add_undecided(const Reading& reading, program::ProofId id, std::uint32_t row, std::vector<Missing>& all,
                   int depth) {
    if (!id.is_valid() || depth > most_depth) return;
    const program::Proof& proof = reading.program().proofs[id];
    const Truth truth = reading.truth(proof.truth, row);
    if (truth == Truth::Unknown) add_missing(reading, id, row, all, depth);
    if (truth != Truth::False) return;
    const model::Condition& condition = reading.model().conditions[proof.condition];
    const auto* legs = std::get_if<model::Legs>(&condition.kind);
    const auto* property = std::get_if<model::PropertyHolds>(&condition.kind);
    const bool needs_each =
        (legs != nullptr && legs->quantifier == model::Quantifier::All) || (property != nullptr && !property->negated);
    if (needs_each) {
        for (const program::LegProof& leg : proof.legs) {
            if (reading.truth(leg.holds, row) == Truth::True) continue;
            add_undecided(reading, leg.condition, row, all, depth + 1);
            for (const program::ExceptionProof& each : leg.exceptions) add_missing(reading, each, row, all, depth + 1);
        }
    }
    if (!std::holds_alternative<model::ForEach>(condition.kind) || !proof.items.is_valid()) return;
    const evaluation::Trace::Rows rows = reading.trace().items(proof.items, row);
    for (std::uint32_t item = rows.first; item < rows.last; ++item) {
        if (reading.counts(proof, item) == Truth::False) continue;
        for (const program::ProofId kind : proof.sub_kinds) add_missing(reading, kind, item, all, depth + 1);
        add_missing(reading, proof.filter, item, all, depth + 1);
        add_undecided(reading, proof.body, item, all, depth + 1);
    }
}

}  // namespace toets::explanation
