// SPDX-License-Identifier: MIT
#include "app/organisation/canned_page.h"

#include "app/net/json.h"
#include "app/organisation/organisation_rules.h"
#include "app/session/session.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"

#include <QRegularExpression>

namespace parley::console {

namespace {

constexpr int kMostTitle = 120;
constexpr int kMostText = 8000;
constexpr int kTextLines = 8;
constexpr int kShownCharacters = 60;

ResourceKind cannedKind(bool mayWrite)
{
    ResourceKind kind;
    kind.path = QStringLiteral("/canned-responses");
    kind.title = CannedPage::tr("Canned responses");
    kind.icon = QStringLiteral("canned");
    kind.create = mayWrite ? CannedPage::tr("Add text") : QString();
    kind.emptyTitle = CannedPage::tr("No texts yet");
    kind.emptyText =
        CannedPage::tr("What you write again and again goes here once. In a chat, \"/\" and its shortcut "
                       "put it into your answer.");
    kind.name = [](const QJsonObject& response) {
        return QLatin1Char('/') + json::text(response, QLatin1String("shortcut")) + QLatin1String("  ") +
               json::text(response, QLatin1String("title"));
    };
    kind.detail = [](const QJsonObject& response) {
        return json::text(response, QLatin1String("text")).simplified().left(kShownCharacters);
    };
    if (mayWrite) {
        kind.destroys = [](const QJsonObject& response) {
            return CannedPage::tr("Nobody can send /%1 any more. Messages that were sent stay as they are.")
                .arg(json::text(response, QLatin1String("shortcut")));
        };
    }
    return kind;
}

} // namespace

CannedPage::CannedPage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, cannedKind(workspace.session.may(QStringLiteral("desk:write"))), parent),
      m_preview(new PlainLabel({}, this))
{
    Form& fields = form();
    fields.addText(QStringLiteral("shortcut"),
                   tr("Shortcut"),
                   tr("Typed after \"/\" in a chat."),
                   rules::shortcut());
    fields.addText(QStringLiteral("title"),
                   tr("Title"),
                   tr("What the list of texts shows."),
                   rules::name(kMostTitle));
    fields.addMultiline(
        QStringLiteral("text"),
        tr("Text"),
        kTextLines,
        tr("{{customer.name}}, {{customer.email}}, {{supporter.name}} and {{ticket.reference}} are "
           "filled in when it is put into an answer."),
        rules::name(kMostText));
    fields.addSection(tr("As it will read"));
    fields.addWidget(m_preview);
    connect(&fields, &Form::edited, this, &CannedPage::preview);
    if (!workspace.session.may(QStringLiteral("desk:write"))) {
        fields.setReadOnly(true);
    }
}

QString CannedPage::example(const QString& text)
{
    const std::pair<QLatin1String, QString> values[] = {
        {QLatin1String("customer.name"), tr("Ana Example")},
        {QLatin1String("customer.email"), QStringLiteral("ana@example.com")},
        {QLatin1String("supporter.name"), tr("Sam Supporter")},
        {QLatin1String("agent.name"), tr("Sam Supporter")},
        {QLatin1String("ticket.reference"), QStringLiteral("ACM-1042")}};
    QString filled = text;
    for (const auto& [name, value] : values) {
        const QString pattern = QRegularExpression::escape(QString(name));
        filled.replace(QRegularExpression(QStringLiteral("\\{\\{\\s*%1\\s*\\}\\}").arg(pattern)), value);
    }
    return filled;
}

void CannedPage::shown(const QJsonObject&)
{
    preview();
}

void CannedPage::preview()
{
    const QString text = form().field(QStringLiteral("text"))->value().toString();
    m_preview->setText(text.trimmed().isEmpty() ? tr("…") : example(text));
}

} // namespace parley::console
