// SPDX-License-Identifier: MIT
#include "server/edge/outbox.h"

#include "server/edge/connection.h"

#include <utility>

namespace parley::server::edge {

namespace {

/// The first byte of a whole close frame. @source RFC 6455, 5.2
constexpr char kCloseFrame = '\x88';
/// Sent frames are taken out of the row by so many.
constexpr std::size_t kSentAtOnce = 64;

} // namespace

Outbox::Outbox(std::shared_ptr<Connection> connection)
    : m_connection(std::move(connection)), m_transport(m_connection->transport())
{}

std::size_t Outbox::write(std::string_view bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const IoResult result = m_transport.write(bytes.substr(sent));
        if (result.state == IoResult::State::Closed) {
            m_connection->drop();
        }
        if (result.state != IoResult::State::Done) {
            break;
        }
        sent += result.bytes;
    }
    return sent;
}

bool Outbox::push(SharedFrame frame)
{
    if (m_isFinished || !m_transport.isOpen()) {
        return false;
    }
    m_isFinished = frame->front() == kCloseFrame;
    const bool isFirst = m_frames.empty();
    const std::size_t sent = isFirst ? write(*frame) : 0;
    if (!m_transport.isOpen()) {
        return false;
    }
    if (sent == frame->size() && !m_transport.hasPending()) {
        return true;
    }
    m_waitingBytes += frame->size() - sent;
    if (isFirst) {
        m_sentOfFirst = sent;
    }
    m_frames.push_back(std::move(frame));
    if (m_wait.expired()) {
        waitForRoom(std::make_shared<Wait>());
    }
    return true;
}

void Outbox::waitForRoom(std::shared_ptr<Wait> wait)
{
    m_wait = wait;
    auto onReady = [self = shared_from_this(), wait = std::move(wait)](bool isOpen) {
        self->onRoom(wait, isOpen);
    };
    m_transport.onWritable(std::move(onReady));
}

void Outbox::onRoom(const std::shared_ptr<Wait>& wait, bool isOpen)
{
    m_wait.reset();
    const bool isSent = isOpen && m_transport.isOpen() && flush();
    if (isSent || !m_transport.isOpen()) {
        wait->tell(isSent);
        return;
    }
    waitForRoom(wait);
}

void Outbox::onEmpty(std::function<void(bool)> action)
{
    if (const auto wait = m_wait.lock()) {
        wait->onEmpty = std::move(action);
    }
}

bool Outbox::flush()
{
    while (m_first < m_frames.size()) {
        const std::string_view rest = std::string_view(*m_frames[m_first]).substr(m_sentOfFirst);
        const std::size_t sent = write(rest);
        m_waitingBytes -= sent;
        m_sentOfFirst += sent;
        if (sent < rest.size()) {
            forgetSent();
            return false;
        }
        ++m_first;
        m_sentOfFirst = 0;
    }
    const IoResult pushed = m_transport.flush();
    if (pushed.state == IoResult::State::Closed) {
        m_connection->drop();
    }
    if (pushed.state != IoResult::State::Done) {
        return false;
    }
    std::vector<SharedFrame>().swap(m_frames);
    m_first = 0;
    return true;
}

void Outbox::forgetSent()
{
    if (m_first >= kSentAtOnce) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
}

void Outbox::dropUnsent()
{
    while (m_frames.size() > m_first + (m_sentOfFirst > 0 ? 1U : 0U)) {
        m_waitingBytes -= m_frames.back()->size();
        m_frames.pop_back();
    }
}

void Outbox::Wait::tell(bool isSent)
{
    if (auto action = std::exchange(onEmpty, nullptr)) {
        action(isSent);
    }
}

} // namespace parley::server::edge
