// A diagnostic as a person reads it: code and message, place, the line with the words marked, notes.
#pragma once

#include <string>

#include "base/date.h"
#include "diagnostics/diagnostic.h"

namespace toets {

// "fout N201: ..." / "  rulesets/x.md, regel 14:" / the line / the marks / notes. Ends in a line end.
std::string to_text(const Diagnostic& diagnostic, const Sources& sources, Language language);
std::string to_text(const Diagnostics& diagnostics, const Sources& sources, Language language);
// Only the sentence, with its placeholders filled in.
std::string message(const Diagnostic& diagnostic, Language language);
// {"code","severity","message":{"nl","en"},"file","line","column",...} as one JSON object in an array.
std::string to_json(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace toets
