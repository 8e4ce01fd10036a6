#include "model/actors.h"

#include "model/cuts.h"
#include "model/expressions.h"

namespace toets::model {

namespace {

std::vector<Reading> holders(PhraseReader& reader, std::size_t begin, std::size_t end) {
    std::vector<Reading> result;
    for (const Reading& reading : reader.values(begin, end)) {
        const Base base = reading.type.base;
        if (!reading.is_many() && (base == Base::Organisation || base == Base::Person || base == Base::Thing))
            result.push_back(reading);
    }
    return result;
}

bool is_actor(const Context& context, PhraseReader& reader, std::size_t begin, std::size_t end) {
    const std::string key = key_of(reader.words(), begin, end);
    return context.names.roles.contains(key) || context.names.kinds.contains(key) ||
           !holders(reader, begin, end).empty();
}

std::string actor_words(const Context& context, const Actor& actor, const std::string& written) {
    if (actor.role.is_valid()) return with_article(context.model.roles[actor.role].name);
    if (actor.kind.is_valid()) return with_article(context.model.kinds[actor.kind].name);
    return written;
}

Actor read_actor(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end) {
    const std::string key = key_of(reader.words(), begin, end);
    Actor actor;
    const auto role = context.names.roles.find(key);
    if (role != context.names.roles.end()) actor.role = role->second;
    const auto kind = context.names.kinds.find(key);
    if (kind != context.names.kinds.end() && !actor.role.is_valid()) actor.kind = kind->second;
    std::string written;
    for (std::size_t i = begin; i < end; ++i) written += (i > begin ? " " : "") + reader.words()[i].text;
    const auto found = holders(reader, begin, end);
    if (found.size() > 1) report_several(context, reader, begin, end, found);
    if (found.size() == 1) {
        actor.holder = found.front().expression;
        if (!actor.role.is_valid() && found.front().type.role.is_valid()) actor.role = found.front().type.role;
        if (!actor.kind.is_valid() && found.front().type.base == Base::Thing) actor.kind = found.front().type.kind;
        if (role == context.names.roles.end() && kind == context.names.kinds.end()) {
            const auto* field = std::get_if<FieldOf>(&context.model.expressions[actor.holder].kind);
            actor.words = field == nullptr ? written : with_article(context.model.fields[field->field].name);
            return actor;
        }
    }
    actor.words = actor_words(context, actor, written);
    return actor;
}

}  // namespace

Actors read_actors(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end) {
    Actors actors;
    const auto fits = [&](std::size_t first, std::size_t last) { return is_actor(context, reader, first, last); };
    const Cuts cuts = all_cuts(reader, begin, end, {"en", "of"}, fits);
    if (cuts.empty()) {
        std::vector<std::string> known;
        for (const Role& role : context.model.roles) known.push_back(role.name.text);
        for (const Kind& kind : context.model.kinds) known.push_back(kind.name.text);
        const std::string name = name_text(reader.words(), begin, end);
        context.report(Code::UnknownActor, reader.where(begin, end), {word("name", name), hint_argument(name, known)});
        return actors;
    }
    if (cuts.size() > 1) report_cuts(context, reader, cuts);
    for (const auto& [first, last] : cuts.front()) {
        if (last < end && reader.is_word(last, "of")) actors.any = true;
        actors.actors.push_back(read_actor(context, reader, first, last));
    }
    return actors;
}

Actors read_actors(Context& context, const Scope& scope, const std::vector<syntax::Phrase>& phrases) {
    Actors result;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        PhraseReader reader(context, scope, phrases[i]);
        const Actors part = read_actors(context, reader, 0, reader.size());
        const bool is_last = i + 1 == phrases.size();
        if (is_last && phrases.size() > 1 && part.actors.size() == 1) {
            report_missing_link(context, phrases[i], "en");
        }
        result.any = result.any || part.any;
        result.actors.insert(result.actors.end(), part.actors.begin(), part.actors.end());
    }
    return result;
}

}  // namespace toets::model
