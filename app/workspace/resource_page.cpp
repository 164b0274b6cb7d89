// SPDX-License-Identifier: MIT
#include "app/workspace/resource_page.h"

#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/search_field.h"
#include "app/workspace/json_list_model.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"
#include "app/workspace/resource_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kListWidthPx = 300;
constexpr int kFormWidthPx = 720;
constexpr int kMarginPx = 18;

std::vector<JsonListModel::Column> columnsOf(const ResourceKind& kind)
{
    return {{QString(),
             [kind](const QJsonObject& row) {
                 const QString detail = kind.detail ? kind.detail(row) : QString();
                 return detail.isEmpty() ? kind.name(row) : kind.name(row) + QLatin1Char('\n') + detail;
             },
             {}}};
}

} // namespace

ResourcePage::ResourcePage(Workspace& workspace, ResourceKind kind, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_kind(std::move(kind)),
      m_model(std::make_unique<JsonListModel>(workspace.api, m_kind.path, columnsOf(m_kind)))
{
    auto* splitter = new QSplitter(this);
    auto* list = new QWidget(splitter);
    auto* editor = new QWidget(splitter);
    buildList(list);
    buildEditor(editor);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidthPx, kFormWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_model.get(), &JsonListModel::loaded, this, [this] {
        if (!m_wanted.isEmpty()) {
            find();
        } else if (!m_isNew && m_model->rowCount() > 0) {
            const int shownRow = m_model->rowOf(json::text(m_resource, QLatin1String("id")));
            m_table->view().setCurrentIndex(m_model->index(qMax(0, shownRow), 0));
        }
        filter(m_search->text());
    });
    updateButtons();
}

ResourcePage::~ResourcePage() = default;

void ResourcePage::buildList(QWidget* side)
{
    auto* empty = new EmptyState(m_kind.icon, m_kind.emptyTitle, m_kind.emptyText, side);
    empty->setAction(m_kind.create);
    connect(empty, &EmptyState::actionTriggered, this, [this] { begin(); });
    m_table = new RecordTable(*m_model, empty, side);
    m_table->setName(m_kind.title);
    m_table->view().setHeaderHidden(true);
    m_table->view().setItemDelegate(new ResourceDelegate(m_table));
    m_search = new SearchField(tr("Find in this list"), side);
    connect(m_search, &SearchField::searched, this, &ResourcePage::filter);
    m_cut = new PlainLabel({}, "muted", side);
    m_cut->hide();
    m_create = new QPushButton(m_kind.create, side);
    if (!m_create->isRightToLeft()) { // Qt tears icon and words of a wide button apart there
        m_create->setIcon(icon(QStringLiteral("plus")));
    }
    m_create->setVisible(!m_kind.create.isEmpty());
    m_create->setObjectName(QStringLiteral("create"));
    connect(m_create, &QPushButton::clicked, this, [this] { begin(); });
    m_createCommand = new QAction(m_kind.create, this);
    m_createCommand->setShortcut(QKeySequence::New);
    m_createCommand->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_createCommand, &QAction::triggered, this, [this] { begin(); });
    if (!m_kind.create.isEmpty()) {
        addAction(m_createCommand);
    }

    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->addWidget(new PlainLabel(m_kind.title, "title", side));
    layout->addWidget(m_search);
    layout->addWidget(m_cut);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_create);
    connect(m_table, &RecordTable::currentChanged, this, [this](const QJsonObject& object) {
        choose(object);
    });
}

void ResourcePage::buildEditor(QWidget* side)
{
    m_stack = new QStackedWidget(side);
    m_stack->addWidget(new EmptyState(
        m_kind.icon, tr("Nothing is chosen"), tr("Choose one in the list to see and change it."), side));
    auto* editor = new QWidget(m_stack);
    m_stack->addWidget(editor);

    m_heading = new PlainLabel({}, "title", editor);
    m_banner = new Banner(editor);
    m_form = new Form(editor);
    m_form->setMaximumWidth(kFormWidthPx);
    auto* inner = new QWidget(editor);
    auto* innerLayout = new QHBoxLayout(inner);
    innerLayout->setContentsMargins(0, kMarginPx / 2, kMarginPx / 2, 0);
    innerLayout->addWidget(m_form, 1, Qt::AlignTop);
    innerLayout->addStretch(0);
    auto* scroll = new QScrollArea(editor);
    setRole(scroll, "plain");
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_tabs = new QTabWidget(editor);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scroll, tr("Settings"));
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->hide();

    m_save = new QPushButton(tr("Save"), editor);
    setRole(m_save, "primary");
    m_save->setObjectName(QStringLiteral("save"));
    m_discard = new QPushButton(tr("Discard"), editor);
    m_delete = new QPushButton(icon(QStringLiteral("trash")), tr("Delete…"), editor);
    setRole(m_delete, "danger");
    m_delete->setObjectName(QStringLiteral("delete"));
    m_toolLayout = new QHBoxLayout;
    m_toolLayout->addWidget(m_delete);
    m_toolLayout->addStretch(1);
    m_toolLayout->addWidget(m_discard);
    m_toolLayout->addWidget(m_save);

    auto* layout = new QVBoxLayout(editor);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, kMarginPx);
    layout->addWidget(m_heading);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(m_toolLayout);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->addWidget(m_stack);

    connect(m_form, &Form::edited, this, &ResourcePage::updateButtons);
    connect(m_save, &QPushButton::clicked, this, &ResourcePage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] { discard(); });
    connect(m_delete, &QPushButton::clicked, this, &ResourcePage::remove);
    auto* saveKey = new QAction(tr("Save"), this);
    saveKey->setShortcut(QKeySequence::Save);
    saveKey->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QAction::triggered, m_save, &QPushButton::click);
    addAction(saveKey);
}

