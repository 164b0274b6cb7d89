// SPDX-License-Identifier: MIT
#include "tests/bench/desk.h"

#include <poll.h>

#include <chrono>
#include <stdexcept>

namespace parley::bench {

namespace {

constexpr std::chrono::seconds kIngestionPatience{60};

constexpr const char* kDocument = R"(# Delivery and returns

## How long does delivery take?

Delivery takes three working days. An express parcel arrives on the next working day when it is ordered before noon.

## What does delivery cost?

Delivery costs 4.90 euros. Orders above 60 euros are delivered free of charge.

## How do I return an item?

You can return an item within 30 days. Print the return label from your account, put it on the parcel and hand the
parcel in at any post office.

## When do I get my refund?

The refund is paid within five working days after the parcel has reached our warehouse, to the card you paid with.
)";

const std::vector<std::string> kQuestions{"How long does delivery take?",
                                          "What does delivery cost?",
                                          "How do I return an item?",
                                          "When do I get my refund?"};

} // namespace

std::string Desk::signIn(const std::string& email, const std::string& password) const
{
    const nlohmann::json body{{"grant_type", "password"}, {"username", email}, {"password", password}};
    return m_client.json("POST", "/oauth/token", {}, body).at("access_token").get<std::string>();
}

Session Desk::openSession(const std::string& publicKey) const
{
    const nlohmann::json session =
        m_client.json("POST", "/widget/" + publicKey + "/session", {}, nlohmann::json::object());
    return {session.at("session_id").get<std::string>(), session.at("token").get<std::string>()};
}

std::vector<std::string> Desk::answered(const std::string& publicKey,
                                        const std::vector<std::string>& questions,
                                        std::size_t wanted) const
{
    std::vector<std::string> good;
    for (const std::string& question : questions) {
        const Session session = openSession(publicKey); // its own: an escalation ends the answering
        const nlohmann::json turn =
            m_client.json("POST", "/chat/message", bearer(session.token), {{"text", question}});
        const auto reply = turn.find("reply");
        if (reply != turn.end() && reply->is_object() && reply->value("kind", "") == "answer") {
            good.push_back(question);
        }
        if (good.size() == wanted) {
            break;
        }
    }
    if (good.empty()) {
        throw std::runtime_error("the knowledge base answers none of " + std::to_string(questions.size()) +
                                 " questions");
    }
    return good;
}

Tenant Desk::demoTenant(std::size_t wanted) const
{
    const std::string page = m_client.call("GET", "/demo").body;
    constexpr std::string_view kAttribute = "data-tenant=\"";
    const auto begin = page.find(kAttribute);
    if (begin == std::string::npos) {
        throw std::runtime_error("GET /demo has no data-tenant");
    }
    Tenant tenant;
    tenant.publicKey = page.substr(begin + kAttribute.size(),
                                   page.find('"', begin + kAttribute.size()) - begin - kAttribute.size());
    std::vector<std::string> questions;
    const nlohmann::json config = m_client.json("GET", "/widget/" + tenant.publicKey + "/config");
    for (const auto& question : config.value("suggested_questions", nlohmann::json::array())) {
        questions.push_back(question.get<std::string>());
    }
    const nlohmann::json documents =
        m_client.json("GET", "/knowledge/documents?limit=200", bearer(signInDemo()));
    for (const auto& document : documents.at("items")) {
        questions.push_back(document.at("title").get<std::string>());
    }
    tenant.questions = answered(tenant.publicKey, questions, wanted);
    return tenant;
}

std::vector<Tenant> Desk::makeTenants(std::size_t count) const
{
    const std::string token = signIn(m_accounts.adminEmail, m_accounts.adminPassword);
    std::vector<Tenant> tenants;
    std::vector<std::pair<Headers, std::string>> documents;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i + 1);
        const nlohmann::json made = m_client.json("POST",
                                                  "/tenants",
                                                  bearer(token),
                                                  {{"slug", "bench-" + number}, {"name", "Bench " + number}});
        Headers headers = bearer(token);
        headers["X-Tenant"] = made.at("id").get<std::string>();
        const nlohmann::json document =
            m_client.json("POST",
                          "/knowledge/documents",
                          headers,
                          {{"title", "Delivery and returns"}, {"text", kDocument}});
        documents.emplace_back(std::move(headers), document.at("id").get<std::string>());
        tenants.push_back({made.at("public_key").get<std::string>(), kQuestions});
    }
    for (const auto& [headers, id] : documents) {
        awaitReady(headers, id);
    }
    for (Tenant& tenant : tenants) {
        tenant.questions = answered(tenant.publicKey, kQuestions, kQuestions.size());
    }
    return tenants;
}

void Desk::awaitReady(const Headers& headers, const std::string& documentId) const
{
    const auto deadline = std::chrono::steady_clock::now() + kIngestionPatience;
    for (;;) {
        const auto document = m_client.json("GET", "/knowledge/documents/" + documentId, headers);
        const auto status = document.at("status").get<std::string>();
        if (status == "ready") {
            return;
        }
        if (status == "failed" || std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("the document is not ready: " + document.dump());
        }
        ::poll(nullptr, 0, 20);
    }
}

} // namespace parley::bench
