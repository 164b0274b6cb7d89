// SPDX-License-Identifier: MIT
#include "app/tools/tool_page.h"

#include "app/net/json.h"
#include "app/tools/schema_editor.h"
#include "app/tools/tool_config_pages.h"
#include "app/tools/tool_test_tab.h"
#include "app/widgets/form.h"

#include <QComboBox>
#include <QCoreApplication>

namespace parley::console {

namespace {

// As the server allows.
constexpr int kMostDescription = 2'000;
constexpr int kPriority = 1'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ToolPage)
};

QList<FormChoice> kinds()
{
    return {{QStringLiteral("http"), Words::tr("HTTP – calls an API")},
            {QStringLiteral("rag"), Words::tr("Knowledge – searches documents")},
            {QStringLiteral("builtin"), Words::tr("Built in – one of Parley's own")},
            {QStringLiteral("mcp"), Words::tr("MCP – the tools of a server")}};
}

QString detailOf(const QJsonObject& tool)
{
    QStringList parts;
    if (!json::boolean(tool, QLatin1String("enabled"), true)) {
        parts.append(Words::tr("Switched off"));
    }
    const QString kind = json::text(tool, QLatin1String("kind"));
    for (const FormChoice& each : kinds()) {
        if (each.value == kind) {
            parts.append(each.label.section(QStringLiteral(" – "), 0, 0));
        }
    }
    if (json::boolean(tool, QLatin1String("is_write"))) {
        parts.append(Words::tr("changes something"));
    }
    return parts.join(QStringLiteral(" · "));
}

ResourceKind toolKind()
{
    ResourceKind kind;
    kind.path = QStringLiteral("/tools");
    kind.title = Words::tr("Tools");
    kind.icon = QStringLiteral("tool");
    kind.create = Words::tr("New tool");
    kind.emptyTitle = Words::tr("No tools yet");
    kind.emptyText = Words::tr("With a tool an agent looks something up or does something: an order's state "
                               "from your shop, a ticket in your system.");
    kind.name = [](const QJsonObject& tool) { return json::text(tool, QLatin1String("name")); };
    kind.detail = detailOf;
    kind.destroys = [](const QJsonObject&) {
        return Words::tr(
            "Its settings and its secrets go with it. Agents that name it answer without it from "
            "now on.");
    };
    return kind;
}

Rule nameRule()
{
    const Rule shape =
        rules::matches(QStringLiteral("(?!.*__)[A-Za-z0-9_-]{1,64}"),
                       Words::tr("1 to 64 letters, digits, _ and -, without two _ side by side."));
    return rules::chain({rules::required(), shape});
}

QJsonObject withConfig(QJsonObject body)
{
    if (body.contains(QLatin1String("config"))) {
        body.insert(QLatin1String("config"),
                    ToolConfigPages::withoutBlanks(json::object(body, QLatin1String("config"))));
    }
    if (body.contains(QLatin1String("input_schema")) &&
        !body.value(QLatin1String("input_schema")).isObject()) {
        body.insert(QLatin1String("input_schema"), QJsonObject());
    }
    return body;
}

} // namespace

ToolPage::ToolPage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, toolKind(), parent), m_test(new ToolTestTab(workspace, this))
{
    buildForm();
    addTab(m_test, tr("Test call"));
    connect(&form(), &Form::edited, this, [this] { m_test->setUnsaved(form().isChanged()); });
}

void ToolPage::buildForm()
{
    Form& fields = form();
    fields.addText(QStringLiteral("name"),
                   tr("Name"),
                   tr("As agents and models call it, such as order_lookup."),
                   nameRule());
    FormField& kind = fields.addChoice(QStringLiteral("kind"), tr("Kind"), kinds());
    fields.addMultiline(QStringLiteral("description"),
                        tr("Description"),
                        2,
                        tr("When to use it, in words for the model."),
                        rules::lengthAtMost(kMostDescription));
    fields.addCheck(QStringLiteral("enabled"), tr("Switched on")).initial = true;
    fields.addCheck(QStringLiteral("is_write"),
                    tr("It changes something"),
                    tr("The customer is asked before each call."));
    fields.addCheck(QStringLiteral("is_personal"),
                    tr("Only for customers whose identity is proven"),
                    tr("Tools that name {customer.…} are so in any case."));
    FormField& priority = fields.addNumber(QStringLiteral("priority"), tr("Priority"), -kPriority, kPriority);
    priority.initial = 0;

    fields.addSection(tr("How it is called"));
    m_config = new ToolConfigPages(this);
    auto* box = qobject_cast<QComboBox*>(kind.editor);
    const auto follow = [this, box] { m_config->setKind(box->currentData().toString()); };
    connect(box, &QComboBox::currentIndexChanged, m_config, follow);
    follow();
    connect(m_config, &ToolConfigPages::edited, this, [this] { form().touch(QStringLiteral("config")); });
    fields.addForms(QStringLiteral("config"), m_config, [this] { return m_config->shown(); });

    fields.addSection(tr("What it needs to know"));
    addSchema();
}

void ToolPage::addSchema()
{
    auto* editor = new SchemaEditor(this);
    connect(editor, &SchemaEditor::changed, this, [this] { form().touch(QStringLiteral("input_schema")); });
    form().addCustom(
        QStringLiteral("input_schema"),
        tr("Input schema"),
        editor,
        [editor] { return editor->value(); },
        [editor](const QJsonValue& value) { editor->setValue(value); },
        tr("A JSON Schema of what the agent fills in. Empty: the kind's own; for HTTP nothing."),
        [editor](const QJsonValue&) { return editor->fault(); });
}

void ToolPage::shown(const QJsonObject& resource)
{
    m_config->clearOthers();
    m_test->setTool(resource);
}

QJsonObject ToolPage::creation() const
{
    QJsonObject body = withConfig(ResourcePage::creation());
    // Left out, the server decides by the method.
    for (const QLatin1String name : {QLatin1String("is_write"), QLatin1String("is_personal")}) {
        if (!json::boolean(body, name)) {
            body.remove(name);
        }
    }
    return body;
}

QJsonObject ToolPage::changes() const
{
    return withConfig(ResourcePage::changes());
}

} // namespace parley::console
