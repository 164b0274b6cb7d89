// SPDX-License-Identifier: MIT
#include "app/organisation/user_page.h"

#include "app/net/json.h"
#include "app/organisation/organisation_rules.h"
#include "app/session/session.h"
#include "app/widgets/form.h"

namespace parley::console {

namespace {

constexpr int kMostName = 255;

QString roleText(const QString& role)
{
    if (role == QLatin1String("admin")) {
        return UserPage::tr("Platform admin");
    }
    return role == QLatin1String("tenant_user") ? UserPage::tr("Manager") : UserPage::tr("Supporter");
}

ResourceKind userKind(const Workspace& workspace)
{
    ResourceKind kind;
    kind.path = QStringLiteral("/users");
    kind.title = UserPage::tr("People");
    kind.icon = QStringLiteral("users");
    kind.create = UserPage::tr("Add person");
    kind.emptyTitle = UserPage::tr("Nobody works here yet");
    kind.emptyText = UserPage::tr("Supporters answer customers, managers also set up how that is done.");
    kind.name = [](const QJsonObject& user) {
        const QString name = json::text(user, QLatin1String("display_name"));
        return name.isEmpty() ? json::text(user, QLatin1String("email")) : name;
    };
    kind.detail = [](const QJsonObject& user) {
        const QString role = roleText(json::text(user, QLatin1String("role")));
        const bool isActive = json::text(user, QLatin1String("status")) != QLatin1String("disabled");
        const QString email = json::text(user, QLatin1String("email"));
        return isActive ? UserPage::tr("%1 · %2").arg(role, email)
                        : UserPage::tr("%1 · %2 · may not sign in").arg(role, email);
    };
    kind.destroys = [&session = workspace.session](const QJsonObject& user) {
        const bool isSelf = json::text(user, QLatin1String("id")) == session.user().id;
        return isSelf ? QString()
                      : UserPage::tr(
                            "%1 is signed out at once and cannot sign in again. Cases in their hands go "
                            "back to the queue. What they wrote stays, under their name.")
                            .arg(json::text(user, QLatin1String("email")));
    };
    return kind;
}

} // namespace

UserPage::UserPage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, userKind(workspace), parent)
{
    QList<FormChoice> roles{{QStringLiteral("supporter"), tr("Supporter: answers customers")},
                            {QStringLiteral("tenant_user"),
                             tr("Manager: also sets up agents, knowledge and people")}};
    if (workspace.session.user().isAdmin() && !workspace.session.hasTenant()) {
        // The others belong to a tenant.
        roles = {{QStringLiteral("admin"), tr("Platform admin: all tenants")}};
    }
    Form& fields = form();
    fields.addText(QStringLiteral("display_name"),
                   tr("Name"),
                   tr("Customers see it when this person answers."),
                   rules::name(kMostName));
    fields
        .addText(QStringLiteral("email"),
                 tr("E-mail address"),
                 tr("To sign in with; it cannot be changed later."),
                 rules::chain({rules::required(), rules::email()}))
        .isOnlyForNew = true;
    fields.addChoice(QStringLiteral("role"),
                     tr("May do"),
                     roles,
                     tr("Another role ends where they are signed in."));
    fields.addChoice(QStringLiteral("status"),
                     tr("Signing in"),
                     {{QStringLiteral("active"), tr("May sign in")},
                      {QStringLiteral("disabled"), tr("May not sign in")}});
    fields.addPassword(
        QStringLiteral("password"),
        tr("Password"),
        tr("At least 8 characters, 12 on a server in production. Tell it to them yourself; it ends "
           "where they are signed in. Once they have one, leave this empty to keep it."),
        rules::password());
}

void UserPage::shown(const QJsonObject& user)
{
    form().setFieldVisible(QStringLiteral("status"), !user.isEmpty());
    // Without one nobody can sign in; later an empty one keeps the one there is.
    form().field(QStringLiteral("password"))->rule =
        user.isEmpty() ? rules::chain({rules::required(), rules::password()}) : rules::password();
    const bool isSelf = json::text(user, QLatin1String("id")) == workspace().session.user().id;
    // Whoever shuts themselves out cannot undo it.
    form().field(QStringLiteral("status"))->editor->setEnabled(!isSelf);
    form().field(QStringLiteral("role"))->editor->setEnabled(!isSelf);
}

} // namespace parley::console
