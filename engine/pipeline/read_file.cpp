#include "pipeline/read_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/text.h"

namespace toets::pipeline {

namespace {

Result<std::string> read_stream(std::istream& stream, const std::string& path, std::size_t most_bytes) {
    std::string text;
    std::string chunk(std::size_t{64} << 10U, '\0');
    while (stream) {
        stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        text.append(chunk, 0, static_cast<std::size_t>(stream.gcount()));
        if (text.size() > most_bytes) {
            return failure(Code::FileTooLarge, {},
                           {word("path", path), word("limit", fmt::format("{} MiB", most_bytes >> 20U))});
        }
    }
    if (stream.bad()) return failure(Code::FileNotFound, {}, {word("path", path)});
    if (const auto invalid = first_invalid_utf8(text)) {
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n');
        return failure(Code::NotUtf8, {}, {word("path", path), word("line", std::to_string(line))});
    }
    return text;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t most_bytes) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return failure(Code::FileNotFound, {}, {word("path", path)});
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return failure(Code::FileNotFound, {}, {word("path", path)});
    return read_stream(stream, path, most_bytes);
}

Result<std::string> read_input(std::size_t most_bytes) { return read_stream(std::cin, "-", most_bytes); }

}  // namespace toets::pipeline
