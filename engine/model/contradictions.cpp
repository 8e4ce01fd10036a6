#include "model/contradictions.h"

#include <algorithm>

#include "base/date.h"
#include "model/levels.h"
#include "model/print.h"
#include "model/same_meaning.h"

namespace toets::model {

namespace {

// One demand a rule makes of a value: on one side of a bound, or one of a few values.
struct Demand {
    enum class What { AtLeast, MoreThan, AtMost, LessThan, OneOf };
    What what = What::OneOf;
    ExpressionId subject;
    ExpressionId bound;
    std::vector<std::int64_t> values{};
    Span where;
};

bool is_lower_bound(Demand::What what) { return what == Demand::What::AtLeast || what == Demand::What::MoreThan; }
bool is_upper_bound(Demand::What what) { return what == Demand::What::AtMost || what == Demand::What::LessThan; }
bool is_strict(Demand::What what) { return what == Demand::What::MoreThan || what == Demand::What::LessThan; }

// Two choices without a value in common.
bool exclude_each_other(const Demand& one, const Demand& other) {
    if (one.what != other.what) return false;
    return std::none_of(one.values.begin(), one.values.end(), [&](std::int64_t value) {
        return std::find(other.values.begin(), other.values.end(), value) != other.values.end();
    });
}

class DemandReader {
public:
    explicit DemandReader(const Model& model) : model_(model) {}

    // What must hold whatever else does: not what stands under `ten minste één van`, nor what has exceptions.
    void read(ConditionId id) {
        if (!id.is_valid()) return;
        const Condition& condition = model_.conditions[id];
        if (const auto* legs = std::get_if<Legs>(&condition.kind)) {
            if (legs->quantifier != Quantifier::All) return;
            for (const Leg& leg : legs->legs) {
                if (leg.exceptions.empty()) read(leg.condition);
            }
        } else if (const auto* compared = std::get_if<Compared>(&condition.kind)) {
            add(compared->left, compared->comparison, compared->right, condition.where);
        } else if (const auto* date = std::get_if<DateIs>(&condition.kind)) {
            add(date->subject, date->relation, date->bound, condition.where);
        } else if (const auto* is = std::get_if<IsOneOf>(&condition.kind)) {
            if (!is->negated) add(*is, condition.where);
        }
    }
    std::vector<Demand> demands;

private:
    void add(ExpressionId subject, Comparison comparison, ExpressionId bound, Span where) {
        using What = Demand::What;
        switch (comparison) {
            case Comparison::AtLeast: return demands.push_back({What::AtLeast, subject, bound, {}, where});
            case Comparison::MoreThan: return demands.push_back({What::MoreThan, subject, bound, {}, where});
            case Comparison::AtMost: return demands.push_back({What::AtMost, subject, bound, {}, where});
            case Comparison::LessThan: return demands.push_back({What::LessThan, subject, bound, {}, where});
            case Comparison::Equal: break;
        }
    }
    void add(ExpressionId subject, DateRelation relation, ExpressionId bound, Span where) {
        switch (relation) {
            case DateRelation::NotBefore: return add(subject, Comparison::AtLeast, bound, where);
            case DateRelation::After: return add(subject, Comparison::MoreThan, bound, where);
            case DateRelation::NotAfter: return add(subject, Comparison::AtMost, bound, where);
            case DateRelation::Before: return add(subject, Comparison::LessThan, bound, where);
            case DateRelation::On: break;
        }
    }
    void add(const IsOneOf& is, Span where) {
        Demand demand{Demand::What::OneOf, is.subject, {}, {}, where};
        for (const ExpressionId value : is.values) {
            const auto* constant = std::get_if<Constant>(&model_.expressions[value].kind);
            if (constant == nullptr) return;
            demand.values.push_back(constant->value);
        }
        if (!demand.values.empty()) demands.push_back(std::move(demand));
    }

    const Model& model_;
};

// What of two demands excludes the other, and whether it always does.
struct Clash {
    bool is_certain = false;
    Contradiction contradiction;
    Span own;
    Span others;
};

class ContradictionFinder {
public:
    explicit ContradictionFinder(Context& context) : context_(context), model_(context.model) {}

