// What a role may not see tells it nothing (C78): of two cases that differ only in that, and have the same verdict, its
// answers are the same byte for byte, in every form.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "cases/from_yaml.h"
#include "cases/hide.h"
#include "cases/links.h"
#include "explanation/from_evaluation.h"
#include "explanation/role_view.h"
#include "explanation/to_text.h"
#include "forecast/forecast.h"
#include "pipeline/case_files.h"
#include "pipeline/compile.h"

namespace toets {
namespace {

using cases::Caseload;
using cases::State;
using explanation::Answer;

Date date(int year, int month, int day) { return to_date({year, month, day}).value_or(Date{}); }

// The states of what a role is told the outcome of; others follow from the verdict.
using States = std::vector<std::pair<std::string, explanation::NotShown::State>>;

struct Seen {
    program::Verdict verdict = program::Verdict::CannotBeSaid;
    States states;
    std::string output;
};

class Looker {
public:
    explicit Looker(const std::string& agreement)
        : compilation_(pipeline::compile({std::string(SOURCE_ROOT) + "/" + agreement})) {
        if (!compilation_.program) return;
        for (const model::RoleAccess& access : compilation_.model->access.roles) {
            for (const model::Purpose purpose : model::purposes) {
                const bool is_other = !(access.seen_for(purpose) == access.sees);
                if (purpose != model::Purpose::Check && !is_other) continue;
                views_.emplace_back(*compilation_.program, access, purpose);
                tells_outcomes_.push_back(!access.outcome_only.is_empty());
            }
        }
        evaluator_.emplace(*compilation_.program);
        forecaster_.emplace(*compilation_.program);
    }

    [[nodiscard]] bool is_ready() const { return !views_.empty(); }
    [[nodiscard]] std::size_t roles() const { return views_.size(); }
    [[nodiscard]] bool tells_outcomes(std::size_t role) const { return tells_outcomes_[role]; }
    [[nodiscard]] const model::Sight& sight(std::size_t role) const { return views_[role].sight(); }
    [[nodiscard]] const model::Model& model() const { return *compilation_.model; }
    pipeline::Compilation& compilation() { return compilation_; }

    Seen see(const Caseload& whole, std::size_t role, Date day, bool looks_ahead) {
        evaluator_->run(whole, {day, true}, evaluation_);
        const Answer everything = explanation::from_evaluation(
            {*compilation_.program, whole, evaluation_, compilation_.sources}, 0, nullptr, nullptr);
        const auto outcomes = evaluation_.outcomes;
        Caseload seen = whole;
        cases::hide_from_role(seen, sight(role).hides, sight(role).sees);
        evaluator_->run(seen, {day, true}, evaluation_);
        expect_same_conclusions(seen, outcomes);
        const explanation::Evaluated evaluated{*compilation_.program, seen, evaluation_, compilation_.sources};
        Answer answer = explanation::from_evaluation(evaluated, 0, looks_ahead ? &*forecaster_ : nullptr, nullptr);
        views_[role].restrict(evaluated, 0, everything, answer);
        return {everything.verdict, states_of(answer), to_output(answer)};
    }

private:
    // What follows from a part of the facts follows from all of them; only that what is exempt may turn out to be met.
    void expect_same_conclusions(const Caseload& seen, const std::vector<std::vector<program::Outcome>>& outcomes) {
        for (const program::RuleProgram& rule : compilation_.program->rules) {
            const cases::Table& table = seen.tables[compilation_.program->frames[rule.frame].kind.index()];
            for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
                const program::Outcome concluded = evaluation_.outcomes[rule.rule.index()][row];
                if (table.case_of[row] == cases::no_case || concluded == program::Outcome::Unknown) continue;
                const program::Outcome whole = outcomes[rule.rule.index()][row];
                if (concluded == program::Outcome::Exempt && evaluation::allows(whole)) continue;
                EXPECT_EQ(concluded, whole) << model().rules[rule.rule].name;
            }
        }
    }

    static States states_of(const Answer& answer) {
        States states;
        for (const explanation::NotShown& rule : answer.seen_by->not_shown) states.emplace_back(rule.name, rule.state);
        return states;
    }

    static std::string to_output(const Answer& answer) {
        return explanation::to_text(answer, {Language::Dutch, false}) +
               explanation::to_text(answer, {Language::English, true}) + explanation::to_json({answer}) +
               explanation::to_html({answer}, {Language::Dutch, true}) + explanation::to_json_line(answer);
    }

    pipeline::Compilation compilation_;
    std::vector<explanation::RoleView> views_;
    std::vector<bool> tells_outcomes_;
    std::optional<evaluation::Evaluator> evaluator_;
    std::optional<forecast::Forecaster> forecaster_;
    evaluation::Evaluation evaluation_;
};

// Other facts in the fields a role does not see.
class Changer {
public:
    Changer(const model::Model& model, std::mt19937& random) : model_(model), random_(random) {}

