// SPDX-License-Identifier: MIT
#include "app/settings/answering_page.h"
#include "app/settings/desk_page.h"
#include "app/settings/threshold_preview.h"
#include "tests/support/page_world.h"
#include "tests/support/test_main.h"

#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>

using namespace parley::console;
using parley::test::FakeApi;
using parley::test::PageWorld;

namespace {

QJsonObject answering(const QJsonArray& own)
{
    return {{QStringLiteral("confidence_threshold"), 0.7},
            {QStringLiteral("cache_threshold"), 0.9},
            {QStringLiteral("cache_ttl_days"), 7},
            {QStringLiteral("answer_tokens"), 800},
            {QStringLiteral("tool_steps"), 4},
            {QStringLiteral("own"), own}};
}

QDoubleSpinBox* threshold(const QWidget& page)
{
    return page.findChild<QDoubleSpinBox*>(QStringLiteral("confidence_threshold"));
}

} // namespace

class SettingsPageTest : public QObject {
    Q_OBJECT

private:
    const QString m_path = QStringLiteral("/settings/answering");

private Q_SLOTS:
    void onlyWhatWasChangedIsSetHere()
    {
        PageWorld world;
        world.server.on("GET", m_path, answering({}));
        world.server.on("PATCH", m_path, answering({QStringLiteral("confidence_threshold")}));
        world.server.on("POST", m_path + QStringLiteral("/preview"), QJsonObject());
        AnsweringPage page(world.workspace, nullptr);
        page.show();
        page.activate();
        QTRY_COMPARE(threshold(page)->value(), 0.7);
        QVERIFY(page.unsaved().isEmpty());

        threshold(page)->setValue(0.5);
        QVERIFY(!page.unsaved().isEmpty());
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();

        QTRY_COMPARE(world.server.requests("PATCH", m_path).size(), 1);
        QCOMPARE(world.server.requests("PATCH", m_path).first().json(),
                 (QJsonObject{{QStringLiteral("confidence_threshold"), 0.5}}));
        QTRY_COMPARE(world.navigator.said.size(), 1);
    }

    void whatIsSetHereGoesBackToInherited()
    {
        PageWorld world;
        world.server.on("GET", m_path, answering({QStringLiteral("confidence_threshold")}));
        world.server.on("PATCH", m_path, answering({}));
        world.server.on("POST", m_path + QStringLiteral("/preview"), QJsonObject());
        AnsweringPage page(world.workspace, nullptr);
        page.show();
        page.activate();
        auto* menu = page.findChild<QMenu*>();
        QTRY_COMPARE(menu->actions().size(), 1);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("Confidence threshold"));

        menu->actions().first()->trigger();

        QTRY_COMPARE(world.server.requests("PATCH", m_path).size(), 1);
        QVERIFY(world.server.requests("PATCH", m_path)
                    .first()
                    .json()
                    .value(QLatin1String("confidence_threshold"))
                    .isNull());
        QTRY_VERIFY(menu->isEmpty());
    }

    void thePreviewAsksForTheThresholdOfItsSlider()
    {
        PageWorld world;
        const QString path = m_path + QStringLiteral("/preview");
        world.server.on("POST", path, {{QStringLiteral("turns"), 10}, {QStringLiteral("answered"), 6}});
        ThresholdPreview preview(world.workspace);
        preview.show();

        preview.setThreshold(0.7);
        preview.findChild<QSlider*>()->setValue(55);

        const auto asked = [&] {
            const auto requests = world.server.requests("POST", path);
            return requests.isEmpty()
                       ? 0.0
                       : requests.last().json().value(QLatin1String("confidence_threshold")).toDouble();
        };
        QTRY_COMPARE(asked(), 0.55);
    }

    void theDesksPlansAreSentWhole()
    {
        PageWorld world;
        const QString path = QStringLiteral("/settings/desk");
        const QJsonObject promise{{QStringLiteral("first_response_minutes"), 15}};
        world.server.on("GET",
                        path,
                        {{QStringLiteral("sla"), QJsonObject{{QStringLiteral("default"), promise}}},
                         {QStringLiteral("hours"), QJsonValue::Null},
                         {QStringLiteral("accept_timeout_s"), 120},
                         {QStringLiteral("watchdog_s"), 30},
                         {QStringLiteral("assignment"), QStringLiteral("manual")},
                         {QStringLiteral("capacity"), 5},
                         {QStringLiteral("own"), QJsonArray()}});
        world.server.on("PATCH", path, QJsonObject());
        DeskPage page(world.workspace, nullptr);
        page.show();
        page.activate();
        QTRY_COMPARE(page.findChildren<QSpinBox*>().size(), 2);
        QVERIFY(page.unsaved().isEmpty());

        page.findChildren<QSpinBox*>().first()->setValue(20);
        page.findChild<QPushButton*>(QStringLiteral("save"))->click();

        QTRY_COMPARE(world.server.requests("PATCH", path).size(), 1);
        const QJsonObject body = world.server.requests("PATCH", path).first().json();
        QCOMPARE(body.keys(), QStringList{QStringLiteral("sla")});
    }
};

PARLEY_TEST("settings_page", SettingsPageTest)
#include "settings_page_test.moc"
