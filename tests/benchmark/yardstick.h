// The measure: the twelve rules written by hand in C++, over structs made for these rules alone. What it knows of
// missing facts is one bit each; dates are day numbers and choices small integers from the moment of reading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yardstick_calendar.h"

namespace yardstick {

enum class Contract : std::uint8_t { ThreeParty, Temporary, Regular };

// The bits of Case::known, Debt::known and Nuisance::known.
enum Fact : std::uint32_t {
    Assessed = 1U << 0U,
    Adults = 1U << 1U,
    Children = 1U << 2U,
    Income = 1U << 3U,
    DecisionKind = 1U << 4U,
    DecisionFrom = 1U << 5U,
    DecisionUntil = 1U << 6U,
    Signed = 1U << 7U,
    Start = 1U << 8U,
    Hours = 1U << 9U,
    Months = 1U << 10U,
    Guaranteed = 1U << 11U,
    By = 1U << 12U,
    FallbackUntil = 1U << 13U,
    Municipality = 1U << 14U,
    Corporation = 1U << 15U,
    ContractKind = 1U << 16U,
    Rent = 1U << 17U,
    Units = 1U << 18U,
    Clients = 1U << 19U,
    Allocated = 1U << 20U,
    Exemption = 1U << 21U,
    LastEvaluation = 1U << 22U,
    Debts = 1U << 23U,
    Nuisances = 1U << 24U
};
enum DebtFact : std::uint8_t { Creditor = 1U << 0U, Amount = 1U << 1U, Arrangement = 1U << 2U, DebtStart = 1U << 3U };

struct Case {
    std::uint32_t known;
    Day assessed, decision_from, decision_until, signed_on, start, fallback_until, allocated, last_evaluation;
    std::int32_t income, rent;
    std::int16_t adults, children, half_hours, months, units, clients;
    Contract contract;
    bool is_decision_needed, guaranteed, is_by_provider, takes_part_corporation, takes_part_municipality, exemption;
    std::uint8_t debts, nuisances;  // how many
    std::uint8_t open, perhaps_open;
    std::uint32_t first_debt, first_nuisance;
};
struct Debt {
    Day start;
    std::int32_t amount;
    std::uint8_t known;
    bool is_rent, has_arrangement;
};
enum NuisanceFact : std::uint8_t { Reported = 1U << 0U, Conversation = 1U << 1U };
struct Nuisance {
    Day reported, conversation;
    std::uint8_t known;
};
struct Cases {
    std::vector<Case> cases;
    std::vector<Debt> debts;
    std::vector<Nuisance> nuisances;
    void clear() {
        cases.clear();
        debts.clear();
        nuisances.clear();
    }
};

constexpr std::size_t rules = 12;

// Adds the letters of every case, and a line end each, to `lines`.
void append_lines(const Cases& cases, std::string& lines);
// The same, for measuring: the letters at `out`, which has room for twelve a case.
void judge(const Cases& cases, char* out);

// Adds the cases of a text of JSON Lines, behind which simdjson's padding may be read. False after a mistake.
bool read_lines(std::string_view text, Cases& cases);
// File to verdicts, block by block.
bool append_lines(const std::string& path, std::string& lines);

}  // namespace yardstick
