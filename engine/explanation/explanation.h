// The answer about one case, as data: the verdict, what each rule found, from which facts, and who must do what before
// when. It knows no language of its own; to_text, to_json and to_html put it into Dutch or English. Words of the
// agreement are quoted as written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "calendar/series.h"
#include "evaluation/evaluation.h"
#include "model/model.h"
#include "portfolio/standings.h"
#include "program/program.h"

namespace toets::explanation {

using evaluation::Truth;
using program::Outcome;
using program::Verdict;

// ----------------------------------------------------------------------------------------------------------- values

struct NotKnown {
    friend bool operator==(NotKnown, NotKnown) = default;
};
struct KnownNone {  // `geen`
    friend bool operator==(KnownNone, KnownNone) = default;
};
struct YesNo {
    bool value = false;
};
struct Amount {
    std::int64_t cents = 0;
};
struct Number {
    Decimal value;
};
struct Percentage {
    Decimal value;
};
struct HoursPerWeek {
    Decimal value;
};
struct Count {
    std::int64_t value = 0;
};
struct Words {
    std::string text;
};  // a choice, a party, the name of a thing: quoted
using Value =
    std::variant<NotKnown, KnownNone, YesNo, Date, Duration, Amount, Number, Percentage, HoursPerWeek, Count, Words>;

// A line of a file somebody wrote. No file: it was not written anywhere.
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};
struct Fact {
    std::string words;  // "de ondertekendatum van de begeleidingsovereenkomst van de cliënt"
    Value value;
    Place where;
    std::string source;  // `bron` in the case
    std::optional<Date> known_since;
    model::PrivacyClass privacy = model::PrivacyClass::None;
};
// Who acts or supplies. More than one name: each of them, or with `any` one of them.
struct Who {
    std::vector<std::string> names;
    bool any = false;
    friend bool operator==(const Who&, const Who&) = default;
};

// -------------------------------------------------------------------------------------------------------- sentences

enum class Relation { Is, IsNot, AtLeast, AtMost, MoreThan, LessThan, Between, NotAfter, Before, On, NotBefore, After };

// A day that is no working day, and why.
struct FreeDay {
    Date day;
    calendar::FreeDay::Why why = calendar::FreeDay::Why::Weekend;
    std::optional<calendar::Holiday> holiday{};
    std::string source{};  // of a day that a decree made equal to a feast day
};
// What a calendar did with the end of a term, and the article of the Algemene termijnenwet that says so; 0: a calendar
// of the agreement.
struct TermStep {
    enum class What {
        Moved,       // on to the next working day
        Lengthened,  // until it holds two working days
        Excluded,    // too long a term for the statute: it stays
    };
    What what = What::Moved;
    FreeDay counted;  // the last day by counting alone
    Date next;
    int article = 0;
};
struct StoodStill {  // C59: days of a term that did not count
    Date first;
    std::optional<Date> last;      // empty: until further notice
    std::optional<Duration> days;  // of a term in working days only those; with `last`
    bool is_past = false;          // over before the reference date
};
struct Shift {  // "14 dagen vóór 20 maart 2026"
    Duration length;
    bool backward = false;
    Date from;
    std::string written{};      // the length in the words of the agreement: "8 weken"; empty when it is not written out
    bool counts_start = false;  // `vanaf`
    std::vector<FreeDay> skipped{};  // of a length in working days, weekends left out
    std::vector<TermStep> steps{};
    std::optional<Duration> leniency{};  // added to the end that was counted so
    std::vector<StoodStill> stood_still{};
    std::optional<Duration> remaining{};  // of a term that stood still: what is left after the reference date
};
// What was found against what is needed.
struct Comparison {
    std::string subject;  // its words in the agreement
    Value found;
    bool is_lower_bound = false;  // a sum of which only a part is known
    Relation relation = Relation::Is;
    std::vector<Value> needed;  // one of these; Between: the first and the last
    std::optional<Shift> arithmetic;
};
struct Action {
    enum class What {
        Arrange,         // see to it that the sentence becomes true
        Move,            // only another date of the act can still help
        ArrangeAndMove,  // it can still be arranged, but too late for the date of the act
        Repair,          // the act has passed; it may still be put right
        Perform,         // do the event of an obligation
        Try,             // make an effort for it
        Record,          // the term has passed: record what was done
        Refrain,         // do not do what is planned
        Answer,          // the act or term has passed: who was to see to it
    };
    What what = What::Arrange;
    Who who;
    std::string about;                    // the sentence, or the event
    std::optional<Date> until;            // the last day that is in time
    std::optional<Date> before;           // or the day before which it must be done
    std::string act;                      // the words of the guarded act
    std::optional<Date> move_to;          // the act may also move to this day or later
    bool is_today = false;                // the act is on the reference date itself
    std::vector<std::string> evidence{};  // Try, Record: what shows it
};
// A number of a table or parameter that a sentence was measured by.
struct UsedNumber {
    std::string what;           // "de aftoppingsgrens"
    Value value;                // of a table as written: "36 maanden"
    std::string row;            // of a table, its cells as written: "2026, 1 tot en met 2"
    std::optional<Date> since;  // since when the row or version holds
    Place where;
    std::string source;
    bool is_unverified = false;
};

