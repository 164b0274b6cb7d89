// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QJsonObject>
#include <QJsonValue>

class QProgressBar;

namespace parley::console {

class Form;
class PlainLabel;

/// What a month may cost in tokens, and what it took so far.
class UsageCard : public QFrame {
    Q_OBJECT

public:
    explicit UsageCard(QWidget* parent = nullptr);

    /// @param settings as GET /settings/llm answers them
    void setSettings(const QJsonObject& settings);
    /// Null: none.
    QJsonValue budget() const;
    bool isChanged() const;
    /// Shows what is wrong with the budget. @return whether nothing is
    bool check();

Q_SIGNALS:
    void edited();

private:
    void showShare();

    Form* m_budget;
    QProgressBar* m_bar;
    PlainLabel* m_used;
    PlainLabel* m_models;
    PlainLabel* m_inEffect;
    qint64 m_tokens = 0;
};

} // namespace parley::console
