#include "explanation/rivals.h"

#include "explanation/sentences.h"

namespace toets::explanation {

namespace {

struct RivalTeller {
    const Reading& reading;
    At at;
    Finding& finding;

    [[nodiscard]] Value value(const std::optional<program::ProofOperand>& operand) const {
        if (!operand) return NotKnown{};
        program::Proof alone;
        alone.operands.push_back(*operand);
        return reading.found(alone, operand->expression, at.row);
    }

    void tell(const std::vector<program::RivalProof>& rivals, RivalRule::Why why) {
        for (const program::RivalProof& rival : rivals) {
            if (reading.truth(rival.decides, at.row) != Truth::True) continue;
            const model::Rule& rule = reading.model().rules[rival.other.rule];
            const model::RuleVersion& version = rule.versions[rival.other.version];
            const model::RuleSource& source = version.source;
            RivalRule told;
            told.kind = rule.kind;
            told.rule = rule.name;
            told.article = source.article.empty() && !source.headings.empty() ? source.headings.back() : source.article;
            told.document = reading.model().documents[source.document].name;
            told.is_main_document = source.document.index() == 0;
            told.where = reading.words().place(version.where);
            told.why = why;
            if (why == RivalRule::Why::Departs && rival.favours.is_valid()) told.why = RivalRule::Why::MoreFavourable;
            told.own = value(rival.own);
            told.others = value(rival.others);
            finding.rivals.push_back(std::move(told));
        }
    }
};

void add_missing_of_rival(const Reading& reading, const program::RivalProof& rival, At at,
                          std::vector<Missing>& missing) {
    if (reading.truth(rival.decides, at.row) != Truth::Unknown) return;
    if (rival.version_date && reading.truth(rival.in_force, at.row) == Truth::Unknown) {
        add_missing(reading, *rival.version_date, at, missing);
    }
    for (const program::ProofId condition : {rival.in_place, rival.subject_is, rival.only_if}) {
        add_missing(reading, condition, at.row, missing);
    }
    if (!rival.favours.is_valid() || reading.truth(rival.favours, at.row) != Truth::Unknown) return;
    for (const auto& compared : {rival.own, rival.others}) {
        if (compared) add_missing(reading, *compared, at, missing);
    }
}

}  // namespace

void describe_rivals(const Reading& reading, const program::RuleVersionProof& proof, At at, Finding& finding) {
    if (!proof.alone.is_valid()) return;
    RivalTeller teller{reading, at, finding};
    if (finding.outcome == Outcome::Replaced) {
        teller.tell(proof.replaced_by, RivalRule::Why::Departs);
        teller.tell(proof.outdone_by, RivalRule::Why::NotMoreFavourable);
        teller.tell(proof.overruled_by, RivalRule::Why::Overrules);
    }
    if (finding.outcome == Outcome::Conflicting) {
        teller.tell(proof.undecided, RivalRule::Why::Undecided);
        teller.tell(proof.contradicted, RivalRule::Why::Contradicts);
    }
    if (!finding.rivals.empty()) {
        finding.own_outcome = static_cast<Outcome>(reading.value(proof.alone, at.row).value);
    }
}

void add_missing_of_rivals(const Reading& reading, const program::RuleVersionProof& proof, At at,
                           std::vector<Missing>& missing) {
    for (const auto* rivals : {&proof.replaced_by, &proof.outdone_by, &proof.undecided, &proof.overruled_by}) {
        for (const program::RivalProof& rival : *rivals) add_missing_of_rival(reading, rival, at, missing);
    }
}

}  // namespace toets::explanation
