// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/vader.h"
#include "server/nlp/sentiment/vader_lexicon.h"
#include "tests/support/test_main.h"

using namespace parley::server::nlp;

namespace {

double compound(const char* text)
{
    return vaderCompound(vaderText(text));
}

void row(const char* text, double expected)
{
    QTest::newRow(text) << QByteArray(text) << expected;
}

} // namespace

/// What the method's rules do to its lexicon; expected values follow from the ratings by hand.
class VaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (kVaderLexicon.empty()) {
            parley::test::skipSuite("built without npm: there is no lexicon");
        }
    }

    void rulesChangeRatings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("expected");
        // good 1.9, bad -2.5; s / sqrt(s*s + 15)
        row("good", 0.4404);
        row("not good", -0.3412);
        row("very good", 0.4927);
        row("it is GOOD", 0.5622);
        row("it is good!", 0.4926);
        row("it is good!!!!!!!!", 0.6209);
        row("is it good??", 0.5040);
        row("isn’t good", -0.3412);
        row("good, but bad", -0.5859);
        row("nothing here", 0.0);
        row("", 0.0);
    }

    void rulesChangeRatings()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, expected);
        QVERIFY2(std::abs(compound(text.constData()) - expected) < 0.002,
                 qPrintable(QString::number(compound(text.constData()))));
    }

    void emoticonsAndEmojiCount()
    {
        QVERIFY(compound("on my way :)") > 0.2);
        QVERIFY(compound("on my way :(") < -0.2);
        QVERIFY(compound("😡") < -0.4);
        QVERIFY(compound("ok👍") > 0.3);
    }

    void capitalsOnlyCountAmongSmallLetters()
    {
        QCOMPARE(compound("THIS IS GOOD"), compound("this is good"));
        QVERIFY(compound("this is GOOD") > compound("this is good"));
    }

    void idiomsHaveTheirOwnMeaning()
    {
        QVERIFY(compound("that cake is to die for") > 0.3);
        QVERIFY(compound("we say that yeah right") < 0);
    }
};

PARLEY_TEST("vader", VaderTest)
#include "vader_test.moc"
