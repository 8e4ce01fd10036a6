#include "model/apportionments.h"

#include <algorithm>

#include "model/expressions.h"
#include "model/listed_shares.h"
#include "model/redistributions.h"
#include "model/validity.h"
#include "model/vocabulary.h"
#include "model/walk.h"

namespace toets::model {

namespace {

constexpr std::int64_t most_apportioned = 1'000'000'000;

ShareRounding to_share_rounding(syntax::Rounding rounding) {
    switch (rounding) {
        case syntax::Rounding::Up: return ShareRounding::Up;
        case syntax::Rounding::Down: return ShareRounding::Down;
        case syntax::Rounding::HalfUp: return ShareRounding::HalfUp;
        case syntax::Rounding::LargestRemainder: return ShareRounding::LargestRemainder;
    }
    return ShareRounding::LargestRemainder;
}

Rounding to_rounding_of_one(syntax::Rounding rounding) {
    if (rounding == syntax::Rounding::Up) return Rounding::Up;
    return rounding == syntax::Rounding::Down ? Rounding::Down : Rounding::HalfUp;
}

std::int64_t part_of_whole(const Apportionment::PartOfWhole& part) {
    const std::int64_t down = part.percentage * part.whole / whole_share;
    const std::int64_t rest = part.percentage * part.whole % whole_share;
    const bool is_up =
        (part.rounding == Rounding::Up && rest > 0) || (part.rounding == Rounding::HalfUp && 2 * rest >= whole_share);
    return is_up ? down + 1 : down;
}

std::optional<std::int64_t> number_of(const syntax::Word& word) {
    const auto* literal = word.literal ? std::get_if<syntax::NumberLiteral>(&*word.literal) : nullptr;
    const auto number = literal != nullptr ? rescale(literal->value, 0) : std::nullopt;
    return number && *number > 0 && *number <= most_apportioned ? number : std::nullopt;
}

std::string text_from(const syntax::Phrase& phrase, std::size_t begin) {
    return text_of(part(phrase, begin, phrase.words.size()));
}

template <class Wanted>
const syntax::Clause* find_clause(const Place& place) {
    const auto& clauses = place.header->clauses;
    const auto found = std::find_if(clauses.begin(), clauses.end(), [](const syntax::Clause& clause) {
        return std::holds_alternative<Wanted>(clause.kind);
    });
    return found == clauses.end() ? nullptr : &*found;
}

class ApportionmentReader {
public:
    ApportionmentReader(Context& context, const Place& place, const syntax::ApportionmentHeader& header)
        : context_(context), place_(place), heading_(place.header->heading) {
        result_.name = name_text(header.name);
        result_.document = place.document;
        result_.source = source_of(context, place);
        result_.where = place.header->where;
        result_.validity = validity_of(context, place);
    }

    std::optional<Apportionment> read() {
        const syntax::Clause* clause = find_clause<syntax::ApportionsClause>(place_);
        if (clause == nullptr) {
            context_.report(Code::NothingApportioned, heading_);
            return std::nullopt;
        }
        const auto& apportions = std::get<syntax::ApportionsClause>(clause->kind);
        if (!read_total(apportions) || !read_recipients(apportions.recipients)) return std::nullopt;
        read_keys();
        read_rounding();
        read_tie_break();
        return std::move(result_);
    }

private:
    // `40 woningen` or `60% van 283 woningen`.
    bool read_total(const syntax::ApportionsClause& apportions) {
        const std::vector<syntax::Word>& words = apportions.total.words;
        if (apportions.rounding == syntax::Rounding::LargestRemainder) {
            context_.report(Code::LargestRemainderOfOne, apportions.total.where);
            return false;
        }
        const auto number = number_of(words[0]);
        if (number && words.size() > 1) {
            if (apportions.rounding) context_.report(Code::RoundingWithoutPercentage, apportions.total.where);
            result_.total = *number;
            result_.things = text_from(apportions.total, 1);
            return true;
        }
        const bool is_part = words.size() > 3 && words[1].folded == "van" && words[0].literal &&
                             std::holds_alternative<syntax::PercentageLiteral>(*words[0].literal);
        const auto whole = is_part ? number_of(words[2]) : std::nullopt;
        if (!whole) {
            context_.report(Code::ApportionedNumber, apportions.total.where,
                            {word("found", text_of(apportions.total))});
            return false;
        }
        const auto percentage = read_share(context_, words[0]);
        if (!percentage || !apportions.rounding) return false;  // without a rounding: reported while reading
        result_.part_of = {*percentage, *whole, to_rounding_of_one(*apportions.rounding)};
        result_.total = part_of_whole(*result_.part_of);
        result_.things = text_from(apportions.total, 3);
        return true;
    }

