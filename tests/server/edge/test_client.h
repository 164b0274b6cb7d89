// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace parley::test {

/// One HTTP response as it came over the wire.
struct WireResponse {
    int status = 0;
    std::string head;
    std::string body;

    /// The value of a header, by its lower-case name; empty when it is not there.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// A blocking client that sends exactly the bytes it is given. A read that gets nothing for 20 s ends like a
/// close, so that a test that waits in vain fails instead of hanging.
class TestClient {
public:
    explicit TestClient(std::uint16_t port, int receiveBufferBytes = 0);
    ~TestClient();
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    /// @return false when the peer has closed
    bool send(std::string_view bytes);
    /// The next response; status 0 when the connection ended before one was complete.
    WireResponse receive(bool isHead = false);
    /// Everything until the peer closes. @return false through `closed` on time-out
    std::string receiveAll();
    /// Waits for at least so many bytes beyond what was taken. Empty when the connection ends before.
    std::string receiveBytes(std::size_t count);
    /// Reads until the text was seen; what came until its end.
    std::string receiveUntil(std::string_view text);
    /// Whether the peer has closed: waits for it.
    bool isClosed();
    void finishSending();

    [[nodiscard]] int descriptor() const { return m_socket; }

private:
    bool more();

    int m_socket = -1;
    std::string m_buffer;
    bool m_hasTimedOut = false;
};

} // namespace parley::test
