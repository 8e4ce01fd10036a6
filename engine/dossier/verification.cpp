#include "dossier/verification.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dossier/seal.h"
#include "dossier/to_text.h"

namespace toets::dossier {

namespace {

using Json = nlohmann::json;
using What = Difference::What;

// A hostile dossier may hold anything under these keys.
std::string text_of(const Json& json, const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}
Json content_of(const Section* section) {
    return section == nullptr || section->is_removed() ? Json::object() : Json::parse(section->content);
}

Difference of_section(What what, const Section& section) {
    Difference difference{what};
    difference.part = section.part;
    difference.number = section.number;
    difference.classes = section.classes;
    if (section.part == Part::Document) difference.name = text_of(content_of(&section), "name");
    return difference;
}

CheckedFinding to_finding(const Dossier& dossier, const Section& section, Classes left_out) {
    const Json json = content_of(&section);
    CheckedFinding finding;
    finding.kind = text_of(json, "kind");
    finding.is_counted = json.contains("name");
    finding.rule = text_of(json, finding.is_counted ? "name" : "rule");
    finding.outcome = text_of(json, "outcome_code");
    finding.article = text_of(json, "article");
    finding.version_since = date_from_iso(text_of(json, "version_since"));
    const Section* proof = find(dossier, Part::Proof, section.number);
    if (proof == nullptr || !proof->is_removed()) return finding;
    Classes kept = Classes::all();
    kept.remove(left_out);
    finding.erased = proof->classes;
    finding.erased.remove(kept);
    return finding;
}

void add_summary(const Dossier& dossier, Verification& verification) {
    const Json summary = content_of(find(dossier, Part::Summary));
    verification.label = text_of(summary, "label");
    verification.reference_date = date_from_iso(text_of(summary, "reference_date"));
    verification.known_on = date_from_iso(text_of(summary, "known_as_of"));
    verification.verdict = text_of(summary, "verdict_code");
    verification.made_by = text_of(content_of(find(dossier, Part::Program)), "version");
}

// Finds the section of the same rule and of the same of its things in the other dossier.
class Counterparts {
public:
    explicit Counterparts(const Dossier& again) {
        for (const Section& section : again.sections) {
            if (section.part == Part::Finding) open_.push_back(&section);
        }
    }
    const Section* take(const Section& wanted) {
        const auto found = std::find_if(open_.begin(), open_.end(),
                                        [&wanted](const Section* each) { return name_of(*each) == name_of(wanted); });
        if (found == open_.end()) return nullptr;
        const Section* section = *found;
        open_.erase(found);
        return section;
    }
    [[nodiscard]] const std::vector<const Section*>& rest() const { return open_; }

private:
    static std::string name_of(const Section& section) {
        const Json json = content_of(&section);
        return text_of(json, "kind") + "\n" + text_of(json, "rule") + text_of(json, "name") + "\n" +
               text_of(json, "document");
    }
    std::vector<const Section*> open_;  // in order, so that the first of a rule is set beside the first
};

class Comparer {
public:
    Comparer(const Dossier& dossier, const Dossier& again, Verification& verification)
        : dossier_(dossier), again_(again), result_(verification), others_(again) {
        is_copy_ = !verification.left_out.is_empty();
        // Another version may explain in other words, and without some facts a thing may have another name.
        is_wording_loose_ = is_copy_ || verification.made_by != verification.checked_by;
    }

    void compare() {
        compare_inputs();
        std::size_t index = 0;
        for (const Section& section : dossier_.sections) {
            if (section.part == Part::Finding) compare_finding(section, result_.findings[index++]);
        }
        for (const Section* extra : others_.rest()) report_new(*extra);
        compare_summary();
        compare_details();
    }

private:
    [[nodiscard]] const Section* other(const Section& section) const {
        return find(again_, section.part, section.number);
    }

    [[nodiscard]] bool is_input(Part part) const {
        if (part == Part::Program) return result_.made_by == result_.checked_by;
        if (part == Part::Facts) return !is_copy_;
        return part == Part::Document || part == Part::CaseText || part == Part::Question;
    }

    void compare_inputs() {
        for (const Section& section : dossier_.sections) {
            if (!is_input(section.part) || section.is_removed()) continue;
            const Section* same = other(section);
            const bool is_same = same != nullptr && same->content == section.content;
            if (is_same || hash_of(section) != section.hash) continue;  // that it was changed is told already
            result_.differences.push_back(of_section(What::Facts, section));
        }
        for (const Section& section : again_.sections) {
            const bool is_missing =
                section.part == Part::Facts && find(dossier_, Part::Facts, section.number) == nullptr;
            if (is_missing && !is_copy_) result_.differences.push_back(of_section(What::Facts, section));
        }
    }

