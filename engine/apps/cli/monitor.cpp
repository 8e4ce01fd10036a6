// toets monitor: how it stands with everything that was agreed, over a whole register.
#include "monitor/monitor.h"
#include "apps/cli/commands.h"
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

std::string to_output(const monitor::Monitor& monitor, const Options& options) {
    if (options.format == OutputFormat::Json) return monitor::to_json(monitor);
    if (options.format == OutputFormat::Csv) return monitor::to_csv(monitor, options.language);
    if (options.format == OutputFormat::Html) return monitor::to_html(monitor, options.language);
    return monitor::to_text(monitor, options.language);
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
    const pipeline::Register read =
        pipeline::read_register(options.registers,
                                {*options.date, options.known_on, mapping ? &*mapping : nullptr,
                                 reader != nullptr ? &reader->sight() : nullptr},
                                compilation, diagnostics);
    print_case_diagnostics(diagnostics, compilation.sources, options);
    const bool is_json = options.format == OutputFormat::Json;
    const monitor::Monitor result = monitor::to_monitor(compilation.sources, read.ledger,
                                                        {options.known_on, period, read.refused, is_json, reader});
    if (!write_output(to_output(result, options), options.output, options.language)) return exit_error;
    return diagnostics.has_errors() ? exit_error : exit_good;
}

}  // namespace toets::cli
