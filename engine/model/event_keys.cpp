#include "model/event_keys.h"

#include <algorithm>

#include "model/readings.h"
#include "model/vocabulary.h"
#include "model/walk.h"

namespace toets::model {

namespace {

const syntax::Phrase* written_after_per(const Place& tally, const TallyDimension& dimension) {
    for (const syntax::Clause& clause : tally.header->clauses) {
        const auto* per = std::get_if<syntax::PerClause>(&clause.kind);
        if (per == nullptr) continue;
        for (const syntax::Phrase& phrase : per->dimensions) {
            if (text_of(phrase) == dimension.words) return &phrase;
        }
    }
    return nullptr;
}

// Is the last name of the path one of the event's own?
bool begins_at_event(const Context& context, KindId event, const syntax::Phrase& phrase) {
    for (std::size_t begin = 0; begin < phrase.words.size(); ++begin) {
        const bool is_name = begin == 0 || phrase.words[begin - 1].folded == "van";
        const std::string name = key_of(phrase.words, begin, phrase.words.size());
        if (is_name && context.find_member(event, name) != nullptr) return true;
    }
    return false;
}

}  // namespace

bool is_same_kind(const Type& left, const Type& right) {
    return left.base == right.base && left.kind == right.kind && left.choices == right.choices &&
           left.role == right.role;
}

bool rests_on(const Model& model, ExpressionId value, VariableId variable) {
    Walk walk(model);
    walk.through_definitions = false;
    walk.expression(value);
    const auto is_use = [&](ExpressionId id) {
        const auto* use = std::get_if<VariableUse>(&model.expressions[id].kind);
        return use != nullptr && use->variable == variable;
    };
    return std::any_of(walk.expressions().begin(), walk.expressions().end(), is_use);
}

ExpressionId key_of_event(Context& context, const Scope& scope, const Place& tally, const TallyDimension& dimension) {
    const VariableId event = scope.variables.front();
    const syntax::Phrase* phrase = written_after_per(tally, dimension);
    if (phrase == nullptr || !begins_at_event(context, context.model.variables[event].kind, *phrase)) return {};
    PhraseReader reader(context, scope, *phrase);
    std::vector<ExpressionId> found;
    for (const Reading& reading : reader.values()) {
        const bool is_right = !reading.is_many() && rests_on(context.model, reading.expression, event) &&
                              is_same_kind(context.model.expressions[dimension.value].type, reading.type);
        if (is_right) found.push_back(reading.expression);
    }
    return found.size() == 1 ? found.front() : ExpressionId{};
}

}  // namespace toets::model
