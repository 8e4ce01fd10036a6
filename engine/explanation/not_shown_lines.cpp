// Of a rule whose reasons the reader does not see: what it depends on, and whom to ask (C78).
#include <algorithm>

#include "explanation/report.h"

namespace toets::explanation {

namespace {

using NotShownState = NotShown::State;
using Together = SeenBy::Together;

Phrase state_phrase(NotShownState state) {
    switch (state) {
        case NotShownState::NotSaid: return Phrase::StateNotSaid;
        case NotShownState::InOrder: return Phrase::StateInOrder;
        case NotShownState::NotInOrder: return Phrase::StateNotInOrder;
        case NotShownState::CannotBeSaid: return Phrase::StateCannotBeSaid;
    }
    return Phrase::StateNotSaid;
}

// For the colour of it.
Outcome outcome_like(NotShownState state) {
    if (state == NotShownState::InOrder) return Outcome::Satisfied;
    return state == NotShownState::NotInOrder ? Outcome::Missing : Outcome::Unknown;
}

std::string facts_words(const NotShown& rule, Language language) {
    std::string words;
    for (std::size_t i = 0; i < rule.classes.size(); ++i) {
        const std::string link = i == 0                        ? ""
                                 : i + 1 < rule.classes.size() ? ", "
                                                               : " " + say(Phrase::And, language) + " ";
        words += link + class_words(rule.classes[i], language);
    }
    return words;
}

std::string name_of(const NotShown& rule, Language language) {
    if (rule.tally) return to_words(*rule.tally, language) + " " + rule.name;
    return rule.kind == model::RuleKind::Precondition ? rule.name : to_words(rule.kind, language) + " " + rule.name;
}

std::string reference_of(const NotShown& rule) {
    if (rule.is_main_document && !rule.article.empty()) return rule.article;
    const bool has_article = rule.article.starts_with("artikel");
    return has_article ? rule.document + " " + rule.article : rule.document;
}

std::size_t count_blocking(const SeenBy& seen_by, NotShownState state) {
    const auto is_blocking = [state](const NotShown& rule) { return rule.is_blocking && rule.state == state; };
    return static_cast<std::size_t>(std::count_if(seen_by.not_shown.begin(), seen_by.not_shown.end(), is_blocking));
}

}  // namespace

Entry to_entry(const NotShown& rule, const SeenBy& seen_by, const View& view) {
    const Language language = view.language;
    Entry entry{outcome_like(rule.state),
                say(state_phrase(rule.state), language),
                name_of(rule, language),
                reference_of(rule),
                {},
                {}};
    for (const std::string& text : rule.texts) entry.lines.push_back({Line::Kind::Reason, 0, text});
    entry.lines.push_back(
        {Line::Kind::Reason, 0,
         say(Phrase::RestsOnUnseen, language, {{"facts", facts_words(rule, language)}, {"role", seen_by.role}})});
    for (const Missing& missing : rule.missing) {
        entry.lines.push_back({Line::Kind::Need, 0, to_words(missing, Phrase::FactNotKnown, language)});
    }
    if (rule.who.names.empty() || rule.state == NotShownState::InOrder) return entry;
    const Phrase action = rule.state == NotShownState::NotSaid ? Phrase::UnseenAsk : Phrase::UnseenToDo;
    entry.lines.push_back({Line::Kind::Action, 0, say(action, language, {{"who", to_words(rule.who, language)}})});
    return entry;
}

std::string together_words(const SeenBy& seen_by, Language language) {
    std::vector<std::string> parts;
    const auto add = [&](NotShownState state, Phrase one, Phrase several) {
        const std::size_t count = count_blocking(seen_by, state);
        const std::string number = std::to_string(count);
        if (count == 1) parts.push_back(say(one, language, {{"role", seen_by.role}}));
        if (count > 1) parts.push_back(say(several, language, {{"count", number}, {"role", seen_by.role}}));
    };
    if (seen_by.together == Together::InOrder) return say(Phrase::AllOfUnseenHold, language);
    add(NotShownState::NotInOrder, Phrase::OneUnseenNotInOrder, Phrase::SeveralUnseenNotInOrder);
    add(NotShownState::CannotBeSaid, Phrase::OneUnseenUndecided, Phrase::SeveralUnseenUndecided);
    const Phrase several = seen_by.together == Together::OneIsNotInOrder   ? Phrase::OneOfUnseenNotInOrder
                           : seen_by.together == Together::OneCannotBeSaid ? Phrase::OneOfUnseenUndecided
                                                                           : Phrase::SeveralNotShown;
    add(NotShownState::NotSaid, Phrase::OneNotShown, several);
    return joined(parts, ", ");
}

}  // namespace toets::explanation
