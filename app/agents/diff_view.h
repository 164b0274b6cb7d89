// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace parley::console {

/// How one text became another: what was removed and added, in colour and with "−" and "+" before it; of
/// what stayed only the lines around it.
class DiffView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit DiffView(QWidget* parent = nullptr);

    /// @param whenSame said where the texts do not differ
    void showDiff(const QString& before, const QString& after, const QString& whenSame);

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();

    QString m_before;
    QString m_after;
    QString m_whenSame;
};

} // namespace parley::console
