// SPDX-License-Identifier: MIT
#include "app/organisation/api_client_page.h"

#include "app/net/json.h"
#include "app/organisation/organisation_rules.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/form.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/secret_dialog.h"
#include "app/widgets/time_text.h"

namespace parley::console {

namespace {

constexpr int kMostName = 255;
constexpr double kMostRequests = 1'000'000;

ResourceKind clientKind()
{
    ResourceKind kind;
    kind.path = QStringLiteral("/api-clients");
    kind.title = ApiClientPage::tr("Machine clients");
    kind.icon = QStringLiteral("key");
    kind.create = ApiClientPage::tr("Add client");
    kind.emptyTitle = ApiClientPage::tr("No program calls in your name");
    kind.emptyText =
        ApiClientPage::tr("A shop, an app or a script signs in with an id and a secret of its own, and may "
                          "do what you allow it.");
    kind.name = [](const QJsonObject& client) { return json::text(client, QLatin1String("name")); };
    kind.detail = [](const QJsonObject& client) {
        return json::texts(client, QLatin1String("scopes")).join(QStringLiteral(", "));
    };
    kind.destroys = [](const QJsonObject& client) {
        return ApiClientPage::tr(
                   "Whatever signs in as \"%1\" is refused from this moment on. Its secret cannot be had "
                   "back; another client gets another one.")
            .arg(json::text(client, QLatin1String("name")));
    };
    return kind;
}

} // namespace

ApiClientPage::ApiClientPage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, clientKind(), parent), m_facts(new FactList(this))
{
    Form& fields = form();
    fields.addText(QStringLiteral("name"),
                   tr("Name"),
                   tr("What it is for, such as \"Web shop\"."),
                   rules::name(kMostName));
    FormField& scopes =
        fields.addChecks(QStringLiteral("scopes"),
                         tr("May"),
                         {{QStringLiteral("chat"), tr("Chat as a customer does")},
                          {QStringLiteral("read"), tr("Read conversations, tickets and settings")},
                          {QStringLiteral("manage"), tr("Change settings and knowledge")}});
    scopes.rule = [](const QJsonValue& value) {
        return value.toArray().isEmpty() ? tr("Allow it one thing at least.") : QString();
    };
    addOptionalNumber(
        fields,
        QStringLiteral("requests_per_minute"),
        tr("Requests a minute"),
        1,
        kMostRequests,
        0,
        tr("More are refused with a time to wait. Once set, it can be changed and not taken away."),
        tr("as the server allows everybody"));
    fields.addWidget(m_facts);
}

void ApiClientPage::shown(const QJsonObject& client)
{
    m_facts->setVisible(!client.isEmpty());
    m_facts->setFacts(
        {{tr("Client id"), json::text(client, QLatin1String("client_id"))},
         {tr("Added"),
          momentText(json::time(client, QLatin1String("created_ts")), workspace().api.serverNow())}});
}

void ApiClientPage::saved(const QJsonObject& client, bool wasNew)
{
    ResourcePage::saved(client, wasNew);
    const QString secret = json::text(client, QLatin1String("client_secret"));
    if (!wasNew || secret.isEmpty()) {
        return;
    }
    showSecretOnce(
        this,
        tr("The secret of \"%1\"").arg(json::text(client, QLatin1String("name"))),
        tr("Keep it now, where only the program can read it. The server stores a fingerprint alone and "
           "cannot show it again."),
        {{tr("Client id"), json::text(client, QLatin1String("client_id"))}, {tr("Client secret"), secret}});
}

} // namespace parley::console
