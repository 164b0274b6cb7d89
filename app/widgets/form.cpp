// SPDX-License-Identifier: MIT
#include "app/widgets/form.h"

#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/text_area.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kLongestChoice = 80;
constexpr int kLongestLabel = 160;
constexpr int kRowSpacingPx = 3;
constexpr int kFieldSpacingPx = 14;

/// A text that is no JSON: kept as it is, so that the rule can say so and nothing typed is lost.
const QLatin1String kNotJson("\x01not json\x01");

QJsonValue at(const QJsonObject& object, const QString& name)
{
    QJsonValue value = object;
    for (const QString& part : name.split(QLatin1Char('.'))) {
        value = value.toObject().value(part);
    }
    return value;
}

void put(QJsonObject& object, const QString& name, const QJsonValue& value)
{
    const qsizetype dot = name.indexOf(QLatin1Char('.'));
    if (dot < 0) {
        object.insert(name, value);
        return;
    }
    QJsonObject inner = object.value(name.left(dot)).toObject();
    put(inner, name.mid(dot + 1), value);
    object.insert(name.left(dot), inner);
}

bool isBlank(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

QString jsonText(const QJsonValue& value)
{
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    }
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    }
    return {};
}

} // namespace

Form::Form(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kFieldSpacingPx);
    m_layout->setAlignment(Qt::AlignTop);
}

void Form::addSection(const QString& title, const QString& explanation)
{
    m_layout->addSpacing(m_fields.empty() ? 0 : kFieldSpacingPx);
    m_layout->addWidget(new PlainLabel(title, "heading", this));
    if (!explanation.isEmpty()) {
        m_layout->addWidget(new PlainLabel(explanation, "muted", this));
    }
}

void Form::addWidget(QWidget* widget)
{
    m_layout->addWidget(widget);
}

FormField&
Form::add(const QString& name, const QString& label, QWidget* editor, const QString& hint, const Rule& rule)
{
    auto* row = new QWidget(this);
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacingPx);
    auto* caption = new PlainLabel(displayCaption(label, kLongestLabel), row);
    caption->setVisible(!label.isEmpty());
    caption->setBuddy(editor);
    layout->addWidget(caption);
    layout->addWidget(editor);
    auto* explanation = new PlainLabel(hint, "muted", row);
    explanation->setVisible(!hint.isEmpty());
    layout->addWidget(explanation);
    auto* error = new PlainLabel({}, "error", row);
    error->hide();
    layout->addWidget(error);
    m_layout->addWidget(row);
    if (editor->accessibleName().isEmpty()) {
        editor->setAccessibleName(displayLine(label));
    }
    editor->setAccessibleDescription(displayLine(hint));
    editor->setObjectName(name);

    auto field = std::make_unique<FormField>();
    field->name = name;
    field->editor = editor;
    field->error = error;
    field->row = row;
    field->rule = rule;
    m_fields.push_back(std::move(field));
    return *m_fields.back();
}

FormField& Form::addText(const QString& name, const QString& label, const QString& hint, const Rule& rule)
{
    auto* editor = new QLineEdit(this);
    FormField& field = add(name, label, editor, hint, rule);
    field.value = [editor] { return QJsonValue(editor->text().trimmed()); };
    field.setValue = [editor](const QJsonValue& value) { editor->setText(value.toString()); };
    connect(editor, &QLineEdit::textChanged, this, [this, name] { touch(name); });
    return field;
}

FormField& Form::addPassword(const QString& name, const QString& label, const QString& hint, const Rule& rule)
{
    FormField& field = addText(name, label, hint, rule);
    auto* editor = qobject_cast<QLineEdit*>(field.editor);
    editor->setEchoMode(QLineEdit::Password);
    field.value = [editor] { return QJsonValue(editor->text()); };
    return field;
}

FormField& Form::addMultiline(
    const QString& name, const QString& label, int lines, const QString& hint, const Rule& rule)
{
    auto* editor = new TextArea(lines, this);
    FormField& field = add(name, label, editor, hint, rule);
    field.value = [editor] { return QJsonValue(editor->toPlainText()); };
    field.setValue = [editor](const QJsonValue& value) { editor->setPlainText(value.toString()); };
    connect(editor, &QPlainTextEdit::textChanged, this, [this, name] { touch(name); });
    return field;
}

FormField& Form::addChoice(const QString& name,
                           const QString& label,
                           const QList<FormChoice>& choices,
                           const QString& hint)
{
    auto* editor = new QComboBox(this);
    for (const FormChoice& choice : choices) {
        editor->addItem(displayLine(choice.label, kLongestChoice), choice.value);
    }
    FormField& field = add(name, label, editor, hint, {});
    field.value = [editor] {
        const QString chosen = editor->currentData().toString();
        return chosen.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(chosen);
    };
    field.setValue = [editor](const QJsonValue& value) {
        const int found = editor->findData(value.toString());
        if (found < 0 && value.isString()) {
            // Of a newer server: kept as it is.
            editor->addItem(displayLine(value.toString(), kLongestChoice), value.toString());
            editor->setCurrentIndex(editor->count() - 1);
            return;
        }
        editor->setCurrentIndex(qMax(0, found));
    };
    connect(editor, &QComboBox::currentIndexChanged, this, [this, name] { touch(name); });
    return field;
}