    Caseload change(const Caseload& whole, const std::vector<bool>& hidden) {
        Caseload changed = whole;
        for (std::size_t index = 0; index < hidden.size(); ++index) {
            const model::FieldId id = model_.fields.id_at(index);
            const model::Field& field = model_.fields[id];
            const bool is_told = field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned;
            if (!hidden[index] || !is_told) continue;
            for (std::uint32_t row = cases::first_row; row < changed.tables[field.kind.index()].rows; ++row) {
                if (pick(2) == 0) change_fact(id, row, changed);
            }
        }
        return changed;
    }

private:
    std::int64_t pick(std::int64_t below) { return std::uniform_int_distribution<std::int64_t>(0, below - 1)(random_); }

    void change_fact(model::FieldId id, std::uint32_t row, Caseload& caseload) {
        const model::Type& type = model_.fields[id].type;
        const bool is_reference = type.base == model::Base::Thing || type.base == model::Base::Things;
        const std::int64_t choice = pick(5);
        if (choice == 0) return cases::set_state(caseload, id, row, State::Unknown);
        if (choice == 1) return cases::set_state(caseload, id, row, State::Absent);
        if (is_reference) return;
        const auto value = value_of(type, caseload);
        if (!value) return;
        caseload.columns[id.index()].values[row] = *value;
        caseload.columns[id.index()].states[row] = State::Known;
    }

    std::optional<std::int64_t> value_of(const model::Type& type, const Caseload& caseload) {
        switch (type.base) {
            case model::Base::YesNo: return pick(2);
            case model::Base::Choice:
                return pick(static_cast<std::int64_t>(model_.choice_lists[type.choices].values.size()));
            case model::Base::Date: return date(2025, 6, 1).days + pick(700);
            case model::Base::Amount: return pick(300000);
            case model::Base::Count: return pick(9);
            case model::Base::HoursPerWeek: return pick(1000);
            case model::Base::Organisation:
                return caseload.symbols.party_symbol(model_.parties.id_at(
                    static_cast<std::size_t>(pick(static_cast<std::int64_t>(model_.parties.size())))));
            case model::Base::ChoiceSet:
            case model::Base::Number:
            case model::Base::Percentage:
            case model::Base::Duration:
            case model::Base::Text:
            case model::Base::Person:
            case model::Base::Thing:
            case model::Base::Things: break;
        }
        return std::nullopt;
    }

    const model::Model& model_;
    std::mt19937& random_;
};

TEST(Role, LearnsNothingFromCasesOfNoorderhof) {
    Looker looker("rulesets/noorderhof/convenant.md");
    ASSERT_TRUE(looker.is_ready());
    std::mt19937 random(20260301);
    std::size_t compared = 0;
    std::size_t number = 0;
    const std::filesystem::path folder = std::filesystem::path(SOURCE_ROOT) / "rulesets/noorderhof/zaken";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        Caseload whole(looker.model());
        Diagnostics diagnostics;
        const Date day = date(2026, 3, 1);
        cases::ReadOptions options;
        options.reference_date = day;
        ASSERT_TRUE(
            pipeline::read_cases(entry.path().string(), options, looker.compilation().sources, whole, diagnostics));
        ++number;
        for (std::size_t role = 0; role < looker.roles(); ++role) {
            const bool looks_ahead = role == 1 && number % 8 == 0;  // which costs time
            const Seen before = looker.see(whole, role, day, looks_ahead);
            for (int round = 0; round < 3; ++round) {
                const Caseload changed = Changer(looker.model(), random).change(whole, looker.sight(role).hides);
                const Seen after = looker.see(changed, role, day, looks_ahead);
                if (after.verdict != before.verdict) continue;
                ++compared;
                ASSERT_EQ(after.output, before.output) << entry.path().filename() << ", role " << role;
            }
        }
    }
    EXPECT_GT(compared, 100U);
}

