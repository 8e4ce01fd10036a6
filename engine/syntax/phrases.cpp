#include "syntax/phrases.h"

#include <array>

#include "syntax/literals.h"

namespace toets::syntax {
namespace {

// Where a word may stand; a phrase counts in the places of its row.
enum Place : std::uint32_t {
    HeaderStart = 1U << 0U,  // first word of a header
    ClauseStart = 1U << 1U,  // first word of a clause
    Sentence = 1U << 2U,     // where a sentence begins
    Comma = 1U << 3U,        // after a comma in a sentence
    AfterIs = 1U << 4U,
    AfterHas = 1U << 5U,
    AfterRuns = 1U << 6U,
    AfterContains = 1U << 7U,
    AfterHolds = 1U << 8U,
    Timed = 1U << 9U,      // where a time begins
    Aged = 1U << 10U,      // somewhere after `is op`
    Running = 1U << 11U,   // somewhere after `loopt`
    Having = 1U << 12U,    // somewhere after `heeft ten minste`
    Counting = 1U << 13U,  // after `van ten minste <n>`
    Lapsing = 1U << 14U,   // after `ook voldaan als`
    Subject = 1U << 15U,   // in a clause that began with a name
    Row = 1U << 16U,       // in a row of a parameter
    Bracket = 1U << 17U,   // after a bracket, or a comma in brackets
    Type = 1U << 18U,      // after the colon of a field
    ColumnStart = 1U << 19U,
    CellStart = 1U << 20U,
    Anywhere = 1U << 21U,    // anywhere in a sentence
    Names = 1U << 22U,       // even on a line of names only
    Quiet = 1U << 23U,       // after `begint opnieuw na`
    Carried = 1U << 24U,     // in a clause about what goes along to the next calendar year
    EveryStart = 1U << 25U,  // after `bij elke`
    Going = 1U << 26U,       // after `bij elke … gaat`
    Leaving = 1U << 29U,     // after `verdeelt wat op`
    Tied = 1U << 30U,        // after `bij gelijke stand:`
    Turning = 1U << 27U,     // after `de volgende … is voor`
    Succeeding = 1U << 28U,  // after `is rechtsopvolger van`
    Departing = 1U << 29U,   // after `een gemeente mag afwijken`
    Recorded = 1U << 31U,    // after `instemming van` and `opzegging door`
};

enum class Guard { None, BeforeQuoted, BeforeListHead, BeforeCount, BeforeAge, BeforeDistinct, InExample };

}  // namespace

struct PhraseRow {
    TokenKind kind;
    std::vector<std::string> words;
    std::uint32_t places;
    Guard guard;
};

namespace {

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool words_at(const Tokens& words, std::size_t at, const std::vector<std::string>& wanted) {
    if (at + wanted.size() > words.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (matching_text(words[at + i]) != wanted[i]) return false;
    }
    return true;
}

bool is_count(const Tokens& words, std::size_t at) {
    return at < words.size() && (words[at].kind == TokenKind::Number || words[at].folded == "een");
}

bool age_ahead(const Tokens& words, std::size_t at) {
    for (std::size_t i = at; i + 1 < words.size(); ++i) {
        const auto text = matching_text(words[i]);
        const auto next = matching_text(words[i + 1]);
        if ((text == "jonger" && next == "dan") || (text == "ten" && next == "minste")) return true;
    }
    return false;
}

bool fits(Guard guard, const Tokens& words, std::size_t next, LineKind line) {
    switch (guard) {
        case Guard::None: return true;
        case Guard::BeforeQuoted: return next < words.size() && words[next].kind == TokenKind::Quoted;
        case Guard::BeforeListHead: return is_list_head(words, next);
        case Guard::BeforeCount: return is_count(words, next);
        case Guard::BeforeAge: return age_ahead(words, next);
        case Guard::BeforeDistinct:
            return is_count(words, next) && next + 1 < words.size() && words[next + 1].folded == "verschillende";
        case Guard::InExample: return line == LineKind::ExampleClause;
    }
    return false;
}

Token merged(TokenKind kind, const Tokens& words, std::size_t at, std::size_t length) {
    Token token{kind, {}, {}, join(words[at].where, words[at + length - 1].where), {}};
    for (std::size_t i = at; i < at + length; ++i) {
        if (i > at) token.text += ' ';
        token.text += words[i].kind == TokenKind::Word ? words[i].folded : words[i].text;
    }
    return token;
}

}  // namespace

std::string_view matching_text(const Token& token) {
    if (token.kind == TokenKind::Word) return token.folded;
    const bool counts = token.kind == TokenKind::Colon || token.kind == TokenKind::Number;
    return counts ? std::string_view(token.text) : std::string_view();
}

bool is_list_head(const Tokens& words, std::size_t at) {
    const auto following = [&](std::size_t i) { return words_at(words, i, {"het", "volgende"}); };
    if (at >= words.size()) return false;
    if (matching_text(words[at]) == "al") return following(at + 1);
    if (words_at(words, at, {"geen", "van"})) return following(at + 2);
    const bool precise = matching_text(words[at]) == "precies";
    const bool bounded = words_at(words, at, {"ten", "minste"}) || words_at(words, at, {"ten", "hoogste"});
    const std::size_t count = at + (precise ? 1 : 2);
    return (precise || bounded) && is_count(words, count) && count + 1 < words.size() &&
           matching_text(words[count + 1]) == "van" && following(count + 2);
}

PhraseTable::PhraseTable() {
    const std::array rows = {
#define PHRASE(kind, words, places, guard) \
    PhraseRow{TokenKind::kind, split_words(words), static_cast<std::uint32_t>(places), Guard::guard},
#include "syntax/phrases.def"
#undef PHRASE
    };
    for (const PhraseRow& row : rows) by_first_word_[row.words.front()].push_back(row);
    for (auto& [word, group] : by_first_word_) {
        std::stable_sort(group.begin(), group.end(), [](const PhraseRow& left, const PhraseRow& right) {
            return left.words.size() > right.words.size();
        });
    }
}

PhraseTable::~PhraseTable() = default;

namespace {

// What only the word directly after this one may be.
std::uint32_t places_after_word(TokenKind kind) {
    if (kind == TokenKind::Is) return AfterIs;
    if (kind == TokenKind::Has) return AfterHas;
    if (kind == TokenKind::Runs) return AfterRuns;
    if (kind == TokenKind::Contains) return AfterContains;
    if (kind == TokenKind::Holds) return AfterHolds;
    if (is_one_of(kind, {TokenKind::NumberIs, TokenKind::ShareIs})) return AfterIs;
    return is_one_of(kind, {TokenKind::Lies, TokenKind::Curable, TokenKind::StaysOut, TokenKind::EachYear,
                            TokenKind::EachQuarter, TokenKind::EveryStep, TokenKind::UnlessNotice})
               ? Timed
               : 0U;
}

// Openers after which the rest of the line is names.
bool opens_names(TokenKind kind) {
    return is_one_of(
        kind, {TokenKind::Document,    TokenKind::Kind,         TokenKind::Parameter,     TokenKind::DecisionTable,
               TokenKind::RuleKind,    TokenKind::Exemption,    TokenKind::Tally,         TokenKind::Apportionment,
               TokenKind::Calendar,    TokenKind::Example,      TokenKind::Level,         TokenKind::Uses,
               TokenKind::Party,       TokenKind::Role,         TokenKind::Tags,          TokenKind::Paragraphs,
               TokenKind::HitRule,     TokenKind::Exempts,      TokenKind::Departs,       TokenKind::Favourable,
               TokenKind::Sees,        TokenKind::SeesForCheck, TokenKind::SeesForAgenda, TokenKind::SeesForMonitor,
               TokenKind::AfterConsent});
}

bool opens_sentence(TokenKind kind) {
    return is_one_of(
        kind, {TokenKind::OnlyIf,         TokenKind::OnlyIfThat,   TokenKind::AsSoonAs,     TokenKind::AsSoonAsThat,
               TokenKind::Requires,       TokenKind::RequiresThat, TokenKind::Aims,         TokenKind::AimsThat,
               TokenKind::Unless,         TokenKind::UnlessThat,   TokenKind::UnlessWhile,  TokenKind::UnlessWhileThat,
               TokenKind::WhereHolds,     TokenKind::Where,        TokenKind::AsHolds,      TokenKind::As,
               TokenKind::HoldsThat,      TokenKind::MayLapse,     TokenKind::MayLapseThat, TokenKind::NotCounted,
               TokenKind::NotCountedThat, TokenKind::Provided});
}

bool opens_names(LineKind line) {
    return line == LineKind::Field || line == LineKind::Expectation || line == LineKind::Columns;
}

}  // namespace

// Walks over one line; `places_` is what the next word may begin.
class PhraseMerger {
public:
    PhraseMerger(const PhraseTable& table, const Tokens& words, LineKind line)
        : table_(table), words_(words), line_(line), names_only_(opens_names(line)) {
        places_ = first_places();
    }

