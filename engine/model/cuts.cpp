#include "model/cuts.h"

#include <algorithm>

namespace toets::model {

Cuts all_cuts(const PhraseReader& reader, std::size_t begin, std::size_t end,
              const std::vector<std::string_view>& links, const Fits& fits) {
    constexpr std::size_t most_cuts = 8;
    Cuts cuts;
    if (fits(begin, end)) cuts.push_back({{begin, end}});
    for (std::size_t cut = begin + 1; cut + 1 < end; ++cut) {
        const bool is_link =
            std::any_of(links.begin(), links.end(), [&](std::string_view link) { return reader.is_word(cut, link); });
        if (!is_link || !fits(begin, cut)) continue;
        for (auto& rest : all_cuts(reader, cut + 1, end, links, fits)) {
            if (cuts.size() >= most_cuts) break;
            rest.insert(rest.begin(), {begin, cut});
            cuts.push_back(std::move(rest));
        }
    }
    return cuts;
}

void report_cuts(Context& context, const PhraseReader& reader, const Cuts& cuts) {
    std::string readings;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        readings += (i > 0 ? "; (" : "(") + std::to_string(i + 1) + ")";
        for (const auto& [begin, end] : cuts[i]) readings += " \"" + key_of(reader.words(), begin, end) + "\"";
    }
    context.report(Code::AmbiguousPhrase, reader.where(0, reader.size()),
                   {word("name", key_of(reader.words(), 0, reader.size())), word("readings", readings)});
}

}  // namespace toets::model
