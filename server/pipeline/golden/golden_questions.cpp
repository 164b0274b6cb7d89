// SPDX-License-Identifier: MIT
#include "server/pipeline/golden/golden_questions.h"

#include "server/store/agent_repository.h"
#include "server/store/document_repository.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::pipeline {

using identity::Actor;
using store::GoldenQuestionRow;

namespace {

constexpr std::size_t kLongestQuestion = 2'000;
constexpr std::size_t kMostTexts = 20;
constexpr std::size_t kLongestText = 500;
constexpr std::size_t kLongestLocale = 35; // RFC 5646, 4.4.1
constexpr int kAllAgents = 1'000;

nlohmann::json auditView(const GoldenQuestionRow& row)
{
    nlohmann::json json = expectationJson(readExpectation(row.expectation));
    json["question"] = row.question;
    json["enabled"] = row.enabled;
    return json;
}

/// Applies changes, collecting what is wrong with them.
class Checker {
public:
    void fault(const char* field, std::string message) { m_faults.push_back({field, std::move(message)}); }

    void question(const std::optional<std::string>& wanted, std::string& to)
    {
        if (!wanted) {
            return;
        }
        if (trimmed(*wanted).empty() || codePoints(*wanted) > kLongestQuestion) {
            fault("question", "must be a text of 1 to 2000 characters");
        }
        to = *wanted;
    }

    void locale(const std::optional<std::string>& wanted, std::string& to)
    {
        if (!wanted) {
            return;
        }
        const bool isRight =
            wanted->size() >= 2 && wanted->size() <= kLongestLocale &&
            std::ranges::all_of(*wanted, [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            });
        if (!isRight) {
            fault("locale", "must be a language's code, such as en or pt-BR");
        }
        to = *wanted;
    }

    void expects(const std::optional<std::string>& wanted, std::string& to)
    {
        if (!wanted) {
            return;
        }
        if (*wanted != "answer" && *wanted != "clarify" && *wanted != "handoff") {
            fault("expects", "must be answer, clarify or handoff");
        }
        to = *wanted;
    }

    void texts(const char* field,
               const std::optional<std::vector<std::string>>& wanted,
               std::vector<std::string>& to)
    {
        if (!wanted) {
            return;
        }
        const bool isWrong = std::ranges::any_of(*wanted, [](const std::string& text) {
            return trimmed(text).empty() || codePoints(text) > kLongestText;
        });
        if (isWrong || wanted->size() > kMostTexts) {
            fault(field, "must be at most 20 texts of 1 to 500 characters");
        }
        to = *wanted;
    }

    Result<void> finish()
    {
        if (m_faults.empty()) {
            return {};
        }
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = "The golden question has wrong fields.";
        error.fields = std::move(m_faults);
        return fail(std::move(error));
    }

private:
    std::vector<FieldError> m_faults;
};

/// What an expectation names is there. @errors Storage
Result<void> checkNames(store::ReadTransaction& tx,
                        const GoldenChanges& changes,
                        const GoldenExpectation& expectation,
                        Checker& checker)
{
    if (changes.documentId && !expectation.documentId.empty()) {
        auto document = store::DocumentRepository().find(tx, DocumentId{expectation.documentId});
        if (!document) {
            return fail(std::move(document).error());
        }
        if (!*document) {
            checker.fault("document_id", "there is no such document");
        } else if ((*document)->visibility == "internal") {
            checker.fault("document_id", "is an internal document, which no customer's answer cites");
        }
    }
    if (changes.agent && !expectation.agent.empty()) {
        auto agents = store::AgentRepository().list(tx, std::string(), kAllAgents);
        if (!agents) {
            return fail(std::move(agents).error());
        }
        if (std::ranges::find(*agents, expectation.agent, &store::AgentRow::name) == agents->end()) {
            checker.fault("agent", "there is no agent of this name");
        }
    }
    return {};
}

Result<void> apply(store::ReadTransaction& tx, GoldenQuestionRow& row, const GoldenChanges& changes)
{
    Checker checker;
    GoldenExpectation expectation = readExpectation(row.expectation);
    checker.question(changes.question, row.question);
    checker.locale(changes.locale, expectation.locale);
    checker.expects(changes.expects, expectation.expects);
    checker.texts("must_contain", changes.mustContain, expectation.mustContain);
    checker.texts("must_not_contain", changes.mustNotContain, expectation.mustNotContain);
    expectation.documentId = changes.documentId.value_or(expectation.documentId);
    expectation.agent = changes.agent.value_or(expectation.agent);
    row.enabled = changes.enabled.value_or(row.enabled);
    if (expectation.expects == "clarify" && !expectation.documentId.empty()) {
        checker.fault("document_id", "cannot be expected of a clarifying question, which cites nothing");
    }
    if (auto named = checkNames(tx, changes, expectation, checker); !named) {
        return named;
    }
    row.expectation = expectationJson(expectation).dump();
    return checker.finish();
}

} // namespace

