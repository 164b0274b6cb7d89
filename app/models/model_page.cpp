// SPDX-License-Identifier: MIT
#include "app/models/model_page.h"

#include "app/models/provider_form.h"
#include "app/models/provider_list.h"
#include "app/models/provider_test.h"
#include "app/models/usage_card.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/secret_edit.h"
#include "app/widgets/text_delegate.h"
#include "app/workspace/navigator.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kListWidthPx = 320;
constexpr int kFormWidthPx = 720;
constexpr int kMarginPx = 18;
/// The server gives the providers 25 s.
constexpr int kTestTimeoutMs = 40'000;

} // namespace

ModelPage::ModelPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_providers(new ProviderList(this)),
      m_banner(new Banner(this)),
      m_platform(new Banner(this)),
      m_view(new QListView(this)),
      m_stack(new QStackedWidget(this)),
      m_form(new ProviderForm(this)),
      m_result(new ProviderTest(this)),
      m_usage(new UsageCard(this))
{
    auto* both = new QHBoxLayout;
    both->setSpacing(kMarginPx);
    both->addWidget(buildList());
    both->addWidget(buildEditor(), 1);
    m_platform->setClosable(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("Language models"), "title", this));
    layout->addWidget(m_platform);
    layout->addWidget(m_banner);
    layout->addLayout(both, 1);
    layout->addLayout(buildFoot());

    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& at) { choose(at.row()); });
    connect(m_form, &ProviderForm::edited, this, [this] {
        m_providers->setProvider(row(), m_form->provider());
    });
    connect(m_providers, &ProviderList::edited, this, &ModelPage::updateButtons);
    connect(m_usage, &UsageCard::edited, this, &ModelPage::updateButtons);
    connect(m_banner, &Banner::actionTriggered, this, &ModelPage::activate);
    choose(-1);
}

QWidget* ModelPage::buildList()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(kListWidthPx);
    m_view->setModel(m_providers);
    m_view->setItemDelegate(new TextDelegate(m_view));
    m_view->setAccessibleName(tr("Providers, in the order in which they are asked"));
    auto* addButton = new QPushButton(tr("Add a provider"), side);
    if (!addButton->isRightToLeft()) { // Qt tears icon and words of a wide button apart there
        addButton->setIcon(icon(QStringLiteral("plus")));
    }
    auto* addKey = new QAction(tr("Add a provider"), this);
    addKey->setShortcut(QKeySequence::New);
    addKey->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(addKey);
    connect(addKey, &QAction::triggered, this, &ModelPage::add);
    connect(addButton, &QPushButton::clicked, this, &ModelPage::add);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(addButton, 1);
    buttons->addWidget(
        orderButton(QStringLiteral("up"), tr("Ask earlier"), QKeySequence(Qt::ALT | Qt::Key_Up), -1));
    buttons->addWidget(
        orderButton(QStringLiteral("down"), tr("Ask later"), QKeySequence(Qt::ALT | Qt::Key_Down), 1));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(
        new PlainLabel(tr("The first that is ticked is asked; where it fails, the next."), "muted", side));
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_usage);
    return side;
}

QPushButton*
ModelPage::orderButton(const QString& iconName, const QString& name, const QKeySequence& key, int by)
{
    auto* button = new QPushButton(icon(iconName), {}, this);
    button->setAccessibleName(name);
    setPlainToolTip(button, tr("%1 (%2)").arg(name, key.toString(QKeySequence::NativeText)));
    auto* action = new QAction(name, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    const auto move = [this, by] {
        const int to = m_providers->move(row(), by);
        m_view->setCurrentIndex(m_providers->index(to));
    };
    connect(button, &QPushButton::clicked, this, move);
    connect(action, &QAction::triggered, this, move);
    return button;
}

QWidget* ModelPage::buildEditor()
{
    auto* empty = new EmptyState(QStringLiteral("model"),
                                 tr("No provider is chosen"),
                                 tr("Add one, with its key, and agents write their answers with its models. "
                                    "Without any, answers are taken from the documents word for word."),
                                 m_stack);
    m_stack->addWidget(empty);
    auto* inner = new QWidget(m_stack);
    m_form->setMaximumWidth(kFormWidthPx);
    m_test = new QPushButton(icon(QStringLiteral("play")), tr("Test"), inner);
    m_test->setObjectName(QStringLiteral("test"));
    m_remove = new QPushButton(icon(QStringLiteral("trash")), tr("Remove…"), inner);
    setRole(m_remove, "danger");
    connect(m_test, &QPushButton::clicked, this, &ModelPage::test);
    connect(m_remove, &QPushButton::clicked, this, &ModelPage::remove);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(inner);
    layout->setSpacing(12);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addWidget(m_result);
    layout->addStretch(1);
    auto* scroll = new QScrollArea(m_stack);
    setRole(scroll, "plain");
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(scroll);
    return m_stack;
}

QHBoxLayout* ModelPage::buildFoot()
{
    m_discard = new QPushButton(tr("Discard"), this);
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("save"));
    setRole(m_save, "primary");
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    auto* key = new QAction(tr("Save"), this);
    key->setShortcut(QKeySequence::Save);
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(key);
    connect(key, &QAction::triggered, m_save, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this, &ModelPage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] { load(m_settings); });
    return foot;
}

void ModelPage::activate()
{
    if (isChanged()) {
        return; // read again while it is edited: what was typed stays
    }
    m_workspace.session.hasTenant()
        ? m_platform->clear()
        : m_platform->say(Tone::Warning,
                          tr("You act in no tenant: these are the platform's defaults, for every tenant that "
                             "has no providers of its own."));
    m_workspace.api.get(QStringLiteral("/settings/llm"), this, [this](const ApiReply& reply) {
        if (reply.error) {
            m_banner->say(Tone::Danger, reply.error->describe(), tr("Try again"));
        } else if (!isChanged()) {
            m_banner->clear();
            load(reply.object);
        }
    });
}

