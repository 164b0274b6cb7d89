// SPDX-License-Identifier: MIT
#include "tests/app/pages/schema_answers.h"

#include "app/session/session.h"

#include <QFile>
#include <QJsonDocument>

#include <array>

namespace parley::test {

namespace {

constexpr int kDeepest = 6;
constexpr int kInnerItems = 2;
const QString kTime = QStringLiteral("2026-11-21T20:55:20.192Z");

struct Route {
    const char* method;
    /// A star stands for one identifier.
    const char* path;
    const char* schema;
    bool isList;
    int status = 200;
};

constexpr std::array kRoutes{
    Route{"GET", "/admin/tickets", "Ticket", true},
    Route{"POST", "/admin/tickets/*/resolve", "ResolveResponse", false},
    Route{"POST", "/admin/tickets/*/undo", "UndoResponse", false},
    Route{"GET", "/agents", "Agent", true},
    Route{"POST", "/agents", "Agent", false, 201},
    Route{"GET", "/agents/*", "Agent", false},
    Route{"PATCH", "/agents/*", "Agent", false},
    Route{"POST", "/agents/*/rollback", "Agent", false},
    Route{"POST", "/agents/*/test", "AgentTest", false},
    Route{"GET", "/agents/*/versions", "AgentVersion", true},
    Route{"GET", "/agents/*/versions/*", "AgentVersion", false},
    Route{"GET", "/analytics/overview", "AnalyticsOverview", false},
    Route{"GET", "/api-clients", "ApiClient", true},
    Route{"POST", "/api-clients", "ApiClientCreated", false, 201},
    Route{"GET", "/api-clients/*", "ApiClient", false},
    Route{"PATCH", "/api-clients/*", "ApiClient", false},
    Route{"GET", "/audit", "AuditEntry", true},
    Route{"DELETE", "/cache/entries", "CacheCleared", false},
    Route{"GET", "/cache/entries", "CacheEntryList", false},
    Route{"GET", "/canned-responses", "CannedResponse", true},
    Route{"POST", "/canned-responses", "CannedResponse", false, 201},
    Route{"GET", "/canned-responses/*", "CannedResponse", false},
    Route{"PATCH", "/canned-responses/*", "CannedResponse", false},
    Route{"GET", "/channels", "Channel", true},
    Route{"POST", "/channels", "Channel", false, 201},
    Route{"GET", "/channels/kinds", "ChannelKind", true},
    Route{"GET", "/channels/*", "Channel", false},
    Route{"PATCH", "/channels/*", "Channel", false},
    Route{"GET", "/colleagues", "Colleague", true},
    Route{"GET", "/conversations", "Conversation", true},
    Route{"GET", "/conversations/*", "ConversationDetail", false},
    Route{"POST", "/conversations/*/assign", "Conversation", false},
    Route{"POST", "/conversations/*/messages", "Message", false, 201},
    Route{"POST", "/conversations/*/release", "Conversation", false},
    Route{"POST", "/conversations/*/resolve", "Conversation", false},
    Route{"GET", "/conversations/*/runs", "Run", true},
    Route{"POST", "/conversations/*/tags", "Conversation", false},
    Route{"POST", "/conversations/*/takeover", "Conversation", false},
    Route{"GET", "/customers", "Customer", true},
    Route{"GET", "/customers/lookup", "Customer", false},
    Route{"DELETE", "/customers/*", "ErasureReceipt", false},
    Route{"GET", "/customers/*", "Customer", false},
    Route{"PATCH", "/customers/*", "Customer", false},
    Route{"GET", "/customers/*/export", "CustomerExport", false},
    Route{"POST", "/customers/*/merge", "Customer", false},
    Route{"GET", "/escalation-rules", "EscalationRule", true},
    Route{"POST", "/escalation-rules", "EscalationRule", false, 201},
    Route{"GET", "/escalation-rules/*", "EscalationRule", false},
    Route{"PATCH", "/escalation-rules/*", "EscalationRule", false},
    Route{"GET", "/escalations", "Escalation", true},
    Route{"POST", "/escalations/*/accept", "Ticket", false},
    Route{"GET", "/feedback", "Feedback", true},
    Route{"POST", "/feedback/*/correct", "CorrectResponse", false},
    Route{"GET", "/golden-questions", "GoldenQuestion", true},
    Route{"POST", "/golden-questions", "GoldenQuestion", false, 201},
    Route{"POST", "/golden-questions/run", "GoldenRunResults", false, 202},
    Route{"GET", "/golden-questions/runs", "GoldenRun", true},
    Route{"GET", "/golden-questions/runs/*", "GoldenRunResults", false},
    Route{"GET", "/golden-questions/*", "GoldenQuestion", false},
    Route{"PATCH", "/golden-questions/*", "GoldenQuestion", false},
    Route{"GET", "/health/detailed", "HealthDetail", false},
    Route{"GET", "/knowledge/documents", "Document", true},
    Route{"POST", "/knowledge/documents", "DocumentAccepted", false, 202},
    Route{"GET", "/knowledge/documents/*", "Document", false},
    Route{"PATCH", "/knowledge/documents/*", "Document", false},
    Route{"POST", "/knowledge/documents/*/cancel", "Document", false},
    Route{"GET", "/knowledge/documents/*/chunks", "Chunk", true},
    Route{"POST", "/knowledge/documents/*/retry", "Document", false},
    Route{"GET", "/knowledge/gaps", "KnowledgeGap", true},
    Route{"POST", "/knowledge/gaps/*/close", "KnowledgeGap", false},
    Route{"GET", "/knowledge/search", "SearchResults", false},
    Route{"GET", "/metrics/channels", "ChannelMetrics", false},
    Route{"GET", "/runs/*", "Run", false},
    Route{"GET", "/settings/answering", "AnsweringSettings", false},
    Route{"PATCH", "/settings/answering", "AnsweringSettings", false},
    Route{"POST", "/settings/answering/preview", "AnsweringPreview", false},
    Route{"GET", "/settings/desk", "DeskSettings", false},
    Route{"PATCH", "/settings/desk", "DeskSettings", false},
    Route{"GET", "/settings/llm", "LlmSettings", false},
    Route{"PATCH", "/settings/llm", "LlmSettings", false},
    Route{"POST", "/settings/llm/test", "LlmTest", false},
    Route{"GET", "/teams", "Team", true},
    Route{"POST", "/teams", "Team", false, 201},
    Route{"GET", "/teams/*", "Team", false},
    Route{"PATCH", "/teams/*", "Team", false},
    Route{"GET", "/tenants", "Tenant", true},
    Route{"POST", "/tenants", "Tenant", false, 201},
    Route{"GET", "/tenants/*", "Tenant", false},
    Route{"PATCH", "/tenants/*", "Tenant", false},
    Route{"GET", "/ticket/*", "Ticket", false},
    Route{"GET", "/tickets", "Ticket", true},
    Route{"PATCH", "/tickets/*", "Ticket", false},
    Route{"GET", "/tool-calls", "ToolCallNote", true},
    Route{"GET", "/tools", "Tool", true},
    Route{"POST", "/tools", "Tool", false, 201},
    Route{"GET", "/tools/*", "Tool", false},
    Route{"PATCH", "/tools/*", "Tool", false},
    Route{"POST", "/tools/*/test", "ToolTestResult", false},
    Route{"GET", "/users", "User", true},
    Route{"POST", "/users", "User", false, 201},
    Route{"GET", "/users/*", "User", false},
    Route{"PATCH", "/users/*", "User", false},
    Route{"GET", "/widget-config", "WidgetSettings", false},
    Route{"PATCH", "/widget-config", "WidgetSettings", false},
    Route{"POST", "/widget-config/identity-secret", "IdentitySecret", false, 201},
};

/// Fixed paths come before those with a star only where the segments are equal, so exact ones are tried
/// first.
const Route* routeOf(const QByteArray& method, const QString& path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    const Route* loose = nullptr;
    for (const Route& route : kRoutes) {
        const QStringList pattern = QString::fromLatin1(route.path).split(QLatin1Char('/'));
        if (method != route.method || pattern.size() != parts.size()) {
            continue;
        }
        bool isExact = true;
        bool fits = true;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool isStar = pattern.at(i) == QLatin1String("*");
            isExact = isExact && !isStar;
            fits = fits && (isStar || pattern.at(i) == parts.at(i));
        }
        if (fits && isExact) {
            return &route;
        }
        loose = fits ? &route : loose;
    }
    return loose;
}

QString typeOf(const QJsonObject& schema)
{
    const QJsonValue type = schema.value(QLatin1String("type"));
    if (!type.isArray()) {
        return type.toString();
    }
    for (const QJsonValue& each : type.toArray()) {
        if (each.toString() != QLatin1String("null")) {
            return each.toString();
        }
    }
    return {};
}

} // namespace

