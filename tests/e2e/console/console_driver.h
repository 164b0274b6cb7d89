// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>

class QWidget;

namespace parley::console {
class Console;
}

namespace parley::test {

/// Does to the real console's widgets what a person would, as lines of JSON on standard input ask, and tells
/// on standard output what is seen. Widgets go by their object names; one that is hidden is not there.
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
    void readInput();
    QJsonObject run(const QJsonObject& command);
    QJsonObject press(QWidget* widget, const QJsonObject& command);
    QJsonObject trigger(const QString& text);
    QJsonObject choose(QWidget* widget, const QJsonObject& command);
    QWidget* widget(const QString& name) const;

    console::Console& m_console;
    QByteArray m_input;
    /// From the start of the process to the window's first painting; -1: not painted yet.
    double m_paintedMs = -1;
};

/// What a person reads in a widget: its text, or the rows of its list.
QString readText(const QWidget& widget);

} // namespace parley::test
