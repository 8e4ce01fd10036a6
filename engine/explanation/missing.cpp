// Which facts, judgements and lists must become known before a sentence can be decided.
#include <algorithm>

#include "explanation/sentences.h"
#include "model/walk.h"

namespace toets::explanation {

namespace {

constexpr int most_depth = 32;

void add(Missing missing, std::vector<Missing>& all) {
    const auto same = std::find_if(all.begin(), all.end(), [&missing](const Missing& other) {
        const bool are_facts = missing.why != Missing::Why::NotSupported && missing.why != Missing::Why::NotComputed;
        return other.what == missing.what && (other.why == missing.why || are_facts);
    });
    if (same == all.end()) return all.push_back(std::move(missing));
    // A list that is not there and not known to be complete is one thing to ask for.
    if (same->completed_by.empty()) same->completed_by = missing.completed_by;
    if (same->who.names.empty()) same->who = missing.who;
}

void add_all(std::vector<Missing> more, std::vector<Missing>& all) {
    for (Missing& missing : more) add(std::move(missing), all);
}

void add_fact(const Reading& reading, const FactRead& fact, std::vector<Missing>& all) {
    const model::Field& field = reading.model().fields[fact.field];
    Missing missing;
    missing.what = reading.words().field(fact.field, fact.row);
    missing.is_of_the_act = reading.words().hangs_on_act(field.kind, fact.row);
    const bool is_judgement = !field.judgement_of.actors.empty();
    missing.why = is_judgement ? Missing::Why::Judgement : Missing::Why::Fact;
    missing.who = reading.words().who(is_judgement ? field.judgement_of : field.supplied_by);
    add(std::move(missing), all);
}

const model::ExpressionId* things_of(const model::Condition& condition) {
    if (const auto* each = std::get_if<model::ForEach>(&condition.kind)) return &each->things;
    if (const auto* has = std::get_if<model::HasCount>(&condition.kind)) return &has->things;
    if (const auto* done = std::get_if<model::HasDone>(&condition.kind)) return &done->things;
    return nullptr;
}

// A list that was looked through, and whether those are all of its things.
struct Looked {
    program::FrameId items;
    program::ProofId filter;
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
    if (list && !reading.model().fields[list->field].supplied_by.actors.empty()) {
        return reading.words().who(reading.model().fields[list->field].supplied_by);
    }
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
    Missing missing;
    missing.why = Missing::Why::NotComplete;
    missing.what = list ? reading.words().field(list->field, list->row) : looked.words;
    missing.is_of_the_act = list && reading.words().hangs_on_act(reading.model().fields[list->field].kind, list->row);
    missing.who = supplier_of(reading, looked, list);
    if (looked.completeness.is_valid()) {
        std::vector<Missing> facts;
        add_missing(reading, looked.completeness, at.row, facts, depth + 1);
        if (!facts.empty()) return add_all(std::move(facts), all);
        const program::Proof& completeness = reading.program().proofs[looked.completeness];
        missing.completed_by = reading.words().text(reading.model().conditions[completeness.condition].where);
    }
    add(std::move(missing), all);
}

void add_items(const Reading& reading, const Looked& looked, std::uint32_t row, std::vector<Missing>& all, int depth) {
    if (!looked.items.is_valid()) return;
    const evaluation::Trace::Rows rows = reading.trace().items(looked.items, row);
    for (std::uint32_t item = rows.first; item < rows.last; ++item) {
        if (looked.filter.is_valid()) {
            const Truth asked = reading.truth(reading.program().proofs[looked.filter].truth, item);
            if (asked == Truth::False) continue;
            if (asked == Truth::Unknown) add_missing(reading, looked.filter, item, all, depth + 1);
        }
        if (looked.body.is_valid()) add_missing(reading, looked.body, item, all, depth + 1);
    }
}

void add_lists(const Reading& reading, const program::Proof& proof, std::uint32_t row, std::vector<Missing>& all,
               int depth) {
    static const std::vector<program::FactUse> nothing;
    const model::Condition& condition = reading.model().conditions[proof.condition];
    const model::ExpressionId* things = things_of(condition);
    const Span where = things != nullptr ? reading.model().expressions[*things].where : condition.where;
    const Looked looked{proof.items,
                        proof.filter,
                        proof.body,
                        proof.complete,
                        proof.completeness,
                        proof.operands.empty() ? &nothing : &proof.operands.front().facts,
                        reading.words().text(where)};
    add_items(reading, looked, row, all, depth);
    add_completeness(reading, looked, {proof.frame, row}, all, depth);
}

// The list behind a sum, and the cells of a table that could not be told.
void add_behind(const Reading& reading, const program::ProofOperand& operand, At at, std::vector<Missing>& all,
                int depth) {
    for (const program::ProofId cells : operand.rows) add_missing(reading, cells, at.row, all, depth + 1);
    if (!operand.items.is_valid() || !operand.expression.is_valid()) return;
    const Looked looked{operand.items,
                        operand.filter,
                        {},
                        operand.complete,
                        operand.completeness,
                        &operand.facts,
                        reading.words().text(reading.model().expressions[operand.expression].where)};
    add_items(reading, looked, at.row, all, depth);
    add_completeness(reading, looked, at, all, depth);
}

}  // namespace

void add_missing(const Reading& reading, const program::ProofOperand& operand, At at, std::vector<Missing>& all) {
    if (model::counts_working_days(reading.model(), operand.expression)) {
        const std::string words = reading.words().text(reading.model().expressions[operand.expression].where);
        add({Missing::Why::NotSupported, words, {}, {}, false}, all);
    }
    for (const FactRead& fact : reading.facts(operand, at)) {
        if (fact.value.state == cases::State::Unknown) add_fact(reading, fact, all);
    }
}

void add_missing(const Reading& reading, const program::ExceptionProof& exception, std::uint32_t row,
                 std::vector<Missing>& all, int depth) {
    if (depth > most_depth || reading.truth(exception.holds, row) != Truth::Unknown) return;
    if (exception.condition.is_valid()) add_missing(reading, exception.condition, row, all, depth + 1);
    for (const program::ExceptionProof& inner : exception.exceptions) {
        add_missing(reading, inner, row, all, depth + 1);
    }
}

void add_missing(const Reading& reading, program::ProofId id, std::uint32_t row, std::vector<Missing>& all, int depth) {
    if (!id.is_valid() || depth > most_depth) return;
    const program::Proof& proof = reading.program().proofs[id];
    if (reading.truth(proof.truth, row) != Truth::Unknown) return;
    const model::Condition& condition = reading.model().conditions[proof.condition];
    const std::string words = reading.words().text(condition.where);
    if (std::holds_alternative<model::NotYetCondition>(condition.kind)) {
        return add({Missing::Why::NotSupported, words, {}, {}, false}, all);
    }
    std::vector<Missing> found;
    for (const program::ProofOperand& operand : proof.operands) {
        add_missing(reading, operand, {proof.frame, row}, found);
        add_behind(reading, operand, {proof.frame, row}, found, depth);
    }
    for (const program::LegProof& leg : proof.legs) {
        if (reading.truth(leg.holds, row) != Truth::Unknown) continue;
        add_missing(reading, leg.condition, row, found, depth + 1);
        for (const program::ExceptionProof& each : leg.exceptions) add_missing(reading, each, row, found, depth + 1);
    }
    add_lists(reading, proof, row, found, depth);
    if (found.empty()) found.push_back({Missing::Why::NotComputed, words, {}, {}, false});
    add_all(std::move(found), all);
}

}  // namespace toets::explanation
