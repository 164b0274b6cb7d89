// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::console {

/// What turns one text into another, line by line, with as few lines added and removed as there can be.
/// @source E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986)
class LineDiff {
public:
    enum class Kind { Same, Added, Removed };
    struct Line {
        Kind kind = Kind::Same;
        QString text;
        /// Number of the line in the text before and after, from 0; -1: it is not in it.
        int before = -1;
        int after = -1;
    };

    /// Texts that differ in more than this many lines are shown as one removed and one added block.
    static constexpr int kMostChanges = 2'000;

    LineDiff(const QStringList& before, const QStringList& after);

    const QList<Line>& lines() const { return m_lines; }
    int added() const { return m_added; }
    int removed() const { return m_removed; }
    bool isSame() const { return m_added == 0 && m_removed == 0; }

private:
    void add(Kind kind, const QString& text);
    void middle(const QStringList& before, const QStringList& after);

    QList<Line> m_lines;
    int m_added = 0;
    int m_removed = 0;
    int m_nextBefore = 0;
    int m_nextAfter = 0;
};

} // namespace parley::console
