// SPDX-License-Identifier: MIT
#include "server/api/openapi.h"
#include "server/api/openapi_parameters.h"
#include "server/api/permission_matrix.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace parley::server;
using namespace parley::server::api;
using nlohmann::json;
using security::Permission;

namespace {

std::vector<edge::Route> sampleRoutes()
{
    edge::Route health;
    health.pattern = "/health";
    health.permission = Permission::Public;
    health.tenant = edge::TenantRule::None;
    health.rate = edge::RateClass::Uncounted;
    health.doc = {"Whether the daemon serves.", "Watching", "", "Health", 200, {}};

    edge::Route message;
    message.method = edge::Method::Post;
    message.pattern = "/chat/message";
    message.permission = Permission::Chat;
    message.idempotent = true;
    message.bodyLimitBytes = 128 * 1024;
    message.doc = {"Asks a question.", "Chat", "ChatMessageRequest", "Turn", 200, {}};

    edge::Route events;
    events.pattern = "/chat/events";
    events.permission = Permission::ChatOrDesk;
    events.doc = {"Live events.", "Chat", "", "text/event-stream", 200, {"session_id", "after"}};

    edge::Route tickets;
    tickets.pattern = "/tickets";
    tickets.permission = Permission::DeskRead;
    tickets.doc = {"Tickets.", "Desk", "", "Ticket[]", 200, {"status", "limit", "cursor"}};

    edge::Route nested;
    nested.method = edge::Method::Delete;
    nested.pattern = "/a/{x}/b/{y}";
    nested.permission = Permission::TenantsManage;
    nested.doc = {"Deletes.", "Desk", "", "", 204, {}};
    return {health, message, events, tickets, nested};
}

/// Every "$ref" below `node`.
void collectReferences(const json& node, std::set<std::string>& out)
{
    if (node.is_object() && node.contains("$ref")) {
        out.insert(node.at("$ref").get<std::string>());
    }
    if (node.is_structured()) {
        for (const json& child : node) {
            collectReferences(child, out);
        }
    }
}

} // namespace

class OpenapiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_document = openApiDocument(sampleRoutes(), "1.2.3"); }

    void everyRouteIsThere()
    {
        QCOMPARE(m_document.at("openapi").get<std::string>(), std::string("3.1.0"));
        QCOMPARE(m_document.at("info").at("version").get<std::string>(), std::string("1.2.3"));
        QCOMPARE(m_document.at("paths").size(), sampleRoutes().size());
        QVERIFY(m_document.at("paths").at("/chat/message").contains("post"));
        QVERIFY(m_document.at("paths").at("/a/{x}/b/{y}").contains("delete"));
        QCOMPARE(m_document.at("tags").size(), std::size_t{3});
    }

    void everyReferenceResolves()
    {
        std::set<std::string> references;
        collectReferences(m_document, references);

        QVERIFY(references.contains("#/components/schemas/Turn"));
        QVERIFY(references.contains("#/components/responses/Problem422"));
        for (const std::string& reference : references) {
            QVERIFY2(reference.starts_with("#/"), reference.c_str());
            QVERIFY2(m_document.contains(json::json_pointer(reference.substr(1))), reference.c_str());
        }
    }

    void everyOperationIsWhole()
    {
        std::set<std::string> ids;
        for (const auto& [path, operations] : m_document.at("paths").items()) {
            for (const auto& [method, operation] : operations.items()) {
                const std::string name = method + " " + path;
                QVERIFY2(ids.insert(operation.at("operationId").get<std::string>()).second, name.c_str());
                QVERIFY2(!operation.at("summary").get<std::string>().empty(), name.c_str());
                for (const auto& [status, response] : operation.at("responses").items()) {
                    QVERIFY2(response.contains("$ref") || response.contains("description"), name.c_str());
                }
                std::set<std::string> declared;
                for (const json& parameter : operation.value("parameters", json::array())) {
                    if (parameter.at("in") == "path") {
                        QVERIFY(parameter.at("required").get<bool>());
                        declared.insert(parameter.at("name").get<std::string>());
                    }
                }
                const auto wanted = pathParameterNames(path);
                QVERIFY2(declared == std::set<std::string>(wanted.begin(), wanted.end()), name.c_str());
            }
        }
    }

    void aRouteSaysWhoMay()
    {
        const json& health = m_document.at("paths").at("/health").at("get");
        const json& message = m_document.at("paths").at("/chat/message").at("post");

        QVERIFY(health.at("security").empty());
        QVERIFY(!health.at("responses").contains("401"));
        QVERIFY(!health.at("responses").contains("429"));
        QCOMPARE(message.at("security").at(0).begin().key(), std::string("bearer"));
        QVERIFY(message.at("responses").contains("401"));
        QVERIFY(message.at("responses").contains("429"));
        QCOMPARE(message.at("x-permission").get<std::string>(),
                 std::string(security::permissionName(Permission::Chat)));
        QCOMPARE(message.at("x-roles").dump(), std::string(R"(["chat_user","api_client:chat"])"));
    }

    void bodiesAreReferences()
    {
        const json& message = m_document.at("paths").at("/chat/message").at("post");
        QCOMPARE(message.at("requestBody")
                     .at("content")
                     .at("application/json")
                     .at("schema")
                     .at("$ref")
                     .get<std::string>(),
                 std::string("#/components/schemas/ChatMessageRequest"));

        const json& page = m_document.at("paths")
                               .at("/tickets")
                               .at("get")
                               .at("responses")
                               .at("200")
                               .at("content")
                               .at("application/json");
        QCOMPARE(page.at("schema").at("properties").at("items").at("items").at("$ref").get<std::string>(),
                 std::string("#/components/schemas/Ticket"));

        const json& events = m_document.at("paths").at("/chat/events").at("get");
        QVERIFY(events.at("responses").at("200").at("content").contains("text/event-stream"));
        QVERIFY(events.at("parameters").dump().find("Last-Event-ID") != std::string::npos);
        QVERIFY(!m_document.at("paths")
                     .at("/a/{x}/b/{y}")
                     .at("delete")
                     .at("responses")
                     .at("204")
                     .contains("content"));
    }

    void anUnknownSchemaIsNamed()
    {
        auto routes = sampleRoutes();
        QVERIFY(unknownSchemas(routes).empty());
        routes[0].doc.responseSchema = "Nonsense[]";

        QCOMPARE(unknownSchemas(routes).size(), std::size_t{1});
        QCOMPARE(unknownSchemas(routes).front(), std::string("Nonsense"));
    }

    void theMatrixIsTheRouteTable()
    {
        const json matrix = permissionMatrix(sampleRoutes());
        QCOMPARE(matrix.size(), sampleRoutes().size());
        QCOMPARE(matrix.at(4).at("roles").dump(), std::string(R"(["admin"])"));

        const std::string table = permissionMatrixMarkdown(sampleRoutes());
        QVERIFY(table.find("| `DELETE /a/{x}/b/{y}` |") != std::string::npos);
    }

private:
    json m_document;
};

PARLEY_TEST("openapi", OpenapiTest)
#include "openapi_test.moc"
