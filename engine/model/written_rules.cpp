#include "model/written_rules.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "model/context.h"
#include "model/print.h"

namespace toets::model {

namespace {

using WrittenWords = std::vector<std::string>;

constexpr RuleKind named_kinds[] = {RuleKind::Precondition, RuleKind::TargetNorm, RuleKind::Obligation,
                                    RuleKind::Effort,       RuleKind::Power,      RuleKind::Ban,
                                    RuleKind::Procedure};

// A comma is a word of its own.
WrittenWords cut_in_words(std::string_view text) {
    WrittenWords words;
    std::string word;
    const auto close = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (const char each : text) {
        const bool is_space = each == ' ' || each == '\t' || each == '\n' || each == '\r';
        if (is_space || each == ',' || each == ';') close();
        if (each == ',' || each == ';') words.emplace_back(",");
        if (!is_space && each != ',' && each != ';') word += each;
    }
    close();
    return words;
}

bool is_joint(const std::string& word) { return word == "," || word == "en"; }

std::optional<RuleKind> written_kind(const std::string& folded) {
    for (const RuleKind kind : named_kinds) {
        if (folded == kind_word(kind)) return kind;
    }
    return std::nullopt;
}

bool opens_written(const std::string& folded) { return folded == "artikel" || written_kind(folded).has_value(); }

std::string joined_words(const WrittenWords& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t at = begin; at < end; ++at) text += (text.empty() || words[at] == "," ? "" : " ") + words[at];
    return text;
}

std::optional<int> written_number(const std::string& word) {
    int number = 0;
    const char* end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

// "3a" as 3 and "a".
std::pair<int, std::string> article_order(const std::string& article) {
    int number = 0;
    const char* end = article.data() + article.size();
    const auto [stop, error] = std::from_chars(article.data(), end, number);
    return error == std::errc() ? std::pair{number, std::string(stop, end)} : std::pair{0, article};
}

class WrittenReader {
public:
    WrittenReader(const Model& model, DocumentId document, std::string_view text)
        : model_(model), document_(document), words_(cut_in_words(text)) {
        for (const std::string& word : words_) folded_.push_back(fold(word));
    }

    std::vector<WrittenReference> read() {
        std::size_t begin = 0;
        for (std::size_t at = 1; at + 1 < words_.size(); ++at) {
            if (!is_joint(folded_[at]) || !opens_written(folded_[at + 1])) continue;
            add(begin, at);
            begin = at + 1;
        }
        add(begin, words_.size());
        return std::move(references_);
    }

private:
    void add(std::size_t begin, std::size_t end) {
        while (begin < end && is_joint(folded_[begin])) ++begin;
        while (end > begin && is_joint(folded_[end - 1])) --end;
        if (begin == end) return;
        WrittenReference reference{joined_words(words_, begin, end), {}};
        if (folded_[begin] == "artikel") {
            add_articles(begin, end, reference);
        } else {
            const std::optional<RuleKind> kind = written_kind(folded_[begin]);
            add_named(kind, kind ? begin + 1 : begin, end, reference);
        }
        references_.push_back(std::move(reference));
    }

    void add_articles(std::size_t begin, std::size_t end, WrittenReference& reference) {
        if (begin + 1 == end) return;
        const std::string& first = folded_[begin + 1];
        std::string last = first;
        std::vector<int> paragraphs;
        if (begin + 2 < end && (folded_[begin + 2] == "lid" || folded_[begin + 2] == "leden")) {
            for (std::size_t at = begin + 3; at < end; ++at) {
                if (is_joint(folded_[at])) continue;
                const std::optional<int> number = written_number(folded_[at]);
                if (!number) return;
                paragraphs.push_back(*number);
            }
            if (paragraphs.empty()) return;
        } else if (begin + 6 == end && joined_words(folded_, begin + 2, begin + 5) == "tot en met") {
            last = folded_[begin + 5];
        } else if (begin + 2 != end) {
            return;
        }
        add_where(reference, [&](const Rule& /*rule*/, const RuleVersion& version) {
            const RuleSource& source = version.source;
            if (source.document != document_ || source.article_number.empty()) return false;
            const auto article = article_order(source.article_number);
            if (article < article_order(first) || article_order(last) < article) return false;
            return paragraphs.empty() || std::any_of(paragraphs.begin(), paragraphs.end(), [&](int each) {
                       return std::find(source.paragraphs.begin(), source.paragraphs.end(), each) !=
                              source.paragraphs.end();
                   });
        });
    }

    // With what its header brought along: its duty when it is not met, duties beside a procedure.
    void add_named(std::optional<RuleKind> kind, std::size_t begin, std::size_t end, WrittenReference& reference) {
        const std::string key = key_of(std::string_view(joined_words(folded_, begin, end)));
        std::vector<Span> headers;
        for (const Rule& rule : model_.rules) {
            const bool is_it = (!kind || rule.kind == *kind) && key_of(std::string_view(rule.name)) == key;
            if (!is_it || rule.kind == RuleKind::Hardship) continue;
            for (const RuleVersion& version : rule.versions) headers.push_back(version.where);
        }
        add_where(reference, [&headers](const Rule& /*rule*/, const RuleVersion& version) {
            return std::any_of(headers.begin(), headers.end(), [&](const Span& header) {
                return header.source == version.where.source && header.begin <= version.where.begin &&
                       version.where.end <= header.end;
            });
        });
    }

    template <class Fits>
    void add_where(WrittenReference& reference, Fits fits) {
        for (std::size_t index = 0; index < model_.rules.size(); ++index) {
            const RuleId id = model_.rules.id_at(index);
            const Rule& rule = model_.rules[id];
            if (rule.kind == RuleKind::Hardship) continue;
            for (std::size_t version = 0; version < rule.versions.size(); ++version) {
                if (fits(rule, rule.versions[version])) reference.rules.push_back({id, version});
            }
        }
    }

    const Model& model_;
    DocumentId document_;
    WrittenWords words_;
    WrittenWords folded_;
    std::vector<WrittenReference> references_;
};

}  // namespace

std::vector<WrittenReference> read_written_rules(const Model& model, DocumentId document, std::string_view text) {
    return WrittenReader(model, document, text).read();
}

bool holds_of(const Model& model, const NamesRules& names, std::string_view text) {
    const std::vector<WrittenReference> written = read_written_rules(model, names.document, text);
    const auto is_meant = [&names](VersionOfRule each) {
        return std::find(names.rules.begin(), names.rules.end(), each) != names.rules.end();
    };
    if (!names.every) {
        return std::any_of(written.begin(), written.end(), [&](const WrittenReference& each) {
            return std::any_of(each.rules.begin(), each.rules.end(), is_meant);
        });
    }
    // Of an article a power stays out: it asks nothing, so there is nothing to set aside.
    const auto is_power = [&model](VersionOfRule each) { return model.rules[each.rule].kind == RuleKind::Power; };
    return !written.empty() && std::all_of(written.begin(), written.end(), [&](const WrittenReference& each) {
        return std::any_of(each.rules.begin(), each.rules.end(), is_meant) &&
               std::all_of(each.rules.begin(), each.rules.end(),
                           [&](VersionOfRule rule) { return is_meant(rule) || is_power(rule); });
    });
}

}  // namespace toets::model
