// SPDX-License-Identifier: MIT
#include "app/analytics/analytics_page.h"

#include "app/analytics/chart_card.h"
#include "app/analytics/charts.h"
#include "app/analytics/overview_csv.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/workspace/navigator.h"
#include "app/workspace/stat_tile.h"

#include <QBuffer>
#include <QChart>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kGapPx = 12;
constexpr int kTileColumns = 4;
constexpr int kChartColumns = 2;
constexpr double kSecondMs = 1000;

QUrlQuery queryOf(const Period& period)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("from"), period.from.toString(Qt::ISODate));
    query.addQueryItem(QStringLiteral("to"), period.to.toString(Qt::ISODate));
    query.addQueryItem(QStringLiteral("interval"), period.interval());
    return query;
}

std::optional<double> inMs(const std::optional<double>& seconds)
{
    return seconds ? std::optional(*seconds * kSecondMs) : std::nullopt;
}

} // namespace

AnalyticsPage::AnalyticsPage(Workspace& workspace, QWidget* parent) : Page(parent), m_workspace(workspace)
{
    m_banner = new Banner(this);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(
        QStringLiteral("analytics"),
        tr("Nothing happened in this period"),
        tr("As soon as customers chat, this shows how many the agents answered by themselves, why "
           "others went to people, how fast answers came and what they cost."),
        m_stack);
    m_content = buildContent();
    auto* scroll = new QScrollArea(m_stack);
    setRole(scroll, "plain");
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Figures of the period"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx / 2);
    layout->setSpacing(kGapPx);
    layout->addWidget(buildHead());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    m_empty->setTexts(tr("The figures are being counted"), {});
    connect(m_banner, &Banner::actionTriggered, this, &AnalyticsPage::read);

    const auto command = [this](const QString& text, const QKeySequence& keys, QPushButton* button) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    };
    command(tr("Save the figures as CSV"), QKeySequence::Save, m_csv);
    command(tr("Save the charts as a picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), m_png);
}

QWidget* AnalyticsPage::buildHead()
{
    auto* head = new QWidget(this);
    m_picker = new PeriodPicker(head);
    m_span = new PlainLabel({}, "muted", head);
    m_csv = new QPushButton(icon(QStringLiteral("download")), tr("CSV…"), head);
    m_png = new QPushButton(icon(QStringLiteral("download")), tr("PNG…"), head);
    m_csv->setAccessibleName(tr("Save the figures as CSV"));
    m_png->setAccessibleName(tr("Save the charts as a picture"));
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, kMarginPx / 2, 0);
    layout->addWidget(new PlainLabel(tr("Analytics"), "title", head));
    layout->addSpacing(kGapPx);
    layout->addWidget(m_span, 1);
    layout->addWidget(m_picker);
    layout->addWidget(m_csv);
    layout->addWidget(m_png);
    connect(m_picker, &PeriodPicker::changed, this, &AnalyticsPage::read);
    connect(m_csv, &QPushButton::clicked, this, [this] {
        exportTo(tr("Save the figures"), QStringLiteral("csv"), [this] { return overviewCsv(m_overview); });
    });
    connect(m_png, &QPushButton::clicked, this, [this] {
        exportTo(tr("Save the charts"), QStringLiteral("png"), [this] { return picture(); });
    });
    return head;
}

QWidget* AnalyticsPage::buildContent()
{
    auto* content = new QWidget(this);
    auto* tiles = new QGridLayout;
    tiles->setSpacing(kGapPx);
    addTiles(tiles);
    auto* charts = new QGridLayout;
    charts->setSpacing(kGapPx);
    addCharts(charts);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, kMarginPx / 2, kMarginPx / 2);
    layout->setSpacing(kGapPx);
    layout->addLayout(tiles);
    layout->addLayout(charts);
    layout->addStretch(1);
    return content;
}

void AnalyticsPage::addTiles(QGridLayout* grid)
{
    const QStringList titles = {tr("Conversations"),
                                tr("Answered by the agents"),
                                tr("First reply of the agents"),
                                tr("First reply of a person"),
                                tr("Satisfaction"),
                                tr("Mood"),
                                tr("Remembered answers used"),
                                tr("Cost of models")};
    for (int at = 0; at < titles.size(); ++at) {
        auto* tile = new StatTile(titles.at(at), this);
        m_tiles.append(tile);
        grid->addWidget(tile, at / kTileColumns, at % kTileColumns);
    }
    for (int column = 0; column < kTileColumns; ++column) {
        grid->setColumnStretch(column, 1);
    }
}

