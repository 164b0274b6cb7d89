// SPDX-License-Identifier: MIT
#include "server/live/presence.h"
#include "tests/support/recording_publisher.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace parley;
using namespace parley::server::live;

namespace {

const TenantId kTenant{"t1"};

nlohmann::json lastOf(const test::RecordingPublisher& publisher)
{
    return nlohmann::json::parse(*publisher.ofTopics().back().operatorData);
}

} // namespace

class PresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPersonIsThereWhileALinkIsOpen()
    {
        test::RecordingPublisher publisher;
        Presence presence(publisher);
        QVERIFY(presence.lines(kTenant).empty());
        auto phone = std::make_unique<Presence::Link>(presence, kTenant, PresentPerson{"mia", "Mia"});
        auto desk = std::make_unique<Presence::Link>(presence, kTenant, PresentPerson{"mia", "Mia"});
        QCOMPARE(presence.lines(kTenant).size(), std::size_t{1});
        phone.reset();
        QCOMPARE(lastOf(publisher).value("state", std::string()), std::string("online"));
        desk.reset();
        QCOMPARE(lastOf(publisher).value("state", std::string()), std::string("offline"));
        QVERIFY(presence.lines(kTenant).empty());
    }

    void viewersAreNamedOncePerPersonAndTenant()
    {
        test::RecordingPublisher publisher;
        Presence presence(publisher);
        Presence::Link one(presence, kTenant, {"mia", "Mia"});
        Presence::Link two(presence, kTenant, {"mia", "Mia"});
        Presence::Link stranger(presence, TenantId{"t2"}, {"eve", "Eve"});
        one.view("c1");
        two.view("c1");
        stranger.view("c1");
        QCOMPARE(presence.viewers(kTenant, "c1"), std::vector<std::string>{"Mia"});
        two.compose("c1");
        QCOMPARE(lastOf(publisher)["composing"].dump(), std::string(R"(["c1"])"));
        one.view("");
        two.view("c2");
        QVERIFY(presence.viewers(kTenant, "c1").empty());
    }

    void theStateIsWhatThePersonSays()
    {
        test::RecordingPublisher publisher;
        Presence presence(publisher);
        presence.setState(kTenant, "mia", PresenceState::Away); // not there: nothing to say
        Presence::Link link(presence, kTenant, {"mia", "Mia"});
        QCOMPARE(lastOf(publisher).value("state", std::string()), std::string("online"));
        presence.setState(kTenant, "mia", PresenceState::Away);
        QCOMPARE(lastOf(publisher).value("state", std::string()), std::string("away"));
    }

    void nothingIsSaidToNobody()
    {
        test::RecordingPublisher publisher;
        publisher.watched = false;
        Presence presence(publisher);
        const Presence::Link link(presence, kTenant, {"mia", "Mia"});
        QVERIFY(publisher.ofTopics().empty());
    }
};

PARLEY_TEST("presence", PresenceTest)
#include "presence_test.moc"
