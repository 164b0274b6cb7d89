// SPDX-License-Identifier: MIT
#include "server/pipeline/address_list.h"
#include "server/pipeline/answer_text.h"
#include "server/pipeline/confirm_text.h"
#include "tests/support/test_main.h"

using namespace parley::server;

class AnswerTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksAreReadAndTakenOut()
    {
        const auto read = pipeline::readMarks("Refunds take 5 days [2]. See [1, 3] and [9].", 3);
        QCOMPARE(read.text, std::string("Refunds take 5 days. See and."));
        QVERIFY((read.cited == std::vector<std::size_t>{1, 0, 2}));
    }

    void whatIsNoMarkStays()
    {
        QCOMPARE(pipeline::readMarks("Write to [email-1] or read [the guide].", 3).text,
                 std::string("Write to [email-1] or read [the guide]."));
    }

    void picturesVanish()
    {
        QCOMPARE(pipeline::readMarks("Yes. ![x](https://evil.example/?q=1)", 1).text, std::string("Yes."));
    }

    void aMarkMayStillBeComing()
    {
        QCOMPARE(pipeline::markLength("[1"), std::string_view::npos);
        QCOMPARE(pipeline::markLength("[1] and"), std::size_t{3});
        QCOMPARE(pipeline::markLength("[email-1]"), std::size_t{0});
        QCOMPARE(pipeline::markLength("text"), std::size_t{0});
    }

    void sentencesEnd_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("ends");
        const auto row = [](const char* text, bool ends) {
            QTest::newRow(text) << std::string(text) << ends;
        };
        row("It takes five days.", true);
        row("Is it late?", true);
        row("Done!", true);
        row("He said \"no.\"", true);
        row("It costs 3.", false);
        row("Use it, e.g.", false);
        row("See www.", false);
        row("It takes five", false);
        row("Dr.", false);
        row("", false);
    }
    void sentencesEnd()
    {
        QFETCH(std::string, text);
        QFETCH(bool, ends);
        QCOMPARE(pipeline::endsSentence(text), ends);
    }

    void scoresAreRead()
    {
        QCOMPARE(pipeline::readScore("confidence: 80").value(), 0.8);
        QCOMPARE(pipeline::readScore("**Confidence:** 100").value(), 1.0);
        QCOMPARE(pipeline::readScore("Confidence: 0.5").value(), 0.5);
        QVERIFY(!pipeline::readScore("Confidence is what we have."));
        QVERIFY(!pipeline::readScore("It is 80."));
    }

    void addressesAreFound_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("found");
        const auto row = [](const char* text, const char* found) {
            QTest::newRow(text) << std::string(text) << std::string(found);
        };
        row("Visit https://evil.example/a?b=c now", "https://evil.example/a?b=c ");
        row("Visit evil.example.", "evil.example ");
        row("[here](http://evil.example)", "http://evil.example ");
        row("write a@evil.example, please", "a@evil.example ");
        row("javascript:alert(1)", "javascript:alert ");
        row("//evil.example/x", "//evil.example/x ");
        row("www.evil.example", "www.evil.example ");
        row("It takes 3.5 days, e.g. in May", "");
    }
    void addressesAreFound()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, found);
        std::string all;
        for (const std::string& address : pipeline::addressesIn(text)) {
            all += address + " ";
        }
        QCOMPARE(all, found);
    }

    void onlyKnownAddressesAreAllowed()
    {
        pipeline::AddressList list;
        list.add("Read https://www.shop.example/help/returns or write to Help@Shop.example.");
        QVERIFY(list.allows("See shop.example/help/returns."));
        QVERIFY(list.allows("See https://shop.example"));
        QVERIFY(list.allows("mailto:help@shop.example"));
        QVERIFY(list.allows("no address at all"));
        QVERIFY(!list.allows("https://shop.example/help/returns?token=1"));
        QVERIFY(!list.allows("https://shop.example.evil.example/"));
        QVERIFY(!list.allows("evil@shop.example"));
        QVERIFY(!list.allows("javascript://shop.example/%0aalert(1)"));
    }

    void yesAndNoAreRead()
    {
        for (const char* yes : {"yes", "Yes, please!", "ja bitte", "Sí", "oui", "ok, do it", "go ahead"}) {
            QVERIFY2(pipeline::readYesOrNo(yes) == std::optional<bool>(true), yes);
        }
        for (const char* no : {"no", "No, thanks", "nein danke", "non merci", "do not"}) {
            QVERIFY2(pipeline::readYesOrNo(no) == std::optional<bool>(false), no);
        }
        for (const char* other : {"yes but change the address first", "", "what does it cost?", "yes no"}) {
            QVERIFY2(!pipeline::readYesOrNo(other), other);
        }
    }
};

PARLEY_TEST("answer_text", AnswerTextTest)
#include "answer_text_test.moc"
