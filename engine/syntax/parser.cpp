#include "syntax/parser.h"

#include <ToetsLexer.h>
#include <ToetsParser.h>
#include <antlr4-runtime.h>

#include <array>
#include <map>

#include "base/ensure.h"
#include "base/text.h"

namespace toets::syntax {
namespace {

using grammar::ToetsLexer;
using grammar::ToetsParser;

constexpr std::size_t end_of_input = antlr4::Token::EOF;
#undef EOF
constexpr std::size_t grammar_type(TokenKind kind) {
    switch (kind) {
#define ToetsLexerType(name) (ToetsLexer::name)
#define TOKEN(name, grammar_name, nl, en) \
    case TokenKind::name:                 \
        return static_cast<std::size_t>(ToetsLexerType(grammar_name));
#include "syntax/token_kinds.def"
#undef TOKEN
#undef ToetsLexerType
    }
    return end_of_input;
}

std::map<std::size_t, TokenKind> kinds_by_grammar_type() {
    return {
#define TOKEN(name, grammar_name, nl, en) {grammar_type(TokenKind::name), TokenKind::name},
#include "syntax/token_kinds.def"
#undef TOKEN
    };
}

Rule rule_from_index(std::size_t index) {
    switch (index) {
#define RULE(name, grammar_name)          \
    case ToetsParser::Rule##grammar_name: \
        return Rule::name;
#include "syntax/rules.def"
#undef RULE
        default: ensure(false); return Rule::Terminal;
    }
}

// ANTLR counts code points; everything else in the engine counts bytes. Entry n is the byte where code point n begins.
std::vector<std::uint32_t> code_point_bytes(std::string_view text, std::uint32_t begin) {
    std::vector<std::uint32_t> bytes;
    bytes.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts_code_point = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (starts_code_point) bytes.push_back(begin + static_cast<std::uint32_t>(i));
    }
    bytes.push_back(begin + static_cast<std::uint32_t>(text.size()));
    return bytes;
}

// Without the quotation marks, which may be one byte or three.
std::string unquoted(std::string_view text) {
    const std::size_t width = text.front() == '"' ? 1 : 3;
    return std::string(text.substr(width, text.size() - 2 * width));
}

// ---------------------------------------------------------------------------------------------------- the parser

// Stops at the first mistake: one line is one sentence, so there is nothing behind it to save. What was expected must
// be asked here, while the parser still stands where it failed.
class StopAtFirstMistake : public antlr4::BailErrorStrategy {
public:
    std::size_t found = 0;
    std::vector<std::size_t> expected;

    void recover(antlr4::Parser* parser, std::exception_ptr cause) override {
        try {
            std::rethrow_exception(cause);
        } catch (const antlr4::NoViableAltException& exception) {
            // What was expected belongs to the token where the decision began, and says nothing about a later one.
            stop(*parser, exception.getOffendingToken(), exception.getStartToken() == exception.getOffendingToken());
        } catch (const antlr4::RecognitionException& exception) {
            stop(*parser, exception.getOffendingToken(), true);
        }
    }
    antlr4::Token* recoverInline(antlr4::Parser* parser) override {
        stop(*parser, parser->getCurrentToken(), true);
        return nullptr;
    }

private:
    void stop(antlr4::Parser& parser, const antlr4::Token* offending, bool expectations_known) {
        found = offending->getTokenIndex();
        expected.clear();
        if (expectations_known) {
            for (const ssize_t type : parser.getExpectedTokens().toList())
                expected.push_back(static_cast<std::size_t>(type));
        }
        throw antlr4::ParseCancellationException("stopped at the first mistake");
    }
};

struct Counter : antlr4::BaseErrorListener {
    ParseStatistics statistics;
    void reportAmbiguity(antlr4::Parser*, const antlr4::dfa::DFA&, std::size_t, std::size_t, bool,
                         const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
        ++statistics.ambiguities;
    }
    void reportAttemptingFullContext(antlr4::Parser*, const antlr4::dfa::DFA&, std::size_t, std::size_t,
                                     const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
        ++statistics.full_context_predictions;
    }
};

// Where hand-made tokens say they come from. Without a source and a stream the runtime crashes on a missing token.
struct Origin {
    antlr4::ANTLRInputStream stream;
    ToetsLexer lexer{&stream};
};

std::unique_ptr<antlr4::CommonToken> antlr_token(std::size_t type, std::size_t index, Origin& origin) {
    auto token = std::make_unique<antlr4::CommonToken>(
        std::pair<antlr4::TokenSource*, antlr4::CharStream*>{&origin.lexer, &origin.stream}, type,
        antlr4::Token::DEFAULT_CHANNEL, 0, 0);
    token->setTokenIndex(index);
    token->setText("");
    return token;
}

// The tokens of one line, ready made: nothing is fetched, so nothing is copied.
class LineStream : public antlr4::TokenStream {
public:
    LineStream(const Tokens& tokens, Origin& origin) : origin_(origin) {
        tokens_.reserve(tokens.size() + 1);
        for (const Token& token : tokens)
            tokens_.push_back(antlr_token(grammar_type(token.kind), tokens_.size(), origin));
        tokens_.push_back(antlr_token(end_of_input, tokens_.size(), origin));
    }
    antlr4::Token* LT(ssize_t k) override {
        const auto at = static_cast<ssize_t>(at_) + (k > 0 ? k - 1 : k);
        if (k == 0 || at < 0) return nullptr;
        return get(std::min(static_cast<std::size_t>(at), tokens_.size() - 1));
    }
    std::size_t LA(ssize_t k) override {
        const antlr4::Token* token = LT(k);
        return token == nullptr ? antlr4::Token::INVALID_TYPE : token->getType();
    }
    antlr4::Token* get(std::size_t index) const override { return tokens_.at(index).get(); }
    antlr4::TokenSource* getTokenSource() const override { return &origin_.lexer; }
    std::string getText(const antlr4::misc::Interval&) override { return {}; }
    std::string getText() override { return {}; }
    std::string getText(antlr4::RuleContext*) override { return {}; }
    std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }
    void consume() override {
        if (at_ + 1 < tokens_.size()) ++at_;
    }
    ssize_t mark() override { return -1; }
    void release(ssize_t) override {}
    std::size_t index() override { return at_; }
    void seek(std::size_t index) override { at_ = std::min(index, tokens_.size() - 1); }
    std::size_t size() override { return tokens_.size(); }
    std::string getSourceName() const override { return {}; }

private:
    std::vector<std::unique_ptr<antlr4::CommonToken>> tokens_;
    Origin& origin_;
    std::size_t at_ = 0;
};

