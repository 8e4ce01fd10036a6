// The table of a division (C77): for each recipient its percentage.
#pragma once

#include "model/context.h"

namespace toets::model {

// The rows go to `apportionment.listed`; whoever shares in it is known already.
void read_listed_shares(Context& context, const syntax::TableClause& table, Span where, Apportionment& apportionment);

// A percentage in millionths; reports one with more decimals.
std::optional<std::int64_t> read_share(Context& context, const syntax::Word& word);
constexpr std::int64_t whole_share = 100'000'000;
// Reports a sum that is not 100%.
void check_sum_of_shares(Context& context, std::int64_t sum, Span where);

}  // namespace toets::model
