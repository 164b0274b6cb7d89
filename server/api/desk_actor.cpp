// SPDX-License-Identifier: MIT
#include "server/api/desk_actor.h"

#include "server/store/user_repository.h"

namespace parley::server::api {

boost::asio::awaitable<Result<desk::Actor>> deskActor(store::Database& database,
                                                      const edge::RequestContext& request)
{
    UserId subject{request.principal.subject};
    auto who = [&](store::ReadTransaction& tx) { return store::UserRepository().find(tx, subject); };
    auto platform = store::Scope::platform();
    auto user = co_await database.read(platform, who);
    if (!user) {
        co_return fail(std::move(user).error());
    }
    desk::Actor actor;
    actor.id = request.principal.subject;
    actor.name = *user ? (*user)->displayName : "Support";
    actor.mayOverride = request.principal.role == security::Role::TenantUser ||
                        request.principal.role == security::Role::Admin;
    co_return actor;
}

} // namespace parley::server::api
