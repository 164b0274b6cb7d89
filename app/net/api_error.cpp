// SPDX-License-Identifier: MIT
#include "app/net/api_error.h"

#include "app/net/json.h"

namespace parley::console {

QString ApiError::describe() const
{
    QString described = message;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        described += QLatin1Char('\n') + tr("%1: %2").arg(field.key(), field.value());
    }
    if (retryAfterS > 0) {
        described += QLatin1Char('\n') + tr("Try again in %n second(s).", nullptr, retryAfterS);
    }
    return described;
}

ApiError ApiError::fromProblem(int status, const QJsonObject& problem)
{
    ApiError error;
    error.status = status;
    error.problem = problem;
    error.code = json::text(problem, QLatin1String("code"));
    error.requestId = json::text(problem, QLatin1String("request_id"));
    error.message = json::text(problem, QLatin1String("detail"));
    if (error.message.isEmpty()) {
        error.message = json::text(problem, QLatin1String("title"));
    }
    if (error.message.isEmpty()) {
        error.message = tr("The server refused this (status %1).").arg(status);
    }
    for (const QJsonValue& each : json::array(problem, QLatin1String("errors"))) {
        const QJsonObject field = each.toObject();
        error.fields.insert(json::text(field, QLatin1String("field")),
                            json::text(field, QLatin1String("message")));
    }
    return error;
}

} // namespace parley::console
