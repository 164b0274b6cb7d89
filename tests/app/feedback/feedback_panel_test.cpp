// SPDX-License-Identifier: MIT
#include "app/feedback/feedback_columns.h"
#include "app/feedback/feedback_panel.h"
#include "app/widgets/banner.h"
#include "tests/support/signed_in_world.h"
#include "tests/support/test_main.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace parley::console {

namespace {

using parley::test::FakeApi;
using parley::test::SignedInWorld;

QJsonObject feedback(const QString& id = QStringLiteral("f-1"))
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("session_id"), QStringLiteral("c-1")},
            {QStringLiteral("rating"), 2},
            {QStringLiteral("question"), QStringLiteral("Where is it?")},
            {QStringLiteral("answer"), QStringLiteral("Somewhere.")},
            {QStringLiteral("correction"), QJsonValue()}};
}

struct Bench {
    SignedInWorld world;
    FeedbackPanel panel{world.workspace};
    QPlainTextEdit* text = panel.findChild<QPlainTextEdit*>();
    QPushButton* save = panel.findChild<QPushButton*>(QStringLiteral("save"));

    Bench() { panel.setFeedback(feedback()); }
};

} // namespace

class FeedbackPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCorrectionIsSavedAndSaysWhatItTaught()
    {
        Bench bench;
        QJsonObject corrected = feedback();
        corrected.insert(QStringLiteral("correction"),
                         QJsonObject{{QStringLiteral("answer"), QStringLiteral("On its way.")}});
        bench.world.server.on("POST",
                              QStringLiteral("/feedback/f-1/correct"),
                              {{QStringLiteral("feedback"), corrected},
                               {QStringLiteral("learned"), QJsonObject{{QStringLiteral("cache"), true}}}});
        QSignalSpy changed(&bench.panel, &FeedbackPanel::changed);
        QVERIFY(!bench.save->isEnabled());

        bench.text->setPlainText(QStringLiteral("On its way."));
        bench.save->click();

        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(bench.world.navigator.said.value(0).contains(QStringLiteral("gets your answer now")));
        QVERIFY(bench.panel.unsaved().isEmpty());
        QVERIFY(!bench.save->isEnabled());
    }

    void whatWasTypedStaysWhenItIsRefused()
    {
        Bench bench;
        bench.world.server.on("POST", QStringLiteral("/feedback/f-1/correct"), [](const FakeApi::Request&) {
            return FakeApi::problem(422, QStringLiteral("validation_failed"), QStringLiteral("Too long."));
        });
        bench.text->setPlainText(QStringLiteral("A long text"));

        bench.save->click();

        QTRY_VERIFY(bench.panel.findChild<Banner*>()->text().contains(QStringLiteral("Too long.")));
        QCOMPARE(bench.text->toPlainText(), QStringLiteral("A long text"));
        QVERIFY(bench.save->isEnabled());
    }

    void eachOpinionKeepsItsOwnDraft()
    {
        Bench bench;
        bench.text->setPlainText(QStringLiteral("draft of the first"));

        bench.panel.setFeedback(feedback(QStringLiteral("f-2")));
        QCOMPARE(bench.text->toPlainText(), QString());
        QVERIFY(!bench.panel.unsaved().isEmpty());
        bench.panel.setFeedback(feedback());

        QCOMPARE(bench.text->toPlainText(), QStringLiteral("draft of the first"));
    }

    void whyItIsNotGivenToOthersIsSaid()
    {
        QVERIFY(correctionWords({{QStringLiteral("cache"), false},
                                 {QStringLiteral("reason"), QStringLiteral("personal_data")}})
                    .contains(QStringLiteral("personal data")));
        QVERIFY(correctionWords({{QStringLiteral("cache"), false},
                                 {QStringLiteral("reason"), QStringLiteral("case_specific")}})
                    .contains(QStringLiteral("case specific")));
    }
};

} // namespace parley::console

using parley::console::FeedbackPanelTest;
PARLEY_TEST("feedback_panel", FeedbackPanelTest)
#include "feedback_panel_test.moc"
