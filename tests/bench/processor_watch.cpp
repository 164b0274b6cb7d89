// SPDX-License-Identifier: MIT
#include "tests/bench/processor_watch.h"

#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace parley::bench {

namespace {

double secondsOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// @source proc(5), /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal
double busySecondsOfMachine()
{
    std::ifstream file("/proc/stat");
    std::string word;
    file >> word;
    double busy = 0;
    for (int column = 0; column < 8; ++column) {
        double ticks = 0;
        file >> ticks;
        const bool isIdle = column == 3 || column == 4;
        busy += isIdle ? 0 : ticks;
    }
    return busy / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

ProcessorWatch::ProcessorWatch(pid_t other, Time from, Time to)
    : m_other(other), m_seconds(std::chrono::duration<double>(to - from).count())
{
    pthread_getcpuclockid(pthread_self(), &m_mainClock);
    m_thread = std::thread([this, from, to] {
        std::this_thread::sleep_until(from);
        m_begin = sample();
        std::this_thread::sleep_until(to);
        m_end = sample();
    });
}

ProcessorWatch::~ProcessorWatch()
{
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

ProcessorWatch::Sample ProcessorWatch::sample() const
{
    Sample sample;
    sample.here = secondsOf(CLOCK_PROCESS_CPUTIME_ID);
    sample.mainThread = secondsOf(m_mainClock);
    clockid_t clock{};
    if (clock_getcpuclockid(m_other, &clock) == 0) {
        sample.other = secondsOf(clock);
    }
    sample.machine = busySecondsOfMachine();
    return sample;
}

ProcessorWatch::Shares ProcessorWatch::shares()
{
    if (m_thread.joinable()) {
        m_thread.join();
    }
    Shares shares;
    shares.here = (m_end.here - m_begin.here) / m_seconds;
    shares.mainThread = (m_end.mainThread - m_begin.mainThread) / m_seconds;
    shares.other = (m_end.other - m_begin.other) / m_seconds;
    shares.machine = (m_end.machine - m_begin.machine) / m_seconds;
    return shares;
}

} // namespace parley::bench
