// SPDX-License-Identifier: MIT
#include "server/net/curl_loop.h"

#include "server/runtime/platform/thread_name.h"

#include <boost/asio/post.hpp>
#include <signal.h>

#include <stdexcept>
#include <utility>

namespace parley::server::net {

namespace {

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

CurlLoop::CurlLoop() : m_work(m_context.get_executor())
{
    initialiseCurl();
    m_guarded.emplace(m_context);
    m_operator.emplace(m_context);
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

CurlMulti& CurlLoop::multiOf(Trust trust)
{
    return trust == Trust::Guarded ? *m_guarded : *m_operator;
}

void CurlLoop::start(std::shared_ptr<CurlTransfer> transfer, Trust trust)
{
    if (m_isClosing) {
        transfer->abandon();
        return;
    }
    boost::asio::post(m_context, [this, transfer = std::move(transfer), trust]() mutable {
        if (m_guarded) {
            multiOf(trust).add(std::move(transfer));
        } else {
            transfer->abandon();
        }
    });
}

void CurlLoop::stop(std::shared_ptr<CurlTransfer> transfer, Trust trust)
{
    boost::asio::post(m_context, [this, transfer = std::move(transfer), trust] {
        if (m_guarded) {
            multiOf(trust).remove(transfer);
        }
    });
}

void CurlLoop::resume(std::shared_ptr<CurlTransfer> transfer, Trust trust)
{
    boost::asio::post(m_context, [this, transfer = std::move(transfer), trust] {
        if (m_guarded) {
            multiOf(trust).resume(transfer);
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
        m_guarded.reset();
        m_operator.reset();
        m_work.reset();
    });
    m_thread.join();
    // What was posted too late for the thread to see.
    m_context.restart();
    m_context.poll();
}

} // namespace parley::server::net