SchemaAnswers::SchemaAnswers(Text text, Trust trust, int rows)
    : m_text(std::move(text)), m_trust(trust), m_rows(rows)
{
    QFile file(QStringLiteral(PARLEY_SOURCE_DIR "/resources/openapi/schemas.json"));
    if (file.open(QIODevice::ReadOnly)) {
        m_schemas = QJsonDocument::fromJson(file.readAll()).object();
    }
    if (m_schemas.isEmpty()) {
        qFatal("no schemas");
    }
}

FakeApi::Answer SchemaAnswers::answer(const FakeApi::Request& request)
{
    const Route* route = routeOf(request.method, request.path);
    if (route == nullptr) {
        if (request.method == "DELETE" || request.method == "PUT" ||
            request.path.endsWith(QLatin1String("/typing"))) {
            return {204, {}, {}, false};
        }
        m_unknown.append(QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path);
        return FakeApi::problem(404, QStringLiteral("not_found"), m_text());
    }
    const QString schema = QString::fromLatin1(route->schema);
    if (route->isList) {
        QList<QJsonObject> items;
        for (m_row = 0; m_row < m_rows; ++m_row) {
            items.append(make(schema));
        }
        m_row = 0;
        return {route->status, FakeApi::list(items), {}, false};
    }
    m_row = 0;
    QJsonObject body = make(schema);
    if (body.contains(QLatin1String("id")) && QByteArray(route->path).endsWith('*')) {
        body.insert(QLatin1String("id"), request.path.section(QLatin1Char('/'), -1));
    }
    return {route->status, body, {}, false};
}

