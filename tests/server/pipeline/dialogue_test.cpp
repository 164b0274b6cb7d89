// SPDX-License-Identifier: MIT
#include "server/desk/sessions.h"
#include "server/pipeline/nodes/assess.h"
#include "server/pipeline/nodes/bridge.h"
#include "server/pipeline/nodes/check.h"
#include "server/pipeline/nodes/deliver.h"
#include "server/pipeline/nodes/draft.h"
#include "server/pipeline/nodes/gate.h"
#include "server/pipeline/nodes/guard.h"
#include "server/pipeline/nodes/remember.h"
#include "server/pipeline/nodes/retrieve.h"
#include "server/pipeline/nodes/understand.h"
#include "server/pipeline/runner.h"
#include "server/store/document_repository.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "tests/server/knowledge/gate_index.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace parley;
using namespace parley::server;

namespace {

const char* const kGerman = "Der Versand nach Deutschland kostet 4,90 € und dauert zwei bis drei Tage.\n\n"
                            "Der Versand nach Norwegen kostet 14,90 € und dauert fünf bis neun Tage.\n";
const char* const kSpanish = "El envío a Alemania cuesta 4,90 € y tarda de dos a tres días.\n\n"
                             "El envío a Noruega cuesta 14,90 € y tarda de cinco a nueve días.\n";
const char* const kFrench = "La livraison en Allemagne coûte 4,90 € et dure deux à trois jours.\n\n"
                            "La livraison en Norvège coûte 14,90 € et dure cinq à neuf jours.\n";

/// The help centre of the demo and the nodes that answer from it.
struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    void put(const knowledge::IndexedDocument& document)
    {
        const auto job = [&](store::Transaction& tx) -> Result<void> {
            const store::DocumentRepository documents;
            store::DocumentRow row;
            row.id = document.id;
            row.title = document.title;
            row.contentType = "text/markdown";
            row.visibility = "public";
            row.status = "queued";
            row.blobKey = row.digest = document.id.value;
            row.createdMs = row.updatedMs = clock.nowMs();
            std::vector<store::ChunkRow> chunks;
            for (const knowledge::IndexedChunk& chunk : document.chunks) {
                store::ChunkRow stored;
                stored.id = chunk.id;
                stored.ordinal = static_cast<std::int64_t>(chunks.size());
                stored.headings = chunk.headings;
                stored.text = chunk.text;
                chunks.push_back(std::move(stored));
            }
            if (auto created = documents.create(tx, row); !created) {
                return created;
            }
            auto replaced = documents.replaceChunks(tx, row.id, chunks, clock.nowMs());
            return replaced ? documents.raiseIndexVersion(tx) : fail(replaced.error());
        };
        test::must(write(job));
    }

    void putDemo()
    {
        std::set<std::filesystem::path> files;
        for (const auto& entry :
             std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/resources/demo/knowledge")) {
            files.insert(entry.path());
        }
        for (const auto& file : files) {
            std::ifstream in(file);
            put(test::indexedMarkdown({}, std::string(std::istreambuf_iterator<char>(in), {})));
        }
    }

    pipeline::Graph graph()
    {
        pipeline::Graph made;
        made.steps.push_back(std::make_unique<pipeline::GuardNode>());
        made.steps.push_back(std::make_unique<pipeline::UnderstandNode>(understandings, clock));
        made.steps.push_back(std::make_unique<pipeline::RememberNode>(memory));
        made.steps.push_back(std::make_unique<pipeline::RetrieveNode>(library));
        made.steps.push_back(std::make_unique<pipeline::DraftNode>());
        made.steps.push_back(std::make_unique<pipeline::GateNode>());
        made.steps.push_back(std::make_unique<pipeline::CheckNode>());
        made.steps.push_back(std::make_unique<pipeline::AssessNode>());
        made.deliver = std::make_unique<pipeline::DeliverNode>(services);
        made.bridge = std::make_unique<pipeline::BridgeNode>(services);
        return made;
    }

