#include "model/to_text.h"

#include <array>

#include "base/match.h"
#include "model/print.h"

namespace toets::model {

namespace {

std::string privacy_word(PrivacyClass privacy) {
    return privacy == PrivacyClass::None ? std::string() : " " + std::string(privacy_name(privacy));
}

const char* completeness_word(Completeness completeness) {
    switch (completeness) {
        case Completeness::NotAList: return "";
        case Completeness::Complete: return " volledig";
        case Completeness::Incomplete: return " onvolledig";
        case Completeness::Conditional: return " volledig-als";
    }
    return "";
}

const char* role_word(FieldRole role) {
    switch (role) {
        case FieldRole::Stored: return "";
        case FieldRole::Owner: return " eigenaar";
        case FieldRole::Owned: return " eigendom";
        case FieldRole::Inverse: return " terug";
    }
    return "";
}

const char* category_word(KindCategory category) {
    switch (category) {
        case KindCategory::Thing: return "begrip ";
        case KindCategory::Event: return "gebeurtenis ";
        case KindCategory::Period: return "tijdvak ";
    }
    return "";
}

const char* rule_word(RuleKind kind) {
    switch (kind) {
        case RuleKind::Precondition: return "voorwaarde ";
        case RuleKind::TargetNorm: return "streefnorm ";
        case RuleKind::Obligation: return "verplichting ";
        case RuleKind::Effort: return "inspanning ";
        case RuleKind::Power: return "bevoegdheid ";
        case RuleKind::Ban: return "verbod ";
        case RuleKind::Procedure: return "procedure ";
    }
    return "";
}

std::string validity_text(const Validity& validity) {
    std::string text;
    if (validity.first) text += " vanaf " + to_iso(*validity.first);
    if (validity.last) text += " tot en met " + to_iso(*validity.last);
    if (validity.is_never) text += ", niet in werking";
    if (validity.is_doubtful) text += ", misschien in werking";
    if (validity.sure_last) text += ", zeker tot en met " + to_iso(*validity.sure_last);
    for (std::size_t i = 0; i < validity.renewals.size() && i < 2; ++i) {
        text += (i == 0 ? ", verlengd tot en met " : " en ") + to_iso(validity.renewals[i].last) + " vanaf peildatum " +
                to_iso(validity.renewals[i].settled);
    }
    return text;
}

class Printer {
public:
    explicit Printer(const Model& model) : model_(model) {}

    std::string print() {
        for (const Document& document : model_.documents) print(document);
        for (const Role& role : model_.roles) print(role);
        for (const Succession& succession : model_.successions) print(succession);
        for (const Kind& kind : model_.kinds) print(kind);
        for (const Parameter& parameter : model_.parameters) print(parameter);
        for (const SubKind& sub_kind : model_.sub_kinds) {
            line(0, "ondersoort " + sub_kind.name.text + " is " + model_.kinds[sub_kind.base].name.text);
            condition(1, sub_kind.filter);
        }
        for (const Definition& definition : model_.definitions) print(definition);
        for (const DecisionTable& table : model_.tables) print(table);
        for (const Rule& rule : model_.rules) print(rule);
        for (const Exemption& exemption : model_.exemptions) {
            line(0, "uitzondering " + exemption.name);
            print(exemption.version);
        }
        for (const Tally& tally : model_.tallies) print(tally);
        for (const Apportionment& each : model_.apportionments) print(each);
        for (const Redistribution& each : model_.redistributions) print(each);
        for (const Example& example : model_.examples) print(example);
        print(model_.access);
        if (model_.fewest_shown > 0) line(0, "niet getoond: aantallen onder " + std::to_string(model_.fewest_shown));
        for (const NotYetRule& rule : model_.not_yet)
            line(0, "nog niet: " + rule.keyword + " " + rule.name + " (" + rule.construct + ")");
        return text_;
    }

private:
    void line(int depth, const std::string& words) {
        text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + words + "\n";
    }
    void condition(int depth, ConditionId id) { text_ += to_text(model_, id, depth); }

