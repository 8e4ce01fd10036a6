// toets monitor: how it stands with everything that was agreed, over a whole register.
#include "monitor/monitor.h"
#include "apps/cli/commands.h"
#include "apps/cli/progress.h"
#include "apps/cli/role_answers.h"
#include "pipeline/case_batches.h"
#include "pipeline/read_register.h"

namespace toets::cli {

namespace {

std::optional<portfolio::Period> period_of(const std::string& text) {
    using What = model::TallyDimension::What;
    const bool is_year = text.size() == 4;
    return portfolio::period_named(is_year ? What::Year : What::Quarter, text);
}

// JSON is written as it is made: it names every case.
void write(const monitor::Monitor& monitor, const Sources& sources, const portfolio::Ledger& ledger,
           const Options& options, std::ostream& output) {
    if (options.format == OutputFormat::Json) {
        monitor::to_json(monitor, sources, ledger, output);
    } else if (options.format == OutputFormat::Csv) {
        output << monitor::to_csv(monitor, options.language);
    } else if (options.format == OutputFormat::Html) {
        output << monitor::to_html(monitor, options.language);
    } else {
        output << monitor::to_text(monitor, options.language);
    }
}

}  // namespace

int monitor(const Options& options) {
    std::optional<portfolio::Period> period;
    if (!options.period.empty()) {
        period = period_of(options.period);
        if (!period) {
            print_diagnostic({Code::UnknownPeriod, {}, {word("text", options.period)}, {}}, options.language);
            return exit_error;
        }
    }
    pipeline::Compilation compilation = compile_agreements(options, pipeline::Stage::Program, NotYet::Counted);
    if (!compilation.program) return exit_error;
    const auto view = find_role_view(compilation, options);
    if (!view) return exit_error;
    const explanation::RoleView* reader = view->has_value() ? &**view : nullptr;
    std::vector<std::string> inputs = options.agreements;
    inputs.insert(inputs.end(), options.registers.begin(), options.registers.end());
    if (is_input(options.output, inputs, "-o", options.language)) return exit_error;
    Diagnostics diagnostics;
    const auto mapping = pipeline::read_mapping(options.mapping, options.registers, *compilation.model,
                                                compilation.sources, diagnostics);
    if (diagnostics.has_errors()) {
        print_diagnostics(diagnostics, compilation.sources, options.language);
        return exit_error;
    }
    Progress progress(options.registers, options, Progress::Writes::AtTheEnd);
    const pipeline::RegisterOptions reading{*options.date, options.known_on, mapping ? &*mapping : nullptr,
                                            progress.reading(), reader != nullptr ? &reader->sight() : nullptr};
    const pipeline::Register read = pipeline::read_register(options.registers, reading, compilation, diagnostics);
    progress.wipe();
    print_case_diagnostics(diagnostics, compilation.sources, options);
    const monitor::Monitor result =
        monitor::to_monitor(compilation.sources, read.ledger, {options.known_on, period, read.refused, reader});
    const auto write_to = [&](std::ostream& output) {
        write(result, compilation.sources, read.ledger, options, output);
    };
    if (!write_output(write_to, options.output, options.language)) return exit_error;
    return diagnostics.has_errors() ? exit_error : exit_good;
}

}  // namespace toets::cli
