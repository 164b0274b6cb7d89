// SPDX-License-Identifier: MIT
#include "app/workspace/passage_list.h"

#include "app/net/json.h"
#include "app/widgets/display_text.h"
#include "app/widgets/fold_button.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QFrame>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMostShown = 12;
constexpr int kWideTitle = 120;
constexpr int kNarrowTitle = 44;
constexpr double kPercent = 100;

/// "Returns, page 3 · fits 82 %"
QString headOf(const QJsonObject& passage, int most)
{
    QString head = displayLine(json::text(passage, QLatin1String("title")), most);
    if (head.isEmpty()) {
        head = displayLine(json::text(passage, QLatin1String("text")), most);
    }
    if (const qint64 page = json::integer(passage, QLatin1String("page")); page > 0) {
        head = PassageList::tr("%1, page %2").arg(head, QString::number(page));
    }
    if (const auto score = json::maybeNumber(passage, QLatin1String("score"))) {
        head = PassageList::tr("%1 · fits %2 %").arg(head, QString::number(qRound(*score * kPercent)));
    }
    return head;
}

PlainLabel* textOf(const QJsonObject& passage, QWidget* parent)
{
    auto* text = new PlainLabel(displayBlock(json::text(passage, QLatin1String("text"))), parent);
    text->setCopyable(true);
    return text;
}

} // namespace

PassageList::PassageList(Texts texts, QWidget* parent)
    : QWidget(parent), m_texts(texts), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(texts == Texts::Open ? 8 : 2);
}

void PassageList::setPassages(const QJsonArray& passages)
{
    if (m_shown == passages) {
        return;
    }
    m_shown = passages;
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count = static_cast<int>(qMin<qsizetype>(passages.size(), kMostShown));
    for (int i = 0; i < m_count; ++i) {
        const QJsonObject passage = passages.at(i).toObject();
        m_texts == Texts::Open ? addCard(passage) : addFolded(passage);
    }
}

void PassageList::addCard(const QJsonObject& passage)
{
    auto* card = new QFrame(this);
    setRole(card, "card");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(new PlainLabel(headOf(passage, kWideTitle), "muted", card));
    if (!json::text(passage, QLatin1String("text")).isEmpty()) {
        layout->addWidget(textOf(passage, card));
    }
    m_layout->addWidget(card);
}

void PassageList::addFolded(const QJsonObject& passage)
{
    auto* head = new FoldButton(headOf(passage, kNarrowTitle), this);
    head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    PlainLabel* text = textOf(passage, this);
    text->setContentsMargins(18, 2, 4, 8);
    text->hide();
    m_layout->addWidget(head);
    m_layout->addWidget(text);
    connect(head, &QToolButton::toggled, text, &QWidget::setVisible);
}

} // namespace parley::console
