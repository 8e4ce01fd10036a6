#include "model/tallies.h"

#include <algorithm>

#include "base/match.h"
#include "base/text.h"
#include "model/conditions.h"
#include "model/fields.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

TallyKind to_model(syntax::TallyKind kind) {
    switch (kind) {
        case syntax::TallyKind::Contingent: return TallyKind::Contingent;
        case syntax::TallyKind::Spread: return TallyKind::Spread;
        case syntax::TallyKind::Share: return TallyKind::Share;
    }
    return TallyKind::Contingent;
}

Comparison to_model(syntax::Comparison comparison) {
    switch (comparison) {
        case syntax::Comparison::AtLeast: return Comparison::AtLeast;
        case syntax::Comparison::AtMost: return Comparison::AtMost;
        case syntax::Comparison::MoreThan: return Comparison::MoreThan;
        case syntax::Comparison::LessThan: return Comparison::LessThan;
    }
    return Comparison::AtMost;
}

// What a cell of an agreed number says: how much, and whether that is a minimum.
struct CellBound {
    Bound bound;
    const syntax::Expression* number;
};
std::optional<CellBound> bound_of(const syntax::Cell& cell) {
    if (const auto* bound = std::get_if<syntax::BoundCell>(&cell.kind)) {
        return CellBound{bound->word == syntax::BoundWord::Exactly ? Bound::Exactly : Bound::AimFor, &bound->bound};
    }
    const auto* compared = std::get_if<syntax::ComparedCell>(&cell.kind);
    if (compared == nullptr) return std::nullopt;
    if (compared->comparison == syntax::Comparison::AtLeast) return CellBound{Bound::AtLeast, &compared->bound};
    if (compared->comparison == syntax::Comparison::AtMost) return CellBound{Bound::AtMost, &compared->bound};
    return std::nullopt;
}

std::optional<std::int64_t> number_in(const syntax::Word& word) {
    const auto* literal = word.literal ? std::get_if<syntax::NumberLiteral>(&*word.literal) : nullptr;
    return literal != nullptr ? rescale(literal->value, 0) : std::nullopt;
}

class TallyReader {
public:
    TallyReader(Context& context, const Place& place, const syntax::TallyHeader& header)
        : context_(context), place_(place), header_(header) {}

    std::optional<Tally> read() {
        tally_.kind = to_model(header_.kind);
        tally_.name = name_text(header_.name);
        tally_.document = place_.document;
        tally_.validity = context_.model.documents[place_.document].validity;
        tally_.source = source_of(context_, place_);
        tally_.where = place_.header->where;
        each<syntax::CountsClause>([this](const auto& counts) { read_counted(counts); });
        if (!tally_.counted.is_valid()) return std::nullopt;
        scope_ = {{tally_.counted}, place_.document};
        each<syntax::MomentClause>([this](const auto& moment) { read_moment(moment); });
        each<syntax::CountsClause>([this](const auto& counts) { tally_.filter = filter(counts.filter, scope_); });
        each<syntax::NotCountedClause>(
            [this](const auto& not_counted) { tally_.not_counted.push_back(filter(not_counted.condition, scope_)); });
        each<syntax::PerClause>([this](const auto& per) { read_dimensions(per); });
        each<syntax::OutOfClause>([this](const auto& out_of) { read_denominator(out_of); });
        each<syntax::TableClause>([this](const auto& table) { read_numbers(table); });
        each<syntax::LimitClause>([this](const auto& limit) { read_limit(limit); });
        each<syntax::ThresholdClause>([this](const auto& threshold) { read_threshold(threshold); });
        each<syntax::NotYetClause>([this](const auto& later) {
            tally_.not_yet.push_back({later.construct, later.nl, later.en});
        });
        check_what_is_judged();
        return std::move(tally_);
    }

private:
    template <class Wanted, class Read>
    void each(Read read) {
        for (const syntax::Clause& clause : place_.header->clauses) {
            const auto* wanted = std::get_if<Wanted>(&clause.kind);
            if (wanted == nullptr) continue;
            where_ = clause.where;
            read(*wanted);
        }
    }

    ConditionId filter(const std::optional<syntax::ConditionId>& sentence, const Scope& scope) {
        return sentence ? read_condition(context_, scope, *place_.tree, *sentence) : ConditionId{};
    }

