// SPDX-License-Identifier: MIT
#pragma once

#include "app/knowledge/document_watch.h"

#include <QFrame>
#include <QStringList>

class QListView;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace parley::console {

class PlainLabel;

/// What a new article would have answered: once it is read, each of the questions is looked up, and the
/// passage that is found stands beside it.
class GapProof : public QFrame {
    Q_OBJECT

public:
    /// @param api outlives this
    explicit GapProof(ApiClient& api, QWidget* parent = nullptr);

    /// Forgets what was shown. @param questions as customers asked them; the first few are tried
    void begin(const QString& document, const QStringList& questions);

Q_SIGNALS:
    void closeWanted();
    void documentWanted(const QString& document);

private:
    void follow(const QJsonObject& document);
    void tryNext();
    void answered(const QString& question, const ApiReply& reply);
    void conclude();

    ApiClient& m_api;
    DocumentWatch m_watch;
    PlainLabel* m_state;
    QProgressBar* m_progress;
    QListView* m_view;
    QPushButton* m_close;
    QPushButton* m_look;
    QStandardItemModel* m_results;
    QString m_document;
    QStringList m_questions;
    ApiClient::RequestId m_request = 0;
    int m_next = 0;
    int m_found = 0;
};

} // namespace parley::console
