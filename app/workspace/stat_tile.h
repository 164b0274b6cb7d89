// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/figure_text.h"

#include <QFrame>

namespace parley::console {

class PlainLabel;

/// One figure of a period: what it is, how much, a line about it, and how it differs from the period before.
class StatTile : public QFrame {
    Q_OBJECT

public:
    explicit StatTile(const QString& title, QWidget* parent = nullptr);
    void setFigure(const QString& value, const QString& detail, const Change& change);

private:
    QString m_name;
    PlainLabel* m_value;
    PlainLabel* m_detail;
    Badge* m_change;
};

} // namespace parley::console
