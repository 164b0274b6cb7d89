// SPDX-License-Identifier: MIT
#pragma once

namespace parley::test {

/// From now on this process believes that it is so many seconds later than it is (earlier, where negative):
/// what asks the system for the time of day is told so, what measures time by the clock that only goes
/// forward is not.
void setClockAhead(long seconds);

} // namespace parley::test
