// Which facts about people the rules of an agreement use, by article, and which role sees them: the ground work for a
// data protection impact assessment. It follows from the agreement alone; no case is read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/model.h"
#include "program/program.h"

namespace toets::data_need {

struct Reader {
    std::string role;                       // "de corporatie"
    std::optional<model::Purpose> purpose;  // empty: whatever it reads
};
struct Fact {
    std::string name;   // "het inkomen"
    std::string thing;  // what it belongs to: "de cliënt"
    model::PrivacyClass privacy = model::PrivacyClass::None;
    std::vector<std::string> supplied_by;
    std::vector<std::string> judged_by;
    std::vector<Reader> seen_by;
};
// How much of a question a role is told.
enum class Told { Reasons, Outcome, Verdict };
struct RoleTold {
    Reader reader;
    Told told = Told::Verdict;
};
// A rule, a count or a division.
struct Question {
    std::optional<model::RuleKind> rule;
    std::optional<model::TallyKind> tally;  // neither: a division
    std::string name;
    std::string article;
    std::string document;
    std::vector<Fact> facts;
    std::vector<RoleTold> roles;
};
struct ConsentAsked {
    model::PrivacyClass privacy = model::PrivacyClass::None;
    std::string giver;
};
struct DataNeed {
    std::string agreement;
    bool says_who_sees = false;
    std::vector<Question> questions;  // in the order of the agreement
    std::vector<Fact> unused;         // facts of the agreement that no question uses
    std::vector<ConsentAsked> consents;
};

DataNeed from_program(const program::Program& program);

std::string to_text(const DataNeed& need, Language language);
std::string to_json(const DataNeed& need);                               // docs/data-need.schema.json
std::string to_csv(const DataNeed& need, Language language);             // RFC 4180
std::string to_words(const Reader& reader, Language language);           // "de stuurgroep (voor de monitor)"
std::string kind_words(const Question& question, Language language);     // "voorwaarde"
std::string class_name(model::PrivacyClass privacy, Language language);  // "zorg" | "geen klasse"

}  // namespace toets::data_need
