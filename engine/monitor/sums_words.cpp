// Everything of a party, in words.
#include "monitor/html_parts.h"

namespace toets::monitor {

using explanation::Phrase;

std::string sum_name(const Reader& reader, const PartySum& sum) {
    return sum.period ? sum.party + ", " + period_words(reader, *sum.period) : sum.party;
}

std::string sum_agreed(const Reader& reader, const TallyTable& tally, const PartySum& sum) {
    if (!sum.agreed) return std::string(nothing);
    explanation::TallyPosition position = tally.rows.front().position;
    position.after->agreed = sum.agreed;
    return explanation::agreed_words(position, reader.language);
}

std::vector<std::string> sum_lines(const Reader& reader, const TallyTable& tally) {
    std::vector<std::string> lines;
    for (const PartySum& sum : tally.sums) {
        const std::string name = explanation::part_words({sum.role, sum_name(reader, sum)}, reader.language);
        const std::string counts = parts_words(reader, sum.counted);
        const Phrase line = sum.agreed ? Phrase::SumsLineAgreed : Phrase::SumsLine;
        lines.push_back(
            reader.say(line, {{"name", name}, {"counts", counts}, {"agreed", sum_agreed(reader, tally, sum)}}));
    }
    return lines;
}

}  // namespace toets::monitor
