// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace parley::test {

/// What a client sent.
struct SeenRequest {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// What the server does: pieces are sent one by one as they are, then the connection is closed, or kept open
/// for the next request, or held open without a word.
struct FakeAnswer {
    enum class Then { Close, Keep, Hang };
    std::vector<std::string> pieces;
    Then then = Then::Keep;

    /// A whole answer with Content-Length.
    static FakeAnswer of(int status, const std::string& body, const std::vector<std::string>& headers = {});
    static FakeAnswer json(const std::string& body)
    {
        return of(200, body, {"Content-Type: application/json"});
    }
    static FakeAnswer redirect(int status, const std::string& location)
    {
        return of(status, "", {"Location: " + location});
    }
    static FakeAnswer hang() { return FakeAnswer{{}, Then::Hang}; }
};

/// An HTTP/1.1 server on loopback that answers what a test wants, broken answers included.
/// @thread the handler runs on the server's thread, one request after another
class FakeHttpServer {
public:
    using Handler = std::function<FakeAnswer(const SeenRequest&)>;

    explicit FakeHttpServer(Handler handler);
    ~FakeHttpServer();
    FakeHttpServer(const FakeHttpServer&) = delete;
    FakeHttpServer& operator=(const FakeHttpServer&) = delete;

    [[nodiscard]] unsigned short port() const { return m_port; }
    /// "http://127.0.0.1:PORT" + path
    [[nodiscard]] std::string url(const std::string& path = "/") const;
    [[nodiscard]] std::vector<SeenRequest> seen() const;
    /// Connections that clients opened so far.
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that clients closed, or that were closed, so far.
    [[nodiscard]] int closed() const { return m_closed; }

private:
    class Session;
    void accept();

    Handler m_handler;
    boost::asio::io_context m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    unsigned short m_port = 0;
    std::atomic<int> m_connections{0};
    std::atomic<int> m_closed{0};
    mutable std::mutex m_mutex;
    std::vector<SeenRequest> m_seen;
    std::thread m_thread;
};

} // namespace parley::test
