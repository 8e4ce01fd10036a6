// Text to tree. Markdown documents keep their blocks' headings and prose; a `.toets` file is one block.
#pragma once

#include "base/source_text.h"
#include "diagnostics/diagnostic.h"
#include "syntax/tree.h"

namespace toets::syntax {

// Reports every mistake (S codes) and goes on; unreadable parts become Invalid. `literate` is true for Markdown.
// Also checks which clauses may stand under which header and which are obligatory (taal.md 2.I).
Document from_text(const SourceText& source, bool literate, Diagnostics& diagnostics);

}  // namespace toets::syntax
