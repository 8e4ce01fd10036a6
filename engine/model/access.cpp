#include "model/access.h"

#include <algorithm>
#include <utility>

#include "model/field_properties.h"
#include "model/fields.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

Purpose purpose_in(syntax::Purpose purpose) {
    switch (purpose) {
        case syntax::Purpose::Check: return Purpose::Check;
        case syntax::Purpose::Agenda: return Purpose::Agenda;
        case syntax::Purpose::Monitor: return Purpose::Monitor;
    }
    return Purpose::Check;
}

bool is_reference(const Field& field) { return field.type.base == Base::Thing || field.type.base == Base::Things; }

syntax::Word plain_word(const std::string& text, syntax::WordKind kind, Span where) {
    return {kind, text, text, where, std::nullopt};
}

// `de toestemming voor zorg`, as somebody would have declared it.
syntax::DeclaredName consent_name(const std::string& privacy, Span where) {
    syntax::DeclaredName name;
    name.article = plain_word("de", syntax::WordKind::Article, where);
    name.name.words = {plain_word("toestemming", syntax::WordKind::Plain, where),
                       plain_word("voor", syntax::WordKind::Link, where),
                       plain_word(privacy, syntax::WordKind::Plain, where)};
    name.name.where = where;
    return name;
}

syntax::Property word_property(const std::string& text, Span where) {
    syntax::Phrase phrase;
    phrase.words = {plain_word(text, syntax::WordKind::Plain, where)};
    phrase.where = where;
    return {syntax::WordProperty{std::move(phrase)}, where};
}

syntax::Property plural_property(const std::string& privacy, Span where) {
    syntax::Phrase phrase = consent_name(privacy, where).name;
    phrase.words.front() = plain_word("toestemmingen", syntax::WordKind::Plain, where);
    return {syntax::PluralProperty{std::move(phrase)}, where};
}

// Left out, the last day is not there: a consent stands until it is taken back.
void declare_consent_kind(Context& context, const Place& place, const syntax::ConsentClause& clause, Span where) {
    const std::string privacy = key_of(clause.privacy);
    const auto giver = context.names.kinds.find(key_of(clause.giver));
    if (!privacy_class(privacy) || giver == context.names.kinds.end()) return;  // told by read_access
    syntax::KindHeader declared{syntax::KindCategory::Period, consent_name(privacy, where), clause.giver, {}};
    const std::string key = key_of(declared.name.name);
    if (context.names.kinds.contains(key) || context.find_member(giver->second, key) != nullptr) return;
    declared.properties = {plural_property(privacy, where), word_property(privacy, where),
                           word_property("onvolledig", where)};
    syntax::Header written{declared, {}, where, where, {}};
    Place own = place;
    own.header = &written;
    declare_kind(context, own, declared);
    declare_fields(context, own, declared);
    const KindId kind = context.names.kinds.at(key);
    context.model.fields.at(context.kind(kind).last_day).closed = true;
}

void inherit_from_owners(Context& context) {
    bool has_changed = true;
    while (has_changed) {
        has_changed = false;
        for (std::size_t index = 0; index < context.model.kinds.size(); ++index) {
            Kind& kind = context.model.kinds.at(context.model.kinds.id_at(index));
            if (kind.privacy != PrivacyClass::None || !kind.owner.is_valid()) continue;
            kind.privacy = context.kind(context.model.fields[kind.owner].type.kind).privacy;
            has_changed = has_changed || kind.privacy != PrivacyClass::None;
        }
    }
}

PrivacyClass settled(const Context& context, const Field& field) {
    if (field.privacy != PrivacyClass::None) return field.privacy;
    if (is_reference(field)) {
        const PrivacyClass of_thing = context.kind(field.type.kind).privacy;
        if (of_thing != PrivacyClass::None || field.role == FieldRole::Owned) return of_thing;
    }
    return context.kind(field.kind).privacy;
}

