#include "page.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace documented {

namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

// `<!-- zaak: naam -->` without its text; empty for any other line.
std::optional<Block> block_from_comment(std::string_view line) {
    static const std::map<std::string, Role> roles = {{"voorbeeld:", Role::Example}, {"fout:", Role::Mistake},
                                                      {"zaak:", Role::Case},         {"zaakfout:", Role::CaseMistake},
                                                      {"antwoord:", Role::Answer},   {"agenda:", Role::Agenda},
                                                      {"koppeling:", Role::Mapping}};
    if (!line.starts_with("<!-- ") || !line.ends_with(" -->")) return std::nullopt;
    const std::vector<std::string> words = words_of(line.substr(5, line.size() - 9));
    if (words.size() < 2) return std::nullopt;
    const auto role = roles.find(words[0]);
    if (role == roles.end()) return std::nullopt;
    Block block;
    block.role = role->second;
    block.name = words[1];
    block.arguments.assign(words.begin() + 2, words.end());
    return block;
}

std::size_t fence_length(std::string_view line) {
    const std::size_t length = std::min(line.find_first_not_of('`'), line.size());
    return length >= 3 ? length : 0;
}

// "```toets fout" and "```toets goed" on a page about a code: text that gives that code, and text that does not.
std::optional<Block> block_from_fence(std::string_view info, const std::filesystem::path& page, std::size_t line) {
    const bool is_mistake = info == "toets fout";
    if (!is_mistake && info != "toets goed") return std::nullopt;
    Block block;
    block.role = is_mistake ? Role::Mistake : Role::Example;
    block.name = fmt::format("{}-{}", info.substr(info.find(' ') + 1), line);
    if (is_mistake) block.arguments = {page.stem().string()};
    return block;
}

// Line by line, with the byte where each begins.
class Reader {
public:
    explicit Reader(Page& page) : page_(page) {}

    void read() {
        while (next()) {
            const std::size_t fence = fence_length(line_);
            auto block =
                fence > 0 ? block_from_fence(line_.substr(fence), page_.path, number_) : block_from_comment(line_);
            if (block) {
                block->line = number_;
                page_.blocks.push_back(take(*block, fence));
            } else if (fence > 0) {
                skip(fence);
            }
        }
    }

private:
    bool next() {
        if (at_ >= page_.text.size()) return false;
        const std::size_t end = std::min(page_.text.find('\n', at_), page_.text.size());
        line_ = std::string_view(page_.text).substr(at_, end - at_);
        begin_ = at_;
        at_ = end + 1;
        ++number_;
        return true;
    }
    void skip(std::size_t fence) {
        while (next() && fence_length(line_) < fence) continue;
    }
    // `fence` is 0 when the line at hand is the comment above the block.
    Block take(Block block, std::size_t fence) {
        if (fence == 0 && next()) fence = fence_length(line_);
        if (fence == 0) throw std::runtime_error(fmt::format("{}:{}: no block here", page_.path.string(), number_));
        const std::string_view info = line_.substr(fence);
        block.language = std::string(info.substr(0, info.find(' ')));
        block.begin = std::min(at_, page_.text.size());
        skip(fence);
        block.text = page_.text.substr(block.begin, begin_ - block.begin);
        return block;
    }

    Page& page_;
    std::string_view line_;
    std::size_t begin_ = 0;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
};

}  // namespace

Page page_from_file(const std::filesystem::path& path) {
    Page page{path, read_file(path), {}};
    Reader(page).read();
    return page;
}

}  // namespace documented
