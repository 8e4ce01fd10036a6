// A verification for programs: words that never change, whatever the language of the reader.
#include <nlohmann/json.hpp>

#include "dossier/verification.h"

namespace toets::dossier {

namespace {

using OrderedJson = nlohmann::ordered_json;
using What = Difference::What;

std::string_view to_code(What what) {
    switch (what) {
        case What::Bytes: return "bytes";
        case What::Content: return "content";
        case What::Removed: return "removed";
        case What::Fingerprint: return "fingerprint";
        case What::OtherDossier: return "other_dossier";
        case What::Agreement: return "agreement_unreadable";
        case What::Case: return "case_unreadable";
        case What::Facts: return "section";
        case What::RegisterFile: return "register_file";
        case What::NoFinding: return "no_finding";
        case What::NewFinding: return "new_finding";
        case What::Outcome: return "outcome";
        case What::Proof: return "proof";
        case What::Verdict: return "verdict";
        case What::Summary: return "summary";
        case What::Details: return "details";
    }
    return {};
}

std::string_view to_code(CheckedFinding::State state) {
    switch (state) {
        case CheckedFinding::State::Same: return "same";
        case CheckedFinding::State::Different: return "different";
        case CheckedFinding::State::NotDerivable: return "not_derivable";
        case CheckedFinding::State::NotTried: return "not_tried";
    }
    return {};
}

OrderedJson to_json(const std::optional<Date>& date) {
    return date ? OrderedJson(to_iso(*date)) : OrderedJson(nullptr);
}

OrderedJson to_json(const Difference& difference) {
    OrderedJson json{{"what", to_code(difference.what)}};
    if (difference.what == What::Content || difference.what == What::Removed || difference.what == What::Facts) {
        json["part"] = to_code(difference.part);
        json["number"] = difference.number;
        json["classes"] = to_words(difference.classes);
    }
    if (difference.line > 0) json["line"] = difference.line;
    if (!difference.name.empty()) json["name"] = difference.name;
    if (!difference.rule.empty()) {
        json["rule"] = difference.rule;
        json["kind"] = difference.rule_kind;
        json["article"] = difference.article;
    }
    if (!difference.from.empty()) json["from"] = difference.from;
    if (!difference.to.empty()) json["to"] = difference.to;
    return json;
}

OrderedJson to_json(const CheckedFinding& finding) {
    return OrderedJson{{"kind", finding.kind},
                       {"rule", finding.rule},
                       {"article", finding.article},
                       {"version_since", to_json(finding.version_since)},
                       {"outcome_code", finding.outcome},
                       {"state", to_code(finding.state)},
                       {"erased", to_words(finding.erased)}};
}

template <class Item>
OrderedJson to_array(const std::vector<Item>& items) {
    OrderedJson array = OrderedJson::array();
    for (const Item& item : items) array.push_back(to_json(item));
    return array;
}

}  // namespace

std::string to_json(const Verification& verification) {
    const OrderedJson json{{"holds", verification.holds()},
                           {"label", verification.label},
                           {"reference_date", to_json(verification.reference_date)},
                           {"known_as_of", to_json(verification.known_on)},
                           {"fingerprint", verification.fingerprint},
                           {"made_by", verification.made_by},
                           {"checked_by", verification.checked_by},
                           {"verdict_code", verification.verdict},
                           {"verdict_derived", verification.is_verdict_derived},
                           {"left_out", to_words(verification.left_out)},
                           {"needs_register", verification.needs_register},
                           {"differences", to_array(verification.differences)},
                           {"remarks", to_array(verification.remarks)},
                           {"findings", to_array(verification.findings)}};
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace toets::dossier
