// Which rules a decision in a case sets aside (taal.md C67), in the words of a case worker: `artikel 3 lid 1`,
// `artikel 3 tot en met 5`, `voorwaarde begeleiding geregeld`, several with commas or `en`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace toets::model {

struct WrittenReference {
    std::string text;                  // as written: "artikel 3 lid 1"
    std::vector<VersionOfRule> rules;  // empty: no rule is called that
};
// An article is one of that document; a rule is known by its name everywhere.
std::vector<WrittenReference> read_written_rules(const Model& model, DocumentId document, std::string_view text);

// What the condition says of the text.
bool holds_of(const Model& model, const NamesRules& names, std::string_view text);

}  // namespace toets::model
