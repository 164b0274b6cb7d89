// SPDX-License-Identifier: MIT
#include "app/agents/agent_page.h"

#include "app/agents/agent_text.h"
#include "app/agents/prompt_editor.h"
#include "app/agents/sandbox_tab.h"
#include "app/agents/tool_picker.h"
#include "app/agents/versions_tab.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/form.h"
#include "app/widgets/form_fields.h"
#include "app/workspace/navigator.h"

#include <QCompleter>
#include <QCoreApplication>
#include <QLineEdit>
#include <QStringListModel>

namespace parley::console {

namespace {

// As the server allows.
constexpr int kMostName = 80;
constexpr int kMostDescription = 2'000;
constexpr int kMostModel = 200;
constexpr int kPriority = 1'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::AgentPage)
};

QString detailOf(const QJsonObject& agent)
{
    QStringList parts{AgentText::kind(json::text(agent, QLatin1String("kind"))),
                      Words::tr("version %1").arg(json::integer(agent, QLatin1String("version")))};
    if (!json::boolean(agent, QLatin1String("enabled"), true)) {
        parts.prepend(Words::tr("Switched off"));
    }
    return parts.join(QStringLiteral(" · "));
}

ResourceKind agentKind()
{
    ResourceKind kind;
    kind.path = QStringLiteral("/agents");
    kind.title = Words::tr("Agents");
    kind.icon = QStringLiteral("agent");
    kind.create = Words::tr("New agent");
    kind.emptyTitle = Words::tr("No agents yet");
    kind.emptyText = Words::tr("An agent answers the questions of one subject. Customers' messages go to the "
                               "agent that they fit best.");
    kind.name = [](const QJsonObject& agent) { return json::text(agent, QLatin1String("name")); };
    kind.detail = detailOf;
    kind.destroys = [](const QJsonObject&) {
        return Words::tr("Its prompt, its examples and all its versions go with it, and nothing brings them "
                         "back. Messages that were its go to the other agents from now on.");
    };
    return kind;
}

} // namespace

AgentPage::AgentPage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, agentKind(), parent),
      m_versions(new VersionsTab(workspace, this)),
      m_sandbox(new SandboxTab(workspace, this))
{
    buildForm();
    addTab(m_versions, tr("Versions"));
    addTab(m_sandbox, tr("Sandbox"));
    connect(&form(), &Form::edited, this, [this] { m_sandbox->setUnsaved(form().changes()); });
    connect(m_versions, &VersionsTab::rollbackWanted, this, &AgentPage::rollBack);
}

void AgentPage::buildForm()
{
    Form& fields = form();
    fields.addText(QStringLiteral("name"),
                   tr("Name"),
                   {},
                   rules::chain({rules::required(), rules::lengthAtMost(kMostName)}));
    fields.addChoice(QStringLiteral("kind"), tr("Kind"), AgentText::kinds());
    fields.addMultiline(QStringLiteral("description"),
                        tr("Description"),
                        2,
                        tr("What it is for. Messages are given to the agent whose description and examples "
                           "they fit best."),
                        rules::lengthAtMost(kMostDescription));
    fields.addCheck(QStringLiteral("enabled"), tr("Switched on")).initial = true;

    fields.addSection(tr("What it is told"));
    addPrompt();
    FormField& model = fields.addText(QStringLiteral("model"),
                                      tr("Model"),
                                      tr("Empty: the first of the organisation's models."),
                                      rules::lengthAtMost(kMostModel));
    m_models = new QStringListModel(this);
    auto* suggestions = new QCompleter(m_models, this);
    suggestions->setCaseSensitivity(Qt::CaseInsensitive);
    suggestions->setFilterMode(Qt::MatchContains);
    qobject_cast<QLineEdit*>(model.editor)->setCompleter(suggestions);

    fields.addSection(tr("What it may use"));
    addTools();

    fields.addSection(tr("Which messages are its"));
    fields.addLines(QStringLiteral("examples"),
                    tr("Examples"),
                    6,
                    tr("Questions as customers ask them, one a line. Ten or more make the choice reliable."));
    fields.addLines(QStringLiteral("intents"),
                    tr("Intents"),
                    3,
                    tr("Names of what customers want, one a line."));
    FormField& priority =
        fields.addNumber(QStringLiteral("priority"),
                         tr("Priority"),
                         -kPriority,
                         kPriority,
                         0,
                         tr("Of two agents that fit equally, the one with more goes first."));
    priority.initial = 0;
    addOptionalNumber(fields,
                      QStringLiteral("confidence_threshold"),
                      tr("Confidence threshold"),
                      0,
                      1,
                      2,
                      tr("Least confidence to answer with; below it a person takes over."),
                      tr("The organisation's"));
}

