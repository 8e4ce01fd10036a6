// What the evaluator can do: one operation, its operands, and the register it fills for all rows of that register's
// frame. The meaning of each operation is given here; how it is done fast is the business of evaluation/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "model/model.h"
#include "program/program.h"

namespace toets::program {

// T, V and L name the shape of the result. `left`, `right` and `third` are registers of the same frame unless said
// otherwise. A register without a frame is the same in every row of every frame.
enum class Operation : std::uint16_t {
    // Facts
    Constant,       // V: `constant`, with detail as its cases::State; no frame
    ConstantTruth,  // T: `constant`; no frame
    Self,           // V: the row itself, in a table frame
    ReferenceDate,  // V: of the row's case, in a table frame
    // V: the thing the row's case is about, when it is of kind `constant`, otherwise unknown (detail 1: absent;
    // 2: the thing a readiness check was written about, or absent); in a table frame
    CaseThing,
    LoadField,   // V: field `constant` of the thing in left
    LoadList,    // L: list field `constant` of the thing in left
    AsList,      // L: the thing in left as a list of one, or of none
    Flatten,     // L: left is a list in an item frame; the result joins them for each row of the outer frame
    ItemsOf,     // V: left is a list in the outer frame; the things in it, one row each
    Days,        // L: the days up to and with the one in left, as many as `constant`; its items are numbered from 0
    IsComplete,  // T: left is a list, right what its declaration says; none is complete, an unknown one never
    FromParent,  // T: left is in the frame that the flattened list `right` was made from, the result in its items
    LiftValue,
    LiftTruth,
    LiftList,  // left is in the outer frame; the same for each of its items

    // Truth from truth
    And,
    Or,
    Not,
    Decide,         // T: left is the truth at the end that makes true, right at the end that makes false (intervals)
    Agree,          // T: what both say, else unknown
    CapWhenOpen,    // T: left, but true is unknown when the list that right says is complete may hold more
    RaiseWhenOpen,  // T: left, but false is unknown then

    // Truth from values
    Compare,         // T: detail is model::Comparison
    CompareNumbers,  // T: likewise; a number that is known not to be there is no number, so that is unknown
    InMask,          // T: the bit of left's value is set in `constant`
    Holds,           // T: left is yes
    Present,         // T: left is there
    NamesRules,      // T: the text in left names the rules that model condition `constant` (NamesRules) is about
    IsOutsider,      // T: left is not the name of a thing in the case of the thing in right, of kind `constant`
    SetHasAny,       // T: the set in left shares a member with the set `constant`
    SetHas,          // T: the set in left has member right
    SetHasAll,       // T: the set in left has every member of the set in right
    CompareRatios,   // T: table {n1, d1, n2, d2, e1, e2}: n1/d1 against n2/d2, as n1*d2*10^e1 against n2*d1*10^e2

    // Values from values
    Add,
    Subtract,
    Multiply,
    ScaleUp,          // V: left times `constant`
    RoundDown,        // V: left divided by `constant`, rounded as detail (model::Rounding) says
    TooManyDecimals,  // V: unknown where left and right are known, and reported: their product would not fit
    Demand,           // V: left; unknown where it is known not to be there
    Settle,           // V: left and right are the ends of an interval; its value when they meet
    PickOf,           // V: detail is a Pick, absent ones left out
    OrElse,           // V: left where it is known, otherwise right
    OnlyWhen,         // V: the thing in left where right is true; none where it is false
    SameUnit,         // V: the duration in left; unknown when right has another unit
    ShiftDays,
    ShiftMonths,       // V: the date in left, `constant` later
    ShiftBy,           // V: the date in left, the duration in right later (detail 1: earlier)
    ShiftWorkingDays,  // V: the date in left, `constant` working days later (or earlier); detail is the calendar
    ShiftTerm,  // V: the date in left, the duration in right later by calendar `constant`; detail: term_end and so on
    Birthday,   // V: as ShiftBy; detail 1: 29 February becomes 1 March in other years
    YearOf,     // V
    // V: left is an Outcome; Replaced where right is true, Conflicting where third is, unknown where right is
    StandBack,
    AdmitConflict,  // V: left is an Outcome; Conflicting where it is unknown and those in right and third are not

