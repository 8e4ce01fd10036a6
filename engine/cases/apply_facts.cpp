#include "cases/apply_facts.h"

#include <algorithm>
#include <set>
#include <span>

#include "cases/links.h"

namespace toets::cases {

namespace {

class Applier {
public:
    Applier(Caseload& caseload, std::size_t case_index) : caseload_(caseload), case_index_(case_index) {}

    bool apply(const model::ExampleFact& fact) {
        if (fact.path.empty() || !begin(fact.path.front())) return false;
        for (const model::FieldId field : std::span(fact.path).first(fact.path.size() - 1)) {
            if (!follow(field)) return false;
        }
        const model::FieldId last = fact.path.back();
        const model::Field& declared = caseload_.model->fields[last];
        const bool is_way_back = declared.role == model::FieldRole::Owner || declared.role == model::FieldRole::Inverse;
        if (declared.kind != path_.back().kind || is_way_back) return false;
        return set(fact, last, declared);
    }

private:
    // The thing the path begins at: the root, or in a readiness check the thing it was made for.
    bool begin(model::FieldId first) {
        const CaseInfo& info = caseload_.cases[case_index_];
        path_ = {{info.root, info.root_row}};
        const model::KindId wanted = caseload_.model->fields[first].kind;
        if (wanted == info.root) return true;
        const model::FieldId link = readiness_field(*caseload_.model, wanted);
        return info.is_readiness_check && link.is_valid() && follow(link);
    }

    bool follow(model::FieldId field) {
        const model::Field& declared = caseload_.model->fields[field];
        const std::uint32_t row = path_.back().row;
        if (declared.type.base != model::Base::Thing || declared.kind != path_.back().kind) return false;
        const bool is_stored = declared.role == model::FieldRole::Stored;
        if (!is_stored && caseload_.columns[field.index()].states[row] != State::Known) return false;
        path_.push_back({declared.type.kind, is_stored ? known_thing(field, row) : target(field, row)});
        return true;
    }

    [[nodiscard]] std::uint32_t target(model::FieldId field, std::uint32_t row) const {
        return static_cast<std::uint32_t>(caseload_.columns[field.index()].values[row]);
    }

    // The thing the field leads to, made known when it was not.
    std::uint32_t known_thing(model::FieldId field, std::uint32_t row) {
        const State state = caseload_.columns[field.index()].states[row];
        const model::KindId kind = caseload_.model->fields[field].type.kind;
        std::uint32_t thing = target(field, row);
        if (state == State::Known) return thing;
        if (thing >= first_row) {
            caseload_.make_known(kind, thing);
        } else {
            thing = add_thing(caseload_, field, row);
        }
        set_reference(caseload_, field, row, thing);
        path_.push_back({kind, thing});
        add_unknown_subjects(caseload_, path_, unknown_);
        path_.pop_back();
        return thing;
    }

    bool set(const model::ExampleFact& fact, model::FieldId field, const model::Field& declared) {
        const std::uint32_t row = path_.back().row;
        if (fact.what == model::ExampleFact::What::Value) return set_value(fact, field, declared);
        const bool is_absent = fact.what == model::ExampleFact::What::Absent;
        set_state(caseload_, field, row, is_absent ? State::Absent : State::Unknown);
        caseload_.provenance.erase({field, row});
        if (!is_absent) add_unknown_subjects(caseload_, path_, unknown_);
        return true;
    }

    bool set_value(const model::ExampleFact& fact, model::FieldId field, const model::Field& declared) {
        const std::uint32_t row = path_.back().row;
        if (declared.type.base == model::Base::Things) return false;
        if (declared.type.base == model::Base::Thing) {
            const model::FieldId date = caseload_.model->kinds[declared.type.kind].date;
            if (!date.is_valid() || fact.type.base != model::Base::Date || !follow(field)) return false;
            return set_value(fact, date, caseload_.model->fields[date]);
        }
        caseload_.columns[field.index()].values[row] = value_of(fact, declared);
        caseload_.columns[field.index()].states[row] = State::Known;
        caseload_.provenance.erase({field, row});
        return true;
    }