// The days that periods must cover together (C44), or how much of a stretch of days (C45).
struct Stretch {
    Date first;
    Date last;
    [[nodiscard]] std::int64_t days() const { return std::int64_t{last.days} - first.days + 1; }
};
struct PeriodSeen {
    std::string thing;
    Fact first;
    Fact last;  // KnownNone: it still runs
    Truth counts = Truth::Unknown;
};
struct Coverage {
    std::vector<PeriodSeen> periods;
    std::optional<Stretch> needed;
    // C44
    std::optional<Duration> tolerated;   // no interruption when empty
    std::optional<Stretch> gap;          // the first that is too long, when there surely is one
    std::optional<Date> arranged_until;  // the day before it, when that is covered
    std::optional<Date> arrange_before;  // from this day on the gap cannot be filled any more; empty when that has come
    // C45
    std::optional<Duration> length;
    bool is_unbroken = false;
    std::int64_t days = 0;           // covered at most
    std::optional<Stretch> longest;  // without a break; empty when no day is covered
};

// An event that was found and does not make the sentence true.
struct NotCounted {
    enum class Why {
        Later,           // it had not happened on the last day that counts
        OtherParty,      // somebody else did it
        OtherRecipient,  // it was meant for somebody else (`aan`)
        OtherCompanion,  // it was done with somebody else (`met`)
        NoPower,         // it is no use of a power to bring it about (C62)
    };
    Why why = Why::Later;
    std::string event;
    std::optional<Date> date;
    std::optional<Date> last_day;  // Later
    std::string by;                // OtherParty, NoPower
    std::string whom;              // OtherRecipient, OtherCompanion
    std::string power;             // NoPower: the rules that give one
    Place where;
};

struct ShieldDays {  // C83 `tenzij zolang`
    enum class State { Stands, NotBegun, Ended, Unknown };
    State state = State::Unknown;
    std::optional<Date> judged_on;
    std::optional<Date> since;  // empty when it began longer ago than is looked
    std::optional<Date> ended;  // the first day on which it held no more
};
struct Exception;
// How the parts of a sentence make its truth. Each: one part per thing (`voor elke`) or per party.
enum class Joined { NoParts, All, AtLeast, AtMost, Exactly, NoneOf, Each, Definition };

