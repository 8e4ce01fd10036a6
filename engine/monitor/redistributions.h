// What was left over of a contingent and handed on, as the monitor shows it: who gave up how many, who got how many and
// in which order.
#pragma once

#include <string>
#include <vector>

#include "base/source_text.h"
#include "portfolio/standings.h"

namespace toets::monitor {

struct RedistributionTable {
    model::Redistribution agreed;
    std::string tally;
    std::string pool;  // "Noorderhof"; empty when there is one
    portfolio::Redistributed outcome;
    bool is_hidden = false;             // C78: its numbers would give away small counts
    std::string event;                  // "contingentaanvraag"
    std::vector<std::string> holders;   // the names, of outcome.holders
    std::vector<std::string> requests;  // likewise, of outcome.requests; empty when it is not known
    std::vector<bool> is_key_known;     // of a request: whose it is and for what
};
std::vector<RedistributionTable> to_redistribution_tables(const portfolio::Look& look);

// The whole section in each form; empty (of JSON: a list without elements) when nothing is handed on.
std::string redistributions_text(const std::vector<RedistributionTable>& tables, Language language);
std::string redistributions_html(const std::vector<RedistributionTable>& tables, Language language);
std::string redistributions_csv(const std::vector<RedistributionTable>& tables, Language language);
std::string redistributions_json(const std::vector<RedistributionTable>& tables);

// What those share; words only, without a layout.
std::string name_of(const RedistributionTable& table, Language language);
std::string state_words(const RedistributionTable& table, Language language);
std::vector<std::string> agreed_lines(const RedistributionTable& table, Language language);
using Cells = std::vector<std::string>;
std::vector<Cells> holder_cells(const RedistributionTable& table, Language language);   // with its head; or empty
std::vector<Cells> request_cells(const RedistributionTable& table, Language language);  // likewise
std::vector<std::string> reason_lines(const RedistributionTable& table, Language language);

}  // namespace toets::monitor
