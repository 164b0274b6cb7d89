// SPDX-License-Identifier: MIT
#include "server/identity/signing_key_store.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;
using namespace parley::server::security;

namespace {

std::string tokenOf(const SigningKeys& keys, const Clock& clock)
{
    return keys.sign({{"sub", "u1"}, {"exp", clock.nowMs() / 1000 + 60}});
}

} // namespace

class SigningKeyStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGeneratedKeySurvivesARestart_data() { test::addDatabaseRows(); }
    void aGeneratedKeySurvivesARestart()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        const Fernet fernet = *Fernet::fromText(test::IdentityNode::kMasterKey);
        SigningKeyStore store(*database, fernet, clock);
        const auto first = store.open(std::nullopt);
        QVERIFY(first.has_value());

        const auto second = store.open(std::nullopt);

        QCOMPARE((*second)->currentKid(), (*first)->currentKid());
        QVERIFY((*second)->verify(tokenOf(**first, clock), clock.nowMs()).has_value());
    }

    void aSuppliedKeySignsAndOthersLearnIt_data() { test::addDatabaseRows(); }
    void aSuppliedKeySignsAndOthersLearnIt()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        const Fernet fernet = *Fernet::fromText(test::IdentityNode::kMasterKey);
        SigningKeyStore store(*database, fernet, clock);
        const auto generated = store.open(std::nullopt);

        const auto supplied = store.open(test::testKey().privatePem());

        QVERIFY(supplied.has_value());
        QCOMPARE((*supplied)->currentKid(), test::testKey().kid());
        QVERIFY((*supplied)->verify(tokenOf(**generated, clock), clock.nowMs()).has_value());
        QVERIFY(!(*generated)->verify(tokenOf(**supplied, clock), clock.nowMs()).has_value());
        boost::asio::io_context io;
        QVERIFY(test::runCoroutine(io, store.refresh(**generated)).has_value());
        QVERIFY((*generated)->verify(tokenOf(**supplied, clock), clock.nowMs()).has_value());
        QVERIFY(!store.open(Secret("no PEM")).has_value());
    }

    void aKeyUnderALostMasterKeyIsReplaced_data() { test::addDatabaseRows(); }
    void aKeyUnderALostMasterKeyIsReplaced()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        const Fernet lost = *Fernet::fromText(FernetKey::generateText().reveal());
        const Fernet fernet = *Fernet::fromText(test::IdentityNode::kMasterKey);
        const auto before = SigningKeyStore(*database, lost, clock).open(std::nullopt);

        const auto after = SigningKeyStore(*database, fernet, clock).open(std::nullopt);

        QVERIFY(after.has_value());
        QVERIFY((*after)->currentKid() != (*before)->currentKid());
        QVERIFY((*after)->verify(tokenOf(**before, clock), clock.nowMs()).has_value());
    }
};

PARLEY_TEST("signing_key_store", SigningKeyStoreTest)
#include "signing_key_store_test.moc"
