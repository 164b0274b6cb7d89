// SPDX-License-Identifier: MIT
#include "app/settings/settings_page.h"

#include "app/net/json.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/workspace/navigator.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kFormWidthPx = 720;
constexpr int kMarginPx = 18;

} // namespace

SettingsPage::SettingsPage(Workspace& workspace, QString path, const QString& title, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_path(std::move(path)),
      m_form(new Form(this)),
      m_platform(new Banner(this)),
      m_banner(new Banner(this)),
      m_body(new QHBoxLayout),
      m_own(new PlainLabel({}, "muted", this)),
      m_inherit(new QPushButton(icon(QStringLiteral("undo")), tr("Back to inherited"), this)),
      m_fields(new QMenu(this)),
      m_discard(new QPushButton(tr("Discard"), this)),
      m_save(new QPushButton(tr("Save"), this))
{
    m_form->setMaximumWidth(kFormWidthPx);
    m_platform->setClosable(false);
    m_inherit->setMenu(m_fields);
    setRole(m_save, "primary");
    m_save->setObjectName(QStringLiteral("save"));
    auto* inner = new QWidget(this);
    auto* innerLayout = new QHBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, kMarginPx, 0);
    innerLayout->addWidget(m_form, 1);
    innerLayout->addStretch(0);
    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_body->setSpacing(kMarginPx);
    m_body->addWidget(scroll, 3);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_own, 1);
    foot->addWidget(m_inherit);
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(title, "title", this));
    layout->addWidget(m_platform);
    layout->addWidget(m_banner);
    layout->addLayout(m_body, 1);
    layout->addLayout(foot);

    auto* key = new QAction(tr("Save"), this);
    key->setShortcut(QKeySequence::Save);
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(key);
    connect(key, &QAction::triggered, m_save, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] { load(m_settings); });
    connect(m_form, &Form::edited, this, &SettingsPage::updateButtons);
    connect(m_banner, &Banner::actionTriggered, this, &SettingsPage::activate);
    m_form->setEnabled(false);
    updateButtons();
}

void SettingsPage::addSide(QWidget* side)
{
    m_body->addWidget(side, 2);
}

void SettingsPage::activate()
{
    m_workspace.session.hasTenant()
        ? m_platform->clear()
        : m_platform->say(Tone::Warning,
                          tr("You act in no tenant: these are the platform's defaults, for every tenant that "
                             "has set nothing of its own."));
    if (m_form->isEnabled() && m_form->isChanged()) {
        return; // read again while it is edited: what was typed stays
    }
    m_workspace.api.get(m_path, this, [this](const ApiReply& reply) {
        if (reply.error) {
            m_banner->say(Tone::Danger, reply.error->describe(), tr("Try again"));
        } else if (!m_form->isEnabled() || !m_form->isChanged()) {
            m_banner->clear();
            load(reply.object);
        }
    });
}

QString SettingsPage::unsaved() const
{
    return m_form->isEnabled() && m_form->isChanged() ? tr("The settings that you changed are not saved.")
                                                      : QString();
}

void SettingsPage::load(const QJsonObject& settings)
{
    m_settings = settings;
    m_form->setEnabled(true);
    m_form->load(settings);
    m_fields->clear();
    QStringList own;
    for (const QString& field : json::texts(settings, QLatin1String("own"))) {
        const QString label = m_labels.value(field, field);
        own.append(label);
        // An ampersand would be a shortcut's mark.
        QAction* action = m_fields->addAction(QString(label).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, field] { inherit(field); });
    }
    const bool isPlatform = !m_workspace.session.hasTenant();
    const QString nothing = isPlatform ? tr("Nothing is set here: Parley's own values hold.")
                                       : tr("Nothing is set here: the platform's values hold.");
    m_own->setText(
        own.isEmpty()
            ? nothing
            : tr("Set here: %1. Everything else is inherited.").arg(own.join(QStringLiteral(", "))));
    m_inherit->setVisible(!own.isEmpty());
    loaded(settings);
    updateButtons();
}

void SettingsPage::updateButtons()
{
    const bool isChanged = m_form->isEnabled() && m_form->isChanged();
    m_save->setEnabled(isChanged && !m_isSaving);
    m_discard->setVisible(isChanged);
    // It saves at once, and would take what is typed with it.
    m_inherit->setEnabled(!isChanged && !m_isSaving);
}

void SettingsPage::save()
{
    if (m_isSaving || !m_form->check()) {
        return;
    }
    m_isSaving = true;
    updateButtons();
    m_workspace.api.patch(m_path, m_form->changes(), this, [this](const ApiReply& reply) {
        answered(reply);
    });
}

void SettingsPage::inherit(const QString& field)
{
    m_isSaving = true;
    updateButtons();
    const QJsonObject body{{field, QJsonValue::Null}};
    m_workspace.api.patch(m_path, body, this, [this](const ApiReply& reply) { answered(reply); });
}

void SettingsPage::answered(const ApiReply& reply)
{
    m_isSaving = false;
    if (reply.error) {
        ApiError error = *reply.error;
        error.fields = m_form->showErrors(error.fields);
        m_banner->say(Tone::Danger, error.describe());
        updateButtons();
        return;
    }
    m_banner->clear();
    load(reply.object);
    m_workspace.navigator.say(tr("The settings were saved."));
}

} // namespace parley::console
