// How each division of the agreement comes out (C77), with what the cases of a register say of those who share in it.
#pragma once

#include "portfolio/apportion.h"
#include "portfolio/shares.h"

namespace toets::portfolio {

// A fact that a division needs: of which recipient, and which.
struct FactNeeded {
    std::string recipient;
    std::optional<std::size_t> key;  // empty: what decides between equal remainders
    FactOfRecipient::State state = FactOfRecipient::State::Unknown;
};
struct ApportionmentOutcome {
    enum class State {
        Divided,
        Undecided,   // but for some recipients, between whom nothing decides
        Unknown,     // a fact is missing, or a recipient has no name
        AllZero,     // every recipient has zero of what a key goes by
        BelowZero,   // a recipient has less than zero of it
        Nobody,      // the register names no recipient
        DoesNotFit,  // the numbers are too large to divide exactly
        NotInForce
    };
    model::ApportionmentId apportionment{};
    State state = State::Unknown;
    std::vector<std::string> recipients;      // in the order of the agreement, or else by name
    std::vector<FactOfRecipient> tie_values;  // by recipient
    int tie_scale = 0;
    std::optional<Apportioned> divided;  // Divided and Undecided
    std::vector<FactNeeded> missing;     // Unknown: of the keys; Undecided: of what decides between equal remainders
    std::vector<FactNeeded> wrong;       // AllZero and BelowZero: those facts; of AllZero without a recipient
    std::vector<std::string> nameless;   // Unknown: the cases with a recipient without a name
};

// By ApportionmentId. `program` and `shares` belong together.
std::vector<ApportionmentOutcome> to_apportionments(const program::Program& program, const Shares& shares,
                                                    Date reference_date);

}  // namespace toets::portfolio
