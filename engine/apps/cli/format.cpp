// toets fmt: an agreement in its canonical form.
#include <filesystem>

#include "apps/cli/commands.h"
#include "syntax/to_text.h"

namespace toets::cli {

namespace {

struct Formatted {
    std::string path;
    std::string before;
    std::string after;
};

// Nothing when the file cannot be read without errors: those must be mended first.
std::optional<Formatted> format_one(const std::string& path, Language language) {
    const pipeline::Compilation compilation = pipeline::compile_alone(path);
    print_diagnostics(compilation.diagnostics, compilation.sources, language);
    if (compilation.diagnostics.has_errors() || compilation.documents.empty()) return {};
    const syntax::Document& document = compilation.documents.front();
    const SourceText& source = compilation.sources[document.source];
    return Formatted{path, std::string(source.text()), syntax::to_text(document, source)};
}

// The old file stays whole until the new one is complete.
bool replace_file(const Formatted& file, Language language) {
    const std::string temporary = file.path + ".toets-nieuw";
    if (!write_output(file.after, temporary, language)) return false;
    std::error_code error;
    std::filesystem::rename(temporary, file.path, error);
    if (!error) return true;
    print_diagnostic({Code::CannotWrite, {}, {word("path", file.path)}, {}}, language);
    std::filesystem::remove(temporary, error);
    return false;
}

}  // namespace

int format(const Options& options) {
    int exit = exit_good;
    for (const std::string& path : options.agreements) {
        const std::optional<Formatted> file = format_one(path, options.language);
        if (!file) {
            exit = exit_error;
        } else if (options.is_check_only) {
            if (file->before == file->after) continue;
            write_output(path + "\n", {}, options.language);
            exit = worse_exit(exit, exit_not_good);
        } else if (!options.writes) {
            write_output(file->after, {}, options.language);
        } else if (file->before != file->after && !replace_file(*file, options.language)) {
            exit = exit_error;
        }
    }
    return exit;
}

}  // namespace toets::cli
