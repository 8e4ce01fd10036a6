// The divisions of the agreement as the monitor shows them: who gets how much, and why.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "portfolio/apportionments.h"

namespace toets::monitor {

struct ApportionmentTable {
    model::Apportionment agreed;
    portfolio::ApportionmentOutcome outcome;
};
std::vector<ApportionmentTable> to_apportionment_tables(const program::Program& program,
                                                        const portfolio::Shares& shares, Date reference_date);

// The whole section in each form; empty (of JSON: a list without elements) when nothing is divided.
std::string apportionments_text(const std::vector<ApportionmentTable>& tables, Language language);
std::string apportionments_html(const std::vector<ApportionmentTable>& tables, Language language);
std::string apportionments_csv(const std::vector<ApportionmentTable>& tables, Language language);
std::string apportionments_json(const std::vector<ApportionmentTable>& tables);  // the text of a JSON list

// What those share; words only, without a layout.
std::string name_of(const ApportionmentTable& table, Language language);  // "verdeling opgave 2027 (artikel 9 lid 2)"
// What was agreed: what is divided over whom, by which keys, how it is rounded.
std::vector<std::string> agreed_lines(const ApportionmentTable& table, Language language);
struct ApportionmentRow {
    std::string recipient;
    std::vector<std::string> by_key;  // things, rounded for reading; empty when there is one key
    std::string share;
    std::string rounded_down;
    std::string rest;
    std::string extra;
    std::string result;  // "8 of 9" when it is not decided
};
std::vector<std::string> row_heads(const ApportionmentTable& table, Language language);
std::vector<ApportionmentRow> to_rows(const ApportionmentTable& table, Language language);
std::vector<std::string> cells_of(const ApportionmentRow& row);
// Why it came out like that, or why it cannot be said.
std::vector<std::string> reason_lines(const ApportionmentTable& table, Language language);
std::string state_words(const ApportionmentTable& table, Language language);  // "verdeeld", "onbekend"
std::string share_words(const ApportionmentTable& table, const portfolio::Fraction& share, Language language);
std::string fraction_words(const portfolio::Fraction& share);  // "21 + 9/20"

}  // namespace toets::monitor
