// SPDX-License-Identifier: MIT
#include "server/agents/agent_catalog.h"
#include "server/store/tenant_state_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using agents::AgentChanges;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    std::int64_t configVersion()
    {
        auto versions = test::must(
            read([](store::ReadTransaction& tx) { return store::TenantStateRepository().versions(tx); }));
        return versions.config;
    }

    Result<store::AgentRow> create(AgentChanges changes)
    {
        return run(catalog.create(tenant, std::move(changes), identity::Actor::system()));
    }

    agents::AgentCatalog catalog{database, clock, ids};
};

AgentChanges named(const std::string& name)
{
    AgentChanges changes;
    changes.name = name;
    changes.kind = "domain";
    return changes;
}

} // namespace

class AgentCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeRaisesTheConfigurationsVersion_data() { test::addDatabaseRows(); }
    void aChangeRaisesTheConfigurationsVersion()
    {
        PARLEY_DATABASE(database);
        World world(database);
        AgentChanges wanted = named("Orders");
        wanted.examples = std::vector<std::string>{"Where is my parcel?"};
        wanted.confidenceThreshold = std::optional<double>(0.8);
        const std::int64_t before = world.configVersion();

        const store::AgentRow made = test::must(world.create(wanted));
        QVERIFY(world.configVersion() > before);

        AgentChanges off;
        off.enabled = false;
        off.confidenceThreshold = std::optional<double>();
        const store::AgentRow changed = test::must(
            world.run(world.catalog.update(world.tenant, made.id, off, identity::Actor::system())));
        QVERIFY(!changed.enabled);
        QVERIFY(!changed.confidenceThreshold);
        QCOMPARE(changed.version, made.version + 1);
        QCOMPARE(agents::textsOf(changed.examples).front(), std::string("Where is my parcel?"));
        const std::int64_t after = world.configVersion();

        test::must(world.run(world.catalog.remove(world.tenant, made.id, identity::Actor::system())));
        QVERIFY(world.configVersion() > after);
        QVERIFY(world.run(world.catalog.get(world.tenant, made.id)).error().code == ErrorCode::NotFound);
    }

    void aNameIsThereOnce_data() { test::addDatabaseRows(); }
    void aNameIsThereOnce()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::must(world.create(named("Orders")));
        const store::AgentRow other = test::must(world.create(named("Billing")));

        QVERIFY(world.create(named("Orders")).error().code == ErrorCode::Conflict);
        const auto renamed = world.run(
            world.catalog.update(world.tenant, other.id, named("Orders"), identity::Actor::system()));
        QVERIFY(renamed.error().code == ErrorCode::Conflict);
    }

    void wrongFieldsAreNamedAllAtOnce()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        AgentChanges wrong = named(std::string(81, 'x'));
        wrong.kind = "wizard";
        wrong.examples = std::vector<std::string>{" "};
        wrong.systemPrompt = "You are {{agent_name}} of {{company}}.";
        wrong.priority = 5'000;
        wrong.confidenceThreshold = std::optional<double>(1.5);

        const Error error = world.create(wrong).error();

        QVERIFY(error.code == ErrorCode::InvalidArgument);
        std::string fields;
        for (const FieldError& fault : error.fields) {
            fields += fault.field + " ";
        }
        QCOMPARE(fields, std::string("name kind system_prompt examples priority confidence_threshold "));
        QVERIFY(test::must(world.run(world.catalog.list(world.tenant, std::string(), 10))).empty());
    }

    void aTenantWithoutAgentsGetsOneAndOnlyOne()
    {
        test::FreshDatabase database("sqlite");
        World world(database);

        test::must(world.run(world.catalog.ensureDefaults(world.tenant)));
        test::must(world.run(world.catalog.ensureDefaults(world.tenant)));

        const auto rows = test::must(world.run(world.catalog.list(world.tenant, std::string(), 10)));
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows.front().kind, std::string("faq"));
    }
};

PARLEY_TEST("agent_catalog", AgentCatalogTest)
#include "agent_catalog_test.moc"
