// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/wordpiece_tokenizer.h"
#include "server/nlp/embedding/wordpiece_words.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using server::nlp::WordpieceOptions;
using server::nlp::WordpieceTokenizer;
using server::nlp::wordpieceWords;

namespace {

/// [PAD] 0, [UNK] 1, [CLS] 2, [SEP] 3, then as they stand.
const std::string kVocabulary =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\nre\n##fund\n##fun\n##d\nfund\nref\n##s\n.\n[\n]\nsep\n"
    "\xE9\x80\x80\ncafe\n##\xC3\xA9\ncaf\n";

using Tokens = std::vector<std::int64_t>;

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words) {
        out += (out.empty() ? "" : "|") + word;
    }
    return out;
}

std::string shown(const Tokens& tokens)
{
    std::string out;
    for (const auto token : tokens) {
        out += (out.empty() ? "" : " ") + std::to_string(token);
    }
    return out;
}

WordpieceTokenizer tokenizer(std::size_t maxTokens = 64, bool lowerCase = true)
{
    return test::must(
        WordpieceTokenizer::fromVocabulary(kVocabulary, WordpieceOptions{lowerCase, maxTokens}));
}

} // namespace

class WordpieceTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreCutAsBertCutsThem_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("lowerCase");
        QTest::addColumn<std::string>("expected");

        QTest::newRow("empty") << std::string() << true << std::string();
        QTest::newRow("only white") << std::string(" \t\r\n ") << true << std::string();
        QTest::newRow("lower case") << std::string("Hello WORLD") << true << std::string("hello|world");
        QTest::newRow("case kept") << std::string("Hello WORLD") << false << std::string("Hello|WORLD");
        QTest::newRow("punctuation is a word")
            << std::string("don't, ok?!") << true << std::string("don|'|t|,|ok|?|!");
        QTest::newRow("ASCII symbols too") << std::string("a+b=$5") << true << std::string("a|+|b|=|$|5");
        QTest::newRow("other symbols not") << std::string("5\u20AC") << true << std::string("5\u20AC");
        QTest::newRow("dashes of Unicode") << std::string("a\u2014b") << true << std::string("a|\u2014|b");
        QTest::newRow("accents go") << std::string("Caf\u00E9 \u00C5ngstr\u00F6m") << true
                                    << std::string("cafe|angstrom");
        QTest::newRow("accents stay when cased")
            << std::string("Caf\u00E9") << false << std::string("Caf\u00E9");
        QTest::newRow("combining mark") << std::string("e\u0301t") << true << std::string("et");
        QTest::newRow("not every stroke is an accent")
            << std::string("\u0141\u00F3d\u017A") << true << std::string("\u0142odz");
        QTest::newRow("ideographs stand alone")
            << std::string("ab\u9000\u6B3Ecd") << true << std::string("ab|\u9000|\u6B3E|cd");
        QTest::newRow("ideograph beyond the first plane")
            << std::string("\U00020000x") << true << std::string("\U00020000|x");
        QTest::newRow("kana stay together")
            << std::string("\u304B\u306A") << true << std::string("\u304B\u306A");
        QTest::newRow("control characters vanish") << std::string("a\x01"
                                                                  "b\x7F"
                                                                  "c")
                                                   << true << std::string("abc");
        QTest::newRow("zero-width space vanishes") << std::string("a\u200Bb") << true << std::string("ab");
        QTest::newRow("no-break space separates") << std::string("a\u00A0b") << true << std::string("a|b");
        QTest::newRow("malformed bytes vanish") << std::string("a\xFF\xC3"
                                                               "b")
                                                << true << std::string("ab");
    }
    void wordsAreCutAsBertCutsThem()
    {
        QFETCH(std::string, text);
        QFETCH(bool, lowerCase);
        QFETCH(std::string, expected);

        QCOMPARE(joined(wordpieceWords(text, lowerCase, 100)), expected);
    }

    void piecesAreTheLongestThatFit_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("expected");

        QTest::newRow("nothing") << std::string() << std::string("2 3");
        QTest::newRow("a whole word") << std::string("fund") << std::string("2 8 3");
        // "ref" is longer than "re", but nothing goes on with "und".
        QTest::newRow("greedy, not clever") << std::string("refund") << std::string("2 1 3");
        QTest::newRow("in pieces") << std::string("refs") << std::string("2 9 10 3");
        QTest::newRow("unknown as a whole") << std::string("fundx fund") << std::string("2 1 8 3");
        QTest::newRow("upper case and accent") << std::string("CAF\u00C9.") << std::string("2 16 11 3");
        QTest::newRow("pieces end between code points") << std::string("\u9000") << std::string("2 15 3");
        QTest::newRow("special names are text") << std::string("[SEP]") << std::string("2 12 14 13 3");
        QTest::newRow("100 letters are read") << std::string(100, 'x') << std::string("2 1 3");
    }
    void piecesAreTheLongestThatFit()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);

        QCOMPARE(shown(tokenizer().encode(text)), expected);
    }

    void multibytePiecesMatchWithinAWord()
    {
        QCOMPARE(shown(tokenizer(64, false).encode("caf\u00E9")), std::string("2 18 17 3"));
    }

    void wordsAboveAHundredLettersAreUnknown()
    {
        const std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n##a\n";
        const auto letters =
            test::must(WordpieceTokenizer::fromVocabulary(vocabulary, WordpieceOptions{true, 512}));

        QCOMPARE(letters.encode(std::string(100, 'a')).size(), std::size_t{102});
        QCOMPARE(shown(letters.encode(std::string(101, 'a'))), std::string("2 1 3"));
    }

    void longTextsEndWithTheSeparator_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<int>("expected");

        QTest::newRow("just fits") << 6 << 8;
        QTest::newRow("one too many") << 7 << 8;
        QTest::newRow("far too many") << 100'000 << 8;
    }
    void longTextsEndWithTheSeparator()
    {
        QFETCH(int, words);
        QFETCH(int, expected);
        std::string text;
        for (int i = 0; i < words; ++i) {
            text += "fund ";
        }

        const Tokens tokens = tokenizer(8).encode(text);

        QCOMPARE(static_cast<int>(tokens.size()), expected);
        QCOMPARE(tokens.back(), std::int64_t{3});
    }

    void truncationMayCutAWord()
    {
        // ref ##s ref ##s: the third piece is the last with room for it
        QCOMPARE(shown(tokenizer(5).encode("refs refs")), std::string("2 9 10 9 3"));
    }

    void windowsLineEndsAreNotPartOfAPiece()
    {
        const auto read =
            test::must(WordpieceTokenizer::fromVocabulary("[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\nhi\r\n",
                                                          WordpieceOptions{}));

        QCOMPARE(shown(read.encode("hi")), std::string("2 4 3"));
        QCOMPARE(read.vocabularySize(), std::size_t{5});
    }

    void aVocabularyWithoutSpecialTokensIsRefused()
    {
        const auto read = WordpieceTokenizer::fromVocabulary("[PAD]\n[UNK]\n[CLS]\n", WordpieceOptions{});

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
        QVERIFY(read.error().message.find("[SEP]") != std::string::npos);
    }
};

PARLEY_TEST("wordpiece_tokenizer", WordpieceTokenizerTest)
#include "wordpiece_tokenizer_test.moc"
