// Why a sentence does not hold: the parts of it that fail, each with what was found and what is needed.
#include <algorithm>

#include "base/text.h"
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

constexpr std::size_t most_indent = 6;
constexpr std::size_t most_things = 20;
constexpr std::size_t most_looked_at = 3;

struct SentenceWriter {
    const View& view;
    std::vector<Line> lines;

    void add(Line::Kind kind, std::size_t depth, std::string text) {
        lines.push_back({kind, std::min(depth, most_indent), std::move(text)});
    }
    std::string words(const Value& value) const { return to_words(value, view.language); }
    std::string phrase(Phrase which, std::initializer_list<Filling> fillings = {}) const {
        return say(which, view.language, fillings);
    }
};

std::string alternatives(const std::vector<Value>& values, const SentenceWriter& writer) {
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) text += i + 1 == values.size() ? " " + writer.phrase(Phrase::Or) + " " : ", ";
        text += writer.words(values[i]);
    }
    return text;
}

Phrase need_phrase(Relation relation) {
    switch (relation) {
        case Relation::Is: return Phrase::NeedIs;
        case Relation::IsNot: return Phrase::NeedIsNot;
        case Relation::AtLeast: return Phrase::NeedAtLeast;
        case Relation::AtMost: return Phrase::NeedAtMost;
        case Relation::MoreThan: return Phrase::NeedMoreThan;
        case Relation::LessThan: return Phrase::NeedLessThan;
        case Relation::Between: return Phrase::NeedBetween;
        case Relation::NotAfter: return Phrase::NeedNotAfter;
        case Relation::Before: return Phrase::NeedBefore;
        case Relation::On: return Phrase::NeedOn;
        case Relation::NotBefore: return Phrase::NeedNotBefore;
        case Relation::After: return Phrase::NeedAfter;
    }
    return Phrase::NeedIs;
}

std::string need_words(const Comparison& comparison, const SentenceWriter& writer) {
    if (comparison.relation == Relation::Between && comparison.needed.size() == 2) {
        return writer.phrase(Phrase::NeedBetween, {{"first", writer.words(comparison.needed[0])},
                                                   {"last", writer.words(comparison.needed[1])}});
    }
    return writer.phrase(need_phrase(comparison.relation), {{"value", alternatives(comparison.needed, writer)}});
}

std::string comparison_words(const Comparison& comparison, const SentenceWriter& writer) {
    std::string found = writer.words(comparison.found);
    if (comparison.is_lower_bound) found = writer.phrase(Phrase::LowerBound, {{"value", found}});
    std::string text = comparison.subject + ": " + found + "; " + need_words(comparison, writer);
    if (!comparison.arithmetic) return text;
    return text + " (" + to_words(*comparison.arithmetic, writer.view.language) + ")";
}

// A fact in the words of the sentence itself needs its value only; a thing that is there is its own value.
std::string found_words(const Fact& fact, const Sentence& sentence, const SentenceWriter& writer) {
    const std::string value = writer.words(fact.value);
    const bool is_repeated = fold(fact.words) == fold(sentence.words) || fact.words == value;
    return writer.phrase(Phrase::Found, {{"value", is_repeated ? value : fact.words + ": " + value}});
}

void add_sentence(const Sentence& sentence, std::size_t depth, SentenceWriter& writer);

// The things that were looked at: why they do not count, or that they do.
void add_looked_at(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    std::size_t shown = 0;
    for (const Sentence& item : sentence.items) {
        if (++shown > most_looked_at) break;
        if (item.truth == Truth::True) {
            writer.add(Line::Kind::Detail, depth, writer.phrase(Phrase::Counts, {{"thing", item.thing}}));
            continue;
        }
        writer.add(Line::Kind::Reason, depth + 1, writer.phrase(Phrase::ForThing, {{"thing", item.thing}}));
        add_sentence(item, depth + 2, writer);
    }
}

void add_leaf(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    if (sentence.comparison) {
        writer.add(Line::Kind::Reason, depth, comparison_words(*sentence.comparison, writer));
    } else if (sentence.coverage) {
        writer.add(Line::Kind::Reason, depth, writer.phrase(Phrase::Needed, {{"sentence", sentence.words}}));
        for (std::string& line : to_lines(*sentence.coverage, writer.view.language)) {
            writer.add(Line::Kind::Detail, depth, std::move(line));
        }
    } else {
        writer.add(Line::Kind::Reason, depth, writer.phrase(Phrase::Needed, {{"sentence", sentence.words}}));
        constexpr std::size_t most_examples = 3;
        for (std::size_t i = 0; i < std::min(most_examples, sentence.facts.size()); ++i) {
            writer.add(Line::Kind::Detail, depth, found_words(sentence.facts[i], sentence, writer));
        }
        add_looked_at(sentence, depth, writer);
    }
    for (const UsedNumber& number : sentence.numbers) {
        writer.add(Line::Kind::Detail, depth, to_words(number, writer.view.language));
    }
}

std::string head_words(const Sentence& sentence, const SentenceWriter& writer) {
    const std::string count = std::to_string(sentence.count);
    switch (sentence.joined) {
        case Joined::AtLeast:
            return sentence.count == 1 ? writer.phrase(Phrase::OneOf)
                                       : writer.phrase(Phrase::AtLeastOf, {{"count", count}});
        case Joined::AtMost: return writer.phrase(Phrase::AtMostOf, {{"count", count}});
        case Joined::Exactly: return writer.phrase(Phrase::ExactlyOf, {{"count", count}});
        case Joined::NoneOf: return writer.phrase(Phrase::NoneOf);
        case Joined::All:
        case Joined::Each:
        case Joined::Definition:
        case Joined::NoParts: break;
    }
    return writer.phrase(Phrase::AllOf);
}

