#include "model/levels.h"

namespace toets::model {

Level to_model(syntax::Level level) {
    switch (level) {
        case syntax::Level::Law: return Level::Law;
        case syntax::Level::Region: return Level::Region;
        case syntax::Level::Municipality: return Level::Municipality;
        case syntax::Level::Corporation: return Level::Corporation;
    }
    return Level::None;
}

Rank rank_of(const Model& model, DocumentId one, DocumentId other) {
    if (one == other) return Rank::Same;
    const Level first = model.documents[one].level;
    const Level second = model.documents[other].level;
    if (first == Level::None || second == Level::None) return Rank::NotDeclared;
    if (first == second) return Rank::Same;
    return first < second ? Rank::Higher : Rank::Lower;
}

void report_rank(const Context& context, DocumentId one, DocumentId other, Span where) {
    const auto name = [&context](DocumentId id) {
        const std::string& declared = context.model.documents[id].name;
        return declared.empty() ? context.sources[context.model.documents[id].text].path() : declared;
    };
    context.report(Code::RankNotDeclared, where, {word("one", name(one)), word("other", name(other))});
}

}  // namespace toets::model
