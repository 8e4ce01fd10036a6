// Turns the sentences of a model into instructions and proofs. One file a family: values, arithmetic, lists,
// definitions and tables, conditions, events, rules.
#pragma once

#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "program/builder.h"
#include "program/operand.h"

namespace toets::program {

// Where a sentence stands: its frame, the things its variables name, the date that chooses versions, the last day on
// which an event counts as having happened (invalid: it does not matter when), and the day that is taken for the
// reference date (invalid: that date itself).
struct Scope {
    FrameId frame;
    std::vector<std::pair<model::VariableId, Register>> things;
    Register date;
    Register last_event{};
    Register today{};
    Register judged_on{};  // of a `tenzij zolang`, when that is another day than the last event's
    // On which somebody is itself or a successor (C8); invalid: the reference date.
    Register party_day{};

    [[nodiscard]] Register thing(model::VariableId variable) const;
    [[nodiscard]] Scope with(model::VariableId variable, Register thing, FrameId inner) const;
};

class Compiler {
public:
    Compiler(const model::Model& model, Program& program, Diagnostics& diagnostics);
    RuleProgram rule(model::RuleId id);
    TallyProgram tally(model::TallyId id);
    ApportionmentProgram apportionment(model::ApportionmentId id);
    RedistributionProgram redistribution(model::RedistributionId id);
    // Everything unverified that the program made so far may rest on.
    [[nodiscard]] const std::vector<UnverifiedUse>& unverified() const { return unverified_; }

private:
    // A condition made into instructions: its proof, and the truth in it.
    struct Proved {
        ProofId proof;
        Register truth;
    };
    using Comparison = model::Comparison;

    // compile_value.cpp
    Operand expression(model::ExpressionId id, const Scope& scope);
    Operand expression_of(const model::Expression& expression, model::ExpressionId id, const Scope& scope);
    Operand field(const model::FieldOf& use, const Scope& scope);
    Operand as_recorded(const model::FieldOf& use, const Scope& scope);
    Operand field_of(Register thing, model::FieldId field, const Facts& facts, const Scope& scope);
    Operand constant(std::int64_t value, int scale);
    Operand unknown_value();
    Operand parameter(const model::ParameterValue& use, const Scope& scope);
    Operand shifted(const model::ShiftedDate& shifted, model::ExpressionId where, const Scope& scope);
    [[nodiscard]] bool needs_calendar(const model::ShiftedDate& shifted, const Operand& duration) const;
    Operand shifted_by_calendar(Operand date, const Operand& duration, const model::ShiftedDate& shifted,
                                model::ExpressionId where);
    const calendar::Calendar& needed_calendar(model::CalendarId id);
    Operand shifted_by(Operand date, const Operand& duration, bool is_backward);
    Operand year(const model::YearOf& year, const Scope& scope);
    Operand counted(const model::CountOf& count, const Scope& scope);
    Operand summed(const model::SumOf& sum, model::ExpressionId where, const Scope& scope);
    Operand extreme_of(const model::ExtremeOf& extreme, const Scope& scope);
    Operand extreme_over(const model::ExtremeOver& extreme, const Scope& scope);

    // compile_moment.cpp: one thing out of a list, by time
    Operand period_on(const model::PeriodOn& period, model::ExpressionId where, const Scope& scope);
    enum class OnOneDay { MustBeOne, AnyWillDo };
    Operand event_at(const model::EventAt& event, OnOneDay several, model::ExpressionId where, const Scope& scope);
    Operand picked_thing(const model::FieldOf& use, const Scope& scope);

    // compile_days.cpp: a condition on each of the days up to the reference date
    struct EachDay {
        FrameId frame;
        Register day;    // Value in the frame
        Register truth;  // likewise
    };
    EachDay each_day(model::ConditionId id, const Scope& scope);
    [[nodiscard]] static Scope on_day(Register day, FrameId frame, const Scope& scope);
    Operand first_day(const model::FirstDay& first, const Scope& scope);

