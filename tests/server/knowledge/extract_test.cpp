// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/html_text.h"
#include "server/knowledge/extract/markdown_text.h"
#include "server/knowledge/extract/plain_text.h"
#include "tests/support/test_main.h"

using namespace parley::server::knowledge;

namespace {

std::string lines(const ExtractedDocument& document)
{
    std::string out;
    for (const Block& block : document.blocks) {
        const char kinds[] = {'H', 'P', 'L', 'T', 'C'};
        out += std::string(1, kinds[static_cast<int>(block.kind)]) + ":" + block.text + "\n";
    }
    return out;
}

} // namespace

class ExtractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void markdownKeepsItsStructure()
    {
        const auto document = extractMarkdown(
            "---\ntitle: \"Prices\"\n---\n# Plans\nA **bold** [link](http://x).\n\n1. One\n2. Two\n\n"
            "| Plan | Price |\n|---|---|\n| Team | 9 &euro; |\n\n```\ncode\n```\n<script>x</script>");

        QCOMPARE(document.title, std::string("Prices"));
        QCOMPARE(lines(document),
                 std::string(
                     "H:Plans\nP:A bold link.\nL:1. One\nL:2. Two\nT:Plan: Team | Price: 9 €\nC:code\n"));
    }

    void htmlKeepsItsStructure()
    {
        const auto document =
            extractHtml("<html><head><title>Help</title><style>p{}</style></head><body><nav>Menu</nav>"
                        "<h2>Re&shy;turns</h2><p>Within <b>30</b> days &amp; "
                        "free.</p><ol><li>Open</li><li><p>Send</p></li></ol>"
                        "<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Team</td><td>9</td></tr></table>"
                        "<script>alert(1)</script><p hidden>secret</p></body></html>");

        QCOMPARE(document.title, std::string("Help"));
        QCOMPARE(lines(document),
                 std::string(
                     "H:Returns\nP:Within 30 days & free.\nL:1. Open\nL:2. Send\nT:Plan: Team | Price: 9\n"));
    }

    void plainTextHasParagraphsAndItems()
    {
        QCOMPARE(lines(extractPlainText("One\nline.\n\nTwo.\n- a\n- b\n")),
                 std::string("P:One line.\nP:Two.\nL:- a\nL:- b\n"));
    }

    void hostileInputIsSurvived_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("deep divs") << QByteArray("<div>").repeated(20'000);
        QTest::newRow("deep tables") << QByteArray("<table><tr><td>").repeated(5'000);
        QTest::newRow("deep lists") << QByteArray("<ul><li>").repeated(10'000);
        QTest::newRow("open tags") << QByteArray("<a href='").repeated(10'000);
        QTest::newRow("brackets") << QByteArray("[").repeated(50'000);
        QTest::newRow("links") << QByteArray("[a](").repeated(20'000);
        QTest::newRow("quotes") << QByteArray("> ").repeated(5'000);
        QTest::newRow("stars") << QByteArray("*a **b ").repeated(10'000);
        QTest::newRow("bullets") << QByteArray("- ").repeated(3'000);
        QTest::newRow("pipes") << QByteArray("|a|b\n|-|-\n").repeated(3'000);
        QTest::newRow("entities") << QByteArray("&#x110000;&#0;&bogus;").repeated(3'000);
        QTest::newRow("nul and junk") << QByteArray("\0\xFF\xC0\x80<p>\xED\xA0\x80</p>", 14).repeated(1'000);
        QTest::newRow("doctype") << QByteArray(
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;</p>");
    }

    void hostileInputIsSurvived()
    {
        QFETCH(QByteArray, text);
        const std::string bytes = text.toStdString();

        const std::string all =
            lines(extractHtml(bytes)) + lines(extractMarkdown(bytes)) + lines(extractPlainText(bytes));

        QVERIFY(all.find("root:x:") == std::string::npos);
    }
};

PARLEY_TEST("extract", ExtractTest)
#include "extract_test.moc"
