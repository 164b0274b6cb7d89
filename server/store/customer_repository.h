// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::store {

/// One end customer. `userId` and `email` are the company's own labels; only `verified` ones prove who it is.
struct CustomerRow {
    CustomerId id;
    std::string userId;
    std::string name;
    std::string email;
    std::string phone;
    bool verified = false;
    std::string plan;
    std::string locale;
    /// JSON object or empty.
    std::string metadata;
    std::int64_t createdMs = 0;
    std::int64_t lastMs = 0;
};

/// The right to take up a conversation again, once. `hash` is the hex SHA-256 of the token.
struct ResumeTokenRow {
    std::string hash;
    CustomerId customer;
    ConversationId conversation;
    std::int64_t createdMs = 0;
    std::int64_t expiresMs = 0;
};

/// Customers and the tokens by which their browsers come back. @thread database worker
class CustomerRepository {
public:
    Result<void> create(Transaction& tx, const CustomerRow& row) const;
    Result<std::optional<CustomerRow>> find(ReadTransaction& tx, const CustomerId& id) const;
    /// The verified customer with the company's own id, or who had it before a merger. @errors Storage
    Result<std::optional<CustomerRow>> findVerified(ReadTransaction& tx, const std::string& userId) const;

    Result<void> addResumeToken(Transaction& tx, const ResumeTokenRow& row) const;
    /// Takes the token out, so that it works once. Empty when it is unknown or has expired. @errors Storage
    Result<std::optional<ResumeTokenRow>>
    takeResumeToken(Transaction& tx, const std::string& hash, std::int64_t nowMs) const;
    /// Forgets the tokens that have expired. @errors Storage
    Result<void> deleteExpiredTokens(Transaction& tx, std::int64_t nowMs) const;
};

} // namespace parley::server::store