struct Sentence {
    std::string words;
    Place where;
    Truth truth = Truth::Unknown;
    Truth holds = Truth::Unknown;  // true as well when one of its exceptions is
    std::string thing;             // the one thing or party this part is about; often empty
    std::optional<Comparison> comparison;
    std::optional<Coverage> coverage;
    std::vector<Fact> facts;
    std::vector<NotCounted> not_counted;
    Joined joined = Joined::NoParts;
    std::int64_t count = 0;  // with AtLeast, AtMost, Exactly
    std::vector<Sentence> parts;
    std::vector<Sentence> items;  // what was asked of each thing that could have counted ("heeft een ... waarvoor ...")
    std::vector<Exception> exceptions;
    std::vector<Action> actions;
    std::vector<UsedNumber> numbers;
    Who responsible;  // who is to see to it; empty when nobody is named
};
struct ExemptionSeen {  // C64: an exception with an article of its own
    std::string name;
    std::string article;
    std::string document;
    bool is_main_document = true;
    std::optional<Date> version_since;
    Truth in_force = Truth::True;
    Place where;
};
struct Exception {
    Sentence condition;                      // of a shield: on the day that decides
    std::optional<ShieldDays> shield;        // C83
    std::optional<ExemptionSeen> exemption;  // empty: a `tenzij`
    Truth holds = Truth::Unknown;
    std::vector<Exception> exceptions;
};

// --------------------------------------------------------------------------------------------------------- findings

struct Sought {  // a column of a table and the value for which there is no row
    std::string column;
    Value value;
};
struct Missing {
    enum class Why {
        Fact,          // nobody gave it
        Judgement,     // a judgement that is not recorded
        NotComplete,   // a list that may hold more than we know
        NotSupported,  // the sentence is not evaluated yet
        NotANumber,    // known not to be there where a number is compared: 0 may be meant
        NotComputed,   // the calculation has no outcome
        NoRow,         // the table has no row for this case
        NoVersion,     // the parameter has no value on this date
        NoCalendar,    // the calendar does not know which days are free
        NotSeen,       // facts of a class the reader does not see
        NoConsent,     // facts that may not be used, for the consent has ended
    };
    Why why = Why::Fact;
    std::string what;              // in words: the fact, the list, the sentence
    Who who;                       // who supplies or judges; empty when nobody can say
    std::string completed_by;      // NotComplete: the sentence that must hold
    bool is_of_the_act = false;    // a fact of the act or dwelling that a readiness check does not know yet
    std::string question{};        // what is asked as a Dutch question: "of de cliënt jong is"; often empty
    std::string meant_for{};       // C39: the event of which is asked to whom it was; often empty
    std::string done_with{};       // C39: or with whom
    std::vector<Sought> sought{};  // NoRow: the columns; NoVersion, NoCalendar: the date
    model::PrivacyClass privacy = model::PrivacyClass::None;  // NotSeen, NoConsent: the class of the facts
    std::optional<Date> since{};  // NoConsent: the first day without it; empty: it was never given
};
// Somebody can supply it; the others are no question to anybody in the case.
inline bool is_fact(const Missing& missing) {
    return missing.why == Missing::Why::Fact || missing.why == Missing::Why::Judgement ||
           missing.why == Missing::Why::NotComplete || missing.why == Missing::Why::NotANumber;
}

struct Begins {  // C82: the day on which a duty begins, `zodra`
    enum class State {
        Begun,    // since `day`
        NotYet,   // not on `day` either, the last that was looked at
        LongAgo,  // it held on `day` already, the first that was looked at
        Unknown,
    };
    State state = State::Unknown;
    std::optional<Date> day;
    Sentence sentence;  // on that day
};
struct DueTime {  // C58: one of the times a duty returned
    Date due;
    Date last;  // with the leniency
    struct Found {
        std::string who;  // empty when it is the same for all
        calendar::Occurrence::State state = calendar::Occurrence::State::Open;
        std::optional<Date> done_on;
    };
    std::vector<Found> found;
};
struct Window {                 // C62, C63: the days on which an act may or may not be done
    std::optional<Date> first;  // with both days
    std::optional<Date> last;
    std::string trigger;  // "de overlastmelding"; often empty
    std::optional<Date> trigger_date;
};
struct RecordedAct {
    std::string act;  // "de afschaling"
    std::optional<Date> date;
    std::string by;  // who did it, or is to do it
    Place where{};
    bool is_planned = false;  // on the reference date or later
};
struct ForbiddenAct {  // C63
    RecordedAct act;
    std::vector<Window> windows;        // that it falls in; none: it is never allowed
    std::vector<Exception> exceptions;  // C83: that are judged by its day
};
struct UsedPower {  // C62
    Who who;
    std::vector<Window> windows;    // none: always
    std::vector<RecordedAct> used;  // on or before the reference date
    struct NotCounted {
        RecordedAct act;
        enum class Why { OtherParty, OtherTime, NoPower };
        Why why = Why::NoPower;
        std::vector<Exception> exceptions;  // C83: that are judged by its day
    };
    std::vector<NotCounted> not_counted;
    bool is_after_events = false;  // its windows count from events, and are told for what was decided only
    bool is_excepted = false;      // a `tenzij` takes the power away
};

