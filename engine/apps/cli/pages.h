// The pages of docs/diagnostics, made part of the program when it is built (embed_pages.cmake).
#pragma once

#include <span>
#include <string_view>

namespace toets::cli {

struct Page {
    std::string_view code;  // "N201"
    std::string_view text;
};
std::span<const Page> pages();

}  // namespace toets::cli
