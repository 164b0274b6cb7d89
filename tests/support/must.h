// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <latch>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <vector>

namespace parley::test {

/// The value, or an exception with what went wrong, which fails the test.
template <class T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().message + " " + result.error().detail);
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

/// Calls `work(0)` … `work(count - 1)` on a thread each, all at the same moment.
template <class Work>
void together(int count, Work work)
{
    std::latch start(count);
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&start, &work, i] {
            start.arrive_and_wait();
            work(i);
        });
    }
}

} // namespace parley::test