    // A role by its name; the kind with that name has the facts of its members.
    bool read_recipients(const syntax::Phrase& phrase) {
        const std::string key = key_of(phrase);
        const auto kind = context_.names.kinds.find(key);
        if (kind != context_.names.kinds.end()) result_.kind = kind->second;
        const std::string name = result_.kind.is_valid() ? key_of(context_.kind(result_.kind).name.text) : key;
        const auto role = context_.names.roles.find(name);
        if (role != context_.names.roles.end()) result_.role = role->second;
        if (!result_.kind.is_valid() && !result_.role.is_valid()) {
            report_unknown_recipients(phrase);
            return false;
        }
        const Name& recipient =
            result_.role.is_valid() ? context_.model.roles[result_.role].name : context_.kind(result_.kind).name;
        if (!result_.kind.is_valid()) {
            const auto own = context_.names.kinds.find(key_of(recipient.text));
            if (own != context_.names.kinds.end()) result_.kind = own->second;
        }
        result_.recipient = recipient.text;
        result_.recipients = name_text(phrase);
        if (result_.kind.is_valid()) result_.self = context_.model.variables.add({recipient.text, result_.kind, {}});
        return check_members();
    }

    // A begrip that happens to have the name of a function stays what it is: things with a name.
    bool check_members() {
        if (!result_.role.is_valid()) return true;
        const Role& role = context_.model.roles[result_.role];
        if (!role.members.empty()) return true;
        if (result_.kind.is_valid() && context_.kind(result_.kind).where != role.where) {
            result_.role = {};
            return true;
        }
        context_.report(Code::RecipientsWithoutMembers, heading_, {named_argument("role", role.name)});
        return false;
    }

    void report_unknown_recipients(const syntax::Phrase& phrase) {
        std::vector<std::string> known;
        for (const Role& role : context_.model.roles) known.push_back(role.name.text);
        for (const Kind& kind : context_.model.kinds) known.push_back(kind.name.text);
        context_.report(Code::UnknownRecipients, phrase.where,
                        {word("name", name_text(phrase)), hint_argument(name_text(phrase), known)});
    }

    // ------------------------------------------------------------------------------------------------------- keys

    void read_keys() {
        const syntax::Clause* table = find_clause<syntax::TableClause>(place_);
        std::size_t without_percentage = 0;
        for (const syntax::Clause& clause : place_.header->clauses) {
            const auto* key = std::get_if<syntax::ShareKeyClause>(&clause.kind);
            if (key == nullptr) continue;
            if (!key->percentage) ++without_percentage;
            read_key(*key, clause.where);
        }
        if (table == nullptr) {
            check_weights(without_percentage);
            return;
        }
        if (!result_.keys.empty()) {
            context_.report(Code::TableAndKeys, table->where);
            return;
        }
        read_listed_shares(context_, std::get<syntax::TableClause>(table->kind), table->where, result_);
    }

    void read_key(const syntax::ShareKeyClause& clause, Span where) {
        ShareKey key;
        key.what = clause.value ? ShareKey::What::ProRata : ShareKey::What::Equal;
        key.where = where;
        key.weight = whole_share;
        if (clause.percentage) {
            const auto weight = read_share(context_, *clause.percentage);
            are_weights_right_ = are_weights_right_ && weight.has_value();
            key.weight = weight.value_or(0);
        }
        if (clause.value) {
            key.words = text_of(*clause.value);
            key.value = read_fact(*clause.value);
        }
        result_.keys.push_back(std::move(key));
    }

    void check_weights(std::size_t without_percentage) {
        if (result_.keys.empty()) {
            context_.report(Code::ShareKeyMissing, heading_, {word("recipient", result_.recipient)});
            return;
        }
        const Span where = join(result_.keys.front().where, result_.keys.back().where);
        if (result_.keys.size() > 1 && without_percentage > 0) {
            context_.report(Code::ShareKeyWithoutPercentage, where);
            return;
        }
        if (!are_weights_right_) return;
        std::int64_t sum = 0;
        for (const ShareKey& key : result_.keys) sum += key.weight;
        check_sum_of_shares(context_, sum, where);
    }

    // A number of each recipient.
    ExpressionId read_fact(const syntax::Phrase& phrase) {
        if (!result_.self.is_valid()) {
            context_.report(Code::RecipientWithoutFacts, phrase.where,
                            {word("recipient", result_.recipient), word("fact", text_of(phrase))});
            return invalid_expression(context_, phrase.where);
        }
        const Scope scope{{result_.self}, place_.document};
        const auto reading = read_phrase(context_, scope, phrase, want_number());
        if (!reading) return invalid_expression(context_, phrase.where);
        Walk walk(context_.model);
        walk.expression(reading->expression);
        const auto is_of_recipient = [&](ExpressionId id) {
            const auto* use = std::get_if<VariableUse>(&context_.model.expressions[id].kind);
            return use != nullptr && use->variable == result_.self;
        };
        if (std::none_of(walk.expressions().begin(), walk.expressions().end(), is_of_recipient)) {
            context_.report(Code::SameForEveryRecipient, phrase.where,
                            {word("fact", text_of(phrase)), word("recipient", result_.recipient)});
        }
        return reading->expression;
    }

