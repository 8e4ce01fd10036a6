#include "explanation/deadlocks.h"

#include <algorithm>

namespace toets::explanation {

namespace {

class DeadlockReader {
public:
    DeadlockReader(const Reading& reading, const program::RuleVersionProof& proof, At at)
        : reading_(reading), proof_(proof), at_(at) {}

    [[nodiscard]] bool is_here(const model::Deadlock& deadlock) const {
        const model::ConditionId wanted = deadlock.waits.front().condition;
        if (wanted.is_valid() && !fails(proof_.requirement, wanted, 0)) return false;
        return std::none_of(deadlock.waits.begin() + 1, deadlock.waits.end(),
                            [this](const model::Wait& wait) { return is_out(wait.rule.rule); });
    }

    [[nodiscard]] DeadlockSeen seen(const model::Deadlock& deadlock) const {
        DeadlockSeen result{{}, deadlock.is_possible_at_once, reading_.words().who(deadlock.waits.front().who)};
        for (const model::Wait& wait : deadlock.waits) {
            const model::Rule& rule = reading_.model().rules[wait.rule.rule];
            const model::RuleVersion& version = rule.versions[wait.rule.version];
            const model::RuleSource& source = version.source;
            result.waits.push_back({rule.kind,
                                    rule.name,
                                    source.article.empty() && !source.headings.empty() ? source.headings.back()
                                                                                       : source.article,
                                    reading_.model().documents[source.document].name,
                                    source.document.index() == 0,
                                    reading_.words().place(version.where),
                                    wait.act,
                                    wait.first,
                                    wait.is_always || is_in(wait.rule.rule)});
        }
        return result;
    }

private:
    static constexpr int most_deep = 40;

    // Does the sentence that asks for it not hold, anywhere in the requirement?
    [[nodiscard]] bool fails(program::ProofId id, model::ConditionId wanted, int depth) const {
        if (!id.is_valid() || depth > most_deep) return false;
        const program::Proof& proof = reading_.program().proofs[id];
        if (proof.condition == wanted) return reading_.truth(proof.truth, at_.row) == Truth::False;
        return std::any_of(proof.legs.begin(), proof.legs.end(), [&](const program::LegProof& leg) {
            return fails(leg.condition, wanted, depth + 1);
        });
    }

    // In this case the rule asks for something.
    [[nodiscard]] bool is_in(model::RuleId id) const {
        const std::vector<Outcome> outcomes = outcomes_of(id);
        return std::any_of(outcomes.begin(), outcomes.end(), [](Outcome outcome) {
            return outcome == Outcome::Missing || outcome == Outcome::Violated || outcome == Outcome::Satisfied;
        });
    }

    [[nodiscard]] std::vector<Outcome> outcomes_of(model::RuleId id) const {
        const program::RuleProgram& rule = reading_.program().rules[id.index()];
        const cases::Table& table = reading_.caseload().tables[reading_.program().frames[rule.frame].kind.index()];
        std::vector<Outcome> outcomes;
        for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
            if (table.case_of[row] == reading_.case_index())
                outcomes.push_back(reading_.evaluation().outcomes[id.index()][row]);
        }
        return outcomes;
    }

    // In this case the rule asks nothing: wherever it is about something here, it does not apply.
    [[nodiscard]] bool is_out(model::RuleId id) const {
        const std::vector<Outcome> outcomes = outcomes_of(id);
        return !outcomes.empty() && std::all_of(outcomes.begin(), outcomes.end(), [&](Outcome outcome) {
            return outcome == Outcome::Exempt || outcome == Outcome::Replaced ||
                   (outcome == Outcome::NotApplicable && !is_duty(id));
        });
    }

    // A duty that begins with what it waits for does not apply before that.
    [[nodiscard]] bool is_duty(model::RuleId id) const {
        const model::RuleKind kind = reading_.model().rules[id].kind;
        return kind == model::RuleKind::Obligation || kind == model::RuleKind::Effort;
    }

    const Reading& reading_;
    const program::RuleVersionProof& proof_;
    At at_;
};

}  // namespace

std::vector<DeadlockSeen> deadlocks_of(const Reading& reading, const model::RuleVersion& version,
                                       const program::RuleVersionProof& proof, At at) {
    std::vector<DeadlockSeen> seen;
    const DeadlockReader reader(reading, proof, at);
    for (const model::Deadlock& deadlock : version.deadlocks) {
        if (reader.is_here(deadlock)) seen.push_back(reader.seen(deadlock));
    }
    return seen;
}

}  // namespace toets::explanation
