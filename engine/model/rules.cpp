#include "model/rules.h"

#include "base/match.h"
#include "base/text.h"
#include "model/access.h"
#include "model/conditions.h"
#include "model/consents.h"
#include "model/departures.h"
#include "model/duties.h"
#include "model/each_event.h"
#include "model/exemptions.h"
#include "model/fields.h"
#include "model/first_days.h"
#include "model/localities.h"
#include "model/powers.h"
#include "model/print.h"
#include "model/procedures.h"
#include "model/timed_acts.h"
#include "model/validity.h"
#include "model/version_choice.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

RuleKind to_model(syntax::RuleKind kind) {
    switch (kind) {
        case syntax::RuleKind::Precondition: return RuleKind::Precondition;
        case syntax::RuleKind::TargetNorm: return RuleKind::TargetNorm;
        case syntax::RuleKind::Obligation: return RuleKind::Obligation;
        case syntax::RuleKind::Effort: return RuleKind::Effort;
        case syntax::RuleKind::Power: return RuleKind::Power;
        case syntax::RuleKind::Ban: return RuleKind::Ban;
        case syntax::RuleKind::Procedure: return RuleKind::Procedure;
    }
    return RuleKind::Precondition;
}

// Reads the clauses of one version of a rule, in the scope of its subject.
class VersionReader {
public:
    VersionReader(Context& context, const Place& place) : context_(context), place_(place) {
        version_.where = place.header->where;
        version_.source = source_of(context, place);
        version_.validity = context.model.documents[place.document].validity;
    }

    // C60: the duty on default, with the clauses they share; after read().
    std::optional<RuleVersion> on_default;
    // Duties of a procedure that are rules of their own, by what they ask for; likewise.
    std::vector<std::pair<std::string, RuleVersion>> apart;

    RuleVersion read() {
        for (const syntax::Clause& clause : place_.header->clauses) read_subject(clause);
        if (!version_.subject.is_valid()) return version_;
        const auto* header = std::get_if<syntax::RuleHeader>(&place_.header->kind);
        is_procedure_ = header != nullptr && header->kind == syntax::RuleKind::Procedure;
        for (const syntax::Clause& clause : place_.header->clauses) {
            if (!is_procedure_) read_each_event(clause);
        }
        const std::optional<NamedDate> first_day = read_first_day(context_, scope_, place_);
        if (first_day) scope_.dates.push_back(*first_day);
        for (const syntax::Clause& clause : place_.header->clauses) read_clause(clause);
        if (is_procedure_) version_.procedure = read_procedure(context_, scope_, place_);
        version_.in_place = read_in_place(context_, scope_, place_.document);
        read_permissions(context_, *place_.header, version_);
        read_consents(context_, *place_.header, version_.validity, version_.consent);
        read_version_date();
        for (const syntax::Clause& clause : place_.header->clauses) read_default(clause);
        for (const syntax::Clause& clause : place_.header->clauses) read_apart(clause);
        if (!version_.not_yet.empty()) set_aside();
        return version_;
    }

private:
    void read_subject(const syntax::Clause& clause);
    void read_each_event(const syntax::Clause& clause);
    void read_clause(const syntax::Clause& clause);
    void read_obligation(const syntax::DutyClause& duty, Span where);
    void read_lapse(const syntax::LapseClause& clause);
    void read_default(const syntax::Clause& clause);
    void read_apart(const syntax::Clause& clause);
    void read_version_date();
    ExpressionId declared_version_date();
    void set_aside();

    Context& context_;
    const Place& place_;
    RuleVersion version_;
    Scope scope_;
    bool is_procedure_ = false;
};

void VersionReader::read_subject(const syntax::Clause& clause) {
    const auto* every = std::get_if<syntax::ForEveryClause>(&clause.kind);
    if (every == nullptr) return;
    const std::string key = key_of(every->kind);
    Variable subject;
    subject.name = every->hereafter ? name_text(*every->hereafter) : name_text(every->kind);
    const auto kind = context_.names.kinds.find(key);
    const auto sub_kind = context_.names.sub_kinds.find(key);
    if (kind != context_.names.kinds.end()) {
        subject.kind = kind->second;
    } else if (sub_kind != context_.names.sub_kinds.end()) {
        subject.kind = context_.model.sub_kinds[sub_kind->second].base;
        subject.only = sub_kind->second;
    } else {
        report_unknown_kind(context_, every->kind);
        return;
    }
    // An exemption judges nothing by itself.
    const bool is_judged = std::holds_alternative<syntax::RuleHeader>(place_.header->kind);
    if (is_judged) context_.model.kinds.at(subject.kind).is_subject = true;
    version_.subject = context_.model.variables.add(subject);
    scope_ = {{version_.subject}, place_.document};
    if (every->act) version_.act = read_date(context_, scope_, *every->act);
}

