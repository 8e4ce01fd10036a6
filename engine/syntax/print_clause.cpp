#include <array>

#include "base/match.h"
#include "syntax/printing.h"

namespace toets::syntax {
namespace {

std::string text_of(const LevelClause& level) {
    const std::string place = level.place ? " " + text_of(*level.place) : "";
    switch (level.level) {
        case Level::Law: return "niveau wet";
        case Level::Region: return "niveau regio";
        case Level::Municipality: return "niveau gemeente" + place;
        case Level::Corporation: return "niveau corporatie" + place;
    }
    return "";
}

std::string text_of(const ValidityClause& validity) {
    if (!validity.last) return "geldig vanaf " + date_text(validity.first);
    return "geldig van " + date_text(validity.first) + " tot en met " + date_text(*validity.last);
}

std::string text_of(const TermsClause& terms) {
    return "termijnen volgens " + text_of(terms.calendar) + (terms.without_shift ? ", zonder verschuiving" : "");
}

std::string text_of(const WorkingDaysClause& days) {
    if (!days.is_range) return "werkdagen zijn " + text_of(days.weekdays);
    return "werkdagen zijn " + text_of(days.weekdays.front()) + " tot en met " + text_of(days.weekdays.back());
}

std::string text_of(const EquatedDaysClause& equated) {
    const bool is_one_year = equated.first_year == equated.last_year;
    return "gelijkgestelde dagen van " + equated.first_year + (is_one_year ? "" : " tot en met " + equated.last_year) +
           ": " + text_of(equated.days) + (equated.source ? ", " + text_of(*equated.source) : "");
}

std::string text_of(const RoleClause& roles) {
    std::string text = "rol ";
    for (const DeclaredName& role : roles.roles) text += (text.size() > 4 ? ", " : "") + text_of(role);
    return text;
}

std::string_view text_of(HitRule rule) {
    switch (rule) {
        case HitRule::ExactlyOne: return "precies één";
        case HitRule::First: return "de eerste";
        case HitRule::Highest: return "de hoogste";
        case HitRule::Lowest: return "de laagste";
        case HitRule::Last: return "de laatste";
        case HitRule::Sum: return "de som";
    }
    return "";
}

std::string text_of(const ParameterRowClause& row) {
    return text_of(row.value) + " vanaf " + date_text(row.from) + (row.source ? ", " + text_of(*row.source) : "");
}

std::string text_of(const ForEveryClause& every) {
    return (every.neuter ? "bij elk " : "bij elke ") + text_of(every.kind) +
           (every.hereafter ? " (hierna: " + text_of(*every.hereafter) + ")" : "") +
           (every.act ? ", vóór " + text_of(*every.act) : "");
}

std::string text_of(const Recurrence& recurrence) {
    std::string text;
    switch (recurrence.kind) {
        case Recurrence::Kind::Length:
            text = (recurrence.neuter ? "elk " : "elke ") + text_of(*recurrence.every);
            break;
        case Recurrence::Kind::Year: text = "elk kalenderjaar " + text_of(*recurrence.term); break;
        case Recurrence::Kind::Quarter: text = "elk kwartaal " + text_of(*recurrence.term); break;
    }
    return text + (recurrence.until ? ", tot en met " + text_of(*recurrence.until) : "");
}

std::string text_of(const DutyClause& duty, std::string_view verb) {
    return text_of(duty.who).append(verb) + text_of(duty.act) + ", " +
           (duty.term ? text_of(*duty.term) : text_of(*duty.recurrence)) +
           (duty.leniency ? ", met een speling van " + text_of(*duty.leniency) : "");
}

std::string text_of(const StepClause& step) {
    std::string text = "stap " + text_of(step.name) + " door " + text_of(step.who);
    for (const Time& time : step.times) text += ", " + text_of(time);
    return text;
}

std::string text_of(const RestartClause& restart) {
    return (restart.is_one_step ? "gaat een stap terug na " : "begint opnieuw na ") + text_of(restart.length) +
           " zonder " + text_of(restart.event);
}

std::string text_of(const DutyClause& duty) { return text_of(duty, duty.plural ? " zorgen voor " : " zorgt voor "); }

std::string text_of(const EffortClause& effort) {
    return text_of(effort.duty, effort.duty.plural ? " spannen zich in voor " : " spant zich in voor ");
}

std::string text_of(const TimedAct& act, std::string_view one, std::string_view several) {
    return text_of(act.who).append(act.plural ? several : one) + text_of(act.act) +
           (act.window ? ", " + text_of(*act.window) : "");
}

// "per wijk van de woning, per corporatie en per kalenderjaar"
std::string per_text(const std::vector<Phrase>& dimensions) {
    std::string text;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (i > 0) text += i + 1 == dimensions.size() ? " en " : ", ";
        text += "per " + text_of(dimensions[i]);
    }
    return text;
}

std::string text_of(const LimitClause& limit) {
    return (limit.is_share ? "het aandeel is " : "het aantal is ") + std::string(text_of(limit.comparison)) +
           text_of(limit.bound);
}

std::string text_of(const CarryOverClause& carry) {
    std::string text = carry.is_surplus ? "een overschot" : "een tekort";
    text += " gaat mee naar het volgende kalenderjaar";
    if (carry.part) text += ", voor " + text_of(*carry.part);
    if (carry.cap) {
        text += ", ten hoogste " + text_of(*carry.cap) +
                (carry.is_cap_of_whole ? " van de hele opgave" : " van de oorspronkelijke opgave");
    }
    return carry.rounding ? text.append(", ").append(text_of(*carry.rounding)) : text;
}

std::string text_of(const ExpiryClause& expiry) {
    return "wat meegaat, vervalt na " + text_of(expiry.after) +
           (expiry.is_oldest_first ? ", het oudste eerst" : ", het nieuwste eerst");
}

std::string text_of(const SwapClause& swap) {
    return (swap.neuter ? "bij elk " : "bij elke ") + text_of(swap.event) + (swap.plural ? " gaan " : " gaat ") +
           text_of(swap.number) + " over van " + text_of(swap.from) + " naar " + text_of(swap.to);
}

std::string text_of(const TurnClause& turn) {
    return (turn.neuter ? "het volgende " : "de volgende ") + text_of(turn.things) + " is voor " +
           text_of(turn.dimension) + " met de grootste resterende opgave";
}

std::string text_of(const ApportionsClause& apportions) {
    std::string text = "verdeelt " + text_of(apportions.total);
    if (apportions.rounding) text.append(", ").append(text_of(*apportions.rounding)).append(",");
    return text + " over " + text_of(apportions.recipients);
}

std::string text_of(const LeftoverClause& leftover) {
    return "verdeelt wat op " + text_of(leftover.day) + " over is van contingent " + text_of(leftover.tally) +
           " over " + text_of(leftover.recipients);
}

std::string text_of(const ShareKeyClause& key) {
    const std::string percentage = key.percentage ? text_of(Phrase{{*key.percentage}, {}}) + " " : "";
    return percentage + (key.value ? "naar rato van " + text_of(*key.value) : "in gelijke delen");
}

std::string text_of(const TieBreakClause& tie) {
    const std::string article = tie.article ? tie.article->folded + " " : "";
    const std::string recorded = tie.recorded ? ", volgens " + text_of(*tie.recorded) : "";
    switch (tie.kind) {
        case TieBreakClause::Kind::FirstInTable: return "bij gelijke stand: de eerste in de tabel";
        case TieBreakClause::Kind::Highest: return "bij gelijke stand: " + article + "hoogste " + text_of(tie.words);
        case TieBreakClause::Kind::Lowest: return "bij gelijke stand: " + article + "laagste " + text_of(tie.words);
        case TieBreakClause::Kind::Lot: return "bij gelijke stand: door loting" + recorded;
        case TieBreakClause::Kind::Decision: return "bij gelijke stand: besluit van " + text_of(tie.words) + recorded;
    }
    return "";
}

std::string text_of(const ParagraphsClause& paragraphs) {
    std::string text = "volgens lid ";
    for (std::size_t i = 0; i < paragraphs.numbers.size(); ++i) {
        if (i > 0) text += i + 1 == paragraphs.numbers.size() ? " en " : ", ";
        text += std::to_string(paragraphs.numbers[i]);
    }
    return text;
}

std::string text_of(const OnClause& on) {
    return "op " + date_text(on.date) + (on.known_on ? ", bekend op " + date_text(*on.known_on) : "");
}

std::string text_of(const Expectation& expectation) {
    return "- " + text_of(expectation.rule) + (expectation.of ? " van " + text_of(*expectation.of) : "") + ": " +
           text_of(expectation.outcome);
}

class ClausePrinter {
public:
    ClausePrinter(const Document& document, Writer& out) : conditions_(document, out), out_(out) {}

