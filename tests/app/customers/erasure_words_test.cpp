// SPDX-License-Identifier: MIT
#include "app/customers/erasure_words.h"
#include "tests/support/test_main.h"

namespace parley::console {

class ErasureWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReceiptSaysWhatIsGone()
    {
        const QString words =
            erasureWords({{QStringLiteral("id"), QStringLiteral("receipt-1")},
                          {QStringLiteral("erased_ts"), QStringLiteral("2026-11-21T20:55:20.320Z")},
                          {QStringLiteral("removed"),
                           QJsonObject{{QStringLiteral("messages"), 12}, {QStringLiteral("tool_calls"), 0}}},
                          {QStringLiteral("disk"), QStringLiteral("pending")},
                          {QStringLiteral("backups_expire_ts"), QStringLiteral("2026-12-21T20:55:20.320Z")}});

        QVERIFY(words.contains(QStringLiteral("• Messages: 12")));
        QVERIFY(!words.contains(QStringLiteral("Tool calls")));
        QVERIFY(words.contains(QStringLiteral("still clears")));
        QVERIFY(words.contains(QStringLiteral("2026")));
        QVERIFY(words.contains(QStringLiteral("Receipt: receipt-1")));
    }

    void withoutBackupsItSaysSo()
    {
        const QString words = erasureWords({{QStringLiteral("disk"), QStringLiteral("clean")},
                                            {QStringLiteral("backups_expire_ts"), QJsonValue()}});

        QVERIFY(words.contains(QStringLiteral("Nothing of it is left")));
        QVERIFY(words.contains(QStringLiteral("no backup that expires")));
    }
};

} // namespace parley::console

using parley::console::ErasureWordsTest;
PARLEY_TEST("erasure_words", ErasureWordsTest)
#include "erasure_words_test.moc"
