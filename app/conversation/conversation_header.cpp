// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_header.h"

#include "app/conversation/conversation_source.h"
#include "app/net/json.h"
#include "app/style/colors.h"
#include "app/widgets/badge.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QHBoxLayout>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kAvatar = 36;
constexpr int kPadX = 16;
constexpr double kNameLarger = 1.12;

Tone toneOf(const QString& status)
{
    if (status == QLatin1String("waiting_for_agent")) {
        return Tone::Warning;
    }
    if (status == QLatin1String("with_agent")) {
        return Tone::Success;
    }
    return status == QLatin1String("open") ? Tone::Accent : Tone::Neutral;
}

} // namespace

QString statusWords(const QString& status)
{
    if (status == QLatin1String("open")) {
        return ConversationHeader::tr("With the agents");
    }
    if (status == QLatin1String("waiting_for_agent")) {
        return ConversationHeader::tr("Waits for a person");
    }
    if (status == QLatin1String("with_agent")) {
        return ConversationHeader::tr("With a person");
    }
    return status == QLatin1String("closed") ? ConversationHeader::tr("Closed") : displayLine(status, 40);
}

QString channelWords(const QString& channel)
{
    if (channel == QLatin1String("web")) {
        return ConversationHeader::tr("Web chat");
    }
    if (channel == QLatin1String("email")) {
        return ConversationHeader::tr("E-mail");
    }
    if (channel == QLatin1String("form")) {
        return ConversationHeader::tr("Web form");
    }
    if (channel == QLatin1String("whatsapp")) {
        return ConversationHeader::tr("WhatsApp");
    }
    return channel == QLatin1String("api") ? ConversationHeader::tr("API") : displayLine(channel, 40);
}

ConversationHeader::ConversationHeader(ConversationSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_name(new ElidedLabel({}, this)),
      m_detail(new ElidedLabel({}, this)),
      m_status(new Badge({}, Tone::Neutral, this)),
      m_verified(new Badge({}, Tone::Neutral, this))
{
    setObjectName(QStringLiteral("conversationHeader"));
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * kNameLarger);
    larger.setWeight(QFont::DemiBold);
    m_name->setFont(larger);
    m_name->setObjectName(QStringLiteral("customerName"));
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_detail->setObjectName(QStringLiteral("conversationDetail"));
    m_detail->setForegroundRole(QPalette::PlaceholderText);

    auto* badges = new QHBoxLayout;
    badges->setSpacing(6);
    badges->addWidget(m_name, 1);
    badges->addWidget(m_verified);
    badges->addWidget(m_status);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(badges);
    words->addWidget(m_detail);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    // For the picture: a margin would stay on the left where one reads from the right.
    layout->addSpacing(kPadX + kAvatar);
    layout->addLayout(words, 1);
    connect(&m_source, &ConversationSource::changed, this, &ConversationHeader::update);
    update();
}

void ConversationHeader::addTool(QWidget* tool)
{
    layout()->addWidget(tool);
}

void ConversationHeader::update()
{
    const QJsonObject& detail = m_source.detail();
    m_name->setText(m_source.isLoaded() ? m_source.customerName() : tr("Loading…"));
    const QString status = m_source.status();
    m_status->setText(statusWords(status));
    m_status->setTone(toneOf(status));
    m_status->setVisible(!status.isEmpty());
    const bool isVerified = json::boolean(m_source.customer(), QLatin1String("verified"));
    m_verified->setText(isVerified ? tr("Verified") : tr("Not verified"));
    m_verified->setTone(isVerified ? Tone::Success : Tone::Neutral);
    setPlainToolTip(m_verified,
                    isVerified ? tr("The customer has proved who it is.")
                               : tr("The customer says who it is, and has not proved it."));
    m_verified->setVisible(m_source.isLoaded());

    QStringList words{channelWords(json::text(detail, QLatin1String("channel")))};
    if (!m_source.assigneeName().isEmpty()) {
        words.append(tr("with %1").arg(m_source.assigneeName()));
    }
    const QString reference = displayLine(json::text(m_source.ticket(), QLatin1String("reference")), 40);
    if (!reference.isEmpty()) {
        words.append(reference);
    }
    for (const QString& tag : json::texts(detail, QLatin1String("tags"))) {
        words.append(QLatin1Char('#') + displayLine(tag, 40));
    }
    words.removeAll(QString());
    m_detail->setText(words.join(QStringLiteral("  ·  ")));
    QWidget::update();
}

void ConversationHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = colorsOf(palette());
    painter.fillRect(rect(), colors.surface);
    painter.setPen(colors.border);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const QRect avatar(kPadX, (height() - kAvatar) / 2, kAvatar, kAvatar);
    paintAvatar(painter, QStyle::visualRect(layoutDirection(), rect(), avatar), m_name->text(), palette());
}

} // namespace parley::console
