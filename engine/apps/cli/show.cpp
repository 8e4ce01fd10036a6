// toets show: what each stage makes of an agreement or a case.
#include <fmt/format.h>

#include "apps/cli/commands.h"
#include "explanation/to_text.h"
#include "model/to_text.h"
#include "pipeline/case_files.h"
#include "program/from_model.h"
#include "syntax/to_text.h"

namespace toets::cli {

namespace {

using pipeline::Compilation;

std::string sources_to_text(const Compilation& compilation) {
    std::string text;
    for (const syntax::Document& document : compilation.documents) {
        const SourceText& source = compilation.sources[document.source];
        text += fmt::format("=== {}\n", source.path());
        std::string_view rest = source.text();
        for (std::size_t line = 1; !rest.empty(); ++line) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            text += fmt::format("{:>6}  {}\n", line, rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return text;
}

std::string trees_to_text(const Compilation& compilation) {
    std::string text;
    for (const syntax::Document& document : compilation.documents) {
        text += fmt::format("=== {}\n{}", compilation.sources[document.source].path(), syntax::to_dump(document));
    }
    return text;
}

std::string state_to_text(cases::State state, std::int64_t value) {
    switch (state) {
        case cases::State::Unknown: return "?";
        case cases::State::Absent: return "-";
        case cases::State::Known: break;
    }
    return std::to_string(value);
}

// A table a kind; only what is known or known to be absent. Values stand as in their columns.
std::string to_text(const cases::Caseload& caseload) {
    const model::Model& model = *caseload.model;
    std::string text;
    for (std::size_t i = 0; i < model.kinds.size(); ++i) {
        const model::Kind& kind = model.kinds[model.kinds.id_at(i)];
        for (std::uint32_t row = cases::first_row; row < caseload.tables[i].rows; ++row) {
            text += fmt::format("{} {}\n", kind.name.text, row);
            for (const model::FieldId id : kind.fields) {
                const model::Field& field = model.fields[id];
                const bool is_list = field.type.base == model::Base::Things;
                const auto& states = is_list ? caseload.lists[id.index()].states : caseload.columns[id.index()].states;
                if (row >= states.size() || states[row] == cases::State::Unknown) continue;
                const std::int64_t value =
                    is_list ? caseload.lists[id.index()].count[row] : caseload.columns[id.index()].values[row];
                text += fmt::format("  {}: {}\n", field.name.text, state_to_text(states[row], value));
            }
        }
    }
    return text;
}

std::string to_text(const evaluation::Evaluation& evaluation, const cases::Caseload& caseload,
                    const program::Program& program, Language language) {
    const model::Model& model = *program.model;
    std::string text;
    for (std::size_t i = 0; i < caseload.cases.size(); ++i) {
        text +=
            fmt::format("{}: {}\n", caseload.cases[i].label, explanation::to_words(evaluation.verdicts[i], language));
        for (const program::RuleProgram& rule : program.rules) {
            const cases::Table& table = caseload.tables[program.frames[rule.frame].kind.index()];
            for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
                if (table.case_of[row] != i) continue;
                text += fmt::format("  {} [{}]: {}\n", model.rules[rule.rule].name, row,
                                    explanation::to_words(evaluation.outcomes[rule.rule.index()][row], language));
            }
        }
    }
    return text;
}

int show_cases(Compilation& compilation, const Options& options) {
    cases::Caseload caseload(*compilation.model);
    Diagnostics diagnostics;
    cases::ReadOptions read_options;
    read_options.known_on = options.known_on;
    read_options.reference_date = options.date;
    for (const std::string& file : pipeline::find_case_files(options.cases, diagnostics)) {
        pipeline::read_cases(file, read_options, compilation.sources, caseload, diagnostics);
    }
    print_diagnostics(diagnostics, compilation.sources, options.language);
    if (diagnostics.has_errors()) return exit_error;
    std::string text = to_text(caseload);
    if (options.stage == "evaluation") {
        evaluation::Evaluation evaluation;
        evaluation::Evaluator(*compilation.program).run(caseload, {options.date, false}, evaluation);
        text = to_text(evaluation, caseload, *compilation.program, options.language);
    }
    return write_output(text, {}, options.language) ? exit_good : exit_error;
}

}  // namespace

int show(const Options& options) {
    const bool is_text = options.stage == "source" || options.stage == "syntax";
    const bool is_model = options.stage == "model";
    Compilation compilation = compile_agreements(options, is_text    ? pipeline::Stage::Syntax
                                                          : is_model ? pipeline::Stage::Model
                                                                     : pipeline::Stage::Program);
    std::string text;
    if (options.stage == "source") text = sources_to_text(compilation);
    if (options.stage == "syntax") text = trees_to_text(compilation);
    if (is_model && compilation.model) text = model::to_text(*compilation.model, compilation.sources);
    if (options.stage == "program" && compilation.program) text = program::to_text(*compilation.program);
    const bool is_of_case = options.stage == "case" || options.stage == "evaluation";
    if (is_of_case && compilation.program) return show_cases(compilation, options);
    if (!write_output(text, {}, options.language)) return exit_error;
    return compilation.diagnostics.has_errors() ? exit_error : exit_good;
}

}  // namespace toets::cli
