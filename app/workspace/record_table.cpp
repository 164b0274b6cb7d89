// SPDX-License-Identifier: MIT
#include "app/workspace/record_table.h"

#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/workspace/json_list_model.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

RecordTable::RecordTable(JsonListModel& model, EmptyState* empty, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_empty(empty),
      m_view(new QTreeView(this)),
      m_banner(new Banner(this)),
      m_stack(new QStackedLayout)
{
    m_view->setModel(&m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setHighlightSections(false);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);

    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            [this](const QModelIndex& at) { Q_EMIT currentChanged(m_model.object(at.row())); });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex& at) {
        Q_EMIT opened(m_model.object(at.row()));
    });
    connect(m_banner, &Banner::actionTriggered, &m_model, &JsonListModel::reload);
    connect(&m_model, &JsonListModel::failed, this, &RecordTable::fail);
    connect(&m_model, &JsonListModel::loaded, m_banner, &Banner::clear);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordTable::update);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RecordTable::update);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &RecordTable::update);
    update();
}

QJsonObject RecordTable::current() const
{
    return m_model.object(m_view->currentIndex().row());
}

void RecordTable::select(const QString& id)
{
    if (const int row = m_model.rowOf(id); row >= 0) {
        m_view->setCurrentIndex(m_model.index(row, 0));
    }
}

void RecordTable::setName(const QString& name)
{
    m_view->setAccessibleName(name);
}

void RecordTable::update()
{
    const bool isEmpty = m_model.hasLoaded() && m_model.rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_view);
}

void RecordTable::fail(const ApiError& error)
{
    m_banner->say(Tone::Danger, error.describe(), tr("Try again"));
}

} // namespace parley::console
