#include "cases/quick_reader.h"

#include <simdjson.h>

#include <optional>
#include <vector>

#include "cases/checkpoint.h"
#include "cases/consent.h"
#include "cases/fact_form.h"
#include "cases/impossible.h"
#include "cases/links.h"
#include "cases/quick_keys.h"
#include "cases/raw_value.h"

namespace toets::cases {

namespace {

namespace ondemand = simdjson::ondemand;

// A thing in a list is two levels deep; with so many things no case is deeper than the long way allows.
constexpr std::size_t deepest_quick = deepest_level / 2 - 2;

bool has_more(ondemand::document& document) {
    const char* rest = nullptr;
    return document.current_location().get(rest) == simdjson::SUCCESS;
}

}  // namespace

class QuickReader::Work {
public:
    Work(Caseload& caseload, const ReadOptions& options)
        : caseload_(caseload),
          options_(options),
          before_(caseload),
          plans_(caseload.model->kinds.size()),
          choices_(caseload.model->choice_lists.size()),
          members_(caseload.model->roles.size()),
          readiness_(caseload.model->kinds.size()),
          impossible_(*caseload.model),
          consents_(*caseload.model) {
        for (std::size_t index = 0; index < readiness_.size(); ++index) {
            readiness_[index] = readiness_field(*caseload.model, caseload.model->kinds.id_at(index));
        }
    }

    bool read(const JsonText& json, const std::string& label) {
        before_.take(caseload_);
        path_.clear();
        unknown_.clear();
        items_.clear();
        values_ = 0;
        info_ = CaseInfo{};
        info_.label = label;
        info_.known_on = options_.known_on;
        if (read_case(json) && !is_impossible()) {
            const auto reference_date = options_.reference_date ? options_.reference_date : info_.reference_date;
            caseload_.cases.push_back(std::move(info_));
            consents_.apply(caseload_, before_, reference_date);
            return true;
        }
        before_.restore(caseload_);
        return false;
    }

private:
    bool read_case(const JsonText& json) {
        ondemand::document document;
        ondemand::object object;
        const simdjson::padded_string_view padded(json.text.data(), json.text.size(), json.text.size() + json_padding);
        if (parser_.iterate(padded).get(document) != simdjson::SUCCESS) return false;
        if (document.get_object().get(object) != simdjson::SUCCESS) return false;
        bool is_read = false;
        if (options_.root_kind) {
            is_read = read_root(object, *options_.root_kind);
        } else {
            is_read = read_wrapped(object);
        }
        if (!is_read || has_more(document) || unknown_.size() > most_values) return false;
        return add_readiness_check();
    }

    bool add_readiness_check() {
        const model::FieldId field = readiness_[info_.root.index()];
        if (!field.is_valid()) return true;
        const model::KindId event = caseload_.model->fields[field].kind;
        const std::uint32_t row = caseload_.add_row(event, case_index());
        set_reference(caseload_, field, row, info_.root_row);
        info_.given = info_.root;
        info_.given_row = info_.root_row;
        info_.root = event;
        info_.root_row = row;
        info_.is_readiness_check = true;
        path_ = {{event, row}};
        add_unknown_subjects(caseload_, path_, unknown_);
        return true;
    }

    [[nodiscard]] bool is_impossible() const {
        const auto reference_date = options_.reference_date ? options_.reference_date : info_.reference_date;
        return impossible_.find(caseload_, before_, info_, reference_date, nullptr);
    }

    [[nodiscard]] std::uint32_t case_index() const { return static_cast<std::uint32_t>(caseload_.cases.size()); }

    bool read_root(ondemand::object object, model::KindId kind) {
        info_.root = kind;
        info_.root_row = caseload_.add_row(kind, case_index());
        return read_thing(object, info_.root, info_.root_row);
    }

