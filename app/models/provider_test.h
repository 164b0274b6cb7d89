// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

#include <QWidget>

class QVBoxLayout;

namespace parley::console {

/// What each model of a provider said to one token, and how fast.
class ProviderTest : public QWidget {
    Q_OBJECT

public:
    explicit ProviderTest(QWidget* parent = nullptr);

    void clear();
    void setRunning();
    /// As POST /settings/llm/test answers.
    void showAnswer(const ApiReply& reply);

private:
    void addLine(QWidget* badge, const QString& text);

    QVBoxLayout* m_lines;
};

} // namespace parley::console
