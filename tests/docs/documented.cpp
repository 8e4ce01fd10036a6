// documented --toets BINARY PAGE...             runs the examples of the pages
// documented --update --toets BINARY PAGE...    rewrites the answers in the pages; review the difference like code
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <set>
#include <stdexcept>

#include "page.h"
#include "process.h"

namespace documented {

namespace {

namespace fs = std::filesystem;

// The warnings an example may give: what it shows is not supported yet.
const std::set<std::string> not_yet = {"R001"};

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "toets-docs-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
        root_ = name;
        fs::create_directory(path());
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path path() const { return root_ / "voorbeelden"; }

private:
    fs::path root_;
};

std::string file_name(const Block& block) {
    return block.name + "." + (block.language == "markdown" ? "md" : block.language);
}

std::set<std::string> codes_in(const std::string& text) {
    static const std::regex pattern("\\b(?:fout|waarschuwing) ([A-Z][0-9]{3})\\b");
    std::set<std::string> codes;
    for (std::sregex_iterator code(text.begin(), text.end(), pattern), end; code != end; ++code)
        codes.insert((*code)[1]);
    return codes;
}

bool is_answer(const Block& block) { return block.role == Role::Answer || block.role == Role::Agenda; }

// The lines of a calendar end in two characters; a page has one.
std::string with_page_line_ends(std::string text) {
    std::erase(text, '\r');
    return text;
}

class PageTest {
public:
    PageTest(Page& page, fs::path toets, bool is_update)
        : page_(page), toets_(std::move(toets)), is_update_(is_update) {}

    std::size_t run() {
        for (const Block& block : page_.blocks) {
            if (!is_answer(block)) std::ofstream(folder_.path() / file_name(block)) << block.text;
        }
        for (const Block& block : page_.blocks) run(block);
        if (is_update_ && !answers_.empty()) write_answers();
        return failures_;
    }

private:
    void run(const Block& block) {
        switch (block.role) {
            case Role::Example: agreement_ = file_name(block); return run_example(block);
            case Role::Mistake: return run_mistake(block, {"show", "--stage", "model", file_name(block)});
            case Role::Mapping: mapping_ = file_name(block); return;
            case Role::Case: case_ = file_name(block); return;
            case Role::CaseMistake: return run_mistake(block, with_case("check", file_name(block)));
            case Role::Answer: return run_answer(block, "check");
            case Role::Agenda: return run_answer(block, "agenda");
        }
    }

    // A register needs the mapping above it.
    [[nodiscard]] std::vector<std::string> with_case(const std::string& command, const std::string& file) const {
        std::vector<std::string> arguments = {command, agreement_, "--case", file};
        if (file.ends_with(".csv")) arguments.insert(arguments.end(), {"--mapping", mapping_});
        return arguments;
    }

    golden::Outcome toets(const std::vector<std::string>& arguments) const {
        return golden::run(toets_, arguments, folder_.path());
    }

    void fail(const Block& block, const std::string& why) {
        ++failures_;
        fmt::print("{}:{}: {}: {}\n", page_.path.string(), block.line, block.name, why);
    }

    void run_example(const Block& block) {
        const golden::Outcome outcome = toets({"show", "--stage", "model", file_name(block)});
        std::set<std::string> codes = codes_in(outcome.error);
        for (const std::string& code : not_yet) codes.erase(code);
        if (outcome.exit_status != 0 || !codes.empty()) fail(block, "is not accepted\n" + outcome.error);
    }

    void run_mistake(const Block& block, const std::vector<std::string>& arguments) {
        const golden::Outcome outcome = toets(arguments);
        const std::set<std::string> codes = codes_in(outcome.error);
        for (const std::string& code : block.arguments) {
            if (!codes.contains(code)) fail(block, "does not give " + code + "\n" + outcome.error);
        }
        if (block.arguments.empty()) fail(block, "names no code");
    }

    void run_answer(const Block& block, const std::string& command) {
        std::vector<std::string> arguments = with_case(command, case_);
        arguments.insert(arguments.end(), block.arguments.begin(), block.arguments.end());
        const golden::Outcome outcome = toets(arguments);
        if (outcome.exit_status == 2) return fail(block, "gives no answer\n" + outcome.error);
        answers_.emplace_back(&block, with_page_line_ends(outcome.out));
        const std::string& answer = answers_.back().second;
        if (answer != block.text && !is_update_) fail(block, "is now\n" + answer);
    }

    void write_answers() {
        for (auto answer = answers_.rbegin(); answer != answers_.rend(); ++answer) {
            const auto& [block, text] = *answer;
            page_.text.replace(block->begin, block->text.size(), text);
        }
        std::ofstream(page_.path, std::ios::binary) << page_.text;
    }

    Page& page_;
    fs::path toets_;
    bool is_update_;
    Folder folder_;
    std::string agreement_;
    std::string mapping_;
    std::string case_;
    std::vector<std::pair<const Block*, std::string>> answers_;
    std::size_t failures_ = 0;
};

struct Options {
    bool is_update = false;
    fs::path toets;
    std::vector<fs::path> pages;
};

std::optional<Options> read_options(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (words[index] == "--update") {
            options.is_update = true;
        } else if (words[index] == "--toets" && index + 1 < words.size()) {
            options.toets = fs::absolute(words[++index]);
        } else {
            options.pages.emplace_back(words[index]);
        }
    }
    return options.toets.empty() || options.pages.empty() ? std::nullopt : std::optional(options);
}

int run_all(const Options& options) {
    std::size_t failures = 0;
    std::size_t blocks = 0;
    for (const fs::path& path : options.pages) {
        Page page = page_from_file(path);
        blocks += page.blocks.size();
        failures += PageTest(page, options.toets, options.is_update).run();
    }
    fmt::print("{} blocks, {} not as they should be\n", blocks, failures);
    return failures == 0 ? 0 : 1;
}

}  // namespace

}  // namespace documented

int main(int count, char** words) {
    try {
        const auto options = documented::read_options({words + 1, words + count});
        if (options) return documented::run_all(*options);
        fmt::print(stderr, "documented [--update] --toets BINARY PAGE...\n");
    } catch (const std::exception& error) {
        fmt::print(stderr, "documented: {}\n", error.what());
    }
    return 2;
}