void ResourcePage::addTab(QWidget* tab, const QString& title)
{
    m_tabs->addTab(tab, title);
    m_tabs->tabBar()->show();
}

void ResourcePage::addTool(QWidget* tool)
{
    m_tools.append(tool);
    m_toolLayout->insertWidget(m_toolLayout->indexOf(m_discard), tool);
}

void ResourcePage::activate()
{
    m_model->reload();
}

void ResourcePage::open(const QString& id)
{
    m_wanted = id;
    if (m_model->hasLoaded()) {
        find();
    }
}

/// It may stand further down than was read.
void ResourcePage::find()
{
    if (m_model->rowOf(m_wanted) >= 0 || !m_model->canFetchMore({})) {
        m_table->select(std::exchange(m_wanted, {}));
    } else {
        m_model->readToEnd();
    }
}

QString ResourcePage::unsaved() const
{
    return m_form->isChanged() && m_stack->currentIndex() == 1
               ? tr("Changes to \"%1\" are not saved.").arg(m_heading->text())
               : QString();
}

void ResourcePage::leave(std::function<void()> then)
{
    if (const QString lost = unsaved(); !lost.isEmpty()) {
        confirmDestruction(this, tr("Discard changes?"), lost, tr("Discard"), std::move(then));
        return;
    }
    then();
}

void ResourcePage::choose(const QJsonObject& object)
{
    if (object.isEmpty() ||
        (!m_isNew && object.value(QLatin1String("id")) == m_resource.value(QLatin1String("id")) &&
         m_form->isChanged())) {
        return; // read again while it is edited: what was typed stays
    }
    if (!unsaved().isEmpty()) {
        // The list stands where the form is, until the person agrees to lose what is not saved.
        const QSignalBlocker blocker(m_table);
        m_table->select(json::text(m_resource, QLatin1String("id")));
    }
    leave([this, object] {
        display(object, false);
        const QSignalBlocker blocker(m_table);
        m_table->select(json::text(object, QLatin1String("id")));
    });
}

void ResourcePage::begin()
{
    leave([this] { display({}, true); });
}

void ResourcePage::display(const QJsonObject& object, bool isNew)
{
    m_resource = object;
    m_isNew = isNew;
    m_banner->clear();
    m_heading->setText(isNew ? m_kind.create : m_kind.name(object));
    m_form->load(object);
    for (int tab = 1; tab < m_tabs->count(); ++tab) {
        m_tabs->setTabVisible(tab, !isNew);
    }
    m_tabs->tabBar()->setVisible(!isNew && m_tabs->count() > 1);
    for (QWidget* tool : m_tools) {
        tool->setVisible(!isNew);
    }
    m_stack->setCurrentIndex(1);
    shown(object);
    updateButtons();
    if (isNew) {
        m_tabs->setCurrentIndex(0);
        m_form->focusFirst();
    }
}

void ResourcePage::discard()
{
    if (!m_isNew) {
        display(m_resource, false);
        return;
    }
    m_form->load({});
    m_isNew = false;
    m_resource = {};
    if (const QJsonObject current = m_table->current(); !current.isEmpty()) {
        display(current, false);
    } else {
        m_stack->setCurrentIndex(0);
    }
}

