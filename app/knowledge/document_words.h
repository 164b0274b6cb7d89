// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QJsonObject>
#include <QList>
#include <QString>

/// What the server says of a document, in words.
namespace parley::console {

QString documentStatusText(const QString& status);
Tone documentStatusTone(const QString& status);
/// Whether the server is still at it: queued or processing.
bool isDocumentUnderWay(const QString& status);
QString visibilityText(const QString& visibility);
/// "1.3 KB", as the person's locale writes it.
QString sizeText(qint64 bytes);
/// The language's own name for a code such as "de"; the code where it is unknown.
QString languageText(const QString& code);

/// Something a person should know about a document.
struct DocumentNote {
    Tone tone = Tone::Neutral;
    QString text;
};

/// What went wrong, what it repeats, what could not be read of it.
/// @param document as the server shows it
QList<DocumentNote> documentNotes(const QJsonObject& document);

} // namespace parley::console
