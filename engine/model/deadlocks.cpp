#include "model/deadlocks.h"

#include <algorithm>

#include "model/print.h"

namespace toets::model {

namespace {

// Something that happens on a day: an event of a kind, or the day in a field.
struct Happening {
    KindId event;
    FieldId day;
    [[nodiscard]] bool is_valid() const { return event.is_valid() || day.is_valid(); }
    friend auto operator<=>(const Happening&, const Happening&) = default;
};
// `first` comes before `then`, or no later when that is not strict.
struct Order {
    Happening first;
    Happening then;
    bool is_strict = false;
    Wait wait;
};

class HappeningReader {
public:
    explicit HappeningReader(const Model& model) : model_(model) {}

    [[nodiscard]] Happening happening(ExpressionId id) const {
        if (!id.is_valid()) return {};
        const Expression& expression = model_.expressions[id];
        if (const auto* shifted = std::get_if<ShiftedDate>(&expression.kind)) return happening(shifted->date);
        if (const auto* term = std::get_if<SuspendedTerm>(&expression.kind)) return happening(term->term);
        if (const auto* some = std::get_if<OnlyThose>(&expression.kind)) return happening(some->things);
        if (expression.type.base == Base::Thing || expression.type.base == Base::Things) {
            const bool is_event = model_.kinds[expression.type.kind].category == KindCategory::Event;
            return is_event ? Happening{expression.type.kind, {}} : Happening{};
        }
        const auto* field = std::get_if<FieldOf>(&expression.kind);
        if (field == nullptr || expression.type.base != Base::Date) return {};
        const KindId of = model_.fields[field->field].kind;
        return model_.kinds[of].date == field->field ? Happening{of, {}} : Happening{{}, field->field};
    }

    // Does the expression lie before what it is counted from?
    [[nodiscard]] bool is_earlier(ExpressionId id) const {
        const auto* shifted = std::get_if<ShiftedDate>(&model_.expressions[id].kind);
        return shifted != nullptr && shifted->backward;
    }
    [[nodiscard]] bool is_later(ExpressionId id) const {
        const auto* shifted = std::get_if<ShiftedDate>(&model_.expressions[id].kind);
        return shifted != nullptr && !shifted->backward;
    }

    [[nodiscard]] std::string words(Happening which) const {
        return with_article(which.event.is_valid() ? model_.kinds[which.event].name : model_.fields[which.day].name);
    }

private:
    const Model& model_;
};

// What a condition says must have happened before `then`, whatever else it asks.
class RequiredBefore {
public:
    struct Found {
        Happening first;
        bool is_strict = false;
        ConditionId condition;
    };

    RequiredBefore(const Model& model, Happening then) : model_(model), reader_(model), then_(then) {}

    std::vector<Found> read(ConditionId id) {
        look_at(id);
        return std::move(found_);
    }

private:
    void look_at(ConditionId id) {
        if (!id.is_valid() || ++depth_ > most_deep) return;
        const Condition::Kind& kind = model_.conditions[id].kind;
        if (const auto* legs = std::get_if<Legs>(&kind)) {
            for (const Leg& leg : legs->legs) {
                if (legs->quantifier == Quantifier::All && leg.exceptions.empty()) look_at(leg.condition);
            }
        }
        if (const auto* property = std::get_if<PropertyHolds>(&kind); property != nullptr && !property->negated) {
            const std::vector<DefinitionVersion>& versions = model_.definitions[property->definition].versions;
            if (versions.size() == 1) look_at(versions.front().condition);
        }
        if (const auto* present = std::get_if<Present>(&kind); present != nullptr && !present->negated) {
            add(reader_.happening(present->value), false, id);
        }
        if (const auto* has = std::get_if<HasCount>(&kind); has != nullptr && is_at_least_one(*has)) {
            add(reader_.happening(has->things), false, id);
        }
        if (const auto* done = std::get_if<HasDone>(&kind)) add(reader_.happening(done->things), false, id);
        if (const auto* date = std::get_if<DateIs>(&kind)) look_at(*date, id);
        --depth_;
    }

