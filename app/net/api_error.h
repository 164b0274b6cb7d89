// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>
#include <QString>

namespace parley::console {

/// Why a request was not answered as wished: the server's problem document (RFC 9457), or what kept it from
/// answering.
struct ApiError {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ApiError)

public:
    enum class Kind {
        Refused,     ///< the server answered with a problem
        Unreachable, ///< no connection: offline, wrong address, server down
        Tls,         ///< the server could not prove who it is
        Timeout,     ///< no answer in time; what was asked may have been done
        NotParley,   ///< something answered that is no Parley server
        Cancelled    ///< the console itself gave up waiting
    };

    Kind kind = Kind::Refused;
    /// HTTP status; 0 when there was no answer.
    int status = 0;
    /// Stable code of the problem, such as "validation_failed"; empty when there was no answer.
    QString code;
    /// In words, for the person at the screen.
    QString message;
    /// For reports to whoever runs the server.
    QString requestId;
    /// What is wrong with each field, by its name in the request.
    QHash<QString, QString> fields;
    /// The whole problem: `holder` of a conflict and the like.
    QJsonObject problem;
    /// Seconds after which it may be tried again; 0: not said.
    int retryAfterS = 0;

    /// Whether the same request may succeed later without anybody changing anything.
    bool isPassing() const
    {
        return kind == Kind::Unreachable || kind == Kind::Timeout || status == 429 || status >= 500;
    }

    /// The message, and what is wrong with each field that `shown` does not show itself.
    QString describe() const;

    static ApiError fromProblem(int status, const QJsonObject& problem);
};

} // namespace parley::console
