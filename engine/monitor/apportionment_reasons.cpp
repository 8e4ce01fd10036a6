// Why a division came out as it did, recipient by recipient, or why it cannot be said.
#include <algorithm>
#include <array>

#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/apportionments.h"

namespace toets::monitor {

using explanation::Phrase;
using explanation::say;
using portfolio::Portion;

namespace {

using State = portfolio::ApportionmentOutcome::State;
using FactState = portfolio::FactOfRecipient::State;

constexpr std::array<std::string_view, 10> dutch_ordinals = {"eerste", "tweede",  "derde",   "vierde",  "vijfde",
                                                             "zesde",  "zevende", "achtste", "negende", "tiende"};
constexpr std::array<std::string_view, 10> english_ordinals = {"first", "second",  "third",  "fourth", "fifth",
                                                               "sixth", "seventh", "eighth", "ninth",  "tenth"};

std::string ordinal(std::size_t turn, Language language) {
    const auto& words = language == Language::Dutch ? dutch_ordinals : english_ordinals;
    if (turn < words.size()) return std::string(words[turn]);
    return say(Phrase::OrdinalNumber, language, {{"number", std::to_string(turn + 1)}});
}

class ReasonWriter {
public:
    ReasonWriter(const ApportionmentTable& table, Language language)
        : table_(table), agreed_(table.agreed), outcome_(table.outcome), language_(language) {}

    std::vector<std::string> write() {
        switch (outcome_.state) {
            case State::Divided:
            case State::Undecided: write_divided(); break;
            case State::Unknown: write_unknown(); break;
            case State::AllZero:
            case State::BelowZero: write_wrong(); break;
            case State::Nobody: add(Phrase::NobodyShares, {{"recipient", agreed_.recipient}}); break;
            case State::DoesNotFit: add(Phrase::SharesTooLarge); break;
            case State::NotInForce: add(Phrase::NotInForce); break;
        }
        return std::move(lines_);
    }

private:
    void add(Phrase phrase, std::initializer_list<explanation::Filling> fillings = {}) {
        lines_.push_back(say(phrase, language_, fillings));
    }
    [[nodiscard]] std::string phrase(Phrase which, std::initializer_list<explanation::Filling> fillings = {}) const {
        return say(which, language_, fillings);
    }
    [[nodiscard]] const std::vector<Portion>& portions() const { return outcome_.divided->portions; }
    [[nodiscard]] std::string rest_words(const Portion& portion) const {
        return share_words(table_, portion.rest, language_);
    }
    template <class Chosen>
    [[nodiscard]] std::string names(Chosen is_chosen) const {
        std::vector<std::string> chosen;
        for (std::size_t i = 0; i < portions().size(); ++i) {
            if (is_chosen(i)) chosen.push_back(outcome_.recipients[i]);
        }
        return explanation::joined(chosen, ", ");
    }

    void write_divided() {
        write_fractions();
        if (agreed_.rounding == model::ShareRounding::LargestRemainder) {
            write_turns();
            write_without_turn();
            if (outcome_.state == State::Undecided) write_undecided();
        }
        write_sum();
    }

    void write_fractions() {
        std::vector<std::string> shares;
        for (std::size_t i = 0; i < portions().size(); ++i) {
            shares.push_back(outcome_.recipients[i] + " " + fraction_words(portions()[i].exact));
        }
        add(Phrase::ExactShares, {{"shares", explanation::joined(shares, "; ")}});
    }

    void write_turns() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < portions().size(); ++i) {
            if (portions()[i].turn) order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(), [this](std::size_t one, std::size_t other) {
            return *portions()[one].turn < *portions()[other].turn;
        });
        for (const std::size_t each : order) write_turn(each);
    }

    void write_turn(std::size_t index) {
        const Portion& portion = portions()[index];
        const std::string& name = outcome_.recipients[index];
        const std::string left = std::to_string(outcome_.divided->left);
        if (outcome_.divided->left == 1) {
            add(Phrase::GetsTheOne, {{"name", name}, {"things", agreed_.things}, {"why", why(index)}});
        } else if (portion.shares_turn) {
            add(Phrase::GetsOneOf, {{"name", name}, {"left", left}, {"things", agreed_.things}, {"why", why(index)}});
        } else {
            add(Phrase::GetsTurn, {{"name", name},
                                   {"ordinal", ordinal(*portion.turn, language_)},
                                   {"left", left},
                                   {"things", agreed_.things},
                                   {"why", why(index)}});
        }
    }

    [[nodiscard]] std::string why(std::size_t index) const {
        const Portion& portion = portions()[index];
        const std::string rest = rest_words(portion);
        if (portion.is_tied) return tie_words(index);
        const std::string rests =
            phrase(*portion.turn == 0 ? Phrase::LargestRest : Phrase::NextLargestRest, {{"rest", rest}});
        if (!portion.shares_turn) return rests;
        const std::string others =
            names([&](std::size_t i) { return i != index && portions()[i].turn == portion.turn; });
        return phrase(Phrase::JustLike, {{"why", rests}, {"others", others}});
    }

