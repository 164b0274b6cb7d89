// SPDX-License-Identifier: MIT
#include "server/edge/router.h"

#include <limits>
#include <stdexcept>

namespace parley::server::edge {

namespace {

/// Cuts the first segment off "/a/b": returns "a", leaves "/b".
std::string_view takeSegment(std::string_view& rest)
{
    const std::size_t end = rest.find('/', 1);
    const std::string_view segment = rest.substr(1, end == std::string_view::npos ? end : end - 1);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end);
    return segment;
}

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool isTail(std::string_view segment)
{
    return isParameter(segment) && segment[segment.size() - 2] == '*';
}

std::vector<std::pair<std::string_view, std::string>> readParameters(std::string_view pattern,
                                                                     std::string_view path)
{
    std::vector<std::pair<std::string_view, std::string>> parameters;
    while (!pattern.empty()) {
        const std::string_view name = takeSegment(pattern);
        if (isTail(name)) {
            parameters.emplace_back(name.substr(1, name.size() - 3), path.substr(1));
            break;
        }
        const std::string_view value = takeSegment(path);
        if (isParameter(name)) {
            parameters.emplace_back(name.substr(1, name.size() - 2), value);
        }
    }
    return parameters;
}

} // namespace

Router::Endpoint& Router::endpointFor(std::string_view pattern)
{
    if (pattern.empty() || pattern.front() != '/') {
        throw std::logic_error("A route's pattern begins with a slash: " + std::string(pattern));
    }
    if (pattern.find('{') == std::string_view::npos) {
        return m_exact.try_emplace(std::string(pattern)).first->second;
    }
    Node* node = &m_root;
    for (std::string_view rest = pattern; !rest.empty();) {
        const std::string_view segment = takeSegment(rest);
        if (isTail(segment)) {
            if (!rest.empty()) {
                throw std::logic_error("Nothing can follow the tail of " + std::string(pattern));
            }
            node->tail = node->tail ? std::move(node->tail) : std::make_unique<Endpoint>();
            return *node->tail;
        }
        auto& next = isParameter(segment) ? node->parameter : node->literals[std::string(segment)];
        next = next ? std::move(next) : std::make_unique<Node>();
        node = next.get();
    }
    node->endpoint = node->endpoint ? std::move(node->endpoint) : std::make_unique<Endpoint>();
    return *node->endpoint;
}

void Router::add(Route route)
{
    if (m_routes.size() >= std::numeric_limits<std::uint16_t>::max()) {
        throw std::logic_error("There are too many routes.");
    }
    auto& slot = endpointFor(route.pattern)[static_cast<std::size_t>(route.method)];
    if (slot != 0) {
        throw std::logic_error("This route is there already: " + route.pattern);
    }
    m_routes.push_back(std::move(route));
    slot = static_cast<std::uint16_t>(m_routes.size());
}

const Router::Endpoint* Router::find(const Node& node, std::string_view rest)
{
    if (rest.empty()) {
        return node.endpoint.get();
    }
    std::string_view after = rest;
    const std::string_view segment = takeSegment(after);
    if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
        if (const Endpoint* found = find(*literal->second, after)) {
            return found;
        }
    }
    if (node.parameter && !segment.empty()) {
        if (const Endpoint* found = find(*node.parameter, after)) {
            return found;
        }
    }
    return rest.size() > 1 ? node.tail.get() : nullptr;
}

const Route* Router::pick(const Endpoint& endpoint, Method method) const
{
    std::uint16_t slot = endpoint[static_cast<std::size_t>(method)];
    if (slot == 0 && method == Method::Head) {
        slot = endpoint[static_cast<std::size_t>(Method::Get)];
    }
    return slot == 0 ? nullptr : &m_routes[slot - 1U];
}

Router::Match Router::match(Method method, std::string_view path) const
{
    Match match;
    const auto exact = m_exact.find(path);
    const Endpoint* endpoint = exact != m_exact.end() ? &exact->second : find(m_root, path);
    if (endpoint == nullptr) {
        return match;
    }
    match.route = pick(*endpoint, method);
    if (match.route != nullptr) {
        if (exact == m_exact.end()) {
            match.parameters = readParameters(match.route->pattern, path);
        }
        return match;
    }
    for (std::size_t i = 0; i < kMethods; ++i) {
        const auto known = static_cast<Method>(i);
        if (pick(*endpoint, known) != nullptr) {
            match.allow += std::string(methodName(known)) + ", ";
        }
    }
    match.allow += "OPTIONS";
    return match;
}

} // namespace parley::server::edge
