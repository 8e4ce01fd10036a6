#include "pipeline/case_batches.h"

#include <algorithm>
#include <fstream>

#include "base/ensure.h"
#include "cases/document_from_yaml.h"
#include "cases/from_csv.h"
#include "cases/from_json.h"
#include "pipeline/case_files.h"
#include "pipeline/read_file.h"

namespace toets::pipeline {

std::optional<cases::RegisterMapping> read_mapping(const std::string& path, const std::vector<std::string>& files,
                                                   const model::Model& model, Sources& sources,
                                                   Diagnostics& diagnostics) {
    const auto found = std::find_if(files.begin(), files.end(), is_register_path);
    if (path.empty()) {
        if (found != files.end()) diagnostics.report(Code::RegisterWithoutMapping, {}, {word("path", *found)});
        return std::nullopt;
    }
    if (found == files.end()) {
        diagnostics.report(Code::MappingWithoutRegister, {}, {word("path", path)});
        return std::nullopt;
    }
    Result<std::string> text = read_file(path, cases::largest_yaml);
    if (!text) {
        diagnostics.report(std::move(text.error()));
        return std::nullopt;
    }
    return cases::register_mapping_from_yaml(sources.add(path, std::move(*text)), model, diagnostics);
}

CaseBatches::CaseBatches(const cases::RegisterMapping* mapping, cases::ReadOptions options)
    : mapping_(mapping), options_(std::move(options)) {
    options_.keep_provenance = false;
}

cases::LinesSummary CaseBatches::read(const std::string& path, cases::Caseload& caseload, Diagnostics& diagnostics,
                                      const cases::BatchHandler& on_batch) const {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        diagnostics.report(Code::FileNotFound, {}, {word("path", path)});
        return {};
    }
    if (is_register_path(path)) {
        ensure(mapping_ != nullptr);
        return cases::from_csv(file, path, *mapping_, options_, cases::lines_at_once, caseload, diagnostics, on_batch);
    }
    return cases::from_json_lines(file, path, options_, cases::lines_at_once, caseload, diagnostics, on_batch);
}

}  // namespace toets::pipeline
