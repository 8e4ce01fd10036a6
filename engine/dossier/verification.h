// Whether a dossier still holds, and what differs if not, as data without a language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "dossier/dossier.h"

namespace toets::dossier {

struct Difference {
    enum class What {
        // Since it was made.
        Bytes,         // the file is not written as a dossier is: `line`
        Content,       // a section does not give its hash
        Removed,       // a section is gone while other facts of its classes are left
        Fingerprint,   // the sections do not give the fingerprint
        OtherDossier,  // it is not the fingerprint that was given
        // Between what it holds and what follows from that now.
        Agreement,     // the agreement cannot be read
        Case,          // the case cannot be read
        Facts,         // the case tells other facts than are listed
        RegisterFile,  // a file of the register is another than it was: `name`
        NoFinding,     // the rule gives no outcome any more
        NewFinding,
        Outcome,
        Proof,  // the outcome is the same, and rests on something else
        Verdict,
        Summary,  // something else of what the answer is about
        Details,
    };
    What what = What::Bytes;
    Part part = Part::Program;  // of a section
    std::uint32_t number = 0;
    Classes classes{};
    std::string name{};  // of a document or file
    std::size_t line = 0;
    std::string rule_kind{};  // of a finding: "condition"; codes of the answer
    std::string rule{};
    std::string article{};
    std::string from{};  // codes of outcomes or verdicts
    std::string to{};
};

struct CheckedFinding {
    enum class State {
        Same,          // it follows again from what the dossier holds
        Different,     // it does not
        NotDerivable,  // facts that it rests on were left out
        NotTried,      // it could not be worked out again, or was counted over a register that is not there
    };
    std::string kind;  // codes of the answer
    std::string rule;
    std::string outcome;
    std::string article;
    std::optional<Date> version_since;
    bool is_counted = false;  // over a register
    State state = State::NotTried;
    Classes erased;  // its proof was left out with these
};

struct Verification {
    std::string label;
    std::optional<Date> reference_date;
    std::optional<Date> known_on;
    std::string made_by;  // versions of the program
    std::string checked_by;
    std::string fingerprint;
    std::string verdict;  // code
    bool is_verdict_derived = false;
    Classes left_out;
    bool needs_register = false;  // it was made beside one, which was not given now
    std::vector<CheckedFinding> findings;
    std::vector<Difference> differences;
    std::vector<Difference> remarks;  // that take nothing away from what the dossier says
    [[nodiscard]] bool holds() const { return differences.empty(); }
};

// What the hashes tell. `text` is the file; `expected` the fingerprint that was written down, if it was given.
Verification check_itself(const Dossier& dossier, std::string_view text, const std::string& expected);
// And what was worked out again: the same dossier, made from what this one holds.
void compare(const Dossier& dossier, const Dossier& again, Verification& verification);

std::string to_text(const Verification& verification, Language language);
std::string to_json(const Verification& verification);

}  // namespace toets::dossier
