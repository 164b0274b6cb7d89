// SPDX-License-Identifier: MIT
#include "app/workspace/passage_cards.h"

#include "app/net/json.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QFrame>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMostShown = 8;
constexpr double kPercent = 100;

} // namespace

PassageCards::PassageCards(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

int PassageCards::count() const
{
    return m_layout->count();
}

void PassageCards::setPassages(const QJsonArray& passages)
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QJsonValue& each : passages) {
        if (count() == kMostShown) {
            break;
        }
        const QJsonObject passage = each.toObject();
        const QString title = json::text(passage, QLatin1String("title"));
        const auto score = json::maybeNumber(passage, QLatin1String("score"));
        auto* card = new QFrame(this);
        setRole(card, "card");
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(12, 8, 12, 8);
        layout->addWidget(new PlainLabel(
            score ? tr("%1 · fits %2 %").arg(title).arg(qRound(*score * kPercent)) : title, "muted", card));
        if (const QString text = json::text(passage, QLatin1String("text")); !text.isEmpty()) {
            auto* words = new PlainLabel(text, card);
            words->setCopyable(true);
            layout->addWidget(words);
        }
        m_layout->addWidget(card);
    }
}

} // namespace parley::console