    // ----------------------------------------------------------------------------------------- rounding and ties

    void read_rounding() {
        const syntax::Clause* clause = find_clause<syntax::RoundingClause>(place_);
        if (clause == nullptr) {
            context_.report(Code::ShareRoundingMissing, heading_);
            return;
        }
        result_.rounding = to_share_rounding(std::get<syntax::RoundingClause>(clause->kind).rounding);
        const bool breaks_ties = find_clause<syntax::TieBreakClause>(place_) != nullptr;
        const bool has_ties = result_.rounding == ShareRounding::LargestRemainder;
        if (has_ties && !breaks_ties) context_.report(Code::ShareTieBreakMissing, clause->where);
    }

    void read_tie_break() {
        using Kind = syntax::TieBreakClause::Kind;
        const syntax::Clause* clause = find_clause<syntax::TieBreakClause>(place_);
        if (clause == nullptr) return;
        if (result_.rounding != ShareRounding::LargestRemainder) {
            context_.report(Code::TieBreakWithoutEffect, clause->where);
            return;
        }
        const auto& tie = std::get<syntax::TieBreakClause>(clause->kind);
        switch (tie.kind) {
            case Kind::Highest: result_.tie_break = TieBreak::Highest; break;
            case Kind::Lowest: result_.tie_break = TieBreak::Lowest; break;
            case Kind::Lot: result_.tie_break = TieBreak::Lot; return read_outcome(tie);
            case Kind::FirstInTable: return report_tie_break(*clause);
            case Kind::Decision:
                result_.tie_break = TieBreak::Decision;
                result_.decided_by = decider(context_, place_.document, tie.words);
                return read_outcome(tie);
        }
        const std::string article = tie.article ? tie.article->folded + " " : "";
        result_.tie_words = article + text_of(tie.words);
        result_.tie_clause = article + (tie.kind == Kind::Highest ? "hoogste " : "laagste ") + text_of(tie.words);
        result_.tie_value = read_fact(tie.words);
    }

    // Where the outcome of a lot or decision stands: the lowest number comes first.
    void read_outcome(const syntax::TieBreakClause& tie) {
        if (!tie.recorded) return;
        result_.tie_words = text_of(*tie.recorded);
        result_.tie_value = read_fact(*tie.recorded);
    }

    void report_tie_break(const syntax::Clause& clause) {
        context_.report(
            Code::ClosedChoice, clause.where,
            {term("expected", "`het hoogste` of `het laagste` met een gegeven, `door loting` of `besluit van` met wie",
                  "`het hoogste` or `het laagste` with a fact, `door loting` or `besluit van` with who"),
             word("found", "de eerste in de tabel")});
    }

    Context& context_;
    const Place& place_;
    Span heading_;
    Apportionment result_;
    bool are_weights_right_ = true;
};

bool is_not_read(const syntax::Clause& clause) { return std::holds_alternative<syntax::InvalidClause>(clause.kind); }

bool is_later(const syntax::Clause& clause) { return std::holds_alternative<syntax::NotYetClause>(clause.kind); }

bool has_other_name(const Context& context, const Place& place, const std::string& name) {
    const auto report_if_same = [&](const auto& other) {
        if (key_of(std::string_view(other.name)) != key_of(std::string_view(name))) return false;
        context.report(Code::ApportionmentTwice, place.header->heading, {word("name", name)},
                       {{Code::DeclaredHereNote, other.where, {}}});
        return true;
    };
    const Model& model = context.model;
    return std::none_of(model.apportionments.begin(), model.apportionments.end(), report_if_same) &&
           std::none_of(model.redistributions.begin(), model.redistributions.end(), report_if_same);
}

}  // namespace

void read_apportionments(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        const auto* header = std::get_if<syntax::ApportionmentHeader>(&place.header->kind);
        if (header == nullptr) continue;
        const std::vector<syntax::Clause>& clauses = place.header->clauses;
        if (std::any_of(clauses.begin(), clauses.end(), is_not_read)) continue;
        if (std::any_of(clauses.begin(), clauses.end(), is_later)) {
            context.model.not_yet.push_back(
                {"C77", "verdeling", name_text(header->name), source_of(context, place), place.header->heading});
            continue;
        }
        if (!has_other_name(context, place, name_text(header->name))) continue;
        if (is_of_leftovers(*place.header)) {
            read_redistribution(context, place, places);
        } else if (has_no_clause_of_leftovers(context, place)) {
            auto apportionment = ApportionmentReader(context, place, *header).read();
            if (apportionment) context.model.apportionments.add(std::move(*apportionment));
        }
    }
}

}  // namespace toets::model
