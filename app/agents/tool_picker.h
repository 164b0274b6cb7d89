// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace parley::console {

class PlainLabel;

/// Which tools an agent may use: a box each. Tools that are named and not there any more stay as they are,
/// and are said to be missing.
class ToolPicker : public QWidget {
    Q_OBJECT

public:
    explicit ToolPicker(QWidget* parent = nullptr);

    /// The tools there are, as the server lists them; what is ticked stays.
    /// @param note stands below them; empty: nothing does
    void setTools(const QJsonArray& tools, const QString& note = {});
    QStringList chosen() const { return m_chosen; }
    void setChosen(const QStringList& names);

Q_SIGNALS:
    void changed();

private:
    void rebuild();

    QJsonArray m_tools;
    QStringList m_chosen;
    QVBoxLayout* m_boxes;
    PlainLabel* m_none;
    PlainLabel* m_note;
    bool m_areKnown = false;
};

} // namespace parley::console
