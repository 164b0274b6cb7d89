// SPDX-License-Identifier: MIT
#include "server/edge/peer_address.h"

#include "shared/core/text.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <charconv>

namespace parley::server::edge {

namespace {

constexpr int kMappedBits = 96;

bool isInside(const AddressBytes& address, const AddressBytes& base, int bits)
{
    for (std::size_t i = 0; i < address.size() && bits > 0; ++i, bits -= 8) {
        const auto mask = static_cast<std::uint8_t>(bits >= 8 ? 0xff : 0xff << (8 - bits));
        if ((address[i] & mask) != (base[i] & mask)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool parseAddress(std::string_view text, AddressBytes& bytes)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(text), error);
    if (error) {
        return false;
    }
    if (address.is_v6()) {
        bytes = address.to_v6().to_bytes();
        return true;
    }
    const auto four = address.to_v4().to_bytes();
    bytes = AddressBytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, four[0], four[1], four[2], four[3]};
    return true;
}

bool isLoopbackAddress(std::string_view text)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(text), error);
    return !error && address.is_loopback();
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& networks)
{
    TrustedProxies proxies;
    for (const std::string& text : networks) {
        const std::size_t slash = text.find('/');
        const std::string_view host = std::string_view(text).substr(0, slash);
        Network network;
        bool isValid = parseAddress(host, network.base);
        const int offset = host.find(':') == std::string_view::npos ? kMappedBits : 0;
        if (isValid && slash != std::string::npos) {
            const char* end = text.data() + text.size();
            const auto [at, error] = std::from_chars(text.data() + slash + 1, end, network.bits);
            network.bits += offset;
            isValid = error == std::errc() && at == end && network.bits >= offset && network.bits <= 128;
        }
        if (!isValid) {
            return failField("edge.trusted_proxies", "is no network: " + text);
        }
        proxies.m_networks.push_back(network);
    }
    return proxies;
}

bool TrustedProxies::contains(std::string_view address) const
{
    AddressBytes bytes{};
    if (m_networks.empty() || !parseAddress(address, bytes)) {
        return false;
    }
    const auto holds = [&bytes](const Network& network) {
        return isInside(bytes, network.base, network.bits);
    };
    return std::any_of(m_networks.begin(), m_networks.end(), holds);
}

std::string TrustedProxies::clientOf(std::string_view peer, std::string_view forwardedFor) const
{
    std::string client(peer);
    while (!forwardedFor.empty()) {
        const std::size_t comma = forwardedFor.rfind(',');
        const std::string_view entry =
            trimmed(comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
        AddressBytes bytes{};
        if (!parseAddress(entry, bytes)) {
            break;
        }
        client = entry;
        if (!contains(entry)) {
            break;
        }
        forwardedFor = comma == std::string_view::npos ? std::string_view() : forwardedFor.substr(0, comma);
    }
    return client;
}

} // namespace parley::server::edge
