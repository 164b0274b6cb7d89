// SPDX-License-Identifier: MIT
#include "tests/app/pages/reach_faults.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTest>

namespace parley::test {

namespace {

constexpr int kMostRows = 4;
constexpr int kMostTabs = 400;

QString where(const QWidget& widget)
{
    QStringList path;
    for (const QWidget* each = &widget; each != nullptr && path.size() < 4; each = each->parentWidget()) {
        const QString name = each->objectName();
        path.prepend(QString::fromLatin1(each->metaObject()->className()) +
                     (name.isEmpty() ? QString() : QLatin1Char('#') + name));
    }
    return path.join(QLatin1Char('/'));
}

bool takesTab(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 &&
           widget.focusProxy() == nullptr;
}

/// The field inside a box of Qt's own stands for the box.
bool isInner(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr;
}

bool isOurs(const QWidget& widget)
{
    return QByteArray(widget.metaObject()->className()).startsWith("parley::console::");
}

QString nameOf(const QWidget& widget)
{
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    return seen == nullptr ? QString() : seen->text(QAccessible::Name);
}

void addRows(QStringList& faults, const QAbstractItemView& view)
{
    const QAbstractItemModel* model = view.model();
    for (int row = 0; row < qMin(kMostRows, model->rowCount()); ++row) {
        bool isTold = false;
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex at = model->index(row, column);
            isTold = isTold || !at.data(Qt::AccessibleTextRole).toString().isEmpty() ||
                     !at.data(Qt::DisplayRole).toString().isEmpty();
        }
        if (!isTold) {
            faults.append(where(view) + QStringLiteral(": row %1 says nothing").arg(row));
        }
    }
}

QImage shown(QWidget& widget)
{
    constexpr int kRoundPx = 3;
    QWidget* around = widget.parentWidget() != nullptr ? widget.parentWidget() : &widget;
    return around->grab(widget.geometry().adjusted(-kRoundPx, -kRoundPx, kRoundPx, kRoundPx)).toImage();
}

} // namespace

QStringList namelessIn(const QWidget& window)
{
    QStringList faults;
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (!each->isVisible() || isInner(*each) || qobject_cast<const QLabel*>(each) != nullptr) {
            continue;
        }
        const bool isLeaf = isOurs(*each) && each->findChildren<QWidget*>().isEmpty();
        if (!takesTab(*each) && !isLeaf) {
            continue;
        }
        QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(each));
        if (seen == nullptr || nameOf(*each).simplified().isEmpty()) {
            faults.append(where(*each) + QStringLiteral(": has no name"));
        } else if (seen->role() == QAccessible::NoRole) {
            faults.append(where(*each) + QStringLiteral(": has no role"));
        }
        const auto* view = qobject_cast<const QAbstractItemView*>(each);
        if (view != nullptr && view->model() != nullptr &&
            qobject_cast<const QHeaderView*>(view) == nullptr) {
            addRows(faults, *view);
        }
    }
    faults.removeDuplicates();
    return faults;
}

QStringList tabFaults(QWidget& window, QWidget& page)
{
    QStringList faults;
    QSet<const QWidget*> wanted;
    QWidget* first = nullptr;
    for (QWidget* each : page.findChildren<QWidget*>()) {
        if (takesTab(*each) && !isInner(*each)) {
            wanted.insert(each);
            first = first == nullptr ? each : first;
        }
    }
    if (first == nullptr) {
        return faults;
    }
    window.activateWindow();
    first->setFocus(Qt::TabFocusReason);
    QSet<const QWidget*> reached;
    for (int step = 0; step < kMostTabs; ++step) {
        QWidget* at = QApplication::focusWidget();
        if (at == nullptr) {
            faults.append(QStringLiteral("the focus went nowhere after %1 steps").arg(step));
            break;
        }
        if (reached.contains(at) && at == first) {
            break;
        }
        reached.insert(at);
        const bool isOnPage = wanted.contains(at);
        const QImage with = isOnPage ? shown(*at) : QImage();
        QTest::keyClick(at, Qt::Key_Tab);
        if (QApplication::focusWidget() == at) {
            faults.append(where(*at) + QStringLiteral(": keeps the Tab key"));
            QWidget* next = at->nextInFocusChain();
            while (next != at && !takesTab(*next)) {
                next = next->nextInFocusChain();
            }
            next->setFocus(Qt::TabFocusReason);
        } else if (isOnPage && with == shown(*at)) {
            faults.append(where(*at) + QStringLiteral(": does not show that it has the focus"));
        }
    }
    for (const QWidget* each : std::as_const(wanted)) {
        const auto* radio = qobject_cast<const QAbstractButton*>(each);
        const bool isOneOfSeveral = radio != nullptr && radio->autoExclusive();
        if (!reached.contains(each) && !isOneOfSeveral && each->isVisible() && each->isEnabled()) {
            faults.append(where(*each) + QStringLiteral(": is not reached by Tab"));
        }
    }
    faults.removeDuplicates();
    return faults;
}

QStringList cutIn(const QWidget& window)
{
    QStringList faults;
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (!each->isVisible() || each->visibleRegion().isEmpty()) {
            continue;
        }
        QString text;
        bool isCut = false;
        if (const auto* label = qobject_cast<const QLabel*>(each);
            label != nullptr && !label->text().isEmpty()) {
            text = label->text();
            isCut = label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1
                                      : label->minimumSizeHint().width() > label->width() + 1;
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(each);
                   button != nullptr && !button->text().isEmpty()) {
            text = button->text();
            const int room = button->fontMetrics().size(Qt::TextShowMnemonic, text).width();
            isCut = room > button->width() || button->fontMetrics().height() > button->height();
        }
        if (isCut) {
            faults.append(where(*each) + QLatin1String(": cut: ") + text.left(60).simplified());
        }
    }
    faults.removeDuplicates();
    return faults;
}

} // namespace parley::test
