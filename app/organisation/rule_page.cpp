// SPDX-License-Identifier: MIT
#include "app/organisation/rule_page.h"

#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/organisation/organisation_rules.h"
#include "app/style/icons.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/form.h"
#include "app/widgets/form_fields.h"
#include "app/workspace/navigator.h"

#include <QPushButton>

namespace parley::console {

namespace {

constexpr int kMostName = 100;
constexpr int kMostTexts = 200;
constexpr int kMostText = 100;
constexpr int kKeywordLines = 5;
constexpr int kCategoryLines = 3;
const auto kPath = QStringLiteral("/escalation-rules");

ResourceKind ruleKind()
{
    ResourceKind kind;
    kind.path = kPath;
    kind.title = RulePage::tr("Escalation rules");
    kind.icon = QStringLiteral("rule");
    kind.create = RulePage::tr("Add rule");
    kind.emptyTitle = RulePage::tr("No rules");
    kind.emptyText =
        RulePage::tr("Rules say which messages go to a person at once, whatever the agents could answer.");
    kind.name = [](const QJsonObject& rule) { return json::text(rule, QLatin1String("name")); };
    kind.detail = [](const QJsonObject& rule) {
        QStringList parts;
        if (!json::boolean(rule, QLatin1String("enabled"), true)) {
            parts.append(RulePage::tr("switched off"));
        }
        const bool isShipped = json::boolean(rule, QLatin1String("shipped"));
        parts.append(isShipped ? RulePage::tr("comes with Parley") : RulePage::tr("your own"));
        if (isShipped && json::boolean(rule, QLatin1String("changed"))) {
            parts.append(RulePage::tr("changed"));
        }
        parts.append(json::text(rule, QLatin1String("priority")));
        return parts.join(QStringLiteral(" · "));
    };
    kind.destroys = [](const QJsonObject& rule) {
        return json::boolean(rule, QLatin1String("shipped"))
                   ? QString()
                   : RulePage::tr(
                         "What only this rule sent to a person is answered by the agents from then on. Cases "
                         "it has made stay.");
    };
    return kind;
}

} // namespace

RulePage::RulePage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, ruleKind(), parent),
      m_putBack(new QPushButton(icon(QStringLiteral("undo")), tr("As it was shipped"), this))
{
    Form& fields = form();
    fields.addCheck(QStringLiteral("enabled"),
                    tr("This rule is on"),
                    tr("A rule that comes with Parley can be switched off, not deleted."));
    fields.addText(QStringLiteral("name"), tr("Name"), {}, rules::name(kMostName));
    fields.addText(QStringLiteral("reason"),
                   tr("Reason"),
                   tr("One word for statistics and for whoever takes the case, such as billing_dispute."),
                   rules::reason());
    fields.addSection(tr("When it applies"), tr("One of these is enough."));
    FormField& keywords = fields.addLines(QStringLiteral("when.keywords"),
                                          tr("Words and phrases"),
                                          kKeywordLines,
                                          tr("One a line, found wherever a message has them."));
    keywords.rule = [this](const QJsonValue& value) {
        const QString fault = rules::texts(kMostTexts, kMostText)(value);
        return !fault.isEmpty() || isShipped() || hasCondition()
                   ? fault
                   : tr("Say when it applies: by words, by categories or by mood.");
    };
    fields.addLines(QStringLiteral("when.categories"),
                    tr("Categories"),
                    kCategoryLines,
                    tr("One a line, such as billing."),
                    rules::texts(kMostTexts, kMostText));
    addOptionalNumber(fields,
                      QStringLiteral("when.sentiment_below"),
                      tr("Mood below"),
                      -1,
                      1,
                      2,
                      tr("From -1 (furious) to 1 (delighted). -0.6 is clearly angry."),
                      tr("whatever the mood"));
    fields.addSection(tr("What happens"));
    fields.addChoice(QStringLiteral("level"),
                     tr("How surely"),
                     {{QStringLiteral("always"), tr("Always to a person")},
                      {QStringLiteral("likely"), tr("To a person unless the agents are sure")}});
    fields.addChoice(QStringLiteral("priority"),
                     tr("Priority of the case"),
                     {{QStringLiteral("low"), tr("Low")},
                      {QStringLiteral("medium"), tr("Medium")},
                      {QStringLiteral("high"), tr("High")},
                      {QStringLiteral("urgent"), tr("Urgent")}});
    fields.addChoice(QStringLiteral("team_id"),
                     tr("Team"),
                     {{QString(), tr("By the case's category")}},
                     tr("Whom the case is given to first."));
    addTool(m_putBack);
    connect(m_putBack, &QPushButton::clicked, this, &RulePage::putBack);
}

bool RulePage::isShipped() const
{
    return json::boolean(resource(), QLatin1String("shipped"));
}

bool RulePage::hasCondition()
{
    return !form().field(QStringLiteral("when.keywords"))->value().toArray().isEmpty() ||
           !form().field(QStringLiteral("when.categories"))->value().toArray().isEmpty() ||
           form().field(QStringLiteral("when.sentiment_below"))->value().isDouble();
}

void RulePage::activate()
{
    ResourcePage::activate();
    getAll(workspace().api, QStringLiteral("/teams"), this, [this](const WholeList& teams) {
        if (teams.error) {
            return;
        }
        QList<FormChoice> choices{{QString(), tr("By the case's category")}};
        for (const QJsonValue& each : teams.items) {
            const QJsonObject team = each.toObject();
            choices.append({json::text(team, QLatin1String("id")), json::text(team, QLatin1String("name"))});
        }
        setChoices(*form().field(QStringLiteral("team_id")), choices, cutNote(teams));
    });
}

void RulePage::shown(const QJsonObject& rule)
{
    const bool shipped = json::boolean(rule, QLatin1String("shipped"));
    form().field(QStringLiteral("reason"))->editor->setEnabled(!shipped);
    m_putBack->setVisible(shipped && json::boolean(rule, QLatin1String("changed")));
    if (rule.isEmpty()) {
        form().load({{QLatin1String("enabled"), true},
                     {QLatin1String("level"), QLatin1String("always")},
                     {QLatin1String("priority"), QLatin1String("medium")}});
    }
}

void RulePage::putBack()
{
    confirmDestruction(
        this,
        tr("Put the rule back?"),
        tr("Your words, categories, mood, level, priority and team of this rule go. It is as it was "
           "shipped then."),
        tr("Put back"),
        [this] { reallyPutBack(); });
}

void RulePage::reallyPutBack()
{
    const QString id = json::text(resource(), QLatin1String("id"));
    workspace().api.remove(kPath + QLatin1Char('/') + id, this, [this](const ApiReply& reply) {
        if (reply.error) {
            workspace().navigator.say(reply.error->describe(), Tone::Danger);
            return;
        }
        reloadResource();
        workspace().navigator.say(tr("The rule is as it was shipped."));
    });
}

} // namespace parley::console
