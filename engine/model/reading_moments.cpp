// Readings that pick one thing out of a list by time: the period that runs on a day (C87), and the first, last or nth
// event (C28).
#include <algorithm>
#include <array>

#include "model/readings.h"

namespace toets::model {

namespace {

// By their number, from the second: the first has a word of its own beside `laatste`.
constexpr std::array<std::string_view, most_ordinal - 1> ordinals = {"tweede",  "derde",   "vierde",  "vijfde", "zesde",
                                                                     "zevende", "achtste", "negende", "tiende"};

struct Ordinal {
    std::size_t number = 1;
    bool from_last = false;
};

std::optional<Ordinal> to_ordinal(std::string_view word) {
    if (word == "eerste") return Ordinal{1, false};
    if (word == "laatste") return Ordinal{1, true};
    const auto found = std::find(ordinals.begin(), ordinals.end(), word);
    if (found == ordinals.end()) return std::nullopt;
    return Ordinal{static_cast<std::size_t>(found - ordinals.begin()) + 2, false};
}

bool is_of(const Context& context, const Reading& reading, KindCategory category) {
    const bool is_thing = reading.type.base == Base::Things || reading.type.base == Base::Thing;
    return is_thing && !reading.is_many() && context.kind(reading.type.kind).category == category;
}

}  // namespace

void PhraseReader::read_period_on(std::size_t begin, std::size_t end, Readings& result) {
    for (std::size_t cut = begin + 1; cut + 1 < end; ++cut) {
        if (!is_word(cut, "op")) continue;
        for (const Reading& periods : paths(begin, cut)) {
            if (!is_of(context_, periods, KindCategory::Period)) continue;
            for (const Reading& day : values(cut + 1, end)) {
                const auto date = as_date(context_, day);
                if (!date || date->is_many()) continue;
                const VariableId item = add_item(context_, periods.type);
                Reading reading = periods;
                reading.type = thing_type(Base::Thing, periods.type.kind, periods.type.only);
                const ExpressionId one = context_.add(VariableUse{item}, reading.type, where(begin, cut));
                const ConditionId runs = context_.add(RunsOn{one, date->expression}, where(begin, end));
                reading.words = "(" + periods.words + ") op " + date->words;
                reading.expression =
                    context_.add(PeriodOn{periods.expression, item, runs}, reading.type, where(begin, end));
                add_reading(context_.model, result, reading);
            }
        }
    }
}

void PhraseReader::read_event_at(std::size_t begin, std::size_t end, Readings& result) {
    if (words_[begin].kind == syntax::WordKind::Quoted) return;
    const auto ordinal = to_ordinal(words_[begin].folded);
    if (!ordinal) return;
    for (const Reading& events : paths(begin + 1, end)) {
        if (events.type.base != Base::Things || !is_of(context_, events, KindCategory::Event)) continue;
        const VariableId item = add_item(context_, events.type);
        const Type one = thing_type(Base::Thing, events.type.kind, events.type.only);
        const ExpressionId event = context_.add(VariableUse{item}, one, where(begin, end));
        const FieldId date = context_.kind(one.kind).date;
        const ExpressionId on = context_.add(FieldOf{event, date}, simple_type(Base::Date), where(begin, end));
        Reading reading = events;
        reading.type = one;
        reading.words = words_[begin].text + " van: " + events.words;
        reading.expression = context_.add(EventAt{events.expression, item, on, ordinal->number, ordinal->from_last},
                                          one, where(begin, end));
        add_reading(context_.model, result, reading);
    }
}

// `X op <day>` where X is no fact of a period.
bool PhraseReader::report_on(std::size_t begin, std::size_t end) {
    for (std::size_t cut = begin + 1; cut + 1 < end; ++cut) {
        if (!is_word(cut, "op") || values(begin, cut).empty()) continue;
        const Readings days = values(cut + 1, end);
        const auto is_date = [&](const Reading& day) { return as_date(context_, day).has_value(); };
        if (std::none_of(days.begin(), days.end(), is_date)) continue;
        context_.report(Code::OnNeedsPeriod, where(begin, cut), {word("name", name_text(words_, begin, cut))});
        return true;
    }
    return false;
}

}  // namespace toets::model
