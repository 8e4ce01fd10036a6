#include "explanation/timed_acts.h"

#include <algorithm>

#include "explanation/deeds.h"
#include "explanation/sentences.h"

namespace toets::explanation {

namespace {

class TimedActs {
public:
    TimedActs(const Reading& reading, const program::TimedActProof& proof, const model::TimedAct& act)
        : reading_(reading), proof_(proof), act_(act) {}

    [[nodiscard]] RecordedAct recorded(std::uint32_t event) const {
        RecordedAct act;
        const model::KindId kind = reading_.program().frames[proof_.events.items].kind;
        const std::uint32_t thing = reading_.trace().thing(proof_.events.items, event);
        act.act = reading_.words().thing(kind, thing);
        const evaluation::Value date = reading_.value(proof_.date, event);
        act.date = known_date(date);
        act.where = reading_.words().fact(reading_.model().kinds[kind].date, thing, date).where;
        act.by = party_words(reading_, reading_.model().kinds[kind].performer, reading_.value(proof_.performer, event));
        const auto today = reading_.reference_date();
        act.is_planned = act.date && today && *today <= *act.date;
        return act;
    }

    void add_forbidden(std::uint32_t event, Finding& finding) const {
        ForbiddenAct forbidden{recorded(event), {}, exceptions(event)};
        const std::optional<Date>& day = forbidden.act.date;
        for (const std::uint32_t row : windows(event)) {
            if (has_window() && day && contains(row, *day)) forbidden.windows.push_back(window(row));
        }
        finding.forbidden.push_back(std::move(forbidden));
    }

    // C83: those that are judged by the day of the act.
    [[nodiscard]] std::vector<Exception> exceptions(std::uint32_t event) const {
        std::vector<Exception> all;
        for (const program::ExceptionProof& each : proof_.exceptions) {
            all.push_back(to_exception(reading_, each, event));
        }
        return all;
    }
    [[nodiscard]] bool is_excepted(std::uint32_t event) const {
        return proof_.excepted.is_valid() && reading_.truth(proof_.excepted, event) == Truth::True;
    }

    // Of a power: the days that hold for the event, each once.
    void add_windows(std::uint32_t event, UsedPower& power) const {
        for (const std::uint32_t row : windows(event)) {
            Window found = window(row);
            const auto is_same = [&found](const Window& other) {
                return other.first == found.first && other.last == found.last;
            };
            const bool is_told = std::any_of(power.windows.begin(), power.windows.end(), is_same);
            if (has_window() && (found.first || found.last) && !is_told) power.windows.push_back(std::move(found));
        }
    }

    // The first day on or after the act's on which it is allowed; empty when it never is, or nobody knows.
    [[nodiscard]] std::optional<Date> first_allowed(std::uint32_t event, Date day) const {
        const std::vector<std::uint32_t> rows = windows(event);
        for (std::size_t round = 0; round <= rows.size(); ++round) {
            const auto holding =
                std::find_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return contains(row, day); });
            if (holding == rows.end()) return day;
            const std::optional<Date> last = end(*holding);
            if (!last) return {};
            day = Date{last->days + 1};
        }
        return {};
    }

private:
    // The rows in which the windows of this event stand.
    [[nodiscard]] std::vector<std::uint32_t> windows(std::uint32_t event) const {
        if (!proof_.triggers) return {event};
        std::vector<std::uint32_t> rows;
        const evaluation::Trace::Rows all = reading_.trace().items(proof_.windows, event);
        for (std::uint32_t row = all.first; row < all.last; ++row) {
            if (reading_.truth(proof_.triggers->counts, row) == Truth::True) rows.push_back(row);
        }
        return rows;
    }
    [[nodiscard]] std::optional<Date> start(std::uint32_t row) const {
        return proof_.earliest ? reading_.date(*proof_.earliest, row) : std::nullopt;
    }
    [[nodiscard]] std::optional<Date> end(std::uint32_t row) const {
        return proof_.latest ? reading_.date(*proof_.latest, row) : std::nullopt;
    }
    [[nodiscard]] bool has_window() const { return proof_.earliest || proof_.latest; }
    // Nothing to say of a window whose days are not known.
    [[nodiscard]] bool contains(std::uint32_t row, Date day) const {
        const std::optional<Date> first = start(row);
        const std::optional<Date> last = end(row);
        if ((proof_.earliest && !first) || (proof_.latest && !last)) return false;
        return (!first || *first <= day) && (!last || day <= *last);
    }

    [[nodiscard]] Window window(std::uint32_t row) const {
        Window window{start(row), end(row), {}, {}};
        if (!proof_.triggers) return window;
        const model::Type& type = reading_.model().expressions[act_.triggers].type;
        window.trigger = with_article(type.only.is_valid() ? reading_.model().sub_kinds[type.only].name
                                                           : reading_.model().kinds[type.kind].name);
        window.trigger_date = known_date(reading_.value(proof_.trigger_date, row));
        return window;
    }

    const Reading& reading_;
    const program::TimedActProof& proof_;
    const model::TimedAct& act_;
};

void add_action(const TimedActs& acts, std::uint32_t event, const Who& who, Finding& finding) {
    const RecordedAct& act = finding.forbidden.back().act;
    Action action;
    action.who = who;
    action.act = act.act;
    action.about = act.act;
    action.what = act.is_planned ? Action::What::Refrain : Action::What::Answer;
    if (act.is_planned) action.move_to = acts.first_allowed(event, *act.date);
    if (action.move_to) action.what = Action::What::Move;
    if (std::find_if(finding.actions.begin(), finding.actions.end(), [&](const Action& other) {
            return other.what == action.what && other.who == action.who && other.move_to == action.move_to;
        }) == finding.actions.end()) {
        finding.actions.push_back(std::move(action));
    }
}

