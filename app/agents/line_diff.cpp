// SPDX-License-Identifier: MIT
#include "app/agents/line_diff.h"

#include <optional>
#include <vector>

namespace parley::console {

namespace {

using Kind = LineDiff::Kind;

/// The farthest x that each diagonal x - y reached after each number of changes.
class Reach {
public:
    void begin(int changes) { m_steps.emplace_back(static_cast<std::size_t>(2 * changes + 1), 0); }
    int& at(int changes, int diagonal)
    {
        return m_steps.at(static_cast<std::size_t>(changes)).at(static_cast<std::size_t>(diagonal + changes));
    }

private:
    std::vector<std::vector<int>> m_steps;
};

/// Whether the path comes to this diagonal from the one above it: by a line that was added.
bool isFromAbove(Reach& reach, int changes, int diagonal)
{
    return diagonal == -changes ||
           (diagonal != changes && reach.at(changes - 1, diagonal - 1) < reach.at(changes - 1, diagonal + 1));
}

/// The changes that the shortest script has; empty: more than are looked for.
std::optional<int> search(const QStringList& before, const QStringList& after, Reach& reach)
{
    const int width = static_cast<int>(before.size());
    const int height = static_cast<int>(after.size());
    const int most = qMin(width + height, LineDiff::kMostChanges);
    for (int changes = 0; changes <= most; ++changes) {
        reach.begin(changes);
        for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
            int x = 0;
            if (changes > 0) {
                x = isFromAbove(reach, changes, diagonal) ? reach.at(changes - 1, diagonal + 1)
                                                          : reach.at(changes - 1, diagonal - 1) + 1;
            }
            int y = x - diagonal;
            while (x < width && y < height && y >= 0 && before.at(x) == after.at(y)) {
                ++x;
                ++y;
            }
            reach.at(changes, diagonal) = x;
            if (x >= width && y >= height) {
                return changes;
            }
        }
    }
    return std::nullopt;
}

/// What happens to each line, backwards from both ends.
QList<Kind> script(const QStringList& before, const QStringList& after, Reach& reach, int changes)
{
    QList<Kind> steps;
    int x = static_cast<int>(before.size());
    int y = static_cast<int>(after.size());
    for (; changes > 0; --changes) {
        const int diagonal = x - y;
        const bool isAdded = isFromAbove(reach, changes, diagonal);
        const int from = isAdded ? diagonal + 1 : diagonal - 1;
        const int fromX = reach.at(changes - 1, from);
        const int fromY = fromX - from;
        while (x > fromX + (isAdded ? 0 : 1) && y > fromY + (isAdded ? 1 : 0)) {
            steps.append(Kind::Same);
            --x;
            --y;
        }
        steps.append(isAdded ? Kind::Added : Kind::Removed);
        x = fromX;
        y = fromY;
    }
    for (; x > 0; --x) {
        steps.append(Kind::Same);
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

} // namespace

LineDiff::LineDiff(const QStringList& before, const QStringList& after)
{
    qsizetype head = 0;
    const qsizetype shorter = qMin(before.size(), after.size());
    while (head < shorter && before.at(head) == after.at(head)) {
        ++head;
    }
    qsizetype tail = 0;
    while (tail < shorter - head &&
           before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail)) {
        ++tail;
    }
    for (qsizetype i = 0; i < head; ++i) {
        add(Kind::Same, before.at(i));
    }
    middle(before.mid(head, before.size() - head - tail), after.mid(head, after.size() - head - tail));
    for (qsizetype i = before.size() - tail; i < before.size(); ++i) {
        add(Kind::Same, before.at(i));
    }
}

void LineDiff::middle(const QStringList& before, const QStringList& after)
{
    Reach reach;
    const std::optional<int> changes = search(before, after, reach);
    if (!changes) {
        for (const QString& line : before) {
            add(Kind::Removed, line);
        }
        for (const QString& line : after) {
            add(Kind::Added, line);
        }
        return;
    }
    qsizetype x = 0;
    qsizetype y = 0;
    for (const Kind kind : script(before, after, reach, *changes)) {
        add(kind, kind == Kind::Added ? after.at(y) : before.at(x));
        x += kind == Kind::Added ? 0 : 1;
        y += kind == Kind::Removed ? 0 : 1;
    }
}

void LineDiff::add(Kind kind, const QString& text)
{
    Line line{kind, text, -1, -1};
    if (kind == Kind::Added) {
        ++m_added;
    } else {
        line.before = m_nextBefore++;
    }
    if (kind == Kind::Removed) {
        ++m_removed;
    } else {
        line.after = m_nextAfter++;
    }
    m_lines.append(line);
}

} // namespace parley::console