    static std::string purpose_words(Purpose purpose) {
        switch (purpose) {
            case Purpose::Check: return "een toetsing";
            case Purpose::Agenda: return "de agenda";
            case Purpose::Monitor: return "de monitor";
        }
        return {};
    }
    static std::string words_of(ClassSet classes) {
        std::string words;
        for (const PrivacyClass privacy : privacy_classes) {
            if (classes.has(privacy)) words += privacy_word(privacy);
        }
        return words.empty() ? " niets" : words;
    }
    void print(const Access& access) {
        for (const RoleAccess& role : access.roles) {
            line(0, "inzage van " + model_.roles[role.role].name.text + ":" + words_of(role.sees) +
                        (role.outcome_only.is_empty() ? "" : ", uitkomst van" + words_of(role.outcome_only)));
            for (const Purpose purpose : purposes) {
                if (!role.has_facts_for[static_cast<std::size_t>(purpose)]) continue;
                line(1, "voor " + purpose_words(purpose) + ":" + words_of(role.seen_for(purpose)));
            }
        }
        for (const Consent& consent : access.consents) {
            line(0,
                 "toestemming voor" + privacy_word(consent.privacy) + " van " + model_.kinds[consent.giver].name.text);
        }
        for (const ShownAs& shown : access.shown_as) {
            line(0, "getoond" + privacy_word(shown.privacy) + ": \"" + shown.text + "\"");
        }
    }

    void print(const Document& document) {
        line(0, "document " + document.name + validity_text(document.validity) +
                    (document.terms.empty() ? "" : ", termijnen volgens " + document.terms));
        for (const DocumentId used : document.uses) line(1, "gebruikt " + model_.documents[used].name);
    }

    void print(const Succession& succession) {
        line(0, "rechtsopvolger van " + model_.parties[succession.party].name.text + " vanaf " +
                    to_iso(succession.from) + ": " + model_.parties[succession.successor].name.text);
    }

    void print(const Role& role) {
        std::string members;
        for (const PartyId id : role.members) members += (members.empty() ? ": " : ", ") + model_.parties[id].name.text;
        line(0, (role.is_party ? "partij " : "rol ") + with_article(role.name) + members);
    }

    void print(const Kind& kind) {
        line(0, category_word(kind.category) + with_article(kind.name));
        for (const FieldId id : kind.fields) {
            const Field& field = model_.fields[id];
            std::string suppliers;
            for (const Actor& actor : field.supplied_by.actors) suppliers += " door " + actor.words;
            for (const Actor& actor : field.judgement_of.actors) suppliers += " oordeel van " + actor.words;
            line(1, with_article(field.name) + ": " + to_text(model_, field.type) + role_word(field.role) +
                        completeness_word(field.completeness) + (field.closed ? " volledig" : "") +
                        privacy_word(field.privacy) + suppliers);
            if (field.complete_when.is_valid()) condition(2, field.complete_when);
        }
    }

    void print(const Parameter& parameter) {
        line(0, "parameter " + with_article(parameter.name) + ": " + to_text(model_, parameter.type));
        for (const ParameterRow& row : parameter.rows) {
            line(1, value_text(model_, parameter.type, row.value) + " vanaf " + to_iso(row.from) +
                        (row.unverified ? ", niet geverifieerd" : ", bron \"" + row.source + "\""));
        }
    }

    void print(const Definition& definition) {
        line(0, "definitie " + definition.name.text + " van " + model_.kinds[definition.of].name.text + ": " +
                    to_text(model_, definition.type));
        for (const DefinitionVersion& version : definition.versions) {
            if (definition.versions.size() > 1) line(1, "versie" + validity_text(version.validity));
            if (version.value.is_valid()) line(1, to_text(model_, version.value));
            if (version.condition.is_valid()) condition(1, version.condition);
        }
    }

    void print(const DecisionTable& table) {
        line(0, "beslistabel " + table.name.text + " van " + model_.kinds[table.of].name.text);
        for (const TableRow& row : table.rows) {
            std::string results;
            for (const ExpressionId result : row.results)
                results += (results.empty() ? "" : ", ") + to_text(model_, result);
            line(1, "rij: " + results);
            for (const ConditionId cell : row.cells) condition(2, cell);
        }
    }

    void print(const Rule& rule) {
        line(0, rule_word(rule.kind) + rule.name);
        for (const RuleVersion& version : rule.versions) print(version);
    }

