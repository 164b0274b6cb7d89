// SPDX-License-Identifier: MIT
#include "tests/app/pages/shown_faults.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QColorDialog>
#include <QComboBox>
#include <QFileDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTextEdit>

namespace parley::test {

namespace {

constexpr int kMostRows = 12;
constexpr int kLongestToolTip = 8'000;
constexpr int kLongestShown = 20'000;
constexpr int kWidestWindowPx = 1'280;
constexpr int kHighestWindowPx = 800;

QString where(const QWidget& widget)
{
    QStringList path;
    for (const QWidget* each = &widget; each != nullptr && path.size() < 5; each = each->parentWidget()) {
        const QString name = each->objectName();
        path.prepend(QString::fromLatin1(each->metaObject()->className()) +
                     (name.isEmpty() ? QString() : QLatin1Char('#') + name));
    }
    return path.join(QLatin1Char('/'));
}

/// Qt's own dialogs for files and colours show nothing of the server's, with widgets of their own.
bool isQtsOwn(const QWidget& widget)
{
    for (const QWidget* each = &widget; each != nullptr; each = each->parentWidget()) {
        if (qobject_cast<const QFileDialog*>(each) != nullptr ||
            qobject_cast<const QColorDialog*>(each) != nullptr) {
            return true;
        }
    }
    return false;
}

class Faults {
public:
    void add(const QWidget& widget, const QString& fault, const QString& text)
    {
        if (!fault.isEmpty()) {
            m_found.append(where(widget) + QLatin1String(": ") + fault + QLatin1String(": ") +
                           text.left(120).simplified());
        }
    }

    void addText(const QWidget& widget, const QString& text) { add(widget, faultOfText(text), text); }

    void addTitle(const QWidget& widget, const QString& text)
    {
        addText(widget, text);
        if (hasForeignMnemonic(text)) {
            add(widget, QStringLiteral("a mnemonic of the text"), text);
        }
    }

    QStringList take()
    {
        m_found.removeDuplicates();
        return m_found;
    }

private:
    QStringList m_found;
};

void addModel(Faults& faults, const QAbstractItemView& view, const QModelIndex& parent, int depth)
{
    const QAbstractItemModel* model = view.model();
    for (int row = 0; row < qMin(kMostRows, model->rowCount(parent)); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex at = model->index(row, column, parent);
            const auto* delegate = qobject_cast<const QStyledItemDelegate*>(view.itemDelegateForIndex(at));
            const QVariant shown = at.data();
            faults.addText(view,
                           delegate != nullptr ? delegate->displayText(shown, view.locale())
                                               : shown.toString());
            const QString toolTip = at.data(Qt::ToolTipRole).toString();
            faults.add(view, faultOfToolTip(toolTip), toolTip);
            for (const int role : {Qt::WhatsThisRole, Qt::StatusTipRole}) {
                const QString text = at.data(role).toString();
                faults.add(view, text.isEmpty() ? QString() : QStringLiteral("a rich text role"), text);
            }
        }
        if (depth > 0) {
            addModel(faults, view, model->index(row, 0, parent), depth - 1);
        }
    }
}

void addWidget(Faults& faults, const QWidget& widget)
{
    faults.add(widget, faultOfToolTip(widget.toolTip()), widget.toolTip());
    if (!widget.whatsThis().isEmpty() || !widget.statusTip().isEmpty()) {
        faults.add(widget, QStringLiteral("a rich text tip"), widget.whatsThis() + widget.statusTip());
    }
    faults.addText(widget, widget.accessibleName());
    faults.addText(widget, widget.accessibleDescription());
    for (const QAction* action : widget.actions()) {
        faults.addTitle(widget, action->text());
        if (action->toolTip() != action->iconText()) {
            faults.add(widget, faultOfToolTip(action->toolTip()), action->toolTip());
        }
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (widget.inherits("QTipLabel")) {
            faults.add(widget, faultOfToolTip(label->text()), label->text());
            return;
        }
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty()) {
            faults.add(widget, QStringLiteral("a label that reads markup"), label->text());
        }
        label->buddy() != nullptr ? faults.addTitle(widget, label->text())
                                  : faults.addText(widget, label->text());
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        faults.addTitle(widget, button->text());
    } else if (const auto* box = qobject_cast<const QGroupBox*>(&widget)) {
        faults.addTitle(widget, box->title());
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            faults.addTitle(widget, tabs->tabText(i));
            faults.add(widget, faultOfToolTip(tabs->tabToolTip(i)), tabs->tabToolTip(i));
        }
    } else if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < qMin(kMostRows, combo->count()); ++i) {
            faults.addText(widget, combo->itemText(i));
        }
    } else if (qobject_cast<const QTextEdit*>(&widget) != nullptr) {
        faults.add(widget, QStringLiteral("a rich text editor"), {});
    } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) {
        if (view->model() != nullptr && qobject_cast<const QHeaderView*>(view) == nullptr) {
            addModel(faults, *view, {}, 2);
        }
    }
}

} // namespace

