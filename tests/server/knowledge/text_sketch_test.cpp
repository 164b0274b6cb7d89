// SPDX-License-Identifier: MIT
#include "server/knowledge/text_sketch.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <set>

using namespace parley::server::knowledge;

namespace {

/// 2,000 words, of which every `period`th is another one; 0: none.
TextSketch sketchOf(int period)
{
    TextSketch sketch;
    for (int i = 0; i < 2000; ++i) {
        const bool isOther = period > 0 && i % period == 0;
        sketch.add((isOther ? "Other" : "Word") + std::to_string(i * 7919 % 10'000));
    }
    return sketch;
}

bool haveABandInCommon(const TextSketch& left, const TextSketch& right)
{
    const auto bands = left.bands();
    const std::set<std::int64_t> known(bands.begin(), bands.end());
    for (const std::int64_t band : right.bands()) {
        if (known.contains(band)) {
            return true;
        }
    }
    return false;
}

} // namespace

class TextSketchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSimilarityIsEstimated_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<double>("similarity");
        // Each other word changes three of the shingles: 3/period of them are only here, as many only there.
        QTest::newRow("the same") << 0 << 1.0;
        QTest::newRow("nearly") << 60 << (1 - 3.0 / 60) / (1 + 3.0 / 60);
        QTest::newRow("half") << 9 << (1 - 3.0 / 9) / (1 + 3.0 / 9);
        QTest::newRow("nothing") << 1 << 0.0;
    }
    void theSimilarityIsEstimated()
    {
        QFETCH(int, period);
        QFETCH(double, similarity);
        const double estimate = TextSketch::similarity(sketchOf(0).text(), sketchOf(period).text());
        QVERIFY2(std::abs(estimate - similarity) < 0.12, std::to_string(estimate).c_str());
        QCOMPARE(haveABandInCommon(sketchOf(0), sketchOf(period)), similarity > 0.4);
    }

    void caseAndPunctuationDoNotCount()
    {
        TextSketch left;
        TextSketch right;
        left.add("Returns are free, within 30 days!");
        right.add("RETURNS are");
        right.add("free within (30) days");
        QCOMPARE(left.text(), right.text());
        QCOMPARE(left.text().size(), std::size_t{1024});
        QCOMPARE(left.bands().size(), std::size_t{32});
    }

    void aShortTextHasNone()
    {
        TextSketch sketch;
        sketch.add("two words");
        QVERIFY(sketch.isEmpty());
        QCOMPARE(sketch.text(), std::string());
        QVERIFY(sketch.bands().empty());
        QCOMPARE(TextSketch::similarity("", ""), 0.0);
    }

    void scriptsWithoutSpacesHaveOneToo()
    {
        TextSketch sketch;
        sketch.add("退货是免费的");
        QVERIFY(!sketch.isEmpty());
    }

    void itGoesOnFromAState()
    {
        TextSketch first;
        first.add("one two three four");
        TextSketch second;
        QVERIFY(second.restore(nlohmann::json::parse(first.state().dump())));
        first.add("five six");
        second.add("five six");
        QCOMPARE(second.text(), first.text());
        QVERIFY(!second.restore(nlohmann::json::object()));
    }
};

PARLEY_TEST("text_sketch", TextSketchTest)
#include "text_sketch_test.moc"
