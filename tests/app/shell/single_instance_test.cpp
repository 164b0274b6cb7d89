// SPDX-License-Identifier: MIT
#include "app/shell/single_instance.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using parley::console::SingleInstance;

class SingleInstanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartBringsTheFirstToTheFrontAndEnds()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QSignalSpy wanted(&first, &SingleInstance::presentWanted);
        QVERIFY(first.isFirst());

        SingleInstance second(folder.path());

        QVERIFY(!second.isFirst());
        QTRY_COMPARE(wanted.count(), 1);
    }

    void anotherFolderHasAConsoleOfItsOwn()
    {
        const QTemporaryDir folder;
        const QTemporaryDir other;
        SingleInstance first(folder.path());
        QVERIFY(first.isFirst());
        SingleInstance second(other.path());
        QVERIFY(second.isFirst());
    }

    void whenTheFirstHasEndedTheNextOneIsFirst()
    {
        const QTemporaryDir folder;
        {
            SingleInstance first(folder.path());
            QVERIFY(first.isFirst());
        }
        SingleInstance next(folder.path());
        QVERIFY(next.isFirst());
    }
};

PARLEY_TEST("single_instance", SingleInstanceTest)
#include "single_instance_test.moc"
