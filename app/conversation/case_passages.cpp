// SPDX-License-Identifier: MIT
#include "app/conversation/case_passages.h"

#include "app/conversation/display_text.h"
#include "app/net/json.h"
#include "app/widgets/plain_label.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMost = 12;
constexpr int kShownTitle = 44;

} // namespace

CasePassages::CasePassages(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
}

void CasePassages::setPassages(const QJsonArray& passages)
{
    if (m_shown == passages) {
        return; // what is open stays open
    }
    m_shown = passages;
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < passages.size() && i < kMost; ++i) {
        add(passages.at(i).toObject());
    }
}

void CasePassages::add(const QJsonObject& passage)
{
    QString title = displayLine(json::text(passage, QLatin1String("title")), kShownTitle);
    if (title.isEmpty()) {
        title = displayLine(json::text(passage, QLatin1String("text")), kShownTitle);
    }
    if (const qint64 page = json::integer(passage, QLatin1String("page")); page > 0) {
        title = tr("%1, page %2").arg(title).arg(page);
    }
    if (const auto score = json::maybeNumber(passage, QLatin1String("score"))) {
        title = QStringLiteral("%1  %2").arg(QLocale().toString(*score, 'f', 2), title);
    }
    title.replace(QLatin1Char('&'), QLatin1String("&&"));
    auto* head = new QToolButton(this);
    head->setText(title);
    head->setCheckable(true);
    head->setArrowType(Qt::RightArrow);
    head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* text = new PlainLabel(displayBlock(json::text(passage, QLatin1String("text"))), this);
    text->setCopyable(true);
    text->setContentsMargins(18, 2, 4, 8);
    text->hide();
    m_layout->addWidget(head);
    m_layout->addWidget(text);
    connect(head, &QToolButton::toggled, text, [head, text](bool isOpen) {
        head->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        text->setVisible(isOpen);
    });
}

} // namespace parley::console
