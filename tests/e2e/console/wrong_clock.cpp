// SPDX-License-Identifier: MIT
// The program's own functions are found before the C library's, also by the libraries that it uses.
#include "tests/e2e/console/wrong_clock.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <ctime>

namespace parley::test {

namespace {

long g_aheadS = 0;

int trueTime(clockid_t clock, timespec* time)
{
    return static_cast<int>(syscall(SYS_clock_gettime, clock, time));
}

} // namespace

void setClockAhead(long seconds)
{
    g_aheadS = seconds;
}

} // namespace parley::test

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept
{
    const int result = parley::test::trueTime(clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        time->tv_sec += parley::test::g_aheadS;
    }
    return result;
}

extern "C" int gettimeofday(timeval* time, void* /*zone*/) noexcept
{
    timespec now{};
    const int result = clock_gettime(CLOCK_REALTIME, &now);
    constexpr long kNsPerUs = 1'000;
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / kNsPerUs;
    return result;
}