FormField& Form::addCheck(const QString& name, const QString& label, const QString& hint)
{
    auto* editor = new QCheckBox(displayCaption(label, kLongestLabel), this);
    editor->setAccessibleName(label);
    FormField& field = add(name, {}, editor, hint, {});
    field.value = [editor] { return QJsonValue(editor->isChecked()); };
    field.setValue = [editor](const QJsonValue& value) { editor->setChecked(value.toBool()); };
    connect(editor, &QCheckBox::toggled, this, [this, name] { touch(name); });
    return field;
}

FormField& Form::addNumber(const QString& name,
                           const QString& label,
                           double least,
                           double most,
                           int decimals,
                           const QString& hint,
                           const QString& suffix)
{
    auto* editor = new QDoubleSpinBox(this);
    editor->setDecimals(decimals);
    editor->setRange(least, most);
    editor->setSingleStep(decimals == 0 ? 1 : 0.05);
    editor->setSuffix(suffix);
    FormField& field = add(name, label, editor, hint, {});
    field.value = [editor] { return QJsonValue(editor->value()); };
    field.setValue = [editor](const QJsonValue& value) {
        editor->setValue(value.toDouble(editor->minimum()));
    };
    connect(editor, &QDoubleSpinBox::valueChanged, this, [this, name] { touch(name); });
    return field;
}

FormField&
Form::addLines(const QString& name, const QString& label, int lines, const QString& hint, const Rule& rule)
{
    auto* editor = new TextArea(lines, this);
    FormField& field = add(name, label, editor, hint, rule);
    field.value = [editor] {
        QJsonArray values;
        for (const QString& line : editor->toPlainText().split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty()) {
                values.append(line.trimmed());
            }
        }
        return QJsonValue(values);
    };
    field.setValue = [editor](const QJsonValue& value) {
        QStringList texts;
        for (const QJsonValue& each : value.toArray()) {
            texts.append(each.toString());
        }
        editor->setPlainText(texts.join(QLatin1Char('\n')));
    };
    connect(editor, &QPlainTextEdit::textChanged, this, [this, name] { touch(name); });
    return field;
}

FormField& Form::addChecks(const QString& name,
                           const QString& label,
                           const QList<FormChoice>& choices,
                           const QString& hint)
{
    auto* editor = new QWidget(this);
    auto* layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowSpacingPx);
    QList<std::pair<QString, QCheckBox*>> boxes;
    for (const FormChoice& choice : choices) {
        auto* box = new QCheckBox(displayCaption(choice.label, kLongestChoice), editor);
        layout->addWidget(box);
        boxes.append({choice.value, box});
        connect(box, &QCheckBox::toggled, this, [this, name] { touch(name); });
    }
    FormField& field = add(name, label, editor, hint, {});
    field.value = [boxes] {
        QJsonArray values;
        for (const auto& [value, box] : boxes) {
            if (box->isChecked()) {
                values.append(value);
            }
        }
        return QJsonValue(values);
    };
    field.setValue = [boxes](const QJsonValue& value) {
        for (const auto& [each, box] : boxes) {
            box->setChecked(value.toArray().contains(each));
        }
    };
    return field;
}

FormField&
Form::addJson(const QString& name, const QString& label, int lines, const QString& hint, const Rule& rule)
{
    auto* editor = new TextArea(lines, this);
    QFont font(QStringLiteral("monospace"));
    font.setStyleHint(QFont::Monospace);
    editor->setFont(font);
    editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    const Rule isJson = [editor](const QJsonValue& value) {
        if (value != QJsonValue(kNotJson)) {
            return QString();
        }
        QJsonParseError fault;
        QJsonDocument::fromJson(editor->toPlainText().toUtf8(), &fault);
        const auto before = editor->toPlainText().toUtf8().left(fault.offset);
        return tr("This is not JSON: %1 in line %2.").arg(fault.errorString()).arg(before.count('\n') + 1);
    };
    FormField& field = add(name, label, editor, hint, rule ? rules::chain({isJson, rule}) : isJson);
    field.value = [editor] {
        const QByteArray text = editor->toPlainText().trimmed().toUtf8();
        if (text.isEmpty()) {
            return QJsonValue(QJsonValue::Null);
        }
        const QJsonDocument document = QJsonDocument::fromJson(text);
        if (document.isNull()) {
            return QJsonValue(kNotJson);
        }
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    };
    field.setValue = [editor](const QJsonValue& value) { editor->setPlainText(jsonText(value)); };
    connect(editor, &QPlainTextEdit::textChanged, this, [this, name] { touch(name); });
    return field;
}