    /// Runs the turn of a message as it was accepted.
    std::unique_ptr<pipeline::Turn>
    say(const ConversationId& id, const std::string& text, bool isVerified = false)
    {
        clock.advanceMs(1'000);
        desk::InboundMessage message = inbound(id, text);
        message.isVerified = isVerified;
        desk::Intake intake(services, "node-1", 60'000);
        const desk::Accepted accepted = test::must(run(intake.accept(message)));
        auto turn = std::make_unique<pipeline::Turn>();
        turn->tenant = tenant;
        turn->conversation = id;
        turn->customer = accepted.customer;
        turn->message = accepted.message.id;
        turn->run = accepted.run.value();
        turn->ticketPrefix = "TF";
        turn->locale = accepted.locale;
        turn->text = text;
        turn->indexVersion = accepted.indexVersion;
        turn->configVersion = accepted.configVersion;
        turn->isVerified = accepted.isVerified;
        test::must(run(runner.run(*turn)));
        return turn;
    }

    /// A conversation of the proven customer "u-1" on its own channel.
    ConversationId ofProven(const std::string& channel)
    {
        desk::OpenSession request;
        request.tenant = tenant;
        request.userId = "u-1";
        request.isVerified = true;
        request.channel = channel;
        return test::must(run(desk::Sessions(services).continueFor(request))).id;
    }

    runtime::WorkerPool cpu{{"cpu", 2, 64, {}}};
    agents::Understandings understandings{database,
                                          cpu,
                                          [](const TenantId&) { return std::string("TF"); },
                                          io.get_executor(),
                                          [](std::string_view, std::string_view what) {
                                              QFAIL(std::string(what).c_str());
                                          }};
    knowledge::Library library{database, cpu};
    agents::Memory memory{services};
    pipeline::Runner runner{graph(), clock, std::chrono::seconds(60), [](auto, auto) {}};
};

/// What the node said of itself in the trace.
nlohmann::json outputOf(const pipeline::Turn& turn, std::string_view node)
{
    for (const auto& entry : nlohmann::json::parse(turn.trace.text())) {
        if (entry["name"] == node) {
            return entry["output"];
        }
    }
    return {};
}

} // namespace

class DialogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::make_unique<test::FreshDatabase>("sqlite");
        m_world = std::make_unique<World>(*m_database);
        m_world->putDemo();
        m_world->put(test::indexedMarkdown("Versandkosten", kGerman));
        m_world->put(test::indexedMarkdown("Gastos de envío", kSpanish));
        m_world->put(test::indexedMarkdown("Frais de livraison", kFrench));
    }

    void cleanupTestCase()
    {
        m_world.reset();
        m_database.reset();
    }

    void aFollowUpIsAnsweredFromWhatItLeansOn_data()
    {
        QTest::addColumn<QStringList>("messages");
        QTest::addColumn<QString>("phrase");
        const auto row = [](const QStringList& messages, const char* phrase) {
            QTest::newRow(messages.join(QStringLiteral(" / ")).toUtf8().constData())
                << messages << QString::fromUtf8(phrase);
        };
        const QString shipping = QStringLiteral("How much does shipping to Germany cost?");
        row({shipping, QStringLiteral("And to Norway?")}, "€14.90");
        row({shipping, QStringLiteral("And for France?")}, "€4.90");
        row({QStringLiteral("What does the Plus plan cost per month?"), QStringLiteral("And the Pro plan?")},
            "€19");
        row({QStringLiteral("How long is the warranty?"), QStringLiteral("And what is covered?")},
            "Faults of material");
        row({QStringLiteral("Is there express delivery?"), QStringLiteral("How much does it cost?")},
            "€12.50");
        row({QStringLiteral("Was kostet der Versand nach Deutschland?"),
             QStringLiteral("Und nach Norwegen?")},
            "14,90");
        row({QStringLiteral("Was kostet der Versand nach Norwegen?"),
             QStringLiteral("Und wie lange dauert das?")},
            "fünf bis neun Tage");
        row({QStringLiteral("¿Cuánto cuesta el envío a Alemania?"), QStringLiteral("¿Y a Noruega?")},
            "14,90");
        row({QStringLiteral("Combien coûte la livraison en Allemagne ?"), QStringLiteral("Et en Norvège ?")},
            "14,90");
    }
    void aFollowUpIsAnsweredFromWhatItLeansOn()
    {
        QFETCH(QStringList, messages);
        QFETCH(QString, phrase);
        const ConversationId id = m_world->converse();

        std::unique_ptr<pipeline::Turn> turn;
        for (const QString& message : messages) {
            turn = m_world->say(id, message.toStdString());
            QVERIFY2(
                turn->outcome->status == "open",
                (message.toStdString() + " -> " + turn->wholeQuestion + "\n" + turn->trace.text()).c_str());
        }

        QVERIFY2(turn->reply.find(phrase.toStdString()) != std::string::npos,
                 (turn->wholeQuestion + " -> " + turn->reply).c_str());
        QCOMPARE(turn->notCacheable, std::string("follow_up"));
    }

    void whatStandsAloneIsNotMixed_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("phrase");
        const auto row = [](const char* message, const char* phrase) {
            QTest::newRow(message) << QString::fromUtf8(message) << QString::fromUtf8(phrase);
        };
        row("And how long is the warranty?", "2 years");
        row("How many sensors can one Hub serve?", "24 sensors");
        row("And is there a free trial of Plus?", "30 days of Plus");
        row("Can I order by phone?", "never take card numbers");
    }
    void whatStandsAloneIsNotMixed()
    {
        QFETCH(QString, message);
        QFETCH(QString, phrase);
        const ConversationId id = m_world->converse();
        m_world->say(id, "How much does shipping to Germany cost?");

        const auto turn = m_world->say(id, message.toStdString());

        QVERIFY2(turn->wholeQuestion.empty(), turn->wholeQuestion.c_str());
        QVERIFY2(turn->reply.find(phrase.toStdString()) != std::string::npos, turn->reply.c_str());
    }

    void whatNothingAnswersStillGoesToAPerson_data()
    {
        QTest::addColumn<QString>("first");
        const auto row = [](const char* first, const char* message) {
            QTest::newRow(message) << QString::fromUtf8(first);
        };
        const char* const shipping = "How much does shipping to Germany cost?";
        row(shipping, "And to Mars?");
        row(shipping, "And with a drone?");
        row(shipping, "What about elephants?");
        row(shipping, "It does not work");
        row("Is there express delivery?", "And for robot lawn mowers?");
        row("How long is the warranty?", "And is it vegan?");
    }
    void whatNothingAnswersStillGoesToAPerson()
    {
        QFETCH(QString, first);
        const ConversationId id = m_world->converse();
        QVERIFY(m_world->say(id, first.toStdString())->outcome->status == "open");

        const auto turn = m_world->say(id, QTest::currentDataTag());

        QVERIFY2(turn->outcome->status == "waiting_for_agent",
                 (turn->wholeQuestion + " -> " + turn->outcome->reply->text).c_str());
    }

    void theTraceHasCountsAndIdsOnly()
    {
        const ConversationId earlier = m_world->ofProven("email");
        m_world->say(earlier, "Where is my parcel? I live at ann@shop.example", true);
        const ConversationId now = m_world->ofProven("web");

        const auto turn = m_world->say(now, "How much does shipping to Germany cost?", true);

        const nlohmann::json output = outputOf(*turn, "remember");
        QVERIFY(output["earlier_conversations"] == nlohmann::json::array({earlier.value}));
        QVERIFY(output.dump().find("parcel") == std::string::npos);
        QVERIFY(turn->memory.find("Where is my parcel?") != std::string::npos);
        QVERIFY(turn->memory.find("ann@") == std::string::npos);
        QCOMPARE(turn->notCacheable, std::string("personal"));

        const auto unproven = m_world->say(now, "How long is the warranty?", false);
        QVERIFY(unproven->memory.empty());
        QVERIFY(outputOf(*unproven, "remember")["earlier_conversations"].empty());
        QCOMPARE(unproven->notCacheable, std::string());
    }

    void aTenantMayTurnItOff()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const ConversationId earlier = world.ofProven("email");
        world.say(earlier, "Where is my parcel?", true);
        test::must(world.write([&](store::Transaction& tx) {
            auto put = store::SettingsRepository().put(tx, "answering", R"({"use_memory":false})", 1);
            return put ? store::TenantStateRepository().raiseConfigVersion(tx) : fail(put.error());
        }));

        const auto turn = world.say(world.ofProven("web"), "Is my parcel there?", true);

        QVERIFY(turn->memory.empty());
        QVERIFY(turn->notCacheable.empty());
    }

    void whoRemembersNothingAnswersAllTheSame()
    {
        pipeline::Turn turn;
        turn.tenant = m_world->tenant;
        pipeline::RememberNode node(m_world->memory);
        const auto spent = runtime::Budget::of(std::chrono::milliseconds(-1));
        QVERIFY(test::must(m_world->run(node.run(turn, spent))) == pipeline::Step::Continue);
        QVERIFY(turn.nodeOutput.contains("problem"));

        // Nothing can be known of a first message, so nothing is asked that could fail.
        turn.isFirst = true;
        QVERIFY(test::must(m_world->run(node.run(turn, spent))) == pipeline::Step::Continue);
        QVERIFY(!turn.nodeOutput.contains("problem"));

        turn.isFirst = false;
        turn.isSandbox = true;
        QVERIFY(test::must(m_world->run(node.run(turn, runtime::Budget()))) == pipeline::Step::Continue);
        QVERIFY(turn.nodeOutput["sandbox"].get<bool>());
    }

private:
    std::unique_ptr<test::FreshDatabase> m_database;
    std::unique_ptr<World> m_world;
};

PARLEY_TEST("dialogue", DialogueTest)
#include "dialogue_test.moc"
