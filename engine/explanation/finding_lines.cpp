// What stands under the first line of a finding: why, what is missing, who must act, and on what it is based.
#include <algorithm>
#include <map>
#include <set>

#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

struct FindingWriter {
    const Finding& finding;
    const View& view;
    std::vector<Line> lines;

    void add(Line::Kind kind, std::string text) { lines.push_back({kind, 0, std::move(text)}); }
    void add_all(std::vector<Line> more, std::size_t deeper = 0) {
        for (Line& line : more) {
            line.depth += deeper;
            lines.push_back(std::move(line));
        }
    }
    std::string phrase(Phrase which, std::initializer_list<Filling> fillings = {}) const {
        return say(which, view.language, fillings);
    }
    std::string rule_in_default() const {
        return to_words(finding.default_kind, view.language) + " " + finding.default_of;
    }
    std::string words(Date date) const { return toets::to_words(date, view.language); }
};

void add_subject(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    std::string words = writer.phrase(Phrase::About, {{"thing", finding.subject}});
    if (finding.subject_date) words += " (" + writer.words(*finding.subject_date) + ")";
    writer.add(Line::Kind::Reason, std::move(words));
}

void add_requirement(FindingWriter& writer) {
    for (const Sentence& sentence : writer.finding.sentences) {
        if (sentence.holds == Truth::True && !writer.view.all) continue;
        if (sentence.holds == Truth::Unknown && !writer.view.all) continue;
        writer.add_all(to_lines(sentence, writer.view));
    }
}

void add_failed_exceptions(FindingWriter& writer) {
    // Of what is met, or was never asked, no exception was needed.
    const Outcome outcome = writer.finding.outcome;
    if (outcome == Outcome::Satisfied || outcome == Outcome::NotApplicable || !writer.finding.rivals.empty()) return;
    std::optional<Phrase> helping;  // while it can still be arranged
    if (writer.finding.outcome == Outcome::Missing) helping = Phrase::RuleExceptedIf;
    writer.add_all(to_lines(writer.finding.exceptions, helping, writer.view));
}

void add_act(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (finding.is_beyond_mending) return writer.add(Line::Kind::Reason, writer.phrase(Phrase::DaysAreOver));
    if (finding.outcome != Outcome::Violated || !finding.act_date || finding.act.empty()) return;
    const bool is_curable = std::any_of(finding.actions.begin(), finding.actions.end(),
                                        [](const Action& action) { return action.what == Action::What::Repair; });
    writer.add(Line::Kind::Reason, writer.phrase(is_curable ? Phrase::ActWasCurable : Phrase::ActWas,
                                                 {{"act", finding.act}, {"date", writer.words(*finding.act_date)}}));
}

// The last day, with how it was calculated.
std::string term_words(const Finding& finding, const FindingWriter& writer) {
    const std::string term = writer.words(*finding.term);
    if (!finding.arithmetic) return term;
    return term + " (" + to_words(*finding.arithmetic, writer.view.language) + ")";
}

std::string days_late(Date last, Date done, Language language) {
    return to_words(Duration{done.days - last.days, Duration::Unit::Days}, language);
}

// C61: what showed that it was tried, or that nothing did.
void add_effort(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (finding.done_on && finding.outcome == Outcome::Satisfied) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::EffortShown, {{"event", finding.shown_by},
                                                                           {"date", writer.words(*finding.done_on)}}));
    }
    if (finding.outcome != Outcome::Missing || !finding.term) return;
    const std::string term = term_words(finding, writer);
    if (!finding.not_done_by.empty() && !finding.done_on) {
        const std::string who = to_words(Who{finding.not_done_by}, writer.view.language);
        return writer.add(Line::Kind::Reason, writer.phrase(Phrase::EffortNotShownBy, {{"date", term}, {"who", who}}));
    }
    if (!finding.done_on) {
        return writer.add(Line::Kind::Reason, writer.phrase(Phrase::EffortNotShown, {{"date", term}}));
    }
    const std::string late = days_late(*finding.term, *finding.done_on, writer.view.language);
    writer.add(
        Line::Kind::Reason,
        writer.phrase(Phrase::EffortLate, {{"date", term}, {"done", writer.words(*finding.done_on)}, {"late", late}}));
}

