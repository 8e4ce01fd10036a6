#include "agenda/from_evaluation.h"

#include <algorithm>

#include "explanation/phrases.h"
#include "explanation/report.h"
#include "model/seats.h"

namespace toets::agenda {

using explanation::Action;
using explanation::Answer;
using explanation::Finding;
using explanation::Missing;
using explanation::Phrase;
using explanation::say;
using explanation::Who;
using program::Outcome;

namespace {

void collect_actions(const explanation::Sentence& sentence, std::vector<Action>& actions) {
    actions.insert(actions.end(), sentence.actions.begin(), sentence.actions.end());
    for (const explanation::Sentence& part : sentence.parts) collect_actions(part, actions);
}

std::vector<Action> actions_of(const Finding& finding) {
    std::vector<Action> actions;
    for (const explanation::Sentence& sentence : finding.sentences) collect_actions(sentence, actions);
    actions.insert(actions.end(), finding.actions.begin(), finding.actions.end());
    return actions;
}

Date day_before(Date date) { return Date{date.days - 1}; }

class Collector {
public:
    Collector(const Asked& asked, std::uint32_t case_index, forecast::Forecaster& forecaster,
              std::vector<Entry>& entries)
        : asked_(asked),
          case_index_(case_index),
          forecaster_(forecaster),
          entries_(entries),
          answer_(explanation::from_evaluation(asked.today, case_index, &forecaster)),
          later_(explanation::from_evaluation(asked.later, case_index)),
          today_(*answer_.reference_date) {}

    void collect() {
        for (const Finding& finding : answer_.findings) {
            add_actions(finding);
            add_missing(finding);
            add_missed(finding);
        }
        for (const Finding& finding : later_.findings) add_returning(finding);
        add_changes();
        add_possible();
    }

private:
    [[nodiscard]] std::string phrase(Phrase which, std::initializer_list<explanation::Filling> fillings = {}) const {
        return say(which, asked_.language, fillings);
    }

    // One entry for each of those who must act, or may.
    void add(Entry entry, const Who& who, Phrase nobody = Phrase::AllParties) {
        const bool is_past = entry.date && *entry.date < today_;
        if (is_past && entry.state == Entry::State::Open) entry.state = Entry::State::Overdue;
        if (entry.date && asked_.until < *entry.date) return;
        if (who.names.empty()) {
            entry.party = phrase(nobody);
            entries_.push_back(std::move(entry));
            return;
        }
        for (const std::string& name : who.names) {
            Entry own = entry;
            own.party = holder_on(name, entry.date);
            for (const std::string& other : who.names) {
                if (who.any && other != name) own.or_else.push_back(holder_on(other, entry.date));
            }
            entries_.push_back(std::move(own));
        }
    }

    // C8: on the last day it is the successor who must act.
    [[nodiscard]] std::string holder_on(const std::string& name, const std::optional<Date>& date) const {
        const model::Model& model = *asked_.today.program.model;
        for (std::size_t index = 0; date && index < model.parties.size(); ++index) {
            const model::PartyId party = model.parties.id_at(index);
            if (model.parties[party].name.text == name)
                return model.parties[model::holder_on(model, party, *date)].name.text;
        }
        return name;
    }

    [[nodiscard]] Entry entry_of(const Finding& finding, Entry::What what) const {
        Entry entry;
        entry.what = what;
        entry.label = answer_.label;
        entry.kind = finding.kind;
        entry.rule = finding.rule;
        entry.article = finding.article;
        entry.document = finding.document;
        entry.outcome = finding.outcome;
        entry.judged_on = today_;
        entry.thing = finding.subject;
        return entry;
    }

    void add_actions(const Finding& finding) {
        for (const Action& action : actions_of(finding)) {
            if (action.what == Action::What::Answer) continue;
            Entry entry = entry_of(finding, what_of(action));
            entry.date = date_of(finding, action);
            entry.words = words_of(finding, action);
            if (action.what == Action::What::Perform) entry.not_before = finding.not_before;
            if (entry.not_before && *entry.not_before <= today_) entry.not_before.reset();
            add(std::move(entry), action.who);
        }
    }

