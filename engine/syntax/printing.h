// The parts of the canonical printer that call each other.
#pragma once

#include "syntax/tree.h"
#include "syntax/writer.h"

namespace toets::syntax {

// print_words.cpp
std::string text_of(const Phrase& phrase);
std::string text_of(const std::vector<Phrase>& phrases);
std::string text_of(const Expression& expression);
std::string text_of(const std::vector<Expression>& expressions);
std::string text_of(const Time& time);
std::string text_of(const DeclaredName& name);
std::string text_of(const FieldType& type);
std::string text_of(const std::vector<Property>& properties);  // with a space before it and brackets, or empty
std::string text_of(const SourceClause& source);
std::string text_of(const NamedRules& rules);
std::string text_of(const MayDepartClause& may);
std::string text_of(const FavourableClause& favourable);
std::string date_text(Date date);
std::string_view text_of(Comparison comparison);
std::string_view text_of(Rounding rounding);
std::string in_quotes(std::string_view text);

// print_condition.cpp
class ConditionPrinter {
public:
    ConditionPrinter(const Document& document, Writer& out) : document_(document), out_(out) {}

    // The sentence with its bullets: `vereist: ...`, or `vereist dat al het volgende geldt:` and bullets below.
    void print(std::size_t indent, std::string_view opener, std::string_view list_opener, ConditionId condition);
    void print_exception(std::size_t indent, const Exception& exception);
    void print_bullets(std::size_t indent, const std::vector<Bullet>& bullets);
    // The sentence alone; when it ends in a list head, that head with its colon.
    [[nodiscard]] std::string sentence(ConditionId condition) const;
    // The bullets that belong under the sentence, if it ends in a list head.
    [[nodiscard]] const Legs* legs(ConditionId condition) const;
    // `waarvoor geldt: ...` or `waarvoor al het volgende geldt:`.
    [[nodiscard]] std::string filter(ConditionId condition) const;

private:
    [[nodiscard]] std::string for_each(const ForEach& each) const;

    const Document& document_;
    Writer& out_;
};
std::string list_head(const Legs& legs, bool after_geldt);

// print_clause.cpp, print_header.cpp
void print_clause(const Clause& clause, const Document& document, Writer& out);
void print_header(const Header& header, const Document& document, Writer& out);
// The clauses in the order of B26.
std::vector<const Clause*> in_canonical_order(const Header& header);

// print_parties.cpp
std::string text_of(const SuccessionClause& succession);
std::string text_of(const MembershipClause& membership);
std::string text_of(const RenewalClause& renewal);
std::string text_of(const AfterConsentClause& consent);
std::string text_of(const ConsentGivenClause& consent);
std::string text_of(const NoticeClause& notice);

// print_access.cpp
std::string text_of(const SeesClause& sees);

// print_table.cpp
void print_table(const TableClause& table, Writer& out);

}  // namespace toets::syntax
