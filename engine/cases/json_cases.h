// Piece after piece of JSON text, each one case: the short way where that will do, else the long way with its messages.
#pragma once

#include <string>

#include "cases/case.h"
#include "cases/document_from_json.h"
#include "cases/from_yaml.h"
#include "cases/quick_reader.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

class JsonCases {
public:
    // `keep_places`: every fact must know where it was written, which only the long way sees to.
    JsonCases(Caseload& caseload, const ReadOptions& options, bool keep_places);
    // False when there were mistakes, which are reported; then nothing of the case is in the caseload.
    bool read(const JsonText& json, const std::string& label, Diagnostics& diagnostics);

private:
    Caseload& caseload_;
    ReadOptions options_;
    bool keep_places_;
    QuickReader quick_;
};

}  // namespace toets::cases
