// SPDX-License-Identifier: MIT
#include "app/customers/customers_page.h"

#include "app/customers/customer_columns.h"
#include "app/customers/customer_panel.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/search_field.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/record_table.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kListWidthPx = 480;
constexpr int kPanelWidthPx = 740;
/// Of customer, e-mail, phone, plan, identity and last seen. Addresses are there to be searched; they stand
/// beside the list.
constexpr std::array kWidths{200, 0, 0, 80, 85, 100};

bool hasWords(const QJsonObject& customer, const QString& words)
{
    for (const char* name : {"name", "email", "phone", "user_id", "id"}) {
        if (json::text(customer, QLatin1String(name)).contains(words, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace

CustomersPage::CustomersPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_model(workspace.api, QStringLiteral("/customers"), customerColumns()),
      m_search(new SearchField(tr("Name, e-mail address, phone number or id"), this)),
      m_banner(new Banner(this)),
      m_panel(new CustomerPanel(workspace, this))
{
    auto* splitter = new QSplitter(this);
    splitter->addWidget(buildList());
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidthPx, kPanelWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    m_panel->hide();

    connect(m_search, &SearchField::searched, this, &CustomersPage::search);
    connect(m_table, &RecordTable::currentChanged, this, [this](const QJsonObject& row) {
        if (!row.isEmpty()) {
            choose(json::text(row, QLatin1String("id")));
        }
    });
    connect(m_panel, &CustomerPanel::changed, this, [this](const QJsonObject& customer) {
        if (m_model.rowOf(json::text(customer, QLatin1String("id"))) >= 0) {
            m_model.upsert(customer);
        }
    });
    connect(m_panel, &CustomerPanel::erased, this, [this](const QString& id) {
        m_model.removeId(id);
        if (m_panel->id() == id) {
            choose({});
        }
    });
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        filter();
        if (!m_panel->id().isEmpty()) {
            m_table->select(m_panel->id());
        } else if (m_model.rowCount() > 0 && m_panel->isHidden()) {
            m_table->view().setCurrentIndex(m_model.index(0, 0));
        }
    });
    buildActions();
}

QWidget* CustomersPage::buildList()
{
    auto* side = new QWidget(this);
    auto* empty =
        new EmptyState(QStringLiteral("customer"),
                       tr("No customers yet"),
                       tr("Everybody who writes stands here, with what is known of them over all channels."),
                       side);
    m_table = new RecordTable(m_model, empty, side);
    m_table->setName(tr("Customers"));
    m_table->view().setItemDelegate(new BadgeDelegate(m_table));
    m_table->setColumnWidths(QList<int>(kWidths.begin(), kWidths.end()));
    m_table->view().header()->setStretchLastSection(false);
    m_table->view().header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("Customers"), "title", side));
    layout->addWidget(m_search);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    return side;
}

void CustomersPage::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto* receiver, auto run) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, receiver, run);
        addAction(action);
    };
    add(tr("Find a customer"), QKeySequence::Find, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    add(tr("Save the customer"), QKeySequence::Save, m_panel, &CustomerPanel::save);
    add(tr("Merge with another customer…"),
        QKeySequence(Qt::CTRL | Qt::Key_M),
        m_panel,
        &CustomerPanel::mergeWith);
    add(tr("Export the customer…"), QKeySequence(Qt::CTRL | Qt::Key_E), m_panel, &CustomerPanel::exportAll);
    add(tr("Erase the customer…"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete),
        m_panel,
        &CustomerPanel::erase);
    add(tr("Read again"), QKeySequence::Refresh, &m_model, &JsonListModel::reload);
}

void CustomersPage::activate()
{
    m_model.reload();
}

void CustomersPage::open(const QString& argument)
{
    if (!argument.isEmpty()) {
        choose(argument);
        m_table->select(argument);
    }
}

QString CustomersPage::unsaved() const
{
    return m_panel->unsaved();
}

void CustomersPage::search(const QString& typed)
{
    m_banner->clear();
    m_typed = typed.trimmed();
    QUrlQuery query;
    if (!m_typed.isEmpty()) {
        query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(m_typed)));
    }
    m_model.setQuery(query);
}

/// The server looks through names and labels; one that is older gives everybody, so what does not have the
/// words is hidden here. Whoever has them under a label that the list does not show is looked up.
void CustomersPage::filter()
{
    bool isAnyShown = m_typed.isEmpty();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const bool isShown = m_typed.isEmpty() || hasWords(m_model.object(row), m_typed);
        m_table->view().setRowHidden(row, {}, !isShown);
        isAnyShown = isAnyShown || isShown;
    }
    if (m_typed.isEmpty()) {
        m_table->emptyState().setTexts(
            tr("No customers yet"),
            tr("Everybody who writes stands here, with what is known of them over all channels."));
    } else {
        m_table->emptyState().setTexts(
            tr("Nobody is found"), tr("Nobody has this in their name, e-mail address, phone number or id."));
    }
    if (!isAnyShown) {
        lookUp(m_typed);
    }
}

void CustomersPage::lookUp(const QString& typed)
{
    if (typed.isEmpty()) {
        return;
    }
    m_workspace.api.get(QStringLiteral("/customers/lookup"),
                        customerLookup(typed),
                        this,
                        [this, typed](const ApiReply& reply) {
                            if (typed != m_search->text().trimmed()) {
                                return;
                            }
                            constexpr int kNotFound = 404;
                            if (reply.status == kNotFound && m_model.rowCount() == 0) {
                                return; // the empty list says so
                            }
                            if (reply.status == kNotFound) {
                                m_banner->say(
                                    Tone::Neutral,
                                    tr("Nobody has this in their name, e-mail address, phone number or id."));
                            } else if (reply.error) {
                                m_banner->say(Tone::Danger, reply.error->describe());
                            } else {
                                m_banner->clear();
                                const QString id = json::text(reply.object, QLatin1String("id"));
                                choose(id);
                                m_table->select(id);
                            }
                        });
}

void CustomersPage::choose(const QString& id)
{
    if (!id.isEmpty() && id == m_panel->id()) {
        return;
    }
    const QString lost = m_panel->unsaved();
    const auto go = [this, id] {
        m_panel->setCustomer(id);
        m_panel->setVisible(!id.isEmpty());
    };
    if (lost.isEmpty()) {
        go();
        return;
    }
    confirmDestruction(this, tr("Leave without saving?"), lost, tr("Discard changes"), go);
}

} // namespace parley::console
