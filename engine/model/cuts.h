// Cutting a row of values or parties at its link words: `A, B of C`, `de corporatie en de zorgaanbieder`.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/readings.h"

namespace toets::model {

// Each cut is the list of its pieces, [begin, end) of the reader's words.
using Cuts = std::vector<std::vector<std::pair<std::size_t, std::size_t>>>;
using Fits = std::function<bool(std::size_t begin, std::size_t end)>;

// Every cut of [begin, end) at one of the links whose pieces all fit.
Cuts all_cuts(const PhraseReader& reader, std::size_t begin, std::size_t end,
              const std::vector<std::string_view>& links, const Fits& fits);
// The last of a row with commas has no link before it. When it has no `en` or `of` at all the syntax has said so.
void report_missing_link(Context& context, const syntax::Phrase& last, std::string_view link);
void report_cuts(Context& context, const PhraseReader& reader, const Cuts& cuts);

}  // namespace toets::model