    Tokens run() {
        for (std::size_t at = 0; at < words_.size();) at += step(at);
        return std::move(merged_);
    }

private:
    std::uint32_t first_places() const {
        switch (line_) {
            case LineKind::Header: return HeaderStart;
            case LineKind::Clause:
            case LineKind::ExampleClause: return ClauseStart | Subject | Anywhere;
            case LineKind::ParameterRow: return Row | Anywhere;
            case LineKind::Bullet: return Sentence | Anywhere;
            case LineKind::Columns:
            case LineKind::Row:
            case LineKind::Field:
            case LineKind::Expectation: return Names;
        }
        return Names;
    }

    std::size_t step(std::size_t at) {
        const PhraseRow* row = table_.find(words_, at, places_);
        if (row != nullptr && fits(row->guard, words_, at + row->words.size(), line_)) {
            return accept(merged(row->kind, words_, at, row->words.size()), row->words.size());
        }
        if (expects_count() && words_[at].kind == TokenKind::Word && words_[at].folded == "een") {
            Token one = words_[at];
            one.kind = TokenKind::Number;
            one.literal = NumberLiteral{Decimal{1, 0}};
            return accept(std::move(one), 1);
        }
        return names_only_ ? accept_name(at) : accept_value(at);
    }

    bool expects_count() const {
        if (merged_.empty()) return false;
        const TokenKind last = merged_.back().kind;
        return last == TokenKind::AtLeast || last == TokenKind::AtMost || last == TokenKind::Exactly ||
               last == TokenKind::OfAtLeast;
    }

