// A verification to read on a terminal.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "diagnostics/printable.h"
#include "dossier/phrases.h"
#include "dossier/verification.h"
#include "explanation/codes.h"
#include "explanation/report.h"
#include "explanation/to_text.h"

namespace toets::dossier {

namespace {

using What = Difference::What;

constexpr std::size_t longest_name = 200;  // characters of what a dossier says

// Whatever a dossier holds where an outcome or verdict belongs: a code we know in the words of the reader.
template <class Enum, std::size_t Count>
std::string words_of(const std::string& code, Language language) {
    for (std::size_t index = 0; index < Count; ++index) {
        if (explanation::to_code(static_cast<Enum>(index)) == code) {
            return explanation::to_words(static_cast<Enum>(index), language);
        }
    }
    return "`" + to_printable(code, longest_name) + "`";
}
constexpr std::size_t outcome_count = static_cast<std::size_t>(program::Outcome::NotApplicable) + 1;
constexpr std::size_t verdict_count = static_cast<std::size_t>(program::Verdict::CannotBeSaid) + 1;
constexpr std::size_t kind_count = 16;  // of rules: at least as many as there are; the others have no code

std::string outcome_words(const std::string& code, Language language) {
    return words_of<program::Outcome, outcome_count>(code, language);
}
std::string verdict_words(const std::string& code, Language language) {
    return words_of<program::Verdict, verdict_count>(code, language);
}

// "begeleiding geregeld", "streefnorm voorrang": a precondition needs no more than its name.
std::string rule_words(const std::string& kind, const std::string& rule, Language language) {
    const std::string name = to_printable(rule, longest_name);
    if (kind == explanation::to_code(model::RuleKind::Precondition)) return name;
    for (std::size_t index = 0; index < kind_count; ++index) {
        const auto each = static_cast<model::RuleKind>(index);
        if (explanation::to_code(each) == kind) return explanation::to_words(each, language) + " " + name;
    }
    for (std::size_t index = 0; index < kind_count; ++index) {
        const auto each = static_cast<model::TallyKind>(index);
        if (explanation::to_code(each) == kind) return explanation::to_words(each, language) + " " + name;
    }
    return name;
}

class VerificationText {
public:
    VerificationText(const Verification& verification, Language language)
        : verification_(verification), language_(language) {}

    std::string write() {
        write_head();
        write_findings();
        write_differences(verification_.differences);
        if (!verification_.remarks.empty()) {
            paragraph(say(Phrase::Remarks, language_));
            list(verification_.remarks);
        }
        text_ += "\n";
        paragraph(say(Phrase::FingerprintIs, language_, {{"fingerprint", verification_.fingerprint}}), false);
        return std::move(text_);
    }

private:
    void paragraph(const std::string& words, bool is_apart = true) {
        if (is_apart) text_ += "\n";
        text_ += explanation::wrapped(words, "", "  ");
    }

    [[nodiscard]] std::string names_of(Classes classes) const {
        std::string names;
        const std::vector<std::string> words = to_words(classes);
        for (std::size_t index = 0; index < words.size(); ++index) {
            if (index == 0) {
                names = words[index];
            } else if (index + 1 < words.size()) {
                names += ", " + words[index];
            } else {
                names = say(Phrase::AndWord, language_, {{"left", names}, {"right", words[index]}});
            }
        }
        return names;
    }

    void write_head() {
        std::vector<std::string> title;
        title.push_back(say(Phrase::Title, language_, {{"label", to_printable(verification_.label, longest_name)}}));
        if (const auto& date = verification_.reference_date) {
            title.push_back(say(Phrase::OnDate, language_, {{"date", toets::to_words(*date, language_)}}));
        }
        if (const auto& date = verification_.known_on) {
            title.push_back(explanation::to_words_as_known(*date, language_));
        }
        title.push_back(
            say(Phrase::MadeBy, language_, {{"version", to_printable(verification_.made_by, longest_name)}}));
        paragraph(explanation::joined(title, " · "), false);
        paragraph(first_words() + " – " + counts(), false);
        std::string verdict =
            say(Phrase::VerdictWas, language_, {{"verdict", verdict_words(verification_.verdict, language_)}});
        if (!verification_.is_verdict_derived && verification_.holds()) {
            verdict += " – " + say(Phrase::VerdictNotDerivable, language_);
        }
        paragraph(verdict, false);
        write_conditions();
    }

