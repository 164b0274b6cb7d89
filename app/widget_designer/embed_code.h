// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace parley::console {

/// What an organisation puts into its pages, before `</body>`.
/// @param publicKey as the server makes them; anything that could end the attribute is taken out
QString embedCode(const QUrl& server, const QString& publicKey);

/// A page with nothing but the widget, for looking at it.
QString
previewPage(const QUrl& server, const QString& publicKey, const QString& title, const QString& locale);

} // namespace parley::console
