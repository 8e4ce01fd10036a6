// toets test: the examples in an agreement.
#include <fmt/format.h>

#include "apps/cli/commands.h"
#include "base/text.h"
#include "pipeline/run_examples.h"

namespace toets::cli {

namespace {

using pipeline::CheckedExpectation;
using pipeline::ExampleRun;

struct Words {
    std::string_view passed, failed, unreadable, expected, found, summary;
};
const Words& words(Language language) {
    static constexpr Words dutch = {"geslaagd", "mislukt",  "onleesbaar",
                                    "verwacht", "gevonden", "{} voorbeelden: {} geslaagd, {} mislukt\n"};
    static constexpr Words english = {"passed",   "failed", "unreadable",
                                      "expected", "found",  "{} examples: {} passed, {} failed\n"};
    return language == Language::Dutch ? dutch : english;
}

std::string to_text(const ExampleRun& run, Language language) {
    const Words& say = words(language);
    const std::string_view status = !run.is_readable ? say.unreadable : run.has_passed() ? say.passed : say.failed;
    std::string text = fmt::format("{:<10}  {} ({}:{})\n", status, run.title, run.path, run.line);
    for (const CheckedExpectation& each : run.expectations) {
        if (each.is_met) continue;
        text +=
            fmt::format("            {}: {} {}, {} {}\n", each.of, say.expected, each.expected, say.found, each.found);
    }
    return text;
}

std::string to_junit(const std::vector<ExampleRun>& runs, std::size_t failed) {
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"toets\" tests=\"{}\" failures=\"{}\">\n",
        runs.size(), failed);
    for (const ExampleRun& run : runs) {
        xml += fmt::format("  <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"",
                           escape_html(run.document), escape_html(run.title), escape_html(run.path), run.line);
        if (run.has_passed()) {
            xml += "/>\n";
            continue;
        }
        const std::string detail = to_text(run, Language::Dutch);
        xml += fmt::format(">\n    <failure message=\"{}\">{}</failure>\n  </testcase>\n", escape_html(run.title),
                           escape_html(detail));
    }
    return xml + "</testsuite>\n";
}

}  // namespace

int test(const Options& options) {
    pipeline::Compilation compilation = compile_agreements(options);
    if (!compilation.program) return exit_error;
    if (compilation.model->examples.size() == 0) {
        print_diagnostic({Code::NoExamples, {}, {}, {}}, options.language);
        return exit_error;
    }
    Diagnostics of_cases;
    const std::vector<ExampleRun> runs = pipeline::run_examples(compilation, of_cases);
    print_diagnostics(of_cases, compilation.sources, options.language);
    std::size_t failed = 0;
    bool is_unreadable = false;
    std::string text;
    for (const ExampleRun& run : runs) {
        if (!run.has_passed()) ++failed;
        is_unreadable = is_unreadable || !run.is_readable;
        text += to_text(run, options.language);
    }
    text += fmt::format(fmt::runtime(words(options.language).summary), runs.size(), runs.size() - failed, failed);
    if (!write_output(text, {}, options.language)) return exit_error;
    if (!options.junit.empty() && !write_output(to_junit(runs, failed), options.junit, options.language)) {
        return exit_error;
    }
    if (is_unreadable) return exit_error;
    return failed > 0 ? exit_not_good : exit_good;
}

}  // namespace toets::cli
