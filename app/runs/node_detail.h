// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QWidget>

class QPlainTextEdit;

namespace parley::console {

class PlainLabel;

/// One step of a turn in full: when, how long, what it cost, what went in and came out.
class NodeDetail : public QWidget {
    Q_OBJECT

public:
    explicit NodeDetail(QWidget* parent = nullptr);
    void setNode(const QJsonObject& node);

private:
    QPlainTextEdit* addText(const QString& caption);

    PlainLabel* m_title;
    PlainLabel* m_purpose;
    PlainLabel* m_facts;
    QPlainTextEdit* m_input;
    QPlainTextEdit* m_output;
};

} // namespace parley::console
