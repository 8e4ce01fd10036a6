// Tree to text: the canonical form (`toets fmt`), and a dump of the tree for golden tests.
#pragma once

#include <string>

#include "base/source_text.h"
#include "syntax/tree.h"

namespace toets::syntax {

// The whole document in canonical form; in Markdown everything outside the blocks is kept byte for byte.
std::string to_text(const Document& document, const SourceText& source);
// One block in canonical form.
std::string to_text(const Block& block, const Document& document);
// A condition on one line, as a sentence.
std::string to_text(ConditionId condition, const Document& document);
// Indented dump of every node, for `toets show --stage syntax`.
std::string to_dump(const Document& document);

}  // namespace toets::syntax