GoldenQuestions::GoldenQuestions(store::Database& database, const Clock& clock, IdSource& ids)
    : m_database(database), m_clock(clock), m_ids(ids), m_audit(clock, ids)
{}

Result<GoldenQuestionRow> GoldenQuestions::existing(store::ReadTransaction& tx, const std::string& id) const
{
    auto row = m_questions.find(tx, id);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, "There is no such golden question.");
    }
    return std::move(**row);
}

boost::asio::awaitable<Result<GoldenQuestionRow>>
GoldenQuestions::create(TenantId tenant, GoldenChanges wanted, Actor actor)
{
    const std::string id = m_ids.next();
    auto job = [&](store::Transaction& tx) -> Result<GoldenQuestionRow> {
        auto count = m_questions.count(tx);
        if (!count) {
            return fail(std::move(count).error());
        }
        if (*count >= kMostGoldenQuestions) {
            return fail(ErrorCode::Conflict, "A tenant may have 500 golden questions.");
        }
        GoldenQuestionRow row;
        row.id = id;
        row.createdMs = row.updatedMs = m_clock.nowMs();
        if (auto applied = apply(tx, row, wanted); !applied) {
            return fail(std::move(applied).error());
        }
        if (auto created = m_questions.create(tx, row); !created) {
            return fail(std::move(created).error());
        }
        const identity::AuditEntry entry{
            "golden_question.create", "golden_question", id, nullptr, auditView(row)};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return fail(std::move(noted).error());
        }
        return row;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<std::vector<GoldenQuestionRow>>>
GoldenQuestions::list(TenantId tenant, std::string after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) { return m_questions.list(tx, after, limit); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<GoldenQuestionRow>> GoldenQuestions::get(TenantId tenant, std::string id)
{
    auto job = [&](store::ReadTransaction& tx) { return existing(tx, id); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<GoldenQuestionRow>>
GoldenQuestions::update(TenantId tenant, std::string id, GoldenChanges changes, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<GoldenQuestionRow> {
        auto before = existing(tx, id);
        if (!before) {
            return before;
        }
        GoldenQuestionRow after = *before;
        if (auto applied = apply(tx, after, changes); !applied) {
            return fail(std::move(applied).error());
        }
        after.updatedMs = m_clock.nowMs();
        auto won = m_questions.update(tx, after);
        if (!won || !*won) {
            return fail(won ? Error{ErrorCode::NotFound, "There is no such golden question.", {}, {}, {}, {}}
                            : std::move(won).error());
        }
        const identity::AuditEntry entry{
            "golden_question.update", "golden_question", id, auditView(*before), auditView(after)};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return fail(std::move(noted).error());
        }
        return after;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> GoldenQuestions::remove(TenantId tenant, std::string id, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto before = existing(tx, id);
        if (!before) {
            return fail(std::move(before).error());
        }
        if (auto removed = m_questions.remove(tx, id); !removed) {
            return fail(std::move(removed).error());
        }
        const identity::AuditEntry entry{
            "golden_question.delete", "golden_question", id, auditView(*before), nullptr};
        return m_audit.write(tx, actor, entry);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::pipeline
