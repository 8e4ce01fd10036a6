// The divisions for a program: exact shares as fractions, and the reasons in both languages.
#include <nlohmann/json.hpp>

#include "monitor/apportionments.h"

namespace toets::monitor {

namespace {

using ApportionmentJson = nlohmann::ordered_json;
using State = portfolio::ApportionmentOutcome::State;

std::string_view to_code(State state) {
    switch (state) {
        case State::Divided: return "divided";
        case State::Undecided: return "undecided";
        case State::Unknown: return "unknown";
        case State::AllZero: return "all_zero";
        case State::BelowZero: return "below_zero";
        case State::Nobody: return "nobody";
        case State::DoesNotFit: return "does_not_fit";
        case State::NotInForce: return "not_in_force";
    }
    return "";
}

std::string_view to_code(model::ShareRounding rounding) {
    switch (rounding) {
        case model::ShareRounding::LargestRemainder: return "largest_remainder";
        case model::ShareRounding::Up: return "up";
        case model::ShareRounding::Down: return "down";
        case model::ShareRounding::HalfUp: return "half_up";
    }
    return "";
}

std::string_view to_code(model::TieBreak tie_break) {
    switch (tie_break) {
        case model::TieBreak::None: return "none";
        case model::TieBreak::Highest: return "highest";
        case model::TieBreak::Lowest: return "lowest";
        case model::TieBreak::Lot: return "lot";
        case model::TieBreak::Decision: return "decision";
    }
    return "";
}

std::string_view to_code(portfolio::FactOfRecipient::State state) {
    switch (state) {
        case portfolio::FactOfRecipient::State::Unknown: return "unknown";
        case portfolio::FactOfRecipient::State::Absent: return "absent";
        case portfolio::FactOfRecipient::State::Known: return "known";
        case portfolio::FactOfRecipient::State::Contradicted: return "contradicted";
    }
    return "";
}

// As text: they may be larger than a number in JSON can be.
ApportionmentJson fraction_json(const ApportionmentTable& table, const portfolio::Fraction& fraction) {
    return {{"numerator", portfolio::to_text(fraction.numerator)},
            {"denominator", portfolio::to_text(fraction.denominator)},
            {"decimal", share_words(table, fraction, Language::English)}};
}

ApportionmentJson key_json(const model::ShareKey& key) {
    return {{"by", key.what == model::ShareKey::What::Equal ? "equal_parts" : "pro_rata"},
            {"fact", key.words},
            {"percentage", to_words(Decimal{key.weight, model::scale(model::Base::Percentage)}, Language::English)}};
}

ApportionmentJson portion_json(const ApportionmentTable& table, std::size_t index) {
    const portfolio::Portion& portion = table.outcome.divided->portions[index];
    ApportionmentJson by_key = ApportionmentJson::array();
    for (const portfolio::Fraction& share : portion.by_key) by_key.push_back(fraction_json(table, share));
    ApportionmentJson json{{"recipient", table.outcome.recipients[index]},
                           {"by_key", std::move(by_key)},
                           {"share", fraction_json(table, portion.exact)},
                           {"rounded_down", portion.rounded_down},
                           {"rest", fraction_json(table, portion.rest)},
                           {"turn", nullptr},
                           {"undecided", portion.is_undecided},
                           {"result", nullptr},
                           {"at_least", portion.result},
                           {"at_most", portion.result + (portion.is_undecided ? 1 : 0)}};
    if (portion.turn) json["turn"] = *portion.turn + 1;
    if (!portion.is_undecided) json["result"] = portion.result;
    return json;
}

ApportionmentJson facts_json(const ApportionmentTable& table, const std::vector<portfolio::FactNeeded>& facts) {
    ApportionmentJson json = ApportionmentJson::array();
    for (const portfolio::FactNeeded& each : facts) {
        json.push_back({{"recipient", each.recipient},
                        {"fact", each.key ? table.agreed.keys[*each.key].words : table.agreed.tie_words},
                        {"state", to_code(each.state)}});
    }
    return json;
}

ApportionmentJson agreed_json(const model::Apportionment& agreed) {
    ApportionmentJson keys = ApportionmentJson::array();
    for (const model::ShareKey& key : agreed.keys) keys.push_back(key_json(key));
    ApportionmentJson listed = ApportionmentJson::array();
    for (const model::ListedShare& share : agreed.listed) {
        const Decimal percentage{share.share, model::scale(model::Base::Percentage)};
        listed.push_back({{"recipient", share.recipient}, {"percentage", to_words(percentage, Language::English)}});
    }
    ApportionmentJson part = nullptr;
    if (agreed.part_of) {
        const Decimal percentage{agreed.part_of->percentage, model::scale(model::Base::Percentage)};
        part = {{"percentage", to_words(percentage, Language::English)}, {"whole", agreed.part_of->whole}};
    }
    return {{"name", agreed.name},
            {"article", agreed.source.article},
            {"unverified", agreed.source.unverified},
            {"total", agreed.total},
            {"part_of", std::move(part)},
            {"things", agreed.things},
            {"recipient", agreed.recipient},
            {"keys", std::move(keys)},
            {"listed", std::move(listed)},
            {"rounding", to_code(agreed.rounding)},
            {"tie_break",
             {{"by", to_code(agreed.tie_break)},
              {"words", agreed.decided_by.empty() ? agreed.tie_words : agreed.decided_by}}}};
}

ApportionmentJson table_json(const ApportionmentTable& table) {
    ApportionmentJson json = agreed_json(table.agreed);
    const portfolio::ApportionmentOutcome& outcome = table.outcome;
    json["state"] = to_code(outcome.state);
    json["recipients"] = ApportionmentJson::array();
    for (std::size_t i = 0; outcome.divided && i < outcome.recipients.size(); ++i) {
        json["recipients"].push_back(portion_json(table, i));
    }
    json["sum"] = outcome.divided ? ApportionmentJson(outcome.divided->sum()) : ApportionmentJson(nullptr);
    json["undecided_left"] = outcome.divided ? outcome.divided->undecided_left : 0;
    json["missing"] = facts_json(table, outcome.missing);
    json["wrong"] = facts_json(table, outcome.wrong);
    json["without_name"] = outcome.nameless;
    json["reasons"] = {{"nl", reason_lines(table, Language::Dutch)}, {"en", reason_lines(table, Language::English)}};
    return json;
}

}  // namespace

std::string apportionments_json(const std::vector<ApportionmentTable>& tables) {
    ApportionmentJson json = ApportionmentJson::array();
    for (const ApportionmentTable& table : tables) json.push_back(table_json(table));
    return json.dump(-1, ' ', false, ApportionmentJson::error_handler_t::replace);
}

}  // namespace toets::monitor
