// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <QUuid>

namespace parley::console {

/// Texts that occur in many rows, kept once each; 0 is the empty one.
class TextPool {
public:
    TextPool() { number(QString()); }

    quint32 number(const QString& text)
    {
        const auto found = m_numbers.constFind(text);
        if (found != m_numbers.constEnd()) {
            return *found;
        }
        const auto made = static_cast<quint32>(m_texts.size());
        m_texts.append(text);
        m_numbers.insert(text, made);
        return made;
    }

    const QString& text(quint32 number) const { return m_texts.at(static_cast<qsizetype>(number)); }

private:
    QStringList m_texts;
    QHash<QString, quint32> m_numbers;
};

/// One conversation as the monitor keeps it: some 100 bytes and its text, so that a hundred thousand of them
/// are no burden.
struct ConversationRow {
    QUuid id;
    QUuid customer;
    /// UTF-8; the newest message's beginning, or what was searched for.
    QByteArray message;
    /// UTC, epoch milliseconds
    qint64 createdMs = 0;
    qint64 lastMs = 0;
    /// Numbers of a TextPool.
    quint32 status = 0;
    quint32 channel = 0;
    quint32 customerName = 0;
    quint32 assignee = 0;
    quint32 assigneeName = 0;
    quint32 team = 0;
    quint32 tags = 0;
    /// -1 .. 1; NaN: not known
    float sentiment = 0;
    bool isMatch = false;
};

} // namespace parley::console
