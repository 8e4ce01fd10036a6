// A page of the documentation and the blocks in it that can be run.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace documented {

enum class Role { Example, Mistake, Mapping, Case, CaseMistake, Answer, Agenda };

struct Block {
    Role role = Role::Example;
    std::string name;
    std::vector<std::string> arguments;  // what follows the name: a code, or options
    std::string language;                // after the fence: toets, markdown, yaml ...
    std::string text;
    std::size_t line = 0;   // of the comment, from 1
    std::size_t begin = 0;  // of the text, in bytes
};

struct Page {
    std::filesystem::path path;
    std::string text;
    std::vector<Block> blocks;
};

// Throws std::runtime_error when a comment has no block under it.
Page page_from_file(const std::filesystem::path& path);

}  // namespace documented
