// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace parley::console {

class EmptyState;
class PlainLabel;
class SandboxTurn;

/// A chat with an agent, as it stands in the form, of which nothing is stored and nothing is sent, with every
/// step of each answer.
class SandboxTab : public QWidget {
    Q_OBJECT

public:
    explicit SandboxTab(Workspace& workspace, QWidget* parent = nullptr);

    /// As it is saved; another agent begins a new chat.
    void setAgent(const QJsonObject& agent);
    /// What the form holds and is not saved: it is tried out all the same. Empty: nothing.
    void setUnsaved(const QJsonObject& changes);

private:
    void ask();
    void restart();
    void say();
    QJsonArray history() const;

    Workspace& m_workspace;
    QJsonObject m_agent;
    QJsonObject m_unsaved;
    bool m_isAsking = false;
    quint64 m_chat = 0;
    QList<QPointer<SandboxTurn>> m_turns;
    PlainLabel* m_about;
    QCheckBox* m_route;
    QComboBox* m_locale;
    EmptyState* m_empty;
    QScrollArea* m_scroll;
    QVBoxLayout* m_list;
    QLineEdit* m_input;
    QPushButton* m_send;
};

} // namespace parley::console
