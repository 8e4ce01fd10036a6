// Trees to model: declares every name of all documents, then cuts every phrase into names (exactly one cut must fit),
// checks kinds and units, and gives each rule its source. Reports N, T, D and R codes and goes on.
#pragma once

#include <vector>

#include "base/source_text.h"
#include "diagnostics/diagnostic.h"
#include "model/model.h"
#include "syntax/tree.h"

namespace toets::model {

struct Source {
    const syntax::Document* document;
    const SourceText* text;
};

Model from_syntax(const std::vector<Source>& documents, const Sources& sources, Diagnostics& diagnostics);

}  // namespace toets::model
