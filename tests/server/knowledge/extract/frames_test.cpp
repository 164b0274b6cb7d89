// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/frames.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server::knowledge;

class FramesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesArriveWholeHoweverTheyAreCut_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("within the length") << 3;
        QTest::newRow("all at once") << 10'000;
    }

    void framesArriveWholeHoweverTheyAreCut()
    {
        QFETCH(int, piece);
        const Block first{Block::Kind::Heading, 2, "Refunds \xE2\x82\xAC", 3};
        const Block second{Block::Kind::TableRow, 0, "Plan: Team | Price: 9", 0};
        const std::string bytes = encodeFrame(blockFrame(first)) + encodeFrame(blockFrame(second));
        FrameReader reader;
        std::vector<Block> blocks;

        for (std::size_t at = 0; at < bytes.size(); at += static_cast<std::size_t>(piece)) {
            reader.append(std::string_view(bytes).substr(at, static_cast<std::size_t>(piece)));
            while (auto frame = test::must(reader.next())) {
                blocks.push_back(test::must(blockOfFrame(*frame)));
            }
        }

        QCOMPARE(blocks.size(), std::size_t{2});
        QCOMPARE(blocks[0].text, first.text);
        QCOMPARE(blocks[0].level, 2);
        QCOMPARE(blocks[0].page, 3);
        QVERIFY(blocks[1].kind == Block::Kind::TableRow);
    }

    void aStreamThatLiesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("longer than allowed") << QByteArray("\x01\x00\x10\x00", 4);
        QTest::newRow("no JSON") << QByteArray("\x03\x00\x00\x00"
                                               "abc",
                                               7);
        QTest::newRow("no object") << QByteArray("\x02\x00\x00\x00[]", 6);
        QTest::newRow("no kind") << QByteArray("\x02\x00\x00\x00{}", 6);
    }

    void aStreamThatLiesIsRefused()
    {
        QFETCH(QByteArray, bytes);
        FrameReader reader;

        reader.append(bytes.toStdString());

        QVERIFY(!reader.next());
    }

    void aBlockWithoutTextOrOfAnUnknownKindIsRefused()
    {
        QVERIFY(
            !blockOfFrame({{"frame", "block"}, {"kind", "row"}, {"level", 0}, {"text", ""}, {"page", 0}}));
        QVERIFY(
            !blockOfFrame({{"frame", "block"}, {"kind", "film"}, {"level", 0}, {"text", "x"}, {"page", 0}}));
        QVERIFY(
            !blockOfFrame({{"frame", "block"}, {"kind", "row"}, {"level", -1}, {"text", "x"}, {"page", 0}}));
    }
};

PARLEY_TEST("frames", FramesTest)
#include "frames_test.moc"
