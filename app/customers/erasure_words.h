// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace parley::console {

/// The receipt of an erasure in words: what is gone, from where, and until when backups may still have it.
QString erasureWords(const QJsonObject& receipt);

} // namespace parley::console
