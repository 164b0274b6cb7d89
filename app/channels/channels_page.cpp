// SPDX-License-Identifier: MIT
#include "app/channels/channels_page.h"

#include "app/channels/channel_editor.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kNotFound = 404;

} // namespace

ChannelsPage::ChannelsPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_editor(new ChannelEditor(workspace, m_kinds, this)),
      m_old(new EmptyState(
          QStringLiteral("mail"),
          tr("This server has no channels to set up"),
          tr("It is older than this console. The chat, the contact form and the machine clients work "
             "as they did; once the server is updated, each can be looked at, turned off and worded "
             "here."),
          this)),
      m_banner(new Banner(this)),
      m_stack(new QStackedLayout)
{
    m_old->setObjectName(QStringLiteral("oldServer"));
    auto* head = new QVBoxLayout;
    head->setContentsMargins(kMarginPx, 0, kMarginPx, 0);
    head->addWidget(m_banner);
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_old);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_stack, 1);
}

void ChannelsPage::activate()
{
    m_workspace.api.get(QStringLiteral("/channels/kinds"), this, [this](const ApiReply& reply) {
        answered(reply);
    });
}

void ChannelsPage::answered(const ApiReply& reply)
{
    const bool isOld = reply.status == kNotFound;
    m_stack->setCurrentWidget(isOld ? static_cast<QWidget*>(m_old) : m_editor);
    m_banner->clear();
    if (isOld) {
        return;
    }
    if (reply.error) {
        m_banner->say(Tone::Danger, reply.error->describe());
        return;
    }
    m_kinds = ChannelKinds(reply.items());
    m_editor->kindsChanged();
    m_editor->activate();
    readRest();
}

void ChannelsPage::readRest()
{
    m_workspace.api.get(QStringLiteral("/metrics/channels"), this, [this](const ApiReply& reply) {
        if (reply.isOk()) {
            m_editor->setFigures(reply.items());
        }
    });
    m_workspace.api.get(QStringLiteral("/widget-config"), this, [this](const ApiReply& reply) {
        if (reply.isOk()) {
            m_editor->setPublicKey(json::text(reply.object, QLatin1String("public_key")));
        }
    });
}

void ChannelsPage::open(const QString& argument)
{
    m_editor->open(argument);
}

QString ChannelsPage::unsaved() const
{
    return m_editor->unsaved();
}

QList<QAction*> ChannelsPage::commands() const
{
    return m_editor->commands();
}

} // namespace parley::console
