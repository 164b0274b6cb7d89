// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStackedWidget>

namespace parley::console {

class Form;

/// How a tool does what it does: the fields of its kind (http, mcp, rag, builtin).
class ToolConfigPages : public QStackedWidget {
    Q_OBJECT

public:
    explicit ToolConfigPages(QWidget* parent = nullptr);

    /// An unknown kind has no fields.
    void setKind(const QString& kind);
    Form* shown() const;
    /// Of the kinds that are not shown: nothing of another tool is left in them.
    void clearOthers();
    /// A config as the server takes it: without what is empty.
    static QJsonObject withoutBlanks(const QJsonObject& config);

    /// As high as the kind that is shown, not as the highest.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

private:
    Form* addKind(const QString& kind);
    void addHttp();
    void addMcp();
    void addRag();
    void addBuiltin();

    QHash<QString, Form*> m_forms;
};

} // namespace parley::console
