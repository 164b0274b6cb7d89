// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/endpoint.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>

namespace parley::bench {

using Headers = std::map<std::string, std::string>;

/// Writes a request with what every one needs: Host, and for a body its type and length.
void writeRequest(std::string& out,
                  std::string_view method,
                  std::string_view target,
                  const Headers& headers,
                  std::string_view body);

/// `Authorization: Bearer ...`
Headers bearer(const std::string& token);

/// A waiting client for what has to be set up before something is measured: one connection a request.
class ApiClient {
public:
    struct Answer {
        int status = 0;
        std::string body;
    };

    explicit ApiClient(Endpoint endpoint) : m_endpoint(endpoint) {}

    /// Throws std::runtime_error when no answer comes within 30 s.
    Answer call(std::string_view method,
                std::string_view target,
                const Headers& headers = {},
                std::string_view body = {}) const;
    /// Throws std::runtime_error with the answer's text unless it is a 2xx with JSON.
    nlohmann::json json(std::string_view method,
                        std::string_view target,
                        const Headers& headers = {},
                        const nlohmann::json& body = nullptr) const;
    Endpoint endpoint() const { return m_endpoint; }

private:
    Endpoint m_endpoint;
};

} // namespace parley::bench
