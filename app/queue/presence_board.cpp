// SPDX-License-Identifier: MIT
#include "app/queue/presence_board.h"

#include "app/net/json.h"
#include "app/widgets/display_text.h"

#include <algorithm>

namespace parley::console {

namespace {

QSet<QString> setOf(const QStringList& texts)
{
    return {texts.cbegin(), texts.cend()};
}

} // namespace

void PresenceBoard::hear(const QJsonObject& event)
{
    const QJsonObject user = json::object(event, QLatin1String("user"));
    const QString id = json::text(user, QLatin1String("id"));
    if (id.isEmpty() || id == m_ownId) {
        return;
    }
    Person person;
    person.name = displayLine(json::text(user, QLatin1String("name")), 60);
    person.viewing = setOf(json::texts(event, QLatin1String("viewing")));
    person.composing = setOf(json::texts(event, QLatin1String("composing")));
    const Person before = m_people.value(id);
    const QSet<QString> touched = before.viewing + before.composing + person.viewing + person.composing;
    if (json::text(event, QLatin1String("state")) == QLatin1String("offline")) {
        m_people.remove(id);
    } else {
        m_people.insert(id, person);
    }
    if (!touched.isEmpty()) {
        Q_EMIT changed(touched);
    }
}

void PresenceBoard::clear()
{
    QSet<QString> touched;
    for (const Person& person : std::as_const(m_people)) {
        touched += person.viewing + person.composing;
    }
    m_people.clear();
    if (!touched.isEmpty()) {
        Q_EMIT changed(touched);
    }
}

QList<Colleague> PresenceBoard::colleagues() const
{
    QList<Colleague> found;
    for (auto person = m_people.cbegin(); person != m_people.cend(); ++person) {
        found.append({person.key(), person->name});
    }
    std::sort(found.begin(), found.end(), [](const Colleague& left, const Colleague& right) {
        return left.name.localeAwareCompare(right.name) < 0;
    });
    return found;
}

QStringList PresenceBoard::names(const QString& conversation, QSet<QString> Person::*where) const
{
    QStringList found;
    for (const Person& person : m_people) {
        if ((person.*where).contains(conversation)) {
            found.append(person.name);
        }
    }
    found.sort(Qt::CaseInsensitive);
    return found;
}

QStringList PresenceBoard::viewers(const QString& conversation) const
{
    return names(conversation, &Person::viewing);
}

QStringList PresenceBoard::writers(const QString& conversation) const
{
    return names(conversation, &Person::composing);
}

} // namespace parley::console
