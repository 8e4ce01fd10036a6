// Wordings that people use and the language does not have: each gets the right wording for an answer.
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

// Looks at the words as written, before phrases are merged. True when one has been reported.
bool report_wording(Reading& reading, const Tokens& words, LineKind line);
// Wordings that are only wrong when the sentence could not be read: elsewhere they may be part of a name.
bool report_wording_anywhere(Reading& reading, const Tokens& words);
// Pronouns and the possessive `zijn` (taal.md B9).
bool report_pronoun(Reading& reading, const Tokens& words);

}  // namespace toets::syntax
