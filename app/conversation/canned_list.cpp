// SPDX-License-Identifier: MIT
#include "app/conversation/canned_list.h"

#include "app/style/colors.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kWidestPx = 520;
constexpr int kMostRows = 6;
constexpr int kPad = 10;
constexpr int kShownText = 200;

} // namespace

void CannedModel::setResponses(const QList<CannedResponse>& responses)
{
    beginResetModel();
    m_responses = responses;
    endResetModel();
}

int CannedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_responses.size());
}

QVariant CannedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const CannedResponse& response = m_responses.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayLine(response.title, 100);
    case ShortcutRole:
        return displayLine(response.shortcut, 40);
    case TextRole:
        return displayLine(response.text, kShownText);
    case Qt::AccessibleTextRole:
        return QString(displayLine(response.title, 100) + QStringLiteral(": ") +
                       displayLine(response.text, kShownText));
    default:
        return {};
    }
}

QSize CannedDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, 2 * QFontMetrics(option.font).height() + 12};
}

void CannedDelegate::paint(QPainter* painter,
                           const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    painter->save();
    painter->setClipRect(option.rect);
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->fillRect(option.rect, colors.accentSoft);
    }
    const QRect inner = option.rect.adjusted(kPad, 5, -kPad, -5);
    const int line = QFontMetrics(option.font).height();
    const auto alignment =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::TextSingleLine;
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const QString shortcut = QLatin1Char('/') + index.data(CannedModel::ShortcutRole).toString();
    const int width = std::min(inner.width() / 2, QFontMetrics(strong).horizontalAdvance(shortcut) + 10);
    const QRect first(inner.left(), inner.top(), width, line);
    const QRect rest(inner.left() + width, inner.top(), inner.width() - width, line);
    painter->setFont(strong);
    painter->setPen(colors.accent);
    painter->drawText(QStyle::visualRect(option.direction, inner, first),
                      alignment,
                      inOwnDirection(shortcut));
    painter->setFont(option.font);
    painter->setPen(colors.text);
    const QFontMetrics metrics(option.font);
    painter->drawText(QStyle::visualRect(option.direction, inner, rest),
                      alignment,
                      metrics.elidedText(inOwnDirection(index.data().toString()),
                                         Qt::ElideRight,
                                         rest.width()));
    painter->setPen(colors.muted);
    painter->drawText(QRect(inner.left(), inner.top() + line + 2, inner.width(), line),
                      alignment,
                      metrics.elidedText(inOwnDirection(index.data(CannedModel::TextRole).toString()),
                                         Qt::ElideRight,
                                         inner.width()));
    painter->restore();
}

CannedList::CannedList(QWidget* parent)
    : QFrame(parent), m_view(new QListView(this)), m_empty(new PlainLabel({}, "muted", this))
{
    setObjectName(QStringLiteral("cannedList"));
    setRole(this, "card");
    setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(tr("Canned responses"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new CannedDelegate(m_view));
    m_view->setUniformItemSizes(true);
    setRole(m_view, "plain");
    m_empty->setText(
        tr("No canned response matches. An administrator adds them under \"Canned responses\"."));
    m_empty->setContentsMargins(kPad, kPad, kPad, kPad);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_view);
    layout->addWidget(m_empty);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& at) { choose(at.row()); });
    hide();
}

void CannedList::offer(const QList<CannedResponse>& responses, const QWidget* edge)
{
    m_model.setResponses(responses);
    m_view->setVisible(!responses.isEmpty());
    m_empty->setVisible(responses.isEmpty());
    if (!responses.isEmpty()) {
        m_view->setCurrentIndex(m_model.index(0));
    }
    const int rows = std::clamp(static_cast<int>(responses.size()), 1, kMostRows);
    const int height = rows * (2 * fontMetrics().height() + 12) + 12;
    const QPoint corner = edge->mapTo(parentWidget(), QPoint(0, 0));
    const int width = std::min(kWidestPx, edge->width());
    const int x = layoutDirection() == Qt::RightToLeft ? corner.x() + edge->width() - width : corner.x();
    setGeometry(x, std::max(0, corner.y() - height - 4), width, height);
    show();
    raise();
}

bool CannedList::handleKey(int key)
{
    if (!isOffering()) {
        return false;
    }
    if (key == Qt::Key_Escape) {
        hide();
        return true;
    }
    const int count = m_model.rowCount();
    if (count == 0) {
        return false;
    }
    const int row = m_view->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
        m_view->setCurrentIndex(m_model.index((row + 1) % count));
        return true;
    case Qt::Key_Up:
        m_view->setCurrentIndex(m_model.index((row + count - 1) % count));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(row);
        return true;
    default:
        return false;
    }
}

void CannedList::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount()) {
        return;
    }
    const CannedResponse response = m_model.response(row);
    hide();
    Q_EMIT chosen(response);
}

} // namespace parley::console
