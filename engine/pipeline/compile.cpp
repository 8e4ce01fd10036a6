#include "pipeline/compile.h"

#include <filesystem>
#include <set>

#include "base/text.h"
#include "model/from_syntax.h"
#include "pipeline/find_document.h"
#include "pipeline/read_file.h"
#include "program/from_model.h"
#include "syntax/from_text.h"

namespace toets::pipeline {

namespace {

constexpr std::size_t most_agreement_files = 200;
constexpr std::size_t most_steps = 16;

// Articles are noise in a name, also between `gebruikt` and the name.
std::string folded(const syntax::Phrase& phrase) {
    std::string text;
    for (const syntax::Word& word : phrase.words) {
        if (word.kind != syntax::WordKind::Article) text += (text.empty() ? "" : " ") + word.folded;
    }
    return text;
}

std::string written(const syntax::Phrase& phrase) {
    std::string text;
    for (const syntax::Word& word : phrase.words) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

const syntax::DocumentHeader* header_of(const syntax::Document& document) {
    for (const syntax::Block& block : document.blocks) {
        for (const syntax::Header& header : block.headers) {
            if (const auto* found = std::get_if<syntax::DocumentHeader>(&header.kind)) return found;
        }
    }
    return nullptr;
}

// What a document asks for with `gebruikt`.
std::vector<syntax::Phrase> uses_of(const syntax::Document& document) {
    std::vector<syntax::Phrase> uses;
    for (const syntax::Block& block : document.blocks) {
        for (const syntax::Header& header : block.headers) {
            for (const syntax::Clause& clause : header.clauses) {
                const auto* found = std::get_if<syntax::UsesClause>(&clause.kind);
                if (found != nullptr) uses.insert(uses.end(), found->documents.begin(), found->documents.end());
            }
        }
    }
    return uses;
}

class Loader {
public:
    explicit Loader(Compilation& compilation) : compilation_(compilation) {}

    void load(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) load_given(path);
    }
    void load_used() {
        for (std::size_t i = 0; i < compilation_.documents.size(); ++i) load_uses_of(i);
    }

private:
    void load_given(const std::string& path) {
        if (!is_agreement_path(path)) {
            report(Code::UnknownFileKind, {}, {term("kinds", ".md of .toets", ".md or .toets"), word("path", path)});
            return;
        }
        read(path, 0);
    }

    // Reads and parses a file once.
    void read(const std::string& path, std::size_t step) {
        std::error_code error;
        const std::string key = std::filesystem::weakly_canonical(path, error).string();
        if (!seen_.insert(key).second) return;
        if (compilation_.documents.size() >= most_agreement_files) {
            if (seen_.size() == most_agreement_files + 1) {
                report(Code::TooManyFiles, {}, {word("limit", std::to_string(most_agreement_files))});
            }
            return;
        }
        Result<std::string> text = read_file(path, most_bytes_of_agreement);
        if (!text) return compilation_.diagnostics.report(std::move(text.error()));
        const SourceText& source = compilation_.sources.add(path, std::move(*text));
        compilation_.documents.push_back(syntax::from_text(source, is_literate_path(path), compilation_.diagnostics));
        steps_.push_back(step);
        if (const auto* header = header_of(compilation_.documents.back())) names_.insert(folded(header->name));
    }

    void load_uses_of(std::size_t index) {
        for (const syntax::Phrase& name : uses_of(compilation_.documents[index])) {
            if (!names_.contains(folded(name))) load_used(name, index);
        }
    }

    void load_used(const syntax::Phrase& name, std::size_t index) {
        if (steps_[index] + 1 > most_steps) {
            return report(Code::UsesTooDeep, name.where, {word("limit", std::to_string(most_steps))});
        }
        const std::string path = compilation_.sources[compilation_.documents[index].source].path();
        const DocumentSearch search = find_document(folded(name), path);
        const std::vector<std::string> found = that_hold(search.found, folded(name));
        if (found.empty()) return report_not_found(name, search);
        if (found.size() > 1) {
            return report(Code::DocumentFoundTwice, name.where,
                          {word("name", written(name)), word("first", found[0]), word("second", found[1])});
        }
        read(found[0], steps_[index] + 1);
    }

    void report_not_found(const syntax::Phrase& name, const DocumentSearch& search) {
        std::string places;
        for (const std::string& place : search.places) places += (places.empty() ? "`" : ", `") + place + "`";
        std::vector<std::string> known;
        for (const syntax::Document& document : compilation_.documents) {
            if (const auto* header = header_of(document)) known.push_back(written(header->name));
        }
        Argument hint = term("hint", "", "");
        if (const auto near = nearest(written(name), known)) {
            hint = term("hint", " Bedoelde u `" + known[*near] + "`?", " Did you mean `" + known[*near] + "`?");
        }
        report(Code::DocumentNotFound, name.where, {word("name", written(name)), word("places", places), hint});
    }

    // A line that looks like the header may be a remark or prose: only the parser knows.
    static std::vector<std::string> that_hold(const std::vector<std::string>& paths, const std::string& folded_name) {
        std::vector<std::string> holding;
        for (const std::string& path : paths) {
            const Result<std::string> text = read_file(path, most_bytes_of_agreement);
            if (!text) continue;
            Sources scratch;
            Diagnostics unheard;
            const syntax::Document document =
                syntax::from_text(scratch.add(path, *text), is_literate_path(path), unheard);
            const auto* header = header_of(document);
            if (header != nullptr && folded(header->name) == folded_name) holding.push_back(path);
        }
        return holding;
    }

    void report(Code code, Span where, std::vector<Argument> arguments) {
        compilation_.diagnostics.report(code, where, std::move(arguments));
    }

    Compilation& compilation_;
    std::set<std::string> seen_;   // canonical paths
    std::set<std::string> names_;  // of the documents read, folded
    std::vector<std::size_t> steps_;
};

// The stages after the texts were parsed.
void make_program(Compilation& compilation, Stage last) {
    if (last == Stage::Syntax || compilation.documents.empty()) return;
    Diagnostics& diagnostics = compilation.diagnostics;
    std::vector<model::Source> documents;
    for (const syntax::Document& document : compilation.documents) {
        documents.push_back({&document, &compilation.sources[document.source]});
    }
    compilation.model = std::make_unique<model::Model>(model::from_syntax(documents, compilation.sources, diagnostics));
    if (last == Stage::Model || diagnostics.has_errors()) return;
    compilation.program = program::from_model(*compilation.model, diagnostics);
}

}  // namespace

Compilation compile(const std::vector<std::string>& paths, Stage last) {
    Compilation compilation;
    if (paths.empty()) compilation.diagnostics.report(Code::NoAgreement, {});
    Loader loader(compilation);
    loader.load(paths);
    compilation.given = compilation.documents.size();
    loader.load_used();
    make_program(compilation, last);
    return compilation;
}

Compilation compile_texts(std::vector<DocumentText> documents, std::size_t given) {
    Compilation compilation;
    compilation.given = given;
    if (documents.size() > most_agreement_files) {
        compilation.diagnostics.report(Code::TooManyFiles, {}, {word("limit", std::to_string(most_agreement_files))});
        return compilation;
    }
    for (DocumentText& document : documents) {
        const SourceText& source = compilation.sources.add(std::move(document.path), std::move(document.text));
        compilation.documents.push_back(
            syntax::from_text(source, is_literate_path(source.path()), compilation.diagnostics));
    }
    make_program(compilation, Stage::Program);
    return compilation;
}

Compilation compile_alone(const std::string& path) {
    Compilation compilation;
    Loader(compilation).load({path});
    return compilation;
}

}  // namespace toets::pipeline
