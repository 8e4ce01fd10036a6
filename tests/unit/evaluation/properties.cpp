// What must hold for every agreement and every case: a batch says what each case alone says, and knowing more never
// takes an answer back. Agreements and cases are random, from a fixed seed.
#include <gtest/gtest.h>

#include <random>

#include "one_thing.h"

namespace toets::test {

using program::Outcome;

namespace {

using Random = std::mt19937;

int below(Random& random, int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

// Rules of random conditions over a client with debts.
struct RandomAgreement : OneThing {
    explicit RandomAgreement(unsigned seed) : random(seed) {
        debt = agreement.thing("schuld");
        client = agreement.thing("cliënt");
        of_client = agreement.reference(kind, "cliënt", client);
        flag = field("vlag", Base::YesNo);
        other_flag = agreement.field(client, "bereid", Base::YesNo);
        path = agreement.choice(client, "traject", 3);
        date = agreement.field(client, "datum", Base::Date);
        amount = field("bedrag", Base::Amount);
        debts = agreement.list(client, "schulden", debt);
        of_debt = agreement.field(debt, "bedrag", Base::Amount);
        sort = agreement.choice(debt, "soort", 2);
        period = agreement.period("begeleiding");
        periods = agreement.list(client, "begeleidingen", period);
        first = agreement.model.kinds[period].first_day;
        last = agreement.model.kinds[period].last_day;
        for (int rule = 0; rule < 12; ++rule) add_rule();
    }

    void add_rule() {
        model::RuleVersion version;
        version.subject = subject;
        if (below(random, 2) == 0) version.only_if = condition(1);
        version.requirement = condition(3);
        if (below(random, 2) == 0) version.exceptions = {{condition(1), {{condition(1), {}, {}}}, {}}};
        agreement.rule(model::RuleKind::Precondition, {version});
    }

    ExpressionId the_client() { return fact(of_client); }
    ExpressionId of_the_client(FieldId field) { return agreement.of(the_client(), field); }

    ConditionId condition(int depth) {
        const int which = below(random, depth > 0 ? 13 : 6);
        const auto comparison = static_cast<model::Comparison>(below(random, 5));
        const ExpressionId limit = agreement.amount(100 * below(random, 4));
        switch (which) {
            case 0: return agreement.condition(model::YesNoHolds{fact(flag), below(random, 2) == 0});
            case 1: return agreement.holds(of_the_client(other_flag));
            case 2: return agreement.is(of_the_client(path), {below(random, 3)});
            case 3: return agreement.compared(fact(amount), comparison, limit);
            case 4:
                return agreement.condition(
                    model::DateIs{of_the_client(date), model::DateRelation::NotAfter, agreement.date("2026-03-01")});
            case 5: return agreement.condition(model::Present{of_the_client(date), below(random, 2) == 0});
            case 6: return agreement.all({condition(depth - 1), condition(depth - 1)});
            case 7: return agreement.any({condition(depth - 1), condition(depth - 1)});
            case 8:
                return agreement.counted(static_cast<model::Quantifier>(1 + below(random, 4)), 1,
                                         {condition(depth - 1), condition(depth - 1), condition(depth - 1)});
            case 9: return over_debts(comparison, limit);
            case 10: return runs_from_to();
            case 11: return runs_for();
            default: return each_debt();
        }
    }

    ConditionId over_debts(model::Comparison comparison, ExpressionId limit) {
        const VariableId item = agreement.variable(debt);
        const ConditionId filter = agreement.is(agreement.of(agreement.use(item), sort), {0});
        const ExpressionId things = of_the_client(debts);
        const ExpressionId each = agreement.of(agreement.use(item), of_debt);
        if (below(random, 3) == 0) {
            return agreement.condition(
                model::HasCount{things, item, filter, model::Quantifier::AtLeast, agreement.count(2), false, {}, {}});
        }
        const ExpressionId value =
            below(random, 2) == 0
                ? agreement.expression(model::SumOf{things, item, each, filter}, Base::Amount)
                : agreement.expression(model::ExtremeOver{model::Extreme::Highest, things, item, each}, Base::Amount);
        return agreement.compared(value, comparison, limit);
    }

    ConditionId runs_from_to() {
        const ExpressionId tolerated = below(random, 2) == 0 ? agreement.days(1) : ExpressionId{};
        return agreement.condition(model::RunsFromTo{of_the_client(periods), of_the_client(date),
                                                     agreement.shifted(agreement.days(3), of_the_client(date)),
                                                     tolerated});
    }

    ConditionId runs_for() {
        return agreement.condition(model::RunsFor{of_the_client(periods), agreement.days(1 + below(random, 3)),
                                                  below(random, 2) == 0, agreement.date("2026-02-27"),
                                                  of_the_client(date)});
    }

    ConditionId each_debt() {
        const VariableId item = agreement.variable(debt);
        const ConditionId body =
            agreement.compared(agreement.of(agreement.use(item), of_debt), model::Comparison::AtMost, fact(amount));
        return agreement.condition(model::ForEach{of_the_client(debts), item,
                                                  agreement.is(agreement.of(agreement.use(item), sort), {0}), body});
    }

    Random random;
    KindId debt, client, period;
    FieldId of_client, flag, other_flag, path, date, amount, debts, of_debt, sort, periods, first, last;
};

// One case. Facts come from `facts`; which of them are not known from `gaps`, of which more `patience` leaves fewer.
struct RandomCase {
    RandomCase(const RandomAgreement& of, Check& to, unsigned seed, int known_part)
        : world(of), check(to), facts(seed), gaps(seed + 1), part(known_part) {}

    std::uint32_t add() {
        check.add_case("2026-03-01");
        const auto row = check.add(world.kind);
        const auto person = check.add(world.client);
        set(world.of_client, row, person, false);
        set(world.flag, row, below(facts, 2), false);
        set(world.amount, row, 100 * below(facts, 4), true);
        set(world.other_flag, person, below(facts, 2), false);
        set(world.path, person, below(facts, 3), false);
        set(world.date, person, day("2026-02-28").days + below(facts, 3), true);
        std::vector<std::uint32_t> items;
        for (int count = below(facts, 4); count > 0; --count) {
            items.push_back(check.add(world.debt));
            set(world.of_debt, items.back(), 100 * below(facts, 3), true);
            set(world.sort, items.back(), below(facts, 2), false);
        }
        set_list(world.debts, person, items);
        items.clear();
        for (int count = below(facts, 3); count > 0; --count) {
            items.push_back(check.add(world.period));
            set(world.first, items.back(), day("2026-02-26").days + below(facts, 5), true);
            set(world.last, items.back(), day("2026-02-27").days + below(facts, 6), true);
        }
        set_list(world.periods, person, items);
        return row;
    }

    void set_list(FieldId field, std::uint32_t row, const std::vector<std::uint32_t>& items) {
        const bool is_known = below(gaps, 10) < part;
        if (is_known) check.set_list(field, row, items);
        if (!is_known) check.set_list_state(field, row, cases::State::Unknown);
    }

    void set(FieldId field, std::uint32_t row, std::int64_t value, bool may_be_absent) {
        const bool is_absent = below(facts, 5) == 0 && may_be_absent;
        if (below(gaps, 10) >= part) return check.set_unknown(field, row);
        if (is_absent) return check.set_absent(field, row);
        check.set(field, row, value);
    }

    const RandomAgreement& world;
    Check& check;
    Random facts, gaps;
    int part;
};

bool is_refused(Outcome outcome) { return outcome == Outcome::Missing || outcome == Outcome::Violated; }

bool may_follow(Outcome before, Outcome after) {
    const bool is_from_exempt = before == Outcome::Exempt && after == Outcome::Satisfied;
    return before == Outcome::Unknown || before == after || is_from_exempt || (is_refused(before) && is_refused(after));
}

}  // namespace

TEST(Batch, SaysWhatEachCaseAloneSays) {
    for (unsigned seed = 0; seed < 10; ++seed) {
        const RandomAgreement world(seed);
        Check batch(world.agreement);
        Check alone(world.agreement);
        std::vector<std::uint32_t> rows;
        constexpr unsigned cases = 1100;  // more than one batch of rows
        for (unsigned index = 0; index < cases; ++index) rows.push_back(RandomCase(world, batch, index, 7).add());
        batch.run();
        for (unsigned index = 0; index < cases; index += 1 + seed) {
            alone.cases.clear();
            const auto row = RandomCase(world, alone, index, 7).add();
            alone.run(index % 2 == 0);
            ASSERT_EQ(alone.evaluation.verdicts[0], batch.evaluation.verdicts[index]);
            for (std::size_t rule = 0; rule < batch.evaluation.outcomes.size(); ++rule) {
                ASSERT_EQ(alone.evaluation.outcomes[rule][row], batch.evaluation.outcomes[rule][rows[index]])
                    << "agreement " << seed << " case " << index << " rule " << rule;
            }
        }
    }
}

TEST(Knowing, MoreNeverTakesAnAnswerBack) {
    std::size_t decided = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        const RandomAgreement world(seed);
        Check less(world.agreement);
        Check more(world.agreement);
        std::vector<std::uint32_t> less_rows;
        std::vector<std::uint32_t> more_rows;
        for (unsigned index = 0; index < 300; ++index) {
            less_rows.push_back(RandomCase(world, less, index, 6).add());
            more_rows.push_back(RandomCase(world, more, index, index % 2 == 0 ? 8 : 10).add());
        }
        less.run();
        more.run();
        for (std::size_t rule = 0; rule < less.evaluation.outcomes.size(); ++rule) {
            for (std::size_t index = 0; index < less_rows.size(); ++index) {
                const Outcome before = less.evaluation.outcomes[rule][less_rows[index]];
                const Outcome after = more.evaluation.outcomes[rule][more_rows[index]];
                decided += before != Outcome::Unknown ? 1 : 0;
                ASSERT_TRUE(may_follow(before, after))
                    << "agreement " << seed << " case " << index << " rule " << rule << " outcome "
                    << static_cast<int>(before) << " became " << static_cast<int>(after);
            }
        }
    }
    EXPECT_GT(decided, 10'000U);
}

}  // namespace toets::test