    void print(const Clause& clause) {
        out_.remarks(2, clause.remarks);
        if (!print_condition_clause(clause.kind)) print_line(clause.kind);
    }

private:
    // Clauses with a sentence, bullets or rows; false for the others, which are one line.
    bool print_condition_clause(const Clause::Kind& kind) {
        if (const auto* only = std::get_if<OnlyIfClause>(&kind))
            conditions_.print(2, "alleen als: ", "alleen als ", only->condition);
        else if (const auto* start = std::get_if<AsSoonAsClause>(&kind))
            conditions_.print(2, "zodra: ", "zodra ", start->condition);
        else if (const auto* requirement = std::get_if<RequiresClause>(&kind))
            conditions_.print(2, "vereist: ", "vereist dat ", requirement->condition);
        else if (const auto* aims = std::get_if<AimsForClause>(&kind))
            conditions_.print(2, "streeft naar: ", "streeft ernaar dat ", aims->condition);
        else if (const auto* unless = std::get_if<UnlessClause>(&kind))
            conditions_.print_exception(2, unless->exception);
        else if (const auto* not_counted = std::get_if<NotCountedClause>(&kind))
            conditions_.print(2, "telt niet mee als: ", "telt niet mee als ", not_counted->condition);
        else if (const auto* counts = std::get_if<CountsClause>(&kind))
            print_filtered("telt " + text_of(counts->things), counts->filter);
        else if (const auto* out_of = std::get_if<OutOfClause>(&kind))
            print_filtered("van " + text_of(out_of->things) +
                               (out_of->dimensions.empty() ? "" : ", " + per_text(out_of->dimensions)),
                           out_of->filter);
        else if (const auto* step = std::get_if<StepClause>(&kind))
            print_step(*step);
        else if (const auto* skip = std::get_if<SkipClause>(&kind))
            print_skip(*skip);
        else if (const auto* swap = std::get_if<SwapClause>(&kind))
            print_swap(*swap);
        else if (const auto* table = std::get_if<TableClause>(&kind))
            print_table(*table, out_);
        else if (const auto* facts = std::get_if<FactsClause>(&kind))
            print_facts(*facts);
        else if (const auto* expects = std::get_if<ExpectsClause>(&kind))
            print_expectations(*expects);
        else if (const auto* later = std::get_if<NotYetClause>(&kind))
            print_lines(later->lines);
        else if (const auto* invalid = std::get_if<InvalidClause>(&kind))
            print_lines(invalid->lines);
        else
            return false;
        return true;
    }

