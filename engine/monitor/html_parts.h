// Pieces that the parts of the page are made of. Every text is escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "monitor/words.h"

namespace toets::monitor {

constexpr std::string_view nothing = "–";

std::string element(std::string_view tag, std::string_view css_class, std::string_view text);
std::string list(const std::vector<std::string>& lines);
std::string column(std::string_view css_class, const std::string& words);  // its heading
std::string cell(const Reader& reader, std::string_view css_class, explanation::Phrase label, const std::string& text);
std::string_view outcome_class(const Row& row);

// tables.cpp: a row for each combination, and a row for each party with everything of it.
std::string to_overview(const Reader& reader, const TallyTable& tally);
std::string to_sums_tables(const Reader& reader, const TallyTable& tally);

}  // namespace toets::monitor
