// Procedures (C68-C71), row by row: the events in the registers become a log, and the log courses.
#include "evaluation/courses.h"
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

// The events of one list, with the truths by which each counts.
struct Events {
    const std::int64_t* thing = nullptr;  // the row of each; none when nobody asks which it is
    Values date;
    const FrameRows* items = nullptr;
};
struct Registers {
    Values today;
    Values length;
    Events starts;
    const Byte* starts_count = nullptr;
    const Byte* starts_complete = nullptr;
    Events noises;
    const Byte* noises_count = nullptr;
    const Byte* noises_complete = nullptr;
    struct Step {
        Events events;
        const Byte* complete = nullptr;
        std::vector<const Byte*> deeds;
    };
    std::vector<Step> steps;
    bool goes_one_step_back = false;
};

Events events_of(Machine& machine, std::int64_t date) {
    return {nullptr, machine.value(date), &machine.frame(machine.program().frame_of[static_cast<std::size_t>(date)])};
}
Events events_of(Machine& machine, std::int64_t thing, std::int64_t date) {
    Events events = events_of(machine, date);
    events.thing = machine.value(thing).values;
    return events;
}

std::size_t steps_in(const std::vector<std::int64_t>& table) {
    constexpr std::size_t from_the_end = 3;
    return static_cast<std::size_t>(table[table.size() - from_the_end]);
}

Registers registers_of(Machine& machine, const std::vector<std::int64_t>& table) {
    Registers all;
    const auto numbers = static_cast<std::size_t>(table.back());
    const std::size_t first_number = table.size() - numbers;
    const std::size_t steps = steps_in(table);
    all.goes_one_step_back = table[table.size() - 2] != 0;
    all.today = machine.value(table[0]);
    all.length = machine.value(table[1]);
    all.starts = events_of(machine, table[2], table[3]);
    all.starts_count = machine.truth(table[4]);
    all.starts_complete = machine.truth(table[5]);
    all.noises = events_of(machine, table[6]);
    all.noises_count = machine.truth(table[7]);
    all.noises_complete = machine.truth(table[8]);
    std::size_t at = program::fixed_registers_of_courses;
    for (std::size_t step = 0; step < steps; ++step) {
        Registers::Step& found = all.steps.emplace_back();
        found.events = events_of(machine, table[at], table[at + 1]);
        found.complete = machine.truth(table[at + 2]);
        at += program::registers_of_step;
        const auto deeds = static_cast<std::size_t>(table[first_number + step]);
        for (std::size_t deed = 0; deed < deeds; ++deed) found.deeds.push_back(machine.truth(table[at++]));
    }
    return all;
}

// Those that count or may count. What is dated after `until` has not happened.
std::vector<LogEvent> read(const Events& events, const Byte* counts, std::size_t row, Date until) {
    std::vector<LogEvent> log;
    for (std::uint32_t item = events.items->offsets[row]; item < events.items->offsets[row + 1]; ++item) {
        if (counts[item] == is_false || events.date.states[item] == absent) continue;
        LogEvent event{events.thing == nullptr ? 0 : events.thing[item], std::nullopt, counts[item] == is_true};
        if (events.date.states[item] == known) event.day = civil::clamp_days(events.date.values[item]);
        if (!event.day || *event.day <= until) log.push_back(event);
    }
    return log;
}

bool is_left_out(const Events& events, std::size_t row) {
    const auto& rows = events.items->left_out;
    return std::binary_search(rows.begin(), rows.end(), static_cast<std::uint32_t>(row));
}

StepLog step_log(const Registers::Step& step, std::size_t row) {
    StepLog log{{}, step.complete[row] == is_true && !is_left_out(step.events, row)};
    for (const Byte* deed : step.deeds) log.deeds.push_back(read(step.events, deed, row, Date{civil::highest_day}));
    return log;
}

ProcedureLog log_of(const Registers& all, std::size_t row) {
    const Date today = civil::clamp_days(all.today.values[row]);
    ProcedureLog log;
    log.starts = read(all.starts, all.starts_count, row, today);
    log.has_all_starts = all.starts_complete[row] == is_true && !is_left_out(all.starts, row);
    log.noises = read(all.noises, all.noises_count, row, today);
    log.has_all_noises = all.noises_complete[row] == is_true && !is_left_out(all.noises, row);
    log.goes_one_step_back = all.goes_one_step_back;
    const std::int64_t length = all.length.values[row];
    if (length != program::no_date) log.quiet = duration_from_column_value(length);
    for (const Registers::Step& step : all.steps) log.steps.push_back(step_log(step, row));
    return log;
}