void AgentPage::addPrompt()
{
    auto* prompt = new PromptEditor(this);
    connect(prompt, &PromptEditor::changed, this, [this] { form().touch(QStringLiteral("system_prompt")); });
    form().addCustom(
        QStringLiteral("system_prompt"),
        tr("System prompt"),
        prompt,
        [prompt] { return QJsonValue(prompt->text()); },
        [prompt](const QJsonValue& value) { prompt->setText(value.toString()); },
        tr("Instructions beside those that Parley gives every agent."),
        [](const QJsonValue& value) { return PromptEditor::faultOf(value.toString()); });
}

void AgentPage::addTools()
{
    m_tools = new ToolPicker(this);
    connect(m_tools, &ToolPicker::changed, this, [this] { form().touch(QStringLiteral("tools")); });
    form().addCustom(
        QStringLiteral("tools"),
        tr("Tools"),
        m_tools,
        [this] { return QJsonValue(QJsonArray::fromStringList(m_tools->chosen())); },
        [this](const QJsonValue& value) {
            QStringList names;
            for (const QJsonValue& each : value.toArray()) {
                names.append(each.toString());
            }
            m_tools->setChosen(names);
        });
}

void AgentPage::activate()
{
    ResourcePage::activate();
    getAll(workspace().api, QStringLiteral("/tools"), this, [this](const WholeList& tools) {
        if (tools.isOk()) {
            m_tools->setTools(tools.items, cutNote(tools));
        }
    });
    readModels();
}

void AgentPage::readModels()
{
    workspace().api.get(QStringLiteral("/settings/llm"), this, [this](const ApiReply& reply) {
        QStringList names;
        for (const QJsonValue& each : json::array(reply.object, QLatin1String("in_effect"))) {
            names.append(json::text(each.toObject(), QLatin1String("model")));
        }
        names.removeDuplicates();
        m_models->setStringList(names);
    });
}

void AgentPage::shown(const QJsonObject& resource)
{
    m_versions->setAgent(resource);
    m_sandbox->setAgent(resource);
    m_sandbox->setUnsaved({});
}

QJsonObject AgentPage::changes() const
{
    QJsonObject changed = ResourcePage::changes();
    // No model of its own is null, not a name without letters.
    if (changed.value(QLatin1String("model")).toString().isEmpty() &&
        changed.contains(QLatin1String("model"))) {
        changed.insert(QLatin1String("model"), QJsonValue::Null);
    }
    return changed;
}

void AgentPage::rollBack(qint64 version)
{
    const QString path =
        QStringLiteral("/agents/%1/rollback").arg(json::text(resource(), QLatin1String("id")));
    QString text =
        tr("From the next message on the agent answers as it did then. What it is now stays in the "
           "list, so that you can come back to it.");
    if (form().isChanged()) {
        text += QStringLiteral("\n\n") + tr("Your changes that are not saved are lost.");
    }
    const auto agreed = [this, path, version] {
        const QJsonObject body{{QStringLiteral("version"), version}};
        workspace().api.post(path, body, this, [this, version](const ApiReply& reply) {
            if (reply.error) {
                workspace().navigator.say(reply.error->describe(), Tone::Danger);
                return;
            }
            workspace().navigator.say(tr("The agent is again what it was in version %1.").arg(version));
            reloadResource();
        });
    };
    confirmDestruction(this, tr("Roll back to version %1?").arg(version), text, tr("Roll back"), agreed);
}

} // namespace parley::console
