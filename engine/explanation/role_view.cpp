#include "explanation/role_view.h"

#include <algorithm>

#include "explanation/not_shown.h"
#include "program/data_use.h"

namespace toets::explanation {

namespace {

using NotShownState = NotShown::State;
using Together = SeenBy::Together;

std::vector<model::PrivacyClass> classes_in(model::ClassSet set) {
    std::vector<model::PrivacyClass> classes;
    for (const model::PrivacyClass privacy : model::privacy_classes) {
        if (set.has(privacy)) classes.push_back(privacy);
    }
    return classes;
}

// Findings that stay are named by another place after some have gone.
void renumber(std::vector<std::size_t>& places, const std::vector<std::optional<std::size_t>>& now_at) {
    std::vector<std::size_t> kept;
    for (const std::size_t place : places) {
        if (now_at[place]) kept.push_back(*now_at[place]);
    }
    places = std::move(kept);
}

template <class Named>
void renumber(std::vector<Named>& all, const std::vector<std::optional<std::size_t>>& now_at) {
    std::erase_if(all, [&](const Named& each) { return !now_at[each.finding]; });
    for (Named& each : all) each.finding = *now_at[each.finding];
}

// One answer being made.
class Restriction {
public:
    Restriction(const model::RoleAccess& access, const Answer& whole, Answer& seen)
        : access_(access), whole_(whole), seen_(seen), from_seen_(seen.verdict) {}

    // Rules whose findings are told by what is not shown.
    void take_out(const std::vector<bool>& goes) {
        std::vector<std::optional<std::size_t>> now_at(seen_.findings.size());
        std::vector<Finding> kept;
        for (std::size_t i = 0; i < goes.size(); ++i) {
            if (goes[i]) continue;
            now_at[i] = kept.size();
            kept.push_back(std::move(seen_.findings[i]));
        }
        seen_.findings = std::move(kept);
        if (!seen_.outlook) return;
        Outlook& outlook = *seen_.outlook;
        if (outlook.possible) renumber(outlook.possible->ended_by, now_at);
        renumber(outlook.in_the_way, now_at);
        renumber(outlook.never_together, now_at);
        renumber(outlook.until_then, now_at);
    }

    void finish(SeenBy seen_by) {
        seen_.verdict = whole_.verdict;
        seen_by_ = std::move(seen_by);
        for (NotShown& rule : seen_by_.not_shown) set_own_state(rule);
        set_together();
        for (NotShown& rule : seen_by_.not_shown) {
            if (rule.state != NotShownState::NotInOrder) rule.texts.clear();
        }
        const bool has_blocking = std::any_of(seen_by_.not_shown.begin(), seen_by_.not_shown.end(), is_blocking);
        // The first possible day would rest on what is not seen as well.
        if (has_blocking) seen_.outlook.reset();
        if (!seen_by_.not_shown.empty()) seen_.nothing_judged = NothingJudged::No;
        seen_.seen_by = std::move(seen_by_);
    }

private:
    static bool is_blocking(const NotShown& rule) { return rule.is_blocking; }

    // `alleen de uitkomst`: of the worst of what it is about.
    void set_own_state(NotShown& rule) const {
        const bool is_told = std::all_of(rule.classes.begin(), rule.classes.end(), [this](model::PrivacyClass privacy) {
            return access_.outcome_only.has(privacy);
        });
        if (!is_told) return;
        rule.state = NotShownState::InOrder;
        const auto weigh = [&rule](Outcome outcome) {
            if (evaluation::allows(outcome)) return;
            const bool is_open = outcome == Outcome::Unknown;
            if (!is_open) rule.state = NotShownState::NotInOrder;
            if (is_open && rule.state == NotShownState::InOrder) rule.state = NotShownState::CannotBeSaid;
        };
        for (const Finding& finding : whole_.findings) {
            if (!rule.tally && finding.id == rule.rule) weigh(finding.outcome);
        }
        for (const TallyPosition& position : whole_.positions) {
            if (rule.tally == position.kind && rule.name == position.name) weigh(position.outcome);
        }
    }

    [[nodiscard]] bool is_explained(Outcome worst) const {
        const NotShownState state = worst == Outcome::Unknown ? NotShownState::CannotBeSaid : NotShownState::NotInOrder;
        const auto& rules = seen_by_.not_shown;
        const auto& findings = seen_.findings;
        return std::any_of(rules.begin(), rules.end(),
                           [&](const NotShown& rule) { return rule.is_blocking && rule.state == state; }) ||
               std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
                   return finding.is_blocking && finding.outcome == Outcome::Unknown && worst == Outcome::Unknown;
               });
    }

    [[nodiscard]] Together to_together() const {
        if (whole_.verdict == Verdict::Allowed) return Together::InOrder;
        if (from_seen_ == Verdict::NotAllowed) return Together::Nothing;
        if (whole_.verdict == Verdict::NotAllowed) {
            return is_explained(Outcome::Missing) ? Together::Nothing : Together::OneIsNotInOrder;
        }
        return is_explained(Outcome::Unknown) ? Together::Nothing : Together::OneCannotBeSaid;
    }

    void set_together() {
        std::vector<NotShown*> open;
        bool has_blocking = false;
        for (NotShown& rule : seen_by_.not_shown) {
            has_blocking = has_blocking || rule.is_blocking;
            if (rule.is_blocking && rule.state == NotShownState::NotSaid) open.push_back(&rule);
        }
        if (!has_blocking) return;
        seen_by_.together = to_together();
        if (seen_by_.together == Together::InOrder) {
            for (NotShown* rule : open) rule->state = NotShownState::InOrder;
        }
        if (open.size() != 1) return;
        if (seen_by_.together == Together::OneIsNotInOrder) open.front()->state = NotShownState::NotInOrder;
        if (seen_by_.together == Together::OneCannotBeSaid) open.front()->state = NotShownState::CannotBeSaid;
    }

