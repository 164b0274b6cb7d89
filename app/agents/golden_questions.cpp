// SPDX-License-Identifier: MIT
#include "app/agents/golden_questions.h"

#include "app/agents/golden_text.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/widgets/form.h"
#include "app/widgets/form_fields.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

/// As the server allows.
constexpr int kMostQuestion = 2'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::GoldenQuestions)
};

ResourceKind questionKind()
{
    ResourceKind kind;
    kind.path = QStringLiteral("/golden-questions");
    kind.title = Words::tr("Questions");
    kind.icon = QStringLiteral("golden");
    kind.create = Words::tr("New question");
    kind.emptyTitle = Words::tr("No golden questions yet");
    kind.emptyText =
        Words::tr("Write down questions whose answers you know. They are asked after every change, "
                  "and you see at once which answers became better or worse.");
    kind.name = [](const QJsonObject& row) { return json::text(row, QLatin1String("question")); };
    kind.detail = [](const QJsonObject& row) {
        QStringList parts{GoldenText::expects(json::text(row, QLatin1String("expects")))};
        parts.append(json::texts(row, QLatin1String("must_contain")));
        if (!json::boolean(row, QLatin1String("enabled"), true)) {
            parts.prepend(Words::tr("Switched off"));
        }
        return parts.join(QStringLiteral(" · "));
    };
    kind.destroys = [](const QJsonObject&) {
        return Words::tr("It is not asked any more. The results of earlier runs stay.");
    };
    return kind;
}

} // namespace

GoldenQuestions::GoldenQuestions(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, questionKind(), parent)
{
    buildForm();
}

void GoldenQuestions::buildForm()
{
    Form& fields = form();
    fields.addMultiline(QStringLiteral("question"),
                        tr("Question"),
                        3,
                        tr("As a customer would ask it."),
                        rules::chain({rules::required(), rules::lengthAtMost(kMostQuestion)}));
    fields.addChoice(QStringLiteral("locale"),
                     tr("Language"),
                     {{QStringLiteral("en"), QStringLiteral("English")},
                      {QStringLiteral("de"), QStringLiteral("Deutsch")},
                      {QStringLiteral("es"), QStringLiteral("Español")},
                      {QStringLiteral("fr"), QStringLiteral("Français")}});
    fields.addCheck(QStringLiteral("enabled"), tr("It is asked")).initial = true;

    fields.addSection(tr("What is expected"));
    fields.addChoice(QStringLiteral("expects"),
                     tr("The agent"),
                     {{QStringLiteral("answer"), GoldenText::expects(QStringLiteral("answer"))},
                      {QStringLiteral("clarify"), GoldenText::expects(QStringLiteral("clarify"))},
                      {QStringLiteral("handoff"), GoldenText::expects(QStringLiteral("handoff"))}});
    fields.addLines(QStringLiteral("must_contain"),
                    tr("The answer holds"),
                    3,
                    tr("One a line; all of them. Case, accents and blanks do not count."));
    fields.addLines(QStringLiteral("must_not_contain"), tr("The answer does not hold"), 2);
    FormField& agent =
        fields.addChoice(QStringLiteral("agent"), tr("Answered by"), {{QString(), tr("Any agent")}});
    FormField& document = fields.addChoice(QStringLiteral("document_id"),
                                           tr("Citing"),
                                           {{QString(), tr("Any document, or none")}});
    m_agents = &agent;
    m_documents = &document;
}

void GoldenQuestions::activate()
{
    ResourcePage::activate();
    readChoices();
}

void GoldenQuestions::readChoices()
{
    getAll(workspace().api, QStringLiteral("/agents"), this, [this](const WholeList& agents) {
        if (agents.error) {
            return; // what is chosen stays
        }
        QList<FormChoice> choices{{QString(), tr("Any agent")}};
        for (const QJsonValue& each : agents.items) {
            const QString name = json::text(each.toObject(), QLatin1String("name"));
            choices.append({name, name});
        }
        setChoices(*m_agents, choices, cutNote(agents));
    });
    const auto takeDocuments = [this](const WholeList& documents) {
        if (documents.error) {
            return; // what is chosen stays
        }
        QList<FormChoice> choices{{QString(), tr("Any document, or none")}};
        for (const QJsonValue& each : documents.items) {
            choices.append({json::text(each.toObject(), QLatin1String("id")),
                            json::text(each.toObject(), QLatin1String("title"))});
        }
        setChoices(*m_documents, choices, cutNote(documents));
    };
    getAll(workspace().api, QStringLiteral("/knowledge/documents"), this, takeDocuments);
}

} // namespace parley::console
