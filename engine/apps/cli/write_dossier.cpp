#include "apps/cli/write_dossier.h"

#include <algorithm>
#include <filesystem>

#include "base/ensure.h"
#include "dossier/from_answer.h"
#include "dossier/inputs.h"
#include "dossier/seal.h"
#include "dossier/to_text.h"
#include "pipeline/case_files.h"
#include "pipeline/derive_again.h"
#include "pipeline/read_file.h"

namespace toets::cli {

namespace {

constexpr std::size_t least_secret = 32;  // characters: 128 bits as hexadecimals
constexpr std::size_t most_bytes_of_secret = std::size_t{1} << 20U;

std::string base_name(std::string_view path) { return std::filesystem::path(path).filename().string(); }

// Empty when none was asked for.
Result<std::string> read_secret(const std::string& path) {
    if (path.empty()) return std::string();
    Result<std::string> text = pipeline::read_file(path, most_bytes_of_secret);
    if (!text) return text;
    text->erase(text->find_last_not_of(" \t\r\n") + 1);
    if (text->size() >= least_secret) return text;
    return failure(Code::SecretTooShort, {}, {word("path", path), word("least", std::to_string(least_secret))});
}

dossier::Inputs to_inputs(const AnsweredCase& answered, const Options& options) {
    const Sources& sources = answered.compilation.sources;
    const cases::CaseInfo& info = answered.caseload.cases.front();
    const SourceText& text = sources[info.where.source];
    dossier::Inputs inputs;
    inputs.version = TOETS_VERSION;
    for (const syntax::Document& document : answered.compilation.documents) {
        const SourceText& source = sources[document.source];
        inputs.documents.push_back({base_name(source.path()), std::string(source.text())});
    }
    inputs.given = answered.compilation.given;
    inputs.reference_date = *answered.answer.reference_date;
    inputs.known_on = options.known_on;
    inputs.label = info.label;
    inputs.case_name = base_name(text.path());
    inputs.is_json = pipeline::is_json_case(text);
    inputs.text = std::string(text.text());
    const auto document = dossier::read_document(text, inputs.is_json);
    ensure(document.has_value());
    inputs.facts = dossier::to_rows(*document, answered.caseload, sources).rows;
    return inputs;
}

bool has_classes(const dossier::Inputs& inputs) {
    return std::any_of(inputs.facts.begin(), inputs.facts.end(),
                       [](const dossier::FactRow& row) { return !row.classes.is_empty(); });
}

bool fail(const Diagnostic& diagnostic, const Options& options) {
    print_diagnostic(diagnostic, options.language);
    return false;
}

}  // namespace

bool write_dossier(const AnsweredCase& answered, const Options& options) {
    const Result<std::string> secret = read_secret(options.secret);
    if (!secret) return fail(secret.error(), options);
    dossier::Inputs inputs = to_inputs(answered, options);
    if (!options.registers.empty()) {
        Result<dossier::RegisterUsed> used = pipeline::to_register_used(options.registers, options.mapping);
        if (!used) return fail(used.error(), options);
        inputs.beside = std::move(*used);
    }
    dossier::Dossier made = dossier::from_answer(inputs, *answered.compilation.program, answered.answer);
    dossier::seal(made, *secret);
    const std::string text = dossier::to_text(made);
    if (text.size() > dossier::most_bytes) {
        const std::string limit = std::to_string(dossier::most_bytes >> 20U) + " MiB";
        return fail({Code::FileTooLarge, {}, {word("path", options.dossier), word("limit", limit)}, {}}, options);
    }
    if (secret->empty() && has_classes(inputs)) {
        print_diagnostic({Code::NothingCanBeLeftOut, {}, {word("path", options.dossier)}, {}}, options.language);
    }
    return write_output(text, options.dossier, options.language);
}

}  // namespace toets::cli
