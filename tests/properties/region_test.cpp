// What must hold of every register, on that of a small region with all kinds of agreement: the order in which cases are
// told never matters, the whole is the sum of its cases, and what is said of a proposed case is what the register says
// once it is in it. The region is made by tests/benchmark/region (150 allocations, seed 7).
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "base/text.h"
#include "cases/from_json.h"
#include "diagnostics/to_text.h"
#include "explanation/report.h"
#include "monitor/monitor.h"
#include "pipeline/compile.h"
#include "pipeline/read_register.h"
#include "portfolio/standings.h"
#include "portfolio/totals.h"

namespace toets {
namespace {

namespace fs = std::filesystem;
using portfolio::Count;
using portfolio::Ledger;
using portfolio::Look;
using portfolio::Standing;
using Lines = std::vector<std::string>;

constexpr Date reference_date{20'635};  // 1 July 2026
const fs::path folder = fs::path(SOURCE_ROOT) / "tests/properties/region";

std::string label_of(const std::string& line) { return line.substr(0, line.find(',')); }

// The same label with what another line tells.
std::string told_as(const std::string& line, const std::string& other) {
    return label_of(line) + other.substr(other.find(','));
}

class Region : public testing::Test {
protected:
    Region() : compilation_(pipeline::compile({(folder / "convenant.md").string()})) {
        std::ifstream file(folder / "register.jsonl");
        for (std::string line; std::getline(file, line);) lines_.push_back(line);
        evaluator_.emplace(*compilation_.program);
    }

    [[nodiscard]] const program::Program& program() const { return *compilation_.program; }

    void evaluate(const std::string& line, const cases::BatchHandler& on_batch) {
        cases::Caseload caseload(*compilation_.model);
        Diagnostics diagnostics;
        std::istringstream text(line);
        cases::ReadOptions options;
        options.reference_date = reference_date;
        cases::from_json_lines(text, "register", options, cases::lines_at_once, caseload, diagnostics,
                               [&](const cases::Caseload& batch) {
                                   evaluator_->run(batch, {reference_date, true}, evaluation_);
                                   on_batch(batch);
                               });
        ASSERT_FALSE(diagnostics.has_errors()) << line;
    }
    void add(const std::string& line, Ledger& ledger) {
        evaluate(line, [&](const cases::Caseload& batch) { portfolio::add_cases(batch, evaluation_, ledger); });
    }

    monitor::Monitor monitored(const Lines& lines) {
        return monitor::to_monitor(compilation_.sources, register_of(lines).ledger, {});
    }
    std::string monitor_of(const Lines& lines, unsigned jobs = 1) {
        const pipeline::Register read = register_of(lines, jobs);
        std::ostringstream text;
        monitor::to_json(monitor::to_monitor(compilation_.sources, read.ledger, {}), compilation_.sources, read.ledger,
                         text);
        return text.str();
    }
    pipeline::Register register_of(const Lines& lines, unsigned jobs = 1) {
        const fs::path path = fs::temp_directory_path() / ("toets-region-" + std::to_string(getpid()) + ".jsonl");
        std::ofstream file(path);
        for (const std::string& line : lines) file << line << '\n';
        file.close();
        Diagnostics diagnostics;
        pipeline::Register read = pipeline::read_register({path.string()}, {reference_date, {}, nullptr, {jobs, {}}},
                                                          compilation_, diagnostics);
        fs::remove(path);
        EXPECT_EQ(read.refused, 0U);
        messages_ = to_text(diagnostics, compilation_.sources, Language::Dutch);
        return read;
    }

    pipeline::Compilation compilation_;
    Lines lines_;
    std::string messages_;  // about the register that was read last
    std::optional<evaluation::Evaluator> evaluator_;
    evaluation::Evaluation evaluation_;
};

// Some cases again, some of them told differently: once, or twice.
Lines with_repeats(const Lines& lines) {
    constexpr std::size_t same_again = 7;
    constexpr std::size_t differently = 11;
    constexpr std::size_t twice_differently = 33;
    Lines all = lines;
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
        const bool is_of_one_kind =
            lines[i].substr(lines[i].find(','), 6) == lines[i + 2].substr(lines[i + 2].find(','), 6);
        if (i % same_again == 0) all.push_back(lines[i]);
        if (i % differently == 0 && is_of_one_kind) all.push_back(told_as(lines[i], lines[i + 1]));
        if (i % twice_differently == 0 && is_of_one_kind) all.push_back(told_as(lines[i], lines[i + 2]));
    }
    return all;
}

std::string around(const std::string& text, std::size_t place) {
    constexpr std::size_t before = 900;
    constexpr std::size_t size = 1300;
    return text.substr(place - std::min(place, before), size);
}

TEST_F(Region, TheOrderOfItsRegisterDoesNotMatter) {
    std::mt19937 random(7);
    for (Lines lines : {lines_, with_repeats(lines_)}) {
        const std::string expected = monitor_of(lines);
        for (int round = 0; round < 6; ++round) {
            std::shuffle(lines.begin(), lines.end(), random);
            const std::string found = monitor_of(lines);
            const auto [at, other] = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
            const auto place = static_cast<std::size_t>(at - found.begin());
            ASSERT_TRUE(found == expected) << "round " << round << ", from here on:\n"
                                           << around(expected, place) << "\n-------- and in another order:\n"
                                           << around(found, place);
        }
    }
}

// Many more batches than threads, of lines of which some are told again.
TEST_F(Region, TheNumberOfThreadsDoesNotMatter) {
    std::mt19937 random(13);
    Lines lines = with_repeats(lines_);
    const Lines once = lines;
    for (int round = 0; round < 8; ++round) lines.insert(lines.end(), once.begin(), once.end());
    std::shuffle(lines.begin(), lines.end(), random);
    const std::string expected = monitor_of(lines, 1);
    const std::string expected_messages = messages_;
    for (const unsigned jobs : {2U, 3U, 8U}) {
        EXPECT_TRUE(monitor_of(lines, jobs) == expected) << jobs << " threads";
        EXPECT_TRUE(messages_ == expected_messages) << jobs << " threads";
    }
}

void add_to(Count& sum, const Count& each) {
    sum.done += each.done;
    sum.planned += each.planned;
    sum.perhaps += each.perhaps;
}
bool is_same(const Count& left, const Count& right) {
    return left.done == right.done && left.planned == right.planned && left.perhaps == right.perhaps;
}

TEST_F(Region, IsTheSumOfItsCases) {
    Ledger whole(program(), reference_date);
    std::vector<Ledger> parts;
    for (const std::string& line : lines_) {
        add(line, whole);
        add(line, parts.emplace_back(program(), reference_date, whole.names));
    }
    const std::vector<Standing> standings = to_standings(Look{whole});
    ASSERT_GT(standings.size(), 500U);
    for (const program::TallyProgram& tally : program().tallies) {
        std::vector<portfolio::Total> sums(standings.size());
        for (const Ledger& part : parts) {
            const Look look{part};
            const portfolio::Totals totals(look, tally);
            for (std::size_t index = 0; index < standings.size(); ++index) {
                if (standings[index].tally != tally.tally) continue;
                const portfolio::Total own = totals.at(standings[index].key);
                add_to(sums[index].counted, own.counted);
                add_to(sums[index].of, own.of);
                sums[index].in_both += own.in_both;
            }
        }
        for (std::size_t index = 0; index < standings.size(); ++index) {
            if (standings[index].tally != tally.tally) continue;
            EXPECT_TRUE(is_same(standings[index].counted, sums[index].counted)) << index;
            EXPECT_TRUE(is_same(standings[index].of, sums[index].of)) << index;
            EXPECT_EQ(standings[index].in_both, sums[index].in_both) << index;
        }
    }
}

void expect_same(const Standing& expected, const Standing& found, const std::string& label) {
    EXPECT_EQ(expected.outcome, found.outcome) << label;
    EXPECT_TRUE(is_same(expected.counted, found.counted)) << label;
    EXPECT_TRUE(is_same(expected.of, found.of)) << label;
    EXPECT_EQ(expected.in_both, found.in_both) << label;
    EXPECT_EQ(expected.room, found.room) << label;
    EXPECT_EQ(expected.short_of, found.short_of) << label;
    ASSERT_EQ(expected.agreed.has_value(), found.agreed.has_value()) << label;
    if (!expected.agreed) return;
    EXPECT_EQ(expected.agreed->value, found.agreed->value) << label;
}

TEST_F(Region, SaysOfAProposedCaseWhatItSaysOnceItIsInTheRegister) {
    std::mt19937 random(11);
    Lines lines = lines_;
    std::shuffle(lines.begin(), lines.end(), random);
    Ledger ledger(program(), reference_date);
    std::size_t compared = 0;
    for (const std::string& line : lines) {
        std::vector<portfolio::Effect> effects;
        evaluate(line, [&](const cases::Caseload& batch) {
            portfolio::Proposals proposals(ledger);
            proposals.set(batch, evaluation_);
            effects = to_effects(proposals.look(0));
            for (const portfolio::Effect& effect : effects) {
                if (!effect.before) continue;
                const Look as_it_is{ledger, {}, nullptr, 0, proposals.look(0).names()};
                expect_same(*effect.before, to_standing(as_it_is, effect.tally, effect.key), label_of(line));
            }
            portfolio::add_cases(batch, evaluation_, ledger);
        });
        for (const portfolio::Effect& effect : effects) {
            if (!effect.after) continue;
            expect_same(*effect.after, to_standing(Look{ledger}, effect.tally, effect.key), label_of(line));
            ++compared;
        }
    }
    EXPECT_GT(compared, 3 * lines.size());
}

TEST_F(Region, GivesAPartyTheSumOfItsCombinations) {
    const monitor::Monitor monitor = monitored(lines_);
    std::size_t compared = 0;
    for (const monitor::TallyTable& tally : monitor.tallies) {
        for (const monitor::PartySum& sum : tally.sums) {
            std::int64_t done = 0;
            std::size_t rows = 0;
            for (const monitor::Row& row : tally.rows) {
                const auto& key = row.position.key;
                const bool is_of_party = std::any_of(key.begin(), key.end(), [&](const auto& part) {
                    return part.dimension == sum.role && part.value == sum.party;
                });
                if (!is_of_party || row.position.after->period->first != sum.period->first) continue;
                done += row.counted.done.value;
                ++rows;
            }
            EXPECT_EQ(done, sum.counted.done.value) << sum.role << ' ' << sum.party;
            EXPECT_EQ(rows, sum.rows) << sum.role << ' ' << sum.party;
            ++compared;
        }
    }
    EXPECT_GT(compared, 20U);
}

// The page of a long register tells a few combinations in full, and names all of them in its annex.
TEST_F(Region, NamesEveryCombinationOnItsPage) {
    const monitor::Monitor monitor = monitored(lines_);
    const std::string page = monitor::to_html(monitor, Language::Dutch);
    const std::size_t annex = page.find("Bijlage: alle combinaties");
    ASSERT_NE(annex, std::string::npos);
    for (const monitor::TallyTable& tally : monitor.tallies) {
        for (const monitor::Row& row : tally.rows) {
            const std::string name = explanation::key_words(row.position, Language::Dutch);
            EXPECT_NE(page.find(escape_html(name), annex), std::string::npos) << name;
        }
    }
}

}  // namespace
}  // namespace toets
