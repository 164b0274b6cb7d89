// SPDX-License-Identifier: MIT
#include "app/runs/chain_layout.h"

#include <algorithm>

namespace parley::console {

namespace {

constexpr double kSliver = 0.02;

} // namespace

ChainLayout layoutChain(int nodes, int width, QSize node, int gap, bool isRightToLeft)
{
    ChainLayout layout;
    layout.columns = std::max(1, (width + gap) / (node.width() + gap));
    const int used = std::min(std::max(nodes, 1), layout.columns);
    layout.size.setWidth(used * node.width() + (used - 1) * gap);
    for (int at = 0; at < nodes; ++at) {
        const int column = at % layout.columns;
        const int line = at / layout.columns;
        const int x = column * (node.width() + gap);
        const int left = isRightToLeft ? std::max(width, layout.size.width()) - x - node.width() : x;
        layout.nodes.append(QRect(QPoint(left, line * (node.height() + gap)), node));
    }
    const int lines = (nodes + layout.columns - 1) / layout.columns;
    layout.size.setHeight(lines == 0 ? 0 : lines * node.height() + (lines - 1) * gap);
    return layout;
}

int neighbour(const ChainLayout& layout, int from, Qt::Key key, bool isRightToLeft)
{
    const int last = static_cast<int>(layout.nodes.size()) - 1;
    int to = from;
    switch (key) {
    case Qt::Key_Left:
        to += isRightToLeft ? 1 : -1;
        break;
    case Qt::Key_Right:
        to += isRightToLeft ? -1 : 1;
        break;
    case Qt::Key_Up:
        to -= layout.columns;
        break;
    case Qt::Key_Down:
        to += layout.columns;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        break;
    }
    return to < 0 || to > last ? from : to;
}

double barShare(qint64 durationUs, qint64 longestUs)
{
    if (durationUs <= 0 || longestUs <= 0) {
        return 0;
    }
    const double share = static_cast<double>(durationUs) / static_cast<double>(longestUs);
    return std::clamp(share, kSliver, 1.0);
}

} // namespace parley::console
