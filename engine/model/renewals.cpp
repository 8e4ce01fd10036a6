#include "model/renewals.h"

#include <algorithm>

#include "model/agreement_parties.h"
#include "model/carry_over.h"
#include "model/consents.h"
#include "model/memberships.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

// The length of time that a phrase begins with, in days or months.
std::optional<Duration> length_of(const syntax::Phrase& phrase) {
    const std::optional<syntax::LiteralValue>& literal = phrase.words.front().literal;
    const auto* duration = literal ? std::get_if<syntax::DurationLiteral>(&*literal) : nullptr;
    const auto value = duration == nullptr ? std::nullopt : column_value(*literal, Base::Duration);
    if (!value) return std::nullopt;
    const Duration length = duration_from_column_value(*value);
    const bool is_fit = length.count > 0 && length.unit != Duration::Unit::WorkingDays;
    return is_fit ? std::optional(length) : std::nullopt;
}

bool ends_in(const syntax::Phrase& phrase, std::initializer_list<std::string_view> wanted) {
    std::vector<std::string_view> words;
    for (const syntax::Word& word : phrase.words) {
        if (word.kind != syntax::WordKind::Article) words.push_back(word.folded);
    }
    return words.size() == wanted.size() + 1 && std::equal(wanted.begin(), wanted.end(), words.begin() + 1);
}

class RenewalReader {
public:
    RenewalReader(Context& context, const Place& place)
        : context_(context), place_(place), document_(context.model.documents.at(place.document)) {}

    void read() {
        for (const syntax::Clause& clause : place_.header->clauses) {
            if (const auto* renewal = std::get_if<syntax::RenewalClause>(&clause.kind)) begin(*renewal, clause.where);
        }
        for (const syntax::Clause& clause : place_.header->clauses) {
            if (const auto* notice = std::get_if<syntax::NoticeClause>(&clause.kind)) add(*notice, clause.where);
        }
        if (is_read_) settle();
    }

private:
    void begin(const syntax::RenewalClause& clause, Span where) {
        is_asked_ = true;
        const std::optional<Duration> length = clause.length.words.size() == 1 ? length_of(clause.length) : std::nullopt;
        const bool is_timed = read_deadline(clause.notice);
        if (!length) context_.report(Code::RenewalLength, clause.length.where, {word("found", text_of(clause.length))});
        if (!is_timed) context_.report(Code::NoticeTime, clause.notice.bound.where, {});
        if (!document_.validity.last) context_.report(Code::RenewalWithoutEnd, where);
        if (!length || !is_timed || !document_.validity.last) return;
        is_read_ = true;
        terms_.where = where;
        terms_.first_last = *document_.validity.last;
        find_terms(*length);
    }

    bool read_deadline(const syntax::Time& time) {
        is_before_ = time.relation == syntax::TimeRelation::Before;
        if (!is_before_ && time.relation != syntax::TimeRelation::NotAfter) return false;
        if (!time.bound.rest.empty()) return false;
        const syntax::Phrase& bound = time.bound.first;
        day_ = closing_day(bound);
        if (day_) return true;
        before_end_ = ends_in(bound, {"voor", "einde"}) ? length_of(bound) : std::nullopt;
        return before_end_.has_value();
    }

    // The last day on which notice ends the term that ends on `last`.
    [[nodiscard]] std::optional<Date> deadline(Date last) const {
        std::optional<Date> day;
        if (before_end_) {
            day = shift(last, *before_end_, true);
        } else {
            const int year = to_civil(last).year;
            day = to_date({year, day_->month, day_->day});
            if (day && last < *day) day = to_date({year - 1, day_->month, day_->day});
        }
        return day && is_before_ ? std::optional(Date{day->days - 1}) : day;
    }

    // A term begins on the day after the one before it, so that months end on their own last day.
    void find_terms(Duration length) {
        const Date next{terms_.first_last.days + 1};
        for (std::size_t number = 0; number <= most_renewals; ++number) {
            const Duration sum{length.count * static_cast<std::int32_t>(number), length.unit};
            const std::optional<Date> first = number == 0 ? std::optional(next) : shift(next, sum, false);
            const std::optional<Date> by = first ? deadline(Date{first->days - 1}) : std::nullopt;
            if (!by) return;
            lasts_.push_back(Date{first->days - 1});
            terms_.deadlines.push_back(*by);
        }
    }

    void add(const syntax::NoticeClause& clause, Span where) {
        const std::optional<PartyId> party = party_named(context_, clause.party);
        if (!is_asked_) context_.report(Code::NoticeWithoutRenewal, where);
        if (!party || !is_read_) return;
        NoticeGiven notice{*party, clause.on, std::nullopt, std::nullopt, where};
        for (std::size_t term = 0; notice.on && term < lasts_.size(); ++term) {
            if (*notice.on <= terms_.deadlines[term]) {
                notice.last = lasts_[term];
                break;
            }
            if (*notice.on <= lasts_[term]) notice.missed = lasts_[term];
        }
        terms_.notices.push_back(notice);
    }

    void settle() {
        Validity& validity = document_.validity;
        validity.last.reset();
        bool is_undated = false;
        for (const NoticeGiven& notice : terms_.notices) {
            is_undated = is_undated || !notice.on;
            if (notice.last && (!validity.last || *notice.last < *validity.last)) validity.last = notice.last;
        }
        const bool is_sure_after_first = validity.last && !is_undated;
        if (!is_sure_after_first) validity.sure_last = terms_.first_last;
        for (std::size_t term = 1; !is_sure_after_first && !is_undated && term < lasts_.size(); ++term) {
            validity.renewals.push_back({Date{terms_.deadlines[term - 1].days + 1}, lasts_[term]});
        }
        document_.renewal = std::move(terms_);
    }

    Context& context_;
    const Place& place_;
    Document& document_;
    bool is_asked_ = false;
    bool is_read_ = false;
    bool is_before_ = false;
    std::optional<calendar::DayOfYear> day_;
    std::optional<Duration> before_end_;
    std::vector<Date> lasts_;
    RenewalTerms terms_;
};

}  // namespace

void read_days_in_force(Context& context, const std::vector<Place>& places) {
    read_memberships(context, places);
    for (const Place& place : places) {
        if (!std::holds_alternative<syntax::DocumentHeader>(place.header->kind)) continue;
        RenewalReader(context, place).read();
        Document& document = context.model.documents.at(place.document);
        read_consents(context, *place.header, document.validity, document.consent);
    }
}

}  // namespace toets::model
