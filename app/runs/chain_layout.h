// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QRect>
#include <QSize>

namespace parley::console {

/// Where the steps of a turn stand: one after the other, in as many lines as the width asks for, so that the
/// chain never has to be scrolled sideways.
struct ChainLayout {
    /// In order of the steps.
    QList<QRect> nodes;
    /// All of it.
    QSize size;
    /// How many stand in a full line.
    int columns = 1;
};

/// @param width in pixels; at least one node stands in a line however small it is
ChainLayout layoutChain(int nodes, int width, QSize node, int gap, bool isRightToLeft);

/// The node that an arrow key leads to from the one at `from`; the same at an end.
int neighbour(const ChainLayout& layout, int from, Qt::Key key, bool isRightToLeft);

/// How long a step's bar is, 0..1, of the longest one. A step that took any time has at least a sliver.
double barShare(qint64 durationUs, qint64 longestUs);

} // namespace parley::console
