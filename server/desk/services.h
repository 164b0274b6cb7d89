// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/journal.h"
#include "server/desk/lesson_listener.h"
#include "server/store/conversation_repository.h"
#include "server/store/customer_repository.h"
#include "server/store/feedback_repository.h"
#include "server/store/outbox_repository.h"
#include "server/store/run_repository.h"
#include "server/store/ticket_repository.h"
#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <vector>

namespace parley::server::store {
class Database;
}

namespace parley::server::desk {

class DeskPolicies;

/// What every service of the desk stands on. The references outlive all of them. Repositories have no state.
struct Services {
    store::Database& database;
    Journal& journal;
    const Clock& clock;
    IdSource& ids;
    store::ConversationRepository conversations;
    store::CustomerRepository customers;
    store::TicketRepository tickets;
    store::RunRepository runs;
    store::OutboxRepository outbox;
    store::FeedbackRepository feedback;
    /// Told in this order; added before the first request. They outlive the services.
    std::vector<LessonListener*> lessons = {};
    /// The tenants' settings of the desk; null: nothing is set.
    const DeskPolicies* policies = nullptr;
};

/// Who acts for the desk.
struct Actor {
    std::string id;
    std::string name;
    /// tenant_user and admin may act on what another supporter holds.
    bool mayOverride = false;
};

} // namespace parley::server::desk
