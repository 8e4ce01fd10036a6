#include "model/hardships.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/actors.h"
#include "model/levels.h"
#include "model/print.h"
#include "model/rule_references.h"

namespace toets::model {

namespace {

template <class Wanted>
const Wanted* clause_in(const syntax::Header& header) {
    for (const syntax::Clause& clause : header.clauses) {
        if (const auto* wanted = std::get_if<Wanted>(&clause.kind)) return wanted;
    }
    return nullptr;
}

// Adds the sentences that every clause holds without saying so.
class DecisionSentences {
public:
    DecisionSentences(Context& context, VariableId decision, Span where)
        : context_(context), decision_(decision), where_(where) {}

    [[nodiscard]] ExpressionId decision() const {
        return context_.add(VariableUse{decision_}, thing_type(Base::Thing, decisions().kind), where_);
    }
    [[nodiscard]] ExpressionId fact(FieldId field) const {
        return context_.add(FieldOf{decision(), field}, context_.model.fields[field].type, where_);
    }
    [[nodiscard]] ExpressionId day(Date date) const {
        return context_.add(Constant{date.days}, simple_type(Base::Date), where_);
    }
    [[nodiscard]] ExpressionId today() const { return context_.add(ReferenceDate{}, simple_type(Base::Date), where_); }
    ConditionId say(Condition::Kind kind, std::string words) const {
        const ConditionId id = context_.add(std::move(kind), where_);
        context_.model.conditions.at(id).implied = std::move(words);
        return id;
    }
    ConditionId all(const std::vector<ConditionId>& conditions, std::string words) const {
        Legs legs;
        for (const ConditionId each : conditions) legs.legs.push_back({each, {}, {}, where_});
        return say(std::move(legs), std::move(words));
    }
    ConditionId dated(DateRelation relation, ExpressionId bound, std::string words) const {
        return say(DateIs{fact(decisions().date), relation, bound}, std::move(words));
    }
    [[nodiscard]] const HardshipDecisions& decisions() const { return context_.model.decisions; }

private:
    Context& context_;
    VariableId decision_;
    Span where_;
};

class HardshipReader {
public:
    HardshipReader(Context& context, const std::vector<Place>& places) : context_(context), places_(places) {}

    void read() {
        for (std::size_t index = 0; index < context_.model.rules.size(); ++index) {
            const RuleId id = context_.model.rules.id_at(index);
            if (context_.model.rules[id].kind != RuleKind::Hardship) continue;
            for (std::size_t at = 0; at < context_.model.rules[id].versions.size(); ++at) resolve({id, at});
        }
        for (const VersionOfRule clause : clauses_) {
            for (const VersionOfRule each : hardship(clause).rules) {
                if (std::find(all_.begin(), all_.end(), each) == all_.end()) all_.push_back(each);
            }
        }
        for (const VersionOfRule clause : clauses_) ask(clause);
        for (const VersionOfRule clause : clauses_) {
            for (const VersionOfRule each : hardship(clause).rules) relieve(clause, each);
        }
    }

private:
    [[nodiscard]] RuleVersion& version(VersionOfRule which) const {
        return context_.model.rules.at(which.rule).versions[which.version];
    }
    [[nodiscard]] Hardship& hardship(VersionOfRule clause) const { return *version(clause).hardship; }
    [[nodiscard]] const Place* place_of(const RuleVersion& clause) const {
        const auto found = std::find_if(places_.begin(), places_.end(),
                                        [&](const Place& place) { return place.header->where == clause.where; });
        return found == places_.end() ? nullptr : &*found;
    }

