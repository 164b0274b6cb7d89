// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QWidget>

class QPlainTextEdit;

namespace parley::console {

/// Edits the JSON Schema of a tool's input; lines with faults are marked as one types.
class SchemaEditor : public QWidget {
    Q_OBJECT

public:
    explicit SchemaEditor(QWidget* parent = nullptr);

    /// An object; null where nothing is written; the text itself where it is no JSON object.
    QJsonValue value() const;
    void setValue(const QJsonValue& schema);
    /// What is wrong, each fault with its line; empty: nothing.
    QString fault() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void mark();
    void tidy();

    QPlainTextEdit* m_editor;
};

} // namespace parley::console
