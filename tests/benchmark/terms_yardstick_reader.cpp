#include "terms_yardstick.h"
#include "yardstick_json.h"

namespace yardstick::terms {

namespace {

constexpr std::string_view corporation = "de corporatie";
constexpr std::string_view provider = "de zorgaanbieder";

struct EventKey {
    std::string_view key;
    EventList list;
    std::string_view right_one;
};
constexpr std::array<EventKey, event_lists> event_keys = {{{"bevestigingen", Confirmations, corporation},
                                                           {"aanbiedingen", Offers, corporation},
                                                           {"adviezen", Advices, provider},
                                                           {"evaluaties", Evaluations, provider},
                                                           {"huisbezoeken", Visits, provider},
                                                           {"verslagen", Reports, provider},
                                                           {"overlastmeldingen", Nuisances, provider},
                                                           {"afschalingen", Reductions, provider},
                                                           {"gesprek", Talks, corporation},
                                                           {"waarschuwing", Warnings, corporation},
                                                           {"laatste kans", LastChances, corporation}}};
struct PeriodKey {
    std::string_view key;
    PeriodList list;
};
constexpr std::array<PeriodKey, period_lists> period_keys = {
    {{"aanvullingen", Additions}, {"begeleidingen", Guidance}, {"inschrijvingen", Registrations}}};

Day day_or_never(ondemand::value value) {
    const std::string_view written = text(value);
    return written == "geen" ? never : to_day(written);
}

class Reader {
public:
    explicit Reader(Cases& cases) : cases_(cases) {}

    void read(ondemand::object object) {
        Case c{};
        c.until = never;
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (is(key, "aanmelding")) {
                c.applied = day(field.value());
                c.has_applied = true;
            } else if (is(key, "begindatum")) {
                c.start = day(field.value());
                c.has_start = true;
            } else if (is(key, "einddatum")) {
                c.until = day_or_never(field.value());
            } else {
                read_list(key, field.value(), c);
            }
        }
        cases_.cases.push_back(c);
    }

private:
    void read_list(ondemand::raw_json_string key, ondemand::value value, Case& c) {
        for (const EventKey& each : event_keys) {
            if (is(key, each.key)) return read_events(value, each, c);
        }
        for (const PeriodKey& each : period_keys) {
            if (is(key, each.key)) return read_periods(value, each.list, c);
        }
    }
    void read_events(ondemand::array array, const EventKey& of, Case& c) {
        Range& range = c.events[of.list];
        range.first = static_cast<std::uint32_t>(cases_.events.size());
        for (ondemand::object object : array) {
            Event event{0, false, Truth::Unknown};
            for (ondemand::field field : object) {
                const ondemand::raw_json_string key = field.key();
                if (is(key, "datum")) {
                    event.day = day(field.value());
                    event.has_day = true;
                } else if (is(key, "uitvoerder")) {
                    event.is_by_right_one = given(true, text(field.value()) == of.right_one);
                }
            }
            cases_.events.push_back(event);
            ++range.count;
        }
    }
    void read_periods(ondemand::array array, PeriodList list, Case& c) {
        Range& range = c.periods[list];
        range.first = static_cast<std::uint32_t>(cases_.periods.size());
        for (ondemand::object object : array) {
            Period period{0, never};
            for (ondemand::field field : object) {
                const ondemand::raw_json_string key = field.key();
                if (is(key, "begindatum"))
                    period.first = day(field.value());
                else if (is(key, "einddatum"))
                    period.last = day_or_never(field.value());
            }
            cases_.periods.push_back(period);
            ++range.count;
        }
    }

    Cases& cases_;
};

}  // namespace

bool read_lines(std::string_view text, Cases& cases) {
    Reader reader(cases);
    return each_line(text, [&](ondemand::object object) { reader.read(object); });
}

bool append_lines(const std::string& path, std::string& lines) { return append_blocks<Cases>(path, lines); }

}  // namespace yardstick::terms
