// SPDX-License-Identifier: MIT
#include "server/desk/customer_export.h"
#include "server/desk/customers.h"
#include "server/desk/sessions.h"
#include "server/store/audit_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

struct World : test::DeskWorld {
    using DeskWorld::DeskWorld;

    desk::Session open(const std::string& user, bool isVerified, const std::string& email = {})
    {
        desk::OpenSession request;
        request.tenant = tenant;
        request.userId = user;
        request.email = email;
        request.isVerified = isVerified;
        return test::must(run(sessions.open(request)));
    }

    CustomerId customer(const std::string& user, bool isVerified, const std::string& email = {})
    {
        return open(user, isVerified, email).conversation.customer;
    }

    /// The id that a lookup finds; empty: none.
    std::string found(desk::CustomerLookup wanted)
    {
        auto profile = run(customers.lookup(tenant, std::move(wanted)));
        return profile ? profile->row.id.value : std::string();
    }

    std::string labels(const CustomerId& id)
    {
        std::string text;
        for (const auto& each : test::must(run(customers.get(tenant, id.value))).identifiers) {
            text += each.kind + "=" + each.value + (each.verified ? "! " : " ");
        }
        return text;
    }

    std::string trail()
    {
        std::string text;
        for (const auto& row : test::must(
                 read([](store::ReadTransaction& tx) { return store::AuditRepository().list(tx, {}); }))) {
            text += row.action + row.before + row.after;
        }
        return text;
    }

    desk::Sessions sessions{services};
    desk::Customers customers{services};
};

} // namespace

class CustomersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListIsSearchedByNameAddressNumberAndId_data() { test::addDatabaseRows(); }
    void theListIsSearchedByNameAddressNumberAndId()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId ada = world.customer("shop-7", false, "Ada@Shop.example");
        const CustomerId bob = world.customer("shop-8", false, "bob@other.example");
        desk::CustomerChanges changes;
        changes.name = "Ada 100% Lovelace";
        changes.phone = "+493012345";
        test::must(world.run(world.customers.update(world.tenant, ada, changes, {})));
        const auto found = [&world](const std::string& words) {
            std::vector<std::string> ids;
            for (const auto& row : test::must(world.run(world.customers.list(world.tenant, words, {}, 50)))) {
                ids.push_back(row.id.value);
            }
            return ids;
        };

        for (const char* words : {"lovelace", "ADA@shop", "HOP-7", "3012", "100%"}) {
            QCOMPARE(found(words), std::vector<std::string>{ada.value});
        }
        QCOMPARE(found("shop").size(), std::size_t{2});
        QCOMPARE(found("").size(), std::size_t{2});
        QVERIFY(found("a_a").empty());
        QVERIFY(found("l%e").empty());
        const auto rest = test::must(world.run(world.customers.list(world.tenant, "shop", ada.value, 50)));
        QCOMPARE(rest.size(), std::size_t{1});
        QCOMPARE(rest.front().id.value, bob.value);
    }

    void aLookupPrefersTheProvenOne_data() { test::addDatabaseRows(); }
    void aLookupPrefersTheProvenOne()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId proven = world.customer("maya", true, "Maya@shop.example");
        const CustomerId claimed = world.customer("maya", false, "maya@shop.example");

        QCOMPARE(world.found({"maya@SHOP.example", "", ""}), proven.value);
        QCOMPARE(world.found({"", "", "maya"}), proven.value);
        QCOMPARE(world.found({"", "", claimed.value}), claimed.value);
        QCOMPARE(world.found({"nobody@shop.example", "", ""}), std::string());
        desk::CustomerChanges changes;
        changes.phone = desk::plainPhone("+49 (30) 123-456");
        QVERIFY(world.run(world.customers.update(world.tenant, proven, changes, identity::Actor::system()))
                    .has_value());
        QCOMPARE(world.found({"", " 49 30 123456", ""}), proven.value);
    }

    void theTrailNamesFieldsAndNotWhatIsInThem_data() { test::addDatabaseRows(); }
    void theTrailNamesFieldsAndNotWhatIsInThem()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId id = world.customer("", false);
        desk::CustomerChanges changes;
        changes.name = "Maya Secretname";
        changes.plan = "enterprise";

        const auto updated = test::must(
            world.run(world.customers.update(world.tenant, id, changes, identity::Actor::system())));

        QCOMPARE(updated.row.plan, std::string("enterprise"));
        QCOMPARE(world.trail(), std::string(R"(customer.update{"fields":["name","plan"]})"));
        QVERIFY(world.run(world.customers.update(world.tenant, id, changes, identity::Actor::system()))
                    .has_value());
        QCOMPARE(world.trail(), std::string(R"(customer.update{"fields":["name","plan"]})"));
        changes.plan = "";
        QCOMPARE(test::must(
                     world.run(world.customers.update(world.tenant, id, changes, identity::Actor::system())))
                     .row.plan,
                 std::string());
    }

    void aProvenAddressIsNotOverwritten_data() { test::addDatabaseRows(); }
    void aProvenAddressIsNotOverwritten()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId id = world.customer("maya", true, "maya@shop.example");
        desk::CustomerChanges changes;
        changes.email = "else@shop.example";

        const auto refused =
            world.run(world.customers.update(world.tenant, id, changes, identity::Actor::system()));

        QVERIFY(!refused);
        QCOMPARE(refused.error().fields.at(0).field, std::string("email"));
    }

    void mergingMovesEverythingAndKeepsWhoIsProven_data() { test::addDatabaseRows(); }
    void mergingMovesEverythingAndKeepsWhoIsProven()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const desk::Session proven = world.open("maya", true, "maya@shop.example");
        const desk::Session visitor = world.open("m.", false, "m@home.example");
        const CustomerId from = proven.conversation.customer;
        const CustomerId into = visitor.conversation.customer;
        QVERIFY(world.accept(proven.conversation.id, "Hello").has_value());

        const auto merged =
            test::must(world.run(world.customers.merge(world.tenant, from, into, identity::Actor::system())));

        QCOMPARE(merged.row.id.value, into.value);
        QVERIFY(merged.row.verified);
        QCOMPARE(merged.row.userId, std::string("maya"));
        QCOMPARE(merged.counts.conversations, std::int64_t{2});
        QCOMPARE(world.labels(into),
                 std::string("user_id=maya! email=maya@shop.example! email=m@home.example user_id=m. "));
        QVERIFY(world.conversation(proven.conversation.id).customer == into);
        // The id from before leads to the one who stayed; the proven name signs in to it.
        QCOMPARE(world.found({"", "", from.value}), into.value);
        QVERIFY(world.open("maya", true).conversation.customer == into);
        QVERIFY(world.open("m.", false).conversation.customer != into);
        const auto events = world.events(proven.conversation.id);
        QCOMPARE(events.back().event.type, std::string("conversation.updated"));
        QVERIFY(world.trail().find("shop.example") == std::string::npos);
        desk::OpenSession back;
        back.tenant = world.tenant;
        back.resumeToken = visitor.resumeToken;
        QVERIFY(test::must(world.run(world.sessions.open(back))).conversation.id == visitor.conversation.id);
    }

    void anAddressThatNobodyProvedDoesNotBecomeProven_data() { test::addDatabaseRows(); }
    void anAddressThatNobodyProvedDoesNotBecomeProven()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId proven = world.customer("maya", true); // without an address
        const CustomerId claimed = world.customer("", false, "boss@shop.example");

        const auto merged = test::must(
            world.run(world.customers.merge(world.tenant, proven, claimed, identity::Actor::system())));

        QVERIFY(merged.row.verified);
        QCOMPARE(merged.row.email, std::string());
        QCOMPARE(world.labels(claimed), std::string("user_id=maya! email=boss@shop.example "));
    }

    void anIdFromBeforeAMergerCanBePutRightAndMerged_data() { test::addDatabaseRows(); }
    void anIdFromBeforeAMergerCanBePutRightAndMerged()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId old = world.customer("", false);
        const CustomerId kept = world.customer("", false);
        const CustomerId third = world.customer("", false);
        const auto merge = [&](const CustomerId& from, const CustomerId& into) {
            return world.run(world.customers.merge(world.tenant, from, into, identity::Actor::system()));
        };
        test::must(merge(old, kept));
        desk::CustomerChanges changes;
        changes.name = "Maya";

        const auto updated = test::must(
            world.run(world.customers.update(world.tenant, old, changes, identity::Actor::system())));

        QCOMPARE(updated.row.id.value, kept.value);
        const auto same = merge(old, kept);
        QVERIFY(!same && same.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(test::must(merge(third, old)).row.id.value, kept.value);
    }

    void whoComesBackWasSeenNow_data() { test::addDatabaseRows(); }
    void whoComesBackWasSeenNow()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId id = world.customer("maya", true);
        world.clock.advanceMs(5'000);
        desk::OpenSession request;
        request.tenant = world.tenant;
        request.userId = "maya";
        request.isVerified = true;
        request.channel = "email";
        QVERIFY(test::must(world.run(world.sessions.open(request))).conversation.customer == id);

        QCOMPARE(test::must(world.run(world.customers.get(world.tenant, id.value))).row.lastMs,
                 world.clock.nowMs());
    }

    void twoProvenNamesOfOneCustomerBothSignIn_data() { test::addDatabaseRows(); }
    void twoProvenNamesOfOneCustomerBothSignIn()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId one = world.customer("one", true);
        const CustomerId two = world.customer("two", true);

        test::must(world.run(world.customers.merge(world.tenant, one, two, identity::Actor::system())));

        QVERIFY(world.customer("one", true) == two);
        QVERIFY(world.customer("two", true) == two);
    }

    void whoIsNotThereAndOneselfCannotBeMerged_data() { test::addDatabaseRows(); }
    void whoIsNotThereAndOneselfCannotBeMerged()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const CustomerId id = world.customer("maya", true);
        const CustomerId stranger{"0192f000-0000-7000-8000-000000000000"};
        const auto merge = [&](const CustomerId& from, const CustomerId& into) {
            return world.run(world.customers.merge(world.tenant, from, into, identity::Actor::system()))
                .error()
                .code;
        };

        QVERIFY(merge(id, id) == ErrorCode::InvalidArgument);
        QVERIFY(merge(id, stranger) == ErrorCode::NotFound);
        QVERIFY(merge(stranger, id) == ErrorCode::NotFound);
        QCOMPARE(test::must(world.run(world.customers.get(world.tenant, id.value))).counts.conversations,
                 std::int64_t{1});
        World neighbour(*database, database.second);
        const auto foreign = neighbour.run(neighbour.customers.get(neighbour.tenant, id.value));
        QVERIFY(!foreign && foreign.error().code == ErrorCode::NotFound);
    }

    void anExportHasEveryMessage_data() { test::addDatabaseRows(); }
    void anExportHasEveryMessage()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const desk::Session session = world.open("maya", true, "maya@shop.example");
        constexpr int kMessages = 1'203; // more than two pages
        test::must(world.write([&](store::Transaction& tx) -> Result<void> {
            for (int i = 0; i < kMessages; ++i) {
                store::MessageRow message;
                message.id = world.ids.make<MessageId>();
                message.conversation = session.conversation.id;
                message.sender = "user";
                message.kind = i == 7 ? "note" : "text";
                message.text = "number " + std::to_string(i);
                auto added = world.services.journal.log().appendMessage(tx, message);
                if (!added) {
                    return fail(std::move(added).error());
                }
            }
            return {};
        }));
        const desk::Session second = world.open("maya", true);
        desk::CustomerExport exports(world.services);

        const std::string id = session.conversation.customer.value;
        const std::string text =
            test::must(world.run(exports.make(world.tenant, id, identity::Actor::system())));

        const auto json = nlohmann::json::parse(text);
        QCOMPARE(json.at("customer").at("email").get<std::string>(), std::string("maya@shop.example"));
        QCOMPARE(json.at("conversations").size(), std::size_t{1});
        const auto& messages = json.at("conversations").at(0).at("messages");
        QCOMPARE(messages.size(), std::size_t{kMessages});
        QCOMPARE(messages.at(1'202).at("text").get<std::string>(), std::string("number 1202"));
        QCOMPARE(messages.at(7).at("kind").get<std::string>(), std::string("note"));
        QVERIFY(json.at("conversations").at(0).at("tickets").is_array());
        QVERIFY(second.conversation.id == session.conversation.id);
        const auto none = world.run(exports.make(world.tenant, "x", identity::Actor::system()));
        QVERIFY(!none && none.error().code == ErrorCode::NotFound);
    }
};

PARLEY_TEST("customers", CustomersTest)
#include "customers_test.moc"
