// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/customer_repository.h"

#include <string>
#include <vector>

namespace parley::server::store {

/// A label by which a channel knows a customer ("email", "phone", "user_id", "whatsapp").
struct IdentifierRow {
    std::string kind;
    std::string value;
    bool verified = false;
    std::int64_t createdMs = 0;

    bool operator==(const IdentifierRow&) const = default;
};

/// How much there is of a customer.
struct CustomerCounts {
    std::int64_t conversations = 0;
    std::int64_t openTickets = 0;
};

/// Customers as operators look them up and put them right. @thread database worker
class CustomerBook {
public:
    /// By id, also by one that it had before a merger. @errors Storage
    Result<std::optional<CustomerRow>> find(ReadTransaction& tx, const std::string& id) const;
    /// The proven one first, then the one that was seen last: a label alone may be several people's.
    /// @errors Storage
    Result<std::optional<CustomerRow>> byUserId(ReadTransaction& tx, const std::string& userId) const;
    /// The same by address, in any case of letters. @errors Storage
    Result<std::optional<CustomerRow>> byEmail(ReadTransaction& tx, const std::string& email) const;
    /// The same. @errors Storage
    Result<std::optional<CustomerRow>> byPhone(ReadTransaction& tx, const std::string& phone) const;
    /// By id. @param words  in the name, the address, the number or the company's id, in any case of letters
    /// (of those that the database knows); empty: everybody @param after  exclusive @errors Storage
    Result<std::vector<CustomerRow>>
    page(ReadTransaction& tx, const std::string& words, const std::string& after, int limit) const;

    /// As find, and locks the row, so that whoever changes, merges or erases it comes before or after.
    /// @return what the row is under the lock @errors Conflict it is being merged over and over; Storage
    Result<std::optional<CustomerRow>> take(Transaction& tx, const std::string& id) const;
    /// Notes that the customer was here, and locks the row as take does. @return false when there is none
    /// @errors Storage
    Result<bool> touch(Transaction& tx, const CustomerId& customer, std::int64_t nowMs) const;

    /// Labels beside those of the row itself. @errors Storage
    Result<std::vector<IdentifierRow>> identifiers(ReadTransaction& tx, const CustomerId& customer) const;
    /// One that is there is proven now if this one is. @errors Storage
    Result<void>
    putIdentifier(Transaction& tx, const CustomerId& customer, const IdentifierRow& identifier) const;
    /// @errors Storage
    Result<CustomerCounts> counts(ReadTransaction& tx, const CustomerId& customer) const;

    /// Writes all of the row but its times. @return false when there is none @errors Conflict another proven
    /// customer has the user id; Storage
    Result<bool> update(Transaction& tx, const CustomerRow& row) const;
};

} // namespace parley::server::store
