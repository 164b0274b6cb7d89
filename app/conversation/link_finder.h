// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace parley::console {

/// A web or e-mail address in a text.
struct FoundLink {
    int start = 0;
    int length = 0;
    QUrl url;
};

/// The addresses in a text that say their scheme: http, https, mailto. No other scheme is ever one, and at
/// most the first kMostLinks are.
QList<FoundLink> findLinks(const QString& text);

constexpr int kMostLinks = 100;

} // namespace parley::console
