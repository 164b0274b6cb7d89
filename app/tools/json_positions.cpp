// SPDX-License-Identifier: MIT
#include "app/tools/json_positions.h"

namespace parley::console {

namespace {

/// As QJsonDocument allows, well below what the stack holds.
constexpr int kMostDepth = 512;

QString within(const QString& path, const QString& name)
{
    return path.isEmpty() ? name : path + QLatin1Char('.') + name;
}

} // namespace

JsonPositions::JsonPositions(const QString& text) : m_text(text)
{
    value({});
}

int JsonPositions::lineOf(const QString& path) const
{
    QString at = path;
    while (!m_lines.contains(at) && !at.isEmpty()) {
        const qsizetype end = qMax(at.lastIndexOf(QLatin1Char('.')), at.lastIndexOf(QLatin1Char('[')));
        at = at.left(qMax<qsizetype>(0, end));
    }
    return m_lines.value(at, 1);
}

void JsonPositions::skipBlanks()
{
    while (!isDone() && m_text.at(m_at).isSpace()) {
        m_line += m_text.at(m_at) == QLatin1Char('\n') ? 1 : 0;
        ++m_at;
    }
}

bool JsonPositions::isAt(char character) const
{
    return !isDone() && m_text.at(m_at) == QLatin1Char(character);
}

void JsonPositions::value(const QString& path)
{
    skipBlanks();
    m_lines.insert(path, m_line);
    if (isDone() || ++m_depth > kMostDepth) {
        m_at = m_text.size();
        return;
    }
    if (isAt('{')) {
        object(path);
    } else if (isAt('[')) {
        array(path);
    } else if (isAt('"')) {
        string();
    } else {
        while (!isDone() && !isAt(',') && !isAt('}') && !isAt(']') && !m_text.at(m_at).isSpace()) {
            ++m_at;
        }
    }
    --m_depth;
    skipBlanks();
}

void JsonPositions::object(const QString& path)
{
    do {
        ++m_at; // the brace, then commas
        skipBlanks();
        if (!isAt('"')) {
            break;
        }
        const int line = m_line;
        const QString name = string();
        skipBlanks();
        if (!isAt(':')) {
            break;
        }
        ++m_at;
        value(within(path, name));
        m_lines.insert(within(path, name), line);
    } while (isAt(','));
    m_at += isAt('}') ? 1 : 0;
}

void JsonPositions::array(const QString& path)
{
    int place = 0;
    do {
        ++m_at;
        skipBlanks();
        if (isDone() || isAt(']')) {
            break;
        }
        value(path + QStringLiteral("[%1]").arg(place++));
    } while (isAt(','));
    m_at += isAt(']') ? 1 : 0;
}

QString JsonPositions::string()
{
    const qsizetype begin = ++m_at;
    while (!isDone() && !isAt('"')) {
        m_at += isAt('\\') ? 2 : 1;
    }
    const QString text = m_text.mid(begin, m_at - begin);
    m_at = qMin(m_at + 1, m_text.size());
    return text;
}

} // namespace parley::console
