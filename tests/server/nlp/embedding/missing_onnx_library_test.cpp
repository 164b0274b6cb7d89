// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_library.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>

using namespace parley;
using server::nlp::loadOnnxLibrary;
using server::nlp::onnxLibraryPlaces;

class MissingOnnxLibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Named so that it comes before the suite that loads it: a process loads it only once.
    void aWrongPlaceIsNamedInTheError()
    {
        const auto loaded = loadOnnxLibrary("/nowhere/libonnxruntime.so.1");

        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unavailable);
        QVERIFY(loaded.error().message.find("/nowhere/libonnxruntime.so.1") != std::string::npos);
    }

    void anotherLibraryIsNotTakenForIt()
    {
        const auto loaded = loadOnnxLibrary("libc.so.6");

        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unavailable);
    }

    void theConfiguredPlaceIsTheOnlyOne() { QCOMPARE(onnxLibraryPlaces("/opt/x.so").size(), std::size_t{1}); }

    void itIsLookedForBesideTheProgramFirstAndInTheSystemLast()
    {
        const auto places = onnxLibraryPlaces("");

        QCOMPARE(places.size(), std::size_t{3});
        QVERIFY(places.front().starts_with(QCoreApplication::applicationDirPath().toStdString()));
        QVERIFY(places.back().find('/') == std::string::npos);
    }
};

PARLEY_TEST("missing_onnx_library", MissingOnnxLibraryTest)
#include "missing_onnx_library_test.moc"
