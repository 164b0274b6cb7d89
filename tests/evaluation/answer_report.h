// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace parley::evaluation {

/// Prints each question of the gate's development set with its confidence, features and draft, as TSV.
int reportGate();

/// Answers each line of the standard input from the Markdown files of `folder`.
int reportFolder(const std::filesystem::path& folder);

} // namespace parley::evaluation
