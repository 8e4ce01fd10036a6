#include "model/mandates.h"

#include <algorithm>

#include "base/text.h"
#include "model/hardships.h"

namespace toets::model {

namespace {

class MandateReader {
public:
    explicit MandateReader(Context& context) : context_(context) {}

    void read(const syntax::MandateClause& clause, DocumentId document, Span where) {
        const auto deputy = role_named(clause.deputy);
        const auto role = role_named(clause.role);
        if (!deputy || !role) return;
        if (clause.from && clause.until && *clause.until < *clause.from) {
            context_.report(Code::ValidityBackwards, where);
            return;
        }
        const Deputy read{*deputy, clause.from, clause.until, clause.most, document, where};
        if (is_said(read, *role, where)) return;
        std::string circle = name(*deputy) + " → " + name(*role);
        if (*deputy == *role || stands_for(*role, *deputy, circle)) {
            context_.report(Code::MandateCircle, where, {word("circle", circle)});
            return;
        }
        context_.model.roles.at(*role).deputies.push_back(read);
    }

private:
    [[nodiscard]] const std::string& name(RoleId role) const { return context_.model.roles[role].name.text; }

    std::optional<RoleId> role_named(const syntax::Phrase& phrase) const {
        const auto found = context_.names.roles.find(key_of(phrase));
        if (found != context_.names.roles.end()) return found->second;
        std::vector<std::string> known;
        for (const Role& role : context_.model.roles) known.push_back(role.name.text);
        context_.report(Code::MandateOfUnknownRole, phrase.where,
                        {word("name", text_of(phrase)), hint_argument(name_text(phrase), known)});
        return std::nullopt;
    }

    // Two mandates may follow each other, not overlap.
    bool is_said(const Deputy& read, RoleId role, Span where) const {
        for (const Deputy& other : context_.model.roles[role].deputies) {
            if (other.role != read.role) continue;
            const bool is_before = other.until && read.from && *other.until < *read.from;
            const bool is_after = read.until && other.from && *read.until < *other.from;
            if (is_before || is_after) continue;
            const bool is_same = other.from == read.from && other.until == read.until && other.most == read.most;
            if (is_same && other.document != read.document) return true;  // by another document in the same words
            context_.report(Code::MandateTwice, where, {word("deputy", name(read.role)), word("role", name(role))},
                            {{Code::DeclaredHereNote, other.where, {}}});
            return true;
        }
        return false;
    }

    // Whether `who` is replaced by `wanted`, perhaps through others; the way there is added to `circle`.
    bool stands_for(RoleId wanted, RoleId who, std::string& circle) const {
        for (const Deputy& each : context_.model.roles[who].deputies) {
            const std::size_t length = circle.size();
            if (each.role == wanted || stands_for(wanted, each.role, circle)) {
                circle.insert(0, name(each.role) + " → ");
                return true;
            }
            circle.resize(length);
        }
        return false;
    }

    Context& context_;
};

// Kinds of events that count when a role brought them about, and where the role is the one that may do so.
class EventsOfRole {
public:
    EventsOfRole(const Model& model, RoleId role, RoleId deputy) : model_(model), role_(role), deputy_(deputy) {
        for (const Rule& rule : model.rules) {
            for (const RuleVersion& version : rule.versions) add(version);
        }
        for (const Condition& condition : model.conditions) {
            const auto* done = std::get_if<HasDone>(&condition.kind);
            if (done != nullptr && condition.implied.empty()) add(done->by, done->things);
        }
        std::sort(kinds.begin(), kinds.end());
        kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    }

    std::vector<KindId> kinds;

private:
    void add(const RuleVersion& version) {
        if (version.power) add(version.power->who, version.power->asked.events);
        if (version.duty) add(version.duty->who, version.duty->asked.events);
        if (version.hardship && names_role(version.hardship->who)) kinds.push_back(model_.decisions.kind);
    }
    void add(const Actors& who, ExpressionId events) {
        if (names_role(who) && events.is_valid()) kinds.push_back(model_.expressions[events].type.kind);
    }
    // Who may do it in its own name needs no mandate. A deputy of a deputy acts for both.
    [[nodiscard]] bool names_role(const Actors& who) const {
        const auto names = [&who](RoleId role) {
            return std::any_of(who.actors.begin(), who.actors.end(),
                               [role](const Actor& actor) { return actor.role == role; });
        };
        return (names(role_) || names_who_is_replaced(who, role_)) && !names(deputy_);
    }
    [[nodiscard]] bool names_who_is_replaced(const Actors& who, RoleId by) const {
        return std::any_of(who.actors.begin(), who.actors.end(),
                           [&](const Actor& actor) { return actor.role.is_valid() && is_replaced_by(actor.role, by); });
    }
    [[nodiscard]] bool is_replaced_by(RoleId role, RoleId by) const {
        const std::vector<Deputy>& deputies = model_.roles[role].deputies;
        return std::any_of(deputies.begin(), deputies.end(),
                           [&](const Deputy& each) { return each.role == by || is_replaced_by(each.role, by); });
    }

    const Model& model_;
    RoleId role_;
    RoleId deputy_;
};

TallyDimension by_year() {
    TallyDimension year;
    year.what = TallyDimension::What::Year;
    year.words = "kalenderjaar";
    return year;
}

class UseMaker {
public:
    explicit UseMaker(Context& context) : context_(context) {}

    void add_of_clauses() {
        for (std::size_t index = 0; index < context_.model.rules.size(); ++index) {
            const RuleId id = context_.model.rules.id_at(index);
            if (context_.model.rules[id].kind != RuleKind::Hardship) continue;
            for (const RuleVersion& version : context_.model.rules[id].versions) {
                if (!version.hardship) continue;
                add_register(context_.model.rules[id], version);
                if (version.hardship->most) add_limit(context_.model.rules[id], version);
            }
        }
    }

