// SPDX-License-Identifier: MIT
#include "server/agents/confidence_fit.h"
#include "server/agents/confidence_model.h"
#include "server/agents/stored_assessment.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace parley;
using namespace parley::server;
using agents::ConfidenceModel;

namespace {

/// An answer that retrieval is sure of.
agents::AnswerEvidence sure()
{
    agents::AnswerEvidence evidence;
    evidence.retrieval.coverage = 1;
    evidence.retrieval.focus = 0.9;
    evidence.retrieval.answered = 1;
    evidence.retrieval.titleMatch = 0.6;
    evidence.retrieval.margin = 0.4;
    evidence.retrieval.lead = 0.4;
    return evidence;
}

double confidenceOf(const agents::AnswerEvidence& evidence)
{
    return ConfidenceModel().confidence(agents::featuresOf(evidence));
}

/// Outcomes at the middle of the shipped weights, where they learn fastest.
std::vector<agents::JudgedAnswer> outcomes(std::size_t count, double label)
{
    agents::JudgedAnswer one;
    one.features = agents::featuresOf(sure());
    one.label = label;
    return std::vector<agents::JudgedAnswer>(count, one);
}

} // namespace

class ConfidenceModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutMoreIsWhatRetrievalSays()
    {
        const agents::AnswerEvidence evidence = sure();

        const double expected = knowledge::estimateConfidence(evidence.retrieval).value;
        QVERIFY(std::abs(confidenceOf(evidence) - expected) < 1e-12);
        QVERIFY(expected > 0.8);
    }

    void eachSignMovesItsWay_data()
    {
        QTest::addColumn<int>("sign");
        QTest::newRow("out of scope") << 0;
        QTest::newRow("unclear agent") << 1;
        QTest::newRow("angry") << 2;
        QTest::newRow("risky") << 3;
        QTest::newRow("half supported") << 4;
        QTest::newRow("doubts itself") << 5;
    }
    void eachSignMovesItsWay()
    {
        QFETCH(int, sign);
        agents::AnswerEvidence good = sure();
        good.inScope = 1;
        good.margin = 1;
        good.grounded = 1;
        agents::AnswerEvidence bad = good;
        switch (sign) {
        case 0:
            bad.inScope = 0.1;
            break;
        case 1:
            bad.margin = 0;
            break;
        case 2:
            bad.sentiment = -0.9;
            break;
        case 3:
            bad.risk = 0.49;
            break;
        case 4:
            bad.grounded = 0.5;
            break;
        default:
            bad.ownScore = 0;
        }

        QVERIFY(confidenceOf(bad) < confidenceOf(good));
    }

    void anAnswerThatLostHalfOfItsSentencesDoesNotPass()
    {
        agents::AnswerEvidence evidence = sure();
        QVERIFY(confidenceOf(evidence) >= knowledge::kDefaultConfidenceThreshold);

        evidence.grounded = 0.5;

        QVERIFY(confidenceOf(evidence) < knowledge::kDefaultConfidenceThreshold);
    }

    void selfPraiseMovesLittle()
    {
        agents::AnswerEvidence evidence = sure();
        evidence.retrieval.margin = evidence.retrieval.lead = 0;
        evidence.retrieval.titleMatch = 0.5;
        const double without = confidenceOf(evidence);
        QVERIFY(without < knowledge::kDefaultConfidenceThreshold);

        evidence.ownScore = 1;

        QVERIFY(confidenceOf(evidence) > without);
        QVERIFY(confidenceOf(evidence) - without < 0.1);
    }

    void theFactorsAreWhatMadeIt()
    {
        agents::AnswerEvidence evidence = sure();
        evidence.sentiment = -1;
        const auto features = agents::featuresOf(evidence);
        const ConfidenceModel model;

        const auto factors = model.factors(features);

        double sum = model.bias();
        double before = 100;
        for (const auto& factor : factors) {
            sum += factor.contribution;
            QVERIFY(std::abs(factor.contribution) <= before);
            before = std::abs(factor.contribution);
        }
        QVERIFY(std::abs(1 / (1 + std::exp(-sum)) - model.confidence(features)) < 0.01);
        const auto json = agents::factorsJson(model, features, 3);
        QCOMPARE(json["factors"].size(), std::size_t{3});
        QCOMPARE(json["factors"][0]["name"].get<std::string>(), std::string(factors.front().name));
    }

    void featuresAndWeightsComeBackByName()
    {
        agents::AnswerEvidence evidence = sure();
        evidence.inScope = 0.25;
        const auto features = agents::featuresOf(evidence);
        const auto json = agents::featuresJson(features);
        QVERIFY(!json.contains("own_score"));
        QCOMPARE(json["out_of_scope"].get<double>(), 0.5);

        const auto back = agents::featuresFrom(json);
        for (std::size_t i = 0; i < features.size(); ++i) {
            QVERIFY(std::abs(back.at(i) - features.at(i)) <= 0.0005);
        }
        QVERIFY(agents::featuresFrom(nlohmann::json("text")) == agents::FeatureVector());

        nlohmann::json weights = ConfidenceModel().asJson();
        weights["bias"] = 1.5;
        weights["weights"]["coverage"] = "much";
        const ConfidenceModel read = ConfidenceModel::from(weights);
        QCOMPARE(read.bias(), 1.5);
        QVERIFY(read.weights() == ConfidenceModel().weights());
        QCOMPARE(ConfidenceModel::from(nlohmann::json()).bias(), ConfidenceModel().bias());
    }

    void whatARunKeepsComesBack()
    {
        agents::FeatureVector features{};
        features.front() = 0.5;
        nlohmann::json reply = {{"kind", "bridge"}, {"agent", "faq"}, {"confidence", 0.6}};
        reply[agents::kAssessmentField] = agents::assessmentJson(0.7, true, features);

        const auto stored = agents::storedAssessment(nlohmann::json({{"reply", reply}}).dump());

        QVERIFY(stored.has_value());
        QCOMPARE(stored->confidence, 0.6);
        QCOMPARE(stored->threshold, 0.7);
        QVERIFY(stored->isHeld && stored->kind == "bridge" && stored->features == features);
        for (const char* state : {"", "[]", "{}", R"({"reply":1})", R"({"reply":{"assessment":{}}})"}) {
            QVERIFY(!agents::storedAssessment(state));
        }
    }

    void withoutOutcomesNothingIsFitted()
    {
        const ConfidenceModel fitted = agents::fitConfidence({});
        QVERIFY(fitted.weights() == ConfidenceModel().weights());
        QCOMPARE(agents::logLoss({}, fitted), 0.0);
    }

    void fewOutcomesChangeLittleAndManyMore()
    {
        const double shipped = confidenceOf(sure());
        const auto features = agents::featuresOf(sure());

        const double few = agents::fitConfidence(outcomes(5, 0)).confidence(features);
        const double twenty = agents::fitConfidence(outcomes(20, 0)).confidence(features);
        const double many = agents::fitConfidence(outcomes(2'000, 0)).confidence(features);

        QVERIFY(few < shipped && twenty < few && many < twenty);
        QVERIFY(shipped - few < 0.2);
        QVERIFY(many < 0.2);
        const double praised = agents::fitConfidence(outcomes(100, 1)).confidence(features);
        QVERIFY(praised > shipped);
    }

    void noWeightGoesFar()
    {
        auto all = outcomes(5'000, 0);
        const ConfidenceModel fitted = agents::fitConfidence(all);
        const ConfidenceModel shipped;
        for (std::size_t i = 0; i < shipped.weights().size(); ++i) {
            QVERIFY(std::abs(fitted.weights().at(i) - shipped.weights().at(i)) <= 1.5);
        }
        QVERIFY(std::abs(fitted.bias() - shipped.bias()) <= 1.5);
    }

    void aFitExplainsItsOutcomesBetter()
    {
        // Supporters reject what comes from an angry customer and send the rest.
        std::vector<agents::JudgedAnswer> all;
        for (int i = 0; i < 60; ++i) {
            agents::AnswerEvidence evidence = sure();
            evidence.sentiment = i % 2 == 0 ? -0.9 : 0.2;
            all.push_back({agents::featuresOf(evidence), i % 2 == 0 ? 0.0 : 1.0, 1});
        }
        const ConfidenceModel fitted = agents::fitConfidence(all);

        QVERIFY(agents::logLoss(all, fitted) < agents::logLoss(all, ConfidenceModel()));
        QVERIFY(fitted.confidence(all[0].features) < ConfidenceModel().confidence(all[0].features));
        QVERIFY(fitted.confidence(all[1].features) > 0.75);
    }

    void aDraftIsSentEditedOrRejected_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<std::string>("outcome");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        const auto row =
            [](const char* name, const char* answer, const char* outcome, double least, double most) {
                QTest::newRow(name) << std::string(answer) << std::string(outcome) << least << most;
            };
        row("as it is", "Standard delivery costs 4.90 and takes 3 to 5 working days. [1]", "sent", 1, 1);
        row("with a greeting",
            "Hello Ann, thank you for asking! standard delivery costs 4.90 and takes 3 to 5 working days. "
            "Best, Eva",
            "sent",
            1,
            1);
        row("one thing put right",
            "Standard delivery costs 5.90 and usually takes 3 to 6 working days.",
            "edited",
            0.5,
            0.9);
        row("another answer", "We do not deliver to your island, sorry.", "rejected", 0, 0);
        row("nothing", "", "rejected", 0, 0);
    }
    void aDraftIsSentEditedOrRejected()
    {
        QFETCH(std::string, answer);
        QFETCH(std::string, outcome);
        QFETCH(double, least);
        QFETCH(double, most);

        const auto use =
            agents::judgeDraft("Standard delivery costs 4.90 and takes 3 to 5 working days.", answer);

        QCOMPARE(std::string(use.outcome), outcome);
        QVERIFY(use.label >= least && use.label <= most);
    }
};

PARLEY_TEST("confidence_model", ConfidenceModelTest)
#include "confidence_model_test.moc"