    void write_conditions() {
        const Classes left_out = verification_.left_out;
        if (!left_out.is_empty()) {
            const Phrase phrase = to_words(left_out).size() == 1 ? Phrase::LeftOut : Phrase::LeftOutSeveral;
            paragraph(say(phrase, language_, {{"classes", names_of(left_out)}}), false);
        }
        if (verification_.made_by != verification_.checked_by) {
            paragraph(say(Phrase::OtherVersion, language_, {{"version", verification_.checked_by}}), false);
        }
        if (verification_.needs_register) paragraph(say(Phrase::RegisterNeeded, language_), false);
    }

    [[nodiscard]] std::size_t derived() const {
        return static_cast<std::size_t>(
            std::count_if(verification_.findings.begin(), verification_.findings.end(),
                          [](const CheckedFinding& each) { return each.state == CheckedFinding::State::Same; }));
    }
    [[nodiscard]] bool is_all_derived() const {
        return derived() == verification_.findings.size() && verification_.is_verdict_derived &&
               !verification_.needs_register;
    }
    [[nodiscard]] std::string first_words() const {
        if (!verification_.holds()) return say(Phrase::HoldsNot, language_);
        return say(is_all_derived() ? Phrase::Holds : Phrase::HoldsInPart, language_);
    }
    [[nodiscard]] std::string counts() const {
        const std::size_t count = verification_.differences.size();
        if (count == 1) return say(Phrase::OneDifference, language_);
        if (count > 1) return say(Phrase::Differences, language_, {{"count", std::to_string(count)}});
        if (is_all_derived()) return say(Phrase::AllDerived, language_);
        return say(Phrase::SomeDerived, language_,
                   {{"count", std::to_string(derived())}, {"all", std::to_string(verification_.findings.size())}});
    }

    void write_findings() {
        if (!verification_.findings.empty()) text_ += "\n";
        for (const CheckedFinding& finding : verification_.findings) {
            explanation::Entry entry;
            entry.outcome_words = outcome_words(finding.outcome, language_);
            entry.rule = rule_words(finding.kind, finding.rule, language_);
            entry.reference = reference_of(finding);
            if (const std::string erased = erased_words(finding); !erased.empty()) {
                entry.lines.push_back({explanation::Line::Kind::Reason, 0, erased});
            }
            text_ += explanation::to_text(entry);
        }
    }

    [[nodiscard]] std::string reference_of(const CheckedFinding& finding) const {
        const std::string article = to_printable(finding.article, longest_name);
        if (!finding.version_since) return article;
        const std::string date = explanation::to_short_date(*finding.version_since, language_);
        if (article.empty()) return say(Phrase::VersionOnly, language_, {{"date", date}});
        return say(Phrase::FindingReference, language_, {{"article", article}, {"date", date}});
    }

    [[nodiscard]] std::string erased_words(const CheckedFinding& finding) const {
        if (finding.is_counted && verification_.needs_register) return say(Phrase::NotCountedAgain, language_);
        if (finding.erased.is_empty()) return {};
        Phrase phrase = Phrase::Erased;
        if (finding.state == CheckedFinding::State::Same) phrase = Phrase::ErasedAndDerived;
        if (finding.state == CheckedFinding::State::NotDerivable) phrase = Phrase::ErasedNotDerivable;
        return say(phrase, language_, {{"classes", names_of(finding.erased)}});
    }

