// SPDX-License-Identifier: MIT
#include "app/channels/channel_kinds.h"
#include "app/channels/channel_summary.h"
#include "app/channels/hosted_form.h"
#include "app/channels/template_rule.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace parley::console;

class ChannelWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKindThatIsNotKnownHasItsName()
    {
        const ChannelKind kind = ChannelKinds().kind(QStringLiteral("carrier_pigeon"));

        QCOMPARE(kind.title, QStringLiteral("Carrier pigeon"));
        QVERIFY(!kind.canDelete);
        QVERIFY(!ChannelKinds().canCreateAny());
    }

    void templatesBecomeTextsWithTheirVariables()
    {
        const QJsonArray items =
            QJsonDocument::fromJson("[{\"kind\":\"form\",\"title\":\"Contact form\",\"can_create\":true,"
                                    "\"config_schema\":{\"properties\":{\"x\":{\"enum\":[\"bug_report\"]}}},"
                                    "\"templates\":[{\"name\":\"received\",\"title\":\"Shown after sending\","
                                    "\"variables\":[\"name\",\"reference\"],\"default\":\"Thank you\"}]}]")
                .array();

        const ChannelKinds kinds(items);

        QVERIFY(kinds.canCreateAny());
        const ChannelKind form = kinds.kind(QStringLiteral("form"));
        const QJsonObject received = form.templateSchema.value(QLatin1String("properties"))
                                         .toObject()
                                         .value(QLatin1String("received"))
                                         .toObject();
        QCOMPARE(received.value(QLatin1String("default")).toString(), QStringLiteral("Thank you"));
        QVERIFY(
            received.value(QLatin1String("description")).toString().contains(QLatin1String("{reference}")));
        const QJsonObject choice = form.configSchema.value(QLatin1String("properties"))
                                       .toObject()
                                       .value(QLatin1String("x"))
                                       .toObject();
        QCOMPARE(choice.value(QLatin1String("enumNames")).toArray().first().toString(),
                 QStringLiteral("Bug report"));
    }

    void onlyKnownVariablesStandInAText()
    {
        const Rule rule = rules::knownVariables({QStringLiteral("name"), QStringLiteral("reference")});

        QVERIFY(rule(QStringLiteral("Thank you, {name}. { } {1} {} {{reference}}")).isEmpty());
        QVERIFY(rule(QStringLiteral("Thank you, {nmae}.")).contains(QLatin1String("{nmae}")));
    }

    void theAddressNamesTheOrganisationAndNothingElse()
    {
        const QUrl server(QStringLiteral("https://ana:secret@desk.example:8443/x?y=1#z"));

        const QUrl page = hostedFormPage(server, QStringLiteral("pk_1\"><script>"), {});
        const QString code = hostedFormCode(server, QStringLiteral("pk_1\"><script>"), {});

        QCOMPARE(page.toString(), QStringLiteral("https://desk.example:8443/support?tenant=pk_1script"));
        QVERIFY(!code.contains(QLatin1String("secret")));
        QCOMPARE(code.count(QLatin1String("<script")), 0);
        QVERIFY(code.contains(QLatin1String("https://desk.example:8443/support?tenant=pk_1script")));
    }

    void aLineSaysStateCountAndLastMessage()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(1, 0), QTimeZone::utc());
        const QJsonObject status{{QStringLiteral("state"), QStringLiteral("on")},
                                 {QStringLiteral("last_message_ts"),
                                  QStringLiteral("2026-11-22T00:56:00.000Z")},
                                 {QStringLiteral("received_24h"), 12}};

        const QString line = channelLine({{QStringLiteral("status"), status}}, now);
        const QString quiet = channelLine({}, now);

        QVERIFY2(line.startsWith(QStringLiteral("On · 12")), qPrintable(line));
        QVERIFY2(line.contains(QLatin1String("4 min")), qPrintable(line));
        QVERIFY2(quiet.startsWith(QStringLiteral("Off · 0")), qPrintable(quiet));
    }
};

PARLEY_TEST("channel_words", ChannelWordsTest)
#include "channel_words_test.moc"
