#include <array>

#include "base/match.h"
#include "syntax/dumping.h"
#include "syntax/literals.h"

namespace toets::syntax {
namespace {

std::string_view name_of(Level level) {
    constexpr std::array<std::string_view, 4> names = {"Law", "Region", "Municipality", "Corporation"};
    return names[static_cast<std::size_t>(level)];
}

std::string_view name_of(HitRule rule) {
    constexpr std::array<std::string_view, 6> names = {"ExactlyOne", "First", "Highest", "Lowest", "Last", "Sum"};
    return names[static_cast<std::size_t>(rule)];
}

class ClauseDump {
public:
    ClauseDump(Dump& dump, std::size_t depth) : dump_(dump), depth_(depth) {}

    void operator()(const LevelClause& level) {
        dump_.line(depth_, "Level", name_of(level.level));
        if (level.place) dump_.phrase(depth_ + 1, "place", *level.place);
    }
    void operator()(const SourceClause& source) { dump_.source(depth_, source); }
    void operator()(const ValidityClause& validity) {
        dump_.line(depth_, "Validity",
                   to_iso(validity.first) + (validity.last ? " to " + to_iso(*validity.last) : " on"));
    }
    void operator()(const UsesClause& uses) { dump_.phrases(depth_, "Uses", uses.documents); }
    void operator()(const PartyClause& party) {
        dump_.line(depth_, "Party");
        dump_.name(depth_ + 1, party.role);
        dump_.properties(depth_ + 1, party.properties);
        dump_.phrases(depth_ + 1, "member", party.members);
    }
    void operator()(const RoleClause& roles) {
        dump_.line(depth_, "Role");
        for (const DeclaredName& role : roles.roles) dump_.name(depth_ + 1, role);
    }
    void operator()(const SuccessionClause& succession) {
        dump_.phrase(depth_, "Succession", succession.successor);
        dump_.phrase(depth_ + 1, "of", succession.party);
        dump_.line(depth_ + 1, "from", to_iso(succession.from));
    }
    void operator()(const MembershipClause& membership) {
        dump_.phrase(depth_, "Membership", membership.party);
        if (membership.first) dump_.line(depth_ + 1, "from", to_iso(*membership.first));
        if (membership.last) dump_.line(depth_ + 1, "until", to_iso(*membership.last));
    }
    void operator()(const RenewalClause& renewal) {
        dump_.phrase(depth_, "Renewal", renewal.length);
        dump_.time(depth_ + 1, renewal.notice);
    }
    void operator()(const AfterConsentClause& consent) { dump_.phrases(depth_, "AfterConsent", consent.parties); }
    void operator()(const ConsentGivenClause& consent) { recorded("ConsentGiven", consent.party, consent.on); }
    void operator()(const NoticeClause& notice) { recorded("Notice", notice.party, notice.on); }
    void operator()(const TermsClause& terms) {
        dump_.phrase(depth_, "Terms", terms.calendar);
        if (terms.without_shift) dump_.line(depth_ + 1, "without_shift");
    }
    void operator()(const WorkingDaysClause& days) {
        dump_.line(depth_, "WorkingDays", days.is_range ? "from first to last" : "");
        dump_.phrases(depth_ + 1, "weekday", days.weekdays);
    }
    void operator()(const FreeDaysClause& free) { dump_.phrases(depth_, "FreeDay", free.days); }
    void operator()(const EquatedDaysClause& equated) {
        dump_.line(depth_, "EquatedDays", equated.first_year + " to " + equated.last_year);
        dump_.phrases(depth_ + 1, "day", equated.days);
        if (equated.source) dump_.source(depth_ + 1, *equated.source);
    }
    void operator()(const LeapDayClause& leap) {
        dump_.line(depth_, "LeapDay", leap.first_of_march ? "1 March" : "28 February");
    }
    void operator()(const VersionClause& version) { dump_.expression(depth_, "Version", version.date); }
    void operator()(const NewerVersionClause& newer) { dump_.phrase(depth_, "NewerVersion", newer.who); }
    void operator()(const FieldClause& field) {
        dump_.line(depth_, "Field");
        dump_.name(depth_ + 1, field.name);
        dump_.type(depth_ + 1, field.type);
        dump_.properties(depth_ + 1, field.properties);
    }
    void operator()(const ParameterRowClause& row) {
        dump_.expression(depth_, "Row", row.value);
        dump_.line(depth_ + 1, "from", to_iso(row.from));
        if (row.source) dump_.source(depth_ + 1, *row.source);
    }
    void operator()(const HitRuleClause& hit) { dump_.line(depth_, "HitRule", name_of(hit.rule)); }
    void operator()(const TableClause& table) { dump_.table(depth_, table); }
    void operator()(const ForEveryClause& every) {
        dump_.phrase(depth_, "ForEvery", every.kind);
        if (every.hereafter) dump_.phrase(depth_ + 1, "hereafter", *every.hereafter);
        if (every.act) dump_.expression(depth_ + 1, "act", *every.act);
    }
    void operator()(const OnlyIfClause& only) { sentence("OnlyIf", only.condition); }
    void operator()(const AsSoonAsClause& start) { sentence("AsSoonAs", start.condition); }
    void operator()(const TagsClause& tags) { dump_.phrases(depth_, "Tag", tags.tags); }
    void operator()(const ExemptsClause& exempts) { dump_.phrase(depth_, "Exempts", phrase_of(exempts.rules)); }
    void operator()(const DepartsClause& departs) { dump_.phrase(depth_, "Departs", phrase_of(departs.rules)); }
    void operator()(const MayDepartClause& may) {
        dump_.line(depth_, "MayDepart", name_of(may.level));
        if (may.in_favour_of) dump_.phrase(depth_ + 1, "in_favour_of", *may.in_favour_of);
    }
    void operator()(const FavourableClause& favourable) {
        constexpr std::array<std::string_view, 4> names = {"shorter", "longer", "lower", "higher"};
        dump_.line(depth_, "Favourable", names[static_cast<std::size_t>(favourable.what)]);
    }
    void operator()(const RequiresClause& requirement) { sentence("Requires", requirement.condition); }
    void operator()(const AimsForClause& aim) { sentence("AimsFor", aim.condition); }
    void operator()(const LapseClause& lapse) {
        dump_.phrase(depth_, "Lapse", lapse.event);
        dump_.time(depth_ + 1, lapse.term);
    }
    void operator()(const CurableClause& curable) {
        dump_.line(depth_, "Curable");
        dump_.time(depth_ + 1, curable.term);
    }
    void operator()(const SuspensionClause& suspension) { dump_.phrase(depth_, "Suspension", suspension.periods); }
    void operator()(const UnlessClause& unless) { dump_.exceptions(depth_, {unless.exception}); }
    void operator()(const ArrangedByClause& arranged) { dump_.phrases(depth_, "ArrangedBy", arranged.who); }
    void operator()(const DutyClause& duty) {
        dump_.line(depth_, "Duty");
        dump_.phrases(depth_ + 1, "who", duty.who);
        dump_.phrases(depth_ + 1, "act", duty.act);
        if (duty.term) dump_.time(depth_ + 1, *duty.term);
        if (duty.recurrence) recurrence(*duty.recurrence);
        if (duty.leniency) dump_.expression(depth_ + 1, "leniency", *duty.leniency);
    }
    void operator()(const DefaultClause& on_default) {
        dump_.line(depth_, "OnDefault");
        ++depth_;
        (*this)(on_default.duty);
        --depth_;
    }
    void operator()(const EffortClause& effort) {
        dump_.line(depth_, "Effort");
        ++depth_;
        (*this)(effort.duty);
        --depth_;
    }
    void operator()(const ShownByClause& shown) { dump_.phrases(depth_, "ShownBy", shown.events); }
    void operator()(const PowerClause& power) { timed_act("Power", power.act); }
    void operator()(const BanClause& ban) { timed_act("Ban", ban.act); }
    void operator()(const BeginsWithClause& begin) { dump_.phrase(depth_, "BeginsWith", begin.event); }
    void operator()(const StepClause& step) {
        dump_.line(depth_, "Step");
        dump_.name(depth_ + 1, step.name);
        dump_.phrases(depth_ + 1, "who", step.who);
        for (const Time& time : step.times) dump_.time(depth_ + 1, time);
        if (!step.requirement) return;
        dump_.line(depth_ + 1, "Requires");
        dump_.condition(depth_ + 2, step.requirement->condition);
    }
    void operator()(const PerClause& per) { dump_.phrases(depth_, "Per", per.dimensions); }
    void operator()(const CountsClause& counts) {
        dump_.phrase(depth_, "Counts", counts.things);
        if (counts.filter) dump_.condition(depth_ + 1, *counts.filter);
    }
    void operator()(const OutOfClause& out_of) {
        dump_.phrase(depth_, "OutOf", out_of.things);
        dump_.phrases(depth_ + 1, "per", out_of.dimensions);
        if (out_of.filter) dump_.condition(depth_ + 1, *out_of.filter);
    }
    void operator()(const MomentClause& moment) { dump_.expression(depth_, "Moment", moment.date); }
    void operator()(const NotCountedClause& not_counted) { sentence("NotCounted", not_counted.condition); }
    void operator()(const LimitClause& limit) {
        dump_.line(depth_, limit.is_share ? "ShareLimit" : "NumberLimit", name_of(limit.comparison));
        dump_.expression(depth_ + 1, "bound", limit.bound);
    }
    void operator()(const ThresholdClause& threshold) {
        dump_.phrase(depth_, "OnlyFrom: " + std::to_string(threshold.count), threshold.things);
    }
    void operator()(const CarryOverClause& carry) {
        dump_.line(depth_, "CarryOver", carry.is_surplus ? "surplus" : "shortfall");
        if (carry.part) dump_.phrase(depth_ + 1, "part", *carry.part);
        if (carry.cap) dump_.phrase(depth_ + 1, carry.is_cap_of_whole ? "cap of whole" : "cap", *carry.cap);
        if (carry.rounding) dump_.line(depth_ + 1, "rounding", name_of(*carry.rounding));
    }
    void operator()(const ExpiryClause& expiry) {
        dump_.phrase(depth_, "Expiry", expiry.after);
        dump_.line(depth_ + 1, expiry.is_oldest_first ? "oldest_first" : "newest_first");
    }
    void operator()(const ClosingClause& closing) { dump_.phrase(depth_, "Closing", closing.day); }
    void operator()(const SwapClause& swap) {
        dump_.phrase(depth_, "Swap", swap.event);
        dump_.expression(depth_ + 1, "number", swap.number);
        dump_.expression(depth_ + 1, "from", swap.from);
        dump_.expression(depth_ + 1, "to", swap.to);
        if (!swap.provided) return;
        dump_.line(depth_ + 1, "provided");
        dump_.condition(depth_ + 2, *swap.provided);
    }
    void operator()(const TurnClause& turn) {
        dump_.phrase(depth_, "Turn", turn.things);
        dump_.phrase(depth_ + 1, "of", turn.dimension);
    }
    void operator()(const ApportionsClause& apportions) {
        dump_.phrase(depth_, "Apportions", apportions.total);
        if (apportions.rounding) dump_.line(depth_ + 1, "rounding", name_of(*apportions.rounding));
        dump_.phrase(depth_ + 1, "over", apportions.recipients);
    }
    void operator()(const LeftoverClause& leftover) {
        dump_.phrase(depth_, "Leftover", leftover.day);
        dump_.phrase(depth_ + 1, "of", leftover.tally);
        dump_.phrase(depth_ + 1, "over", leftover.recipients);
    }
    void operator()(const OrderClause& order) { dump_.phrase(depth_, "Order", order.event); }
    void operator()(const OpenOfferClause& offer) { dump_.line(depth_, "OpenOffer", offer.is_used ? "used" : "left"); }
    void operator()(const GiverClause& giver) {
        dump_.line(depth_, "GivesFirst", giver.is_most_first ? "most_left" : "first_in_table");
    }
    void operator()(const ShareKeyClause& key) {
        const std::string share =
            key.percentage ? ": " + to_text(*key.percentage->literal, key.percentage->text) : std::string();
        if (key.value) {
            dump_.phrase(depth_, "ProRata" + share, *key.value);
        } else {
            dump_.line(depth_, "EqualParts" + share);
        }
    }
    void operator()(const RoundingClause& rounding) { dump_.line(depth_, "Rounding", name_of(rounding.rounding)); }
    void operator()(const TieBreakClause& tie) {
        constexpr std::array<std::string_view, 5> kinds = {"first_in_table", "highest", "lowest", "lot", "decision"};
        const std::string_view kind = kinds[static_cast<std::size_t>(tie.kind)];
        if (tie.words.words.empty()) {
            dump_.line(depth_, "OnTie", kind);
        } else {
            dump_.phrase(depth_, "OnTie " + std::string(kind), tie.words);
        }
        if (tie.recorded) dump_.phrase(depth_ + 1, "according", *tie.recorded);
    }
    void operator()(const SeesClause& sees) {
        constexpr std::array purposes{"SeesForCheck", "SeesForAgenda", "SeesForMonitor"};
        const char* const sees_what = sees.purpose ? purposes[static_cast<std::size_t>(*sees.purpose)] : "Sees";
        dump_.phrases(depth_, sees.outcome_only ? "SeesOutcomeOf" : sees_what, sees.classes);
        dump_.phrases(depth_ + 1, "role", sees.roles);
    }
    void operator()(const ConsentClause& consent) {
        dump_.phrase(depth_, "WithConsent", consent.privacy);
        dump_.phrase(depth_ + 1, "of", consent.giver);
    }
    void operator()(const ShownAsClause& shown) {
        dump_.phrase(depth_, "ShownAs \"" + shown.text + "\"", shown.privacy);
    }
    void operator()(const SmallCountsClause& small) { dump_.line(depth_, "CountsBelow", std::to_string(small.fewest)); }
    void operator()(const EveryStepClause& every) {
        dump_.line(depth_, "EveryStep");
        dump_.time(depth_ + 1, every.time);
    }
    void operator()(const SkipClause& skip) {
        dump_.phrases(depth_, "Skip", skip.steps);
        dump_.condition(depth_ + 1, skip.condition);
        if (!skip.provided) return;
        dump_.line(depth_ + 1, "provided");
        depth_ += 2;
        (*this)(*skip.provided);
        depth_ -= 2;
    }
    void operator()(const RestartClause& restart) {
        dump_.phrase(depth_, restart.is_one_step ? "StepsBack" : "Restarts", restart.length);
        dump_.phrase(depth_ + 1, "without", restart.event);
    }
    void operator()(const ParagraphsClause& paragraphs) {
        for (const int number : paragraphs.numbers) dump_.line(depth_, "Paragraph", std::to_string(number));
    }
    void operator()(const OnClause& on) {
        dump_.line(depth_, "On", to_iso(on.date) + (on.known_on ? ", known on " + to_iso(*on.known_on) : ""));
    }
    void operator()(const PortfolioClause& portfolio) { dump_.line(depth_, "Portfolio", portfolio.path); }
    void operator()(const FromFileClause& file) { dump_.phrase(depth_, "FromFile \"" + file.path + "\"", file.kind); }
    void operator()(const FactsClause& facts) {
        dump_.line(depth_, "Facts");
        dump_.bullets(depth_ + 1, facts.facts);
    }
    void operator()(const ExpectsClause& expects) {
        for (const Expectation& expectation : expects.expectations) {
            dump_.phrase(depth_, "Expects", expectation.rule);
            if (expectation.of) dump_.phrase(depth_ + 1, "of", *expectation.of);
            dump_.phrase(depth_ + 1, "outcome", expectation.outcome);
        }
    }
    void operator()(const NotYetClause& later) {
        dump_.line(depth_, "NotYet", later.construct);
        dump_.lines(depth_ + 1, later.lines);
    }
    void operator()(const InvalidClause& invalid) {
        dump_.line(depth_, "Invalid");
        dump_.lines(depth_ + 1, invalid.lines);
    }

private:
    void recorded(std::string_view what, const Phrase& party, const std::optional<Date>& on) {
        dump_.phrase(depth_, what, party);
        dump_.line(depth_ + 1, "on", on ? to_iso(*on) : "unknown");
    }
    static Phrase phrase_of(const NamedRules& rules) { return {rules.words, rules.where}; }
    void timed_act(std::string_view what, const TimedAct& act) {
        dump_.line(depth_, what);
        dump_.phrases(depth_ + 1, "who", act.who);
        dump_.phrases(depth_ + 1, "act", act.act);
        if (act.window) dump_.time(depth_ + 1, *act.window);
    }
    void recurrence(const Recurrence& recurrence) {
        constexpr std::array<std::string_view, 3> names = {"length", "year", "quarter"};
        dump_.line(depth_ + 1, "every", names[static_cast<std::size_t>(recurrence.kind)]);
        if (recurrence.every) dump_.expression(depth_ + 2, "every", *recurrence.every);
        if (recurrence.term) dump_.time(depth_ + 2, *recurrence.term);
        if (recurrence.until) dump_.expression(depth_ + 2, "until", *recurrence.until);
    }
    void sentence(std::string_view name, ConditionId condition) {
        dump_.line(depth_, name);
        dump_.condition(depth_ + 1, condition);
    }

    Dump& dump_;
    std::size_t depth_;
};

}  // namespace

void Dump::clause(std::size_t depth, const Clause& clause) {
    for (const std::string& remark : clause.remarks) line(depth, "# " + remark);
    std::visit(ClauseDump(*this, depth), clause.kind);
}

}  // namespace toets::syntax
