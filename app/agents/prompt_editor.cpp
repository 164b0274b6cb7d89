// SPDX-License-Identifier: MIT
#include "app/agents/prompt_editor.h"

#include "app/agents/prompt_variables.h"
#include "app/style/colors.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kLines = 16;
/// As the server allows.
constexpr int kMostCharacters = 20'000;

/// Marks variables in the text, known and unknown.
class VariableMarks final : public QSyntaxHighlighter {
public:
    VariableMarks(QTextDocument* document, const QWidget* palette)
        : QSyntaxHighlighter(document), m_palette(palette)
    {}

protected:
    void highlightBlock(const QString& line) override
    {
        const Colors& colors = colorsOf(m_palette->palette());
        for (const PromptPlaceholder& each : placeholdersIn(line)) {
            QTextCharFormat format;
            format.setForeground(each.isKnown ? colors.accent : colors.danger);
            format.setBackground(each.isKnown ? colors.accentSoft : colors.dangerSoft);
            setFormat(each.at, each.length, format);
        }
    }

private:
    const QWidget* m_palette;
};

} // namespace

PromptEditor::PromptEditor(QWidget* parent)
    : QWidget(parent),
      m_editor(new QPlainTextEdit(this)),
      m_marks(new VariableMarks(m_editor->document(), this)),
      m_count(new PlainLabel({}, "muted", this))
{
    m_editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_editor->setTabChangesFocus(true);
    m_editor->setAccessibleName(tr("System prompt"));
    m_editor->setMinimumHeight(m_editor->fontMetrics().lineSpacing() * kLines);
    m_editor->setPlaceholderText(tr("You answer for {{tenant_name}}. Be brief and friendly."));
    setFocusProxy(m_editor);

    auto* variables = new QHBoxLayout;
    variables->setSpacing(4);
    variables->addWidget(new PlainLabel(tr("Insert:"), "muted", this));
    for (const PromptVariable& each : promptVariables()) {
        const QString placeholder = QStringLiteral("{{%1}}").arg(each.name);
        auto* button = new QPushButton(placeholder, this);
        setRole(button, "flat");
        setPlainToolTip(button, each.meaning);
        button->setAccessibleDescription(each.meaning);
        variables->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, placeholder] {
            m_editor->insertPlainText(placeholder);
            m_editor->setFocus();
        });
    }
    variables->addStretch(1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(variables);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_count);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        count();
        Q_EMIT changed();
    });
    count();
}

QString PromptEditor::text() const
{
    return m_editor->toPlainText();
}

void PromptEditor::setText(const QString& text)
{
    if (text != m_editor->toPlainText()) {
        m_editor->setPlainText(text);
    }
}

void PromptEditor::count()
{
    m_count->setText(
        tr("%1 of %2 characters").arg(m_editor->toPlainText().toUcs4().size()).arg(kMostCharacters));
}

QString PromptEditor::faultOf(const QString& prompt)
{
    const QStringList unknown = unknownVariablesIn(prompt);
    if (!unknown.isEmpty()) {
        QStringList known;
        for (const PromptVariable& each : promptVariables()) {
            known.append(each.name);
        }
        return tr("Nobody fills {{%1}}; there are: %2.")
            .arg(unknown.join(QStringLiteral("}}, {{")), known.join(QStringLiteral(", ")));
    }
    return prompt.toUcs4().size() > kMostCharacters ? tr("At most %1 characters.").arg(kMostCharacters)
                                                    : QString();
}

void PromptEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_marks->rehighlight();
    }
}

} // namespace parley::console