    [[nodiscard]] bool is_at_least_one(const HasCount& has) const {
        const bool is_lower = has.quantifier == Quantifier::AtLeast || has.quantifier == Quantifier::Exactly;
        const auto* count = std::get_if<Constant>(&model_.expressions[has.count].kind);
        return is_lower && !has.none && count != nullptr && count->value > 0;
    }

    void look_at(const DateIs& date, ConditionId id) {
        const Happening subject = reader_.happening(date.subject);
        const Happening bound = reader_.happening(date.bound);
        const bool is_before = date.relation == DateRelation::Before || date.relation == DateRelation::NotAfter;
        const bool is_after = date.relation == DateRelation::After || date.relation == DateRelation::NotBefore;
        if (is_before && bound == then_ && !reader_.is_later(date.bound)) {
            add(subject, date.relation == DateRelation::Before || reader_.is_earlier(date.bound), id);
        }
        if (is_after && subject == then_ && !reader_.is_earlier(date.bound)) {
            add(bound, date.relation == DateRelation::After || reader_.is_later(date.bound), id);
        }
    }

    void add(Happening first, bool is_strict, ConditionId id) {
        if (first.is_valid() && first != then_) found_.push_back({first, is_strict, id});
    }

    static constexpr int most_deep = 20;
    const Model& model_;
    HappeningReader reader_;
    Happening then_;
    int depth_ = 0;
    std::vector<Found> found_;
};

class DeadlockFinder {
public:
    explicit DeadlockFinder(Context& context) : context_(context), model_(context.model), reader_(context.model) {}

    void find() {
        for (std::size_t index = 0; index < model_.rules.size(); ++index) {
            const RuleId id = model_.rules.id_at(index);
            for (std::size_t at = 0; at < model_.rules[id].versions.size(); ++at) read({id, at});
        }
        for (std::size_t first = 0; first < orders_.size(); ++first) follow({first});
    }

private:
    static constexpr std::size_t longest = 6;

    [[nodiscard]] const RuleVersion& version(VersionOfRule which) const {
        return model_.rules[which.rule].versions[which.version];
    }

    void read(VersionOfRule which) {
        const RuleVersion& rule = version(which);
        if (!rule.subject.is_valid() || !rule.not_yet.empty() || rule.validity.is_never) return;
        if (model_.rules[which.rule].kind == RuleKind::Precondition) read_guarded(which);
        if (rule.duty && !rule.duty->recurrence) read_duty(which, *rule.duty);
        if (rule.ban) read_ban(which, *rule.ban);
    }

    void read_guarded(VersionOfRule which) {
        const RuleVersion& rule = version(which);
        const KindId kind = model_.variables[rule.subject].kind;
        const bool is_event = model_.kinds[kind].category == KindCategory::Event;
        const Happening act = rule.act.is_valid() ? reader_.happening(rule.act)
                              : is_event          ? Happening{kind, {}}
                                                  : Happening{};
        if (act.is_valid()) add(which, act, rule.requirement, rule.arranged_by);
    }

    // It need not be done before the term begins.
    void read_duty(VersionOfRule which, const Duty& duty) {
        const Happening act = reader_.happening(duty.asked.events);
        if (!act.is_valid()) return;
        if (duty.earliest.is_valid()) add(which, {reader_.happening(duty.earliest), act, false, {}}, {});
        const auto* first_day = duty.start.is_valid() ? std::get_if<FirstDay>(&model_.expressions[duty.start].kind)
                                                      : nullptr;
        if (first_day != nullptr) add(which, act, first_day->condition, {});
    }

    void read_ban(VersionOfRule which, const TimedAct& ban) {
        const Happening act = reader_.happening(ban.asked.events);
        const bool is_until = !ban.triggers.is_valid() && !ban.earliest.is_valid() && ban.latest.is_valid();
        if (act.is_valid() && is_until) add(which, {reader_.happening(ban.latest), act, false, {}}, {});
    }

