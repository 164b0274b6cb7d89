// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QListView;

namespace parley::console {

class CommandModel;

/// Ctrl+K: everything that can be done here, found by typing some of its letters in their order.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    /// @param commands outlive the dialog; disabled ones are left out
    CommandPalette(const QList<QAction*>& commands, QWidget* parent);
    ~CommandPalette() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void run();

    QLineEdit* m_field;
    QListView* m_view;
    CommandModel* m_model;
};

/// How well `text` answers to what was typed: its letters must come in that order; beginnings of words and
/// letters that stand together count more. @return below 0: not at all
int matchScore(const QString& typed, const QString& text);

} // namespace parley::console
