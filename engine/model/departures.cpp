#include "model/departures.h"

#include <algorithm>

#include "base/date.h"
#include "model/exemptions.h"
#include "model/levels.h"
#include "model/print.h"
#include "model/rule_references.h"
#include "model/same_meaning.h"

namespace toets::model {

namespace {

std::string permission_words(Level level) {
    return level == Level::Corporation ? "een corporatie mag afwijken" : "een gemeente mag afwijken";
}

const syntax::DepartsClause* departs_clause(const syntax::Header& header) {
    for (const syntax::Clause& clause : header.clauses) {
        if (const auto* departs = std::get_if<syntax::DepartsClause>(&clause.kind)) return departs;
    }
    return nullptr;
}

const char* favourable_word(Favourable favourable) {
    switch (favourable) {
        case Favourable::Shorter: return "korter";
        case Favourable::Longer: return "langer";
        case Favourable::Lower: return "lager";
        case Favourable::Higher: return "hoger";
    }
    return "";
}

// What two rules say about the same thing: the one that is departed from first.
struct Measures {
    ExpressionId higher;
    ExpressionId lower;
};

class DepartureReader {
public:
    DepartureReader(Context& context, const std::vector<Place>& places) : context_(context), places_(places) {}

    void read() {
        for (const Place& place : places_) {
            const syntax::DepartsClause* departs = departs_clause(*place.header);
            if (departs != nullptr && std::holds_alternative<syntax::RuleHeader>(place.header->kind))
                read(place, *departs);
        }
        for (std::size_t index = 0; index < context_.model.rules.size(); ++index) {
            check_circle(context_.model.rules.id_at(index));
        }
    }

private:
    [[nodiscard]] const RuleVersion& version(VersionOfRule which) const {
        return context_.model.rules[which.rule].versions[which.version];
    }
    RuleVersion& version_at(VersionOfRule which) { return context_.model.rules.at(which.rule).versions[which.version]; }
    [[nodiscard]] const Rule& rule(VersionOfRule which) const { return context_.model.rules[which.rule]; }
    [[nodiscard]] std::optional<VersionOfRule> written_at(const Place& place) const;

    void read(const Place& place, const syntax::DepartsClause& clause);
    void depart(VersionOfRule lower, VersionOfRule higher, Span where);
    const Permission* permission(VersionOfRule lower, VersionOfRule higher, Span where);
    void report_not_allowed(VersionOfRule lower, VersionOfRule higher, Span where);
    [[nodiscard]] std::optional<Measures> measures(VersionOfRule lower, VersionOfRule higher, Favourable by) const;
    [[nodiscard]] std::optional<Measures> lengths(const Measures& dates, VariableId lower, VariableId higher) const;
    void compare(Precedence& precedence, VersionOfRule lower, VersionOfRule higher, const Permission& permission,
                 Span where);
    bool is_never_favourable(const Measures& found, Favourable by) const;
    void report_undecided(VersionOfRule lower, VersionOfRule higher, bool has_measure, Span where);
    void check_circle(RuleId start);
    bool leads_to(RuleId from, RuleId start, std::set<RuleId>& seen, std::string& circle) const;

