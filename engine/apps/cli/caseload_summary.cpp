#include "apps/cli/caseload_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <ostream>

#include "base/date.h"
#include "explanation/report.h"
#include "explanation/to_text.h"

namespace toets::cli {

namespace {

class SummaryPrinter {
public:
    SummaryPrinter(const CaseloadSummary& summary, Language language, std::ostream& output)
        : summary_(summary), language_(language), output_(output) {}

    void print_first_line() {
        const std::size_t checked = summary_.cases - summary_.without_date;
        const std::string_view one = say("zaak getoetst", "case checked");
        const std::string_view several = say("zaken getoetst", "cases checked");
        output_ << fmt::format("{} {}, {} {}", checked, checked == 1 ? one : several, summary_.refused,
                               say("geweigerd", "refused"));
        if (summary_.without_date > 0) {
            output_ << fmt::format(", {} {}", summary_.without_date,
                                   say("zonder peildatum", "without a reference date"));
        }
        if (summary_.known_on) output_ << ", " << explanation::to_words_as_known(*summary_.known_on, language_);
        if (summary_.beside_on) {
            output_ << fmt::format(", {} {}", say("naast het register op", "beside the register on"),
                                   to_words(*summary_.beside_on, language_));
        }
        if (!summary_.role.empty()) {
            output_ << ", " << explanation::say(explanation::Phrase::AsSeenBy, language_, {{"role", summary_.role}});
        }
        output_ << "\n";
    }

    void print_not_shown() {
        if (summary_.not_shown.empty()) return;
        output_ << "\n"
                << say("Niet getoond, omdat ze rusten op gegevens die deze rol niet ziet: ",
                       "Not shown, for they rest on facts this role does not see: ")
                << explanation::joined(summary_.not_shown, ", ") << "\n";
    }

    void print_verdicts() {
        for (const auto verdict :
             {program::Verdict::Allowed, program::Verdict::NotAllowed, program::Verdict::CannotBeSaid}) {
            output_ << fmt::format("{:>10}  {}\n", summary_.verdicts[static_cast<std::size_t>(verdict)],
                                   explanation::to_words(verdict, language_));
        }
    }

    void print_outcomes(const std::string& name, const CaseloadSummary::Outcomes& outcomes) {
        std::string lines;
        for (std::size_t outcome = 0; outcome < outcomes.size(); ++outcome) {
            if (outcomes[outcome] == 0) continue;
            const auto words = explanation::to_words(static_cast<program::Outcome>(outcome), language_);
            lines += fmt::format("{:>10}  {}\n", outcomes[outcome], words);
        }
        if (!lines.empty()) output_ << "\n" << name << "\n" << lines;
    }

    void print_failures() {
        for (const auto& [words, failure] : summary_.failures) {
            output_ << fmt::format("\n{:>10}  {}: {}\n{}", failure.cases,
                                   say("niet te berekenen; de eerste zaak", "not calculated; the first case"),
                                   failure.first_label, words);
        }
    }

private:
    [[nodiscard]] std::string_view say(std::string_view dutch, std::string_view english) const {
        return language_ == Language::Dutch ? dutch : english;
    }

    const CaseloadSummary& summary_;
    Language language_;
    std::ostream& output_;
};

}  // namespace

void CaseloadSummary::add(const CaseloadSummary& later) {
    const auto add_all = [](auto& sums, const auto& counts) {
        std::transform(sums.begin(), sums.end(), counts.begin(), sums.begin(), std::plus<>());
    };
    add_all(verdicts, later.verdicts);
    for (std::size_t rule = 0; rule < rules.size(); ++rule) add_all(rules[rule], later.rules[rule]);
    for (std::size_t tally = 0; tally < tallies.size(); ++tally) add_all(tallies[tally], later.tallies[tally]);
    for (const auto& [words, failure] : later.failures) {
        Failure& own = failures[words];
        if (own.cases == 0) own.first_label = failure.first_label;
        own.cases += failure.cases;
    }
    if (without_date == 0) first_without_date = later.first_without_date;
    cases += later.cases;
    without_date += later.without_date;
}

void CaseloadSummary::print(const model::Model& model, Language language, std::ostream& output) const {
    SummaryPrinter printer(*this, language, output);
    printer.print_first_line();
    printer.print_verdicts();
    for (std::size_t index = 0; index < rules.size(); ++index) {
        printer.print_outcomes(model.rules[model.rules.id_at(index)].name, rules[index]);
    }
    for (std::size_t index = 0; index < tallies.size(); ++index) {
        const model::Tally& tally = model.tallies[model.tallies.id_at(index)];
        printer.print_outcomes(explanation::to_words(tally.kind, language) + " " + tally.name, tallies[index]);
    }
    printer.print_not_shown();
    printer.print_failures();
}

}  // namespace toets::cli