void ModelPage::load(const QJsonObject& settings)
{
    const int before = row();
    m_settings = settings;
    m_providers->load(settings);
    m_usage->setSettings(settings);
    m_view->setCurrentIndex(m_providers->index(qBound(0, before, qMax(0, m_providers->rowCount() - 1))));
    choose(row());
    updateButtons();
}

int ModelPage::row() const
{
    return m_view->currentIndex().row();
}

void ModelPage::choose(int row)
{
    m_stack->setCurrentIndex(row < 0 ? 0 : 1);
    m_form->setProvider(m_providers->provider(row));
    m_result->clear();
    updateButtons();
}

void ModelPage::add()
{
    const QJsonObject blank{{QStringLiteral("kind"), QStringLiteral("openai")}};
    m_view->setCurrentIndex(m_providers->index(m_providers->add(blank)));
    m_form->focusFirst();
}

void ModelPage::remove()
{
    const int at = row();
    const QString name = json::text(m_providers->provider(at), QLatin1String("name"));
    confirmDestruction(this,
                       tr("Remove \"%1\"?").arg(name),
                       tr("Its key goes with it when you save. Agents that name its models use the others."),
                       tr("Remove"),
                       [this, at] {
                           m_providers->remove(at);
                           choose(row());
                       });
}

void ModelPage::test()
{
    const QString name = json::text(m_providers->provider(row()), QLatin1String("name"));
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/settings/llm/test");
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("provider"), name}}).toJson();
    request.contentType = "application/json";
    request.timeoutMs = kTestTimeoutMs;
    m_test->setEnabled(false);
    m_result->setRunning();
    m_workspace.api.send(std::move(request), this, [this, name](const ApiReply& reply) {
        if (json::text(m_providers->provider(row()), QLatin1String("name")) == name) {
            m_result->showAnswer(reply);
        }
        updateButtons();
    });
}

bool ModelPage::isChanged() const
{
    return m_providers->isChanged() || m_usage->isChanged();
}

QString ModelPage::unsaved() const
{
    return isChanged() ? tr("Changes to the language models are not saved.") : QString();
}

void ModelPage::updateButtons()
{
    const bool isDirty = isChanged();
    m_save->setEnabled(isDirty && !m_isSaving);
    m_discard->setVisible(isDirty);
    // What is saved is tested, and only who is asked at all.
    m_test->setEnabled(!isDirty && m_providers->isAsked(row()));
    setPlainToolTip(m_test,
                    isDirty                       ? tr("Save first: what is saved is tested.")
                    : m_providers->isAsked(row()) ? QString()
                                                  : tr("It rests. Tick it in the list to have it asked."));
}

void ModelPage::save()
{
    if (m_isSaving || (row() >= 0 && !m_form->check()) || !m_usage->check()) {
        return;
    }
    if (const int renamed = renamedWithKey(); renamed >= 0) {
        m_view->setCurrentIndex(m_providers->index(renamed));
        m_form->showErrors(
            {{QStringLiteral("api_key"),
              tr("The key is kept under the provider's old name: give it anew, or take the old "
                 "name again.")}});
        return;
    }
    QJsonObject body = m_providers->patch();
    body.insert(QLatin1String("monthly_token_budget"), m_usage->budget());
    m_isSaving = true;
    updateButtons();
    m_workspace.api.patch(QStringLiteral("/settings/llm"), body, this, [this](const ApiReply& reply) {
        saved(reply);
    });
}

int ModelPage::renamedWithKey() const
{
    QStringList known;
    for (const QJsonValue& each : json::array(m_settings, QLatin1String("providers"))) {
        known.append(json::text(each.toObject(), QLatin1String("name")));
    }
    for (int at = 0; at < m_providers->rowCount(); ++at) {
        const QJsonObject provider = m_providers->provider(at);
        if (SecretEdit::isMask(json::text(provider, QLatin1String("api_key"))) &&
            !known.contains(json::text(provider, QLatin1String("name")))) {
            return at;
        }
    }
    return -1;
}

void ModelPage::saved(const ApiReply& reply)
{
    m_isSaving = false;
    if (reply.error) {
        showFaults(*reply.error);
        updateButtons();
        return;
    }
    m_banner->clear();
    load(reply.object);
    m_workspace.navigator.say(tr("The language models were saved."));
}

void ModelPage::showFaults(const ApiError& error)
{
    static const QRegularExpression place(QStringLiteral("^providers\\[(\\d+)\\]\\.(.*)$"));
    ApiError shown = error;
    shown.fields.clear();
    QHash<QString, QString> theirs;
    int faulty = -1;
    for (auto field = error.fields.begin(); field != error.fields.end(); ++field) {
        const QRegularExpressionMatch match = place.match(field.key());
        const int at = match.hasMatch() ? match.captured(1).toInt() : -1;
        if (at < 0 || (faulty >= 0 && at != faulty)) {
            shown.fields.insert(field.key(), field.value());
            continue;
        }
        faulty = at;
        theirs.insert(match.captured(2), field.value());
    }
    if (faulty >= 0) {
        m_view->setCurrentIndex(m_providers->index(faulty));
        const auto left = m_form->showErrors(theirs);
        shown.fields.insert(left);
    }
    m_banner->say(Tone::Danger, shown.describe());
}

} // namespace parley::console
