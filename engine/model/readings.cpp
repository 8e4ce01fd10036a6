#include "model/readings.h"

#include <algorithm>

#include "model/definitions.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

bool same_meaning(const Model& model, ExpressionId left, ExpressionId right);

bool same_kind(const Model& model, const Expression::Kind& left, const Expression::Kind& right) {
    if (left.index() != right.index()) return false;
    if (const auto* a = std::get_if<FieldOf>(&left)) {
        const auto& b = std::get<FieldOf>(right);
        return a->field == b.field && same_meaning(model, a->thing, b.thing);
    }
    if (const auto* a = std::get_if<VariableUse>(&left)) return a->variable == std::get<VariableUse>(right).variable;
    if (const auto* a = std::get_if<DerivedValue>(&left)) {
        const auto& b = std::get<DerivedValue>(right);
        return a->definition == b.definition && same_meaning(model, a->self, b.self);
    }
    if (const auto* a = std::get_if<TableValue>(&left)) {
        const auto& b = std::get<TableValue>(right);
        return a->table == b.table && a->result == b.result && same_meaning(model, a->self, b.self);
    }
    if (const auto* a = std::get_if<CaseThing>(&left)) return a->kind == std::get<CaseThing>(right).kind;
    if (const auto* a = std::get_if<ParameterValue>(&left))
        return a->parameter == std::get<ParameterValue>(right).parameter;
    if (const auto* a = std::get_if<Constant>(&left)) return a->value == std::get<Constant>(right).value;
    if (const auto* a = std::get_if<EventAt>(&left)) {
        const auto& b = std::get<EventAt>(right);
        return a->number == b.number && a->from_last == b.from_last && same_meaning(model, a->events, b.events);
    }
    return false;
}

bool same_meaning(const Model& model, ExpressionId left, ExpressionId right) {
    return left == right || same_kind(model, model.expressions[left].kind, model.expressions[right].kind);
}

std::string words_from(const Reading& owner, const std::string& name) {
    return "\"" + name + "\"" + (owner.words.empty() ? "" : " van " + owner.words);
}

}  // namespace

std::optional<Reading> as_date(Context& context, const Reading& reading) {
    if (reading.type.base == Base::Date) return reading;
    if (reading.type.base != Base::Thing) return std::nullopt;
    const Kind& kind = context.kind(reading.type.kind);
    if (kind.category != KindCategory::Event) return std::nullopt;
    Reading date = reading;
    const Span where = context.model.expressions[reading.expression].where;
    date.type = simple_type(Base::Date);
    // of the first or last only the day is asked, whichever of that day it is
    if (const auto* event = std::get_if<EventAt>(&context.model.expressions[reading.expression].kind);
        event != nullptr && event->number == 1) {
        const ExtremeOver day{event->from_last ? Extreme::Highest : Extreme::Lowest, event->events, event->item,
                              event->date};
        date.expression = context.add(day, date.type, where);
        return date;
    }
    date.expression = context.add(FieldOf{reading.expression, kind.date}, date.type, where);
    return date;
}

VariableId add_item(Context& context, const Type& things) {
    const Name& name =
        things.only.is_valid() ? context.model.sub_kinds[things.only].name : context.kind(things.kind).name;
    return context.model.variables.add({name.text, things.kind, things.only});
}

Reading read_member(Context& context, const Reading& owner, const Member& member, Span where) {
    Reading reading = owner;
    switch (member.what) {
        case Member::What::Field:
            reading.type = context.model.fields[member.field].type;
            reading.expression = context.add(FieldOf{owner.expression, member.field}, reading.type, where);
            break;
        case Member::What::SubList: {
            reading.type = context.model.fields[member.field].type;
            const ExpressionId list = context.add(FieldOf{owner.expression, member.field}, reading.type, where);
            reading.type.only = member.sub_kind;
            reading.expression = context.add(OnlyThose{list, member.sub_kind}, reading.type, where);
            break;
        }
        case Member::What::Derived:
            reading.type = type_of_definition(context, member.definition);
            reading.expression = context.add(DerivedValue{member.definition, owner.expression}, reading.type, where);
            break;
        case Member::What::TableResult:
            reading.type = type_of_result(context, member.table, member.result);
            reading.expression =
                context.add(TableValue{member.table, member.result, owner.expression}, reading.type, where);
            break;
    }
    return reading;
}