    static Difference of_finding(What what, const CheckedFinding& finding) {
        Difference difference{what};
        difference.rule_kind = finding.kind;
        difference.rule = finding.rule;
        difference.article = finding.article;
        difference.from = finding.outcome;
        return difference;
    }

    void compare_finding(const Section& section, CheckedFinding& finding) {
        if (finding.is_counted && result_.needs_register) return;
        const Section* same = others_.take(section);
        const std::string outcome = same == nullptr ? std::string() : text_of(content_of(same), "outcome_code");
        const bool is_same = outcome == finding.outcome && same != nullptr;
        if (!is_same && !finding.erased.is_empty()) {
            finding.state = CheckedFinding::State::NotDerivable;
            return;
        }
        finding.state = is_same ? CheckedFinding::State::Same : CheckedFinding::State::Different;
        if (!is_same) {
            Difference difference = of_finding(same == nullptr ? What::NoFinding : What::Outcome, finding);
            difference.to = outcome;
            result_.differences.push_back(std::move(difference));
            return;
        }
        if (!has_same_proof(section, *same)) note_wording(of_finding(What::Proof, finding));
    }

    [[nodiscard]] bool has_same_proof(const Section& section, const Section& same) const {
        if (section.content != same.content) return false;
        const Section* proof = find(dossier_, Part::Proof, section.number);
        const Section* proof_again = find(again_, Part::Proof, same.number);
        if (proof == nullptr || proof_again == nullptr) return proof == proof_again;
        return proof->is_removed() || proof->content == proof_again->content;
    }

    void note_wording(Difference difference) {
        (is_wording_loose_ ? result_.remarks : result_.differences).push_back(std::move(difference));
    }

    // In a copy the rule may find something to judge where the facts told that there is nothing.
    void report_new(const Section& extra) {
        const Section* proof = find(again_, Part::Proof, extra.number);
        if (proof != nullptr && proof->classes.meets(result_.left_out)) return;
        result_.differences.push_back(of_finding(What::NewFinding, to_finding(again_, extra, {})));
        result_.differences.back().to = result_.differences.back().from;
        result_.differences.back().from.clear();
    }

    // What is counted over a register cannot be said without it.
    void compare_summary() {
        const Json stored = content_of(find(dossier_, Part::Summary));
        const Json now = content_of(find(again_, Part::Summary));
        const std::string verdict = text_of(now, "verdict_code");
        result_.is_verdict_derived = verdict == result_.verdict;
        const bool may_differ = result_.needs_register || has_underivable();
        if (!result_.is_verdict_derived && !may_differ) {
            Difference difference{What::Verdict};
            difference.from = result_.verdict;
            difference.to = verdict;
            result_.differences.push_back(std::move(difference));
        } else if (stored != now && !is_copy_ && !result_.needs_register) {
            note_wording(Difference{What::Summary});
        }
    }

    [[nodiscard]] bool has_underivable() const {
        return std::any_of(result_.findings.begin(), result_.findings.end(), [](const CheckedFinding& each) {
            return each.state == CheckedFinding::State::NotDerivable;
        });
    }

    void compare_details() {
        const Section* details = find(dossier_, Part::Details);
        const Section* now = find(again_, Part::Details);
        if (details == nullptr || details->is_removed() || result_.needs_register) return;
        if (now == nullptr || now->content != details->content) note_wording(Difference{What::Details});
    }

    const Dossier& dossier_;
    const Dossier& again_;
    Verification& result_;
    Counterparts others_;
    bool is_copy_ = false;
    bool is_wording_loose_ = false;
};

}  // namespace

Verification check_itself(const Dossier& dossier, std::string_view text, const std::string& expected) {
    Verification result;
    add_summary(dossier, result);
    result.fingerprint = dossier.fingerprint;
    result.left_out = left_out(dossier);
    for (const Section& section : dossier.sections) {
        if (section.part == Part::Finding) result.findings.push_back(to_finding(dossier, section, result.left_out));
    }
    const Integrity integrity = check_integrity(dossier);
    for (const std::size_t index : integrity.changed) {
        result.differences.push_back(of_section(What::Content, dossier.sections[index]));
    }
    for (const std::size_t index : integrity.wrongly_removed) {
        result.differences.push_back(of_section(What::Removed, dossier.sections[index]));
    }
    if (!integrity.is_fingerprint_right) result.differences.push_back(Difference{What::Fingerprint});
    if (!expected.empty() && expected != dossier.fingerprint) {
        result.differences.push_back(Difference{What::OtherDossier});
        result.differences.back().name = expected;
    }
    if (const auto line = first_different_line(text, to_text(dossier))) {
        result.differences.push_back(Difference{What::Bytes});
        result.differences.back().line = *line;
    }
    return result;
}

void compare(const Dossier& dossier, const Dossier& again, Verification& verification) {
    Comparer(dossier, again, verification).compare();
}

}  // namespace toets::dossier
