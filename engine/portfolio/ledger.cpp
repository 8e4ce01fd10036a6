#include "portfolio/ledger.h"

#include "base/civil.h"
#include "base/text.h"

namespace toets::portfolio {

Names::Names() : texts_{{}, {}} {}

std::uint32_t Names::add(std::string_view name) {
    const auto [found, is_new] = by_folded_.emplace(fold(name), static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.emplace_back(name);
    return found->second;
}

std::optional<std::uint32_t> Names::find(std::string_view name) const {
    const auto found = by_folded_.find(fold(name));
    return found == by_folded_.end() ? std::nullopt : std::optional(found->second);
}

Ledger::Ledger(const program::Program& program) : tallies(program.tallies.size()), outcomes(program.rules.size()) {
    for (const model::Tally& tally : program.model->tallies) {
        for (const model::AgreedNumber& number : tally.numbers) {
            for (const std::string& name : number.key) names.add(name);
        }
    }
}

namespace {

// Rows of things nobody described: a reference that is not told has a row all the same, so that rules are about it.
std::vector<bool> made_up_rows(const cases::Caseload& caseload, model::KindId kind) {
    const model::Model& model = *caseload.model;
    std::vector<bool> made_up(caseload.tables[kind.index()].rows, false);
    for (std::size_t index = 0; index < model.fields.size(); ++index) {
        const model::FieldId field = model.fields.id_at(index);
        const model::Type& type = model.fields[field].type;
        if (type.base != model::Base::Thing || type.kind != kind) continue;
        const cases::Column& column = caseload.columns[index];
        const std::uint32_t rows = caseload.tables[model.fields[field].kind.index()].rows;
        for (std::uint32_t row = cases::first_row; row < rows; ++row) {
            const bool is_told = column.states[row] != cases::State::Unknown;
            if (!is_told && column.values[row] >= std::int64_t{cases::first_row}) {
                made_up[static_cast<std::size_t>(column.values[row])] = true;
            }
        }
    }
    for (const cases::CaseInfo& each : caseload.cases) {
        if (each.is_readiness_check && each.root == kind) made_up[each.root_row] = true;
    }
    return made_up;
}

class Collector {
public:
    Collector(const program::Program& program, const cases::Caseload& caseload,
              const evaluation::Evaluation& evaluation, Ledger& ledger)
        : program_(program),
          model_(*program.model),
          caseload_(caseload),
          trace_(*evaluation.trace),
          evaluation_(evaluation),
          ledger_(ledger),
          first_case_(static_cast<std::uint32_t>(ledger.labels.size())) {}

    void collect() {
        count_outcomes();
        for (const cases::CaseInfo& each : caseload_.cases) ledger_.labels.push_back(each.label);
        for (const program::TallyProgram& tally : program_.tallies) {
            add_entries(tally);
            if (tally.bound_of_thing) add_bounds(tally);
        }
    }

private:
    void count_outcomes() {
        for (const program::RuleProgram& rule : program_.rules) {
            const model::KindId kind = kind_of(rule.frame);
            const auto& outcomes = evaluation_.outcomes[rule.rule.index()];
            for (std::uint32_t row = cases::first_row; row < caseload_.tables[kind.index()].rows; ++row) {
                if (!is_judged(kind, row)) continue;
                ++ledger_.outcomes[rule.rule.index()][static_cast<std::size_t>(outcomes[row])];
            }
        }
    }

    [[nodiscard]] model::KindId kind_of(program::FrameId frame) const { return program_.frames[frame].kind; }
    [[nodiscard]] std::optional<std::int64_t> known(program::Register which, std::uint32_t row) const {
        if (!which.is_valid()) return std::nullopt;
        const evaluation::Value value = trace_.value(which, row);
        return value.state == cases::State::Known ? std::optional(value.value) : std::nullopt;
    }
    [[nodiscard]] bool is_judged(model::KindId kind, std::uint32_t row) const {
        const std::uint32_t of = caseload_.tables[kind.index()].case_of[row];
        return of != cases::no_case && evaluation_.reference_dates[of].has_value();
    }

    void add_entries(const program::TallyProgram& tally) {
        const model::KindId kind = kind_of(tally.frame);
        const std::vector<bool> made_up = made_up_rows(caseload_, kind);
        for (std::uint32_t row = cases::first_row; row < made_up.size(); ++row) {
            if (made_up[row] || !is_judged(kind, row)) continue;
            Entry entry;
            entry.counts = trace_.truth(tally.counts, row);
            if (tally.of.is_valid()) entry.of = trace_.truth(tally.of, row);
            if (entry.counts == Truth::False && entry.of == Truth::False) continue;
            entry.case_number = first_case_ + caseload_.tables[kind.index()].case_of[row];
            entry.row = row;
            if (const auto day = known(tally.moment, row)) entry.moment = Date{static_cast<std::int32_t>(*day)};
            entry.bound = known(tally.bound, row);
            add_key(tally, row, entry);
            ledger_.tallies[tally.tally.index()].entries.push_back(std::move(entry));
        }
    }

    void add_key(const program::TallyProgram& tally, std::uint32_t row, Entry& entry) {
        const std::vector<model::TallyDimension>& dimensions = model_.tallies[tally.tally].dimensions;
        for (std::size_t index = 0; index < dimensions.size(); ++index) {
            const model::TallyDimension& dimension = dimensions[index];
            if (dimension.what == model::TallyDimension::What::Value) {
                const model::Type& type = model_.expressions[dimension.value].type;
                entry.key.push_back(name_of(type, trace_.value(tally.keys[index], row)));
            } else {
                entry.key.push_back(entry.moment ? ledger_.names.add(period_name(dimension.what, *entry.moment))
                                                 : Names::unknown);
            }
        }
    }

    std::uint32_t name_of(const model::Type& type, evaluation::Value value) {
        if (value.state == cases::State::Unknown) return Names::unknown;
        if (value.state == cases::State::Absent) return Names::none;
        if (type.base == model::Base::Choice) {
            const auto& choices = model_.choice_lists[type.choices].values;
            return ledger_.names.add(choices[static_cast<std::size_t>(value.value)].text);
        }
        if (type.base == model::Base::Thing) return name_of(type.kind, static_cast<std::uint32_t>(value.value));
        return ledger_.names.add(caseload_.symbols.text(static_cast<std::uint32_t>(value.value)));
    }

    // A thing is the same in another case when it has the same name; without one nobody can tell.
    std::uint32_t name_of(model::KindId kind, std::uint32_t row) {
        if (const auto label = caseload_.labels.find({kind, row}); label != caseload_.labels.end()) {
            return ledger_.names.add(label->second);
        }
        const model::FieldId party = model_.kinds[kind].party_name;
        if (!party.is_valid() || caseload_.columns[party.index()].states[row] != cases::State::Known) {
            return Names::unknown;
        }
        const auto symbol = static_cast<std::uint32_t>(caseload_.columns[party.index()].values[row]);
        return ledger_.names.add(caseload_.symbols.text(symbol));
    }

    void add_bounds(const program::TallyProgram& tally) {
        const program::TallyProgram::OfThing& of = *tally.bound_of_thing;
        const model::KindId kind = kind_of(of.frame);
        auto& bounds = ledger_.tallies[tally.tally.index()].bounds;
        for (std::uint32_t row = cases::first_row; row < caseload_.tables[kind.index()].rows; ++row) {
            const auto value = known(of.bound, row);
            if (!value || !is_judged(kind, row)) continue;
            const std::uint32_t name = name_of(kind, row);
            if (name == Names::unknown) continue;
            BoundOfThing& bound = bounds[name];
            bound.is_contradicted = bound.is_contradicted || (bound.value && *bound.value != *value);
            bound.value = value;
        }
    }

    const program::Program& program_;
    const model::Model& model_;
    const cases::Caseload& caseload_;
    const evaluation::Trace& trace_;
    const evaluation::Evaluation& evaluation_;
    Ledger& ledger_;
    std::uint32_t first_case_;
};

constexpr int months_in_quarter = 3;

Date day_of(int year, int month, int day) { return to_date({year, month, day}).value_or(Date{}); }

}  // namespace

void add_cases(const program::Program& program, const cases::Caseload& caseload,
               const evaluation::Evaluation& evaluation, Ledger& ledger) {
    Collector(program, caseload, evaluation, ledger).collect();
}

std::string period_name(model::TallyDimension::What what, Date day) {
    const CivilDate date = to_civil(day);
    const std::string number = std::to_string(date.year);
    if (what != model::TallyDimension::What::Quarter) return number;
    return "kwartaal " + std::to_string((date.month - 1) / months_in_quarter + 1) + " van " + number;
}

std::optional<Period> period_named(model::TallyDimension::What what, std::string_view name) {
    constexpr std::size_t digits = 4;
    if (what == model::TallyDimension::What::Value || name.size() < digits) return std::nullopt;
    int year = 0;
    for (const char digit : name.substr(name.size() - digits)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        year = year * 10 + (digit - '0');
    }
    const bool is_year = what == model::TallyDimension::What::Year;
    if (is_year && name.size() != digits) return std::nullopt;
    if (is_year) return Period{day_of(year, 1, 1), day_of(year, 12, 31)};
    constexpr std::string_view opening = "kwartaal ";
    const std::string_view number = name.starts_with(opening) ? name.substr(opening.size()) : std::string_view();
    const bool is_quarter =
        number.size() == digits + 6 && number[0] >= '1' && number[0] <= '4' && number.substr(1, 5) == " van ";
    if (!is_quarter) return std::nullopt;
    const int quarter = number[0] - '0';
    const int first_month = (quarter - 1) * months_in_quarter + 1;
    const Date next = quarter == 4 ? day_of(year + 1, 1, 1) : day_of(year, first_month + months_in_quarter, 1);
    return Period{day_of(year, first_month, 1), Date{next.days - 1}};
}

}  // namespace toets::portfolio
