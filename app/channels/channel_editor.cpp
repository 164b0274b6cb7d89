// SPDX-License-Identifier: MIT
#include "app/channels/channel_editor.h"

#include "app/channels/channel_summary.h"
#include "app/channels/channel_ways.h"
#include "app/channels/template_rule.h"
#include "app/net/json.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/display_text.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/schema_pages.h"
#include "app/workspace/navigator.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>

namespace parley::console {

namespace {

/// As the server allows.
constexpr int kMostName = 80;
constexpr int kMostTemplate = 2'000;
constexpr int kLongestTitle = 60;
const auto kPath = QStringLiteral("/channels");
const auto kConfig = QLatin1String("config");
const auto kTemplates = QLatin1String("templates");

ResourceKind channelKind(const Workspace& workspace, const ChannelKinds& kinds)
{
    ResourceKind kind;
    kind.path = kPath;
    kind.title = ChannelEditor::tr("Channels");
    kind.icon = QStringLiteral("mail");
    kind.create = ChannelEditor::tr("New channel");
    kind.emptyTitle = ChannelEditor::tr("No channel yet");
    kind.emptyText =
        ChannelEditor::tr("A channel is a way by which customers write: the chat on your site, a form, "
                          "your own programs.");
    kind.name = [](const QJsonObject& channel) { return json::text(channel, QLatin1String("name")); };
    kind.detail = [&api = workspace.api](const QJsonObject& channel) {
        return channelLine(channel, api.serverNow());
    };
    kind.destroys = [&kinds](const QJsonObject& channel) {
        const bool canBe = kinds.kind(json::text(channel, QLatin1String("kind"))).canDelete;
        return canBe ? ChannelEditor::tr(
                           "Its settings and its own words go with it, and its address takes nothing "
                           "any more. What came in by it stays: conversations, cases and customers.")
                     : QString();
    };
    return kind;
}

PlainLabel* heading(const QString& text, QWidget* parent)
{
    return new PlainLabel(text, "heading", parent);
}

} // namespace

ChannelEditor::ChannelEditor(Workspace& workspace, const ChannelKinds& kinds, QWidget* parent)
    : ResourcePage(workspace, channelKind(workspace, kinds), parent),
      m_kinds(kinds),
      m_summary(new ChannelSummary(this)),
      m_ways(new ChannelWays(workspace, this)),
      m_about(new PlainLabel({}, "muted", this)),
      m_kindBox(new QComboBox(this)),
      m_configHeading(heading(tr("Settings"), this)),
      m_templatesHeading(heading(tr("What it says by itself"), this)),
      m_config(new SchemaPages(this)),
      m_templates(new SchemaPages(this)),
      m_turn(new QPushButton(this))
{
    buildForm();
    m_turn->setObjectName(QStringLiteral("turn"));
    addTool(m_turn);
    connect(m_turn, &QPushButton::clicked, this, &ChannelEditor::turn);
    connect(&form(), &Form::edited, this, &ChannelEditor::updateTurn);
}

void ChannelEditor::buildForm()
{
    Form& fields = form();
    fields.addWidget(m_summary);
    addKind();
    fields.addWidget(m_about);
    fields.addWidget(m_ways);
    fields.addText(QStringLiteral("name"),
                   tr("Name"),
                   tr("For your people alone; customers do not see it."),
                   rules::chain({rules::required(), rules::lengthAtMost(kMostName)}));
    addPages(m_config, kConfig, m_configHeading);
    addPages(m_templates, kTemplates, m_templatesHeading);
}

/// Chosen once: a form does not become a chat.
void ChannelEditor::addKind()
{
    connect(m_kindBox, &QComboBox::currentIndexChanged, this, [this] {
        setKind(m_kindBox->currentData().toString());
        form().touch(QStringLiteral("kind"));
    });
    FormField& field = form().addCustom(
        QStringLiteral("kind"),
        tr("Kind"),
        m_kindBox,
        [this] { return QJsonValue(m_kind); },
        [this](const QJsonValue& value) {
            const QSignalBlocker quiet(m_kindBox);
            m_kindBox->clear();
            for (const ChannelKind& each : m_kinds.all()) {
                if (each.canCreate) {
                    m_kindBox->addItem(displayLine(each.title, kLongestTitle), each.id);
                }
            }
            const QString first = m_kindBox->currentData().toString();
            setKind(value.isString() ? value.toString() : first);
        });
    field.isOnlyForNew = true;
}

void ChannelEditor::addPages(SchemaPages* pages, const QString& name, QWidget* title)
{
    form().addWidget(title);
    connect(pages, &SchemaPages::edited, this, [this, name] { form().touch(name); });
    FormField& field = form().addCustom(
        name,
        {},
        pages,
        [pages] { return QJsonValue(pages->value()); },
        [pages](const QJsonValue& value) { pages->setValue(value.toObject()); });
    field.inner = [pages] { return pages->shown(); };
}

void ChannelEditor::setKind(const QString& kind)
{
    m_kind = kind;
    m_config->setKind(kind);
    m_templates->setKind(kind);
    updateSections();
}

void ChannelEditor::updateSections()
{
    const ChannelKind kind = m_kinds.kind(m_kind);
    m_about->setText(kind.description);
    m_about->setVisible(!kind.description.isEmpty());
    m_configHeading->setVisible(m_config->hasFields());
    form().setFieldVisible(kConfig, m_config->hasFields());
    m_templatesHeading->setVisible(m_templates->hasFields());
    form().setFieldVisible(kTemplates, m_templates->hasFields());
}

void ChannelEditor::kindsChanged()
{
    setCreatable(m_kinds.canCreateAny());
    if (!unsaved().isEmpty()) {
        return;
    }
    for (const ChannelKind& each : m_kinds.all()) {
        m_config->setSchema(each.id, each.configSchema);
        m_templates->setSchema(each.id, each.templateSchema);
        for (auto one = each.variables.begin(); one != each.variables.end(); ++one) {
            if (FormField* field = m_templates->form(each.id)->field(one.key())) {
                field->rule =
                    rules::chain({rules::lengthAtMost(kMostTemplate), rules::knownVariables(one.value())});
            }
        }
    }
}

void ChannelEditor::setFigures(const QJsonArray& items)
{
    m_figures.clear();
    for (const QJsonValue& each : items) {
        m_figures.insert(json::text(each.toObject(), QLatin1String("channel")), each.toObject());
    }
    m_summary->setFigures(m_figures.value(m_kind));
}

void ChannelEditor::setPublicKey(const QString& key)
{
    m_ways->setPublicKey(key);
}

void ChannelEditor::shown(const QJsonObject& channel)
{
    m_summary->setVisible(!channel.isEmpty());
    m_summary->setChannel(channel, workspace().api.serverNow());
    m_summary->setFigures(m_figures.value(m_kind));
    m_ways->setChannel(channel);
    updateSections();
    updateTurn();
}

QJsonObject ChannelEditor::creation() const
{
    QJsonObject body = ResourcePage::creation();
    // Field by field, so that what is left out follows the server.
    body.insert(kConfig, m_config->changesFrom({}));
    body.insert(kTemplates, m_templates->changesFrom({}));
    body.insert(QLatin1String("enabled"), true);
    return body;
}

QJsonObject ChannelEditor::changes() const
{
    QJsonObject body = ResourcePage::changes();
    for (const auto& [name, pages] : {std::pair(kConfig, m_config), std::pair(kTemplates, m_templates)}) {
        if (body.contains(name)) {
            body.insert(name, pages->changesFrom(json::object(resource(), name)));
        }
    }
    return body;
}

void ChannelEditor::updateTurn()
{
    const bool isOn = json::boolean(resource(), QLatin1String("enabled"));
    m_turn->setText(isOn ? tr("Turn off…") : tr("Turn on"));
    // Its answer would show the channel anew, over what is typed.
    m_turn->setEnabled(!m_isTurning && unsaved().isEmpty());
}

void ChannelEditor::turn()
{
    if (!json::boolean(resource(), QLatin1String("enabled"))) {
        turnNow(true);
        return;
    }
    const QString about = m_kinds.kind(m_kind).description;
    const QString name = json::text(resource(), QLatin1String("name"));
    QString text =
        tr("Nothing is taken in by it until it is turned on again; whoever tries is told so. What came in "
           "before is answered as always.");
    if (!about.isEmpty()) {
        text += QStringLiteral("\n\n") + about;
    }
    confirmDestruction(this, tr("Turn off \"%1\"?").arg(name), text, tr("Turn off"), [this] {
        turnNow(false);
    });
}

void ChannelEditor::turnNow(bool isOn)
{
    const QString id = json::text(resource(), QLatin1String("id"));
    m_isTurning = true;
    updateTurn();
    workspace().api.patch(kPath + QLatin1Char('/') + id,
                          {{QStringLiteral("enabled"), isOn}},
                          this,
                          [this, id, isOn](const ApiReply& reply) {
                              m_isTurning = false;
                              updateTurn();
                              if (reply.error) {
                                  workspace().navigator.say(reply.error->describe(), Tone::Danger);
                                  return;
                              }
                              const QString name = json::text(reply.object, QLatin1String("name"));
                              workspace().navigator.say(isOn ? tr("%1 is on.").arg(name)
                                                             : tr("%1 is off.").arg(name));
                              if (json::text(resource(), QLatin1String("id")) == id && unsaved().isEmpty()) {
                                  showResource(reply.object);
                              }
                          });
}

} // namespace parley::console
