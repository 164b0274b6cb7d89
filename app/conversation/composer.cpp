// SPDX-License-Identifier: MIT
#include "app/conversation/composer.h"

#include "app/conversation/canned_list.h"
#include "app/conversation/composer_edit.h"
#include "app/conversation/message_limit.h"
#include "app/style/colors.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

/// Whoever has not touched a key for this long does not write any more.
constexpr int kIdleMs = 4'000;
/// The customer's side forgets that somebody writes; it is told again this often.
constexpr int kAgainMs = 3'000;

QToolButton* toolButton(QWidget* parent, const char* name, const QString& iconName, const QString& text)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

Composer::Composer(CannedResponses& canned, QWidget* parent)
    : QWidget(parent),
      m_canned(canned),
      m_edit(new ComposerEdit(this)),
      m_banner(new Banner(this)),
      m_hint(new PlainLabel({}, "muted", this)),
      m_counter(new PlainLabel({}, "muted", this)),
      m_note(toolButton(this, "noteButton", QStringLiteral("note"), tr("Note"))),
      m_draft(toolButton(this, "draftButton", QStringLiteral("agent"), tr("Draft"))),
      m_cannedButton(toolButton(this, "cannedButton", QStringLiteral("canned"), tr("Canned"))),
      m_send(new QPushButton(tr("Send"), this))
{
    build();
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_edit, &ComposerEdit::submitted, this, &Composer::send);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_note, &QToolButton::toggled, this, &Composer::setNote);
    connect(m_draft, &QToolButton::clicked, this, [this] { insertDraft(false); });
    connect(m_cannedButton, &QToolButton::clicked, this, &Composer::offerCanned);
    connect(&m_canned, &CannedResponses::changed, this, [this] {
        if (m_list && m_list->isOffering()) {
            offer(m_edit->slashWord().mid(1));
        }
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) {
        if (m_list && now && now != m_edit) {
            m_list->hide();
        }
    });
    m_edit->setKeyFilter(
        [this](int key) { return (m_list && m_list->handleKey(key)) || (m_keyFilter && m_keyFilter(key)); });
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_again.stop();
        m_isTyping = false;
        Q_EMIT typingChanged(false);
    });
    m_again.setInterval(kAgainMs);
    connect(&m_again, &QTimer::timeout, this, [this] { Q_EMIT typingChanged(true); });
    updateState();
}

