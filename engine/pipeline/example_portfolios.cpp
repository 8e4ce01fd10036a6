#include "pipeline/example_portfolios.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "explanation/report.h"
#include "explanation/to_text.h"
#include "pipeline/case_files.h"

namespace toets::pipeline {

namespace {

constexpr std::size_t most_combinations_shown = 5;

std::vector<CountedOutcome> all_outcomes_of(const portfolio::Look& look, model::TallyId tally) {
    std::vector<CountedOutcome> outcomes;
    if (look.proposed != nullptr) {
        for (const portfolio::Effect& effect : portfolio::to_effects(look)) {
            if (effect.tally == tally) outcomes.push_back({effect.key, portfolio::outcome_of(effect)});
        }
        return outcomes;
    }
    for (const portfolio::Standing& standing : portfolio::to_standings(look)) {
        if (standing.tally != tally) continue;
        outcomes.push_back({standing.key, standing.agreed ? standing.outcome : program::Outcome::NotApplicable});
    }
    return outcomes;
}

bool is_nothing_agreed(const CountedOutcome& each) { return each.outcome == program::Outcome::NotApplicable; }

std::string words_of(const CountedOutcome& each, const model::Tally& tally, const portfolio::Names& names) {
    explanation::TallyPosition position;
    for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
        position.key.push_back({tally.dimensions[index].words, names.text(each.key[index])});
    }
    const std::string outcome = explanation::to_words(each.outcome, Language::Dutch);
    const std::string key = explanation::key_words(position, Language::Dutch);
    return key.empty() ? outcome : outcome + " (" + key + ")";
}

// A clause without the spaces before it.
Span without_indentation(const SourceText& source, Span clause) {
    while (clause.begin < clause.end && source.text()[clause.begin] == ' ') ++clause.begin;
    return clause;
}

}  // namespace

std::vector<CountedOutcome> outcomes_of(const portfolio::Look& look, model::TallyId tally) {
    std::vector<CountedOutcome> outcomes = all_outcomes_of(look, tally);
    const bool is_any_agreed = !std::all_of(outcomes.begin(), outcomes.end(), is_nothing_agreed);
    if (is_any_agreed) std::erase_if(outcomes, is_nothing_agreed);
    return outcomes;
}

std::string found_among(const std::vector<CountedOutcome>& outcomes, const std::string& expected,
                        const model::Tally& tally, const portfolio::Names& names) {
    if (outcomes.empty()) return "niet aan de orde";
    const auto is_expected = [&expected](const CountedOutcome& each) {
        return fold(explanation::to_words(each.outcome, Language::Dutch)) == fold(expected);
    };
    if (std::all_of(outcomes.begin(), outcomes.end(), is_expected)) return expected;
    std::string words;
    std::size_t shown = 0;
    std::size_t more = 0;
    for (const CountedOutcome& each : outcomes) {
        if (is_expected(each)) continue;
        if (shown == most_combinations_shown) {
            ++more;
            continue;
        }
        words += (shown++ == 0 ? "" : ", ") + words_of(each, tally, names);
    }
    return more == 0 ? words : words + " en nog " + std::to_string(more);
}

const portfolio::Ledger* ExamplePortfolios::find(const model::Example& example) {
    const std::filesystem::path agreement = compilation_.sources[example.text].path();
    const std::string path = (agreement.parent_path() / example.portfolio).lexically_normal().string();
    const Question question{path, *example.date, example.known_on};
    auto found = registers_.find(question);
    if (found == registers_.end()) found = registers_.emplace(question, read(path, example)).first;
    return found->second ? &found->second->ledger : nullptr;
}

std::unique_ptr<Register> ExamplePortfolios::read(const std::string& path, const model::Example& example) {
    const auto report = [&](Code code) {
        const Span where = without_indentation(compilation_.sources[example.text], example.portfolio_where);
        diagnostics_.report(code, where, {word("path", example.portfolio)});
        return nullptr;
    };
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return report(Code::PortfolioNotFound);
    if (is_register_path(path)) return report(Code::PortfolioInColumns);
    Diagnostics unreported;
    const bool is_empty_folder =
        std::filesystem::is_directory(path, error) && find_case_files({path}, unreported).empty();
    if (is_empty_folder) return report(Code::PortfolioEmpty);
    const std::size_t errors = diagnostics_.error_count();
    const RegisterOptions options{*example.date, example.known_on, nullptr, {jobs_, {}}};
    auto result = std::make_unique<Register>(read_register({path}, options, compilation_, diagnostics_));
    // Numbers that lack a case would be others than those in the register.
    if (diagnostics_.error_count() > errors || result->refused > 0) return nullptr;
    if (result->ledger.cases() == 0) return report(Code::PortfolioEmpty);
    return result;
}

}  // namespace toets::pipeline
