#include "base/match.h"
#include "syntax/printing.h"

namespace toets::syntax {
namespace {

std::string_view keyword(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::Covenant: return "convenant ";
        case DocumentKind::PerformanceAgreements: return "prestatieafspraken ";
        case DocumentKind::Ordinance: return "verordening ";
        case DocumentKind::Law: return "wet ";
        case DocumentKind::Concepts: return "begrippen ";
    }
    return "";
}

std::string_view keyword(KindCategory category) {
    switch (category) {
        case KindCategory::Thing: return "begrip ";
        case KindCategory::Event: return "gebeurtenis ";
        case KindCategory::Period: return "tijdvak ";
    }
    return "";
}

std::string_view keyword(RuleKind kind) {
    switch (kind) {
        case RuleKind::Precondition: return "voorwaarde ";
        case RuleKind::TargetNorm: return "streefnorm ";
        case RuleKind::Obligation: return "verplichting ";
        case RuleKind::Effort: return "inspanning ";
        case RuleKind::Power: return "bevoegdheid ";
        case RuleKind::Ban: return "verbod ";
        case RuleKind::Procedure: return "procedure ";
        case RuleKind::Hardship: return "hardheidsclausule ";
    }
    return "";
}

std::string_view keyword(TallyKind kind) {
    switch (kind) {
        case TallyKind::Contingent: return "contingent ";
        case TallyKind::Spread: return "spreiding ";
        case TallyKind::Share: return "aandeel ";
    }
    return "";
}

std::string kind_text(const KindHeader& header) {
    return std::string(keyword(header.category)) + text_of(header.name) +
           (header.owner ? " van een " + text_of(*header.owner) : "") + text_of(header.properties);
}

std::string rule_text(const RuleHeader& header) {
    if (header.name.words.empty()) return "hardheidsclausule";
    return std::string(keyword(header.kind)) + text_of(header.name);
}

class HeaderPrinter {
public:
    HeaderPrinter(const Document& document, Writer& out) : conditions_(document, out), out_(out) {}

    void print(const Header& header) {
        match(
            header.kind,
            [&](const DocumentHeader& kind) { out_.sentence(0, std::string(keyword(kind.kind)) + text_of(kind.name)); },
            [&](const KindHeader& kind) { out_.sentence(0, kind_text(kind)); },
            [&](const ParameterHeader& kind) {
                out_.sentence(0,
                              "parameter " + text_of(kind.name) + ": " + text_of(kind.type) + text_of(kind.properties));
            },
            [&](const DecisionTableHeader& kind) {
                out_.sentence(0, "beslistabel " + text_of(kind.name) + " van een " + text_of(kind.owner));
            },
            [&](const ValueDefinition& kind) { print_value(kind); },
            [&](const PropertyDefinition& kind) {
                const std::string head = "definitie: een " + text_of(kind.subject) + " is " + text_of(kind.property);
                conditions_.print(0, head + " als: ", head + " als ", kind.condition);
            },
            [&](const CompletenessDefinition& kind) {
                const std::string head =
                    "definitie: de " + text_of(kind.things) + " van een " + text_of(kind.owner) + " zijn volledig";
                conditions_.print(0, head + " als: ", head + " als ", kind.condition);
            },
            [&](const SubKindDefinition& kind) { print_sub_kind(kind); },
            [&](const RuleHeader& kind) { out_.sentence(0, rule_text(kind)); },
            [&](const ExemptionHeader& kind) { out_.sentence(0, "uitzondering " + text_of(kind.name)); },
            [&](const TallyHeader& kind) { out_.sentence(0, std::string(keyword(kind.kind)) + text_of(kind.name)); },
            [&](const ApportionmentHeader& kind) { out_.sentence(0, "verdeling " + text_of(kind.name)); },
            [&](const AccessHeader&) { out_.sentence(0, "inzage"); },
            [&](const CalendarHeader& kind) { out_.sentence(0, "kalender " + text_of(kind.name)); },
            [&](const ExampleHeader& kind) { out_.sentence(0, "voorbeeld " + in_quotes(kind.title)); },
            [&](const NotYetHeader& kind) { print_lines(kind.lines); },
            [&](const InvalidHeader& kind) { print_lines(kind.lines); });
    }

private:
    void print_value(const ValueDefinition& definition) {
        const std::string text = "definitie: " + text_of(definition.name) + " van een " + text_of(definition.owner) +
                                 (definition.plural ? " zijn " : " is ") + text_of(definition.value);
        print_filtered(text, definition.filter);
    }

    void print_sub_kind(const SubKindDefinition& definition) {
        const std::string hereafter = definition.hereafter ? " (hierna: " + text_of(*definition.hereafter) + ")" : "";
        print_filtered("definitie: " + text_of(definition.name) + text_of(definition.properties) + " is een " +
                           text_of(definition.base) + hereafter,
                       definition.filter);
    }

    void print_filtered(const std::string& text, const std::optional<ConditionId>& filter) {
        out_.sentence(0, filter ? text + " " + conditions_.filter(*filter) : text);
        const Legs* legs = filter ? conditions_.legs(*filter) : nullptr;
        if (legs != nullptr) conditions_.print_bullets(2, legs->bullets);
    }

    void print_lines(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) out_.verbatim(0, line);
    }

    ConditionPrinter conditions_;
    Writer& out_;
};

}  // namespace

void print_header(const Header& header, const Document& document, Writer& out) {
    out.remarks(0, header.remarks);
    HeaderPrinter(document, out).print(header);
    for (const Clause* clause : in_canonical_order(header)) print_clause(*clause, document, out);
}

}  // namespace toets::syntax
