// What was left over and handed on, in words and cells.
#include <algorithm>

#include "base/civil.h"
#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/redistributions.h"
#include "monitor/tie_words.h"

namespace toets::monitor {

using explanation::Phrase;
using explanation::say;
using portfolio::Between;
using portfolio::Holder;
using portfolio::Redistributed;
using portfolio::Request;

namespace {

std::string number_words(const std::optional<Between>& number, Language language) {
    if (!number) return say(Phrase::NotKnown, language);
    if (number->is_exact()) return std::to_string(number->low);
    return say(Phrase::NumberBetween, language,
               {{"low", std::to_string(number->low)}, {"high", std::to_string(number->high)}});
}

Date new_year_before(Date day) { return to_date({to_civil(day).year, 1, 1}).value_or(day); }

std::string day_words(const RedistributionTable& table, Language language) {
    return toets::to_words(table.outcome.day, language);
}

std::string lacking_words(const RedistributionTable& table, std::size_t index, Language language) {
    const Request& request = table.outcome.requests[index];
    if (!request.day) return say(Phrase::RequestWithoutDate, language);
    if (!request.count) return say(Phrase::RequestWithoutCount, language);
    return say(table.is_key_known[index] ? Phrase::RequestNotSure : Phrase::RequestWithoutKey, language);
}

std::string why_words(const RedistributionTable& table, std::size_t index, Language language) {
    const Request& request = table.outcome.requests[index];
    switch (request.state) {
        case Request::State::Perhaps: return lacking_words(table, index, language);
        case Request::State::NoNumber: return say(Phrase::RequestNoNumber, language);
        case Request::State::TooLate:
            return say(Phrase::RequestTooLate, language,
                       {{"year", toets::to_words(new_year_before(table.outcome.day), language)},
                        {"date", day_words(table, language)}});
        case Request::State::Ordered: break;
    }
    if (table.outcome.state == Redistributed::State::Unknown) return say(Phrase::RequestWaits, language);
    if (request.is_tied) return say(Phrase::RequestTied, language);
    if (request.gets && request.gets->low == *request.count) return say(Phrase::RequestInFull, language);
    const bool gets_some = request.gets && request.gets->high > 0;
    return say(gets_some ? Phrase::RequestInPart : Phrase::RequestNothingLeft, language);
}

class LeftoverReasons {
public:
    LeftoverReasons(const RedistributionTable& table, Language language) : table_(table), language_(language) {}

    std::vector<std::string> write() {
        const Redistributed& outcome = table_.outcome;
        if (outcome.state == Redistributed::State::NotYet) {
            add(Phrase::LeftoverNotYet, {{"date", day_words(table_, language_)}});
        } else if (table_.is_hidden) {
            add(Phrase::LeftoverHidden);
        } else if (outcome.state == Redistributed::State::Unknown) {
            write_needed();
        } else {
            write_sums();
            write_ties();
        }
        return std::move(lines_);
    }

private:
    void add(Phrase which, std::initializer_list<explanation::Filling> fillings = {}) {
        std::string line = say(which, language_, fillings);
        const bool is_told = std::find(lines_.begin(), lines_.end(), line) != lines_.end();
        if (!is_told) lines_.push_back(std::move(line));
    }

    void write_needed() {
        add(Phrase::LeftoverUnknown);
        const Redistributed& outcome = table_.outcome;
        for (std::size_t index = 0; index < outcome.holders.size(); ++index) {
            const Holder& holder = outcome.holders[index];
            if (!holder.number || !holder.number->is_exact()) {
                add(Phrase::NeededNumber, {{"party", table_.holders[index]}});
            } else if (!holder.left || !holder.left->is_exact()) {
                add(Phrase::NeededUse, {{"party", table_.holders[index]},
                                        {"date", day_words(table_, language_)},
                                        {"count", std::to_string(holder.perhaps)}});
            }
        }
        for (std::size_t index = 0; index < outcome.requests.size(); ++index) {
            if (outcome.requests[index].state != Request::State::Perhaps) continue;
            add(Phrase::NeededRequest,
                {{"label", outcome.requests[index].label}, {"why", lacking_words(table_, index, language_)}});
        }
    }

    void write_sums() {
        const Redistributed& outcome = table_.outcome;
        const Between left = outcome.left().value_or(Between{});
        std::int64_t asked = 0;
        for (const Request& request : outcome.requests) {
            if (request.state == Request::State::Ordered) asked += *request.count;
        }
        if (left.high == 0) return add(Phrase::NothingLeftOver);
        if (asked == 0) return add(Phrase::NobodyAsked);
        const std::int64_t handed = std::min(left.low, asked);
        add(Phrase::LeftoverSum,
            {{"left", std::to_string(left.low)}, {"asked", std::to_string(asked)}, {"handed", std::to_string(handed)}});
        if (handed < left.low) add(Phrase::LeftoverKept, {{"count", std::to_string(left.low - handed)}});
    }

