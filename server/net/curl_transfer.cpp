// SPDX-License-Identifier: MIT
#include "server/net/curl_transfer.h"

#include "server/net/curl_error.h"
#include "server/net/news_round.h"

#include <boost/asio/post.hpp>
#include <sys/socket.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace parley::server::net {

namespace {

namespace ip = boost::asio::ip;

/// What may wait for a slow sink before the sender is held back.
constexpr std::size_t kHighWaterBytes = 256U << 10U;
/// A buffer that grew beyond this is not kept.
constexpr std::size_t kKeptBytes = 64U << 10U;
constexpr std::size_t kMaxHeaderBytes = 64U << 10U;
/// libcurl's buffer for reading; a piece is not larger.
constexpr long kReadBytes = 32L << 10U;

template <class T>
void set(CURL* easy, CURLoption option, T value)
{
    if (const CURLcode code = curl_easy_setopt(easy, option, value); code != CURLE_OK) {
        throw std::runtime_error(std::string("curl_easy_setopt: ") + curl_easy_strerror(code));
    }
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    return text;
}

std::optional<ip::address> addressOf(const curl_sockaddr& socket)
{
    if (socket.family == AF_INET) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(&socket.addr);
        return ip::address_v4(ntohl(v4->sin_addr.s_addr));
    }
    if (socket.family == AF_INET6) {
        const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&socket.addr);
        ip::address_v6::bytes_type bytes{};
        std::copy_n(v6->sin6_addr.s6_addr, bytes.size(), bytes.begin());
        return ip::address_v6(bytes);
    }
    return std::nullopt;
}

Error refused(const std::string& address)
{
    return fail(ErrorCode::Forbidden, "The address is not one that may be reached from here.", address)
        .value();
}

} // namespace

CurlTransfer::CurlTransfer(TransferPlan plan, boost::asio::any_io_executor waiting)
    : m_plan(std::move(plan)),
      m_executor(waiting),
      m_changed(std::make_unique<runtime::Notifier>(std::move(waiting))),
      m_easy(curl_easy_init())
{
    if (m_easy == nullptr) {
        throw std::runtime_error("curl_easy_init failed");
    }
    setUp();
}

CurlTransfer::~CurlTransfer()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
    curl_slist_free_all(m_resolve);
}

