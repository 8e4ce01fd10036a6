// What was known on a day: the case as it would have been written then, and nothing else.
#include <gtest/gtest.h>

#include <random>

#include "cases/to_text.h"
#include "world.h"

namespace toets::test {
namespace {

Date january(int day) { return *to_date({2026, 1, day}); }

// A fact or thing of the client: its line in YAML, when it became known, and what is written in it.
struct Written {
    std::string line;
    std::optional<Date> known_since;
};

std::string since(const Written& written) {
    return written.known_since ? ", bekend op: " + to_iso(*written.known_since) : std::string();
}

// Known on `day`; always, when nobody asks.
bool is_known(const Written& written, std::optional<Date> day) {
    return !day || !written.known_since || *written.known_since <= *day;
}

struct WrittenClient {
    std::vector<Written> scalars;  // "inkomen: 1200"
    std::vector<Written> things;   // "begeleidingsovereenkomst", "plan"
    std::vector<Written> debts;
    std::vector<Written> repayments;

    // `shown`: only what was known on that day, and without saying since when.
    [[nodiscard]] std::string to_yaml(std::optional<Date> shown) const {
        std::string text = "zaak: kennis\npeildatum: 2026-03-01\ncliënt:\n  factor: 2\n";
        for (const Written& scalar : scalars) {
            if (!is_known(scalar, shown)) continue;
            const std::size_t colon = scalar.line.find(':');
            text += "  " + scalar.line.substr(0, colon) + ": { waarde: " + scalar.line.substr(colon + 2);
            text += (shown ? "" : since(scalar)) + " }\n";
        }
        for (const Written& thing : things) {
            const std::size_t colon = thing.line.find(':');
            if (!is_known(thing, shown)) continue;
            text += "  " + thing.line.substr(0, colon) + ": { " + thing.line.substr(colon + 2);
            text += (shown ? "" : since(thing)) + " }\n";
        }
        return text + to_list("schulden", debts, shown) + to_list("aflossingen", repayments, shown);
    }

    static std::string to_list(const std::string& key, const std::vector<Written>& items, std::optional<Date> shown) {
        std::string text;
        for (const Written& item : items) {
            if (is_known(item, shown)) text += "    - { " + item.line + (shown ? "" : since(item)) + " }\n";
        }
        return text.empty() ? text : "  " + key + ":\n" + text;
    }
};

class Draw {
public:
    explicit Draw(unsigned seed) : random_(seed) {}