    // A kind or sub-kind by its name; reports another.
    std::optional<Variable> things_named(const syntax::Phrase& phrase) {
        const std::string key = key_of(phrase);
        const auto kind = context_.names.kinds.find(key);
        if (kind != context_.names.kinds.end()) {
            return Variable{context_.kind(kind->second).name.text, kind->second, {}};
        }
        const auto sub_kind = context_.names.sub_kinds.find(key);
        if (sub_kind == context_.names.sub_kinds.end()) {
            report_unknown_kind(context_, phrase);
            return std::nullopt;
        }
        const SubKind& found = context_.model.sub_kinds[sub_kind->second];
        return Variable{found.name.text, found.base, sub_kind->second};
    }

    void read_counted(const syntax::CountsClause& counts) {
        const auto things = things_named(counts.things);
        if (!things) return;
        tally_.counted = context_.model.variables.add(*things);
    }

    void read_moment(const syntax::MomentClause& moment) {
        tally_.moment = read_date(context_, scope_, moment.date);
        scope_.dates.push_back({"telmoment", "het telmoment", tally_.moment});
    }

    void read_dimensions(const syntax::PerClause& per) {
        for (const syntax::Phrase& phrase : per.dimensions) {
            TallyDimension dimension;
            dimension.words = text_of(phrase);
            const std::string key = key_of(phrase);
            if (key == "kalenderjaar") {
                dimension.what = TallyDimension::What::Year;
            } else if (key == "kwartaal") {
                dimension.what = TallyDimension::What::Quarter;
            } else if (!read_value(phrase, dimension)) {
                continue;
            }
            tally_.dimensions.push_back(std::move(dimension));
        }
    }

    bool read_value(const syntax::Phrase& phrase, TallyDimension& dimension) {
        const auto value = read_phrase(context_, scope_, phrase, want_anything());
        if (!value) return false;
        const Base base = value->type.base;
        const bool can_be_counted_by = !value->is_many() && (base == Base::Organisation || base == Base::Choice ||
                                                             base == Base::Thing || base == Base::Text);
        if (!can_be_counted_by) {
            context_.report(Code::CountedByKind, phrase.where,
                            {word("name", text_of(phrase)), type_argument("found", value->type, context_.model)});
            return false;
        }
        dimension.value = value->expression;
        if (base == Base::Thing) {
            dimension.thing =
                context_.model.variables.add({context_.kind(value->type.kind).name.text, value->type.kind, {}});
        }
        return true;
    }

    void read_denominator(const syntax::OutOfClause& out_of) {
        tally_.is_share = true;
        const auto things = things_named(out_of.things);
        if (!things) return;
        if (things->kind != context_.model.variables[tally_.counted].kind) {
            context_.report(Code::ShareOfOtherThings, out_of.things.where,
                            {word("counted", context_.model.variables[tally_.counted].name), word("of", things->name)});
            return;
        }
        tally_.of = context_.model.variables.add(*things);
        Scope scope = scope_;
        scope.variables = {tally_.of};
        tally_.of_filter = filter(out_of.filter, scope_);
        for (std::size_t i = 0; out_of.dimensions.empty() && i < tally_.dimensions.size(); ++i) {
            tally_.of_dimensions.push_back(i);
        }
        for (const syntax::Phrase& phrase : out_of.dimensions) add_of_dimension(phrase);
    }

    void add_of_dimension(const syntax::Phrase& phrase) {
        for (std::size_t i = 0; i < tally_.dimensions.size(); ++i) {
            if (key_of(std::string_view(tally_.dimensions[i].words)) == key_of(phrase)) {
                tally_.of_dimensions.push_back(i);
                return;
            }
        }
        context_.report(Code::ShareByOther, phrase.where,
                        {word("name", text_of(phrase)), word("dimensions", dimension_words())});
    }

    [[nodiscard]] std::string dimension_words() const {
        std::string words;
        for (const TallyDimension& dimension : tally_.dimensions) {
            words += (words.empty() ? "`" : ", `") + dimension.words + "`";
        }
        return words;
    }

    // ----------------------------------------------------------------------------------------------------- numbers

    void read_numbers(const syntax::TableClause& table) {
        std::vector<std::size_t> dimension_of;  // by key column; the last is the number
        if (!read_columns(table, dimension_of)) return;
        for (const syntax::TableRow& row : table.rows) read_row(table, dimension_of, row);
        for (std::size_t i = 1; i < tally_.numbers.size(); ++i) check_twice(i);
    }

