#include "model/procedures.h"

#include "base/text.h"
#include "model/conditions.h"
#include "model/cuts.h"
#include "model/duties.h"
#include "model/each_event.h"
#include "model/fields.h"
#include "model/vocabulary.h"
#include "model/walk.h"

namespace toets::model {

namespace {

const syntax::ForEveryClause* find_subject(const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        if (const auto* every = std::get_if<syntax::ForEveryClause>(&clause.kind)) return every;
    }
    return nullptr;
}

// Reads the lines of one procedure. The date of a step is the date of `taken`, so that `na het gesprek` means the talk
// of the same course.
class ProcedureReader {
public:
    ProcedureReader(Context& context, const Scope& scope, const Place& place)
        : context_(context), scope_(scope), place_(place), subject_(scope.variables.front()) {
        procedure_.where = place.header->heading;
    }

    std::optional<Procedure> run() {
        if (!read_start()) return std::nullopt;
        for_each_clause<syntax::StepClause>([this](const auto& step, Span where) { add_step(step, where); });
        if (procedure_.steps.empty() || is_broken_) return std::nullopt;
        read_steps();
        for_each_clause<syntax::SkipClause>([this](const auto& skip, Span where) { read_skip(skip, where); });
        for_each_clause<syntax::DutyClause>([this](const auto& duty, Span where) { add_duty(duty, where); });
        for_each_clause<syntax::RestartClause>(
            [this](const auto& restart, Span where) { read_restart(restart, where); });
        if (is_broken_) return std::nullopt;
        return std::move(procedure_);
    }

private:
    template <class Clause, class Function>
    void for_each_clause(Function function) {
        for (const syntax::Clause& clause : place_.header->clauses) {
            if (const auto* own = std::get_if<Clause>(&clause.kind)) function(*own, clause.where);
        }
    }

    [[nodiscard]] const Variable& subject() const { return context_.model.variables[subject_]; }

    // The events of the subject (or of its owner) that a phrase names.
    std::optional<Reading> read_events(const syntax::Phrase& phrase, const char* opener) {
        const auto event = find_event(context_, scope_, {phrase});
        if (!event) return std::nullopt;
        const bool is_plain = event->by.actors.empty() && event->towards.actors.empty();
        if (is_plain && is_of(context_, event->event.type, KindCategory::Event)) return event->event;
        context_.report(Code::ProcedureNeedsEvent, phrase.where,
                        {word("words", opener),
                         term("subject", with_article(context_.kind(subject().kind).name),
                              with_article(context_.kind(subject().kind).name)),
                         type_argument("found", event->event.type, context_.model)});
        return std::nullopt;
    }

    bool read_start() {
        for (const syntax::Clause& clause : place_.header->clauses) {
            const auto* begin = std::get_if<syntax::BeginsWithClause>(&clause.kind);
            if (begin == nullptr) continue;
            const auto events = read_events(begin->event, "begint met");
            if (!events) return false;
            procedure_.starts = events->expression;
            procedure_.event = add_item(context_, events->type);
            procedure_.start = add_item(context_, events->type);
            return true;
        }
        return false;
    }

    void add_step(const syntax::StepClause& clause, Span where) {
        Step step;
        step.name = to_name(clause.name, {});
        step.where = where;
        const std::string key = key_of(clause.name.name);
        for (const Step& before : procedure_.steps) {
            if (key_of(before.name.text) == key) return report(Code::StepTwice, where, {word("name", step.name.text)});
        }
        if (procedure_.steps.size() == most_steps) {
            if (!is_broken_) report(Code::TooManySteps, where, {word("limit", std::to_string(most_steps))});
            is_broken_ = true;
            return;
        }
        const auto* members = context_.find_member(subject().kind, key);
        const bool is_list = members != nullptr && members->front().what == Member::What::Field &&
                             context_.model.fields[members->front().field].type.base == Base::Things;
        if (!is_list || !is_of(context_, context_.model.fields[members->front().field].type, KindCategory::Event)) {
            const std::string kind = with_article(context_.kind(subject().kind).name);
            return report(Code::StepIsOtherThing, where,
                          {word("name", step.name.text), word("subject", kind),
                           word("kind", context_.kind(subject().kind).name.text)});
        }
        const Field& field = context_.model.fields[members->front().field];
        step.kind = field.type.kind;
        step.name = context_.kind(step.kind).name;
        const Type type = field.type;
        const ExpressionId self = context_.add(VariableUse{subject_}, thing_type(Base::Thing, subject().kind), where);
        step.events = context_.add(FieldOf{self, members->front().field}, type, where);
        step.event = add_item(context_, type);
        step.taken = add_item(context_, type);
        step.who = read_actors(context_, scope_, clause.who);
        procedure_.steps.push_back(std::move(step));
    }