// C59: the days left, of a term that stood still.
void add_remaining(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (finding.outcome != Outcome::Pending || !finding.arithmetic || !finding.arithmetic->remaining) return;
    if (finding.arithmetic->remaining->count == 0) return;
    const Phrase which = finding.stands_still_since ? Phrase::RemainingWhenRunning : Phrase::Remaining;
    const std::string length = toets::to_words(*finding.arithmetic->remaining, writer.view.language);
    writer.add(Line::Kind::Reason, writer.phrase(which, {{"length", length}}));
}

// C59: a term without a last day.
void add_standstill(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (finding.outcome != Outcome::Pending || !finding.stands_still_since) return;
    const bool is_later = finding.judged_on && *finding.judged_on < *finding.stands_still_since;
    const Phrase which = is_later ? Phrase::WillStandStill : Phrase::StandsStillSince;
    std::string words = writer.phrase(which, {{"date", writer.words(*finding.stands_still_since)}});
    if (finding.arithmetic) words += " (" + to_words(*finding.arithmetic, writer.view.language) + ")";
    writer.add(Line::Kind::Reason, words);
}

std::string found_words(const DueTime& time, const DueTime::Found& found, const FindingWriter& writer) {
    using State = calendar::Occurrence::State;
    const std::string by = found.who.empty() ? std::string() : writer.phrase(Phrase::ByWhom, {{"who", found.who}});
    if (found.state == State::Open) return writer.phrase(Phrase::TimeOpen, {{"by", by}});
    if (found.state == State::Missed) return writer.phrase(Phrase::TimeMissed, {{"by", by}});
    const std::string date = writer.words(*found.done_on);
    if (found.state == State::Late) {
        const std::string late = days_late(time.last, *found.done_on, writer.view.language);
        return writer.phrase(Phrase::TimeLate, {{"date", date}, {"by", by}, {"late", late}});
    }
    const bool is_in_leniency = time.due < *found.done_on;
    return writer.phrase(is_in_leniency ? Phrase::TimeInLeniency : Phrase::TimeDone, {{"date", date}, {"by", by}});
}

// C58: each time with the day it was due, and what was found.
void add_times(FindingWriter& writer) {
    for (const DueTime& time : writer.finding.times) {
        std::string found;
        const auto is_as_first = [&time](const DueTime::Found& each) {
            return each.state == time.found.front().state && each.done_on == time.found.front().done_on;
        };
        std::vector<DueTime::Found> all = time.found;
        if (std::all_of(all.begin(), all.end(), is_as_first)) all = {{{}, all.front().state, all.front().done_on}};
        for (const DueTime::Found& each : all) {
            found += (found.empty() ? "" : "; ") + found_words(time, each, writer);
        }
        const std::string due = writer.words(time.due);
        const std::string last = writer.words(time.last);
        writer.add(Line::Kind::Reason,
                   time.due == time.last
                       ? writer.phrase(Phrase::TimeDue, {{"date", due}, {"found", found}})
                       : writer.phrase(Phrase::TimeDueLenient, {{"date", due}, {"last", last}, {"found", found}}));
    }
}

// C82: since when, or why not yet.
void add_beginning(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    const bool is_at_issue = finding.outcome != Outcome::NotApplicable && finding.outcome != Outcome::Exempt;
    if (!finding.begins || !finding.begins->day || !is_at_issue) return;
    const std::string day = writer.words(*finding.begins->day);
    switch (finding.begins->state) {
        case Begins::State::Begun:
            writer.add(Line::Kind::Reason, writer.phrase(Phrase::BeganOn, {{"date", day}}));
            return writer.add_all(to_held_lines(finding.begins->sentence, writer.view));
        case Begins::State::NotYet:
            writer.add(Line::Kind::Reason, writer.phrase(Phrase::NotBegun, {{"date", day}}));
            return writer.add_all(to_lines(finding.begins->sentence, writer.view), 1);
        case Begins::State::LongAgo:
            writer.add(Line::Kind::Need, writer.phrase(Phrase::BeganLongAgo, {{"date", day}}));
            return writer.add_all(to_held_lines(finding.begins->sentence, writer.view));
        case Begins::State::Unknown: break;
    }
}

