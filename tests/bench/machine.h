// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace parley::bench {

/// One line on what the figures were made with: date, processor, memory, kernel, compiler, file system of
/// `data`.
std::string describeMachine(const std::filesystem::path& data);

} // namespace parley::bench