    void print_filtered(const std::string& text, const std::optional<ConditionId>& filter) {
        out_.sentence(2, filter ? text + " " + conditions_.filter(*filter) : text);
        const Legs* legs = filter ? conditions_.legs(*filter) : nullptr;
        if (legs != nullptr) conditions_.print_bullets(4, legs->bullets);
    }
    void print_step(const StepClause& step) {
        out_.sentence(2, text_of(step));
        if (step.requirement) conditions_.print(4, "vereist: ", "vereist dat ", step.requirement->condition);
    }
    void print_skip(const SkipClause& skip) {
        const std::string opener = text_of(skip.steps) + (skip.plural ? " mogen" : " mag") + " vervallen als";
        conditions_.print(2, opener + ": ", opener + " ", skip.condition);
        if (skip.provided) out_.sentence(4, "mits: " + text_of(*skip.provided));
    }
    void print_swap(const SwapClause& swap) {
        out_.sentence(2, text_of(swap));
        if (swap.provided) conditions_.print(4, "mits: ", "mits ", *swap.provided);
    }
    void print_facts(const FactsClause& facts) {
        out_.sentence(2, "waarbij:");
        conditions_.print_bullets(4, facts.facts);
    }
    void print_expectations(const ExpectsClause& expects) {
        out_.sentence(2, "verwacht:");
        for (const Expectation& expectation : expects.expectations) out_.sentence(4, text_of(expectation));
    }
    void print_lines(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) out_.verbatim(2, line);
    }

