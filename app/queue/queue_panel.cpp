// SPDX-License-Identifier: MIT
#include "app/queue/queue_panel.h"

#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/queue/queue_delegate.h"
#include "app/queue/queue_feed.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/display_text.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QSettings>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kTickMs = 1'000;

QString shownKey()
{
    return QStringLiteral("queue/shown");
}

} // namespace

QueuePanel::QueuePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_names(workspace.api),
      m_model({[this](const QString& customer) { return m_names.name(customer); },
               [this](const QString& conversation) { return m_presence.viewers(conversation); },
               [this](const QString& conversation) { return m_presence.writers(conversation); }}),
      m_feed(new QueueFeed(workspace, m_presence, this)),
      m_view(new QListView(this)),
      m_banner(new Banner(this)),
      m_empty(new EmptyState(QStringLiteral("check"), {}, {}, this)),
      m_stack(new QStackedLayout),
      m_shown(new QButtonGroup(this)),
      m_team(new QComboBox(this))
{
    m_presence.setOwnId(workspace.session.user().id);
    m_filter.setSourceModel(&m_model);
    m_filter.setOwnId(workspace.session.user().id);

    m_view->setObjectName(QStringLiteral("queueList"));
    m_view->setAccessibleName(tr("Cases that wait for people"));
    m_view->setModel(&m_filter);
    m_view->setItemDelegate(new QueueDelegate([this] { return m_workspace.api.serverNow(); }, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setRole(m_view, "plain");
    m_view->installEventFilter(this);

    auto* bar = new QWidget(this);
    buildFilters(bar);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_banner);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);

    connect(m_feed, &QueueFeed::entriesChanged, this, [this](const QList<QueueEntry>& entries) {
        m_model.setEntries(entries);
        if (m_feed->readAt().isValid()) {
            m_banner->say(Tone::Warning,
                          tr("Not connected. This is the queue as it was %1.")
                              .arg(relativeText(m_feed->readAt(), QDateTime::currentDateTimeUtc())));
        } else {
            m_banner->clear();
            Q_EMIT entriesRead(entries);
        }
        updateCounts();
    });
    connect(m_feed, &QueueFeed::failed, this, [this](const ApiError& error) {
        if (!m_feed->readAt().isValid()) {
            m_banner->say(Tone::Danger, error.describe(), tr("Try again"));
        }
    });
    connect(m_banner, &Banner::actionTriggered, this, &QueuePanel::reload);
    connect(&m_presence, &PresenceBoard::changed, &m_model, &QueueModel::refreshConversations);
    connect(&m_names, &CustomerNames::found, &m_model, &QueueModel::refreshCustomer);
    connect(m_view, &QListView::doubleClicked, this, [this] {
        if (const QueueEntry* entry = current()) {
            Q_EMIT acceptWanted(QueueEntry(*entry));
        }
    });
    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &QueuePanel::currentChanged);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_view->isVisible()) {
            m_view->viewport()->update();
        }
    });
    m_tick.start();
    loadTeams();
    shownChanged();
}

QueuePanel::~QueuePanel() = default;

void QueuePanel::buildFilters(QWidget* bar)
{
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    const auto add = [&](QueueFilter::Shown shown, const char* name, const QString& tip) {
        auto* button = new QToolButton(bar);
        button->setObjectName(QString::fromLatin1(name));
        button->setCheckable(true);
        setPlainToolTip(button, tip);
        m_shown->addButton(button, static_cast<int>(shown));
        layout->addWidget(button);
    };
    add(QueueFilter::Shown::Waiting, "showWaiting", tr("Cases that nobody has taken"));
    add(QueueFilter::Shown::Mine, "showMine", tr("Cases that you have taken"));
    add(QueueFilter::Shown::All, "showAll", tr("Every case that waits or is with somebody"));
    layout->addStretch(1);
    m_team->setObjectName(QStringLiteral("teamFilter"));
    m_team->setAccessibleName(tr("Team"));
    m_team->addItem(tr("Every team"), QString());
    m_team->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_team->setMinimumContentsLength(10);
    layout->addWidget(m_team);

    const int kept =
        m_workspace.settings.value(shownKey(), static_cast<int>(QueueFilter::Shown::Waiting)).toInt();
    if (QAbstractButton* button = m_shown->button(kept)) {
        button->setChecked(true);
    } else {
        m_shown->button(static_cast<int>(QueueFilter::Shown::Waiting))->setChecked(true);
    }
    connect(m_shown, &QButtonGroup::idClicked, this, &QueuePanel::shownChanged);
    connect(m_team, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setTeam(m_team->currentData().toString());
        updateCounts();
    });
}

void QueuePanel::loadTeams()
{
    getAll(m_workspace.api, QStringLiteral("/teams"), this, [this](const WholeList& teams) {
        for (const QJsonValue& each : teams.items) {
            const QJsonObject team = each.toObject();
            m_team->addItem(displayLine(json::text(team, QLatin1String("name")), 60),
                            json::text(team, QLatin1String("id")));
        }
        addNote(*m_team, cutNote(teams));
        m_team->setVisible(m_team->count() > 1);
    });
    m_team->hide();
}

void QueuePanel::setShown(QueueFilter::Shown shown)
{
    m_shown->button(static_cast<int>(shown))->setChecked(true);
    shownChanged();
}

void QueuePanel::shownChanged()
{
    m_filter.setShown(static_cast<QueueFilter::Shown>(m_shown->checkedId()));
    m_workspace.settings.setValue(shownKey(), m_shown->checkedId());
    updateCounts();
}

void QueuePanel::updateCounts()
{
    using Shown = QueueFilter::Shown;
    const auto set = [this](Shown shown, const QString& text) {
        m_shown->button(static_cast<int>(shown))->setText(text);
    };
    set(Shown::Waiting, tr("Waiting %1").arg(m_filter.count(Shown::Waiting)));
    set(Shown::Mine, tr("Mine %1").arg(m_filter.count(Shown::Mine)));
    set(Shown::All, tr("All %1").arg(m_filter.count(Shown::All)));
    updateEmpty();
    Q_EMIT waitingChanged(waitingCount());
    Q_EMIT currentChanged();
}

void QueuePanel::updateEmpty()
{
    const bool isEmpty = m_feed->hasLoaded() && m_filter.rowCount() == 0;
    if (isEmpty && m_filter.shown() == QueueFilter::Shown::Mine) {
        m_empty->setTexts(tr("You have no open cases"),
                          tr("Take one from those that wait: choose it and press Enter."));
    } else if (isEmpty) {
        m_empty->setTexts(
            tr("Nobody waits"),
            tr("A case comes here when the agents cannot answer, or a customer asks for a person."));
    }
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_view);
}

const QueueEntry* QueuePanel::current() const
{
    const QModelIndex at = m_filter.mapToSource(m_view->currentIndex());
    return at.isValid() ? &m_model.entry(at.row()) : nullptr;
}

const QueueEntry* QueuePanel::entryOfConversation(const QString& conversation) const
{
    const int row = m_model.rowOfConversation(conversation);
    return row < 0 ? nullptr : &m_model.entry(row);
}

void QueuePanel::reload()
{
    m_feed->reload();
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const QueueEntry* entry = current();
        if (entry && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            Q_EMIT acceptWanted(QueueEntry(*entry));
            return true;
        }
        if (entry && key == Qt::Key_Space) {
            Q_EMIT readWanted(QueueEntry(*entry));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parley::console
