// SPDX-License-Identifier: MIT
#include "server/net/curl_loop.h"

#include "server/runtime/platform/thread_name.h"

#include <boost/asio/post.hpp>
#include <signal.h>

#include <stdexcept>
#include <utility>

namespace parley::server::net {

namespace {

/// libcurl goes through all the connections it keeps when a transfer begins and when one ends. Where
/// thousands begin together they would hold up those that speak; so they are spread over several.
constexpr std::size_t kMostTransfers = 500;

/// Once a process, before any thread of ours uses it.
void initialiseCurl()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (done != CURLE_OK) {
        throw std::runtime_error("curl_global_init failed");
    }
}

/// A peer that closes while TLS writes would end the process, where nobody else sees to it.
void blockBrokenPipeSignal()
{
#ifdef SIGPIPE
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
#endif
}

} // namespace

CurlLoop::CurlLoop() : m_work(m_context.get_executor()), m_sockets(m_context, [this] { m_news.tell(); })
{
    initialiseCurl();
    m_thread = std::thread([this] { run(); });
}

CurlLoop::~CurlLoop()
{
    close();
}

void CurlLoop::run()
{
    runtime::platform::setThreadName("net");
    blockBrokenPipeSignal();
    m_context.run();
}

CurlMulti* CurlLoop::multiFor(Trust trust)
{
    Multis& multis = multisOf(trust);
    for (const auto& each : multis) {
        if (each->count() < kMostTransfers) {
            return each.get();
        }
    }
    try {
        return multis.emplace_back(std::make_unique<CurlMulti>(m_context, m_sockets, m_news)).get();
    } catch (const std::exception&) {
        return multis.empty() ? nullptr : multis.front().get(); // no descriptors or no memory are left
    }
}

void CurlLoop::start(std::shared_ptr<CurlTransfer> transfer, Trust trust)
{
    if (m_isClosing) {
        transfer->abandon();
        return;
    }
    boost::asio::post(m_context, [this, transfer = std::move(transfer), trust]() mutable {
        CurlMulti* multi = m_isClosed ? nullptr : multiFor(trust);
        if (multi != nullptr) {
            multi->add(std::move(transfer));
        } else {
            transfer->abandon();
        }
    });
}

void CurlLoop::stop(std::shared_ptr<CurlTransfer> transfer, Trust trust)
{
    boost::asio::post(m_context, [this, transfer = std::move(transfer), trust] {
        for (const auto& each : multisOf(trust)) {
            each->remove(transfer);
        }
    });
}

void CurlLoop::resume(std::shared_ptr<CurlTransfer> transfer, Trust trust)
{
    boost::asio::post(m_context, [this, transfer = std::move(transfer), trust] {
        for (const auto& each : multisOf(trust)) {
            each->resume(transfer);
        }
    });
}

void CurlLoop::close()
{
    if (!m_thread.joinable()) {
        return;
    }
    m_isClosing = true;
    boost::asio::post(m_context, [this] {
        m_isClosed = true;
        m_guarded.clear();
        m_operator.clear();
        m_sockets.close();
        m_work.reset();
    });
    m_thread.join();
    // What was posted too late for the thread to see.
    m_context.restart();
    m_context.poll();
}

} // namespace parley::server::net