    void print(const RuleVersion& version) {
        const Variable& subject = model_.variables[version.subject];
        line(1, "versie" + validity_text(version.validity) +
                    (version.source.article.empty() ? "" : ", " + version.source.article));
        line(2, "bij elke " + subject.name + (version.act.is_valid() ? ", vóór " + to_text(model_, version.act) : ""));
        if (version.version_date.is_valid()) line(2, to_text(model_, version.version_date) + " bepaalt de versie");
        clause("alleen als", version.only_if);
        clause("vereist", version.requirement);
        if (version.duty) print(*version.duty);
        if (version.power) print(*version.power, " kan besluiten tot ");
        if (version.ban) print(*version.ban, " mag niet overgaan tot ");
        if (version.procedure) print(*version.procedure);
        if (version.default_of.is_valid()) line(3, "bij uitblijven van " + model_.rules[version.default_of].name);
        if (version.lapse)
            line(2, "uitblijven: " + to_text(model_, version.lapse->event) + " tot en met " +
                        to_text(model_, version.lapse->last_day));
        if (version.curable_until.is_valid())
            line(2, "herstelbaar tot en met " + to_text(model_, version.curable_until));
        text_ += to_text(model_, version.exceptions, 2);
        for (const ExemptedBy& by : version.exempted_by)
            line(2, "tenzij uitzondering " + model_.exemptions[by.exemption].name);
        if (!version.arranged_by.actors.empty()) line(2, "te regelen door " + to_text(model_, version.arranged_by));
        for (const NotYetPart& part : version.not_yet) line(2, "nog niet: " + part.construct);
    }

    void print(const Tally& tally) {
        line(0, kind_word(tally.kind) + " " + tally.name);
        for (const TallyDimension& dimension : tally.dimensions) {
            line(1, "per " + (dimension.value.is_valid() ? to_text(model_, dimension.value) : dimension.words));
        }
        line(1, "telt " + model_.variables[tally.counted].name);
        if (tally.filter.is_valid()) condition(2, tally.filter);
        if (tally.is_share && tally.of.is_valid()) line(1, "van " + model_.variables[tally.of].name);
        if (tally.of_filter.is_valid()) condition(2, tally.of_filter);
        if (tally.moment.is_valid()) line(1, "op " + to_text(model_, tally.moment));
        for (const ConditionId excluded : tally.not_counted) {
            line(1, "niet:");
            condition(2, excluded);
        }
        constexpr std::array<const char*, 4> bounds = {"ten minste ", "ten hoogste ", "precies ", "streven naar "};
        for (const AgreedNumber& number : tally.numbers) {
            std::string key;
            for (const std::string& part : number.key) key += part + ", ";
            line(1, key + bounds[static_cast<std::size_t>(number.bound)] + std::to_string(number.count) +
                        (number.from ? " vanaf " + to_iso(*number.from) : ""));
        }
        if (tally.limit) line(1, "grens " + to_text(model_, tally.limit->bound));
        if (tally.threshold > 0) line(1, "pas vanaf " + std::to_string(tally.threshold));
        if (tally.shortfall) print(*tally.shortfall, "tekort");
        if (tally.surplus) print(*tally.surplus, "overschot");
        if (tally.lapses_after_years > 0) {
            line(1, "wat meegaat vervalt na " + std::to_string(tally.lapses_after_years) + " jaar, het " +
                        (tally.is_oldest_first ? "oudste" : "nieuwste") + " eerst");
        }
        if (tally.closes) {
            line(1, "sluit op dag " + std::to_string(tally.closes->day) + " van maand " +
                        std::to_string(tally.closes->month) + " van het volgende kalenderjaar");
        }
        if (tally.swap) print(*tally.swap);
        if (tally.turn) print(*tally.turn, tally.dimensions[tally.turn->dimension].words);
    }

    void print(const Swap& swap) {
        line(1, "bij elke " + model_.variables[swap.event].name + ": " + to_text(model_, swap.number) + " van " +
                    to_text(model_, swap.from) + " naar " + to_text(model_, swap.to));
        for (const ExpressionId key : swap.keys) {
            if (key.is_valid()) line(2, "in " + to_text(model_, key));
        }
        if (!swap.provided.is_valid()) return;
        line(2, "mits:");
        condition(3, swap.provided);
    }

    void print(const Turn& turn, const std::string& dimension) {
        std::string tie = turn.decided_by.empty() ? "door loting" : "besluit van " + turn.decided_by;
        if (turn.tie == Turn::Tie::FirstInTable) tie = "de eerste in de tabel";
        line(1, "de volgende is voor: " + dimension + " met de grootste resterende opgave, bij gelijke stand " + tie);
    }