PhraseReader::PhraseReader(Context& context, const Scope& scope, const syntax::Phrase& phrase)
    : context_(context), scope_(scope) {
    for (const syntax::Word& word : phrase.words) {
        if (word.kind != syntax::WordKind::Article) words_.push_back(word);
    }
}

void PhraseReader::add_reading(const Model& model, Readings& readings, Reading reading) {
    if (readings.size() >= most_readings) return;
    for (const Reading& known : readings) {
        if (same_meaning(model, known.expression, reading.expression)) return;
    }
    readings.push_back(std::move(reading));
}

bool PhraseReader::is_word(std::size_t index, std::string_view folded) const {
    return index < words_.size() && words_[index].kind != syntax::WordKind::Quoted && words_[index].folded == folded;
}

bool PhraseReader::is_link(std::size_t index, std::string_view folded) const {
    return is_word(index, folded) && words_[index].kind == syntax::WordKind::Link;
}

Span PhraseReader::where(std::size_t begin, std::size_t end) const {
    if (begin >= end || end > words_.size()) return {};
    return join(words_[begin].where, words_[end - 1].where);
}

std::vector<Reading> PhraseReader::values() { return values(0, words_.size()); }

std::vector<Reading> PhraseReader::values(std::size_t begin, std::size_t end) {
    if (begin >= end) return {};
    const auto known = values_.find({begin, end});
    if (known != values_.end()) return known->second;
    Readings result;
    read_operators(begin, end, result);
    for (const Reading& reading : paths(begin, end)) add_reading(context_.model, result, reading);
    values_[{begin, end}] = result;
    return result;
}

std::vector<Reading> PhraseReader::paths(std::size_t begin, std::size_t end) {
    if (begin >= end) return {};
    const auto known = paths_.find({begin, end});
    if (known != paths_.end()) return known->second;
    Readings result;
    read_bare(begin, end, result);
    for (const NamedDate& named : scope_.dates) {
        if (key_of(words_, begin, end) != named.key) continue;
        Reading reading;
        reading.expression = named.date;
        reading.type = simple_type(Base::Date);
        reading.words = named.words;
        add_reading(context_.model, result, reading);
    }
    for (std::size_t cut = begin + 1; cut + 1 < end; ++cut) {
        if (!is_link(cut, "van")) continue;
        const std::string key = key_of(words_, begin, cut);
        const std::string name = name_text(words_, begin, cut);
        for (const Reading& owner : values(cut + 1, end)) {
            if (owner.type.base != Base::Thing && owner.type.base != Base::Things) continue;
            const auto* members = context_.find_member(owner.type.kind, key);
            if (members == nullptr) continue;
            for (const Member& member : *members) step(owner, member, where(begin, end), name, result);
        }
    }
    paths_[{begin, end}] = result;
    return result;
}

// From the thing (or each of the things) of `from` to one of its members.
void PhraseReader::step(const Reading& from, const Member& member, Span where, const std::string& name,
                        Readings& result) {
    if (is_being_read(context_, member)) {
        circle_ = name;
        return;
    }
    Reading base = from;
    if (from.type.base == Base::Things) {
        const bool is_list =
            member.what == Member::What::SubList ||
            (member.what == Member::What::Field && context_.model.fields[member.field].type.base == Base::Things);
        if (from.is_many() || is_list) {
            if (member.what != Member::What::Field) return;
            Reading reading = from;
            reading.type = context_.model.fields[member.field].type;
            reading.expression = context_.add(FieldOfEach{from.expression, member.field}, reading.type, where);
            reading.words = words_from(from, name);
            add_reading(context_.model, result, std::move(reading));
            return;
        }
        base.things = from.expression;
        base.item = add_item(context_, from.type);
        base.type = thing_type(Base::Thing, from.type.kind, from.type.only);
        base.expression = context_.add(VariableUse{base.item}, base.type, where);
    }
    Reading reading = read_member(context_, base, member, where);
    reading.words = words_from(base, name);
    add_reading(context_.model, result, std::move(reading));
}