// Without a reference date or a length nothing can be said.
std::optional<Courses> courses_of(const Registers& all, std::size_t row) {
    const bool is_asked = all.today.states[row] == known && all.length.states[row] == known;
    if (!is_asked) return std::nullopt;
    const ProcedureLog log = log_of(all, row);
    const bool has_calendar_length = log.quiet && log.quiet->unit == Duration::Unit::WorkingDays;
    return has_calendar_length ? std::nullopt : std::optional(to_courses(log));
}

// Beside the courses themselves, in the memory of the list: for each row whether there may be others, and for each
// course a value and a state for each column.
constexpr std::size_t cells = 2;

void add_cell(Slot& out, Byte state, std::int64_t value) {
    out.values.push_back(value);
    out.values.push_back(state);
}

void add_step(Slot& out, const StepTaken& step) {
    switch (step.state) {
        case StepTaken::State::Unknown: return add_cell(out, unknown, cases::unknown_row);
        case StepTaken::State::Not: return add_cell(out, absent, cases::absent_row);
        case StepTaken::State::Taken: return add_cell(out, known, step.thing);
    }
}

void add_course(Slot& out, const Course& course) {
    out.items.push_back(static_cast<std::uint32_t>(course.start));
    add_cell(out, known, course.last.days);
    add_cell(out, course.last_high ? known : unknown, course.last_high ? course.last_high->days : 0);
    add_cell(out, known, static_cast<std::int64_t>(course.inherited));
    for (const StepTaken& step : course.steps) add_step(out, step);
}

}  // namespace

void kernel_find_courses(Machine& machine, const Instruction& instruction) {
    const Registers all = registers_of(machine, machine.table(instruction));
    Slot& out = machine.write_list(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    out.items.clear();
    out.parents.clear();
    out.values.clear();
    for (std::size_t row = 0; row < rows; ++row) {
        out.begin[row] = static_cast<std::uint32_t>(out.items.size());
        out.bytes[row] = known;
        const std::optional<Courses> found = courses_of(all, row);
        if (found) {
            for (const Course& course : found->courses) add_course(out, course);
        }
        out.count[row] = static_cast<std::uint32_t>(out.items.size()) - out.begin[row];
        out.parents.push_back(found && !found->uncertain_from ? is_true : is_unknown);
    }
    machine.show(instruction.result,
                 Lists{out.begin.data(), out.count.data(), out.bytes.data(), out.items.data(), out.parents.data()});
}

void kernel_all_courses(Machine& machine, const Instruction& instruction) {
    const Lists courses = machine.list(instruction.left);
    Byte* out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) out[row] = static_cast<Byte>(courses.parents[row]);
}

void kernel_course_column(Machine& machine, const Instruction& instruction) {
    const Lists courses = machine.list(instruction.left);
    const Instruction& found_by = machine.program().instructions[instruction.left.index()];
    const std::vector<std::int64_t>& columns = machine.memory(instruction.left).values;
    const FrameRows& frame = machine.frame(machine.program().frame_of[instruction.result.index()]);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t width =
        (static_cast<std::size_t>(program::course_steps) + steps_in(machine.table(found_by))) * cells;
    for (std::size_t row = 0; row + 1 < frame.offsets.size(); ++row) {
        for (std::uint32_t item = frame.offsets[row]; item < frame.offsets[row + 1]; ++item) {
            const std::size_t course = courses.begin[row] + (item - frame.offsets[row]);
            const std::size_t cell = course * width + static_cast<std::size_t>(instruction.constant) * cells;
            out.values[item] = columns[cell];
            out.states[item] = static_cast<Byte>(columns[cell + 1]);
        }
    }
}

void kernel_stray_events(Machine& machine, const Instruction& instruction) {
    const Registers all = registers_of(machine, machine.table(instruction));
    Slot& out = machine.write_list(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    out.items.clear();
    for (std::size_t row = 0; row < rows; ++row) {
        out.begin[row] = static_cast<std::uint32_t>(out.items.size());
        const std::optional<Courses> found = courses_of(all, row);
        Strays strays{{}, true};
        if (found) strays = strays_of(step_log(all.steps[instruction.detail], row), *found);
        for (const std::int64_t thing : strays.things) out.items.push_back(static_cast<std::uint32_t>(thing));
        out.count[row] = static_cast<std::uint32_t>(strays.things.size());
        out.bytes[row] = strays.may_be_more ? unknown : known;
    }
    machine.show(instruction.result,
                 Lists{out.begin.data(), out.count.data(), out.bytes.data(), out.items.data(), nullptr});
}

}  // namespace toets::evaluation
