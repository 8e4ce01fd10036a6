#include "cases/document_from_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "base/text.h"
#include "cases/plain_text.h"
#include "cases/yaml_slips.h"

namespace toets::cases {

namespace {

// In `{ kale huur: 640,00 }` the comma would end the value. A comma between two digits is therefore shown to the parser
// as this byte, which cannot occur in a plain text, and becomes a comma again in what it reads.
constexpr char decimal_comma = '\x01';

std::string with_decimal_commas(std::string_view text) {
    std::string protected_text(text);
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        if (text[at] == ',' && is_digit(text[at - 1]) && is_digit(text[at + 1])) protected_text[at] = decimal_comma;
    }
    return protected_text;
}

struct Reason {
    const char* theirs;
    const char* nl;
    const char* en;
};
// The library's messages in words a writer of cases knows. What is not in the list is answered in general terms.
const std::array<Reason, 14>& reasons() {
    using namespace YAML::ErrorMsg;
    static const std::array<Reason, 14> table = {{
        {END_OF_MAP, "deze regel past niet bij de inspringing van de regels erboven, of er ontbreekt een dubbele punt",
         "this line does not fit the indentation of the lines above, or a colon is missing"},
        {END_OF_MAP_FLOW, "een `{` is niet met `}` gesloten, of er ontbreekt een komma",
         "a `{` is not closed with `}`, or a comma is missing"},
        {END_OF_SEQ, "deze regel past niet bij de streepjes erboven", "this line does not fit the dashes above"},
        {END_OF_SEQ_FLOW, "een `[` is niet met `]` gesloten, of er ontbreekt een komma",
         "a `[` is not closed with `]`, or a comma is missing"},
        {TAB_IN_INDENTATION, "er staat een tab in de inspringing; gebruik spaties",
         "there is a tab in the indentation; use spaces"},
        {FLOW_END, "een `}` of `]` zonder begin", "a `}` or `]` without its beginning"},
        {BLOCK_ENTRY, "een streepje kan hier niet staan", "a dash cannot stand here"},
        {MAP_KEY, "een naam met dubbele punt kan hier niet staan", "a name with a colon cannot stand here"},
        {MAP_VALUE, "een dubbele punt kan hier niet staan; zet tekst met een dubbele punt tussen aanhalingstekens",
         "a colon cannot stand here; put text with a colon between quotation marks"},
        {EOF_IN_SCALAR, "een aanhalingsteken is niet gesloten", "a quotation mark is not closed"},
        {DOC_IN_SCALAR, "een aanhalingsteken is niet gesloten", "a quotation mark is not closed"},
        {UNKNOWN_TOKEN, "dit teken kan hier niet staan; zet de tekst tussen aanhalingstekens",
         "this character cannot stand here; put the text between quotation marks"},
        {CHAR_IN_BLOCK, "onverwacht teken achter `|` of `>`", "unexpected character after `|` or `>`"},
        {BAD_FILE, "te veel lagen van haken of streepjes", "too many levels of brackets or dashes"},
    }};
    return table;
}

Argument reason_for(const std::string& theirs) {
    for (const Reason& reason : reasons()) {
        if (theirs == reason.theirs) return term("reason", reason.nl, reason.en);
    }
    if (theirs.starts_with(YAML::ErrorMsg::INVALID_ESCAPE)) {
        return term("reason", "onbekend teken achter een `\\`; zet de tekst tussen enkele aanhalingstekens",
                    "unknown character after a `\\`; put the text between single quotation marks");
    }
    return term("reason", "de opbouw klopt niet", "its form is not right");
}

bool is_about_references(const std::string& theirs) {
    using namespace YAML::ErrorMsg;
    const std::array<const char*, 7> texts = {UNKNOWN_ANCHOR, ALIAS_NOT_FOUND,  ANCHOR_NOT_FOUND, CHAR_IN_ALIAS,
                                              CHAR_IN_ANCHOR, MULTIPLE_ANCHORS, ALIAS_CONTENT};
    return std::find(texts.begin(), texts.end(), theirs) != texts.end();
}

bool is_about_tags(const std::string& theirs) {
    using namespace YAML::ErrorMsg;
    const std::array<const char*, 4> texts = {CHAR_IN_TAG_HANDLE, TAG_WITH_NO_SUFFIX, END_OF_VERBATIM_TAG,
                                              MULTIPLE_TAGS};
    return std::find(texts.begin(), texts.end(), theirs) != texts.end();
}

// Thrown by the handler to stop the parser, caught below.
struct Refused {
    Diagnostic why;
};

class Builder : public YAML::EventHandler {
public:
    Builder(const SourceText& source, std::size_t offset) : source_(source), offset_(offset) {}
    Node document;