    bool read_wrapped(ondemand::object object) {
        std::uint64_t seen = 0;
        for (auto each : object) {
            ondemand::field field;
            if (std::move(each).get(field) != simdjson::SUCCESS) return false;
            const KeyTarget* target = find_key(wrapper_, field, {});
            if (target == nullptr || (seen & target->bit) != 0) return false;
            seen |= target->bit;
            if (target->target != Target::Root) {
                if (!read_case_key(*target, field.value())) return false;
                continue;
            }
            ondemand::object root;
            if (info_.root.is_valid() || field.value().get_object().get(root) != simdjson::SUCCESS) return false;
            if (!read_root(root, target->kind)) return false;
        }
        return info_.root.is_valid();
    }

    bool read_case_key(const KeyTarget& target, ondemand::value value) {
        const std::string_view token = trimmed_token(value.raw_json_token());
        if (target.target == Target::Case) {
            std::string_view label;
            if (!raw_string(token, label)) return false;
            info_.label = label;
            info_.has_own_label = true;
            return true;
        }
        std::int64_t days = 0;
        if (!raw_date(token, days)) return false;
        info_.reference_date = Date{static_cast<std::int32_t>(days)};
        return true;
    }

    // The thing stands at the end of the path while it is read.
    bool read_thing(ondemand::object object, model::KindId kind, std::uint32_t row) {
        if (path_.size() == deepest_quick) return false;
        path_.push_back({kind, row});
        ObjectPlan& plan = plans_[kind.index()];
        std::uint64_t seen = 0;
        for (auto each : object) {
            ondemand::field field;
            if (std::move(each).get(field) != simdjson::SUCCESS) return false;
            const KeyTarget* found = find_key(plan, field, kind);
            if (found == nullptr || (seen & found->bit) != 0) return false;
            seen |= found->bit;
            const KeyTarget target = *found;
            if (++values_ > most_values || !read_key(target, field.value(), row)) return false;
        }
        if (!caseload_.keys.subjects_of(kind).empty()) add_unknown_subjects(caseload_, path_, unknown_);
        path_.pop_back();
        return true;
    }

    bool read_key(const KeyTarget& target, ondemand::value value, std::uint32_t row) {
        if (target.target == Target::Fact) return read_fact(target, value, row);
        if (target.target == Target::Name) return read_own_name(value);
        return path_.size() == 1 && read_case_key(target, value);
    }

    bool read_own_name(ondemand::value value) {
        std::string_view name;
        const std::string_view token = trimmed_token(value.raw_json_token());
        if (!token.starts_with('"') || !unescaped(value, token, name)) return false;
        if (options_.keep_names && !is_keyword(name)) caseload_.labels[{path_.back().kind, path_.back().row}] = name;
        return true;
    }

    // `kind` is invalid at the top of a case that names its root.
    const KeyTarget* find_key(ObjectPlan& plan, ondemand::field& field, model::KindId kind) {
        if (const KeyTarget* known = plan.keys.find(field.key().raw())) return known;
        const char* raw = field.key().raw();
        const void* end = std::memchr(raw, '"', longest_spelling + 1);
        if (end == nullptr) return nullptr;
        const std::string_view spelling(raw, static_cast<std::size_t>(static_cast<const char*>(end) - raw));
        if (spelling.find('\\') != std::string_view::npos) return nullptr;
        const auto target = kind.is_valid() ? target_in_thing(plan, spelling, kind) : target_in_case(plan, spelling);
        if (!target || target->bit == 0) return nullptr;
        return plan.keys.learn(spelling, *target);
    }

    std::optional<KeyTarget> target_in_thing(ObjectPlan& plan, std::string_view spelling, model::KindId kind) {
        const auto id = caseload_.keys.field(kind, spelling);
        if (!id) return other_key(plan, spelling, kind);
        const model::Field& field = caseload_.model->fields[*id];
        const bool is_written = field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned;
        if (!is_written) return std::nullopt;
        return KeyTarget{Target::Fact,
                         *id,
                         field.type.kind,
                         field.type.base,
                         model::scale(field.type.base),
                         bit_of(plan, *id),
                         values_of(field.type)};
    }

