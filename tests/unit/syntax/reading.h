// Reads a text as the engine does, and keeps what came of it together for a test.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "diagnostics/to_text.h"
#include "syntax/from_text.h"
#include "syntax/to_text.h"

namespace toets::syntax {

struct ReadText {
    explicit ReadText(std::string text, bool literate = false)
        : source(sources.add(literate ? "test.md" : "test.toets", std::move(text))),
          document(from_text(source, literate, diagnostics)) {}

    [[nodiscard]] std::string messages() const { return to_text(diagnostics, sources, Language::Dutch); }
    [[nodiscard]] std::string printed() const { return to_text(document, source); }
    [[nodiscard]] std::string dumped() const { return to_dump(document); }
    // "S044 3": the code and the line of each diagnostic, in the order of their places.
    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> places;
        for (const Diagnostic& diagnostic : diagnostics.sorted()) {
            const std::uint32_t line = source.position(diagnostic.where.begin).line;
            places.push_back(std::string(to_code_text(diagnostic.code)) + " " + std::to_string(line));
        }
        return places;
    }

    Sources sources;
    Diagnostics diagnostics;
    const SourceText& source;
    Document document;
};

inline std::string text_of_file(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::vector<std::filesystem::path> files_under(const std::filesystem::path& folder,
                                                      const std::string& extension) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace toets::syntax
