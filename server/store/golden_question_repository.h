// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// A question whose answer the tenant knows.
struct GoldenQuestionRow {
    std::string id;
    std::string question;
    /// JSON object: what is expected of the answer.
    std::string expectation;
    bool enabled = true;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// The golden questions of one tenant. @thread database worker
class GoldenQuestionRepository {
public:
    /// @errors Storage
    Result<void> create(Transaction& tx, const GoldenQuestionRow& row) const;
    /// Writes everything but id and creation. @return false when it is not there @errors Storage
    Result<bool> update(Transaction& tx, const GoldenQuestionRow& row) const;
    /// @return false when there was none. @errors Storage
    Result<bool> remove(Transaction& tx, const std::string& id) const;

    Result<std::optional<GoldenQuestionRow>> find(ReadTransaction& tx, const std::string& id) const;
    /// By id. @param after  exclusive; empty: from the start. @errors Storage
    Result<std::vector<GoldenQuestionRow>>
    list(ReadTransaction& tx, const std::string& after, int limit) const;
    /// Those that are asked, by id. @errors Storage
    Result<std::vector<GoldenQuestionRow>> enabled(ReadTransaction& tx) const;
    /// @errors Storage
    Result<std::int64_t> count(ReadTransaction& tx) const;
    /// Differs from any earlier one when a question that is asked came, went or changed; "0" where none is.
    /// @errors Storage
    Result<std::string> mark(ReadTransaction& tx) const;
};

} // namespace parley::server::store
