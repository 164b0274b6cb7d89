// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/extract/read_document.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace std::string_literals;
using Lines = std::vector<std::string>;

namespace {

std::string utf16(const QString& text, bool bigEndian)
{
    std::string out = bigEndian ? "\xFE\xFF"s : "\xFF\xFE"s;
    for (const QChar c : text) {
        const auto high = static_cast<char>(c.unicode() >> 8);
        const auto low = static_cast<char>(c.unicode() & 0xFF);
        out += bigEndian ? std::string{high, low} : std::string{low, high};
    }
    return out;
}

} // namespace

class TextFormatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("header") << QByteArray("Plan,Price\nTeam,9\nPro,29\n")
                                << QStringList{QStringLiteral("tr Plan: Team | Price: 9"),
                                               QStringLiteral("tr Plan: Pro | Price: 29")};
        QTest::newRow("no header") << QByteArray("1,2\n3,4\n")
                                   << QStringList{QStringLiteral("tr 1 | 2"), QStringLiteral("tr 3 | 4")};
        QTest::newRow("quotes, line ends and separators in them")
            << QByteArray("Question,Answer\r\n\"Why, \"\"oh\"\" why?\",\"Line one\nline two\"\r\n")
            << QStringList{QStringLiteral("tr Question: Why, \"oh\" why? | Answer: Line one line two")};
        QTest::newRow("semicolons") << QByteArray("Plan;Preis\nTeam;9,50\n")
                                    << QStringList{QStringLiteral("tr Plan: Team | Preis: 9,50")};
        QTest::newRow("Excel's line") << QByteArray("sep=;\nPlan;Price\nTeam;9\n")
                                      << QStringList{QStringLiteral("tr Plan: Team | Price: 9")};
        QTest::newRow("tabs, no line end at the end")
            << QByteArray("Plan\tPrice\nTeam\t9") << QStringList{QStringLiteral("tr Plan: Team | Price: 9")};
        QTest::newRow("empty cells") << QByteArray("Plan,Price\nTeam,\n,29\n")
                                     << QStringList{QStringLiteral("tr Plan: Team"),
                                                    QStringLiteral("tr Price: 29")};
        QTest::newRow("a quote that never closes")
            << QByteArray("Plan,Price\n\"Team,9\n")
            << QStringList{QStringLiteral("tr Plan | Price"), QStringLiteral("tr Team,9")};
    }

    void tables()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QStringList, expected);

        QStringList lines;
        for (const std::string& line : test::readDocument(csv.toStdString(), "text/csv").lines()) {
            lines.push_back(QString::fromStdString(line));
        }

        QCOMPARE(lines, expected);
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = QStringLiteral("Preis: 9 € für Käufer");
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8();
        QTest::newRow("UTF-16, little") << QByteArray::fromStdString(utf16(text, false));
        QTest::newRow("UTF-16, big") << QByteArray::fromStdString(utf16(text, true));
        QTest::newRow("Windows-1252") << QByteArray("Preis: 9 \x80 f\xFCr K\xE4ufer");
    }

    void encodings()
    {
        QFETCH(QByteArray, bytes);

        const auto read = test::readDocument(bytes.toStdString(), "text/plain");

        QCOMPARE(read.lines(), (Lines{"p Preis: 9 € für Käufer"}));
    }

    void aWebPageIsReadInItsOwnCharset()
    {
        const std::string page =
            "<html><head><meta charset=\"windows-1251\"></head><body><p>\xCF\xF0\xE8\xE2\xE5\xF2"
            "</p></body></html>";

        QCOMPARE(test::readDocument(page, "text/html").lines(), (Lines{"p Привет"}));
    }

    void textInAnyScriptIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Cyrillic") << QStringLiteral("Возврат в течение тридцати дней.");
        QTest::newRow("Arabic") << QStringLiteral("يمكن استرداد الأموال خلال ثلاثين يومًا.");
        QTest::newRow("Han") << QStringLiteral("三十天内可以退款。");
        QTest::newRow("Devanagari") << QStringLiteral("तीस दिनों के भीतर धनवापसी संभव है।");
        QTest::newRow("Greek") << QStringLiteral("Επιστροφή χρημάτων εντός τριάντα ημερών.");
        QTest::newRow("emoji alone") << QStringLiteral("😀😃🎉👍🏽👩‍👩‍👧");
        QTest::newRow("digits alone") << QStringLiteral("1234567890 42");
        QTest::newRow("8,000 letters without a space") << QString(8000, QLatin1Char('x'));
        QTest::newRow("8,000 ideographs without a space") << QString(8000, QChar(0x9000));
    }

    void textInAnyScriptIsRead()
    {
        QFETCH(QString, text);

        const auto read = test::readDocument(text.toStdString(), "text/plain");

        QCOMPARE(read.lines(), (Lines{"p " + text.toStdString()}));
    }

    void aTextWithoutEndIsCutIntoBlocksThatFit()
    {
        const auto read = test::readDocument(std::string(3'000'000, 'x'), "text/plain");

        QVERIFY(read.summary.has_value());
        QVERIFY(read.blocks.size() > 90);
        QCOMPARE(read.summary->characters, std::uint64_t{3'000'000});
    }

    void whatAFileIsDecidesNotWhatItSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("warns");
        QTest::newRow("HTML named Markdown") << QByteArray("<!DOCTYPE html><p>Hello</p>") << "text/markdown"
                                             << "text/html" << true;
        QTest::newRow("text named PDF") << QByteArray("Hello there") << "application/pdf"
                                        << "text/plain" << true;
        QTest::newRow("text named HTML") << QByteArray("Hello there") << "text/html"
                                         << "text/plain" << true;
        QTest::newRow("a fragment of HTML") << QByteArray("<p>Hello</p>") << "text/html"
                                            << "text/html" << false;
        QTest::newRow("Markdown") << QByteArray("# Hello") << "text/markdown"
                                  << "text/markdown" << false;
        QTest::newRow("with a charset") << QByteArray("Hello") << "text/plain; charset=utf-8"
                                        << "text/plain" << false;
        QTest::newRow("of no known type") << QByteArray("Hello") << "application/octet-stream"
                                          << "text/plain" << false;
    }

    void whatAFileIsDecidesNotWhatItSays()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, claim);
        QFETCH(QString, type);
        QFETCH(bool, warns);

        const auto read = test::readDocument(bytes.toStdString(), claim.toStdString());

        const auto summary = test::must(read.summary);
        QCOMPARE(summary.contentType, type.toStdString());
        QCOMPARE(!summary.warnings.empty(), warns);
        QVERIFY(read.text().find("Hello") != std::string::npos);
    }
};

PARLEY_TEST("text_formats", TextFormatsTest)
#include "text_formats_test.moc"