    std::int64_t value_of(const model::ExampleFact& fact, const model::Field& declared) {
        switch (declared.type.base) {
            case model::Base::Text: return caseload_.symbols.intern_text(fact.text);
            case model::Base::Person:
            case model::Base::Organisation: return symbol_of(fact, declared);
            case model::Base::ChoiceSet:
                return fact.type.base == model::Base::Choice ? std::int64_t{1} << fact.value : fact.value;
            case model::Base::YesNo:
            case model::Base::Choice:
            case model::Base::Date:
            case model::Base::Amount:
            case model::Base::Count:
            case model::Base::Number:
            case model::Base::Percentage:
            case model::Base::HoursPerWeek:
            case model::Base::Duration:
            case model::Base::Thing:
            case model::Base::Things: break;
        }
        return fact.value;
    }

    std::int64_t symbol_of(const model::ExampleFact& fact, const model::Field& declared) {
        if (declared.type.role.is_valid()) {
            const auto party = caseload_.keys.member(declared.type.role, fact.text);
            if (party) return caseload_.symbols.party_symbol(*party);
        }
        return caseload_.symbols.intern(fact.text);
    }

    Caseload& caseload_;
    std::size_t case_index_;
    Path path_;
    std::vector<PathStep> unknown_;
};

// Takes the rows of a case that its root no longer leads to out of the case.
class Sweeper {
public:
    Sweeper(Caseload& caseload, std::uint32_t case_index) : caseload_(caseload), case_index_(case_index) {}

    void sweep() {
        reach({caseload_.cases[case_index_].root, caseload_.cases[case_index_].root_row});
        for (std::size_t kind = 0; kind < caseload_.tables.size(); ++kind) {
            Table& table = caseload_.tables[kind];
            for (std::uint32_t row = first_row; row < table.rows; ++row) {
                const bool is_left =
                    table.case_of[row] == case_index_ && !reached_.contains({caseload_.model->kinds.id_at(kind), row});
                if (is_left) table.case_of[row] = no_case;
            }
        }
    }

private:
    void reach(const PathStep& thing) {
        if (thing.row < first_row || !reached_.insert({thing.kind, thing.row}).second) return;
        for (const model::FieldId id : caseload_.model->kinds[thing.kind].fields) {
            const model::Field& field = caseload_.model->fields[id];
            const bool is_way_back = field.role == model::FieldRole::Owner || field.role == model::FieldRole::Inverse;
            if (is_way_back) continue;
            if (field.type.base == model::Base::Thing) {
                const auto row = static_cast<std::uint32_t>(caseload_.columns[id.index()].values[thing.row]);
                reach({field.type.kind, row});
            } else if (field.type.base == model::Base::Things) {
                reach_items(caseload_.lists[id.index()], field.type.kind, thing.row);
            }
        }
    }
    void reach_items(const ListColumn& list, model::KindId kind, std::uint32_t row) {
        for (std::uint32_t index = 0; index < list.count[row]; ++index) {
            reach({kind, list.items[list.begin[row] + index]});
        }
    }

    Caseload& caseload_;
    std::uint32_t case_index_;
    std::set<std::pair<model::KindId, std::uint32_t>> reached_;
};

}  // namespace

bool apply_facts(const std::vector<model::ExampleFact>& facts, Caseload& caseload, std::size_t case_index) {
    Applier applier(caseload, case_index);
    const bool is_applied =
        std::all_of(facts.begin(), facts.end(), [&](const model::ExampleFact& fact) { return applier.apply(fact); });
    Sweeper(caseload, static_cast<std::uint32_t>(case_index)).sweep();
    return is_applied;
}

}  // namespace toets::cases
