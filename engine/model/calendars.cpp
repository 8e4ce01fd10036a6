#include "model/calendars.h"

#include "base/text.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

constexpr std::string_view statute_key = "algemene termijnenwet";
constexpr std::string_view plain_key = "kalender zonder verschuiving";

class CalendarReader {
public:
    CalendarReader(Context& context, TermCalendar& calendar) : context_(context), calendar_(calendar) {}

    void read(const syntax::Clause& clause) {
        if (const auto* working = std::get_if<syntax::WorkingDaysClause>(&clause.kind)) {
            if (!is_fixed_by_statute(clause.where)) read_working_days(*working);
        } else if (const auto* free = std::get_if<syntax::FreeDaysClause>(&clause.kind)) {
            if (is_fixed_by_statute(clause.where)) return;
            for (const syntax::Phrase& day : free->days) read_free_day(day);
        } else if (const auto* equated = std::get_if<syntax::EquatedDaysClause>(&clause.kind)) {
            if (calendar_.is_statutory) return read_equated(*equated, clause.where);
            context_.report(Code::EquatedWithoutStatute, clause.where);
        }
    }

private:
    [[nodiscard]] bool is_fixed_by_statute(Span where) const {
        if (calendar_.is_statutory) context_.report(Code::StatuteFixesDays, where);
        return calendar_.is_statutory;
    }

    std::optional<Weekday> weekday_of(const syntax::Phrase& phrase) const {
        const auto found = weekday_from_word(key_of(phrase));
        if (!found) context_.report(Code::UnknownWeekday, phrase.where, {word("found", text_of(phrase))});
        return found;
    }

    void read_working_days(const syntax::WorkingDaysClause& clause) {
        calendar_.has_working_days = true;
        constexpr std::size_t days_in_week = 7;
        std::vector<bool> works(days_in_week);
        std::vector<std::size_t> named;
        for (const syntax::Phrase& phrase : clause.weekdays) {
            const auto day = weekday_of(phrase);
            if (!day) return;
            named.push_back(static_cast<std::size_t>(*day));
        }
        if (clause.is_range) {
            const std::size_t length = (named.back() + days_in_week - named.front()) % days_in_week;
            for (std::size_t step = 0; step <= length; ++step) works[(named.front() + step) % days_in_week] = true;
        }
        for (const std::size_t day : named) works[day] = true;
        calendar_.free_days.weekdays.clear();
        for (std::size_t day = 0; day < days_in_week; ++day) {
            if (!works[day]) calendar_.free_days.weekdays.push_back(static_cast<Weekday>(day));
        }
    }

    void read_free_day(const syntax::Phrase& phrase) {
        const std::string key = key_of(phrase);
        calendar::FreeDays& days = calendar_.free_days;
        if (key == "erkende feestdagen") {
            days.holidays.insert(days.holidays.end(), calendar::recognised_holidays.begin(),
                                 calendar::recognised_holidays.end());
        } else if (const auto holiday = calendar::holiday_from_words(key)) {
            days.holidays.push_back(*holiday);
        } else if (const auto date = date_of(phrase)) {
            days.dates.push_back(*date);
        } else if (const auto day = day_of_year(phrase)) {
            days.every_year.push_back(*day);
        } else {
            context_.report(Code::UnknownFreeDay, phrase.where, {word("found", text_of(phrase))});
        }
    }

    static std::optional<Date> date_of(const syntax::Phrase& phrase) {
        if (phrase.words.size() != 1 || !phrase.words.front().literal) return std::nullopt;
        const auto* date = std::get_if<syntax::DateLiteral>(&*phrase.words.front().literal);
        return date == nullptr ? std::nullopt : std::optional(date->value);
    }
    // "24 december"; a leap year has every day.
    static std::optional<calendar::DayOfYear> day_of_year(const syntax::Phrase& phrase) {
        const auto date = date_from_words(text_of(phrase) + " 2028");
        if (!date) return std::nullopt;
        const CivilDate civil = to_civil(*date);
        return calendar::DayOfYear{civil.month, civil.day};
    }

    static std::optional<int> year_of(const std::string& text) {
        const auto date = date_from_iso(text + "-01-01");
        return date ? std::optional(to_civil(*date).year) : std::nullopt;
    }

