// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace parley::console {

/// The page with the contact form that the server shows by itself.
/// @param publicKey as the server makes them; anything that is no part of one is taken out
/// @param form id of the channel, where there are several; empty: the organisation's first
QUrl hostedFormPage(const QUrl& server, const QString& publicKey, const QString& form);

/// What an organisation puts into a page of its own, so that the form stands there.
QString hostedFormCode(const QUrl& server, const QString& publicKey, const QString& form);

} // namespace parley::console
