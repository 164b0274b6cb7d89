// SPDX-License-Identifier: MIT
#include "app/channels/channel_ways.h"

#include "app/channels/hosted_form.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/copy_button.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/workspace/navigator.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kCodeLines = 3;
constexpr int kCodeFramePx = 18;

} // namespace

ChannelWays::ChannelWays(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_text(new PlainLabel({}, "muted", this)),
      m_lead(new QPushButton(this))
{
    m_form = buildForm();
    buildLead();
    auto* line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_lead);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(line);
    layout->addWidget(m_form);
    update();
}

void ChannelWays::buildLead()
{
    m_lead->setObjectName(QStringLiteral("lead"));
    connect(m_lead, &QPushButton::clicked, this, [this] {
        if (m_kind == QLatin1String("web")) {
            m_workspace.navigator.openPage(QStringLiteral("widget"));
        } else if (m_kind == QLatin1String("api")) {
            m_workspace.navigator.openPage(QStringLiteral("api_clients"));
        } else {
            openOwnPage(hostedFormPage(m_workspace.api.server(), m_key, m_id));
        }
    });
}

QWidget* ChannelWays::buildForm()
{
    auto* form = new QWidget(this);
    m_address = new PlainLabel({}, "mono", form);
    m_address->setCopyable(true);
    m_address->setObjectName(QStringLiteral("formAddress"));
    m_address->setAccessibleName(tr("Address of the form"));
    m_copyAddress = new CopyButton(tr("Copy the address"), form);
    m_code = new QPlainTextEdit(form);
    m_code->setReadOnly(true);
    m_code->setTabChangesFocus(true);
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_code->setObjectName(QStringLiteral("formCode"));
    m_code->setAccessibleName(tr("Code that puts the form into a page"));
    m_code->setFixedHeight(QFontMetrics(m_code->font()).lineSpacing() * kCodeLines + kCodeFramePx);
    m_copyCode = new CopyButton(tr("Copy the code"), form);

    auto* address = new QHBoxLayout;
    address->addWidget(m_address, 1);
    address->addWidget(m_copyAddress);
    auto* codeHead = new QHBoxLayout;
    codeHead->addWidget(
        new PlainLabel(tr("In a page of your own, on one of the sites that the chat widget may run on:"),
                       "muted",
                       form),
        1);
    codeHead->addWidget(m_copyCode);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(address);
    layout->addLayout(codeHead);
    layout->addWidget(m_code);
    return form;
}

void ChannelWays::setChannel(const QJsonObject& channel)
{
    m_kind = json::text(channel, QLatin1String("kind"));
    m_id = json::text(channel, QLatin1String("id"));
    update();
}

void ChannelWays::setPublicKey(const QString& key)
{
    m_key = key;
    update();
}

void ChannelWays::update()
{
    const bool isForm = m_kind == QLatin1String("form");
    const bool isWeb = m_kind == QLatin1String("web");
    const bool isApi = m_kind == QLatin1String("api");
    m_form->setVisible(isForm && !m_key.isEmpty());
    setVisible(isWeb || isApi || (isForm && !m_key.isEmpty()));
    if (isWeb) {
        m_text->setText(
            tr("How the chat looks, where it may run and the code for your site stand on a page of "
               "their own."));
        m_lead->setIcon(icon(QStringLiteral("widget")));
        m_lead->setText(tr("Chat widget"));
    } else if (isApi) {
        m_text->setText(
            tr("Programs write here. Each signs in as a machine client, with an id and a secret of its "
               "own."));
        m_lead->setIcon(icon(QStringLiteral("key")));
        m_lead->setText(tr("Machine clients"));
    } else if (isForm) {
        m_text->setText(
            tr("Link to this page, from your site or from letters. Whoever fills it in gets a number "
               "and a page that says how far it is."));
        m_lead->setIcon(icon(QStringLiteral("external")));
        m_lead->setText(tr("Open the form"));
    }
    const QString address =
        QString::fromUtf8(hostedFormPage(m_workspace.api.server(), m_key, m_id).toEncoded());
    const QString code = hostedFormCode(m_workspace.api.server(), m_key, m_id);
    m_address->setText(address);
    m_copyAddress->setContent(address);
    m_code->setPlainText(code);
    m_copyCode->setContent(code);
}

} // namespace parley::console