void AnalyticsPage::addCharts(QGridLayout* grid)
{
    const std::vector<std::tuple<QString, QString, ChartCard::Draw>> kinds = {
        {tr("Answered by the agents alone, in %"),
         tr("No conversation in this period."),
         charts::automationRate},
        {tr("Conversations"), tr("No conversation in this period."), charts::conversations},
        {tr("Why people were needed"), tr("No conversation went to a person."), charts::reasons},
        {tr("How long the agents take, by channel"),
         tr("The agents have answered nothing."),
         charts::latency},
        {tr("How customers felt"), tr("No conversation in this period."), charts::sentiment},
        {tr("What it cost and what was saved"),
         tr("Nothing was spent: no model was asked, and no answer came from memory."),
         charts::cost},
        {tr("Satisfaction"), tr("No customer has given a mark."), charts::satisfaction}};
    int at = 0;
    for (const auto& [title, empty, draw] : kinds) {
        auto* card = new ChartCard(title, empty, draw, this);
        m_charts.append(card);
        grid->addWidget(card, at / kChartColumns, at % kChartColumns);
        ++at;
    }
    for (int column = 0; column < kChartColumns; ++column) {
        grid->setColumnStretch(column, 1);
    }
}

void AnalyticsPage::activate()
{
    read();
}

void AnalyticsPage::read()
{
    const Period period = m_picker->period(m_workspace.api.serverNow());
    const QString path = QStringLiteral("/analytics/overview");
    m_workspace.api.cancel(m_request);
    m_workspace.api.cancel(m_requestBefore);
    m_before = {};
    m_request = m_workspace.api.get(path, queryOf(period), this, [this](const ApiReply& reply) {
        m_request = 0;
        if (reply.error) {
            m_banner->say(Tone::Danger, reply.error->describe(), tr("Try again"));
            return;
        }
        m_banner->clear();
        m_overview = readOverview(reply.object);
        display();
    });
    m_requestBefore =
        m_workspace.api.get(path, queryOf(period.before()), this, [this](const ApiReply& reply) {
            m_requestBefore = 0;
            if (reply.isOk()) { // without it the figures stand alone
                m_before = readOverview(reply.object);
                showTiles();
            }
        });
}

void AnalyticsPage::display()
{
    const QLocale locale;
    m_empty->setTexts(
        tr("Nothing happened in this period"),
        tr("As soon as customers chat, this shows how many the agents answered by themselves, why "
           "others went to people, how fast answers came and what they cost."));
    m_stack->setCurrentIndex(m_overview.isEmpty() ? 0 : 1);
    m_csv->setEnabled(!m_overview.isEmpty());
    m_png->setEnabled(!m_overview.isEmpty());
    m_span->setText(
        tr("%1 to %2")
            .arg(locale.toString(m_overview.from.toLocalTime().date(), QLocale::ShortFormat),
                 locale.toString(m_overview.to.toLocalTime().addSecs(-1).date(), QLocale::ShortFormat)));
    showTiles();
    showCharts();
}

