#include <array>

#include "syntax/dumping.h"
#include "syntax/to_text.h"

namespace toets::syntax {
namespace {

std::string_view name_of(DocumentKind kind) {
    constexpr std::array<std::string_view, 5> names = {"Covenant", "PerformanceAgreements", "Ordinance", "Law",
                                                       "Concepts"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(KindCategory category) {
    constexpr std::array<std::string_view, 3> names = {"Thing", "Event", "Period"};
    return names[static_cast<std::size_t>(category)];
}

std::string_view name_of(RuleKind kind) {
    switch (kind) {
        case RuleKind::Precondition: return "Precondition";
        case RuleKind::TargetNorm: return "TargetNorm";
        case RuleKind::Obligation: return "Obligation";
        case RuleKind::Effort: return "Effort";
        case RuleKind::Power: return "Power";
        case RuleKind::Ban: return "Ban";
        case RuleKind::Procedure: return "Procedure";
        case RuleKind::Hardship: return "Hardship";
    }
    return {};
}

std::string_view name_of(TallyKind kind) {
    constexpr std::array<std::string_view, 3> names = {"Contingent", "Spread", "Share"};
    return names[static_cast<std::size_t>(kind)];
}

class HeaderDump {
public:
    HeaderDump(Dump& dump, std::size_t depth) : dump_(dump), depth_(depth) {}

    void operator()(const DocumentHeader& header) { dump_.phrase(depth_, name_of(header.kind), header.name); }
    void operator()(const KindHeader& header) {
        dump_.line(depth_, name_of(header.category));
        dump_.name(depth_ + 1, header.name);
        if (header.owner) dump_.phrase(depth_ + 1, "owner", *header.owner);
        dump_.properties(depth_ + 1, header.properties);
    }
    void operator()(const ParameterHeader& header) {
        dump_.line(depth_, "Parameter");
        dump_.name(depth_ + 1, header.name);
        dump_.type(depth_ + 1, header.type);
        dump_.properties(depth_ + 1, header.properties);
    }
    void operator()(const DecisionTableHeader& header) {
        dump_.line(depth_, "DecisionTable");
        dump_.name(depth_ + 1, header.name);
        dump_.phrase(depth_ + 1, "owner", header.owner);
    }
    void operator()(const ValueDefinition& definition) {
        dump_.line(depth_, "ValueDefinition");
        dump_.name(depth_ + 1, definition.name);
        dump_.phrase(depth_ + 1, "owner", definition.owner);
        dump_.expression(depth_ + 1, "value", definition.value);
        if (definition.filter) dump_.condition(depth_ + 1, *definition.filter);
    }
    void operator()(const PropertyDefinition& definition) {
        dump_.phrase(depth_, "PropertyDefinition", definition.subject);
        dump_.phrase(depth_ + 1, "property", definition.property);
        dump_.condition(depth_ + 1, definition.condition);
    }
    void operator()(const CompletenessDefinition& definition) {
        dump_.phrase(depth_, "CompletenessDefinition", definition.things);
        dump_.phrase(depth_ + 1, "owner", definition.owner);
        dump_.condition(depth_ + 1, definition.condition);
    }
    void operator()(const SubKindDefinition& definition) {
        dump_.line(depth_, "SubKindDefinition");
        dump_.name(depth_ + 1, definition.name);
        dump_.properties(depth_ + 1, definition.properties);
        dump_.phrase(depth_ + 1, "base", definition.base);
        if (definition.hereafter) dump_.phrase(depth_ + 1, "hereafter", *definition.hereafter);
        dump_.condition(depth_ + 1, definition.filter);
    }
    void operator()(const ExemptionHeader& header) { dump_.phrase(depth_, "Exemption", header.name); }
    void operator()(const TallyHeader& header) { dump_.phrase(depth_, name_of(header.kind), header.name); }
    void operator()(const ApportionmentHeader& header) { dump_.phrase(depth_, "Apportionment", header.name); }
    void operator()(const RuleHeader& header) { dump_.phrase(depth_, name_of(header.kind), header.name); }
    void operator()(const AccessHeader& /*header*/) { dump_.line(depth_, "Access"); }
    void operator()(const CalendarHeader& header) {
        dump_.line(depth_, "Calendar");
        dump_.name(depth_ + 1, header.name);
    }
    void operator()(const ExampleHeader& header) { dump_.line(depth_, "Example", '"' + header.title + '"'); }
    void operator()(const NotYetHeader& header) {
        dump_.line(depth_, "NotYet", header.construct);
        dump_.lines(depth_ + 1, header.lines);
    }
    void operator()(const InvalidHeader& header) {
        dump_.line(depth_, "Invalid");
        dump_.lines(depth_ + 1, header.lines);
    }

private:
    Dump& dump_;
    std::size_t depth_;
};

}  // namespace

void Dump::header(std::size_t depth, const Header& header) {
    for (const std::string& remark : header.remarks) line(depth, "# " + remark);
    std::visit(HeaderDump(*this, depth), header.kind);
    for (const Clause& clause : header.clauses) this->clause(depth + 1, clause);
}

std::string to_dump(const Document& document) {
    Dump dump(document);
    for (const Block& block : document.blocks) {
        dump.line(0, "Block");
        for (const Heading& heading : block.headings)
            dump.line(1, "heading " + std::to_string(heading.level), heading.text);
        for (const Paragraph& paragraph : block.prose) {
            dump.line(1, paragraph.number ? "paragraph " + std::to_string(*paragraph.number) : "paragraph",
                      paragraph.text);
        }
        for (const Header& header : block.headers) dump.header(1, header);
        for (const std::string& remark : block.remarks_at_end) dump.line(1, "# " + remark);
    }
    return dump.take();
}

}  // namespace toets::syntax
