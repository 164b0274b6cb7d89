// SPDX-License-Identifier: MIT
#include "app/workspace/record_table.h"

#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/text_delegate.h"
#include "app/workspace/json_list_model.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

namespace {

/// Of what the column that stretches is wished: with less, nothing can be read in it.
constexpr double kLeastShare = 0.6;
constexpr int kFramePx = 4;

} // namespace

RecordTable::RecordTable(JsonListModel& model, EmptyState* empty, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_empty(empty),
      m_view(new QTreeView(this)),
      m_banner(new Banner(this)),
      m_stack(new QStackedLayout)
{
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new TextDelegate(m_view));
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
    connect(&m_model, &JsonListModel::loaded, this, &RecordTable::fitColumns);
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

void RecordTable::setColumnWidths(const QList<int>& widths)
{
    m_widths = widths;
    m_fitted = widths;
    for (int column = 0; column < widths.size(); ++column) {
        m_view->setColumnHidden(column, widths.at(column) == 0);
        m_view->setColumnWidth(column, widths.at(column));
    }
}

/// Once, with the first rows: later the widths are the person's.
void RecordTable::fitColumns()
{
    if (m_areFitted || m_model.rowCount() == 0) {
        return;
    }
    m_areFitted = true;
    const QHeaderView* header = m_view->header();
    for (int column = 0; column < m_widths.size(); ++column) {
        const int wished = m_widths.at(column);
        if (wished == 0 || header->sectionResizeMode(column) == QHeaderView::Stretch) {
            continue;
        }
        const int least = qMax(wished, header->sectionSizeHint(column));
        m_view->setColumnHidden(column, false); // a hidden one cannot be measured
        m_view->resizeColumnToContents(column);
        m_fitted[column] = qBound(least, m_view->columnWidth(column), qMax(least, wished * 3 / 2));
        m_view->setColumnWidth(column, m_fitted.at(column));
    }
    giveRoom();
}

void RecordTable::giveRoom()
{
    const QHeaderView* header = m_view->header();
    int stretched = -1;
    int wanted = kFramePx;
    for (int column = 0; column < m_fitted.size(); ++column) {
        if (header->sectionResizeMode(column) == QHeaderView::Stretch) {
            stretched = column;
            wanted += static_cast<int>(m_fitted.at(column) * kLeastShare);
        } else {
            wanted += m_fitted.at(column);
        }
    }
    if (stretched < 0) {
        return;
    }
    int missing = wanted - width();
    for (int column = static_cast<int>(m_fitted.size()) - 1; column > 0; --column) {
        if (column == stretched || m_fitted.at(column) == 0) {
            continue;
        }
        m_view->setColumnHidden(column, missing > 0);
        missing -= missing > 0 ? m_fitted.at(column) : 0;
    }
}

void RecordTable::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    giveRoom();
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
