#include "model/localities.h"

#include "base/text.h"

namespace toets::model {

namespace {

class LocalityReader {
public:
    LocalityReader(Context& context, const Scope& scope, const syntax::LevelClause& level)
        : context_(context), scope_(scope), level_(level), where_(join(level.word.where, level.place->where)) {}

    ConditionId read() {
        syntax::Phrase phrase{{level_.word}, level_.word.where};
        PhraseReader reader(context_, scope_, phrase);
        std::vector<IsOneOf> found;
        for (const Reading& reading : reader.values()) {
            if (reading.is_many()) continue;
            if (auto is = is_there(reading)) found.push_back(std::move(*is));
        }
        if (found.size() == 1) return context_.add(std::move(found.front()), where_);
        if (!is_reported_ && !(found.empty() && is_of_party())) report();
        return {};
    }

private:
    std::optional<IsOneOf> is_there(const Reading& reading) {
        ExpressionId holder = reading.expression;
        Type type = reading.type;
        if (type.base == Base::Thing && context_.kind(type.kind).party_name.is_valid()) {
            const FieldId name = context_.kind(type.kind).party_name;
            type = context_.model.fields[name].type;
            holder = context_.add(FieldOf{holder, name}, type, level_.word.where);
        }
        if (type.base != Base::Organisation && type.base != Base::Choice) return std::nullopt;
        const auto value = value_of_place(type);
        if (!value) return std::nullopt;
        const ExpressionId place = context_.add(Constant{*value}, type, level_.place->where);
        return IsOneOf{holder, {place}, false};
    }

    std::optional<std::int64_t> value_of_place(const Type& type) {
        const std::string key = key_of(*level_.place);
        std::vector<std::string> known;
        if (type.base == Base::Choice) {
            const std::vector<Name>& values = context_.model.choice_lists[type.choices].values;
            for (std::size_t index = 0; index < values.size(); ++index) {
                if (key_of(values[index].text) == key) return static_cast<std::int64_t>(index);
                known.push_back(values[index].text);
            }
        } else {
            const auto party = context_.names.parties.find(key);
            const bool is_party = party != context_.names.parties.end();
            const bool has_role =
                is_party && (!type.role.is_valid() || context_.model.parties[party->second].role == type.role);
            if (has_role) return party->second.value;
            for (const Party& each : context_.model.parties) known.push_back(each.name.text);
        }
        const std::string name = text_of(*level_.place);
        context_.report(Code::PlaceIsNoParty, level_.place->where,
                        {word("place", name), word("what", level_.word.text), hint_argument(name, known)});
        is_reported_ = true;
        return std::nullopt;
    }

    // What belongs to a party, such as its yearly offer, is nowhere in particular.
    [[nodiscard]] bool is_of_party() const {
        KindId kind = context_.model.variables[scope_.variables.back()].kind;
        while (!context_.kind(kind).party_name.is_valid() && context_.kind(kind).owner.is_valid()) {
            kind = context_.model.fields[context_.kind(kind).owner].type.kind;
        }
        return context_.kind(kind).party_name.is_valid();
    }

    void report() {
        const std::string thing = context_.model.variables[scope_.variables.back()].name;
        context_.report(Code::PlaceNotKnown, where_,
                        {word("place", level_.word.text + " " + text_of(*level_.place)), word("thing", thing),
                         word("what", level_.word.text)});
    }

    Context& context_;
    const Scope& scope_;
    const syntax::LevelClause& level_;
    Span where_;
    bool is_reported_ = false;
};

}  // namespace

ConditionId read_in_place(Context& context, const Scope& scope, DocumentId document) {
    const auto level = context.level_clauses.find(document);
    if (level == context.level_clauses.end() || scope.variables.empty()) return {};
    return LocalityReader(context, scope, *level->second).read();
}

ConditionId in_place_too(Context& context, const Scope& scope, DocumentId document, ConditionId condition) {
    const ConditionId place = read_in_place(context, scope, document);
    if (!place.is_valid() || !condition.is_valid()) return place.is_valid() ? place : condition;
    const Span where = context.model.conditions[condition].where;
    const Span at = context.model.conditions[place].where;
    return context.add(Legs{Quantifier::All, 0, {{place, {}, {}, at}, {condition, {}, {}, where}}}, where);
}

}  // namespace toets::model