    // compile_suspension.cpp
    Operand suspended(const model::SuspendedTerm& term, model::ExpressionId where, const Scope& scope);
    StandstillProof standstill(const model::Suspension& suspension, const Scope& scope);

    // compile_arithmetic.cpp
    Operand arithmetic(const model::Arithmetic& arithmetic, model::ExpressionId where, const Scope& scope);
    Operand combined(Operation operation, Operand left, Operand right, model::ExpressionId where);
    Operand product(const Operand& left, const Operand& right, model::ExpressionId where);
    Operand too_many_decimals(const Operand& left, const Operand& right, model::ExpressionId where);
    Operand divided(const Operand& left, const Operand& right, model::ExpressionId where);
    Operand percentage(const model::PercentageOf& part, model::ExpressionId where, const Scope& scope);
    Operand rounded(Operand operand, int scale, model::Rounding rounding);
    Operand scaled(Operand operand, int scale);
    Operand without_divisor(Operand operand, model::ExpressionId where);
    Operand picked(Operand left, Operand right, model::Extreme extreme);
    Operand settled(const Operand& operand);
    enum class Compares { Dates, Numbers, Durations };
    [[nodiscard]] Compares what_is(model::ExpressionId id) const;
    // The truth, false when the thing whose value is compared is known not to be there.
    Register when_there(Register truth, model::ExpressionId subject, const Scope& scope);
    // `where`: of durations, the sentence part a failure is reported at.
    Register compared(Operand left, Comparison comparison, Operand right, Compares what = Compares::Dates,
                      model::ExpressionId where = {});
    Register compared_ratios(const Operand& left, Comparison comparison, const Operand& right);

    // compile_list.cpp
    ListOperand list(model::ExpressionId id, const Scope& scope);
    ListOperand list_field(Register thing, model::FieldId field, Facts facts, const Scope& scope);
    ListOperand list_of_one(Register thing, model::KindId kind, Facts facts, const Scope& scope);
    ListOperand list_of(model::ExpressionId id, const Scope& scope);
    ListOperand path(const model::FieldOfEach& path, model::ExpressionId where, const Scope& scope);
    Proved declared_complete(const model::Field& field, Register thing, const Scope& scope);
    Items enter(const ListOperand& list, const Scope& scope);
    // The items with the thing and its filter in scope.
    struct Entered {
        Items items;
        Scope scope;
        ProofId filter;
        Register complete;  // in the frame outside
    };
    Entered enter(const ListOperand& list, model::VariableId item, model::ConditionId filter, const Scope& scope);
    Register over_items(Operation operation, Register value, const Entered& entered, const Scope& scope,
                        std::uint8_t detail, model::ExpressionId where = {});
    Operand item_count(const Entered& entered, const Scope& scope);
    FactUse leave_out_later(Entered& entered, model::KindId kind, const Scope& scope);
    void remember(Operand& operand, const ListOperand& list, const Entered& entered);

    // compile_definition.cpp
    // Definition, sub-kind or table and its column; self; date; last day of an event; today ...; frame; generation.
    using Key = std::tuple<std::uint64_t, Register, Register, Register, Register, Register, Register, FrameId, int>;
    [[nodiscard]] Key key_of(std::uint64_t name, Register self, const Scope& scope) const;
    Operand derived(const model::DerivedValue& use, const Scope& scope);
    Operand property_value(model::DefinitionId id, Register self, const Scope& scope);
    Operand definition_value(const model::Definition& definition, const Scope& scope);
    Proved property(model::DefinitionId id, Register self, const Scope& scope);
    Proved definition_condition(const model::Definition& definition, const Scope& scope);
    Proved sub_kind(model::SubKindId id, Register thing, const Scope& scope);
    Operand table_value(const model::TableValue& use, model::ExpressionId where, const Scope& scope);
    Operand table_result(const model::DecisionTable& table, std::size_t result, model::ExpressionId where,
                         const Scope& scope);
    std::vector<Register> hits(const model::DecisionTable& table, const Scope& scope, std::vector<ProofId>& proofs);
    Register within(const model::Validity& validity, Register date);
    Register last_sure_day(const model::Validity& validity, Register date);
    void note_unverified(Register value, Register used, Span where);
    Scope definition_scope(Register self, model::VariableId variable, const Scope& scope) const;
    Register select(std::span<const std::pair<Register, Register>> choices, Operation operation, std::uint8_t none);