    static Entry::What what_of(const Action& action) {
        switch (action.what) {
            case Action::What::Arrange: return Entry::What::Arrange;
            case Action::What::Move:
            case Action::What::ArrangeAndMove: return Entry::What::Move;
            case Action::What::Repair: return Entry::What::Repair;
            case Action::What::Refrain: return Entry::What::Refrain;
            case Action::What::Perform:
            case Action::What::Try:
            case Action::What::Record:
            case Action::What::Answer: break;
        }
        return Entry::What::Perform;
    }

    // The last day that is in time.
    [[nodiscard]] std::optional<Date> date_of(const Finding& finding, const Action& action) const {
        if (action.until) return action.until;
        if (action.before) return std::max(day_before(*action.before), std::min(today_, *action.before));
        if (action.what == Action::What::Perform && finding.outcome == Outcome::Violated && !finding.times.empty()) {
            return {};
        }
        const bool is_duty = action.what == Action::What::Perform || action.what == Action::What::Try;
        if (is_duty || action.what == Action::What::Record) return finding.term;
        for (const explanation::ForbiddenAct& forbidden : finding.forbidden) {
            const explanation::RecordedAct& act = forbidden.act;
            if (act.is_planned && act.act == action.act) return act.date;
        }
        return {};
    }

    [[nodiscard]] std::string words_of(const Finding& finding, const Action& action) const {
        switch (action.what) {
            case Action::What::Arrange: return phrase(Phrase::AgendaArrange, {{"what", action.about}});
            case Action::What::ArrangeAndMove:
                return phrase(Phrase::AgendaArrangeAndMove,
                              {{"what", action.about},
                               {"act", action.act},
                               {"date", toets::to_words(*action.move_to, asked_.language)}});
            case Action::What::Repair: return phrase(Phrase::AgendaRepair, {{"what", finding.rule}});
            case Action::What::Refrain: return phrase(Phrase::AgendaRefrain, {{"what", action.act}});
            case Action::What::Move:
                if (!action.move_to) break;
                return phrase(Phrase::AgendaMove,
                              {{"what", action.act}, {"date", toets::to_words(*action.move_to, asked_.language)}});
            case Action::What::Try: return phrase(Phrase::AgendaTry, {{"what", action.about}});
            case Action::What::Record: return phrase(Phrase::AgendaRecord, {{"what", action.about}});
            case Action::What::Perform:
            case Action::What::Answer: break;
        }
        return phrase(Phrase::AgendaPerform, {{"what", action.about.empty() ? finding.rule : action.about}});
    }

    void add_missing(const Finding& finding) {
        if (finding.waits_for_act) return;
        for (const Missing& missing : finding.missing) {
            if (!explanation::is_fact(missing) || missing.is_of_the_act) continue;
            Entry entry = entry_of(finding, Entry::What::Supply);
            if (finding.act_date && today_ <= *finding.act_date) {
                entry.date = std::max(day_before(*finding.act_date), today_);
            } else if (finding.act.empty()) {
                entry.date = finding.term;
            }
            entry.words =
                phrase(Phrase::AgendaSupply, {{"what", explanation::question_words(missing, asked_.language)}});
            add(std::move(entry), missing.who, Phrase::Applicant);
        }
    }

    // Of a duty that returns: the times that were not met. The next one is among the actions.
    void add_missed(const Finding& finding) {
        for (const explanation::DueTime& time : finding.times) {
            for (const explanation::DueTime::Found& found : time.found) {
                if (found.state == calendar::Occurrence::State::Missed) add_time(finding, time, found);
            }
        }
    }

    void add_returning(const Finding& finding) {
        for (const explanation::DueTime& time : finding.times) {
            if (time.last < today_ || asked_.until < time.last) continue;
            for (const explanation::DueTime::Found& found : time.found) {
                const bool is_to_do = found.state == calendar::Occurrence::State::Missed ||
                                      found.state == calendar::Occurrence::State::Open;
                if (is_to_do) add_time(finding, time, found);
            }
        }
    }

