#include "pipeline/run_examples.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "cases/apply_facts.h"
#include "cases/consent.h"
#include "evaluation/evaluation.h"
#include "explanation/to_text.h"
#include "model/print.h"
#include "pipeline/case_files.h"
#include "pipeline/example_portfolios.h"

namespace toets::pipeline {

namespace {

class Runner {
public:
    Runner(Compilation& compilation, unsigned jobs, Diagnostics& diagnostics)
        : compilation_(compilation),
          diagnostics_(diagnostics),
          model_(*compilation.model),
          evaluator_(*compilation.program),
          portfolios_(compilation, jobs, diagnostics) {}

    ExampleRun run(const model::Example& example) {
        const SourceText& source = compilation_.sources[example.text];
        ExampleRun run{
            example.title, document_of(example), source.path(), source.position(example.where.begin).line, true, {}};
        const portfolio::Ledger* ledger = example.portfolio.empty() ? nullptr : portfolios_.find(example);
        cases::Caseload caseload(model_);
        const bool has_register = example.portfolio.empty() || ledger != nullptr;
        run.is_readable = has_register && (!example.has_case || read_case(example, caseload));
        if (run.is_readable && example.has_case && !cases::apply_facts(example.facts, caseload, 0)) {
            diagnostics_.report(Code::ExampleFactsUnreachable, example.where, {word("title", example.title)});
            run.is_readable = false;
        }
        if (!run.is_readable) return run;
        const std::vector<std::optional<Date>> days(caseload.cases.size(), example.date);
        cases::Consents(model_).apply(caseload, cases::all_rows(caseload), days);
        check(example, caseload, ledger, run);
        return run;
    }

private:
    [[nodiscard]] std::string document_of(const model::Example& example) const {
        for (const model::Document& document : model_.documents) {
            if (document.text == example.text) return document.name;
        }
        return {};
    }

    // The case is set beside the register; without one it is about the register as it is.
    void check(const model::Example& example, const cases::Caseload& caseload, const portfolio::Ledger* ledger,
               ExampleRun& run) {
        std::optional<portfolio::Proposals> proposals;
        std::optional<portfolio::Look> look;
        if (ledger != nullptr && example.has_case) proposals.emplace(*ledger);
        if (example.has_case) evaluator_.run(caseload, {example.date, proposals.has_value()}, evaluation_);
        if (proposals) {
            proposals->set(caseload, evaluation_);
            look.emplace(proposals->look(0));
            evaluation_.verdicts.at(0) = portfolio::with_effects(evaluation_.verdicts.at(0), *compilation_.program,
                                                                 portfolio::to_effects(*look));
        } else if (ledger != nullptr) {
            look.emplace(portfolio::Look{*ledger});
        }
        for (const model::Expectation& expectation : example.expectations) {
            run.expectations.push_back(expectation.tally.is_valid() ? check_counted(expectation, *look)
                                                                    : check(expectation, caseload));
        }
    }

    [[nodiscard]] CheckedExpectation check_counted(const model::Expectation& expectation,
                                                   const portfolio::Look& look) const {
        const model::Tally& tally = model_.tallies[expectation.tally];
        CheckedExpectation checked;
        checked.of = model::kind_word(tally.kind) + " " + tally.name;
        checked.expected = expectation.outcome;
        checked.found = found_among(outcomes_of(look, expectation.tally), expectation.outcome, tally, *look.names());
        checked.is_met = checked.found == checked.expected;
        return checked;
    }

    bool read_case(const model::Example& example, cases::Caseload& caseload) {
        if (example.path.empty()) {
            const std::uint32_t row = caseload.add_row(example.root, 0);
            cases::CaseInfo info;
            info.label = example.title;
            info.root = example.root;
            info.root_row = row;
            info.where = example.where;
            caseload.cases.push_back(std::move(info));
            return true;
        }
        const std::filesystem::path agreement = compilation_.sources[example.text].path();
        const std::string path = (agreement.parent_path() / example.path).lexically_normal().string();
        const std::size_t errors = diagnostics_.error_count();
        cases::ReadOptions options;
        options.known_on = example.known_on;
        options.reference_date = example.date;
        return read_cases(path, options, compilation_.sources, caseload, diagnostics_) &&
               diagnostics_.error_count() == errors && !caseload.cases.empty();
    }

    // Of several things the rule is about, the outcome that a report shows first.
    [[nodiscard]] std::string found_for(model::RuleId rule, const cases::Caseload& caseload) const {
        std::optional<program::Outcome> worst;
        for (std::size_t i = 0; i < compilation_.program->rules.size(); ++i) {
            const program::RuleProgram& each = compilation_.program->rules[i];
            if (each.rule != rule) continue;
            const cases::Table& table = caseload.tables[compilation_.program->frames[each.frame].kind.index()];
            for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
                if (table.case_of[row] != 0) continue;
                const program::Outcome outcome = evaluation_.outcomes[rule.index()][row];
                worst = worst ? std::min(*worst, outcome) : outcome;
            }
        }
        return worst ? explanation::to_words(*worst, Language::Dutch) : "niet aan de orde";
    }

    [[nodiscard]] CheckedExpectation check(const model::Expectation& expectation,
                                           const cases::Caseload& caseload) const {
        CheckedExpectation checked;
        checked.expected = expectation.outcome;
        if (expectation.rule.is_valid()) {
            const model::Rule& rule = model_.rules[expectation.rule];
            checked.of = model::kind_word(rule.kind) + " " + rule.name;
            checked.found = found_for(expectation.rule, caseload);
        } else {
            checked.of = "oordeel";
            checked.found = explanation::to_words(evaluation_.verdicts.at(0), Language::Dutch);
        }
        checked.is_met = fold(checked.found) == fold(checked.expected);
        return checked;
    }

    Compilation& compilation_;
    Diagnostics& diagnostics_;
    const model::Model& model_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
    ExamplePortfolios portfolios_;
};

}  // namespace

bool ExampleRun::has_passed() const {
    return is_readable && std::all_of(expectations.begin(), expectations.end(),
                                      [](const CheckedExpectation& each) { return each.is_met; });
}

std::vector<ExampleRun> run_examples(Compilation& compilation, Diagnostics& diagnostics, unsigned jobs) {
    std::vector<ExampleRun> runs;
    Runner runner(compilation, jobs, diagnostics);
    // A document that is only used has its own rules and its own examples: beside the rules of this agreement its
    // verdicts could differ.
    std::set<SourceId> given;
    for (std::size_t i = 0; i < compilation.given; ++i) given.insert(compilation.documents[i].source);
    for (const model::Example& example : compilation.model->examples) {
        if (given.contains(example.text)) runs.push_back(runner.run(example));
    }
    return runs;
}

}  // namespace toets::pipeline
