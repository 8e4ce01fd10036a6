#include "syntax/failures.h"

#include <array>

#include "base/text.h"
#include "syntax/expectations.h"
#include "syntax/keywords.h"
#include "syntax/slips.h"
#include "syntax/structure.h"
#include "syntax/verbs.h"

namespace toets::syntax {
namespace {

bool any_of_kinds(const Tokens& tokens, std::initializer_list<TokenKind> kinds) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return std::find(kinds.begin(), kinds.end(), token.kind) != kinds.end();
    });
}

bool is_name_token(const Token& token) {
    return token.kind == TokenKind::Word || token.kind == TokenKind::Quoted || token.kind == TokenKind::Number ||
           token.kind == TokenKind::Date || token.kind == TokenKind::Literal;
}

class Explanation {
public:
    Explanation(Reading& reading, const Line& line, LineKind kind, const Tokens& merged, const ParseFailure& failure)
        : reading_(reading), line_(line), kind_(kind), merged_(merged), failure_(failure) {}

    void report() {
        if (name_missing() || opener_without_colon() || list_head_without_colon() || verb_in_name()) return;
        if (is_sentence() && report_wording_anywhere(reading_, line_.words)) return;
        if (is_sentence() && (not_with_or() || arranged_by_out_of_place())) return;
        if (kind_ == LineKind::Clause && (last_day_missing() || term_missing() || unknown_clause())) return;
        if (is_sentence() && report_verbs(reading_, merged_)) return;
        report_expectation(reading_, line_, merged_, failure_);
    }

private:
    bool is_sentence() const {
        return kind_ == LineKind::Clause || kind_ == LineKind::ExampleClause || kind_ == LineKind::Bullet ||
               (kind_ == LineKind::Header && line_.words.front().folded == "definitie");
    }

    bool name_missing() {
        const bool nothing_follows = failure_.found >= merged_.size() && merged_.size() == 1;
        const bool named = kind_ == LineKind::Header || kind_ == LineKind::Clause || kind_ == LineKind::ExampleClause;
        if (!nothing_follows || !named || is_name_token(merged_.front())) return false;
        reading_.diagnostics.report(Code::NameMissing, line_.where(), {word("keyword", words_of(line_.words))});
        return true;
    }

    // `tenzij de cliënt een plan heeft`: the opener stands without its colon and without a list head.
    bool opener_without_colon() {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 9> openers = {
            {{"tenzij zolang", "tenzij zolang:"},
             {"tenzij", "tenzij:"},
             {"alleen als", "alleen als:"},
             {"vereist dat", "vereist:"},
             {"vereist", "vereist:"},
             {"streeft ernaar dat", "streeft naar:"},
             {"streeft naar", "streeft naar:"},
             {"mits", "mits:"},
             {"definitie", "definitie:"}}};
        for (const auto& [opener, with_colon] : openers) {
            if (!has_words_at(line_.words, 0, opener)) continue;
            const auto length = static_cast<std::size_t>(std::count(opener.begin(), opener.end(), ' ')) + 1;
            const bool proper = length < line_.words.size() && line_.words[length].kind == TokenKind::Colon;
            if (proper || is_list_head(line_.words, length)) break;
            return report_opener(0, length, opener, with_colon);
        }
        return where_without_colon() || as_without_colon();
    }

    bool report_opener(std::size_t at, std::size_t length, std::string_view opener, std::string_view with_colon) {
        const Tokens rest(line_.words.begin() + static_cast<std::ptrdiff_t>(at + length), line_.words.end());
        reading_.diagnostics.report(Code::OpenerWithoutColon,
                                    join(line_.words[at].where, line_.words[at + length - 1].where),
                                    {word("opener", std::string(opener)),
                                     word("suggestion", std::string(with_colon) + " " + main_clause(rest))});
        return true;
    }

    bool where_without_colon() {
        const auto at = find_words(line_.words, "waarvoor");
        if (!at || is_list_head(line_.words, *at + 1)) return false;
        if (has_words_at(line_.words, *at, "waarvoor geldt :")) return false;
        return report_opener(*at, 1, "waarvoor", "waarvoor geldt:");
    }

    bool as_without_colon() {
        if (kind_ != LineKind::Header) return false;
        const auto at = find_words(line_.words, "als");
        if (!at || *at + 1 >= line_.words.size() || line_.words[*at + 1].kind == TokenKind::Colon) return false;
        if (is_list_head(line_.words, *at + 1)) return false;
        return report_opener(*at, 1, "als", "als:");
    }

    // `het volgende kalenderjaar` is no list head.
    [[nodiscard]] bool names_next_period(std::size_t at) const {
        if (at >= line_.words.size()) return false;
        const std::string& word = line_.words[at].folded;
        return word == "kalenderjaar" || word == "jaar" || word == "kwartaal";
    }

