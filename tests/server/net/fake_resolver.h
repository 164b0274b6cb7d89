// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/name_resolver.h"

#include <map>

namespace parley::test {

/// Knows the names that a test gave it, and addresses as they are. Counts the questions.
class FakeResolver final : public server::net::NameResolver {
public:
    std::map<std::string, std::vector<std::string>> names;
    std::vector<std::string> asked;

    boost::asio::awaitable<Result<std::vector<boost::asio::ip::address>>>
    resolve(std::string host, server::runtime::Budget) override
    {
        asked.push_back(host);
        boost::system::error_code error;
        const auto literal = boost::asio::ip::make_address(host, error);
        std::vector<boost::asio::ip::address> found;
        if (!error) {
            found.push_back(literal);
        }
        for (const auto& text : names[host]) {
            found.push_back(boost::asio::ip::make_address(text));
        }
        if (found.empty()) {
            co_return fail(ErrorCode::Unavailable, "The host could not be found.");
        }
        co_return found;
    }
};

} // namespace parley::test
