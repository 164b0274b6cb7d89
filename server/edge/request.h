// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::server::edge {

class BodyFile;

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

/// "GET". @return empty for a method Parley does not serve
std::string_view methodName(Method method);
std::optional<Method> methodFromName(std::string_view name);

/// Header fields in the order they came; names compare without case.
class Headers {
public:
    void add(std::string name, std::string value);
    void reserve(std::size_t count) { m_fields.reserve(count); }
    /// Replaces all of that name.
    void set(std::string_view name, std::string value);
    /// The first of that name, or null.
    [[nodiscard]] const std::string* find(std::string_view name) const;
    /// The first of that name, or empty.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& fields() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// One HTTP request, read whole. Strings are raw bytes until a handler decodes them.
struct Request {
    Method method = Method::Get;
    /// Percent-decoded path without the query; dot segments and encoded slashes were refused by the framing.
    std::string path;
    /// The query as it came, without "?".
    std::string query;
    Headers headers;
    std::string body;
    /// The body of a form on a route that takes files; `body` is empty then. Shared by copies of the request;
    /// the file goes with the last of them.
    std::shared_ptr<const BodyFile> bodyFile;
    /// The client's address, after trusted proxies were taken into account.
    std::string peer;
    /// True when the TCP peer itself is on this machine and sent no forwarding header (guards /metrics).
    bool isLoopback = false;
    bool isTls = false;

    /// A query parameter, percent-decoded; empty optional when absent.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
};

} // namespace parley::server::edge
