// The values a sentence or cell compares with: `opvang, beschermd wonen of overig`.
#include <algorithm>

#include "model/cuts.h"
#include "model/expressions.h"

namespace toets::model {

namespace {

std::optional<std::int64_t> choice_index(const Context& context, const Type& type, const std::string& key) {
    const auto& values = context.model.choice_lists[type.choices].values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (key_of(values[i].text) == key) return static_cast<std::int64_t>(i);
    }
    return std::nullopt;
}

void report_unknown_choice(Context& context, PhraseReader& reader, const Type& subject) {
    std::vector<std::string> known;
    std::string list;
    for (const Name& value : context.model.choice_lists[subject.choices].values) {
        known.push_back(value.text);
        list += (list.empty() ? "" : ", ") + value.text;
    }
    const std::string name = name_text(reader.words(), 0, reader.size());
    context.report(Code::ChoiceNotInList, reader.where(0, reader.size()),
                   {word("name", name), word("values", list), hint_argument(name, known)});
}

ExpressionId read_one_value(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end,
                            const Type& subject) {
    if (subject.base == Base::Choice || subject.base == Base::ChoiceSet) {
        if (const auto index = choice_index(context, subject, key_of(reader.words(), begin, end))) {
            Type type = subject;
            type.base = Base::Choice;
            return context.add(Constant{*index}, type, reader.where(begin, end));
        }
    }
    if (subject.base == Base::YesNo) {
        const std::string key = key_of(reader.words(), begin, end);
        if (key == "ja" || key == "nee")
            return context.add(Constant{key == "ja" ? 1 : 0}, subject, reader.where(begin, end));
    }
    Type wanted = subject;
    if (subject.base == Base::ChoiceSet) wanted.base = Base::Choice;
    const auto reading = choose(context, reader, begin, end, want_same(wanted, context.model));
    return reading ? coerce(context, *reading, subject).expression
                   : invalid_expression(context, reader.where(begin, end));
}

bool value_fits(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end, const Type& subject) {
    if (subject.base == Base::Choice || subject.base == Base::ChoiceSet) {
        if (choice_index(context, subject, key_of(reader.words(), begin, end))) return true;
    }
    if (subject.base == Base::YesNo) {
        const std::string key = key_of(reader.words(), begin, end);
        if (key == "ja" || key == "nee") return true;
    }
    const auto readings = reader.values(begin, end);
    const Wanted wanted = want_same(subject, context.model);
    return std::any_of(readings.begin(), readings.end(), wanted.fits);
}

}  // namespace

std::vector<ExpressionId> read_values(Context& context, const Scope& scope,
                                      const std::vector<syntax::Expression>& values, const Type& subject,
                                      std::string_view link) {
    std::vector<ExpressionId> result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].rest.empty()) {
            const auto reading = read_expression(context, scope, values[i], want_same(subject, context.model));
            if (reading) result.push_back(coerce(context, *reading, subject).expression);
            continue;
        }
        PhraseReader reader(context, scope, values[i].first);
        const bool is_last = i + 1 == values.size();
        const auto fits = [&](std::size_t begin, std::size_t end) {
            return value_fits(context, reader, begin, end, subject);
        };
        const std::vector<std::string_view> links =
            is_last ? std::vector<std::string_view>{link} : std::vector<std::string_view>{};
        const Cuts cuts = all_cuts(reader, 0, reader.size(), links, fits);
        if (cuts.size() > 1) {
            report_cuts(context, reader, cuts);
        } else if (cuts.empty() && (subject.base == Base::Choice || subject.base == Base::ChoiceSet)) {
            report_unknown_choice(context, reader, subject);
        } else if (cuts.empty()) {
            choose(context, reader, 0, reader.size(), want_same(subject, context.model));
        } else {
            if (is_last && values.size() > 1 && cuts.front().size() == 1)
                report_missing_link(context, values[i].first, link);
            for (const auto& [begin, end] : cuts.front())
                result.push_back(read_one_value(context, reader, begin, end, subject));
        }
    }
    return result;
}

}  // namespace toets::model
