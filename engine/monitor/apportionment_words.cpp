// What was agreed about a division, and its table.
#include <algorithm>
#include <set>

#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/apportionments.h"
#include "monitor/tie_words.h"

namespace toets::monitor {

using explanation::Phrase;
using explanation::say;
using portfolio::Fraction;
using portfolio::Portion;

namespace {

constexpr std::size_t fewest_decimals = 2;
constexpr std::size_t most_decimals = 6;

std::string decimal_words(const Fraction& fraction, std::size_t decimals, Language language) {
    std::string text = portfolio::to_decimal(fraction, decimals);
    if (language == Language::Dutch) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

// As many decimals as it takes to tell different remainders apart.
std::size_t decimals_of(const ApportionmentTable& table) {
    std::size_t decimals = fewest_decimals;
    for (; table.outcome.divided && decimals < most_decimals; ++decimals) {
        std::set<std::string> exact;
        std::set<std::string> shown;
        for (const Portion& portion : table.outcome.divided->portions) {
            exact.insert(portfolio::to_text(portion.rest));
            shown.insert(portfolio::to_decimal(portion.rest, decimals));
        }
        if (shown.size() == exact.size()) break;
    }
    return decimals;
}

std::string percentage_words(std::int64_t millionths, Language language) {
    return to_words(Decimal{millionths, model::scale(model::Base::Percentage)}, language) + "%";
}

Phrase rounding_phrase(model::ShareRounding rounding) {
    switch (rounding) {
        case model::ShareRounding::LargestRemainder: return Phrase::RoundedByRemainder;
        case model::ShareRounding::Up: return Phrase::RoundedUp;
        case model::ShareRounding::Down: return Phrase::RoundedDown;
        case model::ShareRounding::HalfUp: return Phrase::RoundedHalfUp;
    }
    return Phrase::RoundedByRemainder;
}

Phrase rounding_phrase(model::Rounding rounding) {
    if (rounding == model::Rounding::Up) return Phrase::RoundedUp;
    return rounding == model::Rounding::Down ? Phrase::RoundedDown : Phrase::RoundedHalfUp;
}

std::string total_words(const ApportionmentTable& table, Language language) {
    const model::Apportionment& agreed = table.agreed;
    return say(Phrase::ApportionsOver, language,
               {{"total", std::to_string(agreed.total)}, {"things", agreed.things}, {"recipients", agreed.recipients}});
}

std::string part_words(const model::Apportionment& agreed, Language language) {
    const model::Apportionment::PartOfWhole& part = *agreed.part_of;
    // Hundredths of a percent times a whole number have at most eight decimals.
    const Decimal exact{part.percentage * part.whole, model::scale(model::Base::Percentage) + 2};
    return say(Phrase::PartOfWhole, language,
               {{"percentage", percentage_words(part.percentage, language)},
                {"whole", std::to_string(part.whole)},
                {"things", agreed.things},
                {"exact", to_words(exact, language)},
                {"rounding", say(rounding_phrase(part.rounding), language)},
                {"total", std::to_string(agreed.total)}});
}

std::string key_line(const ApportionmentTable& table, std::size_t index, Language language) {
    const model::ShareKey& key = table.agreed.keys[index];
    const std::string way = key.what == model::ShareKey::What::Equal
                                ? say(Phrase::EqualParts, language)
                                : say(Phrase::ProRata, language, {{"fact", key.words}});
    if (table.agreed.keys.size() == 1) return way;
    return say(
        Phrase::ShareKey, language,
        {{"number", std::to_string(index + 1)}, {"percentage", percentage_words(key.weight, language)}, {"way", way}});
}

// Empty when every source was verified.
std::string unverified_words(const model::Apportionment& agreed, Language language) {
    if (agreed.source.unverified) return say(Phrase::SourceUnverified, language);
    std::vector<std::string> names;
    for (const model::ListedShare& listed : agreed.listed) {
        if (listed.unverified) names.push_back(listed.recipient);
    }
    if (names.empty()) return {};
    return say(Phrase::SourceUnverifiedOf, language, {{"names", explanation::joined(names, ", ")}});
}

ApportionmentRow row_of(const ApportionmentTable& table, std::size_t index, Language language) {
    const Portion& portion = table.outcome.divided->portions[index];
    const std::size_t decimals = decimals_of(table);
    ApportionmentRow row;
    row.recipient = table.outcome.recipients[index];
    for (const Fraction& share : portion.by_key) {
        if (portion.by_key.size() > 1) row.by_key.push_back(decimal_words(share, decimals, language));
    }
    row.share = decimal_words(portion.exact, decimals, language);
    row.rounded_down = std::to_string(portion.rounded_down);
    row.rest = decimal_words(portion.rest, decimals, language);
    row.extra = std::to_string(portion.result - portion.rounded_down);
    row.result = std::to_string(portion.result);
    if (!portion.is_undecided) return row;
    const auto either = [language](const std::string& low, const std::string& high) {
        return say(Phrase::EitherOf, language, {{"low", low}, {"high", high}});
    };
    row.extra = either("0", "1");
    row.result = either(row.result, std::to_string(portion.result + 1));
    return row;
}

}  // namespace

std::string name_of(const ApportionmentTable& table, Language language) {
    const std::string name = say(Phrase::Apportionment, language, {{"name", table.agreed.name}});
    const std::string& article = table.agreed.source.article;
    return article.empty() ? name : name + " (" + article + ")";
}

std::vector<std::string> agreed_lines(const ApportionmentTable& table, Language language) {
    const model::Apportionment& agreed = table.agreed;
    std::vector<std::string> lines{total_words(table, language)};
    if (agreed.part_of) lines.push_back(part_words(agreed, language));
    for (std::size_t key = 0; key < agreed.keys.size(); ++key) lines.push_back(key_line(table, key, language));
    if (!agreed.listed.empty()) lines.push_back(say(Phrase::ByListedShares, language));
    const std::string tie_break = tie_words(agreed, language);
    lines.push_back(say(rounding_phrase(agreed.rounding), language) + (tie_break.empty() ? "" : "; " + tie_break));
    std::string unverified = unverified_words(agreed, language);
    if (!unverified.empty()) lines.push_back(std::move(unverified));
    return lines;
}

std::vector<std::string> row_heads(const ApportionmentTable& table, Language language) {
    std::vector<std::string> heads{table.agreed.recipient};
    for (std::size_t key = 0; table.agreed.keys.size() > 1 && key < table.agreed.keys.size(); ++key) {
        heads.push_back(say(Phrase::ColumnShareKey, language, {{"number", std::to_string(key + 1)}}));
    }
    for (const Phrase column : {Phrase::ColumnShare, Phrase::ColumnRoundedDown, Phrase::ColumnRest, Phrase::ColumnExtra,
                                Phrase::ColumnGets}) {
        heads.push_back(say(column, language));
    }
    return heads;
}

std::vector<ApportionmentRow> to_rows(const ApportionmentTable& table, Language language) {
    std::vector<ApportionmentRow> rows;
    for (std::size_t index = 0; table.outcome.divided && index < table.outcome.recipients.size(); ++index) {
        rows.push_back(row_of(table, index, language));
    }
    return rows;
}

std::vector<std::string> cells_of(const ApportionmentRow& row) {
    std::vector<std::string> cells{row.recipient};
    cells.insert(cells.end(), row.by_key.begin(), row.by_key.end());
    cells.insert(cells.end(), {row.share, row.rounded_down, row.rest, row.extra, row.result});
    return cells;
}

std::string share_words(const ApportionmentTable& table, const Fraction& share, Language language) {
    return decimal_words(share, decimals_of(table), language);
}

std::string fraction_words(const Fraction& share) {
    const std::int64_t whole = portfolio::whole_part(share);
    const Fraction rest = portfolio::rest_of(share);
    if (rest.numerator == 0) return std::to_string(whole);
    return (whole == 0 ? "" : std::to_string(whole) + " + ") + portfolio::to_text(rest);
}

std::string state_words(const ApportionmentTable& table, Language language) {
    using EndState = portfolio::ApportionmentOutcome::State;
    switch (table.outcome.state) {
        case EndState::Divided: return say(Phrase::StateDivided, language);
        case EndState::Undecided: return say(Phrase::StateUndecided, language);
        case EndState::Unknown:
        case EndState::Nobody: return say(Phrase::NotKnown, language);
        case EndState::AllZero:
        case EndState::BelowZero:
        case EndState::DoesNotFit: return say(Phrase::StateImpossible, language);
        case EndState::NotInForce: return say(Phrase::NotInForce, language);
    }
    return {};
}

}  // namespace toets::monitor
