// SPDX-License-Identifier: MIT
#include "server/identity/customer_identity.h"
#include "server/security/digest.h"
#include "tests/support/test_main.h"

using namespace parley::server::identity;
using namespace parley::server::security;

class CustomerIdentityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheHashOfAResumeTokenNeedsKeeping()
    {
        const ResumeToken token = newResumeToken();

        QCOMPARE(token.token.reveal().size(), std::size_t{43});
        QCOMPARE(token.hash, resumeTokenHash(token.token.reveal()));
        QCOMPARE(token.hash.size(), std::size_t{64});
        QVERIFY(newResumeToken().hash != token.hash);
    }

    void aUserIsVerifiedByTheTenantsSignatureOverIdAndEmail()
    {
        const Secret secret("identity secret");
        const std::string hash = digestHex(hmacSha256("identity secret", "u1\nu1@a.example"));
        std::string upper = hash;
        for (char& c : upper) {
            c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        }

        QVERIFY(isVerifiedUser(secret, "u1", "u1@a.example", hash));
        QVERIFY(isVerifiedUser(secret, "u1", "u1@a.example", upper));
        QVERIFY(!isVerifiedUser(secret, "u2", "u1@a.example", hash));
        QVERIFY(!isVerifiedUser(secret, "u1", "u2@a.example", hash));
        QVERIFY(!isVerifiedUser(Secret("other"), "u1", "u1@a.example", hash));
        QVERIFY(!isVerifiedUser(secret, "u1", "u1@a.example", ""));
        const std::string unkeyed = digestHex(hmacSha256("", "u1\nu1@a.example"));
        QVERIFY(!isVerifiedUser(Secret(), "u1", "u1@a.example", unkeyed));
    }
};

PARLEY_TEST("customer_identity", CustomerIdentityTest)
#include "customer_identity_test.moc"
