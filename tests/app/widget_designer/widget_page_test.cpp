// SPDX-License-Identifier: MIT
#include "app/widget_designer/preview_server.h"
#include "app/widget_designer/widget_page.h"
#include "app/widgets/banner.h"
#include "tests/app/page_bench.h"
#include "tests/support/test_main.h"

#include <QDesktopServices>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <memory>

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

/// The page of an organisation that is not the demo's, and the list of its sites as the server keeps it.
struct Preview {
    PageBench bench;
    QStringList origins{QStringLiteral("https://shop.example")};
    std::unique_ptr<WidgetPage> page;

    explicit Preview(const QString& role = QStringLiteral("tenant_user"))
        : bench({QStringLiteral("tenant:configure")}, role)
    {
        if (role == QLatin1String("admin")) {
            bench.session.actIn(QStringLiteral("t-1"), QStringLiteral("Acme"));
        }
        bench.server.on("GET", kPath, [this](const FakeApi::Request&) { return answer(); });
        bench.server.on("PATCH", kPath, [this](const FakeApi::Request& request) {
            origins = json::texts(request.json(), QLatin1String("allowed_origins"));
            return answer();
        });
        start();
    }
    FakeApi::Answer answer() const
    {
        QJsonObject body = settings();
        body.insert(QStringLiteral("allowed_origins"), QJsonArray::fromStringList(origins));
        return {200, body, {}, false};
    }
    void start()
    {
        page = std::make_unique<WidgetPage>(bench.workspace, nullptr);
        page->show();
        page->activate();
        [this] { QTRY_VERIFY(page->findChild<QPushButton*>(QStringLiteral("live"))->isEnabled()); }();
    }
    /// Asks for the preview and agrees.
    void allow()
    {
        page->findChild<QPushButton*>(QStringLiteral("live"))->click();
        auto* banner = page->findChild<Banner*>();
        [banner] { QTRY_VERIFY(banner->text().contains(PreviewServer::origin())); }();
        Q_EMIT banner->actionTriggered();
        [this] { QTRY_COMPARE(patches(), 1); }();
        [this] { QTRY_COMPARE(notes().size(), 1); }();
    }
    int patches() const { return static_cast<int>(bench.server.requests("PATCH", kPath).size()); }
    QStringList originsSent() const
    {
        return json::texts(bench.server.requests("PATCH", kPath).last().json(),
                           QLatin1String("allowed_origins"));
    }
    QStringList notes()
    {
        return bench.settings.value(QStringLiteral("widget/preview_allowed")).toStringList();
    }
};

} // namespace

class WidgetPageTest : public QObject {
    Q_OBJECT

public Q_SLOTS:
    /// In place of a browser.
    void openPage(const QUrl&) {}

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "openPage"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("http")); }

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

    void thePreviewIsTakenBackWhenThePageIsLeft()
    {
        Preview preview;
        preview.allow();
        QVERIFY(preview.originsSent().contains(PreviewServer::origin()));
        QVERIFY(!preview.page->findChild<QPlainTextEdit*>(QStringLiteral("allowed_origins"))
                     ->toPlainText()
                     .contains(PreviewServer::origin()));
        preview.bench.server.forget();

        preview.page->hide();

        QTRY_COMPARE(preview.patches(), 1);
        QCOMPARE(preview.originsSent(), QStringList{QStringLiteral("https://shop.example")});
        QTRY_VERIFY(preview.notes().isEmpty());
    }

    void aClosedPreviewAnswersNobody()
    {
        PreviewServer server;
        if (!server.serve(QStringLiteral("<p>page</p>"))) {
            QSKIP("another program of this computer has the preview's port");
        }
        QVERIFY(server.isServing());

        server.close();

        QVERIFY(!server.isServing());
    }

    void thePreviewIsTakenBackInItsOwnTenant()
    {
        Preview preview(QStringLiteral("admin"));
        preview.allow();
        preview.bench.server.forget();

        preview.bench.session.actIn(QStringLiteral("t-other"), QStringLiteral("Other"));
        preview.page->hide();

        QTRY_COMPARE(preview.patches(), 1);
        const auto sent = preview.bench.server.requests("PATCH", kPath).first();
        QCOMPARE(sent.headers.value("x-tenant"), QByteArray("t-1"));
        QCOMPARE(preview.originsSent(), QStringList{QStringLiteral("https://shop.example")});
    }

    void afterACrashItIsTakenBackAtTheNextStart()
    {
        Preview preview;
        preview.allow();
        const QStringList notes = preview.notes();
        QCOMPARE(notes.size(), 1);
        preview.page.reset(); // goes without its hide being answered
        preview.bench.settings.setValue(QStringLiteral("widget/preview_allowed"), notes);
        preview.origins.append(PreviewServer::origin());
        preview.bench.server.forget();

        preview.start();

        QTRY_COMPARE(preview.patches(), 1);
        QCOMPARE(preview.originsSent(), QStringList{QStringLiteral("https://shop.example")});
        QTRY_VERIFY(preview.notes().isEmpty());
    }

    void anOriginThatThePersonWroteStays()
    {
        Preview preview;
        preview.origins.append(PreviewServer::origin());
        preview.page->activate();
        auto* field = preview.page->findChild<QPlainTextEdit*>(QStringLiteral("allowed_origins"));
        QTRY_VERIFY(field->toPlainText().contains(PreviewServer::origin()));
        preview.bench.server.forget();

        preview.page->hide();
        preview.page->show();
        preview.page->activate();

        QTRY_COMPARE(preview.bench.server.requests("GET", kPath).size(), 1);
        QCOMPARE(preview.patches(), 0);
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
