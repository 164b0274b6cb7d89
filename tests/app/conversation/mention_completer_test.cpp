// SPDX-License-Identifier: MIT
#include "app/conversation/composer.h"
#include "app/conversation/composer_edit.h"
#include "app/conversation/mention_completer.h"
#include "app/conversation/mention_list.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

QJsonObject person(const char* id, const char* name, const char* email)
{
    return {{QStringLiteral("id"), QString::fromLatin1(id)},
            {QStringLiteral("name"), QString::fromUtf8(name)},
            {QStringLiteral("email"), QString::fromLatin1(email)}};
}

/// A composer in a window; Sam himself, Ana, Ana Ruiz and two called Kim answer for the tenant.
struct Shown {
    DeskBench bench;
    CannedResponses canned{bench.workspace};
    ColleagueBook book{bench.workspace};
    QWidget window;
    Composer composer{canned, &window};
    MentionCompleter completer{composer, book};

    Shown()
    {
        bench.server.on("GET",
                        QStringLiteral("/colleagues"),
                        FakeApi::list({person("u-1", "Sam Support", "sam@example.com"),
                                       person("u-2", "Ana Ruiz", "ruiz@example.com"),
                                       person("u-3", "Kim", "kim.a@example.com"),
                                       person("u-4", "Kim", "kim.b@example.com"),
                                       person("u-5", "Ana", "ana@example.com")}));
        QSignalSpy changed(&book, &ColleagueBook::changed);
        book.refresh();
        [&changed] { QTRY_COMPARE(changed.count(), 1); }();
        window.resize(600, 500);
        composer.setGeometry(0, 300, 600, 200);
        window.show();
        window.activateWindow();
        composer.setNote(true);
        composer.edit().setFocus();
        [this] { QTRY_VERIFY(composer.edit().hasFocus()); }();
    }
    MentionList* list() { return window.findChild<MentionList*>(); }
    bool isOffering() { return list() != nullptr && list()->isVisible(); }
    QStringList offered()
    {
        QStringList names;
        if (isOffering()) {
            const QAbstractItemModel& model = *list()->findChild<QListView*>()->model();
            for (int row = 0; row < model.rowCount(); ++row) {
                names.append(model.index(row, 0).data().toString());
            }
        }
        return names;
    }
    void type(const char* text) { QTest::keyClicks(&composer.edit(), QString::fromLatin1(text)); }
    void press(Qt::Key key) { QTest::keyClick(&composer.edit(), key); }
};

} // namespace

class MentionCompleterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMarkOffersEverybodyButOneself()
    {
        Shown shown;
        shown.type("Look, @");

        QCOMPARE(shown.offered(),
                 (QStringList{QStringLiteral("Ana"),
                              QStringLiteral("Ana Ruiz"),
                              QStringLiteral("Kim"),
                              QStringLiteral("Kim")}));
        QVERIFY(!shown.list()->grab().isNull());
    }

    void enterPutsTheNameInAndTheNextEnterSaves()
    {
        Shown shown;
        QSignalSpy sent(&shown.composer, &Composer::sendWanted);
        shown.type("Look, @ru");
        QCOMPARE(shown.offered(), QStringList{QStringLiteral("Ana Ruiz")});
        shown.press(Qt::Key_Return);
        QCOMPARE(shown.composer.text(), QStringLiteral("Look, @Ana Ruiz "));
        QVERIFY(!shown.isOffering());
        QCOMPARE(sent.count(), 0);
        shown.press(Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
    }

    void theArrowsChooseAndANameOfSeveralBecomesTheAddress()
    {
        Shown shown;
        shown.type("@k");
        shown.press(Qt::Key_Down);
        shown.press(Qt::Key_Tab);
        QVERIFY(shown.composer.text() == QStringLiteral("@kim.a@example.com ") ||
                shown.composer.text() == QStringLiteral("@kim.b@example.com "));
    }

    void whoIsNamedWholeIsNotOfferedAgainUntilANameGoesOn()
    {
        Shown shown;
        shown.type("@Ana ");
        QVERIFY(!shown.isOffering());
        shown.type("R");
        QCOMPARE(shown.offered(), QStringList{QStringLiteral("Ana Ruiz")});
        shown.press(Qt::Key_Escape);
        QVERIFY(!shown.isOffering());
        QCOMPARE(shown.composer.text(), QStringLiteral("@Ana R"));
    }

    void anAnswerAndAnAddressNameNobody()
    {
        Shown shown;
        shown.composer.setNote(false);
        shown.type("@");
        QVERIFY(!shown.isOffering());
        shown.composer.setText({});
        shown.composer.setNote(true);
        shown.type("joe@");
        QVERIFY(!shown.isOffering());
    }

    void anAddressIsCompletedBehindItsOwnMark()
    {
        Shown shown;
        shown.type("@kim.b@exa");
        QCOMPARE(shown.offered(), QStringList{QStringLiteral("Kim")});
        shown.press(Qt::Key_Return);
        QCOMPARE(shown.composer.text(), QStringLiteral("@kim.b@example.com "));
    }

    void anOlderServerOffersNobody()
    {
        DeskBench bench;
        ColleagueBook book(bench.workspace);
        book.refresh();
        QTRY_COMPARE(bench.server.requests("GET", QStringLiteral("/colleagues")).size(), 1);
        QVERIFY(book.all().isEmpty());
    }

    void theModelKeepsItsPromises()
    {
        MentionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFellows(
            {{QStringLiteral("u"), QStringLiteral("<b>N</b>"), QStringLiteral("n@example.com")}});
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("<b>N</b>"));
        QCOMPARE(model.index(0).data(MentionModel::EmailRole).toString(), QStringLiteral("n@example.com"));
    }
};

PARLEY_TEST("mention_completer", MentionCompleterTest)
#include "mention_completer_test.moc"
