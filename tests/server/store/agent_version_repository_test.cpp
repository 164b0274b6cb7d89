// SPDX-License-Identifier: MIT
#include "server/store/agent_repository.h"
#include "server/store/agent_version_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const AgentVersionRepository kVersions;

void addAgent(test::FreshDatabase& database, const std::string& id)
{
    AgentRow agent;
    agent.id.value = id;
    agent.name = "Agent " + id;
    agent.kind = "faq";
    test::must(test::writeTo(database, [&](Transaction& tx) { return AgentRepository().create(tx, agent); }));
}

void add(test::FreshDatabase& database,
         const std::string& agent,
         std::int64_t version,
         std::optional<std::int64_t> restored = {})
{
    AgentVersionRow row;
    row.agent.value = agent;
    row.version = version;
    row.snapshot = R"({"n":)" + std::to_string(version) + "}";
    row.change = restored ? "rollback" : "update";
    row.restored = restored;
    row.actorRole = "tenant_user";
    row.createdMs = 10 * version;
    test::must(test::writeTo(database, [&](Transaction& tx) { return kVersions.add(tx, row); }));
}

std::string listed(test::FreshDatabase& database, std::int64_t before, int limit)
{
    std::string all;
    for (const AgentVersionRow& row : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
             return kVersions.list(tx, AgentId{"a1"}, before, limit);
         }))) {
        all += std::to_string(row.version) + " ";
    }
    return all;
}

} // namespace

class AgentVersionRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void versionsAreListedNewestFirstAndKeptAsTheyWere_data() { test::addDatabaseRows(); }
    void versionsAreListedNewestFirstAndKeptAsTheyWere()
    {
        PARLEY_DATABASE(database);
        addAgent(database, "a1");
        addAgent(database, "a2");
        add(database, "a1", 1);
        add(database, "a1", 2);
        add(database, "a1", 3, 1);
        add(database, "a2", 1);

        QCOMPARE(listed(database, 100, 10), std::string("3 2 1 "));
        QCOMPARE(listed(database, 3, 1), std::string("2 "));
        const auto third = test::must(test::readFrom(database, [](ReadTransaction& tx) {
            return kVersions.find(tx, AgentId{"a1"}, 3);
        }));
        QVERIFY(third.has_value());
        QCOMPARE(third->snapshot, std::string(R"({"n":3})"));
        QCOMPARE(third->change, std::string("rollback"));
        QCOMPARE(third->restored.value_or(0), std::int64_t{1});
        QCOMPARE(third->actorRole, std::string("tenant_user"));
        QCOMPARE(third->actorId, std::string());
        QCOMPARE(third->createdMs, std::int64_t{30});

        // The same version again changes nothing: what was, stays.
        AgentVersionRow again;
        again.agent.value = "a1";
        again.version = 3;
        again.snapshot = "{}";
        test::must(test::writeTo(database, [&](Transaction& tx) { return kVersions.add(tx, again); }));
        QCOMPARE(test::column(database, "SELECT snapshot FROM agent_versions WHERE version = 3"),
                 std::string(R"({"n":3} )"));
    }

    void theOldestAreForgottenAndAllGoWithTheirAgent_data() { test::addDatabaseRows(); }
    void theOldestAreForgottenAndAllGoWithTheirAgent()
    {
        PARLEY_DATABASE(database);
        addAgent(database, "a1");
        for (std::int64_t version = 1; version <= 4; ++version) {
            add(database, "a1", version);
        }
        test::must(test::writeTo(database,
                                 [](Transaction& tx) { return kVersions.removeUpTo(tx, AgentId{"a1"}, 2); }));
        QCOMPARE(listed(database, 100, 10), std::string("4 3 "));

        test::must(test::writeTo(database, [](Transaction& tx) {
            return AgentRepository().remove(tx, AgentId{"a1"});
        }));
        QCOMPARE(listed(database, 100, 10), std::string());
    }
};

PARLEY_TEST("agent_version_repository", AgentVersionRepositoryTest)
#include "agent_version_repository_test.moc"
