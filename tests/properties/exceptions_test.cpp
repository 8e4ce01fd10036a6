// What must hold of exceptions however they are nested (pattern I5): each `tenzij` takes back only the one above it,
// and an `uitzondering` that is taken away by another answers as the same `tenzij` would.
#include <gtest/gtest.h>

#include <unistd.h>
#include <array>
#include <filesystem>
#include <fstream>

#include "cases/from_yaml.h"
#include "evaluation/evaluation.h"
#include "pipeline/compile.h"

namespace toets {
namespace {

namespace fs = std::filesystem;
using program::Outcome;

constexpr int most_exceptions = 3;
constexpr std::array<const char*, most_exceptions> names = {"rood", "wit", "blauw"};
constexpr std::array<const char*, 3> answers = {"nee", "", "ja"};  // by truth

enum Truth : int { False, Unknown, True };

// Of each exception the one it takes back, which comes before it; -1: it excuses from the rule itself.
using Shape = std::vector<int>;

std::vector<Shape> all_shapes() {
    std::vector<Shape> shapes{{}};
    std::vector<Shape> found;
    for (int length = 1; length <= most_exceptions; ++length) {
        std::vector<Shape> longer;
        for (const Shape& shape : shapes) {
            for (int above = -1; above < length - 1; ++above) {
                longer.push_back(shape);
                longer.back().push_back(above);
            }
        }
        shapes = longer;
        found.insert(found.end(), shapes.begin(), shapes.end());
    }
    return found;
}

std::string vocabulary(std::size_t exceptions) {
    std::string text =
        "convenant proef\n  niveau regio\n  rol de corporatie\n  termijnen volgens de kalender zonder verschuiving\n\n"
        "gebeurtenis de toewijzing\n  klaar: ja of nee\n";
    for (std::size_t index = 0; index < exceptions; ++index) {
        text += std::string("  ") + names[index] + ": ja of nee\n";
    }
    return text + "\nvoorwaarde proef\n  bij elke toewijzing\n  vereist: de toewijzing is klaar\n";
}

void add_below(const Shape& shape, int above, std::size_t indent, std::string& text) {
    for (std::size_t index = 0; index < shape.size(); ++index) {
        if (shape[index] != above) continue;
        text += std::string(indent, ' ') + "tenzij: de toewijzing is " + names[index] + "\n";
        add_below(shape, static_cast<int>(index), indent + 2, text);
    }
}

std::string as_unless(const Shape& shape) {
    std::string text = vocabulary(shape.size());
    add_below(shape, -1, 2, text);
    return text + "  te regelen door de corporatie\n";
}

std::string as_exemptions(const Shape& shape) {
    std::string text = vocabulary(shape.size()) + "  te regelen door de corporatie\n";
    for (std::size_t index = 0; index < shape.size(); ++index) {
        const std::string named = shape[index] < 0
                                      ? "voorwaarde proef"
                                      : std::string("uitzondering ") + names[static_cast<std::size_t>(shape[index])];
        text += std::string("\nuitzondering ") + names[index] +
                "\n  bij elke toewijzing\n  alleen als: de toewijzing is " + names[index] + "\n  stelt vrij van " +
                named + "\n";
    }
    return text;
}

int holds(const Shape& shape, const std::vector<int>& truths, int index) {
    int taken_back = False;
    for (std::size_t inner = 0; inner < shape.size(); ++inner) {
        if (shape[inner] == index) taken_back = std::max(taken_back, holds(shape, truths, static_cast<int>(inner)));
    }
    const int own = index < 0 ? int{True} : truths[static_cast<std::size_t>(index)];
    return index < 0 ? taken_back : std::min(own, True - taken_back);
}

Outcome expected(const Shape& shape, int required, const std::vector<int>& truths) {
    const int excepted = holds(shape, truths, -1);
    if (required == True) return Outcome::Satisfied;
    if (excepted == True) return Outcome::Exempt;
    return required == Unknown || excepted == Unknown ? Outcome::Unknown : Outcome::Missing;
}

class Agreement {
public:
    explicit Agreement(const std::string& text) {
        const fs::path path = fs::temp_directory_path() / ("uitzonderingen-" + std::to_string(::getpid()) + ".toets");
        std::ofstream(path) << text;
        compilation_ = pipeline::compile({path.string()});
        fs::remove(path);
    }
    [[nodiscard]] bool is_ready() const { return compilation_.program.has_value(); }

    Outcome outcome(int required, const std::vector<int>& truths) {
        std::string text = "peildatum: 2026-03-01\ntoewijzing:\n  datum: 2026-03-20\n";
        const auto add = [&text](const char* name, int truth) {
            if (truth != Unknown)
                text += std::string("  ") + name + ": " + answers[static_cast<std::size_t>(truth)] + "\n";
        };
        add("klaar", required);
        for (std::size_t index = 0; index < truths.size(); ++index) add(names[index], truths[index]);
        cases::Caseload caseload(*compilation_.model);
        Diagnostics diagnostics;
        const SourceText& source = compilation_.sources.add("zaak.yaml", text);
        EXPECT_TRUE(cases::from_yaml(source, {}, caseload, diagnostics)) << text;
        evaluation::Evaluator evaluator(*compilation_.program);
        evaluation::Evaluation evaluation;
        evaluator.run(caseload, {}, evaluation);
        return evaluation.outcomes.front()[cases::first_row];
    }

private:
    pipeline::Compilation compilation_;
};

void expect_truth_table(const Shape& shape, const std::string& text) {
    Agreement agreement(text);
    ASSERT_TRUE(agreement.is_ready()) << text;
    std::size_t combinations = 3;
    for (std::size_t index = 0; index < shape.size(); ++index) combinations *= 3;
    for (std::size_t number = 0; number < combinations; ++number) {
        std::vector<int> truths;
        std::size_t rest = number / 3;
        for (std::size_t index = 0; index < shape.size(); ++index) {
            truths.push_back(static_cast<int>(rest % 3));
            rest /= 3;
        }
        const int required = static_cast<int>(number % 3);
        EXPECT_EQ(agreement.outcome(required, truths), expected(shape, required, truths))
            << text << "combination " << number;
    }
}

TEST(Exceptions, AnswerByTheirTruthTableHoweverNested) {
    for (const Shape& shape : all_shapes()) expect_truth_table(shape, as_unless(shape));
}

TEST(Exceptions, OfTheirOwnAnswerAsTheSameUnless) {
    for (const Shape& shape : all_shapes()) expect_truth_table(shape, as_exemptions(shape));
}

}  // namespace
}  // namespace toets
