// How a flat phrase can be read as a value: every cut into declared names whose kinds fit (taal.md B3, B9). The caller
// demands exactly one.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/context.h"

namespace toets::model {

// The things a bare name can belong to, innermost last: the thing filtered, the thing around it, the thing after
// `bij elke`. A name inside X belongs to X first.
// Words that are a date only here: `het einde van de termijn` (C60), `de vorige stap` (C69), `het overslaan` (C70),
// `het begin van de verplichting` (C82).
struct NamedDate {
    std::string key;    // folded, without articles
    std::string words;  // for a message
    ExpressionId date;
};
struct Scope {
    std::vector<VariableId> variables;
    DocumentId document;  // whose calendar its terms follow
    std::vector<NamedDate> dates{};
    [[nodiscard]] Scope with(VariableId variable) const {
        Scope inner = *this;
        inner.variables.push_back(variable);
        return inner;
    }
};

// One way to read a phrase. With `things`, the path leads through a list: `expression` is then the value for `item`,
// and only counts, sums, extremes and `voor elke` can use it.
struct Reading {
    ExpressionId expression;
    Type type;
    ExpressionId things;
    VariableId item;
    std::string words;  // how it was cut: "gemeente van herkomst" van "cliënt"
    [[nodiscard]] bool is_many() const { return things.is_valid(); }
};

class PhraseReader {
public:
    PhraseReader(Context& context, const Scope& scope, const syntax::Phrase& phrase);

    // All readings of the whole phrase, without regard to what is expected.
    std::vector<Reading> values();
    // Readings of the words [begin, end).
    std::vector<Reading> values(std::size_t begin, std::size_t end);
    // The words [begin, end) as a path (C24) only.
    std::vector<Reading> paths(std::size_t begin, std::size_t end);
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const Words& words() const { return words_; }
    [[nodiscard]] const Scope& scope() const { return scope_; }
    [[nodiscard]] bool is_word(std::size_t index, std::string_view folded) const;
    [[nodiscard]] Span where(std::size_t begin, std::size_t end) const;
    // Reports why [begin, end) has no reading: the first name from the right that is not known, with the nearest one.
    void report_unknown(std::size_t begin, std::size_t end);
    void report_unknown() { report_unknown(0, size()); }

private:
    using Readings = std::vector<Reading>;
    static constexpr std::size_t most_readings = 16;
    // Unless there are enough already, or one that means the same.
    static void add_reading(const Model& model, Readings& readings, Reading reading);
    void read_operators(std::size_t begin, std::size_t end, Readings& result);
    void read_count(std::size_t begin, std::size_t end, Readings& result);
    void read_sum(std::size_t begin, std::size_t end, Readings& result);
    void read_extreme(std::size_t begin, std::size_t end, Readings& result);
    void read_extreme_of_list(std::size_t begin, std::size_t end, Extreme extreme, Readings& result);
    void read_year(std::size_t begin, std::size_t end, Readings& result);
    void read_shift(std::size_t begin, std::size_t end, Readings& result);
    void add_shift(ShiftedDate shift, const Reading& duration, const Reading& value, Span where, Readings& result);
    void read_percentage(std::size_t begin, std::size_t end, Readings& result);
    // reading_moments.cpp: one thing out of a list, by time
    void read_period_on(std::size_t begin, std::size_t end, Readings& result);
    void read_event_at(std::size_t begin, std::size_t end, Readings& result);
    bool report_on(std::size_t begin, std::size_t end);
    void read_bare(std::size_t begin, std::size_t end, Readings& result);
    void read_reached(std::size_t begin, std::size_t end, Readings& result);
    void read_case(std::size_t begin, std::size_t end, Readings& result);
    void read_global(std::size_t begin, std::size_t end, Readings& result);
    void step(const Reading& from, const Member& member, Span where, const std::string& name, Readings& result);
    bool is_link(std::size_t index, std::string_view folded) const;
    [[nodiscard]] std::vector<std::string> names_of(const Readings& owners) const;

    Context& context_;
    Scope scope_;
    Words words_;
    std::string circle_;  // a name that could not be used because its own body is being read
    std::map<std::pair<std::size_t, std::size_t>, Readings> values_;
    std::map<std::pair<std::size_t, std::size_t>, Readings> paths_;
};

// A date where a date is needed: the value itself, or the date of an event (B11). Empty when it is no date.
std::optional<Reading> as_date(Context& context, const Reading& reading);
// From one thing to one of its members; the words of the owner are kept.
Reading read_member(Context& context, const Reading& owner, const Member& member, Span where);
// The elements of a list reading: an item variable over `things`; works for Things and for one Thing.
VariableId add_item(Context& context, const Type& things);

}  // namespace toets::model
