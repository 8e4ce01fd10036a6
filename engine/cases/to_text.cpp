#include "cases/to_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimal.h"
#include "cases/links.h"

namespace toets::cases {

namespace {

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') result += '\\';
        if (static_cast<unsigned char>(byte) < 0x20) {
            result += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
        } else {
            result += byte;
        }
    }
    return result + '"';
}

// Letters and digits need no quotation marks, unless YAML would read them as something else.
std::string scalar_text(const std::string& text) {
    const auto is_plain = [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
               (code >= 'A' && code <= 'Z') || code == ' ' || code == '.';
    };
    const bool is_at_ease =
        !text.empty() && text.front() != ' ' && text.back() != ' ' && std::all_of(text.begin(), text.end(), is_plain);
    const bool is_word = text == "null" || text == "Null" || text == "NULL" || text == "geen" || text == "onbekend";
    return is_at_ease && !is_word ? text : quoted(text);
}

std::string number_text(std::int64_t value, model::Base base) {
    return to_words(Decimal{value, model::scale(base)}, Language::Dutch, base == model::Base::Amount ? 2 : 0);
}

class Writer {
public:
    explicit Writer(const Caseload& caseload) : caseload_(caseload), model_(*caseload.model) {}

    std::string write() {
        for (const CaseInfo& info : caseload_.cases) write_case(info);
        return std::move(text_);
    }

private:
    void line(std::size_t depth, std::string_view key, std::string_view value) {
        text_ += fmt::format("{:{}}{}:{}{}\n", "", depth * 2, key, value.empty() ? "" : " ", value);
    }

    void write_case(const CaseInfo& info) {
        text_ += text_.empty() ? "" : "---\n";
        if (!info.label.empty()) line(0, "zaak", scalar_text(info.label));
        if (info.reference_date) line(0, "peildatum", to_iso(*info.reference_date));
        PathStep root{info.root, info.root_row};
        if (info.is_readiness_check) root = client_of(info);
        line(0, scalar_text(model_.kinds[root.kind].name.text), "");
        shown_.clear();
        write_thing(root, 1);
    }

    // The thing a readiness check was made for.
    [[nodiscard]] PathStep client_of(const CaseInfo& info) const {
        for (const model::FieldId id : model_.kinds[info.root].fields) {
            const model::Field& field = model_.fields[id];
            const bool is_link = field.role == model::FieldRole::Stored && field.type.base == model::Base::Thing;
            if (!is_link || readiness_field(model_, field.type.kind) != id) continue;
            return {field.type.kind, static_cast<std::uint32_t>(caseload_.columns[id.index()].values[info.root_row])};
        }
        return {info.root, info.root_row};
    }

    void write_thing(const PathStep& thing, std::size_t depth) {
        shown_.push_back(thing);
        if (const auto label = caseload_.labels.find({thing.kind, thing.row}); label != caseload_.labels.end()) {
            line(depth, "naam", scalar_text(label->second));
        }
        for (const model::FieldId field : model_.kinds[thing.kind].fields) write_field(field, thing.row, depth);
    }

    void write_field(model::FieldId id, std::uint32_t row, std::size_t depth) {
        const model::Field& field = model_.fields[id];
        if (field.role == model::FieldRole::Owner || field.role == model::FieldRole::Inverse) return;
        const bool is_list = field.type.base == model::Base::Things;
        const bool has_plural = is_list && !field.name.plural.empty();
        const std::string key = scalar_text(has_plural ? field.name.plural : field.name.text);
        const State state =
            is_list ? caseload_.lists[id.index()].states[row] : caseload_.columns[id.index()].states[row];
        if (state != State::Known) {
            line(depth, key, state == State::Absent ? "geen" : "onbekend");
        } else if (is_list) {
            write_list(id, key, row, depth);
        } else if (field.type.base == model::Base::Thing) {
            const auto target = static_cast<std::uint32_t>(caseload_.columns[id.index()].values[row]);
            write_link({field.type.kind, target}, key, depth);
        } else {
            line(depth, key, value_text(field, caseload_.columns[id.index()].values[row]));
        }
    }

    void write_link(const PathStep& target, const std::string& key, std::size_t depth) {
        const bool is_shown = std::any_of(shown_.begin(), shown_.end(), [&](const PathStep& step) {
            return step.kind == target.kind && step.row == target.row;
        });
        if (is_shown) {
            line(depth, key, scalar_text(model_.kinds[target.kind].name.text));
            return;
        }
        const std::size_t before = text_.size();
        line(depth, key, "");
        const std::size_t after = text_.size();
        write_thing(target, depth + 1);
        if (text_.size() != after) return;
        text_.resize(before);
        line(depth, key, "{}");
    }

    void write_list(model::FieldId id, const std::string& key, std::uint32_t row, std::size_t depth) {
        const ListColumn& list = caseload_.lists[id.index()];
        line(depth, key, "");
        for (std::uint32_t index = 0; index < list.count[row]; ++index) {
            const std::size_t begin = text_.size();
            write_thing({model_.fields[id].type.kind, list.items[list.begin[row] + index]}, depth + 2);
            if (text_.size() == begin) text_ += std::string((depth + 2) * 2, ' ') + "{}\n";
            text_[begin + depth * 2 + 2] = '-';
        }
    }

    [[nodiscard]] std::string value_text(const model::Field& field, std::int64_t value) const {
        switch (field.type.base) {
            case model::Base::YesNo: return value != 0 ? "ja" : "nee";
            case model::Base::Choice: return scalar_text(choice_name(field, static_cast<std::size_t>(value)));
            case model::Base::ChoiceSet: return choices_text(field, value);
            case model::Base::Date: return to_iso(Date{static_cast<std::int32_t>(value)});
            case model::Base::Amount:
            case model::Base::Count:
            case model::Base::Number: return number_text(value, field.type.base);
            case model::Base::Percentage: return number_text(value, field.type.base) + "%";
            case model::Base::HoursPerWeek: return number_text(value, field.type.base) + " uur per week";
            case model::Base::Duration: return to_words(duration_from_column_value(value), Language::Dutch);
            case model::Base::Text: return quoted(caseload_.symbols.text(static_cast<std::uint32_t>(value)));
            case model::Base::Person:
            case model::Base::Organisation:
                return scalar_text(caseload_.symbols.text(static_cast<std::uint32_t>(value)));
            case model::Base::Thing:
            case model::Base::Things: break;
        }
        return {};
    }

    [[nodiscard]] const std::string& choice_name(const model::Field& field, std::size_t index) const {
        return model_.choice_lists[field.type.choices].values[index].text;
    }
    [[nodiscard]] std::string choices_text(const model::Field& field, std::int64_t mask) const {
        std::string list;
        for (std::size_t index = 0; index < model_.choice_lists[field.type.choices].values.size(); ++index) {
            if ((mask >> index & 1) == 0) continue;
            list += (list.empty() ? "" : ", ") + scalar_text(choice_name(field, index));
        }
        return "[" + list + "]";
    }

    const Caseload& caseload_;
    const model::Model& model_;
    std::string text_;
    std::vector<PathStep> shown_;
};

}  // namespace

std::string to_text(const Caseload& caseload) { return Writer(caseload).write(); }

}  // namespace toets::cases