    // Of a thing that is a party the name is a fact too, and goes the long way.
    std::optional<KeyTarget> other_key(ObjectPlan& plan, std::string_view spelling, model::KindId kind) {
        const bool is_whole_case = path_.size() == 1 && options_.root_kind;
        if (is_whole_case) return case_key(plan, spelling);
        if (spelling != key_label || caseload_.model->kinds[kind].party_name.is_valid()) return std::nullopt;
        return KeyTarget{Target::Name, {}, {}, model::Base::Text, 0, bit_of(plan, {}), no_values};
    }

    [[nodiscard]] std::size_t values_of(const model::Type& type) const {
        if (type.base == model::Base::Choice) return type.choices.index();
        const bool has_members = type.base == model::Base::Organisation && type.role.is_valid() &&
                                 !caseload_.model->roles[type.role].members.empty();
        return has_members ? type.role.index() : no_values;
    }

    std::optional<KeyTarget> target_in_case(ObjectPlan& plan, std::string_view spelling) {
        const auto kind = caseload_.keys.kind(spelling);
        if (!kind) return case_key(plan, spelling);
        return KeyTarget{Target::Root, {}, *kind, model::Base::Thing, 0, bit_of(plan, {}), no_values};
    }

    // Only in the spelling in which systems write them; others take the long way.
    static std::optional<KeyTarget> case_key(ObjectPlan& plan, std::string_view spelling) {
        if (spelling == key_case) {
            return KeyTarget{Target::Case, {}, {}, model::Base::Text, 0, bit_of(plan, {}), no_values};
        }
        if (spelling != key_reference_date) return std::nullopt;
        return KeyTarget{Target::ReferenceDate, {}, {}, model::Base::Date, 0, bit_of(plan, {}), no_values};
    }

    // As systems write it; another spelling takes the long way.
    static std::optional<State> plain_keyword(std::string_view token) {
        if (token == "\"geen\"") return State::Absent;
        return token == "\"onbekend\"" ? std::optional(State::Unknown) : std::nullopt;
    }

    bool read_fact(const KeyTarget& target, ondemand::value value, std::uint32_t row) {
        if (const auto state = plain_keyword(trimmed_token(value.raw_json_token()))) {
            set_state(caseload_, target.field, row, *state);
            return true;
        }
        if (target.base == model::Base::Thing) return read_one(target, value, row);
        if (target.base == model::Base::Things) return read_list(target, value, row);
        std::int64_t number = 0;
        if (!read_value(target, value, number)) return false;
        caseload_.columns[target.field.index()].values[row] = number;
        caseload_.columns[target.field.index()].states[row] = State::Known;
        return true;
    }

    bool read_value(const KeyTarget& target, ondemand::value value, std::int64_t& number) {
        const std::string_view token = trimmed_token(value.raw_json_token());
        switch (target.base) {
            case model::Base::YesNo: return raw_yes_no(token, number);
            case model::Base::Date: return raw_date(token, number);
            case model::Base::Amount:
            case model::Base::Count:
            case model::Base::Number:
            case model::Base::Percentage:
            case model::Base::HoursPerWeek: return read_number(target, token, number);
            case model::Base::Duration: return read_duration(target, token, number);
            case model::Base::Choice: return read_choice(target, token, number);
            case model::Base::Text: return read_text(value, token, number);
            case model::Base::Person:
            case model::Base::Organisation: return read_name(target, value, token, number);
            case model::Base::ChoiceSet:
            case model::Base::Thing:
            case model::Base::Things: break;
        }
        return false;
    }

    bool read_number(const KeyTarget& target, std::string_view token, std::int64_t& number) const {
        if (!raw_number(token, target.scale, number)) return false;
        return number >= 0 || caseload_.model->fields[target.field].may_be_negative;
    }

    bool read_duration(const KeyTarget& target, std::string_view token, std::int64_t& number) const {
        constexpr std::size_t most_digits = 9;
        const auto unit = caseload_.model->fields[target.field].bare_number_unit;
        if (!unit || token.size() > most_digits || !raw_number(token, 0, number) || number < 0) return false;
        number = to_column_value({static_cast<std::int32_t>(number), *unit});
        return true;
    }

