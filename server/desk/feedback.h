// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/resolution.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace parley::server::desk {

/// What a person would have answered, for those who learn from it.
struct Correction {
    TenantId tenant;
    store::RatedAnswer rated;
    std::string answer;
    Actor actor;
    /// As ResolveRequest has them.
    std::string answeringDefaults;
};

struct Corrected {
    store::RatedAnswer rated;
    Learned learned;
};

/// What customers thought of answers, and what people make of it. @thread I/O
class Feedback {
public:
    explicit Feedback(Services& services) : m_services(services) {}

    /// Newest first. @param rating  0: any. @param before  an id, exclusive; empty: from the newest
    /// @errors Storage
    boost::asio::awaitable<Result<std::vector<store::RatedAnswer>>>
    list(TenantId tenant, std::int64_t rating, std::string before, int limit);

    /// Keeps the better answer, and teaches it as a resolution does. The customer is told nothing.
    /// @errors InvalidArgument empty or over-long answer; NotFound no such feedback; Storage
    boost::asio::awaitable<Result<Corrected>>
    correct(TenantId tenant, std::string id, std::string answer, Actor actor);

private:
    Result<Corrected> correctIn(store::Transaction& tx, Correction& correction, const std::string& id) const;

    Services& m_services;
};

} // namespace parley::server::desk
