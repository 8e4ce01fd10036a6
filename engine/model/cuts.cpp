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

void report_missing_link(Context& context, const syntax::Phrase& last, std::string_view link) {
    const bool has_link = std::any_of(last.words.begin(), last.words.end(), [](const syntax::Word& word) {
        return word.kind == syntax::WordKind::Link && (word.folded == "en" || word.folded == "of");
    });
    if (!has_link) return;
    context.report(Code::CommaWithoutLink, last.where,
                   {word("name", name_text(last)), word("link", std::string(link))});
}

void report_cuts(Context& context, const PhraseReader& reader, const Cuts& cuts) {
    std::string readings;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        readings += (i > 0 ? "; (" : "(") + std::to_string(i + 1) + ")";
        for (const auto& [begin, end] : cuts[i]) readings += " \"" + name_text(reader.words(), begin, end) + "\"";
    }
    context.report(Code::AmbiguousPhrase, reader.where(0, reader.size()),
                   {word("name", name_text(reader.words(), 0, reader.size())), word("readings", readings)});
}

}  // namespace toets::model
