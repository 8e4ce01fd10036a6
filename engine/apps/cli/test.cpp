// toets test: the examples in an agreement.
#include <fmt/format.h>

#include <filesystem>

#include "apps/cli/commands.h"
#include "base/text.h"
#include "pipeline/run_examples.h"

namespace toets::cli {

namespace {

using pipeline::CheckedExpectation;
using pipeline::ExampleRun;

struct ReportWords {
    std::string_view passed, failed, unreadable, expected, found, example, examples, summary, also_unreadable;
};
const ReportWords& words(Language language) {
    static constexpr ReportWords dutch = {
        "geslaagd",       "mislukt",   "onleesbaar",  "verwacht",
        "gevonden",       "voorbeeld", "voorbeelden", "{} {}: {} geslaagd, {} mislukt",
        ", {} onleesbaar"};
    static constexpr ReportWords english = {"passed",         "failed",  "unreadable", "expected",
                                            "found",          "example", "examples",   "{} {}: {} passed, {} failed",
                                            ", {} unreadable"};
    return language == Language::Dutch ? dutch : english;
}

std::string to_text(const CheckedExpectation& each, Language language) {
    const ReportWords& say = words(language);
    return fmt::format("{}: {} {}, {} {}", each.of, say.expected, each.expected, say.found, each.found);
}

std::string to_text(const ExampleRun& run, Language language) {
    const ReportWords& say = words(language);
    const std::string_view status = !run.is_readable ? say.unreadable : run.has_passed() ? say.passed : say.failed;
    std::string text = fmt::format("{:<10}  {} ({}:{})\n", status, run.title, run.path, run.line);
    for (const CheckedExpectation& each : run.expectations) {
        if (each.is_met) continue;
        text += "            " + to_text(each, language) + "\n";
    }
    return text;
}

struct Count {
    std::size_t failed = 0;
    std::size_t unreadable = 0;
};
Count count(const std::vector<ExampleRun>& runs) {
    Count count;
    for (const ExampleRun& run : runs) {
        if (!run.is_readable) {
            ++count.unreadable;
        } else if (!run.has_passed()) {
            ++count.failed;
        }
    }
    return count;
}

// What XML cannot hold at all, even escaped, is shown as a question mark.
std::string to_xml(std::string_view text) {
    std::string xml = escape_html(text);
    for (char& byte : xml) {
        const bool is_control = static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\t';
        if (is_control) byte = '?';
    }
    return xml;
}

// Why a run did not pass: a failure is an expectation that was not met, an error a case that could not be read.
std::string to_junit(const ExampleRun& run, Language language) {
    std::string message(words(language).unreadable);
    for (const CheckedExpectation& each : run.expectations) {
        if (each.is_met) continue;
        message = to_text(each, language);
        break;
    }
    const std::string_view element = run.is_readable ? "failure" : "error";
    return fmt::format(">\n    <{0} message=\"{1}\">{2}</{0}>\n  </testcase>\n", element, to_xml(message),
                       to_xml(to_text(run, language)));
}

std::string to_junit(const std::vector<ExampleRun>& runs, const Count& count, Language language) {
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuite name=\"toets\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
        runs.size(), count.failed, count.unreadable);
    for (const ExampleRun& run : runs) {
        // A file without a header of its own is known by its name.
        const std::string file_name = std::filesystem::path(run.path).filename().string();
        xml += fmt::format("  <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"",
                           to_xml(run.document.empty() ? file_name : run.document), to_xml(run.title), to_xml(run.path),
                           run.line);
        xml += run.has_passed() ? "/>\n" : to_junit(run, language);
    }
    return xml + "</testsuite>\n";
}

std::string to_summary(const std::vector<ExampleRun>& runs, const Count& count, Language language) {
    const ReportWords& say = words(language);
    const std::size_t passed = runs.size() - count.failed - count.unreadable;
    std::string text = fmt::format(fmt::runtime(say.summary), runs.size(),
                                   runs.size() == 1 ? say.example : say.examples, passed, count.failed);
    if (count.unreadable > 0) text += fmt::format(fmt::runtime(say.also_unreadable), count.unreadable);
    return text + "\n";
}

}  // namespace

int test(const Options& options) {
    pipeline::Compilation compilation = compile_agreements(options, pipeline::Stage::Program, NotYet::Counted);
    if (!compilation.program || is_input(options.junit, options.agreements, "--junit", options.language)) {
        return exit_error;
    }
    if (compilation.model->examples.size() == 0) {
        print_diagnostic({Code::NoExamples, {}, {}, {}}, options.language);
        return exit_error;
    }
    Diagnostics of_cases;
    const std::vector<ExampleRun> runs = pipeline::run_examples(compilation, of_cases, options.jobs);
    print_diagnostics(of_cases, compilation.sources, options.language);
    const Language language = options.language;
    const Count count = cli::count(runs);
    std::string text;
    for (const ExampleRun& run : runs) text += to_text(run, language);
    if (!write_output(text + to_summary(runs, count, language), {}, language)) return exit_error;
    if (!options.junit.empty() && !write_output(to_junit(runs, count, language), options.junit, language)) {
        return exit_error;
    }
    if (count.unreadable > 0) return exit_error;
    return count.failed > 0 ? exit_not_good : exit_good;
}

}  // namespace toets::cli
