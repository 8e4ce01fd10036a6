// The arithmetic of a term in words: from which day, over which free days, moved by which article.
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

std::string day_words(Date day, Language language) {
    return std::string(toets::to_words(weekday(day), language)) + " " + toets::to_words(day, language);
}

std::string free_day_words(const FreeDay& free, Language language) {
    using Why = calendar::FreeDay::Why;
    const std::string day = day_words(free.day, language);
    if (free.holiday) {
        const std::string_view name = calendar::to_words(*free.holiday, to_civil(free.day).year, language);
        return say(Phrase::IsHoliday, language, {{"day", day}, {"holiday", std::string(name)}});
    }
    if (free.why != Why::Equated) return say(Phrase::IsWeekend, language, {{"day", day}});
    if (free.source.empty()) return say(Phrase::IsEquatedPlain, language, {{"day", day}});
    return say(Phrase::IsEquated, language, {{"day", day}, {"source", free.source}});
}

// "Goede Vrijdag 3 april 2026"
std::string skipped_words(const FreeDay& free, Language language) {
    const std::string day = toets::to_words(free.day, language);
    if (!free.holiday) return day;
    return std::string(calendar::to_words(*free.holiday, to_civil(free.day).year, language)) + " " + day;
}

std::string all_skipped(const std::vector<FreeDay>& skipped, Language language) {
    constexpr std::size_t most_named = 4;
    std::string days;
    for (std::size_t index = 0; index < std::min(most_named, skipped.size()); ++index) {
        days += (days.empty() ? "" : ", ") + skipped_words(skipped[index], language);
    }
    if (skipped.size() > most_named) {
        const std::string count = std::to_string(skipped.size() - most_named);
        days += ", " + say(Phrase::SkippedMore, language, {{"count", count}});
    }
    return say(Phrase::Skipped, language, {{"days", days}});
}

std::string step_words(const TermStep& step, Language language) {
    const std::string why = free_day_words(step.counted, language);
    const std::string next = day_words(step.next, language);
    std::string text;
    switch (step.what) {
        case TermStep::What::Moved: text = say(Phrase::TermMoved, language, {{"why", why}, {"next", next}}); break;
        case TermStep::What::Lengthened: text = say(Phrase::TermLengthened, language, {{"next", next}}); break;
        case TermStep::What::Excluded: text = say(Phrase::TermExcluded, language, {{"why", why}}); break;
    }
    if (step.article == 0) return text;
    return say(Phrase::StatuteArticle, language, {{"sentence", text}, {"article", std::to_string(step.article)}});
}

std::string stood_still_words(const StoodStill& stood, Language language) {
    const bool is_one_day = stood.first == *stood.last;
    const Phrase past = is_one_day ? Phrase::StoodStillOn : Phrase::StoodStill;
    const Phrase now = is_one_day ? Phrase::StandsStillOn : Phrase::StandsStill;
    const std::string first = toets::to_words(stood.first, language);
    const std::string days = toets::to_words(*stood.days, language);
    if (is_one_day) return say(stood.is_past ? past : now, language, {{"first", first}, {"days", days}});
    const std::string last = toets::to_words(*stood.last, language);
    return say(stood.is_past ? past : now, language, {{"first", first}, {"last", last}, {"days", days}});
}

}  // namespace

std::string to_words(const Shift& shift, Language language) {
    const Phrase way = shift.backward       ? Phrase::ShiftBackward
                       : shift.counts_start ? Phrase::ShiftFrom
                                            : Phrase::ShiftForward;
    std::string text = say(
        way, language, {{"length", length_words(shift, language)}, {"date", toets::to_words(shift.from, language)}});
    if (!shift.skipped.empty()) text += "; " + all_skipped(shift.skipped, language);
    for (const StoodStill& stood : shift.stood_still) {
        if (stood.last) text += "; " + stood_still_words(stood, language);
    }
    for (const TermStep& step : shift.steps) text += "; " + step_words(step, language);
    if (shift.leniency) {
        text += "; " + say(Phrase::WithLeniency, language, {{"length", toets::to_words(*shift.leniency, language)}});
    }
    return text;
}

}  // namespace toets::explanation
