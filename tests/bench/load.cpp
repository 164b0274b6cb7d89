// SPDX-License-Identifier: MIT
#include "tests/bench/load.h"

#include "tests/bench/client_connection.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

namespace parley::bench {

namespace {

using std::chrono::nanoseconds;
using std::chrono::steady_clock;

constexpr std::uint64_t kTimerTag = ~std::uint64_t{0};

/// One run: the connections, the schedule and what was counted.
class Load {
public:
    explicit Load(const LoadPlan& plan);
    LoadResult run();

private:
    struct Slot {
        ClientConnection connection;
        Ticks due{};
        bool busy = false;
        bool wantsWrite = false;
    };

    bool isOpenLoop() const { return m_plan.rate > 0; }
    Ticks dueAt(std::uint64_t index) const { return m_begin + index * m_interval; }
    void watch(std::size_t index, int operation, bool write);
    void start(std::size_t index, Ticks due);
    void startDue(Ticks now);
    void setTimer(Ticks at);
    void poll();
    void onReady(std::size_t index, std::uint32_t events);
    void onAnswer(std::size_t index);
    void onBroken(std::size_t index);
    void release(std::size_t index);
    void giveUp(Ticks now);
    bool isMeasured(Ticks due) const { return due >= m_measured && due < m_end; }
    bool isFinished(Ticks now) const;

    const LoadPlan& m_plan;
    Fd m_epoll;
    Fd m_timer;
    std::vector<Slot> m_slots;
    std::vector<std::size_t> m_idle;
    std::vector<char> m_buffer;
    Ticks m_begin;
    Ticks m_measured;
    Ticks m_end;
    nanoseconds m_interval{1};
    std::uint64_t m_sequence = 0;
    std::size_t m_busy = 0;
    LoadResult m_result;
};

Load::Load(const LoadPlan& plan)
    : m_plan(plan),
      m_epoll(epoll_create1(EPOLL_CLOEXEC)),
      m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)),
      m_buffer(256 * 1024)
{
    if (!m_epoll.isOpen() || !m_timer.isOpen()) {
        throw std::system_error(errno, std::generic_category(), "epoll or timerfd");
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kTimerTag;
    epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_timer.get(), &event);
    m_slots.reserve(plan.connections);
    for (std::size_t i = 0; i < plan.connections; ++i) {
        m_slots.push_back(Slot{.connection = ClientConnection(plan.endpoint)});
        watch(i, EPOLL_CTL_ADD, false);
        m_idle.push_back(plan.connections - 1 - i);
    }
    if (isOpenLoop()) {
        m_interval = nanoseconds(static_cast<std::int64_t>(1e9 / plan.rate));
    }
}

LoadResult Load::run()
{
    m_begin = steady_clock::now();
    m_measured = m_begin + m_plan.warmUp;
    m_end = m_measured + m_plan.duration;
    setTimer(m_end);
    for (Ticks now = m_begin; !isFinished(now); now = steady_clock::now()) {
        if (now >= m_end + m_plan.grace) {
            giveUp(now);
            break;
        }
        startDue(now);
        poll();
    }
    m_result.seconds = std::chrono::duration<double>(m_plan.duration).count();
    return std::move(m_result);
}

bool Load::isFinished(Ticks now) const
{
    const bool everythingSent = !isOpenLoop() || dueAt(m_sequence) >= m_end;
    return now >= m_end && m_busy == 0 && everythingSent;
}

void Load::startDue(Ticks now)
{
    if (!isOpenLoop()) {
        while (now < m_end && !m_idle.empty()) {
            start(m_idle.back(), now);
        }
        return;
    }
    while (!m_idle.empty() && dueAt(m_sequence) <= now && dueAt(m_sequence) < m_end) {
        start(m_idle.back(), dueAt(m_sequence));
    }
    setTimer(m_idle.empty() || dueAt(m_sequence) >= m_end ? std::max(m_end, now) + m_plan.grace
                                                          : dueAt(m_sequence));
}

void Load::start(std::size_t index, Ticks due)
{
    m_idle.pop_back();
    Slot& slot = m_slots[index];
    slot.due = due;
    slot.busy = true;
    ++m_busy;
    m_plan.write(index, m_sequence++, slot.connection.request());
    if (!slot.connection.send()) {
        onBroken(index);
    } else if (slot.connection.hasUnsent()) {
        watch(index, EPOLL_CTL_MOD, true);
    }
}

