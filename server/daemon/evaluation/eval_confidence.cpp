// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_confidence.h"

#include "server/agents/confidence_model.h"
#include "server/daemon/evaluation/judged_questions.h"
#include "server/daemon/evaluation/tsv.h"
#include "server/knowledge/extractive_answer.h"
#include "server/nlp/entities/pii.h"
#include "server/nlp/escalation/escalation_rules.h"
#include "server/nlp/intent/intent_model.h"
#include "server/nlp/sentiment/sentiment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace parley::server::daemon::evaluation {

namespace {

constexpr std::size_t kHits = 8;
constexpr std::size_t kBins = 10;

/// A draft and what came of it.
struct Judged {
    double confidence = 0;
    bool isRight = false;
    agents::FeatureVector features{};
};

/// Judges as a turn does, without a language model.
class Judge {
public:
    Judge(const knowledge::KnowledgeIndex& index, std::shared_ptr<const nlp::IntentModel> intents)
        : m_index(index), m_intents(std::move(intents))
    {}

    [[nodiscard]] Judged operator()(const JudgedQuestion& question) const
    {
        knowledge::SearchOptions options;
        options.limit = kHits;
        const knowledge::SearchResult found = m_index.search(question.text, options);
        const knowledge::Draft draft = knowledge::draftAnswer(question.text, found);
        agents::AnswerEvidence evidence;
        evidence.retrieval = draft.confidence.features;
        evidence.sentiment = nlp::sentiment(question.text);
        nlp::EscalationInput input;
        input.text = question.text;
        input.sentiment = evidence.sentiment;
        evidence.risk = m_rules.judge(input).score;
        if (m_intents) {
            const nlp::IntentResult intent = m_intents->classify(nlp::maskPii(question.text).text);
            evidence.inScope = intent.inScope;
            evidence.margin = intent.margin;
        }
        Judged judged;
        judged.features = agents::featuresOf(evidence);
        if (!draft.sentences.empty()) {
            judged.confidence = m_model.confidence(judged.features);
            judged.isRight = isRight(question, found, draft);
        }
        return judged;
    }

private:
    static bool isRight(const JudgedQuestion& question,
                        const knowledge::SearchResult& found,
                        const knowledge::Draft& draft)
    {
        if (question.article.empty()) {
            return false;
        }
        if (!question.phrase.empty()) {
            return plain(knowledge::joined(draft)).find(plain(question.phrase)) != std::string::npos;
        }
        return found.hits.at(draft.sentences.front().hit).document.value == question.article;
    }

    const knowledge::KnowledgeIndex& m_index;
    std::shared_ptr<const nlp::IntentModel> m_intents;
    nlp::EscalationRules m_rules;
    agents::ConfidenceModel m_model;
};

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// How often a right draft is given more than a wrong one; ties count half.
double areaUnderRoc(const std::vector<Judged>& all)
{
    double won = 0;
    double pairs = 0;
    for (const Judged& right : all) {
        for (const Judged& wrong : all) {
            if (right.isRight && !wrong.isRight) {
                won += right.confidence > wrong.confidence    ? 1
                       : right.confidence == wrong.confidence ? 0.5
                                                              : 0;
                pairs += 1;
            }
        }
    }
    return pairs > 0 ? won / pairs : 0;
}

/// Expected calibration error over ten bins of equal width. @source Naeini et al., AAAI 2015
double calibrationError(const std::vector<Judged>& all)
{
    struct Bin {
        double confidence = 0;
        double right = 0;
        double count = 0;
    };
    std::array<Bin, kBins> bins{};
    for (const Judged& one : all) {
        const auto at = static_cast<std::size_t>(one.confidence * static_cast<double>(kBins));
        Bin& bin = bins.at(std::min(at, kBins - 1));
        bin.confidence += one.confidence;
        bin.right += one.isRight ? 1 : 0;
        bin.count += 1;
    }
    double error = 0;
    for (const Bin& bin : bins) {
        error += std::abs(bin.confidence - bin.right);
    }
    return all.empty() ? 0 : error / static_cast<double>(all.size());
}

nlohmann::ordered_json figuresOf(const std::vector<Judged>& all)
{
    const double threshold = knowledge::kDefaultConfidenceThreshold;
    const auto count = [&](auto holds) {
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), holds));
    };
    const std::size_t right = count([](const Judged& one) { return one.isRight; });
    const std::size_t sent = count([&](const Judged& one) { return one.confidence >= threshold; });
    const std::size_t sentRight =
        count([&](const Judged& one) { return one.isRight && one.confidence >= threshold; });
    nlohmann::ordered_json figures;
    figures["questions"] = all.size();
    figures["right_drafts"] = right;
    figures["auroc"] = areaUnderRoc(all);
    figures["ece"] = calibrationError(all);
    figures["threshold"] = threshold;
    figures["sent"] = sent;
    figures["precision"] = ratio(sentRight, sent);
    figures["recall"] = ratio(sentRight, right);
    return figures;
}

std::string line(const JudgedQuestion& question, const Judged& judged)
{
    return column(question.text) + '\t' + nlohmann::json(judged.confidence).dump() + '\t' +
           (judged.isRight ? "1" : "0") + '\t' + agents::featuresJson(judged.features).dump();
}

Result<Report> run(const Options& options)
{
    const auto folder = options.required("knowledge");
    const auto file = options.required("data");
    if (!folder || !file) {
        return fail(folder ? file.error() : folder.error());
    }
    knowledge::KnowledgeIndex index;
    if (auto filled = indexArticles(index, *folder); !filled) {
        return fail(std::move(filled).error());
    }
    auto questions = readJudgedQuestions(*file);
    if (!questions) {
        return fail(std::move(questions).error());
    }
    std::shared_ptr<const nlp::IntentModel> intents;
    if (const auto agents = options.find("agents")) {
        auto trained = trainedOnAgents(*agents);
        if (!trained) {
            return fail(std::move(trained).error());
        }
        intents = *std::move(trained);
    }
    const Judge judge(index, std::move(intents));
    Report report;
    std::vector<Judged> all;
    for (const JudgedQuestion& question : *questions) {
        all.push_back(judge(question));
        report.predictions.push_back(line(question, all.back()));
    }
    report.figures = figuresOf(all);
    return report;
}

} // namespace

Evaluation confidenceEvaluation()
{
    return {
        "confidence",
        "Drafts answers from the *.md of D and holds the confidence against whether they are right. Q has "
        "question, article (null: none answers it) and phrase a line; A is a list of agents with examples.",
        "--knowledge D --data Q.jsonl [--agents A.json]",
        {"knowledge", "data", "agents"},
        &run};
}

} // namespace parley::server::daemon::evaluation
