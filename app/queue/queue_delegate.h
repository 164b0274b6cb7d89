// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/queue_entry.h"

#include <QDateTime>
#include <QStyledItemDelegate>

#include <functional>

namespace parley::console {

/// Paints a case of the queue in three lines: what it is about and since when it waits; whose it is; who has
/// it, looks at it or writes.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// @param now the server's time
    explicit QueueDelegate(std::function<QDateTime()> now, QObject* parent = nullptr);

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Line;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QueueEntry& entry) const;
    void paintSubject(Line& line, const QueueEntry& entry) const;
    void paintCustomer(Line& line, const QueueEntry& entry, const QString& customer) const;
    void paintPeople(Line& line, const QueueEntry& entry, const QModelIndex& index) const;

    std::function<QDateTime()> m_now;
};

/// The icon of a channel, by its name on the wire.
QString channelIcon(const QString& channel);
/// "due in 12 min", "overdue by 3 min"; empty where nothing was promised.
QString dueWords(const QueueEntry& entry, const QDateTime& now);

} // namespace parley::console
