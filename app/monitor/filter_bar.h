// SPDX-License-Identifier: MIT
#pragma once

#include "app/monitor/monitor_filter.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace parley::console {

class SearchField;

/// What the monitor shows: words, status, channel, whose, tag.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    MonitorFilter filter() const { return m_filter; }
    /// Shows it; nothing is emitted.
    void setFilter(const MonitorFilter& filter);
    /// Puts the cursor into the search.
    void focusSearch();
    /// All conversations again.
    void clear();

Q_SIGNALS:
    void changed(const parley::console::MonitorFilter& filter);

private:
    void read();

    SearchField* m_words;
    QComboBox* m_status;
    QComboBox* m_channel;
    QComboBox* m_assignee;
    SearchField* m_tag;
    QPushButton* m_clear;
    MonitorFilter m_filter;
};

} // namespace parley::console
