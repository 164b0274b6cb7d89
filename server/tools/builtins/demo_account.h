// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"
#include "server/tools/tool_kind.h"
#include "shared/core/clock.h"

namespace parley::server::tools {

/// The account service of the demo company: what a connector to a shop's own system would be. Its data is the
/// tenant's settings section "demo_account": {"accounts": [{user_id, email, name, plan, orders: [{id, status,
/// ...}]}]}. A customer reaches the account of their proven user id or address and no other; addresses come
/// out masked.
class DemoAccount final : public ToolKind {
public:
    DemoAccount(store::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    /// @errors InvalidArgument the order's state does not allow it; NotFound no such account or order;
    /// Storage
    boost::asio::awaitable<Result<nlohmann::json>> call(const ToolCall& call,
                                                        runtime::Budget budget) override;

    static constexpr std::string_view kSection = "demo_account";

private:
    store::Database& m_database;
    const Clock& m_clock;
};

} // namespace parley::server::tools
