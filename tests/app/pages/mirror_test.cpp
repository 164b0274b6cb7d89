// SPDX-License-Identifier: MIT
#include "app/conversation/canned_list.h"
#include "app/conversation/message_layout.h"
#include "app/knowledge/document_columns.h"
#include "app/knowledge/document_delegate.h"
#include "app/knowledge/text_card_delegate.h"
#include "app/monitor/monitor_delegate.h"
#include "app/style/colors.h"
#include "app/widgets/badge.h"
#include "app/widgets/plain_label.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/resource_delegate.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <functional>
#include <memory>

using namespace parley::console;

namespace {

constexpr QSize kRow(420, 64);
constexpr int kNearPx = 4;
constexpr int kGapPx = 12;

using Make = std::function<std::unique_ptr<QStyledItemDelegate>()>;

/// Where something is to be seen, from left to right; what is near belongs together.
QList<std::pair<int, int>> inkOf(const QImage& image)
{
    const QRgb ground = image.pixel(0, 0);
    QList<std::pair<int, int>> ink;
    for (int x = 0; x < image.width(); ++x) {
        bool isInked = false;
        for (int y = 0; y < image.height() - 2 && !isInked; ++y) { // a line below rows is as wide as they are
            isInked = image.pixel(x, y) != ground;
        }
        if (!isInked) {
            continue;
        }
        if (!ink.isEmpty() && x - ink.last().second <= kGapPx) {
            ink.last().second = x;
        } else {
            ink.append({x, x});
        }
    }
    return ink;
}

QImage painted(const QStyledItemDelegate& delegate, const QModelIndex& index, Qt::LayoutDirection direction)
{
    QImage image(kRow, QImage::Format_RGB32);
    QStyleOptionViewItem option;
    option.palette = paletteOf(lightColors());
    option.rect = QRect(QPoint(), kRow);
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    option.direction = direction;
    option.state = QStyle::State_Enabled;
    image.fill(option.palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    delegate.paint(&painter, option, index);
    return image;
}

QString wordsOf(const QList<std::pair<int, int>>& ink)
{
    QStringList words;
    for (const auto& [from, to] : ink) {
        words.append(QStringLiteral("%1-%2").arg(from).arg(to));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

/// Rows from right to left are rows from left to right in a mirror, each text read in its own direction.
class MirrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPaintedRowIsMirrored_data()
    {
        QTest::addColumn<Make>("make");
        QTest::newRow("resource") << Make([] { return std::make_unique<ResourceDelegate>(); });
        QTest::newRow("badge") << Make([] { return std::make_unique<BadgeDelegate>(); });
        QTest::newRow("text card") << Make([] { return std::make_unique<TextCardDelegate>(); });
        QTest::newRow("document") << Make([] { return std::make_unique<DocumentDelegate>(); });
        QTest::newRow("monitor") << Make([] { return std::make_unique<MonitorDelegate>(); });
        QTest::newRow("canned") << Make([] { return std::make_unique<CannedDelegate>(); });
    }

    void aPaintedRowIsMirrored()
    {
        QFETCH(const Make, make);
        QStandardItemModel model;
        auto* item = new QStandardItem(QStringLiteral("Order 4711 is lost?\nsecond"));
        item->setData(QStringLiteral("Where is it?"), CardTitleRole);
        item->setData(QStringLiteral("note"), CardNoteRole);
        item->setData(QStringLiteral("It is on its way."), CardBodyRole);
        item->setData(0.7, CardScoreRole);
        item->setData(true, CardGoodRole);
        item->setData(static_cast<int>(Tone::Danger), BadgeDelegate::kToneRole);
        item->setData(QStringLiteral("ready"), DocumentStatusRole);
        model.appendRow(item);
        const auto delegate = make();

        const auto left = inkOf(painted(*delegate, model.index(0, 0), Qt::LeftToRight));
        const auto right = inkOf(painted(*delegate, model.index(0, 0), Qt::RightToLeft));

        const QString both = wordsOf(left) + QLatin1String(" | ") + wordsOf(right);
        QVERIFY(!left.isEmpty());
        QVERIFY2(left.size() == right.size(), qPrintable(both));
        for (qsizetype i = 0; i < left.size(); ++i) {
            const auto& [from, to] = left.at(i);
            const auto& [mirroredFrom, mirroredTo] = right.at(right.size() - 1 - i);
            QVERIFY2(qAbs(kRow.width() - 1 - from - mirroredTo) <= kNearPx, qPrintable(both));
            QVERIFY2(qAbs(kRow.width() - 1 - to - mirroredFrom) <= kNearPx, qPrintable(both));
        }
    }

    /// The question mark of an English question stays behind it, wherever it is shown.
    void aTextReadsInItsOwnDirection()
    {
        QStandardItemModel model;
        model.appendRow(new QStandardItem(QStringLiteral("Is it lost?")));
        const ResourceDelegate delegate;
        const auto cut = [](const QImage& image) {
            const auto ink = inkOf(image);
            return image.copy(ink.first().first, 0, ink.last().second - ink.first().first + 1, kRow.height());
        };

        const QImage left = cut(painted(delegate, model.index(0, 0), Qt::LeftToRight));
        const QImage right = cut(painted(delegate, model.index(0, 0), Qt::RightToLeft));

        QVERIFY(qAbs(left.width() - right.width()) <= 2);
        int other = 0;
        for (int x = 0; x < qMin(left.width(), right.width()); ++x) {
            for (int y = 0; y < left.height(); ++y) {
                other += qAbs(qGray(left.pixel(x, y)) - qGray(right.pixel(x, y))) > 128 ? 1 : 0;
            }
        }
        QVERIFY2(other < 20, qPrintable(QString::number(other)));
    }

    void aMessageStaysInItsBubble_data()
    {
        QTest::addColumn<QString>("text");
        const QString word = QString(QChar(0x0623)) + QChar(0x0647) + QChar(0x0644);
        QTest::newRow("English") << QStringLiteral("Is it lost?");
        QTest::newRow("Arabic") << word + QStringLiteral(" 4711?");
        QTest::newRow("Arabic, several lines") << (word + QLatin1Char(' ')).repeated(60);
        QTest::newRow("both") << word + QStringLiteral(" order TF-20261121-7KQ4, thanks! ").repeated(9);
    }

    void aMessageStaysInItsBubble()
    {
        QFETCH(const QString, text);
        Message message;
        message.text = text;
        for (const bool isProgramFromRight : {false, true}) {
            QGuiApplication::setLayoutDirection(isProgramFromRight ? Qt::RightToLeft : Qt::LeftToRight);
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                const MessageLayout layout(message, {}, 600, QApplication::font(), direction);
                const QPalette palette = paletteOf(lightColors());
                QImage image(600, layout.height(), QImage::Format_RGB32);
                image.fill(palette.color(QPalette::Base));
                QPainter painter(&image);
                layout.paint(painter, QPoint(), image.rect(), {}, palette);
                painter.end();
                const QRect bubble = layout.bubble();
                const auto ink = inkOf(image.copy(0, bubble.top() + 4, 600, bubble.height() - 8));
                QVERIFY(!ink.isEmpty());
                QVERIFY2(ink.first().first >= bubble.left() && ink.last().second <= bubble.right(),
                         qPrintable(wordsOf(ink)));
            }
        }
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aLabelStandsWhereTheWindowBegins()
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            for (const QString& text : {QStringLiteral("Order lost"), QString(QChar(0x05d0)).repeated(8)}) {
                PlainLabel label(text);
                label.setLayoutDirection(direction);
                label.resize(kRow);
                const auto ink = inkOf(label.grab().toImage().convertToFormat(QImage::Format_RGB32));
                QVERIFY(!ink.isEmpty());
                QVERIFY2(direction == Qt::LeftToRight ? ink.first().first < kRow.width() / 4
                                                      : ink.last().second > kRow.width() * 3 / 4,
                         qPrintable(wordsOf(ink)));
            }
        }
    }
};

PARLEY_TEST("mirror", MirrorTest)
#include "mirror_test.moc"
