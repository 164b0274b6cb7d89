// SPDX-License-Identifier: MIT
#include "server/nlp/intent/calibration.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace parley::server::nlp;

namespace {

/// A thousand texts, of which `right` have the first label; its score leads by `lead`.
std::vector<HeldOutScores> heldOut(int right, float lead)
{
    std::vector<HeldOutScores> items;
    for (int i = 0; i < 1000; ++i) {
        items.push_back({{lead, 0.0F}, i < right ? 0U : 1U, 1.0F});
    }
    return items;
}

} // namespace

class CalibrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void softmaxOfTheFittedSharpnessIsTheShareOfTheRight_data()
    {
        QTest::addColumn<int>("right");
        for (const int right : {600, 750, 900, 970}) {
            QTest::newRow(std::to_string(right).c_str()) << right;
        }
    }
    void softmaxOfTheFittedSharpnessIsTheShareOfTheRight()
    {
        QFETCH(int, right);
        const double sharpness = fitSharpness(heldOut(right, 0.5F));

        const std::vector<float> scores{0.5F, 0.0F};
        QVERIFY(std::fabs(softmax(scores, sharpness)[0] - right / 1000.0) < 0.03);
    }

    void sharpnessStaysWithinItsBounds()
    {
        QVERIFY(fitSharpness(heldOut(1000, 1.0F)) < 30);
        QVERIFY(fitSharpness(heldOut(0, 1.0F)) >= 0.5);
        QVERIFY(std::fabs(fitSharpness({}) - 4) < 0.01);
    }

    void softmaxSurvivesGreatScores()
    {
        const std::vector<float> scores{1e30F, -1e30F};
        QCOMPARE(softmax(scores, 30)[0], 1.0);
        QVERIFY(softmax({}, 1).empty());
    }

    void logisticPartsTwoSamples()
    {
        const std::vector<double> positives{0.5, 0.6, 0.8, 1.0};
        const std::vector<double> negatives{-1.0, -0.7, -0.4, -0.3};
        const Logistic fitted = fitLogistic(positives, negatives);

        QVERIFY(fitted(0.5) > 0.5);
        QVERIFY(fitted(-0.3) < 0.5);
        QVERIFY(fitted(1.0) > fitted(0.5));
    }

    void logisticNeverFallsAndNeverFails()
    {
        const std::vector<double> low{-1, -2};
        const std::vector<double> high{1, 2};
        const Logistic upsideDown = fitLogistic(low, high);
        QVERIFY(upsideDown(2) > upsideDown(-2));
        const Logistic none = fitLogistic({}, {});
        QVERIFY(std::isfinite(none(0)));
    }
};

PARLEY_TEST("calibration", CalibrationTest)

#include "calibration_test.moc"
