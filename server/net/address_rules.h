// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::net {

/// Networks by their prefix: what an operator allows though it is private. @thread any; it never changes
class NetworkList {
public:
    NetworkList() = default;

    /// @param networks  "10.1.0.0/16", "fd00::/8", or addresses alone
    /// @errors InvalidArgument one of them is neither
    static Result<NetworkList> parse(const std::vector<std::string>& networks);

    /// IPv4 within IPv6 (::ffff:10.0.0.1) counts as what it is.
    [[nodiscard]] bool contains(const boost::asio::ip::address& address) const;
    [[nodiscard]] bool isEmpty() const { return m_networks.empty(); }

private:
    struct Network {
        boost::asio::ip::address_v6::bytes_type bytes{}; ///< IPv4 as ::ffff:a.b.c.d
        unsigned bits = 128;
    };

    std::vector<Network> m_networks;
};

/// Whether an address is one of the public internet: not private, loopback, link-local, shared (CGNAT),
/// multicast, reserved or for documentation, in no disguise (IPv4-mapped, 6to4, NAT64, Teredo, ISATAP).
/// @source IANA IPv4 and IPv6 Special-Purpose Address Registries
bool isPublicAddress(const boost::asio::ip::address& address);

} // namespace parley::server::net