// Before the first day that is in time, and a term that has not started.
void add_start(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (!finding.starts_with.empty() && finding.outcome == Outcome::Pending) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::NotStarted, {{"event", finding.starts_with}}));
    }
    if (finding.term_at_most) {
        const std::string last = writer.words(*finding.term_at_most);
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::TermPassedAtMost, {{"date", last}}));
    }
    if (!finding.term_from || finding.done_on) return;
    const std::string first = writer.words(*finding.term_from);
    if (!finding.done_early_on) {
        return writer.add(Line::Kind::Reason, writer.phrase(Phrase::TermAhead, {{"date", first}}));
    }
    const std::string done = writer.words(*finding.done_early_on);
    writer.add(Line::Kind::Reason, writer.phrase(Phrase::DoneEarly, {{"done", done}, {"date", first}}));
}

void add_term(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    add_beginning(writer);
    add_start(writer);
    add_times(writer);
    add_standstill(writer);
    if (!finding.times.empty() || finding.stands_still_since) return;
    if (finding.outcome == Outcome::Pending && finding.term_at_least) {
        const std::string date = writer.words(*finding.term_at_least);
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::TermRunsAtLeast, {{"date", date}}));
    }
    const bool waits_for_silence = finding.outcome == Outcome::Pending && !finding.ground.empty();
    if (waits_for_silence && finding.term) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::LapsePending, {{"event", finding.ground},
                                                                            {"date", term_words(finding, writer)}}));
        return;
    }
    if (finding.kind == model::RuleKind::Effort && finding.outcome != Outcome::Pending) return add_effort(writer);
    const bool is_duty = finding.kind == model::RuleKind::Obligation || finding.kind == model::RuleKind::Effort;
    if (!is_duty || !finding.term) {
        if (finding.done_on) {
            writer.add(Line::Kind::Reason, writer.phrase(Phrase::DoneOn, {{"date", writer.words(*finding.done_on)}}));
        }
        return;
    }
    if (!finding.not_done_by.empty()) {
        const std::string who = to_words(Who{finding.not_done_by}, writer.view.language);
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::NotDoneBy, {{"who", who}}));
    }
    const std::string term = term_words(finding, writer);
    if (finding.outcome == Outcome::Pending) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::TermRuns, {{"date", term}}));
    } else if (finding.outcome == Outcome::Violated && finding.done_on) {
        const std::string late = days_late(*finding.term, *finding.done_on, writer.view.language);
        writer.add(Line::Kind::Reason,
                   writer.phrase(Phrase::DoneLate,
                                 {{"done", writer.words(*finding.done_on)}, {"late", late}, {"date", term}}));
    } else if (finding.outcome == Outcome::Violated) {
        const std::string late =
            days_late(*finding.term, finding.judged_on.value_or(*finding.term), writer.view.language);
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::TermPassed, {{"date", term}, {"late", late}}));
    } else if (finding.outcome == Outcome::Satisfied) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::TermSatisfied, {{"date", term}}));
    }
}

void add_not_counted(FindingWriter& writer) {
    for (const NotCounted& event : writer.finding.not_counted) {
        writer.add(Line::Kind::Reason, to_words(event, writer.view.language));
    }
}

// The exception that decided: a `tenzij`, or an exemption with the article it stands at.
void add_exception_ground(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    const auto decided = std::find_if(finding.exceptions.begin(), finding.exceptions.end(),
                                      [](const Exception& each) { return each.holds == Truth::True; });
    if (decided != finding.exceptions.end() && decided->clause) return;  // its decisions are told below
    if (decided == finding.exceptions.end() || !decided->exemption) {
        return writer.add(Line::Kind::Reason, writer.phrase(Phrase::GroundUnless, {{"sentence", finding.ground}}));
    }
    writer.add(Line::Kind::Reason, writer.phrase(Phrase::GroundExemption,
                                                 {{"exemption", to_words(*decided->exemption, writer.view.language)},
                                                  {"sentence", finding.ground}}));
}

