// SPDX-License-Identifier: MIT
#include "server/desk/typing.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

PublishedEvent typingEvent(TenantId tenant, ConversationId conversation, bool isCustomer, bool isTyping)
{
    const nlohmann::json data = {{"type", "typing"},
                                 {"session_id", conversation.value},
                                 {"from", isCustomer ? "user" : "supporter"},
                                 {"typing", isTyping}};
    PublishedEvent event;
    event.tenant = std::move(tenant);
    event.conversation = std::move(conversation);
    event.type = "typing";
    event.operatorData = std::make_shared<const std::string>(data.dump());
    if (!isCustomer) {
        event.customerData = event.operatorData;
    }
    return event;
}

} // namespace parley::server::desk
