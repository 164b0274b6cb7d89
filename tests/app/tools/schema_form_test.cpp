// SPDX-License-Identifier: MIT
#include "app/tools/schema_form.h"
#include "app/widgets/form.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace parley::console;

namespace {

QJsonObject schema(const char* properties, const char* required = "[]")
{
    const QByteArray text =
        QByteArray("{\"type\":\"object\",\"properties\":") + properties + ",\"required\":" + required + "}";
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class SchemaFormTest : public QObject {
    Q_OBJECT

private:
    template <class Editor>
    static Editor* editor(Form& form, const char* name)
    {
        return qobject_cast<Editor*>(
            form.field(QStringLiteral("input.") + QString::fromLatin1(name))->editor);
    }

private Q_SLOTS:
    void eachTypeHasItsEditor()
    {
        Form form;
        const int count =
            addSchemaFields(form,
                            schema("{\"text\":{\"type\":\"string\"},\"long\":{\"type\":\"string\","
                                   "\"maxLength\":4000},\"number\":{\"type\":\"integer\"},"
                                   "\"flag\":{\"type\":\"boolean\"},\"choice\":{\"enum\":[\"a\",2]},"
                                   "\"thing\":{\"type\":\"object\"}}"),
                            QStringLiteral("input"));

        QCOMPARE(count, 6);
        QVERIFY(editor<QLineEdit>(form, "text") != nullptr);
        QVERIFY(editor<QPlainTextEdit>(form, "long") != nullptr);
        QVERIFY(editor<QLineEdit>(form, "number") != nullptr);
        QCOMPARE(editor<QComboBox>(form, "flag")->count(), 3);
        QCOMPARE(editor<QComboBox>(form, "choice")->count(), 3);
        QVERIFY(editor<QPlainTextEdit>(form, "thing") != nullptr);
    }

    void whatIsLeftOutIsNotSent()
    {
        Form form;
        addSchemaFields(
            form,
            schema("{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"number\"},\"c\":{\"type\":\"boolean\"},"
                   "\"d\":{\"enum\":[1]}}"),
            QStringLiteral("input"));
        form.load({});

        QVERIFY(form.check());
        QCOMPARE(form.value(), QJsonObject());
    }

    void valuesKeepTheirTypes()
    {
        Form form;
        addSchemaFields(form,
                        schema("{\"n\":{\"type\":\"integer\",\"minimum\":1},\"f\":{\"type\":\"boolean\"},"
                               "\"e\":{\"enum\":[\"x\",7,null]},\"o\":{\"type\":\"array\"}}"),
                        QStringLiteral("input"));
        form.load({});

        editor<QLineEdit>(form, "n")->setText(QStringLiteral("5"));
        editor<QComboBox>(form, "f")->setCurrentIndex(2);
        editor<QComboBox>(form, "e")->setCurrentIndex(2);
        editor<QPlainTextEdit>(form, "o")->setPlainText(QStringLiteral("[1, \"two\"]"));

        QVERIFY(form.check());
        const QJsonObject input = form.value().value(QLatin1String("input")).toObject();
        QCOMPARE(input.value(QLatin1String("n")), QJsonValue(5));
        QCOMPARE(input.value(QLatin1String("f")), QJsonValue(false));
        QCOMPARE(input.value(QLatin1String("e")), QJsonValue(7));
        QCOMPARE(input.value(QLatin1String("o")).toArray().size(), 2);
    }

    void whatIsNeededMustBeGiven()
    {
        Form form;
        addSchemaFields(form,
                        schema("{\"id\":{\"type\":\"string\",\"maxLength\":3},\"n\":{\"type\":\"integer\"}}",
                               "[\"id\",\"n\"]"),
                        QStringLiteral("input"));
        form.load({});
        QVERIFY(!form.check());

        editor<QLineEdit>(form, "id")->setText(QStringLiteral("1234"));
        editor<QLineEdit>(form, "n")->setText(QStringLiteral("1.5"));
        QVERIFY(!form.check());

        editor<QLineEdit>(form, "id")->setText(QStringLiteral("123"));
        editor<QLineEdit>(form, "n")->setText(QStringLiteral("2"));
        QVERIFY(form.check());
    }
};

PARLEY_TEST("schema_form", SchemaFormTest)
#include "schema_form_test.moc"
