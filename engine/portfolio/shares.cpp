#include "portfolio/shares.h"

#include "base/text.h"
#include "portfolio/made_up_rows.h"

namespace toets::portfolio {

namespace {

using cases::State;

std::string name_in_case(const cases::Caseload& caseload, model::KindId kind, std::uint32_t row) {
    const model::FieldId party = caseload.model->kinds[kind].party_name;
    if (party.is_valid() && caseload.columns[party.index()].states[row] == State::Known) {
        return std::string(
            caseload.symbols.text(static_cast<std::uint32_t>(caseload.columns[party.index()].values[row])));
    }
    const auto label = caseload.labels.find({kind, row});
    return label == caseload.labels.end() ? std::string() : label->second;
}

FactOfRecipient fact_of(const evaluation::Evaluation& evaluation, program::Register which, std::uint32_t row) {
    using Found = FactOfRecipient::State;
    if (!which.is_valid()) return {};
    const evaluation::Value value = evaluation.trace->value(which, row);
    if (value.state == State::Unknown) return {};
    if (value.state == State::Absent) return {Found::Absent, 0};
    return {Found::Known, value.value};
}

// What one case leaves out another may tell; it does not matter which was read first.
void combine(FactOfRecipient& fact, const FactOfRecipient& other) {
    using Found = FactOfRecipient::State;
    if (other.state == Found::Unknown || fact.state == Found::Contradicted) return;
    if (fact.state == Found::Unknown) {
        fact = other;
    } else if (fact.state != other.state || fact.value != other.value) {
        fact = {Found::Contradicted, 0};
    }
}

void add_recipient(const program::ApportionmentProgram& program, const evaluation::Evaluation& evaluation,
                   const std::string& name, std::uint32_t row, SharesOfApportionment& shares) {
    Recipient& recipient = shares.recipients[fold(name)];
    if (recipient.name.empty() || name < recipient.name) recipient.name = name;
    recipient.keys.resize(program.keys.size());
    for (std::size_t key = 0; key < program.keys.size(); ++key) {
        combine(recipient.keys[key], fact_of(evaluation, program.keys[key], row));
    }
    combine(recipient.tie_value, fact_of(evaluation, program.tie_value, row));
}

}  // namespace

void add_shares(const program::Program& program, const cases::Caseload& caseload,
                const evaluation::Evaluation& evaluation, Shares& shares) {
    for (const program::ApportionmentProgram& each : program.apportionments) {
        if (!each.frame.is_valid()) continue;
        const model::KindId kind = program.frames[each.frame].kind;
        const cases::Table& table = caseload.tables[kind.index()];
        const std::vector<bool> made_up = made_up_rows(caseload, kind);
        SharesOfApportionment& own = shares[each.apportionment.index()];
        for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
            const std::uint32_t of = table.case_of[row];
            if (of == cases::no_case || !evaluation.reference_dates[of]) continue;
            const std::string name = name_in_case(caseload, kind, row);
            if (!name.empty()) {
                add_recipient(each, evaluation, name, row, own);
            } else if (!made_up[row]) {
                own.nameless.insert(caseload.cases[of].label);
            }
        }
    }
}

void combine(Shares& shares, const Shares& others) {
    for (std::size_t index = 0; index < shares.size(); ++index) {
        SharesOfApportionment& own = shares[index];
        for (const auto& [folded, other] : others[index].recipients) {
            const auto [found, is_new] = own.recipients.emplace(folded, other);
            if (is_new) continue;
            Recipient& recipient = found->second;
            recipient.name = std::min(recipient.name, other.name);
            for (std::size_t key = 0; key < recipient.keys.size(); ++key) combine(recipient.keys[key], other.keys[key]);
            combine(recipient.tie_value, other.tie_value);
        }
        own.nameless.insert(others[index].nameless.begin(), others[index].nameless.end());
    }
}

}  // namespace toets::portfolio