    // The course, with its steps; a bare name belongs to the start first.
    [[nodiscard]] Scope course() const {
        Scope scope = scope_;
        for (const Step& step : procedure_.steps) scope.variables.push_back(step.taken);
        return scope.with(procedure_.start);
    }
    ExpressionId date_of(const Step& step, Span where) {
        const ExpressionId thing = context_.add(VariableUse{step.taken}, thing_type(Base::Thing, step.kind), where);
        return context_.add(FieldOf{thing, context_.kind(step.kind).date}, simple_type(Base::Date), where);
    }

    // With `de vorige stap`: the last of the steps before it that was taken.
    Scope scope_of(std::size_t index, Span where) {
        Scope scope = course();
        if (index == 0) return scope;
        ExtremeOf last{Extreme::Highest, {}};
        for (std::size_t i = 0; i < index; ++i) last.values.push_back(date_of(procedure_.steps[i], where));
        const ExpressionId date = context_.add(std::move(last), simple_type(Base::Date), where);
        scope.dates.push_back({"vorige stap", "de vorige stap", date});
        return scope;
    }

    void read_steps() {
        std::size_t index = 0;
        for_each_clause<syntax::StepClause>([&](const syntax::StepClause& clause, Span where) {
            const bool is_kept = index < procedure_.steps.size() && procedure_.steps[index].where == where;
            if (is_kept) read_step(index++, clause, where);
        });
    }

    void read_step(std::size_t index, const syntax::StepClause& clause, Span where) {
        const Scope scope = scope_of(index, where);
        for (const syntax::Time& time : clause.times) add_time(index, scope, time);
        if (index > 0) {
            for_each_clause<syntax::EveryStepClause>(
                [&](const syntax::EveryStepClause& every, Span) { add_time(index, scope, every.time); });
        }
        Step& step = procedure_.steps[index];
        if (clause.requirement) {
            // A name that is not said of anything else is one of the step's own.
            const Scope own = scope.with(step.taken);
            step.requirement = read_condition(context_, own, *place_.tree, clause.requirement->condition);
        }
        check_order(index);
    }

    void add_time(std::size_t index, const Scope& scope, const syntax::Time& time) {
        const bool says_previous = key_of(time.bound.first).find("vorige stap") != std::string::npos;
        if (index == 0 && says_previous) {
            return report(Code::NoPreviousStep, time.bound.where, {word("name", procedure_.steps[0].name.text)});
        }
        const Term term = read_term(context_, scope, time);
        procedure_.steps[index].times.push_back({term.start, term.earliest, term.latest, time.bound.where});
    }

    // A step cannot wait for one that comes after it.
    void check_order(std::size_t index) {
        Walk walk(context_.model);
        walk.step(procedure_.steps[index]);
        std::set<VariableId> used;
        for (const ExpressionId id : walk.expressions()) {
            const auto* use = std::get_if<VariableUse>(&context_.model.expressions[id].kind);
            if (use != nullptr) used.insert(use->variable);
        }
        for (std::size_t later = index + 1; later < procedure_.steps.size(); ++later) {
            if (!used.contains(procedure_.steps[later].taken)) continue;
            report(Code::StepRefersToLater, procedure_.steps[index].where,
                   {word("name", procedure_.steps[index].name.text), word("later", procedure_.steps[later].name.text)});
        }
    }

    std::optional<std::size_t> find_step(const std::string& key) const {
        for (std::size_t i = 0; i < procedure_.steps.size(); ++i) {
            if (key_of(procedure_.steps[i].name.text) == key) return i;
        }
        return std::nullopt;
    }

    // `het gesprek en de waarschuwing`
    std::vector<std::size_t> read_step_names(const std::vector<syntax::Phrase>& phrases) {
        std::vector<std::size_t> steps;
        for (const syntax::Phrase& phrase : phrases) {
            PhraseReader reader(context_, scope_, phrase);
            const auto is_step = [&](std::size_t begin, std::size_t end) {
                return find_step(key_of(reader.words(), begin, end)).has_value();
            };
            const Cuts cuts = all_cuts(reader, 0, reader.size(), {"en"}, is_step);
            if (cuts.empty()) {
                report_unknown_step(phrase);
                continue;
            }
            for (const auto& [begin, end] : cuts.front()) {
                steps.push_back(*find_step(key_of(reader.words(), begin, end)));
            }
        }
        return steps;
    }

    void report_unknown_step(const syntax::Phrase& phrase) {
        std::vector<std::string> names;
        std::string list;
        for (const Step& step : procedure_.steps) {
            names.push_back(step.name.text);
            list += (list.empty() ? "`" : ", `") + step.name.text + "`";
        }
        report(Code::UnknownStep, phrase.where,
               {word("name", name_text(phrase)), hint_argument(name_text(phrase), names), word("steps", list)});
    }