void AnalyticsPage::showTiles()
{
    const Counts& now = m_overview.totals;
    const Counts& before = m_before.totals;
    const auto tile = [this](int at, const QString& value, const QString& detail, const Change& change) {
        m_tiles.at(at)->setFigure(value, detail, change);
    };
    tile(0,
         countText(now.conversations),
         tr("%1 messages").arg(countText(now.messages)),
         changeBetween(now.conversations, before.conversations, Better::Neither));
    tile(1,
         shareText(now.automationRate),
         tr("%1 went to people").arg(countText(now.escalated)),
         shareChange(now.automationRate, before.automationRate, Better::More));
    tile(2,
         latencyText(m_overview.botFirstReplyMs.p50),
         tr("95 of 100 within %1").arg(latencyText(m_overview.botFirstReplyMs.p95)),
         changeBetween(m_overview.botFirstReplyMs.p50, m_before.botFirstReplyMs.p50, Better::Less));
    tile(3,
         latencyText(inMs(m_overview.humanFirstReplyS.p50)),
         tr("to the end of the case %1").arg(latencyText(inMs(m_overview.humanHandlingS.p50))),
         changeBetween(m_overview.humanFirstReplyS.p50, m_before.humanFirstReplyS.p50, Better::Less));
    tile(4,
         now.csatMean ? QLocale().toString(*now.csatMean, 'f', 1) + QStringLiteral(" ★") : countText({}),
         tr("%1 marks of 1 to 5").arg(countText(now.csatCount)),
         changeBetween(now.csatMean, before.csatMean, Better::More));
    const double felt = now.positive + now.neutral + now.negative;
    const double feltBefore = before.positive + before.neutral + before.negative;
    const auto upset = felt > 0 ? std::optional(now.negative / felt) : std::nullopt;
    const auto upsetBefore = feltBefore > 0 ? std::optional(before.negative / feltBefore) : std::nullopt;
    tile(5,
         upset ? tr("%1 upset").arg(shareText(upset)) : countText({}),
         felt > 0 ? tr("%1 content").arg(shareText(now.positive / felt)) : QString(),
         shareChange(upset, upsetBefore, Better::Less));
    tile(6,
         countText(now.cacheHits),
         tr("%1 tokens saved, %2 called wrong").arg(countText(now.savedTokens), countText(now.wrongHits)),
         changeBetween(now.cacheHits, before.cacheHits, Better::More));
    tile(7,
         moneyText(now.cost),
         tr("%1 tokens").arg(countText(now.tokensIn + now.tokensOut)),
         changeBetween(now.cost, before.cost, Better::Less));
}

void AnalyticsPage::showCharts()
{
    const Counts& totals = m_overview.totals;
    QStringList reasons;
    for (const NamedFigure& each : m_overview.reasons) {
        reasons.append(tr("%1: %2").arg(nameText(each.name), countText(each.count)));
    }
    QStringList channels;
    for (const ChannelFigures& each : m_overview.channels) {
        channels.append(tr("%1: half within %2, 95 of 100 within %3")
                            .arg(nameText(each.channel),
                                 latencyText(each.latencyMs.p50),
                                 latencyText(each.latencyMs.p95)));
    }
    const QStringList summaries = {
        shareText(totals.automationRate),
        tr("%1 answered by the agents, %2 taken by people")
            .arg(countText(totals.automated), countText(totals.escalated)),
        reasons.join(QStringLiteral(", ")),
        channels.join(QStringLiteral("; ")),
        tr("%1 content, %2 neutral, %3 upset")
            .arg(countText(totals.positive), countText(totals.neutral), countText(totals.negative)),
        tr("%1 spent, %2 saved").arg(moneyText(totals.cost), moneyText(totals.savedCost)),
        tr("%1 marks").arg(countText(totals.csatCount))};
    for (int at = 0; at < m_charts.size(); ++at) {
        m_charts.at(at)->setOverview(m_overview, summaries.at(at));
    }
}

QByteArray AnalyticsPage::picture() const
{
    QPixmap drawn(m_content->size() * m_content->devicePixelRatioF());
    drawn.setDevicePixelRatio(m_content->devicePixelRatioF());
    drawn.fill(m_content->palette().color(QPalette::Window));
    m_content->render(&drawn, {}, {}, QWidget::DrawChildren);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    drawn.save(&buffer, "PNG");
    return bytes;
}

void AnalyticsPage::exportTo(const QString& title, const QString& ending, std::function<QByteArray()> write)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(QStringLiteral("parley-%1-%2.%3")
                           .arg(m_overview.from.toLocalTime().date().toString(Qt::ISODate),
                                m_overview.to.toLocalTime().addSecs(-1).date().toString(Qt::ISODate),
                                ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, write = std::move(write)](const QString& path) {
        QSaveFile file(path);
        const bool isOpen = file.open(QIODevice::WriteOnly);
        if (isOpen) {
            file.write(write());
        }
        if (!isOpen || !file.commit()) {
            m_banner->say(Tone::Danger, tr("%1 could not be written: %2").arg(path, file.errorString()));
            return;
        }
        m_workspace.navigator.say(tr("Saved as %1.").arg(path));
    });
    dialog->open();
}

} // namespace parley::console
