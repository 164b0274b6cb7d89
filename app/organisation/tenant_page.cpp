// SPDX-License-Identifier: MIT
#include "app/organisation/tenant_page.h"

#include "app/net/json.h"
#include "app/organisation/kinds_editor.h"
#include "app/organisation/organisation_rules.h"
#include "app/session/session.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/form.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/time_text.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace parley::console {

namespace {

constexpr int kMostName = 255;
constexpr double kMostQuota = 1e12;
constexpr std::array kKindFields = {"permissions.agent_kinds",
                                    "permissions.tool_kinds",
                                    "permissions.providers"};
constexpr std::array kQuotaFields = {"permissions.quotas.agents",
                                     "permissions.quotas.tools",
                                     "permissions.quotas.documents",
                                     "permissions.quotas.users",
                                     "permissions.quotas.api_clients",
                                     "permissions.quotas.monthly_tokens"};

ResourceKind tenantKind()
{
    ResourceKind kind;
    kind.path = QStringLiteral("/tenants");
    kind.title = TenantPage::tr("Tenants");
    kind.icon = QStringLiteral("tenant");
    kind.create = TenantPage::tr("Add tenant");
    kind.emptyTitle = TenantPage::tr("No organisation is served here yet");
    kind.emptyText =
        TenantPage::tr("A tenant is an organisation with its own customers, knowledge, agents and people. "
                       "It can answer as soon as it is made.");
    kind.name = [](const QJsonObject& tenant) { return json::text(tenant, QLatin1String("name")); };
    kind.detail = [](const QJsonObject& tenant) {
        const QString slug = json::text(tenant, QLatin1String("slug"));
        const QString plan = json::text(tenant, QLatin1String("plan"));
        return json::text(tenant, QLatin1String("status")) == QLatin1String("suspended")
                   ? TenantPage::tr("%1 · %2 · suspended").arg(slug, plan)
                   : TenantPage::tr("%1 · %2").arg(slug, plan);
    };
    kind.destroys = [](const QJsonObject& tenant) {
        return TenantPage::tr(
                   "\"%1\" is shut for good: its widget stops answering, its people and programs are "
                   "signed out, and its conversations, customers, documents, agents and settings can no "
                   "longer be reached by anybody. Nobody will ever get the name \"%2\" again. To shut it "
                   "for a while, suspend it instead.")
            .arg(json::text(tenant, QLatin1String("name")), json::text(tenant, QLatin1String("slug")));
    };
    kind.typedToDelete = [](const QJsonObject& tenant) { return json::text(tenant, QLatin1String("slug")); };
    return kind;
}

FormChoice same(const char* kind, const QString& label)
{
    return {QString::fromLatin1(kind), label};
}

} // namespace

TenantPage::TenantPage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, tenantKind(), parent),
      m_factsBox(new QWidget(this)),
      m_facts(new FactList(m_factsBox)),
      m_act(new QPushButton(tr("Act in this tenant"), this))
{
    Form& fields = form();
    fields.addText(QStringLiteral("name"), tr("Name"), tr("As customers know it."), rules::name(kMostName));
    fields
        .addText(QStringLiteral("slug"),
                 tr("Short name"),
                 tr("For addresses and programs, such as acme. It cannot be changed later."),
                 rules::slug())
        .isOnlyForNew = true;
    fields
        .addText(QStringLiteral("ticket_prefix"),
                 tr("Ticket prefix"),
                 tr("What references begin with, such as ACM in ACM-1042. Made from the name where it is "
                    "empty; it "
                    "cannot be changed later."),
                 rules::ticketPrefix())
        .isOnlyForNew = true;
    fields.addText(QStringLiteral("plan"),
                   tr("Plan"),
                   tr("A word of yours, such as standard."),
                   rules::plan());
    fields.addChoice(QStringLiteral("status"),
                     tr("Service"),
                     {{QStringLiteral("active"), tr("Served")},
                      {QStringLiteral("suspended"), tr("Suspended")}},
                     tr("Suspended: nobody can sign in or chat; everything is kept."));
    addPermissions();
    auto* facts = new QVBoxLayout(m_factsBox);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(8);
    facts->addWidget(new PlainLabel(tr("Facts"), "heading", m_factsBox));
    facts->addWidget(m_facts);
    fields.addWidget(m_factsBox);
    addTool(m_act);
    connect(m_act, &QPushButton::clicked, this, &TenantPage::actIn);
}

