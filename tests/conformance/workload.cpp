#include "workload.h"

#include <fmt/format.h>

#include <stdexcept>

#include "diagnostics/to_text.h"

namespace workload {

namespace {

using toets::program::Outcome;

char letter_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::Satisfied: return 'S';
        case Outcome::Violated:
        case Outcome::Missing: return 'V';
        case Outcome::Unknown: return 'M';
        case Outcome::NotApplicable: return 'N';
        case Outcome::Pending: return 'P';
        case Outcome::Conflicting:
        case Outcome::Exempt:
        case Outcome::Replaced: break;
    }
    return '?';
}

}  // namespace

Agreement::Agreement(const std::string& path, std::size_t count) : compilation_(toets::pipeline::compile({path})) {
    if (compilation_.program && compilation_.model->rules.size() == count) return;
    throw std::runtime_error(
        fmt::format("{} has no {} rules\n{}", path, count,
                    to_text(compilation_.diagnostics, compilation_.sources, toets::Language::English)));
}

toets::cases::ReadOptions Agreement::read_options() const {
    toets::cases::ReadOptions options;
    options.keep_provenance = false;
    options.root_kind = compilation_.model->kinds.id_at(0);
    return options;
}

toets::evaluation::Options Agreement::evaluation_options() {
    toets::evaluation::Options options;
    options.reference_date = toets::Date{20'000};
    return options;
}

void Agreement::append_lines(const toets::cases::Caseload& caseload, const toets::evaluation::Evaluation& evaluation,
                             std::string& lines) const {
    std::size_t at = lines.size();
    lines.resize(at + caseload.cases.size() * (evaluation.outcomes.size() + 1));
    for (const toets::cases::CaseInfo& info : caseload.cases) {
        for (const auto& outcomes : evaluation.outcomes) lines[at++] = letter_of(outcomes[info.root_row]);
        lines[at++] = '\n';
    }
}

void append_lines(const Agreement& agreement, std::istream& cases, std::string& lines) {
    toets::cases::Caseload caseload(agreement.model());
    toets::evaluation::Evaluator evaluator(agreement.program());
    toets::evaluation::Evaluation evaluation;
    toets::Diagnostics diagnostics;
    const auto summary =
        toets::cases::from_json_lines(cases, "cases", agreement.read_options(), toets::cases::lines_at_once, caseload,
                                      diagnostics, [&](const auto& batch) {
                                          evaluator.run(batch, Agreement::evaluation_options(), evaluation);
                                          agreement.append_lines(batch, evaluation, lines);
                                      });
    if (summary.refused == 0) return;
    throw std::runtime_error(fmt::format("{} cases were refused\n{}", summary.refused,
                                         to_text(diagnostics, agreement.sources(), toets::Language::English)));
}

}  // namespace workload
