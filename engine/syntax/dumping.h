// The parts of the tree dump that call each other: one node a line, two spaces deeper for what it holds.
#pragma once

#include <string>
#include <string_view>

#include "syntax/tree.h"

namespace toets::syntax {

std::string_view name_of(Comparison comparison);
std::string_view name_of(Rounding rounding);

class Dump {
public:
    explicit Dump(const Document& document) : document_(document) {}

    void line(std::size_t depth, std::string_view name, std::string_view value = {});
    // Folded words; a literal in braces, a quoted name in quotation marks.
    void phrase(std::size_t depth, std::string_view name, const Phrase& phrase);
    void phrases(std::size_t depth, std::string_view name, const std::vector<Phrase>& phrases);
    void expression(std::size_t depth, std::string_view name, const Expression& expression);
    void time(std::size_t depth, const Time& time);
    void name(std::size_t depth, const DeclaredName& name);
    void type(std::size_t depth, const FieldType& type);
    void properties(std::size_t depth, const std::vector<Property>& properties);
    void source(std::size_t depth, const SourceClause& source);
    void lines(std::size_t depth, const std::vector<std::string>& lines);
    void table(std::size_t depth, const TableClause& table);
    void condition(std::size_t depth, ConditionId id);
    void exceptions(std::size_t depth, const std::vector<Exception>& exceptions);
    void bullets(std::size_t depth, const std::vector<Bullet>& bullets);
    void clause(std::size_t depth, const Clause& clause);
    void header(std::size_t depth, const Header& header);
    std::string take() { return std::move(text_); }

private:
    const Document& document_;
    std::string text_;
};

}  // namespace toets::syntax