    // compile_condition.cpp, compile_count.cpp, compile_event.cpp: each leaves its truth in the proof
    Proved condition(model::ConditionId id, const Scope& scope);
    Register truth_of(const model::Condition& condition, Proof& proof, const Scope& scope);
    Register is_one_of(const model::IsOneOf& is, Proof& proof, const Scope& scope);
    Register comparison(const model::Compared& compared, Proof& proof, const Scope& scope);
    Register between(const model::Between& between, Proof& proof, const Scope& scope);
    Register aged(const model::Aged& aged, Proof& proof, const Scope& scope);
    Register yes_no(const model::YesNoHolds& holds, Proof& proof, const Scope& scope);
    Register property_holds(const model::PropertyHolds& holds, Proof& proof, const Scope& scope);
    Register belongs_to(const model::BelongsTo& belongs, Proof& proof, const Scope& scope);
    Register present(const model::Present& present, Proof& proof, const Scope& scope);
    Register contains_any(const model::ContainsAny& contains, Proof& proof, const Scope& scope);
    Register contains_all(const model::ContainsAll& contains, Proof& proof, const Scope& scope);
    Register set_complete(model::ExpressionId set, const Operand& operand, Proof& proof, const Scope& scope);
    Register date_is(const model::DateIs& date, Proof& proof, const Scope& scope);
    Register date_between(const model::DateBetween& date, Proof& proof, const Scope& scope);
    Register has_count(const model::HasCount& has, Proof& proof, const Scope& scope);
    Register for_each(const model::ForEach& each, Proof& proof, const Scope& scope);
    Register legs(const model::Legs& legs, Proof& proof, const Scope& scope);
    Register has_done(const model::HasDone& done, Proof& proof, const Scope& scope);
    Register runs_on(const model::RunsOn& runs, Proof& proof, const Scope& scope);

    // compile_party.cpp
    [[nodiscard]] bool changes(const model::Type& type) const;
    [[nodiscard]] bool has_members_for_a_time() const;
    Register party_day(const Scope& scope);
    Register in_place_of(Register organisation, Register day);
    Operand known_as(Operand operand, model::ExpressionId id, const Scope& scope);
    Register acts_for(Register performer, Register holder, Register day);
    Register is_itself(Register organisation, Register day);
    Register is_party(const model::IsParty& is, Proof& proof, const Scope& scope);

    // compile_period.cpp
    struct Periods {
        ListOperand list;
        Entered entered;
        Operand first;  // in the items
        Operand last;
    };
    Periods periods(model::ExpressionId id, const Scope& scope);
    void show_periods(Proof& proof, model::ExpressionId id, const Periods& periods, const Scope& scope);
    Register over_periods(Instruction instruction, const Periods& periods, const Operand& from, const Operand& until,
                          std::initializer_list<Register> more, const Scope& scope);
    Register runs_from_to(const model::RunsFromTo& runs, Proof& proof, const Scope& scope);
    Register runs_for(const model::RunsFor& runs, Proof& proof, const Scope& scope);

    // compile_interruption.cpp: a requirement once more, to tell a lasting gap from one that can be filled (C44)
    enum class View {
        UpToNow,     // every day after the reference date counts as covered
        PeriodsOnly  // the same, and everything but the periods may still become true or false
    };
    [[nodiscard]] bool asks_for_cover(model::ConditionId id) const;
    Register past_mending(const model::RuleVersion& version, RuleVersionProof& proof, Register past,
                          const Scope& scope);
    Register requirement_in(View view, model::ConditionId id, const Scope& scope);
    Register viewed(View view, model::ConditionId id, const Scope& scope);
    Register stands_firm(const Operand& date, Register now, const Scope& scope);
    Register cover_viewed(View view, const model::RunsFromTo& runs, const Scope& scope);
    Register legs_viewed(View view, const model::Legs& legs, const Scope& scope);
    Register each_viewed(View view, const model::ForEach& each, const Scope& scope);
    Register count_viewed(View view, const model::HasCount& has, const Scope& scope);
    Register definition_viewed(View view, model::DefinitionId id, Register self, const Scope& scope);

