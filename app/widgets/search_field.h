// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace parley::console {

/// Searches as one types: `searched` comes when the typing pauses, at Enter, and when it is emptied.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

Q_SIGNALS:
    void searched(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tell();

    QTimer m_pause;
    QString m_told;
};

} // namespace parley::console
