// The agreement understood: every name resolved, every expression typed, every rule with its source. The model is what
// the program is compiled from, what cases are read against, and what explanations quote.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/ids.h"
#include "base/source_text.h"
#include "calendar/calendar.h"
#include "calendar/series.h"

namespace toets::model {

using DocumentId = Id<struct DocumentTag>;
using CalendarId = Id<struct CalendarTag>;
using KindId = Id<struct KindTag>;
using SubKindId = Id<struct SubKindTag>;
using FieldId = Id<struct FieldTag>;
using ChoiceListId = Id<struct ChoiceListTag>;
using RoleId = Id<struct RoleTag>;
using PartyId = Id<struct PartyTag>;
using ParameterId = Id<struct ParameterTag>;
using DefinitionId = Id<struct DefinitionTag>;
using TableId = Id<struct TableTag>;
using RuleId = Id<struct RuleTag>;
using ExemptionId = Id<struct ExemptionTag>;
using TallyId = Id<struct TallyTag>;
using ApportionmentId = Id<struct ApportionmentTag>;
using RedistributionId = Id<struct RedistributionTag>;
using ExampleId = Id<struct ExampleTag>;
using VariableId = Id<struct VariableTag>;
using ExpressionId = Id<struct ExpressionTag>;
using ConditionId = Id<struct ConditionTag>;

// ------------------------------------------------------------------------------------------------------------ names

struct Name {
    std::string text;     // as declared, without its article: "openstaande bedrag"
    std::string article;  // "de", "het" or empty
    std::string plural;   // empty when none was declared
    std::vector<std::string> also;
    Span where;
};
// "het openstaande bedrag"; just the name when it was declared without an article.
std::string with_article(const Name& name);

// ------------------------------------------------------------------------------------------------------------ types

// How a value of each base stands in a column of 64-bit integers:
//   YesNo 0 or 1 · Choice index in its list · ChoiceSet bit mask · Date days since 1970 · Amount cents · Count units ·
//   Number and Percentage millionths (10% is 10,000,000) · HoursPerWeek hundredths · Duration to_column_value ·
//   Text, Person, Organisation a symbol of the caseload · Thing a row of its kind's table · Things: a list column
enum class Base {
    YesNo,
    Choice,
    ChoiceSet,
    Date,
    Amount,
    Count,
    Number,
    Percentage,
    HoursPerWeek,
    Duration,
    Text,
    Person,
    Organisation,
    Thing,
    Things
};
struct Type {
    Base base = Base::Text;
    KindId kind;           // Thing, Things
    SubKindId only;        // Thing, Things restricted to a sub-kind
    ChoiceListId choices;  // Choice, ChoiceSet
    RoleId role;           // Organisation that holds this role
    friend bool operator==(const Type&, const Type&) = default;
};
// Decimals of the column value: 2 for amounts and hours a week, 6 for numbers and percentages, otherwise 0.
int scale(Base base);
bool is_numeric(Base base);

struct ChoiceList {
    std::vector<Name> values;  // at most max_choices
};
constexpr std::size_t max_choices = 60;

// ------------------------------------------------------------------------------------------------------- vocabulary

enum class PrivacyClass { None, Housing, Financial, Care, Safety };  // wonen, financieel, zorg, veiligheid
constexpr PrivacyClass privacy_classes[] = {PrivacyClass::Housing, PrivacyClass::Financial, PrivacyClass::Care,
                                            PrivacyClass::Safety};
enum class Completeness { NotAList, Complete, Incomplete, Conditional };  // volledig, onvolledig, "zijn volledig als"

// Who acts, supplies or judges: a role, a kind of thing (the client) or a field of the thing at hand.
struct Actor {
    std::string words;    // "de zorgaanbieder", as written with its article
    RoleId role;          // when it is a role
    KindId kind;          // when it is a kind of thing
    ExpressionId holder;  // the organisation, person or thing in the case that holds the role; may be invalid
};
struct Actors {
    std::vector<Actor> actors;
    bool any = false;  // joined by `of`: one suffices; otherwise each of them
};

enum class FieldRole {
    Stored,   // a fact in the case
    Owner,    // from a thing to the thing it belongs to ("van een cliënt"); partner is the Owned field
    Owned,    // the list of things that belong to a thing; partner is the Owner field
    Inverse,  // back along a one-to-one Stored field (B25); partner is that field
};
struct Field {
    KindId kind;  // the kind that has the field
    Name name;
    Type type;
    FieldRole role = FieldRole::Stored;
    FieldId partner;
    bool built_in = false;  // datum, uitvoerder, aan, met, begindatum, einddatum
    Completeness completeness = Completeness::NotAList;
    VariableId complete_self;  // Conditional: the owner in complete_when
    ConditionId complete_when;
    // `volledig` on a field that is no list: what is not recorded is not there (patterns 0.3).
    bool closed = false;
    bool may_be_negative = false;
    // `aansluitend`, of a list of periods: one without a last day ends on the day before the next begins.
    bool is_consecutive = false;
    // A bare number in a case is read in this unit ("in maanden"); only for durations.
    std::optional<Duration::Unit> bare_number_unit;
    PrivacyClass privacy = PrivacyClass::None;  // its own, or that of the thing it leads to, or that of its kind
    bool has_own_privacy = false;
    Actors supplied_by;
    Actors judgement_of;
    Span where;
};

enum class KindCategory { Thing, Event, Period };
struct Kind {
    Name name;
    KindCategory category = KindCategory::Thing;
    std::vector<FieldId> fields;                // all roles, built-in ones included
    FieldId date;                               // Event: its `datum`
    FieldId performer;                          // Event: its `uitvoerder`
    FieldId towards;                            // Event: `aan`
    FieldId together_with;                      // Event: `met`
    FieldId first_day;                          // Period: `begindatum`
    FieldId last_day;                           // Period: `einddatum`
    FieldId owner;                              // the Owner field, when declared with `van een`
    FieldId party_name;                         // of a kind that is a role: by which the party is known
    VariableId decided;                         // Event: the event in `counts_when`
    ConditionId counts_when;                    // Event: Empowered; invalid when anybody may bring it about
    bool is_subject = false;                    // some rule is about `bij elke` thing of this kind
    PrivacyClass privacy = PrivacyClass::None;  // of its header; without one that of the kind it belongs to
    DocumentId document;
    Span where;
};
struct SubKind {  // C22
    Name name;
    KindId base;
    VariableId self;
    ConditionId filter;
    Span where;
};
struct Role {  // C6, C7
    Name name;
    bool is_party = false;  // declared with `partij`
    std::vector<PartyId> members;
    Span where;
};
struct Party {
    Name name;
    RoleId role;
    std::optional<Date> joined{};  // without: from the beginning
    std::optional<Date> left{};    // the last day
};
// C8: from this day on what was agreed with a party, and what it did, is its successor's.
struct Succession {
    PartyId party;
    PartyId successor;
    Date from;
    Span where;
};

// ------------------------------------------------------------------------------------- validity, sources, parameters

// C84: on reference dates from `settled` on it is certain that nobody ended it in time, and it runs through `last`.
struct Renewal {
    Date settled;
    Date last;
};
constexpr std::size_t most_renewals = 400;
struct Validity {
    std::optional<Date> first;
    std::optional<Date> last;
    bool is_never{};                   // C84: a consent is missing
    bool is_doubtful{};                // C84: it may not have begun: of some consent nobody knows when it was given
    std::optional<Date> sure_last{};   // C84: after this day it may have ended; the first term of a renewal
    std::vector<Renewal> renewals{};   // of those after the first term, ascending
    // Whether it surely is in force, asked on the reference date.
    bool contains(Date date, Date reference_date) const {
        if (is_never || is_doubtful || (first && date < *first) || (last && *last < date)) return false;
        return !sure_last || date <= last_sure_day(reference_date);
    }
    Date last_sure_day(Date reference_date) const {
        Date day = *sure_last;
        for (const Renewal& renewal : renewals) {
            if (renewal.settled <= reference_date) day = renewal.last;
        }
        return day;
    }
};
// C84: what a document or a version of a rule waits for before it is in force.
struct ConsentNeeded {
    std::vector<PartyId> missing{};  // nothing is recorded of these
    std::vector<PartyId> undated{};  // these consented, nobody knows when
    std::optional<Date> complete{};  // when the last one consented; empty: before, or not yet
    Span where{};
};
// C84: a document that goes on for another term unless somebody ends it in time.
struct NoticeGiven {
    PartyId by;
    std::optional<Date> on;
    std::optional<Date> last;  // the last day of the term it ends; without: it does not say, or it came too late for none
    std::optional<Date> missed{};  // the last day of the term it came too late for
    Span where{};
};
struct RenewalTerms {
    Date first_last;              // of the first term
    std::vector<Date> deadlines;  // the last day on which notice ends that term, by term
    std::vector<NoticeGiven> notices;
    Span where{};
};
// Where a rule, row or number comes from.
struct RuleSource {
    DocumentId document;
    std::vector<std::string> headings;
    std::string article;          // "artikel 3 lid 1"; empty in a plain file
    std::string article_number;   // "3"; empty without an article
    std::vector<int> paragraphs;  // the leden it encodes; empty: the article as a whole
    std::string prose;            // the paragraphs above the block
    std::string text;             // C3, empty when none
    bool unverified = false;
};
struct ParameterRow {
    Date from;
    std::int64_t value = 0;
    std::string source;
    bool unverified = false;
    Span where;
};
struct Parameter {  // C19
    Name name;
    Type type;
    std::vector<ParameterRow> rows;  // ascending; a row ends where the next begins, the last with the document
    std::optional<Date> last;
    DocumentId document;
    Span where;
};

// ------------------------------------------------------------------------------------------------------ expressions

// A thing a sentence can name: the subject of a rule, the thing of a `voor elke`, of a filter, of a definition.
struct Variable {
    std::string name;  // its kind's name, or the name after `hierna`
    KindId kind;
    SubKindId only;
};

enum class ArithmeticOperator { Add, Subtract, Multiply, Divide };
enum class Rounding { None, Up, Down, HalfUp };
enum class Extreme { Highest, Lowest };  // hoogste or laatste | laagste or eerste

struct VariableUse {
    VariableId variable;
};
// B9 "then to the case": the root thing of the case when it is of this kind, otherwise unknown.
struct CaseThing {
    KindId kind;
};
struct FieldOf {
    ExpressionId thing;
    FieldId field;
};  // over a list of things it gives Things of Things: not allowed
// All things of `field` reached from every thing of `things` (path through a list), flattened.
struct FieldOfEach {
    ExpressionId things;
    FieldId field;
};
struct OnlyThose {
    ExpressionId things;
    SubKindId sub_kind;
};  // de huurschulden van de cliënt
struct Constant {
    std::int64_t value = 0;
};  // in the encoding of its type
struct ParameterValue {
    ParameterId parameter;
};
struct DerivedValue {
    DefinitionId definition;
    ExpressionId self;
};  // C20
struct TableValue {
    TableId table;
    std::size_t result = 0;
    ExpressionId self;
};  // C23
struct CountOf {
    ExpressionId things;
    VariableId item;
    ConditionId filter;
};  // C26; filter may be invalid
struct SumOf {
    ExpressionId things;
    VariableId item;
    ExpressionId value;
    ConditionId filter;
};  // C27
struct ExtremeOf {
    Extreme extreme;
    std::vector<ExpressionId> values;
};  // C28, list written out
struct ExtremeOver {
    Extreme extreme;
    ExpressionId things;
    VariableId item;
    ExpressionId value;
};  // C28, over a list
// The one period of these that runs on a day: `de inschrijving van de cliënt op de opname`.
struct PeriodOn {
    ExpressionId periods;
    VariableId item;
    ConditionId runs;  // RunsOn, of `item`
};
// One event by its place in time: `de laatste melding`, `de tweede melding`.
struct EventAt {
    ExpressionId events;
    VariableId item;
    ExpressionId date;       // of `item`
    std::size_t number = 1;  // the first, the second ...
    bool from_last = false;  // counted from the last
};
constexpr std::size_t most_ordinal = 10;
struct Arithmetic {
    ArithmeticOperator operation;
    ExpressionId left;
    ExpressionId right;
};
struct PercentageOf {  // C30
    ExpressionId percentage;
    ExpressionId whole;
    Rounding rounding = Rounding::None;
    ExpressionId minimum;  // may be invalid
    ExpressionId maximum;
};
struct ShiftedDate {  // C31
    ExpressionId duration;
    ExpressionId date;
    bool backward = false;
    bool counts_start = false;  // `vanaf`: the date itself is day 1
    // The last day of a term (C9), which may move; any other date with a duration stays.
    calendar::EndOfTerm end = calendar::EndOfTerm::Stays;
    CalendarId calendar{};  // whose working days count; invalid: `de kalender zonder verschuiving`
};
struct Suspension {        // C59
    ExpressionId periods;  // Things (or one Thing) of a period kind
    Span where;
};
// C59: the end of a term, a ShiftedDate, that moves on by the days of these periods.
struct SuspendedTerm {
    ExpressionId term;
    std::vector<Suspension> suspensions;
};
// C82 `zodra`: the first day, of those up to the reference date, on which the condition holds when that day is taken
// for the reference date.
struct FirstDay {
    ConditionId condition;
};
// A date that the rule itself works out: `het overslaan` (C70).
struct BoundDate {
    VariableId variable;
};
struct YearOf {
    ExpressionId date;
};                        // C32, a Count
struct ReferenceDate {};  // C32 de peildatum
struct NotYetExpression {
    std::string construct;
};                            // read, understood as a later construct: its value is unknown
struct InvalidExpression {};  // an error was reported

struct Expression {
    using Kind = std::variant<VariableUse, CaseThing, FieldOf, FieldOfEach, OnlyThose, Constant, ParameterValue,
                              DerivedValue, TableValue, CountOf, SumOf, ExtremeOf, ExtremeOver, PeriodOn, EventAt,
                              Arithmetic, PercentageOf, ShiftedDate, SuspendedTerm, FirstDay, BoundDate, YearOf,
                              ReferenceDate, NotYetExpression, InvalidExpression>;
    Kind kind;
    Type type;
    Span where;
};

// ------------------------------------------------------------------------------------------------------- conditions

enum class Comparison { Equal, AtLeast, AtMost, MoreThan, LessThan };
enum class DateRelation { NotAfter, Before, On, NotBefore, After };
enum class Quantifier { All, None, AtLeast, AtMost, Exactly };

struct Exception {  // tenzij, with the tenzij one step deeper
    ConditionId condition;
    std::vector<Exception> exceptions;
    Span where;
};
struct Leg {
    ConditionId condition;
    Actors arranged_by;
    std::vector<Exception> exceptions;
    Span where;
};

struct IsOneOf {
    ExpressionId subject;
    std::vector<ExpressionId> values;
    bool negated = false;
};  // C33 C34
struct Compared {
    ExpressionId left;
    Comparison comparison;
    ExpressionId right;
};  // C36
struct Between {
    ExpressionId subject;
    ExpressionId first;
    ExpressionId last;
};  // C36
struct Aged {
    ExpressionId birth_date;
    ExpressionId date;
    bool younger = false;
    ExpressionId age;
};  // C37
struct YesNoHolds {
    ExpressionId value;
    bool negated = false;
};  // C35, a field
struct PropertyHolds {
    DefinitionId definition;
    ExpressionId self;
    bool negated = false;
};  // C35, C21
struct BelongsTo {
    ExpressionId thing;
    SubKindId sub_kind;
    bool negated = false;
};  // C35, C22
struct IsParty {
    ExpressionId organisation;
    bool negated = false;
};  // C35
struct Present {
    ExpressionId value;
    bool negated = false;
};  // C38 for one thing or one fact
// C38, C40 for lists: the number of things that pass the filter. `heeft een` is AtLeast 1, `heeft geen` AtMost 0.
struct HasCount {
    ExpressionId things;
    VariableId item;
    ConditionId filter;  // may be invalid
    Quantifier quantifier = Quantifier::AtLeast;
    ExpressionId count;
    bool none = false;         // written as `geen`
    ExpressionId distinct_by;  // C40: a field of item; may be invalid
    ExpressionId distinct_count;
};
// C39: one event per actor (`en`) or by one of them (`of`). A single event field has things of type Thing.
struct HasDone {
    ExpressionId things;
    VariableId item;
    Actors by;
    Actors towards;        // aan
    Actors together_with;  // met
    ConditionId filter;    // may be invalid
};
struct ContainsAny {
    ExpressionId set;
    std::vector<ExpressionId> values;
    bool negated = false;
};  // C33 bevat
struct ContainsAll {
    ExpressionId set;
    ExpressionId other;
};  // C86
struct DateIs {
    ExpressionId subject;
    DateRelation relation;
    ExpressionId bound;
};  // C42
struct DateBetween {
    ExpressionId subject;
    ExpressionId first;
    ExpressionId last;
};  // C42 binnen, van ... t/m
struct RunsOn {
    ExpressionId periods;
    ExpressionId date;
};  // C43
struct RunsFromTo {
    ExpressionId periods;  // all of them together; one period counts as a list of one
    ExpressionId first;
    ExpressionId last;
    ExpressionId tolerated;  // the longest interruption; invalid: none
};                           // C44
struct RunsFor {
    ExpressionId periods;
    ExpressionId length;
    bool unbroken = false;
    ExpressionId first;
    ExpressionId last;
};  // C45
struct Legs {
    Quantifier quantifier = Quantifier::All;
    std::int64_t count = 0;
    std::vector<Leg> legs;
};  // C46
struct ForEach {
    ExpressionId things;
    VariableId item;
    ConditionId filter;
    ConditionId body;
};  // C47
// C83 `tenzij zolang`: the condition began to hold on a day and has held on every day since, up to the day that is
// judged. Once it fails the shield is gone for good.
struct Shield {
    ConditionId condition;
};
struct Always {};  // `-` in a table cell
// C62: the event counts: no power to it is declared, or it is a use of one of them.
struct Empowered {
    VariableId event;
    struct Power {
        RuleId rule;
        std::size_t version = 0;
        ExpressionId subject;  // the thing after `bij elke`, reached from the event
    };
    std::vector<Power> powers;
};
struct NotYetCondition {
    std::string construct;
};  // unknown, with that as the reason
struct InvalidCondition {};

struct Condition {
    using Kind = std::variant<IsOneOf, Compared, Between, Aged, YesNoHolds, PropertyHolds, BelongsTo, IsParty, Present,
                              HasCount, HasDone, ContainsAny, ContainsAll, DateIs, DateBetween, RunsOn, RunsFromTo,
                              RunsFor, Legs, ForEach, Shield, Always, Empowered, NotYetCondition, InvalidCondition>;
    Kind kind;
    Span where;  // the sentence, so that an explanation can quote it
};

// ------------------------------------------------------------------------------------------------------ definitions

struct DefinitionVersion {
    Validity validity;
    ExpressionId value;     // C20
    ConditionId condition;  // C21
    Span where;
};
struct Definition {
    Name name;
    KindId of;
    VariableId self;
    Type type;  // YesNo for C21
    bool is_property = false;
    std::vector<DefinitionVersion> versions;
    RuleSource source;
};
struct TableRow {
    std::vector<ConditionId> cells;     // one per input column; Always for `-`
    std::vector<ExpressionId> results;  // one per result column
    std::optional<Date> from;
    std::string source;
    bool unverified = false;
    Span where;
};
enum class HitRule { ExactlyOne, First, Highest, Lowest, Last, Sum };
struct DecisionTable {  // C23
    Name name;
    KindId of;
    VariableId self;
    HitRule hit_rule = HitRule::ExactlyOne;
    std::vector<ExpressionId> inputs;
    std::vector<Name> result_names;
    std::vector<Type> result_types;
    std::vector<TableRow> rows;
    Validity validity;
    RuleSource source;
    Span where;
};

// ------------------------------------------------------------------------------------------------------------ rules

enum class RuleKind { Precondition, TargetNorm, Obligation, Effort, Power, Ban, Procedure };

struct Lapse {           // C54: satisfied when `event` stays away until `last_day`
    ExpressionId event;  // a Thing of an event kind
    ExpressionId start;
    ExpressionId last_day;
};
struct Recurrence {  // C58
    calendar::Rhythm rhythm;
    ExpressionId length;  // that of the rhythm when it is not written out; otherwise invalid
    ExpressionId start;   // a date; may be invalid: from when the rule is in force
    ExpressionId until;   // may be invalid
    std::vector<Suspension> suspensions;
    CalendarId calendar;  // may be invalid
    Span where;
};
// The events that are asked for, at the subject or its owner.
struct EventsAsked {
    ExpressionId events;  // Things (or one Thing) of the event kind
    VariableId event;
    Actors towards;
    Actors together_with;
};
struct Duty {  // C57, C61
    Actors who;
    EventsAsked asked;
    std::vector<EventsAsked> evidence;     // C61: other events that show the effort
    ExpressionId start;                    // the date the term counts from, for the explanation; may be invalid
    ExpressionId earliest;                 // may be invalid
    ExpressionId latest;                   // may be invalid; the last day that is in time
    ExpressionId leniency;                 // may be invalid
    CalendarId calendar{};                 // whose working days a leniency counts; may be invalid
    std::optional<Recurrence> recurrence;  // in place of the days above
};
struct TimedAct {  // C62, C63: what somebody may or may not do, at all or in a window
    Actors who;
    EventsAsked asked;
    ExpressionId triggers;  // `na elke ...`: the events a window counts from; invalid: there is one window, or none
    VariableId trigger;
    ExpressionId earliest;  // the window, with both days; may be invalid
    ExpressionId latest;
    Span where;
};
struct StepTime {        // C69: when a step may be taken
    ExpressionId start;  // the date it counts from, for the explanation; may be invalid
    ExpressionId earliest;
    ExpressionId latest;
    Span where;
};
struct Step {  // C69
    Name name;
    KindId kind;
    Actors who;
    ExpressionId events;  // Things: all of them at the subject
    VariableId event;     // one of those
    VariableId taken;     // the one that is the step, in a course
    std::vector<StepTime> times;
    ConditionId requirement;  // may be invalid
    Span where;
};
struct Skip {  // C70
    std::vector<std::size_t> steps;
    ConditionId condition;
    VariableId date;  // `het overslaan`
    std::optional<Duty> provided;
    Span where;
};
struct Restart {  // C71
    bool is_one_step = false;
    ExpressionId length;
    ExpressionId events;
    VariableId event;
    Span where;
};
struct CourseDuty {
    Duty duty;
    Span where;
};
constexpr std::size_t most_steps = 30;
struct Procedure {  // C68
    ExpressionId starts;
    VariableId event;  // one of the starts
    VariableId start;  // the one a course began with
    std::vector<Step> steps;
    std::vector<Skip> skips;
    std::vector<CourseDuty> duties;  // that count from the start or a step of a course
    std::optional<Restart> restart;
    Span where;
};
// A part of a rule that is read but not evaluated yet.
struct NotYetPart {
    std::string construct;  // "C59"
    std::string nl;         // "het stilstaan van een termijn"
    std::string en;
};
// C2, from the highest; None: a file without a header.
enum class Level { Law, Region, Municipality, Corporation, None };
struct VersionOfRule {
    RuleId rule;
    std::size_t version = 0;
    friend auto operator<=>(const VersionOfRule&, const VersionOfRule&) = default;
};
enum class Favourable { Shorter, Longer, Lower, Higher };  // C81
struct Permission {                                        // C66 een gemeente mag afwijken
    Level level = Level::Municipality;
    std::string in_favour_of;  // "de cliënt"; empty: in any way
    Span where;
};
// C66: another rule that takes the place of this one, or would if it were more favourable.
struct Precedence {
    VersionOfRule other;
    ExpressionId subject;  // the thing the other is about, from the subject of this one
    bool must_favour = false;
    // The numbers or dates that are compared, of this rule and of the other; invalid when that cannot be done.
    ExpressionId own{};
    ExpressionId others{};
    Favourable favourable = Favourable::Shorter;
};
// Another rule of the same rank or higher with a demand that cannot be met together with this one's.
struct Contradiction {
    VersionOfRule other;
    ExpressionId own{};  // they contradict where `own when others`; invalid: wherever both apply
    ExpressionId others{};
    Comparison when = Comparison::MoreThan;
    bool gives_way = false;  // the other has a higher rank
};
// C64: an exemption that may take this rule away, or of an exemption: may take that away in turn.
struct ExemptedBy {
    ExemptionId exemption;
    ExpressionId subject;  // the thing the exemption is about, from the subject of the rule
};
// What one rule waits for: it cannot be met before this has happened.
struct Wait {
    VersionOfRule rule;
    std::string act;    // what the rule guards or asks for: "de sleuteloverdracht"
    std::string first;  // what has to come before it: "de start van de begeleiding"
    Actors who;         // who brings about `first`; may be empty
    ConditionId condition;  // that asks for it; invalid: the duty or ban as a whole
    bool is_always = true;  // the rule has no `alleen als` and no exception
};
// Rules that wait for one another (pattern M5), in the order in which they do; this rule is the first.
struct Deadlock {
    std::vector<Wait> waits;
    bool is_possible_at_once = true;  // all of it may happen on the same day
};
struct RuleVersion {
    Validity validity;
    VariableId subject;  // Variable.kind and .only say what `bij elke` names
    // `na elke ...` in a duty: the subject is that event, and this the thing after `bij elke`; invalid otherwise.
    VariableId around;
    ExpressionId around_path;  // from the subject
    ExpressionId act;          // the date of the guarded act; invalid: the subject's own date, or none for a begrip
    ConditionId in_place;      // C2: where the rules of the document hold; invalid: everywhere
    ConditionId only_if;       // may be invalid
    ConditionId requirement;   // vereist, streeft naar; invalid for obligations
    std::optional<Lapse> lapse;
    ExpressionId curable_until;  // may be invalid
    std::optional<Duty> duty;
    std::optional<TimedAct> power;
    std::optional<TimedAct> ban;
    std::optional<Procedure> procedure;
    RuleId default_of;  // C60: a duty that starts when this one is not met in time; invalid: of its own
    std::vector<Exception> exceptions;
    std::vector<ExemptedBy> exempted_by;
    std::vector<Permission> may_depart;
    std::optional<Favourable> favourable;
    std::vector<Precedence> replaced_by;  // the rules that depart from this one
    std::vector<Precedence> departs;      // the rules this one departs from, where that must favour somebody
    std::vector<Contradiction> contradictions;
    Actors arranged_by;
    std::vector<std::string> tags;
    ExpressionId version_date;  // C10; invalid: none was declared
    std::optional<ConsentNeeded> consent{};
    std::vector<Deadlock> deadlocks{};
    std::vector<NotYetPart> not_yet;
    RuleSource source;
    Span where;
};
struct Rule {
    RuleKind kind = RuleKind::Precondition;
    std::string name;
    DocumentId document;
    std::vector<RuleVersion> versions;  // ascending validity
};
struct Exemption {  // C64: where `only_if` holds, the rules it names are exempt
    std::string name;
    DocumentId document;
    RuleVersion version;  // only what an exemption has too: subject, only_if, exceptions, dates and source
};
// ---------------------------------------------------------------------------------------------------------- tallies

enum class TallyKind { Contingent, Spread, Share };
struct TallyDimension {  // C72 `per`: each combination of these is counted by itself
    enum class What { Value, Year, Quarter };
    What what = What::Value;
    std::string words;   // "wijk van de woning", "kalenderjaar"
    ExpressionId value;  // Value: of the thing that is counted
    VariableId thing;    // of a thing: its name in the limit; otherwise invalid
};
enum class Bound { AtLeast, AtMost, Exactly, AimFor };
struct AgreedNumber {              // C74
    std::vector<std::string> key;  // by dimension: as written; a year "2026", a quarter "kwartaal 1 van 2026"
    Bound bound = Bound::AtLeast;
    std::int64_t count = 0;
    std::optional<Date> from;  // it replaces an earlier row for the same combination
    std::string source;
    bool unverified = false;
    Span where;
};
struct TallyLimit {  // C75, for every combination
    Comparison comparison = Comparison::AtMost;
    ExpressionId bound;  // a Count or Number, of a share a Percentage; of the things of the dimensions
    Span where;
};
struct CarryOver {                    // C76: what goes along to the next calendar year
    std::int64_t part = 100'000'000;  // of it, a Percentage: 100%
    std::optional<std::int64_t> cap;  // at most this Percentage of what was agreed
    bool is_cap_of_whole = false;  // with what came along from earlier years; otherwise as agreed for the year itself
    std::optional<Rounding> rounding;
    Span where;
};
struct Swap {          // C88: what parties hand each other of their numbers
    VariableId event;  // its date is the day on which it takes effect
    ExpressionId number;
    ExpressionId from;
    ExpressionId to;
    std::size_t dimension = 0;       // what `from` and `to` are
    std::vector<ExpressionId> keys;  // by dimension: those of the event; invalid for `dimension` and for periods
    ConditionId provided;            // `mits:`; may be invalid
    Span where;
};
struct Turn {                   // C89: whose turn the next one is
    std::size_t dimension = 0;  // of which the one with the most left to do
    enum class Tie { FirstInTable, Lot, Decision };
    Tie tie = Tie::FirstInTable;
    std::string decided_by;  // Decision: "de stuurgroep"
    Span where;
};
struct Tally {  // C72-C76: what is counted in a register of many cases
    TallyKind kind = TallyKind::Contingent;
    std::string name;
    DocumentId document;
    Validity validity;
    std::vector<TallyDimension> dimensions;
    VariableId counted;                      // Variable.kind and .only say what is counted
    ConditionId filter;                      // of what `telt` names; may be invalid
    bool is_share = false;                   // with a denominator
    ConditionId of_filter;                   // of what `van` names; may be invalid
    VariableId of;                           // likewise what `counted` is
    std::vector<std::size_t> of_dimensions;  // those the denominator is counted by
    std::vector<ConditionId> not_counted;    // telt niet mee als
    ExpressionId moment;                     // the date on which it counts
    std::vector<AgreedNumber> numbers;
    std::optional<TallyLimit> limit;
    std::int64_t threshold = 0;          // of fewer nothing is judged
    std::optional<CarryOver> shortfall;  // een tekort gaat mee
    std::optional<CarryOver> surplus;    // een overschot gaat mee
    int lapses_after_years = 0;          // what is carried over; 0: nothing is
    bool is_oldest_first = true;         // what is used first of what came along from several years
    // The last day, in the next year, on which something may become known that still counts in the year before.
    std::optional<calendar::DayOfYear> closes;
    std::optional<Swap> swap;
    std::optional<Turn> turn;
    std::vector<NotYetPart> not_yet;  // C76, C88, C89
    RuleSource source;
    Span where;
};

// ----------------------------------------------------------------------------------------------------- apportionments

enum class ShareRounding { LargestRemainder, Up, Down, HalfUp };
struct ShareKey {
    enum class What { ProRata, Equal };
    What what = What::ProRata;
    std::int64_t weight = 0;  // a percentage in millionths
    ExpressionId value;       // ProRata: a number of the recipient
    std::string words;        // ProRata: "het aantal huishoudens"
    Span where;
};
struct ListedShare {  // a row of the table
    std::string recipient;
    std::int64_t share = 0;  // a percentage in millionths
    std::string source;
    bool unverified = false;
    Span where;
};
enum class TieBreak { None, Highest, Lowest, Lot, Decision };
struct Apportionment {  // C77: a number of things divided over parties, or over things by their name
    std::string name;
    DocumentId document;
    Validity validity;
    std::int64_t total = 0;
    // Of `60% van 283 woningen`: the total is that part of the whole, rounded.
    struct PartOfWhole {
        std::int64_t percentage = 0;  // in millionths
        std::int64_t whole = 0;
        Rounding rounding = Rounding::None;
    };
    std::optional<PartOfWhole> part_of;
    std::string things;      // "woningen"
    std::string recipient;   // "gemeente"
    std::string recipients;  // "gemeenten"
    RoleId role;             // whose members share; invalid: the things of `kind` that a register names
    KindId kind;             // whose facts the keys are; may be invalid with a role
    VariableId self;         // one of the recipients; invalid without a kind
    std::vector<ShareKey> keys;
    std::vector<ListedShare> listed;  // in place of keys
    ShareRounding rounding = ShareRounding::LargestRemainder;
    TieBreak tie_break = TieBreak::None;
    // A number of the recipient: what decides, or where the outcome of a lot or decision stands.
    ExpressionId tie_value;
    std::string tie_words;   // of that number: "het aantal inwoners"
    std::string tie_clause;  // Highest, Lowest: "het hoogste aantal inwoners"
    std::string decided_by;  // Decision: "de stuurgroep"
    RuleSource source;
    Span where;
};

// C77: what is left over of a contingent on a day of the year, handed on to those who asked for it.
struct Redistribution {
    std::string name;
    DocumentId document;
    Validity validity;
    calendar::DayOfYear day;
    TallyId tally;
    std::size_t dimension = 0;       // of the tally: who hands on, and who gets it
    std::string recipient;           // "corporatie"
    std::string recipients;          // "corporaties"
    VariableId request;              // an event; its date is its place in the order
    ExpressionId asked_by;           // the recipient
    ExpressionId number;             // so many are asked for; invalid: one
    std::vector<ExpressionId> keys;  // by dimension: those of the event; invalid for `dimension` and for periods
    bool is_open_used = false;       // an open offer is used
    enum class Gives { FirstInTable, MostLeft };
    Gives gives_first = Gives::FirstInTable;
    TieBreak tie_break = TieBreak::None;
    ExpressionId tie_value;  // a number of the event: what decides, or where the outcome of a lot or decision stands
    std::string tie_words;   // "het lotnummer"
    std::string tie_clause;  // Highest, Lowest: "het hoogste lotnummer"
    std::string decided_by;  // Decision: "de stuurgroep"
    RuleSource source;
    Span where;
};

// A rule (or procedure, division, exception ...) of a later construct: known, named, not evaluated.
struct NotYetRule {
    std::string construct;
    std::string keyword;
    std::string name;
    RuleSource source;
    Span where;
};

// ----------------------------------------------------------------------------------------------------------- access

class ClassSet {
public:
    void add(PrivacyClass privacy) { bits_ |= bit(privacy); }
    [[nodiscard]] bool has(PrivacyClass privacy) const { return (bits_ & bit(privacy)) != 0; }
    [[nodiscard]] bool is_empty() const { return bits_ == 0; }
    friend bool operator==(ClassSet, ClassSet) = default;

private:
    static unsigned bit(PrivacyClass privacy) { return 1U << static_cast<unsigned>(privacy); }
    unsigned bits_ = 0;
};
std::string_view privacy_name(PrivacyClass privacy);  // "wonen"; empty for None
enum class Purpose { Check, Agenda, Monitor };        // what a role reads
constexpr std::array purposes{Purpose::Check, Purpose::Agenda, Purpose::Monitor};
struct RoleAccess {  // C78 ziet:
    RoleId role;
    ClassSet sees;                                    // whatever it reads
    std::array<ClassSet, purposes.size()> also_sees;  // for one purpose, by Purpose
    ClassSet outcome_only;  // of rules that rest on these it sees how they came out, and no fact
    bool has_facts = false;
    std::array<bool, purposes.size()> has_facts_for{};
    bool has_outcomes = false;
    Span where;
    [[nodiscard]] ClassSet seen_for(Purpose purpose) const;
};
struct Consent {  // C78 alleen met toestemming van
    PrivacyClass privacy = PrivacyClass::None;
    KindId giver;
    KindId kind;   // the period during which it holds, which belongs to the giver
    FieldId list;  // of those, at the giver
    Span where;
};
struct ShownAs {  // C78 wordt getoond als
    PrivacyClass privacy = PrivacyClass::None;
    std::string text;
    Span where;
};
struct Access {
    std::vector<RoleAccess> roles;
    std::vector<Consent> consents;
    std::vector<ShownAs> shown_as;
    bool is_declared = false;  // some agreement has a block `inzage` that says who sees what
};

// -------------------------------------------------------------------------------------------------------- documents

struct TermCalendar {  // C9
    Name name;
    calendar::FreeDays free_days;
    bool is_statutory = false;  // the Algemene termijnenwet, known without a block of its own
    bool has_working_days = false;
    Span where;
};
enum class DocumentKind { Covenant, PerformanceAgreements, Ordinance, Law, Concepts, Plain };
struct Document {
    std::string name;
    DocumentKind kind = DocumentKind::Plain;
    Level level = Level::None;
    std::string place;
    Validity validity;
    std::vector<DocumentId> uses;
    std::string terms;    // "de werkdagenkalender", as written
    CalendarId calendar;  // invalid: terms never move, and there are no working days
    calendar::EndOfTerm end_of_term = calendar::EndOfTerm::Stays;
    std::string source;
    bool unverified = false;
    SourceId text;
    std::optional<ConsentNeeded> consent{};
    std::optional<RenewalTerms> renewal{};
};

// --------------------------------------------------------------------------------------------------------- examples

struct ExampleFact {  // waarbij: path from the case's root, outermost field last to be followed
    std::vector<FieldId> path;
    enum class What { Value, Absent, Unknown };
    What what = What::Value;
    Type type;
    std::int64_t value = 0;
    std::string text;  // for Text, Person, Organisation
    Span where;
};
struct Expectation {
    RuleId rule;
    TallyId tally;        // neither valid: the verdict
    std::string outcome;  // folded: "ontbreekt", "niet toegestaan"
    Span where;
};
struct Example {  // C79
    std::string title;
    std::optional<Date> date;
    std::optional<Date> known_on;
    KindId root;
    std::string path;  // of its case, relative to the agreement's folder
    std::vector<ExampleFact> facts;
    bool has_case = true;   // false: it is about a register alone
    std::string portfolio;  // C79 portefeuille uit: the register, relative to the agreement's folder; or empty
    Span portfolio_where;
    std::vector<Expectation> expectations;
    SourceId text;
    Span where;
};

// ------------------------------------------------------------------------------------------------------------ model

struct Model {
    Arena<Document, DocumentId> documents;
    Arena<TermCalendar, CalendarId> calendars;
    Arena<Kind, KindId> kinds;
    Arena<SubKind, SubKindId> sub_kinds;
    Arena<Field, FieldId> fields;
    Arena<ChoiceList, ChoiceListId> choice_lists;
    Arena<Role, RoleId> roles;
    Arena<Party, PartyId> parties;
    Arena<Parameter, ParameterId> parameters;
    Arena<Definition, DefinitionId> definitions;
    Arena<DecisionTable, TableId> tables;
    Arena<Rule, RuleId> rules;
    Arena<Exemption, ExemptionId> exemptions;
    Arena<Tally, TallyId> tallies;
    Arena<Apportionment, ApportionmentId> apportionments;
    Arena<Redistribution, RedistributionId> redistributions;
    Arena<Example, ExampleId> examples;
    Arena<Variable, VariableId> variables;
    Arena<Expression, ExpressionId> expressions;
    Arena<Condition, ConditionId> conditions;
    std::vector<NotYetRule> not_yet;
    std::vector<Succession> successions;
    Access access;
    std::int64_t fewest_shown = 0;  // C78: of smaller counts a report says no more than that; 0: all are shown
    // C9: what a birthday on 29 February becomes in other years; empty when no agreement says so.
    std::optional<bool> leap_day_is_first_of_march;
};

}  // namespace toets::model
