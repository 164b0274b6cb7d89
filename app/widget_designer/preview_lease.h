// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace parley::console {

struct ApiReply;

/// The preview's origin among an organisation's allowed sites: put there when the person agrees, taken back
/// when the preview is over. What was put there is noted on this computer until it has been taken back, so
/// that it is also after a crash. An origin that the person wrote into the list is theirs and stays.
/// @thread GUI
class PreviewLease : public QObject {
    Q_OBJECT

public:
    using Then = std::function<void(const ApiReply&)>;

    /// Of the tenant that is acted in now.
    explicit PreviewLease(Workspace& workspace, QObject* parent = nullptr);

    /// Whether it stands in the list and is not the person's.
    bool isHeld() const;
    /// The list as the person wrote it. @param settings as `GET /widget-config` answers them
    QJsonObject withoutOwn(QJsonObject settings) const;
    /// What the person changed, with the origin kept in the list while it is held.
    QJsonObject withOwn(QJsonObject changes) const;
    /// Puts it into the list. @param then with the server's answer
    void take(const QJsonObject& settings, Then then);
    /// Takes it out again; nothing where it is not held. `givenBack` follows once the server has agreed.
    void giveBack(const QJsonObject& settings);

Q_SIGNALS:
    /// @param settings as they are now
    void givenBack(const QJsonObject& settings);

private:
    void note(bool isHeld);

    Workspace& m_workspace;
    QString m_tenant;
    QString m_name;
    bool m_isGivingBack = false;
};

} // namespace parley::console
