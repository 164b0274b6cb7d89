// SPDX-License-Identifier: MIT
#include "app/audit/audit_filter_bar.h"

#include "app/net/json.h"
#include "app/widgets/display_text.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/roles.h"
#include "app/widgets/search_field.h"
#include "app/workspace/desk_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <array>

namespace parley::console {

namespace {

constexpr int kLongestName = 60;
constexpr int kWeekDays = 7;
constexpr int kMonthDays = 30;
constexpr std::array kKinds{"agent",
                            "api_client",
                            "canned_response",
                            "customer",
                            "desk_settings",
                            "document",
                            "escalation_rule",
                            "golden_question",
                            "team",
                            "tenant",
                            "ticket",
                            "tool",
                            "user",
                            "widget_config"};

QComboBox* choice(const QString& name, const QString& all, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    setPlainToolTip(box, name);
    box->addItem(all, QVariant());
    return box;
}

void add(QUrlQuery& query, const QString& key, const QString& value)
{
    if (!value.isEmpty()) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
}

} // namespace

AuditFilterBar::AuditFilterBar(QWidget* parent)
    : QWidget(parent),
      m_period(choice(tr("When"), tr("Any time"), this)),
      m_actor(choice(tr("Who"), tr("Anybody"), this)),
      m_action(new SearchField(tr("Action, such as team.create"), this)),
      m_kind(choice(tr("Of what"), tr("Anything"), this)),
      m_object(new SearchField(tr("Id of what was changed"), this))
{
    m_period->addItem(tr("Last 24 hours"), 1);
    m_period->addItem(tr("Last 7 days"), kWeekDays);
    m_period->addItem(tr("Last 30 days"), kMonthDays);
    for (const char* kind : kKinds) {
        const QString name = QString::fromLatin1(kind);
        m_kind->addItem(words::plain(name), name);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_action, 1);
    layout->addWidget(m_object, 1);
    for (QComboBox* box : {m_period, m_actor, m_kind}) {
        layout->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    }
    connect(m_action, &SearchField::searched, this, &AuditFilterBar::changed);
    connect(m_object, &SearchField::searched, this, &AuditFilterBar::changed);
}

QUrlQuery AuditFilterBar::query(const QDateTime& now) const
{
    QUrlQuery query;
    if (const int days = m_period->currentData().toInt(); days > 0) {
        add(query, QStringLiteral("from"), now.toUTC().addDays(-days).toString(Qt::ISODateWithMs));
    }
    add(query, QStringLiteral("actor"), m_actor->currentData().toString());
    add(query, QStringLiteral("action"), m_action->text().trimmed());
    add(query, QStringLiteral("object_kind"), m_kind->currentData().toString());
    add(query, QStringLiteral("object"), m_object->text().trimmed());
    return query;
}

bool AuditFilterBar::isEmpty() const
{
    return query(QDateTime::currentDateTimeUtc()).isEmpty();
}

void AuditFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox* box : {m_period, m_actor, m_kind}) {
            box->setCurrentIndex(0);
        }
        m_action->clear();
        m_object->clear();
    }
    Q_EMIT changed();
}

void AuditFilterBar::setPeople(const QJsonArray& users, const QString& note)
{
    const QSignalBlocker quiet(m_actor);
    const QVariant chosen = m_actor->currentData();
    while (m_actor->count() > 1) {
        m_actor->removeItem(1);
    }
    for (const QJsonValue& each : users) {
        const QJsonObject user = each.toObject();
        m_actor->addItem(displayLine(json::text(user, QLatin1String("display_name")), kLongestName),
                         json::text(user, QLatin1String("id")));
    }
    addNote(*m_actor, note);
    m_actor->setCurrentIndex(qMax(0, m_actor->findData(chosen)));
}

void AuditFilterBar::setObject(const QString& id)
{
    clear();
    m_object->setText(id);
    Q_EMIT changed();
}

} // namespace parley::console
