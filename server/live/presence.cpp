// SPDX-License-Identifier: MIT
#include "server/live/presence.h"

#include "server/desk/views.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::live {

std::string_view presenceName(PresenceState state)
{
    switch (state) {
    case PresenceState::Busy:
        return "busy";
    case PresenceState::Away:
        return "away";
    case PresenceState::Online:
        break;
    }
    return "online";
}

PresenceState presenceStateOf(std::string_view name)
{
    return name == "busy"   ? PresenceState::Busy
           : name == "away" ? PresenceState::Away
                            : PresenceState::Online;
}

Presence::Link::Link(Presence& presence, TenantId tenant, PresentPerson person)
    : m_presence(presence), m_tenant(std::move(tenant)), m_person(person.id)
{
    const std::lock_guard lock(m_presence.m_mutex);
    Person& known = m_presence.m_tenants[m_tenant.value][m_person];
    if (known.links.empty()) {
        known.shown = std::move(person);
    }
    known.links.push_back(this);
    m_presence.publishLocked(m_tenant, m_presence.lineLocked(m_person, known));
    m_presence.tellLocked(m_tenant);
}

Presence::Link::~Link()
{
    const std::lock_guard lock(m_presence.m_mutex);
    const auto people = m_presence.m_tenants.find(m_tenant.value);
    const auto known = people->second.find(m_person);
    std::erase(known->second.links, this);
    m_presence.publishLocked(m_tenant, m_presence.lineLocked(m_person, known->second));
    if (known->second.links.empty()) {
        people->second.erase(known);
    }
    if (people->second.empty()) {
        m_presence.m_tenants.erase(people);
    }
    m_presence.tellLocked(m_tenant);
}

void Presence::Link::view(const std::string& conversation)
{
    m_presence.change(*this, &Link::m_viewing, conversation);
}

void Presence::Link::compose(const std::string& conversation)
{
    m_presence.change(*this, &Link::m_composing, conversation);
}

void Presence::change(Link& link, std::string Link::*field, const std::string& conversation)
{
    const std::lock_guard lock(m_mutex);
    if (link.*field == conversation) {
        return;
    }
    link.*field = conversation;
    publishLocked(link.m_tenant, lineLocked(link.m_person, m_tenants[link.m_tenant.value][link.m_person]));
}

void Presence::setState(const TenantId& tenant, const std::string& person, PresenceState state)
{
    const std::lock_guard lock(m_mutex);
    const auto people = m_tenants.find(tenant.value);
    if (people == m_tenants.end() || !people->second.contains(person)) {
        return; // who has no open link is not there, whatever he says
    }
    Person& known = people->second.at(person);
    known.shown.state = state;
    publishLocked(tenant, lineLocked(person, known));
    tellLocked(tenant);
}

void Presence::tellLocked(const TenantId& tenant) const
{
    if (m_changed) {
        m_changed(tenant);
    }
}

std::vector<store::DeskPerson> Presence::people(const TenantId& tenant) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<store::DeskPerson> present;
    const auto people = m_tenants.find(tenant.value);
    if (people != m_tenants.end()) {
        for (const auto& [id, person] : people->second) {
            if (person.shown.takesCases) {
                present.push_back({id, person.shown.name, std::string(presenceName(person.shown.state))});
            }
        }
    }
    return present;
}

std::vector<std::string> Presence::lines(const TenantId& tenant) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> present;
    const auto people = m_tenants.find(tenant.value);
    if (people != m_tenants.end()) {
        for (const auto& [id, person] : people->second) {
            present.push_back(lineLocked(id, person));
        }
    }
    return present;
}

std::vector<std::string> Presence::viewers(const TenantId& tenant, const std::string& conversation) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> names;
    const auto people = m_tenants.find(tenant.value);
    if (people == m_tenants.end()) {
        return names;
    }
    for (const auto& [id, person] : people->second) {
        const bool isViewing = std::any_of(person.links.begin(), person.links.end(), [&](const Link* link) {
            return link->m_viewing == conversation;
        });
        if (isViewing) {
            names.push_back(person.shown.name);
        }
    }
    return names;
}

std::string Presence::lineLocked(const std::string& id, const Person& person) const
{
    auto viewing = nlohmann::json::array();
    auto composing = nlohmann::json::array();
    for (const Link* link : person.links) {
        if (!link->m_viewing.empty()) {
            viewing.push_back(link->m_viewing);
        }
        if (!link->m_composing.empty()) {
            composing.push_back(link->m_composing);
        }
    }
    const bool isThere = !person.links.empty();
    return desk::lineOf({{"type", "presence"},
                         {"user", {{"id", id}, {"name", person.shown.name}}},
                         {"state", isThere ? presenceName(person.shown.state) : "offline"},
                         {"viewing", std::move(viewing)},
                         {"composing", std::move(composing)}});
}

void Presence::publishLocked(const TenantId& tenant, std::string line) const
{
    if (!m_publisher.isWatched()) {
        return;
    }
    desk::PublishedEvent event;
    event.tenant = tenant;
    event.topic = desk::kPresenceTopic;
    event.type = "presence";
    event.operatorData = std::make_shared<const std::string>(std::move(line));
    m_publisher.publish(std::move(event));
}

} // namespace parley::server::live
