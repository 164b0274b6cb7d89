// SPDX-License-Identifier: MIT
#include "app/shell/command_model.h"

#include "app/shell/command_palette.h"

#include <algorithm>

namespace parley::console {

QString commandText(const QAction& command)
{
    QString text = command.text();
    text.remove(QLatin1Char('&'));
    return text;
}

CommandModel::CommandModel(const QList<QAction*>& commands, QObject* parent) : QAbstractListModel(parent)
{
    for (QAction* command : commands) {
        if (command->isEnabled() && !command->isSeparator() && !command->text().isEmpty()) {
            m_all.append(command);
        }
    }
    m_shown = m_all;
}

void CommandModel::setTyped(const QString& typed)
{
    QList<std::pair<int, QPointer<QAction>>> scored;
    for (const QPointer<QAction>& command : m_all) {
        if (command) {
            if (const int score = matchScore(typed, commandText(*command)); score >= 0) {
                scored.append({score, command});
            }
        }
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    beginResetModel();
    m_shown.clear();
    for (const auto& [score, command] : scored) {
        m_shown.append(command);
    }
    endResetModel();
}

QAction* CommandModel::command(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_shown.at(row).data() : nullptr;
}

int CommandModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const
{
    const QAction* found = command(index.row());
    if (found == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return commandText(*found);
    case Qt::DecorationRole:
        return found->icon();
    case KeysRole:
        return found->shortcut().toString(QKeySequence::NativeText);
    default:
        return {};
    }
}

} // namespace parley::console
