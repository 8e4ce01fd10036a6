#include "explanation/bans.h"

#include <algorithm>

#include "explanation/sentences.h"

namespace toets::explanation {

namespace {

class BanFindings {
public:
    BanFindings(const Reading& reading, const program::BanProof& proof, const model::Ban& ban)
        : reading_(reading), proof_(proof), ban_(ban) {}

    void add(std::uint32_t event, Finding& finding) {
        ForbiddenAct act;
        const model::KindId kind = reading_.program().frames[proof_.events.items].kind;
        const std::uint32_t thing = reading_.trace().thing(proof_.events.items, event);
        act.act = reading_.words().thing(kind, thing);
        act.date = known_date(reading_.value(proof_.date, event));
        const model::FieldId performer = reading_.model().kinds[kind].performer;
        const evaluation::Value who = reading_.value(proof_.performer, event);
        const Value words = reading_.words().value(reading_.model().fields[performer].type, who);
        if (const auto* name = std::get_if<Words>(&words)) act.by = with_article_of_role(name->text);
        const auto today = reading_.reference_date();
        act.is_planned = act.date && today && *today <= *act.date;
        for (const std::uint32_t window : windows(event)) add_window(act, window);
        finding.forbidden.push_back(std::move(act));
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
    [[nodiscard]] std::string with_article_of_role(const std::string& name) const {
        for (const model::Role& role : reading_.model().roles) {
            if (role.name.text == name) return with_article(role.name);
        }
        return name;
    }

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
    // Nothing to say of a window whose days are not known.
    [[nodiscard]] bool contains(std::uint32_t row, Date day) const {
        const std::optional<Date> first = start(row);
        const std::optional<Date> last = end(row);
        if ((proof_.earliest && !first) || (proof_.latest && !last)) return false;
        return (!first || *first <= day) && (!last || day <= *last);
    }

    void add_window(ForbiddenAct& act, std::uint32_t row) const {
        const bool has_window = proof_.earliest || proof_.latest;
        if (!has_window || !act.date || !contains(row, *act.date)) return;
        ForbiddenAct::Window window{start(row), end(row), {}, {}};
        if (proof_.triggers) {
            const model::Type& type = reading_.model().expressions[ban_.triggers].type;
            window.trigger = with_article(type.only.is_valid() ? reading_.model().sub_kinds[type.only].name
                                                               : reading_.model().kinds[type.kind].name);
            window.trigger_date = known_date(reading_.value(proof_.trigger_date, row));
        }
        act.windows.push_back(std::move(window));
    }

    const Reading& reading_;
    const program::BanProof& proof_;
    const model::Ban& ban_;
};

void add_action(const BanFindings& findings, std::uint32_t event, const Who& who, Finding& finding) {
    const ForbiddenAct& act = finding.forbidden.back();
    Action action;
    action.who = who;
    action.act = act.act;
    action.about = act.act;
    action.what = act.is_planned ? Action::What::Refrain : Action::What::Answer;
    if (act.is_planned) action.move_to = findings.first_allowed(event, *act.date);
    if (action.move_to) action.what = Action::What::Move;
    if (std::find_if(finding.actions.begin(), finding.actions.end(), [&](const Action& other) {
            return other.what == action.what && other.who == action.who && other.move_to == action.move_to;
        }) == finding.actions.end()) {
        finding.actions.push_back(std::move(action));
    }
}

}  // namespace

void describe_ban(const Reading& reading, const program::BanProof& proof, const model::Ban& ban, At at,
                  Finding& finding) {
    finding.judged_on = reading.reference_date();
    finding.act.clear();
    finding.act_date.reset();
    if (finding.outcome != Outcome::Violated) return;
    BanFindings findings(reading, proof, ban);
    const evaluation::Trace::Rows rows = reading.trace().items(proof.events.items, at.row);
    for (std::uint32_t event = rows.first; event < rows.last; ++event) {
        if (reading.truth(proof.forbidden, event) != Truth::True) continue;
        findings.add(event, finding);
        const std::string& by = finding.forbidden.back().by;
        add_action(findings, event, by.empty() ? reading.words().who(ban.who) : Who{{by}}, finding);
    }
}

void add_missing_of_ban(const Reading& reading, const program::BanProof& proof, At at, std::vector<Missing>& missing) {
    program::ListProof events = proof.events;
    events.counts = proof.forbidden;
    add_missing(reading, events, at, missing);
    const evaluation::Trace::Rows rows = reading.trace().items(events.items, at.row);
    for (std::uint32_t event = rows.first; event < rows.last; ++event) {
        if (reading.truth(proof.forbidden, event) != Truth::Unknown) continue;
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
