// SPDX-License-Identifier: MIT
// What a frame costs while one scrolls through a hundred thousand conversations in the console's monitor, and
// what they take of memory. Prints one line a figure; the aim is 8 ms a frame.
#include "app/monitor/monitor_model.h"
#include "app/monitor/monitor_table.h"
#include "app/style/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace parley::console;

constexpr int kConversations = 100'000;
constexpr int kPage = 200;
constexpr int kFrames = 600;
constexpr int kStepPx = 137;
constexpr int kWidthPx = 1400;
constexpr int kHeightPx = 860;
constexpr double kPercent = 100;
constexpr double kNsPerMs = 1e6;

QString idOf(int number)
{
    return QStringLiteral("01a1ffe4-6400-7277-bf22-%1").arg(number, 12, 16, QLatin1Char('0'));
}

QJsonObject conversation(int number)
{
    static const QStringList statuses{QStringLiteral("open"),
                                      QStringLiteral("waiting_for_agent"),
                                      QStringLiteral("with_agent"),
                                      QStringLiteral("closed")};
    static const QStringList channels{QStringLiteral("web"),
                                      QStringLiteral("email"),
                                      QStringLiteral("whatsapp")};
    return {{QStringLiteral("id"), idOf(kConversations - number)},
            {QStringLiteral("status"), statuses.at(number % 4)},
            {QStringLiteral("channel"), channels.at(number % 3)},
            {QStringLiteral("customer"),
             QJsonObject{{QStringLiteral("id"), idOf(number / 3)},
                         {QStringLiteral("email"),
                          QStringLiteral("customer.%1@example.com").arg(number / 3)}}},
            {QStringLiteral("assignee"),
             QJsonObject{{QStringLiteral("id"), idOf(number % 20)},
                         {QStringLiteral("name"), QStringLiteral("Supporter %1").arg(number % 20)}}},
            {QStringLiteral("team"), QStringLiteral("team-%1").arg(number % 5)},
            {QStringLiteral("tags"), QJsonArray{QStringLiteral("refund"), QStringLiteral("vip")}},
            {QStringLiteral("sentiment"), (number % 21 - 10) / 10.0},
            {QStringLiteral("last_message"),
             QStringLiteral(
                 "Message %1: of course, I am handing you over to a member of our team. You can leave this "
                 "window open or come back later, the reply will be here.")
                 .arg(number)},
            {QStringLiteral("created_ts"),
             QStringLiteral("2026-11-%1T20:55:20.320Z").arg(1 + number % 28, 2, 10, QLatin1Char('0'))},
            {QStringLiteral("last_ts"),
             QStringLiteral("2026-11-%1T21:05:20.320Z").arg(1 + number % 28, 2, 10, QLatin1Char('0'))}};
}

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.simplified().split(' ').value(1).toDouble() / 1024;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyAppearance(application, Appearance::Light);
    const double before = residentMb();
    MonitorModel model;
    QElapsedTimer clock;
    clock.start();
    for (int from = 0; from < kConversations; from += kPage) {
        QJsonArray page;
        for (int each = 0; each < kPage; ++each) {
            page.append(conversation(from + each));
        }
        model.append(page, false);
    }
    std::printf("read %d conversations: %lld ms (with making them), %.0f MB\n",
                kConversations,
                static_cast<long long>(clock.elapsed()),
                residentMb() - before);

    MonitorTable table(model);
    table.resize(kWidthPx, kHeightPx);
    table.show();
    QApplication::processEvents();
    QImage frame(table.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> frames;
    for (int at = 0; at < kFrames; ++at) {
        clock.restart();
        table.verticalScrollBar()->setValue(at % 100 == 99
                                                ? table.verticalScrollBar()->maximum() / kFrames * at
                                                : table.verticalScrollBar()->value() + kStepPx);
        QPainter painter(&frame);
        table.viewport()->render(&painter);
        painter.end();
        frames.push_back(static_cast<double>(clock.nsecsElapsed()) / kNsPerMs);
    }
    std::sort(frames.begin(), frames.end());
    const auto at = [&](double percent) {
        return frames[static_cast<std::size_t>(percent / kPercent * static_cast<double>(frames.size() - 1))];
    };
    std::printf("frame of %d x %d: P50 %.2f ms, P95 %.2f ms, P99 %.2f ms, longest %.2f ms\n",
                table.viewport()->width(),
                table.viewport()->height(),
                at(50),
                at(95),
                at(99),
                frames.back());
    return 0;
}
