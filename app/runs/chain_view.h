// SPDX-License-Identifier: MIT
#pragma once

#include "app/runs/chain_layout.h"

#include <QJsonArray>
#include <QWidget>

namespace parley::console {

/// The steps of one turn as a chain of cards with their times. Arrow keys and the mouse choose one.
class ChainView : public QWidget {
    Q_OBJECT

public:
    explicit ChainView(QWidget* parent = nullptr);

    /// @param nodes as a run has them; the first is chosen
    void setNodes(const QJsonArray& nodes);
    int current() const { return m_current; }
    void setCurrent(int node);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void currentChanged(int node);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    QSize nodeSize() const;
    ChainLayout layoutFor(int width) const;
    void paintNode(QPainter& painter, int node) const;
    void paintLink(QPainter& painter, int node) const;
    int nodeAt(const QPoint& place) const;

    QJsonArray m_nodes;
    ChainLayout m_layout;
    qint64 m_longestUs = 0;
    int m_current = -1;
};

} // namespace parley::console
