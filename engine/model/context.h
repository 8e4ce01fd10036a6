// What every part of from_syntax shares while the model is being made: the names known so far, the trees the names came
// from, and the bodies still to be read once all names are known.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source_text.h"
#include "diagnostics/diagnostic.h"
#include "model/model.h"
#include "syntax/tree.h"

namespace toets::model {

using Words = std::vector<syntax::Word>;

// The form in which names are compared: folded words without articles, joined by spaces. A quoted word counts as is.
std::string key_of(const syntax::Phrase& phrase);
std::string key_of(const Words& words, std::size_t begin, std::size_t end);
std::string key_of(std::string_view name);
// As written, with its articles.
std::string text_of(const syntax::Phrase& phrase);
// Some of its words, at least one.
syntax::Phrase part(const syntax::Phrase& phrase, std::size_t begin, std::size_t end);
// As written, without a leading article.
std::string name_text(const syntax::Phrase& phrase);
std::string name_text(const Words& words, std::size_t begin, std::size_t end);

// What a name can mean after "X van" or `heeft een`, given the kind of X.
struct Member {
    enum class What { Field, SubList, Derived, TableResult };
    What what = What::Field;
    FieldId field;  // Field, and the list of a SubList
    SubKindId sub_kind;
    DefinitionId definition;
    TableId table;
    std::size_t result = 0;
};

// Where a definition's, table's or rule's body stands in the trees, to be read in the second pass.
struct Place {
    const syntax::Document* tree = nullptr;
    const syntax::Block* block = nullptr;
    const syntax::Header* header = nullptr;
    std::size_t header_index = 0;
    DocumentId document;
};

struct Names {
    std::unordered_map<std::string, KindId> kinds;  // singular, plural and `ook:` names
    std::unordered_map<std::string, SubKindId> sub_kinds;
    std::unordered_map<std::string, RoleId> roles;
    std::unordered_map<std::string, PartyId> parties;
    std::unordered_map<std::string, ParameterId> parameters;
    std::unordered_map<std::string, DocumentId> documents;
    std::unordered_map<std::string, CalendarId> calendars;
    std::map<std::pair<RuleKind, std::string>, RuleId> rules;
    std::vector<std::unordered_map<std::string, std::vector<Member>>> members;  // by KindId
    std::vector<KindId> case_kinds;  // kinds that refer to things and that nothing refers to: what a case can be about
};

enum class Progress { NotStarted, Running, Done };

struct Context {
    Model& model;
    const Sources& sources;
    Diagnostics& diagnostics;
    Names names;
    std::map<DefinitionId, std::vector<Place>> definition_places;  // one a version
    std::map<TableId, Place> table_places;
    std::map<SubKindId, Place> sub_kind_places;
    std::vector<std::pair<FieldId, Place>> completeness_places;
    std::map<DocumentId, std::pair<const syntax::Document*, const syntax::Clause*>>
        version_clauses;                                                      // C10 in the document header
    std::map<DocumentId, const syntax::NewerVersionClause*> version_choices;  // likewise
    std::map<DocumentId, const syntax::LevelClause*> level_clauses;           // of a municipality or corporation
    std::map<DefinitionId, Progress> definition_progress;
    std::map<TableId, Progress> table_progress;

    ExpressionId add(Expression::Kind kind, Type type, Span where) {
        return model.expressions.add({std::move(kind), type, where});
    }
    ConditionId add(Condition::Kind kind, Span where) { return model.conditions.add({std::move(kind), where}); }
    [[nodiscard]] const Kind& kind(KindId id) const { return model.kinds[id]; }
    [[nodiscard]] const std::vector<Member>* find_member(KindId kind, const std::string& key) const;
    void add_member(KindId kind, const Name& name, const Member& member);
    void report(Code code, Span where, std::vector<Argument> arguments = {}, std::vector<Note> notes = {}) const {
        diagnostics.report(code, where, std::move(arguments), std::move(notes));
    }
};

Type simple_type(Base base);
Type thing_type(Base base, KindId kind, SubKindId only = {});
// The words of a kind of value in a message: "een datum" | "a date".
Argument type_argument(std::string name, const Type& type, const Model& model);
// A thing by its name: "de cliënt" | "`cliënt`".
Argument named_argument(std::string name, const Name& thing);
// A rule at the start of a message, by its kind: "Voorwaarde `x`" | "Condition `x`".
Argument rule_argument(std::string name, const Rule& rule);
// {hint}: how a value of this kind is written, " Schrijf een bedrag met het euroteken: `€ 650,43`."
Argument notation_argument(const Type& type);
// {hint}: " Bedoelde u `x`?" | " Did you mean `x`?", or nothing.
Argument hint_argument(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace toets::model