    void print(const CarryOver& carry, const std::string& what) {
        const auto percentage = [this](std::int64_t value) {
            return value_text(model_, {Base::Percentage, {}, {}, {}, {}}, value);
        };
        line(1, what + " gaat mee voor " + percentage(carry.part) +
                    (carry.cap ? ", ten hoogste " + percentage(*carry.cap) +
                                     (carry.is_cap_of_whole ? " van de hele opgave" : " van de oorspronkelijke opgave")
                               : "") +
                    (carry.rounding ? "," + std::string(rounding_word(*carry.rounding)) : ""));
    }

    void print(const Apportionment& apportionment) {
        line(0, "verdeling " + apportionment.name);
        line(1, "verdeelt " + std::to_string(apportionment.total) + " over " +
                    (apportionment.role.is_valid() ? "partij " + model_.roles[apportionment.role].name.text
                                                   : "begrip " + model_.kinds[apportionment.kind].name.text));
        Type percentage;
        percentage.base = Base::Percentage;
        for (const ShareKey& key : apportionment.keys) {
            line(1, value_text(model_, percentage, key.weight) +
                        (key.value.is_valid() ? " naar rato van " + to_text(model_, key.value) : " in gelijke delen"));
        }
        for (const ListedShare& listed : apportionment.listed) {
            line(1, listed.recipient + ": " + value_text(model_, percentage, listed.share));
        }
        constexpr std::array<const char*, 4> roundings = {"grootste rest", "naar boven", "naar beneden", "rekenkundig"};
        line(1, std::string("afronding: ") + roundings[static_cast<std::size_t>(apportionment.rounding)]);
        print_tie(apportionment.tie_break, apportionment.tie_value, apportionment.decided_by);
    }

    void print(const Redistribution& each) {
        line(0, "verdeling " + each.name);
        line(1, "verdeelt wat op dag " + std::to_string(each.day.day) + " van maand " + std::to_string(each.day.month) +
                    " over is van contingent " + model_.tallies[each.tally].name + " per " +
                    model_.tallies[each.tally].dimensions[each.dimension].words);
        line(1, "op volgorde van " + model_.variables[each.request].name + " van " + to_text(model_, each.asked_by) +
                    (each.number.is_valid() ? ", voor " + to_text(model_, each.number) : ", elk voor 1"));
        for (const ExpressionId key : each.keys) {
            if (key.is_valid()) line(2, "in " + to_text(model_, key));
        }
        line(1, std::string("openstaand aanbod: ") + (each.is_open_used ? "gebruikt" : "over"));
        const bool is_table = each.gives_first == Redistribution::Gives::FirstInTable;
        line(1, std::string("staat het eerst af: ") + (is_table ? "eerst in de tabel" : "meeste over"));
        print_tie(each.tie_break, each.tie_value, each.decided_by);
    }

    void print_tie(TieBreak tie_break, ExpressionId value, const std::string& decided_by) {
        constexpr std::array<const char*, 5> ties = {"", "het hoogste ", "het laagste ", "door loting", "besluit van "};
        if (tie_break == TieBreak::None) return;
        const bool is_drawn = tie_break == TieBreak::Lot || tie_break == TieBreak::Decision;
        std::string words = ties[static_cast<std::size_t>(tie_break)] + decided_by;
        if (value.is_valid()) words += (is_drawn ? ", volgens " : "") + to_text(model_, value);
        line(1, "bij gelijke stand: " + words);
    }

    void clause(const char* word, ConditionId id) {
        if (!id.is_valid()) return;
        line(2, std::string(word) + ":");
        condition(3, id);
    }

    void print_others(const Actors& towards, const Actors& together_with) {
        if (!towards.actors.empty()) line(3, "aan " + to_text(model_, towards));
        if (!together_with.actors.empty()) line(3, "met " + to_text(model_, together_with));
    }

    void print(const Duty& duty) {
        const bool is_effort = !duty.evidence.empty();
        line(2, to_text(model_, duty.who) + (is_effort ? " spant zich in voor " : " zorgt voor ") +
                    to_text(model_, duty.asked.events));
        print_others(duty.asked.towards, duty.asked.together_with);
        const ExpressionId start = duty.recurrence ? duty.recurrence->start : duty.start;
        if (const auto* first = start.is_valid() ? std::get_if<FirstDay>(&model_.expressions[start].kind) : nullptr) {
            line(3, "zodra:");
            condition(4, first->condition);
        }
        for (const EventsAsked& evidence : duty.evidence) line(3, "blijkt uit " + to_text(model_, evidence.events));
        if (duty.earliest.is_valid()) line(3, "vanaf " + to_text(model_, duty.earliest));
        if (duty.latest.is_valid()) line(3, "tot en met " + to_text(model_, duty.latest));
        if (duty.recurrence) print(*duty.recurrence);
        if (duty.leniency.is_valid()) line(3, "met een speling van " + to_text(model_, duty.leniency));
    }

