// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_error.h"

#include <QFrame>
#include <QJsonObject>

class QVBoxLayout;

namespace parley::console {

class PlainLabel;

/// One question of the sandbox and what came of it: the answer, what made it, its sources and its steps.
class SandboxTurn : public QFrame {
    Q_OBJECT

public:
    explicit SandboxTurn(const QString& question, QWidget* parent = nullptr);

    /// @param test as POST /agents/{id}/test answers it
    void setAnswer(const QJsonObject& test);
    void setFailed(const ApiError& error);

    QString question() const { return m_question; }
    /// Empty until there is one.
    QString answer() const { return m_answer; }

private:
    void addFacts(const QJsonObject& test);
    void addHandoff(const QJsonObject& handoff);
    void addSources(const QJsonArray& citations);
    void addToolCalls(const QJsonArray& calls);
    void addTrace(const QJsonArray& nodes, qint64 us);

    QString m_question;
    QString m_answer;
    QVBoxLayout* m_layout;
    PlainLabel* m_waiting;
};

} // namespace parley::console