// `binnen 2 werkdagen na elke overlastmelding`: a duty for each of those events.
void VersionReader::read_each_event(const syntax::Clause& clause) {
    const auto* effort = std::get_if<syntax::EffortClause>(&clause.kind);
    const auto* duty = effort != nullptr ? &effort->duty : std::get_if<syntax::DutyClause>(&clause.kind);
    if (duty == nullptr || !duty->term || !counts_from_each(*duty->term)) return;
    const auto triggers = read_triggers(context_, scope_, *duty->term);
    if (!triggers) return;
    const Type& type = triggers->type;
    const Name& name = type.only.is_valid() ? context_.model.sub_kinds[type.only].name : context_.kind(type.kind).name;
    const VariableId event = context_.model.variables.add({name.text, type.kind, type.only});
    const KindId wanted = context_.model.variables[version_.subject].kind;
    ExpressionId path = context_.add(VariableUse{event}, thing_type(Base::Thing, type.kind), duty->term->bound.where);
    for (KindId kind = type.kind; kind != wanted;) {
        const FieldId up = context_.kind(kind).owner;
        if (!up.is_valid()) {
            context_.report(Code::EachOfAnotherThing, duty->term->bound.where,
                            {word("event", name.text), word("thing", context_.kind(wanted).name.text)});
            return;
        }
        path = context_.add(FieldOf{path, up}, context_.model.fields[up].type, duty->term->bound.where);
        kind = context_.model.fields[up].type.kind;
    }
    context_.model.kinds.at(type.kind).is_subject = true;
    version_.around = version_.subject;
    version_.around_path = path;
    version_.subject = event;
    scope_ = scope_.with(event);
}

void VersionReader::read_clause(const syntax::Clause& clause) {
    const auto condition = [&](syntax::ConditionId id) { return read_condition(context_, scope_, *place_.tree, id); };
    if (const auto* validity = std::get_if<syntax::ValidityClause>(&clause.kind)) {
        version_.validity = narrowed(version_.validity, *validity);
        const bool never =
            version_.validity.first && version_.validity.last && *version_.validity.last < *version_.validity.first;
        if (never) context_.report(Code::NeverInForce, clause.where);
    } else if (const auto* only_if = std::get_if<syntax::OnlyIfClause>(&clause.kind)) {
        version_.only_if = condition(only_if->condition);
    } else if (const auto* requires_it = std::get_if<syntax::RequiresClause>(&clause.kind)) {
        version_.requirement = condition(requires_it->condition);
    } else if (const auto* aims = std::get_if<syntax::AimsForClause>(&clause.kind)) {
        version_.requirement = condition(aims->condition);
    } else if (const auto* lapse = std::get_if<syntax::LapseClause>(&clause.kind)) {
        read_lapse(*lapse);
    } else if (const auto* curable = std::get_if<syntax::CurableClause>(&clause.kind)) {
        version_.curable_until = read_term(context_, scope_, curable->term).latest;
    } else if (const auto* unless = std::get_if<syntax::UnlessClause>(&clause.kind)) {
        version_.exceptions.push_back(read_exception(context_, scope_, *place_.tree, unless->exception));
    } else if (const auto* arranged = std::get_if<syntax::ArrangedByClause>(&clause.kind)) {
        version_.arranged_by = read_actors(context_, scope_, arranged->who);
    } else if (const auto* duty = std::get_if<syntax::DutyClause>(&clause.kind)) {
        if (!is_procedure_) read_obligation(*duty, clause.where);
    } else if (const auto* effort = std::get_if<syntax::EffortClause>(&clause.kind)) {
        version_.duty = read_effort(context_, scope_, *effort, *place_.header);
        if (version_.duty) read_suspensions(context_, scope_, *place_.header, *version_.duty);
    } else if (const auto* power = std::get_if<syntax::PowerClause>(&clause.kind)) {
        version_.power = read_power(context_, scope_, *power, clause.where);
    } else if (const auto* ban = std::get_if<syntax::BanClause>(&clause.kind)) {
        version_.ban = read_ban(context_, scope_, *ban, clause.where);
    } else if (const auto* tags = std::get_if<syntax::TagsClause>(&clause.kind)) {
        for (const syntax::Phrase& tag : tags->tags) version_.tags.push_back(key_of(tag));
    } else if (const auto* not_yet = std::get_if<syntax::NotYetClause>(&clause.kind)) {
        version_.not_yet.push_back({not_yet->construct, not_yet->nl, not_yet->en});
    }
}

