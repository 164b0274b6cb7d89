// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

namespace parley::console {

/// On which line of a JSON text each of its values begins.
class JsonPositions {
public:
    /// @param text valid JSON; of anything else what can be made of it
    explicit JsonPositions(const QString& text);

    /// @param path names joined by dots, places in lists as "[0]": "properties.order_id.enum[2]"; empty: the
    /// whole
    /// @return from 1; that of the nearest outer value where there is no such path
    int lineOf(const QString& path) const;

private:
    void value(const QString& path);
    void object(const QString& path);
    void array(const QString& path);
    QString string();
    void skipBlanks();
    bool isAt(char character) const;
    bool isDone() const { return m_at >= m_text.size(); }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth = 0;
    QHash<QString, int> m_lines;
};

} // namespace parley::console