    void add(VersionOfRule which, Happening act, ConditionId condition, const Actors& who) {
        for (const RequiredBefore::Found& found : RequiredBefore(model_, act).read(condition)) {
            Order order{found.first, act, found.is_strict, {}};
            order.wait.condition = found.condition;
            add(which, std::move(order), who);
        }
    }

    void add(VersionOfRule which, Order order, const Actors& who) {
        if (!order.first.is_valid() || order.first == order.then) return;
        for (Order& other : orders_) {
            const bool is_same = other.wait.rule == which && other.first == order.first && other.then == order.then;
            if (!is_same) continue;
            other.is_strict = other.is_strict || order.is_strict;
            return;
        }
        const RuleVersion& rule = version(which);
        order.wait.rule = which;
        order.wait.act = reader_.words(order.then);
        order.wait.first = reader_.words(order.first);
        order.wait.who = who;
        order.wait.is_always = !rule.only_if.is_valid() && rule.exceptions.empty() && rule.exempted_by.empty() &&
                               rule.replaced_by.empty() && !model_.variables[rule.subject].only.is_valid() &&
                               !rule.in_place.is_valid();
        orders_.push_back(std::move(order));
    }

    // A circle is found from the first of its orders, so each is found once.
    void follow(std::vector<std::size_t> path) {
        const Happening wanted = orders_[path.back()].first;
        if (wanted == orders_[path.front()].then) return found(path);
        if (path.size() == longest) return;
        for (std::size_t next = path.front() + 1; next < orders_.size(); ++next) {
            const bool is_met = std::any_of(path.begin(), path.end(), [&](std::size_t each) {
                return each == next || orders_[each].then == orders_[next].then;
            });
            if (orders_[next].then != wanted || is_met) continue;
            std::vector<std::size_t> longer = path;
            longer.push_back(next);
            follow(std::move(longer));
        }
    }

    void found(const std::vector<std::size_t>& path) {
        Deadlock deadlock;
        for (const std::size_t each : path) {
            deadlock.waits.push_back(orders_[each].wait);
            deadlock.is_possible_at_once = deadlock.is_possible_at_once && !orders_[each].is_strict;
        }
        for (std::size_t at = 0; at < path.size(); ++at) {
            const VersionOfRule which = deadlock.waits.front().rule;
            context_.model.rules.at(which.rule).versions[which.version].deadlocks.push_back(deadlock);
            std::rotate(deadlock.waits.begin(), deadlock.waits.begin() + 1, deadlock.waits.end());
        }
        report(deadlock);
    }

    void report(const Deadlock& deadlock) {
        std::string rules;
        std::string nl;
        std::string en;
        for (const Wait& wait : deadlock.waits) {
            const std::string& article = version(wait.rule).source.article;
            rules += (rules.empty() ? "" : ", ") + kind_word(model_.rules[wait.rule.rule].kind) + " " +
                     model_.rules[wait.rule.rule].name + (article.empty() ? "" : " (" + article + ")");
            nl += (nl.empty() ? "" : "; ") + wait.act + " pas na " + wait.first;
            en += (en.empty() ? "" : "; ") + wait.act + " only after " + wait.first;
        }
        const bool is_always = std::all_of(deadlock.waits.begin(), deadlock.waits.end(),
                                           [](const Wait& wait) { return wait.is_always; });
        const Argument when = is_always ? term("when", ": " + nl, ": " + en)
                                        : term("when", " in de zaken waarin zij allemaal gelden: " + nl,
                                               " in the cases in which they all hold: " + en);
        std::vector<Note> notes;
        for (std::size_t at = 1; at < deadlock.waits.size(); ++at) {
            notes.push_back({Code::OtherRuleNote, version(deadlock.waits[at].rule).where, {}});
        }
        context_.report(Code::RulesWaitForOneAnother, version(deadlock.waits.front().rule).where,
                        {word("circle", rules), when}, std::move(notes));
    }

    Context& context_;
    const Model& model_;
    HappeningReader reader_;
    std::vector<Order> orders_;
};

}  // namespace

void find_deadlocks(Context& context) { DeadlockFinder(context).find(); }

}  // namespace toets::model
