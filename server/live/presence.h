// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/event_publisher.h"
#include "server/desk/patrol.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::live {

enum class PresenceState { Online, Busy, Away };

/// "online", "busy", "away".
std::string_view presenceName(PresenceState state);

/// Of one of those names; anything else: online.
PresenceState presenceStateOf(std::string_view name);

/// A person at the desk, as colleagues see him.
struct PresentPerson {
    std::string id;
    std::string name;
    PresenceState state = PresenceState::Online;
    /// Cases may be given to him: he belongs to the tenant.
    bool takesCases = true;
};

/// Who of a tenant's people is there, what they look at and where they write. A person is there while a link
/// of his is open. Kept in memory and told to those who watch desk::kPresenceTopic; of this process alone.
/// @thread any
class Presence final : public desk::PresenceSource {
public:
    /// Before the first link. @param changed  told of each tenant whose people are others now; any thread,
    /// under this object's lock
    void onChange(std::function<void(const TenantId&)> changed) { m_changed = std::move(changed); }

    explicit Presence(desk::EventPublisher& publisher) : m_publisher(publisher) {}

    /// One open link of a person. The person has gone with the last of them.
    class Link {
    public:
        Link(Presence& presence, TenantId tenant, PresentPerson person);
        ~Link();
        Link(const Link&) = delete;
        Link& operator=(const Link&) = delete;

        /// The conversation on the screen; empty: none.
        void view(const std::string& conversation);
        /// The conversation an answer is being written in; empty: none.
        void compose(const std::string& conversation);

    private:
        friend class Presence;
        Presence& m_presence;
        TenantId m_tenant;
        std::string m_person;
        std::string m_viewing;   // guarded by the presence's mutex
        std::string m_composing; // likewise
    };

    /// What the person said of himself; it stays while he is there.
    void setState(const TenantId& tenant, const std::string& person, PresenceState state);

    [[nodiscard]] std::vector<store::DeskPerson> people(const TenantId& tenant) const override;
    /// What a new watcher has to know: one event's JSON for each who is there.
    [[nodiscard]] std::vector<std::string> lines(const TenantId& tenant) const;
    /// Names of those who have the conversation on their screen, each once.
    [[nodiscard]] std::vector<std::string> viewers(const TenantId& tenant,
                                                   const std::string& conversation) const;

private:
    struct Person {
        PresentPerson shown;
        std::vector<Link*> links;
    };
    using People = std::map<std::string, Person>;

    [[nodiscard]] std::string lineLocked(const std::string& id, const Person& person) const;
    /// Under the lock, so that of two changes the later one is told last; publishing only queues.
    void publishLocked(const TenantId& tenant, std::string line) const;
    void tellLocked(const TenantId& tenant) const;
    void change(Link& link, std::string Link::*field, const std::string& conversation);

    desk::EventPublisher& m_publisher;
    std::function<void(const TenantId&)> m_changed;
    mutable std::mutex m_mutex;
    std::map<std::string, People> m_tenants; // guarded by m_mutex
};

} // namespace parley::server::live
