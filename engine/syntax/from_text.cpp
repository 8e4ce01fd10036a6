#include "syntax/from_text.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "syntax/markdown.h"
#include "syntax/reading.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

bool is_too_large(const SourceText& source, Diagnostics& diagnostics) {
    if (source.text().size() > limits::text_bytes) {
        diagnostics.report(Code::SourceTooLong, {source.id(), 0, 1},
                           {word("limit", std::to_string(limits::text_bytes))});
        return true;
    }
    if (source.line_count() > limits::lines) {
        diagnostics.report(Code::TooManyLines, {source.id(), 0, 1}, {word("limit", std::to_string(limits::lines))});
        return true;
    }
    return false;
}

bool is_unreadable(const SourceText& source, Diagnostics& diagnostics) {
    const auto invalid = first_invalid_utf8(source.text());
    if (!invalid) return false;
    const auto byte = static_cast<std::uint32_t>(*invalid);
    diagnostics.report(Code::NotUtf8, {source.id(), byte, byte},
                       {word("path", source.path()), word("line", std::to_string(source.position(byte).line))});
    return true;
}

std::vector<Block> to_blocks(const SourceText& source, bool literate, Diagnostics& diagnostics) {
    if (literate) return blocks_from_markdown(source, diagnostics);
    Block block;
    block.where = {source.id(), 0, static_cast<std::uint32_t>(source.text().size())};
    return {block};
}

std::size_t count_lines(const Line& line) {
    std::size_t count = 1;
    for (const Line& child : line.children) count += count_lines(child);
    return count;
}

// The document's own header names it, so it comes before everything that belongs to it (C1).
void check_document_header(Reading& reading) {
    bool is_first = true;
    const DocumentHeader* found = nullptr;
    for (const Block& block : reading.document.blocks) {
        for (const Header& header : block.headers) {
            const bool is_late = !std::exchange(is_first, false);
            const auto* document = std::get_if<DocumentHeader>(&header.kind);
            if (document == nullptr) continue;
            if (found != nullptr) {
                const std::string name{reading.source.text(found->name.where)};
                reading.diagnostics.report(Code::SecondDocumentHeader, header.heading, {word("name", name)});
                continue;
            }
            found = document;
            if (is_late) {
                const std::string line{reading.source.text(header.heading)};
                reading.diagnostics.report(Code::DocumentHeaderNotFirst, header.heading,
                                           {word("keyword", line.substr(0, line.find(' ')))});
            }
        }
    }
}

void read_block(Reading& reading, Block& block) {
    Tokens tokens = tokens_from_text(reading.source.text(block.where), block.where.source, block.where.begin);
    Layout layout = layout_from_tokens(std::move(tokens), block.where, reading.source, reading.diagnostics);
    for (const Line& line : layout.headers) {
        reading.document.statistics.logical_lines += count_lines(line);
        block.headers.push_back(to_header(reading, line));
    }
    block.remarks_at_end = std::move(layout.remarks_at_end);
}

}  // namespace

Document from_text(const SourceText& source, bool literate, Diagnostics& diagnostics) {
    Document document;
    document.source = source.id();
    document.literate = literate;
    if (is_too_large(source, diagnostics) || is_unreadable(source, diagnostics)) return document;
    const std::size_t errors = diagnostics.error_count();
    const PhraseTable phrases;
    LineParser parser;
    std::vector<Block> blocks = to_blocks(source, literate, diagnostics);
    Reading reading{source, diagnostics, document, phrases, parser};
    for (Block& block : blocks) read_block(reading, block);
    document.blocks = std::move(blocks);
    document.statistics.ambiguities = parser.statistics().ambiguities;
    document.statistics.full_context_predictions = parser.statistics().full_context_predictions;
    check_document_header(reading);
    const bool is_empty = std::all_of(document.blocks.begin(), document.blocks.end(),
                                      [](const Block& block) { return block.headers.empty(); });
    if (is_empty && diagnostics.error_count() == errors) diagnostics.report(Code::NothingToRead, {source.id(), 0, 0});
    return document;
}

}  // namespace toets::syntax
