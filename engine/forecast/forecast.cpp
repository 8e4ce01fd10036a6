#include "forecast/forecast.h"

#include <algorithm>

#include "base/ensure.h"
#include "program/instruction.h"

namespace toets::forecast {

namespace {

constexpr std::size_t rows_at_a_time = 100'000;
constexpr std::size_t item_weight = 5;  // rows that an item of a list costs: most instructions are about items

// What a copy costs: the rows of its things, and the items of lists for each of them, in an evaluation of one copy.
std::size_t cost_of_one(const program::Program& program, const cases::Caseload& batch, const evaluation::Trace& trace) {
    std::size_t cost = 1;
    std::vector<std::uint32_t> ends;  // by frame, past its last row; the rows of an outer frame come before it
    for (std::size_t index = 0; index < program.frames.size(); ++index) {
        const program::FrameId id = program.frames.id_at(index);
        const program::Frame& frame = program.frames[id];
        if (!frame.outer.is_valid()) {
            ends.push_back(batch.tables[frame.kind.index()].rows);
            cost += ends.back();
            continue;
        }
        ensure(frame.outer.index() < index);
        const std::uint32_t outer_end = ends[frame.outer.index()];
        ends.push_back(outer_end == 0 ? 0 : trace.items(id, outer_end - 1).last);
        cost += (program::is_by_day(program, id) ? 1 : item_weight) * ends.back();
    }
    return cost;
}

}  // namespace

Date Days::day(std::size_t index) const { return Date{first_.days + static_cast<std::int32_t>(index)}; }

std::size_t Days::place(const OfRule& rule, std::size_t index, std::uint32_t row) const {
    const auto found = std::lower_bound(rule.rows.begin(), rule.rows.end(), row);
    ensure(found != rule.rows.end() && *found == row && index < size());
    return index * rule.rows.size() + static_cast<std::size_t>(found - rule.rows.begin());
}

program::Outcome Days::outcome(std::size_t index, model::RuleId rule, std::uint32_t row) const {
    const OfRule& of = rules_[rule.index()];
    return of.outcomes[place(of, index, row)];
}

program::Outcome Days::counting(std::size_t index, model::RuleId rule, std::uint32_t row) const {
    const OfRule& of = rules_[rule.index()];
    return of.counting[place(of, index, row)];
}

evaluation::Truth Days::watched(std::size_t index, std::size_t which) const {
    return watched_[index * watched_count_ + which];
}

Forecaster::Forecaster(const program::Program& program)
    : program_(program), evaluator_(program), batch_(*program.model), consents_(*program.model) {}

Days Forecaster::look(const cases::Caseload& caseload, const Question& question) {
    const cases::Copies copies(caseload, question.case_index);
    copies.write(1, batch_);
    prepare(copies, question, question.first, 1);
    evaluator_.run(batch_, {{}, true}, evaluation_);
    const std::size_t size = std::max(copies.size(), cost_of_one(program_, batch_, *evaluation_.trace));
    const std::size_t asked = std::clamp<std::size_t>(most_rows / size, 1, question.days);
    const std::size_t at_a_time = std::clamp<std::size_t>(rows_at_a_time / size, 1, asked);
    Days days;
    days.first_ = question.first;
    days.watched_count_ = question.watched.size();
    days.rules_.resize(program_.rules.size());
    for (const program::RuleProgram& rule : program_.rules) {
        days.rules_[rule.rule.index()].rows = copies.rows(program_.frames[rule.frame].kind);
    }
    std::size_t written = 0;
    for (std::size_t done = 0; done < asked;) {
        const std::size_t count = std::min(at_a_time, asked - done);
        if (count != written || consents_.are_asked()) copies.write(written = count, batch_);
        prepare(copies, question, days.day(done), count);
        evaluator_.run(batch_, {{}, !question.watched.empty()}, evaluation_);
        take(copies, question, count, days);
        done += count;
    }
    return days;
}

void Forecaster::prepare(const cases::Copies& copies, const Question& question, Date first, std::size_t count) {
    for (std::size_t copy = 0; copy < count; ++copy) {
        const Date day{first.days + static_cast<std::int32_t>(copy)};
        batch_.cases[copy].reference_date = day;
        for (const Moving& moving : question.moving) {
            const model::KindId kind = program_.model->fields[moving.fact.field].kind;
            const std::uint32_t row = copies.row_in(copy, kind, moving.fact.row);
            ensure(row >= cases::first_row);
            cases::Column& column = batch_.columns[moving.fact.field.index()];
            column.values[row] = std::max(moving.not_before.days, day.days + moving.offset);
            column.states[row] = cases::State::Known;
        }
    }
    if (!consents_.are_asked()) return;
    std::vector<std::optional<Date>> days;
    for (const cases::CaseInfo& info : batch_.cases) days.push_back(info.reference_date);
    consents_.apply(batch_, cases::all_rows(batch_), days);
}

void Forecaster::take(const cases::Copies& copies, const Question& question, std::size_t count, Days& days) const {
    days.verdicts_.insert(days.verdicts_.end(), evaluation_.verdicts.begin(), evaluation_.verdicts.end());
    for (const program::RuleProgram& rule : program_.rules) {
        Days::OfRule& of = days.rules_[rule.rule.index()];
        const auto taken = [&](const std::vector<program::Outcome>& from, std::vector<program::Outcome>& to) {
            const auto first = from.begin() + cases::first_row;
            to.insert(to.end(), first, first + static_cast<std::ptrdiff_t>(count * of.rows.size()));
        };
        taken(evaluation_.outcomes[rule.rule.index()], of.outcomes);
        taken((rule.blocking.is_valid() ? evaluation_.blocking : evaluation_.outcomes)[rule.rule.index()], of.counting);
    }
    for (std::size_t copy = 0; copy < count; ++copy) {
        for (const Watched& each : question.watched) {
            const std::uint32_t row = copies.row_in(copy, each.kind, each.row);
            days.watched_.push_back(evaluation_.trace->truth(each.truth, row));
        }
    }
}

}  // namespace toets::forecast