    // At a stray comma the library gives one empty document after another without ever reading on.
    void OnDocumentStart(const YAML::Mark& mark) override {
        if (mark.pos <= last_start_) {
            throw Refused{{Code::YamlUnreadable, at(mark, 1), {reason_for(YAML::ErrorMsg::UNKNOWN_TOKEN)}, {}}};
        }
        last_start_ = mark.pos;
        values_ = 0;
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(anchor, mark);
        add({Form::Nothing, {}, at(mark, 1), {}, {}});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        throw Refused{{Code::YamlReference, at(mark, 1), {}, {}}};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(anchor, mark);
        refuse_tag(tag, mark);
        Node node{tag == "!" ? Form::Quoted : Form::Word, value, {}, {}, {}};
        std::replace(node.text.begin(), node.text.end(), decimal_comma, ',');
        node.where = at(mark, length_of(node, mark));
        refuse_missing_space(node);
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        begin(Form::List, mark, tag, anchor);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        begin(Form::Mapping, mark, tag, anchor);
    }
    void OnMapEnd() override { end(); }

    [[nodiscard]] const SourceText& source() const { return source_; }
    [[nodiscard]] Span at(const YAML::Mark& mark, std::size_t length) const {
        const std::size_t size = source_.text().size();
        const std::size_t begin = std::min(size, offset_ + static_cast<std::size_t>(std::max(mark.pos, 0)));
        const std::size_t end = std::min(size, begin + length);
        return {source_.id(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

private:
    struct Open {
        Node node;
        bool has_key = false;  // a key was read whose value must come now
    };

    void begin(Form form, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        refuse_anchor(anchor, mark);
        refuse_tag(tag, mark);
        if (open_.size() == deepest_level) {
            throw Refused{{Code::NestedTooDeep, at(mark, 1), {word("limit", std::to_string(deepest_level))}, {}}};
        }
        open_.push_back({{form, {}, at(mark, 1), {}, {}}, false});
    }
    void end() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(node));
    }
    void add(Node node) {
        if (++values_ > most_values) {
            throw Refused{{Code::TooManyValues, node.where, {word("limit", std::to_string(most_values))}, {}}};
        }
        if (open_.empty()) {
            document = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.form == Form::List) {
            parent.node.items.push_back(std::move(node));
        } else if (parent.has_key) {
            // The parser places a value that is not there at whatever follows it.
            if (node.form == Form::Nothing) node.where = parent.node.entries.back().key.where;
            parent.node.entries.back().value = std::move(node);
            parent.has_key = false;
        } else {
            parent.node.entries.push_back({std::move(node), {}});
            parent.has_key = true;
        }
    }

    // A plain scalar is as long as its text; one on several lines runs, for a message, to the end of its line.
    [[nodiscard]] std::size_t length_of(const Node& node, const YAML::Mark& mark) const {
        const std::string_view rest = source_.text().substr(at(mark, 0).begin);
        const bool is_quoted = node.form == Form::Quoted && (rest.starts_with('"') || rest.starts_with('\''));
        if (is_quoted) return quoted_length(rest, mark);
        if (rest.starts_with(node.text) && !node.text.empty()) return node.text.size();
        return std::max<std::size_t>(1, std::min(rest.find_first_of("\r\n"), rest.size()));
    }
    // The library takes the end of the text for the end of a quotation, and would make one text of the rest of the
    // case.
    [[nodiscard]] std::size_t quoted_length(std::string_view rest, const YAML::Mark& mark) const {
        const char quote = rest.front();
        for (std::size_t end = 1; end < rest.size(); ++end) {
            const bool is_doubled = quote == '\'' && rest.substr(end).starts_with("''");
            if (is_doubled || (quote == '"' && rest[end] == '\\')) {
                ++end;
            } else if (rest[end] == quote) {
                return end + 1;
            }
        }
        throw Refused{{Code::YamlUnreadable, at(mark, 1), {reason_for(YAML::ErrorMsg::EOF_IN_SCALAR)}, {}}};
    }
    // `inkomen:25.000` where a name belongs, or alone on its line, is one word to the library.
    void refuse_missing_space(const Node& node) const {
        if (node.form != Form::Word) return;
        const bool is_name = !open_.empty() && open_.back().node.form == Form::Mapping && !open_.back().has_key;
        if (!is_name && !starts_line(node.where.begin)) return;
        if (auto slip = missing_space(node.text, node.where)) throw Refused{std::move(*slip)};
    }
    [[nodiscard]] bool starts_line(std::uint32_t at) const {
        const std::string_view before = source_.text().substr(0, at);
        const std::size_t last = before.find_last_not_of(" -");
        return last == std::string_view::npos || before[last] == '\n';
    }
    void refuse_anchor(YAML::anchor_t anchor, const YAML::Mark& mark) const {
        if (anchor != 0) throw Refused{{Code::YamlReference, at(mark, 1), {}, {}}};
    }
    void refuse_tag(const std::string& tag, const YAML::Mark& mark) const {
        if (!tag.empty() && tag != "?" && tag != "!") throw Refused{{Code::YamlTag, at(mark, 1), {}, {}}};
    }

    const SourceText& source_;
    std::size_t offset_;
    int last_start_ = -1;
    std::size_t values_ = 0;
    std::vector<Open> open_;
};

Diagnostic from_exception(const YAML::Exception& exception, const Builder& builder) {
    const Span where = builder.at(exception.mark, 1);
    if (auto slip = first_slip(builder.source(), where.begin)) return std::move(*slip);
    if (is_about_references(exception.msg)) return {Code::YamlReference, where, {}, {}};
    if (is_about_tags(exception.msg)) return {Code::YamlTag, where, {}, {}};
    return {Code::YamlUnreadable, where, {reason_for(exception.msg)}, {}};
}

// Reads the next document into the builder; false at the end of the text, and after a mistake.
bool read_document(YAML::Parser& parser, Builder& builder, Diagnostics& diagnostics) {
    try {
        return parser.HandleNextDocument(builder);
    } catch (const Refused& refused) {
        diagnostics.report(refused.why);
    } catch (const YAML::Exception& exception) {
        diagnostics.report(from_exception(exception, builder));
    } catch (const std::exception&) {
        diagnostics.report(Code::YamlUnreadable, builder.at(YAML::Mark(), 1), {reason_for({})});
    }
    return false;
}

}  // namespace

void documents_from_yaml(const SourceText& source, Diagnostics& diagnostics,
                         const std::function<void(const Node&)>& on_document) {
    const auto text = plain_text(source, largest_yaml);
    if (!text) {
        diagnostics.report(text.error());
        return;
    }
    if (auto control = control_character(source)) {
        diagnostics.report(std::move(*control));
        return;
    }
    Builder builder(source, source.text().size() - text->size());
    std::istringstream stream(with_decimal_commas(*text));
    YAML::Parser parser(stream);
    while (read_document(parser, builder, diagnostics)) on_document(builder.document);
}

}  // namespace toets::cases
