// SPDX-License-Identifier: MIT
#include "tests/support/fake_http_server.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <cctype>
#include <memory>
#include <sstream>

namespace parley::test {

namespace asio = boost::asio;

FakeAnswer FakeAnswer::of(int status, const std::string& body, const std::vector<std::string>& headers)
{
    std::string text = "HTTP/1.1 " + std::to_string(status) + " Status\r\n";
    for (const auto& header : headers) {
        text += header + "\r\n";
    }
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return FakeAnswer{{text + body}, Then::Keep};
}

/// One connection: reads a request, sends the pieces, reads the next.
class FakeHttpServer::Session : public std::enable_shared_from_this<FakeHttpServer::Session> {
public:
    Session(FakeHttpServer& server, asio::ip::tcp::socket socket)
        : m_server(server), m_socket(std::move(socket))
    {
        m_socket.set_option(asio::ip::tcp::no_delay(true));
    }
    ~Session() { ++m_server.m_closed; }

    void readHead()
    {
        auto self = shared_from_this();
        asio::async_read_until(m_socket,
                               asio::dynamic_buffer(m_buffer),
                               "\r\n\r\n",
                               [self](auto error, std::size_t size) {
                                   if (!error) {
                                       self->parse(size);
                                       self->readBody();
                                   }
                               });
    }

private:
    void parse(std::size_t size)
    {
        std::istringstream head(m_buffer.substr(0, size));
        m_buffer.erase(0, size);
        m_request = {};
        head >> m_request.method >> m_request.target;
        std::string line;
        std::getline(head, line);
        while (std::getline(head, line) && line.size() > 1) {
            const auto colon = line.find(':');
            std::string name = line.substr(0, colon);
            std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
                return static_cast<char>(std::tolower(c));
            });
            const auto value = std::min(line.find_first_not_of(' ', colon + 1), line.size() - 1);
            m_request.headers[name] = line.substr(value, line.size() - value - 1);
        }
    }

    void readBody()
    {
        const auto& length = m_request.headers["content-length"];
        const std::size_t size = length.empty() ? 0 : std::stoul(length);
        const std::size_t missing = size - std::min(size, m_buffer.size());
        auto self = shared_from_this();
        asio::async_read(m_socket,
                         asio::dynamic_buffer(m_buffer),
                         asio::transfer_exactly(missing),
                         [self, size](auto error, std::size_t) {
                             if (!error) {
                                 self->m_request.body = self->m_buffer.substr(0, size);
                                 self->m_buffer.erase(0, size);
                                 self->answer();
                             }
                         });
    }

    void answer()
    {
        {
            const std::lock_guard lock(m_server.m_mutex);
            m_server.m_seen.push_back(m_request);
        }
        m_answer = m_server.m_handler(m_request);
        m_next = 0;
        sendPiece();
    }

    void sendPiece()
    {
        if (m_next == m_answer.pieces.size()) {
            finish();
            return;
        }
        auto self = shared_from_this();
        asio::async_write(m_socket, asio::buffer(m_answer.pieces[m_next]), [self](auto error, std::size_t) {
            if (!error) {
                ++self->m_next;
                self->sendPiece();
            }
        });
    }

    void finish()
    {
        if (m_answer.then == FakeAnswer::Then::Close) {
            boost::system::error_code ignored;
            m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
            return;
        }
        readHead(); // a client that waits for more sends nothing: that is a hang, until it closes
    }

    FakeHttpServer& m_server;
    asio::ip::tcp::socket m_socket;
    std::string m_buffer;
    SeenRequest m_request;
    FakeAnswer m_answer;
    std::size_t m_next = 0;
};

FakeHttpServer::FakeHttpServer(Handler handler)
    : m_handler(std::move(handler)),
      m_acceptor(m_context, asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
      m_port(m_acceptor.local_endpoint().port())
{
    accept();
    m_thread = std::thread([this] { m_context.run(); });
}

FakeHttpServer::~FakeHttpServer()
{
    m_context.stop();
    m_thread.join();
}

void FakeHttpServer::accept()
{
    m_acceptor.async_accept([this](auto error, asio::ip::tcp::socket socket) {
        if (!error) {
            ++m_connections;
            std::make_shared<Session>(*this, std::move(socket))->readHead();
            accept();
        }
    });
}

std::string FakeHttpServer::url(const std::string& path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

std::vector<SeenRequest> FakeHttpServer::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

} // namespace parley::test
