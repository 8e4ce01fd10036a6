#include <spdlog/spdlog.h>

#include <fstream>
#include <iostream>

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

void print_diagnostic(Diagnostic diagnostic, Language language) {
    diagnostic.where = {};
    std::cerr << to_text(diagnostic, Sources(), language);
}

bool write_output(const std::string& text, const std::string& path, Language language) {
    if (path.empty()) {
        std::cout << text << std::flush;
        return static_cast<bool>(std::cout);
    }
    std::ofstream file(path, std::ios::binary);
    file << text << std::flush;
    if (!file) print_diagnostic({Code::CannotWrite, {}, {word("path", path)}, {}}, language);
    return static_cast<bool>(file);
}

pipeline::Compilation compile_agreements(const Options& options, pipeline::Stage last) {
    pipeline::Compilation compilation = pipeline::compile(options.agreements, last);
    spdlog::debug("{} documents read, {} errors", compilation.documents.size(), compilation.diagnostics.error_count());
    print_diagnostics(compilation.diagnostics, compilation.sources, options.language);
    return compilation;
}

}  // namespace toets::cli
