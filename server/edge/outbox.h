// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/shared_frame.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace parley::server::edge {

class Connection;
class Transport;

/// The sending side of one WebSocket: whole frames, one after the other. What the socket takes is gone at
/// once; the rest waits as a reference to bytes that other links may wait for too. Shared by its link and the
/// wait it has pending. @thread the connection's I/O thread
class Outbox final : public std::enable_shared_from_this<Outbox> {
public:
    explicit Outbox(std::shared_ptr<Connection> connection);

    /// Sends or queues. @return false: the client has gone, or a close frame went before
    bool push(SharedFrame frame);
    /// Forgets the frames of which nothing was sent yet.
    void dropUnsent();

    [[nodiscard]] bool isEmpty() const { return m_frames.empty(); }
    /// What the socket has not taken yet.
    [[nodiscard]] std::size_t waitingBytes() const { return m_waitingBytes; }

    /// Is called once, never from inside push(), when it has become empty (true) or the client has gone. One
    /// at a time; only while it is not empty.
    void onEmpty(std::function<void(bool)> action);

private:
    /// Lives in the handler that waits for room in the socket, so that it goes with it: what it calls may
    /// own this outbox.
    struct Wait {
        std::function<void(bool)> onEmpty;
        void tell(bool isSent);
    };

    /// @return bytes the socket took, of the front of these; it is closed when it failed
    std::size_t write(std::string_view bytes);
    /// @return whether nothing is left; the connection is closed when it failed
    bool flush();
    void waitForRoom(std::shared_ptr<Wait> wait);
    void onRoom(const std::shared_ptr<Wait>& wait, bool isOpen);
    void forgetSent();

    std::shared_ptr<Connection> m_connection; ///< owns m_transport
    Transport& m_transport;
    std::vector<SharedFrame> m_frames;
    std::size_t m_first = 0;       ///< in m_frames; those before it are sent
    std::size_t m_sentOfFirst = 0; ///< bytes
    std::size_t m_waitingBytes = 0;
    bool m_isFinished = false;
    std::weak_ptr<Wait> m_wait;
};

} // namespace parley::server::edge
