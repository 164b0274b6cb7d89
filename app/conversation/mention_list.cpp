// SPDX-License-Identifier: MIT
#include "app/conversation/mention_list.h"

#include "app/style/colors.h"
#include "app/widgets/display_text.h"
#include "app/widgets/roles.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kWidestPx = 420;
constexpr int kMostRows = 7;
constexpr int kPad = 10;
constexpr int kRowExtra = 12;

} // namespace

void MentionModel::setFellows(const QList<Fellow>& fellows)
{
    beginResetModel();
    m_fellows = fellows;
    endResetModel();
}

int MentionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fellows.size());
}

QVariant MentionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Fellow& fellow = m_fellows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayLine(fellow.name, 80);
    case EmailRole:
        return displayLine(fellow.email, 80);
    case Qt::AccessibleTextRole:
        return QString(displayLine(fellow.name, 80) + QStringLiteral(", ") + displayLine(fellow.email, 80));
    default:
        return {};
    }
}

QSize MentionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, QFontMetrics(option.font).height() + kRowExtra};
}

void MentionDelegate::paint(QPainter* painter,
                            const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    painter->save();
    painter->setClipRect(option.rect);
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->fillRect(option.rect, colors.accentSoft);
    }
    const QRect inner = option.rect.adjusted(kPad, 0, -kPad, 0);
    const auto alignment = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) |
                           Qt::AlignVCenter | Qt::TextSingleLine;
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width() / 2);
    const int width = metrics.horizontalAdvance(name) + kPad;
    const QRect first(inner.left(), inner.top(), width, inner.height());
    const QRect rest(inner.left() + width, inner.top(), inner.width() - width, inner.height());
    painter->setFont(strong);
    painter->setPen(colors.text);
    painter->drawText(QStyle::visualRect(option.direction, inner, first), alignment, name);
    painter->setFont(option.font);
    painter->setPen(colors.muted);
    painter->drawText(QStyle::visualRect(option.direction, inner, rest),
                      alignment,
                      QFontMetrics(option.font)
                          .elidedText(index.data(MentionModel::EmailRole).toString(),
                                      Qt::ElideRight,
                                      rest.width()));
    painter->restore();
}

MentionList::MentionList(QWidget* parent) : QFrame(parent), m_view(new QListView(this))
{
    setObjectName(QStringLiteral("mentionList"));
    setRole(this, "card");
    setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(tr("Colleagues to mention"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new MentionDelegate(m_view));
    m_view->setUniformItemSizes(true);
    setRole(m_view, "plain");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_view);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& at) { choose(at.row()); });
    hide();
}

void MentionList::offer(const QList<Fellow>& fellows, const QWidget* edge)
{
    m_model.setFellows(fellows);
    if (fellows.isEmpty()) {
        hide();
        return;
    }
    m_view->setCurrentIndex(m_model.index(0));
    const int rows = std::min(static_cast<int>(fellows.size()), kMostRows);
    const int height = rows * (fontMetrics().height() + kRowExtra) + kRowExtra;
    const QPoint corner = edge->mapTo(parentWidget(), QPoint(0, 0));
    const int width = std::min(kWidestPx, edge->width());
    const int x = layoutDirection() == Qt::RightToLeft ? corner.x() + edge->width() - width : corner.x();
    setGeometry(x, std::max(0, corner.y() - height - 4), width, height);
    show();
    raise();
}

bool MentionList::handleKey(int key)
{
    if (!isVisible()) {
        return false;
    }
    const int count = m_model.rowCount();
    const int row = m_view->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        hide();
        return true;
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

void MentionList::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount()) {
        return;
    }
    const Fellow fellow = m_model.fellow(row);
    hide();
    Q_EMIT chosen(fellow);
}

} // namespace parley::console
