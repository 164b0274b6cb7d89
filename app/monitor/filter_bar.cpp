// SPDX-License-Identifier: MIT
#include "app/monitor/filter_bar.h"

#include "app/widgets/roles.h"
#include "app/widgets/search_field.h"
#include "app/workspace/desk_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace parley::console {

namespace {

constexpr int kTagWidthPx = 150;

QComboBox* choice(const QString& name, const QString& all, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    setPlainToolTip(box, name);
    box->addItem(all, QString());
    return box;
}

void choose(QComboBox* box, const QVariant& value)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(qMax(0, box->findData(value)));
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent),
      m_words(new SearchField(tr("Search in all messages and notes"), this)),
      m_status(choice(tr("Status"), tr("Any status"), this)),
      m_channel(choice(tr("Channel"), tr("Any channel"), this)),
      m_assignee(choice(tr("Assigned to"), tr("Anyone's"), this)),
      m_tag(new SearchField(tr("Tag"), this)),
      m_clear(new QPushButton(tr("Show all"), this))
{
    for (const char* status : {"waiting_for_agent", "with_agent", "open", "closed"}) {
        const QString name = QString::fromLatin1(status);
        m_status->addItem(words::conversationStatus(name).text, name);
    }
    for (const char* channel : {"web", "email", "whatsapp", "form", "api"}) {
        const QString name = QString::fromLatin1(channel);
        m_channel->addItem(words::channel(name), name);
    }
    m_assignee->setItemData(0, static_cast<int>(MonitorFilter::Assignee::Anyone));
    m_assignee->addItem(tr("Mine"), static_cast<int>(MonitorFilter::Assignee::Me));
    m_assignee->addItem(tr("Nobody's"), static_cast<int>(MonitorFilter::Assignee::Nobody));
    m_words->setObjectName(QStringLiteral("words"));
    m_tag->setMaximumWidth(kTagWidthPx);
    setRole(m_clear, "flat");
    m_clear->hide();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_words, 1);
    for (QWidget* each : {static_cast<QWidget*>(m_status),
                          static_cast<QWidget*>(m_channel),
                          static_cast<QWidget*>(m_assignee),
                          static_cast<QWidget*>(m_tag),
                          static_cast<QWidget*>(m_clear)}) {
        layout->addWidget(each);
    }
    for (QComboBox* box : {m_status, m_channel, m_assignee}) {
        connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::read);
    }
    connect(m_words, &SearchField::searched, this, &FilterBar::read);
    connect(m_tag, &SearchField::searched, this, &FilterBar::read);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
}

void FilterBar::setFilter(const MonitorFilter& filter)
{
    const QSignalBlocker quietWords(m_words);
    const QSignalBlocker quietTag(m_tag);
    m_filter = filter;
    m_words->setText(filter.words);
    m_tag->setText(filter.tag);
    choose(m_status, filter.status);
    choose(m_channel, filter.channel);
    choose(m_assignee, static_cast<int>(filter.assignee));
    m_clear->setVisible(!filter.isEmpty());
}

void FilterBar::focusSearch()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FilterBar::clear()
{
    setFilter({});
    Q_EMIT changed(m_filter);
}

void FilterBar::read()
{
    MonitorFilter filter;
    filter.words = m_words->text().trimmed();
    filter.status = m_status->currentData().toString();
    filter.channel = m_channel->currentData().toString();
    filter.assignee = static_cast<MonitorFilter::Assignee>(m_assignee->currentData().toInt());
    filter.tag = m_tag->text().trimmed();
    m_clear->setVisible(!filter.isEmpty());
    if (filter != m_filter) {
        m_filter = filter;
        Q_EMIT changed(filter);
    }
}

} // namespace parley::console