QString faultOfToolTip(const QString& toolTip)
{
    if (toolTip.size() > kLongestToolTip) {
        return QStringLiteral("a tooltip without an end");
    }
    if (!Qt::mightBeRichText(toolTip)) {
        return {};
    }
    QString inner = toolTip.mid(toolTip.indexOf(QLatin1Char('>')) + 1);
    inner.chop(static_cast<qsizetype>(qstrlen("</span>")));
    return inner.contains(QLatin1Char('<')) ? QStringLiteral("a tooltip of rich text") : QString();
}

QString faultOfText(const QString& text)
{
    if (text.size() > kLongestShown) {
        return QStringLiteral("a text without an end");
    }
    static const QRegularExpression placeholders(QStringLiteral("Za(.{0,80}?)Zb(.{0,80}?)Zc"));
    const QRegularExpressionMatch match = placeholders.match(text);
    if (match.hasMatch() &&
        (match.captured(1) != QLatin1String("%1") || match.captured(2) != QLatin1String("%2"))) {
        return QStringLiteral("a placeholder in the text was filled");
    }
    int embedded = 0;
    int isolated = 0;
    for (const QChar each : text) {
        const char16_t unit = each.unicode();
        if (unit == 0x202d || unit == 0x202e) {
            return QStringLiteral("a mark that turns the words around");
        }
        if ((unit < 0x20 && unit != u'\n' && unit != u'\t') || (unit >= 0x7f && unit <= 0x9f)) {
            return QStringLiteral("a control character");
        }
        embedded += unit == 0x202a || unit == 0x202b ? 1 : unit == 0x202c ? -1 : 0;
        isolated += unit >= 0x2066 && unit <= 0x2068 ? 1 : unit == 0x2069 ? -1 : 0;
    }
    return embedded > 0 || isolated > 0 ? QStringLiteral("a direction that is never closed") : QString();
}

bool hasForeignMnemonic(const QString& text)
{
    static const QRegularExpression mnemonic(QStringLiteral("(?<!&)(?:&&)*&Zq"));
    return text.contains(mnemonic);
}

QStringList faultsOf(QWidget& window)
{
    Faults faults;
    if (isQtsOwn(window)) {
        return {};
    }
    faults.addText(window, window.windowTitle());
    addWidget(faults, window);
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (!isQtsOwn(*each)) {
            addWidget(faults, *each);
        }
    }
    if (window.isWindow() && window.minimumSizeHint().width() > kWidestWindowPx) {
        faults.add(window,
                   QStringLiteral("a text makes the window %1 wide").arg(window.minimumSizeHint().width()),
                   {});
    }
    if (window.isWindow() && window.minimumSizeHint().height() > kHighestWindowPx) {
        faults.add(window,
                   QStringLiteral("a text makes the window %1 high").arg(window.minimumSizeHint().height()),
                   {});
    }
    return faults.take();
}

int countTexts(const QWidget& window)
{
    int count = 0;
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (!each->isVisible()) {
            continue;
        }
        if (const auto* label = qobject_cast<const QLabel*>(each)) {
            count += label->text().isEmpty() ? 0 : 1;
        } else if (const auto* field = qobject_cast<const QLineEdit*>(each)) {
            count += field->text().isEmpty() ? 0 : 1;
        } else if (const auto* area = qobject_cast<const QPlainTextEdit*>(each)) {
            count += area->document()->isEmpty() ? 0 : 1;
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(each)) {
            count += view->model() == nullptr || qobject_cast<const QHeaderView*>(view) != nullptr
                         ? 0
                         : view->model()->rowCount() * view->model()->columnCount();
        }
    }
    return count;
}

} // namespace parley::test