struct Moment {  // C68-C71: something that happened in a procedure, or was to happen
    enum class What {
        Began,       // a course, with this event
        Reported,    // such an event once more
        Taken,       // a step
        TakenAgain,  // a step once more, or after a later one
        NotTheStep,  // an event of that kind by somebody else
        Skipped,     // a step, because a later one was taken
        Done,        // a duty, in time
        NotDone,     // a duty: its last day
        Overdue,     // a step that was not taken: its last day
        Due,         // a step or duty that can still be in time: its last day
        Over,        // the quiet has lasted long enough
        Stray,       // a step while no course ran
    };
    What what = What::Began;
    Date day;
    std::string name;  // the event, step or act
    Who by{};
    bool is_planned = false;           // on the reference date or later
    Truth is_right = Truth::True;      // false: not as agreed
    std::optional<Date> earliest{};    // Taken: it was too early, and allowed from this day
    std::optional<Date> latest{};      // Taken: it was too late; Done: the last day
    std::vector<std::string> unmet{};  // Taken: the sentences it required and that did not hold
    std::string ground{};              // Skipped: the sentence that allows it
};
struct CourseSeen {
    Date first;
    std::optional<Date> last;  // empty: it still runs
    std::vector<Moment> moments;
};
struct NextStep {
    std::string name;
    Who who;
    std::optional<Date> earliest;  // when that is still ahead
    std::optional<Date> latest;
    bool is_allowed = false;      // now
    std::vector<Sentence> needs;  // what it requires and what does not hold yet
};
struct Quiet {  // what ends a course: so long without such an event
    Duration length;
    std::string event;
};
struct Timeline {
    std::vector<CourseSeen> courses;
    std::vector<Moment> strays;
    std::optional<NextStep> next;  // in the course that runs
    std::optional<Quiet> quiet;    // empty: nothing ends a course, or how long is not known
};

