// SPDX-License-Identifier: MIT
#include "app/knowledge/document_words.h"

#include "app/net/json.h"

#include <QCoreApplication>
#include <QLocale>

namespace parley::console {

namespace {

constexpr double kPercent = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::DocumentWords)
};

} // namespace

QString documentStatusText(const QString& status)
{
    if (status == QLatin1String("queued")) {
        return Words::tr("Waiting");
    }
    if (status == QLatin1String("processing")) {
        return Words::tr("Being read");
    }
    if (status == QLatin1String("ready")) {
        return Words::tr("Ready");
    }
    if (status == QLatin1String("failed")) {
        return Words::tr("Failed");
    }
    return status == QLatin1String("cancelled") ? Words::tr("Cancelled") : status;
}

Tone documentStatusTone(const QString& status)
{
    if (status == QLatin1String("ready")) {
        return Tone::Success;
    }
    if (status == QLatin1String("failed")) {
        return Tone::Danger;
    }
    return isDocumentUnderWay(status) ? Tone::Accent : Tone::Neutral;
}

bool isDocumentUnderWay(const QString& status)
{
    return status == QLatin1String("queued") || status == QLatin1String("processing");
}

QString visibilityText(const QString& visibility)
{
    return visibility == QLatin1String("internal") ? Words::tr("Supporters only") : Words::tr("Customers");
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString languageText(const QString& code)
{
    const QLocale locale(code);
    if (code.isEmpty() || locale.language() == QLocale::C) {
        return code;
    }
    QString name = locale.nativeLanguageName().section(QLatin1Char(' '), -1);
    if (!name.isEmpty()) {
        name.front() = name.front().toUpper();
    }
    return name.isEmpty() ? code : name;
}

QList<DocumentNote> documentNotes(const QJsonObject& document)
{
    QList<DocumentNote> notes;
    const QString error = json::text(document, QLatin1String("error"));
    if (!error.isEmpty()) {
        notes.append({Tone::Danger, error});
    }
    if (!json::text(document, QLatin1String("duplicate_of")).isEmpty()) {
        notes.append({Tone::Warning,
                      Words::tr("Another document has the very same contents. One of the two can go.")});
    }
    for (const QJsonValue& each : json::array(document, QLatin1String("similar_to"))) {
        const QJsonObject similar = each.toObject();
        notes.append({Tone::Warning,
                      Words::tr("%1 % the same as \"%2\".")
                          .arg(qRound(json::number(similar, QLatin1String("similarity")) * kPercent))
                          .arg(json::text(similar, QLatin1String("title")))});
    }
    for (const QString& warning : json::texts(document, QLatin1String("warnings"))) {
        notes.append({Tone::Neutral, warning});
    }
    return notes;
}

} // namespace parley::console
