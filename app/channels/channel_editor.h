// SPDX-License-Identifier: MIT
#pragma once

#include "app/channels/channel_kinds.h"
#include "app/workspace/resource_page.h"

#include <QHash>

#include <memory>

class QComboBox;

namespace parley::console {

class ChannelSummary;
class ChannelWays;
class SchemaPages;

/// The channels, and the chosen one: how it does, where customers come in by it, and what can be set up, with
/// fields drawn from the server's own schema of its kind.
class ChannelEditor : public ResourcePage {
    Q_OBJECT

public:
    /// @param kinds outlives this
    ChannelEditor(Workspace& workspace, const ChannelKinds& kinds, QWidget* parent = nullptr);

    /// The kinds were read, perhaps others than before; what is typed stays.
    void kindsChanged();
    /// The figures of each kind, as `GET /metrics/channels` lists them.
    void setFigures(const QJsonArray& items);
    void setPublicKey(const QString& key);

protected:
    void shown(const QJsonObject& channel) override;
    QJsonObject creation() const override;
    QJsonObject changes() const override;

private:
    void buildForm();
    void addKind();
    void addPages(SchemaPages* pages, const QString& name, QWidget* title);
    void setKind(const QString& kind);
    void updateSections();
    void updateTurn();
    void turn();
    void turnNow(bool isOn);

    const ChannelKinds& m_kinds;
    QHash<QString, QJsonObject> m_figures;
    QString m_kind;
    ChannelSummary* m_summary;
    ChannelWays* m_ways;
    PlainLabel* m_about;
    QComboBox* m_kindBox;
    QWidget* m_configHeading;
    QWidget* m_templatesHeading;
    SchemaPages* m_config;
    SchemaPages* m_templates;
    QPushButton* m_turn;
    bool m_isTurning = false;
};

} // namespace parley::console
