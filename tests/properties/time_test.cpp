// What must hold of every case on every day: many days in one batch answer as each day alone does, only what
// does not hold is in the way, and what was known moves only what has a date.
#include <gtest/gtest.h>

#include <filesystem>

#include "cases/to_text.h"
#include "explanation/from_evaluation.h"
#include "forecast/forecast.h"
#include "pipeline/case_files.h"
#include "pipeline/compile.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t days_looked_at = 45;
constexpr std::size_t most_cases_a_folder = 6;

struct Pattern {
    fs::path agreement;
    std::vector<fs::path> cases;
};

// The patterns of the golden tests: an agreement, and cases in the folders below it.
std::vector<Pattern> patterns() {
    std::vector<Pattern> found;
    for (const auto& folder : fs::directory_iterator(fs::path(SOURCE_ROOT) / "tests/golden/evaluation")) {
        Pattern pattern{folder.path() / "README.md", {}};
        if (!fs::exists(pattern.agreement)) continue;
        for (const auto& each : fs::directory_iterator(folder.path())) {
            if (fs::exists(each.path() / "case.yaml")) pattern.cases.push_back(each.path() / "case.yaml");
        }
        std::sort(pattern.cases.begin(), pattern.cases.end());
        if (pattern.cases.size() > most_cases_a_folder) pattern.cases.resize(most_cases_a_folder);
        if (!pattern.cases.empty()) found.push_back(std::move(pattern));
    }
    std::sort(found.begin(), found.end(),
              [](const Pattern& left, const Pattern& right) { return left.agreement < right.agreement; });
    return found;
}

struct Read {
    pipeline::Compilation compilation;
    std::optional<cases::Caseload> caseload;

    explicit Read(const Pattern& pattern, cases::ReadOptions options = {})
        : compilation(pipeline::compile({pattern.agreement.string()})) {
        if (!compilation.program) return;
        caseload.emplace(*compilation.model);
        Diagnostics diagnostics;
        for (const fs::path& path : pattern.cases) {
            pipeline::read_cases(path.string(), options, compilation.sources, *caseload, diagnostics);
        }
    }
    [[nodiscard]] bool is_ready() const { return caseload && !caseload->cases.empty(); }
    [[nodiscard]] std::optional<Date> day(std::size_t index) const { return caseload->cases[index].reference_date; }
};

void expect_same(const Read& read, std::uint32_t index, const forecast::Days& days, std::size_t day,
                 const evaluation::Evaluation& alone) {
    EXPECT_EQ(days.verdict(day), alone.verdicts[index]);
    for (const program::RuleProgram& rule : read.compilation.program->rules) {
        const cases::Table& table = read.caseload->tables[read.compilation.program->frames[rule.frame].kind.index()];
        for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
            if (table.case_of[row] != index) continue;
            EXPECT_EQ(days.outcome(day, rule.rule, row), alone.outcomes[rule.rule.index()][row])
                << read.caseload->cases[index].label << ", day " << day;
        }
    }
}

TEST(Days, InOneBatchAreAsEachDayAlone) {
    std::size_t compared = 0;
    for (const Pattern& pattern : patterns()) {
        const Read read(pattern);
        if (!read.is_ready()) continue;
        forecast::Forecaster forecaster(*read.compilation.program);
        evaluation::Evaluator evaluator(*read.compilation.program);
        evaluation::Evaluation alone;
        for (std::uint32_t index = 0; index < read.caseload->cases.size(); ++index) {
            if (!read.day(index)) continue;
            const Date first = *read.day(index);
            const forecast::Days days = forecaster.look(*read.caseload, {index, first, days_looked_at, {}, {}});
            ASSERT_EQ(days.size(), days_looked_at);
            for (std::size_t day = 0; day < days.size(); day += 4) {
                evaluator.run(*read.caseload, {days.day(day), false}, alone);
                expect_same(read, index, days, day, alone);
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 300U);
}

TEST(Outlook, IsAboutEveryCaseThatIsNotAllowedAndBlamesOnlyWhatDoesNotHold) {
    std::size_t possible = 0;
    std::size_t never = 0;
    for (const Pattern& pattern : patterns()) {
        Read read(pattern);
        if (!read.is_ready()) continue;
        const program::Program& program = *read.compilation.program;
        forecast::Forecaster forecaster(program);
        evaluation::Evaluator evaluator(program);
        evaluation::Evaluation evaluation;
        evaluator.run(*read.caseload, {{}, true}, evaluation);
        for (std::uint32_t index = 0; index < read.caseload->cases.size(); ++index) {
            if (!read.day(index)) continue;
            const explanation::Answer answer = explanation::from_evaluation(
                {program, *read.caseload, evaluation, read.compilation.sources}, index, &forecaster);
            EXPECT_EQ(answer.outlook.has_value(),
                      answer.verdict != program::Verdict::Allowed && !answer.findings.empty());
            if (!answer.outlook) continue;
            const explanation::Outlook& outlook = *answer.outlook;
            EXPECT_EQ(outlook.needs_more, !outlook.in_the_way.empty());
            for (const std::size_t finding : outlook.in_the_way) {
                EXPECT_FALSE(evaluation::allows(answer.findings[finding].outcome)) << answer.findings[finding].rule;
            }
            if (outlook.possible && !outlook.needs_more) {
                EXPECT_LE(*read.day(index), outlook.possible->first);
                ++possible;
            }
            if (!outlook.in_the_way.empty()) ++never;
        }
    }
    EXPECT_GT(possible, 5U);
    EXPECT_GT(never, 50U);
}

// A case without `bekend op` answers both questions the same; one that has it, when everything was known.
TEST(Knowledge, MovesOnlyWhatCarriesADate) {
    std::size_t unaffected = 0;
    for (const Pattern& pattern : patterns()) {
        cases::ReadOptions early;
        early.known_on = to_date({1990, 1, 1});
        cases::ReadOptions late;
        late.known_on = to_date({2100, 1, 1});
        const Read all(pattern);
        if (!all.is_ready()) continue;
        const Read at_the_end(pattern, late);
        EXPECT_EQ(to_text(*all.caseload), to_text(*at_the_end.caseload)) << pattern.agreement;
        const bool has_dates =
            std::any_of(all.caseload->cases.begin(), all.caseload->cases.end(),
                        [](const cases::CaseInfo& info) { return info.latest_knowledge.has_value(); });
        if (has_dates) continue;
        EXPECT_EQ(to_text(*all.caseload), to_text(*Read(pattern, early).caseload)) << pattern.agreement;
        ++unaffected;
    }
    EXPECT_GT(unaffected, 10U);
}

}  // namespace
}  // namespace toets
