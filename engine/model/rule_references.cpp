#include "model/rule_references.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "model/print.h"

namespace toets::model {

namespace {

constexpr std::string_view until_words = "tot en met";

// "3a" as 3 and "a", "4:13" as 4 and 13, so that article 10 comes after article 9 and 4:13 after 4:2.
using ArticlePlace = std::vector<std::pair<int, std::string>>;
ArticlePlace in_order(std::string_view article) {
    ArticlePlace place;
    while (!article.empty()) {
        const std::size_t end = std::min(article.find_first_of(".:"), article.size());
        const std::string_view part = article.substr(0, end);
        int number = 0;
        const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        const std::size_t digits = error == std::errc() ? static_cast<std::size_t>(stop - part.data()) : 0;
        place.emplace_back(number, part.substr(digits));
        article.remove_prefix(std::min(end + 1, article.size()));
    }
    return place;
}
int paragraph_number(const std::string& word) {
    int number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

bool is_article_number(const std::string& word) { return !word.empty() && word.front() >= '0' && word.front() <= '9'; }

std::optional<RuleKind> kind_of_rule(std::string_view word) {
    for (const RuleKind kind : {RuleKind::Precondition, RuleKind::TargetNorm, RuleKind::Obligation, RuleKind::Effort,
                                RuleKind::Power, RuleKind::Ban, RuleKind::Procedure}) {
        if (word == kind_word(kind)) return kind;
    }
    return std::nullopt;
}

bool opens_reference(std::string_view word) {
    return word == "artikel" || word == "regels" || word == "uitzondering" || kind_of_rule(word).has_value();
}

bool is_document_kind(std::string_view word) {
    return word == "convenant" || word == "prestatieafspraken" || word == "verordening" || word == "wet" ||
           word == "begrippen";
}

// The words of one reference, or of several.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class ReferenceReader {
public:
    ReferenceReader(Context& context, const std::vector<Place>& places, DocumentId document,
                    const syntax::NamedRules& rules)
        : context_(context), places_(places), own_(document), words_(rules.words) {
        result_.where = rules.where;
    }

    ReferredRules read() {
        const auto [end, document] = cut_document();
        if (is_given_up_) return result_;
        named_ = document;
        for (const Part& part : parts(end)) add(part);
        std::sort(result_.versions.begin(), result_.versions.end());
        result_.versions.erase(std::unique(result_.versions.begin(), result_.versions.end()), result_.versions.end());
        return std::move(result_);
    }

private:
    [[nodiscard]] const std::string& word(std::size_t at) const { return words_[at].folded; }
    [[nodiscard]] bool is_word(std::size_t at, std::string_view folded) const {
        return at < words_.size() && words_[at].kind != syntax::WordKind::Quoted && word(at) == folded;
    }
    [[nodiscard]] Span where(Part part) const { return join(words_[part.begin].where, words_[part.end - 1].where); }
    [[nodiscard]] std::string written(Part part) const {
        return std::string(context_.sources[words_.front().where.source].text(where(part)));
    }
    [[nodiscard]] DocumentId searched() const { return named_.is_valid() ? named_ : own_; }
    [[nodiscard]] std::string document_name() const { return context_.model.documents[searched()].name; }

    std::pair<std::size_t, DocumentId> cut_document();
    [[nodiscard]] DocumentId document_at(std::size_t begin) const;
    [[nodiscard]] bool is_name_of_rule(Part part) const;
    std::vector<Part> parts(std::size_t end) const;
    void add(Part part);
    void add_articles(Part part);
    void add_named(Part part, RuleKind kind);
    void add_exemption(Part part);
    void add_tagged(Part part);
    template <class Fits>
    bool add_where(Fits fits);
    bool add_tag(const std::string& tag);
    void report_article(Part part);
    [[nodiscard]] bool is_unreadable(std::optional<RuleKind> kind, const std::string& key) const;

    Context& context_;
    const std::vector<Place>& places_;
    DocumentId own_;
    DocumentId named_{};
    Words words_;
    ReferredRules result_;
    bool is_given_up_ = false;
};

DocumentId ReferenceReader::document_at(std::size_t begin) const {
    const auto find = [this](std::size_t from) {
        const auto found = context_.names.documents.find(key_of(words_, from, words_.size()));
        return found == context_.names.documents.end() ? DocumentId{} : found->second;
    };
    const DocumentId whole = find(begin);
    if (whole.is_valid() || !is_document_kind(word(begin)) || begin + 1 == words_.size()) return whole;
    return find(begin + 1);
}

bool ReferenceReader::is_name_of_rule(Part part) const {
    const auto kind = kind_of_rule(word(part.begin));
    return kind && context_.names.rules.contains({*kind, key_of(words_, part.begin + 1, part.end)});
}

// Where the references end and `van <document>` begins. A rule whose own name holds `van` is not cut.
std::pair<std::size_t, DocumentId> ReferenceReader::cut_document() {
    for (std::size_t at = 1; at + 1 < words_.size(); ++at) {
        if (!is_word(at, "van")) continue;
        const DocumentId found = document_at(at + 1);
        if (found.is_valid()) return {at, found};
        const std::vector<Part> all = parts(words_.size());
        const bool is_in_name = std::any_of(all.begin(), all.end(), [&](const Part& part) {
            return part.begin < at && at < part.end && is_name_of_rule(part);
        });
        if (!is_document_kind(word(at + 1)) || is_in_name) continue;
        std::vector<std::string> known;
        for (const Document& document : context_.model.documents) known.push_back(document.name);
        const std::string name = name_text(words_, at + 2, words_.size());
        context_.report(Code::ReferenceToUnknownDocument, where({at + 1, words_.size()}),
                        {toets::word("name", name), hint_argument(name, known)});
        is_given_up_ = true;
    }
    return {words_.size(), {}};
}

// Cut at each comma or `en` that another reference follows, unless the cut would go through a name.
std::vector<Part> ReferenceReader::parts(std::size_t end) const {
    std::vector<Part> result;
    std::size_t begin = 0;
    for (std::size_t at = 1; at + 1 < end; ++at) {
        if ((!is_word(at, "en") && !is_word(at, ",")) || !opens_reference(word(at + 1))) continue;
        std::size_t next = at + 1;
        while (next < end && !is_word(next, "en") && !is_word(next, ",")) ++next;
        if (is_name_of_rule({begin, next})) continue;
        result.push_back({begin, at});
        begin = at + 1;
    }
    if (begin < end) result.push_back({begin, end});
    return result;
}

void ReferenceReader::add(Part part) {
    const bool is_longer = part.end - part.begin > 1;
    if (is_longer && is_word(part.begin, "artikel") && is_article_number(word(part.begin + 1)))
        return add_articles(part);
    if (is_longer && is_word(part.begin, "uitzondering")) return add_exemption(part);
    const bool is_tag = is_word(part.begin, "regels") && is_word(part.begin + 1, "met") &&
                        is_word(part.begin + 2, "kenmerk") && part.begin + 3 < part.end;
    if (is_tag) return add_tagged(part);
    const auto kind = kind_of_rule(word(part.begin));
    if (is_longer && kind) return add_named(part, *kind);
    context_.report(Code::ReferenceUnreadable, where(part), {toets::word("found", written(part))});
}

template <class Fits>
bool ReferenceReader::add_where(Fits fits) {
    const std::size_t before = result_.versions.size();
    for (std::size_t index = 0; index < context_.model.rules.size(); ++index) {
        const RuleId id = context_.model.rules.id_at(index);
        const std::vector<RuleVersion>& versions = context_.model.rules[id].versions;
        for (std::size_t version = 0; version < versions.size(); ++version) {
            if (fits(versions[version])) result_.versions.push_back({id, version});
        }
    }
    return result_.versions.size() > before;
}

// artikel 3 | artikel 3 lid 1 | artikel 3 tot en met 9
void ReferenceReader::add_articles(Part part) {
    const std::size_t length = part.end - part.begin;
    const std::string first = word(part.begin + 1);
    std::string last = first;
    int paragraph = 0;
    if (length == 4 && is_word(part.begin + 2, "lid")) {
        paragraph = paragraph_number(word(part.begin + 3));
    } else if (length == 4 && is_word(part.begin + 2, until_words)) {
        last = word(part.begin + 3);
    } else if (length != 2) {
        context_.report(Code::ReferenceUnreadable, where(part), {toets::word("found", written(part))});
        return;
    }
    if (in_order(last) < in_order(first)) {
        context_.report(Code::ArticlesBackwards, where(part), {toets::word("first", first), toets::word("last", last)});
        return;
    }
    const bool is_any = add_where([&](const RuleVersion& version) {
        const RuleSource& source = version.source;
        if (source.document != searched() || source.article_number.empty()) return false;
        const auto article = in_order(source.article_number);
        if (article < in_order(first) || in_order(last) < article) return false;
        const std::vector<int>& own = source.paragraphs;
        return paragraph == 0 || std::find(own.begin(), own.end(), paragraph) != own.end();
    });
    if (!is_any) report_article(part);
}

void ReferenceReader::report_article(Part part) {
    std::vector<std::string> articles;
    for (const Rule& rule : context_.model.rules) {
        for (const RuleVersion& version : rule.versions) {
            const RuleSource& source = version.source;
            if (source.document == searched() && !source.article.empty()) articles.push_back(source.article);
        }
    }
    const auto lower = [](const std::string& left, const std::string& right) {
        const std::size_t number_at = std::string_view("artikel ").size();
        return in_order(std::string_view(left).substr(number_at)) < in_order(std::string_view(right).substr(number_at));
    };
    std::sort(articles.begin(), articles.end(), lower);
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    std::string list;
    for (const std::string& article : articles) list += (list.empty() ? "" : ", ") + article;
    const Argument known =
        list.empty() ? term("known", "", "")
                     : term("known", " Regels staan hier bij: " + list + ".", " Rules stand here with: " + list + ".");
    context_.report(Code::ArticleWithoutRules, where(part),
                    {toets::word("article", written(part)), toets::word("document", document_name()), known});
}

// A rule with what it brought along: its duty when it is not met (C60), the duties beside a procedure.
void ReferenceReader::add_named(Part part, RuleKind kind) {
    const std::string key = key_of(words_, part.begin + 1, part.end);
    const auto found = context_.names.rules.find({kind, key});
    std::vector<Span> headers;
    if (found != context_.names.rules.end()) {
        for (const RuleVersion& version : context_.model.rules[found->second].versions) {
            if (!named_.is_valid() || version.source.document == named_) headers.push_back(version.where);
        }
    }
    if (headers.empty()) {
        if (is_unreadable(kind, key)) return;
        std::vector<std::string> known;
        for (const auto& [rule, id] : context_.names.rules) {
            known.push_back(kind_word(rule.first) + " " + context_.model.rules[id].name);
        }
        const std::string name = name_text(words_, part.begin + 1, part.end);
        context_.report(Code::ReferenceToUnknownRule, where(part),
                        {toets::word("kind", kind_word(kind)), toets::word("name", name),
                         hint_argument(kind_word(kind) + " " + name, known)});
        return;
    }
    add_where([&headers](const RuleVersion& version) {
        return std::any_of(headers.begin(), headers.end(), [&](const Span& header) {
            return header.source == version.where.source && header.begin <= version.where.begin &&
                   version.where.end <= header.end;
        });
    });
}

void ReferenceReader::add_exemption(Part part) {
    const std::string key = key_of(words_, part.begin + 1, part.end);
    const std::size_t before = result_.exemptions.size();
    std::vector<std::string> known;
    for (std::size_t index = 0; index < context_.model.exemptions.size(); ++index) {
        const ExemptionId id = context_.model.exemptions.id_at(index);
        const Exemption& exemption = context_.model.exemptions[id];
        known.push_back("uitzondering " + exemption.name);
        if (named_.is_valid() && exemption.document != named_) continue;
        if (key_of(std::string_view(exemption.name)) == key) result_.exemptions.push_back(id);
    }
    if (result_.exemptions.size() > before || is_unreadable(std::nullopt, key)) return;
    const std::string name = name_text(words_, part.begin + 1, part.end);
    context_.report(
        Code::ReferenceToUnknownRule, where(part),
        {toets::word("kind", "uitzondering"), toets::word("name", name), hint_argument("uitzondering " + name, known)});
}

bool ReferenceReader::add_tag(const std::string& tag) {
    return add_where([&](const RuleVersion& version) {
        const bool has_tag = std::find(version.tags.begin(), version.tags.end(), tag) != version.tags.end();
        return has_tag && version.source.document == searched();
    });
}

// regels met kenmerk a | regels met kenmerk a, b en c
void ReferenceReader::add_tagged(Part part) {
    const std::size_t first = part.begin + 3;
    if (add_tag(key_of(words_, first, part.end))) return;
    std::set<std::string> known;
    for (const Rule& rule : context_.model.rules) {
        for (const RuleVersion& version : rule.versions) {
            if (version.source.document == searched()) known.insert(version.tags.begin(), version.tags.end());
        }
    }
    for (std::size_t begin = first; begin < part.end;) {
        std::size_t end = begin;
        while (end < part.end && !is_word(end, "en") && !is_word(end, ",")) ++end;
        if (end == begin) break;
        if (!add_tag(key_of(words_, begin, end))) {
            const std::string name = name_text(words_, begin, end);
            context_.report(Code::TagWithoutRules, where({begin, end}),
                            {toets::word("name", name), toets::word("document", document_name()),
                             hint_argument(name, {known.begin(), known.end()})});
        }
        begin = end + 1;
    }
}

// A rule or exemption that could not be read has been reported where it stands.
bool ReferenceReader::is_unreadable(std::optional<RuleKind> kind, const std::string& key) const {
    return std::any_of(places_.begin(), places_.end(), [&](const Place& place) {
        const auto* rule = std::get_if<syntax::RuleHeader>(&place.header->kind);
        if (rule != nullptr && kind) return key_of(rule->name) == key;
        const auto* exemption = std::get_if<syntax::ExemptionHeader>(&place.header->kind);
        if (exemption != nullptr && !kind) return key_of(exemption->name) == key;
        const auto* invalid = std::get_if<syntax::InvalidHeader>(&place.header->kind);
        const std::string both = (kind ? kind_word(*kind) : std::string("uitzondering")) + " " + key;
        return invalid != nullptr && !invalid->lines.empty() && key_of(invalid->lines.front()).starts_with(both);
    });
}

}  // namespace

ReferredRules read_rule_references(Context& context, const std::vector<Place>& places, DocumentId document,
                                   const syntax::NamedRules& rules) {
    return ReferenceReader(context, places, document, rules).read();
}

}  // namespace toets::model