    // Over the items of `items`, for each row of the outer frame: left is in `items`, and so is the filter
    AllItems,
    AnyItem,        // T
    CountItems,     // V: right is the filter, third the completeness; detail is a Bound
    SumItems,       // V: likewise
    CountDistinct,  // V: likewise
    OnlyItem,       // V: the thing in left, of the one item that the filter in right leaves; third the completeness
    PickItem,       // V: likewise; detail is a Pick
    SumExactly,     // V: likewise; unknown unless every item is decided
    FirstDay,       // V: left is a truth for each of the days in right, both in `items`; detail is a FirstDayIs

    // C83: left is a truth for each of the days in third, both in `items`; right is the day that is judged, in the
    // outer frame of the days or one within it. A day after the last stands for the last.
    ShieldStands,  // T: it began to hold and has held ever since
    ShieldDay,     // V: detail is a ShieldDayIs

    // Many operands: `constant` is an index in Program::tables
    CountTruths,  // V: table of truths; detail is a Bound
    Select,       // V: table {truth, value}...: the value they agree on; detail is the state when none can hold
    SelectTruth,  // T: the same for {truth, truth}

    // Over the periods in `items`, the table beginning with {first, last, filter, complete, from_low, from_high,
    // until_low, until_high}. Covers (C44), table and {tolerated, now}: do they cover every day of [from, until] that
    // is
    // not after `now`? RunsFor (C45), table and {length}: so much of it, with detail 1 in one stretch?
    Covers,   // T
    RunsFor,  // T

