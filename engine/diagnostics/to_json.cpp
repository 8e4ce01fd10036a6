#include <nlohmann/json.hpp>

#include "diagnostics/to_text.h"

namespace toets {

namespace {

using Json = nlohmann::ordered_json;

void add_place(Json& object, Span where, const Sources& sources) {
    if (!where.is_valid()) return;
    const SourceText& source = sources[where.source];
    const Position begin = source.position(where.begin);
    const Position end = source.position(where.end);
    object["file"] = source.path();
    object["line"] = begin.line;
    object["column"] = begin.column;
    object["end_line"] = end.line;
    object["end_column"] = end.column;
}

Json to_object(const Diagnostic& diagnostic) {
    Json object;
    object["code"] = to_code_text(diagnostic.code);
    object["severity"] = severity(diagnostic.code) == Severity::Error ? "error" : "warning";
    object["message"] = {{"nl", message(diagnostic, Language::Dutch)}, {"en", message(diagnostic, Language::English)}};
    return object;
}

Json to_object(const Note& note, const Sources& sources) {
    Json object = to_object(Diagnostic{note.code, note.where, note.arguments, {}});
    object.erase("severity");
    add_place(object, note.where, sources);
    return object;
}

Json to_object(const Diagnostic& diagnostic, const Sources& sources) {
    Json object = to_object(diagnostic);
    add_place(object, diagnostic.where, sources);
    for (const Note& note : diagnostic.notes) object["notes"].push_back(to_object(note, sources));
    return object;
}

}  // namespace

std::string to_json(const Diagnostics& diagnostics, const Sources& sources) {
    Json array = Json::array();
    for (const Diagnostic& diagnostic : diagnostics.sorted()) array.push_back(to_object(diagnostic, sources));
    return array.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace toets
