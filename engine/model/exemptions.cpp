#include "model/exemptions.h"

#include <algorithm>

#include "base/text.h"
#include "model/levels.h"
#include "model/print.h"
#include "model/readings.h"
#include "model/rule_references.h"
#include "model/rules.h"

namespace toets::model {

namespace {

// The name of a kind as the words of a sentence.
syntax::Phrase phrase_of(const Name& name, Span where) {
    syntax::Phrase phrase{{}, where};
    for (std::size_t begin = 0; begin < name.text.size();) {
        const std::size_t end = std::min(name.text.find(' ', begin), name.text.size());
        const std::string text = name.text.substr(begin, end - begin);
        phrase.words.push_back({syntax::WordKind::Plain, text, fold(text), where, std::nullopt});
        begin = end + 1;
    }
    return phrase;
}

const syntax::ExemptsClause* exempts_clause(const syntax::Header& header) {
    for (const syntax::Clause& clause : header.clauses) {
        if (const auto* exempts = std::get_if<syntax::ExemptsClause>(&clause.kind)) return exempts;
    }
    return nullptr;
}

bool have_days_in_common(const Validity& one, const Validity& other) {
    const bool is_before = one.last && other.first && *one.last < *other.first;
    const bool is_after = other.last && one.first && *other.last < *one.first;
    return !is_before && !is_after;
}

class ExemptionReader {
public:
    ExemptionReader(Context& context, const std::vector<Place>& places) : context_(context), places_(places) {}

    void read() {
        for (const Place& place : places_) declare(place);
        for (const auto& [id, place] : declared_) resolve(id, *place);
        for (const auto& [id, place] : declared_) check_circle(id);
    }

private:
    struct Target {  // a rule or exemption that is named
        RuleVersion& version;
        DocumentId document;
        std::string kind;
        std::string name;
    };

    void declare(const Place& place);
    void check_twice(const Exemption& exemption, Span where);
    void resolve(ExemptionId id, const Place& place);
    void tie(ExemptionId id, const Target& target, Span where);
    void check_circle(ExemptionId id);
    bool visit(ExemptionId id, ExemptionId start, std::string& circle);

    Context& context_;
    const std::vector<Place>& places_;
    std::vector<std::pair<ExemptionId, const Place*>> declared_;
    std::set<ExemptionId> seen_;
};

void ExemptionReader::declare(const Place& place) {
    const auto* header = std::get_if<syntax::ExemptionHeader>(&place.header->kind);
    if (header == nullptr) return;
    std::optional<RuleVersion> version = read_exemption_version(context_, place);
    if (!version) return;
    Exemption exemption{text_of(header->name), place.document, std::move(*version)};
    check_twice(exemption, header->name.where);
    declared_.emplace_back(context_.model.exemptions.add(std::move(exemption)), &place);
}

void ExemptionReader::check_twice(const Exemption& exemption, Span where) {
    for (const Exemption& other : context_.model.exemptions) {
        const bool is_same_name = key_of(std::string_view(other.name)) == key_of(std::string_view(exemption.name));
        if (!is_same_name || !have_days_in_common(other.version.validity, exemption.version.validity)) continue;
        context_.report(Code::ExemptionTwice, where, {word("name", exemption.name)},
                        {{Code::DeclaredHereNote, other.version.where, {}}});
    }
}

void ExemptionReader::resolve(ExemptionId id, const Place& place) {
    const syntax::ExemptsClause* clause = exempts_clause(*place.header);
    if (clause == nullptr) return;
    const ReferredRules named = read_rule_references(context_, places_, place.document, clause->rules);
    for (const VersionOfRule& each : named.versions) {
        Rule& rule = context_.model.rules.at(each.rule);
        RuleVersion& version = rule.versions[each.version];
        tie(id, {version, version.source.document, kind_word(rule.kind), rule.name}, named.where);
    }
    for (const ExemptionId each : named.exemptions) {
        Exemption& other = context_.model.exemptions.at(each);
        tie(id, {other.version, other.document, "uitzondering", other.name}, named.where);
    }
}

void ExemptionReader::tie(ExemptionId id, const Target& target, Span where) {
    const Exemption& exemption = context_.model.exemptions[id];
    const std::vector<Note> notes{{Code::DeclaredHereNote, target.version.where, {}}};
    switch (rank_of(context_.model, exemption.document, target.document)) {
        case Rank::Lower:
            context_.report(Code::ExemptsHigherRule, where,
                            {word("kind", target.kind), word("rule", target.name),
                             word("document", context_.model.documents[target.document].name)},
                            notes);
            return;
        case Rank::NotDeclared: report_rank(context_, exemption.document, target.document, where); return;
        case Rank::Higher:
        case Rank::Same: break;
    }
    const KindId wanted = context_.model.variables[exemption.version.subject].kind;
    const ExpressionId subject = thing_reached(context_, target.version, target.document, wanted, where);
    if (subject.is_valid()) {
        target.version.exempted_by.push_back({id, subject});
        return;
    }
    const std::string quoted = " `" + exemption.name + "`";
    context_.report(Code::ReferenceToOtherThing, where,
                    {term("name", "Uitzondering" + quoted, "Exemption" + quoted),
                     word("thing", context_.kind(wanted).name.text), word("kind", target.kind),
                     word("rule", target.name), word("other", context_.model.variables[target.version.subject].name)},
                    notes);
}

// An exemption that takes itself away would hold if and only if it does not.
bool ExemptionReader::visit(ExemptionId id, ExemptionId start, std::string& circle) {
    const Exemption& exemption = context_.model.exemptions[id];
    circle += exemption.name + " → ";
    for (const ExemptedBy& by : exemption.version.exempted_by) {
        if (by.exemption == start) return true;
        if (!seen_.insert(by.exemption).second) continue;
        const std::size_t length = circle.size();
        if (visit(by.exemption, start, circle)) return true;
        circle.resize(length);
    }
    return false;
}

void ExemptionReader::check_circle(ExemptionId id) {
    seen_.clear();
    std::string circle;
    if (!visit(id, id, circle)) return;
    const Exemption& exemption = context_.model.exemptions[id];
    context_.report(Code::ExemptionCircle, exemption.version.where, {word("circle", circle + exemption.name)});
    context_.model.exemptions.at(id).version.exempted_by.clear();
}

}  // namespace

ExpressionId thing_reached(Context& context, const RuleVersion& from, DocumentId document, KindId wanted, Span where) {
    Scope scope{{}, document};
    for (const VariableId variable : {from.around, from.subject}) {
        if (!variable.is_valid()) continue;
        scope.variables.push_back(variable);
        const Variable& it = context.model.variables[variable];
        if (it.kind == wanted) return context.add(VariableUse{variable}, thing_type(Base::Thing, wanted), where);
    }
    PhraseReader reader(context, scope, phrase_of(context.kind(wanted).name, where));
    ExpressionId found;
    for (const Reading& reading : reader.values()) {
        const bool fits = !reading.is_many() && reading.type.base == Base::Thing && reading.type.kind == wanted;
        if (!fits) continue;
        if (found.is_valid()) return {};
        found = reading.expression;
    }
    return found;
}

void read_exemptions(Context& context, const std::vector<Place>& places) { ExemptionReader(context, places).read(); }

}  // namespace toets::model
