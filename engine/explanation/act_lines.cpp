// What was done under a power or against a ban (C62, C63), in words.
#include <algorithm>

#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

struct ActWriter {
    const Finding& finding;
    const View& view;
    Language language;
    std::vector<Line> lines;

    void add(std::string text) { lines.push_back({Line::Kind::Reason, 0, std::move(text)}); }

    void add_below(std::vector<Line> more) {
        for (Line& line : more) {
            ++line.depth;
            lines.push_back(std::move(line));
        }
    }

    [[nodiscard]] std::string words(Date date) const { return toets::to_words(date, language); }
    [[nodiscard]] std::string on(const RecordedAct& act) const {
        return act.date ? say(Phrase::OnDay, language, {{"date", words(*act.date)}}) : std::string();
    }
    [[nodiscard]] std::string by(const RecordedAct& act) const {
        return act.by.empty() ? std::string() : say(Phrase::ByWhom, language, {{"who", act.by}});
    }
};

std::string window_words(const Window& window, const ActWriter& writer) {
    std::string when;
    if (window.first && window.last) {
        when = say(Phrase::WindowBetween, writer.language,
                   {{"first", writer.words(*window.first)}, {"last", writer.words(*window.last)}});
    } else if (window.first) {
        when = say(Phrase::WindowFrom, writer.language, {{"first", writer.words(*window.first)}});
    } else if (window.last) {
        when = say(Phrase::WindowUntil, writer.language, {{"last", writer.words(*window.last)}});
    }
    if (!window.trigger_date) return when;
    return say(Phrase::WindowAfter, writer.language,
               {{"when", when}, {"trigger", window.trigger}, {"date", writer.words(*window.trigger_date)}});
}

// Each act that was not allowed, for each window it fell in.
void add_forbidden(ActWriter& writer) {
    for (const ForbiddenAct& forbidden : writer.finding.forbidden) {
        const RecordedAct& act = forbidden.act;
        const Phrase which = act.is_planned ? Phrase::ActForbidden : Phrase::ActWasForbidden;
        std::vector<std::string> windows;
        for (const Window& window : forbidden.windows) windows.push_back(window_words(window, writer));
        if (windows.empty()) windows.emplace_back();
        for (const std::string& when : windows) {
            writer.add(say(which, writer.language,
                           {{"act", act.act}, {"on", writer.on(act)}, {"by", writer.by(act)}, {"when", when}}));
        }
        writer.add_below(to_lines(forbidden.exceptions, std::nullopt, writer.view));
    }
}

std::string all_windows(const UsedPower& power, const ActWriter& writer) {
    std::string when;
    for (const Window& window : power.windows) {
        when += (when.empty() ? "" : ";") + window_words(window, writer);
    }
    return when;
}

const Exception* freeing(const std::vector<Exception>& exceptions) {
    const auto found = std::find_if(exceptions.begin(), exceptions.end(),
                                    [](const Exception& each) { return each.holds == Truth::True; });
    return found == exceptions.end() ? nullptr : &*found;
}

std::string not_counted_words(const UsedPower::NotCounted& one, const std::string& who, const std::string& when,
                              const ActWriter& writer) {
    using Why = UsedPower::NotCounted::Why;
    const RecordedAct& act = one.act;
    const std::string on = writer.on(act);
    const std::string by = writer.by(act);
    if (one.why == Why::OtherParty) {
        return say(Phrase::PowerOther, writer.language, {{"act", act.act}, {"on", on}, {"by", by}, {"who", who}});
    }
    if (one.why == Why::OtherTime && !when.empty()) {
        return say(Phrase::PowerOtherTime, writer.language, {{"act", act.act}, {"on", on}, {"by", by}, {"when", when}});
    }
    if (const Exception* exception = freeing(one.exceptions); exception != nullptr) {
        return say(Phrase::PowerExcepted, writer.language,
                   {{"act", act.act}, {"on", on}, {"by", by}, {"sentence", exception->condition.words}});
    }
    return say(Phrase::PowerNone, writer.language, {{"act", act.act}, {"on", on}, {"by", by}});
}

// Each decision that was recorded, and who may decide when that is of use.
void add_power(ActWriter& writer) {
    if (!writer.finding.power) return;
    using Why = UsedPower::NotCounted::Why;
    const UsedPower& power = *writer.finding.power;
    const std::string who = to_words(power.who, writer.language);
    const std::string when = all_windows(power, writer);
    for (const RecordedAct& act : power.used) {
        writer.add(say(Phrase::PowerUsed, writer.language,
                       {{"act", act.act}, {"on", writer.on(act)}, {"by", writer.by(act)}}));
    }
    for (const UsedPower::NotCounted& act : power.not_counted) {
        writer.add(not_counted_words(act, who, when, writer));
        if (act.why != Why::NoPower) continue;
        const Exception* exception = freeing(act.exceptions);
        if (exception != nullptr) writer.add_below(to_ground_lines(*exception, writer.view));
    }
    const auto is_told = [&when](const UsedPower::NotCounted& act) {
        return act.why == Why::OtherTime || (act.why == Why::OtherParty && when.empty());
    };
    const bool says_who = std::any_of(power.not_counted.begin(), power.not_counted.end(), is_told);
    const bool has_power = writer.finding.ground.empty() && writer.finding.is_in_force;
    if (!has_power || !power.used.empty() || says_who) return;
    const bool is_never_said = power.is_after_events && when.empty();
    writer.add(is_never_said ? say(Phrase::PowerUnused, writer.language)
                             : say(Phrase::PowerMay, writer.language, {{"who", who}, {"when", when}}));
}

}  // namespace

std::vector<Line> act_lines(const Finding& finding, const View& view) {
    ActWriter writer{finding, view, view.language, {}};
    add_forbidden(writer);
    add_power(writer);
    return std::move(writer.lines);
}

// In the row of names: when it was used, or that it was not.
std::string power_words(const UsedPower& power, Language language) {
    if (power.used.empty()) return say(Phrase::PowerUnused, language);
    const std::optional<Date>& last = power.used.back().date;
    return last ? say(Phrase::PowerUsedOn, language, {{"date", toets::to_words(*last, language)}}) : std::string();
}

}  // namespace toets::explanation
