// SPDX-License-Identifier: MIT
#include "app/organisation/pages.h"

#include "app/organisation/api_client_page.h"
#include "app/organisation/canned_page.h"
#include "app/organisation/rule_page.h"
#include "app/organisation/team_page.h"
#include "app/organisation/tenant_page.h"
#include "app/organisation/user_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::OrganisationPages)
};

template <class PageClass>
PageEntry entry(const char* id, const QString& title, const char* icon, const char* permission)
{
    return {.id = QString::fromLatin1(id),
            .title = title,
            .icon = QString::fromLatin1(icon),
            .section = Sections::tr("Organisation"),
            .permission = QString::fromLatin1(permission),
            .shortcut = {},
            .make = [](Workspace& workspace, QWidget* parent) -> Page* {
                return new PageClass(workspace, parent);
            }};
}

} // namespace

QList<PageEntry> organisationPages()
{
    PageEntry tenants = entry<TenantPage>("tenants", Words::tr("Tenants"), "tenant", "tenants:manage");
    tenants.needsTenant = false;
    PageEntry users = entry<UserPage>("users", Words::tr("People"), "users", "users:manage");
    users.needsTenant = false; // without one, the platform's own admins
    return {entry<TeamPage>("teams", Words::tr("Teams"), "team", "tenant:configure"),
            entry<RulePage>("rules", Words::tr("Escalation rules"), "rule", "tenant:configure"),
            entry<CannedPage>("canned", Words::tr("Canned responses"), "canned", "desk:read"),
            users,
            entry<ApiClientPage>("api_clients", Words::tr("Machine clients"), "key", "tenant:configure"),
            tenants};
}

} // namespace parley::console
