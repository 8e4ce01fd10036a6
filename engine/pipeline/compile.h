// From the files of an agreement to a program: the one place that knows the order of the stages.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "diagnostics/diagnostic.h"
#include "model/model.h"
#include "program/program.h"
#include "syntax/tree.h"

namespace toets::pipeline {

enum class Stage { Syntax, Model, Program };

// Everything the stages made. Later stages are there when no error of an earlier one stands in the way.
struct Compilation {
    Sources sources;
    Diagnostics diagnostics;
    std::deque<syntax::Document> documents;  // the files given, in order; then the documents they use
    std::size_t given = 0;                   // how many of these were asked for; the others are only used by them
    std::unique_ptr<model::Model> model;
    std::optional<program::Program> program;
};

// Reads the agreements and every document they use (C5), and goes on as far as `last`. All mistakes are reported, none
// stops the reading of another file.
Compilation compile(const std::vector<std::string>& paths, Stage last = Stage::Program);
// The same for documents that were read before, in that order: the first `given` were asked for, the others are what
// they use. No file is looked for.
struct DocumentText {
    std::string path;  // tells its kind, and stands in every place
    std::string text;
};
Compilation compile_texts(std::vector<DocumentText> documents, std::size_t given);
// One file to its tree, without what it uses.
Compilation compile_alone(const std::string& path);

}  // namespace toets::pipeline
