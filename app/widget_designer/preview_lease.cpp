// SPDX-License-Identifier: MIT
#include "app/widget_designer/preview_lease.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/widget_designer/preview_server.h"

#include <QSettings>

namespace parley::console {

namespace {

const auto kPath = QStringLiteral("/widget-config");
const auto kOrigins = QLatin1String("allowed_origins");

QString settingsKey()
{
    return QStringLiteral("widget/preview_allowed");
}

QJsonArray without(const QJsonArray& origins)
{
    QJsonArray kept;
    for (const QJsonValue& each : origins) {
        if (each.toString() != PreviewServer::origin()) {
            kept.append(each);
        }
    }
    return kept;
}

} // namespace

PreviewLease::PreviewLease(Workspace& workspace, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_tenant(workspace.api.tenant()),
      m_name(QStringLiteral("%1 %2").arg(workspace.api.server().toString(),
                                         m_tenant.isEmpty() ? workspace.session.user().tenantId : m_tenant))
{}

bool PreviewLease::isHeld() const
{
    return m_workspace.settings.value(settingsKey()).toStringList().contains(m_name);
}

void PreviewLease::note(bool isHeld)
{
    QStringList all = m_workspace.settings.value(settingsKey()).toStringList();
    all.removeAll(m_name);
    if (isHeld) {
        all.append(m_name);
    }
    m_workspace.settings.setValue(settingsKey(), all);
    // A crash is what the note is for.
    m_workspace.settings.sync();
}

QJsonObject PreviewLease::withoutOwn(QJsonObject settings) const
{
    if (isHeld()) {
        settings.insert(kOrigins, without(json::array(settings, kOrigins)));
    }
    return settings;
}

QJsonObject PreviewLease::withOwn(QJsonObject changes) const
{
    if (isHeld() && changes.contains(kOrigins)) {
        QJsonArray origins = without(json::array(changes, kOrigins));
        origins.append(PreviewServer::origin());
        changes.insert(kOrigins, origins);
    }
    return changes;
}

void PreviewLease::take(const QJsonObject& settings, Then then)
{
    QJsonArray origins = without(json::array(settings, kOrigins));
    origins.append(PreviewServer::origin());
    // Before the server is asked: an answer that never comes may still have been done.
    note(true);
    m_workspace.api.patch(kPath,
                          {{kOrigins, origins}},
                          this,
                          [this, then = std::move(then)](const ApiReply& reply) {
                              if (reply.error && reply.error->kind == ApiError::Kind::Refused) {
                                  note(false);
                              }
                              then(reply);
                          });
}

void PreviewLease::giveBack(const QJsonObject& settings)
{
    // In another tenant it would be another list.
    if (!isHeld() || m_isGivingBack || m_workspace.api.tenant() != m_tenant) {
        return;
    }
    const QJsonArray origins = json::array(settings, kOrigins);
    const QJsonArray kept = without(origins);
    if (kept.size() == origins.size()) {
        note(false); // somebody else took it off
        return;
    }
    m_isGivingBack = true;
    m_workspace.api.patch(kPath, {{kOrigins, kept}}, this, [this](const ApiReply& reply) {
        m_isGivingBack = false;
        if (reply.isOk()) {
            note(false);
            Q_EMIT givenBack(reply.object);
        }
    });
}

} // namespace parley::console