// A name without `van`: the nearest thing around it that has that name or has such a field (B9).
void PhraseReader::read_bare(std::size_t begin, std::size_t end, Readings& result) {
    const std::string key = key_of(words_, begin, end);
    const std::string name = name_text(words_, begin, end);
    if (key == "peildatum") {
        Reading reading;
        reading.type = simple_type(Base::Date);
        reading.words = name;
        reading.expression = context_.add(ReferenceDate{}, reading.type, where(begin, end));
        add_reading(context_.model, result, reading);
        return;
    }
    for (auto variable = scope_.variables.rbegin(); variable != scope_.variables.rend(); ++variable) {
        const Variable& it = context_.model.variables[*variable];
        const bool own_name =
            key_of(it.name) == key ||
            (it.only.is_valid() && key_of(it.name) == key_of(context_.model.sub_kinds[it.only].name.text) &&
             key_of(context_.kind(it.kind).name.text) == key);
        Reading self;
        self.type = thing_type(Base::Thing, it.kind, it.only);
        self.expression = context_.add(VariableUse{*variable}, self.type, where(begin, end));
        if (own_name) {
            // An outer thing of the same name is reported too: two of a kind must be told apart with `hierna`.
            self.words = "\"" + name + "\"";
            result.push_back(self);
            continue;
        }
        if (!result.empty()) continue;
        const auto* members = context_.find_member(it.kind, key);
        if (members == nullptr) continue;
        for (const Member& member : *members) step(self, member, where(begin, end), name, result);
        break;
    }
    if (result.empty()) read_reached(begin, end, result);
    if (result.empty()) read_case(begin, end, result);
    read_global(begin, end, result);
}

// "Then to the case": along owners and one-to-one fields from the thing after `bij elke`, the nearest that has the
// name.
void PhraseReader::read_reached(std::size_t begin, std::size_t end, Readings& result) {
    const std::string key = key_of(words_, begin, end);
    const std::string name = name_text(words_, begin, end);
    struct Stop {
        Reading reading;
        std::size_t distance;
    };
    constexpr std::size_t farthest = 4;
    for (auto variable = scope_.variables.rbegin(); variable != scope_.variables.rend() && result.empty(); ++variable) {
        const Variable& it = context_.model.variables[*variable];
        Reading start;
        start.type = thing_type(Base::Thing, it.kind, it.only);
        start.expression = context_.add(VariableUse{*variable}, start.type, where(begin, end));
        std::vector<Stop> stops{{start, 0}};
        std::map<KindId, std::size_t> seen{{it.kind, 0}};
        std::size_t found_at = farthest + 1;
        for (std::size_t i = 0; i < stops.size() && stops[i].distance < std::min(farthest, found_at); ++i) {
            const Stop stop = stops[i];
            const std::vector<FieldId> fields = context_.kind(stop.reading.type.kind).fields;
            for (const FieldId id : fields) {
                const Field& field = context_.model.fields[id];
                if (field.type.base != Base::Thing) continue;
                if (seen.emplace(field.type.kind, stop.distance + 1).first->second <= stop.distance) continue;
                Reading next = stop.reading;
                next.type = field.type;
                next.expression = context_.add(FieldOf{stop.reading.expression, id}, field.type, where(begin, end));
                stops.push_back({next, stop.distance + 1});
                const auto* members = context_.find_member(field.type.kind, key);
                if (members == nullptr) continue;
                found_at = stop.distance + 1;
                for (const Member& member : *members) step(next, member, where(begin, end), name, result);
            }
        }
    }
}

// Last, the thing the whole case is about: a kind that refers to others and that no other kind refers to.
void PhraseReader::read_case(std::size_t begin, std::size_t end, Readings& result) {
    const std::string key = key_of(words_, begin, end);
    const std::string name = name_text(words_, begin, end);
    for (const KindId kind : context_.names.case_kinds) {
        Reading root;
        root.type = thing_type(Base::Thing, kind);
        root.expression = context_.add(CaseThing{kind}, root.type, where(begin, end));
        if (key_of(context_.kind(kind).name.text) == key) {
            root.words = "\"" + name + "\"";
            add_reading(context_.model, result, root);
        } else if (const auto* members = context_.find_member(kind, key)) {
            for (const Member& member : *members) step(root, member, where(begin, end), name, result);
        }
    }
}

