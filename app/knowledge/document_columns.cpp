// SPDX-License-Identifier: MIT
#include "app/knowledge/document_columns.h"

#include "app/knowledge/document_words.h"
#include "app/net/json.h"
#include "app/widgets/time_text.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::DocumentColumns)
};

QString statusOf(const QJsonObject& document)
{
    return json::text(document, QLatin1String("status"));
}

/// "page 3 of 12" where the document has pages, else how much of it.
QString progressText(const QJsonObject& document)
{
    if (!isDocumentUnderWay(statusOf(document))) {
        return {};
    }
    const qint64 pages = json::integer(document, QLatin1String("pages"));
    const qint64 page = json::integer(document, QLatin1String("page"));
    if (pages > 0 && page > 0) {
        return Words::tr("page %1 of %2").arg(page).arg(pages);
    }
    return QStringLiteral("%1 %").arg(qRound(json::number(document, QLatin1String("progress")) * 100));
}

QVariant progressOf(const QJsonObject& document, int role)
{
    const bool isAsked = role == DocumentProgressRole && isDocumentUnderWay(statusOf(document));
    return isAsked ? QVariant(json::number(document, QLatin1String("progress"))) : QVariant();
}

} // namespace

std::vector<JsonListModel::Column> documentColumns(const ApiClient& api)
{
    const auto text = [](const char* key) {
        return [key](const QJsonObject& row) { return json::text(row, QLatin1String(key)); };
    };
    return {
        {Words::tr("Title"), text("title"), {}},
        {Words::tr("Status"),
         [](const QJsonObject& row) { return documentStatusText(statusOf(row)); },
         [](const QJsonObject& row, int role) {
             return role == DocumentStatusRole ? QVariant(statusOf(row)) : QVariant();
         }},
        {Words::tr("Progress"), progressText, progressOf},
        {Words::tr("Passages"),
         [](const QJsonObject& row) {
             return QLocale().toString(json::integer(row, QLatin1String("chunks")));
         },
         {},
         true},
        {Words::tr("Size"),
         [](const QJsonObject& row) { return sizeText(json::integer(row, QLatin1String("bytes"))); },
         {},
         true},
        {Words::tr("For"),
         [](const QJsonObject& row) { return visibilityText(json::text(row, QLatin1String("visibility"))); },
         {}},
        {Words::tr("Category"), text("category"), {}},
        {Words::tr("Language"),
         [](const QJsonObject& row) { return languageText(json::text(row, QLatin1String("language"))); },
         {}},
        {Words::tr("Added"),
         [&api](const QJsonObject& row) {
             return momentText(json::time(row, QLatin1String("created_ts")), api.serverNow());
         },
         {}},
    };
}

} // namespace parley::console
