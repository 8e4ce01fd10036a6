// What needs attention, and how often rules were used, in words.
#include "monitor/words.h"

namespace toets::monitor {

using explanation::Line;
using explanation::Phrase;
using program::Outcome;
using Concern = Attention::What;

namespace {

constexpr std::size_t most_lines = 5;

Phrase heading_of(Concern what) {
    switch (what) {
        case Concern::Violated: return Phrase::AttentionViolated;
        case Concern::NoFigures: return Phrase::AttentionNoFigures;
        case Concern::Behind: return Phrase::AttentionBehind;
        case Concern::Unknown: return Phrase::AttentionUnknown;
        case Concern::NearLimit: return Phrase::AttentionNearLimit;
        case Concern::Undivided: return Phrase::AttentionUndivided;
        case Concern::NotHandedOn: return Phrase::AttentionNotHandedOn;
        case Concern::RuleViolated: return Phrase::AttentionRules;
    }
    return Phrase::AttentionUnknown;
}

// Why it is behind, and what can still be done; not where this pace leads to.
std::vector<std::string> behind_parts(const Reader& reader, Row row) {
    row.position.after->room.reset();
    row.position.after->short_of.reset();
    const Pace pace = *row.pace;
    std::vector<std::string> parts = pace_lines(reader, row);
    parts.pop_back();
    const bool is_planned = !pace.to_plan && row.counted.planned.is_exact();
    if (is_planned) parts.push_back(reader.say(Phrase::PlannedSuffices));
    row.pace.reset();
    std::vector<std::string> told;
    for (const Line& line : to_lines(reader, row)) told.push_back(line.text);
    told.insert(told.end(), parts.begin(), parts.end());
    return told;
}

// What was agreed, how many there are, and what that means; not which cases.
std::string row_words(const Reader& reader, const Attention& attention) {
    const TallyTable& tally = reader.monitor.tallies[attention.tally];
    Row row = tally.rows[attention.row];
    row.position.used_by.clear();
    row.position.used_by_more = 0;
    std::vector<std::string> parts;
    if (attention.what == Concern::Behind && row.pace) {
        parts = behind_parts(reader, std::move(row));
    } else {
        row.pace.reset();
        for (const Line& line : to_lines(reader, row)) {
            if (line.kind == Line::Kind::Reason) parts.push_back(line.text);
        }
    }
    return name_of(tally, reader.language) + ", " + key_words(tally.rows[attention.row].position, reader.language) +
           ": " + explanation::joined(parts, "; ");
}

std::string words_of(const Reader& reader, const Attention& attention) {
    if (attention.what == Concern::NoFigures) return to_words(reader, reader.monitor.silent[attention.tally]);
    if (attention.what == Concern::RuleViolated) return violated_words(reader, reader.monitor.rules[attention.tally]);
    if (attention.what == Concern::Undivided) {
        const ApportionmentTable& table = reader.monitor.apportionments[attention.tally];
        return name_of(table, reader.language) + ": " + state_words(table, reader.language);
    }
    if (attention.what == Concern::NotHandedOn) {
        const RedistributionTable& table = reader.monitor.redistributions[attention.tally];
        return name_of(table, reader.language) + ": " + state_words(table, reader.language);
    }
    return row_words(reader, attention);
}

std::string rule_words(const Reader& reader, const RuleUse& rule, Outcome outcome) {
    std::string name = explanation::to_words(rule.kind, reader.language) + " " + rule.name;
    if (!rule.article.empty()) name += " (" + rule.article + ")";
    const Figure& cases = rule.cases[static_cast<std::size_t>(outcome)];
    const bool is_one = cases.is_exact() && cases.value == 1;
    if (is_one) return reader.say(Phrase::InOneCase, {{"rule", name}});
    if (cases.shown == Figure::Shown::Withheld) return reader.say(Phrase::InCasesNotShown, {{"rule", name}});
    return reader.say(Phrase::InCases, {{"rule", name}, {"count", reader.to_words(cases)}});
}

bool is_any(const Figure& figure) { return !figure.is_exact() || figure.value > 0; }

}  // namespace

std::string violated_words(const Reader& reader, const RuleUse& rule) {
    return rule_words(reader, rule, Outcome::Violated);
}

std::vector<AttentionGroup> to_groups(const Reader& reader) {
    std::vector<AttentionGroup> groups;
    std::size_t count = 0;
    for (const Attention& attention : reader.monitor.attention) {
        if (groups.empty() || groups.back().what != attention.what) {
            groups.push_back({attention.what, {}, {}, 0});
            count = 0;
        }
        AttentionGroup& group = groups.back();
        ++count;
        group.heading = reader.say(Phrase::CountedHeading, {{"heading", reader.say(heading_of(attention.what))},
                                                            {"count", std::to_string(count)}});
        if (group.lines.size() < most_lines) {
            group.lines.push_back(words_of(reader, attention));
        } else {
            ++group.more;
        }
    }
    return groups;
}

std::vector<RuleListing> to_rule_listings(const Reader& reader) {
    std::vector<RuleListing> listings;
    const auto add = [&](Phrase heading, Outcome outcome, bool of_powers) {
        RuleListing listing{reader.say(heading), {}};
        for (const RuleUse& rule : reader.monitor.rules) {
            const bool is_power = rule.kind == model::RuleKind::Power;
            const bool is_meant = outcome != Outcome::Satisfied || is_power == of_powers;
            if (!is_meant || !is_any(rule.cases[static_cast<std::size_t>(outcome)])) continue;
            listing.lines.push_back(rule_words(reader, rule, outcome));
        }
        if (!listing.lines.empty()) listings.push_back(std::move(listing));
    };
    add(Phrase::ExceptionsUsed, Outcome::Exempt, false);
    add(Phrase::PowersUsed, Outcome::Satisfied, true);
    add(Phrase::RulesViolated, Outcome::Violated, false);
    return listings;
}

}  // namespace toets::monitor