    bool list_head_without_colon() {
        const auto at = find_words(line_.words, "het volgende");
        if (!at || line_.ends_in_colon() || names_next_period(*at + 2)) return false;
        reading_.diagnostics.report(Code::ListHeadWithoutColon,
                                    join(line_.words[*at].where, line_.words[*at + 1].where),
                                    {word("found", "het volgende")});
        return true;
    }

    bool verb_in_name() {
        const bool names = kind_ == LineKind::Field || kind_ == LineKind::Expectation || kind_ == LineKind::Columns ||
                           (kind_ == LineKind::Header && line_.words.front().folded != "definitie");
        if (!names || failure_.found >= merged_.size()) return false;
        const Token& found = merged_[failure_.found];
        if (!is_verb(found.kind) && found.kind != TokenKind::Until) return false;
        reading_.diagnostics.report(Code::VerbInName, found.where, {word("word", found.text)});
        return true;
    }

    bool not_with_or() {
        for (std::size_t i = 0; i < merged_.size(); ++i) {
            if (merged_[i].kind != TokenKind::Not) continue;
            for (std::size_t j = i; j < merged_.size() && j <= failure_.found; ++j) {
                if (merged_[j].kind != TokenKind::Comma) continue;
                reading_.diagnostics.report(Code::NotWithOr, line_.where());
                return true;
            }
        }
        return false;
    }

    bool arranged_by_out_of_place() {
        if (kind_ == LineKind::Bullet || failure_.found >= merged_.size()) return false;
        const std::size_t next = merged_[failure_.found].kind == TokenKind::Comma ? failure_.found + 1 : failure_.found;
        if (next >= merged_.size() || next == 0 || merged_[next].kind != TokenKind::ArrangedBy) return false;
        reading_.diagnostics.report(Code::ArrangedByOutOfPlace, merged_[next].where);
        return true;
    }

    // `elk kwartaal` and no more: it may be meant for the quarter itself or for after it.
    bool last_day_missing() {
        if (failure_.found < merged_.size()) return false;
        const TokenKind last = merged_.back().kind;
        if (last != TokenKind::EachQuarter && last != TokenKind::EachYear) return false;
        reading_.diagnostics.report(Code::LastDayMissing, merged_.back().where, {word("found", merged_.back().text)});
        return true;
    }

    bool term_missing() {
        const auto verb = std::find_if(merged_.begin(), merged_.end(), [](const Token& token) {
            return token.kind == TokenKind::Ensures || token.kind == TokenKind::Strives;
        });
        if (verb == merged_.end() || verb + 1 == merged_.end()) return false;
        const Tokens rest(verb, merged_.end());
        if (any_of_kinds(rest, {TokenKind::NotAfter, TokenKind::Before, TokenKind::On, TokenKind::NotBefore,
                                TokenKind::After, TokenKind::Within, TokenKind::From, TokenKind::Is, TokenKind::Every,
                                TokenKind::EachYear, TokenKind::EachQuarter}))
            return false;
        reading_.diagnostics.report(Code::TermMissing, line_.where());
        return true;
    }

    // A clause that opens with no word the language knows, and has no verb of a clause either.
    bool unknown_clause() {
        if (!is_name_token(merged_.front())) return false;
        if (any_of_kinds(merged_,
                         {TokenKind::Ensures, TokenKind::Strives, TokenKind::Forbids, TokenKind::Decides,
                          TokenKind::DeterminesVersion, TokenKind::MayChoose, TokenKind::FromFile, TokenKind::Succeeds,
                          TokenKind::MemberFrom, TokenKind::MemberUntil, TokenKind::MemberBetween, TokenKind::IsFor,
                          TokenKind::Sees, TokenKind::SeesForCheck, TokenKind::SeesForAgenda, TokenKind::SeesForMonitor,
                          TokenKind::SeesOf, TokenKind::WithConsent, TokenKind::ShownAs}))
            return false;
        const std::vector<std::string> keywords = clause_keywords();
        std::vector<Note> notes;
        const Span where = line_.words.front().where;
        if (const auto near = nearest(line_.words.front().text, keywords)) {
            notes.push_back({Code::NearestKeywordNote, where, {word("word", keywords[*near])}});
        }
        reading_.diagnostics.report(Code::UnknownClause, where, {word("word", words_of(line_.words, 5))},
                                    std::move(notes));
        return true;
    }

    Reading& reading_;
    const Line& line_;
    LineKind kind_;
    const Tokens& merged_;
    const ParseFailure& failure_;
};

}  // namespace

void explain_failure(Reading& reading, const Line& line, LineKind kind, const Tokens& merged,
                     const ParseFailure& failure) {
    Explanation(reading, line, kind, merged, failure).report();
}

}  // namespace toets::syntax