    bool read_columns(const syntax::TableClause& table, std::vector<std::size_t>& dimension_of) {
        std::vector<std::string> found;
        for (const syntax::Column& column : table.columns) {
            if (column.kind == syntax::Column::Kind::Key) found.push_back(key_of(column.path));
        }
        std::vector<std::string> wanted;
        for (const TallyDimension& dimension : tally_.dimensions) {
            wanted.push_back(key_of(std::string_view(dimension.words)));
        }
        bool is_right = found.size() == wanted.size() + 1 && !found.empty() && found.back() == "aantal";
        for (std::size_t i = 0; is_right && i + 1 < found.size(); ++i) {
            const auto at = std::find(wanted.begin(), wanted.end(), found[i]);
            is_right = at != wanted.end();
            dimension_of.push_back(static_cast<std::size_t>(at - wanted.begin()));
        }
        if (!is_right) {
            context_.report(Code::ColumnsOfNumbers, where_, {word("columns", dimension_words())});
        }
        return is_right;
    }

    void read_row(const syntax::TableClause& table, const std::vector<std::size_t>& dimension_of,
                  const syntax::TableRow& cells) {
        AgreedNumber number;
        number.where = cells.where;
        number.key.resize(tally_.dimensions.size());
        number.unverified = tally_.source.unverified;
        std::size_t key = 0;
        bool is_right = true;
        for (std::size_t i = 0; i < cells.cells.size() && i < table.columns.size(); ++i) {
            const syntax::Cell& cell = cells.cells[i];
            if (const auto* source = std::get_if<syntax::SourceCell>(&cell.kind)) {
                number.source = source->source.text.value_or("");
                number.unverified = source->source.unverified;
            } else if (const auto* date = std::get_if<syntax::DateCell>(&cell.kind)) {
                number.from = date->date;
            } else if (table.columns[i].kind != syntax::Column::Kind::Key) {
                continue;
            } else if (key < dimension_of.size()) {
                const std::size_t dimension = dimension_of[key++];
                is_right = read_key(cell, tally_.dimensions[dimension], number.key[dimension]) && is_right;
            } else {
                is_right = read_count(cell, number) && is_right;
            }
        }
        if (is_right) tally_.numbers.push_back(std::move(number));
    }

    bool read_count(const syntax::Cell& cell, AgreedNumber& number) {
        const auto bound = bound_of(cell);
        const syntax::Phrase* phrase = bound ? &bound->number->first : nullptr;
        const bool is_plain = phrase != nullptr && phrase->words.size() == 1 && bound->number->rest.empty();
        const auto count = is_plain ? number_in(phrase->words.front()) : std::nullopt;
        if (!count || *count < 0 || *count > most_agreed) {
            context_.report(Code::AgreedNumberWords, cell.where);
            return false;
        }
        number.bound = bound->bound;
        number.count = *count;
        return true;
    }

    bool read_key(const syntax::Cell& cell, const TallyDimension& dimension, std::string& key) {
        const auto* values = std::get_if<syntax::ValuesCell>(&cell.kind);
        const bool is_one = values != nullptr && values->values.size() == 1 && values->values.front().rest.empty();
        const syntax::Phrase* phrase = is_one ? &values->values.front().first : nullptr;
        if (phrase == nullptr) {
            context_.report(Code::KeyOfNumber, cell.where, {word("name", dimension.words)});
            return false;
        }
        if (dimension.what != TallyDimension::What::Value) return read_period(*phrase, dimension, key);
        key = text_of(*phrase);
        const Type& type = context_.model.expressions[dimension.value].type;
        std::vector<std::string> known;
        if (type.base == Base::Organisation && type.role.is_valid()) {
            for (const PartyId party : context_.model.roles[type.role].members) {
                known.push_back(context_.model.parties[party].name.text);
            }
        }
        if (type.base == Base::Choice) {
            for (const Name& name : context_.model.choice_lists[type.choices].values) known.push_back(name.text);
        }
        const auto found = std::find_if(known.begin(), known.end(), [&](const std::string& name) {
            return key_of(std::string_view(name)) == key_of(*phrase);
        });
        if (found != known.end()) key = *found;
        if (known.empty() || found != known.end()) return true;
        context_.report(Code::UnknownKeyOfNumber, cell.where,
                        {word("found", key), word("name", dimension.words), hint_argument(key, known)});
        return false;
    }

