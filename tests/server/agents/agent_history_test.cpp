// SPDX-License-Identifier: MIT
#include "server/agents/agent_catalog.h"
#include "server/agents/agent_snapshot.h"
#include "server/store/agent_repository.h"
#include "server/store/tenant_state_repository.h"
#include "server/store/user_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using agents::AgentChanges;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first)
    {
        AgentChanges changes;
        changes.name = "Orders";
        changes.kind = "domain";
        changes.systemPrompt = "Be short.";
        changes.examples = std::vector<std::string>{"Where is it?", "Cancel it"};
        id = test::must(run(catalog.create(tenant, changes, identity::Actor::system()))).id;
    }

    Result<store::AgentRow> update(AgentChanges changes)
    {
        clock.advanceMs(1000);
        return run(catalog.update(tenant, id, std::move(changes), author));
    }

    Result<store::AgentRow> prompt(const std::string& text)
    {
        AgentChanges changes;
        changes.systemPrompt = text;
        return update(std::move(changes));
    }

    Result<store::AgentRow> rollback(std::int64_t version)
    {
        return run(catalog.rollback(tenant, id, version, author));
    }

    std::vector<agents::AgentVersion> versions(std::optional<std::int64_t> before = {}, int limit = 50)
    {
        return test::must(run(history.list(tenant, id, before, limit)));
    }

    std::int64_t configVersion()
    {
        return test::must(read([](store::ReadTransaction& tx) {
                   return store::TenantStateRepository().versions(tx);
               }))
            .config;
    }

    agents::AgentCatalog catalog{database, clock, ids};
    agents::AgentHistory history{database};
    identity::Actor author;
    AgentId id;
};

} // namespace

class AgentHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsAVersionWithAuthorAndDifference_data() { test::addDatabaseRows(); }
    void everyChangeIsAVersionWithAuthorAndDifference()
    {
        PARLEY_DATABASE(database);
        World world(database);
        store::UserRow user;
        user.id = world.ids.make<UserId>();
        user.tenant = world.tenant;
        user.email = "ann@a.example";
        user.displayName = "Ann";
        user.role = "tenant_user";
        user.status = "active";
        test::must(world.database.transactNow(store::Scope::platform(), [&](store::Transaction& tx) {
            return store::UserRepository().create(tx, user);
        }));
        world.author.principal.subject = user.id.value;
        world.author.principal.role = security::Role::TenantUser;
        AgentChanges changes;
        changes.systemPrompt = "Be long.";
        changes.confidenceThreshold = std::optional<double>(0.8);
        changes.examples = std::vector<std::string>{"Cancel it", "Track it"};
        test::must(world.update(changes));

        const auto versions = world.versions();
        QCOMPARE(versions.size(), std::size_t{2});
        QCOMPARE(versions[0].row.version, std::int64_t{2});
        QCOMPARE(versions[0].row.change, std::string("update"));
        QCOMPARE(versions[0].authorName, std::string("Ann"));
        QCOMPARE(versions[0].row.createdMs, world.clock.nowMs());
        QCOMPARE(versions[0].snapshot["system_prompt"].get<std::string>(), std::string("Be long."));
        const auto expected = nlohmann::json::parse(R"([
            {"field":"confidence_threshold","from":null,"to":0.8},
            {"field":"examples","added":["Track it"],"removed":["Where is it?"]},
            {"field":"system_prompt","from":"Be short.","to":"Be long."}])");
        QCOMPARE(versions[0].changes.dump(), expected.dump());
        QCOMPARE(versions[1].row.change, std::string("create"));
        QCOMPARE(versions[1].row.actorRole, std::string("system"));
        QVERIFY(versions[1].changes.empty());
    }

    void aRollbackIsANewVersionEqualToTheOldOne_data() { test::addDatabaseRows(); }
    void aRollbackIsANewVersionEqualToTheOldOne()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::must(world.prompt("Be long."));
        test::must(world.prompt("Be loud."));
        const std::int64_t before = world.configVersion();

        const auto back = test::must(world.rollback(1));

        QCOMPARE(back.version, std::int64_t{4});
        QCOMPARE(back.systemPrompt, std::string("Be short."));
        QVERIFY(world.configVersion() > before);
        const auto versions = world.versions();
        QCOMPARE(versions.size(), std::size_t{4});
        QCOMPARE(versions[0].row.restored.value_or(0), std::int64_t{1});
        QCOMPARE(versions[0].snapshot.dump(), versions[3].snapshot.dump());
        const auto stored = test::must(world.run(world.catalog.get(world.tenant, world.id)));
        QCOMPARE(stored.version, back.version);
        QCOMPARE(stored.systemPrompt, back.systemPrompt);

        QVERIFY(world.rollback(4).error().code == ErrorCode::Conflict);
        const Error unknown = world.rollback(9).error();
        QVERIFY(unknown.code == ErrorCode::InvalidArgument);
        QCOMPARE(unknown.fields.front().field, std::string("version"));
    }

    void aVersionWhoseNameIsTakenMeanwhileIsNotRestored()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        AgentChanges renamed;
        renamed.name = "Parcels";
        test::must(world.update(renamed));
        AgentChanges other;
        other.name = "Orders";
        other.kind = "faq";
        test::must(world.run(world.catalog.create(world.tenant, other, identity::Actor::system())));

        QVERIFY(world.rollback(1).error().code == ErrorCode::Conflict);
        QCOMPARE(world.versions().size(), std::size_t{2});
    }

    void savingWithoutAChangeMakesNoVersion()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const std::int64_t before = world.configVersion();

        const auto same = test::must(world.prompt("Be short."));

        QCOMPARE(same.version, std::int64_t{1});
        QCOMPARE(world.versions().size(), std::size_t{1});
        QCOMPARE(world.configVersion(), before);
    }

    void anAgentOlderThanTheLogHasItsPresentVersion()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        store::AgentRow old;
        old.id = world.ids.make<AgentId>();
        old.name = "Old";
        old.kind = "faq";
        old.version = 7;
        old.updatedMs = 5;
        test::must(
            world.write([&](store::Transaction& tx) { return store::AgentRepository().create(tx, old); }));
        world.id = old.id;

        const auto alone = world.versions();
        QCOMPARE(alone.size(), std::size_t{1});
        QCOMPARE(alone[0].row.version, std::int64_t{7});
        QCOMPARE(alone[0].row.change, std::string("unknown"));

        test::must(world.prompt("New."));
        const auto two = world.versions();
        QCOMPARE(two.size(), std::size_t{2});
        QCOMPARE(two[0].changes.size(), std::size_t{1});
        QCOMPARE(test::must(world.rollback(7)).systemPrompt, std::string());
    }

    void pagesGoOnWhereTheLastOneEnded()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        for (int i = 0; i < 24; ++i) {
            test::must(world.prompt("Prompt " + std::to_string(i)));
        }
        const auto first = world.versions({}, 11);
        QCOMPARE(first.size(), std::size_t{11});
        QCOMPARE(first.back().row.version, std::int64_t{15});
        QCOMPARE(first.back().changes.size(), std::size_t{1});
        const auto second = world.versions(15, 50);
        QCOMPARE(second.size(), std::size_t{14});
        QCOMPARE(second.front().row.version, std::int64_t{14});
        const auto one = test::must(world.run(world.history.get(world.tenant, world.id, 3)));
        QCOMPARE(one.changes.at(0).at("to").get<std::string>(), std::string("Prompt 1"));
        QVERIFY(world.run(world.history.get(world.tenant, world.id, 26)).error().code == ErrorCode::NotFound);
    }

    void anotherTenantsAgentIsNotThere()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const auto listed = world.run(world.history.list(database.second, world.id, {}, 10));
        QVERIFY(listed.error().code == ErrorCode::NotFound);
        const auto rolled =
            world.run(world.catalog.rollback(database.second, world.id, 1, identity::Actor::system()));
        QVERIFY(rolled.error().code == ErrorCode::NotFound);
    }

    void aPreviewStoresNothing()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        AgentChanges changes;
        changes.systemPrompt = "Other.";
        const auto shown = test::must(world.run(world.catalog.preview(world.tenant, world.id, changes)));
        QCOMPARE(shown.systemPrompt, std::string("Other."));
        QCOMPARE(world.versions().size(), std::size_t{1});
        changes.systemPrompt = "{{nobody}}";
        QVERIFY(world.run(world.catalog.preview(world.tenant, world.id, changes)).error().code ==
                ErrorCode::InvalidArgument);
    }
};

PARLEY_TEST("agent_history", AgentHistoryTest)
#include "agent_history_test.moc"
