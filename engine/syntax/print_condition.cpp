#include "base/match.h"
#include "syntax/printing.h"
#include "syntax/to_text.h"

namespace toets::syntax {
namespace {

std::string quantity(Has::Form form, const std::optional<Expression>& count) {
    const std::string number = count ? text_of(*count) + " " : "";
    switch (form) {
        case Has::Form::Some: return "";
        case Has::Form::None: return "geen ";
        case Has::Form::AtLeast: return "ten minste " + number;
        case Has::Form::AtMost: return "ten hoogste " + number;
        case Has::Form::Exactly: return "precies " + number;
    }
    return "";
}

std::string is_text(const Is& is) {
    const std::string_view form = is.form == Is::Form::Not ? "niet " : is.form == Is::Form::No ? "geen " : "";
    return std::string(form) + text_of(is.values);
}

struct Verb {
    std::string_view singular;
    std::string_view plural;
};

std::string runs_text(const RunsFromTo& runs) {
    std::string text = "ten minste van " + text_of(runs.first) + " tot en met " + text_of(runs.last);
    if (runs.interruption) text += ", met een onderbreking van ten hoogste " + text_of(*runs.interruption);
    return text;
}

std::string count_text(std::int64_t count) { return count == 1 ? "één" : std::to_string(count); }

}  // namespace

std::string list_head(const Legs& legs, bool after_geldt) {
    const std::string end = after_geldt ? " het volgende:" : " het volgende geldt:";
    switch (legs.quantifier) {
        case Quantifier::All: return "al" + end;
        case Quantifier::None: return "geen van" + end;
        case Quantifier::AtLeast: return "ten minste " + count_text(legs.count) + " van" + end;
        case Quantifier::AtMost: return "ten hoogste " + count_text(legs.count) + " van" + end;
        case Quantifier::Exactly: return "precies " + count_text(legs.count) + " van" + end;
    }
    return end;
}

const Legs* ConditionPrinter::legs(ConditionId condition) const {
    const auto filter_legs = [&](const std::optional<ConditionId>& id) { return id ? legs(*id) : nullptr; };
    const auto none = [](const auto&) -> const Legs* { return nullptr; };
    return match(
        document_.conditions[condition].kind, [](const Legs& own) -> const Legs* { return &own; },
        [&](const Has& has) -> const Legs* { return filter_legs(has.filter); },
        [&](const ForEach& each) -> const Legs* { return legs(each.body); }, [&](const Is& kind) { return none(kind); },
        [&](const IsCompared& kind) { return none(kind); }, [&](const IsBetween& kind) { return none(kind); },
        [&](const IsAged& kind) { return none(kind); }, [&](const Contains& kind) { return none(kind); },
        [&](const Lies& kind) { return none(kind); }, [&](const RunsOn& kind) { return none(kind); },
        [&](const RunsFromTo& kind) { return none(kind); }, [&](const RunsFor& kind) { return none(kind); },
        [&](const Invalid& kind) { return none(kind); });
}

std::string ConditionPrinter::filter(ConditionId condition) const {
    const auto* own = std::get_if<Legs>(&document_.conditions[condition].kind);
    return own != nullptr ? "waarvoor " + list_head(*own, false) : "waarvoor geldt: " + sentence(condition);
}

namespace {

std::string has_text(const Has& has) {
    std::string text = quantity(has.form, has.count) + text_of(has.what);
    if (!has.distinct) return text;
    return text + " van ten minste " + count_text(has.distinct->count) + " verschillende " +
           text_of(has.distinct->what);
}

std::string runs_for_text(const RunsFor& runs) {
    return "ten minste " + text_of(runs.duration) + (runs.unbroken ? " onafgebroken" : "") + " in de periode van " +
           text_of(runs.first) + " tot en met " + text_of(runs.last);
}

std::string contains_text(const Contains& contains) {
    return (contains.negated ? "geen " : contains.all ? "alle " : "") + text_of(contains.values);
}

}  // namespace

std::string ConditionPrinter::for_each(const ForEach& each) const {
    std::string text = (each.neuter ? "voor elk " : "voor elke ") + text_of(each.things);
    if (each.filter) text += " " + filter(*each.filter) + ",";
    const auto* body = std::get_if<Legs>(&document_.conditions[each.body].kind);
    return text + (body != nullptr ? " geldt " + list_head(*body, true) : " geldt: " + sentence(each.body));
}

std::string ConditionPrinter::sentence(ConditionId id) const {
    const Condition& condition = document_.conditions[id];
    const auto clause = [&](const Expression& subject, Verb verb, const std::string& rest) {
        return text_of(subject) + " " + std::string(condition.plural ? verb.plural : verb.singular) + " " + rest;
    };
    constexpr Verb be{"is", "zijn"};
    constexpr Verb run{"loopt", "lopen"};
    return match(
        condition.kind, [&](const Is& is) { return clause(is.subject, be, is_text(is)); },
        [&](const IsCompared& is) {
            return clause(is.subject, be, std::string(text_of(is.comparison)) + text_of(is.bound));
        },
        [&](const IsBetween& is) {
            return clause(is.subject, be, text_of(is.first) + " tot en met " + text_of(is.last));
        },
        [&](const IsAged& is) {
            const std::string_view comparison = is.younger ? " jonger dan " : " ten minste ";
            return clause(is.subject, be, "op " + text_of(is.date) + std::string(comparison) + text_of(is.age));
        },
        [&](const Has& has) {
            const std::string rest = has.filter ? " " + filter(*has.filter) : "";
            return clause(has.subject, {"heeft", "hebben"}, has_text(has) + rest);
        },
        [&](const Contains& contains) {
            return clause(contains.subject, {"bevat", "bevatten"}, contains_text(contains));
        },
        [&](const Lies& lies) {
            return clause(lies.subject, {"ligt", "liggen"}, text_of(lies.time));
        },
        [&](const RunsOn& runs) { return clause(runs.subject, run, "op " + text_of(runs.date)); },
        [&](const RunsFromTo& runs) { return clause(runs.subject, run, runs_text(runs)); },
        [&](const RunsFor& runs) { return clause(runs.subject, run, runs_for_text(runs)); },
        [](const Legs& own) { return list_head(own, false); }, [&](const ForEach& each) { return for_each(each); },
        [](const Invalid&) { return std::string("…"); });
}

void ConditionPrinter::print(std::size_t indent, std::string_view opener, std::string_view list_opener,
                             ConditionId condition) {
    const bool is_list = std::holds_alternative<Legs>(document_.conditions[condition].kind);
    out_.sentence(indent, std::string(is_list ? list_opener : opener) + sentence(condition));
    if (const Legs* below = legs(condition)) print_bullets(indent + 2, below->bullets);
}

void ConditionPrinter::print_exception(std::size_t indent, const Exception& exception) {
    if (exception.is_shield) {
        print(indent, "tenzij zolang: ", "tenzij zolang ", exception.condition);
    } else {
        print(indent, "tenzij: ", "tenzij ", exception.condition);
    }
    for (const Exception& inner : exception.exceptions) print_exception(indent + 2, inner);
}

void ConditionPrinter::print_bullets(std::size_t indent, const std::vector<Bullet>& bullets) {
    for (const Bullet& bullet : bullets) {
        std::string text = "- " + sentence(bullet.condition);
        if (!bullet.arranged_by.empty()) text += ", te regelen door " + text_of(bullet.arranged_by);
        out_.sentence(indent, text);
        if (const Legs* below = legs(bullet.condition)) print_bullets(indent + 2, below->bullets);
        for (const Exception& exception : bullet.exceptions) print_exception(indent + 2, exception);
    }
}

namespace {

// Bullets on one line, numbered so that their depth stays visible.
std::string inline_legs(const ConditionPrinter& printer, const Legs* legs) {
    std::string text;
    for (std::size_t i = 0; legs != nullptr && i < legs->bullets.size(); ++i) {
        const ConditionId condition = legs->bullets[i].condition;
        text += " (" + std::to_string(i + 1) + ") " + printer.sentence(condition) +
                inline_legs(printer, printer.legs(condition));
    }
    return text;
}

}  // namespace

std::string to_text(ConditionId condition, const Document& document) {
    Writer unused;
    const ConditionPrinter printer(document, unused);
    return printer.sentence(condition) + inline_legs(printer, printer.legs(condition));
}

}  // namespace toets::syntax
