// SPDX-License-Identifier: MIT
#include "app/runs/run_story.h"
#include "app/runs/run_words.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>

namespace parley::console {

namespace {

QJsonObject node(const char* name, const char* output)
{
    return {{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("output"), QJsonDocument::fromJson(output).object()}};
}

QJsonObject run(const QJsonArray& nodes, const QString& status = QStringLiteral("completed"))
{
    return {{QStringLiteral("status"), status}, {QStringLiteral("nodes"), nodes}};
}

const char* const kUnsure = R"({"passes":false,"confidence":0.06,"threshold":0.7,"base":-3.2,
    "factors":[{"name":"missing","value":1,"contribution":-1.2},{"name":"lead","value":0.5,"contribution":0.4}]})";
const char* const kSure = R"({"passes":true,"confidence":0.88,"threshold":0.7})";

} // namespace

class RunStoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDecisionIsToldInASentence_data()
    {
        QTest::addColumn<QJsonObject>("turn");
        QTest::addColumn<QString>("decision");
        QTest::addColumn<int>("tone");
        const int warning = static_cast<int>(Tone::Warning);
        const int success = static_cast<int>(Tone::Success);
        const QJsonObject bridge = node("bridge", "{}");
        const QJsonObject deliver = node("deliver", "{}");
        QTest::newRow("asked for a person") << run({node("ask_for_human", R"({"asks":true})"), bridge})
                                            << "Given to people. The customer asked for a person." << warning;
        QTest::newRow("rule") << run({node("rules", R"({"escalates":true,"reason":"security"})"), bridge})
                              << "Given to people. A rule gave it to people: A matter of security."
                              << warning;
        QTest::newRow("unsure")
            << run({node("gate", kUnsure), bridge})
            << "Given to people. The agents were not sure enough. It was 6 % sure, and 70 % are needed."
            << warning;
        QTest::newRow("nothing drafted") << run({node("draft", R"({"sentences":0})"), bridge})
                                         << "Given to people. The knowledge has no answer." << warning;
        QTest::newRow("sure") << run({node("gate", kSure), deliver})
                              << "Answered. It was 88 % sure, and 70 % are needed." << success;
        QTest::newRow("known") << run({node("cache", R"({"hit":true,"author":"human"})"), deliver})
                               << "Answered. A person has answered the same question before." << success;
        QTest::newRow("asked back") << run({node("clarify", R"({"asks":true})"), deliver})
                                    << "Asked back: it was not clear what was meant."
                                    << static_cast<int>(Tone::Accent);
        QTest::newRow("failed") << run({node("guard", "{}")}, QStringLiteral("failed"))
                                << "It failed on the way. The last step below is where."
                                << static_cast<int>(Tone::Danger);
        QTest::newRow("under way") << run({node("guard", "{}")}, QStringLiteral("running"))
                                   << "Still under way." << static_cast<int>(Tone::Neutral);
    }

    void theDecisionIsToldInASentence()
    {
        QFETCH(QJsonObject, turn);
        QFETCH(QString, decision);
        QFETCH(int, tone);

        const RunStory story = storyOf(turn);

        QCOMPARE(story.decision, decision);
        QCOMPARE(static_cast<int>(story.tone), tone);
    }

    void factorsAndPassagesAreCollected()
    {
        const RunStory story = storyOf(
            run({node("retrieve", R"({"hits":[{"title":"Shipping","score":0.8}]})"), node("gate", kUnsure)}));

        QCOMPARE(story.base, -3.2);
        QCOMPARE(story.factors.size(), 2);
        QCOMPARE(story.factors.first().name, QStringLiteral("missing"));
        QCOMPARE(story.factors.first().contribution, -1.2);
        QCOMPARE(story.passages.size(), 1);
    }

    void whatIsAssessedLastCounts()
    {
        const RunStory story = storyOf(run({node("gate", kSure),
                                            node("assess", R"({"confidence":0.4,"passes":false})"),
                                            node("bridge", "{}")}));

        QVERIFY(story.confidence.has_value());
        QCOMPARE(*story.confidence, 0.4);
        QCOMPARE(story.decision,
                 QStringLiteral(
                     "Given to people. The agents were not sure enough. It was 40 % sure, and 70 % are "
                     "needed."));
    }

    void tokensAreANumberOrASum()
    {
        QJsonObject compose = node("compose", "{}");
        compose.insert(QStringLiteral("tokens"),
                       QJsonObject{{QStringLiteral("input"), 120}, {QStringLiteral("output"), 30}});
        QJsonObject classify = node("classify", "{}");
        classify.insert(QStringLiteral("tokens"), 50);
        classify.insert(QStringLiteral("cost"), 0.25);

        const RunStory story = storyOf(run({classify, compose}));

        QCOMPARE(story.tokens, 200);
        QCOMPARE(story.cost, 0.25);
    }

    void timesAreToldInTheirUnit()
    {
        QCOMPARE(words::microseconds(-5), QStringLiteral("0 µs"));
        QCOMPARE(words::microseconds(999), QStringLiteral("999 µs"));
        QCOMPARE(words::microseconds(1'000), QStringLiteral("1.0 ms"));
        QCOMPARE(words::microseconds(45'000), QStringLiteral("45 ms"));
        QCOMPARE(words::microseconds(1'400'000), QStringLiteral("1.4 s"));
    }

    void stepsThatAreNotKnownKeepTheirName()
    {
        QCOMPARE(words::node(QStringLiteral("brand_new_step")), QStringLiteral("Brand new step"));
        QVERIFY(words::nodePurpose(QStringLiteral("brand_new_step")).isEmpty());
        QCOMPARE(words::node(QStringLiteral("retrieve")), QStringLiteral("Find passages"));
    }
};

} // namespace parley::console

using parley::console::RunStoryTest;
PARLEY_TEST("run_story", RunStoryTest)
#include "run_story_test.moc"
