// Why an exception frees, or why it does not.
#include <algorithm>

#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

struct ExceptionWriter {
    const View& view;
    std::vector<Line> lines;

    void add(std::string text) { lines.push_back({Line::Kind::Reason, 0, std::move(text)}); }
    [[nodiscard]] std::string words(Date date) const { return to_words(date, view.language); }
    std::string phrase(Phrase which, std::initializer_list<Filling> fillings = {}) const {
        return say(which, view.language, fillings);
    }
};

std::string decision_words(Phrase phrase, const DecisionSeen& decision, const ClauseSeen& clause,
                           const ExceptionWriter& writer) {
    const std::string date = decision.date ? writer.words(*decision.date) : writer.phrase(Phrase::DecisionOnSomeDay);
    const std::string who = decision.by.empty() ? writer.phrase(Phrase::DecisionBySomebody) : decision.by;
    const std::string words = to_words(clause, writer.view.language);
    return writer.phrase(phrase, {{"who", who}, {"date", date}, {"clause", words}});
}

// Decisions that set the rule aside, or try to; without any: who could take one, while that still helps.
void add_decisions(const ClauseSeen& clause, bool may_still_be_taken, ExceptionWriter& writer) {
    for (const DecisionSeen& decision : clause.decisions) {
        const Phrase phrase = decision.counts == Truth::True      ? Phrase::DecisionGround
                              : decision.counts == Truth::Unknown ? Phrase::DecisionOpen
                                                                  : Phrase::DecisionFails;
        writer.add(decision_words(phrase, decision, clause, writer));
    }
    if (!clause.decisions.empty() || !may_still_be_taken) return;
    writer.add(writer.phrase(Phrase::MayBeSetAside, {{"who", to_words(clause.who, writer.view.language)},
                                                     {"clause", to_words(clause, writer.view.language)}}));
}

// Its sentence, and of an exemption where it stands.
std::string ground_words(const Exception& exception, const ExceptionWriter& writer) {
    if (!exception.exemption) return exception.condition.words;
    return writer.phrase(Phrase::GroundExemption, {{"exemption", to_words(*exception.exemption, writer.view.language)},
                                                   {"sentence", exception.condition.words}});
}

void add_standing(const ShieldDays& shield, ExceptionWriter& writer) {
    if (!shield.judged_on) return;
    const std::string date = writer.words(*shield.judged_on);
    if (!shield.since) return writer.add(writer.phrase(Phrase::ShieldStandsLong, {{"date", date}}));
    writer.add(writer.phrase(Phrase::ShieldStands, {{"since", writer.words(*shield.since)}, {"date", date}}));
}

// The parts of the condition that failed on the day on which the shield fell away.
void add_ended(const Exception& exception, ExceptionWriter& writer) {
    const ShieldDays& shield = *exception.shield;
    writer.add(writer.phrase(Phrase::ShieldEnded, {{"sentence", exception.condition.words}}));
    const std::string ended = writer.words(*shield.ended);
    writer.add(shield.since
                   ? writer.phrase(Phrase::ShieldEndedOn, {{"since", writer.words(*shield.since)}, {"ended", ended}})
                   : writer.phrase(Phrase::ShieldEndedLong, {{"ended", ended}}));
    for (Line& line : to_lines(exception.condition, writer.view)) {
        ++line.depth;
        writer.lines.push_back(std::move(line));
    }
}

// Its own exceptions that would have taken it back, had they not an exception too.
void add_lifted(const Exception& exception, ExceptionWriter& writer) {
    for (const Exception& inner : exception.exceptions) {
        if (inner.condition.truth != Truth::True || inner.holds != Truth::False) continue;
        for (const Exception& lifting : inner.exceptions) {
            if (lifting.holds != Truth::True) continue;
            writer.add(writer.phrase(Phrase::ExceptionOfException,
                                     {{"sentence", inner.condition.words}, {"ground", ground_words(lifting, writer)}}));
            if (lifting.shield) add_standing(*lifting.shield, writer);
            add_lifted(lifting, writer);
        }
    }
}

void add_what_helps(const Exception& exception, Phrase helping, ExceptionWriter& writer) {
    const std::string& words = exception.condition.words;
    if (!exception.exemption) return writer.add(writer.phrase(helping, {{"sentence", words}}));
    if (exception.exemption->in_force == Truth::False) return;
    const std::string exemption = to_words(*exception.exemption, writer.view.language);
    writer.add(writer.phrase(Phrase::RuleExemptIf, {{"exemption", exemption}, {"sentence", words}}));
}

void add_failed(const Exception& exception, std::optional<Phrase> helping, ExceptionWriter& writer) {
    if (exception.clause) return add_decisions(*exception.clause, helping.has_value(), writer);
    if (exception.shield && exception.shield->state == ShieldDays::State::Ended) return add_ended(exception, writer);
    const auto inner = std::find_if(exception.exceptions.begin(), exception.exceptions.end(),
                                    [](const Exception& each) { return each.holds == Truth::True; });
    const std::string& words = exception.condition.words;
    if (inner == exception.exceptions.end()) {
        if (helping && exception.condition.truth == Truth::False) add_what_helps(exception, *helping, writer);
    } else if (exception.condition.truth == Truth::True) {
        const std::string fails =
            exception.exemption ? writer.phrase(Phrase::ExemptionFails,
                                                {{"exemption", to_words(*exception.exemption, writer.view.language)},
                                                 {"sentence", words}})
                                : writer.phrase(Phrase::ExceptionFails, {{"sentence", words}});
        writer.add(fails + " (" + writer.phrase(Phrase::Ground, {{"sentence", ground_words(*inner, writer)}}) + ")");
        if (inner->shield) add_standing(*inner->shield, writer);
    }
    // An exception to it that fell away has let it come back.
    for (const Exception& each : exception.exceptions) {
        if (each.shield && each.shield->state == ShieldDays::State::Ended) add_ended(each, writer);
    }
}

}  // namespace

std::vector<Line> to_lines(const std::vector<Exception>& exceptions, std::optional<Phrase> helping, const View& view) {
    ExceptionWriter writer{view, {}};
    for (const Exception& exception : exceptions) {
        if (exception.holds != Truth::True) add_failed(exception, helping, writer);
    }
    return std::move(writer.lines);
}

std::vector<Line> to_ground_lines(const Exception& exception, const View& view) {
    ExceptionWriter writer{view, {}};
    if (exception.shield) add_standing(*exception.shield, writer);
    if (exception.clause) add_decisions(*exception.clause, false, writer);
    add_lifted(exception, writer);
    return std::move(writer.lines);
}

}  // namespace toets::explanation
