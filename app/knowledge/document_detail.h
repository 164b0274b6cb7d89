// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

#include <QJsonObject>
#include <QWidget>

class QPushButton;

namespace parley::console {

class Badge;
class Banner;
class FactList;
class Form;
class PlainLabel;

/// One document: what is wrong with it, what is kept of it, and its title, category and visibility to change.
class DocumentDetail : public QWidget {
    Q_OBJECT

public:
    /// @param api outlives this @param mayWrite whether this person may change documents
    DocumentDetail(ApiClient& api, bool mayWrite, QWidget* parent = nullptr);

    /// The same document again: what is typed stays.
    void display(const QJsonObject& document);
    QString unsaved() const;

Q_SIGNALS:
    void changed(const QJsonObject& document);
    void removed(const QString& document);

private:
    void buildForm();
    void showNotes();
    void showFacts();
    void updateButtons();
    void save();
    /// @param verb "cancel" or "retry"
    void act(const QString& verb);
    void remove();
    void take(const ApiReply& reply);
    QString path() const;

    ApiClient& m_api;
    bool m_mayWrite;
    PlainLabel* m_title;
    Badge* m_status;
    Banner* m_banner;
    PlainLabel* m_error;
    PlainLabel* m_notes;
    FactList* m_facts;
    Form* m_form;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QPushButton* m_retry;
    QPushButton* m_delete;
    QJsonObject m_document;
};

} // namespace parley::console