std::string truth_words(Truth truth, const SentenceWriter& writer) {
    if (truth == Truth::True) return writer.phrase(Phrase::HoldsMark);
    return writer.phrase(truth == Truth::False ? Phrase::FailsMark : Phrase::UnknownMark);
}

// One deed asked of several parties: the sentence once, then who has not done it.
bool is_asked_of_parties(const Sentence& sentence) {
    return sentence.joined == Joined::Each && !sentence.parts.empty() && sentence.parts[0].words == sentence.words;
}

void add_parties(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    writer.add(Line::Kind::Reason, depth, writer.phrase(Phrase::Needed, {{"sentence", sentence.words}}));
    Who parties;
    for (const Sentence& part : sentence.parts) {
        if (part.holds == Truth::False) parties.names.push_back(part.thing);
    }
    if (!parties.names.empty()) {
        writer.add(Line::Kind::Detail, depth,
                   writer.phrase(Phrase::NotDoneBy, {{"who", to_words(parties, writer.view.language)}}));
    }
    for (const Sentence& part : sentence.parts) {
        for (const Action& action : part.actions) {
            writer.add(Line::Kind::Action, depth, to_words(action, writer.view.language));
        }
    }
}

// Parts that are each a way to make the whole true, or each forbidden: all of them are listed.
void add_alternatives(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    writer.add(Line::Kind::Reason, depth, head_words(sentence, writer));
    for (const Sentence& part : sentence.parts) {
        if (part.holds == Truth::False && sentence.joined == Joined::AtLeast) {
            add_sentence(part, depth + 1, writer);
        } else {
            writer.add(Line::Kind::Reason, depth + 1, part.words + ": " + truth_words(part.holds, writer));
        }
    }
}

void add_failing_parts(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    std::size_t shown = 0;
    for (const Sentence& part : sentence.parts) {
        if (part.holds != Truth::False && !writer.view.all) continue;
        if (++shown > most_things) break;
        const bool is_named = !part.thing.empty();
        if (is_named) writer.add(Line::Kind::Reason, depth, writer.phrase(Phrase::ForThing, {{"thing", part.thing}}));
        add_sentence(part, depth + (is_named ? 1 : 0), writer);
    }
}

void add_not_counted(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    for (std::size_t i = 0; i < std::min(most_things, sentence.not_counted.size()); ++i) {
        std::string words = to_words(sentence.not_counted[i], writer.view.language);
        const auto is_said = [&words](const Line& line) { return line.text == words; };
        if (std::any_of(writer.lines.begin(), writer.lines.end(), is_said)) continue;
        writer.add(Line::Kind::Reason, depth, std::move(words));
    }
}

void add_sentence(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    switch (sentence.joined) {
        case Joined::NoParts: add_leaf(sentence, depth, writer); break;
        case Joined::Each:
            if (is_asked_of_parties(sentence)) {
                add_parties(sentence, depth, writer);
                break;
            }
            [[fallthrough]];
        case Joined::All:
        case Joined::Definition: add_failing_parts(sentence, depth, writer); break;
        case Joined::AtLeast:
        case Joined::AtMost:
        case Joined::Exactly:
        case Joined::NoneOf: add_alternatives(sentence, depth, writer); break;
    }
    add_not_counted(sentence, depth, writer);
    for (const Action& action : sentence.actions) {
        writer.add(Line::Kind::Action, depth, to_words(action, writer.view.language));
    }
    const std::optional<Phrase> helping =
        sentence.actions.empty() ? std::nullopt : std::optional<Phrase>(Phrase::NotNeededIf);
    const std::vector<Line> exceptions = to_lines(sentence.exceptions, helping, writer.view);
    for (const Line& line : exceptions) writer.add(line.kind, depth + line.depth, line.text);
}

}  // namespace

std::vector<Line> to_lines(const Sentence& sentence, const View& view) {
    SentenceWriter writer{view, {}};
    add_sentence(sentence, 0, writer);
    return std::move(writer.lines);
}

namespace {

void add_held(const Sentence& sentence, std::size_t depth, SentenceWriter& writer) {
    if (sentence.joined != Joined::NoParts && !sentence.parts.empty() && depth < most_indent) {
        const bool is_named = sentence.joined == Joined::Definition;
        if (is_named) writer.add(Line::Kind::Reason, depth, sentence.words);
        for (const Sentence& part : sentence.parts) {
            const bool is_said =
                sentence.joined == Joined::NoneOf ? part.holds == Truth::False : part.holds == Truth::True;
            if (sentence.joined == Joined::NoneOf && is_said) {
                writer.add(Line::Kind::Reason, depth, part.words + ": " + truth_words(part.holds, writer));
            } else if (is_said) {
                add_held(part, depth + (is_named ? 1 : 0), writer);
            }
        }
        return;
    }
    writer.add(Line::Kind::Reason, depth, sentence.words);
    if (sentence.comparison) {
        writer.add(Line::Kind::Detail, depth, comparison_words(*sentence.comparison, writer));
    }
}

}  // namespace

std::vector<Line> to_held_lines(const Sentence& sentence, const View& view) {
    SentenceWriter writer{view, {}};
    add_held(sentence, 1, writer);
    return std::move(writer.lines);
}

}  // namespace toets::explanation
