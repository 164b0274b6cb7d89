// SPDX-License-Identifier: MIT
#include "app/audit/json_diff.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parley::console {

namespace {

QJsonValue json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

DiffLine line(const char* path, const char* before, const char* after, DiffLine::Kind kind)
{
    return {QString::fromUtf8(path), QString::fromUtf8(before), QString::fromUtf8(after), kind};
}

} // namespace

class JsonDiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsComeGoAndChange()
    {
        const auto lines =
            diffOf(json(R"({"a":1,"b":"x","c":true})"), json(R"({"b":"y","c":true,"d":"new"})"));

        const QList<DiffLine> expected{line("a", "1", "", DiffLine::Kind::Removed),
                                       line("b", "x", "y", DiffLine::Kind::Changed),
                                       line("c", "true", "true", DiffLine::Kind::Same),
                                       line("d", "", "new", DiffLine::Kind::Added)};
        QCOMPARE(lines, expected);
    }

    void nestedFieldsHaveTheirPath()
    {
        const auto lines = diffOf(json(R"({"config":{"Full name":{"deep":1}},"list":["a"]})"),
                                  json(R"({"config":{"Full name":{"deep":2}},"list":["a","b"]})"));

        const QList<DiffLine> expected{line("config.Full name.deep", "1", "2", DiffLine::Kind::Changed),
                                       line("list[0]", "a", "a", DiffLine::Kind::Same),
                                       line("list[1]", "", "b", DiffLine::Kind::Added)};
        QCOMPARE(lines, expected);
    }

    void elementsStandInTheOrderOfTheirNumbers()
    {
        QJsonArray list;
        for (int at = 0; at < 12; ++at) {
            list.append(at);
        }

        const auto lines = diffOf(QJsonValue(), QJsonObject{{QStringLiteral("l"), list}});

        QCOMPARE(lines.at(2).path, QStringLiteral("l[2]"));
        QCOMPARE(lines.at(10).path, QStringLiteral("l[10]"));
    }

    void nullIsNothing()
    {
        QVERIFY(diffOf(QJsonValue(), QJsonValue()).isEmpty());
        const auto lines = diffOf(json(R"({"a":null})"), json(R"({"a":"x"})"));
        QCOMPARE(lines.first().kind, DiffLine::Kind::Added);
    }

    void aBareValueHasNoPath()
    {
        const auto lines = diffOf(QStringLiteral("old"), QStringLiteral("new"));

        QCOMPARE(lines, (QList<DiffLine>{line("", "old", "new", DiffLine::Kind::Changed)}));
    }

    void aHugeRecordIsCutOff()
    {
        QJsonArray list;
        for (int at = 0; at < 5000; ++at) {
            list.append(at);
        }

        QVERIFY(diffOf(QJsonValue(), QJsonValue(list)).size() <= 500);
    }
};

} // namespace parley::console

using parley::console::JsonDiffTest;
PARLEY_TEST("json_diff", JsonDiffTest)
#include "json_diff_test.moc"