void PhraseReader::read_global(std::size_t begin, std::size_t end, Readings& result) {
    const std::string key = key_of(words_, begin, end);
    const std::string name = name_text(words_, begin, end);
    const auto parameter = context_.names.parameters.find(key);
    if (parameter != context_.names.parameters.end()) {
        Reading reading;
        reading.type = context_.model.parameters[parameter->second].type;
        reading.words = "\"" + name + "\"";
        reading.expression = context_.add(ParameterValue{parameter->second}, reading.type, where(begin, end));
        add_reading(context_.model, result, reading);
    }
    const auto party = context_.names.parties.find(key);
    if (party != context_.names.parties.end()) {
        Reading reading;
        reading.type = simple_type(Base::Organisation);
        reading.type.role = context_.model.parties[party->second].role;
        reading.words = "\"" + name + "\"";
        reading.expression = context_.add(Constant{party->second.value}, reading.type, where(begin, end));
        add_reading(context_.model, result, reading);
    }
}

std::vector<std::string> PhraseReader::names_of(const Readings& owners) const {
    std::vector<std::string> names;
    const auto add_kind = [&](KindId kind) {
        for (const FieldId field : context_.kind(kind).fields) names.push_back(context_.model.fields[field].name.text);
        for (const auto& [key, members] : context_.names.members[kind.index()]) {
            if (members.front().what != Member::What::Field) names.push_back(key);
        }
    };
    for (const Reading& owner : owners) {
        if (owner.type.kind.is_valid()) add_kind(owner.type.kind);
    }
    if (!owners.empty()) return names;
    for (const VariableId id : scope_.variables) {
        names.push_back(context_.model.variables[id].name);
        add_kind(context_.model.variables[id].kind);
    }
    for (const Parameter& parameter : context_.model.parameters) names.push_back(parameter.name.text);
    for (const Party& party : context_.model.parties) names.push_back(party.name.text);
    return names;
}

void PhraseReader::report_unknown(std::size_t begin, std::size_t end) {
    if (!circle_.empty()) {
        context_.report(Code::Circle, where(begin, end),
                        {word("name", circle_), word("circle", circle_ + " → … → " + circle_)});
        return;
    }
    if (report_on(begin, end)) return;
    // From the right: the longest tail that can be read, then the piece before it is what is not known.
    for (std::size_t cut = begin; cut < end; ++cut) {
        const bool starts =
            cut == begin || is_link(cut - 1, "van") || is_link(cut - 1, "na") || is_link(cut - 1, "voor");
        if (!starts || cut == begin) continue;
        const Readings tail = values(cut, end);
        if (tail.empty()) continue;
        std::size_t piece = cut - 1;
        while (piece > begin && !is_link(piece - 1, "van") && !is_link(piece - 1, "na") && !is_link(piece - 1, "voor"))
            --piece;
        const std::string name = name_text(words_, piece, cut - 1);
        if (tail.front().type.base == Base::Thing || tail.front().type.base == Base::Things) {
            const Name& owner = context_.kind(tail.front().type.kind).name;
            context_.report(Code::UnknownField, where(piece, cut - 1),
                            {word("name", name), named_argument("owner", owner), hint_argument(name, names_of(tail))});
        } else {
            context_.report(Code::NothingOfAValue, where(piece, cut - 1),
                            {word("name", name), type_argument("found", tail.front().type, context_.model)});
        }
        return;
    }
    const std::size_t last_van = [&] {
        std::size_t start = end;
        while (start > begin && !is_link(start - 1, "van") && !is_link(start - 1, "na") && !is_link(start - 1, "voor"))
            --start;
        return start;
    }();
    const std::string name = name_text(words_, last_van, end);
    context_.report(Code::UnknownName, where(last_van, end), {word("name", name), hint_argument(name, names_of({}))});
}

}  // namespace toets::model
