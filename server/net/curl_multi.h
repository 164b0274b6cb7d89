// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/curl_transfer.h"
#include "server/net/news_round.h"
#include "server/net/socket_set.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <curl/curl.h>

#include <map>
#include <memory>

namespace parley::server::net {

/// libcurl's multi interface, told when its sockets and timers are due. Connections are kept and shared
/// (HTTP/2 streams too) among the transfers of one CurlMulti, never with another's.
/// @thread the one that runs the context, all of it
class CurlMulti {
public:
    /// @param sockets, news  of the thread; outlive this
    CurlMulti(boost::asio::io_context& context, SocketSet& sockets, NewsRound& news);
    /// Abandons what is under way.
    ~CurlMulti();
    CurlMulti(const CurlMulti&) = delete;
    CurlMulti& operator=(const CurlMulti&) = delete;

    void add(std::shared_ptr<CurlTransfer> transfer);
    /// Ends it at once; nothing happens where it ended before.
    void remove(const std::shared_ptr<CurlTransfer>& transfer);
    /// Lets a transfer go on whose sink was full.
    void resume(const std::shared_ptr<CurlTransfer>& transfer);

    [[nodiscard]] std::size_t count() const { return m_transfers.size(); }

private:
    static int onSocket(CURL* easy, curl_socket_t socket, int what, void* self, void* ours);
    static int onTimer(CURLM* multi, long afterMs, void* self);

    void onReady(SocketSet::Ready ready);
    void onDue();
    void act(curl_socket_t socket, int events);
    void collect();

    boost::asio::steady_timer m_timer;
    bool m_isDue = false; ///< it is in the queue already
    CURLM* m_multi;
    std::map<CURL*, std::shared_ptr<CurlTransfer>> m_transfers;
    NewsRound& m_news;
    SocketSet& m_sockets;
    SocketSet::Listener m_listener = 0;
    // Tells a timer that is on its way through the queue that this is gone.
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace parley::server::net