void CurlTransfer::setUp()
{
    set(m_easy, CURLOPT_PRIVATE, this);
    set(m_easy, CURLOPT_ERRORBUFFER, &m_errorText[0]);
    set(m_easy, CURLOPT_NOSIGNAL, 1L);
    set(m_easy, CURLOPT_URL, m_plan.url.text.c_str());
    set(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    set(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    set(m_easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    // A burst waits for the first handshake and then shares that connection, instead of one handshake each.
    // Without TLS there is nothing to share, and libcurl would let those who wait go one by one, each when
    // the one before it has its answer.
    set(m_easy, CURLOPT_PIPEWAIT, m_plan.url.scheme == "https" ? 1L : 0L);
    set(m_easy, CURLOPT_ACCEPT_ENCODING, "");
    set(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(m_easy, CURLOPT_BUFFERSIZE, kReadBytes);
    set(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    set(m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_plan.request.timeouts.connect.count()));
    set(m_easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    set(m_easy, CURLOPT_HEADERDATA, this);
    set(m_easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    set(m_easy, CURLOPT_WRITEDATA, this);
    if (!m_plan.caFile.empty()) {
        set(m_easy, CURLOPT_CAINFO, m_plan.caFile.c_str());
    }
    setUpRequest();
    if (m_plan.request.trust == Trust::Guarded) {
        setUpGuard();
    }
}

void CurlTransfer::setUpRequest()
{
    const HttpRequest& request = m_plan.request;
    if (request.method == "HEAD") {
        set(m_easy, CURLOPT_NOBODY, 1L);
    } else if (request.method == "GET" && request.body.empty()) {
        set(m_easy, CURLOPT_HTTPGET, 1L);
    } else {
        set(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(m_easy, CURLOPT_POSTFIELDS, request.body.c_str());
        set(m_easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
    const auto add = [this](const std::string& line) {
        curl_slist* longer = curl_slist_append(m_headers, line.c_str());
        if (longer == nullptr) {
            throw std::bad_alloc();
        }
        m_headers = longer;
    };
    for (const auto& [name, value] : request.headers) {
        add(value.empty() ? name + ";" : name + ": " + value);
    }
    add("Expect:");
    if (headerValue(request.headers, "content-type").empty()) {
        add("Content-Type:");
    }
    if (headerValue(request.headers, "user-agent").empty()) {
        add("User-Agent: Parley");
    }
    set(m_easy, CURLOPT_HTTPHEADER, m_headers);
}

/// The checked addresses are the only ones that libcurl knows of, and each connection, new or kept, is looked
/// at again: a name that leads elsewhere by now does not get there.
void CurlTransfer::setUpGuard()
{
    // Such an entry cannot be written for an IPv6 address; there is no name to look up either.
    if (m_plan.url.host.find(':') == std::string::npos) {
        std::string entry = "+" + m_plan.url.host + ":" + m_plan.url.port + ":";
        for (const auto& address : m_plan.addresses) {
            const std::string text = address.to_string();
            entry += (entry.back() == ':' ? "" : ",") + (address.is_v6() ? "[" + text + "]" : text);
        }
        m_resolve = curl_slist_append(nullptr, entry.c_str());
        set(m_easy, CURLOPT_RESOLVE, m_resolve);
    }
    set(m_easy, CURLOPT_PROXY, ""); // behind a proxy nobody could say where the name leads
    set(m_easy, CURLOPT_OPENSOCKETFUNCTION, &CurlTransfer::onOpenSocket);
    set(m_easy, CURLOPT_OPENSOCKETDATA, this);
    set(m_easy, CURLOPT_PREREQFUNCTION, &CurlTransfer::onBeforeRequest);
    set(m_easy, CURLOPT_PREREQDATA, this);
}

bool CurlTransfer::mayReach(const ip::address& address)
{
    const bool isAllowed = isPublicAddress(address) || m_plan.allowed->contains(address) ||
                           (m_plan.request.allow && m_plan.request.allow->contains(address));
    if (!isAllowed) {
        m_ownFailure = refused(address.to_string());
    }
    return isAllowed;
}

curl_socket_t CurlTransfer::onOpenSocket(void* self, curlsocktype, curl_sockaddr* address)
{
    auto* transfer = static_cast<CurlTransfer*>(self);
    const auto target = addressOf(*address);
    if (!target || !transfer->mayReach(*target)) {
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int CurlTransfer::onBeforeRequest(void* self, char* remoteIp, char*, int, int)
{
    boost::system::error_code error;
    const auto address = ip::make_address(remoteIp, error);
    const bool isAllowed = !error && static_cast<CurlTransfer*>(self)->mayReach(address);
    return isAllowed ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

std::size_t CurlTransfer::onHeader(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* transfer = static_cast<CurlTransfer*>(self);
    const std::size_t bytes = size * count;
    return transfer->takeHeaderLine(std::string_view(data, bytes)) ? bytes : bytes + 1;
}

bool CurlTransfer::takeHeaderLine(std::string_view line)
{
    m_headerBytes += line.size();
    if (m_headerBytes > kMaxHeaderBytes) {
        m_ownFailure = fail(ErrorCode::Upstream, "The server's answer has too many headers.").value();
        return false;
    }
    if (m_isHeadComplete) {
        return true; // trailers
    }
    if (line.starts_with("HTTP/")) {
        m_head.headers.clear(); // after an interim answer (1xx)
        return true;
    }
    const std::string_view text = trimmed(line);
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        std::string name(text.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        });
        m_head.headers.emplace_back(std::move(name), trimmed(text.substr(colon + 1)));
    }
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    if (text.empty() && status >= 200) {
        m_head.status = static_cast<int>(status);
        m_isHeadComplete = true;
        const std::lock_guard lock(m_mutex);
        m_news.hasHead = true;
        wake();
    }
    return true;
}

std::size_t CurlTransfer::onBody(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* transfer = static_cast<CurlTransfer*>(self);
    const std::size_t bytes = size * count;
    const std::lock_guard lock(transfer->m_mutex);
    if (transfer->m_news.body.size() >= kHighWaterBytes) {
        transfer->m_isPaused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    transfer->m_bodyBytes += bytes;
    if (transfer->m_bodyBytes > transfer->m_plan.request.maxBodyBytes) {
        transfer->m_ownFailure = fail(ErrorCode::Upstream, "The server's answer is too long.").value();
        return bytes + 1;
    }
    transfer->m_news.body.append(data, bytes);
    transfer->wake();
    return bytes;
}

bool CurlTransfer::take(TransferNews& news)
{
    news.body.clear();
    if (news.body.capacity() > kKeptBytes) {
        std::string().swap(news.body);
    }
    const std::lock_guard lock(m_mutex);
    news.hasHead = m_news.hasHead;
    news.body.swap(m_news.body);
    if (m_news.isDone) {
        news.failure = m_news.failure;
        news.isDone = true;
    }
    return std::exchange(m_isPaused, false);
}

void CurlTransfer::finish(CURLcode code)
{
    std::optional<Error> failure;
    if (code != CURLE_OK) {
        failure = m_ownFailure ? *std::move(m_ownFailure) : errorOf(code, m_errorText);
    } else if (!m_isHeadComplete) {
        failure = errorOf(CURLE_WEIRD_SERVER_REPLY, "");
    }
    end(std::move(failure));
}

void CurlTransfer::abandon()
{
    end(fail(ErrorCode::Cancelled, "The operation was cancelled.", "the HTTP client closes").value());
}

void CurlTransfer::detach()
{
    const std::lock_guard lock(m_waitMutex);
    m_changed.reset();
}

void CurlTransfer::wake()
{
    if (m_round != nullptr) {
        m_round->add(shared_from_this());
    } else {
        ring();
    }
}

void CurlTransfer::ring()
{
    const std::lock_guard lock(m_waitMutex);
    if (m_changed) {
        m_changed->notify();
    }
}

void CurlTransfer::ringTogether(std::vector<std::shared_ptr<CurlTransfer>> transfers)
{
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        // As long as this one is not detached, its executor lives. Held here too: those posted may be gone
        // before the lock is.
        const std::shared_ptr<CurlTransfer> each = transfers[i];
        const std::lock_guard lock(each->m_waitMutex);
        if (!each->m_changed) {
            continue;
        }
        const auto executor = each->m_executor;
        boost::asio::post(executor, [all = std::move(transfers)] {
            for (const auto& one : all) {
                one->ring();
            }
        });
        return;
    }
}

void CurlTransfer::end(std::optional<Error> failure)
{
    const std::lock_guard lock(m_mutex);
    if (!m_news.isDone) {
        m_news.failure = std::move(failure);
        m_news.isDone = true;
        wake();
    }
}

} // namespace parley::server::net
