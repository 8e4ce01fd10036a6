// The words that the text and the page of a monitor share.
#pragma once

#include <string>
#include <vector>

#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/monitor.h"

namespace toets::monitor {

struct Reader {
    const Monitor& monitor;
    Language language;
    [[nodiscard]] std::string say(explanation::Phrase phrase,
                                  std::initializer_list<explanation::Filling> fillings = {}) const {
        return explanation::say(phrase, language, fillings);
    }
    [[nodiscard]] std::string to_words(const Figure& figure) const;  // "9", "minder dan 5", "niet getoond"
    [[nodiscard]] std::string to_words(Date date) const { return toets::to_words(date, language); }
};

std::string title_of(const Reader& reader, explanation::Phrase heading);
std::vector<std::string> title_parts(const Reader& reader);  // reference date, period, what was known
std::string not_shown_words(const Reader& reader);           // what the reader may not see
std::string register_words(const Reader& reader);
std::string period_words(const Reader& reader, const portfolio::Period& period);  // "2026", or from which day to which
// "minder dan 5 gedaan, 2 gepland"; only "niet getoond" when there is nothing else to tell.
std::string parts_words(const Reader& reader, const Figures& figures);
std::string name_of(const TallyTable& tally, Language language);  // "contingent woningen (artikel 9)"
std::string outcome_words(const Reader& reader, const Row& row);
std::string quarter_name(const Reader& reader, const Quarter& quarter);
// What is told of a combination below its name, as in an answer.
std::vector<explanation::Line> to_lines(const Reader& reader, const Row& row);
// How many in each quarter, and added up; empty when there is nothing to tell.
std::vector<std::string> quarter_lines(const Reader& reader, const Row& row);
// Beside what an answer tells: parties without figures, the pace, the schedule.
std::vector<std::string> pace_lines(const Reader& reader, const Row& row);
std::string to_words(const Reader& reader, const SilentParty& silent);

// Nothing can be told of it: it has not begun, and nothing is planned.
bool is_to_come(const Reader& reader, const Quarter& quarter);
// Added up to the end of each quarter, up to the last of which something can be told; empty when one is not shown.
struct Sum {
    std::int64_t done = 0;
    std::int64_t planned = 0;
};
std::vector<Sum> to_sums(const Reader& reader, const Row& row);
// Of everything of a party.
std::string sum_name(const Reader& reader, const PartySum& sum);  // "Noorderhof, 2026"
std::string sum_agreed(const Reader& reader, const TallyTable& tally, const PartySum& sum);
std::vector<std::string> sum_lines(const Reader& reader, const TallyTable& tally);
std::string sums_words(const std::vector<Sum>& sums);  // "1, 3, 3, 4"

struct AttentionGroup {
    Attention::What what = Attention::What::Violated;
    std::string heading;
    std::vector<std::string> lines;  // the first few
    std::size_t more = 0;
};
std::vector<AttentionGroup> to_groups(const Reader& reader);

// "voorwaarde begeleiding geregeld (artikel 3): in 3 zaken"
struct RuleListing {
    std::string heading;
    std::vector<std::string> lines;
};
std::vector<RuleListing> to_rule_listings(const Reader& reader);
std::string violated_words(const Reader& reader, const RuleUse& rule);

}  // namespace toets::monitor
