// Steps that no course of events can satisfy (C69), as far as lengths written out can tell.
#include "model/procedures.h"

namespace toets::model {

namespace {

constexpr std::int64_t months_in_year = 12;

// A length in days, at least and at most. How many days working days take depends on the calendar.
std::int64_t least_days(Duration length) {
    constexpr std::int64_t shortest_month = 28;
    constexpr std::int64_t shortest_year = 365;
    if (length.unit != Duration::Unit::Months) return length.count;
    return length.count / months_in_year * shortest_year + length.count % months_in_year * shortest_month;
}
std::optional<std::int64_t> most_days(Duration length) {
    constexpr std::int64_t longest_month = 31;
    constexpr std::int64_t longest_year = 366;
    if (length.unit == Duration::Unit::WorkingDays) return std::nullopt;
    if (length.unit == Duration::Unit::Days) return length.count;
    return length.count / months_in_year * longest_year + length.count % months_in_year * longest_month;
}

// What a date counts from: the start of the course (0), or a step (its number, from 1).
struct Distance {
    std::size_t from = 0;
    Duration length;
};

class StepChecks {
public:
    StepChecks(Context& context, const Procedure& procedure) : context_(context), procedure_(procedure) {}

    void run() {
        reached_.assign(procedure_.steps.size() + 1, 0);
        for (std::size_t step = 1; step <= procedure_.steps.size(); ++step) check(step);
    }

private:
    [[nodiscard]] std::optional<std::size_t> point(ExpressionId date) const {
        const auto& kind = context_.model.expressions[date].kind;
        if (const auto* last = std::get_if<ExtremeOf>(&kind)) return point(last->values.back());
        const auto* field = std::get_if<FieldOf>(&kind);
        if (field == nullptr) return std::nullopt;
        const auto* use = std::get_if<VariableUse>(&context_.model.expressions[field->thing].kind);
        if (use == nullptr) return std::nullopt;
        if (use->variable == procedure_.start) return 0;
        for (std::size_t i = 0; i < procedure_.steps.size(); ++i) {
            if (procedure_.steps[i].taken == use->variable) return i + 1;
        }
        return std::nullopt;
    }

    // `14 dagen na het gesprek`
    [[nodiscard]] std::optional<Distance> distance(ExpressionId date) const {
        if (!date.is_valid()) return std::nullopt;
        const auto* shifted = std::get_if<ShiftedDate>(&context_.model.expressions[date].kind);
        if (shifted == nullptr || shifted->backward) return std::nullopt;
        const auto from = point(shifted->date);
        const auto* length = std::get_if<Constant>(&context_.model.expressions[shifted->duration].kind);
        if (!from || length == nullptr) return std::nullopt;
        return Distance{*from, duration_from_column_value(length->value)};
    }

    // A step that may be skipped sets no limit to others.
    [[nodiscard]] bool is_certain(std::size_t point) const {
        return std::none_of(procedure_.skips.begin(), procedure_.skips.end(), [point](const Skip& skip) {
            return std::find(skip.steps.begin(), skip.steps.end(), point - 1) != skip.steps.end();
        });
    }

    void check(std::size_t number) {
        const Step& step = procedure_.steps[number - 1];
        const StepTime* slowest = nullptr;
        for (const StepTime& time : step.times) {
            const auto first = distance(time.earliest);
            if (!first || !is_certain(first->from)) continue;
            const std::int64_t days = reached_[first->from] + least_days(first->length);
            if (days <= reached_[number]) continue;
            reached_[number] = days;
            slowest = &time;
        }
        for (const StepTime& time : step.times) {
            if (is_too_soon(number, time)) return report_never(step, time);
        }
        if (slowest != nullptr) check_quiet(step, *slowest, reached_[number]);
    }

    // Over before the step may be taken, counted from the same point or from the start.
    [[nodiscard]] bool is_too_soon(std::size_t number, const StepTime& limit) const {
        const auto last = distance(limit.latest);
        if (!last) return false;
        const auto days = most_days(last->length);
        if (!days) return false;
        if (last->from == 0 && *days < reached_[number]) return true;
        const std::vector<StepTime>& times = procedure_.steps[number - 1].times;
        return std::any_of(times.begin(), times.end(), [&](const StepTime& time) {
            const auto first = distance(time.earliest);
            return first && first->from == last->from && *days < least_days(first->length);
        });
    }

    [[nodiscard]] Argument quoted(const char* name, Span where) const {
        const std::string text(context_.sources[where.source].text(where));
        return term(name, text, "`" + text + "`");
    }

    void report_never(const Step& step, const StepTime& limit) {
        for (const StepTime& time : step.times) {
            const auto first = distance(time.earliest);
            if (!first || &time == &limit) continue;
            context_.report(
                Code::StepNeverInTime, step.where,
                {word("name", step.name.text), quoted("latest", limit.where), quoted("earliest", time.where)});
            return;
        }
    }

    // Nothing but new events keeps the course going until then.
    void check_quiet(const Step& step, const StepTime& time, std::int64_t days) {
        if (!procedure_.restart || procedure_.restart->is_one_step) return;
        const auto* length = std::get_if<Constant>(&context_.model.expressions[procedure_.restart->length].kind);
        if (length == nullptr) return;
        const Duration quiet = duration_from_column_value(length->value);
        const auto most = most_days(quiet);
        if (!most || days <= *most) return;
        const Variable& event = context_.model.variables[procedure_.restart->event];
        context_.report(Code::StepNeedsNewEvent, step.where,
                        {term("quiet", to_words(quiet, Language::Dutch), to_words(quiet, Language::English)),
                         word("event", event.name), word("name", step.name.text), quoted("earliest", time.where)});
    }

    Context& context_;
    const Procedure& procedure_;
    std::vector<std::int64_t> reached_;  // by point: days after the start, at least
};

}  // namespace

void check_steps(Context& context, const Procedure& procedure) { StepChecks(context, procedure).run(); }

}  // namespace toets::model
