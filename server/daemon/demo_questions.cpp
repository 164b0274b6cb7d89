// SPDX-License-Identifier: MIT
#include "server/daemon/demo_questions.h"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <set>

namespace parley::server::daemon {

namespace {

constexpr int kAllDocuments = 200;

tl::unexpected<Error> unusable()
{
    return fail(ErrorCode::Unavailable, "The demo's golden_questions.json is no list of golden questions.");
}

/// @param documents  ids by the names of their files
std::optional<pipeline::GoldenChanges> changesOf(const nlohmann::json& question,
                                                 const std::map<std::string, std::string>& documents)
{
    pipeline::GoldenChanges changes;
    try {
        changes.question = question.at("question").get<std::string>();
        changes.expects = question.value("expects", "answer");
        changes.locale = question.value("locale", "en");
        changes.mustContain = question.value("must_contain", std::vector<std::string>());
        changes.mustNotContain = question.value("must_not_contain", std::vector<std::string>());
        changes.agent = question.value("agent", std::string());
        if (question.contains("article")) {
            changes.documentId = documents.at(question["article"].get<std::string>());
        }
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const std::out_of_range&) {
        return std::nullopt;
    }
    return changes;
}

} // namespace

boost::asio::awaitable<Result<void>> addDemoQuestions(pipeline::GoldenQuestions& questions,
                                                      knowledge::Documents& documents,
                                                      TenantId tenant,
                                                      std::string json)
{
    const auto list = nlohmann::json::parse(json, nullptr, false);
    if (!list.is_array()) {
        co_return unusable();
    }
    auto rows = co_await documents.list(tenant, std::string(), kAllDocuments);
    auto known = co_await questions.list(tenant, std::string(), pipeline::kMostGoldenQuestions);
    if (!rows || !known) {
        co_return fail(rows ? known.error() : rows.error());
    }
    std::map<std::string, std::string> ids;
    for (const store::DocumentRow& row : *rows) {
        ids.emplace(row.source, row.id.value);
    }
    std::set<std::string> there;
    for (const store::GoldenQuestionRow& row : *known) {
        there.insert(row.question);
    }
    for (const nlohmann::json& question : list) {
        auto changes = changesOf(question, ids);
        if (!changes) {
            co_return unusable();
        }
        if (there.contains(*changes->question)) {
            continue;
        }
        auto added = co_await questions.create(tenant, *std::move(changes), identity::Actor::system());
        if (!added) {
            co_return fail(std::move(added).error());
        }
    }
    co_return Result<void>();
}

} // namespace parley::server::daemon