    void resolve(VersionOfRule clause);
    [[nodiscard]] bool may_be_set_aside(VersionOfRule each, DocumentId document, Span where) const;
    void ask(VersionOfRule clause);
    std::vector<ConditionId> own_checks(VersionOfRule clause, const DecisionSentences& say) const;
    void add_act_checks(VersionOfRule clause, const DecisionSentences& say, const std::vector<ConditionId>& asked,
                        std::vector<ConditionId>& checks) const;
    [[nodiscard]] ExpressionId at_case(ExpressionId act, VariableId subject, ExpressionId thing) const;
    void limit_to_clause(RuleVersion& own, const DecisionSentences& say) const;
    void add_asked(ConditionId asked, std::vector<ConditionId>& checks) const;
    void relieve(VersionOfRule clause, VersionOfRule target);
    [[nodiscard]] ExpressionId act_of(const RuleVersion& target, Span where) const;

    Context& context_;
    const std::vector<Place>& places_;
    std::vector<VersionOfRule> clauses_;
    std::vector<VersionOfRule> all_;  // the rules of all clauses together
};

void HardshipReader::resolve(VersionOfRule clause) {
    RuleVersion& own = version(clause);
    const Place* place = place_of(own);
    const auto* deviates = place == nullptr ? nullptr : clause_in<syntax::DeviatesClause>(*place->header);
    if (deviates == nullptr || !own.subject.is_valid()) return;
    Hardship hardship;
    hardship.who = read_actors(context_, Scope{{own.subject}, place->document}, deviates->who);
    if (hardship.who.actors.empty()) return;
    if (hardship.who.actors.size() > 1 && !hardship.who.any) {
        context_.report(Code::HardshipByEach, deviates->who.front().where);
    }
    if (const auto* limit = clause_in<syntax::YearlyLimitClause>(*place->header)) hardship.most = limit->most;
    const ReferredRules named = read_rule_references(context_, places_, place->document, deviates->rules);
    for (const ExemptionId each : named.exemptions) {
        context_.report(Code::HardshipOfExemption, named.where, {word("name", context_.model.exemptions[each].name)});
    }
    for (const VersionOfRule each : named.versions) {
        if (may_be_set_aside(each, place->document, named.where)) hardship.rules.push_back(each);
    }
    const bool names_any = !named.versions.empty();
    if (names_any && hardship.rules.empty() && !context_.diagnostics.has_errors()) {
        context_.report(Code::HardshipOfNothing, named.where);
    }
    own.arranged_by = hardship.who;
    own.hardship = std::move(hardship);
    for (const FieldId field : context_.kind(context_.model.decisions.kind).fields) {
        Field& fact = context_.model.fields.at(field);
        if (fact.supplied_by.actors.empty()) fact.supplied_by = own.arranged_by;
    }
    clauses_.push_back(clause);
}

// A power asks nothing, and a hardship clause judges decisions only.
bool HardshipReader::may_be_set_aside(VersionOfRule each, DocumentId document, Span where) const {
    const Rule& rule = context_.model.rules[each.rule];
    if (rule.kind == RuleKind::Power || rule.kind == RuleKind::Hardship) return false;
    const RuleVersion& target = rule.versions[each.version];
    const Document& of = context_.model.documents[target.source.document];
    const std::vector<Note> notes{{Code::DeclaredHereNote, target.where, {}}};
    const Code code = of.level == Level::Law ? Code::HardshipOfStatute : Code::HardshipOfHigherRule;
    const Rank rank = rank_of(context_.model, document, target.source.document);
    if (rank == Rank::NotDeclared) {
        report_rank(context_, document, target.source.document, where);
        return false;
    }
    if (of.level != Level::Law && rank != Rank::Lower) return true;
    context_.report(code, where,
                    {word("kind", kind_word(rule.kind)), word("rule", rule.name), word("document", of.name)}, notes);
    return false;
}

std::vector<ConditionId> HardshipReader::own_checks(VersionOfRule clause, const DecisionSentences& say) const {
    const RuleVersion& own = version(clause);
    const HardshipDecisions& facts = context_.model.decisions;
    std::vector<ConditionId> checks;
    std::string who;
    bool has_deputy = false;
    for (const Actor& actor : own.hardship->who.actors) {
        who += (who.empty() ? "" : " of ") + actor.words;
        const bool is_role = actor.role.is_valid();
        has_deputy = has_deputy || (is_role && !context_.model.roles[actor.role].deputies.empty());
    }
    Actors by = own.hardship->who;
    by.any = true;
    const VariableId self = context_.model.variables.add({"besluit", facts.kind, {}});
    checks.push_back(
        say.say(HasDone{say.decision(), self, by, {}, {}, {}},
                "het besluit is genomen door " + who + (has_deputy ? " of wie haar of hem vervangt" : "")));
    checks.push_back(say.say(NamesRules{say.fact(facts.rules), own.source.document, true, all_},
                             "het besluit noemt alleen regels waarvan " + who + " kan afwijken"));
    checks.push_back(say.say(IsOutsider{say.fact(facts.signatory), say.decision()},
                             "wie het besluit ondertekende, is niet iemand over wie de zaak gaat"));
    checks.push_back(say.dated(DateRelation::NotAfter, say.today(), "het besluit ligt uiterlijk op de peildatum"));
    const std::string in_force = "het besluit ligt in de tijd dat de hardheidsclausule geldt";
    if (own.validity.first)
        checks.push_back(say.dated(DateRelation::NotBefore, say.day(*own.validity.first), in_force));
    if (own.validity.last) checks.push_back(say.dated(DateRelation::NotAfter, say.day(*own.validity.last), in_force));
    return checks;
}

// What the clause asks itself, each bullet a check of its own.
void HardshipReader::add_asked(ConditionId asked, std::vector<ConditionId>& checks) const {
    if (!asked.is_valid()) return;
    const auto* legs = std::get_if<Legs>(&context_.model.conditions[asked].kind);
    const bool is_plain =
        legs != nullptr && legs->quantifier == Quantifier::All &&
        std::all_of(legs->legs.begin(), legs->legs.end(), [](const Leg& leg) { return leg.exceptions.empty(); });
    if (!is_plain) return checks.push_back(asked);
    for (const Leg& leg : legs->legs) checks.push_back(leg.condition);
}

void HardshipReader::ask(VersionOfRule clause) {
    RuleVersion& own = version(clause);
    const DecisionSentences say(context_, own.subject, own.where);
    const HardshipDecisions& facts = context_.model.decisions;
    std::vector<ConditionId> checks = own_checks(clause, say);
    std::vector<ConditionId> asked;
    add_asked(own.requirement, asked);
    const auto asks_reasons = [&](ConditionId id) {
        const auto* present = std::get_if<Present>(&context_.model.conditions[id].kind);
        if (present == nullptr || present->negated) return false;
        const auto* field = std::get_if<FieldOf>(&context_.model.expressions[present->value].kind);
        return field != nullptr && field->field == facts.reasons;
    };
    if (std::none_of(asked.begin(), asked.end(), asks_reasons)) {
        checks.push_back(say.say(Present{say.fact(facts.reasons), false}, "het besluit heeft een motivering"));
    }
    checks.insert(checks.end(), asked.begin(), asked.end());
    add_act_checks(clause, say, asked, checks);
    own.requirement = say.all(checks, "het besluit voldoet aan de hardheidsclausule");
    if (clauses_.size() > 1) limit_to_clause(own, say);
    own.validity = {};
}

// A decision belongs to the clause whose rules it names; one that names none belongs to each.
void HardshipReader::limit_to_clause(RuleVersion& own, const DecisionSentences& say) const {
    const ExpressionId text = say.fact(context_.model.decisions.rules);
    const std::string words = "het besluit noemt een regel van deze hardheidsclausule";
    Legs none;
    none.quantifier = Quantifier::None;
    none.legs.push_back({say.say(NamesRules{text, own.source.document, false, all_}, words), {}, {}, own.where});
    Legs either;
    either.quantifier = Quantifier::AtLeast;
    either.count = 1;
    either.legs.push_back(
        {say.say(NamesRules{text, own.source.document, false, own.hardship->rules}, words), {}, {}, own.where});
    either.legs.push_back(
        {say.say(std::move(none), "het besluit noemt geen regel van een hardheidsclausule"), {}, {}, own.where});
    own.only_if = say.say(std::move(either), words);
}

// The same date, of the thing the case is about; invalid when it is not reached from there by facts alone.
ExpressionId HardshipReader::at_case(ExpressionId act, VariableId subject, ExpressionId thing) const {
    const Expression expression = context_.model.expressions[act];
    if (const auto* use = std::get_if<VariableUse>(&expression.kind)) {
        return use->variable == subject ? thing : ExpressionId{};
    }
    const auto* field = std::get_if<FieldOf>(&expression.kind);
    if (field == nullptr) return {};
    const ExpressionId of = at_case(field->thing, subject, thing);
    return of.is_valid() ? context_.add(FieldOf{of, field->field}, expression.type, expression.where) : of;
}

// Made before the act that a rule guards, and not lapsed by then: once for each act of the thing the case is about.
void HardshipReader::add_act_checks(VersionOfRule clause, const DecisionSentences& say,
                                    const std::vector<ConditionId>& asked, std::vector<ConditionId>& checks) const {
    struct Guarded {
        ExpressionId act;
        std::vector<VersionOfRule> rules;
    };
    const HardshipDecisions& facts = context_.model.decisions;
    const RuleVersion& own = version(clause);
    std::map<std::string, Guarded> guarded;
    for (const VersionOfRule each : own.hardship->rules) {
        const RuleVersion& target = version(each);
        const KindId kind = context_.model.variables[target.subject].kind;
        const bool is_root = std::any_of(facts.lists.begin(), facts.lists.end(),
                                         [&](FieldId list) { return context_.model.fields[list].kind == kind; });
        const ExpressionId act = target.duty ? ExpressionId{} : act_of(target, own.where);
        if (!is_root || !act.is_valid()) continue;
        const ExpressionId root = context_.add(CaseThing{kind, true}, thing_type(Base::Thing, kind), own.where);
        const ExpressionId here = at_case(act, target.subject, root);
        if (!here.is_valid()) continue;
        Guarded& entry = guarded[to_text(context_.model, here)];
        if (!entry.act.is_valid()) entry.act = here;
        entry.rules.push_back(each);
    }
    const auto asks_itself = [&](const std::string& act) {
        return std::any_of(asked.begin(), asked.end(), [&](ConditionId id) {
            const auto* date = std::get_if<DateIs>(&context_.model.conditions[id].kind);
            const bool is_before =
                date != nullptr && (date->relation == DateRelation::Before || date->relation == DateRelation::NotAfter);
            return is_before && to_text(context_.model, date->bound) == act;
        });
    };
    for (auto& [text, entry] : guarded) {
        const auto& field = std::get<FieldOf>(context_.model.expressions[entry.act].kind);
        const Field& date = context_.model.fields[field.field];
        const std::string act = with_article(date.built_in ? context_.kind(date.kind).name : date.name);
        std::vector<ConditionId> both;
        if (!asks_itself(text)) {
            both.push_back(say.say(InTime{say.fact(facts.date), entry.act, false}, "het besluit ligt niet na " + act));
        }
        both.push_back(
            say.say(InTime{say.fact(facts.last_day), entry.act, true}, "het besluit is nog geldig op " + act));
        for (const ConditionId each : both) {
            if (entry.rules.size() == own.hardship->rules.size()) {
                checks.push_back(each);
                continue;
            }
            const std::string words = context_.model.conditions[each].implied;
            Legs none;
            none.quantifier = Quantifier::None;
            NamesRules names{say.fact(facts.rules), own.source.document, false, entry.rules};
            none.legs.push_back({say.say(std::move(names), words), {}, {}, own.where});
            Legs either;
            either.quantifier = Quantifier::AtLeast;
            either.count = 1;
            either.legs.push_back({each, {}, {}, own.where});
            either.legs.push_back({say.say(std::move(none), words), {}, {}, own.where});
            checks.push_back(say.say(std::move(either), words));
        }
    }
}

// The date of what the rule guards; that of the decision must not lie after it.
ExpressionId HardshipReader::act_of(const RuleVersion& target, Span where) const {
    if (target.duty) return target.duty->latest;
    if (target.procedure || target.ban) return {};
    if (target.act.is_valid()) return target.act;
    const KindId kind = context_.model.variables[target.subject].kind;
    const Kind& about = context_.kind(kind);
    const FieldId own = about.category == KindCategory::Event    ? about.date
                        : about.category == KindCategory::Period ? about.first_day
                                                                 : FieldId{};
    if (!own.is_valid()) return {};
    const ExpressionId subject = context_.add(VariableUse{target.subject}, thing_type(Base::Thing, kind), where);
    return context_.add(FieldOf{subject, own}, context_.model.fields[own].type, where);
}

void HardshipReader::relieve(VersionOfRule clause, VersionOfRule target) {
    const RuleVersion& own = version(clause);
    const HardshipDecisions& facts = context_.model.decisions;
    const DecisionSentences say(context_, own.subject, own.where);
    const ExpressionId act = act_of(version(target), own.where);
    std::vector<ConditionId> checks;
    checks.push_back(say.say(NamesRules{say.fact(facts.rules), own.source.document, false, {target}},
                             "het besluit noemt deze regel"));
    checks.push_back(own.requirement);
    // What had not happened by an act that a condition guards does not count there anyhow.
    if (act.is_valid() && version(target).duty) {
        checks.push_back(say.dated(DateRelation::NotAfter, act, "het besluit ligt niet na het einde van de termijn"));
    }
    Legs lasts;
    lasts.quantifier = Quantifier::AtLeast;
    lasts.count = 1;
    const std::string still = "het besluit is nog geldig";
    lasts.legs.push_back({say.say(Present{say.fact(facts.last_day), true}, still), {}, {}, own.where});
    const ExpressionId judged_on = act.is_valid() ? act : say.today();
    lasts.legs.push_back(
        {say.say(DateIs{say.fact(facts.last_day), DateRelation::NotBefore, judged_on}, still), {}, {}, own.where});
    checks.push_back(say.say(std::move(lasts), still));
    const ConditionId filter = say.all(checks, "het besluit geldt voor deze regel");
    Legs any;
    any.quantifier = Quantifier::AtLeast;
    any.count = 1;
    const ExpressionId one = context_.add(Constant{1}, simple_type(Base::Count), own.where);
    for (const FieldId list : facts.lists) {
        const KindId root = context_.model.fields[list].kind;
        const ExpressionId thing = context_.add(CaseThing{root, true}, thing_type(Base::Thing, root), own.where);
        const ExpressionId things = context_.add(FieldOf{thing, list}, context_.model.fields[list].type, own.where);
        const std::string words = "er is een besluit volgens de hardheidsclausule";
        any.legs.push_back(
            {say.say(HasCount{things, own.subject, filter, Quantifier::AtLeast, one, false, {}, {}}, words),
             {},
             {},
             own.where});
    }
    if (any.legs.empty()) return;
    const ConditionId condition = say.say(std::move(any), "er is een besluit volgens de hardheidsclausule");
    version(target).relieved_by.push_back({clause, condition});
}

}  // namespace

VariableId decision_of_clause(Context& context) {
    if (!context.model.decisions.kind.is_valid()) return {};
    return context.model.variables.add({"besluit", context.model.decisions.kind, {}});
}

void read_hardships(Context& context, const std::vector<Place>& places) { HardshipReader(context, places).read(); }

}  // namespace toets::model
