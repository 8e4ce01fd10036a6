#include "base/ensure.h"
#include "base/text.h"
#include "syntax/keywords.h"
#include "syntax/reading.h"
#include "syntax/sentence_checks.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

DocumentKind to_document_kind(std::string_view keyword) {
    if (keyword == "prestatieafspraken") return DocumentKind::PerformanceAgreements;
    if (keyword == "verordening") return DocumentKind::Ordinance;
    if (keyword == "wet") return DocumentKind::Law;
    return keyword == "begrippen" ? DocumentKind::Concepts : DocumentKind::Covenant;
}

KindCategory to_category(std::string_view keyword) {
    if (keyword == "gebeurtenis") return KindCategory::Event;
    return keyword == "tijdvak" ? KindCategory::Period : KindCategory::Thing;
}

RuleKind to_rule_kind(std::string_view keyword) {
    if (keyword == "streefnorm") return RuleKind::TargetNorm;
    if (keyword == "verbod") return RuleKind::Ban;
    if (keyword == "procedure") return RuleKind::Procedure;
    if (keyword == "inspanning") return RuleKind::Effort;
    if (keyword == "bevoegdheid") return RuleKind::Power;
    return keyword == "verplichting" ? RuleKind::Obligation : RuleKind::Precondition;
}

// `het einde van de proefperiode | van een | huurovereenkomst`: everything before the last `van een` is the name.
std::pair<Phrase, std::optional<Phrase>> split_owner(const Phrase& phrase) {
    const auto& words = phrase.words;
    for (std::size_t i = words.size(); i-- > 1;) {
        const bool owner_follows = i + 2 < words.size() && words[i + 1].folded == "een";
        if (words[i].folded != "van" || !owner_follows) continue;
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(i);
        return {to_phrase(std::vector<Word>(words.begin(), at)), to_phrase(std::vector<Word>(at + 2, words.end()))};
    }
    return {phrase, std::nullopt};
}

DeclaredName declared(Reading& reading, const Phrase& phrase) {
    DeclaredName name = to_declared_name(phrase);
    check_name(reading, name.name);
    return name;
}

Header::Kind to_kind_header(Reading& reading, const Node& header, std::string_view keyword) {
    auto [name, owner] = split_owner(to_phrase(*header.find(Rule::Phrase)));
    return KindHeader{to_category(keyword), declared(reading, name), std::move(owner),
                      to_properties(header.find(Rule::Properties))};
}

Header::Kind to_table_header(Reading& reading, const Node& header) {
    auto [name, owner] = split_owner(to_phrase(*header.find(Rule::Phrase)));
    if (!owner) {
        reading.diagnostics.report(
            Code::UnexpectedEnd, name.where,
            {term("expected", "`van een` met waar de tabel bij hoort", "`van een` with what the table belongs to")});
        return InvalidHeader{};
    }
    return DecisionTableHeader{declared(reading, name), std::move(*owner)};
}

TallyKind to_tally_kind(std::string_view keyword) {
    if (keyword == "contingent") return TallyKind::Contingent;
    return keyword == "spreiding" ? TallyKind::Spread : TallyKind::Share;
}