    void print_line(const Clause::Kind& kind) {
        const auto none = [](const auto&) { return std::string(); };
        out_.sentence(
            2, match(
                   kind, [](const LevelClause& clause) { return text_of(clause); },
                   [](const SourceClause& clause) { return text_of(clause); },
                   [](const ValidityClause& clause) { return text_of(clause); },
                   [](const UsesClause& clause) { return "gebruikt " + text_of(clause.documents); },
                   [](const PartyClause& clause) {
                       return "partij " + text_of(clause.role) + text_of(clause.properties) + ": " +
                              text_of(clause.members);
                   },
                   [](const RoleClause& clause) { return text_of(clause); },
                   [](const TermsClause& clause) { return text_of(clause); },
                   [](const WorkingDaysClause& clause) { return text_of(clause); },
                   [](const FreeDaysClause& clause) { return "geen werkdag: " + text_of(clause.days); },
                   [](const EquatedDaysClause& clause) { return text_of(clause); },
                   [](const LeapDayClause& clause) {
                       return std::string("29 februari wordt ") + (clause.first_of_march ? "1 maart" : "28 februari");
                   },
                   [](const VersionClause& clause) {
                       return text_of(clause.date) + (clause.plural ? " bepalen de versie" : " bepaalt de versie");
                   },
                   [](const NewerVersionClause& clause) {
                       return text_of(clause.who) + (clause.plural ? " kunnen" : " kan") +
                              " kiezen voor een nieuwere versie";
                   },
                   [](const FieldClause& clause) {
                       return text_of(clause.name) + ": " + text_of(clause.type) + text_of(clause.properties);
                   },
                   [](const ParameterRowClause& clause) { return text_of(clause); },
                   [](const HitRuleClause& clause) {
                       return "van de rijen die passen geldt: " + std::string(text_of(clause.rule));
                   },
                   [](const ForEveryClause& clause) { return text_of(clause); },
                   [](const TagsClause& clause) { return "kenmerk " + text_of(clause.tags); },
                   [](const ExemptsClause& clause) { return "stelt vrij van " + text_of(clause.rules); },
                   [](const DepartsClause& clause) { return "in afwijking van " + text_of(clause.rules); },
                   [](const MayDepartClause& clause) { return text_of(clause); },
                   [](const FavourableClause& clause) { return text_of(clause); },
                   [](const LapseClause& clause) {
                       return "ook voldaan als " + text_of(clause.event) + " uitblijft " + text_of(clause.term);
                   },
                   [](const CurableClause& clause) { return "herstelbaar " + text_of(clause.term); },
                   [](const SuspensionClause& clause) {
                       return std::string("de termijn staat stil tijdens ") + (clause.neuter ? "elk " : "elke ") +
                              text_of(clause.periods);
                   },
                   [](const ArrangedByClause& clause) { return "te regelen door " + text_of(clause.who); },
                   [](const DutyClause& clause) { return text_of(clause); },
                   [](const DefaultClause& clause) { return "bij uitblijven: " + text_of(clause.duty); },
                   [](const EffortClause& clause) { return text_of(clause); },
                   [](const ShownByClause& clause) { return "blijkt uit " + text_of(clause.events); },
                   [](const PowerClause& clause) {
                       return text_of(clause.act, " kan besluiten tot ", " kunnen besluiten tot ");
                   },
                   [](const BanClause& clause) {
                       return text_of(clause.act, " mag niet overgaan tot ", " mogen niet overgaan tot ");
                   },
                   [](const BeginsWithClause& clause) { return "begint met " + text_of(clause.event); },
                   [](const EveryStepClause& clause) { return "elke stap ligt " + text_of(clause.time); },
                   [](const RestartClause& clause) { return text_of(clause); },
                   [](const PerClause& clause) { return per_text(clause.dimensions); },
                   [](const MomentClause& clause) { return "telmoment is " + text_of(clause.date); },
                   [](const LimitClause& clause) { return text_of(clause); },
                   [](const ThresholdClause& clause) {
                       return "pas vanaf " + std::to_string(clause.count) + " " + text_of(clause.things);
                   },
                   [](const SuccessionClause& clause) { return text_of(clause); },
                   [](const MembershipClause& clause) { return text_of(clause); },
                   [](const RenewalClause& clause) { return text_of(clause); },
                   [](const AfterConsentClause& clause) { return text_of(clause); },
                   [](const ConsentGivenClause& clause) { return text_of(clause); },
                   [](const NoticeClause& clause) { return text_of(clause); },
                   [](const TurnClause& clause) { return text_of(clause); },
                   [](const TieBreakClause& clause) { return text_of(clause); },
                   [&](const SwapClause& clause) { return none(clause); },
                   [](const CarryOverClause& clause) { return text_of(clause); },
                   [](const ExpiryClause& clause) { return text_of(clause); },
                   [](const ClosingClause& clause) {
                       return "het kalenderjaar sluit op " + text_of(clause.day) + " van het volgende kalenderjaar";
                   },
                   [](const ApportionsClause& clause) { return text_of(clause); },
                   [](const LeftoverClause& clause) { return text_of(clause); },
                   [](const OrderClause& clause) { return "op volgorde van " + text_of(clause.event); },
                   [](const OpenOfferClause& clause) {
                       return std::string("een openstaand aanbod is ") + (clause.is_used ? "gebruikt" : "over");
                   },
                   [](const GiverClause& clause) {
                       return std::string(clause.is_most_first ? "wie het meeste over heeft"
                                                               : "wie het eerst in de tabel staat") +
                              ", staat het eerst af";
                   },
                   [](const ShareKeyClause& clause) { return text_of(clause); },
                   [](const RoundingClause& clause) { return std::string(text_of(clause.rounding)); },
                   [](const SeesClause& clause) { return text_of(clause); },
                   [](const ConsentClause& clause) {
                       return text_of(clause.privacy) + " alleen met toestemming van " + text_of(clause.giver);
                   },
                   [](const ShownAsClause& clause) {
                       return text_of(clause.privacy) + " wordt getoond als " + in_quotes(clause.text);
                   },
                   [](const SmallCountsClause& clause) {
                       return "aantallen onder " + std::to_string(clause.fewest) + " worden niet getoond";
                   },
                   [](const ParagraphsClause& clause) { return text_of(clause); },
                   [](const OnClause& clause) { return text_of(clause); },
                   [](const PortfolioClause& clause) { return "portefeuille uit " + in_quotes(clause.path); },
                   [](const FromFileClause& clause) { return text_of(clause.kind) + " uit " + in_quotes(clause.path); },
                   [&](const StepClause& clause) { return none(clause); },
                   [&](const CountsClause& clause) { return none(clause); },
                   [&](const OutOfClause& clause) { return none(clause); },
                   [&](const NotCountedClause& clause) { return none(clause); },
                   [&](const SkipClause& clause) { return none(clause); },
                   [&](const TableClause& clause) { return none(clause); },
                   [&](const OnlyIfClause& clause) { return none(clause); },
                   [&](const AsSoonAsClause& clause) { return none(clause); },
                   [&](const RequiresClause& clause) { return none(clause); },
                   [&](const AimsForClause& clause) { return none(clause); },
                   [&](const UnlessClause& clause) { return none(clause); },
                   [&](const FactsClause& clause) { return none(clause); },
                   [&](const ExpectsClause& clause) { return none(clause); },
                   [&](const NotYetClause& clause) { return none(clause); },
                   [&](const InvalidClause& clause) { return none(clause); }));
    }

    ConditionPrinter conditions_;
    Writer& out_;
};

}  // namespace

void print_clause(const Clause& clause, const Document& document, Writer& out) {
    ClausePrinter(document, out).print(clause);
}

}  // namespace toets::syntax