void add_why_exempt(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    add_exception_ground(writer);
    for (const Exception& exception : finding.exceptions) {
        if (exception.holds == Truth::True) writer.add_all(to_ground_lines(exception, writer.view));
    }
    if (!finding.own_outcome) return;
    const std::string own = to_words(*finding.own_outcome, writer.view.language);
    const bool is_decided =
        std::any_of(finding.exceptions.begin(), finding.exceptions.end(),
                    [](const Exception& each) { return each.holds == Truth::True && each.clause.has_value(); });
    const Phrase without = is_decided ? Phrase::OwnOutcomeUndecided : Phrase::OwnOutcome;
    writer.add(Line::Kind::Reason, writer.phrase(without, {{"outcome", own}}));
    add_requirement(writer);
}

void add_why_not_applicable(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (finding.ground.empty() && !finding.default_of.empty()) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::NotInDefault, {{"rule", writer.rule_in_default()}}));
        return;
    }
    if (finding.power && (finding.power->is_excepted || finding.ground.empty()) && finding.is_in_force) {
        if (finding.power->is_excepted) add_exception_ground(writer);
        return;
    }
    if (!finding.not_consented.empty()) {
        return writer.add(Line::Kind::Reason,
                          writer.phrase(Phrase::NotConsented, {{"parties", joined(finding.not_consented, ", ")}}));
    }
    writer.add(Line::Kind::Reason, !finding.is_in_force || finding.ground.empty()
                                       ? writer.phrase(Phrase::NotInForce)
                                       : writer.phrase(Phrase::NoCondition, {{"sentence", finding.ground}}));
}

void add_ground(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (finding.is_lapsed) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::Lapsed, {{"event", finding.ground}}));
    } else if (finding.outcome == Outcome::Exempt) {
        add_why_exempt(writer);
    } else if (!finding.only_in.empty()) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::OnlyInPlace, {{"place", finding.only_in}}));
    } else if (!finding.never_began.empty()) {
        writer.add(Line::Kind::Reason, writer.phrase(Phrase::NeverBegan, {{"event", finding.never_began}}));
    } else if (finding.outcome == Outcome::NotApplicable) {
        add_why_not_applicable(writer);
    }
}

void add_missing(FindingWriter& writer) {
    const bool is_undecided = writer.finding.outcome == Outcome::Unknown;
    std::string of_the_act;
    for (const Missing& missing : writer.finding.missing) {
        if (missing.is_of_the_act) {
            of_the_act += (of_the_act.empty() ? "" : ", ") + question_words(missing, writer.view.language);
            continue;
        }
        const bool contradicts =
            writer.finding.outcome == Outcome::Conflicting && missing.why == Missing::Why::NotComputed;
        const Phrase asking = is_undecided ? Phrase::NeedsFact : Phrase::FactNotKnown;
        writer.add(Line::Kind::Need, contradicts ? writer.phrase(Phrase::Contradicts, {{"what", missing.what}})
                                                 : to_words(missing, asking, writer.view.language));
        if (missing.completed_by.empty()) continue;
        writer.add(Line::Kind::Need, writer.phrase(Phrase::CompletedBy, {{"sentence", missing.completed_by}}));
    }
    if (!of_the_act.empty()) {
        writer.add(Line::Kind::Need, writer.phrase(Phrase::AlsoWaits, {{"what", of_the_act}}));
    }
}

using SourceNames = std::set<std::string>;
using LinesByFile =
    std::map<std::string, std::map<std::uint32_t, SourceNames>>;  // with `bron` of the facts on the line

void collect_places(const Sentence& sentence, LinesByFile& places);

void collect_places(const Exception& exception, LinesByFile& places) {
    collect_places(exception.condition, places);
    for (const Exception& inner : exception.exceptions) collect_places(inner, places);
}

