// SPDX-License-Identifier: MIT
#include "server/llm/platform_models.h"

#include "server/store/platform_settings_repository.h"

#include <utility>

namespace parley::server::llm {

namespace {

constexpr std::chrono::milliseconds kFresh{1'000};

} // namespace

void PlatformModels::forget()
{
    const std::lock_guard lock(m_mutex);
    m_until = Time{};
}

boost::asio::awaitable<Result<PlatformModels::Known>> PlatformModels::read()
{
    auto job = [](store::ReadTransaction& tx) {
        return store::PlatformSettingsRepository().find(tx, std::string(kLlmSection));
    };
    auto scope = store::Scope::platform();
    auto row = co_await m_database.read(scope, job);
    if (!row) {
        co_return fail(std::move(row).error().in("llm.platform"));
    }
    auto snapshot = std::make_shared<Snapshot>();
    if (*row) {
        auto settings = readStored((*row)->json);
        if (!settings) {
            co_return fail(std::move(settings).error().in("llm.platform"));
        }
        snapshot->settings = *std::move(settings);
        snapshot->version = (*row)->version;
    }
    co_return Known(std::move(snapshot));
}

boost::asio::awaitable<Result<PlatformModels::Known>> PlatformModels::get(runtime::Budget budget)
{
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_known && std::chrono::steady_clock::now() < m_until) {
                co_return m_known;
            }
        }
        auto pass = co_await m_flight.enter(budget);
        if (!pass) {
            co_return fail(std::move(pass).error().in("llm.platform"));
        }
        if (!*pass) {
            continue;
        }
        auto known = co_await read();
        const std::lock_guard lock(m_mutex);
        if (known) {
            m_known = *std::move(known);
        } else if (!m_known) {
            co_return fail(std::move(known).error());
        }
        m_until = std::chrono::steady_clock::now() + kFresh; // an old one is better than none
        co_return m_known;
    }
}

} // namespace parley::server::llm
