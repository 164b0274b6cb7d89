// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/conversation_log.h"
#include "server/store/conversation_repository.h"
#include "server/store/customer_repository.h"
#include "server/store/run_repository.h"
#include "tests/support/databases.h"
#include "tests/support/must.h"

#include <QTest>

namespace parley::test {

/// A transaction of the first tenant, from this thread.
template <class Job>
auto writeTo(FreshDatabase& database, Job job)
{
    return database->transactNow(server::store::Scope::of(database.first), std::move(job));
}

template <class Job>
auto readFrom(FreshDatabase& database, Job job)
{
    return database->readNow(server::store::Scope::of(database.first), std::move(job));
}

/// A customer "<id>-customer" with the open conversation `id`.
inline ConversationId
addConversation(FreshDatabase& database, const std::string& id, const std::string& status = "open")
{
    must(writeTo(database, [&](server::store::Transaction& tx) -> Result<void> {
        server::store::CustomerRow customer;
        customer.id.value = id + "-customer";
        server::store::ConversationRow row;
        row.id.value = id;
        row.customer = customer.id;
        row.channel = "web";
        row.status = status;
        auto created = server::store::CustomerRepository().create(tx, customer);
        return created ? server::store::ConversationRepository().create(tx, row) : created;
    }));
    return ConversationId{id};
}

/// The texts of one column, each with a space behind it.
inline std::string column(FreshDatabase& database, std::string_view sql)
{
    std::string all;
    for (const auto& row :
         must(readFrom(database, [&](server::store::ReadTransaction& tx) { return tx.query(sql); }))) {
        all += row.text(0) + " ";
    }
    return all;
}

} // namespace parley::test