UsedPower::NotCounted::Why why_not(const Reading& reading, const program::TimedActProof& proof, std::uint32_t event) {
    using Why = UsedPower::NotCounted::Why;
    if (reading.truth(proof.by, event) == Truth::False) return Why::OtherParty;
    return reading.truth(proof.in_time, event) == Truth::False ? Why::OtherTime : Why::NoPower;
}

// By the first act that is excused; every other is too.
void excuse(const Reading& reading, const program::TimedActProof& proof, const TimedActs& acts,
            evaluation::Trace::Rows rows, Finding& finding) {
    for (std::uint32_t event = rows.first; event < rows.last; ++event) {
        if (reading.truth(proof.meant, event) == Truth::False || !acts.is_excepted(event)) continue;
        finding.exceptions = acts.exceptions(event);
        break;
    }
    const auto freeing = std::find_if(finding.exceptions.begin(), finding.exceptions.end(),
                                      [](const Exception& each) { return each.holds == Truth::True; });
    if (freeing != finding.exceptions.end()) finding.ground = freeing->condition.words;
}

}  // namespace

void describe_ban(const Reading& reading, const program::TimedActProof& proof, const model::TimedAct& ban, At at,
                  Finding& finding) {
    finding.judged_on = reading.reference_date();
    finding.act.clear();
    finding.act_date.reset();
    const bool is_judged_per_act = !proof.exceptions.empty();
    if (is_judged_per_act) finding.exceptions.clear();
    const TimedActs acts(reading, proof, ban);
    const evaluation::Trace::Rows rows = reading.trace().items(proof.events.items, at.row);
    if (is_judged_per_act && finding.outcome == Outcome::Exempt) return excuse(reading, proof, acts, rows, finding);
    if (finding.outcome != Outcome::Violated) return;
    for (std::uint32_t event = rows.first; event < rows.last; ++event) {
        if (reading.truth(proof.meant, event) != Truth::True || acts.is_excepted(event)) continue;
        acts.add_forbidden(event, finding);
        const std::string& by = finding.forbidden.back().act.by;
        add_action(acts, event, by.empty() ? reading.words().who(ban.who) : Who{{by}}, finding);
    }
}

namespace {

// A window that counts from no event is told when nothing was decided too.
void add_own_window(const Reading& reading, const program::TimedActProof& proof, At at, UsedPower& used) {
    Window window;
    if (proof.own_earliest) window.first = reading.date(*proof.own_earliest, at.row);
    if (proof.own_latest) window.last = reading.date(*proof.own_latest, at.row);
    if (window.first || window.last) used.windows.push_back(std::move(window));
}

}  // namespace

// Of every act that was recorded, whether it is a use of the power; and those that are a use of no power at all.
void describe_power(const Reading& reading, const program::TimedActProof& proof, const model::TimedAct& power, At at,
                    Finding& finding) {
    finding.judged_on = reading.reference_date();
    finding.act.clear();
    finding.act_date.reset();
    UsedPower used;
    used.who = reading.words().who(power.who);
    used.is_after_events = proof.triggers.has_value();
    const TimedActs acts(reading, proof, power);
    add_own_window(reading, proof, at, used);
    const evaluation::Trace::Rows rows = reading.trace().items(proof.events.items, at.row);
    for (std::uint32_t event = rows.first; event < rows.last; ++event) {
        if (reading.truth(proof.events.counts, event) == Truth::False) continue;
        if (proof.triggers) acts.add_windows(event, used);
        RecordedAct act = acts.recorded(event);
        const bool has_happened = !act.is_planned || act.date == reading.reference_date();
        if (reading.truth(proof.valid, event) == Truth::False) {
            used.not_counted.push_back({std::move(act), why_not(reading, proof, event), acts.exceptions(event)});
        } else if (reading.truth(proof.meant, event) == Truth::True && has_happened && !acts.is_excepted(event)) {
            used.used.push_back(std::move(act));
        }
    }
    finding.power = std::move(used);
}

void add_missing_of_act(const Reading& reading, const program::TimedActProof& proof, At at,
                        std::vector<Missing>& missing) {
    program::ListProof events = proof.events;
    events.counts = proof.meant;
    add_missing(reading, events, at, missing);
    const evaluation::Trace::Rows rows = reading.trace().items(events.items, at.row);
    for (std::uint32_t event = rows.first; event < rows.last; ++event) {
        if (reading.truth(proof.meant, event) == Truth::False) continue;
        for (const program::ExceptionProof& each : proof.exceptions) add_missing(reading, each, event, missing);
        if (reading.truth(proof.meant, event) == Truth::True) continue;
        const At at_event{events.items, event};
        if (proof.triggers) add_missing(reading, *proof.triggers, at_event, missing);
        std::vector<std::uint32_t> windows{event};
        if (proof.triggers) {
            const evaluation::Trace::Rows all = reading.trace().items(proof.windows, event);
            windows.clear();
            for (std::uint32_t row = all.first; row < all.last; ++row) windows.push_back(row);
        }
        for (const std::uint32_t row : windows) {
            for (const auto& operand : {proof.earliest, proof.latest}) {
                if (operand) add_missing(reading, *operand, {proof.windows, row}, missing);
            }
        }
    }
}

}  // namespace toets::explanation