struct RivalRule {  // C66: another rule about the same
    enum class Why {
        Departs,            // it took this one's place
        MoreFavourable,     // likewise, because it is at least as favourable
        NotMoreFavourable,  // this one departs from it, and does not favour
        Undecided,          // this one and it depart, and nobody can say which favours
        Contradicts,        // it demands what cannot be met together
        Overrules,          // likewise, and it has a higher rank
    };
    Why why = Why::Departs;
    model::RuleKind kind = model::RuleKind::Precondition;
    std::string rule;
    std::string article;
    std::string document;
    bool is_main_document = true;
    Place where;
    Value own;  // what was compared
    Value others;
};
// Rules that wait for one another (pattern M5), this one first: none of the acts can be the first.
struct DeadlockSeen {
    struct Wait {
        model::RuleKind kind = model::RuleKind::Precondition;
        std::string rule;
        std::string article;
        std::string document;
        bool is_main_document = true;
        Place where;
        std::string act;    // "de sleuteloverdracht"
        std::string first;  // what it waits for: "de start van de begeleiding"
        bool is_always = true;
    };
    std::vector<Wait> waits;
    bool is_possible_at_once = true;  // all of it may happen on the same day
    Who who;  // who is to bring about what this one waits for; may be empty
};
struct Finding {
    model::RuleId id;       // of the rule, and
    std::uint32_t row = 0;  // of the thing it is about
    model::RuleKind kind = model::RuleKind::Precondition;
    std::string rule;
    Outcome outcome = Outcome::Unknown;
    bool is_blocking = false;
    std::string article;  // "artikel 3 lid 1"; the last heading, or empty
    std::string document;
    bool is_main_document = true;
    bool is_in_force = true;  // false: no version is, on the date that counts
    std::optional<Date> version_since;
    bool is_unverified = false;
    Place where;
    std::string subject;               // "de toewijzing", "de aanmelding van de cliënt"
    std::optional<Date> subject_date;  // of one of several events
    bool is_about_root = true;
    std::vector<Sentence> sentences;    // the requirement, or what made the rule not apply
    std::vector<Exception> exceptions;  // `tenzij` of the rule
    std::vector<Action> actions;
    std::vector<Missing> missing;
    std::string ground;   // Exempt, NotApplicable: the sentence that decided; by lapse: the event that stayed away
    std::string only_in;  // NotApplicable: the place where its document holds
    std::vector<RivalRule> rivals;  // Replaced, Conflicting
    // Exempt: what it would have been without the exemption; empty when a `tenzij` excuses. Replaced, Conflicting: what
    // it would have been without the other rule.
    std::optional<Outcome> own_outcome;
    std::string act;  // words of the guarded act; empty for obligations
    std::optional<Date> act_date;
    std::optional<Date> term;                // obligations: the last day that is in time
    std::optional<Shift> arithmetic;         // how that day was calculated
    std::optional<Date> term_from;           // the first day that is in time, of a window that is still ahead
    std::optional<Date> term_at_most;        // overdue: the last day is not known, but it was no later than this one
    std::string starts_with;                 // the term has not started: the event it waits for
    std::optional<Begins> begins;            // C82
    std::optional<Date> done_early_on;       // before the first day that is in time
    std::optional<Date> term_at_least;       // the last day is not known, but it is no earlier than this one
    std::optional<Date> stands_still_since;  // C59: the term stands still until further notice, so it has no last day
    std::optional<Date> done_on;
    std::vector<std::string> not_done_by;  // of those who must each do it
    std::vector<NotCounted> not_counted;   // obligations: events by or for somebody else, while it is still to be done
    model::RuleKind default_kind = model::RuleKind::Obligation;
    std::string default_of;               // C60: the duty that was not met
    std::vector<DueTime> times;           // of a duty that returns, up to the next one
    std::vector<ForbiddenAct> forbidden;  // of a ban
    std::optional<Timeline> timeline;     // of a procedure
    std::string never_began;              // of a procedure: the event it would begin with
    std::optional<UsedPower> power;
    std::vector<std::string> evidence;  // C61: what shows the effort: "een zoekactie"
    std::string shown_by;               // C61: what showed it: "de zoekactie"
    std::optional<Date> judged_on;      // the reference date
    bool is_lapsed = false;             // satisfied because an answer stayed away
    bool waits_for_act = false;         // readiness check: unknown only because the act or dwelling is not known yet
    Who responsible;                    // who is to see to it; empty when nobody is named
    std::string event;                  // obligations: "een melding aan de gemeente"; what must happen
    std::optional<Date> not_before;     // obligations: the first day that counts
    bool is_beyond_mending = false;     // violated before the act: days that had to be covered are over
    std::vector<model::NotYetPart> not_yet;  // clauses of this rule that are not evaluated yet
    std::vector<DeadlockSeen> deadlocks;
    std::vector<std::string> not_consented;  // C84: whose consent keeps the rule out of force
    bool is_in_doubt = false;  // C84: whether a version is in force cannot be said, for a reason of the agreement itself
};

