#include "cases/number.h"

#include <algorithm>
#include <limits>

#include "base/decimal.h"
#include "base/text.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t longest_quote = 40;   // characters of a value that a message repeats
constexpr std::size_t longest_number = 60;  // bytes; a longer text is no number
constexpr std::size_t most_fraction = 9;    // digits that a Decimal can hold

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text = trimmed(text.substr(prefix.size()));
    return true;
}

bool drop_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text = trimmed(text.substr(0, text.size() - suffix.size()));
    return true;
}

// "€ 640,00" -> "640,00", "10%" -> "10", "2,5 uur per week" -> "2,5". A minus may stand on either side of the euro
// sign.
std::string without_unit(const std::string& folded, model::Base base) {
    std::string_view text = trimmed(folded);
    if (base == model::Base::Percentage) drop_suffix(text, "%");
    if (base == model::Base::HoursPerWeek) drop_suffix(text, "uur per week");
    if (base != model::Base::Amount) return std::string(text);
    const bool is_negative = drop_prefix(text, "-");
    drop_prefix(text, "€");
    return (is_negative ? "-" : "") + std::string(text);
}

std::optional<Decimal> to_decimal(const std::string& text, bool is_plain) {
    if (is_plain) return decimal_from_plain(text);
    const auto dutch = decimal_from_dutch(text);
    return dutch ? dutch : decimal_from_plain(text);
}

// Whether the text is made like a number, so that only its size can be what is wrong with it.
bool looks_like_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto is_part = [](char byte) { return (byte >= '0' && byte <= '9') || byte == '.' || byte == ','; };
    const bool has_digit = std::any_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
    const bool has_leading_zero = text.size() > 1 && text[0] == '0' && text[1] != '.' && text[1] != ',';
    return has_digit && !has_leading_zero && std::all_of(text.begin(), text.end(), is_part) &&
           std::count(text.begin(), text.end(), ',') <= 1;
}

std::size_t digits_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; }));
}

std::string limit_of(int scale) {
    return to_words(Decimal{std::numeric_limits<std::int64_t>::max(), scale}, Language::Dutch);
}

tl::unexpected<Diagnostic> too_large(const Node& node, const model::Field& field) {
    const std::string limit = limit_of(model::scale(field.type.base));
    return failure(Code::NumberTooLarge, node.where,
                   {word("name", field.name.text), written(node), word("limit", limit)});
}

tl::unexpected<Diagnostic> too_many_decimals(const Node& node, const model::Field& field) {
    const std::string decimals = std::to_string(model::scale(field.type.base));
    return failure(Code::TooManyDecimals, node.where,
                   {word("name", field.name.text), written(node), word("decimals", decimals)});
}

// Why a text that is no Decimal is not one.
tl::unexpected<Diagnostic> no_number(const Node& node, const model::Field& field, const std::string& text) {
    constexpr std::size_t most_digits = 18;
    if (!looks_like_number(text)) return wrong_value(node, field.name.text, expected_value(field.type.base));
    const std::size_t mark = text.find_last_of(",.");
    if (mark != std::string::npos && text.size() - mark - 1 > most_fraction) return too_many_decimals(node, field);
    if (digits_in(text) > most_digits) return too_large(node, field);
    return wrong_value(node, field.name.text, expected_value(field.type.base));
}

}  // namespace

Argument written(const Node& node) { return word("value", to_printable(node.text, longest_quote)); }

tl::unexpected<Diagnostic> wrong_value(const Node& node, const std::string& name, Argument expected) {
    return failure(Code::WrongValue, node.where, {word("name", name), std::move(expected), written(node)});
}

Argument expected_value(model::Base base) {
    switch (base) {
        case model::Base::YesNo: return term("expected", "`ja` of `nee`", "`ja` or `nee`");
        case model::Base::Choice:
        case model::Base::ChoiceSet: return term("expected", "een keuze uit de lijst", "a choice from the list");
        case model::Base::Date:
            return term("expected", "een datum, zoals `2026-03-01` of `1 maart 2026`",
                        "a date, such as `2026-03-01` or `1 maart 2026`");
        case model::Base::Amount: return term("expected", "een bedrag, zoals `640,00`", "an amount, such as `640,00`");
        case model::Base::Count: return term("expected", "een geheel getal, zoals `3`", "a whole number, such as `3`");
        case model::Base::Number: return term("expected", "een getal, zoals `2,5`", "a number, such as `2,5`");
        case model::Base::Percentage:
            return term("expected", "een percentage, zoals `10%`", "a percentage, such as `10%`");
        case model::Base::HoursPerWeek:
            return term("expected", "een aantal uren per week, zoals `2,5`", "hours per week, such as `2,5`");
        case model::Base::Duration:
            return term("expected", "een duur, zoals `14 dagen` of `6 maanden`",
                        "a duration, such as `14 dagen` or `6 maanden`");
        case model::Base::Text: return term("expected", "een tekst", "a text");
        case model::Base::Person:
        case model::Base::Organisation: return term("expected", "een naam", "a name");
        case model::Base::Thing:
            return term("expected", "een beschrijving met eigen gegevens", "a description with its own facts");
        case model::Base::Things: break;
    }
    return term("expected", "een lijst", "a list");
}

Result<std::int64_t> number_from_scalar(const Node& node, const model::Field& field) {
    const model::Base base = field.type.base;
    const int scale = model::scale(base);
    if (node.form == Form::YesNo || node.text.size() > longest_number) {
        return wrong_value(node, field.name.text, expected_value(base));
    }
    const std::string text = without_unit(fold(node.text), base);
    const auto decimal = to_decimal(text, node.form == Form::Number);
    if (!decimal) return no_number(node, field, text);
    const bool is_amount = base == model::Base::Amount;
    const auto readings =
        node.form == Form::Number || base == model::Base::Percentage ? std::nullopt : two_readings(text, is_amount);
    if (readings) {
        return failure(Code::TwoReadingsOfNumber, node.where,
                       {word("name", field.name.text), written(node), word("small", readings->small),
                        word("large", readings->large)});
    }
    if (is_amount && node.form != Form::Number && decimal->scale > scale) return too_many_decimals(node, field);
    const auto value = rescale(*decimal, scale);
    if (!value) return decimal->scale > scale ? too_many_decimals(node, field) : too_large(node, field);
    if (*value < 0 && !field.may_be_negative) {
        return failure(Code::NegativeValue, node.where, {word("name", field.name.text), written(node)});
    }
    return *value;
}

Result<std::int64_t> duration_from_scalar(const Node& node, const model::Field& field) {
    if (const auto duration = duration_from_words(node.text)) return to_column_value(*duration);
    const auto decimal = to_decimal(node.text, node.form == Form::Number);
    if (!decimal) return wrong_value(node, field.name.text, expected_value(field.type.base));
    if (!field.bare_number_unit) {
        return failure(Code::NumberWithoutUnit, node.where, {word("name", field.name.text), written(node)});
    }
    const auto count = rescale(*decimal, 0);
    if (!count) return wrong_value(node, field.name.text, expected_value(field.type.base));
    if (*count < 0) return failure(Code::NegativeValue, node.where, {word("name", field.name.text), written(node)});
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    if (*count > most) {
        return failure(Code::NumberTooLarge, node.where,
                       {word("name", field.name.text), written(node), word("limit", std::to_string(most))});
    }
    return to_column_value({static_cast<std::int32_t>(*count), *field.bare_number_unit});
}

}  // namespace toets::cases
