// SPDX-License-Identifier: MIT
#include "app/knowledge/document_words.h"
#include "tests/support/test_main.h"

#include <QJsonArray>

using namespace parley::console;

class DocumentWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsQueuedOrProcessingIsUnderWay()
    {
        QVERIFY(isDocumentUnderWay(QStringLiteral("queued")));
        QVERIFY(isDocumentUnderWay(QStringLiteral("processing")));
        QVERIFY(!isDocumentUnderWay(QStringLiteral("ready")));
        QVERIFY(!isDocumentUnderWay(QStringLiteral("failed")));
        QVERIFY(!isDocumentUnderWay(QStringLiteral("cancelled")));
    }

    void aStatusOfANewerServerIsShownAsItIs()
    {
        QCOMPARE(documentStatusText(QStringLiteral("archived")), QStringLiteral("archived"));
        QCOMPARE(documentStatusTone(QStringLiteral("archived")), Tone::Neutral);
    }

    void faultsDuplicatesAndLikenessesAreNamed()
    {
        const QJsonObject similar{{QStringLiteral("id"), QStringLiteral("d2")},
                                  {QStringLiteral("title"), QStringLiteral("Returns 2025")},
                                  {QStringLiteral("similarity"), 0.914}};
        const QJsonObject document{{QStringLiteral("error"), QStringLiteral("The PDF is encrypted.")},
                                   {QStringLiteral("duplicate_of"), QStringLiteral("d1")},
                                   {QStringLiteral("similar_to"), QJsonArray{similar}},
                                   {QStringLiteral("warnings"),
                                    QJsonArray{QStringLiteral("Page 3 is a picture.")}}};

        const QList<DocumentNote> notes = documentNotes(document);

        QCOMPARE(notes.size(), 4);
        QCOMPARE(notes.at(0).tone, Tone::Danger);
        QCOMPARE(notes.at(0).text, QStringLiteral("The PDF is encrypted."));
        QCOMPARE(notes.at(1).tone, Tone::Warning);
        QVERIFY(notes.at(2).text.contains(QStringLiteral("91")));
        QVERIFY(notes.at(2).text.contains(QStringLiteral("Returns 2025")));
        QCOMPARE(notes.at(3).text, QStringLiteral("Page 3 is a picture."));
    }

    void aFlawlessDocumentHasNothingToSay()
    {
        QVERIFY(documentNotes({{QStringLiteral("status"), QStringLiteral("ready")}}).isEmpty());
    }

    void languagesHaveTheirOwnNames()
    {
        QCOMPARE(languageText(QStringLiteral("de")), QStringLiteral("Deutsch"));
        QCOMPARE(languageText(QString()), QString());
    }
};

PARLEY_TEST("document_words", DocumentWordsTest)
#include "document_words_test.moc"
