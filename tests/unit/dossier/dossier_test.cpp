// Whatever is changed in a dossier shows, and what is left out cannot be guessed from what stays.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "dossier/digest.h"
#include "dossier/dossier.h"
#include "dossier/redact.h"
#include "dossier/seal.h"
#include "dossier/to_text.h"
#include "dossier/verification.h"

namespace toets::dossier {
namespace {

std::string golden(const std::string& name) {
    const auto folder = std::filesystem::path(SOURCE_ROOT) / "tests" / "golden" / "command_line" / "dossier";
    std::ifstream file(folder / name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Dossier read(const std::string& text) {
    const Result<Dossier> dossier = from_text(text, "dossier.json");
    EXPECT_TRUE(dossier.has_value());
    return dossier.value_or(Dossier());
}

bool shows(const std::string& text) {
    const Result<Dossier> dossier = from_text(text, "dossier.json");
    return !dossier || !check_itself(*dossier, text, "").holds();
}

Classes classes(const std::string& word) {
    Classes classes;
    classes.add(*class_from_word(word));
    return classes;
}

void expect_every_changed_byte_shows(const std::string& whole, std::size_t step) {
    ASSERT_FALSE(shows(whole));
    for (std::size_t at = 0; at < whole.size(); at += step) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_TRUE(shows(changed)) << "byte " << at << " changed";
        changed = whole;
        changed.erase(at, 1);
        EXPECT_TRUE(shows(changed)) << "byte " << at << " taken away";
        changed = whole;
        changed.insert(at, " ");
        EXPECT_TRUE(shows(changed)) << "a space before byte " << at;
    }
}

TEST(Digest, IsTheOneOfTheStandard) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    std::istringstream stream("abc");
    std::uint64_t size = 0;
    EXPECT_EQ(sha256(stream, size), sha256("abc"));
    EXPECT_EQ(size, 3U);
}

TEST(Digest, WithAKeyIsTheOneOfRfc4231) {
    EXPECT_EQ(keyed_sha256("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Dossier, ReadingAndWritingGivesTheSameBytes) {
    const std::string text = golden("klopt/dossier.json");
    EXPECT_EQ(to_text(read(text)), text);
}

TEST(Dossier, EveryChangedByteShows) { expect_every_changed_byte_shows(golden("klopt/dossier.json"), 61); }

TEST(Dossier, EveryChangedByteOfACopyShows) {
    expect_every_changed_byte_shows(golden("weggelaten/zonder_financieel.json"), 67);
}

TEST(Dossier, CutOffAnywhereItShows) {
    const std::string whole = golden("klopt/dossier.json");
    for (std::size_t size = 0; size < whole.size(); size += 101) EXPECT_TRUE(shows(whole.substr(0, size))) << size;
}

TEST(Dossier, AnyTwoSectionsMayNotChangePlaces) {
    Dossier dossier = read(golden("klopt/dossier.json"));
    std::swap(dossier.sections[2].content, dossier.sections[3].content);
    std::swap(dossier.sections[2].salt, dossier.sections[3].salt);
    std::swap(dossier.sections[2].hash, dossier.sections[3].hash);
    EXPECT_TRUE(shows(to_text(dossier)));
}

TEST(Seal, GivesTheSameForTheSameSecret) {
    Dossier first = read(golden("klopt/dossier.json"));
    Dossier second = first;
    const std::string secret(32, 'a');
    seal(first, secret);
    seal(second, secret);
    EXPECT_EQ(to_text(first), to_text(second));
    seal(second, std::string(32, 'b'));
    EXPECT_NE(first.fingerprint, second.fingerprint);
    EXPECT_NE(first.sections[0].salt, second.sections[0].salt);
}

// Otherwise what is known of one dossier would help to guess what was left out of another.
TEST(Seal, GivesOtherSaltsWhenAnythingElseIsOther) {
    Dossier first = read(golden("klopt/dossier.json"));
    Dossier second = first;
    second.sections.back().content = R"({"reasons":[]})";
    const std::string secret(32, 'a');
    seal(first, secret);
    seal(second, secret);
    for (std::size_t index = 0; index < first.sections.size(); ++index) {
        EXPECT_NE(first.sections[index].salt, second.sections[index].salt);
    }
}

TEST(Seal, GivesEachSectionASaltOfItsOwn) {
    Dossier dossier = read(golden("klopt/dossier.json"));
    seal(dossier, std::string(32, 'a'));
    std::set<std::string> salts;
    for (const Section& section : dossier.sections) salts.insert(section.salt);
    EXPECT_EQ(salts.size(), dossier.sections.size());
}

TEST(Copy, KeepsTheFingerprintAndNothingOfTheClass) {
    const Dossier whole = read(golden("klopt/dossier.json"));
    const Result<Dossier> copy = without(whole, classes("financieel"), "dossier.json");
    ASSERT_TRUE(copy.has_value());
    EXPECT_EQ(copy->fingerprint, whole.fingerprint);
    EXPECT_EQ(fingerprint_of(*copy), whole.fingerprint);
    EXPECT_EQ(left_out(*copy), classes("financieel"));
    const std::string text = to_text(*copy);
    for (const char* told : {"1650", "loonstrook", "125,50", "12550", "werkgever"}) {
        EXPECT_NE(golden("klopt/dossier.json").find(told), std::string::npos) << told;
        EXPECT_EQ(text.find(told), std::string::npos) << told;
    }
    for (const Section& section : copy->sections) EXPECT_EQ(section.is_removed(), section.salt.empty());
}

TEST(Copy, OfACopyIsTheSameAsLeavingOutBoth) {
    const Dossier whole = read(golden("klopt/dossier.json"));
    const Dossier first = *without(whole, classes("zorg"), "dossier.json");
    Classes both = classes("zorg");
    both.add(classes("financieel"));
    EXPECT_EQ(to_text(*without(first, classes("financieel"), "dossier.json")),
              to_text(*without(whole, both, "dossier.json")));
}

TEST(Copy, IsNotMadeWithoutSaltsOrOfSomethingChanged) {
    const Dossier unsalted = read(golden("weggelaten/zonder_geheim.json"));
    EXPECT_EQ(without(unsalted, classes("zorg"), "").error().code, Code::DossierWithoutSecret);
    Dossier changed = read(golden("klopt/dossier.json"));
    changed.sections[0].content = R"({"name":"toets","version":"0.2.0"})";
    EXPECT_EQ(without(changed, classes("zorg"), "").error().code, Code::DossierIsChanged);
}

}  // namespace
}  // namespace toets::dossier
