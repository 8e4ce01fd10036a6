#include "monitor/words.h"

namespace toets::monitor {

using explanation::Phrase;

namespace {

constexpr std::string_view indent = "  ";
constexpr std::string_view deeper = "    ";

std::string item(std::string_view text) {
    return explanation::wrapped(text, std::string(indent) + "- ", std::string(deeper));
}

std::string attention_text(const Reader& reader) {
    const std::vector<AttentionGroup> groups = to_groups(reader);
    std::string text = "\n" + reader.say(Phrase::AttentionHeading) + "\n";
    if (groups.empty()) return text + std::string(indent) + reader.say(Phrase::NothingNeedsAttention) + "\n";
    for (const AttentionGroup& group : groups) {
        text += explanation::wrapped(group.heading, std::string(indent), std::string(deeper));
        for (const std::string& line : group.lines) {
            text += explanation::wrapped(line, std::string(deeper) + "- ", std::string(deeper) + "  ");
        }
        if (group.more > 0) {
            text += std::string(deeper) + "- " +
                    reader.say(Phrase::AttentionMore, {{"count", std::to_string(group.more)}}) + "\n";
        }
    }
    return text;
}

std::string tally_text(const Reader& reader, const TallyTable& tally) {
    std::string text = "\n" + explanation::wrapped(name_of(tally, reader.language), "", indent.data());
    if (!tally.is_shown) return text + std::string(indent) + reader.say(Phrase::TallyNotShown) + "\n";
    if (tally.rows.empty()) return text + std::string(indent) + reader.say(Phrase::NothingCounted) + "\n";
    for (const std::string& line : sum_lines(reader, tally)) text += item(line);
    for (const Row& row : tally.rows) {
        std::vector<explanation::Line> lines = to_lines(reader, row);
        for (std::string& quarter : quarter_lines(reader, row)) {
            lines.push_back({explanation::Line::Kind::Reason, 0, std::move(quarter)});
        }
        text += explanation::to_text(explanation::Entry{row.position.outcome,
                                                        outcome_words(reader, row),
                                                        key_words(row.position, reader.language),
                                                        {},
                                                        std::move(lines),
                                                        {}});
    }
    return text;
}

std::string silent_text(const Reader& reader) {
    if (reader.monitor.silent.empty()) return {};
    std::string text = "\n" + explanation::wrapped(reader.say(Phrase::SilentParties), "", indent.data());
    for (const SilentParty& silent : reader.monitor.silent) text += item(to_words(reader, silent));
    return text;
}

std::string rules_text(const Reader& reader) {
    std::string text;
    for (const RuleListing& listing : to_rule_listings(reader)) {
        text += "\n" + listing.heading + "\n";
        for (const std::string& line : listing.lines) text += item(line);
    }
    return text;
}

}  // namespace

std::string to_text(const Monitor& monitor, Language language) {
    const Reader reader{monitor, language};
    std::string text = explanation::wrapped(title_of(reader, Phrase::MonitorOf), "", indent.data());
    text += explanation::wrapped(register_words(reader), "", indent.data());
    if (monitor.fewest_shown > 0) {
        text += explanation::wrapped(
            reader.say(Phrase::SmallCountsHidden, {{"fewest", std::to_string(monitor.fewest_shown)}}), "",
            indent.data());
    }
    if (!monitor.not_shown.empty()) text += explanation::wrapped(not_shown_words(reader), "", indent.data());
    text += attention_text(reader);
    for (const TallyTable& tally : monitor.tallies) text += tally_text(reader, tally);
    text += apportionments_text(monitor.apportionments, language);
    text += redistributions_text(monitor.redistributions, language);
    return text + silent_text(reader) + rules_text(reader);
}

}  // namespace toets::monitor
