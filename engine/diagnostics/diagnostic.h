// What went wrong with somebody's text or case, as data. The words are in catalogue/*.def, in Dutch and English;
// to_text and to_json turn a Diagnostic into something to read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"

namespace toets {

enum class Severity { Error, Warning };

// One enumerator per row of the catalogue, named by its row: Code::UnknownName.
enum class Code {
#define DIAGNOSTIC(code, severity, name, nl, en) name,
#include "diagnostics/catalogue.def"
#undef DIAGNOSTIC
};

// The value of one {placeholder}. `nl` and `en` are equal when it is the user's own word.
struct Argument {
    std::string name;
    std::string nl;
    std::string en;
};
Argument word(std::string name, std::string text);                // the user's own word, or a number
Argument term(std::string name, std::string nl, std::string en);  // a word of ours, in both languages

// "expected because of this declaration": a second place that explains the first. Its words are a catalogue row
// of its own (a row named ...Note, with severity Warning).
struct Note {
    Code code;
    Span where;
    std::vector<Argument> arguments;
};

struct Diagnostic {
    Code code;
    Span where;  // invalid when the mistake is not in a text (a missing file, a wrong argument)
    std::vector<Argument> arguments;
    std::vector<Note> notes;
};

// Collects; never stops the stage that reports. After `limit` errors (or warnings) one TooManyErrors (or
// TooManyWarnings) is added and the rest is only counted, so that hostile input cannot fill memory with messages.
class Diagnostics {
public:
    static constexpr std::size_t limit = 200;
    void report(Code code, Span where, std::vector<Argument> arguments = {}, std::vector<Note> notes = {});
    void report(Diagnostic diagnostic);
    // As if those were reported here.
    void add(const Diagnostics& others);
    [[nodiscard]] bool has_errors() const { return error_count_ > 0; }
    [[nodiscard]] std::size_t error_count() const { return error_count_; }
    // In the order of their places: by source, then by byte; equal places in order of report.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return diagnostics_; }

private:
    // Whether there is room to keep one more; the first for which there is none is told of.
    bool count(bool is_error);

    std::vector<Diagnostic> diagnostics_;
    std::size_t error_count_ = 0;
    std::size_t warning_count_ = 0;
};

std::string_view to_code_text(Code code);  // "N201"
std::optional<Code> code_from_text(std::string_view text);
Severity severity(Code code);
std::string_view message_template(Code code, bool dutch);

}  // namespace toets
