// An agreement as it was written: blocks with their headings and prose, headers with clauses, sentences with flat
// phrases. Nothing here knows what a name means; phrases are cut into names by model/from_syntax.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/ids.h"
#include "base/source_text.h"

namespace toets::syntax {

// ---------------------------------------------------------------------------------------------- words and phrases

// A value written out: 2,5 | € 1.500,00 | 10% | 14 dagen | 2 uur per week | 1 maart 2026. Weeks and years keep
// their own unit here so that printing gives back what was written (taal.md C25).
enum class DurationUnit { Days, WorkingDays, Weeks, Months, Years };
struct NumberLiteral {
    Decimal value;
};
struct AmountLiteral {
    Decimal value;
};
struct PercentageLiteral {
    Decimal value;
};
struct DurationLiteral {
    std::int32_t count = 0;
    DurationUnit unit = DurationUnit::Days;
};
struct HoursPerWeekLiteral {
    Decimal value;
};
struct DateLiteral {
    Date value;
};
using LiteralValue =
    std::variant<NumberLiteral, AmountLiteral, PercentageLiteral, DurationLiteral, HoursPerWeekLiteral, DateLiteral>;

// Link words may stand inside declared names: van en of na voor door aan met (over).
enum class WordKind { Plain, Link, Article, Quoted, Literal };
struct Word {
    WordKind kind = WordKind::Plain;
    std::string text;    // as written; a quoted name without its quotation marks
    std::string folded;  // fold(text)
    Span where;
    std::optional<LiteralValue> literal;  // only with WordKind::Literal
};
// A flat row of words between a verb, a comma, a fixed phrase and the line end. Never empty unless the sentence is
// Invalid.
struct Phrase {
    std::vector<Word> words;
    Span where;
};

// ---------------------------------------------------------------------------------------------------- expressions

enum class ArithmeticOperator { Add, Subtract, Multiply, Divide };
struct Operation {
    ArithmeticOperator operation;
    Phrase operand;
};
enum class Rounding { Up, Down, HalfUp, LargestRemainder };
// C24-C32: a phrase, followed by `vermeerderd met ...` and by `, naar boven afgerond`, `, met een minimum van ...`.
struct Expression {
    Phrase first;
    std::vector<Operation> rest;
    std::optional<Rounding> rounding;
    std::optional<Phrase> minimum;
    std::optional<Phrase> maximum;
    Span where;
};

// C42, and the terms of duties. `Within` is `binnen`: the phrase holds `5 werkdagen na de melding` uncut.
enum class TimeRelation { NotAfter, Before, On, NotBefore, After, Within, FromTo };
struct Time {
    TimeRelation relation;
    Expression bound;                // first day for FromTo
    std::optional<Expression> last;  // only with FromTo
};

// ----------------------------------------------------------------------------------------------------- conditions

struct ConditionTag;
using ConditionId = Id<ConditionTag>;

struct Exception {  // C48 tenzij, with the tenzij one step deeper that belong to it
    ConditionId condition;
    std::vector<Exception> exceptions;
    Span where;
    bool is_shield = false;  // C83 tenzij zolang
};
struct Bullet {
    ConditionId condition;
    std::vector<Phrase> arranged_by;  // C49, at the end of the bullet; empty when not said
    std::vector<Exception> exceptions;
    Span where;
};
enum class Comparison { AtLeast, AtMost, MoreThan, LessThan };
enum class Quantifier { All, None, AtLeast, AtMost, Exactly };

struct Is {  // C33-C35: is A, B of C | is niet A | is geen A. The last value phrase may still hold `of`.
    enum class Form { Positive, Not, No };
    Expression subject;
    Form form = Form::Positive;
    std::vector<Expression> values;
};
struct IsCompared {
    Expression subject;
    Comparison comparison;
    Expression bound;
};  // C36
struct IsBetween {
    Expression subject;
    Expression first;
    Expression last;
};  // C36 tot en met
struct IsAged {
    Expression subject;
    Expression date;
    bool younger = false;
    Expression age;
};  // C37
struct DistinctCount {
    std::int64_t count = 0;
    Phrase what;
};            // C40
struct Has {  // C38-C40
    enum class Form { Some, None, AtLeast, AtMost, Exactly };
    Expression subject;
    Form form = Form::Some;
    std::optional<Expression> count;  // with AtLeast, AtMost, Exactly
    std::vector<Phrase> what;         // cut at commas: `een ondertekening door de cliënt` | `de corporatie en ...`
    std::optional<DistinctCount> distinct;
    std::optional<ConditionId> filter;
};
struct Contains {
    Expression subject;
    bool negated = false;
    bool all = false;
    std::vector<Phrase> values;
};  // C33 C86
struct Lies {
    Expression subject;
    Time time;
};  // C42
struct RunsOn {
    Expression subject;
    Expression date;
};  // C43
struct RunsFromTo {
    Expression subject;
    Expression first;
    Expression last;
    std::optional<Expression> interruption;
};
struct RunsFor {
    Expression subject;
    Expression duration;
    bool unbroken = false;
    Expression first;
    Expression last;
};
struct Legs {  // C46 list head with its bullets
    Quantifier quantifier = Quantifier::All;
    std::int64_t count = 0;  // with AtLeast, AtMost, Exactly
    std::vector<Bullet> bullets;
};
struct ForEach {  // C47
    Phrase things;
    std::optional<ConditionId> filter;
    ConditionId body;
    bool neuter = false;  // written `elk`
};
struct Invalid {};  // could not be read; a diagnostic has been reported

struct Condition {
    using Kind = std::variant<Is, IsCompared, IsBetween, IsAged, Has, Contains, Lies, RunsOn, RunsFromTo, RunsFor, Legs,
                              ForEach, Invalid>;
    Kind kind;
    Span where;           // the sentence as written, without bullet dash and without its bullets
    bool plural = false;  // the verb stood in the plural: zijn, hebben, liggen, lopen, bevatten
};

// --------------------------------------------------------------------------------------------------- declarations

struct PluralProperty {
    Phrase name;
};
struct AlsoProperty {
    Phrase name;
};
struct HereafterProperty {
    Phrase name;
};
struct SuppliedByProperty {
    Phrase who;
};  // door <wie>
struct JudgementOfProperty {
    Phrase who;
};  // oordeel van <wie>
struct WordProperty {
    Phrase words;
};  // wonen, volledig, mag negatief ...; checked by the model
struct Property {
    using Kind = std::variant<PluralProperty, AlsoProperty, HereafterProperty, SuppliedByProperty, JudgementOfProperty,
                              WordProperty>;
    Kind kind;
    Span where;
};

struct DeclaredName {
    std::optional<Word> article;  // de, het (een in definitions)
    Phrase name;                  // after the article
};
struct NamedType {
    Phrase name;
};  // datum, bedrag, cliënt, gemeente ...
struct ChoiceType {
    std::vector<Phrase> values;
};  // also ja of nee
struct ListOfThings {
    Phrase plural;
};
struct ListOfChoices {
    std::vector<Phrase> values;
};
using FieldType = std::variant<NamedType, ChoiceType, ListOfThings, ListOfChoices>;

// -------------------------------------------------------------------------------------------------------- clauses

enum class Level { Law, Region, Municipality, Corporation };
struct LevelClause {
    Level level;
    Word word;  // `gemeente`, as written
    std::optional<Phrase> place;
};  // C2
struct SourceClause {
    std::optional<std::string> text;
    bool unverified = false;
};  // C3; parameter and table rows too
struct ValidityClause {
    Date first;
    std::optional<Date> last;
};  // C4
struct RenewalClause {
    Phrase length;
    Time notice;
};                          // C84: wordt verlengd met 1 jaar, behalve na opzegging vóór 1 oktober
struct AfterConsentClause {
    std::vector<Phrase> parties;
};                            // C84: geldig na instemming van
struct ConsentGivenClause {  // C84: instemming van ... op; no day: op onbekende datum
    Phrase party;
    std::optional<Date> on;
};
struct NoticeClause {  // C84: opzegging door ... op
    Phrase party;
    std::optional<Date> on;
};
struct UsesClause {
    std::vector<Phrase> documents;
};  // C5
struct PartyClause {
    DeclaredName role;
    std::vector<Property> properties;
    std::vector<Phrase> members;
};  // C6
struct RoleClause {
    std::vector<DeclaredName> roles;
};                         // C7
struct SuccessionClause {  // C8 is rechtsopvolger van
    Phrase successor;
    Phrase party;
    Date from;
};
struct MembershipClause {  // C6 is partij vanaf, is partij tot en met, is partij van ... tot en met
    Phrase party;
    std::optional<Date> first;
    std::optional<Date> last;
};
struct TermsClause {
    Phrase calendar;
    bool without_shift = false;
};                          // C9
struct WorkingDaysClause {  // C9: the days of the week, or the first and the last of a row of them
    std::vector<Phrase> weekdays;
    bool is_range = false;
};
struct FreeDaysClause {
    std::vector<Phrase> days;
};                          // C9: geen werkdag: ...
struct EquatedDaysClause {  // C9: gelijkgestelde dagen van 2026 tot en met 2028: ...
    std::string first_year;
    std::string last_year;
    std::vector<Phrase> days;
    std::optional<SourceClause> source;
};
struct LeapDayClause {
    bool first_of_march = false;
};  // C9: 29 februari wordt ...
struct VersionClause {
    Expression date;
    bool plural = false;
};  // C10 ... bepaalt de versie
struct NewerVersionClause {
    Phrase who;
    bool plural = false;
};  // C10 ... kan kiezen voor ...
struct FieldClause {
    DeclaredName name;
    FieldType type;
    std::vector<Property> properties;
};  // C14-C18
struct ParameterRowClause {
    Expression value;
    Date from;
    std::optional<SourceClause> source;
};  // C19
enum class HitRule { ExactlyOne, First, Highest, Lowest, Last, Sum };
struct HitRuleClause {
    HitRule rule;
};                  // C23
struct AnyCell {};  // -
struct ValuesCell {
    std::vector<Expression> values;
};  // A, B of C (last one uncut)
struct ComparedCell {
    Comparison comparison;
    Expression bound;
};
struct BetweenCell {
    Expression first;
    Expression last;
};
enum class BoundWord { Exactly, AimFor };
struct BoundCell {  // C74: precies | streven naar
    BoundWord word;
    Expression bound;
};
struct SourceCell {
    SourceClause source;
};
struct DateCell {
    Date date;
};
struct EmptyCell {};
struct Cell {
    std::variant<AnyCell, ValuesCell, ComparedCell, BetweenCell, BoundCell, SourceCell, DateCell, EmptyCell> kind;
    Span where;
};
struct Column {
    enum class Kind { Input, Result, Source, From, Key };  // als | dan | bron | vanaf | of an agreed number (C74)
    Kind kind;
    Phrase path;  // for Input, Result and Key
    Span where;
};
struct TableRow {
    std::vector<Cell> cells;
    Span where;
};
struct TableClause {
    std::vector<Column> columns;
    std::vector<TableRow> rows;
};
struct ForEveryClause {  // C50
    Phrase kind;
    std::optional<Phrase> hereafter;
    std::optional<Expression> act;
    bool neuter = false;  // written `elk`
};
struct OnlyIfClause {
    ConditionId condition;
};  // C51
struct TagsClause {
    std::vector<Phrase> tags;
};  // C52
// C65: a row of references, cut by the name pass. `tot en met` and each comma are words of their own.
struct NamedRules {
    std::vector<Word> words;
    Span where;
};
struct ExemptsClause {
    NamedRules rules;
};  // C64 stelt vrij van
struct DepartsClause {
    NamedRules rules;
};                        // C66 in afwijking van
struct MayDepartClause {  // C66 een gemeente mag afwijken
    Level level;
    std::optional<Phrase> in_favour_of;  // ten gunste van
};
enum class Favourable { Shorter, Longer, Lower, Higher };
struct FavourableClause {
    Favourable what;
};  // C81 gunstiger is:
struct RequiresClause {
    ConditionId condition;
};  // C53
struct AimsForClause {
    ConditionId condition;
};  // C56
struct LapseClause {
    Phrase event;
    Time term;
};  // C54 ook voldaan als ... uitblijft binnen
struct CurableClause {
    Time term;
};                         // C55 herstelbaar binnen
struct SuspensionClause {  // C59 de termijn staat stil tijdens elke
    Phrase periods;
    bool neuter = false;  // written `elk`
};
struct UnlessClause {
    Exception exception;
};  // C48
struct ArrangedByClause {
    std::vector<Phrase> who;
};                   // C49, cut at commas
struct Recurrence {  // C58, in place of a term
    enum class Kind { Length, Year, Quarter };
    Kind kind = Kind::Length;
    std::optional<Expression> every;  // Length: `6 maanden na de begindatum`, uncut
    std::optional<Time> term;         // Year, Quarter: `vóór 1 juli`
    std::optional<Expression> until;
    bool neuter = false;  // Length: written `elk`
};
struct AsSoonAsClause {
    ConditionId condition;
};                             // C82 zodra
struct DutyClause {            // C57
    std::vector<Phrase> who;   // cut at commas
    std::vector<Phrase> act;   // `een aanbod`, `uitleg aan de zorgaanbieder`; cut at commas
    std::optional<Time> term;  // one of these two
    std::optional<Recurrence> recurrence;
    std::optional<Expression> leniency;  // , met een speling van
    bool plural = false;                 // zorgen voor
};
struct DefaultClause {  // C60 bij uitblijven:
    DutyClause duty;
};
struct BeginsWithClause {
    Phrase event;
};                      // C68 begint met
struct StepCondition {  // C69: `vereist` one step deeper
    ConditionId condition;
    Span where;
};
struct StepClause {  // C69
    DeclaredName name;
    std::vector<Phrase> who;  // cut at commas
    std::vector<Time> times;  // at most a first and a last day
    std::optional<StepCondition> requirement;
};
struct EveryStepClause {
    Time time;
};                   // C69 elke stap ligt
struct SkipClause {  // C70
    std::vector<Phrase> steps;
    ConditionId condition;
    std::optional<DutyClause> provided;  // mits:
    bool plural = false;                 // mogen vervallen
};
struct RestartClause {         // C71
    bool is_one_step = false;  // gaat een stap terug na
    Phrase length;
    Phrase event;
};
struct EffortClause {  // C61 spant zich in voor
    DutyClause duty;
};
struct ShownByClause {           // C61 blijkt uit
    std::vector<Phrase> events;  // cut at commas
};
struct TimedAct {
    std::vector<Phrase> who;  // cut at commas
    std::vector<Phrase> act;  // cut at commas
    std::optional<Time> window;
    bool plural = false;  // kunnen besluiten tot, mogen niet overgaan tot
};
struct PowerClause {  // C62 kan besluiten tot
    TimedAct act;
};
struct BanClause {  // C63 mag niet overgaan tot
    TimedAct act;
};
struct PerClause {  // C72
    std::vector<Phrase> dimensions;
};
struct CountsClause {  // C73
    Phrase things;
    std::optional<ConditionId> filter;
};
struct OutOfClause {  // C73: `van`, what a share is a share of
    Phrase things;
    std::vector<Phrase> dimensions;  // `per`; empty: as what is counted
    std::optional<ConditionId> filter;
};
struct MomentClause {  // C73 telmoment is
    Expression date;
};
struct NotCountedClause {  // C73 telt niet mee als
    ConditionId condition;
};
struct LimitClause {  // C75 het aantal is, het aandeel is
    bool is_share = false;
    Comparison comparison;
    Expression bound;
};
struct ThresholdClause {  // C75 pas vanaf
    std::int64_t count = 0;
    Phrase things;
};
struct CarryOverClause {  // C76 een tekort gaat mee, een overschot gaat mee
    bool is_surplus = false;
    std::optional<Phrase> part;    // , voor 50%
    std::optional<Phrase> cap;     // , ten hoogste 20%
    bool is_cap_of_whole = false;  // van de hele opgave
    std::optional<Rounding> rounding;
};
struct ExpiryClause {  // C76 wat meegaat, vervalt na
    Phrase after;
    bool is_oldest_first = true;
};
struct ClosingClause {  // C76 het kalenderjaar sluit op
    Phrase day;
};                         // C76
struct ApportionsClause {  // C77 verdeelt ... over ...
    Phrase total;          // `40 woningen`, `60% van 283 woningen`
    std::optional<Rounding> rounding;
    Phrase recipients;
};
struct LeftoverClause {  // C77 verdeelt wat op … over is van contingent … over …
    Phrase day;
    Phrase tally;
    Phrase recipients;
};
struct OrderClause {  // C77 op volgorde van
    Phrase event;
};
struct OpenOfferClause {  // C77 een openstaand aanbod is gebruikt, is over
    bool is_used = false;
};
struct GiverClause {  // C77 … staat het eerst af
    bool is_most_first = false;
};
struct ShareKeyClause {  // C77
    std::optional<Word> percentage;
    std::optional<Phrase> value;  // naar rato van; empty: in gelijke delen
};
struct RoundingClause {
    Rounding rounding;
};                       // C77
struct TieBreakClause {  // C77, C89 bij gelijke stand
    enum class Kind { FirstInTable, Highest, Lowest, Lot, Decision };
    Kind kind;
    std::optional<Word> article;       // Highest and Lowest: `het` hoogste aantal
    Phrase words;                      // what is the highest or lowest, who decides; empty with Lot
    std::optional<Phrase> recorded{};  // Lot and Decision: `volgens`, where the outcome stands
};
struct SwapClause {  // C88 bij elke … gaat … over van … naar
    Phrase event;
    bool neuter = false;  // written `elk`
    bool plural = false;  // gaan over
    Expression number;
    Expression from;
    Expression to;
    std::optional<ConditionId> provided;  // mits:
};
struct TurnClause {       // C89 de volgende … is voor
    Phrase things;        // without `de volgende`
    Phrase dimension;     // with the most left to do
    bool neuter = false;  // het volgende
};
struct SmallCountsClause {  // C78 aantallen onder ... worden niet getoond
    std::int64_t fewest = 0;
};
enum class Purpose { Check, Agenda, Monitor };  // what is read: voor een toetsing, de agenda, de monitor
struct SeesClause {                             // C78 … ziet: …
    std::vector<Phrase> roles;
    std::vector<Phrase> classes;     // empty: `niets`
    std::optional<Purpose> purpose;  // empty: for all of them
    bool outcome_only = false;       // … ziet van … alleen de uitkomst
};
struct ConsentClause {  // C78 … alleen met toestemming van …
    Phrase privacy;
    Phrase giver;
};
struct ShownAsClause {  // C78 … wordt getoond als "…"
    Phrase privacy;
    std::string text;
};
struct ParagraphsClause {
    std::vector<int> numbers;
};  // C85 volgens lid
struct OnClause {
    Date date;
    std::optional<Date> known_on;
};  // C79 op ... , bekend op ...
struct FromFileClause {
    Phrase kind;
    std::string path;
};  // C79 toewijzing uit "..."
struct PortfolioClause {
    std::string path;
};  // C79 portefeuille uit "..."
struct FactsClause {
    std::vector<Bullet> facts;
};  // C79 waarbij:
struct Expectation {
    Phrase rule;
    std::optional<Phrase> of;
    Phrase outcome;
    Span where;
};  // voorwaarde x: ontbreekt
struct ExpectsClause {
    std::vector<Expectation> expectations;
};  // C79 verwacht:
// A clause of a later construct, recognised by its first words: its text is kept as written, never skipped.
struct NotYetClause {
    std::string construct;  // its code in the catalogue of constructs, "C59"
    std::vector<std::string> lines;
    std::string nl = {};  // what it is: "het stilstaan van een termijn"
    std::string en = {};
};
struct InvalidClause {
    std::vector<std::string> lines;
};

struct Clause {
    using Kind = std::variant<
        LevelClause, SourceClause, ValidityClause, RenewalClause, AfterConsentClause, ConsentGivenClause, NoticeClause,
        UsesClause, PartyClause, RoleClause, SuccessionClause, MembershipClause, TermsClause,
        WorkingDaysClause, FreeDaysClause, EquatedDaysClause, LeapDayClause, VersionClause, NewerVersionClause,
        FieldClause, ParameterRowClause, HitRuleClause, TableClause, ForEveryClause, OnlyIfClause, AsSoonAsClause,
        TagsClause, ExemptsClause, DepartsClause, MayDepartClause, FavourableClause, RequiresClause, AimsForClause,
        LapseClause, CurableClause, SuspensionClause, UnlessClause, ArrangedByClause, DutyClause, DefaultClause,
        EffortClause, ShownByClause, PowerClause, BanClause, BeginsWithClause, StepClause, EveryStepClause, SkipClause,
        RestartClause, PerClause, CountsClause, OutOfClause, MomentClause, NotCountedClause, LimitClause,
        ThresholdClause, CarryOverClause, ExpiryClause, ClosingClause, ApportionsClause, LeftoverClause, OrderClause,
        OpenOfferClause, GiverClause, ShareKeyClause, RoundingClause, SwapClause, TurnClause, TieBreakClause,
        SmallCountsClause, SeesClause, ConsentClause, ShownAsClause, ParagraphsClause, OnClause, PortfolioClause,
        FromFileClause, FactsClause, ExpectsClause, NotYetClause, InvalidClause>;
    Kind kind;
    Span where;                        // the clause with everything under it
    std::vector<std::string> remarks;  // C80: remark lines directly above it, without `#`
};

// -------------------------------------------------------------------------------------------------------- headers

enum class DocumentKind { Covenant, PerformanceAgreements, Ordinance, Law, Concepts };
struct DocumentHeader {
    DocumentKind kind;
    Phrase name;
};                                                 // C1
enum class KindCategory { Thing, Event, Period };  // begrip, gebeurtenis, tijdvak
struct KindHeader {
    KindCategory category;
    DeclaredName name;
    std::optional<Phrase> owner;
    std::vector<Property> properties;
};
struct ParameterHeader {
    DeclaredName name;
    FieldType type;
    std::vector<Property> properties;
};
// C23: `beslistabel het einde van de proefperiode van een huurovereenkomst`: owner is what follows the last `van een`.
struct DecisionTableHeader {
    DeclaredName name;
    Phrase owner;
};
struct ValueDefinition {  // C20
    DeclaredName name;
    Phrase owner;
    Expression value;
    std::optional<ConditionId> filter;
    bool plural = false;  // zijn
};
struct PropertyDefinition {
    Phrase subject;
    Phrase property;
    ConditionId condition;
};  // C21
struct CompletenessDefinition {
    Phrase things;
    Phrase owner;
    ConditionId condition;
};                          // C21 zijn volledig als
struct SubKindDefinition {  // C22
    DeclaredName name;
    std::vector<Property> properties;
    Phrase base;
    std::optional<Phrase> hereafter;
    ConditionId filter;
};
// voorwaarde, streefnorm, verplichting, inspanning, bevoegdheid, verbod, procedure
enum class RuleKind { Precondition, TargetNorm, Obligation, Effort, Power, Ban, Procedure };
struct RuleHeader {
    RuleKind kind;
    Phrase name;
};
struct ExemptionHeader {  // C64
    Phrase name;
};
enum class TallyKind { Contingent, Spread, Share };
struct TallyHeader {  // C72
    TallyKind kind;
    Phrase name;
};
struct ApportionmentHeader {  // C77
    Phrase name;
};
struct AccessHeader {};  // C78
struct CalendarHeader {
    DeclaredName name;
};
struct ExampleHeader {
    std::string title;
};
// A header of a later construct (inspanning, procedure, contingent ...), with all its lines as written.
struct NotYetHeader {
    std::string construct;
    std::string keyword;
    Phrase name;
    std::vector<std::string> lines;
};
struct InvalidHeader {
    std::vector<std::string> lines;
};

struct Header {
    using Kind = std::variant<DocumentHeader, KindHeader, ParameterHeader, DecisionTableHeader, ValueDefinition,
                              PropertyDefinition, CompletenessDefinition, SubKindDefinition, RuleHeader,
                              ExemptionHeader, TallyHeader, ApportionmentHeader, AccessHeader, CalendarHeader,
                              ExampleHeader, NotYetHeader, InvalidHeader>;
    Kind kind;
    std::vector<Clause> clauses;  // in the order written
    Span where;                   // header line with all its clauses
    Span heading;                 // the header line alone
    std::vector<std::string> remarks;
};

// ------------------------------------------------------------------------------------------------------- document

struct Heading {
    int level = 0;
    std::string text;
    Span where;
};
// Prose between the previous block or heading and this block; `number` is that of a numbered paragraph (lid).
struct Paragraph {
    std::optional<int> number;
    std::string text;
    Span where;
};
struct Block {
    std::vector<Heading> headings;  // the path, outermost first; empty in a plain .toets file
    std::vector<Paragraph> prose;
    std::vector<Header> headers;
    std::vector<std::string> remarks_at_end;
    Span where;  // the text between the fences, or the whole plain file
};

// How the parser went about it; the tests demand zero ambiguities and zero full-context predictions.
struct ParseStatistics {
    std::size_t logical_lines = 0;
    std::size_t ambiguities = 0;
    std::size_t full_context_predictions = 0;
};

struct Document {
    SourceId source;
    bool literate = false;
    std::vector<Block> blocks;
    Arena<Condition, ConditionId> conditions;
    ParseStatistics statistics;
};

}  // namespace toets::syntax
