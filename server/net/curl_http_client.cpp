// SPDX-License-Identifier: MIT
#include "server/net/curl_http_client.h"

#include "server/net/redirect.h"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace parley::server::net {

namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

/// More addresses than that a name does not need.
constexpr std::size_t kMaxAddresses = 16;
/// A sender as fast as its sink leaves nothing to wait for; the others on the thread get their turn all the
/// same.
constexpr std::size_t kBytesBetweenPauses = 256U << 10U;

tl::unexpected<Error> tooLate(const char* what)
{
    return fail(ErrorCode::Timeout, "The server did not answer in time.", what);
}

/// Drops the transfer however the coroutine that waits for it ends.
class Running {
public:
    Running(CurlLoop& loop, std::shared_ptr<CurlTransfer> transfer, Trust trust)
        : m_loop(loop), m_transfer(std::move(transfer)), m_trust(trust)
    {
        m_loop.start(m_transfer, m_trust);
    }
    ~Running()
    {
        m_transfer->detach();
        m_loop.stop(std::move(m_transfer), m_trust);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void take(TransferNews& news)
    {
        if (m_transfer->take(news)) {
            m_loop.resume(m_transfer, m_trust);
        }
    }
    [[nodiscard]] CurlTransfer& transfer() const { return *m_transfer; }

private:
    CurlLoop& m_loop;
    std::shared_ptr<CurlTransfer> m_transfer; // shared with the network thread
    Trust m_trust;
};

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

/// Waits for the transfer's news and hands its body on until it is done. The time of the whole is counted
/// here, not by libcurl, which would go through the times of all its transfers whenever one of them gets a
/// piece.
asio::awaitable<Result<HttpResponse>>
collect(Running& running, const HttpRequest& request, runtime::Budget budget)
{
    HttpResponse response;
    const auto begun = Clock::now();
    auto deadline = begun + request.timeouts.firstByte;
    bool waitsForFirst = request.timeouts.firstPiece.count() > 0;
    std::size_t sincePause = 0;
    TransferNews news;
    for (;;) {
        const bool isInTime = co_await running.transfer().changed().wait(std::min(deadline, budget.deadline));
        running.take(news);
        if (news.hasHead && response.status == 0) {
            response = running.transfer().head();
        }
        if (!news.body.empty()) {
            waitsForFirst = false;
            if (request.sink && isSuccess(response.status)) {
                auto taken = co_await request.sink(response, news.body);
                if (!taken) {
                    co_return fail(std::move(taken).error());
                }
            } else {
                response.body += news.body;
            }
        }
        if (news.isDone) {
            if (news.failure) {
                co_return fail(*std::move(news.failure));
            }
            co_return response;
        }
        if (!isInTime && news.body.empty()) {
            co_return tooLate(response.status == 0 ? "no headers came" : "nothing more came");
        }
        sincePause += news.body.size();
        if (sincePause >= kBytesBetweenPauses) {
            sincePause = 0;
            co_await asio::post(asio::use_awaitable);
        }
        const auto now = Clock::now();
        if (now >= budget.deadline) {
            co_return tooLate("it was still coming");
        }
        if (response.status != 0) {
            deadline = waitsForFirst ? begun + request.timeouts.firstPiece : now + request.timeouts.idle;
        }
    }
}

} // namespace

CurlHttpClient::CurlHttpClient(HttpClientOptions options, NameResolver& resolver)
    : m_allow(std::make_shared<const NetworkList>(std::move(options.allow))),
      m_caFile(std::move(options.caFile)),
      m_resolver(resolver)
{}

void CurlHttpClient::close()
{
    m_loop.close();
}

asio::awaitable<Result<CurlHttpClient::Addresses>>
CurlHttpClient::checkedAddresses(const HttpRequest& request, const HttpUrl& url, runtime::Budget budget)
{
    auto found = co_await m_resolver.resolve(url.host, budget.atMost(request.timeouts.connect));
    if (!found) {
        co_return found;
    }
    // One wrong address is enough: a name that leads both outside and inside is a trick.
    for (const auto& address : *found) {
        const bool isAllowed = isPublicAddress(address) || m_allow->contains(address) ||
                               (request.allow && request.allow->contains(address));
        if (!isAllowed) {
            co_return fail(ErrorCode::Forbidden,
                           "The address is not one that may be reached from here.",
                           url.host + " is " + address.to_string());
        }
    }
    found->resize(std::min(found->size(), kMaxAddresses));
    co_return found;
}

asio::awaitable<Result<HttpResponse>>
CurlHttpClient::exchange(const HttpRequest& request, HttpUrl url, Addresses addresses, runtime::Budget budget)
{
    if (budget.isSpent()) {
        co_return tooLate("no time was left to begin");
    }
    TransferPlan plan;
    plan.request = request;
    plan.request.sink = nullptr; // called here, on the caller's thread
    plan.url = std::move(url);
    plan.addresses = std::move(addresses);
    plan.allowed = m_allow;
    plan.caFile = m_caFile;
    auto executor = co_await asio::this_coro::executor;
    Running running(m_loop, std::make_shared<CurlTransfer>(std::move(plan), executor), request.trust);
    co_return co_await collect(running, request, budget);
}

asio::awaitable<Result<HttpResponse>> CurlHttpClient::send(HttpRequest request, runtime::Budget budget)
{
    if (auto checked = checkRequest(request); !checked) {
        co_return fail(std::move(checked).error());
    }
    auto url = parseHttpUrl(request.url, request.trust);
    for (int redirects = 0;; ++redirects) {
        if (!url) {
            co_return fail(std::move(url).error());
        }
        Addresses addresses;
        if (request.trust == Trust::Guarded) {
            auto checked = co_await checkedAddresses(request, *url, budget);
            if (!checked) {
                co_return fail(std::move(checked).error());
            }
            addresses = *std::move(checked);
        }
        auto response = co_await exchange(request, *url, std::move(addresses), budget);
        if (!response || !isRedirect(*response) || request.maxRedirects == 0) {
            co_return response;
        }
        if (redirects >= request.maxRedirects) {
            co_return fail(ErrorCode::Upstream, "The server redirected too often.");
        }
        url = followRedirect(request, *url, *response);
    }
}

} // namespace parley::server::net