Header::Kind to_header_kind(Reading& reading, const Node& header, const Line& line) {
    if (const Node* definition = header.find(Rule::Definition)) return to_definition(reading, *definition, line);
    const Token& opener = *header.children.front().token;
    const Node* name = header.find(Rule::Phrase);
    if (opener.kind == TokenKind::Example) return ExampleHeader{header.find(TokenKind::Quoted)->text};
    if (opener.kind == TokenKind::Document) return DocumentHeader{to_document_kind(opener.text), to_phrase(*name)};
    if (opener.kind == TokenKind::Kind) return to_kind_header(reading, header, opener.text);
    if (opener.kind == TokenKind::DecisionTable) return to_table_header(reading, header);
    if (opener.kind == TokenKind::RuleKind) return RuleHeader{to_rule_kind(opener.text), to_phrase(*name)};
    if (opener.kind == TokenKind::Hardship) {
        return RuleHeader{RuleKind::Hardship, name != nullptr ? to_phrase(*name) : Phrase{{}, opener.where}};
    }
    if (opener.kind == TokenKind::Exemption) return ExemptionHeader{to_phrase(*name)};
    if (opener.kind == TokenKind::Tally) return TallyHeader{to_tally_kind(opener.text), to_phrase(*name)};
    if (opener.kind == TokenKind::Apportionment) return ApportionmentHeader{to_phrase(*name)};
    if (opener.kind == TokenKind::Access) return AccessHeader{};
    if (opener.kind == TokenKind::Calendar) return CalendarHeader{to_declared_name(to_phrase(*name))};
    ensure(opener.kind == TokenKind::Parameter);
    return ParameterHeader{declared(reading, to_phrase(*name)), to_type(reading, *header.find(Rule::Type)),
                           to_properties(header.find(Rule::Properties))};
}

Header::Kind to_later_header(Reading& reading, const Line& line, const LaterConstruct& later) {
    NotYetHeader header{
        std::string(later.construct), std::string(later.keyword), {}, text_as_written(line, reading.source)};
    std::vector<Word> words;
    for (std::size_t i = 1; i < line.words.size(); ++i) words.push_back(to_word(line.words[i]));
    header.name = to_phrase(words);
    reading.diagnostics.report(
        Code::NotYetSupported, line.where(),
        {term("construct", std::string(later.nl), std::string(later.en)), word("header", words_of(line.words))});
    return header;
}

void report_unknown_header(Reading& reading, const Line& line) {
    const std::vector<std::string> keywords = header_keywords();
    std::vector<Note> notes;
    const Span where = line.words.front().where;
    if (const auto near = nearest(line.words.front().text, keywords)) {
        notes.push_back({Code::NearestKeywordNote, where, {word("word", keywords[*near])}});
    }
    reading.diagnostics.report(Code::UnknownHeader, where, {word("word", line.words.front().text)}, std::move(notes));
}

// The header this was meant to be, so that the mistakes in its clauses are reported in the same run.
std::optional<HeaderClass> meant_class(const Line& line) {
    if (line.words.empty() || !line.is_readable) return std::nullopt;
    if (const auto known = header_class(line.words.front().folded)) return known;
    const std::vector<std::string> keywords = header_keywords();
    const auto near = nearest(line.words.front().text, keywords);
    return near ? header_class(keywords[*near]) : std::nullopt;
}

Header::Kind read_header_line(Reading& reading, const Line& line) {
    if (!line.is_readable || !check_structure(reading, line)) return InvalidHeader{};
    const bool known = reading.phrases.opener_length(line.words, 0, LineKind::Header) > 0;
    const bool definition = line.words.front().folded == "definitie";
    if (line.kind != Line::Kind::Text || (!known && !definition)) {
        report_unknown_header(reading, line);
        return InvalidHeader{};
    }
    const ParsedLine parsed = parse_line(reading, line, LineKind::Header, Rule::HeaderLine);
    if (!parsed.node) return InvalidHeader{};
    return to_header_kind(reading, *parsed.node->find(Rule::Header), line);
}

}  // namespace

Header to_header(Reading& reading, const Line& line) {
    Header header{InvalidHeader{}, {}, line.where_all(), line.where(), line.remarks};
    if (const LaterConstruct* later = line.words.empty() ? nullptr : later_header(line.words)) {
        header.kind = to_later_header(reading, line, *later);
        return header;
    }
    header.kind = read_header_line(reading, line);
    if (const auto meant = meant_class(line)) header.clauses = to_clauses(reading, *meant, line);
    if (std::holds_alternative<InvalidHeader>(header.kind)) {
        header.clauses.clear();
        header.kind = InvalidHeader{text_as_written(line, reading.source)};
    }
    return header;
}

}  // namespace toets::syntax
