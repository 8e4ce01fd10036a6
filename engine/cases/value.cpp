#include "cases/value.h"

#include <fmt/format.h>

#include "base/loose_date.h"
#include "base/text.h"
#include "base/written_date.h"
#include "cases/number.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t most_names = 12;  // in one message

// "a, b en nog 3" of the names, with words that fit in the sentence for either language.
Argument listed(std::string argument, const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t index = 0; index < names.size() && index < most_names; ++index) {
        list += (index == 0 ? "" : ", ") + names[index];
    }
    if (names.size() <= most_names) return word(std::move(argument), list);
    const std::size_t rest = names.size() - most_names;
    return term(std::move(argument), fmt::format("{} en nog {}", list, rest),
                fmt::format("{} and {} more", list, rest));
}

std::vector<Note> nearest_note(std::string_view value, const std::vector<std::string>& names) {
    const auto index = nearest(value, names);
    if (!index) return {};
    return {{Code::NearestKeyNote, {}, {word("name", names[*index])}}};
}

Result<std::int64_t> with_notes(Diagnostic diagnostic, std::vector<Note> notes) {
    diagnostic.notes = std::move(notes);
    return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

Result<std::int64_t> yes_or_no(const Node& node, const model::Field& field) {
    const std::string folded = fold(node.text);
    const bool is_text = node.form == Form::Word || node.form == Form::Quoted;
    if (node.form == Form::YesNo || node.form == Form::Word) {
        if (node.text == "true") return 1;
        if (node.text == "false") return 0;
    }
    if (is_text && folded == "ja") return 1;
    if (is_text && folded == "nee") return 0;
    return wrong_value(node, field.name.text, expected_value(field.type.base));
}

Result<std::int64_t> choice(const Node& node, const model::Field& field, const Caseload& caseload) {
    const auto index = caseload.keys.choice(field.type.choices, node.text);
    if (index) {
        const bool is_set = field.type.base == model::Base::ChoiceSet;
        return is_set ? std::int64_t{1} << *index : static_cast<std::int64_t>(*index);
    }
    std::vector<std::string> names;
    for (const model::Name& name : caseload.model->choice_lists[field.type.choices].values) names.push_back(name.text);
    return with_notes(
        {Code::UnknownChoice, node.where, {word("name", field.name.text), written(node), listed("choices", names)}, {}},
        nearest_note(node.text, names));
}

Result<std::int64_t> name(const Node& node, const model::Field& field, Caseload& caseload) {
    const bool is_text = node.form == Form::Word || node.form == Form::Quoted;
    if (!is_text || fold(node.text).empty()) {
        return wrong_value(node, field.name.text, expected_value(field.type.base));
    }
    const model::RoleId role_id = field.type.role;
    if (!role_id.is_valid() || caseload.model->roles[role_id].members.empty()) {
        const std::uint32_t symbol = caseload.symbols.intern(node.text);
        const auto meant = field.built_in ? caseload.symbols.meant_by(symbol) : std::nullopt;
        if (!meant) return symbol;
        return failure(Code::NearlyAParty, node.where,
                       {word("name", field.name.text), written(node), word("meant", *meant)});
    }
    if (const auto member = caseload.keys.member(role_id, node.text)) return caseload.symbols.party_symbol(*member);
    const model::Role& role = caseload.model->roles[role_id];
    std::vector<std::string> names;
    for (const model::PartyId member : role.members) names.push_back(caseload.model->parties[member].name.text);
    return with_notes(
        {Code::UnknownParty,
         node.where,
         {word("name", field.name.text), written(node), word("role", role.name.text), listed("members", names)},
         {}},
        nearest_note(node.text, names));
}

bool is_made_like_words_date(const std::string& folded) {
    const std::size_t first = folded.find(' ');
    const std::size_t second = folded.find(' ', first == std::string::npos ? first : first + 1);
    if (second == std::string::npos) return false;
    return month_from_word(std::string_view(folded).substr(first + 1, second - first - 1)).has_value();
}

constexpr std::size_t longest_date = 100;  // bytes

}  // namespace

std::optional<State> keyword(const Node& node, const model::Field& field, const Keys& keys) {
    constexpr std::size_t longest_keyword = 40;
    if (!node.is_scalar() || node.text.size() > longest_keyword) return std::nullopt;
    const std::string folded = fold(node.text);
    const bool is_absent = folded == "geen";
    if (!is_absent && folded != "onbekend") return std::nullopt;
    const model::Base base = field.type.base;
    const bool is_word = base == model::Base::Text || base == model::Base::Person || base == model::Base::Organisation;
    const bool is_choice = base == model::Base::Choice || base == model::Base::ChoiceSet;
    const bool is_declared = is_word || (is_choice && keys.choice(field.type.choices, folded).has_value());
    if (node.form == Form::Quoted && is_declared) return std::nullopt;
    return is_absent ? State::Absent : State::Unknown;
}

Result<Date> date_from_scalar(const Node& node, const std::string& name) {
    const bool is_text = node.form == Form::Word || node.form == Form::Quoted;
    const std::string folded = is_text && node.text.size() <= longest_date ? fold(node.text) : "";
    const auto numbers = numbers_of_date(folded);
    if (const auto date = date_from_notation(folded)) return *date;
    const auto meant = date_probably_meant(folded);
    std::vector<Note> notes;
    if (meant) notes.push_back({Code::NearestKeyNote, {}, {word("name", to_iso(*meant))}});
    if (!meant && (numbers || is_made_like_words_date(folded))) {
        return failure(Code::ImpossibleDate, node.where,
                       {word("name", name), written(node), word("first", std::to_string(first_year)),
                        word("last", std::to_string(last_year))});
    }
    auto wrong = wrong_value(node, name, expected_value(model::Base::Date));
    wrong.value().notes = std::move(notes);
    return wrong;
}

Result<std::int64_t> value_from_scalar(const Node& node, const model::Field& field, Caseload& caseload) {
    switch (field.type.base) {
        case model::Base::YesNo: return yes_or_no(node, field);
        case model::Base::Choice:
        case model::Base::ChoiceSet: return choice(node, field, caseload);
        case model::Base::Date:
            return date_from_scalar(node, field.name.text).map([](Date date) { return std::int64_t{date.days}; });
        case model::Base::Amount:
        case model::Base::Count:
        case model::Base::Number:
        case model::Base::Percentage:
        case model::Base::HoursPerWeek: return number_from_scalar(node, field);
        case model::Base::Duration: return duration_from_scalar(node, field);
        case model::Base::Text: return caseload.symbols.intern_text(node.text);
        case model::Base::Person:
        case model::Base::Organisation: return name(node, field, caseload);
        case model::Base::Thing:
        case model::Base::Things: break;
    }
    return wrong_value(node, field.name.text, expected_value(field.type.base));
}

}  // namespace toets::cases
