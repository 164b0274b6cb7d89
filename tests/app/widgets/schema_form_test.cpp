// SPDX-License-Identifier: MIT
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/schema_form.h"
#include "tests/support/test_main.h"

#include <QCheckBox>
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
        const QStringList added =
            addSchemaFields(form,
                            schema("{\"text\":{\"type\":\"string\"},\"long\":{\"type\":\"string\","
                                   "\"maxLength\":4000},\"number\":{\"type\":\"integer\"},"
                                   "\"flag\":{\"type\":\"boolean\"},\"choice\":{\"enum\":[\"a\",2]},"
                                   "\"thing\":{\"type\":\"object\"}}"),
                            QStringLiteral("input"));

        QCOMPARE(added.size(), 6);
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

    void listsOfTextsAreLinesOrBoxes()
    {
        Form form;
        addSchemaFields(
            form,
            schema("{\"lines\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"maxLength\":3},"
                   "\"maxItems\":2},\"boxes\":{\"type\":\"array\",\"default\":[\"a\"],\"minItems\":1,"
                   "\"items\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}}}"),
            QStringLiteral("input"));
        form.load(QJsonDocument::fromJson("{\"input\":{\"lines\":[\"one\"],\"boxes\":[\"b\"]}}").object());
        QVERIFY(form.check());

        auto* lines = editor<QPlainTextEdit>(form, "lines");
        QCOMPARE(lines->toPlainText(), QStringLiteral("one"));
        lines->setPlainText(QStringLiteral("one\nlong"));
        QVERIFY(!form.check());
        lines->setPlainText(QStringLiteral("a\nb\nc"));
        QVERIFY(!form.check());
        lines->clear();
        QVERIFY(form.check());

        const auto boxes = editor<QWidget>(form, "boxes")->findChildren<QCheckBox*>();
        QCOMPARE(boxes.size(), 2);
        QVERIFY(boxes.at(1)->isChecked());
        boxes.at(1)->setChecked(false);
        QVERIFY(!form.check()); // left out it would be all of its default
    }

    void formsAndLengthsAreCheckedAsOneTypes()
    {
        Form form;
        addSchemaFields(form,
                        schema("{\"key\":{\"type\":\"string\",\"pattern\":\"^[a-z]+$\",\"minLength\":2},"
                               "\"mail\":{\"type\":\"string\",\"format\":\"email\"},"
                               "\"broken\":{\"type\":\"string\",\"pattern\":\"(\"},"
                               "\"above\":{\"type\":\"integer\",\"exclusiveMinimum\":0}}"),
                        QStringLiteral("input"));
        form.load({});
        const auto fault = [&form](const char* name) {
            return form.field(QStringLiteral("input.") + QString::fromLatin1(name))->error->text();
        };

        editor<QLineEdit>(form, "key")->setText(QStringLiteral("A1"));
        QVERIFY(!fault("key").isEmpty());
        editor<QLineEdit>(form, "key")->setText(QStringLiteral("a"));
        QVERIFY(!fault("key").isEmpty());
        editor<QLineEdit>(form, "key")->setText(QStringLiteral("ab"));
        QVERIFY(fault("key").isEmpty());
        editor<QLineEdit>(form, "mail")->setText(QStringLiteral("somebody"));
        QVERIFY(!fault("mail").isEmpty());
        editor<QLineEdit>(form, "broken")->setText(QStringLiteral("anything"));
        QVERIFY(fault("broken").isEmpty()); // the server's to judge
        editor<QLineEdit>(form, "above")->setText(QStringLiteral("0"));
        QVERIFY(!fault("above").isEmpty());
        editor<QLineEdit>(form, "above")->setText(QStringLiteral("1"));
        QVERIFY(fault("above").isEmpty());
    }

    void aClosedObjectHasFieldsOfItsOwnAndAnOpenOneIsJson()
    {
        Form form;
        const QStringList added = addSchemaFields(
            form,
            schema("{\"times\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"low\":{"
                   "\"type\":\"integer\"},\"high\":{\"type\":\"integer\"}}},"
                   "\"free\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}}},"
                   "\"made\":{\"type\":\"string\",\"readOnly\":true}}"),
            QStringLiteral("input"));

        QCOMPARE(added, QStringList({QStringLiteral("free"), QStringLiteral("times")}));
        QVERIFY(editor<QLineEdit>(form, "times.low") != nullptr);
        QVERIFY(editor<QPlainTextEdit>(form, "free") != nullptr);
        editor<QLineEdit>(form, "times.low")->setText(QStringLiteral("7"));
        const QJsonObject times =
            form.value().value(QLatin1String("input")).toObject().value(QLatin1String("times")).toObject();
        QCOMPARE(times, QJsonObject({{QStringLiteral("low"), 7}}));
    }

    void aSecretIsNeverShown()
    {
        Form form;
        addSchemaFields(form,
                        schema("{\"token\":{\"type\":\"string\",\"writeOnly\":true}}"),
                        QStringLiteral("input"));
        form.load(QJsonDocument::fromJson("{\"input\":{\"token\":\"********\"}}").object());

        QCOMPARE(editor<QLineEdit>(form, "token")->text(), QString());
        QVERIFY(!form.isChanged());
        editor<QLineEdit>(form, "token")->setText(QStringLiteral("new"));
        QVERIFY(form.isChanged());
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
