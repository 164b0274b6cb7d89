// SPDX-License-Identifier: MIT
#include "server/nlp/entities/clean_texts.h"
#include "tests/support/test_main.h"

using parley::server::nlp::CleanTexts;
using parley::server::nlp::MaskedDetail;

class CleanTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksLikeMaskPiiHoweverOften()
    {
        CleanTexts texts;
        const std::vector<MaskedDetail> known{{"[email-1]", "ana@example.com"}};
        for (int i = 0; i < 2; ++i) {
            const auto clean = texts.mask("A parcel takes three days.", known);
            QCOMPARE(clean.text, std::string("A parcel takes three days."));
            QCOMPARE(clean.map.size(), std::size_t{1});

            const auto masked = texts.mask("Write to ben@example.com or ana@example.com.", known);
            QCOMPARE(masked.text, std::string("Write to [email-2] or [email-1]."));
            QCOMPARE(masked.map.size(), std::size_t{2});
        }
        QCOMPARE(texts.size(), std::size_t{1}); // what holds a detail is searched each time
    }

    void isBoundedAndKeepsWhatIsAskedFor()
    {
        CleanTexts texts(10);
        for (int i = 0; i < 100; ++i) {
            const std::string text = "Sentence of " + std::string(static_cast<std::size_t>(i + 1), 'x');
            QCOMPARE(texts.mask(text, {}).text, text);
            QCOMPARE(texts.mask("Often said.", {}).text, std::string("Often said."));
            QVERIFY(texts.size() <= 21);
        }
    }
};

PARLEY_TEST("clean_texts", CleanTextsTest)
#include "clean_texts_test.moc"
