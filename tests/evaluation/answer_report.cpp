// SPDX-License-Identifier: MIT
#include "tests/evaluation/answer_report.h"

#include "tests/server/knowledge/answer_gate_set.h"
#include "tests/server/knowledge/gate_index.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

namespace parley::evaluation {
namespace {

using namespace server::knowledge;

void report(const KnowledgeIndex& index, std::string_view question, int label)
{
    const Draft draft = test::answerFrom(index, question);
    const ConfidenceFeatures& f = draft.confidence.features;
    std::string text = joined(draft);
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::printf("%d\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.2f\t%.2f\t%s\t%s\n",
                label,
                draft.confidence.value,
                f.coverage,
                f.focus,
                f.answered,
                f.titleMatch,
                f.unknownShare,
                f.margin,
                f.cue,
                f.brevity,
                std::string(question).c_str(),
                text.c_str());
}

void fill(KnowledgeIndex& index, std::string_view title, std::string_view markdown)
{
    if (!index.put(test::indexedMarkdown(title, markdown))) {
        std::fprintf(stderr, "the index is full\n");
    }
}

} // namespace

int reportGate()
{
    KnowledgeIndex index;
    for (const test::GateArticle& article : test::gateArticles()) {
        fill(index, article.title, article.text);
    }
    for (const std::string_view question : test::answerableQuestions()) {
        report(index, question, 1);
    }
    for (const std::string_view question : test::unanswerableQuestions()) {
        report(index, question, 0);
    }
    return 0;
}

int reportFolder(const std::filesystem::path& folder)
{
    KnowledgeIndex index;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".md") {
            std::ifstream in(entry.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            fill(index, "", text);
        }
    }
    for (std::string line; std::getline(std::cin, line);) {
        report(index, line, -1);
    }
    return 0;
}

} // namespace parley::evaluation
