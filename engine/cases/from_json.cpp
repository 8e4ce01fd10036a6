#include "cases/from_json.h"

#include "cases/checkpoint.h"
#include "cases/json_cases.h"
#include "cases/json_elements.h"
#include "cases/plain_text.h"

namespace toets::cases {

namespace {

constexpr std::size_t largest_json = std::size_t{64} << 20U;  // bytes

}  // namespace

bool from_json(const SourceText& source, const ReadOptions& options, Caseload& caseload, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    const auto text = plain_text(source, largest_json);
    if (!text) {
        diagnostics.report(text.error());
        return false;
    }
    const Checkpoint before(caseload);
    std::string padded(*text);
    padded.append(json_padding, ' ');
    const auto offset = static_cast<std::uint32_t>(source.text().size() - text->size());
    const JsonText json{std::string_view(padded).substr(0, text->size()), source.id(), offset};
    JsonCases reader(caseload, options, options.keep_provenance);
    std::size_t count = 0;
    for_each_element(json, diagnostics, [&](const JsonText& element) {
        ++count;
        if (diagnostics.error_count() > errors + Diagnostics::limit) return;  // refused, and told often enough
        const std::string label = count == 1 ? options.label : options.label + " (" + std::to_string(count) + ")";
        reader.read(element, label, diagnostics);
    });
    if (diagnostics.error_count() == errors && count == 0) {
        diagnostics.report(Code::EmptyCaseFile, {source.id(), 0, 0});
    }
    if (diagnostics.error_count() == errors) return true;
    before.restore(caseload);
    return false;
}

}  // namespace toets::cases
