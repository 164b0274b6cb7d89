// SPDX-License-Identifier: MIT
#include "server/agents/agent_catalog.h"
#include "server/agents/understandings.h"
#include "server/pipeline/nodes/clarify.h"
#include "server/pipeline/nodes/clarify_answer.h"
#include "server/pipeline/nodes/clarify_text.h"
#include "server/pipeline/nodes/classify.h"
#include "server/pipeline/nodes/deliver.h"
#include "server/pipeline/nodes/gate.h"
#include "server/pipeline/nodes/guard.h"
#include "server/pipeline/nodes/rules.h"
#include "server/pipeline/nodes/understand.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using pipeline::Step;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first), conversationId(converse()) {}

    void
    agent(const std::string& name, std::vector<std::string> examples, std::optional<double> threshold = {})
    {
        agents::AgentChanges changes;
        changes.name = name;
        changes.kind = "domain";
        changes.examples = std::move(examples);
        changes.confidenceThreshold = threshold;
        test::must(run(catalog.create(tenant, changes, identity::Actor::system())));
    }

    void answering(const nlohmann::json& settings)
    {
        test::must(write([&](store::Transaction& tx) -> Result<bool> {
            const std::string section(agents::kAnsweringSection);
            auto put = store::SettingsRepository().put(tx, section, settings.dump(), 1);
            put = put ? store::TenantStateRepository().raiseConfigVersion(tx) : put;
            return put ? Result<bool>(true) : Result<bool>(fail(std::move(put).error()));
        }));
    }

    /// A message of the customer, guarded and understood.
    std::unique_ptr<pipeline::Turn> understood(const std::string& text)
    {
        desk::Intake intake(services, "n1", 60'000);
        desk::InboundMessage inbound;
        inbound.tenant = tenant;
        inbound.conversation = conversationId;
        inbound.text = text;
        const desk::Accepted accepted = test::must(run(intake.accept(inbound)));
        auto turn = std::make_unique<pipeline::Turn>();
        turn->tenant = tenant;
        turn->conversation = conversationId;
        turn->message = accepted.message.id;
        turn->run = accepted.run.value_or(RunId());
        turn->locale = "en";
        turn->text = text;
        turn->configVersion = accepted.configVersion;
        turn->awaiting = accepted.awaiting;
        pipeline::GuardNode guard;
        pipeline::UnderstandNode understand(understandings, clock);
        test::must(visit(guard, *turn));
        turn->nodeOutput = nlohmann::json::object();
        test::must(visit(understand, *turn));
        return turn;
    }

    Result<Step> visit(pipeline::Node& node, pipeline::Turn& turn)
    {
        return run(node.run(turn, runtime::Budget()));
    }

    ConversationId conversationId;
    runtime::WorkerPool cpu{{"cpu", 1, 64, {}}};
    agents::AgentCatalog catalog{database, clock, ids};
    agents::Understandings understandings{database,
                                          cpu,
                                          [](const TenantId&) { return std::string("TF"); },
                                          io.get_executor(),
                                          [](std::string_view, std::string_view what) {
                                              QFAIL(std::string(what).c_str());
                                          }};
    pipeline::RulesNode rules;
    pipeline::ClassifyNode classify;
    pipeline::ClarifyNode clarify{services};
    pipeline::DeliverNode deliver{services};
};

const std::vector<std::string> kSizes{"Which size fits me?",
                                      "I need help with sizes",
                                      "What size should I take?",
                                      "Do the sizes run small?"};
const std::vector<std::string> kOrders{"Cancel my order",
                                       "Change my order",
                                       "Where is my order?",
                                       "I want to stop my order",
                                       "Add something to my order"};
const std::vector<std::string> kSubscriptions{"Cancel my subscription",
                                              "Change my subscription",
                                              "When does my subscription renew?",
                                              "I want to stop my subscription",
                                              "Add a seat to my subscription"};
const std::vector<std::string> kParcels{"Where is my parcel?",
                                        "My order has not arrived",
                                        "Track my delivery",
                                        "The courier lost the box"};

} // namespace

class UnderstandingNodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void personalDataIsMaskedAndNotTraced()
    {
        test::FreshDatabase database("sqlite");
        World world(database);

        const auto turn = world.understood("Please write to ann@example.com about TF-20261121-7K3M");

        QVERIFY(turn->masked.text.find("ann@example.com") == std::string::npos);
        QVERIFY(turn->nodeOutput.dump().find("ann@") == std::string::npos);
        QCOMPARE(turn->nodeOutput["personal_data_masked"].get<int>(), 1);
        QVERIFY(turn->sentiment.has_value());
        QVERIFY(turn->nodeOutput["entities"].dump().find("email") != std::string::npos);
    }

    void theTenantsOwnWordsGoToAPersonAndItsThresholdCounts()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.answering({{"escalate_keywords", {"chargeback"}}, {"confidence_threshold", 0.8}});

        auto turn = world.understood("How do CHARGEBACKS work?");
        QVERIFY(test::must(world.visit(world.rules, *turn)) == Step::Escalate);
        QCOMPARE(turn->escalationReason, std::string("keyword"));

        turn = world.understood("How do I charge it?");
        QVERIFY(test::must(world.visit(world.rules, *turn)) == Step::Continue);
        pipeline::GateNode gate;
        turn->confidence = 0.79;
        QVERIFY(test::must(world.visit(gate, *turn)) == Step::Escalate);
        turn->confidence = 0.8;
        QVERIFY(test::must(world.visit(gate, *turn)) == Step::Continue);
    }

    void aRuleSendsToAPersonWithCategoryAndPriority_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("reason");
        QTest::addColumn<std::string>("category");
        QTest::newRow("legal") << std::string("My lawyer will sue you, I am taking legal action.")
                               << std::string("legal") << std::string("legal");
        QTest::newRow("security") << std::string("My account was hacked, somebody else is using it!")
                                  << std::string("security") << std::string("security");
    }
    void aRuleSendsToAPersonWithCategoryAndPriority()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, reason);
        QFETCH(std::string, category);
        test::FreshDatabase database("sqlite");
        World world(database);
        auto turn = world.understood(text);

        const Step step = test::must(world.visit(world.rules, *turn));

        QVERIFY(step == Step::Escalate);
        QCOMPARE(turn->escalationReason, reason);
        QCOMPARE(turn->category, category);
    }

    void aQuestionAboutSuchAThingIsLookedUpFirst_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("reason");
        QTest::newRow("deletion") << std::string("How do I delete my account?") << std::string("deletion");
        QTest::newRow("nothing") << std::string("How do I change my password?") << std::string();
    }
    void aQuestionAboutSuchAThingIsLookedUpFirst()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, reason);
        test::FreshDatabase database("sqlite");
        World world(database);
        auto turn = world.understood(text);

        QVERIFY(test::must(world.visit(world.rules, *turn)) == Step::Continue);
        QCOMPARE(turn->escalationReason, reason);

        // Nothing answers it: then the rule's reason is why a person does.
        pipeline::GateNode gate;
        QVERIFY(test::must(world.visit(gate, *turn)) == Step::Escalate);
        QCOMPARE(turn->escalationReason, reason.empty() ? std::string("low_confidence") : reason);
    }

    void anAnswerToAClarifyingQuestionIsShortOrNamesAChoice_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("question");
        QTest::addColumn<std::string>("choice");
        const std::string asked = "How do I cancel?";
        QTest::newRow("a choice") << std::string("My Subscriptions, please") << asked
                                  << std::string("my_subscriptions");
        QTest::newRow("two words") << std::string("hm, dunno") << asked << std::string();
        QTest::newRow("both") << std::string("placed orders and my subscriptions") << asked << std::string();
        QTest::newRow("another question")
            << std::string("Where is my parcel?") << std::string() << std::string();
        QTest::newRow("long") << std::string("I think that my subscriptions page shows an error today")
                              << std::string() << std::string();
    }
    void anAnswerToAClarifyingQuestionIsShortOrNamesAChoice()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, question);
        QFETCH(std::string, choice);
        const std::string awaiting =
            R"({"question":"How do I cancel?","choices":["placed_orders","my_subscriptions"]})";
        const auto answer = pipeline::readClarifyAnswer(awaiting, nlp::tokenize(text));
        QCOMPARE(answer.question, question);
        QCOMPARE(answer.choice, choice);
        QVERIFY(pipeline::readClarifyAnswer("", nlp::tokenize(text)).question.empty());
    }

    void theAgentWhoseExamplesFitAnswersByItsOwnThreshold()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.agent("Sizes", kSizes);
        world.agent("Parcels", kParcels, 0.95);
        auto turn = world.understood("the courier has lost my parcel");
        test::must(world.visit(world.classify, *turn));
        QCOMPARE(turn->agent, std::string("Parcels"));
        QCOMPARE(turn->intents.front().label, std::string("Parcels"));

        pipeline::GateNode gate;
        turn->confidence = 0.9;
        QVERIFY(test::must(world.visit(gate, *turn)) == Step::Escalate);
        turn->agent = "Sizes";
        QVERIFY(test::must(world.visit(gate, *turn)) == Step::Continue);
    }

    void whatBelongsNowhereHasNoIntent()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.agent("Sizes", kSizes);
        world.agent("Parcels", kParcels);
        auto turn = world.understood("who was the first emperor of Rome");
        test::must(world.visit(world.classify, *turn));
        QVERIFY(turn->intents.empty());
        QVERIFY(turn->choices.empty());
    }

    void anUnclearMessageIsAskedAboutOnce_data() { test::addDatabaseRows(); }
    void anUnclearMessageIsAskedAboutOnce()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.agent("placed_orders", kOrders);
        world.agent("my_subscriptions", kSubscriptions);
        world.agent("Parcels", kParcels);
        auto turn = world.understood("I want to stop it");
        test::must(world.visit(world.classify, *turn));
        QCOMPARE(turn->choices.size(), std::size_t{2});

        QVERIFY(test::must(world.visit(world.clarify, *turn)) == Step::Deliver);
        QVERIFY(turn->reply.find("placed orders") != std::string::npos);
        QVERIFY(turn->reply.find("my subscriptions") != std::string::npos);
        test::must(world.visit(world.deliver, *turn));
        QCOMPARE(turn->outcome->reply->kind, std::string("clarify"));

        auto answer = world.understood("my subscriptions please");
        // The question goes on with its answer.
        QVERIFY(answer->guarded.text.find("I want to stop it") == 0);
        test::must(world.visit(world.classify, *answer));
        QCOMPARE(answer->agent, std::string("my_subscriptions"));
        QVERIFY(test::must(world.visit(world.clarify, *answer)) == Step::Continue);
    }

    void aGoodAnswerNeedsNoQuestion()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.agent("placed_orders", kOrders);
        world.agent("my_subscriptions", kSubscriptions);
        auto turn = world.understood("I want to stop it");
        test::must(world.visit(world.classify, *turn));
        turn->confidence = 0.9;
        QVERIFY(test::must(world.visit(world.clarify, *turn)) == Step::Continue);
        QVERIFY(turn->reply.empty());
    }

    void theMoodOfTheCustomerIsKept_data() { test::addDatabaseRows(); }
    void theMoodOfTheCustomerIsKept()
    {
        PARLEY_DATABASE(database);
        World world(database);
        auto turn = world.understood("This is terrible, awful, the worst service ever!!!");
        turn->reply = "Sorry.";
        test::must(world.visit(world.deliver, *turn));
        QVERIFY(world.conversation(world.conversationId).sentiment.value_or(0) < -0.3);
        QVERIFY(turn->outcome->sentiment.value_or(0) < -0.3);
    }

    void theQuestionIsAskedInTheLanguageOfTheConversation()
    {
        const std::vector<std::string> choices{"a", "b_c", "d"};
        QCOMPARE(pipeline::clarifyText(choices, "en-GB"),
                 std::string("I want to get this right. Is it about a, b c or d, or about something else?"));
        QVERIFY(pipeline::clarifyText(choices, "de").find("a, b c oder d") != std::string::npos);
        QVERIFY(pipeline::clarifyText(choices, "xx") == pipeline::clarifyText(choices, "en"));
    }
};

PARLEY_TEST("understanding_nodes", UnderstandingNodesTest)
#include "understanding_nodes_test.moc"
