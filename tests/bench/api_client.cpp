// SPDX-License-Identifier: MIT
#include "tests/bench/api_client.h"

#include "tests/bench/client_connection.h"

#include <poll.h>

#include <stdexcept>
#include <vector>

namespace parley::bench {

void writeRequest(std::string& out,
                  std::string_view method,
                  std::string_view target,
                  const Headers& headers,
                  std::string_view body)
{
    out.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    for (const auto& [name, value] : headers) {
        out.append(name).append(": ").append(value).append("\r\n");
    }
    if (!body.empty()) {
        out.append("Content-Type: application/json\r\nContent-Length: ");
        out.append(std::to_string(body.size())).append("\r\n");
    } else if (method != "GET") {
        out.append("Content-Length: 0\r\n");
    }
    out.append("\r\n").append(body);
}

Headers bearer(const std::string& token)
{
    return {{"Authorization", "Bearer " + token}};
}

ApiClient::Answer ApiClient::call(std::string_view method,
                                  std::string_view target,
                                  const Headers& headers,
                                  std::string_view body) const
{
    ClientConnection connection(m_endpoint);
    writeRequest(connection.request(), method, target, headers, body);
    std::vector<char> buffer(65536);
    using Progress = ClientConnection::Progress;
    Progress progress = connection.send() ? Progress::Waiting : Progress::Broken;
    while (progress == Progress::Waiting) {
        const short events = static_cast<short>(connection.hasUnsent() ? POLLIN | POLLOUT : POLLIN);
        pollfd waiting{.fd = connection.fd(), .events = events, .revents = 0};
        if (::poll(&waiting, 1, 30'000) <= 0 || !connection.send()) {
            break;
        }
        progress = connection.receive(buffer);
    }
    if (progress != Progress::Answered) {
        throw std::runtime_error(std::string(method) + " " + std::string(target) + ": no answer");
    }
    return {connection.response().status(), std::move(connection.response().body())};
}

nlohmann::json ApiClient::json(std::string_view method,
                               std::string_view target,
                               const Headers& headers,
                               const nlohmann::json& body) const
{
    const Answer answer = call(method, target, headers, body.is_null() ? std::string() : body.dump());
    auto value = nlohmann::json::parse(answer.body, nullptr, false);
    if (answer.status / 100 != 2 || value.is_discarded()) {
        throw std::runtime_error(std::string(method) + " " + std::string(target) + ": " +
                                 std::to_string(answer.status) + " " + answer.body.substr(0, 500));
    }
    return value;
}

} // namespace parley::bench