QJsonObject SchemaAnswers::make(const QString& schema)
{
    if (!m_schemas.contains(schema)) {
        qFatal("no schema %s", qPrintable(schema));
    }
    return value(m_schemas.value(schema).toObject(), schema, 0).toObject();
}

QJsonObject SchemaAnswers::passage()
{
    return {{QStringLiteral("kind"), QStringLiteral("passage")},
            {QStringLiteral("document_id"), QStringLiteral("id-1")},
            {QStringLiteral("chunk_id"), QStringLiteral("id-1")},
            {QStringLiteral("title"), m_text()},
            {QStringLiteral("text"), m_text()},
            {QStringLiteral("snippet"), m_text()},
            {QStringLiteral("score"), 0.5},
            {QStringLiteral("sender"), QStringLiteral("user")},
            {m_text().left(60), m_text()}};
}

/// What the schemas leave open.
QJsonValue SchemaAnswers::special(const QString& name, int depth, bool* isSpecial)
{
    *isSpecial = true;
    if (name == QLatin1String("input_schema") || name == QLatin1String("config_schema")) {
        const QJsonObject field{{QStringLiteral("type"), QStringLiteral("string")},
                                {QStringLiteral("title"), m_text()},
                                {QStringLiteral("description"), m_text()},
                                {QStringLiteral("default"), m_text()}};
        const QJsonObject choice{{QStringLiteral("type"), QStringLiteral("string")},
                                 {QStringLiteral("enum"), QJsonArray{m_text(), m_text()}}};
        return QJsonObject{{QStringLiteral("type"), QStringLiteral("object")},
                           {QStringLiteral("properties"),
                            QJsonObject{{QStringLiteral("order"), field},
                                        {QStringLiteral("choice"), choice},
                                        {m_text().left(80), field}}},
                           {QStringLiteral("required"), QJsonArray{QStringLiteral("order")}}};
    }
    if (name == QLatin1String("colors") && m_trust == Trust::Texts) {
        return QJsonObject{{QStringLiteral("primary"), QStringLiteral("#1f5fbf")}};
    }
    if (name == QLatin1String("hours")) {
        return QJsonObject{{QStringLiteral("monday"),
                            QJsonArray{QJsonArray{QStringLiteral("09:00"), QStringLiteral("17:00")}}},
                           {QStringLiteral("utc_offset_minutes"), 60}};
    }
    if (depth > 0 && (name == QLatin1String("permissions") || name == QLatin1String("own"))) {
        return QJsonArray{};
    }
    *isSpecial = false;
    return {};
}