FormField& Form::addCustom(const QString& name,
                           const QString& label,
                           QWidget* editor,
                           std::function<QJsonValue()> value,
                           std::function<void(const QJsonValue&)> setValue,
                           const QString& hint,
                           const Rule& rule)
{
    FormField& field = add(name, label, editor, hint, rule);
    field.value = std::move(value);
    field.setValue = std::move(setValue);
    return field;
}

void Form::load(const QJsonObject& object)
{
    m_isLoading = true;
    const bool isNew = object.isEmpty();
    for (const auto& field : m_fields) {
        field->setValue(isNew && !field->initial.isNull() ? field->initial : at(object, field->name));
        showError(*field, {});
        if (field->isOnlyForNew) {
            field->row->setVisible(isNew);
        }
    }
    // Compared with what the editors make of it, so that a field which is not there equals an empty one.
    m_loaded = object;
    for (const auto& field : m_fields) {
        if (const QJsonValue shown = field->value(); !isBlank(shown) || !isBlank(at(object, field->name))) {
            put(m_loaded, field->name, shown);
        }
    }
    m_isLoading = false;
}

QJsonValue Form::loadedValue(const QString& name) const
{
    return at(m_loaded, name);
}

QJsonObject Form::value() const
{
    QJsonObject made;
    for (const auto& field : m_fields) {
        const QJsonValue value = field->value();
        if (!field->row->isVisibleTo(this) || (isBlank(value) && isBlank(loadedValue(field->name)))) {
            continue;
        }
        put(made, field->name, value);
    }
    return made;
}

QJsonObject Form::changes() const
{
    QJsonObject made;
    for (const auto& field : m_fields) {
        const QJsonValue value = field->value();
        const QJsonValue before = loadedValue(field->name);
        if (field->isOnlyForNew || value == before || (isBlank(value) && isBlank(before))) {
            continue;
        }
        const QString outer = field->name.section(QLatin1Char('.'), 0, 0);
        if (outer != field->name && !made.contains(outer)) {
            made.insert(outer, m_loaded.value(outer).toObject());
        }
        put(made, field->name, value);
    }
    return made;
}

bool Form::isChanged() const
{
    for (const auto& field : m_fields) {
        const QJsonValue value = field->value();
        const QJsonValue before = loadedValue(field->name);
        if (value != before && !(isBlank(value) && isBlank(before))) {
            return true;
        }
    }
    return false;
}

bool Form::check()
{
    FormField* first = nullptr;
    for (const auto& field : m_fields) {
        if (!field->row->isVisibleTo(this)) {
            continue;
        }
        const bool isWrongInside = field->inner && !field->inner()->check();
        const QString fault = field->rule ? field->rule(field->value()) : QString();
        showError(*field, fault);
        if ((!fault.isEmpty() || isWrongInside) && first == nullptr) {
            first = field.get();
        }
    }
    if (first != nullptr && !first->inner) {
        first->editor->setFocus();
    }
    return first == nullptr;
}

QHash<QString, QString> Form::showErrors(const QHash<QString, QString>& errors)
{
    QHash<QString, QString> left = withoutInner(errors);
    bool isFocused = left.size() < errors.size();
    for (const auto& field : m_fields) {
        for (auto error = errors.begin(); error != errors.end(); ++error) {
            if (!left.contains(error.key())) {
                continue;
            }
            const bool isInside = error.key().startsWith(field->name + QLatin1Char('.')) ||
                                  error.key().startsWith(field->name + QLatin1Char('['));
            if (error.key() != field->name && !isInside) {
                continue;
            }
            showError(*field, isInside ? tr("%1: %2").arg(error.key(), error.value()) : error.value());
            left.remove(error.key());
            if (!isFocused) {
                field->editor->setFocus();
                isFocused = true;
            }
        }
    }
    return left;
}

void Form::showError(FormField& field, const QString& error)
{
    field.error->setText(error);
    field.error->setVisible(!error.isEmpty());
    setInvalid(field.editor, !error.isEmpty());
}

FormField* Form::field(const QString& name)
{
    for (const auto& each : m_fields) {
        if (each->name == name) {
            return each.get();
        }
    }
    return nullptr;
}

void Form::setFieldVisible(const QString& name, bool isVisible)
{
    if (FormField* found = field(name)) {
        found->row->setVisible(isVisible);
    }
}

void Form::setReadOnly(bool isReadOnly)
{
    for (const auto& each : m_fields) {
        each->editor->setEnabled(!isReadOnly);
    }
}

void Form::focusFirst()
{
    for (const auto& each : m_fields) {
        if (each->row->isVisibleTo(this) && each->editor->isEnabled()) {
            each->editor->setFocus();
            return;
        }
    }
}

void Form::touch(const QString& name)
{
    if (m_isLoading) {
        return;
    }
    if (FormField* found = field(name)) {
        showError(*found, found->rule ? found->rule(found->value()) : QString());
    }
    Q_EMIT edited();
}

} // namespace parley::console
