// SPDX-License-Identifier: MIT
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace parley::console {

/// One console a person and folder: two would use the same refresh token, which the server takes for a theft.
/// A second one tells the first to come to the front, and ends.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// @param folder the console's; two folders may have a console each
    explicit SingleInstance(const QString& folder, QObject* parent = nullptr);

    /// False: another runs, and was told.
    bool isFirst();

Q_SIGNALS:
    void presentWanted();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace parley::console
