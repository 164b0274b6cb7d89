// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/intake.h"
#include "server/desk/services.h"
#include "server/store/database.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_clock.h"
#include "tests/support/must.h"
#include "tests/support/recording_publisher.h"

#include <boost/asio/io_context.hpp>

#include <QTest>

namespace parley::test {

/// The desk's services on one database, for one tenant.
struct DeskWorld {
    DeskWorld(server::store::Database& db, TenantId owner)
        : database(db),
          tenant(std::move(owner)),
          ids(clock),
          journal(publisher),
          services{db, journal, clock, ids, {}, {}, {}, {}, {}, {}}
    {}

    template <class T>
    T run(boost::asio::awaitable<T> work)
    {
        return runCoroutine(io, std::move(work));
    }

    /// A transaction of the tenant, from this thread.
    template <class Job>
    auto write(Job job)
    {
        return database.transactNow(server::store::Scope::of(tenant), std::move(job));
    }

    template <class Job>
    auto read(Job job)
    {
        return database.readNow(server::store::Scope::of(tenant), std::move(job));
    }

    /// A new customer with a conversation in this status.
    ConversationId converse(const std::string& status = "open")
    {
        server::store::CustomerRow customer;
        customer.id = ids.make<CustomerId>();
        customer.createdMs = customer.lastMs = clock.nowMs();
        server::store::ConversationRow row;
        row.id = ids.make<ConversationId>();
        row.customer = customer.id;
        row.channel = "web";
        row.status = status;
        row.locale = "en";
        row.createdMs = row.lastMs = clock.nowMs();
        must(write([&](server::store::Transaction& tx) -> Result<void> {
            auto created = services.customers.create(tx, customer);
            return created ? services.conversations.create(tx, row) : created;
        }));
        return row.id;
    }

    server::desk::InboundMessage
    inbound(const ConversationId& conversation, const std::string& text, const std::string& key = {})
    {
        return {tenant, conversation, text, key, key.empty() ? std::string() : "hash of " + text};
    }

    Result<server::desk::Accepted>
    accept(const ConversationId& conversation, const std::string& text, const std::string& node = "node-1")
    {
        server::desk::Intake intake(services, node, 60'000);
        return run(intake.accept(inbound(conversation, text)));
    }

    server::store::ConversationRow conversation(const ConversationId& id)
    {
        auto found = must(
            read([&](server::store::ReadTransaction& tx) { return services.conversations.find(tx, id); }));
        return found.value();
    }

    server::store::RunRow runOf(const RunId& id)
    {
        return must(read([&](server::store::ReadTransaction& tx) { return services.runs.find(tx, id); }))
            .value();
    }

    std::vector<server::store::MessageRow> messages(const ConversationId& id)
    {
        return must(read(
            [&](server::store::ReadTransaction& tx) { return journal.log().messages(tx, id, false, 500); }));
    }

    std::vector<server::store::LoggedEvent> events(const ConversationId& id, bool forCustomer = false)
    {
        return must(read([&](server::store::ReadTransaction& tx) {
            return journal.log().eventsAfter(tx, id, 0, forCustomer, 1000);
        }));
    }

    /// "user:text agent:bridge": who said what kind of thing, in order.
    std::string spoken(const ConversationId& id)
    {
        std::string text;
        for (const auto& message : messages(id)) {
            text += (text.empty() ? "" : " ") + message.sender + ":" + message.kind;
        }
        return text;
    }

    server::store::Database& database;
    TenantId tenant;
    FakeClock clock;
    UuidV7Source ids;
    RecordingPublisher publisher;
    server::desk::Journal journal;
    server::desk::Services services;
    boost::asio::io_context io;
};

} // namespace parley::test
