// SPDX-License-Identifier: MIT
#include "server/edge/response_writer.h"

#include "server/edge/status_text.h"

#include <charconv>

namespace parley::server::edge {

namespace {

template <class Number>
void appendNumber(std::string& out, Number value, int base = 10)
{
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value, base);
    out.append(digits, error == std::errc() ? end : digits);
}

bool isSafe(std::string_view text)
{
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

bool hasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

void appendFields(std::string& out, const Response& response)
{
    for (const auto& [name, value] : response.headers.fields()) {
        if (isSafe(name) && isSafe(value)) {
            out.append(name).append(": ").append(value).append("\r\n");
        }
    }
}

} // namespace

std::string_view bodyOf(const Response& response)
{
    return response.sharedBody ? std::string_view(*response.sharedBody) : std::string_view(response.body);
}

void writeHead(std::string& out, const Response& response, const WriteFacts& facts)
{
    const std::string_view reason = statusText(response.status);
    out.reserve(out.size() + 512);
    out.append("HTTP/1.1 ");
    appendNumber(out, response.status);
    out.append(" ").append(reason).append("\r\nDate: ").append(facts.date).append("\r\n");
    out.append(facts.standardLines);
    if (!facts.requestId.empty()) {
        out.append("X-Request-Id: ").append(facts.requestId).append("\r\n");
    }
    appendFields(out, response);
    if (facts.framing == BodyFraming::Chunked) {
        out.append("Transfer-Encoding: chunked\r\n");
    } else if (facts.framing == BodyFraming::Sized && hasBody(response.status)) {
        out.append("Content-Length: ");
        appendNumber(out, bodyOf(response).size());
        out.append("\r\n");
    }
    if (!facts.keepAlive) {
        out.append("Connection: close\r\n");
    }
    out.append("\r\n");
}

void writeChunk(std::string& out, std::string_view data)
{
    appendNumber(out, data.size(), 16);
    out.append("\r\n").append(data).append("\r\n");
}

} // namespace parley::server::edge
