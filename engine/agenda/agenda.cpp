#include "agenda/agenda.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::agenda {

using explanation::Phrase;
using explanation::say;

namespace {

// "de cliënt" stands with the c.
std::string sort_key(const std::string& party) {
    std::string key = fold(party);
    for (const std::string_view article : {"de ", "het ", "the "}) {
        if (key.starts_with(article)) return key.substr(article.size());
    }
    return key;
}

struct Key {
    std::string party;
    bool has_no_date = false;
    std::int32_t days = 0;
    std::string label, rule, thing, words;
    friend auto operator<=>(const Key&, const Key&) = default;
};

Key key_of(const Entry& entry) {
    return {sort_key(entry.party), !entry.date, entry.date ? entry.date->days : 0, entry.label, entry.rule,
            entry.thing,           entry.words};
}

}  // namespace

void sort_entries(std::vector<Entry>& entries) {
    std::vector<std::pair<Key, std::size_t>> order;
    order.reserve(entries.size());
    for (std::size_t index = 0; index < entries.size(); ++index) order.emplace_back(key_of(entries[index]), index);
    std::sort(order.begin(), order.end());
    std::vector<Entry> sorted;
    for (std::size_t index = 0; index < order.size(); ++index) {
        const bool is_same = index > 0 && order[index].first == order[index - 1].first;
        if (!is_same) sorted.push_back(std::move(entries[order[index].second]));
    }
    entries = std::move(sorted);
}

std::string_view to_code(Entry::What what) {
    switch (what) {
        case Entry::What::Arrange: return "arrange";
        case Entry::What::Move: return "move";
        case Entry::What::Repair: return "repair";
        case Entry::What::Perform: return "perform";
        case Entry::What::Supply: return "supply";
        case Entry::What::Refrain: return "refrain";
        case Entry::What::Expires: return "expires";
        case Entry::What::Possible: return "possible";
    }
    return {};
}

std::string_view to_code(Entry::State state) {
    switch (state) {
        case Entry::State::Overdue: return "overdue";
        case Entry::State::Open: return "open";
        case Entry::State::Expires: return "expires";
        case Entry::State::Possible: return "possible";
    }
    return {};
}

std::string state_words(const Entry& entry, Language language) {
    switch (entry.state) {
        case Entry::State::Overdue:
            return say(Phrase::AgendaOverdue, language,
                       {{"late", to_words(Duration{entry.days_late(), Duration::Unit::Days}, language)}});
        case Entry::State::Open: return say(Phrase::AgendaOpen, language);
        case Entry::State::Expires: return say(Phrase::AgendaExpiring, language);
        case Entry::State::Possible: break;
    }
    return say(Phrase::AgendaPossibleFrom, language);
}

std::string rule_words(const Entry& entry, Language language) {
    if (entry.rule.empty()) return {};
    const std::string where = entry.article.empty() ? entry.document : entry.article;
    const std::string name = explanation::to_words(entry.kind, language) + " " + entry.rule;
    return where.empty() ? name : name + " (" + where + ")";
}

std::string party_words(const Entry& entry, Language language) {
    if (entry.or_else.empty()) return entry.party;
    return say(Phrase::AgendaOrElse, language,
               {{"party", entry.party}, {"others", explanation::joined(entry.or_else, ", ")}});
}

}  // namespace toets::agenda
