// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/identity/audit.h"
#include "server/store/customer_book.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::desk {

/// A customer with all that is known of who it is.
struct CustomerProfile {
    store::CustomerRow row;
    /// Those of the row first; each label of a kind once.
    std::vector<store::IdentifierRow> identifiers;
    store::CustomerCounts counts;
};

/// What an operator puts right; an empty optional leaves as it is, an empty text takes away.
struct CustomerChanges {
    std::optional<std::string> name;
    /// Of an unproven customer alone: a proven one's address comes with its proof.
    std::optional<std::string> email;
    std::optional<std::string> phone;
    /// What the SLA goes by.
    std::optional<std::string> plan;
    std::optional<std::string> locale;
};

/// Who is meant: exactly one is set.
struct CustomerLookup {
    std::string email;
    std::string phone;
    /// Ours, or the company's own.
    std::string id;
};

/// Customers as operators see them: looked up, put right, merged. The audit names ids and fields, never what
/// was in them. @thread any I/O thread
class Customers {
public:
    explicit Customers(Services& services);

    /// By id, also by one from before a merger. @errors NotFound; Storage
    boost::asio::awaitable<Result<CustomerProfile>> get(TenantId tenant, std::string id);
    /// The proven one, then the one that was seen last, where a label is several people's.
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<CustomerProfile>> lookup(TenantId tenant, CustomerLookup wanted);
    /// By id. @param words  see store::CustomerBook::page @param after  exclusive @errors Storage
    boost::asio::awaitable<Result<std::vector<store::CustomerRow>>>
    list(TenantId tenant, std::string words, std::string after, int limit);

    /// @errors NotFound; InvalidArgument naming every field that is wrong; Storage
    boost::asio::awaitable<Result<CustomerProfile>>
    update(TenantId tenant, CustomerId id, CustomerChanges changes, identity::Actor actor);

    /// Makes them one: conversations, labels, memory and tokens of `from` are `into`'s from then on. What the
    /// survivor has stays; what it lacks it takes over. A proven identity stays proven.
    /// @errors NotFound one is not there; InvalidArgument they are the same; Storage
    boost::asio::awaitable<Result<CustomerProfile>>
    merge(TenantId tenant, CustomerId from, CustomerId into, identity::Actor actor);

private:
    Result<CustomerProfile> profileOf(store::ReadTransaction& tx,
                                      Result<std::optional<store::CustomerRow>> row) const;
    Result<void> mergeIn(store::Transaction& tx,
                         const TenantId& tenant,
                         const CustomerId& from,
                         const CustomerId& into,
                         const identity::Actor& actor) const;
    Result<void> takeOver(store::Transaction& tx, store::CustomerRow from, store::CustomerRow into) const;

    Services& m_services;
    const identity::Audit m_audit;
    store::CustomerBook m_book;
};

/// A telephone number as it is kept and compared: its digits, behind a plus sign where it had one; empty
/// where it has fewer than three.
std::string plainPhone(std::string_view text);

/// A customer as operators read it.
nlohmann::json customerView(const CustomerProfile& profile);
/// The same without what has to be counted and looked up: for lists.
nlohmann::json customerView(const store::CustomerRow& row);

} // namespace parley::server::desk