class AccessReader {
public:
    explicit AccessReader(Context& context) : context_(context) {}

    void read(const syntax::Clause& clause) {
        where_ = clause.where;
        if (const auto* sees = std::get_if<syntax::SeesClause>(&clause.kind)) read_sees(*sees);
        if (const auto* consent = std::get_if<syntax::ConsentClause>(&clause.kind)) read_consent(*consent);
        if (const auto* shown = std::get_if<syntax::ShownAsClause>(&clause.kind)) read_shown(*shown);
        if (const auto* small = std::get_if<syntax::SmallCountsClause>(&clause.kind)) {
            // Several documents may say so: what is enough for one of them must be enough for all.
            context_.model.fewest_shown = std::max(context_.model.fewest_shown, small->fewest);
        }
    }

private:
    std::optional<PrivacyClass> read_class(const syntax::Phrase& phrase) {
        const auto privacy = privacy_class(key_of(phrase));
        if (!privacy) context_.report(Code::UnknownPrivacyClass, phrase.where, {word("name", text_of(phrase))});
        return privacy;
    }

    void read_sees(const syntax::SeesClause& sees) {
        access().is_declared = true;
        ClassSet classes;
        for (const syntax::Phrase& phrase : sees.classes) {
            if (const auto privacy = read_class(phrase)) classes.add(*privacy);
        }
        for (const syntax::Phrase& phrase : sees.roles) read_role(phrase, classes, sees);
    }

    void read_role(const syntax::Phrase& phrase, ClassSet classes, const syntax::SeesClause& sees) {
        const auto role = context_.names.roles.find(key_of(phrase));
        if (role == context_.names.roles.end()) {
            std::vector<std::string> known;
            for (const Role& each : context_.model.roles) known.push_back(each.name.text);
            context_.report(Code::UnknownAccessRole, phrase.where,
                            {word("name", text_of(phrase)), hint_argument(text_of(phrase), known)});
            return;
        }
        RoleAccess& access = access_of(role->second);
        const std::string name = with_article(context_.model.roles[role->second].name);
        if (std::exchange(told_flag(access, sees), true)) {
            context_.report(Code::AccessTwice, phrase.where, {word("name", name)});
            return;
        }
        classes_in(access, sees) = classes;
        for (const PrivacyClass privacy : privacy_classes) {
            if (!access.sees.has(privacy) || !access.outcome_only.has(privacy)) continue;
            std::string subject = name;  // at the start of the sentence
            if (subject[0] >= 'a' && subject[0] <= 'z') subject[0] = static_cast<char>(subject[0] - 'a' + 'A');
            context_.report(Code::ClassSeenAndOnlyOutcome, phrase.where,
                            {word("name", subject), word("class", std::string(privacy_name(privacy)))});
        }
    }

    static bool& told_flag(RoleAccess& access, const syntax::SeesClause& sees) {
        if (sees.purpose) return access.has_facts_for[static_cast<std::size_t>(purpose_in(*sees.purpose))];
        return sees.outcome_only ? access.has_outcomes : access.has_facts;
    }
    static ClassSet& classes_in(RoleAccess& access, const syntax::SeesClause& sees) {
        if (sees.purpose) return access.also_sees[static_cast<std::size_t>(purpose_in(*sees.purpose))];
        return sees.outcome_only ? access.outcome_only : access.sees;
    }

    RoleAccess& access_of(RoleId role) {
        std::vector<RoleAccess>& roles = access().roles;
        const auto found =
            std::find_if(roles.begin(), roles.end(), [role](const RoleAccess& each) { return each.role == role; });
        if (found != roles.end()) return *found;
        RoleAccess& added = roles.emplace_back();
        added.role = role;
        added.where = where_;
        return added;
    }

