#include "model/recurrences.h"

#include "model/vocabulary.h"

namespace toets::model {

namespace {

using calendar::Rhythm;

class RecurrenceReader {
public:
    RecurrenceReader(Context& context, const Scope& scope, KindId event, Span where)
        : context_(context), scope_(scope), event_(event), where_(where) {
        const Document& document = context.model.documents[scope.document];
        result_.calendar = document.calendar;
        result_.rhythm.end = document.end_of_term;
        result_.where = where;
    }

    std::optional<Recurrence> read(const syntax::Recurrence& written) {
        const bool is_read = written.every ? read_every(*written.every) : read_each_period(written);
        if (!is_read) return std::nullopt;
        if (written.until) result_.until = read_date(context_, scope_, *written.until);
        return result_;
    }

private:
    bool report(Code code, Span where) {
        context_.report(code, where);
        return false;
    }

    // The own date of the thing after `bij elke`; invalid for a thing that has none.
    ExpressionId own_date() {
        const VariableId subject = scope_.variables.front();
        const KindId kind = context_.model.variables[subject].kind;
        const Kind& declared = context_.kind(kind);
        const FieldId field = declared.category == KindCategory::Event    ? declared.date
                              : declared.category == KindCategory::Period ? declared.first_day
                                                                          : FieldId{};
        if (!field.is_valid()) return {};
        const ExpressionId thing = context_.add(VariableUse{subject}, thing_type(Base::Thing, kind), where_);
        return context_.add(FieldOf{thing, field}, simple_type(Base::Date), where_);
    }

    // A length written out, of at least a day.
    bool read_length(const syntax::Phrase& phrase) {
        const auto length = read_phrase(context_, scope_, phrase, want_duration());
        return length && take_length(length->expression);
    }
    bool take_length(ExpressionId length) {
        const Expression& expression = context_.model.expressions[length];
        const auto* constant = std::get_if<Constant>(&expression.kind);
        if (constant == nullptr) {
            result_.length = length;
            return true;
        }
        result_.rhythm.length = duration_from_column_value(constant->value);
        if (result_.rhythm.length.count < 1) return report(Code::RecurrenceNeedsLength, expression.where);
        const bool is_lacking =
            result_.rhythm.length.unit == Duration::Unit::WorkingDays && !result_.calendar.is_valid();
        if (!is_lacking) return true;
        context_.report(Code::WorkingDaysWithoutCalendar, expression.where,
                        {word("terms", context_.model.documents[scope_.document].terms)});
        return false;
    }

    bool read_every(const syntax::Expression& every) {
        const syntax::Phrase& phrase = every.first;
        for (std::size_t i = 2; i + 1 < phrase.words.size(); ++i) {
            if (phrase.words[i].folded == "vorige") return read_after_previous(phrase, i);
        }
        const ExpressionId date = read_date(context_, scope_, every);
        const Expression expression = context_.model.expressions[date];
        if (std::holds_alternative<InvalidExpression>(expression.kind)) return false;
        const auto* shifted = std::get_if<ShiftedDate>(&expression.kind);
        if (shifted == nullptr || shifted->backward) return report(Code::RecurrenceNeedsLength, every.where);
        result_.start = shifted->date;
        result_.rhythm.counts_start = shifted->counts_start;
        return take_length(shifted->duration);
    }

    // `6 maanden na de vorige evaluatie`; the first one is counted from the thing's own date.
    bool read_after_previous(const syntax::Phrase& phrase, std::size_t previous) {
        result_.rhythm.kind = Rhythm::Kind::FromPrevious;
        std::size_t link = previous - 1;
        if (phrase.words[link].folded != "na") --link;
        const auto named = context_.names.kinds.find(key_of(phrase.words, previous + 1, phrase.words.size()));
        const bool is_event = named != context_.names.kinds.end() && named->second == event_;
        if (phrase.words[link].folded != "na" || link == 0 || !is_event) {
            context_.report(Code::PreviousNeedsEvent, phrase.where, {word("event", context_.kind(event_).name.text)});
            return false;
        }
        result_.start = own_date();
        if (!result_.start.is_valid()) return report(Code::RecurrenceNeedsStart, phrase.where);
        return read_length(part(phrase, 0, link));
    }

    bool read_each_period(const syntax::Recurrence& written) {
        result_.rhythm.kind = Rhythm::Kind::EachPeriod;
        const bool is_quarter = written.kind == syntax::Recurrence::Kind::Quarter;
        constexpr int months_in_quarter = 3;
        if (is_quarter) result_.rhythm.months = months_in_quarter;
        result_.start = own_date();
        const syntax::TimeRelation relation = written.term->relation;
        result_.rhythm.is_before = relation == syntax::TimeRelation::Before;
        result_.rhythm.only_after_event = relation == syntax::TimeRelation::Within;
        const bool has_last_day =
            relation == syntax::TimeRelation::NotAfter || result_.rhythm.is_before || result_.rhythm.only_after_event;
        const syntax::Phrase& phrase = written.term->bound.first;
        if (!has_last_day || !read_last_day(phrase, is_quarter)) {
            return report(Code::RecurrenceNeedsLastDay, phrase.where);
        }
        return result_.start.is_valid() || context_.model.documents[scope_.document].validity.first
                   ? true
                   : report(Code::RecurrenceNeedsStart, phrase.where);
    }

    // `1 juli`, `het einde`, `4 weken na het einde`.
    bool read_last_day(const syntax::Phrase& phrase, bool is_quarter) {
        Rhythm& rhythm = result_.rhythm;
        rhythm.length = {0, Duration::Unit::Days};
        if (const auto date = date_from_words(text_of(phrase) + " 2028")) {
            rhythm.fixed = {to_civil(*date).month, to_civil(*date).day};
            return !is_quarter && !rhythm.only_after_event;
        }
        const std::string& last = phrase.words.back().folded;
        if (last != "einde" && last != "begin") return false;
        rhythm.day = last == "einde" ? Rhythm::Day::AfterEnd : Rhythm::Day::AfterBegin;
        std::size_t end = phrase.words.size() - 1;
        if (end > 0 && phrase.words[end - 1].folded == "het") --end;
        if (end == 0) return !rhythm.only_after_event;
        const bool is_from = phrase.words[end - 1].folded == "vanaf";
        if (end < 2 || (phrase.words[end - 1].folded != "na" && !is_from)) return false;
        rhythm.counts_start = is_from;
        return read_length(part(phrase, 0, end - 1));
    }

    Context& context_;
    const Scope& scope_;
    KindId event_;
    Span where_;
    Recurrence result_;
};

}  // namespace

std::optional<Recurrence> read_recurrence(Context& context, const Scope& scope, const syntax::Recurrence& recurrence,
                                          KindId event, Span where) {
    return RecurrenceReader(context, scope, event, where).read(recurrence);
}

}  // namespace toets::model
