// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_table.h"

#include "app/monitor/monitor_delegate.h"
#include "app/monitor/monitor_model.h"

#include <QHeaderView>

#include <array>

namespace parley::console {

namespace {

constexpr std::array<int, MonitorModel::ColumnCount> kWidths{115, 170, 300, 80, 105, 90, 90, 80, 105, 105};

constexpr int kLeastMessagePx = 220;
constexpr int kScrollPx = 16;
constexpr std::array<int, 3> kFirstToGo{MonitorModel::Started, MonitorModel::Team, MonitorModel::Tags};

} // namespace

MonitorTable::MonitorTable(MonitorModel& model, QWidget* parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new MonitorDelegate(this));
    setAccessibleName(tr("Conversations"));
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(MonitorDelegate::rowHeight(font()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->ensurePolished(); // for the font of its titles
    for (int column = 0; column < MonitorModel::ColumnCount; ++column) {
        // In some languages a title is wider than what stands below it.
        m_fitted.append(
            qMax(kWidths.at(static_cast<std::size_t>(column)), horizontalHeader()->sectionSizeHint(column)));
        setColumnWidth(column, m_fitted.last());
    }
    horizontalHeader()->setSectionResizeMode(MonitorModel::Message, QHeaderView::Stretch);
}

void MonitorTable::giveRoom()
{
    int missing = kLeastMessagePx - width() + kScrollPx;
    for (int column = 0; column < m_fitted.size(); ++column) {
        missing += column == MonitorModel::Message ? 0 : m_fitted.at(column);
    }
    for (const int column : kFirstToGo) {
        setColumnHidden(column, missing > 0);
        missing -= missing > 0 ? m_fitted.at(column) : 0;
    }
}

void MonitorTable::resizeEvent(QResizeEvent* event)
{
    if (!m_fitted.isEmpty()) {
        giveRoom();
    }
    QTableView::resizeEvent(event);
}

QString MonitorTable::currentId() const
{
    return currentIndex().data(MonitorModel::IdRole).toString();
}

QString MonitorTable::currentCustomer() const
{
    return currentIndex().data(MonitorModel::CustomerRole).toString();
}

QStringList MonitorTable::namelessInSight() const
{
    const int first = qMax(0, rowAt(0));
    const int below = rowAt(viewport()->height() - 1);
    const int last = below < 0 ? m_model.rowCount() - 1 : below;
    QStringList unknown;
    for (int row = first; row <= last; ++row) {
        const QString customer = m_model.index(row, 0).data(MonitorModel::CustomerRole).toString();
        if (m_model.isNameless(row) && !customer.isEmpty() && !unknown.contains(customer)) {
            unknown.append(customer);
        }
    }
    return unknown;
}

} // namespace parley::console