    void print(const Recurrence& recurrence) {
        const calendar::Rhythm& rhythm = recurrence.rhythm;
        constexpr std::array<const char*, 3> kinds = {"na", "na de vorige, eerst na", "per tijdvak, vanaf"};
        std::string text = "elke " + to_words(rhythm.length, Language::Dutch) + " " +
                           kinds[static_cast<std::size_t>(rhythm.kind)] + " " +
                           (recurrence.start.is_valid() ? to_text(model_, recurrence.start) : "het begin van de regel");
        if (recurrence.until.is_valid()) text += " tot en met " + to_text(model_, recurrence.until);
        for (const Suspension& suspension : recurrence.suspensions) {
            text += ", stil tijdens " + to_text(model_, suspension.periods);
        }
        line(3, text);
    }

    void print(const TimedAct& act, const std::string& verb) {
        line(2, to_text(model_, act.who) + verb + to_text(model_, act.asked.events));
        print_others(act.asked.towards, act.asked.together_with);
        if (act.triggers.is_valid()) line(3, "bij elk van " + to_text(model_, act.triggers));
        if (act.earliest.is_valid()) line(3, "vanaf " + to_text(model_, act.earliest));
        if (act.latest.is_valid()) line(3, "tot en met " + to_text(model_, act.latest));
    }

    void print(const Procedure& procedure) {
        line(2, "begint met " + to_text(model_, procedure.starts));
        for (const Step& step : procedure.steps) print(step);
        for (const Skip& skip : procedure.skips) print(skip, procedure);
        for (const CourseDuty& own : procedure.duties) print(own.duty);
        if (!procedure.restart) return;
        const Restart& restart = *procedure.restart;
        line(2, (restart.is_one_step ? "gaat een stap terug na " : "begint opnieuw na ") +
                    to_text(model_, restart.length) + " zonder " + to_text(model_, restart.events));
    }

    void print(const Step& step) {
        line(2, "stap " + step.name.text + " door " + to_text(model_, step.who) + ": " + to_text(model_, step.events));
        for (const StepTime& time : step.times) {
            if (time.earliest.is_valid()) line(3, "vanaf " + to_text(model_, time.earliest));
            if (time.latest.is_valid()) line(3, "tot en met " + to_text(model_, time.latest));
        }
        if (!step.requirement.is_valid()) return;
        line(3, "vereist:");
        condition(4, step.requirement);
    }

    void print(const Skip& skip, const Procedure& procedure) {
        std::string names;
        for (const std::size_t step : skip.steps)
            names += (names.empty() ? "" : ", ") + procedure.steps[step].name.text;
        line(2, names + ": te vervallen als");
        condition(3, skip.condition);
        if (skip.provided) print(*skip.provided);
    }

    void print(const Example& example) {
        line(0, "voorbeeld \"" + example.title + "\"" + (example.date ? " op " + to_iso(*example.date) : ""));
        if (!example.portfolio.empty()) line(1, "portefeuille uit \"" + example.portfolio + "\"");
        for (const ExampleFact& fact : example.facts) {
            std::string path;
            for (const FieldId id : fact.path) path += (path.empty() ? "" : ".") + model_.fields[id].name.text;
            const bool is_value = fact.what == ExampleFact::What::Value;
            const char* other = fact.what == ExampleFact::What::Absent ? "geen" : "onbekend";
            line(1,
                 path + " = " +
                     (is_value ? (fact.text.empty() ? value_text(model_, fact.type, fact.value) : fact.text) : other));
        }
        for (const Expectation& expectation : example.expectations) {
            line(1, subject_of(expectation) + ": " + expectation.outcome);
        }
    }
    [[nodiscard]] std::string subject_of(const Expectation& expectation) const {
        if (expectation.rule.is_valid()) return model_.rules[expectation.rule].name;
        if (!expectation.tally.is_valid()) return "oordeel";
        const Tally& tally = model_.tallies[expectation.tally];
        return kind_word(tally.kind) + " " + tally.name;
    }

    const Model& model_;
    std::string text_;
};

}  // namespace

std::string to_text(const Model& model, const Sources&) { return Printer(model).print(); }

}  // namespace toets::model
