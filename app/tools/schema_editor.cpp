// SPDX-License-Identifier: MIT
#include "app/tools/schema_editor.h"

#include "app/style/colors.h"
#include "app/tools/schema_check.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kLines = 14;
constexpr int kTabWidth = 4;

QString written(const QJsonObject& schema)
{
    return QString::fromUtf8(QJsonDocument(schema).toJson()).trimmed();
}

} // namespace

SchemaEditor::SchemaEditor(QWidget* parent) : QWidget(parent), m_editor(new QPlainTextEdit(this))
{
    m_editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setTabChangesFocus(true);
    m_editor->setTabStopDistance(kTabWidth * m_editor->fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    m_editor->setMinimumHeight(m_editor->fontMetrics().lineSpacing() * kLines);
    m_editor->setAccessibleName(tr("Input schema"));
    m_editor->setPlaceholderText(QStringLiteral(
        "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"order_id\": { \"type\": \"string\" }\n"
        "  },\n  \"required\": [\"order_id\"]\n}"));
    setFocusProxy(m_editor);
    auto* tidyButton = new QPushButton(tr("Tidy up"), this);
    setRole(tidyButton, "flat");
    setPlainToolTip(tidyButton, tr("Indents the schema anew"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_editor);
    layout->addWidget(tidyButton, 0, Qt::AlignLeading);
    connect(tidyButton, &QPushButton::clicked, this, &SchemaEditor::tidy);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        mark();
        Q_EMIT changed();
    });
}

QJsonValue SchemaEditor::value() const
{
    const QString text = m_editor->toPlainText().trimmed();
    if (text.isEmpty()) {
        return QJsonValue::Null;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(text);
}

void SchemaEditor::setValue(const QJsonValue& schema)
{
    m_editor->setPlainText(schema.isObject() ? written(schema.toObject()) : QString());
}

QString SchemaEditor::fault() const
{
    return describeFaults(schemaFaults(m_editor->toPlainText()));
}

void SchemaEditor::tidy()
{
    const QJsonDocument document = QJsonDocument::fromJson(m_editor->toPlainText().toUtf8());
    if (document.isObject()) {
        // As an edit, so that it can be taken back.
        QTextCursor cursor(m_editor->document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(written(document.object()));
    }
}

void SchemaEditor::mark()
{
    auto marks = m_editor->extraSelections();
    marks.clear();
    for (const SchemaFault& fault : schemaFaults(m_editor->toPlainText())) {
        decltype(marks)::value_type mark;
        mark.format.setBackground(colorsOf(palette()).dangerSoft);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(m_editor->document()->findBlockByNumber(fault.line - 1));
        marks.append(mark);
    }
    m_editor->setExtraSelections(marks);
}

void SchemaEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        mark();
    }
}

} // namespace parley::console
