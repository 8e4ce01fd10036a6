#include "base/text.h"

#include <gtest/gtest.h>

namespace toets {
namespace {

TEST(Fold, IgnoresCaseAndAccents) {
    EXPECT_EQ(fold("Vóór"), "voor");
    EXPECT_EQ(fold("Vóór  de Cliënt"), "voor de client");
    EXPECT_EQ(fold("ÉÉN"), "een");
}

TEST(Fold, IgnoresTheUnicodeForm) {
    const std::string composed = "cli\u00ebnt";
    const std::string decomposed = "clie\u0308nt";
    EXPECT_NE(composed, decomposed);
    EXPECT_EQ(fold(composed), fold(decomposed));
    EXPECT_EQ(fold("\u0133sbrand"), "ijsbrand");  // the one-letter ij
}

TEST(Fold, MakesOneSpaceOfEverySpace) {
    EXPECT_EQ(fold("  a \t\r\n b\u00a0\u2003c  "), "a b c");
    EXPECT_EQ(fold(" \t "), "");
    EXPECT_EQ(fold(""), "");
}

TEST(Fold, IgnoresSoftHyphensAndZeroWidthSpaces) { EXPECT_EQ(fold("be\u00adgelei\u200bding"), "begeleiding"); }

TEST(Fold, KeepsHyphensAndUnderscores) { EXPECT_EQ(fold("In-uit_X"), "in-uit_x"); }

TEST(Fold, IsTotalOnAnyBytes) {
    EXPECT_EQ(fold("A\xff\xc3"), "a\ufffd\ufffd");
    std::string every_byte;
    for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
    EXPECT_FALSE(fold(every_byte).empty());
    EXPECT_EQ(fold(std::string(1, '\0')), std::string(1, '\0'));
}

TEST(Fold, IsIdempotent) {
    for (const char* text : {"Vóór  de Cliënt", "ﬁnanciën", "½ m²", "Straße", "\u0130stanbul", "Ω"}) {
        EXPECT_EQ(fold(fold(text)), fold(text)) << text;
    }
}

TEST(FoldKey, TakesSpacesUnderscoresAndHyphensAsOne) {
    EXPECT_EQ(fold_key("Kale_huur"), "kale huur");
    EXPECT_EQ(fold_key("kale-huur"), "kale huur");
    EXPECT_EQ(fold_key("kale - huur"), "kale huur");
    EXPECT_EQ(fold_key("_cliënt_"), "client");
}

TEST(Utf8, FindsTheFirstByteThatIsWrong) {
    EXPECT_FALSE(first_invalid_utf8(""));
    EXPECT_FALSE(first_invalid_utf8("cliënt € 𝄞"));
    EXPECT_EQ(first_invalid_utf8("ab\xff"), 2U);
    EXPECT_EQ(first_invalid_utf8("é\xc3"), 2U);                      // cut short
    EXPECT_EQ(first_invalid_utf8("\xc0\x80"), 0U);                   // longer than needed
    EXPECT_EQ(first_invalid_utf8("\xed\xa0\x80"), 0U);               // half of a pair
    EXPECT_EQ(first_invalid_utf8("\xf4\x90\x80\x80"), 0U);           // beyond Unicode
    EXPECT_EQ(first_invalid_utf8(std::string_view("a\0b", 3)), 1U);  // NUL
}

TEST(Nearest, FindsASlipOfThePen) {
    const std::vector<std::string> names = {"begeleiding", "huur", "kale huur", "cliënt"};
    EXPECT_EQ(nearest("begeleidng", names), 0U);
    EXPECT_EQ(nearest("begeliedingg", names), 0U);
    EXPECT_EQ(nearest("huru", names), 1U);
    EXPECT_EQ(nearest("Client", names), 3U);
    EXPECT_EQ(nearest("kalle huur", names), 2U);
}

TEST(Nearest, DoesNotGuessWildly) {
    const std::vector<std::string> names = {"begeleiding", "huur", "ja"};
    EXPECT_FALSE(nearest("woning", names));
    EXPECT_FALSE(nearest("na", names));
    EXPECT_FALSE(nearest("", names));
    EXPECT_FALSE(nearest("begeleiding", {}));
    EXPECT_FALSE(nearest(std::string(100000, 'a'), {std::string(100000, 'a')}));
}

TEST(Nearest, PrefersTheFirstOfEquallyNear) {
    EXPECT_EQ(nearest("huurx", {"huura", "huurb"}), 0U);
    EXPECT_EQ(nearest("huurb", {"huura", "huurb"}), 1U);
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
    EXPECT_EQ(display_width("client"), 6U);
    EXPECT_EQ(display_width("cliënt"), 6U);
    EXPECT_EQ(display_width("clie\u0308nt"), 6U);
    EXPECT_EQ(display_width("漢"), 2U);
    EXPECT_EQ(display_width("\xff"), 1U);
}

TEST(EscapeHtml, LeavesNothingThatOpensATag) {
    EXPECT_EQ(escape_html("<a href=\"x\" b='y'>&é"), "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;é");
}

}  // namespace
}  // namespace toets