// As somebody writes it: what is hidden stands between what is not, on lines of its own.
std::string yaml_of(std::mt19937& visible, std::mt19937& hidden) {
    const auto pick = [](std::mt19937& random, int below) {
        return std::uniform_int_distribution<int>(0, below - 1)(random);
    };
    const auto line = [&](const std::string& text) { return pick(hidden, 3) == 0 ? std::string() : text; };
    const char* municipalities[] = {"Noorderhof", "Zuiderveen", "Oosterland"};
    std::string text = "zaak: 2026-001\ntoewijzing:\n  datum: 2026-03-10\n  gemeente: ";
    text += municipalities[pick(visible, 3)];
    text += "\n  corporatie: Woonwaard\n  zorgaanbieder: Herstelhuis\n  kale huur: " +
            std::to_string(500 + pick(visible, 5) * 100) + "\n  cliënt:\n";
    text += line("    # wie dit leest, weet niets\n\n");
    text += line("    herkomst: " + std::string(pick(hidden, 2) == 0 ? "vrouwenopvang" : "overig") + "\n");
    text += line("    gemeente van herkomst: " + std::string(municipalities[pick(hidden, 3)]) + "\n");
    text += line("    inkomen: " + std::to_string(400 + pick(hidden, 6) * 100) + "\n");
    text += line("    woonadvies: { datum: 2025-" + std::to_string(10 + pick(hidden, 3)) +
                 "-01, uitkomst: " + (pick(hidden, 3) == 0 ? "negatief" : "positief") + " }\n");
    for (const auto* name : {"uitgesloten gemeenten", "schulden", "meldingen"}) {
        std::string items;
        for (int count = pick(hidden, 3); count > 0; --count) {
            const std::string kind = name;
            if (kind == "schulden")
                items += "      - { openstaande bedrag: " + std::to_string(pick(hidden, 200)) + " }\n";
            if (kind == "meldingen")
                items += "      - { datum: 2026-02-" + std::to_string(10 + pick(hidden, 9)) + " }\n";
            if (kind == "uitgesloten gemeenten") {
                items += "      - { gemeente: " + std::string(municipalities[pick(hidden, 3)]) + " }\n";
            }
        }
        if (!items.empty()) text += "    " + std::string(name) + ":\n" + items;
    }
    const int enrolled = pick(visible, 3);
    if (enrolled < 2) text += std::string("    ingeschreven: ") + (enrolled == 0 ? "ja" : "nee") + "\n";
    return text;
}

TEST(Role, LearnsNothingFromTheFileItself) {
    Looker looker("tests/properties/inzage.toets");
    ASSERT_TRUE(looker.is_ready());
    const Date day = date(2026, 3, 1);
    const auto read = [&](const std::string& text) {
        Caseload caseload(looker.model());
        Diagnostics diagnostics;
        const SourceText& source = looker.compilation().sources.add("zaak.yaml", text);
        cases::ReadOptions options;
        options.reference_date = day;
        EXPECT_TRUE(cases::from_yaml(source, options, caseload, diagnostics)) << text;
        return caseload;
    };
    // The stuurgroep, the last but one, sees nothing at all; for the others what is hidden differs, so that only facts
    // of every hidden class together may change.
    std::size_t compared = 0;
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::mt19937 visible_before(seed);
        std::mt19937 visible_after(seed);
        std::mt19937 hidden_before(seed * 2 + 1000000);
        std::mt19937 hidden_after(seed * 2 + 1000001);
        const Caseload before = read(yaml_of(visible_before, hidden_before));
        const Caseload after = read(yaml_of(visible_after, hidden_after));
        for (std::size_t role = 0; role < looker.roles(); ++role) {
            const model::Sight& sight = looker.sight(role);
            const bool hides_all_that_changed = !sight.sees.has(model::PrivacyClass::Care) &&
                                                !sight.sees.has(model::PrivacyClass::Financial) &&
                                                !sight.sees.has(model::PrivacyClass::Safety);
            if (!hides_all_that_changed) continue;
            const Seen one = looker.see(before, role, day, seed % 10 == 0);
            const Seen other = looker.see(after, role, day, seed % 10 == 0);
            if (one.verdict != other.verdict) continue;
            if (looker.tells_outcomes(role) && one.states != other.states) continue;
            ++compared;
            ASSERT_EQ(one.output, other.output) << "seed " << seed << ", role " << role;
        }
    }
    EXPECT_GT(compared, 80U);
}

TEST(Role, LearnsNothingFromOtherFacts) {
    Looker looker("tests/properties/inzage.toets");
    ASSERT_TRUE(looker.is_ready());
    const Date day = date(2026, 3, 1);
    std::mt19937 random(7);
    std::size_t compared = 0;
    for (unsigned seed = 0; seed < 25; ++seed) {
        std::mt19937 visible(seed);
        std::mt19937 hidden(seed + 500);
        Caseload whole(looker.model());
        Diagnostics diagnostics;
        const SourceText& source = looker.compilation().sources.add("zaak.yaml", yaml_of(visible, hidden));
        ASSERT_TRUE(cases::from_yaml(source, {}, whole, diagnostics));
        for (std::size_t role = 0; role < looker.roles(); ++role) {
            const Seen before = looker.see(whole, role, day, false);
            for (int round = 0; round < 8; ++round) {
                const Caseload changed = Changer(looker.model(), random).change(whole, looker.sight(role).hides);
                const Seen after = looker.see(changed, role, day, false);
                if (after.verdict != before.verdict) continue;
                if (looker.tells_outcomes(role) && after.states != before.states) continue;
                ++compared;
                ASSERT_EQ(after.output, before.output) << "seed " << seed << ", role " << role;
            }
        }
    }
    EXPECT_GT(compared, 200U);
}

}  // namespace
}  // namespace toets
