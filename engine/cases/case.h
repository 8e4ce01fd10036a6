// The facts a program runs on: columns by field, one table of rows per kind of thing. One case is a batch of one.
// A fact is known, known to be absent (`geen`), or unknown; nothing else ever stands in for it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source_text.h"
#include "cases/keys.h"
#include "cases/symbols.h"
#include "model/model.h"

namespace toets::cases {

enum class State : std::uint8_t { Unknown = 0, Absent = 1, Known = 2 };

// Rows 0 and 1 of every table stand for "a thing nobody told us about" (every field Unknown) and "no thing"
// (every field Absent). A reference that is Unknown holds row 0 and one that is Absent row 1, so following a reference
// never needs a test. Real things start at row 2. An Unknown reference to a thing some rule is about holds a row of its
// own, in which every field is Unknown: so that the rule gives a finding.
constexpr std::uint32_t unknown_row = 0;
constexpr std::uint32_t absent_row = 1;
constexpr std::uint32_t first_row = 2;

struct Column {  // in the encoding of model::Base; 0 when not Known
    std::vector<std::int64_t> values;
    std::vector<State> states;
};
struct ListColumn {  // a list of things: items[begin .. begin+count) are rows of the listed kind
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> count;
    std::vector<State> states;  // Absent: known to be none (count 0). Unknown: count 0, but there may be some
    std::vector<std::uint32_t> items;
};
// The case of a row that an example took out of its case again; no rule is about it.
constexpr std::uint32_t no_case = 0xffffffffU;
struct Table {
    std::uint32_t rows = first_row;
    std::vector<std::uint32_t> case_of;  // per row; 0 for the first two
};

// Where a fact was read, for explanations. Kept only when asked for.
struct Provenance {
    Span where;
    std::string source;               // "bron", empty when not stated
    std::optional<Date> known_since;  // "bekend op"
};
struct FactPlace {
    model::FieldId field;
    std::uint32_t row = 0;
    friend auto operator<=>(const FactPlace&, const FactPlace&) = default;
};

// Consent that does not hold on the day of the question, for a class of facts that may not be used without it.
struct Withdrawn {
    model::PrivacyClass privacy = model::PrivacyClass::None;
    model::KindId giver{};
    std::optional<Date> since;  // the first day without it; empty: it was never given
};

struct CaseInfo {
    std::string label;           // `zaak:`, or the file's name, or the line number
    bool has_own_label = false;  // `zaak:`
    model::KindId root;
    std::uint32_t root_row = unknown_row;
    // A client without an allocation: the root row is a made-up event with only that client known (readiness check).
    bool is_readiness_check = false;
    std::optional<Date> reference_date;  // `peildatum:` in the case; the command line wins
    Span where;
    // Asked with what was known on this day; without it, with everything the case tells.
    std::optional<Date> known_on{};
    std::size_t left_out = 0;                // facts and things that were not known on that day yet
    std::optional<Date> latest_knowledge{};  // the last `bekend op` of what was read
    // Readiness check: the thing the case is written about, however little it says of it.
    model::KindId given{};
    std::uint32_t given_row = unknown_row;
    std::vector<Withdrawn> withdrawn{};  // whose facts were made unknown
    // The case as one role sees it: every fact of another class was made unknown.
    std::optional<model::ClassSet> seen_classes{};
};

struct Caseload {
    explicit Caseload(const model::Model& model);
    // Back to no cases, keeping the memory: for reading a long file batch by batch.
    void clear();
    // Every field Unknown; closed fields and complete lists Absent. Columns grow ahead of the rows in use: a table says
    // how many there are, never the length of a column.
    std::uint32_t add_row(model::KindId kind, std::uint32_t case_index);
    // A thing nobody told us about: closed and complete parts are Unknown too.
    std::uint32_t add_unknown_row(model::KindId kind, std::uint32_t case_index);
    // Takes back the rows from `from` on; nothing may refer to them any more.
    void remove_rows(model::KindId kind, std::uint32_t from);
    // A thing nobody told us about turns out to be there: what is closed or complete is Absent from now on.
    void make_known(model::KindId kind, std::uint32_t row);

    const model::Model* model;
    Keys keys;
    std::vector<Table> tables;      // by KindId
    std::vector<Column> columns;    // by FieldId; empty for Things fields
    std::vector<ListColumn> lists;  // by FieldId; empty for other fields
    std::vector<CaseInfo> cases;
    Symbols symbols;
    std::map<FactPlace, Provenance> provenance;
    std::map<std::pair<model::KindId, std::uint32_t>, std::string> labels;  // `naam:` of a thing

private:
    struct Blank {  // how a fact that is not written stands in a new row
        model::FieldId field;
        bool is_list = false;
        State state = State::Unknown;
        std::int64_t value = 0;
    };
    [[nodiscard]] std::uint32_t room_of(model::KindId kind) const;
    void make_room(model::KindId kind, std::uint32_t rows);
    // [first, last) as if nothing was ever written there.
    void blank_rows(model::KindId kind, std::uint32_t first, std::uint32_t last);
    void add_sentinels(model::KindId kind);

    std::vector<std::vector<Blank>> blanks_;  // by KindId
};

}  // namespace toets::cases
