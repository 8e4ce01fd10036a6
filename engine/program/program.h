// The agreement ready to run: a flat list of instructions over columns, made once and never changed. Every instruction
// works on all rows of its frame at once; a single case is a batch of one. Beside the instructions stand the proofs:
// which register holds the truth of which sentence. The evaluator never looks at them; explanations do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "calendar/calendar.h"
#include "model/model.h"

namespace toets::program {

using Register = Id<struct RegisterTag>;
using FrameId = Id<struct FrameTag>;
using ProofId = Id<struct ProofTag>;

// The rows an instruction works on. A table frame has one row per thing of a kind. An item frame has one row for every
// item of a list, for every row of the outer frame (`voor elke`, filters, counts).
struct Frame {
    model::KindId kind;  // of the things in this frame
    FrameId outer;       // invalid for a table frame
    Register list;       // the list register in the outer frame that this frame runs over
};

// What a register holds. Truth: one byte a row, 0 false, 1 unknown, 2 true, so that `and` is the minimum and `or` the
// maximum. Value: a 64-bit value and a state (cases::State) a row. List: a range of item rows and a state.
enum class Shape : std::uint8_t { Truth, Value, List };

enum class Operation : std::uint16_t;  // in program/instruction.h
struct Instruction;

// ----------------------------------------------------------------------------------------------------------- proofs

// One fact that an expression read: `field` of the thing whose row is in `thing`.
struct FactUse {
    model::FieldId field{};
    Register thing{};  // a Value register holding the row; invalid: the frame's own row
    Register value{};  // what was read
    FrameId frame{};   // the frame of `thing` and `value`; an outer frame of the operand's frame is possible
};
// A list of things a rule looks at, one row per thing in `items`, and what is asked of each.
struct ListProof {
    model::ExpressionId things{};
    FrameId items{};
    Register counts{};  // Truth in `items`: is it one of those that are asked about?
    std::vector<ProofId> sub_kinds{};
    std::vector<ProofId> parents{};
    Register complete{};
    ProofId completeness{};
    std::vector<FactUse> facts{};       // behind the list
    std::vector<FactUse> item_facts{};  // of each thing
};
// C82: a condition looked at on one day, as if that were the reference date: the first day on which it may hold, or
// else the last of all days that were looked at. Of a date in that condition only the day.
struct FirstDayProof {
    ProofId condition{};
    Register day{};  // Value
};
// C83: the condition on the day that decides is the leg of the proof.
struct ShieldProof {
    Register judged_on{};  // Values: the day that is judged
    Register begun{};      // when it began to hold, if it surely did; unknown when it did longer ago than is looked
    Register ended{};      // when it failed after that, if it surely did
    Register deciding{};
};
struct StandstillProof {  // C59
    ListProof periods;
    Register first{};  // Value in its items
    Register last{};
};
// The value of one expression of a sentence. A sum or count over a list that is not fully known lies between low and
// high (equal registers when it is a plain value); an unknown high means "no upper bound".
struct ProofOperand {
    model::ExpressionId expression{};
    Register low{};
    Register high{};
    std::vector<FactUse> facts{};  // in the order read, references before the facts reached through them
    // Decimals of low and high when they are more than those of the type (a product that is compared exactly).
    std::optional<int> scale{};
    // When the value is a sum, count or extreme over a list: its items, and whether those are all.
    FrameId items{};
    ProofId filter{};
    std::vector<ProofId> sub_kinds{};  // in `items`: what makes an item one of the kind that is asked about
    std::vector<ProofId> parents{};    // the same of the lists that a path came along, in their items
    Register complete{};
    ProofId completeness{};
    // When the value comes from a definition or table: the proof of each row's cells that was looked at.
    std::vector<ProofId> rows{};
    std::vector<StandstillProof> standstills{};  // of the end of a term
    std::optional<FirstDayProof> first_day{};    // that the date is counted from
};
// `tenzij`, or an exemption of its own (C64): its `alleen als` is then the condition.
struct ExceptionProof {
    ProofId condition{};
    Register holds{};  // its condition holds and none of its own exceptions does
    std::vector<ExceptionProof> exceptions{};
    Span where{};
    model::ExemptionId exemption{};
    std::optional<model::VersionOfRule> clause{};  // C67: a decision by that hardship clause
    Register in_force{};                           // Truth; of an exemption
    std::optional<ProofOperand> version_date{};    // likewise
    ProofId in_place{};                            // C2; may be invalid
    ProofId subject_is{};                          // the sub-kind's condition, when its `bij elke` names one
};
struct LegProof {
    ProofId condition{};
    Register holds{};  // the condition, or one of its exceptions
    std::vector<ExceptionProof> exceptions{};
};
// The truth of one sentence in one place of use (a definition used in two rules has two proofs).
struct DeedProof {  // C39, in the items of the events: what was right about it, each asked by itself; Truth
    Register by{};
    Register towards{};
    Register together_with{};
};
struct Proof {
    model::ConditionId condition{};
    FrameId frame{};
    Register truth{};
    std::vector<ProofOperand> operands{};  // in the order of the model condition's expressions
    std::vector<LegProof> legs{};  // Legs; HasDone: one per actor; PropertyHolds: one, the definition's condition
    // ForEach, HasCount, HasDone, SumOf filters: the items looked at, one row per item in this frame.
    FrameId items{};
    ProofId filter{};                  // in `items`; may be invalid
    std::vector<ProofId> sub_kinds{};  // in `items`: what makes an item one of the kind that is asked about
    std::vector<ProofId> parents{};    // the same of the lists that a path came along, in their items
    Register counts{};                 // Truth in `items`: all of that together; invalid: every item counts
    ProofId body{};                    // in `items`; ForEach and HasDone
    Register complete{};               // Truth in `frame`: is the list known to hold everything? invalid: yes
    ProofId completeness{};            // the condition behind it (C21 "zijn volledig als"); may be invalid
    // Of events that must have happened: their date, in `items` or (of one event) in `frame`, and the last day that
    // counts, a Value in `frame`. Without a field: it does not matter when.
    FactUse event_date{};
    Register last_event{};
    std::optional<ShieldProof> shield{};
    DeedProof deed{};  // HasDone
};
struct LapseProof {
    ProofOperand event;
    ProofOperand start;
    ProofOperand last_day;
    Register lapsed;   // Truth
    Register pending;  // Truth: the term still runs and the event has not come
};
struct SeriesProof {                       // C58
    Register date{};                       // Value in the items of the events
    std::vector<Register> deeds{};         // Truth in those: it is one that is asked for; one for each that must do it
    std::optional<ProofOperand> length{};  // of the rhythm, when it is not written out
    std::optional<ProofOperand> start{};   // without: from when the version is in force
    std::optional<ProofOperand> until{};
    std::optional<ProofOperand> leniency{};
    ProofOperand standstills{};  // only its standstills
    std::size_t rhythm = 0;      // in Program::rhythms
    model::CalendarId calendar{};
    std::optional<Date> in_force{};  // nothing was due before this day
    Register missed{};               // Truth: one was missed, or done too late
};
struct EventsProof {  // the events a duty looks at
    FrameId items{};
    Register counts{};                 // Truth in items: this event is by, towards and with the right parties
    Register date{};                   // Value in items
    Register in_time{};                // Truth in items; invalid: of a series
    std::vector<ProofId> sub_kinds{};  // in items: what makes an event count at all
    std::vector<FactUse> facts{};      // of each: by whom it had to be done
    DeedProof deed{};
};
struct DutyProof {
    std::vector<EventsProof> events;  // what is asked for, and other evidence of an effort
    std::vector<Register> done_by{};  // Truth, of each who must do it, when there are more
    Register done_on{};               // Value: date of the first event that counts and is in time; Absent when none
    Register done_early_on{};         // Value: date of the last one before it; Absent when none
    Register done_late_on{};          // Value: date of the first one after the term; Absent when none
    std::optional<ProofOperand> start;
    std::optional<ProofOperand> earliest;
    std::optional<ProofOperand> latest;    // leniency included
    std::optional<ProofOperand> end;       // without it
    std::optional<ProofOperand> leniency;  // may be empty
    std::optional<SeriesProof> series;     // in place of a term
};
struct TimedActProof {  // C62, C63
    ListProof events;
    Register date{};       // Value in the items of `events`
    Register performer{};  // likewise
    Register by{};         // Truth in those: by one of those named
    Register in_time{};    // likewise: in the window
    Register meant{};      // likewise, all together: a breach of the ban, a use of the power
    Register valid{};      // likewise, of a power: it counts, under whichever power
    // Exceptions judged by the day of each act, in those too (C83); empty when they are the same for all.
    std::vector<ExceptionProof> exceptions{};
    Register excepted{};
    std::optional<ListProof> triggers{};  // `na elke`: one row per trigger for each event
    Register trigger_date{};              // Value in the items of `triggers`
    // The window, in the items of `triggers`, or else in those of `events`.
    FrameId windows{};
    std::optional<ProofOperand> earliest{};
    std::optional<ProofOperand> latest{};
    // Of a power whose window counts from no event: the same days, in the frame of its subject.
    std::optional<ProofOperand> own_earliest{};
    std::optional<ProofOperand> own_latest{};
};
struct StepTimeProof {
    std::optional<ProofOperand> earliest{};  // in the frame of the courses
    std::optional<ProofOperand> latest{};
    Register is_early{};    // Truth: taken before `earliest`
    Register is_overdue{};  // Truth: `latest` has passed and it was not taken in time
    Register is_late{};     // Truth: taken, or to be taken, after `latest`
    Register is_due{};      // Truth: to be taken, and there still is time
};
struct StepProof {                  // C69
    ListProof events;               // at the subject
    Register event_date{};          // Value in their items
    Register performer{};           // likewise
    std::vector<Register> deeds{};  // Truth in those: it is one that the step asks for
    ListProof stray{};              // of those, the ones outside every course
    Register stray_date{};
    // In the frame of the courses.
    Register taken{};  // Value: its row
    Register date{};
    Register is_own{};      // Truth: not left over from the course before
    Register is_skipped{};  // Truth: a later step was taken without it
    Register passed_on{};   // Value: when the next later step was taken
    Register may_skip{};    // Truth
    Register is_broken{};   // Truth: something about it was not as agreed
    Register is_refused{};  // Truth: it is planned, and not allowed like that
    ProofId requirement{};
    std::vector<StepTimeProof> times{};
};
struct CourseDutyProof {
    DutyProof duty{};
    Register done{};  // Truth in the frame of the courses
    Register missed{};
    Register is_due{};
};
struct SkipProof {    // C70
    Register date{};  // Value in the frame of the courses
    ProofId condition{};
    std::optional<CourseDutyProof> provided{};
};
struct ProcedureProof {  // C68
    ListProof starts{};
    Register start_date{};             // Value in their items
    std::optional<ListProof> quiet{};  // C71: the events that break it
    Register quiet_date{};
    std::optional<ProofOperand> quiet_length{};
    FrameId courses{};
    Register all_courses{};  // Truth
    Register last_day{};     // Values in the frame of the courses
    Register last_day_high{};
    Register inherited{};
    std::vector<StepProof> steps{};
    std::vector<SkipProof> skips{};
    std::vector<CourseDutyProof> duties{};
};
// C66: another rule about the same, which may take the place of this one or contradict it.
struct RivalProof {
    model::VersionOfRule other{};
    Register in_force{};  // Truth
    std::optional<ProofOperand> version_date{};
    ProofId in_place{};  // these may be invalid
    ProofId subject_is{};
    ProofId only_if{};
    std::optional<ProofOperand> own{};  // what is compared
    std::optional<ProofOperand> others{};
    Register favours{};  // Truth: the lower of the two is at least as favourable; invalid when nothing is compared
    Register decides{};  // Truth, all together: this rule gives way, or contradicts the other
};
struct RuleVersionProof {
    Register in_force;  // Truth; invalid: always
    std::optional<ProofOperand> version_date;
    ProofId in_place;                 // C2; may be invalid
    ProofId only_if;                  // may be invalid
    ProofId subject_is;               // the sub-kind's condition, when `bij elke` names one; may be invalid
    ProofId requirement;              // may be invalid
    std::optional<ProofOperand> act;  // the date of the guarded act
    std::optional<ProofOperand> curable_until;
    std::optional<LapseProof> lapse;
    std::optional<DutyProof> duty;
    std::optional<TimedActProof> power;
    std::optional<TimedActProof> ban;
    std::optional<ProcedureProof> procedure;
    std::vector<ExceptionProof> exceptions;
    Register unmet;                          // C60, Truth: the duty before it was not met in time; invalid for others
    Register applies;                        // Truth: in force, subject_is and only_if together
    Register required;                       // Truth: the requirement (with lapse)
    Register excepted;                       // Truth: one of the exceptions
    Register outcome;                        // Value: Outcome of this version, see below
    Register own_outcome{};                  // Value: the same without exemptions (C64); invalid when there are none
    std::vector<RivalProof> replaced_by{};   // the rules that depart from this one (C66)
    std::vector<RivalProof> outdone_by{};    // those it departs from, when it does not favour
    std::vector<RivalProof> undecided{};     // of which nobody can say which favours
    std::vector<RivalProof> contradicted{};  // by rules of the same rank
    std::vector<RivalProof> overruled_by{};  // likewise, of a higher rank
    Register alone{};  // Value: the Outcome as if there were none of those; invalid when there are none
    // Truth: a gap behind us alone decides that the requirement fails (C44); invalid: no gap can.
    Register is_beyond_mending{};
    Register blocking{};  // Value: Outcome as it counts for the verdict; invalid unless it is a ban or procedure
};
// A parameter row or table row whose source nobody has checked, and whether it is the row that gives the value.
struct UnverifiedUse {
    Register value{};
    Register used{};  // Truth
    Span where{};
};
struct RuleProgram {
    model::RuleId rule{};
    FrameId frame{};                           // the table frame of its subject's kind
    std::vector<RuleVersionProof> versions{};  // as in the model
    Register outcome{};                        // Value: the Outcome of the rule
    // Truth: whether any version is in force. Invalid: always.
    Register in_force{};
    // Value: of a ban or procedure, the Outcome for acts that can still be stopped; it decides the verdict. Invalid for
    // other rules.
    Register blocking{};
    std::vector<UnverifiedUse> unverified{};  // that its outcome rests on
    Register version{};  // Value: index of the version in force; not Known when that cannot be said. Invalid: always 0
};

// C72-C75: what one thing contributes to what is counted over many cases. In the table frame of what is counted.
struct TallyProgram {
    model::TallyId tally{};
    FrameId frame{};
    Register counts{};                  // Truth: it is counted; of a share, and belongs to the denominator
    Register of{};                      // Truth, of a share: it belongs to the denominator; otherwise invalid
    std::vector<ProofId> conditions{};  // behind those truths
    std::vector<Register> keys{};       // Values by dimension; invalid for a period
    std::vector<ProofOperand> key_proofs{};
    Register moment{};  // Value
    ProofOperand moment_proof{};
    Register bound{};  // Value, of a limit on what is counted, for which no thing of a dimension matters
    // Of a limit that depends on the thing of a dimension: in the table frame of that thing.
    struct OfThing {
        std::size_t dimension = 0;
        FrameId frame{};
        Register bound{};
        ProofOperand proof{};
    };
    std::optional<OfThing> bound_of_thing{};
    int bound_scale = 0;
    struct Swap {  // C88: in the table frame of the event
        FrameId frame{};
        Register counts{};  // Truth: it happened, and what it must satisfy holds
        Register date{};    // Values
        Register number{};
        Register from{};
        Register to{};
        std::vector<Register> keys{};  // by dimension; invalid for that of `from` and `to`, and for a period
    };
    std::optional<Swap> swap{};
};

// C77: the facts of each recipient that a division rests on. In the table frame of the recipients.
struct ApportionmentProgram {
    model::ApportionmentId apportionment{};
    FrameId frame{};               // invalid: it rests on no facts
    std::vector<Register> keys{};  // Values by key, as exact as they are written; invalid for equal parts
    Register tie_value{};          // Value; may be invalid
    int tie_scale = 0;
};

// C77: what is asked of what is left over. In the table frame of the requests.
struct RedistributionProgram {
    model::RedistributionId redistribution{};
    FrameId frame{};
    Register counts{};  // Truth: it happened
    Register date{};    // Values
    Register number{};  // invalid: one
    Register asked_by{};
    std::vector<Register> keys{};  // by dimension; invalid for that of `asked_by`, and for a period
    Register tie_value{};          // may be invalid
};

// charter section 4, in the order in which a report shows them.
enum class Outcome : std::uint8_t {
    Violated,       // overtreden
    Missing,        // ontbreekt
    Conflicting,    // strijdig
    Unknown,        // onbekend
    Pending,        // nog niet verschuldigd
    Exempt,         // vrijgesteld
    Replaced,       // vervangen
    Satisfied,      // voldaan
    NotApplicable,  // niet van toepassing
};
enum class Verdict : std::uint8_t { Allowed, NotAllowed, CannotBeSaid };

struct Program {
    const model::Model* model = nullptr;
    Arena<Frame, FrameId> frames;
    std::vector<Shape> shapes;      // by Register
    std::vector<FrameId> frame_of;  // by Register
    std::vector<Instruction> instructions;
    Arena<Proof, ProofId> proofs;
    std::vector<RuleProgram> rules;                      // by RuleId, one each
    std::vector<TallyProgram> tallies;                   // by TallyId, one each
    std::vector<ApportionmentProgram> apportionments;    // by ApportionmentId, one each
    std::vector<RedistributionProgram> redistributions;  // by RedistributionId, one each
    // Operands that do not fit an instruction: lists of registers, table rows, parameter rows. See instruction.h.
    std::vector<std::vector<std::int64_t>> tables;
    std::vector<calendar::Rhythm> rhythms;                     // C58
    std::vector<std::optional<calendar::Calendar>> calendars;  // by CalendarId; those that some term needs

    Program();
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;
    ~Program();
};

}  // namespace toets::program
