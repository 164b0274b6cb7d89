// SPDX-License-Identifier: MIT
#include "app/tickets/ticket_filter_bar.h"

#include "app/widgets/roles.h"
#include "app/widgets/search_field.h"
#include "app/workspace/desk_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace parley::console {

namespace {

constexpr int kCategoryWidthPx = 190;

QComboBox* choice(const QString& name, const QString& all, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    setPlainToolTip(box, name);
    box->addItem(all, QString());
    return box;
}

void add(QUrlQuery& query, const QString& key, const QString& value)
{
    if (!value.isEmpty()) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
}

} // namespace

TicketFilterBar::TicketFilterBar(QString me, QWidget* parent)
    : QWidget(parent),
      m_me(std::move(me)),
      m_status(choice(tr("Status"), tr("Any status"), this)),
      m_priority(choice(tr("Priority"), tr("Any priority"), this)),
      m_assignee(choice(tr("Assigned to"), tr("Anyone's"), this)),
      m_category(new SearchField(tr("Category"), this))
{
    for (const char* status : {"pending_human", "assigned", "open", "resolved", "closed"}) {
        const QString name = QString::fromLatin1(status);
        m_status->addItem(words::ticketStatus(name).text, name);
    }
    for (const char* priority : {"urgent", "high", "medium", "low"}) {
        const QString name = QString::fromLatin1(priority);
        m_priority->addItem(words::priority(name).text, name);
    }
    m_assignee->addItem(tr("Mine"), m_me);
    m_category->setMaximumWidth(kCategoryWidthPx);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_category, 1);
    for (QComboBox* box : {m_status, m_priority, m_assignee}) {
        layout->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &TicketFilterBar::changed);
    }
    layout->addStretch(1);
    connect(m_category, &SearchField::searched, this, &TicketFilterBar::changed);
}

QUrlQuery TicketFilterBar::query() const
{
    QUrlQuery query;
    add(query, QStringLiteral("status"), m_status->currentData().toString());
    add(query, QStringLiteral("priority"), m_priority->currentData().toString());
    add(query, QStringLiteral("assignee"), m_assignee->currentData().toString());
    add(query, QStringLiteral("category"), m_category->text().trimmed().toLower());
    return query;
}

void TicketFilterBar::clear()
{
    {
        const QSignalBlocker quietStatus(m_status);
        const QSignalBlocker quietPriority(m_priority);
        const QSignalBlocker quietAssignee(m_assignee);
        const QSignalBlocker quietCategory(m_category);
        m_status->setCurrentIndex(0);
        m_priority->setCurrentIndex(0);
        m_assignee->setCurrentIndex(0);
        m_category->clear();
    }
    Q_EMIT changed();
}

} // namespace parley::console
