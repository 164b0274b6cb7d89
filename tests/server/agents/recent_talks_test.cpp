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
        talks.put(kTenant, kTalk, 4, {line("asked")});
        talks.add(kTenant, kTalk, 5, line("answered", false));

        QVERIFY(!talks.before(kTenant, kTalk, 5));
        QVERIFY(!talks.before(kTenant, kTalk, 7)); // somebody said something as number 6
        const auto known = talks.before(kTenant, kTalk, 6);
        QCOMPARE(known.value().size(), std::size_t{2});
        QCOMPARE(known->back().text, std::string("answered"));
        QVERIFY(!known->back().isCustomers);
    }

    void aGapForgetsTheTalk()
    {
        agents::RecentTalks talks;
        talks.put(kTenant, kTalk, 4, {line("asked")});

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
        talks.put(kTenant, kTalk, 1, {line("mine")});
        talks.put(kOther, kTalk, 1, {line("theirs")});

        QCOMPARE(talks.before(kTenant, kTalk, 2).value().front().text, std::string("mine"));
        talks.forget(kTenant);

        QVERIFY(!talks.before(kTenant, kTalk, 2));
        QCOMPARE(talks.before(kOther, kTalk, 2).value().front().text, std::string("theirs"));
    }

    void theOldestLinesGo()
    {
        agents::RecentTalks talks;
        talks.put(kTenant, kTalk, 1, {});
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
        talks.put(kTenant, kTalk, 1, {line(std::string(2'000, 'a'))});
        talks.put(kTenant, second, 1, {line(std::string(1'500, 'b'))});
        talks.put(kTenant, kTalk, 2, {line(std::string(2'000, 'c'))});

        talks.put(kTenant, ConversationId{"55555555-5555-7555-8555-555555555555"}, 1, {line("d")});

        QVERIFY(!talks.before(kTenant, second, 2));
        QVERIFY(talks.before(kTenant, kTalk, 3));
        talks.put(kTenant, kTalk, 3, {line(std::string(9'000, 'e'))}); // more than there is room at all
        QCOMPARE(talks.size(), std::size_t{0});
    }

    void anOldTalkIsNotBelieved()
    {
        agents::RecentTalks talks(std::chrono::minutes(0));
        talks.put(kTenant, kTalk, 1, {line("asked")});
        QVERIFY(!talks.before(kTenant, kTalk, 2));
        QCOMPARE(talks.size(), std::size_t{0});
    }
};

PARLEY_TEST("recent_talks", RecentTalksTest)
#include "recent_talks_test.moc"