    void read_consent(const syntax::ConsentClause& clause) {
        const auto privacy = read_class(clause.privacy);
        const auto giver = context_.names.kinds.find(key_of(clause.giver));
        if (giver == context_.names.kinds.end()) {
            std::vector<std::string> known;
            for (const Kind& each : context_.model.kinds) known.push_back(each.name.text);
            context_.report(Code::ConsentOfNobody, clause.giver.where,
                            {word("name", text_of(clause.giver)), hint_argument(text_of(clause.giver), known)});
            return;
        }
        if (!privacy || is_told(access().consents, *privacy)) return;
        Consent consent{*privacy, giver->second, {}, {}, where_};
        const std::string key = "toestemming voor " + std::string(privacy_name(*privacy));
        const auto* members = context_.find_member(giver->second, key);
        if (members != nullptr && members->front().what == Member::What::Field) {
            consent.list = members->front().field;
            consent.kind = context_.model.fields[consent.list].type.kind;
        }
        const bool is_period = consent.kind.is_valid() &&
                               context_.kind(consent.kind).category == KindCategory::Period &&
                               context_.model.fields[consent.list].type.base == Base::Things;
        if (!is_period) {
            context_.report(Code::ConsentNameTaken, where_,
                            {word("name", key), named_argument("owner", context_.kind(giver->second).name)});
            return;
        }
        access().consents.push_back(consent);
    }

    void read_shown(const syntax::ShownAsClause& clause) {
        const auto privacy = read_class(clause.privacy);
        if (!privacy || is_told(access().shown_as, *privacy)) return;
        access().shown_as.push_back({*privacy, clause.text, where_});
    }

    template <class Told>
    bool is_told(const std::vector<Told>& before, PrivacyClass privacy) {
        const bool is_there =
            std::any_of(before.begin(), before.end(), [privacy](const Told& each) { return each.privacy == privacy; });
        if (is_there) {
            context_.report(Code::AccessClauseTwice, where_, {word("name", std::string(privacy_name(privacy)))});
        }
        return is_there;
    }

    Access& access() { return context_.model.access; }

    Context& context_;
    Span where_{};
};

}  // namespace

void declare_consents(Context& context, const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* consent = std::get_if<syntax::ConsentClause>(&clause.kind);
        if (consent != nullptr) declare_consent_kind(context, place, *consent, clause.where);
    }
}

void settle_privacy(Context& context) {
    inherit_from_owners(context);
    Arena<Field, FieldId>& fields = context.model.fields;
    for (std::size_t index = 0; index < fields.size(); ++index) {
        Field& field = fields.at(fields.id_at(index));
        const bool is_way_back = field.role == FieldRole::Owner || field.role == FieldRole::Inverse;
        if (!is_way_back) field.privacy = settled(context, field);
    }
    for (std::size_t index = 0; index < fields.size(); ++index) {
        Field& field = fields.at(fields.id_at(index));
        const bool is_way_back = field.role == FieldRole::Owner || field.role == FieldRole::Inverse;
        if (is_way_back) field.privacy = fields[field.partner].privacy;
    }
}

void read_access(Context& context, const Place& place) {
    AccessReader reader(context);
    for (const syntax::Clause& clause : place.header->clauses) reader.read(clause);
}

void check_access(Context& context, const std::vector<Place>& places) {
    if (!context.model.access.is_declared) return;
    constexpr std::size_t most_names = 8;
    std::vector<std::string> names;
    for (const Field& field : context.model.fields) {
        const bool is_told = field.role == FieldRole::Stored || field.role == FieldRole::Owned;
        if (!is_told || field.built_in || field.privacy != PrivacyClass::None) continue;
        names.push_back("`" + field.name.text + "` van `" + context.kind(field.kind).name.text + "`");
    }
    if (names.empty()) return;
    std::string listed;
    for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) listed += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > most_names) listed += " ...";
    const auto place = std::find_if(places.begin(), places.end(), [](const Place& each) {
        return std::holds_alternative<syntax::AccessHeader>(each.header->kind);
    });
    context.report(Code::FieldsWithoutClass, place->header->heading, {word("names", listed)});
}

}  // namespace toets::model
