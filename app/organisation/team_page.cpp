// SPDX-License-Identifier: MIT
#include "app/organisation/team_page.h"

#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/organisation/members_editor.h"
#include "app/organisation/organisation_rules.h"
#include "app/widgets/form.h"
#include "app/workspace/week_editor.h"

namespace parley::console {

namespace {

constexpr int kMostName = 80;
constexpr int kMostCategories = 50;
constexpr int kMostCategory = 64;
constexpr int kCategoryLines = 4;
constexpr double kMostCases = 1000;

ResourceKind teamKind()
{
    ResourceKind kind;
    kind.path = QStringLiteral("/teams");
    kind.title = TeamPage::tr("Teams");
    kind.icon = QStringLiteral("team");
    kind.create = TeamPage::tr("Add team");
    kind.emptyTitle = TeamPage::tr("No teams yet");
    kind.emptyText =
        TeamPage::tr("Without teams every case waits for everybody. Teams get the cases of their "
                     "categories, in their hours.");
    kind.name = [](const QJsonObject& team) { return json::text(team, QLatin1String("name")); };
    kind.detail = [](const QJsonObject& team) {
        const auto members = static_cast<int>(json::array(team, QLatin1String("members")).size());
        const QString people = TeamPage::tr("%n member(s)", nullptr, members);
        const QString categories = json::texts(team, QLatin1String("categories")).join(QStringLiteral(", "));
        return categories.isEmpty() ? people : people + QStringLiteral(" · ") + categories;
    };
    kind.destroys = [](const QJsonObject& team) {
        return TeamPage::tr(
                   "Cases of \"%1\" stay in the queue, for everybody. Escalation rules that name it send to "
                   "no team from then on. Its members stay.")
            .arg(json::text(team, QLatin1String("name")));
    };
    return kind;
}

} // namespace

TeamPage::TeamPage(Workspace& workspace, QWidget* parent)
    : ResourcePage(workspace, teamKind(), parent), m_members(new MembersEditor(this))
{
    Form& fields = form();
    fields.addText(QStringLiteral("name"), tr("Name"), {}, rules::name(kMostName));
    fields.addCustom(
        QStringLiteral("members"),
        tr("Members"),
        m_members,
        [this] { return m_members->value(); },
        [this](const QJsonValue& value) { m_members->setValue(value); });
    connect(m_members, &MembersEditor::edited, &fields, [&fields] {
        fields.touch(QStringLiteral("members"));
    });
    fields.addLines(QStringLiteral("categories"),
                    tr("Categories"),
                    kCategoryLines,
                    tr("One a line, such as billing. Cases of these come to this team first."),
                    rules::texts(kMostCategories, kMostCategory));
    fields.addNumber(QStringLiteral("capacity"),
                     tr("Cases at a time for each member"),
                     0,
                     kMostCases,
                     0,
                     tr("0: any number."));
    auto* hours = new WeekEditor(this);
    fields.addCustom(
        QStringLiteral("hours"),
        tr("Hours"),
        hours,
        [hours] {
            const QJsonValue week = hours->value();
            return week.toObject().isEmpty() ? QJsonValue(QJsonValue::Null)
                                             : week; // a team's null is around the clock
        },
        [hours](const QJsonValue& value) { hours->setValue(value); },
        tr("Promised times count in these hours only."),
        [hours](const QJsonValue&) { return hours->fault(); });
    connect(hours, &WeekEditor::changed, &fields, [&fields] { fields.touch(QStringLiteral("hours")); });
}

void TeamPage::activate()
{
    ResourcePage::activate();
    getAll(workspace().api, QStringLiteral("/users"), this, [this](const WholeList& people) {
        if (people.isOk()) {
            m_members->setPeople(people.items, cutNote(people));
        }
    });
}

} // namespace parley::console
