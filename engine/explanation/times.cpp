#include "explanation/times.h"

#include <algorithm>

#include "base/civil.h"
#include "explanation/standstills.h"

namespace toets::explanation {

namespace {

using calendar::Occurrence;

class Times {
public:
    Times(const Reading& reading, const program::SeriesProof& proof, program::FrameId events, At at)
        : reading_(reading), proof_(proof), events_(events), at_(at) {
        const std::optional<Date> own = proof.start ? reading.date(*proof.start, at.row) : proof.in_force;
        input_.start = own.value_or(Date{civil::lowest_day});
        input_.not_before = proof.in_force;
        if (proof.until) input_.until = reading.date(*proof.until, at.row);
        if (proof.leniency) {
            input_.leniency = duration_from_column_value(reading.value(proof.leniency->low, at.row).value);
        }
        input_.today = reading.reference_date().value_or(Date{});
        standstill_ = to_standstill(reading, proof.standstills, at);
        input_.standstill = &standstill_;
        rhythm_ = reading.program().rhythms[proof.rhythm];
        if (proof.length) rhythm_.length = duration_from_column_value(reading.value(proof.length->low, at.row).value);
        if (proof.calendar.is_valid()) input_.calendar = &*reading.program().calendars[proof.calendar.value];
    }
    Times(const Times&) = delete;
    Times& operator=(const Times&) = delete;

    // What one of those who must do it has done.
    calendar::Series series(program::Register deed) {
        input_.done.clear();
        const evaluation::Trace::Rows rows = reading_.trace().items(events_, at_.row);
        for (std::uint32_t item = rows.first; item < rows.last; ++item) {
            const std::optional<Date> day = known_date(reading_.value(proof_.date, item));
            const bool is_done = reading_.truth(deed, item) == Truth::True && day && *day <= input_.today;
            if (is_done) input_.done.push_back(*day);
        }
        std::sort(input_.done.begin(), input_.done.end());
        return calendar::to_series(rhythm_, input_);
    }

    [[nodiscard]] const calendar::Standstill& standstill() const { return standstill_; }

private:
    const Reading& reading_;
    const program::SeriesProof& proof_;
    program::FrameId events_;
    At at_;
    calendar::Standstill standstill_;
    calendar::Rhythm rhythm_;
    calendar::SeriesInput input_;
};

DueTime& time_at(std::vector<DueTime>& times, std::size_t index, const Occurrence& occurrence) {
    if (index == times.size()) times.push_back({occurrence.due, occurrence.last, {}});
    return times[index];
}

}  // namespace

void describe_times(const Reading& reading, const program::SeriesProof& proof, const model::Duty& duty,
                    program::FrameId events, At at, Finding& finding) {
    const bool is_decided = finding.outcome == Outcome::Violated || finding.outcome == Outcome::Pending ||
                            finding.outcome == Outcome::Satisfied;
    if (!is_decided) return;
    Times times(reading, proof, events, at);
    const bool has_names = proof.deeds.size() > 1 && proof.deeds.size() == duty.who.actors.size();
    for (std::size_t who = 0; who < proof.deeds.size(); ++who) {
        const calendar::Series series = times.series(proof.deeds[who]);
        const std::string name = has_names ? reading.words().name(duty.who.actors[who]) : std::string();
        for (std::size_t index = 0; index < series.occurrences.size(); ++index) {
            const Occurrence& occurrence = series.occurrences[index];
            DueTime& time = time_at(finding.times, index, occurrence);
            time.found.push_back({name, occurrence.state, occurrence.done_on});
            const bool is_open = occurrence.state == Occurrence::State::Open;
            if (is_open && (!finding.term || occurrence.last < *finding.term)) finding.term = occurrence.last;
        }
        const auto& stretches = times.standstill().stretches();
        if (series.stands_still && !stretches.empty()) finding.stands_still_since = stretches.back().first;
    }
}

}  // namespace toets::explanation
