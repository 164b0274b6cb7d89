// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace parley::console {

struct ApiReply;
class Badge;
class Banner;
class CustomerLabels;
class PassageList;
class PlainLabel;

/// One ticket in full, beside the list: why it came, what the agents would have said and from what, until
/// when it is promised; its priority and category can be put right here.
class TicketPanel : public QWidget {
    Q_OBJECT

public:
    TicketPanel(Workspace& workspace, CustomerLabels& names, QWidget* parent = nullptr);

    /// @param ticket as lists have it; the rest is read. Empty: none.
    void setTicket(const QJsonObject& ticket);
    QString id() const;
    /// What was changed here and not saved, in words; empty: nothing.
    QString unsaved() const;
    void openConversation();
    void openRun();
    void openCustomer();
    void save();

Q_SIGNALS:
    /// As the server has it now.
    void changed(const QJsonObject& ticket);

private:
    PlainLabel* addBlock(QVBoxLayout* layout, const QString& caption);
    void buildHead(QVBoxLayout* layout);
    void buildEditor(QVBoxLayout* layout);
    void buildButtons(QVBoxLayout* layout);
    void read();
    void display(const QJsonObject& ticket);
    void loadEditor();
    void keepEdits();
    void nameCustomer();
    void resolve();
    void patch(const QJsonObject& body);
    void patched(const ApiReply& reply);
    void updateButtons();

    Workspace& m_workspace;
    CustomerLabels& m_names;
    QJsonObject m_ticket;
    /// Priority and category chosen for tickets and not saved, by the ticket's id.
    QHash<QString, std::pair<QString, QString>> m_edits;
    Banner* m_banner;
    PlainLabel* m_reference;
    PlainLabel* m_subject;
    Badge* m_status;
    Badge* m_sla;
    Badge* m_confidence;
    PlainLabel* m_reason;
    PlainLabel* m_customer;
    PlainLabel* m_question;
    PlainLabel* m_draft;
    PassageList* m_context;
    PlainLabel* m_contextCaption;
    QComboBox* m_priority;
    QComboBox* m_category;
    QPushButton* m_save;
    QPushButton* m_open;
    QPushButton* m_run;
    QPushButton* m_resolve;
    std::function<void()> m_bannerAction;
};

} // namespace parley::console
