// SPDX-License-Identifier: MIT
#include "app/shell/command_palette.h"

#include "app/shell/command_model.h"
#include "app/style/colors.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kWidthPx = 560;
constexpr int kHeightPx = 420;
constexpr int kRowPx = 34;
constexpr int kSidePx = 12;
constexpr int kWordScore = 8;
constexpr int kNextScore = 4;

class CommandDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, colors.accentSoft);
        }
        const QRect box = option.rect.adjusted(kSidePx, 0, -kSidePx, 0);
        painter->setPen(colors.text);
        painter->drawText(box,
                          static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter),
                          index.data().toString());
        painter->setPen(colors.muted);
        painter->drawText(box,
                          static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter),
                          index.data(CommandModel::KeysRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, kRowPx}; }
};

} // namespace

int matchScore(const QString& typed, const QString& text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace()) {
            continue;
        }
        const qsizetype found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0) {
            return -1;
        }
        const bool isWordBegin = found == 0 || !text.at(found - 1).isLetterOrNumber();
        score += (isWordBegin ? kWordScore : 0) + (found == last + 1 ? kNextScore : 0);
        last = found;
        at = found + 1;
    }
    return score;
}

CommandPalette::CommandPalette(const QList<QAction*>& commands, QWidget* parent)
    : QDialog(parent, Qt::Popup),
      m_field(new QLineEdit(this)),
      m_view(new QListView(this)),
      m_model(new CommandModel(commands, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setRole(this, "popup");
    setAccessibleName(tr("Commands"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CommandDelegate(m_view));
    m_view->setAccessibleName(tr("Commands"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setCurrentIndex(m_model->index(0));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_field);
    layout->addWidget(m_view, 1);
    layout->addWidget(new PlainLabel(tr("Up and Down choose, Enter runs, Esc closes."), "muted", this));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model->setTyped(typed);
        m_view->setCurrentIndex(m_model->index(0));
    });
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_view, &QListView::clicked, this, &CommandPalette::run);
    resize(kWidthPx, kHeightPx);
    move(parent->mapToGlobal(QPoint((parent->width() - kWidthPx) / 2, qMax(40, parent->height() / 8))));
}

CommandPalette::~CommandPalette() = default;

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = (m_view->currentIndex().row() + step + m_model->rowCount()) % m_model->rowCount();
            m_view->setCurrentIndex(m_model->index(row));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::run()
{
    QPointer<QAction> command = m_model->command(m_view->currentIndex().row());
    close();
    if (command) {
        command->trigger();
    }
}

} // namespace parley::console
