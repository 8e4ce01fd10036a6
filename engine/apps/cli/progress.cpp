#include "apps/cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "pipeline/case_files.h"

namespace toets::cli {

namespace {

constexpr auto quiet_for = std::chrono::seconds(1);
constexpr auto between_lines = std::chrono::milliseconds(100);
constexpr std::size_t widest_bar = 30;
constexpr std::size_t narrowest_bar = 5;
constexpr std::string_view wipe_line = "\r\x1b[K";

// "104.000", in English "104,000".
std::string grouped(std::size_t number, Language language) {
    constexpr std::size_t digits_together = 3;
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > digits_together;) {
        at -= digits_together;
        text.insert(at, language == Language::Dutch ? "." : ",");
    }
    return text;
}

std::string bar(std::size_t part, std::size_t whole, std::size_t width) {
    const std::size_t filled = width * part / whole;
    std::string text = "[";
    for (std::size_t i = 0; i < width; ++i) text += i < filled ? "█" : "░";
    return text + "]";
}

std::size_t columns_of_terminal() {
    constexpr std::size_t usual = 80;
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return size.ws_col;
}

bool is_terminal(int file) {
    const char* const kind = std::getenv("TERM");
    return isatty(file) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

std::size_t bytes_of(const std::vector<std::string>& paths) {
    Diagnostics unreported;
    std::size_t bytes = 0;
    for (const std::string& path : pipeline::find_case_files(paths, unreported)) {
        std::error_code error;
        if (!pipeline::is_lines_path(path) || !std::filesystem::is_regular_file(path, error)) continue;
        const auto size = std::filesystem::file_size(path, error);
        if (!error) bytes += size;
    }
    return bytes;
}

}  // namespace

std::string to_line(const Step& step, std::size_t columns, Language language) {
    const bool is_dutch = language == Language::Dutch;
    const auto rate = static_cast<std::size_t>(static_cast<double>(step.cases) / std::max(step.seconds, 0.001));
    const std::string words = fmt::format("{} {}, {} {}", grouped(step.cases, language), is_dutch ? "zaken" : "cases",
                                          grouped(rate, language), is_dutch ? "per seconde" : "a second");
    if (step.all_bytes == 0) return words.size() < columns ? words : std::string();
    const std::size_t done = std::min(step.bytes, step.all_bytes);
    const std::string percentage = fmt::format("{:>3}%", 100 * done / step.all_bytes);
    const std::size_t taken = percentage.size() + words.size() + std::string_view("[]   ").size();
    // The last column stays free: some terminals go to the next line there.
    if (taken + narrowest_bar < columns) {
        const std::size_t width = std::min(widest_bar, columns - 1 - taken);
        return bar(done, step.all_bytes, width) + " " + percentage + "  " + words;
    }
    return percentage.size() < columns ? percentage : std::string();
}

Progress::Progress(const std::vector<std::string>& paths, const Options& options, Writes writes)
    : options_(options),
      is_shown_(!options.hides_progress && is_terminal(STDERR_FILENO) &&
                (writes == Writes::AtTheEnd || isatty(STDOUT_FILENO) == 0)),
      next_(begun_ + quiet_for) {
    if (is_shown_) step_.all_bytes = bytes_of(paths);
}

pipeline::Reading Progress::reading() {
    pipeline::Reading reading{options_.jobs, {}};
    if (is_shown_) reading.on_read = [this](std::size_t cases, std::size_t bytes) { advance(cases, bytes); };
    return reading;
}

void Progress::advance(std::size_t cases, std::size_t bytes) {
    step_.cases += cases;
    step_.bytes += bytes;
    const Clock::time_point now = Clock::now();
    if (now < next_) return;
    next_ = now + between_lines;
    step_.seconds = std::chrono::duration<double>(now - begun_).count();
    is_on_screen_ = true;
    std::cerr << wipe_line << to_line(step_, columns_of_terminal(), options_.language) << std::flush;
}

void Progress::wipe() {
    if (!is_on_screen_) return;
    is_on_screen_ = false;
    std::cerr << wipe_line << std::flush;
}

}  // namespace toets::cli
