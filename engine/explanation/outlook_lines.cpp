// When a case becomes possible, in words.
#include <algorithm>

#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

constexpr std::size_t most_facts = 5;  // of one rule

void add_once(std::string words, std::vector<std::string>& all) {
    if (!words.empty() && std::find(all.begin(), all.end(), words) == all.end()) all.push_back(std::move(words));
}

// The facts behind the parts that do not hold; of parts of which one would do, of all of them.
void collect_facts(const Sentence& sentence, std::vector<std::string>& all) {
    if (sentence.holds == Truth::True) return;
    for (const Fact& fact : sentence.parts.empty() ? sentence.facts : std::vector<Fact>()) add_once(fact.words, all);
    for (const Sentence& part : sentence.parts) collect_facts(part, all);
}

struct OutlookWriter {
    const Answer& answer;
    const Outlook& outlook;
    Language language;
    std::vector<std::string> lines;

    std::string words(Date date) const { return toets::to_words(date, language); }
    std::string name(std::size_t finding) const { return name_in_listing(answer.findings[finding], language); }

    std::string names(const std::vector<std::size_t>& findings) const {
        std::vector<std::string> all;
        for (const std::size_t finding : findings) add_once(name(finding), all);
        return joined(all, "; ");
    }

    std::string earliest() const {
        const Outlook::Possible& possible = *outlook.possible;
        std::string_view act = outlook.act;
        for (const std::string_view article : {"de ", "het "}) {
            if (language == Language::Dutch && act.starts_with(article)) act.remove_prefix(article.size());
        }
        std::string text = act.empty() ? say(Phrase::EarliestDay, language, {{"date", words(possible.first)}})
                                       : say(Phrase::EarliestAct, language,
                                             {{"act", std::string(act)}, {"date", words(possible.first)}});
        if (possible.last && *possible.last == possible.first) {
            text = say(Phrase::PossibleOnDay, language, {{"earliest", text}});
        } else if (possible.last) {
            text = say(Phrase::PossibleUntil, language, {{"earliest", text}, {"last", words(*possible.last)}});
        }
        return outlook.needs_more ? text + say(Phrase::IfTheRest, language) : text;
    }

    void add_possible() {
        lines.push_back(earliest());
        if (!outlook.possible->ended_by.empty()) {
            lines.push_back(say(Phrase::PossibleEndedBy, language, {{"rules", names(outlook.possible->ended_by)}}));
        }
        std::vector<std::string> moved;
        for (const Outlook::Moved& each : outlook.moved) {
            moved.push_back(say(Phrase::MovedTo, language, {{"what", each.what}, {"date", words(each.date)}}));
        }
        if (!moved.empty()) lines.push_back(say(Phrase::MovesAlong, language, {{"moved", joined(moved, "; ")}}));
        if (outlook.until_then.empty()) return;
        lines.push_back(say(Phrase::UntilThen, language));
        for (const Outlook::Coming& coming : outlook.until_then) {
            const bool is_due = coming.what == Outlook::Coming::What::Due;
            add_once(say(is_due ? Phrase::ComingDue : Phrase::ComingExpires, language,
                         {{"date", words(coming.last)}, {"what", name(coming.finding)}}),
                     lines);
        }
    }

    void add_never_together() {
        std::vector<std::string> all;
        for (const Outlook::OnlyIn& only : outlook.never_together) {
            const std::string what = name(only.finding);
            add_once(only.last ? say(Phrase::HoldsBetween, language,
                                     {{"what", what}, {"first", words(only.first)}, {"last", words(*only.last)}})
                               : say(Phrase::HoldsSince, language, {{"what", what}, {"first", words(only.first)}}),
                     all);
        }
        lines.push_back(say(Phrase::NeverTogether, language,
                            {{"until", words(outlook.looked_until)}, {"what", joined(all, "; ")}}));
    }

    // The case is so large that not all days were looked at.
    [[nodiscard]] bool is_cut_short() const {
        constexpr int most_months = 60;
        const auto end = shift(*answer.reference_date, {most_months, Duration::Unit::Months}, false);
        return end && outlook.looked_until < *end;
    }

    // What waits for an act that nobody planned yet stands apart in the answer.
    void add_in_the_way() {
        std::vector<std::string> all;
        for (const std::size_t index : outlook.in_the_way) {
            const Finding& finding = answer.findings[index];
            if (finding.waits_for_act) continue;
            std::vector<std::string> facts = facts_in_the_way(finding, language);
            facts.resize(std::min(facts.size(), most_facts));
            add_once(facts.empty() ? name(index) : name(index) + ": " + joined(facts, ", "), all);
        }
        if (all.empty()) return;
        const std::string what = joined(all, "; ");
        lines.push_back(is_cut_short() ? say(Phrase::WaitingUntilIsNoHelp, language,
                                             {{"until", words(outlook.looked_until)}, {"what", what}})
                                       : say(Phrase::WaitingIsNoHelp, language, {{"what", what}}));
    }
};

}  // namespace

std::vector<std::string> facts_in_the_way(const Finding& finding, Language language) {
    std::vector<std::string> facts;
    for (const Missing& missing : finding.missing) {
        if (is_fact(missing) && !missing.is_of_the_act) add_once(question_words(missing, language), facts);
    }
    if (finding.outcome == Outcome::Unknown) return facts;
    for (const Sentence& sentence : finding.sentences) collect_facts(sentence, facts);
    return facts;
}

std::vector<std::string> to_outlook_lines(const Answer& answer, Language language) {
    if (!answer.outlook) return {};
    OutlookWriter writer{answer, *answer.outlook, language, {}};
    if (answer.outlook->possible) {
        writer.add_possible();
    } else {
        if (!answer.outlook->never_together.empty()) writer.add_never_together();
        writer.add_in_the_way();
    }
    return std::move(writer.lines);
}

}  // namespace toets::explanation