    Register counted_truths(std::span<const Register> truths, model::Quantifier quantifier, std::int64_t count);
    Register quantified(model::Quantifier quantifier, const Operand& number, const Operand& count);
    void show_items(Proof& proof, const ListOperand& list, const Entered& entered);
    void show(Proof& proof, model::ExpressionId id, const Operand& operand, const Scope& scope);
    Operand shown(Proof& proof, model::ExpressionId id, const Scope& scope);
    ProofOperand to_proof(const Operand& operand, model::ExpressionId id, const Scope& scope);
    ProofId add_proof(Proof proof);
    std::vector<ExceptionProof> exceptions(const std::vector<model::Exception>& exceptions, const Scope& scope);
    Register any_of(const std::vector<ExceptionProof>& exceptions);
    // compile_exemption.cpp: the version's `tenzij` and the exemptions that may take it away
    std::vector<ExceptionProof> grounds(const model::RuleVersion& version, const Scope& scope);
    ExceptionProof exemption(const model::ExemptedBy& by, const Scope& scope);
    // compile_precedence.cpp: rules beside each other (C66)
    RivalProof rival(model::VersionOfRule other, model::ExpressionId subject, const Scope& scope, Scope& theirs);
    Register favours(const model::Precedence& precedence, RivalProof& proof, const Scope& scope, const Scope& theirs);
    Register gives_way(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope);
    Register contradicted(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope);
    Register beside_others(const model::RuleVersion& version, RuleVersionProof& proof, Register outcome,
                           const Scope& scope);
    Register is_replaced(const model::RuleVersion& version, const Scope& scope);
    Register without_exemptions(const model::Rule& rule, const model::RuleVersion& version, const Scope& scope);

    // compile_event.cpp
    Register runs_within(Register thing, model::KindId kind, const Operand& date, Facts& facts, const Scope& scope);
    // Who did it, towards whom, with whom: one truth (in the items) for every event that is asked for.
    struct Deed {
        model::Actors by, towards, together_with;
        model::KindId kind;
    };
    struct DeedTruths {
        std::vector<std::vector<Register>> groups{};  // per actor of `by`, each of its groups asks for one event
        Operand performer{};
        Facts facts{};
        DeedProof asked{};  // whether it was by, towards and with any of those who were asked for
        bool any = false;
    };
    DeedTruths deeds(const Deed& deed, Register event, const Scope& scope);
    DeedProof lifted(const DeedProof& deed, FrameId items);
    // For each event of a list: whether it counts as a deed that was asked, and as which of them. Several when each of
    // the actors must act, otherwise one.
    struct AskedDeeds {
        Register any;
        std::vector<Register> each;
    };
    AskedDeeds asked_deeds(const DeedTruths& deeds, const Entered& entered);
    // The events a rule is about, with who did each and when.
    struct Acts {
        ListOperand events;
        Entered entered;
        DeedTruths deeds;
        Operand date;
    };
    Acts acts(const model::Actors& who, const model::EventsAsked& asked, ListOperand events, const Scope& scope);
    Acts recorded_acts(const model::TimedAct& act, const Scope& scope);
    std::vector<Register> actor_truths(const model::Actors& actors, model::FieldId field, Register event, Facts& facts,
                                       const Scope& scope);
    Register day_of(model::FieldId field, Register event, Facts& facts, const Scope& scope);
    Register is_actor(const model::Actor& actor, const Operand& performer, Register day, Facts& facts,
                      const Scope& scope);
    Register matches_holder(const model::Actor& actor, Register performer, Register day, Facts& facts,
                            const Scope& scope);

