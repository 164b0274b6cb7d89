// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/workspace/page.h"

#include <QHash>
#include <QJsonObject>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace parley::console {

class Banner;
class Form;
class PlainLabel;

/// Settings of one tenant, or the platform's where an admin acts in none: a form over what holds now, of
/// which each field is either set here or inherited.
class SettingsPage : public Page {
    Q_OBJECT

public:
    /// @param path as "/settings/desk"
    SettingsPage(Workspace& workspace, QString path, const QString& title, QWidget* parent);

    void activate() override;
    QString unsaved() const override;

protected:
    Workspace& workspace() { return m_workspace; }
    Form& form() { return *m_form; }
    /// What the field is called, for the list of those that are set here.
    void setLabel(const QString& field, const QString& label) { m_labels.insert(field, label); }
    /// Stands at the side of the form.
    void addSide(QWidget* side);
    /// The fields hold these settings now.
    virtual void loaded(const QJsonObject& settings) { Q_UNUSED(settings) }

private:
    void load(const QJsonObject& settings);
    void save();
    void inherit(const QString& field);
    void answered(const ApiReply& reply);
    void updateButtons();

    Workspace& m_workspace;
    QString m_path;
    QHash<QString, QString> m_labels;
    QJsonObject m_settings;
    Form* m_form;
    Banner* m_platform;
    Banner* m_banner;
    QHBoxLayout* m_body;
    PlainLabel* m_own;
    QPushButton* m_inherit;
    QMenu* m_fields;
    QPushButton* m_discard;
    QPushButton* m_save;
    bool m_isSaving = false;
};

} // namespace parley::console
