// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"

#include <atomic>
#include <stdexcept>

namespace parley::test {

/// A database that fails on demand, and counts what is asked of it. @thread any
class FaultyDatabase final : public server::store::Database {
public:
    explicit FaultyDatabase(server::store::Database& inner) : m_inner(inner) {}

    /// The next `count` writes are refused and change nothing.
    void failWrites(int count) { m_failedWrites = count; }
    /// The next `count` writes are committed, but their answers are lost: the caller hears of a failure.
    void loseAnswers(int count) { m_lostAnswers = count; }
    void failReads(int count) { m_failedReads = count; }
    /// The next `count` reads throw into the coroutine that asks, as being cancelled does.
    void throwReads(int count) { m_thrownReads = count; }
    [[nodiscard]] int reads() const { return m_reads; }
    [[nodiscard]] int writes() const { return m_writes; }

    void submitWrite(server::store::Scope scope, WriteJob job, Done done) override
    {
        ++m_writes;
        if (takeOne(m_failedWrites)) {
            done(failure());
            return;
        }
        if (takeOne(m_lostAnswers)) {
            auto lost = [report = std::move(done)](Result<void>) { report(failure()); };
            m_inner.submitWrite(std::move(scope), std::move(job), std::move(lost));
            return;
        }
        m_inner.submitWrite(std::move(scope), std::move(job), std::move(done));
    }

    void submitRead(server::store::Scope scope, ReadJob job, Done done) override
    {
        ++m_reads;
        if (takeOne(m_thrownReads)) {
            throw std::runtime_error("this read throws");
        }
        if (takeOne(m_failedReads)) {
            done(failure());
            return;
        }
        m_inner.submitRead(std::move(scope), std::move(job), std::move(done));
    }

    Result<void> prepareTenant(const TenantId& tenant) override { return m_inner.prepareTenant(tenant); }
    void close() override { m_inner.close(); }
    [[nodiscard]] std::string_view driver() const override { return m_inner.driver(); }

private:
    static Result<void> failure() { return fail(ErrorCode::Storage, "The database failed."); }

    static bool takeOne(std::atomic<int>& left)
    {
        int now = left;
        while (now > 0 && !left.compare_exchange_weak(now, now - 1)) {}
        return now > 0;
    }

    server::store::Database& m_inner;
    std::atomic<int> m_failedWrites{0};
    std::atomic<int> m_lostAnswers{0};
    std::atomic<int> m_failedReads{0};
    std::atomic<int> m_thrownReads{0};
    std::atomic<int> m_reads{0};
    std::atomic<int> m_writes{0};
};

} // namespace parley::test
