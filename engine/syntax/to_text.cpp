#include "syntax/to_text.h"

#include "syntax/printing.h"

namespace toets::syntax {
namespace {

// Kinds without fields that follow each other read as a list; everything else is set apart by an empty line.
bool stands_apart(const Header& before, const Header& header) {
    const bool kinds =
        std::holds_alternative<KindHeader>(before.kind) && std::holds_alternative<KindHeader>(header.kind);
    return !kinds || !before.clauses.empty() || !header.remarks.empty();
}

// A header with a mistake in it is kept as it was written: half a rule printed anew would be another rule.
bool is_damaged(const Header& header, const Document& document) {
    for (const Clause& clause : header.clauses) {
        if (std::holds_alternative<InvalidClause>(clause.kind)) return true;
    }
    return std::any_of(document.conditions.begin(), document.conditions.end(), [&](const Condition& condition) {
        const bool inside = condition.where.begin >= header.where.begin && condition.where.end <= header.where.end;
        return inside && std::holds_alternative<Invalid>(condition.kind);
    });
}

std::string block_text(const Block& block, const Document& document, const SourceText* source) {
    Writer out;
    const Header* before = nullptr;
    for (const Header& header : block.headers) {
        if (before != nullptr && stands_apart(*before, header)) out.blank_line();
        before = &header;
        if (source != nullptr && is_damaged(header, document)) {
            out.remarks(0, header.remarks);
            out.verbatim(0, source->text(header.where));
        } else {
            print_header(header, document, out);
        }
    }
    if (before != nullptr && !block.remarks_at_end.empty()) out.blank_line();
    out.remarks(0, block.remarks_at_end);
    return out.take();
}

std::string with_line_ends_of(std::string_view original, const std::string& text) {
    if (original.find("\r\n") == std::string_view::npos) return text;
    std::string result;
    for (const char c : text) {
        if (c == '\n') result += '\r';
        if (c != '\r') result += c;
    }
    return result;
}

}  // namespace

std::string to_text(const Document& document, const SourceText& source) {
    std::string text;
    std::uint32_t at = 0;
    for (const Block& block : document.blocks) {
        text += source.text({source.id(), at, block.where.begin});
        text += with_line_ends_of(source.text(block.where), block_text(block, document, &source));
        at = block.where.end;
    }
    text += source.text({source.id(), at, static_cast<std::uint32_t>(source.text().size())});
    return text;
}

std::string to_text(const Block& block, const Document& document) { return block_text(block, document, nullptr); }

}  // namespace toets::syntax
