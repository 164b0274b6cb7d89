// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

namespace parley::server::net {

class CurlTransfer;

/// The transfers that got news while the network thread went through its sockets. Those who wait for them are
/// told when it is through, all of a thread at once: telling each by itself took longer than reading its
/// socket. @thread the network thread
class NewsRound {
public:
    /// The same transfer may be added again in its round.
    void add(std::shared_ptr<CurlTransfer> transfer);
    void tell();

private:
    std::vector<std::shared_ptr<CurlTransfer>> m_transfers;
};

} // namespace parley::server::net