void VersionReader::read_obligation(const syntax::DutyClause& duty, Span where) {
    if (scope_.dates.empty()) {
        version_.duty = read_duty(context_, scope_, duty);
    } else {
        version_.duty = read_duty(context_, scope_, from_first_day(duty));
        if (version_.duty) check_counts_from(context_, *version_.duty, scope_.dates.front().date, where);
    }
    if (version_.duty) read_suspensions(context_, scope_, *place_.header, *version_.duty);
}

void VersionReader::read_lapse(const syntax::LapseClause& clause) {
    const auto event = read_phrase(context_, scope_, clause.event, want_anything());
    const Term term = read_term(context_, scope_, clause.term);
    if (!event || !term.latest.is_valid()) return;
    const bool is_event =
        event->type.base == Base::Thing && context_.kind(event->type.kind).category == KindCategory::Event;
    if (!is_event) {
        context_.report(Code::LapseNeedsEvent, clause.event.where,
                        {type_argument("found", event->type, context_.model)});
        return;
    }
    version_.lapse = Lapse{event->expression, term.start, term.latest};
}

void VersionReader::read_default(const syntax::Clause& clause) {
    const auto* written = std::get_if<syntax::DefaultClause>(&clause.kind);
    if (written == nullptr || (!version_.duty && version_.not_yet.empty())) return;
    if (version_.duty && !version_.duty->latest.is_valid()) {
        context_.report(Code::DefaultNeedsTerm, clause.where);
        return;
    }
    Scope scope = scope_;
    if (version_.duty) {
        scope.dates.push_back({"einde van termijn", "einde van de termijn", last_day(context_, *version_.duty)});
    }
    RuleVersion following = version_;
    following.only_if = {};
    following.exceptions.clear();
    following.duty = read_duty(context_, scope, written->duty);
    if (!following.duty) return;
    if (!following.not_yet.empty()) following.duty.reset();
    on_default = std::move(following);
}

void VersionReader::read_apart(const syntax::Clause& clause) {
    const auto* written = std::get_if<syntax::DutyClause>(&clause.kind);
    if (written == nullptr || !is_procedure_ || !stands_apart(*written)) return;
    const RuleVersion whole = version_;
    const Scope scope = scope_;
    version_.where = clause.where;
    version_.procedure.reset();
    read_each_event(clause);
    version_.duty = read_duty(context_, scope_, *written);
    if (version_.duty) {
        const KindId act = context_.model.expressions[version_.duty->asked.events].type.kind;
        apart.emplace_back(context_.kind(act).name.text, version_);
    }
    version_ = whole;
    scope_ = scope;
}

void VersionReader::read_version_date() {
    version_.version_date = with_version_choice(context_, place_, scope_, declared_version_date());
}

ExpressionId VersionReader::declared_version_date() {
    for (const syntax::Clause& clause : place_.header->clauses) {
        if (const auto* own = std::get_if<syntax::VersionClause>(&clause.kind)) {
            return read_date(context_, scope_, own->date);
        }
    }
    const auto general = context_.version_clauses.find(place_.document);
    if (general == context_.version_clauses.end()) return {};
    return read_date(context_, scope_, std::get<syntax::VersionClause>(general->second.second->kind).date);
}

// A clause that cannot be evaluated yet may change the rule in either direction: its answer is unknown, with that
// reason.
void VersionReader::set_aside() {
    version_.requirement = context_.add(NotYetCondition{version_.not_yet.front().construct}, place_.header->heading);
    version_.duty.reset();
    version_.ban.reset();
    version_.procedure.reset();
    version_.lapse.reset();
    version_.exceptions.clear();
}

// ----------------------------------------------------------------------------------------------------------- versions

