// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace parley::evaluation {

/// Prints each question of the gate's development set with its confidence, features and draft, as TSV.
int reportGate();

/// Prints what becomes of each question of a questions.json over the Markdown files of `folder`, then totals.
int reportQuestions(const std::filesystem::path& folder, const std::filesystem::path& questions);

/// Asks a retrieval set's queries twice: with all its articles, and without those that answer. Prints the
/// features of each draft (label 1 right article, 0 another one, -1 none could answer), as TSV.
int reportRetrievalGate(const std::filesystem::path& folder);

/// Answers each line of the standard input from the Markdown files of `folder`.
int reportFolder(const std::filesystem::path& folder);

} // namespace parley::evaluation
