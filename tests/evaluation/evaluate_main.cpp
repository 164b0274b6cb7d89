// SPDX-License-Identifier: MIT
#include "tests/evaluation/answer_report.h"

#include <cstdio>
#include <cstring>

namespace {

int usage()
{
    std::fprintf(
        stderr,
        "usage: parley_evaluate gate           the answer gate's development set, as TSV\n"
        "       parley_evaluate answers DIR    answers the lines of stdin from DIR's *.md, as TSV\n"
        "       parley_evaluate questions DIR QUESTIONS.json   what becomes of each over DIR's *.md, with "
        "totals\n"
        "       parley_evaluate retrieval-gate DIR   drafts for a set's queries with and without their "
        "article\n"
        "  DIR of retrieval-gate holds corpus.tsv, queries.tsv and qrels.tsv\n");
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    namespace evaluation = parley::evaluation;
    if (argc == 2 && std::strcmp(argv[1], "gate") == 0) {
        return evaluation::reportGate();
    }
    if (argc == 4 && std::strcmp(argv[1], "questions") == 0) {
        return evaluation::reportQuestions(argv[2], argv[3]);
    }
    if (argc == 3 && std::strcmp(argv[1], "retrieval-gate") == 0) {
        return evaluation::reportRetrievalGate(argv[2]);
    }
    if (argc == 3 && std::strcmp(argv[1], "answers") == 0) {
        return evaluation::reportFolder(argv[2]);
    }
    return usage();
}