void TenantPage::addPermissions()
{
    const QList<std::pair<QString, QList<FormChoice>>> kinds = {
        {tr("Agents it may have"),
         {same("faq", tr("Questions and answers")),
          same("ticket", tr("Problems and complaints")),
          same("account", tr("Customers' accounts")),
          same("domain", tr("Specialists")),
          same("fallback", tr("Whatever is left"))}},
        {tr("Tools it may have"),
         {same("http", tr("Calls of web services")),
          same("rag", tr("Search in documents")),
          same("builtin", tr("Built in")),
          same("mcp", tr("MCP servers"))}},
        {tr("Providers it may use"),
         {same("openai", QStringLiteral("OpenAI")),
          same("anthropic", QStringLiteral("Anthropic")),
          same("gemini", QStringLiteral("Gemini")),
          same("openrouter", QStringLiteral("OpenRouter")),
          same("local", tr("A model on your own computers"))}}};
    Form& fields = form();
    for (std::size_t at = 0; at < kKindFields.size(); ++at) {
        const auto& [label, choices] = kinds.at(static_cast<qsizetype>(at));
        const QString name = QLatin1String(kKindFields.at(at));
        auto* editor = new KindsEditor(choices, this);
        fields.addCustom(
            name,
            label,
            editor,
            [editor] { return editor->value(); },
            [editor](const QJsonValue& value) { editor->setValue(value); });
        connect(editor, &KindsEditor::edited, &fields, [&fields, name] { fields.touch(name); });
    }
    const QStringList quotas = {tr("Most agents"),
                                tr("Most tools"),
                                tr("Most documents"),
                                tr("Most people"),
                                tr("Most machine clients"),
                                tr("Most tokens a month")};
    for (std::size_t at = 0; at < kQuotaFields.size(); ++at) {
        addOptionalNumber(fields,
                          QLatin1String(kQuotaFields.at(at)),
                          quotas.at(static_cast<qsizetype>(at)),
                          0,
                          kMostQuota,
                          0,
                          {},
                          tr("as the server allows"));
    }
}

void TenantPage::shown(const QJsonObject& tenant)
{
    const bool isNew = tenant.isEmpty();
    form().setFieldVisible(QStringLiteral("status"), !isNew);
    for (const char* name : kKindFields) {
        form().setFieldVisible(QLatin1String(name), !isNew);
    }
    for (const char* name : kQuotaFields) {
        form().setFieldVisible(QLatin1String(name), !isNew);
    }
    m_factsBox->setVisible(!isNew);
    m_facts->setFacts(
        {{tr("Short name"), json::text(tenant, QLatin1String("slug"))},
         {tr("Ticket prefix"), json::text(tenant, QLatin1String("ticket_prefix"))},
         {tr("Public key"), json::text(tenant, QLatin1String("public_key"))},
         {tr("Id"), json::text(tenant, QLatin1String("id"))},
         {tr("Made"),
          momentText(json::time(tenant, QLatin1String("created_ts")), workspace().api.serverNow())}});
}

QJsonObject TenantPage::changes() const
{
    QJsonObject changed = ResourcePage::changes();
    QJsonObject permissions = json::object(changed, QLatin1String("permissions"));
    QJsonObject quotas = json::object(permissions, QLatin1String("quotas"));
    // A quota that is not there is no quota; the server takes numbers alone.
    for (const QString& name : quotas.keys()) {
        if (quotas.value(name).isNull()) {
            quotas.remove(name);
        }
    }
    if (permissions.contains(QLatin1String("quotas"))) {
        permissions.insert(QLatin1String("quotas"), quotas);
    }
    if (!permissions.isEmpty()) {
        changed.insert(QLatin1String("permissions"), permissions);
    }
    return changed;
}

void TenantPage::actIn()
{
    workspace().session.actIn(json::text(resource(), QLatin1String("id")),
                              json::text(resource(), QLatin1String("name")));
}

} // namespace parley::console
