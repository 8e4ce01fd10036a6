#include "model/listed_shares.h"

#include <algorithm>

#include "base/text.h"

namespace toets::model {

namespace {

// The one phrase of a cell; null when there is more or something else.
const syntax::Phrase* only_phrase(const syntax::Cell& cell) {
    const auto* values = std::get_if<syntax::ValuesCell>(&cell.kind);
    const bool is_one = values != nullptr && values->values.size() == 1 && values->values.front().rest.empty();
    return is_one ? &values->values.front().first : nullptr;
}

class ListedShareReader {
public:
    ListedShareReader(Context& context, Span where, Apportionment& apportionment)
        : context_(context), where_(where), apportionment_(apportionment) {
        if (!apportionment.role.is_valid()) return;
        for (const PartyId party : context.model.roles[apportionment.role].members) {
            known_.push_back(context.model.parties[party].name.text);
        }
    }

    void read(const syntax::TableClause& table) {
        if (!are_columns_right(table)) return;
        bool is_right = true;
        for (const syntax::TableRow& row : table.rows) is_right = read_row(table, row) && is_right;
        if (!is_right) return;
        report_left_out();
        std::int64_t sum = 0;
        for (const ListedShare& listed : apportionment_.listed) sum += listed.share;
        check_sum_of_shares(context_, sum, where_);
    }

private:
    bool are_columns_right(const syntax::TableClause& table) const {
        std::vector<std::string> keys;
        bool is_right = true;
        for (const syntax::Column& column : table.columns) {
            if (column.kind == syntax::Column::Kind::Key) keys.push_back(key_of(column.path));
            is_right = is_right && column.kind != syntax::Column::Kind::From;
        }
        const auto is_recipient = [&](const std::string& key) {
            return key == key_of(std::string_view(apportionment_.recipient)) ||
                   key == key_of(std::string_view(apportionment_.recipients));
        };
        is_right = is_right && keys.size() == 2 && is_recipient(keys[0]) && keys[1] == "aandeel";
        if (!is_right) context_.report(Code::ColumnsOfShares, where_, {word("recipient", apportionment_.recipient)});
        return is_right;
    }

    bool read_row(const syntax::TableClause& table, const syntax::TableRow& row) {
        ListedShare listed;
        listed.where = row.where;
        listed.unverified = apportionment_.source.unverified;
        bool is_first = true;
        bool is_right = true;
        for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
            const syntax::Cell& cell = row.cells[i];
            if (const auto* source = std::get_if<syntax::SourceCell>(&cell.kind)) {
                listed.source = source->source.text.value_or("");
                listed.unverified = source->source.unverified;
            } else if (table.columns[i].kind == syntax::Column::Kind::Key) {
                is_right = (is_first ? read_recipient(cell, listed) : read_percentage(cell, listed)) && is_right;
                is_first = false;
            }
        }
        if (is_right) apportionment_.listed.push_back(std::move(listed));
        return is_right;
    }

    bool read_recipient(const syntax::Cell& cell, ListedShare& listed) {
        const syntax::Phrase* phrase = only_phrase(cell);
        listed.recipient = phrase != nullptr ? text_of(*phrase) : std::string();
        const auto is_it = [&](const std::string& name) { return fold(name) == fold(listed.recipient); };
        const auto known = std::find_if(known_.begin(), known_.end(), is_it);
        const bool is_named = phrase != nullptr && (known_.empty() || known != known_.end());
        if (!is_named) {
            context_.report(Code::RecipientOfShare, cell.where,
                            {word("recipient", apportionment_.recipient), hint_argument(listed.recipient, known_)});
            return false;
        }
        if (known != known_.end()) listed.recipient = *known;
        const auto twice = std::find_if(apportionment_.listed.begin(), apportionment_.listed.end(),
                                        [&](const ListedShare& other) { return is_it(other.recipient); });
        if (twice == apportionment_.listed.end()) return true;
        context_.report(Code::RecipientTwice, cell.where, {word("name", listed.recipient)},
                        {{Code::OtherRowNote, twice->where, {}}});
        return false;
    }

    bool read_percentage(const syntax::Cell& cell, ListedShare& listed) {
        const syntax::Phrase* phrase = only_phrase(cell);
        const bool is_percentage = phrase != nullptr && phrase->words.size() == 1 && phrase->words.front().literal &&
                                   std::holds_alternative<syntax::PercentageLiteral>(*phrase->words.front().literal);
        if (!is_percentage) {
            context_.report(Code::ShareCell, cell.where);
            return false;
        }
        const auto share = read_share(context_, phrase->words.front());
        listed.share = share.value_or(0);
        return share.has_value();
    }

    void report_left_out() const {
        std::string left_out;
        for (const std::string& name : known_) {
            const bool is_listed = std::any_of(apportionment_.listed.begin(), apportionment_.listed.end(),
                                               [&](const ListedShare& listed) { return listed.recipient == name; });
            if (!is_listed) left_out += (left_out.empty() ? "" : ", ") + name;
        }
        if (!left_out.empty()) context_.report(Code::RecipientsLeftOut, where_, {word("names", left_out)});
    }

    Context& context_;
    Span where_;
    Apportionment& apportionment_;
    std::vector<std::string> known_;  // of a role: its members
};

}  // namespace

std::optional<std::int64_t> read_share(Context& context, const syntax::Word& word) {
    const auto* literal = word.literal ? std::get_if<syntax::PercentageLiteral>(&*word.literal) : nullptr;
    const auto share = literal != nullptr ? rescale(literal->value, scale(Base::Percentage)) : std::nullopt;
    if (share && *share <= whole_share) return share;
    const std::string found = literal != nullptr ? to_words(literal->value, Language::Dutch) + "%" : word.text;
    context.report(Code::ShareOutOfRange, word.where, {toets::word("found", found)});
    return std::nullopt;
}

void check_sum_of_shares(Context& context, std::int64_t sum, Span where) {
    if (sum == whole_share) return;
    const Decimal found{sum, scale(Base::Percentage)};
    context.report(Code::SumOfShares, where,
                   {term("found", to_words(found, Language::Dutch) + "%", to_words(found, Language::English) + "%")});
}

void read_listed_shares(Context& context, const syntax::TableClause& table, Span where, Apportionment& apportionment) {
    ListedShareReader(context, where, apportionment).read(table);
}

}  // namespace toets::model
