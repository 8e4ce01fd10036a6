// toets verify and toets redact: dossiers that were made with toets check --dossier.
#include "apps/cli/commands.h"
#include "dossier/redact.h"
#include "dossier/to_text.h"
#include "dossier/verification.h"
#include "pipeline/derive_again.h"
#include "pipeline/read_file.h"

namespace toets::cli {

namespace {

struct OpenDossier {
    std::string text;
    dossier::Dossier dossier;
};

// What is wrong with it is printed.
std::optional<OpenDossier> open_dossier(const Options& options) {
    Result<std::string> text = pipeline::read_file(options.dossier, dossier::most_bytes);
    if (!text) {
        print_diagnostic(text.error(), options.language);
        return std::nullopt;
    }
    Result<dossier::Dossier> dossier = dossier::from_text(*text, options.dossier);
    if (!dossier) {
        print_diagnostic(dossier.error(), options.language);
        return std::nullopt;
    }
    return OpenDossier{std::move(*text), std::move(*dossier)};
}

}  // namespace

int verify(const Options& options) {
    const std::optional<OpenDossier> open = open_dossier(options);
    if (!open) return exit_error;
    std::vector<std::string> inputs = options.registers;
    inputs.push_back(options.dossier);
    if (is_input(options.output, inputs, "-o", options.language)) return exit_error;
    dossier::Verification verification = dossier::check_itself(open->dossier, open->text, options.fingerprint);
    const pipeline::Again again{options.dossier, TOETS_VERSION, options.registers, options.mapping};
    const auto derived = pipeline::derive_again(open->dossier, again, verification);
    if (!derived) {
        print_diagnostic(derived.error(), options.language);
        return exit_error;
    }
    Diagnostics agreement;  // only why it cannot be read: its warnings were told when it was used
    if (!derived->compilation.program) agreement = derived->compilation.diagnostics;
    print_diagnostics(agreement, derived->compilation.sources, options.language);
    print_diagnostics(derived->diagnostics, derived->compilation.sources, options.language);
    if (!derived->is_register_readable) return exit_error;
    const std::string output = options.format == OutputFormat::Json ? dossier::to_json(verification)
                                                                    : dossier::to_text(verification, options.language);
    if (!write_output(output, options.output, options.language)) return exit_error;
    return verification.holds() ? exit_good : exit_not_good;
}

int redact(const Options& options) {
    const std::optional<OpenDossier> open = open_dossier(options);
    if (!open) return exit_error;
    if (is_input(options.output, {options.dossier}, "-o", options.language)) return exit_error;
    if (open->text != dossier::to_text(open->dossier)) {
        print_diagnostic({Code::DossierIsChanged, {}, {word("path", options.dossier)}, {}}, options.language);
        return exit_error;
    }
    dossier::Classes classes;
    for (const std::string& name : options.dropped) classes.add(*dossier::class_from_word(name));
    const Result<dossier::Dossier> copy = dossier::without(open->dossier, classes, options.dossier);
    if (!copy) {
        print_diagnostic(copy.error(), options.language);
        return exit_error;
    }
    return write_output(dossier::to_text(*copy), options.output, options.language) ? exit_good : exit_error;
}

}  // namespace toets::cli
