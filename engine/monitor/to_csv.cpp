// A row for each combination, for a spreadsheet.
#include "base/csv_row.h"
#include "monitor/words.h"

namespace toets::monitor {

using explanation::Phrase;

namespace {

constexpr int most_quarters = 4;

std::string number(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }

class RowWriter {
public:
    RowWriter(const Reader& reader, const TallyTable& tally, const Row& row)
        : reader_(reader), tally_(tally), row_(row) {}

    std::string write() {
        const portfolio::Standing& standing = *row_.position.after;
        fields_ = {explanation::to_words(tally_.kind, reader_.language),
                   tally_.name,
                   tally_.article,
                   key_words(row_.position, reader_.language),
                   standing.period ? to_iso(standing.period->first) : std::string(),
                   standing.period ? to_iso(standing.period->last) : std::string(),
                   agreed_words(row_.position, reader_.language)};
        add(row_.counted, true);
        add(row_.of, row_.position.is_share);
        fields_.push_back(outcome_words(reader_, row_));
        fields_.push_back(number(standing.room));
        fields_.push_back(number(standing.short_of));
        add_pace();
        fields_.push_back(explanation::joined(row_.without_figures, ", "));
        add_carried(standing.carried);
        add_swapped();
        for (std::size_t index = 0; index < most_quarters; ++index) {
            const bool is_there = index < row_.quarters.size();
            const Quarter quarter = is_there ? row_.quarters[index] : Quarter{};
            add(quarter.counted, is_there);
            add(quarter.of, is_there && row_.position.is_share);
        }
        return to_csv_row(fields_);
    }

private:
    void add(const Figures& figures, bool is_there) {
        for (const Figure& figure : {figures.done, figures.planned, figures.perhaps}) {
            fields_.push_back(is_there ? reader_.to_words(figure) : std::string());
        }
    }
    void add_pace() {
        const std::optional<Pace>& pace = row_.pace;
        fields_.push_back(pace ? std::to_string(pace->at_end) : std::string());
        fields_.push_back(pace ? number(pace->due_now) : std::string());
        const bool is_behind = pace && pace->is_behind;
        fields_.push_back(pace ? reader_.say(is_behind ? Phrase::Yes : Phrase::No) : std::string());
    }

    void add_carried(const std::optional<portfolio::CarriedOver>& carried) {
        std::array<std::optional<std::int64_t>, 6> numbers;
        if (carried) {
            const portfolio::YearInSeries& year = carried->year;
            if (carried->is_agreed) numbers[0] = year.agreed;
            numbers[1] = portfolio::sum_of(year.came_over.shortfall);
            numbers[2] = portfolio::sum_of(year.came_over.surplus);
        }
        if (carried && carried->aftermath) {  // it is over
            numbers[3] = portfolio::sum_of(carried->year.goes_along.shortfall);
            numbers[4] = portfolio::sum_of(carried->year.goes_along.surplus);
            numbers[5] = portfolio::sum_of(carried->year.lost);
        }
        for (const std::optional<std::int64_t>& each : numbers) fields_.push_back(number(each));
    }
    void add_swapped() {
        std::int64_t received = 0;
        std::int64_t handed_over = 0;
        for (const explanation::TallyPosition::Swap& swap : row_.position.swaps) {
            if (swap.state != portfolio::SwapOfNumbers::State::Counts) continue;
            (swap.is_received ? received : handed_over) += *swap.count;
        }
        const bool has_swaps = !row_.position.swaps.empty();
        fields_.push_back(has_swaps ? std::to_string(received) : std::string());
        fields_.push_back(has_swaps ? std::to_string(handed_over) : std::string());
    }

    const Reader& reader_;
    const TallyTable& tally_;
    const Row& row_;
    std::vector<std::string> fields_;
};

std::vector<std::string> header_fields(const Reader& reader) {
    constexpr std::array counts = {Phrase::ColumnDone,   Phrase::ColumnPlanned,   Phrase::ColumnPerhaps,
                                   Phrase::ColumnOfDone, Phrase::ColumnOfPlanned, Phrase::ColumnOfPerhaps};
    std::vector<std::string> header;
    for (const Phrase column : {Phrase::ColumnKind, Phrase::ColumnName, Phrase::ColumnArticle, Phrase::ColumnKey,
                                Phrase::ColumnFirst, Phrase::ColumnLast, Phrase::ColumnAgreed}) {
        header.push_back(reader.say(column));
    }
    for (const Phrase column : counts) header.push_back(reader.say(column));
    for (const Phrase column :
         {Phrase::ColumnOutcome, Phrase::ColumnRoom, Phrase::ColumnShort, Phrase::ColumnPace, Phrase::ColumnDueNow,
          Phrase::ColumnBehind, Phrase::ColumnNoFigures, Phrase::ColumnOwn, Phrase::ColumnCameOver,
          Phrase::ColumnSurplusCameOver, Phrase::ColumnGoesAlong, Phrase::ColumnSurplusGoesAlong, Phrase::ColumnLost,
          Phrase::ColumnReceived, Phrase::ColumnHandedOver}) {
        header.push_back(reader.say(column));
    }
    for (int quarter = 1; quarter <= most_quarters; ++quarter) {
        const std::string name = quarter_name(reader, {quarter, {}, {}, {}});
        for (const Phrase column : counts) {
            header.push_back(reader.say(Phrase::ColumnOfQuarter, {{"quarter", name}, {"column", reader.say(column)}}));
        }
    }
    return header;
}

}  // namespace

std::string to_csv(const Monitor& monitor, Language language) {
    const Reader reader{monitor, language};
    std::string csv = to_csv_row(header_fields(reader));
    for (const TallyTable& tally : monitor.tallies) {
        for (const Row& row : tally.rows) csv += RowWriter(reader, tally, row).write();
    }
    if (monitor.tallies.empty()) csv.clear();
    for (const std::string& part : {apportionments_csv(monitor.apportionments, language),
                                    redistributions_csv(monitor.redistributions, language)}) {
        if (!part.empty()) csv += (csv.empty() ? "" : "\r\n") + part;
    }
    return csv;
}

}  // namespace toets::monitor
