#include "cases/document_from_json.h"

#include <simdjson.h>

#include <algorithm>

#include "base/text.h"
#include "diagnostics/result.h"

namespace toets::cases {

static_assert(json_padding >= simdjson::SIMDJSON_PADDING);

namespace {

namespace ondemand = simdjson::ondemand;

Argument reason_for(simdjson::error_code error) {
    switch (static_cast<int>(error)) {
        case simdjson::UNCLOSED_STRING:
            return term("reason", "een aanhalingsteken is niet gesloten", "a quotation mark is not closed");
        case simdjson::UNESCAPED_CHARS:
            return term("reason", "in een tekst staat een regeleinde of tab; schrijf `\\n` of `\\t`",
                        "a text holds a line end or tab; write `\\n` or `\\t`");
        case simdjson::STRING_ERROR:
            return term("reason", "onbekend teken achter een `\\`", "unknown character after a `\\`");
        case simdjson::TRAILING_CONTENT:
            return term("reason", "na het einde van de zaak staat nog tekst",
                        "there is text after the end of the case");
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
            return term("reason", "een `{` of `[` is niet gesloten", "a `{` or `[` is not closed");
        case simdjson::NUMBER_ERROR:
        case simdjson::T_ATOM_ERROR:
        case simdjson::F_ATOM_ERROR:
        case simdjson::N_ATOM_ERROR:
            return term("reason", "dit is geen tekst tussen aanhalingstekens, getal, true of false",
                        "this is no text between quotation marks, number, true or false");
        default:
            return term("reason", "er ontbreekt een komma, dubbele punt of aanhalingsteken",
                        "a comma, colon or quotation mark is missing");
    }
}

std::string_view without_space(std::string_view token) {
    const std::size_t end = token.find_last_not_of(" \t\r\n");
    return token.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

// RFC 8259, section 6.
bool is_json_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = at;
    at = skip_digits(text, at);
    if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = at + 1;
        at = skip_digits(text, fraction);
        if (at == fraction) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t exponent = at;
        at = skip_digits(text, exponent);
        if (at == exponent) return false;
    }
    return at == text.size();
}

class Reader {
public:
    explicit Reader(const JsonText& json) : json_(json) {}

    Result<Node> read() {
        ondemand::document document;
        const simdjson::padded_string_view padded(json_.text.data(), json_.text.size(),
                                                  json_.text.size() + json_padding);
        if (const auto error = parser_.iterate(padded).get(document)) return fail(error, json_.text.size());
        ondemand::value value;
        const auto error = document.get_value().get(value);
        if (error == simdjson::SCALAR_DOCUMENT_AS_VALUE) return scalar(document.raw_json_token());
        if (error != simdjson::SUCCESS) return fail(error, 0);
        auto node = read_value(value, 1);
        const char* rest = nullptr;
        const bool has_more = document.current_location().get(rest) == simdjson::SUCCESS;
        if (node && has_more) return fail(simdjson::TRAILING_CONTENT, offset_of(rest));
        return node;
    }

private:
    [[nodiscard]] Span at(std::size_t begin, std::size_t length) const {
        const auto from = static_cast<std::uint32_t>(std::min(begin, json_.text.size()));
        const auto to = static_cast<std::uint32_t>(std::min(begin + length, json_.text.size()));
        return {json_.source, json_.offset + from, json_.offset + to};
    }
    [[nodiscard]] std::size_t offset_of(std::string_view token) const {
        return static_cast<std::size_t>(token.data() - json_.text.data());
    }
    [[nodiscard]] tl::unexpected<Diagnostic> fail(simdjson::error_code error, std::size_t begin) const {
        if (error == simdjson::EMPTY) return failure(Code::EmptyCaseFile, at(0, 1));
        const std::size_t last = json_.text.empty() ? 0 : json_.text.size() - 1;
        return failure(Code::JsonUnreadable, at(std::min(begin, last), 1), {reason_for(error)});
    }

    Result<Node> read_value(ondemand::value value, std::size_t level) {
        const std::string_view token = value.raw_json_token();
        const std::size_t begin = offset_of(token);
        if (++values_ > most_values) {
            return failure(Code::TooManyValues, at(begin, 1), {word("limit", std::to_string(most_values))});
        }
        const char first = token.empty() ? '\0' : token.front();
        if (first == '"') return text(value, token);
        if (first != '{' && first != '[') return scalar(token);
        if (level > deepest_level) {
            return failure(Code::NestedTooDeep, at(begin, 1), {word("limit", std::to_string(deepest_level))});
        }
        return first == '{' ? read_object(value, begin, level) : read_array(value, begin, level);
    }

    Result<Node> read_object(ondemand::value value, std::size_t begin, std::size_t level) {
        Node node{Form::Mapping, {}, at(begin, 1), {}, {}};
        ondemand::object object;
        if (const auto error = value.get_object().get(object)) return fail(error, begin);
        std::size_t last = begin;
        for (auto each : object) {
            ondemand::field field;
            if (const auto error = std::move(each).get(field)) return fail(error, last);
            const char* raw = field.key().raw();
            const auto key_begin = static_cast<std::size_t>(raw - json_.text.data()) - 1;
            std::string_view key;
            if (const auto error = field.unescaped_key().get(key)) return fail(error, key_begin);
            Node key_node{Form::Word, std::string(key), at(key_begin, key.size() + 2), {}, {}};
            auto read = read_value(field.value(), level + 1);
            if (!read) return read;
            last = read->where.begin - json_.offset;
            node.entries.push_back({std::move(key_node), std::move(*read)});
        }
        return node;
    }

    Result<Node> read_array(ondemand::value value, std::size_t begin, std::size_t level) {
        Node node{Form::List, {}, at(begin, 1), {}, {}};
        ondemand::array array;
        if (const auto error = value.get_array().get(array)) return fail(error, begin);
        std::size_t last = begin;
        for (auto each : array) {
            ondemand::value item;
            if (const auto error = each.get(item)) return fail(error, last);
            auto read = read_value(item, level + 1);
            if (!read) return read;
            last = read->where.begin - json_.offset;
            node.items.push_back(std::move(*read));
        }
        return node;
    }

    Result<Node> text(ondemand::value value, std::string_view token) {
        std::string_view unescaped;
        if (const auto error = value.get_string().get(unescaped)) return fail(error, offset_of(token));
        const std::size_t length = without_space(token).size();
        return Node{Form::Word, std::string(unescaped), at(offset_of(token), length), {}, {}};
    }

    Result<Node> scalar(std::string_view token) {
        const std::string_view word = without_space(token);
        const Span where = at(offset_of(token), word.size());
        if (word == "null") return Node{Form::Nothing, {}, where, {}, {}};
        if (word == "true" || word == "false") return Node{Form::YesNo, std::string(word), where, {}, {}};
        if (is_json_number(word)) return Node{Form::Number, std::string(word), where, {}, {}};
        return fail(simdjson::NUMBER_ERROR, offset_of(token));
    }

    const JsonText& json_;
    ondemand::parser parser_;
    std::size_t values_ = 0;
};

}  // namespace

std::optional<Node> document_from_json(const JsonText& json, Diagnostics& diagnostics) {
    auto node = Reader(json).read();
    if (node) return std::move(*node);
    diagnostics.report(node.error());
    return std::nullopt;
}

}  // namespace toets::cases
