// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/conversation/opened_files.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

namespace parley::test {

/// Sees whatever a program's texts make it load: documents that ask for a resource, sockets and requests to
/// anywhere but one server, addresses that are handed to the desktop, and the bait's file and web server.
/// @thread GUI; one at a time
class LoadGuard : public QObject {
    Q_OBJECT

public:
    /// @param own server that may be asked
    explicit LoadGuard(const QUrl& own);
    ~LoadGuard() override;

    Bait& bait() { return m_bait; }
    /// What was loaded or tried since it was asked last; empty: nothing.
    QStringList taken();

private Q_SLOTS:
    void openedByDesktop(const QUrl& url);

private:
    Bait m_bait;
    QStringList m_loaded;
    int m_visits = 0;
};

} // namespace parley::test