    bool read_choice(const KeyTarget& target, std::string_view token, std::int64_t& number) {
        std::string_view text;
        if (!raw_string(token, text)) return false;
        ValueSpellings& known = choices_[target.values];
        if (known.find(text, number)) return true;
        const auto index = is_keyword(text) ? std::nullopt : caseload_.keys.choice(list_of(target), text);
        if (!index) return false;
        number = static_cast<std::int64_t>(*index);
        known.learn(text, number);
        return true;
    }
    [[nodiscard]] model::ChoiceListId list_of(const KeyTarget& target) const {
        return caseload_.model->fields[target.field].type.choices;
    }

    static bool unescaped(ondemand::value value, std::string_view token, std::string_view& text) {
        return raw_string(token, text) || value.get_string().get(text) == simdjson::SUCCESS;
    }

    bool read_text(ondemand::value value, std::string_view token, std::int64_t& number) {
        std::string_view text = token;
        const bool is_string = token.starts_with('"');
        if (is_string && (!unescaped(value, token, text) || is_keyword(text))) return false;
        if (!is_string && !raw_yes_no(token, number) && !raw_number(token, 0, number)) return false;
        number = caseload_.symbols.intern_text(text);
        return true;
    }

    bool read_name(const KeyTarget& target, ondemand::value value, std::string_view token, std::int64_t& number) {
        std::string_view text;
        if (!token.starts_with('"') || !unescaped(value, token, text)) return false;
        if (target.values == no_values) {
            if (is_keyword(text) || text.find_first_not_of(" \t\r\n") == std::string_view::npos) return false;
            number = caseload_.symbols.intern(text);
            const bool is_participant = caseload_.model->fields[target.field].built_in;
            return !is_participant || !caseload_.symbols.meant_by(static_cast<std::uint32_t>(number));
        }
        ValueSpellings& known = members_[target.values];
        if (known.find(text, number)) return true;
        const model::RoleId role = caseload_.model->fields[target.field].type.role;
        const auto party = is_keyword(text) ? std::nullopt : caseload_.keys.member(role, text);
        if (!party) return false;
        number = caseload_.symbols.party_symbol(*party);
        known.learn(text, number);
        return true;
    }

    bool read_one(const KeyTarget& target, ondemand::value value, std::uint32_t row) {
        ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS) return false;
        const std::uint32_t added = add_thing(caseload_, target.field, row);
        if (!read_thing(object, target.kind, added)) return false;
        caseload_.columns[target.field.index()].values[row] = added;
        caseload_.columns[target.field.index()].states[row] = State::Known;
        return true;
    }

    bool read_list(const KeyTarget& target, ondemand::value value, std::uint32_t row) {
        ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS) return false;
        const std::size_t first = items_.size();
        for (auto each : array) {
            ondemand::object object;
            if (each.get_object().get(object) != simdjson::SUCCESS) return false;
            const std::uint32_t added = add_thing(caseload_, target.field, row);
            items_.push_back(added);
            if (++values_ > most_values || !read_thing(object, target.kind, added)) return false;
        }
        set_items(caseload_, target.field, row, std::span(items_).subspan(first));
        items_.resize(first);
        return true;
    }

    Caseload& caseload_;
    const ReadOptions& options_;
    ondemand::parser parser_;
    Checkpoint before_;
    ObjectPlan wrapper_;
    std::vector<ObjectPlan> plans_;          // by KindId
    std::vector<ValueSpellings> choices_;    // by ChoiceListId
    std::vector<ValueSpellings> members_;    // by RoleId
    std::vector<model::FieldId> readiness_;  // by KindId
    ImpossibleFacts impossible_;
    Consents consents_;
    CaseInfo info_;
    Path path_;
    std::vector<PathStep> unknown_;
    std::size_t values_ = 0;
    std::vector<std::uint32_t> items_;  // of the lists that are being read
};

QuickReader::QuickReader(Caseload& caseload, const ReadOptions& options)
    : work_(std::make_unique<Work>(caseload, options)) {}
QuickReader::~QuickReader() = default;

bool QuickReader::read(const JsonText& json, const std::string& label) { return work_->read(json, label); }

}  // namespace toets::cases
