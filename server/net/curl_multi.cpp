// SPDX-License-Identifier: MIT
#include "server/net/curl_multi.h"

#include "server/net/curl_error.h"

#include <boost/asio/post.hpp>

#include <stdexcept>
#include <utility>

namespace parley::server::net {

namespace asio = boost::asio;

namespace {

/// Of one HTTP/2 connection, where its server allows as many; most allow 100 to 250.
constexpr long kMaxStreams = 1'000;

} // namespace

CurlMulti::CurlMulti(asio::io_context& context, SocketSet& sockets, NewsRound& news)
    : m_timer(context), m_multi(curl_multi_init()), m_news(news), m_sockets(sockets)
{
    if (m_multi == nullptr) {
        throw std::runtime_error("curl_multi_init failed");
    }
    m_listener = m_sockets.join([this](SocketSet::Ready ready) { onReady(ready); });
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlMulti::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlMulti::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_CONCURRENT_STREAMS, kMaxStreams);
}

CurlMulti::~CurlMulti()
{
    for (const auto& [easy, transfer] : m_transfers) {
        curl_multi_remove_handle(m_multi, easy);
        transfer->abandon();
    }
    m_news.tell();
    m_transfers.clear();
    curl_multi_cleanup(m_multi);
}

void CurlMulti::add(std::shared_ptr<CurlTransfer> transfer)
{
    CURL* easy = transfer->easy();
    transfer->reportTo(m_news);
    const CURLMcode code = curl_multi_add_handle(m_multi, easy);
    if (code != CURLM_OK) {
        transfer->finish(CURLE_FAILED_INIT);
        m_news.tell();
        return;
    }
    m_transfers.emplace(easy, std::move(transfer));
}

void CurlMulti::remove(const std::shared_ptr<CurlTransfer>& transfer)
{
    if (m_transfers.erase(transfer->easy()) > 0) {
        curl_multi_remove_handle(m_multi, transfer->easy());
    }
}

void CurlMulti::resume(const std::shared_ptr<CurlTransfer>& transfer)
{
    if (m_transfers.contains(transfer->easy())) {
        curl_easy_pause(transfer->easy(), CURLPAUSE_CONT);
        // Some versions only note that it may go on, and would wait for the next byte to come.
        act(CURL_SOCKET_TIMEOUT, 0);
        m_news.tell();
    }
}

int CurlMulti::onSocket(CURL*, curl_socket_t socket, int what, void* self, void*)
{
    auto* multi = static_cast<CurlMulti*>(self);
    if (what == CURL_POLL_REMOVE) {
        multi->m_sockets.forget(socket);
    } else {
        multi->m_sockets.watch(multi->m_listener,
                               socket,
                               (what & CURL_POLL_IN) != 0,
                               (what & CURL_POLL_OUT) != 0);
    }
    return 0;
}

void CurlMulti::onReady(SocketSet::Ready ready)
{
    act(ready.socket, (ready.canRead ? CURL_CSELECT_IN : 0) | (ready.canWrite ? CURL_CSELECT_OUT : 0));
}

int CurlMulti::onTimer(CURLM*, long afterMs, void* self)
{
    auto* multi = static_cast<CurlMulti*>(self);
    const std::weak_ptr<char> alive = multi->m_alive;
    if (afterMs > 0) {
        multi->m_timer.expires_after(std::chrono::milliseconds{afterMs});
        multi->m_timer.async_wait([multi, alive](const boost::system::error_code& error) {
            if (!error && !alive.expired()) {
                multi->onDue();
            }
        });
        return 0;
    }
    multi->m_timer.cancel();
    if (afterMs == 0 && !multi->m_isDue) {
        // Not from here: libcurl must not be called from within its own callback.
        multi->m_isDue = true;
        asio::post(multi->m_timer.get_executor(), [multi, alive] {
            if (!alive.expired()) {
                multi->m_isDue = false;
                multi->onDue();
            }
        });
    }
    return 0;
}

void CurlMulti::onDue()
{
    act(CURL_SOCKET_TIMEOUT, 0);
    m_news.tell();
}

void CurlMulti::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    collect();
}

void CurlMulti::collect()
{
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        CURL* easy = message->easy_handle;
        const CURLcode code = message->data.result; // the message goes with the handle
        const auto found = m_transfers.find(easy);
        if (found != m_transfers.end()) {
            const auto transfer = found->second;
            m_transfers.erase(found);
            curl_multi_remove_handle(m_multi, easy);
            transfer->finish(code);
        }
    }
}

} // namespace parley::server::net
