// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_context.h"
#include "server/edge/response.h"

#include <boost/asio/awaitable.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parley::server::edge {

using Handler = std::function<boost::asio::awaitable<Result<Response>>(RequestContext&)>;

/// How requests of a route are counted against the limits of api.md.
enum class RateClass { Counted, Uncounted };

/// Whose tenant a route acts in.
enum class TenantRule {
    None,     ///< platform or public route
    Required, ///< the token's tenant; an admin names it by X-Tenant or gets 422 tenant_required
    Optional, ///< an admin may leave it out
};

/// What a route says of itself in OpenAPI.
struct RouteDoc {
    std::string_view summary;
    std::string_view tag;
    /// Names of schemas in the OpenAPI document ("ChatMessageRequest"); empty: none.
    std::string_view requestSchema;
    std::string_view responseSchema;
    int successStatus = 200;
    std::vector<std::string_view> queryParameters;
};

/// One line of the route table: dispatch, OpenAPI and the permission matrix are made from it.
struct Route {
    Method method = Method::Get;
    /// "/conversations/{id}/messages"; a last segment `{path*}` takes the whole rest of the path
    std::string pattern;
    security::Permission permission = security::Permission::SignedIn;
    TenantRule tenant = TenantRule::Required;
    Handler handler;
    RouteDoc doc;
    std::size_t bodyLimitBytes = 64 * 1024;
    /// Multipart bodies go into a file, up to this size; others stay in memory within bodyLimitBytes. Either
    /// is read only after the caller was found to be allowed here, since it is too large to take from
    /// anybody. 0: the route takes no files.
    std::uint64_t fileLimitBytes = 0;
    RateClass rate = RateClass::Counted;
    /// Honours Idempotency-Key.
    bool idempotent = false;
    std::chrono::milliseconds timeout{30'000};
};

/// The route table. Filled at start-up, then only read, from any thread.
class Router {
public:
    /// @throws std::logic_error when the same method and pattern is there already, or the pattern is not
    /// valid
    void add(Route route);

    struct Match {
        const Route* route = nullptr;
        std::vector<std::pair<std::string_view, std::string>> parameters;
        /// Methods that the path knows, for 405's `Allow`; empty with route == nullptr: 404.
        std::string allow;
    };
    /// Finds the route. HEAD is served by GET's route.
    [[nodiscard]] Match match(Method method, std::string_view path) const;

    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }

private:
    static constexpr std::size_t kMethods = 7;

    /// Indices into m_routes by method, one more than the index; 0: none.
    using Endpoint = std::array<std::uint16_t, kMethods>;

    /// One segment of the patterns that hold parameters.
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::unique_ptr<Node> parameter;
        std::unique_ptr<Endpoint> endpoint;
        /// `{name*}`: everything from here on.
        std::unique_ptr<Endpoint> tail;
    };

    struct PathHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view path) const { return std::hash<std::string_view>{}(path); }
    };

    Endpoint& endpointFor(std::string_view pattern);
    static const Endpoint* find(const Node& node, std::string_view rest);
    [[nodiscard]] const Route* pick(const Endpoint& endpoint, Method method) const;

    std::vector<Route> m_routes;
    /// Patterns without parameters: one look-up.
    std::unordered_map<std::string, Endpoint, PathHash, std::equal_to<>> m_exact;
    Node m_root;
};

} // namespace parley::server::edge