    std::vector<Written> some_of(const std::vector<std::string>& lines) {
        std::vector<Written> chosen;
        for (const std::string& line : lines) {
            if (random_() % 4 == 0) continue;
            const auto day = static_cast<int>(random_() % 40);
            chosen.push_back({line, day == 0 || day > 31 ? std::nullopt : std::optional(january(day))});
        }
        return chosen;
    }
    Date day() { return january(static_cast<int>(random_() % 31) + 1); }

private:
    std::mt19937 random_;
};

WrittenClient draw_client(Draw& draw) {
    return {draw.some_of({"herkomst: overig", "inkomen: 1200", "saneringsplan: nee", "aantal kinderen: 2",
                          "werkgever: Bakkerij", "redenen: overlast", "huisverbod: ja", "opmerking: geen",
                          "verblijfsduur: 3"}),
            draw.some_of({"begeleidingsovereenkomst: omvang: 2", "plan: ondertekeningen: []"}),
            draw.some_of({"openstaande bedrag: 5", "openstaande bedrag: 7", "schuldeiser: Bank"}),
            draw.some_of({"vervaldatum: 2026-01-01", "vervaldatum: 2026-02-01"})};
}

std::string read(const std::string& text, std::optional<Date> known_on) {
    World world;
    world.options.known_on = known_on;
    const std::string shown = to_text(world.yaml(text));
    EXPECT_EQ(world.messages(), "") << text;
    return shown;
}

TEST(Knowledge, IsTheCaseWithoutWhatBecameKnownLater) {
    constexpr unsigned draws = 400;
    unsigned moved = 0;
    for (unsigned seed = 1; seed <= draws; ++seed) {
        Draw draw(seed);
        const WrittenClient client = draw_client(draw);
        const Date day = draw.day();
        const std::string known = read(client.to_yaml({}), day);
        EXPECT_EQ(known, read(client.to_yaml(day), {})) << "seed " << seed;
        if (known != read(client.to_yaml({}), {})) ++moved;
    }
    EXPECT_GT(moved, draws / 2);  // the property would be empty if nothing was ever left out
}

TEST(Knowledge, LeavesFactsWithoutADateAlone) {
    for (unsigned seed = 1; seed <= 100; ++seed) {
        Draw draw(seed);
        WrittenClient client = draw_client(draw);
        for (auto* list : {&client.scalars, &client.things, &client.debts, &client.repayments}) {
            for (Written& each : *list) each.known_since.reset();
        }
        EXPECT_EQ(read(client.to_yaml({}), january(1)), read(client.to_yaml({}), {}));
    }
}

TEST(Knowledge, OfALaterDayIsNeverLess) {
    for (unsigned seed = 1; seed <= 100; ++seed) {
        Draw draw(seed);
        const WrittenClient client = draw_client(draw);
        EXPECT_EQ(read(client.to_yaml({}), january(31)), read(client.to_yaml({}), {}));
    }
}

TEST(Knowledge, ARegisterThatShowedNothingIsClosed) {
    World world;
    world.options.known_on = january(31);
    const cases::Caseload caseload = world.yaml(
        "cliënt:\n  huisverbod: { waarde: ja, bekend op: 2026-02-01 }\n"
        "  redenen: { waarde: overlast, bekend op: 2026-02-01 }\n"
        "  aflossingen: { waarde: [ { vervaldatum: 2026-01-01 } ], bekend op: 2026-02-01 }\n"
        "  schulden:\n    - { openstaande bedrag: 5, bekend op: 2026-02-01 }\n");
    const Look look{caseload};
    const std::uint32_t row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.state(world.ban, row), State::Absent);
    EXPECT_EQ(look.state(world.reasons, row), State::Absent);
    EXPECT_EQ(look.state(world.client_repayments, row), State::Absent);
    EXPECT_EQ(look.state(world.client_debts, row), State::Unknown);
    EXPECT_EQ(caseload.cases[0].left_out, 4U);
}

TEST(Knowledge, CountsWhatWasLeftOutOnce) {
    World world;
    world.options.known_on = january(31);
    const cases::Caseload caseload = world.yaml(
        "cliënt:\n"
        "  begeleidingsovereenkomst: { omvang: { waarde: 2, bekend op: 2026-02-03 }, bekend op: 2026-02-01 }\n"
        "  inkomen: { waarde: 1200, bekend op: 2026-01-31 }\n");
    EXPECT_EQ(caseload.cases[0].left_out, 1U);
    EXPECT_EQ(caseload.cases[0].latest_knowledge, to_date({2026, 2, 3}));
    EXPECT_EQ(caseload.cases[0].known_on, january(31));
}

TEST(Knowledge, OfTheWholeCaseLeavesNothing) {
    World world;
    world.options.known_on = january(31);
    const cases::Caseload caseload =
        world.yaml("cliënt:\n  bekend op: 2026-02-01\n  inkomen: 1200\n  huisverbod: ja\n");
    const Look look{caseload};
    const std::uint32_t row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.state(world.income, row), State::Unknown);
    EXPECT_EQ(look.state(world.ban, row), State::Unknown);
    EXPECT_EQ(caseload.cases[0].left_out, 1U);
}

TEST(Knowledge, AReferenceToAThingNobodyKnewOfIsNoMistake) {
    const std::string text =
        "toewijzing:\n  huurovereenkomst: { huurder: cliënt }\n"
        "  cliënt: { inkomen: 1200, bekend op: 2026-02-01 }\n";
    World world;
    world.options.known_on = january(31);
    const cases::Caseload caseload = world.yaml(text);
    ASSERT_EQ(world.messages(), "");
    const Look look{caseload};
    EXPECT_EQ(look.state(world.tenant, look.link(world.allocation_lease, look.root())), State::Unknown);
    World later;
    later.options.known_on = *to_date({2026, 2, 1});
    const cases::Caseload known = later.yaml(text);
    const Look look_later{known};
    EXPECT_EQ(look_later.state(later.tenant, look_later.link(later.allocation_lease, look_later.root())), State::Known);
}

TEST(Knowledge, InJsonIsTheSame) {
    World world;
    world.options.known_on = january(31);
    const cases::Caseload caseload =
        world.json(R"({"cliënt": {"inkomen": {"waarde": 1200, "bekend op": "2026-02-01"}, "aantal kinderen": 2}})");
    ASSERT_EQ(world.messages(), "");
    const Look look{caseload};
    const std::uint32_t row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.state(world.income, row), State::Unknown);
    EXPECT_EQ(look.state(world.children, row), State::Known);
}

}  // namespace
}  // namespace toets::test
