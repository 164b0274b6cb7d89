// SPDX-License-Identifier: MIT
#include "server/knowledge/blob_sweep.h"

#include <algorithm>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kKeysAtOnce = 200;

} // namespace

boost::asio::awaitable<Result<std::size_t>> BlobSweep::sweep(TenantId tenant)
{
    auto list = [&] {
        return m_blobs.keysBefore(tenant, std::filesystem::file_time_type::clock::now() - kLeastAge);
    };
    auto keys = co_await m_files.run(list);
    if (!keys) {
        co_return fail(std::move(keys).error());
    }
    std::size_t removed = 0;
    for (std::size_t at = 0; at < keys->size(); at += kKeysAtOnce) {
        const auto begin = keys->begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t count = std::min(kKeysAtOnce, keys->size() - at);
        std::vector<std::string> some(begin, begin + static_cast<std::ptrdiff_t>(count));
        auto look = [&](store::ReadTransaction& tx) { return m_documents.namedBlobs(tx, some); };
        auto scope = store::Scope::of(tenant);
        auto named = co_await m_database.read(scope, look);
        if (!named) {
            co_return fail(std::move(named).error());
        }
        auto remove = [&]() -> Result<void> {
            for (const std::string& key : some) {
                if (std::find(named->begin(), named->end(), key) != named->end()) {
                    continue;
                }
                if (auto gone = m_blobs.remove(tenant, key); !gone) {
                    return gone;
                }
                ++removed;
            }
            return {};
        };
        auto done = co_await m_files.run(remove);
        if (!done) {
            co_return fail(std::move(done).error());
        }
    }
    co_return removed;
}

} // namespace parley::server::knowledge
