#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/placeholders.h"
#include "diagnostics/catalogue_rows.h"

namespace toets {

namespace {

#define DIAGNOSTIC(code, severity, name, nl, en) \
    static_assert(has_same_placeholders(nl, en), \
                  #code " " #name ": the Dutch and the English text have different {placeholders}");
#include "diagnostics/catalogue.def"
#undef DIAGNOSTIC

const catalogue::Row& row(Code code) { return catalogue::rows[static_cast<std::size_t>(code)]; }

}  // namespace

Argument word(std::string name, std::string text) {
    std::string same = text;
    return {std::move(name), std::move(text), std::move(same)};
}

Argument term(std::string name, std::string nl, std::string en) {
    return {std::move(name), std::move(nl), std::move(en)};
}

void Diagnostics::report(Code code, Span where, std::vector<Argument> arguments, std::vector<Note> notes) {
    report(Diagnostic{code, where, std::move(arguments), std::move(notes)});
}

void Diagnostics::report(Diagnostic diagnostic) {
    if (count(severity(diagnostic.code) == Severity::Error)) diagnostics_.push_back(std::move(diagnostic));
}

bool Diagnostics::count(bool is_error) {
    std::size_t& count = is_error ? error_count_ : warning_count_;
    ++count;
    if (count == limit + 1) {
        const Code code = is_error ? Code::TooManyErrors : Code::TooManyWarnings;
        diagnostics_.push_back({code, {}, {word("limit", std::to_string(limit))}, {}});
    }
    return count <= limit;
}

void Diagnostics::add(const Diagnostics& others) {
    for (const Diagnostic& each : others.diagnostics_) {
        if (each.code != Code::TooManyErrors && each.code != Code::TooManyWarnings) report(each);
    }
    for (std::size_t more = limit; more < others.error_count_; ++more) count(true);
    for (std::size_t more = limit; more < others.warning_count_; ++more) count(false);
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> in_order = diagnostics_;
    std::stable_sort(in_order.begin(), in_order.end(), [](const Diagnostic& left, const Diagnostic& right) {
        return std::pair(left.where.source, left.where.begin) < std::pair(right.where.source, right.where.begin);
    });
    return in_order;
}

std::string_view to_code_text(Code code) { return row(code).code; }

std::optional<Code> code_from_text(std::string_view text) {
    const auto* found = std::find_if(std::begin(catalogue::rows), std::end(catalogue::rows),
                                     [text](const catalogue::Row& candidate) { return candidate.code == text; });
    if (found == std::end(catalogue::rows)) return std::nullopt;
    return static_cast<Code>(found - std::begin(catalogue::rows));
}

Severity severity(Code code) { return row(code).severity; }

std::string_view message_template(Code code, bool dutch) { return dutch ? row(code).nl : row(code).en; }

}  // namespace toets