    void find() {
        std::vector<VersionOfRule> all;
        for (std::size_t index = 0; index < model_.rules.size(); ++index) {
            const RuleId id = model_.rules.id_at(index);
            for (std::size_t at = 0; at < model_.rules[id].versions.size(); ++at) {
                all.push_back({id, at});
                DemandReader reader(model_);
                reader.read(model_.rules[id].versions[at].requirement);
                demands_.emplace(all.back(), std::move(reader.demands));
            }
        }
        for (std::size_t one = 0; one < all.size(); ++one) {
            for (std::size_t other = one + 1; other < all.size(); ++other) look_at(all[one], all[other]);
        }
    }

private:
    [[nodiscard]] const Rule& rule(VersionOfRule which) const { return model_.rules[which.rule]; }
    [[nodiscard]] const RuleVersion& version(VersionOfRule which) const { return rule(which).versions[which.version]; }
    void look_at(VersionOfRule one, VersionOfRule other);
    [[nodiscard]] bool can_meet(VersionOfRule one, VersionOfRule other) const;
    [[nodiscard]] std::optional<Clash> clash(VersionOfRule one, VersionOfRule other) const;
    [[nodiscard]] std::optional<Clash> clash(const Demand& one, const Demand& other) const;
    [[nodiscard]] std::optional<std::int64_t> above(ExpressionId one, ExpressionId other) const;
    [[nodiscard]] std::optional<Clash> of_ban(VersionOfRule ban, VersionOfRule duty) const;
    [[nodiscard]] bool gives_way(VersionOfRule one, VersionOfRule other) const;
    [[nodiscard]] bool always_apply(const RuleVersion& one, const RuleVersion& other) const;
    [[nodiscard]] Counterparts variables(VersionOfRule one, VersionOfRule other) const {
        return {version(one).subject, version(other).subject};
    }
    void report(VersionOfRule one, VersionOfRule other, const Clash& clash, Rank rank);

