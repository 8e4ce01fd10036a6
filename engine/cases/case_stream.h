// A file that may be of any length, cut into batches as they stand in it. Cutting is quick and goes in order; making
// cases of a batch takes the time, and several threads can do so at once, each with a reader of its own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cases/batches.h"
#include "cases/csv_records.h"

namespace toets::cases {

struct RawLine {  // bytes of RawBatch::text
    std::size_t number = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
    bool is_too_long = false;
};
struct RawBatch {
    std::string text;                // of JSON Lines; behind it come bytes that a JSON parser may read ahead
    std::vector<RawLine> lines;      // of JSON Lines
    std::vector<CsvRecord> records;  // of a register
    std::size_t bytes = 0;           // that it took of the file
    [[nodiscard]] bool is_empty() const { return lines.empty() && records.empty(); }
};

class BatchReader {
public:
    virtual ~BatchReader() = default;
    // Adds its cases to the caseload of this reader. A case with a mistake is reported, counted, and left out whole.
    virtual LinesSummary read(const RawBatch& batch, Diagnostics& diagnostics) = 0;
};

class CaseStream {
public:
    virtual ~CaseStream() = default;
    // The next batch; empty at the end. For one thread at a time.
    virtual RawBatch next() = 0;
    // For one thread, as long as this stream lives. It may read any batch.
    [[nodiscard]] virtual std::unique_ptr<BatchReader> make_reader(Caseload& caseload) const = 0;
    // Of a file without any case. After the last batch.
    virtual void report_empty(Diagnostics& diagnostics) const = 0;
};

// How much a batch holds: a number of cases, of which the text is never longer than this.
constexpr std::size_t most_bytes_in_batch = std::size_t{4} << 20U;

// Every batch in its order, by this thread. The caseload is cleared after each.
LinesSummary read_in_order(CaseStream& stream, Caseload& caseload, Diagnostics& diagnostics,
                           const BatchHandler& on_batch);

}  // namespace toets::cases
