#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "apps/cli/commands.h"
#include "diagnostics/to_text.h"

namespace toets::cli {

int to_exit(program::Verdict verdict) {
    switch (verdict) {
        case program::Verdict::Allowed: return exit_good;
        case program::Verdict::NotAllowed: return exit_not_good;
        case program::Verdict::CannotBeSaid: return exit_cannot_be_said;
    }
    return exit_error;
}

int worse_exit(int left, int right) {
    for (const int worst : {exit_error, exit_not_good, exit_cannot_be_said}) {
        if (left == worst || right == worst) return worst;
    }
    return exit_good;
}

void print_diagnostics(const Diagnostics& diagnostics, const Sources& sources, Language language) {
    std::cerr << to_text(diagnostics, sources, language);
}

void print_case_diagnostics(const Diagnostics& diagnostics, const Sources& sources, const Options& options) {
    if (options.role.empty()) return print_diagnostics(diagnostics, sources, options.language);
    std::set<std::string> paths;
    for (const Diagnostic& each : diagnostics.all()) {
        if (severity(each.code) != Severity::Error) continue;
        if (each.where.is_valid()) {
            paths.insert(sources[each.where.source].path());
        } else {
            print_diagnostic(each, options.language);  // about a file as a whole
        }
    }
    for (const std::string& path : paths) {
        print_diagnostic({Code::CaseRefusedForRole, {}, {word("path", path)}, {}}, options.language);
    }
}

void print_diagnostic(Diagnostic diagnostic, Language language) {
    diagnostic.where = {};
    std::cerr << to_text(diagnostic, Sources(), language);
}

bool write_output(const std::function<void(std::ostream&)>& write, const std::string& path, Language language) {
    if (path.empty()) {
        write(std::cout);
        std::cout << std::flush;
        return static_cast<bool>(std::cout);
    }
    std::ofstream file(path, std::ios::binary);
    if (file) write(file);
    file << std::flush;
    if (!file) print_diagnostic({Code::CannotWrite, {}, {word("path", path)}, {}}, language);
    return static_cast<bool>(file);
}

bool write_output(const std::string& text, const std::string& path, Language language) {
    return write_output([&text](std::ostream& output) { output << text; }, path, language);
}

bool is_input(const std::string& path, const std::vector<std::string>& inputs, const std::string& option,
              Language language) {
    if (path.empty()) return false;
    const bool found = std::any_of(inputs.begin(), inputs.end(), [&path](const std::string& input) {
        std::error_code error;
        return std::filesystem::is_regular_file(path, error) && std::filesystem::equivalent(path, input, error);
    });
    if (found) print_diagnostic({Code::OutputIsInput, {}, {word("path", path), word("option", option)}, {}}, language);
    return found;
}

namespace {

bool is_not_yet(Code code) { return code == Code::NotYetSupported || code == Code::NotYetEvaluated; }

Diagnostics with_not_yet_counted(const Diagnostics& diagnostics, const std::string& path) {
    const auto& all = diagnostics.all();
    const auto count =
        std::count_if(all.begin(), all.end(), [](const Diagnostic& each) { return is_not_yet(each.code); });
    if (count < 2) return diagnostics;
    Diagnostics result;
    result.report(Code::SeveralNotYet, {}, {word("count", std::to_string(count)), word("path", path)});
    for (const Diagnostic& each : all) {
        if (!is_not_yet(each.code)) result.report(each);
    }
    return result;
}

}  // namespace

pipeline::Compilation compile_agreements(const Options& options, pipeline::Stage last, NotYet not_yet) {
    pipeline::Compilation compilation = pipeline::compile(options.agreements, last);
    spdlog::debug("{} documents read, {} errors", compilation.documents.size(), compilation.diagnostics.error_count());
    const bool counts = not_yet == NotYet::Counted && !options.agreements.empty();
    print_diagnostics(
        counts ? with_not_yet_counted(compilation.diagnostics, options.agreements.front()) : compilation.diagnostics,
        compilation.sources, options.language);
    return compilation;
}

}  // namespace toets::cli
