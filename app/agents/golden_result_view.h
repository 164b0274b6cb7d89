// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QWidget>

namespace parley::console {

class DiffView;
class PlainLabel;

/// What one golden question was answered, what was expected, and how the answer differs from the run before.
class GoldenResultView : public QWidget {
    Q_OBJECT

public:
    explicit GoldenResultView(QWidget* parent = nullptr);

    /// An empty one: none is chosen.
    void setResult(const QJsonObject& result);

private:
    PlainLabel* m_question;
    PlainLabel* m_expected;
    PlainLabel* m_reasons;
    PlainLabel* m_caption;
    DiffView* m_answer;
};

} // namespace parley::console
