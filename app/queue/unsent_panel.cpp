// SPDX-License-Identifier: MIT
#include "app/queue/unsent_panel.h"

#include "app/conversation/chat_tabs.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kMostRows = 4;
constexpr int kRowExtra = 10;
constexpr int kShownText = 120;
constexpr int kConversationRole = Qt::UserRole + 1;

QString wordsOf(const Unsent& unsent)
{
    const QString text = displayLine(unsent.text, kShownText);
    const QString customer = displayLine(unsent.customer, 40);
    return unsent.isDraft ? UnsentPanel::tr("%1, draft: %2").arg(customer, text)
                          : UnsentPanel::tr("%1, not sent: %2").arg(customer, text);
}

} // namespace

UnsentPanel::UnsentPanel(ChatTabs& tabs, QWidget* parent)
    : QFrame(parent), m_tabs(tabs), m_view(new QListView(this)), m_title(new PlainLabel({}, "muted", this))
{
    setObjectName(QStringLiteral("unsentPanel"));
    m_view->setObjectName(QStringLiteral("unsentList"));
    m_view->setAccessibleName(tr("Written and not sent"));
    m_view->setModel(&m_model);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTextElideMode(Qt::ElideRight);
    setRole(m_view, "plain");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_view);
    const auto open = [this](const QModelIndex& at) { Q_EMIT wanted(at.data(kConversationRole).toString()); };
    connect(m_view, &QListView::activated, this, open);
    connect(m_view, &QListView::clicked, this, open);
    const auto again = [this] { refresh(); };
    connect(&m_tabs, &ChatTabs::arranged, this, again);
    connect(&m_tabs, &ChatTabs::closed, this, again);
    PostOffice& post = m_tabs.post();
    connect(&post, &PostOffice::added, this, again);
    connect(&post, &PostOffice::changed, this, again);
    connect(&post, &PostOffice::removed, this, again);
    connect(&post, &PostOffice::putAside, this, again);
    hide();
}

void UnsentPanel::refresh()
{
    const QList<Unsent> now = unsentBehind(m_tabs.post(), m_tabs.conversations());
    if (now == m_shown) {
        return;
    }
    m_shown = now;
    m_model.clear();
    for (const Unsent& each : std::as_const(m_shown)) {
        auto* item =
            new QStandardItem(icon(each.isDraft ? QStringLiteral("edit") : QStringLiteral("warning")),
                              wordsOf(each));
        item->setData(each.conversation, kConversationRole);
        item->setData(plainToolTip(each.fault.isEmpty() ? displayLine(each.text, 400) : each.fault),
                      Qt::ToolTipRole);
        m_model.appendRow(item);
    }
    m_title->setText(tr("Written and not sent: %n", nullptr, count()));
    const int rows = std::clamp(count(), 1, kMostRows);
    m_view->setFixedHeight(rows * (fontMetrics().height() + kRowExtra) + 4);
    setVisible(count() > 0);
}

} // namespace parley::console