void check_versions(Context& context, const Rule& rule, const RuleVersion& earlier, const RuleVersion& later) {
    const auto kind_of = [&](const RuleVersion& version) { return context.model.variables[version.subject].kind; };
    const std::string words = kind_word(rule.kind) + " " + rule.name;
    if (kind_of(earlier) != kind_of(later)) {
        context.report(Code::VersionsDiffer, later.where, {word("name", words)},
                       {{Code::OtherVersionNote, earlier.where, {}}});
    }
    const Validity& before = earlier.validity;
    const Validity& after = later.validity;
    const Argument name = term("name", words, "`" + words + "`");
    if (!before.last || !after.first || *after.first <= *before.last) {
        if (later.validity.is_doubtful) return;
        context.report(Code::VersionsOverlap, later.where, {name}, {{Code::OtherVersionNote, earlier.where, {}}});
    } else if (after.first->days > before.last->days + 1) {
        const Date first{before.last->days + 1};
        const Date last{after.first->days - 1};
        context.report(Code::VersionsGap, later.where,
                       {name, term("first", to_words(first, Language::Dutch), to_words(first, Language::English)),
                        term("last", to_words(last, Language::Dutch), to_words(last, Language::English))});
    }
}

// C84: a version that waited for consent takes the place of the one before it; until then that one goes on.
void give_way_to_consented(std::vector<RuleVersion>& versions) {
    for (std::size_t i = 1; i < versions.size(); ++i) {
        const Validity& after = versions[i].validity;
        if (!versions[i].consent || after.is_never || !after.first) continue;
        const Date day_before{after.first->days - 1};
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            Validity& before = versions[earlier].validity;
            if (before.is_never || (before.last && *before.last < *after.first)) continue;
            if (after.is_doubtful) {
                if (!before.sure_last || day_before < *before.sure_last) before.sure_last = day_before;
                before.renewals.clear();
            } else {
                before.last = day_before;
                before.sure_last.reset();
                before.renewals.clear();
            }
        }
    }
}

void check_versions(Context& context, Rule& rule) {
    std::stable_sort(rule.versions.begin(), rule.versions.end(), [](const RuleVersion& left, const RuleVersion& right) {
        return left.validity.first.value_or(Date{INT32_MIN}) < right.validity.first.value_or(Date{INT32_MIN});
    });
    give_way_to_consented(rule.versions);
    std::optional<std::size_t> last;  // of those that can be in force
    for (std::size_t i = 0; i < rule.versions.size(); ++i) {
        if (rule.versions[i].validity.is_never) continue;
        if (last) check_versions(context, rule, rule.versions[*last], rule.versions[i]);
        last = i;
    }
}

RuleId add_version(Context& context, RuleKind kind, const std::string& name, DocumentId document, RuleVersion version) {
    const auto key = std::pair{kind, key_of(name)};
    const auto found = context.names.rules.find(key);
    if (found != context.names.rules.end()) {
        context.model.rules.at(found->second).versions.push_back(std::move(version));
        return found->second;
    }
    Rule rule;
    rule.kind = kind;
    rule.name = name;
    rule.document = document;
    rule.versions.push_back(std::move(version));
    const RuleId id = context.model.rules.add(std::move(rule));
    context.names.rules.emplace(key, id);
    return id;
}

void add_rule(Context& context, const Place& place, const syntax::RuleHeader& header) {
    const RuleKind kind = to_model(header.kind);
    VersionReader reader(context, place);
    RuleVersion version = reader.read();
    if (!version.subject.is_valid()) return;
    const std::string name = text_of(header.name);  // a sentence of its own: its article stays
    const RuleId id = add_version(context, kind, name, place.document, std::move(version));
    for (auto& [act, own] : reader.apart) {
        add_version(context, RuleKind::Obligation, act.append(" bij ").append(name), place.document, std::move(own));
    }
    if (!reader.on_default) return;
    reader.on_default->default_of = id;
    add_version(context, RuleKind::Obligation, name + " bij uitblijven", place.document, std::move(*reader.on_default));
}

}  // namespace

std::optional<RuleVersion> read_exemption_version(Context& context, const Place& place) {
    RuleVersion version = VersionReader(context, place).read();
    if (!version.subject.is_valid()) return std::nullopt;
    return version;
}

void read_rules(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        if (const auto* rule = std::get_if<syntax::RuleHeader>(&place.header->kind)) add_rule(context, place, *rule);
        if (std::holds_alternative<syntax::AccessHeader>(place.header->kind)) read_access(context, place);
        if (const auto* later = std::get_if<syntax::NotYetHeader>(&place.header->kind)) {
            context.model.not_yet.push_back({later->construct, later->keyword, name_text(later->name),
                                             source_of(context, place), place.header->heading});
        }
    }
    for (std::size_t i = 0; i < context.model.rules.size(); ++i)
        check_versions(context, context.model.rules.at(context.model.rules.id_at(i)));
    read_exemptions(context, places);
    declare_powers(context);
}

}  // namespace toets::model
