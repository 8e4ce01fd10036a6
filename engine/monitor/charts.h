// The pictures of a monitor, as SVG for a page. Shape tells what is what, never colour alone.
#pragma once

#include "monitor/words.h"

namespace toets::monitor {

// What the pictures share; once a page.
std::string chart_definitions();
extern const std::string_view chart_style;
// Both are empty where not every number they would show is shown.
std::string to_bar(const Reader& reader, const Row& row);
// What is added up by quarter, beside the straight line to what was agreed.
std::string to_quarter_chart(const Reader& reader, const Row& row);

}  // namespace toets::monitor
