// Files of many cases, JSON Lines or a register in CSV, read batch by batch, each by the reader of its kind.
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/ordered_work.h"
#include "cases/case_stream.h"
#include "cases/from_yaml.h"
#include "cases/register_mapping.h"

namespace toets::pipeline {

// What the columns of the registers mean. Empty when nobody asked for a mapping; a mapping that is missing, of no use
// or wrong is reported.
std::optional<cases::RegisterMapping> read_mapping(const std::string& path, const std::vector<std::string>& files,
                                                   const model::Model& model, Sources& sources,
                                                   Diagnostics& diagnostics);

// How long files are read.
struct Reading {
    unsigned jobs = 1;  // threads that make cases and judge them
    // Told of every batch, in order: how many cases it had and how many bytes of the file it took.
    std::function<void(std::size_t cases, std::size_t bytes)> on_read{};
};
// What one thread does with the cases of a batch.
template <class Answer>
struct CaseWorker {
    cases::Caseload caseload;
    std::function<Answer(const cases::Caseload&)> answer;
};

class CaseBatches {
public:
    CaseBatches(const cases::RegisterMapping* mapping, cases::ReadOptions options);
    // As cases::from_json_lines and cases::from_csv.
    cases::LinesSummary read(const std::string& path, cases::Caseload& caseload, Diagnostics& diagnostics,
                             const cases::BatchHandler& on_batch) const;
    // The same by several threads. The answers are taken in the order of the file, by this one.
    template <class Answer>
    cases::LinesSummary read(const std::string& path, std::vector<CaseWorker<Answer>>& workers, const Reading& reading,
                             Diagnostics& diagnostics, const std::function<void(Answer&&)>& take) const;

private:
    struct Opened {
        std::ifstream file;
        std::unique_ptr<cases::CaseStream> stream;  // null when it cannot be read, which is reported
    };
    std::unique_ptr<Opened> open(const std::string& path, Diagnostics& diagnostics) const;

    const cases::RegisterMapping* mapping_;  // null when no register is read
    cases::ReadOptions options_;
};

template <class Answer>
cases::LinesSummary CaseBatches::read(const std::string& path, std::vector<CaseWorker<Answer>>& workers,
                                      const Reading& reading, Diagnostics& diagnostics,
                                      const std::function<void(Answer&&)>& take) const {
    struct Made {
        std::optional<Answer> answer;  // empty when all cases were refused
        cases::LinesSummary summary;
        Diagnostics diagnostics;
        std::size_t bytes = 0;
    };
    using Work = OrderedWork<cases::RawBatch, Made>;
    const std::unique_ptr<Opened> opened = open(path, diagnostics);
    if (opened->stream == nullptr) return {};
    cases::CaseStream& stream = *opened->stream;
    std::vector<typename Work::Worker> work;
    for (CaseWorker<Answer>& worker : workers) {
        const std::shared_ptr<cases::BatchReader> reader = stream.make_reader(worker.caseload);
        work.push_back([&worker, reader](cases::RawBatch&& batch) {
            Made made;
            made.summary = reader->read(batch, made.diagnostics);
            made.bytes = batch.bytes;
            if (!worker.caseload.cases.empty()) made.answer = worker.answer(worker.caseload);
            worker.caseload.clear();
            return made;
        });
    }
    cases::LinesSummary summary;
    const auto next = [&stream]() -> std::optional<cases::RawBatch> {
        cases::RawBatch batch = stream.next();
        if (batch.is_empty()) return std::nullopt;
        return batch;
    };
    Work(next, std::move(work), [&](Made&& made) {
        diagnostics.add(made.diagnostics);
        summary += made.summary;
        if (made.answer) take(std::move(*made.answer));
        if (reading.on_read) reading.on_read(made.summary.cases + made.summary.refused, made.bytes);
    }).run();
    if (summary.cases + summary.refused == 0) stream.report_empty(diagnostics);
    return summary;
}

}  // namespace toets::pipeline
