#include "portfolio/known_since.h"

#include <set>

#include "model/walk.h"

namespace toets::portfolio {

KnownSince::KnownSince(const model::Model& model, const model::Tally& tally)
    : counted_(model.variables[tally.counted].kind), read_(model.kinds.size()) {
    model::Walk walk(model);
    walk.tally(tally);
    std::set<model::FieldId> fields;
    for (const model::ExpressionId id : walk.expressions()) {
        const model::Expression& expression = model.expressions[id];
        if (const auto* field = std::get_if<model::FieldOf>(&expression.kind)) fields.insert(field->field);
        if (const auto* field = std::get_if<model::FieldOfEach>(&expression.kind)) fields.insert(field->field);
    }
    for (const model::FieldId field : fields) read_[model.fields[field].kind.index()].push_back(field);
}

std::optional<Date> KnownSince::of(const cases::Caseload& caseload, std::uint32_t row) const {
    if (caseload.provenance.empty()) return std::nullopt;
    std::optional<Date> last;
    std::set<std::pair<model::KindId, std::uint32_t>> seen;
    std::vector<std::pair<model::KindId, std::uint32_t>> open{{counted_, row}};
    while (!open.empty()) {
        const auto thing = open.back();
        open.pop_back();
        if (thing.second < cases::first_row || !seen.insert(thing).second) continue;
        for (const model::FieldId field : read_[thing.first.index()]) {
            const auto place = caseload.provenance.find({field, thing.second});
            const bool says_when = place != caseload.provenance.end() && place->second.known_since;
            if (says_when && (!last || *last < *place->second.known_since)) last = place->second.known_since;
            const model::Type& type = caseload.model->fields[field].type;
            if (type.base == model::Base::Thing) {
                open.emplace_back(type.kind,
                                  static_cast<std::uint32_t>(caseload.columns[field.index()].values[thing.second]));
            } else if (type.base == model::Base::Things) {
                const cases::ListColumn& list = caseload.lists[field.index()];
                const auto* const first = list.items.data() + list.begin[thing.second];
                for (std::uint32_t i = 0; i < list.count[thing.second]; ++i) open.emplace_back(type.kind, first[i]);
            }
        }
    }
    return last;
}

}  // namespace toets::portfolio