void Load::watch(std::size_t index, int operation, bool write)
{
    m_slots[index].wantsWrite = write;
    epoll_event event{};
    event.events = write ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u64 = index;
    if (epoll_ctl(m_epoll.get(), operation, m_slots[index].connection.fd(), &event) != 0) {
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
    }
}

void Load::setTimer(Ticks at)
{
    const auto since = std::chrono::duration_cast<nanoseconds>(at.time_since_epoch()).count();
    itimerspec spec{};
    spec.it_value.tv_sec = since / 1'000'000'000;
    spec.it_value.tv_nsec = since % 1'000'000'000;
    timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &spec, nullptr);
}

void Load::poll()
{
    std::array<epoll_event, 512> events;
    // The timer wakes it for the next request; the limit is for the end of the grace time.
    const int n = epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), 100);
    for (int i = 0; i < n; ++i) {
        const epoll_event& event = events[static_cast<std::size_t>(i)];
        if (event.data.u64 == kTimerTag) {
            std::uint64_t expirations = 0;
            [[maybe_unused]] const ssize_t ignored = ::read(m_timer.get(), &expirations, sizeof expirations);
        } else {
            onReady(static_cast<std::size_t>(event.data.u64), event.events);
        }
    }
}

void Load::onReady(std::size_t index, std::uint32_t events)
{
    Slot& slot = m_slots[index];
    if ((events & EPOLLOUT) != 0 && slot.wantsWrite) {
        if (!slot.connection.send()) {
            return onBroken(index);
        }
        if (!slot.connection.hasUnsent()) {
            watch(index, EPOLL_CTL_MOD, false);
        }
    }
    if ((events & ~static_cast<std::uint32_t>(EPOLLOUT)) == 0) {
        return;
    }
    switch (slot.connection.receive(m_buffer)) {
    case ClientConnection::Progress::Waiting:
        return;
    case ClientConnection::Progress::Broken:
        return onBroken(index);
    case ClientConnection::Progress::Answered:
        return onAnswer(index);
    }
}

void Load::onAnswer(std::size_t index)
{
    Slot& slot = m_slots[index];
    if (!slot.busy) {
        return onBroken(index); // an answer that nobody asked for
    }
    const Ticks now = steady_clock::now();
    ResponseParser& response = slot.connection.response();
    const int status = response.status();
    const bool wanted = m_plan.accept ? m_plan.accept(status, response.body()) : status / 100 == 2;
    if (isMeasured(slot.due)) {
        m_result.latency.record(static_cast<std::uint64_t>((now - slot.due).count()));
    }
    if (!wanted) {
        ++m_result.refused;
        if (m_result.firstRefusal.empty()) {
            m_result.firstRefusal = std::to_string(status) + " " + response.body().substr(0, 300);
        }
    } else if (now >= m_measured && now < m_end) {
        ++m_result.answered;
    }
    const bool keepsAlive = response.keepsAlive();
    release(index);
    if (keepsAlive) {
        slot.connection.next();
    } else {
        slot.connection.reconnect();
        watch(index, EPOLL_CTL_ADD, false);
    }
}

void Load::onBroken(std::size_t index)
{
    Slot& slot = m_slots[index];
    // A server may close an idle connection; that costs nobody an answer.
    m_result.broken += slot.busy ? 1 : 0;
    const bool wasBusy = slot.busy;
    slot.connection.reconnect();
    watch(index, EPOLL_CTL_ADD, false);
    if (wasBusy) {
        release(index);
    }
}

void Load::release(std::size_t index)
{
    m_slots[index].busy = false;
    --m_busy;
    m_idle.push_back(index);
}

void Load::giveUp(Ticks now)
{
    const auto record = [&](Ticks due) {
        ++m_result.unanswered;
        if (isMeasured(due)) {
            m_result.latency.record(static_cast<std::uint64_t>((now - due).count()));
        }
    };
    for (const Slot& slot : m_slots) {
        if (slot.busy) {
            record(slot.due);
        }
    }
    while (isOpenLoop() && dueAt(m_sequence) < m_end) {
        record(dueAt(m_sequence++));
    }
}

} // namespace

LoadResult runLoad(const LoadPlan& plan)
{
    return Load(plan).run();
}

} // namespace parley::bench
