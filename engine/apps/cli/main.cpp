// toets: reads the command line, runs one command, and lets no exception out.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <iostream>
#include <new>

#include "apps/cli/commands.h"
#include "base/ensure.h"
#include "diagnostics/to_text.h"

namespace toets::cli {

namespace {

void start_log(bool is_verbose) {
    spdlog::set_default_logger(spdlog::stderr_logger_st("toets"));
    spdlog::set_level(is_verbose ? spdlog::level::debug : spdlog::level::warn);
    spdlog::set_pattern("%n %l: %v");
}

int run(const Options& options) {
    start_log(options.is_verbose);
    switch (options.command) {
        case Command::Check: return check(options);
        case Command::Agenda: return agenda(options);
        case Command::Monitor: return monitor(options);
        case Command::DataNeed: return data_need(options);
        case Command::Test: return test(options);
        case Command::Show: return show(options);
        case Command::Explain: return explain(options);
        case Command::Format: return format(options);
        case Command::Compile: return compile(options);
        case Command::Verify: return verify(options);
        case Command::Redact: return redact(options);
    }
    return exit_error;
}

int run(int count, const char* const* arguments) {
    const Result<Parsed> parsed = parse(count, arguments);
    if (!parsed) {
        print_diagnostic(parsed.error(), language_of(count, arguments));
        return exit_error;
    }
    if (const auto* help = std::get_if<std::string>(&*parsed)) {
        std::cout << *help;
        return exit_good;
    }
    return run(std::get<Options>(*parsed));
}

// Only where we went wrong is told: the words of an exception might hold a fact of a client.
int report_fault(const char* what, Language language) noexcept {
    try {
        print_diagnostic({Code::InternalFault, {}, {word("what", what)}, {}}, language);
    } catch (...) {
        std::fputs("X002\n", stderr);
    }
    return exit_error;
}

}  // namespace

}  // namespace toets::cli

int main(int count, char** arguments) {
    using namespace toets;
    std::ios::sync_with_stdio(false);
    const Language language = cli::language_of(count, arguments);
    try {
        return cli::run(count, arguments);
    } catch (const InternalError& error) {
        return cli::report_fault(error.what(), language);
    } catch (const std::bad_alloc&) {
        return cli::report_fault("geen geheugen meer", language);
    } catch (const std::exception& error) {
        return cli::report_fault(typeid(error).name(), language);
    }
}