QJsonValue SchemaAnswers::string(const QJsonObject& schema, const QString& name)
{
    const QString format = schema.value(QLatin1String("format")).toString();
    const bool isId =
        format == QLatin1String("uuid") || name == QLatin1String("id") || name.endsWith(QLatin1String("_id"));
    if (isId) {
        return QStringLiteral("id-%1").arg(name == QLatin1String("id") ? m_row : 0);
    }
    if (m_trust == Trust::Texts) {
        const QJsonArray choices = schema.value(QLatin1String("enum")).toArray();
        if (!choices.isEmpty()) {
            return choices.at(m_choice++ % choices.size());
        }
        if (format == QLatin1String("date-time")) {
            return kTime;
        }
        if (name == QLatin1String("locale")) {
            return QStringLiteral("en");
        }
    }
    return m_text();
}

QJsonObject SchemaAnswers::object(const QJsonObject& schema, const QString& name, int depth)
{
    QJsonObject made;
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    for (auto each = properties.begin(); each != properties.end(); ++each) {
        made.insert(each.key(), value(each.value().toObject(), each.key(), depth + 1));
    }
    const QJsonValue more = schema.value(QLatin1String("additionalProperties"));
    if (more.isObject()) {
        for (int i = 0; i < kInnerItems; ++i) {
            made.insert(m_text().left(80), value(more.toObject(), QString(), depth + 1));
        }
    } else if (made.isEmpty()) {
        made = passage();
    }
    Q_UNUSED(name)
    return made;
}

QJsonValue SchemaAnswers::value(const QJsonObject& schema, const QString& name, int depth)
{
    bool isSpecial = false;
    const QJsonValue known = special(name, depth, &isSpecial);
    if (isSpecial) {
        return known;
    }
    if (depth > kDeepest) {
        return {};
    }
    if (const QString ref = schema.value(QLatin1String("$ref")).toString(); !ref.isEmpty()) {
        return value(m_schemas.value(ref.section(QLatin1Char('/'), -1)).toObject(), name, depth);
    }
    if (const QJsonArray all = schema.value(QLatin1String("allOf")).toArray(); !all.isEmpty()) {
        QJsonObject made;
        for (const QJsonValue& each : all) {
            const QJsonObject part = value(each.toObject(), name, depth).toObject();
            for (auto field = part.begin(); field != part.end(); ++field) {
                made.insert(field.key(), field.value());
            }
        }
        return made;
    }
    if (const QJsonArray one = schema.value(QLatin1String("oneOf")).toArray(); !one.isEmpty()) {
        return value(one.first().toObject(), name, depth);
    }
    const QString type = typeOf(schema);
    if (type == QLatin1String("string") || (type.isEmpty() && schema.contains(QLatin1String("enum")))) {
        return string(schema, name);
    }
    if (type == QLatin1String("number")) {
        return schema.value(QLatin1String("maximum")).toDouble(3) > 1 ? 12.5 : 0.5;
    }
    if (type == QLatin1String("integer")) {
        return 3 + m_row;
    }
    if (type == QLatin1String("boolean")) {
        return true;
    }
    if (type == QLatin1String("array")) {
        QJsonArray items;
        for (int i = 0; i < kInnerItems; ++i) {
            items.append(value(schema.value(QLatin1String("items")).toObject(), QString(), depth + 1));
        }
        return items;
    }
    return object(schema, name, depth);
}

} // namespace parley::test
