// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStackedWidget>
#include <QStringList>

namespace parley::console {

class Form;

/// Objects of several kinds, each edited by the JSON Schema of its kind. What the schema does not speak of
/// and lets through is edited as JSON; what it knows and no field can show stays as it was.
class SchemaPages : public QStackedWidget {
    Q_OBJECT

public:
    explicit SchemaPages(QWidget* parent = nullptr);

    /// The same again changes nothing; another draws the kind's fields anew, empty.
    void setSchema(const QString& kind, const QJsonObject& schema);
    /// A kind without a schema is edited as JSON.
    void setKind(const QString& kind);
    /// Whether there is anything to fill in.
    bool hasFields() const;
    /// The fields of the kind that is shown.
    Form* shown() const;
    /// Of any kind; null: it has no schema.
    Form* form(const QString& kind) const { return m_kinds.value(kind).form; }

    QJsonObject value() const;
    /// What a PATCH says that merges: the top-level members that differ from `before`, null for those that
    /// were emptied.
    QJsonObject changesFrom(const QJsonObject& before) const;
    void setValue(const QJsonObject& value);

    /// As high as the kind that is shown, not as the highest.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

private:
    struct Kind {
        QJsonObject schema;
        Form* form = nullptr;
        QStringList fields;
        /// It has a JSON editor for what has no field.
        bool isOpen = false;
    };

    Kind make(const QJsonObject& schema);

    QHash<QString, Kind> m_kinds;
    QString m_kind;
    /// What was loaded and has no field.
    QJsonObject m_others;
};

} // namespace parley::console