    Context& context_;
    const std::vector<Place>& places_;
};

// The version whose header this is; not the duties that came along with it.
std::optional<VersionOfRule> DepartureReader::written_at(const Place& place) const {
    for (std::size_t index = 0; index < context_.model.rules.size(); ++index) {
        const RuleId id = context_.model.rules.id_at(index);
        const std::vector<RuleVersion>& versions = context_.model.rules[id].versions;
        for (std::size_t at = 0; at < versions.size(); ++at) {
            const bool is_default = versions[at].default_of.is_valid();
            if (versions[at].where == place.header->where && !is_default) return VersionOfRule{id, at};
        }
    }
    return std::nullopt;
}

void DepartureReader::read(const Place& place, const syntax::DepartsClause& clause) {
    const std::optional<VersionOfRule> lower = written_at(place);
    if (!lower) return;
    const ReferredRules named = read_rule_references(context_, places_, place.document, clause.rules);
    for (const ExemptionId id : named.exemptions) {
        context_.report(Code::DepartsFromOtherKind, named.where,
                        {rule_argument("name", rule(*lower)), word("kind", "uitzondering"),
                         word("rule", context_.model.exemptions[id].name)});
    }
    for (const VersionOfRule& higher : named.versions) {
        const bool is_itself = higher.rule == lower->rule;
        if (is_itself || version(higher).default_of.is_valid()) continue;
        depart(*lower, higher, named.where);
    }
}

void DepartureReader::report_not_allowed(VersionOfRule lower, VersionOfRule higher, Span where) {
    const DocumentId document = version(higher).source.document;
    const bool is_law = context_.model.documents[document].level == Level::Law;
    const Level level = context_.model.documents[version(lower).source.document].level;
    std::vector<Argument> arguments{rule_argument("name", rule(lower)), word("kind", kind_word(rule(higher).kind)),
                                    word("rule", rule(higher).name),
                                    word("document", context_.model.documents[document].name)};
    if (!is_law) arguments.push_back(word("permission", permission_words(level)));
    context_.report(is_law ? Code::DepartsFromLaw : Code::MayNotDepart, where, std::move(arguments),
                    {{Code::OtherRuleNote, version(higher).where, {}}});
}

// Of a higher rule, the line that allows it. Beside a rule of the same rank or lower none is needed: that is the
// drafters' own choice (lex specialis, lex posterior).
const Permission* DepartureReader::permission(VersionOfRule lower, VersionOfRule higher, Span where) {
    static const Permission free{};
    const DocumentId own = version(lower).source.document;
    const DocumentId other = version(higher).source.document;
    switch (rank_of(context_.model, own, other)) {
        case Rank::Higher:
        case Rank::Same: return &free;
        case Rank::NotDeclared: report_rank(context_, own, other, where); return nullptr;
        case Rank::Lower: break;
    }
    const bool is_law = context_.model.documents[other].level == Level::Law;
    for (const Permission& each : version(higher).may_depart) {
        if (!is_law && each.level == context_.model.documents[own].level) return &each;
    }
    report_not_allowed(lower, higher, where);
    return nullptr;
}

void DepartureReader::depart(VersionOfRule lower, VersionOfRule higher, Span where) {
    const Permission* found = permission(lower, higher, where);
    if (found == nullptr) return;
    const Permission allowed = *found;
    const DocumentId document = version(higher).source.document;
    const KindId wanted = context_.model.variables[version(lower).subject].kind;
    Precedence precedence{.other = lower, .subject = {}};
    precedence.subject = thing_reached(context_, version(higher), document, wanted, where);
    if (!precedence.subject.is_valid()) {
        context_.report(Code::ReferenceToOtherThing, where,
                        {rule_argument("name", rule(lower)), word("thing", context_.kind(wanted).name.text),
                         word("kind", kind_word(rule(higher).kind)), word("rule", rule(higher).name),
                         word("other", context_.model.variables[version(higher).subject].name)},
                        {{Code::OtherRuleNote, version(higher).where, {}}});
        return;
    }
    precedence.must_favour = !allowed.in_favour_of.empty();
    if (precedence.must_favour) compare(precedence, lower, higher, allowed, where);
    version_at(higher).replaced_by.push_back(precedence);
    const KindId kind = context_.model.variables[version(higher).subject].kind;
    if (!precedence.must_favour || kind != wanted) return;
    Precedence back = precedence;
    back.other = higher;
    back.subject = context_.add(VariableUse{version(lower).subject}, thing_type(Base::Thing, kind), where);
    std::swap(back.own, back.others);
    version_at(lower).departs.push_back(back);
}

void DepartureReader::compare(Precedence& precedence, VersionOfRule lower, VersionOfRule higher,
                              const Permission& permission, Span where) {
    const std::optional<Favourable> by = version(higher).favourable;
    const std::optional<Measures> found = by ? measures(lower, higher, *by) : std::nullopt;
    if (!found) return report_undecided(lower, higher, by.has_value(), where);
    precedence.own = found->higher;
    precedence.others = found->lower;
    precedence.favourable = *by;
    if (!is_never_favourable(*found, *by)) return;
    const auto words = [&](ExpressionId id) {
        return value_text(context_.model, context_.model.expressions[id].type, *fixed_value(context_.model, id));
    };
    context_.report(Code::NeverFavourable, where,
                    {rule_argument("name", rule(lower)), word("own", words(found->lower)),
                     word("kind", kind_word(rule(higher).kind)), word("rule", rule(higher).name),
                     word("other", words(found->higher)), word("favourable", favourable_word(*by)),
                     word("whose", permission.in_favour_of)},
                    {{Code::OtherRuleNote, version(higher).where, {}}});
}

void DepartureReader::report_undecided(VersionOfRule lower, VersionOfRule higher, bool has_measure, Span where) {
    const Argument why =
        has_measure ? term("why", ": de twee zeggen niet hetzelfde met een ander getal",
                           ": the two do not say the same with another number")
                    : term("why",
                           ": daar staat niet wat gunstiger is (`gunstiger is: korter`, `langer`, `lager` of "
                           "`hoger`)",
                           ": it does not say what is more favourable (`gunstiger is: korter`, `langer`, `lager` or "
                           "`hoger`)");
    const std::string name = kind_word(rule(lower).kind) + " `" + rule(lower).name + "`";
    context_.report(
        Code::FavourUndecided, where,
        {word("name", name), word("kind", kind_word(rule(higher).kind)), word("rule", rule(higher).name), why},
        {{Code::OtherRuleNote, version(higher).where, {}}});
}

// Of two dates that count from the same day, how long after (or before) it.
std::optional<Measures> DepartureReader::lengths(const Measures& dates, VariableId lower, VariableId higher) const {
    const auto shift = [&](ExpressionId id) -> const ShiftedDate* {
        const Expression& it = context_.model.expressions[id];
        if (const auto* suspended = std::get_if<SuspendedTerm>(&it.kind))
            return std::get_if<ShiftedDate>(&context_.model.expressions[suspended->term].kind);
        return std::get_if<ShiftedDate>(&it.kind);
    };
    const ShiftedDate* one = shift(dates.higher);
    const ShiftedDate* other = shift(dates.lower);
    if (one == nullptr || other == nullptr || one->backward != other->backward) return std::nullopt;
    if (!mean_the_same(context_.model, one->date, other->date, {higher, lower})) return std::nullopt;
    const auto unit = [&](ExpressionId id) -> std::optional<Duration::Unit> {
        const auto value = fixed_value(context_.model, id);
        return value ? std::optional(duration_from_column_value(*value).unit) : std::nullopt;
    };
    const auto one_unit = unit(one->duration);
    const auto other_unit = unit(other->duration);
    if (one_unit && other_unit && *one_unit != *other_unit) return std::nullopt;
    return Measures{one->duration, other->duration};
}

std::optional<Measures> DepartureReader::measures(VersionOfRule lower, VersionOfRule higher, Favourable by) const {
    const RuleVersion& low = version(lower);
    const RuleVersion& high = version(higher);
    const bool is_time = by == Favourable::Shorter || by == Favourable::Longer;
    if (context_.model.variables[low.subject].kind != context_.model.variables[high.subject].kind) return std::nullopt;
    const auto last_day = [](const RuleVersion& of) {
        if (of.duty && !of.duty->recurrence) return of.duty->latest;
        for (const std::optional<TimedAct>* act : {&of.ban, &of.power}) {
            if (*act && !(*act)->triggers.is_valid()) return (*act)->latest;
        }
        return ExpressionId{};
    };
    if (is_time && rule(lower).kind == rule(higher).kind && last_day(low).is_valid() && last_day(high).is_valid()) {
        const Measures dates{last_day(high), last_day(low)};
        if (const auto found = lengths(dates, low.subject, high.subject)) return found;
        return dates;
    }
    if (!low.requirement.is_valid() || !high.requirement.is_valid()) return std::nullopt;
    const Condition::Kind& one = context_.model.conditions[high.requirement].kind;
    const Condition::Kind& other = context_.model.conditions[low.requirement].kind;
    const Counterparts variables{high.subject, low.subject};
    if (const auto* compared = std::get_if<Compared>(&one)) {
        const auto* with = std::get_if<Compared>(&other);
        const bool fits = with != nullptr && with->comparison == compared->comparison &&
                          mean_the_same(context_.model, compared->left, with->left, variables) &&
                          is_time == (context_.model.expressions[compared->right].type.base == Base::Duration);
        return fits ? std::optional(Measures{compared->right, with->right}) : std::nullopt;
    }
    const auto* date = std::get_if<DateIs>(&one);
    const auto* with = std::get_if<DateIs>(&other);
    const bool fits = date != nullptr && with != nullptr && is_time && date->relation == with->relation &&
                      mean_the_same(context_.model, date->subject, with->subject, variables);
    return fits ? lengths({date->bound, with->bound}, low.subject, high.subject) : std::nullopt;
}

bool DepartureReader::is_never_favourable(const Measures& found, Favourable by) const {
    const auto high = fixed_value(context_.model, found.higher);
    const auto low = fixed_value(context_.model, found.lower);
    if (!high || !low) return false;
    std::int64_t difference = *low - *high;
    if (context_.model.expressions[found.higher].type.base == Base::Duration) {
        const Duration one = duration_from_column_value(*high);
        const Duration other = duration_from_column_value(*low);
        if (one.unit != other.unit) return false;
        difference = std::int64_t{other.count} - one.count;
    }
    const bool wants_less = by == Favourable::Shorter || by == Favourable::Lower;
    return wants_less ? difference > 0 : difference < 0;
}

bool DepartureReader::leads_to(RuleId from, RuleId start, std::set<RuleId>& seen, std::string& circle) const {
    circle += context_.model.rules[from].name + " → ";
    for (const RuleVersion& each : context_.model.rules[from].versions) {
        for (const Precedence& by : each.replaced_by) {
            if (by.other.rule == start) return true;
            if (!seen.insert(by.other.rule).second) continue;
            const std::size_t length = circle.size();
            if (leads_to(by.other.rule, start, seen, circle)) return true;
            circle.resize(length);
        }
    }
    return false;
}

// A rule that gives way to one that gives way to it would leave none.
void DepartureReader::check_circle(RuleId start) {
    std::set<RuleId> seen;
    std::string circle;
    if (!leads_to(start, start, seen, circle)) return;
    const Rule& rule = context_.model.rules[start];
    context_.report(Code::DepartureCircle, rule.versions.front().where, {word("circle", circle + rule.name)});
    for (RuleVersion& each : context_.model.rules.at(start).versions) each.replaced_by.clear();
}

}  // namespace

void read_permissions(Context& context, const syntax::Header& header, RuleVersion& version) {
    Span favourable;
    for (const syntax::Clause& clause : header.clauses) {
        if (const auto* may = std::get_if<syntax::MayDepartClause>(&clause.kind)) {
            const Level level = to_model(may->level);
            const bool is_twice = std::any_of(version.may_depart.begin(), version.may_depart.end(),
                                              [level](const Permission& other) { return other.level == level; });
            if (is_twice) {
                const bool is_corporation = level == Level::Corporation;
                context.report(Code::MayDepartTwice, clause.where,
                               {is_corporation ? term("who", "een corporatie", "a corporation")
                                               : term("who", "een gemeente", "a municipality")});
            }
            version.may_depart.push_back({level, may->in_favour_of ? text_of(*may->in_favour_of) : "", clause.where});
        }
        if (const auto* what = std::get_if<syntax::FavourableClause>(&clause.kind)) {
            version.favourable = static_cast<Favourable>(what->what);
            favourable = clause.where;
        }
    }
    const bool must_favour = std::any_of(version.may_depart.begin(), version.may_depart.end(),
                                         [](const Permission& each) { return !each.in_favour_of.empty(); });
    if (version.favourable && !must_favour) context.report(Code::FavourableOfNothing, favourable);
}

void read_departures(Context& context, const std::vector<Place>& places) { DepartureReader(context, places).read(); }

}  // namespace toets::model
