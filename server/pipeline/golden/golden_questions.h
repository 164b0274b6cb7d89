// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/pipeline/golden/golden_expectation.h"
#include "server/store/database.h"
#include "server/store/golden_question_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parley::server::pipeline {

/// Golden questions of one tenant.
inline constexpr std::int64_t kMostGoldenQuestions = 500;

/// What a POST gives or a PATCH changes; empty optionals leave as it is.
struct GoldenChanges {
    std::optional<std::string> question;
    /// Code of the language, as in "en" or "pt-BR".
    std::optional<std::string> locale;
    std::optional<std::string> expects;
    std::optional<std::vector<std::string>> mustContain;
    std::optional<std::vector<std::string>> mustNotContain;
    /// Inner empty: any.
    std::optional<std::string> documentId;
    std::optional<std::string> agent;
    std::optional<bool> enabled;
};

/// The questions whose answers a tenant knows. They are no configuration: no customer is answered otherwise.
/// @thread any
class GoldenQuestions {
public:
    GoldenQuestions(store::Database& database, const Clock& clock, IdSource& ids);

    /// @errors InvalidArgument; Conflict there are 500; Storage
    boost::asio::awaitable<Result<store::GoldenQuestionRow>>
    create(TenantId tenant, GoldenChanges wanted, identity::Actor actor);
    /// By id. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::GoldenQuestionRow>>>
    list(TenantId tenant, std::string after, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::GoldenQuestionRow>> get(TenantId tenant, std::string id);
    /// @errors NotFound; InvalidArgument; Storage
    boost::asio::awaitable<Result<store::GoldenQuestionRow>>
    update(TenantId tenant, std::string id, GoldenChanges changes, identity::Actor actor);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, std::string id, identity::Actor actor);

private:
    Result<store::GoldenQuestionRow> existing(store::ReadTransaction& tx, const std::string& id) const;

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    store::GoldenQuestionRepository m_questions;
};

} // namespace parley::server::pipeline