    // On a line of names a number is a word like any other: `opgave 2027`.
    std::size_t accept_name(std::size_t at) {
        Token token = words_[at];
        if (token.kind == TokenKind::Number) {
            token.kind = TokenKind::Word;
            token.folded = token.text;
        }
        return accept(std::move(token), 1);
    }

    std::size_t accept_value(std::size_t at) {
        const auto literal = literal_at(words_, at);
        if (!literal) return accept(words_[at], 1);
        Token token = merged(literal->kind, words_, at, literal->length);
        token.folded = token.text;
        token.literal = literal->value;
        return accept(std::move(token), literal->length);
    }

    std::size_t accept(Token token, std::size_t length) {
        places_ = places_after(token.kind);
        merged_.push_back(std::move(token));
        return length;
    }

    std::uint32_t places_after(TokenKind kind);
    void remember(TokenKind kind);
    void remember_lasting(TokenKind kind);

    const PhraseTable& table_;
    const Tokens& words_;
    LineKind line_;
    bool names_only_;
    bool in_brackets_ = false;
    bool subject_ = false;            // the clause began with a name
    bool timed_after_comma_ = false;  // a duty, or `bij elke ..., vóór`
    std::uint32_t lasting_ = 0;       // Aged, Running ... Carried: until the next verb
    std::uint32_t places_ = 0;
    Tokens merged_;
};

void PhraseMerger::remember(TokenKind kind) {
    if (merged_.empty()) {
        subject_ = line_ == LineKind::Clause || line_ == LineKind::ExampleClause;
        // `50% naar rato van ...` begins with a value.
        subject_ =
            subject_ && is_one_of(kind, {TokenKind::Word, TokenKind::Quoted, TokenKind::Number, TokenKind::Literal});
    }
    if (kind == TokenKind::OnDefault || kind == TokenKind::Provided) subject_ = true;
    if (opens_names(kind)) names_only_ = true;
    if (kind == TokenKind::Left) in_brackets_ = true;
    if (kind == TokenKind::Right) in_brackets_ = false;
    if (is_one_of(kind, {TokenKind::Ensures, TokenKind::Strives, TokenKind::Forbids, TokenKind::Decides,
                         TokenKind::ForEvery, TokenKind::Step}))
        timed_after_comma_ = true;
    remember_lasting(kind);
}

void PhraseMerger::remember_lasting(TokenKind kind) {
    const bool verb = kind == TokenKind::Is || kind == TokenKind::Has || kind == TokenKind::Lies ||
                      kind == TokenKind::Runs || kind == TokenKind::Contains;
    if (verb || opens_sentence(kind)) lasting_ = 0;
    if (kind == TokenKind::AgeOn) lasting_ = Aged;
    if (kind == TokenKind::Runs) lasting_ = Running;
    if (kind == TokenKind::Has) lasting_ = Having;
    if (kind == TokenKind::OfAtLeast) lasting_ = Counting;
    if (kind == TokenKind::Lapse) lasting_ = Lapsing;
    if (kind == TokenKind::Restarts || kind == TokenKind::StepsBack) lasting_ = Quiet;
    if (kind == TokenKind::Without) lasting_ = 0;
    if (is_one_of(kind, {TokenKind::CarriesOver, TokenKind::WhatIsCarried, TokenKind::YearCloses})) lasting_ = Carried;
    if (kind == TokenKind::ApportionsLeft) lasting_ = Leaving;
    if (kind == TokenKind::IsLeftOf) lasting_ = 0;
    if (kind == TokenKind::OnTie) lasting_ = Tied;
    if (kind == TokenKind::ForEvery) lasting_ = EveryStart;
    if (kind == TokenKind::Goes) lasting_ = Going;
    if (kind == TokenKind::IsFor) lasting_ = Turning;
    if (kind == TokenKind::Succeeds) lasting_ = Succeeding;
    if (kind == TokenKind::MayDepart) lasting_ = Departing;
    if (is_one_of(kind, {TokenKind::ConsentOf, TokenKind::NoticeBy})) lasting_ = Recorded;
    if (is_one_of(kind, {TokenKind::On, TokenKind::UnknownDate}) && lasting_ == Recorded) lasting_ = 0;
}

std::uint32_t PhraseMerger::places_after(TokenKind kind) {
    remember(kind);
    if (in_brackets_ && (kind == TokenKind::Left || kind == TokenKind::Comma)) return Bracket | Names;
    if (kind == TokenKind::Bar) return line_ == LineKind::Columns ? ColumnStart : CellStart | Anywhere;
    if (kind == TokenKind::Colon && names_only_) return Type | Names;
    if (names_only_ || in_brackets_) return Names;
    const std::uint32_t base =
        Anywhere | lasting_ | (subject_ ? Subject : 0U) | (line_ == LineKind::ParameterRow ? Row : 0U);
    if (opens_sentence(kind)) return base | Sentence;
    if (kind == TokenKind::Comma) return base | Comma | (timed_after_comma_ ? Timed : 0U);
    return base | places_after_word(kind);
}

Tokens PhraseTable::merge(const Tokens& words, LineKind line) const { return PhraseMerger(*this, words, line).run(); }

const PhraseRow* PhraseTable::find(const Tokens& words, std::size_t at, std::uint32_t places) const {
    const std::string_view first = matching_text(words[at]);
    if (first.empty()) return nullptr;
    const auto group = by_first_word_.find(std::string(first));
    if (group == by_first_word_.end()) return nullptr;
    for (const PhraseRow& row : group->second) {
        if ((row.places & places) != 0 && words_at(words, at, row.words)) return &row;
    }
    return nullptr;
}

std::size_t PhraseTable::opener_length(const Tokens& words, std::size_t at, LineKind line) const {
    if (at >= words.size()) return 0;
    const PhraseRow* row = find(words, at, line == LineKind::Header ? HeaderStart : ClauseStart);
    if (row == nullptr || !fits(row->guard, words, at + row->words.size(), line)) return 0;
    return row->words.size();
}

}  // namespace toets::syntax
