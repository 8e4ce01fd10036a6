#include <array>

#include "base/match.h"
#include "syntax/dumping.h"

namespace toets::syntax {
std::string_view name_of(Comparison comparison) {
    constexpr std::array<std::string_view, 4> names = {"AtLeast", "AtMost", "MoreThan", "LessThan"};
    return names[static_cast<std::size_t>(comparison)];
}

namespace {

std::string_view name_of(Quantifier quantifier) {
    constexpr std::array<std::string_view, 5> names = {"All", "None", "AtLeast", "AtMost", "Exactly"};
    return names[static_cast<std::size_t>(quantifier)];
}

std::string_view name_of(Has::Form form) {
    constexpr std::array<std::string_view, 5> names = {"Some", "None", "AtLeast", "AtMost", "Exactly"};
    return names[static_cast<std::size_t>(form)];
}

std::string_view name_of(Is::Form form) {
    constexpr std::array<std::string_view, 3> names = {"", "Not", "No"};
    return names[static_cast<std::size_t>(form)];
}

std::string_view name_of(Column::Kind kind) {
    constexpr std::array<std::string_view, 5> names = {"Input", "Result", "Source", "From", "Key"};
    return names[static_cast<std::size_t>(kind)];
}

// One condition; `depth_` is that of its name.
class ConditionDump {
public:
    ConditionDump(Dump& dump, std::size_t depth) : dump_(dump), depth_(depth) {}

    void operator()(const Is& is) {
        begin("Is", name_of(is.form), is.subject);
        for (const Expression& value : is.values) dump_.expression(depth_ + 1, "value", value);
    }
    void operator()(const IsCompared& is) {
        begin("IsCompared", name_of(is.comparison), is.subject);
        dump_.expression(depth_ + 1, "bound", is.bound);
    }
    void operator()(const IsBetween& is) {
        begin("IsBetween", "", is.subject);
        range(is.first, is.last);
    }
    void operator()(const IsAged& is) {
        begin("IsAged", is.younger ? "Younger" : "AtLeast", is.subject);
        dump_.expression(depth_ + 1, "on", is.date);
        dump_.expression(depth_ + 1, "age", is.age);
    }
    void operator()(const Has& has) {
        begin("Has", name_of(has.form), has.subject);
        if (has.count) dump_.expression(depth_ + 1, "count", *has.count);
        dump_.phrases(depth_ + 1, "what", has.what);
        if (has.distinct)
            dump_.phrase(depth_ + 1, "distinct " + std::to_string(has.distinct->count), has.distinct->what);
        filter(has.filter);
    }
    void operator()(const Contains& contains) {
        begin("Contains", contains.negated ? "Not" : contains.all ? "All" : "", contains.subject);
        dump_.phrases(depth_ + 1, "value", contains.values);
    }
    void operator()(const Lies& lies) {
        begin("Lies", "", lies.subject);
        dump_.time(depth_ + 1, lies.time);
    }
    void operator()(const RunsOn& runs) {
        begin("RunsOn", "", runs.subject);
        dump_.expression(depth_ + 1, "on", runs.date);
    }
    void operator()(const RunsFromTo& runs) {
        begin("RunsFromTo", "", runs.subject);
        range(runs.first, runs.last);
        if (runs.interruption) dump_.expression(depth_ + 1, "interruption", *runs.interruption);
    }
    void operator()(const RunsFor& runs) {
        begin("RunsFor", runs.unbroken ? "Unbroken" : "", runs.subject);
        dump_.expression(depth_ + 1, "duration", runs.duration);
        range(runs.first, runs.last);
    }
    void operator()(const Legs& legs) {
        const bool counted = legs.quantifier != Quantifier::All && legs.quantifier != Quantifier::None;
        dump_.line(depth_, "Legs",
                   std::string(name_of(legs.quantifier)) + (counted ? " " + std::to_string(legs.count) : ""));
        dump_.bullets(depth_ + 1, legs.bullets);
    }
    void operator()(const ForEach& each) {
        dump_.phrase(depth_, "ForEach", each.things);
        filter(each.filter);
        dump_.condition(depth_ + 1, each.body);
    }
    void operator()(const Invalid&) { dump_.line(depth_, "Invalid"); }

private:
    void begin(std::string_view name, std::string_view value, const Expression& subject) {
        dump_.line(depth_, name, value);
        dump_.expression(depth_ + 1, "subject", subject);
    }
    void range(const Expression& first, const Expression& last) {
        dump_.expression(depth_ + 1, "first", first);
        dump_.expression(depth_ + 1, "last", last);
    }
    void filter(const std::optional<ConditionId>& id) {
        if (!id) return;
        dump_.line(depth_ + 1, "filter");
        dump_.condition(depth_ + 2, *id);
    }

    Dump& dump_;
    std::size_t depth_;
};

void dump_cell(Dump& dump, std::size_t depth, const Cell& cell) {
    match(
        cell.kind, [&](const AnyCell&) { dump.line(depth, "any"); },
        [&](const ValuesCell& values) {
            for (const Expression& value : values.values) dump.expression(depth, "value", value);
        },
        [&](const ComparedCell& compared) { dump.expression(depth, name_of(compared.comparison), compared.bound); },
        [&](const BetweenCell& between) {
            dump.expression(depth, "first", between.first);
            dump.expression(depth, "last", between.last);
        },
        [&](const BoundCell& bound) {
            dump.expression(depth, bound.word == BoundWord::Exactly ? "Exactly" : "AimFor", bound.bound);
        },
        [&](const SourceCell& source) { dump.source(depth, source.source); },
        [&](const DateCell& date) { dump.line(depth, "date", to_iso(date.date)); },
        [&](const EmptyCell&) { dump.line(depth, "empty"); });
}

}  // namespace

void Dump::condition(std::size_t depth, ConditionId id) {
    std::visit(ConditionDump(*this, depth), document_.conditions[id].kind);
}

void Dump::exceptions(std::size_t depth, const std::vector<Exception>& exceptions) {
    for (const Exception& exception : exceptions) {
        line(depth, exception.is_shield ? "UnlessWhile" : "Unless");
        condition(depth + 1, exception.condition);
        this->exceptions(depth + 1, exception.exceptions);
    }
}

void Dump::bullets(std::size_t depth, const std::vector<Bullet>& bullets) {
    for (const Bullet& bullet : bullets) {
        condition(depth, bullet.condition);
        phrases(depth + 1, "arranged by", bullet.arranged_by);
        exceptions(depth + 1, bullet.exceptions);
    }
}

void Dump::table(std::size_t depth, const TableClause& table) {
    line(depth, "Table");
    for (const Column& column : table.columns) phrase(depth + 1, name_of(column.kind), column.path);
    for (const TableRow& row : table.rows) {
        line(depth + 1, "row");
        for (const Cell& cell : row.cells) dump_cell(*this, depth + 2, cell);
    }
}

}  // namespace toets::syntax
