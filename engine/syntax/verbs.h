// One sentence, one verb (taal.md 1.1): what is wrong with the verbs of a sentence that could not be read.
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

bool is_verb(TokenKind kind);
// True when a mistake has been reported: no verb, the verb last, two conditions joined, two verbs.
bool report_verbs(Reading& reading, const Tokens& merged);
// The words with a verb at the end brought into the order of a main clause, as far as can be known.
std::string main_clause(const Tokens& words);

}  // namespace toets::syntax