    void add_of_mandates() {
        for (std::size_t index = 0; index < context_.model.roles.size(); ++index) {
            const RoleId id = context_.model.roles.id_at(index);
            for (const Deputy& deputy : context_.model.roles[id].deputies) add_mandate(id, deputy);
        }
    }

private:
    // A clause need not have a name.
    static std::string name_of(const Rule& rule) {
        return rule.name == unnamed_clause ? std::string("hardheidsclausule") : "hardheidsclausule " + rule.name;
    }
    Tally use_of(std::string name, KindId kind, const RuleSource& source, Span where) {
        Tally tally;
        tally.kind = TallyKind::Use;
        tally.name = std::move(name);
        tally.document = source.document;
        tally.source = source;
        tally.where = where;
        tally.counted = context_.model.variables.add({context_.kind(kind).name.text, kind, {}});
        tally.moment = of(tally.counted, context_.kind(kind).date, where);
        tally.dimensions.push_back(by_year());
        return tally;
    }
    ExpressionId of(VariableId thing, FieldId field, Span where) {
        const Type type = thing_type(Base::Thing, context_.model.variables[thing].kind);
        const ExpressionId self = context_.add(VariableUse{thing}, type, where);
        return context_.add(FieldOf{self, field}, context_.model.fields[field].type, where);
    }
    TallyLimit at_most(std::int64_t most, Span where) {
        return {Comparison::AtMost, context_.add(Constant{most}, simple_type(Base::Count), where), where};
    }
    // The condition is about the decision of the clause, so that is what is counted.
    void count_what_holds(Tally& tally, const RuleVersion& version) {
        tally.counted = version.subject;
        tally.moment = of(version.subject, context_.model.decisions.date, version.where);
        tally.filter = version.requirement;
        if (!version.only_if.is_valid()) return;
        Legs both;
        both.legs.push_back({version.only_if, {}, {}, version.where});
        both.legs.push_back({version.requirement, {}, {}, version.where});
        tally.filter = context_.add(std::move(both), version.where);
        context_.model.conditions.at(tally.filter).implied = "het besluit geldt volgens de hardheidsclausule";
    }

    // By year, by whom and of which article: how many decisions counted, of all there were.
    void add_register(const Rule& rule, const RuleVersion& version) {
        const HardshipDecisions& facts = context_.model.decisions;
        Tally tally = use_of(name_of(rule) + ": besluiten die voldoen", facts.kind, version.source, version.where);
        count_what_holds(tally, version);
        tally.is_share = true;
        tally.of = version.subject;
        tally.of_filter = version.only_if;
        for (const auto& [field, words] :
             {std::pair{facts.rules, "afwijking"}, std::pair{context_.kind(facts.kind).performer, "uitvoerder"}}) {
            TallyDimension dimension;
            dimension.words = words;
            dimension.value = of(version.subject, field, version.where);
            tally.dimensions.push_back(std::move(dimension));
        }
        tally.of_dimensions = {0, 1, 2};
        context_.model.tallies.add(std::move(tally));
    }

    void add_limit(const Rule& rule, const RuleVersion& version) {
        const KindId kind = context_.model.decisions.kind;
        Tally tally = use_of(name_of(rule), kind, version.source, version.where);
        count_what_holds(tally, version);
        tally.limit = at_most(*version.hardship->most, version.where);
        context_.model.tallies.add(std::move(tally));
    }

    void add_mandate(RoleId role, const Deputy& deputy) {
        const std::string name = with_article(context_.model.roles[role].name);
        const std::string by = with_article(context_.model.roles[deputy.role].name);
        const EventsOfRole events(context_.model, role, deputy.role);
        if (events.kinds.empty()) {
            context_.report(Code::MandateUnused, deputy.where, {word("role", name), word("deputy", by)});
            return;
        }
        if (!deputy.most) return;
        if (events.kinds.size() > 1) {
            std::string kinds;
            for (const KindId kind : events.kinds)
                kinds += (kinds.empty() ? "" : ", ") + with_article(context_.kind(kind).name);
            context_.report(Code::MandateLimitOfSeveral, deputy.where,
                            {word("role", name), word("deputy", by), word("kinds", kinds)});
            return;
        }
        RuleSource source;
        source.document = deputy.document;
        const KindId kind = events.kinds.front();
        Tally tally = use_of("mandaat van " + by, kind, source, deputy.where);
        tally.validity = {deputy.from, deputy.until};
        const Type type = thing_type(Base::Thing, kind);
        Actor actor;
        actor.role = deputy.role;
        actor.words = by;
        const VariableId item = context_.model.variables.add({context_.kind(kind).name.text, kind, {}});
        const ExpressionId self = context_.add(VariableUse{tally.counted}, type, deputy.where);
        tally.filter = context_.add(HasDone{self, item, Actors{{actor}, true}, {}, {}, {}}, deputy.where);
        context_.model.conditions.at(tally.filter).implied = "genomen door " + by;
        tally.limit = at_most(*deputy.most, deputy.where);
        context_.model.tallies.add(std::move(tally));
    }

    Context& context_;
};

}  // namespace

void read_mandates(Context& context, const std::vector<Place>& places) {
    MandateReader reader(context);
    for (const Place& place : places) {
        for (const syntax::Clause& clause : place.header->clauses) {
            const auto* mandate = std::get_if<syntax::MandateClause>(&clause.kind);
            if (mandate != nullptr) reader.read(*mandate, place.document, clause.where);
        }
    }
}

void add_uses(Context& context) {
    if (context.diagnostics.has_errors()) return;
    UseMaker maker(context);
    maker.add_of_clauses();
    maker.add_of_mandates();
}

}  // namespace toets::model