    void add_time(const Finding& finding, const explanation::DueTime& time, const explanation::DueTime::Found& found) {
        Entry entry = entry_of(finding, Entry::What::Perform);
        if (const Finding* now = finding_today(finding)) entry.outcome = now->outcome;
        entry.date = time.last;
        entry.returns = true;
        entry.words = phrase(Phrase::AgendaPerform, {{"what", finding.event.empty() ? finding.rule : finding.event}});
        add(std::move(entry), found.who.empty() ? finding.responsible : Who{{found.who}, false});
    }

    [[nodiscard]] const Finding* finding_today(const Finding& finding) const {
        const auto same = std::find_if(answer_.findings.begin(), answer_.findings.end(), [&](const Finding& each) {
            return each.id == finding.id && each.row == finding.row;
        });
        return same == answer_.findings.end() ? nullptr : &*same;
    }

    // What stops holding, and what falls due that was not told yet: with the plan of today.
    void add_changes() {
        if (asked_.until <= today_) return;
        const auto count = static_cast<std::size_t>(asked_.until.days - today_.days) + 2;
        const forecast::Days days = forecaster_.look(asked_.today.caseload, {case_index_, today_, count, {}, {}});
        for (const Finding& finding : answer_.findings) {
            for (std::size_t next = 1; next < days.size(); ++next) add_change(finding, days, next);
        }
    }

    void add_change(const Finding& finding, const forecast::Days& days, std::size_t next) {
        const Outcome before = days.outcome(next - 1, finding.id, finding.row);
        const Outcome after = days.outcome(next, finding.id, finding.row);
        if (before == after || after > Outcome::Missing) return;
        const bool is_due = before == Outcome::Pending;
        if (!is_due && !evaluation::allows(before)) return;
        const Date last = days.day(next - 1);
        Entry entry = entry_of(finding, is_due ? Entry::What::Perform : Entry::What::Expires);
        entry.date = last;
        if (is_due && is_told(finding, last)) return;
        if (!is_due) entry.state = Entry::State::Expires;
        const std::string event = finding.event.empty() ? finding.rule : finding.event;
        entry.words = is_due ? phrase(Phrase::AgendaPerform, {{"what", event}})
                             : phrase(Phrase::AgendaExpires, {{"what", finding.rule}});
        add(std::move(entry), finding.responsible);
    }

    [[nodiscard]] bool is_told(const Finding& finding, Date date) const {
        return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
            return entry.label == answer_.label && entry.rule == finding.rule && entry.thing == finding.subject &&
                   entry.date == date;
        });
    }

    void add_possible() {
        if (!answer_.outlook || !answer_.outlook->possible) return;
        const explanation::Outlook& outlook = *answer_.outlook;
        Entry entry;
        entry.what = Entry::What::Possible;
        entry.state = Entry::State::Possible;
        entry.label = answer_.label;
        entry.judged_on = today_;
        entry.thing = outlook.act;
        entry.outcome = Outcome::Pending;
        entry.date = outlook.possible->first;
        const std::string act = outlook.act.empty() ? answer_.root : outlook.act;
        entry.words = phrase(outlook.needs_more ? Phrase::AgendaPossibleIf : Phrase::AgendaPossible, {{"what", act}});
        add(std::move(entry), outlook.planned_by);
    }

    const Asked& asked_;
    std::uint32_t case_index_;
    forecast::Forecaster& forecaster_;
    std::vector<Entry>& entries_;
    Answer answer_;
    Answer later_;
    Date today_;
};

}  // namespace

void add_entries(const Asked& asked, std::uint32_t case_index, forecast::Forecaster& forecaster,
                 std::vector<Entry>& entries) {
    Collector(asked, case_index, forecaster, entries).collect();
}

}  // namespace toets::agenda
