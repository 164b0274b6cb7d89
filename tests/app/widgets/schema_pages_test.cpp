// SPDX-License-Identifier: MIT
#include "app/widgets/form.h"
#include "app/widgets/schema_pages.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace parley::console;

namespace {

QJsonObject object(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject closedSchema()
{
    return object("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                  "\"title\":{\"type\":\"string\",\"maxLength\":10},\"most\":{\"type\":\"integer\"},"
                  "\"made_by\":{\"type\":\"string\",\"readOnly\":true}}}");
}

QLineEdit* line(SchemaPages& pages, const char* name)
{
    return qobject_cast<QLineEdit*>(pages.shown()->field(QString::fromLatin1(name))->editor);
}

} // namespace

class SchemaPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasItsFields()
    {
        SchemaPages pages;
        pages.setSchema(QStringLiteral("a"), closedSchema());
        pages.setSchema(QStringLiteral("b"),
                        object("{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{}}"));

        pages.setKind(QStringLiteral("a"));
        QVERIFY(pages.hasFields());
        QVERIFY(line(pages, "title") != nullptr);
        pages.setKind(QStringLiteral("b"));
        QVERIFY(!pages.hasFields());
    }

    void whatNoFieldShowsStaysAsItWas()
    {
        SchemaPages pages;
        pages.setSchema(QStringLiteral("a"), closedSchema());
        pages.setKind(QStringLiteral("a"));
        pages.setValue(object("{\"title\":\"Help\",\"made_by\":\"import\",\"later\":{\"x\":1}}"));
        QSignalSpy edited(&pages, &SchemaPages::edited);

        line(pages, "title")->setText(QStringLiteral("Hello"));

        QCOMPARE(edited.count(), 1);
        QCOMPARE(pages.value(), object("{\"title\":\"Hello\",\"made_by\":\"import\",\"later\":{\"x\":1}}"));
    }

    void onlyWhatDiffersIsSaidAndWhatWasEmptiedIsTakenBack()
    {
        SchemaPages pages;
        pages.setSchema(QStringLiteral("a"), closedSchema());
        pages.setKind(QStringLiteral("a"));
        const QJsonObject before = object("{\"title\":\"Help\",\"most\":3,\"made_by\":\"import\"}");
        pages.setValue(before);
        QCOMPARE(pages.changesFrom(before), QJsonObject());

        line(pages, "most")->setText(QStringLiteral("4"));
        line(pages, "title")->clear();

        QCOMPARE(pages.changesFrom(before), object("{\"title\":null,\"most\":4}"));
    }

    void aKindThatIsNotKnownIsEditedAsJson()
    {
        SchemaPages pages;
        pages.setKind(QStringLiteral("pigeon"));
        pages.setValue(object("{\"lofts\":[1,2]}"));
        auto* editor = pages.shown()->findChild<QPlainTextEdit*>();
        QVERIFY(editor != nullptr);
        QVERIFY(editor->toPlainText().contains(QLatin1String("lofts")));

        editor->setPlainText(QStringLiteral("{\"lofts\": [3]}"));
        QVERIFY(pages.shown()->check());
        QCOMPARE(pages.value(), object("{\"lofts\":[3]}"));

        editor->setPlainText(QStringLiteral("{\"lofts\": "));
        QVERIFY(!pages.shown()->check());
        editor->setPlainText(QStringLiteral("[3]"));
        QVERIFY(!pages.shown()->check());
    }

    void theSameSchemaAgainKeepsWhatIsTyped()
    {
        SchemaPages pages;
        pages.setSchema(QStringLiteral("a"), closedSchema());
        pages.setKind(QStringLiteral("a"));
        line(pages, "title")->setText(QStringLiteral("typed"));

        pages.setSchema(QStringLiteral("a"), closedSchema());

        QCOMPARE(line(pages, "title")->text(), QStringLiteral("typed"));
    }
};

PARLEY_TEST("schema_pages", SchemaPagesTest)
#include "schema_pages_test.moc"
