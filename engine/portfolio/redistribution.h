// What is left over of a contingent on a day, and who gets it (C77, pattern G5).
#pragma once

#include "portfolio/names.h"

namespace toets::portfolio {

// So many at least and at most.
struct Between {
    std::int64_t low = 0;
    std::int64_t high = 0;
    [[nodiscard]] bool is_exact() const { return low == high; }
    friend bool operator==(const Between&, const Between&) = default;
};

struct Holder {  // one that something was agreed with, as it was on the day
    Key key;
    std::optional<Between> number;  // empty: it is not known what was agreed
    std::int64_t used = 0;
    std::int64_t open = 0;        // offers that were open
    std::int64_t perhaps = 0;     // perhaps used
    std::optional<Between> left;  // over
    std::optional<Between> gives;
};
struct Request {
    enum class State {
        Ordered,   // it has its turn
        Perhaps,   // not enough is known
        TooLate,   // after the day, or of another year
        NoNumber,  // nothing was agreed with who asks, so that there is nothing to raise
    };
    std::string label;  // of the case that tells it
    Key key;            // of who asks
    std::optional<Date> day;
    std::optional<std::int64_t> count;
    std::optional<std::int64_t> tie_value;
    State state = State::Ordered;
    bool is_tied = false;  // others asked on the same day, and there was not enough for all of them
    std::optional<Between> gets;
};
struct Redistributed {
    enum class State {
        NotYet,     // the day is to come
        Done,       // it is known who gives and gets how many
        Undecided,  // but for some, between whom nothing decides
        Unknown,    // a number, a date or a request is not known
    };
    model::RedistributionId redistribution{};
    Date day;
    Key pool;  // what is handed on stays within it; without a name for who hands it on
    State state = State::Done;
    bool is_giver_undecided = false;  // equal numbers are over, and nothing decides who gives first
    std::vector<Holder> holders;      // in the order of the table
    std::vector<Request> requests;    // by day
    [[nodiscard]] std::optional<Between> left() const;
    [[nodiscard]] std::optional<Between> handed_on() const;
};
// Of one combination.
struct HandedOn {
    model::RedistributionId redistribution{};
    Date day;
    std::optional<Between> gives;  // empty: not known
    std::optional<Between> gets;
};

// What was given and got of one combination, when it was anything, by day.
std::vector<HandedOn> handed_on_of(const std::vector<Redistributed>& pools, const Key& key);

struct TieRule {
    bool is_highest_first = false;
    model::Redistribution::Gives gives_first = model::Redistribution::Gives::FirstInTable;
};
// Fills in who gives and gets how many. Knows nothing of registers.
void hand_on(const TieRule& rule, Redistributed& pool);

}  // namespace toets::portfolio