    const model::RoleAccess& access_;
    const Answer& whole_;
    Answer& seen_;
    Verdict from_seen_;
    SeenBy seen_by_;
};

bool rests_on_unseen(const Finding& finding) {
    if (finding.outcome != Outcome::Unknown) return false;
    const auto is_seen = [](const Missing& missing) {
        return missing.why != Missing::Why::NotSeen && missing.why != Missing::Why::NotComputed;
    };
    return finding.missing.empty() || !std::all_of(finding.missing.begin(), finding.missing.end(), is_seen);
}

}  // namespace

RoleView::RoleView(const program::Program& program, const model::RoleAccess& access, model::Purpose purpose)
    : program_(program), access_(access), sight_(model::to_sight(*program.model, access.seen_for(purpose))) {
    const auto subject = [&](program::FrameId frame) {
        return frame.is_valid() ? program.frames[frame].kind : model::KindId{};
    };
    rules_.resize(program.model->rules.size());
    for (const program::RuleProgram& rule : program.rules) {
        rules_[rule.rule.index()] = unseen_of(fields_of(program, rule), subject(rule.frame));
    }
    tallies_.resize(program.model->tallies.size());
    for (const program::TallyProgram& tally : program.tallies) {
        tallies_[tally.tally.index()] = unseen_of(fields_of(program, tally), subject(tally.frame));
    }
    apportionments_.resize(program.model->apportionments.size());
    for (const program::ApportionmentProgram& each : program.apportionments) {
        apportionments_[each.apportionment.index()] = unseen_of(fields_of(program, each), subject(each.frame));
    }
}

std::string RoleView::role() const { return model::with_article(program_.model->roles[access_.role].name); }

const std::vector<model::PrivacyClass>& RoleView::unseen(model::RuleId rule) const { return rules_[rule.index()]; }
const std::vector<model::PrivacyClass>& RoleView::unseen(model::TallyId tally) const { return tallies_[tally.index()]; }
const std::vector<model::PrivacyClass>& RoleView::unseen(model::ApportionmentId apportionment) const {
    return apportionments_[apportionment.index()];
}

// Of a thing that is not seen itself, also what keeps it from being seen.
RoleView::Classes RoleView::unseen_of(const std::vector<model::FieldId>& fields, model::KindId subject) const {
    model::ClassSet unseen;
    bool has_others = false;
    const auto note = [&](const model::Field& field) {
        if (field.privacy == model::PrivacyClass::None) has_others = true;
        if (!sight_.sees.has(field.privacy)) unseen.add(field.privacy);
    };
    for (const model::FieldId field : fields) note(program_.model->fields[field]);
    std::vector<model::KindId> to_find = {subject};
    std::vector<bool> is_found(program_.model->kinds.size());
    while (!to_find.empty()) {
        const model::KindId kind = to_find.back();
        to_find.pop_back();
        if (!kind.is_valid() || is_found[kind.index()] || !sight_.is_partial[kind.index()]) continue;
        is_found[kind.index()] = true;
        for (const model::Field& field : program_.model->fields) {
            const bool is_forward = field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned;
            if (!is_forward || field.type.kind != kind) continue;
            note(field);
            to_find.push_back(field.kind);
        }
    }
    Classes classes = classes_in(unseen);
    if (has_others) classes.push_back(model::PrivacyClass::None);
    return classes;
}

void RoleView::restrict(const Evaluated& seen_case, std::uint32_t case_index, const Answer& whole, Answer& seen) const {
    SeenBy seen_by{role(), classes_in(sight_.sees), {}, {}};
    const NotShownWriter writer(seen_case, case_index, sight_);
    std::vector<bool> goes(seen.findings.size());
    for (const program::RuleProgram& rule : program_.rules) {
        const Classes& classes = unseen(rule.rule);
        if (classes.empty() || rule.versions.empty()) continue;
        std::vector<const Finding*> undecided;
        for (std::size_t i = 0; i < seen.findings.size(); ++i) {
            if (seen.findings[i].id != rule.rule || !rests_on_unseen(seen.findings[i])) continue;
            goes[i] = true;
            undecided.push_back(&seen.findings[i]);
        }
        const bool is_partial = sight_.is_partial[program_.frames[rule.frame].kind.index()];
        if (!undecided.empty() || is_partial) seen_by.not_shown.push_back(writer.of_rule(rule, classes, undecided));
    }
    for (const program::TallyProgram& tally : program_.tallies) {
        const Classes& classes = unseen(tally.tally);
        const bool has_register = !whole.positions.empty() || !whole.counts_not_in.empty();
        if (classes.empty() || !has_register) continue;
        const model::Tally& declared = program_.model->tallies[tally.tally];
        std::erase_if(seen.positions, [&](const TallyPosition& position) {
            return position.kind == declared.kind && position.name == declared.name;
        });
        std::erase_if(seen.counts_not_in, [&](const NotEvaluated& each) { return each.name == declared.name; });
        seen_by.not_shown.push_back(writer.of_tally(tally, classes));
    }
    Restriction restriction(access_, whole, seen);
    restriction.take_out(goes);
    restriction.finish(std::move(seen_by));
}

}  // namespace toets::explanation
