// SPDX-License-Identifier: MIT
#include "app/widgets/schema_pages.h"

#include "app/net/json.h"
#include "app/widgets/form.h"
#include "app/widgets/schema_form.h"

namespace parley::console {

namespace {

constexpr int kJsonLines = 6;
/// No name of a property: those have no blanks here.
const auto kOthers = QStringLiteral("other settings");

/// Whether something beyond the fields may be said: names that are not declared, or a choice between shapes.
bool isOpenSchema(const QJsonObject& schema)
{
    for (const char* name : {"oneOf", "anyOf", "allOf", "$ref", "if", "patternProperties"}) {
        if (schema.contains(QLatin1String(name))) {
            return true;
        }
    }
    const QJsonValue more = schema.value(QLatin1String("additionalProperties"));
    const bool hasFields = !json::object(schema, QLatin1String("properties")).isEmpty();
    // A schema that lists its properties and forgets to close them is not an invitation.
    return more != QJsonValue(false) && (!hasFields || !more.isUndefined());
}

/// A field that was emptied is left out: its schema says what holds then.
QJsonObject withoutBlanks(const QJsonObject& object)
{
    QJsonObject kept;
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (each.value().isObject() && each.key() != kOthers) {
            if (const QJsonObject inner = withoutBlanks(each.value().toObject()); !inner.isEmpty()) {
                kept.insert(each.key(), inner);
            }
        } else if (!each.value().isNull() && each.value() != QJsonValue(QString())) {
            kept.insert(each.key(), each.value());
        }
    }
    return kept;
}

Rule objectRule()
{
    return [](const QJsonValue& value) {
        return value.isObject() || value.isNull() || value.isUndefined()
                   ? QString()
                   : SchemaPages::tr("This must be a JSON object: { … }.");
    };
}

} // namespace

SchemaPages::SchemaPages(QWidget* parent) : QStackedWidget(parent)
{
    setKind({});
}

SchemaPages::Kind SchemaPages::make(const QJsonObject& schema)
{
    Kind made;
    made.schema = schema;
    made.form = new Form(this);
    made.fields = addSchemaFields(*made.form, schema, {});
    made.isOpen = isOpenSchema(schema);
    if (made.isOpen) {
        made.form->addJson(kOthers,
                           made.fields.isEmpty() ? tr("Settings as JSON") : tr("More settings as JSON"),
                           kJsonLines,
                           {},
                           objectRule());
    }
    made.form->load({});
    addWidget(made.form);
    connect(made.form, &Form::edited, this, &SchemaPages::edited);
    return made;
}

void SchemaPages::setSchema(const QString& kind, const QJsonObject& schema)
{
    const auto known = m_kinds.find(kind);
    if (known != m_kinds.end() && known->schema == schema) {
        return;
    }
    if (known != m_kinds.end()) {
        removeWidget(known->form);
        known->form->deleteLater();
    }
    m_kinds.insert(kind, make(schema));
    if (kind == m_kind) {
        setKind(kind);
    }
}

void SchemaPages::setKind(const QString& kind)
{
    m_kind = kind;
    if (!m_kinds.contains(kind)) {
        m_kinds.insert(kind, make({}));
    }
    setCurrentWidget(shown());
    updateGeometry();
}

bool SchemaPages::hasFields() const
{
    const Kind kind = m_kinds.value(m_kind);
    return kind.isOpen || !kind.fields.isEmpty();
}

Form* SchemaPages::shown() const
{
    return m_kinds.value(m_kind).form;
}

QJsonObject SchemaPages::value() const
{
    const Kind kind = m_kinds.value(m_kind);
    QJsonObject made = withoutBlanks(kind.form->value());
    const QJsonObject others = kind.isOpen ? made.take(kOthers).toObject() : m_others;
    for (auto each = others.begin(); each != others.end(); ++each) {
        if (!made.contains(each.key())) {
            made.insert(each.key(), each.value());
        }
    }
    return made;
}

QJsonObject SchemaPages::changesFrom(const QJsonObject& before) const
{
    const QJsonObject now = value();
    QJsonObject changed;
    for (auto each = now.begin(); each != now.end(); ++each) {
        if (before.value(each.key()) != each.value()) {
            changed.insert(each.key(), each.value());
        }
    }
    for (auto each = before.begin(); each != before.end(); ++each) {
        const bool wasBlank = each.value().isNull() || each.value() == QJsonValue(QString());
        if (!now.contains(each.key()) && !wasBlank) {
            changed.insert(each.key(), QJsonValue::Null);
        }
    }
    return changed;
}

void SchemaPages::setValue(const QJsonObject& value)
{
    const Kind kind = m_kinds.value(m_kind);
    QJsonObject fields;
    m_others = {};
    for (auto each = value.begin(); each != value.end(); ++each) {
        (kind.fields.contains(each.key()) ? fields : m_others).insert(each.key(), each.value());
    }
    if (kind.isOpen && !m_others.isEmpty()) {
        fields.insert(kOthers, m_others);
    }
    kind.form->load(fields);
}

QSize SchemaPages::sizeHint() const
{
    return currentWidget() == nullptr ? QSize() : currentWidget()->sizeHint();
}

QSize SchemaPages::minimumSizeHint() const
{
    return currentWidget() == nullptr ? QSize() : currentWidget()->minimumSizeHint();
}

} // namespace parley::console