    // V: table {thing, date, filter, complete}, the first three in `items`: the thing with that place in order of date.
    // The detail is its number, with nth_from_last and nth_any_of_a_day.
    NthItem,
    LookUpTable,  // V: table {hit, result}...; detail is model::HitRule
    // V: as LookUpTable of `precies één`; of rows that surely fit and differ the first (detail 1: the last) counts.
    LookUpConflicting,
    // V: table {start, length, {first, last, counts, complete} of each list of periods ..., calendar or -1}: the end of
    // a
    // term that stands still in those periods, `never_ends` when one of them has no end. The detail as of ShiftTerm.
    SuspendTerm,
    // T: table {start, until, leniency, reference date, completeness, date of each event, length of the rhythm, {first,
    // last, counts, complete} of each list of periods ..., truth of each event for each who must do it ..., and then
    // numbers: how
    // many of those truths, what the last day of nothing is (series_none), calendar or -1, rhythm}. Detail 0: all that
    // the series holds was done and no more is to come; 1: something was missed, or done too late.
    Series,
    // C68-C71. L: the starts with which a course began, of those that are certain. The table {reference date, length,
    // thing, date, truth and completeness of the starts, date, truth and completeness of what ends the quiet, and of
    // each step thing, date, completeness and the truths of the deeds it asks for}, and then numbers: how many deeds
    // each step has, how many steps, 1 when quiet goes one step back, and how many numbers there are.
    FindCourses,
    // L: with the same table, the events of step `detail` that surely fell outside every course; left is the list of
    // courses. Unknown when one may have.
    StrayEvents,
    AllCourses,         // T: left is a list of courses; unknown when there may be others
    CourseColumn,       // V: left is a list of courses, and the result in its items; `constant` is a CourseColumn
    LookUpParameter,    // V: table {last, from, value, from, value ...}; left is the date
    JudgePrecondition,  // V: table of truths: applies, required, excepted, pending, past
    JudgeObligation,    // V: table of truths: applies, done in time, excepted, past
    JudgeProcedure,     // V: table of truths: applies, any course, broken, a planned step is not allowed, due, excepted
    FinishOutcome,      // V: left is an Outcome; unknown becomes Outcome::Unknown, absent NotApplicable
    // V: left, but when that is Outcome::Unknown what the outcomes in the table agree on. The table begins with
    // `detail` facts; where one of them is known to be absent left stands.
    MergeOutcomes,
};
constexpr std::size_t operation_count = static_cast<std::size_t>(Operation::MergeOutcomes) + 1;

// Which end of the interval in which the number lies.
enum class Bound : std::uint8_t { Certain, Possible };
// Highest or lowest; `Known` leaves the unknown ones out (a bound), otherwise one unknown makes the answer unknown.
enum class Pick : std::uint8_t { Highest, Lowest, HighestKnown, LowestKnown };

// The first day on which something holds lies between the first on which it may and the first on which it surely does.
// Unknown when it is so on the first day that was looked at: it may have begun before; absent when it is so on no day.
// Seen: the first day on which it may hold, or else the last.
enum class FirstDayIs : std::uint8_t { Earliest, Latest, Seen };
// Of a shield up to the day that is judged: when it began to hold, absent when it did not or is not known to, unknown
// when it did so on the first day that was looked at; when it ended, likewise; and the day that decides.
enum class ShieldDayIs : std::uint8_t { Begun, Ended, Deciding };
// Ten years up to a reference date hold at most 3,653 days; the one before them shows what began in that time.
constexpr std::int64_t days_looked_at = 3654;

// The detail of Operation::ShiftTerm: calendar::EndOfTerm in the two lowest bits.
constexpr std::uint8_t term_end = 3;
constexpr std::uint8_t term_backward = 4;
constexpr std::uint8_t term_counts_start = 8;
constexpr std::uint8_t term_possible =
    16;                                  // SuspendTerm: with every day that may be in a period, not only those that are
constexpr std::uint8_t nth_number = 15;  // NthItem: the lowest bits
constexpr std::uint8_t nth_from_last = 16;     // counted from the last
constexpr std::uint8_t nth_any_of_a_day = 32;  // which of several on one day does not matter
constexpr std::size_t numbers_of_series = 4;
constexpr std::size_t fixed_registers_of_series = 7;
constexpr std::size_t fixed_registers_of_courses = 9;
constexpr std::size_t registers_of_step = 3;
// What Operation::CourseColumn can give: these, and from course_steps on the event of each step (its row).
constexpr std::int64_t course_last_day = 0;  // the last day that surely belongs to it; no_date when nothing ends it
constexpr std::int64_t course_last_day_high = 1;  // the last day that may; unknown when nobody can say
constexpr std::int64_t course_inherited = 2;      // how many steps were taken in the course before it, and still count
constexpr std::int64_t course_steps = 3;
// ShiftWorkingDays has room for these calendars.
constexpr std::uint32_t most_detail_calendars = 256;

struct Instruction {
    Operation operation = Operation::Constant;
    std::uint8_t detail = 0;
    Register result{};
    Register left{};
    Register right{};
    Register third{};
    FrameId items{};
    std::int64_t constant = 0;
    model::ExpressionId where{};  // for a calculation that cannot be done; may be invalid
    bool is_supposed = false;     // made for a value that a fact may turn out not to have: its errors are nobody's
};

std::string_view name_of(Operation operation);
// Every register it reads, the list that its item frames run over included.
std::vector<Register> operands_of(const Program& program, const Instruction& instruction);
// Whether the rows of the frame are days, or things looked at on each of them (Operation::Days).
bool is_by_day(const Program& program, FrameId frame);
// The instructions that lead to these registers.
std::vector<bool> instructions_behind(const Program& program, const std::vector<Register>& wanted);
// For each frame the register of the things in it (Operation::ItemsOf, Self); invalid when none was asked for.
std::vector<Register> things_of_frames(const Program& program);

// No upper end: the date after which nothing changes any more.
constexpr std::int64_t no_date = INT64_MAX;
// The last day of a term that stands still until further notice: later than any other, also when shifted.
constexpr std::int64_t never_ends = civil::highest_day;

}  // namespace toets::program
