// What each key of a mapping means for the kind of thing it describes; wrong keys are reported here.
#pragma once

#include <vector>

#include "cases/case.h"
#include "cases/document.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// Fact: a field of the kind. Kind: the name of a kind, at the top of a case. The others are keys of our own.
enum class KeyMeaning { Fact, Kind, Label, Source, KnownSince, Case, ReferenceDate };

struct KeyUse {
    const Entry* entry = nullptr;
    KeyMeaning meaning = KeyMeaning::Fact;
    model::FieldId field;
    model::KindId kind;
};

// The keys of a thing of `kind`; those of the whole case too when the thing is the root and stands at the top.
std::vector<KeyUse> uses_in_thing(const Node& mapping, model::KindId kind, bool is_whole_case, const Caseload& caseload,
                                  Diagnostics& diagnostics);
// The keys at the top of a case: one names a kind, the others belong to the case.
std::vector<KeyUse> uses_in_case(const Node& mapping, const Caseload& caseload, Diagnostics& diagnostics);

// "de cliënt" as the subject that begins a sentence.
Argument thing_argument(const model::Name& thing);
// What may have been meant by a name that is not known: the nearest of these names, or else all of them.
std::vector<Note> notes_on_names(std::string_view name, const std::vector<std::string>& names);

}  // namespace toets::cases
