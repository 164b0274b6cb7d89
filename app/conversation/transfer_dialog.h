// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/colleague.h"

#include <QDialog>
#include <QJsonObject>

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace parley::console {

class ApiClient;
class PlainLabel;
struct WholeList;

/// Who gets the conversation: a colleague or a team, found by typing.
class TransferDialog : public QDialog {
    Q_OBJECT

public:
    /// @param ownId is not among those to choose from @param present shown at once: not everybody may list
    /// the people of the tenant
    TransferDialog(ApiClient& api, QString ownId, const QList<Colleague>& present, QWidget* parent);

Q_SIGNALS:
    /// @param target body of the assignment: {user_id} or {team_id} @param name for a reader
    void chosen(const QJsonObject& target, const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void load(ApiClient& api);
    void say(const WholeList& list);
    void addPerson(const QJsonObject& user);
    void add(const QString& field, const QString& id, const QString& name, const QString& iconName);
    void update();
    void agree();

    QString m_ownId;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLineEdit* m_search;
    QListView* m_view;
    PlainLabel* m_fault;
    QPushButton* m_agree;
};

} // namespace parley::console
