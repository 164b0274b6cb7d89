// SPDX-License-Identifier: MIT
#include "tests/evaluation/answer_report.h"

#include "tests/evaluation/retrieval_set.h"
#include "tests/server/knowledge/answer_gate_set.h"
#include "tests/server/knowledge/gate_index.h"
#include "tests/server/knowledge/question_set.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>

namespace parley::evaluation {
namespace {

using namespace server::knowledge;

void print(std::string_view label, std::string_view question, const Draft& draft)
{
    const ConfidenceFeatures& f = draft.confidence.features;
    std::string text = joined(draft);
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::printf("%s\t%.3f", std::string(label).c_str(), draft.confidence.value);
    for (const double feature : {f.coverage,
                                 f.focus,
                                 f.answered,
                                 f.titleMatch,
                                 f.unknownShare,
                                 f.margin,
                                 f.cue,
                                 f.brevity,
                                 f.missing,
                                 f.lead,
                                 f.otherName}) {
        std::printf("\t%.3f", feature);
    }
    std::printf("\t%s\t%s\n", std::string(question).c_str(), text.c_str());
}

void report(const KnowledgeIndex& index, std::string_view question, std::string_view label)
{
    print(label, question, test::answerFrom(index, question));
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
        report(index, question, "1");
    }
    for (const std::string_view question : test::unanswerableQuestions()) {
        report(index, question, "0");
    }
    return 0;
}

int reportQuestions(const std::filesystem::path& folder, const std::filesystem::path& questions)
{
    KnowledgeIndex index;
    const std::vector<test::SetQuestion> set = test::readQuestionSet(questions);
    if (set.empty() || !test::indexFolder(index, folder)) {
        std::fprintf(stderr, "no questions or no articles\n");
        return 1;
    }
    std::map<std::string, std::size_t> totals;
    for (const test::SetQuestion& question : set) {
        const test::SetAnswer answer = test::answerTo(index, question);
        const std::string outcome(test::nameOf(answer.outcome));
        const std::string kind = question.article.empty() ? "unanswerable" : "answerable";
        ++totals[kind + ' ' + outcome];
        const bool right = answer.article == question.article;
        print(kind.substr(0, 2) + ' ' + outcome +
                  (answer.hasPhrase ? " phrase"
                   : right          ? " article"
                                    : " elsewhere"),
              question.text,
              answer.draft);
    }
    for (const auto& [name, count] : totals) {
        std::printf("%-24s %zu\n", name.c_str(), count);
    }
    return 0;
}

int reportRetrievalGate(const std::filesystem::path& folder)
{
    const auto set = readRetrievalSet(folder);
    if (!set) {
        std::fprintf(stderr, "%s: cannot be read\n", folder.c_str());
        return 1;
    }
    KnowledgeIndex index;
    std::map<std::string, IndexedDocument> documents;
    for (const auto& article : set->corpus) {
        IndexedDocument document = test::indexedMarkdown(article.title, article.text);
        document.id.value = article.id;
        if (!index.put(document)) {
            return 1;
        }
        documents[article.id] = std::move(document);
    }
    for (const auto& [id, text] : set->queries) {
        const auto relevant = set->relevant.find(id);
        if (relevant == set->relevant.end()) {
            continue;
        }
        const SearchResult found = index.search(text);
        const Draft draft = draftAnswer(text, found);
        const bool right = !draft.sentences.empty() &&
                           relevant->second.contains(found.hits[draft.sentences[0].hit].document.value);
        print(right ? "1" : "0", text, draft);
        for (const std::string& article : relevant->second) {
            index.remove(DocumentId{article});
        }
        report(index, text, "-1");
        for (const std::string& article : relevant->second) {
            if (!index.put(documents.at(article))) {
                return 1;
            }
        }
    }
    return 0;
}

int reportFolder(const std::filesystem::path& folder)
{
    KnowledgeIndex index;
    if (!test::indexFolder(index, folder)) {
        std::fprintf(stderr, "%s: no articles\n", folder.c_str());
        return 1;
    }
    for (std::string line; std::getline(std::cin, line);) {
        report(index, line, "-");
    }
    return 0;
}

} // namespace parley::evaluation
