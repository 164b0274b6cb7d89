// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace parley::test {

struct GateArticle {
    std::string_view title;
    std::string_view text; ///< Markdown
};

/// The development set of the answer gate: the help centre of an invented shop with an app, questions that it
/// answers, and questions that it does not (near misses, other subjects, other companies' products,
/// nonsense).
const std::vector<GateArticle>& gateArticles();
const std::vector<std::string_view>& answerableQuestions();
const std::vector<std::string_view>& unanswerableQuestions();

} // namespace parley::test