    void write_differences(const std::vector<Difference>& differences) {
        if (!differences.empty()) text_ += "\n";
        list(differences);
    }
    void list(const std::vector<Difference>& differences) {
        for (const Difference& difference : differences) {
            text_ += explanation::wrapped(words_of_difference(difference), "- ", "  ");
        }
    }

    [[nodiscard]] std::string part_words(const Difference& difference) const {
        const std::string number = std::to_string(difference.number);
        switch (difference.part) {
            case Part::Program: return say(Phrase::PartProgram, language_);
            case Part::Question: return say(Phrase::PartQuestion, language_);
            case Part::Document:
                return say(Phrase::PartDocument, language_, {{"name", to_printable(difference.name, longest_name)}});
            case Part::CaseText: return say(Phrase::PartCaseText, language_);
            case Part::Facts:
                if (difference.classes.is_empty()) return say(Phrase::PartFacts, language_);
                return say(Phrase::PartFactsOf, language_, {{"classes", names_of(difference.classes)}});
            case Part::Register: return say(Phrase::PartRegister, language_);
            case Part::Summary: return say(Phrase::PartSummary, language_);
            case Part::Details: return say(Phrase::PartDetails, language_);
            case Part::Finding: return say(Phrase::PartFinding, language_, {{"number", number}});
            case Part::Proof: return say(Phrase::PartProof, language_, {{"number", number}});
        }
        return {};
    }

    [[nodiscard]] std::string words_of_difference(const Difference& difference) const {
        const auto of_part = [&](Phrase phrase) { return say(phrase, language_, {{"part", part_words(difference)}}); };
        const std::string name = to_printable(difference.name, longest_name);
        switch (difference.what) {
            case What::Bytes: return say(Phrase::BytesChanged, language_, {{"line", std::to_string(difference.line)}});
            case What::Content: return of_part(Phrase::ContentChanged);
            case What::Removed: return of_part(Phrase::WronglyRemoved);
            case What::Fingerprint: return say(Phrase::FingerprintChanged, language_);
            case What::OtherDossier: return say(Phrase::OtherFingerprint, language_, {{"fingerprint", name}});
            case What::Agreement: return say(Phrase::AgreementUnreadable, language_);
            case What::Case:
                return say(verification_.left_out.is_empty() ? Phrase::CaseUnreadable : Phrase::CopyUnreadable,
                           language_);
            case What::Facts: return of_part(Phrase::OtherContent);
            case What::RegisterFile: return say(Phrase::OtherRegisterFile, language_, {{"name", name}});
            case What::NoFinding:
            case What::NewFinding:
            case What::Outcome:
            case What::Proof: return words_of_finding(difference);
            case What::Verdict:
                return say(Phrase::VerdictDiffers, language_,
                           {{"from", verdict_words(difference.from, language_)},
                            {"to", verdict_words(difference.to, language_)}});
            case What::Summary: return say(Phrase::SummaryDiffers, language_);
            case What::Details: return say(Phrase::DetailsDiffer, language_);
        }
        return {};
    }

    [[nodiscard]] std::string words_of_finding(const Difference& difference) const {
        std::string rule = rule_words(difference.rule_kind, difference.rule, language_);
        if (!difference.article.empty()) rule += " (" + to_printable(difference.article, longest_name) + ")";
        if (difference.what == What::Proof) return say(Phrase::ProofDiffers, language_, {{"rule", rule}});
        const std::string from = outcome_words(difference.from, language_);
        const std::string to = outcome_words(difference.to, language_);
        if (difference.what == What::NoFinding) {
            return say(Phrase::OutcomeIsGone, language_, {{"rule", rule}, {"from", from}});
        }
        if (difference.what == What::NewFinding) {
            return say(Phrase::OutcomeIsNew, language_, {{"rule", rule}, {"to", to}});
        }
        return say(Phrase::OutcomeDiffers, language_, {{"rule", rule}, {"from", from}, {"to", to}});
    }

    const Verification& verification_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string to_text(const Verification& verification, Language language) {
    return VerificationText(verification, language).write();
}

}  // namespace toets::dossier
