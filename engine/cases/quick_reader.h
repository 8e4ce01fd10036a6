// The short way for caseloads: one case of JSON text straight into the columns, as long as it is in plain form
// (objects, lists, ISO dates, numbers, declared choices). Anything else is left to the long way, which knows every form
// and every message; so this reader may give up, but never differ.
#pragma once

#include <memory>
#include <string>

#include "cases/case.h"
#include "cases/document_from_json.h"
#include "cases/from_yaml.h"

namespace toets::cases {

class QuickReader {
public:
    QuickReader(Caseload& caseload, const ReadOptions& options);
    ~QuickReader();
    QuickReader(const QuickReader&) = delete;
    QuickReader& operator=(const QuickReader&) = delete;
    // False when it gave up; then nothing of the case is in the caseload.
    bool read(const JsonText& json, const std::string& label);

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}  // namespace toets::cases
