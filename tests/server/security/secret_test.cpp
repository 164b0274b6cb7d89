// SPDX-License-Identifier: MIT
#include "server/security/secret.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <ostream>

using namespace parley::server::security;

namespace {

template <class T>
concept Streamable = requires(std::ostream& out, const T& value)
{
    out << value;
};
static_assert(!Streamable<Secret>, "a secret must not reach a log by accident");
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_constructible_v<nlohmann::json, Secret>);

} // namespace

class SecretTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isShownAsStars()
    {
        QCOMPARE(std::string(Secret("sk-live").redacted()), std::string("********"));
        QCOMPARE(std::string(Secret().redacted()), std::string());
    }

    void movingLeavesNothingBehind()
    {
        Secret first("short");
        const char* where = first.reveal().data();
        const std::size_t size = first.reveal().size();

        const Secret second = std::move(first);

        QCOMPARE(second.reveal(), std::string("short"));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move)
        // A short string keeps its bytes inside the object, so they can be looked at after the move.
        QCOMPARE(std::string(where, size), std::string(size, '\0'));
    }

    void wipingClearsTheSpareCapacityToo()
    {
        std::string text = "a rather long text that lives on the heap and not in the object";
        text.resize(8);
        const char* data = text.data();

        wipe(text);

        QVERIFY(text.empty());
        for (std::size_t i = 0; i < text.capacity(); ++i) {
            QCOMPARE(data[i], '\0');
        }
    }

    void assigningReplacesTheWhole()
    {
        Secret secret("one");
        const Secret other("two");

        secret = other;
        QCOMPARE(secret.reveal(), std::string("two"));
        secret = Secret("three");
        QCOMPARE(secret.reveal(), std::string("three"));
        QCOMPARE(other.reveal(), std::string("two"));
    }
};

PARLEY_TEST("secret", SecretTest)
#include "secret_test.moc"
