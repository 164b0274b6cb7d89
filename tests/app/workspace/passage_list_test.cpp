// SPDX-License-Identifier: MIT
#include "app/widgets/plain_label.h"
#include "app/workspace/passage_list.h"
#include "tests/support/test_main.h"

#include <QJsonObject>
#include <QLabel>
#include <QToolButton>

using namespace parley::console;

namespace {

QJsonObject passage(const QString& title, double score, int page = 0)
{
    QJsonObject made{{QStringLiteral("title"), title},
                     {QStringLiteral("score"), score},
                     {QStringLiteral("text"), QStringLiteral("<b>Parcels</b> & more")}};
    if (page > 0) {
        made.insert(QStringLiteral("page"), page);
    }
    return made;
}

QString textOf(const QWidget& list)
{
    QString text;
    for (const auto* label : list.findChildren<PlainLabel*>()) {
        text += label->text() + QLatin1Char('\n');
    }
    return text;
}

} // namespace

class PassageListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachSaysWhatItIsAndHowWellItFits()
    {
        PassageList list(PassageList::Texts::Open);
        list.setPassages({passage(QStringLiteral("Returns %1 %2"), 0.824, 3), passage({}, 0.5)});

        QCOMPARE(list.count(), 2);
        const QString text = textOf(list);
        QVERIFY2(text.contains(QStringLiteral("Returns %1 %2, page 3 · fits 82 %")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("<b>Parcels</b> & more · fits 50 %")), qPrintable(text));
        for (const QLabel* label : list.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void whatIsOpenStaysOpenWhenTheSameComesAgain()
    {
        PassageList list(PassageList::Texts::Folded);
        const QJsonArray passages{passage(QStringLiteral("Returns"), 0.8),
                                  passage(QStringLiteral("Parcels"), 0.7)};
        list.setPassages(passages);
        list.show();
        auto* head = list.findChild<QToolButton*>();
        QCOMPARE(textOf(list).count(QLatin1String("& more")), 2);
        QVERIFY(!list.findChild<QLabel*>()->isVisible());

        head->click();
        list.setPassages(passages);

        QVERIFY(list.findChild<QLabel*>()->isVisible());
        list.setPassages({});
        QCOMPARE(list.count(), 0);
        QVERIFY(list.findChild<QToolButton*>() == nullptr);
    }

    void tooManyAreNotAllMadeIntoWidgets()
    {
        QJsonArray many;
        for (int i = 0; i < 400; ++i) {
            many.append(passage(QString::number(i), 0.5));
        }
        PassageList list(PassageList::Texts::Open);

        list.setPassages(many);

        QVERIFY(list.count() < 50);
    }
};

PARLEY_TEST("passage_list", PassageListTest)
#include "passage_list_test.moc"
