#include "diagnostics/to_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/placeholders.h"
#include "base/text.h"
#include "diagnostics/catalogue_rows.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/printable.h"

namespace toets {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t longest_argument = 200;  // characters

struct Words {
    std::string_view error;
    std::string_view warning;
    std::string_view note;
    std::string_view line;
    std::string_view column;
};
const Words& words(Language language) {
    static constexpr Words dutch = {"fout", "waarschuwing", "toelichting", "regel", "kolom"};
    static constexpr Words english = {"error", "warning", "note", "line", "column"};
    return language == Language::Dutch ? dutch : english;
}

const std::string* find_argument(const std::vector<Argument>& arguments, std::string_view name, bool is_dutch) {
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [name](const Argument& each) { return each.name == name; });
    if (found == arguments.end()) return nullptr;
    return is_dutch ? &found->nl : &found->en;
}

// The template of the code with every {placeholder} that has an argument replaced.
std::string fill(Code code, const std::vector<Argument>& arguments, Language language) {
    const bool is_dutch = language == Language::Dutch;
    return fill_in(message_template(code, is_dutch), [&arguments, is_dutch](std::string_view name) {
        const std::string* value = find_argument(arguments, name, is_dutch);
        return value != nullptr ? to_printable(*value, longest_argument) : '{' + std::string(name) + '}';
    });
}

// Breaks at spaces; a word longer than the line is left whole.
std::string wrap(std::string_view text, std::size_t indent) {
    std::string wrapped;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view next = text.substr(0, end);
        const std::size_t width = display_width(next);
        if (column > 0 && column + 1 + width > line_width) {
            wrapped += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (column > 0) {
            wrapped += ' ';
            ++column;
        }
        wrapped += next;
        column += width;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return wrapped + "\n";
}

std::string to_place(Span where, const Sources& sources, Language language) {
    if (!where.is_valid()) return {};
    const SourceText& source = sources[where.source];
    const Position position = source.position(where.begin);
    const Words& names = words(language);
    return fmt::format("  {}, {} {}, {} {}\n{}", to_printable(source.path(), longest_argument), names.line,
                       position.line, names.column, position.column, to_excerpt(source, where, line_width));
}

std::string to_text(const Note& note, const Sources& sources, Language language) {
    const std::string sentence =
        fmt::format("  {}: {}", words(language).note, fill(note.code, note.arguments, language));
    return "  " + wrap(std::string_view(sentence).substr(2), 6) + to_place(note.where, sources, language);
}

}  // namespace

std::string message(const Diagnostic& diagnostic, Language language) {
    return fill(diagnostic.code, diagnostic.arguments, language);
}

std::string to_text(const Diagnostic& diagnostic, const Sources& sources, Language language) {
    const bool is_error = severity(diagnostic.code) == Severity::Error;
    const std::string sentence = fmt::format("{} {}: {}", is_error ? words(language).error : words(language).warning,
                                             to_code_text(diagnostic.code), message(diagnostic, language));
    std::string text = wrap(sentence, 6) + to_place(diagnostic.where, sources, language);
    for (const Note& note : diagnostic.notes) text += to_text(note, sources, language);
    return text;
}

std::string to_text(const Diagnostics& diagnostics, const Sources& sources, Language language) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) text += to_text(diagnostic, sources, language);
    return text;
}

}  // namespace toets
