// SPDX-License-Identifier: MIT
// What the console's long lists cost: opening a conversation of ten thousand messages, and each frame while
// it is scrolled. Run with QT_QPA_PLATFORM=offscreen.
#include "app/conversation/message.h"
#include "app/conversation/transcript_model.h"
#include "app/conversation/transcript_view.h"
#include "app/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

using namespace parley::console;
using Timer = std::chrono::steady_clock;

constexpr int kMessages = 10'000;
constexpr int kOpenings = 15;
constexpr int kFrames = 2'000;
constexpr QSize kSize(900, 800);

double millisecondsSince(Timer::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Timer::now() - begin).count();
}

/// Between a word and a page, with links, sources and several languages, as chats have them.
QString textOf(int i)
{
    QString text =
        QStringLiteral("Where do I find the invoice of last month, and who has it? ").repeated(1 + i % 7);
    if (i % 5 == 0) {
        text += QStringLiteral("See https://help.example.com/billing/invoices?month=%1 for more.").arg(i);
    }
    if (i % 11 == 0) {
        text += QString::fromUtf8("\nÜber die Straße läuft ein Schaf.\nمرحبا، أين الفاتورة؟\n发票在哪里？");
    }
    return text;
}

QByteArray conversation()
{
    QJsonArray messages;
    for (int i = 1; i <= kMessages; ++i) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + i * 90'000LL, Qt::UTC);
        QJsonArray sources;
        if (i % 2 == 0) {
            sources.append(QJsonObject{{QStringLiteral("title"), QStringLiteral("Invoices and receipts")},
                                       {QStringLiteral("snippet"), QStringLiteral("An invoice is sent …")},
                                       {QStringLiteral("score"), 0.8}});
        }
        messages.append(
            QJsonObject{{QStringLiteral("id"), QStringLiteral("m-%1").arg(i)},
                        {QStringLiteral("seq"), i},
                        {QStringLiteral("sender"), i % 2 ? QStringLiteral("user") : QStringLiteral("agent")},
                        {QStringLiteral("kind"), QStringLiteral("text")},
                        {QStringLiteral("text"), textOf(i)},
                        {QStringLiteral("created_ts"), at.toString(Qt::ISODateWithMs)},
                        {QStringLiteral("citations"), sources},
                        {QStringLiteral("attachments"), QJsonArray()}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("messages"), messages}}).toJson(QJsonDocument::Compact);
}

void print(const char* what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto share = [&times](double part) {
        return times[std::min(times.size() - 1,
                              static_cast<std::size_t>(part * static_cast<double>(times.size())))];
    };
    std::printf(
        "%-44s p50 %7.2f ms  p99 %7.2f ms  most %7.2f ms\n", what, share(0.5), share(0.99), times.back());
}

/// From the answer's bytes to the first picture.
double open(const QByteArray& bytes, QImage& frame)
{
    const Timer::time_point begin = Timer::now();
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QJsonArray array = object.value(QLatin1String("messages")).toArray();
    QList<Message> messages;
    messages.reserve(array.size());
    for (const QJsonValue& each : array) {
        messages.append(messageFrom(each.toObject()));
    }
    TranscriptModel model;
    TranscriptView view;
    view.resize(kSize);
    view.setModel(model);
    view.show();
    model.reset(std::move(messages));
    view.render(&frame);
    return millisecondsSince(begin);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyAppearance(application, Appearance::Light);
    QImage frame(kSize, QImage::Format_ARGB32_Premultiplied);
    const QByteArray bytes = conversation();
    std::printf("a conversation of %d messages, %.1f MB\n",
                kMessages,
                static_cast<double>(bytes.size()) / 1e6);

    std::vector<double> openings;
    for (int i = 0; i < kOpenings; ++i) {
        openings.push_back(open(bytes, frame));
    }
    print("open, answer to first picture", openings);

    TranscriptModel model;
    QList<Message> messages;
    for (const QJsonValue& each :
         QJsonDocument::fromJson(bytes).object().value(QLatin1String("messages")).toArray()) {
        messages.append(messageFrom(each.toObject()));
    }
    TranscriptView view;
    view.resize(kSize);
    view.setModel(model);
    view.show();
    model.reset(std::move(messages));
    QScrollBar* bar = view.verticalScrollBar();
    std::vector<double> frames;
    for (int i = 0; i < kFrames; ++i) {
        const Timer::time_point begin = Timer::now();
        bar->setValue(bar->value() - 90);
        view.viewport()->render(&frame);
        frames.push_back(millisecondsSince(begin));
    }
    print("a frame while scrolled by wheel", frames);
    frames.clear();
    for (int i = 0; i < kFrames; ++i) {
        const Timer::time_point begin = Timer::now();
        bar->setValue(
            static_cast<int>((static_cast<qint64>(bar->maximum()) * ((i * 7'919) % kFrames)) / kFrames));
        view.viewport()->render(&frame);
        frames.push_back(millisecondsSince(begin));
    }
    print("a frame while dragged anywhere", frames);
    return 0;
}
