// What is due when, by party, over one or many cases: duties, conditions to arrange, facts to supply, what expires and
// what becomes possible. It tells what must be done in which case, and no fact of a client.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diagnostics/diagnostic.h"
#include "explanation/to_text.h"
#include "program/program.h"

namespace toets::agenda {

struct Entry {
    enum class What { Arrange, Move, Repair, Perform, Supply, Refrain, Expires, Possible };
    enum class State { Overdue, Open, Expires, Possible };

    std::string party;
    std::vector<std::string> or_else;  // others of whom one is enough
    std::optional<Date> date;          // the last day in time, or the first possible one; empty: not planned yet
    std::optional<Date> not_before;    // of a duty that has an earliest moment too
    What what = What::Arrange;
    State state = State::Open;
    std::string words;  // what must be done, in the language of the agenda
    std::string label;  // of the case
    model::RuleKind kind = model::RuleKind::Precondition;
    std::string rule;
    std::string article;
    std::string document;
    program::Outcome outcome = program::Outcome::Unknown;
    Date judged_on;     // the reference date of the case
    std::string thing;  // what the rule is about, to tell entries of one rule apart
    bool returns = false;

    [[nodiscard]] std::int32_t days_late() const {
        return state == State::Overdue && date ? judged_on.days - date->days : 0;
    }
};

struct Agenda {
    std::optional<Date> from;  // the reference date; empty when the cases differ
    Date until;
    std::optional<Date> known_on;  // with what was known on this day; without it in hindsight
    std::string role;              // who reads it and may not see everything; often empty
    std::size_t cases = 0;
    std::vector<Entry> entries;  // by party, then date, then case
    explanation::Refused refused;
    Language language = Language::Dutch;
};

// Of several the same only the first; by party, then by date, those without one last.
void sort_entries(std::vector<Entry>& entries);

std::string to_text(const Agenda& agenda);
std::string to_json(const Agenda& agenda);      // docs/agenda.schema.json
std::string to_csv(const Agenda& agenda);       // RFC 4180
std::string to_calendar(const Agenda& agenda);  // RFC 5545; what has no date is not in it

// "overdue": the words programs look for.
std::string_view to_code(Entry::What what);
std::string_view to_code(Entry::State state);
// "te laat, 3 dagen" | "3 days late".
std::string state_words(const Entry& entry, Language language);
// "verplichting melden (artikel 5 lid 1)".
std::string rule_words(const Entry& entry, Language language);
std::string party_words(const Entry& entry, Language language);  // "de cliënt (of de zorgaanbieder)"

}  // namespace toets::agenda
