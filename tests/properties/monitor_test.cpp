// A reader of a monitor that hides small counts, who knows the agreement and tries every register, learns no small
// count: whatever is shown fits a register with any other small count too.
#include "monitor/monitor.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "pipeline/compile.h"

namespace toets {
namespace {

using Json = nlohmann::json;
using portfolio::Truth;

// The kinds of allocations a register holds: so many of each.
struct Kind {
    const char* corporation;
    bool is_refused;
    int month;
};
constexpr std::array kinds = {Kind{"Alfa", false, 2}, Kind{"Alfa", false, 9}, Kind{"Alfa", true, 2},
                              Kind{"Alfa", true, 5},  Kind{"Beta", false, 5}, Kind{"Beta", true, 5}};
using Register = std::array<int, kinds.size()>;

class Reporter {
public:
    Reporter() : compilation_(pipeline::compile({std::string(SOURCE_ROOT) + "/tests/properties/outflow.toets"})) {}

    [[nodiscard]] bool is_ready() const { return compilation_.program.has_value(); }

    // With every count below `fewest` hidden; 0: with all counts.
    Json report(const Register& wanted, std::int64_t fewest) {
        compilation_.model->fewest_shown = fewest;
        const portfolio::Ledger ledger = to_ledger(wanted);
        std::ostringstream text;
        monitor::to_json(monitor::to_monitor(compilation_.sources, ledger, {}), compilation_.sources, ledger, text);
        return Json::parse(text.str());
    }

private:
    static Date date(int month, int day) { return to_date({2026, month, day}).value_or(Date{}); }

    portfolio::Ledger to_ledger(const Register& wanted) {
        portfolio::Ledger ledger(*compilation_.program, date(6, 30));
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            for (int count = 0; count < wanted[kind]; ++count) add(kinds[kind], ledger);
        }
        return ledger;
    }
    void add(const Kind& kind, portfolio::Ledger& ledger) {
        const std::uint32_t number =
            ledger.labels.add("zaak-" + std::to_string(ledger.labels.size()), portfolio::Labels::Kind::Own);
        const portfolio::Key key{ledger.names->add(kind.corporation), ledger.names->add("2026")};
        const auto add_entry = [&](std::size_t tally, Truth counts, Truth of) {
            if (counts == Truth::False && of == Truth::False) return;
            const model::Tally& declared = compilation_.model->tallies[compilation_.model->tallies.id_at(tally)];
            const portfolio::Counting counting(declared, ledger.reference_date);
            portfolio::Entry entry;
            entry.case_number = number;
            entry.moment = date(kind.month, 10);
            entry.counts = counts;
            entry.of = of;
            entry.key = ledger.tallies[tally].key_number(key);
            ledger.tallies[tally].add(counting, entry, {}, ledger.labels);
        };
        add_entry(0, Truth::True, Truth::False);
        add_entry(1, kind.is_refused ? Truth::False : Truth::True, Truth::False);
        add_entry(2, kind.is_refused ? Truth::True : Truth::False, Truth::True);
    }

    pipeline::Compilation compilation_;
};

// Every single value, by its path.
std::map<std::string, Json> leaves(const Json& report) {
    std::map<std::string, Json> found;
    const Json flat = report.flatten();
    for (const auto& [path, value] : flat.items()) {
        const bool is_derived = path.starts_with("/attention") || path.find("/used_by") != std::string::npos;
        if (!is_derived && path != "/fewest_shown") found[path] = value;
    }
    return found;
}

bool may_be(const Json& shown, const Json& told, std::int64_t fewest) {
    if (shown == "few") return told.is_number() && told > 0 && told < fewest;
    return shown == "withheld" || shown.is_null() || shown == told;
}

// A pace is left out as a whole.
bool is_below(const std::string& path, const std::string& other) { return path.starts_with(other + "/"); }

bool fits(const std::map<std::string, Json>& shown, const std::map<std::string, Json>& told, std::int64_t fewest) {
    for (const auto& [path, value] : shown) {
        const auto found = told.find(path);
        if (found == told.end()) {
            const auto next = told.lower_bound(path + "/");
            const bool is_left_out = value.is_null() && next != told.end() && is_below(next->first, path);
            if (!is_left_out) return false;
        } else if (!may_be(value, found->second, fewest)) {
            return false;
        }
    }
    return true;
}

void add_registers(std::size_t kind, int left, Register& made, std::vector<Register>& registers) {
    if (kind == kinds.size()) {
        registers.push_back(made);
        return;
    }
    for (int count = 0; count <= left; ++count) {
        made[kind] = count;
        add_registers(kind + 1, left - count, made, registers);
    }
    made[kind] = 0;
}

constexpr std::int64_t fewest = 3;

struct Told {
    Register held;
    std::map<std::string, Json> leaves;
};

std::string text_of(const Register& held) { return ::testing::PrintToString(held); }

void attack(const Register& held, const std::map<std::string, Json>& shown, const std::vector<Told>& all) {
    std::map<std::string, std::set<int>> possible;
    const std::map<std::string, Json>* truth = nullptr;
    for (const Told& told : all) {
        if (told.held == held) truth = &told.leaves;
        if (!fits(shown, told.leaves, fewest)) continue;
        for (const auto& [path, value] : shown) {
            if (value == "few" || value == "withheld") possible[path].insert(told.leaves.at(path).get<int>());
        }
    }
    ASSERT_NE(truth, nullptr);
    ASSERT_TRUE(fits(shown, *truth, fewest)) << text_of(held);
    for (const auto& [path, value] : *truth) {
        const bool is_count = path.find("/counted/") != std::string::npos || path.find("/of/") != std::string::npos;
        if (!is_count || !value.is_number() || value == 0 || value >= fewest) continue;
        ASSERT_FALSE(shown.at(path).is_number()) << path << " " << text_of(held);
        for (int other = 1; other < fewest; ++other) {
            EXPECT_TRUE(possible[path].contains(other)) << path << " cannot be " << other << " " << text_of(held);
        }
    }
}

TEST(Monitor, NothingShownTellsASmallCount) {
    Reporter reporter;
    ASSERT_TRUE(reporter.is_ready());
    constexpr int most_cases = 8;
    std::vector<Register> registers;
    Register made{};
    add_registers(0, most_cases, made, registers);
    std::vector<Told> all;
    all.reserve(registers.size());
    for (const Register& held : registers) all.push_back({held, leaves(reporter.report(held, 0))});
    std::mt19937 random(7);
    for (int trial = 0; trial < 40; ++trial) {
        Register held{};
        for (int count = 0; count < most_cases - 2; ++count) ++held[random() % kinds.size()];
        attack(held, leaves(reporter.report(held, fewest)), all);
        if (HasFailure()) return;
    }
}

TEST(Monitor, TheSameRegisterGivesTheSameBytes) {
    Reporter reporter;
    ASSERT_TRUE(reporter.is_ready());
    const Register held{3, 1, 2, 0, 4, 1};
    EXPECT_EQ(reporter.report(held, fewest).dump(), reporter.report(held, fewest).dump());
    const std::string shown = reporter.report(held, fewest).dump();
    EXPECT_EQ(shown.find("zaak-"), std::string::npos) << "cases are not named where small counts are hidden";
}

}  // namespace
}  // namespace toets