void Composer::build()
{
    m_edit->setAccessibleName(tr("Your answer"));
    m_note->setCheckable(true);
    setPlainToolTip(m_note, tr("A note for colleagues, which the customer never sees (Ctrl+Shift+N)"));
    setPlainToolTip(m_cannedButton, tr("Canned responses (Ctrl+/, or / at the beginning of a line)"));
    m_counter->setObjectName(QStringLiteral("counter"));
    m_counter->setWordWrap(false);
    m_hint->setObjectName(QStringLiteral("composerHint"));
    m_send->setObjectName(QStringLiteral("sendButton"));
    setRole(m_send, "primary");
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_draft);
    tools->addWidget(m_cannedButton);
    tools->addWidget(m_note);
    tools->addStretch(1);
    tools->addWidget(m_send);
    // Of their own line: beside the buttons there is no room for words.
    auto* remarks = new QHBoxLayout;
    remarks->addWidget(m_hint, 1);
    remarks->addStretch();
    remarks->addWidget(m_counter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addLayout(remarks);
    layout->addWidget(m_edit);
    layout->addLayout(tools);
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString& text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::setNote(bool isNote)
{
    if (m_isNote == isNote) {
        return;
    }
    m_isNote = isNote;
    m_note->setChecked(isNote);
    m_edit->setAccessibleName(isNote ? tr("Your note") : tr("Your answer"));
    QPalette palette = this->palette();
    const Colors& colors = colorsOf(palette);
    m_edit->setStyleSheet(
        isNote ? QStringLiteral("QPlainTextEdit { background: %1; }").arg(colors.note.name()) : QString());
    updateTyping();
    updateState();
    Q_EMIT edited();
}

void Composer::setDraftAnswer(const QString& draft)
{
    m_draftAnswer = draft;
    updateState();
}

void Composer::insertDraft(bool isReplacing)
{
    if (m_draftAnswer.isEmpty()) {
        return;
    }
    QTextCursor cursor = m_edit->textCursor();
    cursor.beginEditBlock(); // one step back brings everything back
    if (isReplacing) {
        cursor.select(QTextCursor::Document);
    }
    cursor.insertText(m_draftAnswer);
    cursor.endEditBlock();
    m_edit->setTextCursor(cursor);
    m_edit->setFocus();
}

void Composer::setEnterSends(bool doesSend)
{
    m_edit->setEnterSends(doesSend);
    updateState();
}

void Composer::setAnswerFault(const QString& reason)
{
    m_answerFault = reason;
    updateState();
}

void Composer::setSendFault(const QString& reason)
{
    m_sendFault = reason;
    updateState();
}

QString Composer::fault() const
{
    if (!m_sendFault.isEmpty()) {
        return m_sendFault;
    }
    return m_isNote ? QString() : m_answerFault;
}

void Composer::textChanged()
{
    const QString word = m_edit->slashWord();
    if (!word.isNull()) {
        m_isListByButton = false;
        offer(word.mid(1));
    } else if (m_list && !m_isListByButton) {
        m_list->hide();
    }
    updateTyping();
    updateState();
    Q_EMIT edited();
}

void Composer::updateTyping()
{
    const bool isTyping = !m_isNote && m_edit->hasFocus() && !m_edit->document()->isEmpty();
    if (isTyping) {
        m_idle.start();
    } else {
        m_idle.stop();
        m_again.stop();
    }
    if (m_isTyping != isTyping) {
        m_isTyping = isTyping;
        if (isTyping) {
            m_again.start();
        }
        Q_EMIT typingChanged(isTyping);
    }
}

void Composer::updateState()
{
    const MessageLimit limit = limitOf(text());
    m_counter->setText(limit.words());
    setRole(m_counter, limit.isTooLong() ? "error" : "muted");
    m_counter->setVisible(limit.isNear());
    const QString why = fault();
    const QString hint = why.isEmpty() && limit.isTooLong()
                             ? tr("Nothing is sent until it fits: a message can have %1 characters.")
                                   .arg(QLocale().toString(kMostCodePoints))
                             : why;
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_edit->setPlaceholderText(m_isNote ? tr("Write a note for colleagues … @ names one of them")
                               : m_edit->doesEnterSend()
                                   ? tr("Write to the customer … Enter sends, Shift+Enter begins a line")
                                   : tr("Write to the customer … Ctrl+Enter sends"));
    const bool isEmpty = text().trimmed().isEmpty();
    m_send->setEnabled(why.isEmpty() && !isEmpty && !limit.isTooLong());
    m_send->setText(m_isNote ? tr("Save note") : tr("Send"));
    setPlainToolTip(m_send,
                    !why.isEmpty()      ? why
                    : isEmpty           ? tr("Write something first.")
                    : limit.isTooLong() ? limit.words()
                                        : QString());
    m_draft->setEnabled(!m_draftAnswer.isEmpty());
    setPlainToolTip(m_draft,
                    m_draftAnswer.isEmpty()
                        ? tr("The agents have no draft for this.")
                        : tr("Put in what the agents would have answered (Ctrl+D; Ctrl+Shift+D replaces)"));
}

void Composer::send()
{
    if (m_send->isEnabled()) {
        Q_EMIT sendWanted(text(), m_isNote);
    }
}

void Composer::offerCanned()
{
    m_isListByButton = true;
    offer(m_edit->slashWord().mid(1));
    m_edit->setFocus();
}

void Composer::offer(const QString& word)
{
    m_canned.refresh();
    if (!m_list) {
        m_list = new CannedList(window());
        connect(this, &QObject::destroyed, m_list, &QObject::deleteLater);
        connect(m_list, &CannedList::chosen, this, &Composer::insertCanned);
    }
    m_list->offer(matchingCanned(m_canned.all(), word), m_edit);
}

void Composer::insertCanned(const CannedResponse& response)
{
    m_isListByButton = false;
    m_edit->replaceSlashWord(m_filler ? m_filler(response.text) : response.text);
    m_edit->setFocus();
}

} // namespace parley::console
