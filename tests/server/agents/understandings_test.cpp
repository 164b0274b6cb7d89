// SPDX-License-Identifier: MIT
#include "server/agents/agent_catalog.h"
#include "server/agents/understandings.h"
#include "server/store/intent_example_repository.h"
#include "server/store/tenant_state_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/meaning_embedder.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

const std::vector<std::string> kOrders{"Where is my parcel?",
                                       "My order has not arrived",
                                       "Track my delivery",
                                       "The courier lost the box",
                                       "When will it be delivered?"};
const std::vector<std::string> kBilling{"I need an invoice",
                                        "My card was declined",
                                        "The payment failed",
                                        "How do I change the card you charge?",
                                        "Where do I download a receipt?"};

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    store::AgentRow agent(const std::string& name, std::vector<std::string> examples)
    {
        agents::AgentChanges changes;
        changes.name = name;
        changes.kind = "domain";
        changes.examples = std::move(examples);
        return test::must(run(catalog.create(tenant, changes, identity::Actor::system())));
    }

    agents::Understandings::Known newest()
    {
        return test::must(run(understandings.newest(tenant, runtime::Budget::of(std::chrono::seconds(30)))));
    }

    std::string routed(const std::string& text)
    {
        const auto known = newest();
        const auto result = known->model() != nullptr ? known->model()->classify(text) : nlp::IntentResult();
        return result.guesses.empty() ? std::string() : result.guesses.front().label;
    }

    runtime::WorkerPool cpu{{"cpu", 1, 64, {}}};
    agents::AgentCatalog catalog{database, clock, ids};
    knowledge::Embedders embedders;
    agents::Understandings understandings{database,
                                          cpu,
                                          [](const TenantId&) { return std::string("TF"); },
                                          io.get_executor(),
                                          [](std::string_view, std::string_view what) {
                                              QFAIL(std::string(what).c_str());
                                          },
                                          &embedders};
};

} // namespace

class UnderstandingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmbedderTeachesWhatNoWordSays()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.embedders.use(std::make_shared<test::MeaningEmbedder>());
        world.agent("Orders", kOrders);
        world.agent("Animals", {"I saw a zebra", "zebra food", "the zebra is ill", "feed my zebra"});
        QVERIFY(world.newest()->model() != nullptr); // words do, until the vectors are there

        world.run(world.understandings.settle());

        const auto known = world.newest();
        const agents::DenseIntents& dense = known->dense();
        QCOMPARE(dense.embedder, std::string("test:meaning:3"));
        const std::string question = "quokka?";
        const std::vector<float> vector{1, 0, 0};
        const auto byWords = known->model()->classify(question);
        const auto byVector = dense.model->classify(question, vector);
        QCOMPARE(byVector.guesses.front().label, std::string("Animals"));
        QVERIFY(byVector.inScope > byWords.inScope);
        QVERIFY(byVector.guesses.front().probability > 0.8);

        // Other examples: never what was learnt for agents that are gone.
        world.agent("Billing", kBilling);
        QVERIFY(!world.newest()->dense().model);
        world.run(world.understandings.settle());
        QVERIFY(world.newest()->dense().model != nullptr);
    }

    void agentsWithExamplesAreRoutedToAtTheNextMessage_data() { test::addDatabaseRows(); }
    void agentsWithExamplesAreRoutedToAtTheNextMessage()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.agent("Orders", kOrders);
        // One agent alone is a choice too: his, or nobody's.
        QCOMPARE(world.routed("the parcel is lost"), std::string("Orders"));

        const store::AgentRow billing = world.agent("Billing", kBilling);
        QCOMPARE(world.routed("the parcel is lost"), std::string("Orders"));
        QCOMPARE(world.routed("please send me the invoice"), std::string("Billing"));

        agents::AgentChanges off;
        off.enabled = false;
        test::must(world.run(world.catalog.update(world.tenant, billing.id, off, identity::Actor::system())));
        QCOMPARE(world.newest()->model()->labels(), std::vector<std::string>{"Orders"});
        QCOMPARE(world.newest()->agents().size(), std::size_t{1});
        agents::AgentChanges silent;
        silent.examples = std::vector<std::string>();
        for (const store::AgentRow& row :
             test::must(world.run(world.catalog.list(world.tenant, std::string(), 10)))) {
            test::must(
                world.run(world.catalog.update(world.tenant, row.id, silent, identity::Actor::system())));
        }
        QVERIFY(world.newest()->model() == nullptr);
    }

    void whatPeoplePutRightIsLearnt()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.agent("Orders", kOrders);
        world.agent("Billing", kBilling);
        // Words that no example has.
        const std::string odd = "the gizmo flickers and hums";
        test::must(world.write([&](store::Transaction& tx) -> Result<void> {
            for (int i = 0; i < 3; ++i) {
                store::IntentExampleRow row;
                row.id = world.ids.next();
                row.text = odd;
                row.label = "Billing";
                if (auto put = store::IntentExampleRepository().put(tx, row); !put) {
                    return put;
                }
            }
            return store::TenantStateRepository().raiseConfigVersion(tx);
        }));

        QCOMPARE(world.routed("my gizmo flickers"), std::string("Billing"));
    }

    void aRuleAloneTrainsNothingAnew()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.agent("Orders", kOrders);
        world.agent("Billing", kBilling);
        const auto before = world.newest();
        agents::RuleBook book(world.database, world.clock, world.ids);
        agents::RuleChanges off;
        off.enabled = false;
        test::must(world.run(book.update(world.tenant, "refund", off, identity::Actor::system())));

        const auto after = world.newest();

        QVERIFY(after->configVersion() > before->configVersion());
        QCOMPARE(after->model(), before->model());
    }

    void manyExamplesAreLearntInTheBackground()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.agent("Orders", kOrders);
        world.agent("Billing", kBilling);
        const auto small = world.newest();
        std::vector<std::string> many;
        for (int i = 0; i < 400; ++i) {
            many.push_back(kOrders[static_cast<std::size_t>(i) % kOrders.size()] + " number " +
                           std::to_string(i));
        }
        world.agent("More orders", many);

        // runCoroutine goes on until the training has ended as well.
        const auto meanwhile = world.newest();
        QCOMPARE(meanwhile->model(), small->model());
        test::must(world.run([&]() -> boost::asio::awaitable<Result<void>> {
            co_await world.understandings.settle();
            co_return Result<void>();
        }()));
        const auto after = world.newest();
        QVERIFY(after->model() != small->model());
        QCOMPARE(after->model()->labels().size(), std::size_t{3});
    }

    void tenantsAreApart_data() { test::addDatabaseRows(); }
    void tenantsAreApart()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.agent("Orders", kOrders);
        const auto other = test::must(world.run(
            world.understandings.newest(database.second, runtime::Budget::of(std::chrono::seconds(30)))));
        QVERIFY(other->agents().empty());
    }
};

PARLEY_TEST("understandings", UnderstandingsTest)
#include "understandings_test.moc"