    void write_ties() {
        const Redistributed& outcome = table_.outcome;
        if (outcome.is_giver_undecided) add(Phrase::GiversTied);
        std::vector<std::string> names;
        bool has_all_numbers = table_.agreed.tie_value.is_valid();
        for (std::size_t index = 0; index < outcome.requests.size(); ++index) {
            const Request& request = outcome.requests[index];
            if (!request.gets || request.gets->is_exact()) continue;
            names.push_back(table_.requests[index] + " (" + request.label + ")");
            has_all_numbers = has_all_numbers && request.tie_value;
        }
        if (names.empty()) return;
        add(Phrase::RequestsTied, {{"names", explanation::joined(names, ", ")}});
        if (has_all_numbers) return add(Phrase::TieFactEqual, {{"fact", table_.agreed.tie_words}});
        const bool is_lot = table_.agreed.tie_break == model::TieBreak::Lot;
        const bool is_decision = table_.agreed.tie_break == model::TieBreak::Decision;
        if (is_lot) add(Phrase::LotDecides);
        if (is_decision) add(Phrase::DecisionDecides, {{"who", table_.agreed.decided_by}});
        if (table_.agreed.tie_value.is_valid()) add(Phrase::RecordOutcome, {{"fact", table_.agreed.tie_words}});
    }

    const RedistributionTable& table_;
    Language language_;
    std::vector<std::string> lines_;
};

}  // namespace

std::string name_of(const RedistributionTable& table, Language language) {
    std::string name = say(Phrase::Apportionment, language, {{"name", table.agreed.name}});
    if (!table.agreed.source.article.empty()) name += " (" + table.agreed.source.article + ")";
    if (!table.pool.empty()) name += ", " + table.pool;
    return say(Phrase::LeftoverOnDay, language, {{"name", name}, {"date", day_words(table, language)}});
}

std::string state_words(const RedistributionTable& table, Language language) {
    switch (table.outcome.state) {
        case Redistributed::State::NotYet: return say(Phrase::StateNotYet, language);
        case Redistributed::State::Done: return say(Phrase::StateHandedOn, language);
        case Redistributed::State::Undecided: return say(Phrase::StateUndecided, language);
        case Redistributed::State::Unknown: return say(Phrase::NotKnown, language);
    }
    return {};
}

std::vector<std::string> agreed_lines(const RedistributionTable& table, Language language) {
    const model::Redistribution& agreed = table.agreed;
    const bool is_table = agreed.gives_first == model::Redistribution::Gives::FirstInTable;
    std::vector<std::string> lines{
        say(Phrase::LeftoverOver, language,
            {{"date", day_words(table, language)}, {"name", table.tally}, {"recipients", agreed.recipients}}),
        say(agreed.number.is_valid() ? Phrase::InOrderOf : Phrase::InOrderOfOne, language, {{"event", table.event}}) +
            "; " + tie_words(agreed, language),
        say(agreed.is_open_used ? Phrase::OpenIsUsed : Phrase::OpenIsLeft, language) + "; " +
            say(is_table ? Phrase::FirstInTableGives : Phrase::MostLeftGives, language)};
    if (agreed.source.unverified) lines.push_back(say(Phrase::SourceUnverified, language));
    return lines;
}

std::vector<Cells> holder_cells(const RedistributionTable& table, Language language) {
    const std::vector<Holder>& holders = table.outcome.holders;
    if (holders.empty() || table.is_hidden) return {};
    Cells heads{table.agreed.recipient};
    for (const Phrase column : {Phrase::ColumnAgreedThen, Phrase::ColumnUsed, Phrase::ColumnOpen,
                                Phrase::ColumnPerhapsUsed, Phrase::ColumnLeft, Phrase::ColumnGives}) {
        heads.push_back(say(column, language));
    }
    std::vector<Cells> rows{std::move(heads)};
    for (std::size_t index = 0; index < holders.size(); ++index) {
        const Holder& holder = holders[index];
        rows.push_back({table.holders[index], number_words(holder.number, language), std::to_string(holder.used),
                        std::to_string(holder.open), std::to_string(holder.perhaps),
                        number_words(holder.left, language), number_words(holder.gives, language)});
    }
    return rows;
}

std::vector<Cells> request_cells(const RedistributionTable& table, Language language) {
    const std::vector<Request>& requests = table.outcome.requests;
    if (requests.empty() || table.is_hidden) return {};
    Cells heads{table.event};
    for (const Phrase column :
         {Phrase::ColumnCase, Phrase::ColumnDate, Phrase::ColumnAsks, Phrase::ColumnGets, Phrase::ColumnWhy}) {
        heads.push_back(say(column, language));
    }
    std::vector<Cells> rows{std::move(heads)};
    for (std::size_t index = 0; index < requests.size(); ++index) {
        const Request& request = requests[index];
        const std::string unknown = say(Phrase::NotKnown, language);
        const std::string& party = table.requests[index];
        rows.push_back({party.empty() ? unknown : party, request.label,
                        request.day ? toets::to_words(*request.day, language) : unknown,
                        request.count ? std::to_string(*request.count) : unknown, number_words(request.gets, language),
                        why_words(table, index, language)});
    }
    return rows;
}

std::vector<std::string> reason_lines(const RedistributionTable& table, Language language) {
    return LeftoverReasons(table, language).write();
}

}  // namespace toets::monitor
