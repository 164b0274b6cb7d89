// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace parley::console {

class CopyButton;
class PlainLabel;

/// Where customers come in by a channel, and where the rest of it is set up: the address and code of the
/// form, the page of the widget, the machine clients.
class ChannelWays : public QWidget {
    Q_OBJECT

public:
    explicit ChannelWays(Workspace& workspace, QWidget* parent = nullptr);

    /// @param channel as `GET /channels` lists it; empty: nothing is shown, nor of kinds but web, api and
    /// form
    void setChannel(const QJsonObject& channel);
    /// The organisation's, as its pages carry it; empty: not known, so that no address is shown.
    void setPublicKey(const QString& key);

private:
    QWidget* buildForm();
    void buildLead();
    void update();

    Workspace& m_workspace;
    QString m_kind;
    QString m_id;
    QString m_key;
    PlainLabel* m_text;
    QPushButton* m_lead;
    QWidget* m_form = nullptr;
    PlainLabel* m_address = nullptr;
    CopyButton* m_copyAddress = nullptr;
    QPlainTextEdit* m_code = nullptr;
    CopyButton* m_copyCode = nullptr;
};

} // namespace parley::console