void collect_places(const std::vector<NotCounted>& events, LinesByFile& places) {
    for (const NotCounted& event : events) {
        if (!event.where.file.empty()) places[file_name(event.where.file)].try_emplace(event.where.line);
    }
}

void collect_places(const Sentence& sentence, LinesByFile& places) {
    for (const Fact& fact : sentence.facts) {
        if (fact.where.file.empty()) continue;
        SourceNames& sources = places[file_name(fact.where.file)][fact.where.line];
        if (!fact.source.empty()) sources.insert(fact.source);
    }
    collect_places(sentence.not_counted, places);
    for (const Sentence& part : sentence.parts) collect_places(part, places);
    for (const Exception& exception : sentence.exceptions) collect_places(exception, places);
}

// Where the exemptions stand that decided.
void collect_exemptions(const Exception& exception, LinesByFile& places) {
    const bool counts = exception.exemption && exception.condition.truth == Truth::True;
    if (counts && !exception.exemption->where.file.empty()) {
        places[file_name(exception.exemption->where.file)].try_emplace(exception.exemption->where.line);
    }
    for (const Exception& inner : exception.exceptions) collect_exemptions(inner, places);
}

std::string place_words(const std::string& file, const std::map<std::uint32_t, SourceNames>& lines, Language language) {
    std::string numbers;
    for (const auto& [line, sources] : lines) {
        std::string words = std::to_string(line);
        if (!sources.empty()) {
            const std::vector<std::string> names(sources.begin(), sources.end());
            words = say(Phrase::LineWithSource, language, {{"line", words}, {"source", joined(names, ", ")}});
        }
        numbers += (numbers.empty() ? "" : ", ") + words;
    }
    return say(lines.size() == 1 ? Phrase::LineOf : Phrase::LinesOf, language, {{"file", file}, {"lines", numbers}});
}

void add_basis(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    if (finding.where.file.empty()) return;
    LinesByFile places;
    for (const Sentence& sentence : finding.sentences) collect_places(sentence, places);
    if (finding.begins) collect_places(finding.begins->sentence, places);
    collect_places(finding.not_counted, places);
    for (const Exception& exception : finding.exceptions) collect_places(exception, places);
    for (const ForbiddenAct& act : finding.forbidden) {
        for (const Exception& exception : act.exceptions) collect_places(exception, places);
    }
    if (finding.power) {
        for (const UsedPower::NotCounted& act : finding.power->not_counted) {
            for (const Exception& exception : act.exceptions) collect_places(exception, places);
        }
    }
    LinesByFile agreements;
    for (const Exception& exception : finding.exceptions) collect_exemptions(exception, agreements);
    for (const RivalRule& rival : finding.rivals) {
        if (!rival.where.file.empty()) agreements[file_name(rival.where.file)].try_emplace(rival.where.line);
    }
    const std::string own_file = file_name(finding.where.file);
    agreements[own_file].try_emplace(finding.where.line);
    std::string words = place_words(own_file, agreements[own_file], writer.view.language);
    agreements.erase(own_file);
    for (const auto& [file, lines] : agreements) words += "; " + place_words(file, lines, writer.view.language);
    for (const auto& [file, lines] : places) words += "; " + place_words(file, lines, writer.view.language);
    writer.add(Line::Kind::Basis, writer.phrase(Phrase::Basis, {{"places", words}}));
}

std::string fact_words(const Fact& fact, Language language) {
    std::string words = fact.words + ": " + to_words(fact.value, language);
    std::string details;
    const auto add = [&details](const std::string& detail) { details += (details.empty() ? "" : ", ") + detail; };
    if (!fact.where.file.empty()) add(place_words(file_name(fact.where.file), {{fact.where.line, {}}}, language));
    if (!fact.source.empty()) add(say(Phrase::Source, language, {{"source", fact.source}}));
    if (fact.known_since) {
        add(say(Phrase::KnownSince, language, {{"date", toets::to_words(*fact.known_since, language)}}));
    }
    return details.empty() ? words : words + " (" + details + ")";
}

