// SPDX-License-Identifier: MIT
#include "app/models/provider_test.h"

#include "app/net/json.h"
#include "app/widgets/badge.h"
#include "app/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace parley::console {

ProviderTest::ProviderTest(QWidget* parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
}

void ProviderTest::clear()
{
    const QList<QWidget*> old = findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget* each : old) {
        each->hide();
        each->deleteLater();
    }
}

void ProviderTest::setRunning()
{
    clear();
    m_lines->addWidget(new PlainLabel(tr("One token is asked for…"), "muted", this));
}

void ProviderTest::addLine(QWidget* badge, const QString& text)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(badge);
    auto* words = new PlainLabel(text, row);
    words->setCopyable(true);
    layout->addWidget(words, 1);
    m_lines->addWidget(row);
}

void ProviderTest::showAnswer(const ApiReply& reply)
{
    clear();
    if (reply.error) {
        addLine(new Badge(tr("Failed"), Tone::Danger, this), reply.error->describe());
        return;
    }
    for (const QJsonValue& each : reply.items()) {
        const QJsonObject result = each.toObject();
        const QJsonObject error = json::object(result, QLatin1String("error"));
        const bool isFine = json::text(result, QLatin1String("status")) == QLatin1String("ok");
        const QString took =
            tr("%1 ms").arg(QLocale().toString(json::integer(result, QLatin1String("latency_ms"))));
        QString text = json::text(result, QLatin1String("model")) + QStringLiteral(" · ") + took;
        if (!error.isEmpty()) {
            text += QLatin1Char('\n') + json::text(error, QLatin1String("message"));
        }
        if (json::text(error, QLatin1String("code")) == QLatin1String("outbound_refused")) {
            text += QLatin1Char('\n') +
                    tr("Only public addresses are called; whoever runs Parley can open private ones with "
                       "security.outbound_allow.");
        }
        addLine(new Badge(isFine ? tr("Answers") : tr("Failed"), isFine ? Tone::Success : Tone::Danger, this),
                text);
    }
    if (reply.items().isEmpty()) {
        m_lines->addWidget(new PlainLabel(tr("There is nobody to ask."), "muted", this));
    }
}

} // namespace parley::console
