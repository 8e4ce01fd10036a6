// From when to when an agreement is in force (C84), and who takes part in it (C6, C8).
#include <gtest/gtest.h>

#include <string>

#include "model/from_syntax.h"
#include "model/seats.h"
#include "syntax/from_text.h"

namespace toets::model {
namespace {

struct ReadHeader {
    Sources sources;
    Diagnostics diagnostics;
    Model model;

    explicit ReadHeader(const std::string& lines) {
        const std::string text = "convenant proef\n  niveau regio\n" + lines +
                                 "  partij de corporatie: Woonwaard, De Sleutel, Nieuw Wonen\n"
                                 "  termijnen volgens de kalender zonder verschuiving\n";
        const SourceText& source = sources.add("proef.toets", text);
        const syntax::Document document = syntax::from_text(source, false, diagnostics);
        model = from_syntax({{&document, &source}}, sources, diagnostics);
    }
    [[nodiscard]] const Validity& validity() const { return model.documents[DocumentId{0}].validity; }
    [[nodiscard]] bool holds(const char* day, const char* reference_date) const {
        return validity().contains(*date_from_iso(day), *date_from_iso(reference_date));
    }
    [[nodiscard]] std::string first_day() const { return validity().first ? to_iso(*validity().first) : ""; }
};

TEST(Renewal, IsCertainOnceNobodyCanGiveNoticeAnyMore) {
    const ReadHeader read(
        "  geldig van 1 januari 2026 tot en met 31 december 2027\n"
        "  wordt verlengd met 1 jaar, behalve na opzegging vóór 1 oktober\n");
    EXPECT_TRUE(read.holds("2027-12-31", "2026-01-01"));
    EXPECT_FALSE(read.holds("2028-01-01", "2027-09-30"));
    EXPECT_TRUE(read.holds("2028-01-01", "2027-10-01"));
    EXPECT_FALSE(read.holds("2029-01-01", "2028-09-30"));
    EXPECT_TRUE(read.holds("2029-12-31", "2028-10-01"));
}

TEST(Renewal, AMonthEndsOnItsOwnLastDay) {
    const ReadHeader read(
        "  geldig van 1 januari 2027 tot en met 28 februari 2027\n"
        "  wordt verlengd met 1 maand, behalve na opzegging uiterlijk 2 weken vóór het einde\n");
    ASSERT_GE(read.validity().renewals.size(), 3U);
    EXPECT_EQ(to_iso(read.validity().renewals[0].last), "2027-03-31");
    EXPECT_EQ(to_iso(read.validity().renewals[0].settled), "2027-02-15");
    EXPECT_EQ(to_iso(read.validity().renewals[1].last), "2027-04-30");
    EXPECT_LE(read.validity().renewals.size(), most_renewals);
}

TEST(Renewal, NoticeEndsTheFirstTermItIsInTimeFor) {
    const std::string header =
        "  geldig van 1 januari 2026 tot en met 31 december 2027\n"
        "  wordt verlengd met 1 jaar, behalve na opzegging vóór 1 oktober\n";
    EXPECT_EQ(ReadHeader(header + "  opzegging door Woonwaard op 30 september 2027\n").validity().last,
              date_from_iso("2027-12-31"));
    EXPECT_EQ(ReadHeader(header + "  opzegging door Woonwaard op 1 oktober 2027\n").validity().last,
              date_from_iso("2028-12-31"));
}

TEST(Consent, TheLastOneDecidesTheFirstDay) {
    const std::string header = "  geldig vanaf 1 januari 2026\n  geldig na instemming van Woonwaard en De Sleutel\n";
    EXPECT_TRUE(ReadHeader(header).validity().is_never);
    EXPECT_TRUE(ReadHeader(header + "  instemming van Woonwaard op 1 maart 2026\n").validity().is_never);
    const ReadHeader both(header +
                          "  instemming van Woonwaard op 1 maart 2026\n  instemming van De Sleutel op 1 mei 2025\n");
    EXPECT_FALSE(both.validity().is_never);
    EXPECT_EQ(both.first_day(), "2026-03-01");
    const ReadHeader undated(
        header + "  instemming van Woonwaard op onbekende datum\n  instemming van De Sleutel op 1 mei 2025\n");
    EXPECT_TRUE(undated.validity().is_doubtful);
}

TEST(Consent, WhoMergedHasOneSeat) {
    const std::string header =
        "  geldig vanaf 1 januari 2026\n  geldig na instemming van Woonwaard en De Sleutel\n"
        "  instemming van De Sleutel op 1 mei 2025\n";
    const ReadHeader merged(header + "  De Sleutel is rechtsopvolger van Woonwaard vanaf 1 juli 2026\n");
    EXPECT_EQ(merged.first_day(), "2026-07-01");
    const std::vector<PartyId> all{PartyId{0}, PartyId{1}};
    EXPECT_EQ(seats_on(merged.model, all, *date_from_iso("2026-06-30")).size(), 2U);
    EXPECT_EQ(seats_on(merged.model, all, *date_from_iso("2026-07-01")).size(), 1U);
}

TEST(Seats, AChainOfSuccessorsIsFollowedInOrder) {
    const ReadHeader read(
        "  Nieuw Wonen is rechtsopvolger van De Sleutel vanaf 1 januari 2028\n"
        "  De Sleutel is rechtsopvolger van Woonwaard vanaf 1 januari 2027\n");
    const auto holder = [&](const char* day) {
        return read.model.parties[holder_on(read.model, PartyId{0}, *date_from_iso(day))].name.text;
    };
    EXPECT_EQ(holder("2026-12-31"), "Woonwaard");
    EXPECT_EQ(holder("2027-01-01"), "De Sleutel");
    EXPECT_EQ(holder("2028-01-01"), "Nieuw Wonen");
    EXPECT_EQ(predecessors_of(read.model, PartyId{2}).size(), 2U);
}

}  // namespace
}  // namespace toets::model
