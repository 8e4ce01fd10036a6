// The dossier of one case that was checked, as data: everything the answer rests on and the answer itself, in sections
// that each have a hash, with one fingerprint over those. A section may be removed; its hash stays, so that the
// fingerprint is the same. See docs/dossier.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace toets::dossier {

constexpr std::string_view current_form = "toets dossier 1";
constexpr std::size_t most_bytes = std::size_t{128} << 20U;  // of the file

// A set of the classes that facts have (C17).
class Classes {
public:
    constexpr Classes() = default;
    static constexpr Classes all() { return Classes(0b1111); }
    static constexpr Classes from_bits(std::uint8_t bits) { return Classes(bits & 0b1111U); }
    constexpr void add(model::PrivacyClass privacy) {
        if (privacy != model::PrivacyClass::None) bits_ |= bit(privacy);
    }
    constexpr void add(Classes other) { bits_ |= other.bits_; }
    constexpr void remove(Classes other) { bits_ &= static_cast<std::uint8_t>(~other.bits_); }
    [[nodiscard]] constexpr bool contains(model::PrivacyClass privacy) const {
        return privacy != model::PrivacyClass::None && (bits_ & bit(privacy)) != 0;
    }
    [[nodiscard]] constexpr bool meets(Classes other) const { return (bits_ & other.bits_) != 0; }
    [[nodiscard]] constexpr bool is_empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }
    friend constexpr bool operator==(Classes, Classes) = default;

private:
    explicit constexpr Classes(std::uint32_t bits) : bits_(static_cast<std::uint8_t>(bits)) {}
    static constexpr std::uint8_t bit(model::PrivacyClass privacy) {
        return static_cast<std::uint8_t>(1U << (static_cast<unsigned>(privacy) - 1));
    }
    std::uint8_t bits_ = 0;
};
// In the words of the language, in one fixed order: "wonen", "financieel", "zorg", "veiligheid".
std::vector<std::string> to_words(Classes classes);
std::optional<model::PrivacyClass> class_from_word(std::string_view word);

// What a section holds, in the order in which they stand in the file.
enum class Part {
    Program,   // what made it
    Question,  // the dates and options that the answer depends on
    Document,  // one document of the agreement
    CaseText,  // the case as it was written
    Facts,     // the facts of the case, of one set of classes
    Register,  // which files the case was set beside
    Summary,   // the verdict and what it is about
    Details,   // what the answer says beside its findings
    Finding,   // the outcome of one rule
    Proof,     // what that outcome rests on
};
constexpr std::size_t part_count = static_cast<std::size_t>(Part::Proof) + 1;
std::string_view to_code(Part part);  // "case_text"

struct Section {
    Part part = Part::Program;
    std::uint32_t number = 0;  // of a document, finding or proof from 1 on; of facts the bits of their classes
    Classes classes;           // of the facts it tells something about
    std::string content;       // canonical JSON; empty: it was removed
    std::string salt;          // in hexadecimals, as the hash is; empty in a dossier that was made without a secret
    std::string hash;
    [[nodiscard]] bool is_removed() const { return content.empty(); }
};
struct Dossier {
    std::vector<Section> sections;  // by part, then by number; each once
    std::string fingerprint;
};

const Section* find(const Dossier& dossier, Part part, std::uint32_t number = 0);
// What was left out of it: the classes of which nothing is left.
Classes left_out(const Dossier& dossier);

}  // namespace toets::dossier
