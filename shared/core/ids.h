// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/clock.h"

#include <compare>
#include <string>
#include <string_view>

namespace parley {

/// A typed id, so that a ticket's cannot be passed where a run's belongs. `value` is a lower-case UUID.
template <class Tag>
struct Id {
    std::string value;

    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;
    [[nodiscard]] bool isEmpty() const { return value.empty(); }
};

using TenantId = Id<struct TenantTag>;
using UserId = Id<struct UserTag>;
using CustomerId = Id<struct CustomerTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using RunId = Id<struct RunTag>;
using TicketId = Id<struct TicketTag>;
using DocumentId = Id<struct DocumentTag>;
using ChunkId = Id<struct ChunkTag>;
using JobId = Id<struct JobTag>;
using AgentId = Id<struct AgentTag>;

/// Where ids come from, so that tests can choose them. Any thread.
class IdSource {
public:
    virtual ~IdSource() = default;
    /// A new UUIDv7: ids made by one process sort by the time they were made.
    virtual std::string next() = 0;

    template <class T>
    T make()
    {
        return T{next()};
    }
};

/// UUIDv7 with a 12-bit counter in rand_a, monotonic within the process. @source RFC 9562, 5.7 and 6.2 method
/// 1
class UuidV7Source final : public IdSource {
public:
    explicit UuidV7Source(const Clock& clock);
    std::string next() override;

private:
    const Clock& m_clock;
};

/// True for a UUID in its canonical form of 36 characters, either case.
bool isUuid(std::string_view text);

} // namespace parley
