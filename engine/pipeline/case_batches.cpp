#include "pipeline/case_batches.h"

#include <algorithm>

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

std::unique_ptr<CaseBatches::Opened> CaseBatches::open(const std::string& path, Diagnostics& diagnostics) const {
    auto opened = std::make_unique<Opened>();
    opened->file.open(path, std::ios::binary);
    if (!opened->file) {
        diagnostics.report(Code::FileNotFound, {}, {word("path", path)});
    } else if (is_register_path(path)) {
        ensure(mapping_ != nullptr);
        opened->stream = cases::csv_register(opened->file, path, *mapping_, options_, diagnostics);
    } else {
        opened->stream = cases::json_lines(opened->file, path, options_);
    }
    return opened;
}

cases::LinesSummary CaseBatches::read(const std::string& path, cases::Caseload& caseload, Diagnostics& diagnostics,
                                      const cases::BatchHandler& on_batch) const {
    const std::unique_ptr<Opened> opened = open(path, diagnostics);
    if (opened->stream == nullptr) return {};
    return cases::read_in_order(*opened->stream, caseload, diagnostics, on_batch);
}

}  // namespace toets::pipeline