    void read_skip(const syntax::SkipClause& clause, Span where) {
        Skip skip;
        skip.where = where;
        skip.steps = read_step_names(clause.steps);
        for (const std::size_t step : skip.steps) {
            if (step + 1 != procedure_.steps.size()) continue;
            report(Code::LastStepSkipped, where, {word("name", procedure_.steps[step].name.text)});
        }
        skip.condition = read_condition(context_, course(), *place_.tree, clause.condition);
        skip.date = context_.model.variables.add({"het overslaan", {}, {}});
        if (clause.provided) {
            Scope scope = course();
            const ExpressionId date = context_.add(BoundDate{skip.date}, simple_type(Base::Date), where);
            scope.dates.push_back({"overslaan", "het overslaan", date});
            skip.provided = read_duty(context_, scope, *clause.provided);
        }
        procedure_.skips.push_back(std::move(skip));
    }

    void add_duty(const syntax::DutyClause& clause, Span where) {
        if (stands_apart(clause)) return;
        if (auto duty = read_duty(context_, course(), clause)) procedure_.duties.push_back({std::move(*duty), where});
    }

    void read_restart(const syntax::RestartClause& clause, Span where) {
        const char* opener = clause.is_one_step ? "gaat een stap terug na" : "begint opnieuw na";
        Restart restart;
        restart.is_one_step = clause.is_one_step;
        restart.where = where;
        const auto length = read_phrase(context_, scope_, clause.length, want_duration());
        const auto events = read_events(clause.event, "zonder");
        if (!length || !events) {
            is_broken_ = true;
            return;
        }
        const auto* constant = std::get_if<Constant>(&context_.model.expressions[length->expression].kind);
        if (constant != nullptr) {
            const Duration duration = duration_from_column_value(constant->value);
            const bool is_fixed = duration.unit != Duration::Unit::WorkingDays && duration.count > 0;
            if (!is_fixed) report(Code::QuietNeedsLength, clause.length.where, {word("words", opener)});
        }
        restart.length = length->expression;
        restart.events = events->expression;
        restart.event = add_item(context_, events->type);
        procedure_.restart = restart;
    }

    void report(Code code, Span where, std::vector<Argument> arguments) {
        context_.report(code, where, std::move(arguments));
    }

    Context& context_;
    const Scope& scope_;
    const Place& place_;
    VariableId subject_;
    Procedure procedure_;
    bool is_broken_ = false;
};

// "de waarschuwing" in another line of the procedure tells the article that `stap waarschuwing` left out.
std::optional<syntax::Word> article_in(const syntax::Phrase& phrase, const std::string& key) {
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        const syntax::Word& article = phrase.words[i];
        if (article.kind != syntax::WordKind::Article || article.folded == "een") continue;
        for (std::size_t end = i + 2; end <= phrase.words.size(); ++end) {
            if (key_of(phrase.words, i + 1, end) == key) return article;
        }
    }
    return std::nullopt;
}

std::optional<syntax::Word> article_of(const Place& place, const std::string& key) {
    for (const syntax::Clause& clause : place.header->clauses) {
        std::vector<const syntax::Phrase*> phrases;
        if (const auto* step = std::get_if<syntax::StepClause>(&clause.kind)) {
            for (const syntax::Time& time : step->times) phrases.push_back(&time.bound.first);
        } else if (const auto* skip = std::get_if<syntax::SkipClause>(&clause.kind)) {
            for (const syntax::Phrase& name : skip->steps) phrases.push_back(&name);
        }
        for (const syntax::Phrase* phrase : phrases) {
            if (auto article = article_in(*phrase, key)) return article;
        }
    }
    return std::nullopt;
}

}  // namespace

bool stands_apart(const syntax::DutyClause& clause) { return clause.recurrence || counts_from_each(*clause.term); }

void declare_steps(Context& context, const Place& place, const syntax::RuleHeader& header) {
    const syntax::ForEveryClause* every = find_subject(place);
    if (header.kind != syntax::RuleKind::Procedure || every == nullptr) return;
    const auto kind = context.names.kinds.find(key_of(every->kind));
    if (kind == context.names.kinds.end()) return;
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* step = std::get_if<syntax::StepClause>(&clause.kind);
        if (step == nullptr) continue;
        const std::string key = key_of(step->name.name);
        const bool is_known = context.names.kinds.contains(key) || context.find_member(kind->second, key) != nullptr;
        if (is_known) continue;
        // What nobody recorded as a step was not taken: the steps are a closed register.
        syntax::Phrase closed;
        closed.words.push_back({syntax::WordKind::Plain, "volledig", "volledig", clause.where, std::nullopt});
        closed.where = clause.where;
        syntax::KindHeader declared{syntax::KindCategory::Event, step->name, every->kind, {}};
        if (!declared.name.article) declared.name.article = article_of(place, key);
        declared.properties.push_back({syntax::WordProperty{std::move(closed)}, clause.where});
        syntax::Header written{declared, {}, clause.where, clause.where, {}};
        Place own = place;
        own.header = &written;
        declare_kind(context, own, declared);
        declare_fields(context, own, declared);
    }
}

std::optional<Procedure> read_procedure(Context& context, const Scope& scope, const Place& place) {
    std::optional<Procedure> procedure = ProcedureReader(context, scope, place).run();
    if (procedure) check_steps(context, *procedure);
    return procedure;
}

}  // namespace toets::model