    // `2026` and `kwartaal 1 van 2026`.
    bool read_period(const syntax::Phrase& phrase, const TallyDimension& dimension, std::string& key) {
        const std::vector<syntax::Word>& words = phrase.words;
        const bool is_year = dimension.what == TallyDimension::What::Year;
        std::optional<std::int64_t> year;
        std::optional<std::int64_t> quarter;
        if (is_year && words.size() == 1) year = number_in(words[0]);
        if (!is_year && words.size() == 4 && words[0].folded == "kwartaal" && words[2].folded == "van") {
            quarter = number_in(words[1]);
            year = number_in(words[3]);
        }
        const bool fits = year && *year >= first_year && *year <= last_year &&
                          (is_year || (quarter && *quarter >= 1 && *quarter <= 4));
        if (!fits) {
            context_.report(Code::PeriodOfNumber, phrase.where,
                            {word("example", is_year ? "2026" : "kwartaal 1 van 2026")});
            return false;
        }
        key =
            is_year ? std::to_string(*year) : "kwartaal " + std::to_string(*quarter) + " van " + std::to_string(*year);
        return true;
    }

    void check_twice(std::size_t index) {
        const AgreedNumber& number = tally_.numbers[index];
        for (std::size_t i = 0; i < index; ++i) {
            const AgreedNumber& other = tally_.numbers[i];
            const bool is_same =
                std::equal(number.key.begin(), number.key.end(), other.key.begin(),
                           [](const std::string& left, const std::string& right) { return fold(left) == fold(right); });
            if (!is_same || number.from != other.from) continue;
            context_.report(Code::AgreedTwice, number.where, {}, {{Code::OtherRowNote, other.where, {}}});
            return;
        }
    }

    // ------------------------------------------------------------------------------------------------------- limits

    void read_limit(const syntax::LimitClause& limit) {
        if (limit.is_share != tally_.is_share) {
            context_.report(Code::LimitOfOther, where_,
                            {word("expected", tally_.is_share ? "het aandeel is" : "het aantal is"),
                             word("found", limit.is_share ? "het aandeel is" : "het aantal is")});
            return;
        }
        Scope scope{{}, place_.document};
        for (const TallyDimension& dimension : tally_.dimensions) {
            if (dimension.thing.is_valid()) scope.variables.push_back(dimension.thing);
        }
        auto bound = read_expression(context_, scope, limit.bound, want_number());
        if (!bound) return;
        const Base wanted = limit.is_share ? Base::Percentage : Base::Count;
        if (bound->type.base != wanted && bound->type.base != Base::Number) {
            context_.report(Code::LimitKind, limit.bound.where,
                            {type_argument("expected", simple_type(wanted), context_.model),
                             type_argument("found", bound->type, context_.model)});
            return;
        }
        bound = coerce(context_, *bound, simple_type(wanted));
        tally_.limit = TallyLimit{to_model(limit.comparison), bound->expression, where_};
    }

    void read_threshold(const syntax::ThresholdClause& threshold) {
        const auto things = things_named(threshold.things);
        if (!things) return;
        tally_.threshold = threshold.count;
    }

    void check_what_is_judged() {
        const bool has_numbers = !tally_.numbers.empty();
        const bool has_table = std::any_of(
            place_.header->clauses.begin(), place_.header->clauses.end(),
            [](const syntax::Clause& clause) { return std::holds_alternative<syntax::TableClause>(clause.kind); });
        if (tally_.kind != TallyKind::Contingent || has_numbers) return;
        if (!has_table && !tally_.limit) context_.report(Code::NothingAgreed, place_.header->heading);
    }

    static constexpr std::int64_t most_agreed = 1'000'000;
    static constexpr std::int64_t first_year = 1900;
    static constexpr std::int64_t last_year = 2199;

    Context& context_;
    const Place& place_;
    const syntax::TallyHeader& header_;
    Tally tally_;
    Scope scope_;
    Span where_;
};

}  // namespace

void read_tallies(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        const auto* header = std::get_if<syntax::TallyHeader>(&place.header->kind);
        if (header == nullptr) continue;
        auto tally = TallyReader(context, place, *header).read();
        if (!tally) continue;
        const auto is_same = [&tally](const Tally& other) {
            return other.kind == tally->kind &&
                   key_of(std::string_view(other.name)) == key_of(std::string_view(tally->name));
        };
        const auto found = std::find_if(context.model.tallies.begin(), context.model.tallies.end(), is_same);
        if (found != context.model.tallies.end()) {
            context.report(Code::TallyTwice, place.header->heading, {word("name", tally->name)},
                           {{Code::DeclaredHereNote, found->where, {}}});
            continue;
        }
        context.model.tallies.add(std::move(*tally));
    }
}

}  // namespace toets::model
