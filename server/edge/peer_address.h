// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::edge {

/// An IPv4 or IPv6 address as 16 bytes, IPv4 in its mapped form.
using AddressBytes = std::array<std::uint8_t, 16>;

/// @return false when the text is no address
bool parseAddress(std::string_view text, AddressBytes& bytes);
bool isLoopbackAddress(std::string_view text);

/// The networks whose forwarding headers are believed. Any thread.
class TrustedProxies {
public:
    /// @param networks  "10.0.0.0/8", "::1"; @errors InvalidArgument naming the one that is no network
    static Result<TrustedProxies> parse(const std::vector<std::string>& networks);

    [[nodiscard]] bool isEmpty() const { return m_networks.empty(); }
    [[nodiscard]] bool contains(std::string_view address) const;

    /// The client: the last address of X-Forwarded-For that no trusted proxy has. An entry that is no address
    /// ends the search. @param peer  the TCP peer, trusted; @param forwardedFor  all values, joined by commas
    [[nodiscard]] std::string clientOf(std::string_view peer, std::string_view forwardedFor) const;

private:
    struct Network {
        AddressBytes base{};
        int bits = 128;
    };
    std::vector<Network> m_networks;
};

} // namespace parley::server::edge
