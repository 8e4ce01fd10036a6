// Readings that calculate: counts, sums, extremes, years, shifted dates and percentages (taal.md C26-C32).
#include "model/readings.h"
#include "model/vocabulary.h"

namespace toets::model {

void PhraseReader::read_operators(std::size_t begin, std::size_t end, Readings& result) {
    if (end - begin == 1 && words_[begin].literal) {
        static constexpr Base bases[] = {Base::Count,    Base::Number,       Base::Amount, Base::Percentage,
                                         Base::Duration, Base::HoursPerWeek, Base::Date};
        for (const Base base : bases) {
            const auto value = column_value(*words_[begin].literal, base);
            if (!value) continue;
            Reading reading;
            reading.type = simple_type(base);
            reading.words = words_[begin].text;
            reading.expression = context_.add(Constant{*value}, reading.type, where(begin, end));
            result.push_back(reading);
            return;  // a whole number is a count; it becomes a number where one is expected
        }
    }
    read_count(begin, end, result);
    read_sum(begin, end, result);
    read_extreme(begin, end, result);
    read_year(begin, end, result);
    read_shift(begin, end, result);
    read_percentage(begin, end, result);
    read_period_on(begin, end, result);
    read_event_at(begin, end, result);
}

void PhraseReader::read_count(std::size_t begin, std::size_t end, Readings& result) {
    if (!is_word(begin, "aantal")) return;
    for (const Reading& things : paths(begin + 1, end)) {
        if (things.type.base != Base::Things || things.is_many()) continue;
        Reading reading;
        reading.type = simple_type(Base::Count);
        reading.words = "aantal van: " + things.words;
        const VariableId item = add_item(context_, things.type);
        reading.expression = context_.add(CountOf{things.expression, item, {}}, reading.type, where(begin, end));
        add_reading(context_.model, result, reading);
    }
}

void PhraseReader::read_sum(std::size_t begin, std::size_t end, Readings& result) {
    if (!is_word(begin, "som") || !is_link(begin + 1, "van")) return;
    for (const Reading& value : values(begin + 2, end)) {
        if (!value.is_many() || !is_numeric(value.type.base)) continue;
        Reading reading;
        reading.type = value.type;
        reading.words = "som van: " + value.words;
        reading.expression =
            context_.add(SumOf{value.things, value.item, value.expression, {}}, reading.type, where(begin, end));
        add_reading(context_.model, result, reading);
    }
}

void PhraseReader::read_extreme(std::size_t begin, std::size_t end, Readings& result) {
    const bool highest = is_word(begin, "hoogste") || is_word(begin, "laatste");
    const bool lowest = is_word(begin, "laagste") || is_word(begin, "eerste");
    if (!highest && !lowest) return;
    const bool dates = is_word(begin, "laatste") || is_word(begin, "eerste");
    const Extreme extreme = highest ? Extreme::Highest : Extreme::Lowest;
    if (is_link(begin + 1, "van")) read_extreme_of_list(begin, end, extreme, result);
    for (const Reading& value : values(begin + 1, end)) {
        if (!value.is_many()) continue;
        const auto date = as_date(context_, value);
        const bool fits = dates ? date.has_value() : is_numeric(value.type.base);
        if (!fits) continue;
        Reading reading;
        reading.type = dates ? date->type : value.type;
        reading.words = "uiterste van: " + value.words;
        const ExpressionId of = dates ? date->expression : value.expression;
        reading.expression =
            context_.add(ExtremeOver{extreme, value.things, value.item, of}, reading.type, where(begin, end));
        add_reading(context_.model, result, reading);
    }
}

// `de laatste van A en B`: every cut at `en` whose parts are all dates, or all numbers of one kind.
// NOLINTNEXTLINE(readability-function-cognitive-complexity): a search over cuts, readings and open parts at once
void PhraseReader::read_extreme_of_list(std::size_t begin, std::size_t end, Extreme extreme, Readings& result) {
    struct Part {
        std::size_t begin;
        std::vector<ExpressionId> values;
        std::string words;
        std::optional<Type> type;
    };
    std::vector<Part> open{{begin + 2, {}, "", std::nullopt}};
    while (!open.empty()) {
        const Part part = open.back();
        open.pop_back();
        for (std::size_t cut = part.begin + 1; cut <= end; ++cut) {
            if (cut != end && !is_link(cut, "en")) continue;
            for (const Reading& value : values(part.begin, cut)) {
                const auto date = as_date(context_, value);
                const Type type = date ? date->type : value.type;
                const bool fits = (date || is_numeric(value.type.base)) && (!part.type || part.type->base == type.base);
                if (!fits) continue;
                Part next = part;
                next.begin = cut + 1;
                next.type = type;
                next.words += "(" + value.words + ")";
                const ExpressionId expression = date ? date->expression : value.expression;
                next.values.push_back(value.is_many()
                                          ? context_.add(ExtremeOver{extreme, value.things, value.item, expression},
                                                         type, where(part.begin, cut))
                                          : expression);
                if (cut < end) {
                    if (open.size() < most_readings) open.push_back(next);
                } else if (next.values.size() > 1) {
                    Reading reading;
                    reading.type = type;
                    reading.words = "uiterste van: " + next.words;
                    reading.expression = context_.add(ExtremeOf{extreme, next.values}, type, where(begin, end));
                    add_reading(context_.model, result, reading);
                }
            }
        }
    }
}

void PhraseReader::read_year(std::size_t begin, std::size_t end, Readings& result) {
    if (!is_word(begin, "jaar") || !is_link(begin + 1, "van")) return;
    for (const Reading& value : values(begin + 2, end)) {
        const auto date = as_date(context_, value);
        if (!date || value.is_many()) continue;
        Reading reading;
        reading.type = simple_type(Base::Count);
        reading.words = "jaar van: " + value.words;
        reading.expression = context_.add(YearOf{date->expression}, reading.type, where(begin, end));
        add_reading(context_.model, result, reading);
    }
}

void PhraseReader::read_shift(std::size_t begin, std::size_t end, Readings& result) {
    for (std::size_t cut = begin + 1; cut + 1 < end; ++cut) {
        const bool backward = is_link(cut, "voor");
        const bool counts_start = is_word(cut, "vanaf");
        if (!backward && !counts_start && !is_link(cut, "na")) continue;
        for (const Reading& duration : values(begin, cut)) {
            if (duration.type.base != Base::Duration || duration.is_many()) continue;
            const ShiftedDate shift{duration.expression, {}, backward, counts_start};
            for (const Reading& value : values(cut + 1, end))
                add_shift(shift, duration, value, where(begin, end), result);
        }
    }
}

// The date `value`, shifted: its calendar is that of the document the words stand in.
void PhraseReader::add_shift(ShiftedDate shift, const Reading& duration, const Reading& value, Span where,
                             Readings& result) {
    const auto date = as_date(context_, value);
    if (!date) return;
    shift.date = date->expression;
    if (scope_.document.is_valid()) shift.calendar = context_.model.documents[scope_.document].calendar;
    const char* word = shift.backward ? " voor: " : shift.counts_start ? " vanaf: " : " na: ";
    Reading reading = *date;
    reading.words = duration.words + word + value.words;
    reading.expression = context_.add(shift, reading.type, where);
    add_reading(context_.model, result, reading);
}

void PhraseReader::read_percentage(std::size_t begin, std::size_t end, Readings& result) {
    for (std::size_t cut = begin + 1; cut + 1 < end; ++cut) {
        if (!is_link(cut, "van")) continue;
        for (const Reading& percentage : values(begin, cut)) {
            if (percentage.type.base != Base::Percentage || percentage.is_many()) continue;
            for (const Reading& whole : values(cut + 1, end)) {
                if (!is_numeric(whole.type.base) || whole.is_many()) continue;
                Reading reading;
                reading.type = whole.type;
                reading.words = percentage.words + " van: " + whole.words;
                reading.expression =
                    context_.add(PercentageOf{percentage.expression, whole.expression, Rounding::None, {}, {}},
                                 whole.type, where(begin, end));
                add_reading(context_.model, result, reading);
            }
        }
    }
}

}  // namespace toets::model