struct RuleName {
    model::RuleKind kind = model::RuleKind::Precondition;
    std::string name;
};
// Rules about a kind of thing of which the case has none.
struct WithoutSubject {
    std::string kind;
    std::vector<RuleName> rules;
};
struct NotEvaluated {  // of a construct that is not supported yet
    std::string keyword;
    std::string name;
    std::string article;
    Place where;
};
struct FailedCalculation {
    evaluation::CalculationError::What what;
    std::vector<RuleName> rules;  // that rest on it
    std::string words;            // of the agreement; may be empty
    Place where;
    bool is_by_day = false;  // looked at on each of many days
};
// When it becomes possible if nothing but time passes. Findings are named by their place in Answer::findings.
struct Outlook {
    struct Possible {
        Date first;
        std::optional<Date> last;           // empty: as far as was looked
        std::vector<std::size_t> ended_by;  // what does not hold any more on the day after the last
    };
    struct Moved {  // goes along with the act
        std::string what;
        Date date;
    };
    struct OnlyIn {  // holds on some days, but never on those on which the others do
        std::size_t finding = 0;
        Date first;
        std::optional<Date> last;
    };
    struct Coming {
        enum class What { Due, Expires };
        What what = What::Due;
        Date last;  // the last day that is in time, or on which it still holds
        std::size_t finding = 0;
    };
    std::string act;  // "de sleuteloverdracht"; empty when no rule is about an act that is still to come
    Who planned_by;   // who says when it is; often nobody is named
    Date looked_until;
    std::optional<Possible> possible;
    bool needs_more = false;  // what is in the way must be dealt with too
    std::vector<Moved> moved;
    std::vector<std::size_t> in_the_way;  // on no day, however long one waits
    std::vector<OnlyIn> never_together;
    std::vector<Coming> until_then;  // by date
};

// A document, or one rule of it, that ends soon and of which no later version is known.
struct Expiring {
    std::string name;
    Date last;
};

// C84: what was recorded about the agreement itself, and decides whether it is in force.
struct ForceNote {
    enum class What {
        ConsentMissing,  // of `parties`: not in force
        ConsentUndated,  // of `parties` nobody knows when: it may be in force
        ConsentLate,     // in force only from `date`, when the last of them consented
        Renewed,         // through `last`: nobody gave notice in time, by `date`
        RenewalOpen,     // runs through `last`; notice can be given by `date`
        Ends,            // on `last`, by the notice of `parties` on `date`
        NoticeLate,      // that of `parties` on `date` came too late for the term that ended on `last`
        NoticeUndated,   // of that of `parties` nobody knows when: it may end on `last`
    };
    What what = What::ConsentMissing;
    std::string name;  // "convenant uitstroom"
    std::vector<std::string> parties;
    std::optional<Date> date;
    std::optional<Date> last;
    Place where;
};
// C8: a party of the case that another has succeeded.
struct SuccessionNote {
    std::string party;
    std::string successor;
    Date from;
    Place where;
};

// Why no condition of the agreement was judged at all, so that nothing can be said.
enum class NothingJudged { No, NotInForce, NoSubject, NoRules };