    // compile_shield.cpp
    Register shield(const model::Shield& shield, Proof& proof, const Scope& scope);
    [[nodiscard]] FrameId frame_of_things(const Scope& scope) const;
    void except(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope);
    std::optional<Register> excepted_acts(const model::RuleVersion& version, const Acts& acts, TimedActProof& proof,
                                          const Scope& scope);

    // compile_rule.cpp, compile_duty.cpp, compile_assumption.cpp
    struct Versioned {
        RuleVersionProof proof;
        Register in_force;
        Register outcome;  // as if this version were in force, when there are several
    };
    Versioned version(const model::Rule& rule, const model::RuleVersion& version, FrameId frame);
    Register in_force(const model::Rule& rule, const model::RuleVersion& version, RuleVersionProof& proof,
                      Scope& scope);
    enum class OneOf { Several, Only };
    Register in_force(OneOf versions, const model::RuleVersion& version, std::optional<ProofOperand>& version_date,
                      Scope& scope);
    // Of a rule, an exemption and a rule beside it: the thing is of the sub-kind that `bij elke` names, in the place of
    // the document.
    template <class Version, class Proof>
    Register is_about(const Version& version, Proof& proof, const Scope& scope) {
        Register truth = builder_.truth(2);
        const model::SubKindId only = model_.variables[version.subject].only;
        if (only.is_valid()) {
            const Proved is_one = sub_kind(only, scope.thing(version.subject), scope);
            proof.subject_is = is_one.proof;
            truth = builder_.conjunction(truth, is_one.truth);
        }
        if (version.in_place.is_valid()) {
            const Proved is_here = condition(version.in_place, scope);
            proof.in_place = is_here.proof;
            truth = builder_.conjunction(truth, is_here.truth);
        }
        return truth;
    }
    Register judged(const model::Rule& rule, const model::RuleVersion& version, RuleVersionProof& proof,
                    const Scope& scope);
    Register judged_precondition(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                                 const Scope& scope);
    Register judged_duty(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                         const Scope& scope);
    Register unmet(const model::RuleVersion& version);
    Register judged_ban(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                        const Scope& scope);
    Register in_window(const model::TimedAct& act, TimedActProof& proof, const Operand& date, const Scope& scope);
    Register in_any_window(const model::TimedAct& act, TimedActProof& proof, const Operand& date, const Scope& scope);
    TimedActProof timed_act(const model::TimedAct& act, const Acts& acts);
    // compile_power.cpp
    Register judged_power(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                          const Scope& scope);
    Proved counts_at_all(model::KindId id, Register event, const Scope& scope);
    Register empowered(const model::Empowered& condition, Proof& proof, const Scope& scope);
    Register is_use(const model::Empowered::Power& power, Register event, Proof& proof, const Scope& scope);
    Register has_power(const model::Rule& rule, const model::RuleVersion& version, Proof& proof, Scope& scope);

    // compile_tally.cpp
    Register asked_of_counted(const model::Tally& tally, TallyProgram& result, const Scope& scope);
    Register belongs(model::VariableId things, model::ConditionId filter, TallyProgram& result, const Scope& scope);
    Operand bound_of(const model::Tally& tally, const Scope& scope);
    void limit_of(const model::Tally& tally, TallyProgram& result, const Scope& scope);
    TallyProgram::Swap swap(const model::Swap& swap);