    void read_equated(const syntax::EquatedDaysClause& clause, Span where) {
        const auto first = year_of(clause.first_year);
        const auto last = year_of(clause.last_year);
        if (!first || !last || *last < *first) {
            context_.report(Code::EquatedYearsWrong, where,
                            {word("first", clause.first_year), word("last", clause.last_year)});
            return;
        }
        calendar::EquatedDays equated{*first, *last, {}, {}, true};
        if (clause.source) {
            equated.source = clause.source->text.value_or("");
            equated.unverified = clause.source->unverified;
        }
        for (const syntax::Phrase& phrase : clause.days) {
            const auto date = date_of(phrase);
            const int year = date ? to_civil(*date).year : 0;
            if (date && *first <= year && year <= *last) {
                equated.days.push_back(*date);
            } else {
                context_.report(
                    Code::EquatedDayWrong, phrase.where,
                    {word("found", text_of(phrase)), word("first", clause.first_year), word("last", clause.last_year)});
            }
        }
        calendar_.free_days.equated.push_back(std::move(equated));
    }

    Context& context_;
    TermCalendar& calendar_;
};

void add_statute(Context& context) {
    TermCalendar statute;
    statute.name.text = "Algemene termijnenwet";
    statute.name.article = "de";
    statute.free_days = calendar::free_days_of_statute();
    statute.is_statutory = statute.has_working_days = true;
    context.names.calendars.emplace(statute_key, context.model.calendars.add(statute));
}

void declare_calendar(Context& context, const Place& place, const syntax::CalendarHeader& header) {
    const std::string key = key_of(header.name.name);
    CalendarId id = context.names.calendars.at(std::string(statute_key));
    if (key != statute_key) {
        TermCalendar calendar;
        calendar.name = to_name(header.name, {});
        calendar.where = place.header->heading;
        id = context.model.calendars.add(calendar);
        const bool is_new = key != plain_key && context.names.calendars.emplace(key, id).second;
        if (!is_new) context.report(Code::DuplicateName, header.name.name.where, {word("name", calendar.name.text)});
    }
    CalendarReader reader(context, context.model.calendars.at(id));
    for (const syntax::Clause& clause : place.header->clauses) reader.read(clause);
}

void resolve_terms(Context& context, DocumentId id, const syntax::TermsClause& terms) {
    Document& document = context.model.documents.at(id);
    document.terms = text_of(terms.calendar);
    const std::string key = key_of(terms.calendar);
    if (key == plain_key) return;
    // In place of one that is not there, so that its terms give no more messages.
    document.calendar = context.names.calendars.at(std::string(statute_key));
    const auto found = context.names.calendars.find(key);
    if (found == context.names.calendars.end()) {
        std::vector<std::string> known = {"de kalender zonder verschuiving"};
        for (const TermCalendar& calendar : context.model.calendars) known.push_back(with_article(calendar.name));
        context.report(Code::UnknownCalendar, terms.calendar.where,
                       {word("name", document.terms), hint_argument(document.terms, known)});
        return;
    }
    const TermCalendar& calendar = context.model.calendars[found->second];
    if (!calendar.has_working_days) {
        context.report(Code::CalendarWithoutWorkingDays, terms.calendar.where, {word("name", calendar.name.text)});
        return;
    }
    document.calendar = found->second;
    if (terms.without_shift) return;
    document.end_of_term = calendar.is_statutory ? calendar::EndOfTerm::ByStatute : calendar::EndOfTerm::Moves;
}

}  // namespace

void declare_calendars(Context& context, const std::vector<Place>& places) {
    add_statute(context);
    for (const Place& place : places) {
        if (const auto* header = std::get_if<syntax::CalendarHeader>(&place.header->kind))
            declare_calendar(context, place, *header);
    }
    for (const Place& place : places) {
        if (!std::holds_alternative<syntax::DocumentHeader>(place.header->kind)) continue;
        for (const syntax::Clause& clause : place.header->clauses) {
            if (const auto* terms = std::get_if<syntax::TermsClause>(&clause.kind))
                resolve_terms(context, place.document, *terms);
        }
    }
}

void end_as_term(Context& context, const Scope& scope, ExpressionId date) {
    auto* shifted = std::get_if<ShiftedDate>(&context.model.expressions.at(date).kind);
    if (shifted == nullptr || shifted->backward || !scope.document.is_valid()) return;
    shifted->end = context.model.documents[scope.document].end_of_term;
}

}  // namespace toets::model