// C72-C75: what the case does to one contingent, spread or share of a register.
struct TallyPosition {
    struct Part {
        std::string dimension;  // "corporatie"
        std::string value;      // empty when it is not known
    };
    struct UsedBy {
        std::string label;
        std::optional<Date> date;
        std::optional<Date> late_in;  // known only on this day, when its own year was closed
        bool is_sure = true;
    };
    struct Swap {  // C88: a number that was handed over from here or to here
        std::string label;
        std::optional<Date> date;
        std::optional<std::int64_t> count;
        bool is_received = false;
        std::string other;  // with whom
        std::string giver;
        portfolio::SwapOfNumbers::State state = portfolio::SwapOfNumbers::State::Counts;
    };
    struct HandedOn {      // C77
        std::string name;  // of the division
        Date date;
        std::optional<portfolio::Between> gives;  // empty: not known
        std::optional<portfolio::Between> gets;
    };
    struct Succeeded {  // C8
        std::string party;
        Date from;
    };
    struct Turn {                        // C89
        std::vector<std::string> names;  // empty: it cannot be said
        std::int64_t left = 0;
        std::string own;         // of this combination
        std::string decided_by;  // of several; empty: lots are drawn
    };
    model::TallyKind kind = model::TallyKind::Contingent;
    std::string name;
    std::string article;
    std::string document;
    bool is_main_document = true;
    bool is_unverified = false;
    Place where;
    std::string counted;  // what is counted, in the plural: "toewijzingen"
    std::string counted_one;
    std::vector<Part> key;
    Outcome outcome = Outcome::Unknown;
    bool is_share = false;
    bool is_blocking = false;       // it keeps the case out
    bool is_of_whole_only = false;  // of a share: the case does not count here, and makes the whole larger
    std::int64_t threshold = 0;
    // Empty: it cannot be said for which combination the case counts.
    std::optional<portfolio::Standing> before;
    std::optional<portfolio::Standing> after;
    std::vector<UsedBy> used_by;      // the other cases that count there, by date
    std::size_t used_by_more = 0;     // after those
    std::vector<Swap> swaps;          // by date
    std::vector<HandedOn> handed_on;  // by date
    std::vector<Succeeded> succeeded;
    std::optional<Turn> turn;  // before the case, or as it stands
    std::vector<Missing> missing;
};

// C78: a rule that cannot be judged from what the reader sees. Everything in it follows from the agreement, from what
// the reader does see and from the verdict; nothing else of it is told.
struct NotShown {
    enum class State { NotSaid, InOrder, NotInOrder, CannotBeSaid };
    model::RuleId rule;  // invalid: of a tally
    std::optional<model::TallyKind> tally;
    model::RuleKind kind = model::RuleKind::Precondition;
    std::string name;
    std::string article;
    std::string document;
    bool is_main_document = true;
    Place where;
    bool is_blocking = false;
    State state = State::NotSaid;
    std::vector<model::PrivacyClass> classes;  // of the facts that are not seen
    std::vector<std::string> texts;            // `wordt getoond als`
    Who who;                                   // who can see to it, or supplies those facts; may be empty
    std::vector<Missing> missing;              // what is seen, and not known
};
struct SeenBy {
    std::string role;  // "de corporatie"
    std::vector<model::PrivacyClass> classes;
    // What the verdict gives away about the rules that are not shown, taken together.
    enum class Together { Nothing, InOrder, OneIsNotInOrder, OneCannotBeSaid };
    Together together = Together::Nothing;
    std::vector<NotShown> not_shown;
};

struct Answer {
    std::string label;
    std::string root;                 // "toewijzing"
    std::vector<std::string> things;  // names of the things the root refers to
    std::optional<Date> reference_date;
    bool is_readiness_check = false;
    std::string readiness_of;  // "de huurder"
    // With what was known on this day; without it in hindsight, with everything the case tells.
    std::optional<Date> known_on;
    std::size_t left_out = 0;      // facts and things that were not known on that day yet
    bool is_in_hindsight = false;  // something became known only after the day that is judged, and counts
    Verdict verdict = Verdict::CannotBeSaid;
    NothingJudged nothing_judged = NothingJudged::No;
    std::vector<Finding> findings;  // in the order of Outcome, then of the agreement
    std::optional<Outlook> outlook;
    std::vector<Expiring> expiring;
    std::vector<ForceNote> force;
    std::vector<SuccessionNote> successions;
    std::vector<WithoutSubject> without_subject;
    std::vector<NotEvaluated> not_evaluated;
    std::vector<TallyPosition> positions;
    std::vector<NotEvaluated> counts_not_in;   // with a register: what is counted in which this case has no part
    std::vector<NotEvaluated> needs_register;  // what is counted over all cases, when no register was given
    std::vector<NotEvaluated> divides;         // what is divided by facts of a register: the monitor shows it
    std::vector<FailedCalculation> failed;
    // C78: rules about things of which facts may not be used, so that nobody knows whether there are any.
    std::vector<RuleName> without_consent;
    std::optional<SeenBy> seen_by;  // empty: somebody who sees everything
};

}  // namespace toets::explanation
