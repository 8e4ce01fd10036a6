// Who did what (C39), duties with their terms (C57), and agreement by lapse (C54).
#include <gtest/gtest.h>

#include "one_thing.h"

namespace toets::test {

using program::Outcome;

namespace {

// A signature of a contract, by the corporation of the case and the client.
struct Signatures : OneThing {
    Signatures() {
        agreement.model.parties.add({});  // symbol 0
        agreement.model.parties.add({});  // symbol 1
        model::Role role;
        role.members = {model::PartyId{0}, model::PartyId{1}};
        corporation = agreement.model.roles.add(role);  // symbol 2
        event = agreement.event("ondertekening");
        client = agreement.thing("cliënt");
        holder = field("corporatie", Base::Organisation);
        tenant = agreement.reference(kind, "cliënt", client);
        signatures = agreement.list(kind, "ondertekeningen", event);
        performer = agreement.model.kinds[event].performer;
    }
    // Kinds were made in the order zaak, ondertekening, cliënt; their symbols come after the parties and roles.
    [[nodiscard]] std::int64_t client_symbol() const { return 3 + client.value; }
    [[nodiscard]] model::Actor corporation_of_the_case() { return {"de corporatie", corporation, {}, fact(holder)}; }
    [[nodiscard]] model::Actor the_client() { return {"de cliënt", {}, client, fact(tenant)}; }
    model::RuleId signed_by(bool any) {
        model::HasDone done{fact(signatures), agreement.variable(event), {}, {}, {}, {}};
        done.by = {{corporation_of_the_case(), the_client()}, any};
        return requires_that(agreement.condition(done));
    }
    model::RoleId corporation;
    KindId event, client;
    FieldId holder, tenant, signatures, performer;
};

// An offer by anybody, within a month after the start, at the earliest on the start.
struct Offers : OneThing {
    Offers() {
        event = agreement.event("aanbod");
        offers = agreement.list(kind, "aanbiedingen", event);
        start = field("aanmelding", Base::Date);
        excused = field("uitgesteld", Base::YesNo);
        version.subject = subject;
        model::Duty duty;
        duty.asked.events = fact(offers);
        duty.asked.event = agreement.variable(event);
        duty.start = fact(start);
        duty.earliest = fact(start);
        duty.latest = agreement.shifted(agreement.months(1), fact(start));
        version.duty = duty;
        version.exceptions = {{agreement.holds(fact(excused)), {}, {}}};
    }
    std::uint32_t add(Check& check, const std::vector<const char*>& dates) {
        check.add_case();
        const auto row = check.add(kind);
        check.set(start, row, day("2026-01-31"));
        check.set(excused, row, 0);
        std::vector<std::uint32_t> rows;
        for (const char* date : dates) {
            rows.push_back(check.add(event));
            if (date != nullptr) check.set(agreement.model.kinds[event].date, rows.back(), day(date));
        }
        check.set_list(offers, row, rows);
        return row;
    }
    KindId event;
    FieldId offers, start, excused;
    model::RuleVersion version;
};

}  // namespace

// Pattern H4.
TEST(HasDone, EachPartyOrOneOfThem) {
    Signatures world;
    const auto each = world.signed_by(false);
    const auto any = world.signed_by(true);
    Check check(world.agreement);
    check.reference_date = day("2026-03-01");
    const auto row = check.add(world.kind);
    check.set(world.holder, row, 0);
    const auto expect = [&](std::vector<std::optional<std::int64_t>> performers, Outcome of_each, Outcome of_any) {
        std::vector<std::uint32_t> rows;
        for (const auto& symbol : performers) {
            rows.push_back(check.add(world.event));
            check.set(world.agreement.model.kinds[world.event].date, rows.back(), day("2026-02-28"));
            if (symbol) check.set(world.performer, rows.back(), *symbol);
        }
        check.set_list(world.signatures, row, rows);
        EXPECT_EQ(check.outcome(each, row), of_each);
        EXPECT_EQ(check.outcome(any, row), of_any);
    };
    const std::int64_t client = world.client_symbol();
    expect({}, no, no);
    expect({0}, no, yes);
    expect({0, client}, yes, yes);
    expect({2, client}, yes, yes);  // "de corporatie", whichever it is
    expect({1, client}, no, yes);   // another corporation
    expect({std::nullopt}, open, open);
    expect({0, std::nullopt}, open, yes);
    check.set_list_state(world.signatures, row, cases::State::Unknown);
    EXPECT_EQ(check.outcome(each, row), open);
}

TEST(HasDone, ByARoleWithoutHolderMeansAnyOfItsMembers) {
    Signatures world;
    model::HasDone done{world.fact(world.signatures), world.agreement.variable(world.event), {}, {}, {}, {}};
    done.by = {{{"de corporatie", world.corporation, {}, {}}}, false};
    const auto rule = world.requires_that(world.agreement.condition(done));
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    const auto event = check.add(world.event);
    check.set_list(world.signatures, row, {event});
    check.set(world.agreement.model.kinds[world.event].date, event, day("2026-02-28"));
    check.reference_date = day("2026-03-01");
    for (const int symbol : {0, 1, 2, 4}) {
        check.set(world.performer, event, symbol);
        EXPECT_EQ(check.outcome(rule, row), symbol < 3 ? yes : no) << symbol;
    }
}

TEST(Obligation, BeforeOnAndAfterTheTerm) {
    Offers world;
    const auto rule = world.agreement.rule(model::RuleKind::Obligation, {world.version});
    Check check(world.agreement);
    const auto none = world.add(check, {});
    const auto in_time = world.add(check, {"2026-02-28"});
    const auto late = world.add(check, {"2026-03-01"});
    const auto early = world.add(check, {"2026-01-30"});
    const auto undated = world.add(check, {nullptr});
    const auto undated_too = world.add(check, {nullptr, "2026-02-01"});
    const auto on = [&](const char* date, std::uint32_t row) {
        check.reference_date = day(date);
        return check.outcome(rule, row);
    };
    EXPECT_EQ(on("2026-02-28", none), Outcome::Pending);
    EXPECT_EQ(on("2026-03-01", none), Outcome::Violated);
    EXPECT_EQ(on("2026-02-27", in_time), Outcome::Pending);  // planned, not done
    EXPECT_EQ(on("2026-02-28", in_time), Outcome::Satisfied);
    EXPECT_EQ(on("2026-05-01", in_time), Outcome::Satisfied);
    EXPECT_EQ(on("2026-05-01", late), Outcome::Violated);
    EXPECT_EQ(on("2026-05-01", early), Outcome::Violated);
    EXPECT_EQ(on("2026-02-01", early), Outcome::Pending);
    EXPECT_EQ(on("2026-05-01", undated), Outcome::Unknown);
    EXPECT_EQ(on("2026-05-01", undated_too), Outcome::Satisfied);
    check.set(world.excused, none, 1);
    check.set(world.excused, in_time, 1);
    EXPECT_EQ(on("2026-03-01", none), Outcome::Exempt);
    EXPECT_EQ(on("2026-03-01", in_time), Outcome::Satisfied);
    check.set_unknown(world.excused, late);
    EXPECT_EQ(on("2026-05-01", late), Outcome::Unknown);
    check.set_absent(world.start, early);
    EXPECT_EQ(on("2026-05-01", early), Outcome::Pending);  // the term has not begun
    check.set_unknown(world.start, early);
    EXPECT_EQ(on("2026-05-01", early), Outcome::Unknown);
    EXPECT_TRUE(check.evaluation.verdicts.front() == program::Verdict::Allowed);
}

TEST(Obligation, LeniencyLengthensTheTermAndTheFirstDatesAreShown) {
    Offers world;
    world.version.duty->leniency = world.agreement.days(14);
    const auto rule = world.agreement.rule(model::RuleKind::Obligation, {world.version});
    Check check(world.agreement);
    const auto row = world.add(check, {"2026-03-20", "2026-03-14", "2026-03-10", "2026-03-18"});
    check.reference_date = day("2026-04-01");
    check.run(true);
    EXPECT_EQ(check.evaluation.outcomes[rule.index()][row], Outcome::Satisfied);
    const program::DutyProof& proof = *check.program.rules[rule.index()].versions[0].duty;
    const evaluation::Trace& trace = *check.evaluation.trace;
    EXPECT_EQ(trace.value(proof.done_on, row).value, day("2026-03-10").days);
    EXPECT_EQ(trace.value(proof.done_late_on, row).value, day("2026-03-18").days);
    EXPECT_EQ(trace.value(proof.latest->low, row).value, day("2026-03-14").days);
    ASSERT_EQ(proof.events.size(), 1U);
    const program::EventsProof& events = proof.events.front();
    const auto items = trace.items(events.items, row);
    ASSERT_EQ(items.last - items.first, 4U);
    EXPECT_EQ(trace.value(events.date, items.first + 1).value, day("2026-03-14").days);
    EXPECT_EQ(trace.truth(events.counts, items.first), evaluation::Truth::True);
    EXPECT_EQ(trace.outer_row(events.items, items.first), row);
}

// Pattern F9.
TEST(Lapse, AdviceThatStaysAwayIsAgreement) {
    OneThing world;
    Agreement& agreement = world.agreement;
    const KindId advice = agreement.event("wijkadvies");
    const FieldId of_case = agreement.reference(world.kind, "wijkadvies", advice);
    const FieldId asked = world.field("adviesaanvraag", Base::Date);
    const FieldId result = agreement.choice(advice, "uitkomst", 2);
    const FieldId date = agreement.model.kinds[advice].date;
    model::RuleVersion version;
    version.subject = world.subject;
    version.requirement = agreement.is(agreement.of(world.fact(of_case), result), {0});
    version.lapse = {world.fact(of_case), world.fact(asked), agreement.shifted(agreement.days(14), world.fact(asked))};
    const auto rule = agreement.rule(model::RuleKind::Precondition, {version});
    Check check(agreement);
    const auto row = check.add(world.kind);
    const auto given = check.add(advice);
    check.set(asked, row, day("2026-03-01"));
    check.set_absent(of_case, row);
    const auto on = [&](const char* today) {
        check.reference_date = day(today);
        return check.outcome(rule, row);
    };
    EXPECT_EQ(on("2026-03-15"), Outcome::Pending);
    EXPECT_EQ(on("2026-03-16"), Outcome::Satisfied);
    check.set(of_case, row, std::int64_t{given});
    check.set(result, given, 1);
    check.set(date, given, day("2026-03-15"));
    EXPECT_EQ(on("2026-03-16"), Outcome::Missing);
    check.set(date, given, day("2026-03-16"));
    EXPECT_EQ(on("2026-03-20"), Outcome::Satisfied);  // late advice does not undo it
    EXPECT_EQ(on("2026-03-15"), Outcome::Pending);
    check.set(result, given, 0);
    check.set(date, given, day("2026-03-10"));
    EXPECT_EQ(on("2026-03-10"), Outcome::Satisfied);
    check.set_unknown(of_case, row);
    check.cases.columns[of_case.index()].values[row] = 0;
    EXPECT_EQ(on("2026-03-16"), Outcome::Unknown);
}

TEST(NotYet, AVersionWithAConstructOfLaterIsUnknownUnlessItDoesNotApply) {
    Offers world;
    const FieldId applies = world.field("van toepassing", Base::YesNo);
    world.version.only_if = world.agreement.holds(world.fact(applies));
    world.version.not_yet.push_back({});
    const auto rule = world.agreement.rule(model::RuleKind::Obligation, {world.version});
    Check check(world.agreement);
    const auto row = world.add(check, {"2026-02-28"});
    check.reference_date = day("2026-05-01");
    check.set(applies, row, 1);
    EXPECT_EQ(check.outcome(rule, row), Outcome::Unknown);
    check.set(applies, row, 0);
    EXPECT_EQ(check.outcome(rule, row), Outcome::NotApplicable);
}

}  // namespace toets::test
