// The blocks of a Markdown document: where each one stands in the file, under which headings, after which prose.
// Everything keeps its byte range of the original file.
#pragma once

#include "base/source_text.h"
#include "diagnostics/diagnostic.h"
#include "syntax/tree.h"

namespace toets::syntax {

// Blocks with headings, prose and `where` filled in, headers still empty. Reports fences nobody would read otherwise:
// indented, quoted, not closed, or with a tag that is almost `toets`.
std::vector<Block> blocks_from_markdown(const SourceText& source, Diagnostics& diagnostics);

}  // namespace toets::syntax
