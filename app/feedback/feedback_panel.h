// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace parley::console {

class Banner;
class PlainLabel;

/// One opinion in full, and what the answer should have been. What is written here is kept for each while the
/// page is open.
class FeedbackPanel : public QWidget {
    Q_OBJECT

public:
    explicit FeedbackPanel(Workspace& workspace, QWidget* parent = nullptr);
    void setFeedback(const QJsonObject& feedback);
    QString unsaved() const;
    void save();
    void openConversation();

Q_SIGNALS:
    void changed(const QJsonObject& feedback);

private:
    PlainLabel* addBlock(QVBoxLayout* layout, const QString& caption);
    QString id() const;
    QString savedCorrection() const;
    void updateButtons();

    Workspace& m_workspace;
    QJsonObject m_feedback;
    /// By id: what was typed and not saved.
    QHash<QString, QString> m_drafts;
    PlainLabel* m_rating;
    PlainLabel* m_facts;
    PlainLabel* m_question;
    PlainLabel* m_answer;
    PlainLabel* m_comment;
    QPlainTextEdit* m_correction;
    PlainLabel* m_author;
    Banner* m_banner;
    QPushButton* m_open;
    QPushButton* m_save;
};

} // namespace parley::console
