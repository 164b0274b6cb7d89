// SPDX-License-Identifier: MIT
#include "server/channels/channel_book.h"
#include "server/store/audit_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using nlohmann::json;

namespace {

struct World : test::DeskWorld {
    using DeskWorld::DeskWorld;

    std::vector<channels::BookedChannel> all() { return test::must(run(book.list(tenant, "", 200))); }

    /// "web:on api:on form:off"
    std::string shown()
    {
        std::string text;
        for (const auto& each : all()) {
            text += (text.empty() ? "" : " ") + each.row.kind + (each.row.enabled ? ":on" : ":off");
        }
        return text;
    }

    std::string idOf(const std::string& kind)
    {
        for (const auto& each : all()) {
            if (each.row.kind == kind) {
                return each.row.id;
            }
        }
        return {};
    }

    Result<channels::BookedChannel> change(const std::string& id, channels::ChannelChanges changes)
    {
        return run(book.update(tenant, id, std::move(changes), identity::Actor::system()));
    }

    Result<channels::BookedChannel> add(const std::string& kind, const std::string& name)
    {
        channels::ChannelChanges wanted;
        wanted.kind = kind;
        wanted.name = name;
        return run(book.create(tenant, std::move(wanted), identity::Actor::system()));
    }

    ErrorCode removed(const std::string& id)
    {
        auto done = run(book.remove(tenant, id, identity::Actor::system()));
        return done ? ErrorCode::Internal : done.error().code;
    }

    std::string trail()
    {
        std::string text;
        for (const auto& row : test::must(
                 read([](store::ReadTransaction& tx) { return store::AuditRepository().list(tx, {}); }))) {
            text += row.action + " " + row.before + row.after + "\n";
        }
        return text;
    }

    channels::ChannelBook book{database, clock, ids};
};

channels::ChannelChanges enabled(bool isOn)
{
    channels::ChannelChanges changes;
    changes.enabled = isOn;
    return changes;
}

} // namespace

class ChannelBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTenantHasOneOfEachKind_data() { test::addDatabaseRows(); }
    void everyTenantHasOneOfEachKind()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        World other(*database, database.second);

        QCOMPARE(world.shown(), std::string("web:on api:on form:on"));
        QCOMPARE(world.shown(), std::string("web:on api:on form:on"));
        QCOMPARE(other.shown(), std::string("web:on api:on form:on"));
        QVERIFY(world.idOf("web") != other.idOf("web"));
        auto foreign = other.run(other.book.get(other.tenant, world.idOf("web")));
        QVERIFY(!foreign && foreign.error().code == ErrorCode::NotFound);
    }

    void manyWhoAskFirstMakeOneOfEach_data() { test::addDatabaseRows(); }
    void manyWhoAskFirstMakeOneOfEach()
    {
        PARLEY_DATABASE(database);
        test::together(4, [&](int) {
            World world(*database, database.first);
            test::must(world.run(world.book.openOne(world.tenant, "form", "")));
        });

        QCOMPARE(World(*database, database.first).shown(), std::string("web:on api:on form:on"));
    }

    void whatIsSwitchedOffTakesNothing_data() { test::addDatabaseRows(); }
    void whatIsSwitchedOffTakesNothing()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        QVERIFY(world.run(world.book.checkOn(world.tenant, "web")).has_value()); // before anything is set up
        test::must(world.change(world.idOf("web"), enabled(false)));
        test::must(world.change(world.idOf("form"), enabled(false)));

        auto web = world.run(world.book.checkOn(world.tenant, "web"));
        auto form = world.run(world.book.openOne(world.tenant, "form", ""));

        QVERIFY(!web && web.error().code == ErrorCode::Forbidden);
        QCOMPARE(web.error().problem, std::string("channel_off"));
        QVERIFY(!form && form.error().problem == "channel_off");
        QVERIFY(world.run(world.book.checkOn(world.tenant, "api")).has_value());
        test::must(world.change(world.idOf("web"), enabled(true)));
        QVERIFY(world.run(world.book.checkOn(world.tenant, "web")).has_value());
    }

    void formsAreMadeAndRemovedButNoWidgets_data() { test::addDatabaseRows(); }
    void formsAreMadeAndRemovedButNoWidgets()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const std::string first = world.idOf("form");
        const std::string second = test::must(world.add("form", "Sales")).row.id;

        QCOMPARE(test::must(world.run(world.book.openOne(world.tenant, "form", ""))).id, first);
        QCOMPARE(test::must(world.run(world.book.openOne(world.tenant, "form", second))).name,
                 std::string("Sales"));
        test::must(world.change(first, enabled(false)));
        QCOMPARE(test::must(world.run(world.book.openOne(world.tenant, "form", ""))).id, second);
        QVERIFY(world.run(world.book.openOne(world.tenant, "form", first)).error().problem == "channel_off");
        auto unknown = world.run(world.book.openOne(world.tenant, "form", world.ids.next()));
        QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);

        auto widget = world.add("web", "Another");
        QVERIFY(!widget && widget.error().code == ErrorCode::Conflict);
        QVERIFY(world.removed(world.idOf("web")) == ErrorCode::Conflict);
        test::must(world.run(world.book.remove(world.tenant, first, identity::Actor::system())));
        test::must(world.run(world.book.remove(world.tenant, second, identity::Actor::system())));
        QVERIFY(world.removed(second) == ErrorCode::NotFound);
        // What was removed does not come back by itself.
        QCOMPARE(world.shown(), std::string("web:on api:on"));
        QVERIFY(world.run(world.book.openOne(world.tenant, "form", "")).error().problem == "channel_off");
    }

    void thereIsAMost()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        for (int i = 1; i < 20; ++i) {
            test::must(world.add("form", "Form " + std::to_string(i)));
        }
        auto beyond = world.add("form", "One more");
        QVERIFY(!beyond && beyond.error().code == ErrorCode::Conflict);
    }

    void aWrongFieldChangesNothing_data() { test::addDatabaseRows(); }
    void aWrongFieldChangesNothing()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const std::string id = world.idOf("form");
        channels::ChannelChanges changes;
        changes.name = " ";
        changes.config = json::parse(R"({"wit": 1, "title": "Help"})");
        changes.templates = json::parse(R"({"received": "Dear {nmae}", "sent": "x"})");

        auto wrong = world.change(id, changes);

        QVERIFY(!wrong && wrong.error().code == ErrorCode::InvalidArgument);
        std::string fields;
        for (const FieldError& fault : wrong.error().fields) {
            fields += fault.field + " ";
        }
        QCOMPARE(fields, std::string("name config.wit templates.sent "));
        changes.templates = json::parse(R"({"received": "Dear {nmae}"})");
        auto variable = world.change(id, changes);
        QCOMPARE(variable.error().fields.back().field, std::string("templates.received"));
        QVERIFY(variable.error().fields.back().message.find("{name}, {reference}") != std::string::npos);
        const json view = channels::channelView(test::must(world.run(world.book.get(world.tenant, id))));
        QCOMPARE(view["name"].get<std::string>(), std::string("Contact form"));
        QCOMPARE(view["config"]["title"].get<std::string>(), std::string());
    }

    void aChangeIsKeptShownAndAudited_data() { test::addDatabaseRows(); }
    void aChangeIsKeptShownAndAudited()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const std::string id = world.idOf("form");
        channels::ChannelChanges changes;
        changes.config = json::parse(R"({"title": "Help", "response_times": {"urgent": 5}})");
        changes.templates = json::parse(R"({"received": "Thanks {name}"})");

        test::must(world.change(id, changes));

        const json view = channels::channelView(test::must(world.run(world.book.get(world.tenant, id))));
        QCOMPARE(view["config"]["title"].get<std::string>(), std::string("Help"));
        QCOMPARE(view["config"]["response_times"]["urgent"].get<int>(), 5);
        QCOMPARE(view["config"]["response_times"]["low"].get<int>(), 2880);
        QCOMPARE(view["templates"]["received"].get<std::string>(), std::string("Thanks {name}"));
        QVERIFY(world.trail().find("channel.update") != std::string::npos);
        QVERIFY(world.trail().find("Thanks {name}") != std::string::npos);
        changes.templates = json::parse(R"({"received": null})");
        const json reset = channels::channelView(test::must(world.change(id, changes)));
        QVERIFY(reset["templates"]["received"].get<std::string>().find("{reference}") != std::string::npos);
    }

    void theStatusSaysWhatCameIn_data() { test::addDatabaseRows(); }
    void theStatusSaysWhatCameIn()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const auto status = [&](const std::string& kind) {
            return channels::channelView(
                       test::must(world.run(world.book.get(world.tenant, world.idOf(kind)))))
                .at("status");
        };
        QVERIFY(status("web")["last_message_ts"].is_null());
        QCOMPARE(status("web")["state"].get<std::string>(), std::string("on"));

        const std::int64_t old = world.clock.nowMs();
        const ConversationId conversation = world.converse();
        test::must(world.accept(conversation, "First"));
        world.clock.advanceMs(25LL * 3'600'000);

        QCOMPARE(status("web")["received_24h"].get<int>(), 0);
        QCOMPARE(status("web")["last_message_ts"].get<std::string>(), toRfc3339(old));
        test::must(world.accept(conversation, "Second"));
        test::must(world.accept(conversation, "Third"));
        QCOMPARE(status("web")["received_24h"].get<int>(), 2);
        QCOMPARE(status("web")["last_message_ts"].get<std::string>(), toRfc3339(world.clock.nowMs()));
        QCOMPARE(status("api")["received_24h"].get<int>(), 0);
        QVERIFY(status("form")["last_message_ts"].is_null());
    }
};

PARLEY_TEST("channel_book", ChannelBookTest)
#include "channel_book_test.moc"
