// SPDX-License-Identifier: MIT
#include "app/conversation/transfer_dialog.h"

#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/text_delegate.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kFieldRole = Qt::UserRole + 2;
constexpr int kWidthPx = 420;
constexpr int kListPx = 260;
constexpr int kForbidden = 403;

} // namespace

TransferDialog::TransferDialog(ApiClient& api,
                               QString ownId,
                               const QList<Colleague>& present,
                               QWidget* parent)
    : QDialog(parent),
      m_ownId(std::move(ownId)),
      m_model(new QStandardItemModel(this)),
      m_filter(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit(this)),
      m_view(new QListView(this)),
      m_fault(new PlainLabel({}, "error", this)),
      m_agree(new QPushButton(tr("Transfer"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("transferDialog"));
    setWindowTitle(tr("Transfer the conversation"));
    setMinimumWidth(kWidthPx);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_filter->sort(0);
    m_search->setPlaceholderText(tr("Name of a colleague or a team"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->installEventFilter(this);
    m_view->setItemDelegate(new TextDelegate(m_view));
    m_view->setObjectName(QStringLiteral("transferList"));
    m_view->setAccessibleName(tr("Colleagues and teams"));
    m_view->setModel(m_filter);
    m_view->setMinimumHeight(kListPx);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_agree->setObjectName(QStringLiteral("agree"));
    m_agree->setDefault(true);
    setRole(m_agree, "primary");
    m_fault->hide();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_agree, QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("Who goes on?"), "heading", this));
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setFilterFixedString(text);
        m_view->setCurrentIndex(m_filter->index(0, 0));
        update();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TransferDialog::update);
    connect(m_view, &QListView::doubleClicked, this, &TransferDialog::agree);
    connect(buttons, &QDialogButtonBox::accepted, this, &TransferDialog::agree);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const Colleague& each : present) {
        add(QStringLiteral("user_id"), each.id, each.name, QStringLiteral("customer"));
    }
    load(api);
    update();
}

void TransferDialog::load(ApiClient& api)
{
    getAll(api, QStringLiteral("/users"), this, [this](const WholeList& people) {
        // A supporter may not list the people of the tenant; who is there now is shown already.
        if (people.status == kForbidden) {
            return;
        }
        say(people);
        for (const QJsonValue& each : people.items) {
            addPerson(each.toObject());
        }
    });
    getAll(api, QStringLiteral("/teams"), this, [this](const WholeList& teams) {
        say(teams);
        for (const QJsonValue& each : teams.items) {
            const QJsonObject team = each.toObject();
            add(QStringLiteral("team_id"),
                json::text(team, QLatin1String("id")),
                json::text(team, QLatin1String("name")),
                QStringLiteral("team"));
        }
    });
}

void TransferDialog::say(const WholeList& list)
{
    const QString text = list.error ? list.error->describe() : cutNote(list);
    if (!text.isEmpty()) {
        m_fault->setText(text);
        m_fault->show();
    }
}

void TransferDialog::addPerson(const QJsonObject& user)
{
    const QString id = json::text(user, QLatin1String("id"));
    const QString role = json::text(user, QLatin1String("role"));
    const bool answers = role == QLatin1String("supporter") || role == QLatin1String("tenant_user");
    if (id == m_ownId || !answers || json::text(user, QLatin1String("status")) == QLatin1String("disabled")) {
        return;
    }
    const QString name = json::text(user, QLatin1String("display_name"));
    add(QStringLiteral("user_id"),
        id,
        name.isEmpty() ? json::text(user, QLatin1String("email")) : name,
        QStringLiteral("customer"));
}

void TransferDialog::add(const QString& field,
                         const QString& id,
                         const QString& name,
                         const QString& iconName)
{
    if (!m_model->match(m_model->index(0, 0), kIdRole, id, 1, Qt::MatchExactly).isEmpty()) {
        return;
    }
    auto* item = new QStandardItem(icon(iconName), displayLine(name, 80));
    item->setData(id, kIdRole);
    item->setData(field, kFieldRole);
    item->setEditable(false);
    m_model->appendRow(item);
    if (!m_view->currentIndex().isValid()) {
        m_view->setCurrentIndex(m_filter->index(0, 0));
    }
    update();
}

void TransferDialog::update()
{
    m_agree->setEnabled(m_view->currentIndex().isValid());
}

void TransferDialog::agree()
{
    const QModelIndex at = m_view->currentIndex();
    if (!at.isValid()) {
        return;
    }
    Q_EMIT chosen({{at.data(kFieldRole).toString(), at.data(kIdRole).toString()}}, at.data().toString());
    accept();
}

bool TransferDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            QCoreApplication::sendEvent(m_view, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace parley::console
