// SPDX-License-Identifier: MIT
#include "app/net/whole_list.h"

#include <QCoreApplication>
#include <QLocale>

#include <memory>

namespace parley::console {

namespace {

/// The most that the server gives at once.
constexpr int kPageSize = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::WholeList)
};

/// What is read, between its pages. Owned by the request under way, so it goes with the context.
struct Reading {
    ApiClient& api;
    QString path;
    QUrlQuery query;
    QPointer<QObject> context;
    std::function<void(const WholeList&)> then;
    int most = 0;
    /// A server that never ends its list does not keep the console busy for ever.
    int pagesLeft = 0;
    WholeList list;
};

void readPage(const std::shared_ptr<Reading>& reading, const QString& cursor);

void take(const std::shared_ptr<Reading>& reading, const ApiReply& reply)
{
    WholeList& list = reading->list;
    list.status = reply.status;
    if (reply.error) {
        list.items = {};
        list.error = reply.error;
        reading->then(list);
        return;
    }
    const QJsonArray page = reply.items();
    const qsizetype room = reading->most - list.items.size();
    for (qsizetype i = 0; i < qMin(room, page.size()); ++i) {
        list.items.append(page.at(i));
    }
    const QString next = reply.nextCursor();
    if (!next.isEmpty() && page.size() < room && --reading->pagesLeft > 0) {
        readPage(reading, next);
        return;
    }
    list.isCut = !next.isEmpty() || page.size() > room;
    reading->then(list);
}

void readPage(const std::shared_ptr<Reading>& reading, const QString& cursor)
{
    QUrlQuery query = reading->query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPageSize));
    if (!cursor.isEmpty()) {
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    }
    reading->api.get(reading->path, query, reading->context, [reading](const ApiReply& reply) {
        take(reading, reply);
    });
}

} // namespace

void getAll(ApiClient& api,
            const QString& path,
            QObject* context,
            std::function<void(const WholeList&)> then,
            const QUrlQuery& query,
            int most)
{
    const int pages = most / kPageSize + 1;
    readPage(std::make_shared<Reading>(
                 Reading{api, path, query, context, std::move(then), most, pages, WholeList()}),
             {});
}

QString cutNote(const WholeList& list)
{
    return list.isCut ? Words::tr("Only the first %1 are listed here; the server has more.")
                            .arg(QLocale().toString(list.items.size()))
                      : QString();
}

} // namespace parley::console
