// The file of a document that another document uses (`gebruikt passend toewijzen`), looked for by its name: in the
// folder of the agreement and in the folders beside it.
#pragma once

#include <string>
#include <vector>

namespace toets::pipeline {

struct DocumentSearch {
    std::vector<std::string> found;   // files that may hold a document of that name; the caller reads them to be sure
    std::vector<std::string> places;  // folders that were looked in
};
// `folded_name` as fold() gives it.
DocumentSearch find_document(const std::string& folded_name, const std::string& agreement_path);

bool is_agreement_path(const std::string& path);  // .md or .toets
bool is_literate_path(const std::string& path);   // .md

}  // namespace toets::pipeline
