// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

namespace parley::console {

/// A list of the server's, read to its end.
struct WholeList {
    QJsonArray items;
    /// The server has more than were asked for; `cutNote` says so.
    bool isCut = false;
    int status = 0;
    /// Why there is none; `items` is empty then.
    std::optional<ApiError> error;

    bool isOk() const { return !error; }
};

/// As many as anybody would look through in a choice.
constexpr int kMostOfWholeList = 5'000;

/// Reads a list that is a choice, or that is needed whole: page after page, until it ends or has `most`
/// elements. What scrolls has a JsonListModel instead, which reads as one scrolls.
/// @param context nothing more is read, and nobody called, after it has gone
/// @param then called once: with all of it, or with the one error
/// @param query filters; cursor and limit are added
/// @thread GUI
void getAll(ApiClient& api,
            const QString& path,
            QObject* context,
            std::function<void(const WholeList&)> then,
            const QUrlQuery& query = {},
            int most = kMostOfWholeList);

/// What stands at the end of a choice that is not the whole; empty: it is.
QString cutNote(const WholeList& list);

} // namespace parley::console
