// The days that periods cover, in words: what is missing first, then what was looked at.
#include "explanation/report.h"

namespace toets::explanation {

namespace {

constexpr std::size_t most_written_periods = 5;

std::string days_words(std::int64_t days, Language language) {
    return toets::to_words(Duration{static_cast<std::int32_t>(days), Duration::Unit::Days}, language);
}

struct CoverageWriter {
    const Coverage& coverage;
    Language language;
    std::vector<std::string> lines{};

    [[nodiscard]] std::string words(Date date) const { return toets::to_words(date, language); }
    [[nodiscard]] std::string between(Phrase phrase, const Stretch& stretch, std::string length = {}) const {
        return say(phrase, language,
                   {{"first", words(stretch.first)}, {"last", words(stretch.last)}, {"length", std::move(length)}});
    }

    // A gap up to the end is a part that nobody has arranged, as long as it can still be.
    void add_gap() {
        if (!coverage.gap || !coverage.needed) return;
        const bool is_to_the_end = coverage.gap->last == coverage.needed->last;
        if (is_to_the_end && !coverage.arranged_until) {
            const bool is_open = coverage.arrange_before.has_value();
            return lines.push_back(between(is_open ? Phrase::NothingArranged : Phrase::NothingFound, *coverage.needed));
        }
        if (is_to_the_end && coverage.arrange_before) {
            return lines.push_back(
                say(Phrase::ArrangedUntil, language,
                    {{"date", words(*coverage.arranged_until)}, {"last", words(coverage.needed->last)}}));
        }
        const std::string gap = between(Phrase::Gap, *coverage.gap, days_words(coverage.gap->days(), language));
        if (!coverage.tolerated) return lines.push_back(gap);
        lines.push_back(say(Phrase::GapTolerated, language,
                            {{"gap", gap}, {"length", toets::to_words(*coverage.tolerated, language)}}));
    }

    void add_length() {
        if (!coverage.length || !coverage.needed) return;
        const std::string length = toets::to_words(*coverage.length, language);
        if (coverage.is_unbroken && coverage.longest) {
            return lines.push_back(between(Phrase::LongestFound, *coverage.longest, length));
        }
        lines.push_back(say(Phrase::DaysFound, language,
                            {{"found", days_words(coverage.days, language)},
                             {"first", words(coverage.needed->first)},
                             {"last", words(coverage.needed->last)},
                             {"length", length}}));
    }

    [[nodiscard]] std::string place_words(const PeriodSeen& period) const {
        const Place& where = period.first.where.file.empty() ? period.last.where : period.first.where;
        if (where.file.empty()) return {};
        return " (" +
               say(Phrase::LineOf, language, {{"file", file_name(where.file)}, {"lines", std::to_string(where.line)}}) +
               ")";
    }

    void add_periods() {
        for (std::size_t i = 0; i < std::min(most_written_periods, coverage.periods.size()); ++i) {
            const PeriodSeen& period = coverage.periods[i];
            const bool is_open = std::holds_alternative<KnownNone>(period.last.value);
            std::string line =
                is_open ? say(Phrase::PeriodOpen, language, {{"first", to_words(period.first.value, language)}})
                        : say(Phrase::PeriodSeen, language,
                              {{"first", to_words(period.first.value, language)},
                               {"last", to_words(period.last.value, language)}});
            if (period.counts == Truth::Unknown) line = say(Phrase::PeriodPerhaps, language, {{"period", line}});
            lines.push_back(line + place_words(period));
        }
        if (coverage.periods.size() <= most_written_periods) return;
        const std::string more = std::to_string(coverage.periods.size() - most_written_periods);
        lines.push_back(say(Phrase::PeriodsMore, language, {{"count", more}}));
    }
};

}  // namespace

std::vector<std::string> to_lines(const Coverage& coverage, Language language) {
    CoverageWriter writer{coverage, language};
    writer.add_gap();
    writer.add_length();
    writer.add_periods();
    return std::move(writer.lines);
}

}  // namespace toets::explanation