void ResourcePage::filter(const QString& text)
{
    const bool isSearched = !text.trimmed().isEmpty();
    if (isSearched) {
        m_model->readToEnd(); // among all of them, not among those that were scrolled to
    }
    const bool isCut =
        isSearched && m_model->rowCount() >= JsonListModel::kMostRows && m_model->canFetchMore({});
    m_cut->setVisible(isCut);
    if (isCut) {
        m_cut->setText(tr("Only the first %1 are searched here; the server has more.")
                           .arg(QLocale().toString(m_model->rowCount())));
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString shownText = m_model->index(row, 0).data().toString();
        m_table->view().setRowHidden(row, {}, !shownText.contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

void ResourcePage::updateButtons()
{
    const bool isChanged = m_form->isChanged();
    m_save->setText(m_isNew ? m_kind.create : tr("Save"));
    m_save->setEnabled((isChanged || m_isNew) && !m_isSaving);
    m_discard->setVisible(isChanged || m_isNew);
    m_delete->setVisible(!m_isNew && m_kind.destroys && !m_kind.destroys(m_resource).isEmpty());
}

QJsonObject ResourcePage::creation() const
{
    return m_form->value();
}

QJsonObject ResourcePage::changes() const
{
    return m_form->changes();
}

void ResourcePage::save()
{
    if (m_isSaving || !m_form->check()) {
        return;
    }
    m_isSaving = true;
    updateButtons();
    // What would be typed now would be overwritten by the answer.
    const QJsonObject body = m_isNew ? creation() : changes();
    m_form->setEnabled(false);
    if (m_isNew) {
        m_workspace.api.post(m_kind.path, body, this, [this](const ApiReply& reply) {
            answered(reply, true, {});
        });
        return;
    }
    const QString path = m_kind.path + QLatin1Char('/') + json::text(m_resource, QLatin1String("id"));
    m_workspace.api.patch(path,
                          body,
                          this,
                          [this, id = m_resource.value(QLatin1String("id"))](const ApiReply& reply) {
                              answered(reply, false, id);
                          });
}

void ResourcePage::answered(const ApiReply& reply, bool wasNew, const QJsonValue& id)
{
    m_isSaving = false;
    m_form->setEnabled(true);
    if (m_isNew != wasNew || (!wasNew && m_resource.value(QLatin1String("id")) != id)) {
        // Another is shown meanwhile, and what is begun there stays.
        if (reply.isOk()) {
            m_model->upsert(reply.object);
        } else {
            m_workspace.navigator.say(reply.error->describe(), Tone::Danger);
        }
        updateButtons();
        return;
    }
    if (reply.error) {
        ApiError error = *reply.error;
        error.fields = m_form->showErrors(error.fields);
        m_banner->say(Tone::Danger, error.describe());
        m_tabs->setCurrentIndex(0);
        updateButtons();
        return;
    }
    m_resource = reply.object;
    m_isNew = false;
    m_form->load(reply.object);
    m_model->upsert(reply.object);
    m_table->select(json::text(reply.object, QLatin1String("id")));
    display(reply.object, false);
    saved(reply.object, wasNew);
}

void ResourcePage::saved(const QJsonObject& resource, bool wasNew)
{
    const QString name = m_kind.name(resource);
    m_workspace.navigator.say(wasNew ? tr("%1 was made.").arg(name) : tr("%1 was saved.").arg(name));
}

void ResourcePage::reloadResource()
{
    const QString path = m_kind.path + QLatin1Char('/') + json::text(m_resource, QLatin1String("id"));
    m_workspace.api.get(path, this, [this](const ApiReply& reply) {
        if (reply.isOk()) {
            showResource(reply.object);
        }
    });
}

void ResourcePage::showResource(const QJsonObject& resource)
{
    m_model->upsert(resource);
    display(resource, false);
}

void ResourcePage::setCreatable(bool isCreatable)
{
    m_create->setVisible(isCreatable);
    m_createCommand->setEnabled(isCreatable);
    m_table->emptyState().setAction(isCreatable ? m_kind.create : QString());
}

void ResourcePage::remove()
{
    const QString id = json::text(m_resource, QLatin1String("id"));
    const QString name = m_kind.name(m_resource);
    const auto agreed = [this, id, name] {
        m_workspace.api.remove(m_kind.path + QLatin1Char('/') + id,
                               this,
                               [this, id, name](const ApiReply& reply) {
                                   if (reply.error) {
                                       m_banner->say(Tone::Danger, reply.error->describe());
                                       return;
                                   }
                                   m_form->load({});
                                   m_resource = {};
                                   m_stack->setCurrentIndex(0);
                                   m_model->removeId(id);
                                   m_workspace.navigator.say(tr("%1 was deleted.").arg(name));
                               });
    };
    confirmDestruction(this,
                       tr("Delete \"%1\"?").arg(name),
                       m_kind.destroys(m_resource),
                       tr("Delete"),
                       agreed,
                       m_kind.typedToDelete ? m_kind.typedToDelete(m_resource) : QString());
}

} // namespace parley::console
