// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/desk_settings.h"
#include "server/desk/services.h"
#include "server/store/desk_people_repository.h"
#include "shared/protocol/turn.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::desk {

/// A node that has not said so for this long is not believed that somebody is at the desk.
inline constexpr std::int64_t kPresenceLifeMs = 60'000;

/// Of the transaction's tenant. @errors Storage
Result<DeskSettings> settingsOf(const Services& services, store::ReadTransaction& tx);

/// The first team that has the category among its own; empty: the queue of all. @errors Storage
Result<std::string> teamFor(store::ReadTransaction& tx, const std::string& category);

/// Makes a ticket with what the settings promise its customer: fills `slaDueMs`.
/// @errors Conflict the reference is taken; Storage
Result<void> openTicket(const Services& services,
                        store::Transaction& tx,
                        const DeskSettings& settings,
                        store::TicketRow& ticket);

/// Promises a first answer anew for a ticket that waits again after a person had answered; others keep what
/// was promised. @errors Storage
Result<void> promiseAgain(const Services& services, store::Transaction& tx, const store::TicketRow& ticket);

/// Whether anybody can answer a case now.
struct Attendance {
    bool isOpen = true;
    /// When the team works next; now, where it does. Epoch milliseconds.
    std::int64_t nextOpenMs = 0;
    int offsetMinutes = 0;
    /// Who can be asked: online or busy, of the team where it is one team's case.
    std::vector<store::DeskPerson> people;

    [[nodiscard]] bool isAnybodyThere() const { return isOpen && !people.empty(); }
};

/// @param team  whose case it is; empty: everybody's. @errors Storage
Result<Attendance> attendanceOf(const Services& services,
                                store::ReadTransaction& tx,
                                const DeskSettings& settings,
                                const std::string& team);

/// How fast a tenant's queue moves.
struct QueuePace {
    DeskSettings settings;
    /// How long one case takes a person, in milliseconds; empty: nothing is known yet.
    std::optional<std::int64_t> eachMs;
    /// By team, where it has been looked up.
    std::map<std::string, Attendance> attendance{};
};

/// @errors Storage
Result<QueuePace> paceOf(const Services& services, store::ReadTransaction& tx);

/// How long the case at this place, from 1, may wait, in seconds; empty where nothing is known.
std::optional<std::int64_t>
expectedWaitS(const QueuePace& pace, const Attendance& attendance, std::int64_t position, std::int64_t nowMs);

/// The short form of a ticket; while it waits, with its place in the queue and how long that may take.
/// @errors Storage
Result<proto::TicketSummary>
waitingSummary(const Services& services, store::ReadTransaction& tx, const store::TicketRow& ticket);

/// The same as an event tells it to the customer, with `away` while it waits: whether nobody is there.
/// @errors Storage
Result<nlohmann::json>
waitingView(const Services& services, store::ReadTransaction& tx, const store::TicketRow& ticket);

/// `position` and `expected_wait_s` for those views of a ticket that have more than its short form.
void addWaiting(nlohmann::json& view, const proto::TicketSummary& summary);

} // namespace parley::server::desk
