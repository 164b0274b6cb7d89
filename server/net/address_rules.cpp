// SPDX-License-Identifier: MIT
#include "server/net/address_rules.h"

#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/address_v6.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace parley::server::net {

namespace {

namespace ip = boost::asio::ip;
using Bytes = ip::address_v6::bytes_type;

struct Block {
    std::uint32_t first;
    unsigned bits;
};

constexpr std::uint32_t v4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    return a << 24U | b << 16U | c << 8U | d;
}

constexpr std::array kSpecialV4{
    Block{v4(0, 0, 0, 0), 8},        // this network
    Block{v4(10, 0, 0, 0), 8},       // private
    Block{v4(100, 64, 0, 0), 10},    // shared by a carrier's customers
    Block{v4(127, 0, 0, 0), 8},      // loopback
    Block{v4(168, 63, 129, 16), 32}, // a cloud's own agent, though its number looks public
    Block{v4(169, 254, 0, 0), 16},   // link-local, the metadata of clouds
    Block{v4(172, 16, 0, 0), 12},    // private
    Block{v4(192, 0, 0, 0), 24},     // protocol assignments
    Block{v4(192, 0, 2, 0), 24},     // documentation
    Block{v4(192, 31, 196, 0), 24},  // AS112
    Block{v4(192, 52, 193, 0), 24},  // AMT
    Block{v4(192, 88, 99, 0), 24},   // 6to4 relays
    Block{v4(192, 168, 0, 0), 16},   // private
    Block{v4(192, 175, 48, 0), 24},  // AS112
    Block{v4(198, 18, 0, 0), 15},    // benchmarks
    Block{v4(198, 51, 100, 0), 24},  // documentation
    Block{v4(203, 0, 113, 0), 24},   // documentation
    Block{v4(224, 0, 0, 0), 4},      // multicast
    Block{v4(240, 0, 0, 0), 4},      // reserved, broadcast
};

bool isPublicV4(std::uint32_t address)
{
    return std::none_of(kSpecialV4.begin(), kSpecialV4.end(), [address](const Block& block) {
        return (address ^ block.first) >> (32U - block.bits) == 0;
    });
}

std::uint32_t v4At(const Bytes& bytes, std::size_t at)
{
    return v4(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool begins(const Bytes& bytes, std::initializer_list<unsigned char> prefix)
{
    return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

bool isMapped(const Bytes& bytes)
{
    return begins(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF});
}

/// IPv4 in other clothes, and IPv4 behind a translator (NAT64, RFC 6052).
bool isV4InV6(const Bytes& bytes)
{
    return isMapped(bytes) || begins(bytes, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0});
}

/// The IPv4 address that traffic to this one ends at, where it carries one.
std::optional<std::uint32_t> embeddedV4(const Bytes& bytes)
{
    if (begins(bytes, {0x20, 0x02})) {
        return v4At(bytes, 2); // 6to4, RFC 3056
    }
    const bool isIsatap = (bytes[8] & 0xFCU) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == 0xFE;
    if (isIsatap || isV4InV6(bytes)) {
        return v4At(bytes, 12); // ISATAP, RFC 5214
    }
    return std::nullopt;
}

bool isPublicV6(const Bytes& bytes)
{
    const auto inner = embeddedV4(bytes);
    if (inner && !isPublicV4(*inner)) {
        return false;
    }
    if (isV4InV6(bytes)) {
        return true;
    }
    if ((bytes[0] & 0xE0U) != 0x20U) {
        return false; // all that is global so far is in 2000::/3
    }
    const bool isProtocolBlock = begins(bytes, {0x20, 0x01}) && bytes[2] < 2; // 2001::/23, with Teredo
    const bool isDocumentation =
        begins(bytes, {0x20, 0x01, 0x0D, 0xB8}) || (begins(bytes, {0x3F, 0xFF}) && (bytes[2] & 0xF0U) == 0);
    const bool isAs112 = begins(bytes, {0x26, 0x20, 0, 0x4F, 0x80, 0});
    return !isProtocolBlock && !isDocumentation && !isAs112;
}

Bytes asV6(const ip::address& address)
{
    return address.is_v6() ? address.to_v6().to_bytes()
                           : ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes();
}

bool sharesPrefix(const Bytes& left, const Bytes& right, unsigned bits)
{
    const auto whole = static_cast<std::ptrdiff_t>(bits / 8U);
    if (!std::equal(left.begin(), left.begin() + whole, right.begin())) {
        return false;
    }
    const unsigned rest = bits % 8U;
    const auto at = static_cast<std::size_t>(whole);
    return rest == 0 || ((left[at] ^ right[at]) >> (8U - rest)) == 0;
}

} // namespace

Result<NetworkList> NetworkList::parse(const std::vector<std::string>& networks)
{
    NetworkList list;
    for (const std::string& text : networks) {
        const std::size_t slash = std::min(text.find('/'), text.size());
        boost::system::error_code error;
        const auto address = ip::make_address(text.substr(0, slash), error);
        const unsigned width = !error && address.is_v4() ? 32 : 128;
        unsigned bits = width;
        if (slash < text.size()) {
            const char* end = text.data() + text.size();
            const auto read = std::from_chars(text.data() + slash + 1, end, bits);
            if (read.ec != std::errc() || read.ptr != end || bits > width) {
                bits = 129;
            }
        }
        if (error || bits > 128) {
            return fail(ErrorCode::InvalidArgument, text + " is no network, as 10.0.0.0/8 would be.");
        }
        list.m_networks.push_back(Network{asV6(address), bits + (128 - width)});
    }
    return list;
}

bool NetworkList::contains(const ip::address& address) const
{
    const Bytes bytes = asV6(address);
    const auto inner = embeddedV4(bytes);
    const Bytes innerBytes = inner ? asV6(ip::address_v4(*inner)) : bytes;
    return std::any_of(m_networks.begin(), m_networks.end(), [&](const Network& network) {
        return sharesPrefix(network.bytes, bytes, network.bits) ||
               sharesPrefix(network.bytes, innerBytes, network.bits);
    });
}

bool isPublicAddress(const ip::address& address)
{
    return address.is_v4() ? isPublicV4(address.to_v4().to_uint()) : isPublicV6(address.to_v6().to_bytes());
}

} // namespace parley::server::net
