// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QUrl>

namespace parley::console {
class Console;
}

namespace parley::test {

/// Does to the real console's widgets what a person would, as lines of JSON on standard input ask, and tells
/// on standard output what is seen. Widgets go by their names (see findWidget); one that is hidden is not
/// there.
///
/// {"id","do","name"?, …} is answered by {"id","ok":true,…} or {"id","ok":false,"error"}; nothing waits here:
/// who asks asks again.
class ConsoleDriver : public QObject {
    Q_OBJECT

public:
    /// @param console outlives this
    explicit ConsoleDriver(console::Console& console);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Instead of the person's browser. Called by its name.
    Q_INVOKABLE void openUrl(const QUrl& url) { m_opened = url; }
    void readInput();
    QJsonObject run(const QJsonObject& command);
    QJsonObject trigger(const QString& text);

    console::Console& m_console;
    QByteArray m_input;
    QUrl m_opened;
    /// From the start of the process to the window's first painting; -1: not painted yet.
    double m_paintedMs = -1;
};

} // namespace parley::test
