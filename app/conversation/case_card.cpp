// SPDX-License-Identifier: MIT
#include "app/conversation/case_card.h"

#include "app/conversation/case_words.h"
#include "app/conversation/conversation_header.h"
#include "app/conversation/conversation_source.h"
#include "app/conversation/factor_bars.h"
#include "app/conversation/sentiment_line.h"
#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"
#include "app/workspace/passage_list.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMostOthers = 8;
constexpr int kShownTitle = 46;

QPushButton* flatButton(const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new QPushButton(icon(iconName), text, parent);
    setRole(button, "flat");
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const bool isMirrored = parent->layoutDirection() == Qt::RightToLeft;
    button->setStyleSheet(isMirrored ? QStringLiteral("text-align: right;")
                                     : QStringLiteral("text-align: left;"));
    return button;
}

} // namespace

CaseCard::CaseCard(ConversationSource& source, QWidget* parent) : QScrollArea(parent), m_source(source)
{
    setObjectName(QStringLiteral("caseCard"));
    setAccessibleName(tr("The case"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRole(this, "plain");
    auto* content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(16, 14, 16, 18);
    m_layout->setSpacing(16);
    setWidget(content);
    build();
    connect(&m_source, &ConversationSource::changed, this, &CaseCard::update);
    update();
}

CaseCard::Section CaseCard::addSection(const QString& title)
{
    Section section;
    section.widget = new QWidget(widget());
    section.body = new QVBoxLayout(section.widget);
    section.body->setContentsMargins(0, 0, 0, 0);
    section.body->setSpacing(6);
    section.body->addWidget(new PlainLabel(title, "muted", section.widget));
    m_layout->addWidget(section.widget);
    return section;
}

void CaseCard::build()
{
    const auto label = [](const Section& section, const char* role, const char* name) {
        auto* made = new PlainLabel({}, role, section.widget);
        made->setObjectName(QString::fromLatin1(name));
        made->setCopyable(true);
        section.body->addWidget(made);
        return made;
    };
    m_reasonSection = addSection(tr("Why it came to a person"));
    m_reason = label(m_reasonSection, "", "caseReason");
    m_confidence = label(m_reasonSection, "muted", "caseConfidence");
    m_factors = new FactorBars(m_reasonSection.widget);
    m_reasonSection.body->addWidget(m_factors);

    m_questionSection = addSection(tr("What was asked"));
    m_question = label(m_questionSection, "", "caseQuestion");
    m_summary = label(m_questionSection, "muted", "caseSummary");

    m_draftSection = addSection(tr("What the agents would have answered"));
    m_draft = label(m_draftSection, "", "caseDraft");
    auto* use =
        flatButton(tr("Put it into the answer (Ctrl+D)"), QStringLiteral("edit"), m_draftSection.widget);
    use->setObjectName(QStringLiteral("useDraftButton"));
    connect(use, &QPushButton::clicked, this, &CaseCard::draftWanted);
    m_draftSection.body->addWidget(use);

    m_passageSection = addSection(tr("What was found for it"));
    m_passages = new PassageList(PassageList::Texts::Folded, m_passageSection.widget);
    m_passageSection.body->addWidget(m_passages);

    m_moodSection = addSection(tr("The customer's mood"));
    m_moods = new SentimentLine(m_moodSection.widget);
    m_moodSection.body->addWidget(m_moods);
    m_mood = label(m_moodSection, "muted", "caseMood");

    m_promiseSection = addSection(tr("Promised first answer"));
    m_promise = label(m_promiseSection, "", "casePromise");

    const Section tags = addSection(tr("Tags"));
    m_tags = new QLineEdit(tags.widget);
    m_tags->setObjectName(QStringLiteral("tagsEdit"));
    m_tags->setAccessibleName(tr("Tags, with commas between them"));
    m_tags->setPlaceholderText(tr("None. Write them with commas between."));
    tags.body->addWidget(m_tags);
    connect(m_tags, &QLineEdit::editingFinished, this, [this] {
        if (!m_tags->isModified()) {
            return;
        }
        m_tags->setModified(false);
        QStringList wanted;
        for (const QString& each : m_tags->text().split(QLatin1Char(','))) {
            if (const QString tag = each.simplified(); !tag.isEmpty() && !wanted.contains(tag)) {
                wanted.append(tag);
            }
        }
        Q_EMIT tagsWanted(wanted);
    });

    m_othersSection = addSection(tr("Other conversations of this customer"));
    const Section more = addSection(tr("More"));
    m_customer = flatButton(tr("The customer"), QStringLiteral("customer"), more.widget);
    m_run = flatButton(tr("Why did it say that?"), QStringLiteral("run"), more.widget);
    m_customer->setObjectName(QStringLiteral("customerButton"));
    m_run->setObjectName(QStringLiteral("runButton"));
    more.body->addWidget(m_customer);
    more.body->addWidget(m_run);
    m_layout->addStretch(1);
    connect(m_customer, &QPushButton::clicked, this, [this] {
        Q_EMIT customerWanted(json::text(m_source.customer(), QLatin1String("id")));
    });
    connect(m_run, &QPushButton::clicked, this, [this] {
        Q_EMIT runWanted(json::text(m_source.ticket(), QLatin1String("run_id")));
    });
}

QString CaseCard::draftAnswer() const
{
    return json::text(m_source.caseCard(), QLatin1String("draft_answer"));
}

void CaseCard::update()
{
    const QJsonObject card = m_source.caseCard();
    updateReason(card);
    updateQuestion(card);
    m_draft->setText(displayBlock(draftAnswer()));
    m_draftSection.widget->setVisible(!draftAnswer().isEmpty());
    const QJsonArray passages = json::array(card, QLatin1String("context"));
    m_passages->setPassages(passages);
    m_passageSection.widget->setVisible(!passages.isEmpty());
    const QJsonArray moods = json::array(card, QLatin1String("sentiment"));
    m_moods->setMoods(moods);
    m_moodSection.widget->setVisible(!moods.isEmpty());
    if (!moods.isEmpty()) {
        m_mood->setText(
            tr("Now: %1").arg(moodWords(json::number(moods.last().toObject(), QLatin1String("sentiment")))));
    }
    updatePromise();
    if (!m_tags->isModified()) {
        m_tags->setText(json::texts(m_source.detail(), QLatin1String("tags")).join(QLatin1String(", ")));
    }
    updateOthers(json::array(card, QLatin1String("conversations")));
    m_customer->setEnabled(!json::text(m_source.customer(), QLatin1String("id")).isEmpty());
    m_run->setEnabled(!json::text(m_source.ticket(), QLatin1String("run_id")).isEmpty());
}

void CaseCard::updateReason(const QJsonObject& card)
{
    const QString reason = json::text(card, QLatin1String("reason"));
    m_reasonSection.widget->setVisible(!reason.isEmpty());
    m_reason->setText(reasonWords(reason));
    const auto confidence = json::maybeNumber(card, QLatin1String("confidence"));
    m_confidence->setVisible(confidence.has_value());
    if (confidence) {
        m_confidence->setText(
            tr("Confidence %1 %").arg(QLocale().toString(*confidence * 100, 'f', *confidence < 0.1 ? 1 : 0)));
    }
    m_factors->setFactors(json::object(card, QLatin1String("confidence_factors")));
}

void CaseCard::updateQuestion(const QJsonObject& card)
{
    const QJsonObject summary = json::object(card, QLatin1String("summary"));
    QString question = json::text(card, QLatin1String("question"));
    if (question.isEmpty()) {
        question = json::text(summary, QLatin1String("question"));
    }
    m_question->setText(displayBlock(question));
    m_questionSection.widget->setVisible(!question.isEmpty());
    QStringList words;
    if (const QString outcome = json::text(summary, QLatin1String("outcome")); !outcome.isEmpty()) {
        words.append(stateWords(outcome));
    }
    if (const QString last = json::text(summary, QLatin1String("last_answer")); !last.isEmpty()) {
        words.append(tr("Last answer: %1").arg(displayLine(last, 400)));
    }
    m_summary->setText(words.join(QLatin1Char('\n')));
    m_summary->setVisible(!words.isEmpty());
}

/// The summary was made before somebody took the case; who has it now is known better.
QString CaseCard::stateWords(const QString& outcome) const
{
    const QString status = m_source.status();
    if (outcome != QLatin1String("waiting") || status == QLatin1String("waiting_for_agent")) {
        return outcomeWords(outcome);
    }
    const QString holder = m_source.assigneeName();
    return status == QLatin1String("with_agent") && !holder.isEmpty() ? tr("With %1").arg(holder)
                                                                      : statusWords(status);
}

void CaseCard::updatePromise()
{
    const QJsonObject sla = json::object(m_source.ticket(), QLatin1String("sla"));
    const QDateTime due = json::time(sla, QLatin1String("due_ts"));
    const bool isBreached = json::boolean(sla, QLatin1String("breached"));
    m_promiseSection.widget->setVisible(due.isValid() || isBreached);
    const QString when = momentText(due, QDateTime::currentDateTimeUtc());
    setRole(m_promise, isBreached ? "error" : "");
    m_promise->setText(isBreached ? tr("Missed: it was due %1").arg(when) : tr("Due %1").arg(when));
}

void CaseCard::updateOthers(const QJsonArray& conversations)
{
    m_othersSection.widget->setVisible(!conversations.isEmpty());
    if (m_shownOthers == conversations) {
        return;
    }
    m_shownOthers = conversations;
    while (QLayoutItem* item = m_othersSection.body->takeAt(1)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < conversations.size() && i < kMostOthers; ++i) {
        const QJsonObject other = conversations.at(i).toObject();
        QString title = json::text(other, QLatin1String("subject"));
        if (title.isEmpty()) {
            title = json::text(other, QLatin1String("last_message"));
        }
        QString shown = displayLine(title, kShownTitle);
        shown.replace(QLatin1Char('&'), QLatin1String("&&"));
        auto* button = flatButton(shown, QStringLiteral("chat"), m_othersSection.widget);
        setPlainToolTip(button,
                        QStringLiteral("%1, %2\n%3")
                            .arg(channelWords(json::text(other, QLatin1String("channel"))),
                                 statusWords(json::text(other, QLatin1String("status"))),
                                 displayLine(title, 300)));
        connect(button, &QPushButton::clicked, this, [this, id = json::text(other, QLatin1String("id"))] {
            Q_EMIT conversationWanted(id);
        });
        m_othersSection.body->addWidget(button);
    }
}

} // namespace parley::console
