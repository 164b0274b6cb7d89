// SPDX-License-Identifier: MIT
#include "server/nlp/classes/shipped_classes.h"
#include "server/nlp/sentiment/sentiment.h"
#include "server/nlp/text_language.h"
#include "server/pipeline/text_readings.h"
#include "tests/support/test_main.h"

using namespace parley::server;

class TextReadingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsRememberedIsWhatWasRead()
    {
        pipeline::TextReadings readings;
        for (const std::string text : {"I hate this router, it broke again!",
                                       "Why was I charged twice this month?",
                                       "Wie lange dauert der Versand?",
                                       "Mail me at ana@example.com, the lamp is broken",
                                       ""}) {
            for (int i = 0; i < 2; ++i) {
                nlp::Masked masked;
                const pipeline::TextReading reading = readings.read(text, masked);

                const nlp::Masked expected = nlp::maskPii(text);
                QCOMPARE(masked.text, expected.text);
                QCOMPARE(masked.map.size(), expected.map.size());
                QCOMPARE(reading.sentiment, nlp::sentiment(text));
                QCOMPARE(reading.language, nlp::textLanguage(text).code);
                QCOMPARE(reading.category, nlp::ShippedClasses::instance().category({}, expected.text).label);
            }
        }
    }

    void personalDetailsAreNotRemembered()
    {
        pipeline::TextReadings readings;
        nlp::Masked masked;
        readings.read("Mail me at ana@example.com", masked);
        QCOMPARE(readings.size(), std::size_t{0});
        readings.read("Mail me", masked);
        QCOMPARE(readings.size(), std::size_t{1});
    }

    void theOldestGoAndWhatIsAskedAgainStays()
    {
        pipeline::TextReadings readings(4);
        nlp::Masked masked;
        for (int i = 0; i < 100; ++i) {
            readings.read("question " + std::to_string(i), masked);
            readings.read("the same", masked);
        }
        QVERIFY(readings.size() <= 8);
    }
};

PARLEY_TEST("text_readings", TextReadingsTest)
#include "text_readings_test.moc"
