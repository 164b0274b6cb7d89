// SPDX-License-Identifier: MIT
#include "server/store/document_repository.h"
#include "server/store/settings_repository.h"
#include "server/tools/builtins/demo_account.h"
#include "tests/server/tools/tools_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using nlohmann::json;
using test::ToolsWorld;
using tools::ToolStatus;

namespace {

void add(ToolsWorld& world, const char* name)
{
    test::must(world.add({{"name", name}, {"kind", "builtin"}}));
}

void addDocument(
    ToolsWorld& world, const char* title, const char* category, const char* visibility, const char* text)
{
    store::DocumentRow row;
    row.id = world.ids.make<DocumentId>();
    row.title = title;
    row.category = category;
    row.visibility = visibility;
    row.contentType = "text/plain";
    row.status = "queued";
    row.createdMs = row.updatedMs = world.clock.nowMs();
    store::ChunkRow chunk;
    chunk.id = world.ids.make<ChunkId>();
    chunk.document = row.id;
    chunk.headings = "[]";
    chunk.text = text;
    test::must(world.write([&](store::Transaction& tx) -> Result<void> {
        const store::DocumentRepository documents;
        if (auto created = documents.create(tx, row); !created) {
            return created;
        }
        if (auto put = documents.replaceChunks(tx, row.id, {chunk}, world.clock.nowMs()); !put) {
            return fail(std::move(put).error());
        }
        return documents.raiseIndexVersion(tx);
    }));
}

std::string titlesOf(const tools::ToolOutcome& outcome)
{
    std::string titles;
    for (const json& item : outcome.output["items"]) {
        titles += item["title"].get<std::string>() + " ";
    }
    return titles;
}

std::int64_t waitingMail(ToolsWorld& world)
{
    return test::must(
        world.read([&](store::ReadTransaction& tx) { return world.services.outbox.waiting(tx); }));
}

const char* const kAccounts = R"({"accounts":[
    {"user_id":"maya","email":"maya@shop.example","name":"Maya","plan":"plus","orders":[
        {"id":"TL-1234","status":"shipped","eta":"2026-11-24","address":"Kerkstraat 5, 9000 Ghent"},
        {"id":"TL-1300","status":"placed","address":"Kerkstraat 5, 9000 Ghent"}]},
    {"user_id":"eve","email":"eve@shop.example","name":"Eve","plan":"free","orders":[
        {"id":"TL-7777","status":"placed","address":"Elsewhere 1, 1000 Brussels"}]}]})";

void seedAccounts(ToolsWorld& world)
{
    test::must(world.write([&](store::Transaction& tx) {
        return store::SettingsRepository().put(tx, std::string(tools::DemoAccount::kSection), kAccounts, 1);
    }));
}

} // namespace

class BuiltinsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowledgeIsSearchedWithoutWhatIsInternal()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        addDocument(world, "Returns", "shop", "public", "A parcel can be returned within thirty days.");
        addDocument(world, "Margins", "shop", "internal", "A returned parcel costs us nine euros.");
        addDocument(
            world, "Repairs", "workshop", "public", "A returned parcel goes to the workshop for repairs.");
        add(world, "search_knowledge");
        test::must(world.add({{"name", "shop_only"}, {"kind", "rag"}, {"config", {{"category", "shop"}}}}));

        const auto all = world.call(world.context(), "search_knowledge", {{"query", "returned parcel"}});
        const auto some = world.call(world.context(), "shop_only", {{"query", "returned parcel"}});
        const auto one =
            world.call(world.context(), "search_knowledge", {{"query", "returned parcel"}, {"limit", 1}});

        const std::string found = titlesOf(all);
        QVERIFY(found.find("Returns") != std::string::npos);
        QVERIFY(found.find("Repairs") != std::string::npos);
        QVERIFY(found.find("Margins") == std::string::npos);
        QCOMPARE(titlesOf(some), std::string("Returns "));
        QCOMPARE(one.output["items"].size(), std::size_t{1});
    }

    void aTicketIsOpenedOnceAConversation_data() { test::addDatabaseRows(); }
    void aTicketIsOpenedOnceAConversation()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);
        add(world, "create_ticket");
        auto context = world.verifiedContext();
        const json wanted = {{"subject", "Pump leaks"}, {"priority", "high"}};

        const auto asked = world.call(context, "create_ticket", wanted);
        context.isConfirmed = true;
        context.effectKey = "run:ticket";
        const auto first = world.call(context, "create_ticket", wanted);
        context.effectKey = "run2:ticket";
        const auto second = world.call(context, "create_ticket", wanted);

        QCOMPARE(asked.status, ToolStatus::NeedsConfirmation);
        QCOMPARE(test::text(first.output["is_new"]), test::text(json(true)));
        QCOMPARE(test::text(first.output["priority"]), test::text(json("high")));
        QCOMPARE(test::text(second.output["is_new"]), test::text(json(false)));
        QCOMPARE(test::text(second.output["reference"]), test::text(first.output["reference"]));
        QCOMPARE(world.conversation(context.conversation).status, std::string("open"));
    }

    void escalatingHandsTheConversationOver_data() { test::addDatabaseRows(); }
    void escalatingHandsTheConversationOver()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);
        add(world, "escalate");
        const auto context = world.verifiedContext();

        const auto first = world.call(context, "escalate", {{"reason", "angry"}});
        const auto second = world.call(context, "escalate", json::object());

        QCOMPARE(test::text(first.output["handed_over"]), test::text(json(true)));
        QCOMPARE(test::text(second.output["reference"]), test::text(first.output["reference"]));
        QCOMPARE(world.conversation(context.conversation).status, std::string("waiting_for_agent"));
    }

    void mailGoesToTheCustomersOwnAddressAlone()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        add(world, "send");
        auto context = world.verifiedContext();
        context.isConfirmed = true;
        context.effectKey = "run:send";
        const json mail = {{"subject", "Your invoice"}, {"text", "Here it is."}};

        const auto sent = world.call(context, "send", mail);
        const auto again = world.call(context, "send", mail);
        const auto elsewhere =
            world.call(context, "send", {{"subject", "x"}, {"text", "y"}, {"to", "eve@evil.example"}});
        auto stranger = world.verifiedContext("stranger");
        stranger.isVerified = false;
        stranger.isConfirmed = true;
        const auto nowhere = world.call(stranger, "send", mail);

        QCOMPARE(test::text(sent.output), test::text(json({{"queued", true}})));
        QCOMPARE(again.status, ToolStatus::Done);
        QCOMPARE(elsewhere.status, ToolStatus::Refused);
        QCOMPARE(nowhere.status, ToolStatus::Refused);
        QCOMPARE(waitingMail(world), std::int64_t{1});
    }

    void historyIsOfTheProvenCustomerAlone_data() { test::addDatabaseRows(); }
    void historyIsOfTheProvenCustomerAlone()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);
        add(world, "customer_history");
        add(world, "create_ticket");
        auto context = world.verifiedContext();
        context.isConfirmed = true;
        context.effectKey = "k";
        world.call(context, "create_ticket", {{"subject", "Pump leaks"}});
        const auto other = world.verifiedContext("eve");

        const auto own = world.call(context, "customer_history", json::object());
        const auto others = world.call(other, "customer_history", json::object());
        auto stranger = context;
        stranger.isVerified = false;
        const auto refused = world.call(stranger, "customer_history", json::object());

        QCOMPARE(own.output["tickets"].size(), std::size_t{1});
        QCOMPARE(test::text(own.output["tickets"][0]["subject"]), test::text(json("Pump leaks")));
        QVERIFY(others.output["tickets"].empty());
        QCOMPARE(refused.status, ToolStatus::Refused);
    }

    void sentimentIsANumber()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        add(world, "sentiment");

        const auto angry =
            world.call(world.context(), "sentiment", {{"text", "This is terrible, I am furious!"}});

        QVERIFY(angry.output["score"].get<double>() < -0.3);
        QCOMPARE(test::text(angry.output["label"]), test::text(json("negative")));
    }

    void theDemoAccountIsTheCustomersOwn_data() { test::addDatabaseRows(); }
    void theDemoAccountIsTheCustomersOwn()
    {
        PARLEY_DATABASE(database);
        ToolsWorld world(database);
        seedAccounts(world);
        add(world, "demo_account_lookup");
        const auto context = world.verifiedContext("maya");

        const auto order = world.call(context, "demo_account_lookup", {{"order_id", "1234"}});
        const auto all = world.call(context, "demo_account_lookup", json::object());
        const auto others = world.call(context, "demo_account_lookup", {{"order_id", "7777"}});
        const auto nobody =
            world.call(world.verifiedContext("nobody"), "demo_account_lookup", json::object());

        QCOMPARE(test::text(order.output["order"]["status"]), test::text(json("shipped")));
        QCOMPARE(test::text(order.output["order"]["address"]), test::text(json("***, 9000 Ghent")));
        QCOMPARE(test::text(all.output["email"]), test::text(json("m***@shop.example")));
        QCOMPARE(all.output["orders"].size(), std::size_t{2});
        QCOMPARE(others.status, ToolStatus::Failed);
        QCOMPARE(nobody.status, ToolStatus::Failed);
    }

    void anOrderIsChangedBeforeItIsShipped()
    {
        test::FreshDatabase database("sqlite");
        ToolsWorld world(database);
        seedAccounts(world);
        add(world, "demo_account_lookup");
        add(world, "demo_account_update");
        auto context = world.verifiedContext("maya");
        const json cancel = {{"order_id", "TL-1300"}, {"action", "cancel"}};

        QCOMPARE(world.call(context, "demo_account_update", cancel).status, ToolStatus::NeedsConfirmation);
        context.isConfirmed = true;
        const auto done = world.call(context, "demo_account_update", cancel);
        const auto late =
            world.call(context, "demo_account_update", {{"order_id", "1234"}, {"action", "cancel"}});

        QCOMPARE(test::text(done.output["order"]["status"]), test::text(json("cancelled")));
        QCOMPARE(late.status, ToolStatus::Refused);
        const auto seen = world.call(context, "demo_account_lookup", {{"order_id", "1300"}});
        QCOMPARE(test::text(seen.output["order"]["status"]), test::text(json("cancelled")));
    }
};

PARLEY_TEST("builtins", BuiltinsTest)
#include "builtins_test.moc"
