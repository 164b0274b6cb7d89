// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_message.h"
#include "server/net/http_url.h"
#include "server/runtime/notifier.h"

#include <boost/asio/any_io_executor.hpp>
#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::net {

class NewsRound;

/// What one exchange with one server needs.
struct TransferPlan {
    HttpRequest request;
    HttpUrl url;
    std::vector<boost::asio::ip::address> addresses; ///< where it may connect; empty: wherever the name leads
    std::shared_ptr<const NetworkList> allowed;      ///< of the daemon; never null for a guarded request
    std::string caFile;                              ///< empty: the system's
};

/// What came since the last look.
struct TransferNews {
    bool hasHead = false; ///< the answer's status and headers are there
    std::string body;
    std::optional<Error> failure;
    bool isDone = false;
};

/// One exchange, between the network thread (libcurl's callbacks) and the coroutine that waits for it.
/// @thread take(), head() and wait on the waiting coroutine's; the callbacks and finish() on the network
/// thread
class CurlTransfer : public std::enable_shared_from_this<CurlTransfer> {
public:
    CurlTransfer(TransferPlan plan, boost::asio::any_io_executor waiting);
    ~CurlTransfer();
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    [[nodiscard]] CURL* easy() const { return m_easy; }
    /// @thread the waiting coroutine's, before detach()
    runtime::Notifier& changed() { return *m_changed; }
    /// Nobody waits any more. The network thread may keep the transfer longer than the executor lives that
    /// the waiting was done on.
    void detach();

    /// Puts what came since the last look into `news`, whose memory is used again for what comes next.
    /// @return true where the sender was held back and may go on now
    bool take(TransferNews& news);
    /// Status and headers; only after take() said that they are there.
    [[nodiscard]] const HttpResponse& head() const { return m_head; }

    /// Where it says that there are news, instead of telling who waits at once. @thread the network thread
    void reportTo(NewsRound& round) { m_round = &round; }
    /// Tells who waits. @thread any
    void ring();
    /// Tells those who wait for these, all on one executor, by one way through its queue.
    static void ringTogether(std::vector<std::shared_ptr<CurlTransfer>> transfers);
    [[nodiscard]] const boost::asio::any_io_executor& executor() const { return m_executor; }

    /// libcurl is done with it.
    void finish(CURLcode code);
    /// It will not be done, because the client goes.
    void abandon();

private:
    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static curl_socket_t onOpenSocket(void* self, curlsocktype purpose, curl_sockaddr* address);
    static int onBeforeRequest(void* self, char* remoteIp, char* localIp, int remotePort, int localPort);

    void setUp();
    void setUpRequest();
    void setUpGuard();
    bool takeHeaderLine(std::string_view line);
    [[nodiscard]] bool mayReach(const boost::asio::ip::address& address);
    void end(std::optional<Error> failure);
    void wake();

    TransferPlan m_plan;
    boost::asio::any_io_executor m_executor;      ///< of the waiting coroutine; lives until detach()
    std::mutex m_waitMutex;                       ///< guards m_changed against detach()
    std::unique_ptr<runtime::Notifier> m_changed; ///< null: nobody waits
    CURL* m_easy = nullptr;
    curl_slist* m_headers = nullptr;
    curl_slist* m_resolve = nullptr;
    char m_errorText[CURL_ERROR_SIZE] = {};

    // Of the network thread alone.
    std::size_t m_headerBytes = 0;
    std::size_t m_bodyBytes = 0;
    bool m_isHeadComplete = false;
    std::optional<Error> m_ownFailure; ///< why a callback of ours stopped it
    NewsRound* m_round = nullptr;      ///< null: it was not begun

    // Written by the network thread until m_news.hasHead, by nobody afterwards.
    HttpResponse m_head;

    std::mutex m_mutex; ///< guards what follows
    TransferNews m_news;
    bool m_isPaused = false;
};

} // namespace parley::server::net
