// How far a long run is, on one line of a terminal that is wiped at the end. It never reaches a file or a pipe.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "apps/cli/options.h"
#include "pipeline/case_batches.h"

namespace toets::cli {

struct Step {  // how far it is
    std::size_t cases = 0;
    std::size_t bytes = 0;
    std::size_t all_bytes = 0;  // 0: not known
    double seconds = 0;
};
// "[██████░░░░░░]  52%   104.000 zaken, 61.000 per seconde", in so many columns at most.
std::string to_line(const Step& step, std::size_t columns, Language language);

class Progress {
public:
    // Of reading these files (of others, and of what is not read by the batch, nothing is shown). `writes`: meanwhile
    // answers go to standard output, so that there must be no line when that is the same terminal.
    enum class Writes { AtTheEnd, Meanwhile };
    Progress(const std::vector<std::string>& paths, const Options& options, Writes writes);
    ~Progress() { wipe(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // How to read so that it is shown here.
    [[nodiscard]] pipeline::Reading reading();
    // Before anything else is written on the terminal.
    void wipe();

private:
    using Clock = std::chrono::steady_clock;
    void advance(std::size_t cases, std::size_t bytes);

    const Options& options_;
    bool is_shown_;
    bool is_on_screen_ = false;
    Step step_;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point next_;
};

}  // namespace toets::cli
