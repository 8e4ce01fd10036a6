// About the agreement itself: whether it is in force (C84), who takes whose place (C8), rules that wait for one another.
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

std::string enumerated(const std::vector<std::string>& names, Language language) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is_last = i + 1 == names.size();
        text += (i == 0 ? "" : is_last ? (language == Language::Dutch ? " en " : " and ") : ", ") + names[i];
    }
    return text;
}

std::string day(const std::optional<Date>& date, Language language) {
    return date ? toets::to_words(*date, language) : std::string();
}

std::string name_of(const DeadlockSeen::Wait& wait, Language language) {
    const std::string name = to_words(wait.kind, language) + " " + wait.rule;
    std::string where = wait.article;
    if (!wait.is_main_document) where = wait.document + (where.empty() ? "" : " " + where);
    return where.empty() ? name : name + " (" + where + ")";
}

}  // namespace

std::string to_words(const ForceNote& note, Language language) {
    using What = ForceNote::What;
    const std::string who = enumerated(note.parties, language);
    const std::string date = day(note.date, language);
    const std::string last = day(note.last, language);
    switch (note.what) {
        case What::ConsentMissing:
            return say(Phrase::ForceConsentMissing, language, {{"name", note.name}, {"parties", who}});
        case What::ConsentUndated:
            return say(Phrase::ForceConsentUndated, language, {{"name", note.name}, {"parties", who}});
        case What::ConsentLate: return say(Phrase::ForceConsentLate, language, {{"name", note.name}, {"date", date}});
        case What::Renewed:
            return say(Phrase::ForceRenewed, language, {{"name", note.name}, {"last", last}, {"date", date}});
        case What::RenewalOpen:
            return say(Phrase::ForceRenewalOpen, language, {{"name", note.name}, {"last", last}, {"date", date}});
        case What::Ends:
            return say(Phrase::ForceEnds, language,
                       {{"name", note.name}, {"last", last}, {"parties", who}, {"date", date}});
        case What::NoticeLate:
            return say(Phrase::ForceNoticeLate, language,
                       {{"name", note.name}, {"last", last}, {"parties", who}, {"date", date}});
        case What::NoticeUndated:
            return say(Phrase::ForceNoticeUndated, language,
                       {{"name", note.name}, {"last", last}, {"parties", who}});
    }
    return {};
}

std::string to_words(const SuccessionNote& note, std::optional<Date> reference_date, Language language) {
    const bool is_past = reference_date && note.from <= *reference_date;
    return say(is_past ? Phrase::SucceededNow : Phrase::SucceededThen, language,
               {{"party", note.party}, {"successor", note.successor}, {"date", toets::to_words(note.from, language)}});
}

std::vector<Line> to_lines(const DeadlockSeen& deadlock, const View& view) {
    std::vector<Line> lines{{Line::Kind::Reason, 0, say(Phrase::Deadlock, view.language)}};
    for (const DeadlockSeen::Wait& wait : deadlock.waits) {
        const Phrase phrase = wait.is_always ? Phrase::DeadlockWait : Phrase::DeadlockWaitIfIt;
        lines.push_back({Line::Kind::Detail, 1,
                         say(phrase, view.language,
                             {{"rule", name_of(wait, view.language)}, {"act", wait.act}, {"first", wait.first}})});
    }
    const std::string& act = deadlock.waits.front().act;
    const std::string& first = deadlock.waits.front().first;
    if (deadlock.is_possible_at_once) {
        lines.push_back(
            {Line::Kind::Action, 0, say(Phrase::DeadlockAtOnce, view.language, {{"act", act}, {"first", first}})});
    }
    lines.push_back({Line::Kind::Action, 0, say(Phrase::DeadlockPromise, view.language, {{"act", act}, {"first", first}})});
    return lines;
}

}  // namespace toets::explanation
