// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QSyntaxHighlighter;

namespace parley::console {

class PlainLabel;

/// Edits a system prompt: its variables stand above it, one click away, and are marked in the text; those
/// that nobody fills are marked as faults.
class PromptEditor : public QWidget {
    Q_OBJECT

public:
    explicit PromptEditor(QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    /// What is wrong with the prompt, in words; empty: nothing.
    static QString faultOf(const QString& prompt);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void count();

    QPlainTextEdit* m_editor;
    QSyntaxHighlighter* m_marks;
    PlainLabel* m_count;
};

} // namespace parley::console
