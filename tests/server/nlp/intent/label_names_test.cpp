// SPDX-License-Identifier: MIT
#include "server/nlp/intent/intent_model.h"
#include "server/nlp/intent/label_names.h"
#include "tests/support/test_main.h"

using namespace parley::server::nlp;

class LabelNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreWordsAndCodesAreNone_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* label, const char* words) {
            QTest::newRow(label) << QString::fromUtf8(label) << QString::fromUtf8(words);
        };
        row("late_parcel", "late parcel");
        row("LateParcel", "late parcel");
        row("late-parcel/missing", "late parcel missing");
        row("FAQ", "faq");
        row("Lost baggage?", "lost baggage");
        row("Überweisung_fehlt", "überweisung fehlt");
        row("c17", "");
        row("x_2", "");
        row("intent 42", "intent");
        row("", "");
    }
    void namesAreWordsAndCodesAreNone()
    {
        QFETCH(QString, label);
        QFETCH(QString, words);

        QCOMPARE(labelWords(label.toStdString()), words.toStdString());
    }

    void reservedNamesMeanOutOfScope()
    {
        for (const char* label : {"oos", "OOS", "none", "Unknown", " out_of_scope ", "Out of Scope"}) {
            QVERIFY2(isOutOfScopeLabel(label), label);
        }
        for (const char* label : {"", "other", "scope", "nonesuch", "unknown_card"}) {
            QVERIFY2(!isOutOfScopeLabel(label), label);
        }
    }
};

PARLEY_TEST("label_names", LabelNamesTest)

#include "label_names_test.moc"
