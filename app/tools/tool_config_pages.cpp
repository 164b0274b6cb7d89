// SPDX-License-Identifier: MIT
#include "app/tools/tool_config_pages.h"

#include "app/widgets/form.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/pairs_editor.h"

#include <QComboBox>

namespace parley::console {

namespace {

// As the server allows.
constexpr int kLeastTimeoutMs = 100;
constexpr int kMostTimeoutMs = 60'000;
constexpr int kMostRedirects = 5;
constexpr int kMostPassages = 20;

bool isBlank(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

void addPairs(Form* form,
              const QString& name,
              const QString& label,
              PairsEditor::Values values,
              const QString& add,
              const QString& hint)
{
    auto* editor = new PairsEditor(values, add, form);
    QObject::connect(editor, &PairsEditor::changed, form, [form, name] { form->touch(name); });
    form->addCustom(
        name,
        label,
        editor,
        [editor] { return QJsonValue(editor->value()); },
        [editor](const QJsonValue& value) { editor->setValue(value.toObject()); },
        hint);
}

void addTimeout(Form* form)
{
    addOptionalNumber(*form,
                      QStringLiteral("timeout_ms"),
                      ToolConfigPages::tr("Time limit in milliseconds"),
                      kLeastTimeoutMs,
                      kMostTimeoutMs,
                      0,
                      {},
                      QStringLiteral("10000"));
}

void addSecrets(Form* form)
{
    addPairs(form,
             QStringLiteral("secrets"),
             ToolConfigPages::tr("Secrets"),
             PairsEditor::Values::Secret,
             ToolConfigPages::tr("Add a secret"),
             ToolConfigPages::tr("Kept encrypted and never shown again. A header uses one by its name: "
                                 "Bearer {secret.token}."));
}

} // namespace

ToolConfigPages::ToolConfigPages(QWidget* parent) : QStackedWidget(parent)
{
    addHttp();
    addMcp();
    addRag();
    addBuiltin();
    addKind(QString());
}

Form* ToolConfigPages::addKind(const QString& kind)
{
    auto* form = new Form(this);
    m_forms.insert(kind, form);
    addWidget(form);
    connect(form, &Form::edited, this, &ToolConfigPages::edited);
    return form;
}

void ToolConfigPages::addHttp()
{
    Form* form = addKind(QStringLiteral("http"));
    QList<FormChoice> methods;
    for (const char* each : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
        methods.append({QString::fromLatin1(each), QString::fromLatin1(each)});
    }
    FormField& method = form->addChoice(QStringLiteral("method"), tr("Method"), methods);
    form->addText(QStringLiteral("url"),
                  tr("Address"),
                  tr("With places for what the agent fills in, such as "
                     "https://shop.example/orders/{order_id}, and for the proven customer: "
                     "{customer.user_id}."),
                  rules::required());
    addPairs(form,
             QStringLiteral("query"),
             tr("Query"),
             PairsEditor::Values::Shown,
             tr("Add a parameter"),
             tr("Added to the address. One whose place has no value is left out."));
    addPairs(form,
             QStringLiteral("headers"),
             tr("Headers"),
             PairsEditor::Values::Shown,
             tr("Add a header"),
             tr("Keys and tokens belong into the secrets below."));
    addSecrets(form);
    form->addJson(
        QStringLiteral("body"),
        tr("Body"),
        5,
        tr("JSON with the same places. A text that is one place alone becomes its value as it is."));
    form->addText(QStringLiteral("result"),
                  tr("What counts of the answer"),
                  tr("A JSONPath such as $.order.state or $.items[*].title; empty: the whole answer."),
                  rules::matches(QStringLiteral("\\$.*"), tr("A JSONPath begins with $.")));
    addTimeout(form);
    addOptionalNumber(*form,
                      QStringLiteral("max_redirects"),
                      tr("Redirects that are followed"),
                      0,
                      kMostRedirects,
                      0,
                      {},
                      tr("None"));
    form->addCheck(QStringLiteral("idempotent"),
                   tr("May be sent twice without doing twice"),
                   tr("A call without an answer is then tried again."));
    auto* box = qobject_cast<QComboBox*>(method.editor);
    const auto follow = [form, box] {
        const bool isReading = box->currentIndex() <= 1;
        form->setFieldVisible(QStringLiteral("body"), !isReading);
    };
    connect(box, &QComboBox::currentIndexChanged, form, follow);
    follow();
}

void ToolConfigPages::addMcp()
{
    Form* form = addKind(QStringLiteral("mcp"));
    form->addText(QStringLiteral("url"),
                  tr("Address of the server"),
                  tr("Of a streamable-HTTP server. Leave it empty for one that the operator has declared."),
                  rules::webAddress());
    form->addText(QStringLiteral("server"),
                  tr("Or a declared server"),
                  tr("Its name in the daemon's configuration file: mcp.servers.<name>."));
    addPairs(form,
             QStringLiteral("headers"),
             tr("Headers"),
             PairsEditor::Values::Shown,
             tr("Add a header"),
             tr("One session serves all customers, so only secrets may have a place here: {secret.key}."));
    addSecrets(form);
    form->addText(QStringLiteral("remote_tool"),
                  tr("One tool of it"),
                  tr("Its name at the server; empty: all that the server has."));
    addTimeout(form);
    form->addCheck(QStringLiteral("idempotent"), tr("May be sent twice without doing twice"));
}

void ToolConfigPages::addRag()
{
    Form* form = addKind(QStringLiteral("rag"));
    form->addText(QStringLiteral("category"),
                  tr("Category"),
                  tr("Only documents of this one; empty: of all."));
    form->addLines(QStringLiteral("categories"), tr("Categories"), 3, tr("Several, one a line."));
    form->addLines(QStringLiteral("documents"),
                   tr("Documents"),
                   3,
                   tr("Only these, by their ids, one a line; empty: all."));
    addOptionalNumber(
        *form, QStringLiteral("limit"), tr("Most passages"), 1, kMostPassages, 0, {}, QStringLiteral("5"));
    addTimeout(form);
}

void ToolConfigPages::addBuiltin()
{
    Form* form = addKind(QStringLiteral("builtin"));
    form->addChoice(QStringLiteral("function"),
                    tr("What it does"),
                    {{QStringLiteral("search_knowledge"), tr("Searches the knowledge")},
                     {QStringLiteral("create_ticket"), tr("Opens a ticket")},
                     {QStringLiteral("customer_history"), tr("Reads the customer's earlier conversations")},
                     {QStringLiteral("escalate"), tr("Hands over to a person")},
                     {QStringLiteral("send"), tr("Sends the customer an e-mail")},
                     {QStringLiteral("sentiment"), tr("Says how a text feels")},
                     {QStringLiteral("demo_account_lookup"), tr("Looks up an order of the demo company")},
                     {QStringLiteral("demo_account_update"), tr("Changes an order of the demo company")}});
    addOptionalNumber(
        *form, QStringLiteral("limit"), tr("Most entries"), 1, kMostPassages, 0, {}, QStringLiteral("5"));
    addTimeout(form);
}

void ToolConfigPages::setKind(const QString& kind)
{
    setCurrentWidget(m_forms.value(kind, m_forms.value(QString())));
    updateGeometry();
}

Form* ToolConfigPages::shown() const
{
    return static_cast<Form*>(currentWidget());
}

void ToolConfigPages::clearOthers()
{
    for (Form* form : std::as_const(m_forms)) {
        if (form != shown()) {
            form->load({});
        }
    }
}

QJsonObject ToolConfigPages::withoutBlanks(const QJsonObject& config)
{
    QJsonObject kept;
    for (auto field = config.begin(); field != config.end(); ++field) {
        if (!isBlank(field.value())) {
            kept.insert(field.key(), field.value());
        }
    }
    return kept;
}

QSize ToolConfigPages::sizeHint() const
{
    return currentWidget() == nullptr ? QSize() : currentWidget()->sizeHint();
}

QSize ToolConfigPages::minimumSizeHint() const
{
    return currentWidget() == nullptr ? QSize() : currentWidget()->minimumSizeHint();
}

} // namespace parley::console
