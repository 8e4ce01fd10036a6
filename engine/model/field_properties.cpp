#include "model/field_properties.h"

#include "base/match.h"

namespace toets::model {

std::optional<PrivacyClass> privacy_class(const std::string& key) {
    if (key == "wonen") return PrivacyClass::Housing;
    if (key == "financieel") return PrivacyClass::Financial;
    if (key == "zorg") return PrivacyClass::Care;
    if (key == "veiligheid") return PrivacyClass::Safety;
    return std::nullopt;
}

namespace {

std::optional<Duration::Unit> bare_unit(const std::string& key) {
    if (key == "in dagen") return Duration::Unit::Days;
    if (key == "in maanden") return Duration::Unit::Months;
    return std::nullopt;
}

// Cuts `de gemeente of de cliënt` at its links; actors in declarations are looked up when all names are known.
Actors declared_actors(const syntax::Phrase& who) {
    Actors actors;
    syntax::Phrase piece;
    const auto finish = [&] {
        if (!piece.words.empty()) actors.actors.push_back({text_of(piece), {}, {}, {}});
        piece.words.clear();
    };
    for (const syntax::Word& word : who.words) {
        const bool link = word.kind == syntax::WordKind::Link && (word.folded == "en" || word.folded == "of");
        if (!link) {
            piece.words.push_back(word);
            continue;
        }
        actors.any = actors.any || word.folded == "of";
        finish();
    }
    finish();
    return actors;
}

void read_word_property(Context& context, const syntax::Phrase& words, Properties& properties) {
    const std::string key = key_of(words);
    if (const auto privacy = privacy_class(key)) {
        properties.privacy = privacy;
    } else if (key == "volledig") {
        properties.completeness = Completeness::Complete;
    } else if (key == "onvolledig") {
        properties.completeness = Completeness::Incomplete;
    } else if (key == "mag negatief") {
        properties.may_be_negative = true;
    } else if (key == "aansluitend") {
        properties.is_consecutive = true;
    } else if (const auto unit = bare_unit(key)) {
        properties.bare_number_unit = unit;
    } else {
        context.report(
            Code::UnknownProperty, words.where,
            {word("name", text_of(words)),
             hint_argument(text_of(words), {"wonen", "financieel", "zorg", "veiligheid", "volledig", "onvolledig",
                                            "aansluitend", "mag negatief", "in maanden", "in dagen"})});
    }
}

}  // namespace

Properties read_properties(Context& context, const std::vector<syntax::Property>& list) {
    Properties properties;
    for (const syntax::Property& property : list) {
        match(
            property.kind, [](const syntax::PluralProperty&) {}, [](const syntax::AlsoProperty&) {},
            [](const syntax::HereafterProperty&) {},
            [&](const syntax::SuppliedByProperty& by) { properties.supplied_by = declared_actors(by.who); },
            [&](const syntax::JudgementOfProperty& of) { properties.judgement_of = declared_actors(of.who); },
            [&](const syntax::WordProperty& words) { read_word_property(context, words.words, properties); });
    }
    return properties;
}

namespace {

void resolve_actors(Context& context, Actors& actors, const Field& field) {
    for (Actor& actor : actors.actors) {
        const std::string key = key_of(actor.words);
        const auto role = context.names.roles.find(key);
        const auto kind = context.names.kinds.find(key);
        if (role != context.names.roles.end()) {
            actor.role = role->second;
            actor.words = with_article(context.model.roles[actor.role].name);
        } else if (kind != context.names.kinds.end()) {
            actor.kind = kind->second;
            actor.words = with_article(context.kind(actor.kind).name);
        } else if (context.find_member(field.kind, key) == nullptr) {
            std::vector<std::string> known;
            for (const Role& it : context.model.roles) known.push_back(it.name.text);
            context.report(Code::UnknownActor, field.where,
                           {word("name", actor.words), hint_argument(actor.words, known)});
        }
    }
}

}  // namespace

void resolve_declared_actors(Context& context) {
    for (std::size_t i = 0; i < context.model.fields.size(); ++i) {
        Field& field = context.model.fields.at(context.model.fields.id_at(i));
        resolve_actors(context, field.supplied_by, field);
        resolve_actors(context, field.judgement_of, field);
    }
}

}  // namespace toets::model
