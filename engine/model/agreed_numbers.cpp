// The table of a contingent (C74): for each combination how many were agreed.
#include "model/agreed_numbers.h"

#include <algorithm>

#include "base/text.h"

namespace toets::model {

namespace {

constexpr std::int64_t most_agreed = 1'000'000;
constexpr std::int64_t first_year = 1900;
constexpr std::int64_t last_year = 2199;

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

class NumberReader {
public:
    NumberReader(Context& context, Span where, Tally& tally) : context_(context), where_(where), tally_(tally) {}

    void read(const syntax::TableClause& table) {
        std::vector<std::size_t> dimension_of;  // by key column; the last is the number
        if (!read_columns(table, dimension_of)) return;
        for (const syntax::TableRow& row : table.rows) read_row(table, dimension_of, row);
        for (std::size_t i = 1; i < tally_.numbers.size(); ++i) check_twice(i);
    }

private:
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
            context_.report(Code::ColumnsOfNumbers, where_, {word("columns", dimension_words(tally_))});
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

    Context& context_;
    Span where_;
    Tally& tally_;
};

}  // namespace

std::string dimension_words(const Tally& tally) {
    std::string words;
    for (const TallyDimension& dimension : tally.dimensions) {
        words += (words.empty() ? "`" : ", `") + dimension.words + "`";
    }
    return words;
}

bool has_numbers(const Place& place) {
    const auto& clauses = place.header->clauses;
    return std::any_of(clauses.begin(), clauses.end(), [](const syntax::Clause& clause) {
        return std::holds_alternative<syntax::TableClause>(clause.kind);
    });
}

bool has_unreadable_line(const Place& place) {
    const auto& clauses = place.header->clauses;
    return std::any_of(clauses.begin(), clauses.end(), [](const syntax::Clause& clause) {
        return std::holds_alternative<syntax::InvalidClause>(clause.kind);
    });
}

void check_has_numbers(const Context& context, const Place& place, Span where, const char* clause) {
    if (!has_numbers(place) && !has_unreadable_line(place))
        context.report(Code::NumbersNeeded, where, {word("clause", clause)});
}

void read_agreed_numbers(Context& context, const syntax::TableClause& table, Span where, Tally& tally) {
    NumberReader(context, where, tally).read(table);
}

}  // namespace toets::model
