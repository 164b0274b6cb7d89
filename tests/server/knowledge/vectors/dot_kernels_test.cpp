// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/dot_kernels.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace parley::server::knowledge;

namespace {

constexpr std::size_t kRows = 9;

template <class T, class Make>
std::vector<T> filled(std::size_t count, Make make)
{
    std::vector<T> made(count);
    for (T& value : made) {
        value = make();
    }
    return made;
}

} // namespace

class DotKernelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKernelAgreesWithThePlainOne_data()
    {
        QTest::addColumn<std::size_t>("kernel");
        QTest::addColumn<std::size_t>("width");
        for (std::size_t kernel = 0; kernel < usableKernels().size(); ++kernel) {
            for (const std::size_t width : {64U, 128U, 192U, 384U, 1536U}) {
                QTest::addRow("%s %zu", usableKernels()[kernel].name, width) << kernel << width;
            }
        }
    }

    void everyKernelAgreesWithThePlainOne()
    {
        QFETCH(std::size_t, kernel);
        QFETCH(std::size_t, width);
        const DotKernels& kernels = usableKernels()[kernel];
        std::mt19937 random(7);
        std::uniform_real_distribution<float> real(-1, 1);
        std::uniform_int_distribution<int> whole(-127, 127);
        const auto query = filled<float>(width, [&] { return real(random); });
        const auto rows = filled<float>(width * kRows, [&] { return real(random); });
        const auto byte = [&] { return static_cast<std::int8_t>(whole(random)); };
        const auto byteQuery = filled<std::int8_t>(width, byte);
        const auto byteRows = filled<std::int8_t>(width * kRows, byte);

        std::vector<float> floats(kRows);
        std::vector<std::int32_t> bytes(kRows);
        kernels.floats(query.data(), rows.data(), width, kRows, floats.data());
        kernels.bytes(byteQuery.data(), byteRows.data(), width, kRows, bytes.data());

        for (std::size_t row = 0; row < kRows; ++row) {
            double expected = 0;
            std::int32_t expectedBytes = 0;
            for (std::size_t i = 0; i < width; ++i) {
                expected += static_cast<double>(query[i]) * static_cast<double>(rows[row * width + i]);
                expectedBytes += byteQuery[i] * byteRows[row * width + i];
            }
            QVERIFY(std::abs(static_cast<double>(floats[row]) - expected) < 1e-4);
            QCOMPARE(bytes[row], expectedBytes);
        }
    }

    /// Where 16 or 8 bits inside a kernel would run over.
    void theLargestBytesDoNotOverflow_data()
    {
        QTest::addColumn<int>("query");
        QTest::addColumn<int>("row");
        QTest::newRow("both positive") << 127 << 127;
        QTest::newRow("both negative") << -127 << -127;
        QTest::newRow("opposite") << -127 << 127;
        QTest::newRow("zero") << 0 << -127;
    }

    void theLargestBytesDoNotOverflow()
    {
        QFETCH(int, query);
        QFETCH(int, row);
        constexpr std::size_t kWidth = 4096;
        const std::vector<std::int8_t> a(kWidth, static_cast<std::int8_t>(query));
        const std::vector<std::int8_t> b(kWidth, static_cast<std::int8_t>(row));

        for (const DotKernels& kernels : usableKernels()) {
            std::int32_t product = 0;
            kernels.bytes(a.data(), b.data(), kWidth, 1, &product);
            QVERIFY2(product == query * row * static_cast<int>(kWidth), kernels.name);
        }
    }
};

PARLEY_TEST("dot_kernels", DotKernelsTest)
#include "dot_kernels_test.moc"
