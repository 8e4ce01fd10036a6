#include "explanation/numbers.h"

#include <algorithm>
#include <set>

#include "model/walk.h"

namespace toets::explanation {

namespace {

// A table behind a value: which of its results, and the proofs of its cells, row by row.
struct Lookup {
    const model::DecisionTable* table;
    std::size_t result = 0;
    std::vector<program::ProofId> cells;

    [[nodiscard]] program::ProofId cell(std::size_t row, std::size_t column) const {
        return cells[row * table->inputs.size() + column];
    }
};

// The expressions that the value comes from: itself, its parts, and what its definitions say; each once.
std::vector<model::ExpressionId> sources_of(const model::Model& model, model::ExpressionId id) {
    std::vector<model::ExpressionId> all;
    std::set<model::ExpressionId> seen;
    const auto add = [&](model::ExpressionId source) {
        if (source.is_valid() && seen.insert(source).second) all.push_back(source);
    };
    add(id);
    for (std::size_t next = 0; next < all.size(); ++next) {
        const model::Expression& expression = model.expressions[all[next]];
        for (const model::ExpressionId part : model::expressions_of(expression)) add(part);
        const auto* derived = std::get_if<model::DerivedValue>(&expression.kind);
        if (derived == nullptr) continue;
        for (const model::DefinitionVersion& version : model.definitions[derived->definition].versions) {
            add(version.value);
        }
    }
    return all;
}

std::size_t cells_of(const model::DecisionTable& table) { return table.rows.size() * table.inputs.size(); }

std::vector<Lookup> lookups_behind(const Reading& reading, const program::ProofOperand& operand) {
    const model::Model& model = reading.model();
    std::vector<Lookup> lookups;
    for (const model::ExpressionId id : sources_of(model, operand.expression)) {
        const auto* use = std::get_if<model::TableValue>(&model.expressions[id].kind);
        if (use == nullptr) continue;
        const model::DecisionTable& table = model.tables[use->table];
        if (cells_of(table) == 0) continue;
        const auto is_first = [&](program::ProofId cell) {
            return cell.is_valid() && reading.program().proofs[cell].condition == table.rows[0].cells[0];
        };
        const auto first = std::find_if(operand.rows.begin(), operand.rows.end(), is_first);
        if (static_cast<std::size_t>(operand.rows.end() - first) < cells_of(table)) continue;
        lookups.push_back({&table, use->result, {first, first + static_cast<std::ptrdiff_t>(cells_of(table))}});
    }
    return lookups;
}

// The row of the cell's frame that belongs to `at`.
std::optional<std::uint32_t> row_of(const Reading& reading, program::ProofId cell, At at) {
    if (!cell.is_valid()) return {};
    const std::vector<std::uint32_t> rows = reading.rows_in(at, reading.program().proofs[cell].frame);
    return rows.size() == 1 ? std::optional<std::uint32_t>(rows[0]) : std::nullopt;
}

bool fits(const Reading& reading, const Lookup& lookup, std::size_t row, At at, std::optional<Date> version_date) {
    const std::optional<Date>& from = lookup.table->rows[row].from;
    if (from && (!version_date || *version_date < *from)) return false;
    for (std::size_t column = 0; column < lookup.table->inputs.size(); ++column) {
        const program::ProofId cell = lookup.cell(row, column);
        const std::optional<std::uint32_t> own = row_of(reading, cell, at);
        if (!own || reading.truth(reading.program().proofs[cell].truth, *own) != Truth::True) return false;
    }
    return true;
}

std::string cells_as_written(const Reading& reading, const model::TableRow& row) {
    std::string words;
    for (const model::ConditionId cell : row.cells) {
        const std::string text = reading.words().text(reading.model().conditions[cell].where);
        words += (words.empty() ? "" : ", ") + (text.empty() ? "-" : text);
    }
    return words;
}

// The row that gave the value; with several that fit, the one that has it as it stands.
void add_row(const Reading& reading, const Lookup& lookup, At at, std::optional<Date> version_date,
             std::vector<UsedNumber>& numbers) {
    std::vector<const model::TableRow*> rows;
    for (std::size_t row = 0; row < lookup.table->rows.size(); ++row) {
        if (fits(reading, lookup, row, at, version_date)) rows.push_back(&lookup.table->rows[row]);
    }
    const auto constant_of = [&](const model::TableRow* row) {
        return std::get_if<model::Constant>(&reading.model().expressions[row->results[lookup.result]].kind);
    };
    if (rows.empty()) return;
    const auto is_lower = [&](const model::TableRow* left, const model::TableRow* right) {
        const auto* first = constant_of(left);
        const auto* second = constant_of(right);
        return first != nullptr && second != nullptr && first->value < second->value;
    };
    switch (lookup.table->hit_rule) {
        case model::HitRule::ExactlyOne:
        case model::HitRule::First: rows = {rows.front()}; break;
        case model::HitRule::Last: rows = {rows.back()}; break;
        case model::HitRule::Highest: rows = {*std::max_element(rows.begin(), rows.end(), is_lower)}; break;
        case model::HitRule::Lowest: rows = {*std::min_element(rows.begin(), rows.end(), is_lower)}; break;
        case model::HitRule::Sum: break;
    }
    for (const model::TableRow* row : rows) {
        UsedNumber number;
        number.what = model::with_article(lookup.table->result_names[lookup.result]);
        number.value = Words{reading.words().text(reading.model().expressions[row->results[lookup.result]].where)};
        number.row = cells_as_written(reading, *row);
        number.since = row->from;
        number.where = reading.words().place(row->where);
        number.source = row->source;
        number.is_unverified = row->unverified;
        numbers.push_back(std::move(number));
    }
}

const model::ParameterRow* row_on(const model::Parameter& parameter, Date date) {
    if (parameter.last && *parameter.last < date) return nullptr;
    const model::ParameterRow* found = nullptr;
    for (const model::ParameterRow& row : parameter.rows) {
        if (row.from <= date) found = &row;
    }
    return found;
}

void add_parameter(const Reading& reading, const model::Parameter& parameter, Date date,
                   std::vector<UsedNumber>& numbers) {
    const model::ParameterRow* row = row_on(parameter, date);
    if (row == nullptr) return;
    UsedNumber number;
    number.what = model::with_article(parameter.name);
    number.value = reading.words().value(parameter.type, {cases::State::Known, row->value});
    number.since = row->from;
    number.where = reading.words().place(row->where);
    number.source = row->source;
    number.is_unverified = row->unverified;
    numbers.push_back(std::move(number));
}

Value sought_value(const Reading& reading, const Lookup& lookup, std::size_t column, At at) {
    const model::ExpressionId input = lookup.table->inputs[column];
    for (std::size_t row = 0; row < lookup.table->rows.size(); ++row) {
        const program::ProofId cell = lookup.cell(row, column);
        const std::optional<std::uint32_t> own = row_of(reading, cell, at);
        if (!own) continue;
        const program::Proof& proof = reading.program().proofs[cell];
        if (reading.operand(proof, input) != nullptr) return reading.found(proof, input, *own);
    }
    return NotKnown{};
}

}  // namespace

std::vector<UsedNumber> numbers_behind(const Reading& reading, const program::Proof& proof, std::uint32_t row,
                                       std::optional<Date> version_date) {
    std::vector<UsedNumber> numbers;
    std::vector<model::ParameterId> seen;
    for (const program::ProofOperand& operand : proof.operands) {
        for (const Lookup& lookup : lookups_behind(reading, operand)) {
            add_row(reading, lookup, {proof.frame, row}, version_date, numbers);
        }
        for (const model::ExpressionId id : sources_of(reading.model(), operand.expression)) {
            const auto* use = std::get_if<model::ParameterValue>(&reading.model().expressions[id].kind);
            if (use == nullptr || !version_date) continue;
            if (std::find(seen.begin(), seen.end(), use->parameter) != seen.end()) continue;
            seen.push_back(use->parameter);
            add_parameter(reading, reading.model().parameters[use->parameter], *version_date, numbers);
        }
    }
    return numbers;
}

std::vector<Missing> rows_sought(const Reading& reading, const program::ProofOperand& operand, At at) {
    std::vector<Missing> all;
    for (const Lookup& lookup : lookups_behind(reading, operand)) {
        bool fits_one = false;
        for (std::size_t row = 0; row < lookup.table->rows.size(); ++row) {
            fits_one = fits_one || fits(reading, lookup, row, at, reading.reference_date());
        }
        if (fits_one) continue;
        Missing missing;
        missing.why = Missing::Why::NoRow;
        missing.what = model::with_article(lookup.table->result_names[lookup.result]);
        for (std::size_t column = 0; column < lookup.table->inputs.size(); ++column) {
            const Span where = reading.model().expressions[lookup.table->inputs[column]].where;
            missing.sought.push_back({reading.words().text(where), sought_value(reading, lookup, column, at)});
        }
        all.push_back(std::move(missing));
    }
    return all;
}

std::vector<Missing> versions_sought(const Reading& reading, const model::RuleVersion& version, Date date) {
    model::Walk walk(reading.model());
    walk.rule_version(version);
    std::vector<Missing> all;
    for (const model::ParameterId id : walk.parameters) {
        const model::Parameter& parameter = reading.model().parameters[id];
        if (row_on(parameter, date) != nullptr) continue;
        Missing missing;
        missing.why = Missing::Why::NoVersion;
        missing.what = model::with_article(parameter.name);
        missing.sought.push_back({{}, date});
        all.push_back(std::move(missing));
    }
    return all;
}

}  // namespace toets::explanation
