// SPDX-License-Identifier: MIT
#include "app/feedback/feedback_panel.h"

#include "app/feedback/feedback_columns.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"
#include "app/workspace/desk_words.h"
#include "app/workspace/navigator.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kEditorHeightPx = 130;

} // namespace

FeedbackPanel::FeedbackPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_rating(new PlainLabel({}, "heading", this)),
      m_facts(new PlainLabel({}, "muted", this)),
      m_correction(new QPlainTextEdit(this)),
      m_author(new PlainLabel({}, "muted", this)),
      m_banner(new Banner(this)),
      m_open(new QPushButton(tr("Open conversation"), this)),
      m_save(new QPushButton(tr("Save correction"), this))
{
    auto* inner = new QWidget(this);
    auto* body = new QVBoxLayout(inner);
    body->setContentsMargins(0, 0, 8, 0);
    body->setSpacing(6);
    body->addWidget(m_rating);
    body->addWidget(m_facts);
    m_comment = addBlock(body, tr("What the customer said about it"));
    m_question = addBlock(body, tr("The question"));
    m_answer = addBlock(body, tr("The answer"));
    body->addStretch(1);
    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    m_correction->setAccessibleName(tr("What the answer should have been"));
    m_correction->setPlaceholderText(tr("Write what the answer should have been."));
    m_correction->setTabChangesFocus(true);
    m_correction->setMaximumHeight(kEditorHeightPx);
    setRole(m_save, "primary");
    m_save->setObjectName(QStringLiteral("save"));

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx / 2, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(8);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_banner);
    layout->addWidget(new PlainLabel(tr("What the answer should have been"), "muted", this));
    layout->addWidget(m_correction);
    layout->addWidget(m_author);
    layout->addLayout(buttons);
    connect(m_correction, &QPlainTextEdit::textChanged, this, &FeedbackPanel::updateButtons);
    connect(m_save, &QPushButton::clicked, this, &FeedbackPanel::save);
    connect(m_open, &QPushButton::clicked, this, &FeedbackPanel::openConversation);
    hide();
}

PlainLabel* FeedbackPanel::addBlock(QVBoxLayout* layout, const QString& caption)
{
    layout->addSpacing(6);
    layout->addWidget(new PlainLabel(caption, "muted", this));
    auto* text = new PlainLabel({}, this);
    text->setCopyable(true);
    layout->addWidget(text);
    return text;
}

QString FeedbackPanel::id() const
{
    return json::text(m_feedback, QLatin1String("id"));
}

QString FeedbackPanel::savedCorrection() const
{
    return json::text(json::object(m_feedback, QLatin1String("correction")), QLatin1String("answer"));
}

QString FeedbackPanel::unsaved() const
{
    const bool isThere = !m_drafts.isEmpty() || m_save->isEnabled();
    return isThere ? tr("A correction that is not saved") : QString();
}

void FeedbackPanel::setFeedback(const QJsonObject& feedback)
{
    if (m_save->isEnabled() && !m_feedback.isEmpty()) {
        m_drafts.insert(id(), m_correction->toPlainText());
    }
    const auto orDash = [](const QString& text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    m_feedback = feedback;
    m_banner->clear();
    m_rating->setText(ratingStars(static_cast<int>(json::integer(feedback, QLatin1String("rating")))));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList facts{words::customer(json::object(feedback, QLatin1String("customer"))),
                      momentText(json::time(feedback, QLatin1String("created_ts")), now)};
    facts.append(json::text(feedback, QLatin1String("sender")) == QLatin1String("supporter")
                     ? tr("a person answered")
                     : tr("the agents answered"));
    if (json::boolean(feedback, QLatin1String("cache_hit"))) {
        facts.append(tr("from what was answered before"));
    }
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_comment->setText(orDash(json::text(feedback, QLatin1String("comment"))));
    m_question->setText(orDash(json::text(feedback, QLatin1String("question"))));
    m_answer->setText(orDash(json::text(feedback, QLatin1String("answer"))));
    const QJsonObject correction = json::object(feedback, QLatin1String("correction"));
    const QString author =
        json::text(json::object(correction, QLatin1String("author")), QLatin1String("name"));
    m_author->setVisible(!correction.isEmpty());
    m_author->setText(tr("Corrected by %1, %2.")
                          .arg(author, momentText(json::time(correction, QLatin1String("created_ts")), now)));
    m_correction->setPlainText(m_drafts.take(id()));
    if (m_correction->toPlainText().isEmpty()) {
        m_correction->setPlainText(savedCorrection());
    }
    setVisible(!feedback.isEmpty());
    updateButtons();
}

void FeedbackPanel::updateButtons()
{
    const bool mayWrite = m_workspace.session.may(QStringLiteral("desk:write"));
    const QString typed = m_correction->toPlainText().trimmed();
    m_correction->setReadOnly(!mayWrite);
    m_save->setEnabled(mayWrite && !m_feedback.isEmpty() && !typed.isEmpty() && typed != savedCorrection());
}

void FeedbackPanel::save()
{
    if (!m_save->isEnabled()) {
        return;
    }
    m_save->setEnabled(false);
    m_workspace.api.post(QStringLiteral("/feedback/%1/correct").arg(id()),
                         {{QStringLiteral("answer"), m_correction->toPlainText().trimmed()}},
                         this,
                         [this, wanted = id()](const ApiReply& reply) {
                             if (reply.isOk()) {
                                 const QJsonObject feedback =
                                     json::object(reply.object, QLatin1String("feedback"));
                                 Q_EMIT changed(feedback);
                                 if (wanted == id()) {
                                     m_feedback = feedback;
                                     setFeedback(feedback);
                                 }
                                 m_workspace.navigator.say(
                                     correctionWords(json::object(reply.object, QLatin1String("learned"))));
                             } else if (wanted == id()) {
                                 updateButtons();
                                 m_banner->say(Tone::Danger, reply.error->describe());
                             }
                         });
}

void FeedbackPanel::openConversation()
{
    const QString conversation = json::text(m_feedback, QLatin1String("session_id"));
    if (!conversation.isEmpty()) {
        m_workspace.navigator.openConversation(conversation);
    }
}

} // namespace parley::console
