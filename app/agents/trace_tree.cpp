// SPDX-License-Identifier: MIT
#include "app/agents/trace_tree.h"

#include "app/net/json.h"
#include "app/style/colors.h"
#include "app/widgets/text_delegate.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QLocale>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kNameColumn = 0;
constexpr int kValueColumn = 1;
constexpr int kTimeColumn = 2;
constexpr int kShareRole = Qt::UserRole + 1;
constexpr int kLongestValue = 2'000;
constexpr int kDecimals = 4;

/// A bar below the time of a step, as long as its part of the whole.
class TimeDelegate final : public TextDelegate {
public:
    using TextDelegate::TextDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        TextDelegate::paint(painter, option, index);
        const double share = index.data(kShareRole).toDouble();
        if (share <= 0) {
            return;
        }
        QRect bar = option.rect.adjusted(4, option.rect.height() - 4, -4, -2);
        const int width = qMax(1, static_cast<int>(bar.width() * share));
        if (option.direction == Qt::RightToLeft) {
            bar.setLeft(bar.right() - width);
        }
        bar.setWidth(width);
        painter->fillRect(bar, colorsOf(option.palette).accent);
    }
};

QString timeText(qint64 us)
{
    constexpr double kUsPerMs = 1000;
    return QStringLiteral("%1 ms").arg(QLocale().toString(static_cast<double>(us) / kUsPerMs, 'f', 1));
}

} // namespace

QString shortJson(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? TraceTree::tr("yes") : TraceTree::tr("no");
    case QJsonValue::Double:
        return QLocale().toString(value.toDouble(), 'g', kDecimals + 2);
    case QJsonValue::String:
        return value.toString().left(kLongestValue);
    case QJsonValue::Array:
        return TraceTree::tr("%n entries", nullptr, static_cast<int>(value.toArray().size()));
    case QJsonValue::Object:
        return {};
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("–");
}

TraceTree::TraceTree(QWidget* parent) : QTreeWidget(parent)
{
    setColumnCount(3);
    setHeaderLabels({tr("Step"), tr("Output"), tr("Time")});
    setAccessibleName(tr("Steps of the turn"));
    setUniformRowHeights(true);
    setItemDelegate(new TextDelegate(this));
    setItemDelegateForColumn(kTimeColumn, new TimeDelegate(this));
    header()->setSectionResizeMode(kNameColumn, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(kValueColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(kTimeColumn, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
}

void TraceTree::setNodes(const QJsonArray& nodes)
{
    clear();
    qint64 whole = 1;
    for (const QJsonValue& each : nodes) {
        whole += json::integer(each.toObject(), QLatin1String("duration_us"));
    }
    for (const QJsonValue& each : nodes) {
        const QJsonObject node = each.toObject();
        const qint64 us = json::integer(node, QLatin1String("duration_us"));
        auto* item = new QTreeWidgetItem(this);
        item->setText(kNameColumn, json::text(node, QLatin1String("name")));
        item->setText(kTimeColumn, timeText(us));
        item->setTextAlignment(kTimeColumn, Qt::AlignTrailing | Qt::AlignVCenter);
        item->setData(kTimeColumn, kShareRole, static_cast<double>(us) / static_cast<double>(whole));
        const QJsonValue output = node.value(QLatin1String("output"));
        QStringList summary;
        const QJsonObject fields = output.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            const QString text = shortJson(field.value());
            if (!text.isEmpty()) {
                summary.append(field.key() + QStringLiteral(" ") + text);
            }
        }
        item->setText(kValueColumn, summary.join(QStringLiteral(" · ")));
        if (!node.value(QLatin1String("input")).toObject().isEmpty()) {
            fill(item, tr("Input"), node.value(QLatin1String("input")));
        }
        fillChildren(item, output);
    }
}

void TraceTree::fill(QTreeWidgetItem* item, const QString& name, const QJsonValue& value)
{
    auto* child = new QTreeWidgetItem(item);
    child->setText(kNameColumn, name);
    child->setText(kValueColumn, shortJson(value));
    fillChildren(child, value);
}

void TraceTree::fillChildren(QTreeWidgetItem* item, const QJsonValue& value)
{
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        fill(item, field.key(), field.value());
    }
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        fill(item, QString::number(i + 1), entries.at(i));
    }
}

} // namespace parley::console
