// A procedure in lines: each course day by day, then what comes next.
#include <algorithm>

#include "explanation/report.h"

namespace toets::explanation {

namespace {

std::string date_words(Date date, const View& view) { return toets::to_words(date, view.language); }

std::string by_words(const Moment& moment, const View& view) {
    if (moment.by.names.empty()) return {};
    return say(Phrase::ByWhom, view.language, {{"who", to_words(moment.by, view.language)}});
}

std::string taken_words(const Moment& moment, const View& view) {
    const Phrase which = moment.what == Moment::What::TakenAgain ? Phrase::StepAgain
                         : moment.is_planned                     ? Phrase::StepPlanned
                                                                 : Phrase::StepTaken;
    std::string words = say(which, view.language, {{"step", moment.name}, {"by", by_words(moment, view)}});
    if (moment.earliest)
        words += say(Phrase::StepTooEarly, view.language, {{"date", date_words(*moment.earliest, view)}});
    if (moment.latest) {
        const Duration late{moment.day.days - moment.latest->days, Duration::Unit::Days};
        words += say(Phrase::StepTooLate, view.language,
                     {{"late", toets::to_words(late, view.language)}, {"date", date_words(*moment.latest, view)}});
    }
    if (!moment.unmet.empty()) {
        words += say(Phrase::StepUnmet, view.language, {{"sentence", joined(moment.unmet, "; ")}});
    }
    if (moment.is_right == Truth::Unknown) words += say(Phrase::StepUndecided, view.language);
    return words;
}

std::string late_words(const Moment& moment, const View& view) {
    Moment done = moment;
    done.what = Moment::What::Taken;
    return taken_words(done, view);
}

std::string skipped_words(const Moment& moment, const View& view) {
    if (moment.is_right == Truth::True) {
        return say(Phrase::StepSkipped, view.language, {{"step", moment.name}, {"sentence", moment.ground}});
    }
    const bool was_allowed = moment.is_right == Truth::False && !moment.ground.empty();
    const Phrase which = was_allowed                       ? Phrase::StepSkippedAfterAll
                         : moment.is_right == Truth::False ? Phrase::StepSkippedWrongly
                                                           : Phrase::StepSkippedPerhaps;
    return say(which, view.language, {{"step", moment.name}});
}

std::string over_words(const Timeline& timeline, const View& view) {
    if (!timeline.quiet) return {};
    return say(Phrase::CourseOver, view.language,
               {{"length", toets::to_words(timeline.quiet->length, view.language)}, {"event", timeline.quiet->event}});
}

}  // namespace

std::string to_words(const Moment& moment, const Timeline& timeline, const View& view) {
    const auto named = [&](Phrase which, std::string_view placeholder) {
        return say(which, view.language, {{placeholder, moment.name}});
    };
    switch (moment.what) {
        case Moment::What::Began: return named(Phrase::CourseBegan, "event");
        case Moment::What::Reported: return moment.name;
        case Moment::What::Taken:
        case Moment::What::TakenAgain: return taken_words(moment, view);
        case Moment::What::Skipped: return skipped_words(moment, view);
        case Moment::What::NotTheStep:
            return say(Phrase::StepByOther, view.language, {{"step", moment.name}, {"by", by_words(moment, view)}});
        case Moment::What::Done:
            if (moment.is_right == Truth::False) return late_words(moment, view);
            return say(Phrase::CourseDutyDone, view.language,
                       {{"act", moment.name},
                        {"who", to_words(moment.by, view.language)},
                        {"date", moment.latest ? date_words(*moment.latest, view) : std::string()}});
        case Moment::What::NotDone: return named(Phrase::CourseDutyMissed, "act");
        case Moment::What::Overdue: return named(Phrase::StepOverdue, "step");
        case Moment::What::Due: return named(Phrase::StepDue, "step");
        case Moment::What::Over: return over_words(timeline, view);
        case Moment::What::Stray: return named(Phrase::StrayStep, "step");
    }
    return {};
}

namespace {

class TimelineWriter {
public:
    TimelineWriter(const Timeline& timeline, const View& view) : timeline_(timeline), view_(view) {}

    std::vector<Line> run() {
        for (std::size_t i = 0; i < timeline_.courses.size(); ++i) add_course(i);
        if (!timeline_.strays.empty()) {
            lines_.push_back({Line::Kind::Reason, 0, say(Phrase::OutsideCourses, view_.language)});
            add_moments(timeline_.strays);
        }
        if (timeline_.next) add_next(*timeline_.next);
        return std::move(lines_);
    }

private:
    void add_course(std::size_t index) {
        const CourseSeen& course = timeline_.courses[index];
        const std::string number = std::to_string(index + 1);
        const std::string first = date_words(course.first, view_);
        const std::string words =
            course.last ? say(Phrase::CourseWas, view_.language,
                              {{"number", number}, {"first", first}, {"last", date_words(*course.last, view_)}})
                        : say(Phrase::CourseRuns, view_.language, {{"number", number}, {"first", first}});
        lines_.push_back({Line::Kind::Reason, 0, words});
        add_moments(course.moments);
    }

    void add_moments(const std::vector<Moment>& moments) {
        for (const Moment& moment : moments) {
            const std::string what = to_words(moment, timeline_, view_);
            lines_.push_back(
                {Line::Kind::Detail, 1,
                 say(Phrase::MomentOn, view_.language, {{"date", date_words(moment.day, view_)}, {"what", what}})});
        }
    }

    void add_next(const NextStep& next) {
        std::string when;
        if (next.earliest)
            when += say(Phrase::NextStepFrom, view_.language, {{"date", date_words(*next.earliest, view_)}});
        if (next.is_allowed && !next.latest) when += say(Phrase::NextStepNow, view_.language);
        if (next.latest) when += say(Phrase::NextStepBy, view_.language, {{"date", date_words(*next.latest, view_)}});
        lines_.push_back({Line::Kind::Reason, 0,
                          say(Phrase::NextStepIs, view_.language,
                              {{"step", next.name}, {"who", to_words(next.who, view_.language)}, {"when", when}})});
        for (const Sentence& sentence : next.needs) {
            for (Line line : to_lines(sentence, view_)) {
                ++line.depth;
                lines_.push_back(std::move(line));
            }
        }
    }

    const Timeline& timeline_;
    const View& view_;
    std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> to_lines(const Timeline& timeline, const View& view) { return TimelineWriter(timeline, view).run(); }

}  // namespace toets::explanation
