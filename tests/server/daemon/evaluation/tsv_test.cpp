// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/tsv.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <fstream>

using namespace parley;
using namespace parley::server::daemon::evaluation;

namespace {

std::string fileWith(const QTemporaryDir& folder, const std::string& text)
{
    std::string name = folder.path().toStdString() + "/data.tsv";
    std::ofstream(name, std::ios::binary) << text;
    return name;
}

} // namespace

class TsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAreSplitAtTabs()
    {
        const QTemporaryDir folder;
        const auto rows = test::must(readTsv(fileWith(folder, "# text\tlabel\na b\tx\r\n\n# c\ty\tmore\n"), 2));
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0][0], std::string("a b"));
        QCOMPARE(rows[0][1], std::string("x"));
        // Only the first line may be a heading.
        QCOMPARE(rows[1][0], std::string("# c"));
        QCOMPARE(rows[1].size(), std::size_t{3});
    }

    void aLineThatIsWrongIsNamedByItsNumber_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("too few columns") << std::string("a\tb\nonly one\n");
        QTest::newRow("not UTF-8") << std::string("a\tb\nx\xFF\ty\n");
    }
    void aLineThatIsWrongIsNamedByItsNumber()
    {
        QFETCH(std::string, text);
        const QTemporaryDir folder;
        const auto rows = readTsv(fileWith(folder, text), 2);
        QVERIFY(rows.error().code == ErrorCode::Malformed);
        QVERIFY(rows.error().message.find("line 2") != std::string::npos);
    }

    void aFileThatIsMissingIsNamed()
    {
        const auto rows = readTsv("/nowhere/x.tsv", 1);
        QVERIFY(rows.error().code == ErrorCode::NotFound);
        QVERIFY(rows.error().message.find("/nowhere/x.tsv") != std::string::npos);
    }

    void aTextBecomesOneColumn() { QCOMPARE(column("a\tb\r\nc"), std::string("a b  c")); }
};

PARLEY_TEST("tsv", TsvTest)
#include "tsv_test.moc"
