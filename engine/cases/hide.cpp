#include "cases/hide.h"

#include <algorithm>

#include "cases/links.h"

namespace toets::cases {

namespace {

class Hider {
public:
    Hider(Caseload& caseload, const std::vector<bool>& hidden, const PartOfCaseload& part)
        : caseload_(caseload), model_(*caseload.model), hidden_(hidden), part_(part) {}

    void hide() {
        for (std::size_t index = 0; index < hidden_.size(); ++index) {
            if (hidden_[index]) hide_field(model_.fields.id_at(index));
        }
        std::erase_if(caseload_.provenance, [&](const auto& entry) {
            const FactPlace& place = entry.first;
            return hidden_[place.field.index()] && is_in_part(model_.fields[place.field].kind, place.row);
        });
        reach_all();
        leave_out_the_rest();
    }

private:
    [[nodiscard]] bool is_in_part(model::KindId kind, std::uint32_t row) const {
        if (row < part_.first[kind.index()] || row >= part_.last[kind.index()]) return false;
        const std::uint32_t of = caseload_.tables[kind.index()].case_of[row];
        return of != no_case && part_.cases[of];
    }

    void hide_field(model::FieldId field) {
        const model::KindId kind = model_.fields[field].kind;
        for (std::uint32_t row = part_.first[kind.index()]; row < part_.last[kind.index()]; ++row) {
            if (is_in_part(kind, row)) set_state(caseload_, field, row, State::Unknown);
        }
    }

    void reach_all() {
        for (std::size_t kind = 0; kind < caseload_.tables.size(); ++kind) {
            reached_.emplace_back(part_.last[kind] - part_.first[kind]);
        }
        for (std::size_t index = 0; index < caseload_.cases.size(); ++index) {
            if (part_.cases[index]) reach(caseload_.cases[index].root, caseload_.cases[index].root_row);
        }
        while (!to_visit_.empty()) {
            const PathStep thing = to_visit_.back();
            to_visit_.pop_back();
            visit(thing);
        }
    }

    void reach(model::KindId kind, std::uint32_t row) {
        if (!kind.is_valid() || row < first_row || !is_in_part(kind, row)) return;
        auto reached = reached_[kind.index()][row - part_.first[kind.index()]];
        if (reached) return;
        reached = true;
        to_visit_.push_back({kind, row});
    }

    void visit(const PathStep& thing) {
        for (const model::FieldId id : model_.kinds[thing.kind].fields) {
            const model::Type& type = model_.fields[id].type;
            if (type.base == model::Base::Thing) {
                reach(type.kind, static_cast<std::uint32_t>(caseload_.columns[id.index()].values[thing.row]));
            } else if (type.base == model::Base::Things) {
                const ListColumn& list = caseload_.lists[id.index()];
                for (std::uint32_t item = 0; item < list.count[thing.row]; ++item) {
                    reach(type.kind, list.items[list.begin[thing.row] + item]);
                }
            }
        }
    }

    void leave_out_the_rest() {
        for (std::size_t index = 0; index < caseload_.tables.size(); ++index) {
            const model::KindId kind = model_.kinds.id_at(index);
            for (std::uint32_t row = std::max(part_.first[index], first_row); row < part_.last[index]; ++row) {
                if (!is_in_part(kind, row) || reached_[index][row - part_.first[index]]) continue;
                caseload_.labels.erase({kind, row});
                caseload_.tables[index].case_of[row] = no_case;
            }
        }
    }

    Caseload& caseload_;
    const model::Model& model_;
    const std::vector<bool>& hidden_;
    const PartOfCaseload& part_;
    std::vector<std::vector<bool>> reached_;  // by KindId, from the first row of the part
    std::vector<PathStep> to_visit_;
};

}  // namespace

PartOfCaseload all_rows(const Caseload& caseload) {
    PartOfCaseload part;
    for (const Table& table : caseload.tables) {
        part.first.push_back(first_row);
        part.last.push_back(table.rows);
    }
    part.cases.resize(caseload.cases.size(), true);
    return part;
}

PartOfCaseload rows_since(const Caseload& caseload, const Checkpoint& before) {
    PartOfCaseload part;
    for (std::size_t index = 0; index < caseload.tables.size(); ++index) {
        part.first.push_back(before.rows(caseload.model->kinds.id_at(index)));
        part.last.push_back(caseload.tables[index].rows);
    }
    part.cases.resize(caseload.cases.size());
    if (!part.cases.empty()) part.cases.back() = true;
    return part;
}

void hide(Caseload& caseload, const std::vector<bool>& hidden_fields, const PartOfCaseload& part) {
    Hider(caseload, hidden_fields, part).hide();
}

void hide_from_role(Caseload& caseload, const std::vector<bool>& hidden_fields, model::ClassSet seen_classes) {
    hide(caseload, hidden_fields, all_rows(caseload));
    for (auto& [place, provenance] : caseload.provenance) provenance.where = {};
    std::erase_if(caseload.labels, [&](const auto& entry) {
        return !seen_classes.has(caseload.model->kinds[entry.first.first].privacy);
    });
    for (CaseInfo& info : caseload.cases) {
        info.where = {};
        info.left_out = 0;
        info.latest_knowledge.reset();
        info.seen_classes = seen_classes;
    }
}

}  // namespace toets::cases
