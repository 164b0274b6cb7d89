// SPDX-License-Identifier: MIT
#include "app/settings/desk_page.h"

#include "app/settings/sla_table.h"
#include "app/widgets/form.h"
#include "app/workspace/week_editor.h"

namespace parley::console {

namespace {

// As the server allows.
constexpr int kDayS = 86'400;
constexpr int kLongestWatchdogS = 3'600;
constexpr int kMostCapacity = 1'000;
constexpr int kMostRetentionDays = 3'650;
constexpr int kLongestMessage = 500;

} // namespace

DeskPage::DeskPage(Workspace& workspace, QWidget* parent)
    : SettingsPage(workspace, QStringLiteral("/settings/desk"), tr("Desk settings"), parent)
{
    addPromises();
    addCases();
    addAbsence();
}

QString DeskPage::named(const QString& name, const QString& label)
{
    setLabel(name, label);
    return label;
}

void DeskPage::addPromises()
{
    form().addSection(tr("What is promised"), tr("Only working hours count."));
    auto* sla = new SlaTable(this);
    connect(sla, &SlaTable::changed, this, [this] { form().touch(QStringLiteral("sla")); });
    form().addCustom(
        QStringLiteral("sla"),
        named(QStringLiteral("sla"), tr("Times by plan")),
        sla,
        [sla] { return QJsonValue(sla->value()); },
        [sla](const QJsonValue& value) { sla->setValue(value.toObject()); },
        tr("The plan \"default\" holds for customers of no plan, or of one that is not named here."),
        [sla](const QJsonValue&) { return sla->fault(); });

    auto* hours = new WeekEditor(this);
    connect(hours, &WeekEditor::changed, this, [this] { form().touch(QStringLiteral("hours")); });
    form().addCustom(
        QStringLiteral("hours"),
        named(QStringLiteral("hours"), tr("Working hours")),
        hours,
        [hours] { return hours->value(); },
        [hours](const QJsonValue& value) { hours->setValue(value); },
        tr("A team may have its own."),
        [hours](const QJsonValue&) { return hours->fault(); });
}

void DeskPage::addCases()
{
    Form& fields = form();
    fields.addSection(tr("Who gets a case"));
    fields.addChoice(QStringLiteral("assignment"),
                     named(QStringLiteral("assignment"), tr("Cases")),
                     {{QStringLiteral("manual"), tr("wait in the queue until somebody takes them")},
                      {QStringLiteral("automatic"), tr("are given to whoever is free")}});
    fields.addNumber(QStringLiteral("capacity"),
                     named(QStringLiteral("capacity"), tr("Cases one person has at once")),
                     0,
                     kMostCapacity,
                     0,
                     tr("0: any number. A team may have its own."));
    fields.addNumber(
        QStringLiteral("accept_timeout_s"),
        named(QStringLiteral("accept_timeout_s"), tr("Time for the first word")),
        1,
        kDayS,
        0,
        tr("How long whoever took a case may keep the customer waiting; then it goes back into the "
           "queue."),
        tr(" s"));
    fields.addNumber(
        QStringLiteral("watchdog_s"),
        named(QStringLiteral("watchdog_s"), tr("Patience with the agents")),
        1,
        kLongestWatchdogS,
        0,
        tr("How long beyond an answer's own time limit a customer may be owed one; then a person is "
           "called."),
        tr(" s"));
}

void DeskPage::addAbsence()
{
    Form& fields = form();
    fields.addSection(tr("When nobody is there, and what is kept"));
    fields.addMultiline(QStringLiteral("offline_message"),
                        named(QStringLiteral("offline_message"), tr("What customers read meanwhile")),
                        3,
                        tr("Empty: Parley's own words, in the customer's language."),
                        rules::lengthAtMost(kLongestMessage));
    fields.addNumber(QStringLiteral("retention_days"),
                     named(QStringLiteral("retention_days"), tr("Conversations are kept for")),
                     0,
                     kMostRetentionDays,
                     0,
                     tr("0: for ever. Older ones are erased for good, every night."),
                     tr(" days"));
}

} // namespace parley::console