Node to_node(antlr4::tree::ParseTree& tree, const Tokens& tokens) {
    Node node;
    if (auto* terminal = dynamic_cast<antlr4::tree::TerminalNode*>(&tree)) {
        node.token = &tokens[terminal->getSymbol()->getTokenIndex()];
        return node;
    }
    node.rule = rule_from_index(dynamic_cast<antlr4::RuleContext&>(tree).getRuleIndex());
    node.children.reserve(tree.children.size());
    for (antlr4::tree::ParseTree* child : tree.children) {
        auto* terminal = dynamic_cast<antlr4::tree::TerminalNode*>(child);
        const bool is_end = terminal != nullptr && terminal->getSymbol()->getTokenIndex() >= tokens.size();
        if (!is_end) node.children.push_back(to_node(*child, tokens));
    }
    return node;
}

antlr4::ParserRuleContext* run(ToetsParser& parser, Rule line) {
    if (line == Rule::HeaderLine) return parser.headerLine();
    if (line == Rule::ClauseLine) return parser.clauseLine();
    if (line == Rule::FieldLine) return parser.fieldLine();
    if (line == Rule::ParameterLine) return parser.parameterLine();
    if (line == Rule::BulletLine) return parser.bulletLine();
    if (line == Rule::ExpectationLine) return parser.expectationLine();
    if (line == Rule::ColumnsLine) return parser.columnsLine();
    ensure(line == Rule::RowLine);
    return parser.rowLine();
}

}  // namespace

Tokens tokens_from_text(std::string_view text, SourceId source, std::uint32_t begin) {
    antlr4::ANTLRInputStream stream{std::string(text)};
    ToetsLexer lexer(&stream);
    lexer.removeErrorListeners();
    const std::map<std::size_t, TokenKind> kinds = kinds_by_grammar_type();
    // The input stream drops a byte order mark at the front, and counts from behind it.
    const std::size_t mark = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    const std::vector<std::uint32_t> bytes =
        code_point_bytes(text.substr(mark), begin + static_cast<std::uint32_t>(mark));
    Tokens tokens;
    for (auto next = lexer.nextToken(); next->getType() != end_of_input; next = lexer.nextToken()) {
        const Span where{source, bytes.at(next->getStartIndex()), bytes.at(next->getStopIndex() + 1)};
        Token token{kinds.at(next->getType()),
                    std::string(text.substr(where.begin - begin, where.end - where.begin)),
                    {},
                    where,
                    {}};
        if (token.kind == TokenKind::Quoted) token.text = unquoted(token.text);
        if (token.kind == TokenKind::Word || token.kind == TokenKind::Quoted) token.folded = fold(token.text);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

struct LineParser::State {
    Origin origin;
    Tokens nothing;
    LineStream empty{nothing, origin};
    ToetsParser parser{&empty};
    std::map<std::size_t, TokenKind> kinds = kinds_by_grammar_type();
    Counter counter;
    std::shared_ptr<StopAtFirstMistake> strategy = std::make_shared<StopAtFirstMistake>();

    State() {
        parser.removeErrorListeners();
        parser.addErrorListener(&counter);
        parser.setErrorHandler(strategy);
        // LL mode tries SLL first and only asks for full context where SLL is in conflict. The listener counts those
        // moments; at zero, which the tests demand, every decision was SLL's.
        parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::LL);
    }

    ParseFailure failure() const {
        ParseFailure result{strategy->found, {}};
        for (const std::size_t type : strategy->expected) {
            const auto kind = kinds.find(type);
            if (kind != kinds.end()) result.expected.push_back(kind->second);
        }
        return result;
    }
};

LineParser::LineParser() : state_(std::make_unique<State>()) {}
LineParser::~LineParser() = default;

const ParseStatistics& LineParser::statistics() const { return state_->counter.statistics; }

Parse LineParser::parse(const Tokens& tokens, Rule line) {
    LineStream stream(tokens, state_->origin);
    state_->parser.setTokenStream(&stream);
    Parse result;
    try {
        result.node = to_node(*run(state_->parser, line), tokens);
    } catch (const antlr4::ParseCancellationException&) {
        result.failure = state_->failure();
    }
    state_->parser.setTokenStream(&state_->empty);
    return result;
}

}  // namespace toets::syntax
