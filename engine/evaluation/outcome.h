// What a rule answers and what a case's answers come to: the one place where outcomes and verdicts are defined
// (charter section 4, patterns 0.1-0.4).
#pragma once

#include "evaluation/algebra.h"
#include "evaluation/machine.h"

namespace toets::evaluation {

// A precondition or target norm. `applies`: in force, about this thing, and its `alleen als`. `pending`: something is
// still awaited that would satisfy it. `past`: the guarded act is behind us and it can no longer be cured.
constexpr Outcome precondition_outcome(Byte applies, Byte required, Byte excepted, Byte pending, Byte past) {
    if (applies == is_false) return Outcome::NotApplicable;
    if (applies == is_unknown) return Outcome::Unknown;
    if (required == is_true) return Outcome::Satisfied;
    if (excepted == is_true) return Outcome::Exempt;
    if (excepted == is_false && pending == is_true) return Outcome::Pending;
    if (required == is_unknown || excepted == is_unknown || pending == is_unknown) return Outcome::Unknown;
    return past == is_true ? Outcome::Violated : Outcome::Missing;
}

// An obligation. `done`: what was asked happened in time. `past`: the term is over.
constexpr Outcome obligation_outcome(Byte applies, Byte done, Byte excepted, Byte past) {
    if (applies == is_false) return Outcome::NotApplicable;
    if (applies == is_unknown) return Outcome::Unknown;
    if (done == is_true) return Outcome::Satisfied;
    if (excepted == is_true) return Outcome::Exempt;
    if (done == is_unknown || excepted == is_unknown || past == is_unknown) return Outcome::Unknown;
    return past == is_true ? Outcome::Violated : Outcome::Pending;
}

// A procedure. `any`: it ever began. `broken`: a step was skipped, too early or too late, or a duty in it was missed.
// `refused`: a step that is planned would be. `due`: somebody must still do something in time.
constexpr Outcome procedure_outcome(Byte applies, Byte any, Byte broken, Byte refused, Byte due, Byte excepted) {
    if (applies == is_false) return Outcome::NotApplicable;
    if (applies == is_unknown) return Outcome::Unknown;
    const Byte asked = std::max({broken, refused, due});
    if (asked == is_false && any != is_true) return any == is_false ? Outcome::NotApplicable : Outcome::Unknown;
    if (asked == is_false) return Outcome::Satisfied;
    if (excepted == is_true) return Outcome::Exempt;
    if (excepted == is_unknown) return Outcome::Unknown;
    if (broken == is_true) return Outcome::Violated;
    if (refused == is_true) return Outcome::Missing;
    if (std::max(broken, refused) == is_unknown || due == is_unknown) return Outcome::Unknown;
    return Outcome::Pending;
}

// A rule beside others. `replaced`: another takes its place. `contradicted`: one of the same rank demands what cannot
// be met together with it; only when that is certain.
constexpr Outcome outcome_beside_others(Outcome own, Byte replaced, Byte contradicted) {
    if (own == Outcome::NotApplicable) return own;
    if (replaced == is_true) return Outcome::Replaced;
    if (contradicted == is_true && own != Outcome::Exempt) return Outcome::Conflicting;
    return replaced == is_unknown ? Outcome::Unknown : own;
}

// Collects the outcomes of the rules of each case; the worst one that blocks decides. Without any rule in force nothing
// was judged, and nothing can be said.
class Verdicts {
public:
    void begin(std::size_t cases);
    struct OfRule {
        const std::vector<Outcome>& outcomes;  // by row
        const std::vector<Byte>& in_force;     // by row; empty when the rule always is
        bool is_blocking = false;
    };
    void add(const std::vector<std::uint32_t>& case_of, const OfRule& rule);
    void write(std::vector<Verdict>& verdicts) const;

private:
    std::vector<Byte> gravest_;  // by case
};

}  // namespace toets::evaluation
