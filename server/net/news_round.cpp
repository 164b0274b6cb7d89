// SPDX-License-Identifier: MIT
#include "server/net/news_round.h"

#include "server/net/curl_transfer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace parley::server::net {

void NewsRound::add(std::shared_ptr<CurlTransfer> transfer)
{
    // All the news of one socket come one after the other.
    if (m_transfers.empty() || m_transfers.back() != transfer) {
        m_transfers.push_back(std::move(transfer));
    }
}

void NewsRound::tell()
{
    auto left = std::exchange(m_transfers, {});
    while (!left.empty()) {
        // Of those that wait on one thread, the first comes first.
        const auto executor = left.front()->executor();
        const auto others = std::stable_partition(left.begin(), left.end(), [&](const auto& each) {
            return each->executor() == executor;
        });
        CurlTransfer::ringTogether({std::make_move_iterator(left.begin()), std::make_move_iterator(others)});
        left.erase(left.begin(), others);
    }
}

} // namespace parley::server::net
