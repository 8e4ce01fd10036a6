// What was done under a power or against a ban (C62, C63), in words.
#include <algorithm>

#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

struct ActWriter {
    const Finding& finding;
    Language language;
    std::vector<std::string> lines;

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
            writer.lines.push_back(
                say(which, writer.language,
                    {{"act", act.act}, {"on", writer.on(act)}, {"by", writer.by(act)}, {"when", when}}));
        }
    }
}

std::string all_windows(const UsedPower& power, const ActWriter& writer) {
    std::string when;
    for (const Window& window : power.windows) {
        when += (when.empty() ? "" : ";") + window_words(window, writer);
    }
    return when;
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
    return say(Phrase::PowerNone, writer.language, {{"act", act.act}, {"on", on}, {"by", by}});
}

// Each decision that was recorded, and who may decide when that is of use.
void add_power(ActWriter& writer) {
    if (!writer.finding.power) return;
    const UsedPower& power = *writer.finding.power;
    const std::string who = to_words(power.who, writer.language);
    const std::string when = all_windows(power, writer);
    for (const RecordedAct& act : power.used) {
        writer.lines.push_back(say(Phrase::PowerUsed, writer.language,
                                   {{"act", act.act}, {"on", writer.on(act)}, {"by", writer.by(act)}}));
    }
    for (const UsedPower::NotCounted& act : power.not_counted) {
        writer.lines.push_back(not_counted_words(act, who, when, writer));
    }
    using Why = UsedPower::NotCounted::Why;
    const auto is_told = [&when](const UsedPower::NotCounted& act) {
        return act.why == Why::OtherTime || (act.why == Why::OtherParty && when.empty());
    };
    const bool says_who = std::any_of(power.not_counted.begin(), power.not_counted.end(), is_told);
    const bool has_power = writer.finding.ground.empty() && writer.finding.is_in_force;
    if (!has_power || !power.used.empty() || says_who) return;
    const bool is_never_said = power.is_after_events && when.empty();
    writer.lines.push_back(is_never_said ? say(Phrase::PowerUnused, writer.language)
                                         : say(Phrase::PowerMay, writer.language, {{"who", who}, {"when", when}}));
}

}  // namespace

std::vector<std::string> act_lines(const Finding& finding, const View& view) {
    ActWriter writer{finding, view.language, {}};
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
