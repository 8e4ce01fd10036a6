// toets data-need: which facts the rules use, and who sees them.
#include "data_need/data_need.h"
#include "apps/cli/commands.h"

namespace toets::cli {

int data_need(const Options& options) {
    const pipeline::Compilation compilation = compile_agreements(options, pipeline::Stage::Program, NotYet::Counted);
    if (!compilation.program) return exit_error;
    if (is_input(options.output, options.agreements, "-o", options.language)) return exit_error;
    const toets::data_need::DataNeed need = toets::data_need::from_program(*compilation.program);
    const std::string output = options.format == OutputFormat::Json ? toets::data_need::to_json(need)
                               : options.format == OutputFormat::Csv
                                   ? toets::data_need::to_csv(need, options.language)
                                   : toets::data_need::to_text(need, options.language);
    return write_output(output, options.output, options.language) ? exit_good : exit_error;
}

}  // namespace toets::cli
