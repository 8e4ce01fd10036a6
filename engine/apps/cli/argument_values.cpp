#include "apps/cli/argument_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <string_view>
#include <thread>
#include <vector>

#include "base/text.h"
#include "base/written_date.h"

namespace toets::cli {

namespace {

struct NamedFormat {
    std::string_view name;
    OutputFormat format;
};
constexpr std::array<NamedFormat, 6> named_formats = {{{"text", OutputFormat::Text},
                                                       {"json", OutputFormat::Json},
                                                       {"jsonl", OutputFormat::JsonLines},
                                                       {"html", OutputFormat::Html},
                                                       {"csv", OutputFormat::Csv},
                                                       {"ics", OutputFormat::Calendar}}};

// In the order in which they are listed.
std::vector<std::string_view> names_for(Command command) {
    if (command == Command::Agenda) return {"text", "json", "csv", "ics"};
    if (command == Command::Monitor) return {"text", "json", "csv", "html"};
    if (command == Command::DataNeed) return {"text", "json", "csv"};
    if (command == Command::Verify) return {"text", "json"};
    return {"text", "json", "jsonl", "html"};
}

constexpr unsigned most_jobs = 256;

std::optional<Date> today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    if (localtime_r(&now, &local) == nullptr) return {};
    return to_date({local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

}  // namespace

Result<OutputFormat> format_of(Command command, const std::string& name) {
    std::string choices;
    for (const std::string_view each : names_for(command)) {
        choices += (choices.empty() ? "" : ", ") + std::string(each);
        if (each != name) continue;
        return std::find_if(named_formats.begin(), named_formats.end(),
                            [&name](const NamedFormat& format) { return format.name == name; })
            ->format;
    }
    return not_one_of("--format", choices, name);
}

Result<std::optional<Date>> to_option_date(const std::string& option, const std::string& text) {
    if (text.empty()) return std::optional<Date>();
    const std::optional<Date> date = text == "vandaag" || text == "today" ? today() : date_from_notation(fold(text));
    if (!date) return failure(Code::NotADate, {}, {word("option", option), word("text", text)});
    return date;
}

Result<unsigned> to_jobs(const std::string& text) {
    if (text.empty()) return std::clamp(std::thread::hardware_concurrency(), 1U, most_jobs);
    unsigned jobs = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, jobs);
    if (error == std::errc() && rest == end && jobs >= 1 && jobs <= most_jobs) return jobs;
    const std::string most = std::to_string(most_jobs);
    return wrong("Verwacht bij `--jobs`: een geheel getal van 1 tot en met " + most + ". Gevonden: `" + text + "`.",
                 "Expected after `--jobs`: a whole number from 1 to " + most + ". Found: `" + text + "`.");
}

tl::unexpected<Diagnostic> wrong(const std::string& nl, const std::string& en) {
    return failure(Code::WrongArguments, {}, {term("what", nl, en)});
}

tl::unexpected<Diagnostic> not_one_of(const std::string& option, const std::string& choices, const std::string& found) {
    return wrong("Verwacht bij `" + option + "`: " + choices + ". Gevonden: `" + found + "`.",
                 "Expected after `" + option + "`: " + choices + ". Found: `" + found + "`.");
}

}  // namespace toets::cli
