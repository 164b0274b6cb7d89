// SPDX-License-Identifier: MIT
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace parley::console;

class FormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatDiffersIsSent()
    {
        Form form;
        form.addText(QStringLiteral("name"), QStringLiteral("Name"));
        form.addText(QStringLiteral("note"), QStringLiteral("Note"));
        form.addNumber(QStringLiteral("capacity"), QStringLiteral("Capacity"), 0, 50);
        form.load({{QStringLiteral("name"), QStringLiteral("Billing")}, {QStringLiteral("capacity"), 5}});
        QVERIFY(!form.isChanged());
        QVERIFY(form.changes().isEmpty());

        qobject_cast<QLineEdit*>(form.field(QStringLiteral("name"))->editor)
            ->setText(QStringLiteral("Money"));

        QVERIFY(form.isChanged());
        QCOMPARE(form.changes(), (QJsonObject{{QStringLiteral("name"), QStringLiteral("Money")}}));
    }

    void aNestedObjectIsSentWhole()
    {
        Form form;
        form.addLines(QStringLiteral("when.keywords"), QStringLiteral("Words"), 3);
        form.addNumber(QStringLiteral("when.sentiment_below"), QStringLiteral("Sentiment"), -1, 1, 2);
        form.load({{QStringLiteral("when"),
                    QJsonObject{{QStringLiteral("keywords"), QJsonArray{QStringLiteral("refund")}},
                                {QStringLiteral("sentiment_below"), -0.5}}}});

        qobject_cast<QPlainTextEdit*>(form.field(QStringLiteral("when.keywords"))->editor)
            ->setPlainText(QStringLiteral("refund\n\n  chargeback "));

        const QJsonObject when = form.changes().value(QLatin1String("when")).toObject();
        QCOMPARE(when.value(QLatin1String("keywords")).toArray(),
                 (QJsonArray{QStringLiteral("refund"), QStringLiteral("chargeback")}));
        QCOMPARE(when.value(QLatin1String("sentiment_below")).toDouble(), -0.5);
    }

    void faultsAreShownAsOneTypesAndKeepItFromBeingSaved()
    {
        Form form;
        form.addText(QStringLiteral("email"),
                     QStringLiteral("E-mail"),
                     {},
                     rules::chain({rules::required(), rules::email()}));
        form.load({});
        QSignalSpy edited(&form, &Form::edited);
        FormField* field = form.field(QStringLiteral("email"));

        QVERIFY(!form.check());
        qobject_cast<QLineEdit*>(field->editor)->setText(QStringLiteral("nobody"));
        QVERIFY(field->error->isVisibleTo(&form));
        qobject_cast<QLineEdit*>(field->editor)->setText(QStringLiteral("ana@example.com"));

        QVERIFY(!field->error->isVisibleTo(&form));
        QVERIFY(form.check());
        QCOMPARE(edited.count(), 2);
    }

    void theServersErrorsStandAtTheirFields()
    {
        Form form;
        form.addText(QStringLiteral("name"), QStringLiteral("Name"));
        form.load({});

        const auto left = form.showErrors({{QStringLiteral("name"), QStringLiteral("is taken")},
                                           {QStringLiteral("slug"), QStringLiteral("is missing")}});

        QCOMPARE(form.field(QStringLiteral("name"))->error->text(), QStringLiteral("is taken"));
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.value(QStringLiteral("slug")), QStringLiteral("is missing"));
    }

    void textThatIsNoJsonIsKeptAndSaid()
    {
        Form form;
        form.addJson(QStringLiteral("input_schema"), QStringLiteral("Schema"), 4);
        form.load({{QStringLiteral("input_schema"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("object")}}}});
        auto* editor = qobject_cast<QPlainTextEdit*>(form.field(QStringLiteral("input_schema"))->editor);

        editor->setPlainText(QStringLiteral("{\n\"type\": }"));

        QVERIFY(!form.check());
        QVERIFY(form.field(QStringLiteral("input_schema"))->error->text().contains(QLatin1String("line 2")));
        QCOMPARE(editor->toPlainText(), QStringLiteral("{\n\"type\": }"));
    }

    void aChoiceOfANewerServerIsKept()
    {
        Form form;
        form.addChoice(QStringLiteral("kind"),
                       QStringLiteral("Kind"),
                       {{QStringLiteral("faq"), QStringLiteral("FAQ")}});
        form.load({{QStringLiteral("kind"), QStringLiteral("oracle")}});
        QVERIFY(!form.isChanged());
        QCOMPARE(form.value().value(QLatin1String("kind")).toString(), QStringLiteral("oracle"));
    }
};

PARLEY_TEST("form", FormTest)
#include "form_test.moc"
