// Which facts, judgements and lists must become known before a sentence can be decided.
#include <algorithm>

#include "explanation/sentences.h"

namespace toets::explanation {

namespace {

constexpr int most_depth = 32;

void add(Missing missing, std::vector<Missing>& all) {
    const auto is_same = [&missing](const Missing& other) {
        return other.why == missing.why && other.what == missing.what;
    };
    if (std::none_of(all.begin(), all.end(), is_same)) all.push_back(std::move(missing));
}

void add_fact(const Reading& reading, const FactRead& fact, std::vector<Missing>& all) {
    const model::Field& field = reading.model().fields[fact.field];
    const cases::CaseInfo& info = reading.words().info();
    Missing missing;
    missing.what = reading.words().field(fact.field, fact.row);
    missing.is_of_the_act = info.is_readiness_check && field.kind == info.root && fact.row == info.root_row;
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

// Who could say that the list holds everything: whoever supplies the list.
Who supplier_of(const Reading& reading, const Looked& looked) {
    for (const program::FactUse& use : *looked.facts) {
        const model::Field& field = reading.model().fields[use.field];
        if (field.type.base == model::Base::Things && !field.supplied_by.actors.empty()) {
            return reading.words().who(field.supplied_by);
        }
    }
    return {};
}

void add_completeness(const Reading& reading, const Looked& looked, std::uint32_t row, std::vector<Missing>& all,
                      int depth) {
    if (!looked.complete.is_valid() || reading.truth(looked.complete, row) == Truth::True) return;
    const std::size_t before = all.size();
    Missing missing;
    missing.why = Missing::Why::NotComplete;
    missing.what = looked.words;
    missing.who = supplier_of(reading, looked);
    if (looked.completeness.is_valid()) {
        add_missing(reading, looked.completeness, row, all, depth + 1);
        if (all.size() > before) return;
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
    const Looked looked{proof.items, proof.filter, proof.body, proof.complete, proof.completeness,
                        proof.operands.empty() ? &nothing : &proof.operands.front().facts,
                        reading.words().text(where)};
    add_items(reading, looked, row, all, depth);
    add_completeness(reading, looked, row, all, depth);
}

// The list behind a sum, and the cells of a table that could not be told.
void add_behind(const Reading& reading, const program::ProofOperand& operand, std::uint32_t row,
                std::vector<Missing>& all, int depth) {
    for (const program::ProofId cells : operand.rows) add_missing(reading, cells, row, all, depth + 1);
    if (!operand.items.is_valid() || !operand.expression.is_valid()) return;
    const Looked looked{operand.items, operand.filter, {}, operand.complete, operand.completeness, &operand.facts,
                        reading.words().text(reading.model().expressions[operand.expression].where)};
    add_items(reading, looked, row, all, depth);
    add_completeness(reading, looked, row, all, depth);
}

}  // namespace

void add_missing(const Reading& reading, const program::ProofOperand& operand, At at, std::vector<Missing>& all) {
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
    const std::size_t before = all.size();
    for (const program::ProofOperand& operand : proof.operands) {
        add_missing(reading, operand, {proof.frame, row}, all);
        add_behind(reading, operand, row, all, depth);
    }
    for (const program::LegProof& leg : proof.legs) {
        if (reading.truth(leg.holds, row) != Truth::Unknown) continue;
        add_missing(reading, leg.condition, row, all, depth + 1);
        for (const program::ExceptionProof& each : leg.exceptions) add_missing(reading, each, row, all, depth + 1);
    }
    add_lists(reading, proof, row, all, depth);
    if (all.size() == before) add({Missing::Why::NotComputed, words, {}, {}, false}, all);
}

}  // namespace toets::explanation
