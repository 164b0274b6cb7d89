// SPDX-License-Identifier: MIT
#include "app/widget_designer/preview_server.h"
#include "app/widget_designer/widget_page.h"
#include "app/widgets/banner.h"
#include "tests/app/page_bench.h"
#include "tests/support/test_main.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace parley::console;
using parley::test::FakeApi;
using parley::test::PageBench;

namespace {

const QString kPath = QStringLiteral("/widget-config");

QJsonObject settings()
{
    return {{QStringLiteral("public_key"), QStringLiteral("pk_1")},
            {QStringLiteral("title"), QStringLiteral("Help")},
            {QStringLiteral("greeting"), QStringLiteral("Hello!")},
            {QStringLiteral("colors"),
             QJsonObject{{QStringLiteral("primary"), QStringLiteral("#1f6f4a")},
                         {QStringLiteral("accent"), QStringLiteral("#c9722b")}}},
            {QStringLiteral("position"), QStringLiteral("right")},
            {QStringLiteral("locale"), QStringLiteral("en")},
            {QStringLiteral("suggested_questions"), QJsonArray{QStringLiteral("Where is my parcel?")}},
            {QStringLiteral("ask_email"), true},
            {QStringLiteral("identity"), QStringLiteral("optional")},
            {QStringLiteral("allowed_origins"), QJsonArray{QStringLiteral("https://shop.example")}}};
}

} // namespace

class WidgetPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatChangedIsSentAndOtherColoursStay()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        bench.server.on("GET", kPath, settings());
        bench.server.on("PATCH", kPath, settings());
        WidgetPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        auto* title = page.findChild<QLineEdit*>(QStringLiteral("title"));
        QTRY_COMPARE(title->text(), QStringLiteral("Help"));
        QVERIFY(page.unsaved().isEmpty());

        page.findChild<QWidget*>(QStringLiteral("colors.primary"))
            ->findChild<QLineEdit*>()
            ->setText(QStringLiteral("#204080"));
        QVERIFY(!page.unsaved().isEmpty());
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();

        QTRY_COMPARE(bench.server.requests("PATCH", kPath).size(), 1);
        QCOMPARE(bench.server.requests("PATCH", kPath).first().json(),
                 QJsonObject({{QStringLiteral("colors"),
                               QJsonObject{{QStringLiteral("primary"), QStringLiteral("#204080")},
                                           {QStringLiteral("accent"), QStringLiteral("#c9722b")}}}}));
    }

    void aWrongColourIsNotSent()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        bench.server.on("GET", kPath, settings());
        WidgetPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        QTRY_COMPARE(page.findChild<QLineEdit*>(QStringLiteral("title"))->text(), QStringLiteral("Help"));

        page.findChild<QWidget*>(QStringLiteral("colors.primary"))
            ->findChild<QLineEdit*>()
            ->setText(QStringLiteral("#20408"));
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();

        QVERIFY(bench.server.requests("PATCH", kPath).isEmpty());
    }

    void thePreviewSaysWhichSiteWouldHaveToBeAllowed()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        bench.server.on("GET", kPath, settings());
        WidgetPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        auto* live = page.findChild<QPushButton*>(QStringLiteral("live"));
        QTRY_VERIFY(live->isEnabled());

        live->click();

        QTRY_VERIFY(page.findChild<Banner*>()->text().contains(PreviewServer::origin()));
        QVERIFY(bench.server.requests("PATCH", kPath).isEmpty());
    }

    void aNewSecretIsAskedForAndShownOnce()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        bench.server.on("GET", kPath, settings());
        bench.server.on("POST",
                        kPath + QStringLiteral("/identity-secret"),
                        QJsonObject{{QStringLiteral("identity_secret"), QStringLiteral("deadbeef")}},
                        201);
        WidgetPage page(bench.workspace, nullptr);
        page.show();

        page.findChild<QPushButton*>(QStringLiteral("rotate"))->click();
        QVERIFY(bench.server.requests("POST", kPath + QStringLiteral("/identity-secret")).isEmpty());
        page.findChild<QDialog*>()->findChild<QPushButton*>(QStringLiteral("agree"))->click();

        QTRY_VERIFY([&page] {
            for (const auto* field : page.findChildren<QLineEdit*>()) {
                if (field->text() == QLatin1String("deadbeef")) {
                    return true;
                }
            }
            return false;
        }());
    }
};

PARLEY_TEST("widget_page", WidgetPageTest)
#include "widget_page_test.moc"
