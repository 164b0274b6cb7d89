// SPDX-License-Identifier: MIT
#include "server/agents/recent_talks.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

const TenantId kTenant{"11111111-1111-7111-8111-111111111111"};
const TenantId kOther{"22222222-2222-7222-8222-222222222222"};
const ConversationId kTalk{"33333333-3333-7333-8333-333333333333"};

agents::TalkLine line(const std::string& text, bool isCustomers = true)
{
    return {isCustomers, text, false};
}

} // namespace

class RecentTalksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTalkIsKnownForTheNextMessageAlone()
    {
        agents::RecentTalks talks;
        talks.put(kTenant, kTalk, 4, {line("asked")}, 10);
        talks.add(kTenant, kTalk, 5, line("answered", false));

        QVERIFY(!talks.before(kTenant, kTalk, 5));
        QVERIFY(!talks.before(kTenant, kTalk, 7)); // somebody said something as number 6
        const auto known = talks.before(kTenant, kTalk, 6);
        QCOMPARE(known.value().size(), std::size_t{2});
        QCOMPARE(known->back().text, std::string("answered"));
        QVERIFY(!known->back().isCustomers);
    }

    void whatWasFoundCleanIsNotLookedAtAgain()
    {
        agents::RecentTalks talks;
        talks.put(kTenant, kTalk, 4, {line("asked"), line("my phone is 555-0100")}, 10);
        auto lines = talks.before(kTenant, kTalk, 5).value();
        lines.front().isClean = true;

        talks.noteClean(kTenant, kTalk, 3, lines); // of another moment
        QVERIFY(!talks.before(kTenant, kTalk, 5)->front().isClean);
        talks.noteClean(kTenant, kTalk, 4, lines);

        const auto known = talks.before(kTenant, kTalk, 5).value();
        QVERIFY(known.front().isClean);
        QVERIFY(!known.back().isClean);
    }

    void aGapForgetsTheTalk()
    {
        agents::RecentTalks talks;
        talks.put(kTenant, kTalk, 4, {line("asked")}, 10);

        talks.add(kTenant, kTalk, 6, line("answered", false));

        QVERIFY(!talks.before(kTenant, kTalk, 5));
        QVERIFY(!talks.before(kTenant, kTalk, 7));
        QCOMPARE(talks.size(), std::size_t{0});
    }

    void whatIsNotKnownIsNotBegunInTheMiddle()
    {
        agents::RecentTalks talks;
        talks.add(kTenant, kTalk, 2, line("answered", false));
        QVERIFY(!talks.before(kTenant, kTalk, 3));
    }

    void tenantsAreApart()
    {
        agents::RecentTalks talks;
        talks.put(kTenant, kTalk, 1, {line("mine")}, 10);
        talks.put(kOther, kTalk, 1, {line("theirs")}, 10);

        QCOMPARE(talks.before(kTenant, kTalk, 2).value().front().text, std::string("mine"));
        talks.forget(kTenant, 20);

        QVERIFY(!talks.before(kTenant, kTalk, 2));
        QCOMPARE(talks.before(kOther, kTalk, 2).value().front().text, std::string("theirs"));
    }

    void whatIsUnderWayBringsNothingBack()
    {
        agents::RecentTalks talks;
        talks.forget(kTenant, 20);

        talks.put(kTenant, kTalk, 1, {line("began before")}, 20);
        QCOMPARE(talks.size(), std::size_t{0});
        talks.add(kTenant, kTalk, 2, line("its answer", false));
        QCOMPARE(talks.size(), std::size_t{0});

        talks.put(kTenant, kTalk, 3, {line("began after")}, 21);
        QVERIFY(talks.before(kTenant, kTalk, 4));
        talks.forget(kOther, 15); // an earlier time takes nothing back
        talks.put(kTenant, kTalk, 5, {line("began before")}, 18);
        QVERIFY(!talks.before(kTenant, kTalk, 6));
    }

    void theOldestLinesGo()
    {
        agents::RecentTalks talks;
        talks.put(kTenant, kTalk, 1, {}, 10);
        for (std::int64_t seq = 2; seq < 20; ++seq) {
            talks.add(kTenant, kTalk, seq, line(std::to_string(seq)));
        }
        const auto known = talks.before(kTenant, kTalk, 20);
        QCOMPARE(known.value().size(), agents::RecentTalks::kMostLines);
        QCOMPARE(known->front().text, std::string("8"));
    }

    void theTalksUsedLeastGoWhenThereIsNoRoom()
    {
        agents::RecentTalks talks(std::chrono::minutes(10), 4'096);
        const ConversationId second{"44444444-4444-7444-8444-444444444444"};
        talks.put(kTenant, kTalk, 1, {line(std::string(2'000, 'a'))}, 10);
        talks.put(kTenant, second, 1, {line(std::string(1'500, 'b'))}, 10);
        talks.put(kTenant, kTalk, 2, {line(std::string(2'000, 'c'))}, 10);

        talks.put(kTenant, ConversationId{"55555555-5555-7555-8555-555555555555"}, 1, {line("d")}, 10);

        QVERIFY(!talks.before(kTenant, second, 2));
        QVERIFY(talks.before(kTenant, kTalk, 3));
        talks.put(kTenant, kTalk, 3, {line(std::string(9'000, 'e'))}, 10); // more than there is room at all
        QCOMPARE(talks.size(), std::size_t{0});
    }

    void anOldTalkIsNotBelieved()
    {
        agents::RecentTalks talks(std::chrono::minutes(0));
        talks.put(kTenant, kTalk, 1, {line("asked")}, 10);
        QVERIFY(!talks.before(kTenant, kTalk, 2));
        QCOMPARE(talks.size(), std::size_t{0});
    }
};

PARLEY_TEST("recent_talks", RecentTalksTest)
#include "recent_talks_test.moc"
