// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QWidget>

class QLayout;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace parley::console {

struct ApiReply;
class Badge;
class Banner;
class CustomerHistory;
class Form;
class PlainLabel;

/// One customer in full: who it is and how we know, what they wrote; put right, merged, exported, erased
/// here.
class CustomerPanel : public QWidget {
    Q_OBJECT

public:
    CustomerPanel(Workspace& workspace, QWidget* parent = nullptr);

    /// Reads and shows this customer; empty: nothing.
    void setCustomer(const QString& id);
    QString id() const;
    QString unsaved() const;
    void save();
    void mergeWith();
    void exportAll();
    void erase();

Q_SIGNALS:
    void changed(const QJsonObject& customer);
    void erased(const QString& id);

private:
    QWidget* buildIdentity();
    QLayout* buildButtons();
    void read();
    void display(const QJsonObject& customer);
    void displayIdentifiers();
    void saved(const ApiReply& reply);
    void showReceipt(const QJsonObject& receipt);
    void updateButtons();

    Workspace& m_workspace;
    QJsonObject m_customer;
    QString m_wanted;
    PlainLabel* m_name;
    Badge* m_verified;
    PlainLabel* m_summary;
    Banner* m_banner;
    Form* m_form;
    QVBoxLayout* m_identifiers;
    CustomerHistory* m_history;
    QPushButton* m_save;
    QPushButton* m_merge;
    QPushButton* m_export;
    QPushButton* m_erase;
};

} // namespace parley::console