    Context& context_;
    const Model& model_;
    std::map<VersionOfRule, std::vector<Demand>> demands_;
};

bool is_demanding(RuleKind kind) { return kind == RuleKind::Precondition || kind == RuleKind::TargetNorm; }

// About the same thing, at a time when both are in force, in a place where both hold.
bool ContradictionFinder::can_meet(VersionOfRule one, VersionOfRule other) const {
    const RuleVersion& left = version(one);
    const RuleVersion& right = version(other);
    if (one.rule == other.rule || !left.subject.is_valid() || !right.subject.is_valid()) return false;
    if (model_.variables[left.subject].kind != model_.variables[right.subject].kind) return false;
    const bool is_before = left.validity.last && right.validity.first && *left.validity.last < *right.validity.first;
    const bool is_after = right.validity.last && left.validity.first && *right.validity.last < *left.validity.first;
    if (left.validity.is_never || right.validity.is_never) return false;
    if (is_before || is_after || !left.not_yet.empty() || !right.not_yet.empty()) return false;
    const Document& here = model_.documents[left.source.document];
    const Document& there = model_.documents[right.source.document];
    const bool is_same_level = here.level == there.level;
    return !is_same_level || key_of(std::string_view(here.place)) == key_of(std::string_view(there.place));
}

// One of the two says that it departs from the other.
bool ContradictionFinder::gives_way(VersionOfRule one, VersionOfRule other) const {
    const auto is_by = [](const RuleVersion& version, VersionOfRule by) {
        return std::any_of(version.replaced_by.begin(), version.replaced_by.end(),
                           [by](const Precedence& each) { return each.other == by; });
    };
    return is_by(version(one), other) || is_by(version(other), one);
}

// Neither depends on anything in the case that the other does not: no `alleen als`, or the same.
bool ContradictionFinder::always_apply(const RuleVersion& one, const RuleVersion& other) const {
    const auto is_free = [this](const RuleVersion& version) {
        return !model_.variables[version.subject].only.is_valid() && version.exceptions.empty() &&
               version.exempted_by.empty() && version.replaced_by.empty() && !version.default_of.is_valid() &&
               !version.around.is_valid();
    };
    const auto words = [this](ConditionId id) {
        return id.is_valid() ? context_.sources.text(model_.conditions[id].where) : std::string_view();
    };
    const bool is_same_case = words(one.only_if) == words(other.only_if) &&
                              model_.variables[one.subject].name == model_.variables[other.subject].name;
    return is_same_case && is_free(one) && is_free(other);
}

// Of fixed bounds how far the first lies above the other; empty when they have no order.
std::optional<std::int64_t> ContradictionFinder::above(ExpressionId one, ExpressionId other) const {
    const auto left = fixed_value(model_, one);
    const auto right = fixed_value(model_, other);
    if (!left || !right || model_.expressions[one].type != model_.expressions[other].type) return std::nullopt;
    if (model_.expressions[one].type.base != Base::Duration) return *left - *right;
    const Duration own = duration_from_column_value(*left);
    const Duration others = duration_from_column_value(*right);
    return own.unit == others.unit ? std::optional(std::int64_t{own.count} - others.count) : std::nullopt;
}

std::optional<Clash> ContradictionFinder::clash(const Demand& one, const Demand& other) const {
    if (one.what == Demand::What::OneOf || other.what == Demand::What::OneOf) {
        return exclude_each_other(one, other) ? std::optional(Clash{true, {}, one.where, other.where}) : std::nullopt;
    }
    const bool is_low_first = is_lower_bound(one.what) && is_upper_bound(other.what);
    const bool is_high_first = is_upper_bound(one.what) && is_lower_bound(other.what);
    if (!is_low_first && !is_high_first) return std::nullopt;
    const bool excludes_equal = is_strict(one.what) || is_strict(other.what);
    Clash result{false, {}, one.where, other.where};
    if (!fixed_value(model_, one.bound) || !fixed_value(model_, other.bound)) {
        const Comparison from_below = excludes_equal ? Comparison::AtLeast : Comparison::MoreThan;
        const Comparison from_above = excludes_equal ? Comparison::AtMost : Comparison::LessThan;
        result.contradiction.own = one.bound;
        result.contradiction.others = other.bound;
        result.contradiction.when = is_low_first ? from_below : from_above;
        return result;
    }
    const auto gap = is_low_first ? above(one.bound, other.bound) : above(other.bound, one.bound);
    result.is_certain = gap && (*gap > 0 || (*gap == 0 && excludes_equal));
    return result.is_certain ? std::optional(result) : std::nullopt;
}

// A ban without a window, on what the other must see to: by everybody who must do it.
std::optional<Clash> ContradictionFinder::of_ban(VersionOfRule ban, VersionOfRule duty) const {
    const TimedAct& forbidden = *version(ban).ban;
    const Duty& asked = *version(duty).duty;
    const bool is_always = !forbidden.triggers.is_valid() && !forbidden.earliest.is_valid() &&
                           !forbidden.latest.is_valid() && forbidden.asked.towards.actors.empty() &&
                           forbidden.asked.together_with.actors.empty();
    const bool is_plain = !version(duty).around.is_valid() && !version(duty).default_of.is_valid();
    if (!is_always || !is_plain || !asked.evidence.empty() || asked.recurrence) return std::nullopt;
    const Type& act = model_.expressions[forbidden.asked.events].type;
    const Type& deed = model_.expressions[asked.asked.events].type;
    if (act.kind != deed.kind || (act.only.is_valid() && act.only != deed.only)) return std::nullopt;
    const bool all_are_forbidden = std::all_of(asked.who.actors.begin(), asked.who.actors.end(), [&](const Actor& who) {
        return std::any_of(forbidden.who.actors.begin(), forbidden.who.actors.end(),
                           [&](const Actor& other) { return other.words == who.words; });
    });
    if (!all_are_forbidden || asked.who.actors.empty()) return std::nullopt;
    return Clash{true, {}, version(ban).ban->where, version(duty).where};
}

std::optional<Clash> ContradictionFinder::clash(VersionOfRule one, VersionOfRule other) const {
    if (version(one).ban && version(other).duty) return of_ban(one, other);
    if (version(one).duty && version(other).ban) return of_ban(other, one);
    if (!is_demanding(rule(one).kind) || rule(one).kind != rule(other).kind) return std::nullopt;
    std::optional<Clash> found;
    for (const Demand& own : demands_.at(one)) {
        for (const Demand& others : demands_.at(other)) {
            if (!mean_the_same(model_, own.subject, others.subject, variables(one, other))) continue;
            const std::optional<Clash> here = clash(own, others);
            if (here && (!found || here->is_certain)) found = here;
        }
    }
    return found;
}

void ContradictionFinder::look_at(VersionOfRule one, VersionOfRule other) {
    if (!can_meet(one, other) || gives_way(one, other)) return;
    const Rank rank = rank_of(model_, version(one).source.document, version(other).source.document);
    if (rank == Rank::NotDeclared) return;
    const std::optional<Clash> found = clash(one, other);
    if (!found) return;
    const bool is_always = found->is_certain && always_apply(version(one), version(other));
    if (is_always) report(one, other, *found, rank);
    if (is_always && rank == Rank::Same) return;
    Contradiction own = found->contradiction;
    own.other = other;
    Contradiction others = own;
    others.other = one;
    std::swap(others.own, others.others);
    if (own.when == Comparison::MoreThan || own.when == Comparison::LessThan) {
        others.when = own.when == Comparison::MoreThan ? Comparison::LessThan : Comparison::MoreThan;
    } else {
        others.when = own.when == Comparison::AtLeast ? Comparison::AtMost : Comparison::AtLeast;
    }
    own.gives_way = rank == Rank::Lower;
    others.gives_way = rank == Rank::Higher;
    const auto add = [this](VersionOfRule to, const Contradiction& contradiction) {
        context_.model.rules.at(to.rule).versions[to.version].contradictions.push_back(contradiction);
    };
    if (rank != Rank::Higher) add(one, own);
    if (rank != Rank::Lower) add(other, others);
}

void ContradictionFinder::report(VersionOfRule one, VersionOfRule other, const Clash& clash, Rank rank) {
    // The message stands with the lower rule, or with the later of two.
    const bool is_first_lower = rank == Rank::Lower;
    const VersionOfRule here = is_first_lower ? one : other;
    const VersionOfRule there = is_first_lower ? other : one;
    const auto quoted = [&](Span where) { return "\"" + std::string(context_.sources.text(where)) + "\""; };
    const std::string own = quoted(is_first_lower ? clash.own : clash.others);
    const std::string others_own = quoted(is_first_lower ? clash.others : clash.own);
    const bool is_ban = version(one).ban.has_value() != version(other).ban.has_value();
    const Argument what =
        is_ban ? term("what", "de één verplicht wat de ander verbiedt", "one demands what the other forbids")
               : term("what", own + " en " + others_own + " kunnen niet allebei",
                      own + " and " + others_own + " cannot both hold");
    const std::string reference = kind_word(rule(there).kind) + " " + rule(there).name;
    const std::string others = kind_word(rule(there).kind) + " `" + rule(there).name + "`";
    const std::string& article = version(there).source.article;
    std::vector<Argument> arguments{rule_argument("name", rule(here)),
                                    word("other", article.empty() ? others : others + " (" + article + ")"), what};
    const std::vector<Note> notes{{Code::OtherRuleNote, version(there).where, {}}};
    if (rank == Rank::Same) {
        arguments.push_back(word("reference", reference));
        return context_.report(Code::RulesClash, version(here).where, std::move(arguments), notes);
    }
    arguments.push_back(word("document", model_.documents[version(there).source.document].name));
    context_.report(Code::ClashWithHigherRule, version(here).where, std::move(arguments), notes);
}

}  // namespace

void find_contradictions(Context& context) { ContradictionFinder(context).find(); }

}  // namespace toets::model
