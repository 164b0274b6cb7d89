// SPDX-License-Identifier: MIT
#include "shared/core/text.h"

#include "tests/support/test_main.h"

using namespace parley;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void malformedUtf8IsRecognised_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("valid");
        QTest::newRow("ascii") << QByteArray("abc") << true;
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x98\x80") << true;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << false;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
        QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << false;
        QTest::newRow("cut off") << QByteArray("\xe2\x82") << false;
        QTest::newRow("lone continuation") << QByteArray("\x80") << false;
    }

    void malformedUtf8IsRecognised()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, valid);
        QCOMPARE(isUtf8(bytes.toStdString()), valid);
    }

    void textIsCutBetweenCodePoints()
    {
        QCOMPARE(codePoints("a\xc3\xa4\xf0\x9f\x98\x80"), std::size_t{3});
        QCOMPARE(std::string(firstCodePoints("a\xc3\xa4\xf0\x9f\x98\x80", 2)), std::string("a\xc3\xa4"));
        QCOMPARE(std::string(trimmed(" \xc2\xa0 a b\n\xc2\xa0")), std::string("a b"));
    }
};

PARLEY_TEST("text", TextTest)
#include "text_test.moc"