    // "de rest (0,50) is even groot als die van A, B; het aantal inwoners: 1.200"
    [[nodiscard]] std::string tie_words(std::size_t index) const {
        const std::string others = names([&](std::size_t i) { return i != index && portions()[i].is_tied; });
        return phrase(Phrase::TiedRest, {{"rest", rest_words(portions()[index])}, {"others", others}}) + "; " +
               tie_fact(index);
    }

    [[nodiscard]] std::string tie_fact(std::size_t index) const {
        const Decimal value{outcome_.tie_values[index].value, outcome_.tie_scale};
        return phrase(Phrase::TieFact, {{"fact", agreed_.tie_words}, {"value", to_words(value, language_)}});
    }

    void write_without_turn() {
        for (std::size_t i = 0; i < portions().size(); ++i) {
            const Portion& portion = portions()[i];
            if (portion.is_tied && !portion.turn && !portion.is_undecided) {
                add(Phrase::GetsNone, {{"name", outcome_.recipients[i]}, {"why", tie_words(i)}});
            }
        }
        const std::string smaller = names([this](std::size_t i) {
            return !portions()[i].turn && !portions()[i].is_tied && portions()[i].rest.numerator > 0;
        });
        if (!smaller.empty()) add(Phrase::SmallerRests, {{"names", smaller}});
    }

    void write_undecided() {
        const auto is_undecided = [this](std::size_t i) { return portions()[i].is_undecided; };
        const auto first = std::find_if(portions().begin(), portions().end(),
                                        [](const Portion& portion) { return portion.is_undecided; });
        const std::int64_t left = outcome_.divided->undecided_left;
        add(left == 1 ? Phrase::OneTied : Phrase::SeveralTied, {{"left", std::to_string(left)},
                                                                {"things", agreed_.things},
                                                                {"names", names(is_undecided)},
                                                                {"rest", rest_words(*first)}});
        switch (agreed_.tie_break) {
            case model::TieBreak::None: break;
            case model::TieBreak::Lot:
                add(Phrase::LotDecides);
                write_where_recorded();
                break;
            case model::TieBreak::Decision:
                add(Phrase::DecisionDecides, {{"who", agreed_.decided_by}});
                write_where_recorded();
                break;
            case model::TieBreak::Highest:
            case model::TieBreak::Lowest: write_undecided_by_fact(); break;
        }
    }

    void write_where_recorded() {
        if (agreed_.tie_value.is_valid()) write_undecided_by_fact();
    }

    void write_undecided_by_fact() {
        if (outcome_.missing.empty()) {
            add(Phrase::TieFactEqual, {{"fact", agreed_.tie_words}});
        } else {
            add(Phrase::TieFactMissing);
            write_missing();
        }
    }

    void write_unknown() {
        add(Phrase::SharesUnknown);
        write_missing();
        if (outcome_.nameless.empty()) return;
        add(Phrase::RecipientWithoutName,
            {{"recipient", agreed_.recipient}, {"cases", explanation::joined(outcome_.nameless, ", ")}});
    }

    [[nodiscard]] std::string fact_words(const portfolio::FactNeeded& needed) const {
        return needed.key ? agreed_.keys[*needed.key].words : agreed_.tie_words;
    }

    void write_missing() {
        for (const portfolio::FactNeeded& needed : outcome_.missing) {
            const bool is_contradicted = needed.state == FactState::Contradicted;
            const Phrase which = is_contradicted                     ? Phrase::ShareFactContradicted
                                 : needed.state == FactState::Absent ? Phrase::ShareFactAbsent
                                                                     : Phrase::ShareFactMissing;
            add(which, {{"name", needed.recipient}, {"fact", fact_words(needed)}});
        }
    }

    void write_wrong() {
        for (const portfolio::FactNeeded& wrong : outcome_.wrong) {
            if (outcome_.state == State::AllZero) {
                add(Phrase::ShareFactAllZero, {{"recipient", agreed_.recipient}, {"fact", fact_words(wrong)}});
            } else {
                add(Phrase::ShareFactBelowZero, {{"name", wrong.recipient}, {"fact", fact_words(wrong)}});
            }
        }
    }

    void write_sum() {
        const std::int64_t sum = outcome_.divided->sum();
        const std::int64_t more = sum - agreed_.total;
        if (outcome_.state == State::Undecided) {
            add(Phrase::SumUndecided, {{"sum", std::to_string(sum)}, {"left", std::to_string(-more)}});
        } else if (more == 0) {
            add(Phrase::SumSame, {{"sum", std::to_string(sum)}});
        } else {
            const Phrase which = more > 0 ? Phrase::SumMore : Phrase::SumLess;
            add(which, {{"sum", std::to_string(sum)},
                        {"total", std::to_string(agreed_.total)},
                        {"difference", std::to_string(more > 0 ? more : -more)}});
        }
    }

    const ApportionmentTable& table_;
    const model::Apportionment& agreed_;
    const portfolio::ApportionmentOutcome& outcome_;
    Language language_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> reason_lines(const ApportionmentTable& table, Language language) {
    return ReasonWriter(table, language).write();
}

}  // namespace toets::monitor