void add_facts(const Sentence& sentence, FindingWriter& writer) {
    for (const Fact& fact : sentence.facts) {
        const Line line{Line::Kind::Basis, 0,
                        writer.phrase(Phrase::Fact, {{"fact", fact_words(fact, writer.view.language)}})};
        if (std::find(writer.lines.begin(), writer.lines.end(), line) == writer.lines.end()) {
            writer.lines.push_back(line);
        }
    }
    for (const Sentence& part : sentence.parts) add_facts(part, writer);
    for (const Exception& exception : sentence.exceptions) add_facts(exception.condition, writer);
}

// Of an action that is asked for more than once, only the last mention stays.
void drop_repeated_actions(std::vector<Line>& lines) {
    for (std::size_t i = lines.size(); i-- > 0;) {
        if (lines[i].kind != Line::Kind::Action) continue;
        const auto is_repeated = [&](const Line& other) {
            return other.kind == Line::Kind::Action && other.text == lines[i].text;
        };
        if (std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), is_repeated)) {
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

void add_actions(FindingWriter& writer) {
    const View& view = writer.view;
    for (const Action& action : writer.finding.actions) {
        const bool is_told = action.what == Action::What::Answer;
        writer.add(is_told ? Line::Kind::Reason : Line::Kind::Action, to_words(action, view.language));
    }
    for (const DeadlockSeen& deadlock : writer.finding.deadlocks) writer.add_all(to_lines(deadlock, view));
}

// All that was looked at, for who asks for it.
void add_all_facts(FindingWriter& writer) {
    const Finding& finding = writer.finding;
    for (const Sentence& sentence : finding.sentences) add_facts(sentence, writer);
    if (finding.begins) add_facts(finding.begins->sentence, writer);
    for (const Exception& exception : finding.exceptions) add_facts(exception.condition, writer);
}

// Of powers and bans the acts, of a procedure its courses.
void add_what_happened(FindingWriter& writer) {
    writer.add_all(act_lines(writer.finding, writer.view));
    if (writer.finding.timeline) writer.add_all(to_lines(*writer.finding.timeline, writer.view));
}

}  // namespace

std::vector<Line> to_lines(const Finding& finding, const View& view) {
    FindingWriter writer{finding, view, {}};
    if (!finding.is_about_root) add_subject(writer);
    writer.add_all(to_rival_lines(finding, view));
    if (finding.outcome != Outcome::NotApplicable && finding.outcome != Outcome::Exempt) add_requirement(writer);
    add_failed_exceptions(writer);
    if (!finding.default_of.empty() && finding.outcome != Outcome::NotApplicable) {
        const Phrase which = finding.outcome == Outcome::Unknown ? Phrase::PerhapsInDefault : Phrase::InDefault;
        writer.add(Line::Kind::Reason, writer.phrase(which, {{"rule", writer.rule_in_default()}}));
    }
    add_act(writer);
    add_what_happened(writer);
    add_term(writer);
    add_remaining(writer);
    add_not_counted(writer);
    add_ground(writer);
    if (finding.outcome != Outcome::Satisfied && finding.outcome != Outcome::NotApplicable) add_missing(writer);
    add_actions(writer);
    drop_repeated_actions(writer.lines);
    if (finding.is_in_doubt && finding.outcome == Outcome::Unknown) {
        writer.add(Line::Kind::Need, writer.phrase(Phrase::ForceInDoubt));
    }
    for (const model::NotYetPart& part : finding.not_yet) {
        const std::string& what = view.language == Language::Dutch ? part.nl : part.en;
        writer.add(Line::Kind::Need, writer.phrase(Phrase::ClausesNotYet, {{"what", what}}));
    }
    if (!finding.is_blocking && finding.outcome <= Outcome::Unknown) {
        writer.add(Line::Kind::Basis, writer.phrase(Phrase::DoesNotBlock));
    }
    add_basis(writer);
    if (view.all) add_all_facts(writer);
    return std::move(writer.lines);
}

}  // namespace toets::explanation