    // compile_procedure.cpp
    Register judged_procedure(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                              const Scope& scope);
    Register find_courses(const model::Procedure& procedure, ProcedureProof& proof, std::vector<std::int64_t>& table,
                          const Scope& scope);
    void add_step_events(const model::Step& step, StepProof& proof, std::vector<std::int64_t>& table,
                         const Scope& scope);
    Scope enter_courses(const model::Procedure& procedure, ProcedureProof& proof, Register courses, const Scope& scope);
    void pass_steps(ProcedureProof& proof, const Scope& course);
    void judge_skips(const model::Procedure& procedure, ProcedureProof& proof, const Scope& course);
    void judge_step(const model::Step& step, StepProof& proof, const ProcedureProof& all, const Scope& course);
    StepTimeProof judge_time(const model::StepTime& time, const StepProof& step, const ProcedureProof& all,
                             const Scope& course);
    CourseDutyProof judge_course_duty(const model::Duty& duty, Register applies, const Scope& course);
    Register has_planned_step(const model::Procedure& procedure, const ProcedureProof& proof, const Scope& scope);
    void find_strays(const model::Step& step, StepProof& proof, Instruction instruction,
                     const std::vector<std::int64_t>& table, const Scope& scope);
    Register in_courses(Register truth, const ProcedureProof& proof, const Scope& scope);
    Scope until(Register date, const Scope& course);
    Operand value_of(Register value);
    static ListProof to_list_proof(const ListOperand& list, const Entered& entered);
    Register judge(Operation operation, std::span<const Register> truths, FrameId frame);
    Register lapse(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope);
    Register last_event_in(const Scope& scope);
    Register last_event(const model::RuleVersion& version, const Scope& scope);
    Register act_is_past(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope);
    std::optional<Operand> act_date(const model::RuleVersion& version, const Scope& scope);
    Register in_time(const model::Duty& duty, DutyProof& proof, const Scope& scope);
    Scope on_last_open_day(const DutyProof& duty, const model::EventsAsked& asked, const Scope& scope);
    void look_for(const model::Duty& duty, const model::EventsAsked& asked, std::vector<Register>& done,
                  DutyProof& proof, const Scope& scope);
    Register judged_series(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                           const Scope& scope);
    Register within_term(const model::Duty& duty, const Operand& date, const Scope& scope);
    Register first_date(const Entered& entered, Register date, Register counts, const Scope& scope);
    Operand latest(const model::Duty& duty, const Scope& scope);
    Operand now(const Scope& scope);
    Register any_event(const Entered& entered, Register deed, const Scope& scope);
    Register decided_by_every_value(const model::Rule& rule, const model::RuleVersion& version, Register outcome,
                                    const Scope& scope);
    Register conflict_admitted(const model::Rule& rule, const model::RuleVersion& version, Register outcome,
                               const Scope& scope);
    Register tried(const model::Rule& rule, const model::RuleVersion& version, const Scope& scope);
    [[nodiscard]] bool rests_on_exact_table(const model::RuleVersion& version) const;
    std::vector<Register> repeated_facts(Register outcome, FrameId frame) const;
    std::size_t values_of(Register fact) const;
    Register reference_date(FrameId frame);
    [[nodiscard]] FrameId table_frame_of(FrameId frame) const;
    bool is_too_deep(Span where);
    bool is_given_up();

    class Depth;  // counts definitions within definitions while it lives
    // While it lives, what is made has no proofs, and definitions of its own.
    class Apart {
    public:
        explicit Apart(Compiler& compiler)
            : compiler_(compiler), was_assuming_(compiler.is_assuming_), generation_(compiler.generation_) {
            compiler_.is_assuming_ = true;
            compiler_.generation_ = ++compiler_.last_generation_;
        }
        ~Apart() {
            compiler_.is_assuming_ = was_assuming_;
            compiler_.generation_ = generation_;
        }
        Apart(const Apart&) = delete;
        Apart& operator=(const Apart&) = delete;

    private:
        Compiler& compiler_;
        bool was_assuming_;
        int generation_;
    };

    const model::Model& model_;
    Program& program_;
    Diagnostics& diagnostics_;
    Builder builder_;
    std::vector<UnverifiedUse> unverified_;
    int depth_ = 0;
    bool is_given_up_ = false;
    bool is_assuming_ = false;
    bool ignores_exemptions_ = false;
    std::optional<std::uint8_t> settles_conflicts_;  // 0: the first of the rows that fit counts, 1: the last
    int last_generation_ = 0;
    int generation_ = 0;  // which assumptions hold; definitions are remembered apart for each
    std::map<Key, Operand> values_;
    std::map<Key, Proved> truths_;
    std::map<Key, Register> viewed_;
};

}  // namespace toets::program
