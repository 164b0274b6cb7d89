// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/compose.h"

#include "server/agents/agent_kind.h"
#include "server/agents/prompt.h"
#include "server/desk/bridge_text.h"
#include "server/pipeline/answer_stream.h"
#include "server/pipeline/look_up.h"
#include "server/pipeline/tool_use.h"
#include "server/runtime/contain.h"
#include "server/runtime/notifier.h"
#include "server/security/random.h"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// Bytes of an answer a token: what is beyond the wanted tokens by this much is endless.
constexpr std::size_t kBytesOfToken = 12;
/// Calls of one round; who wants more has lost its way.
constexpr std::size_t kCallsOfRound = 8;
/// Tokens of all rounds of one turn, read and written.
constexpr std::int64_t kTokensOfTurn = 120'000;
/// What the model leaves for checking and committing.
constexpr std::chrono::milliseconds kLeft{50};

std::string boundary()
{
    return security::randomHex(8);
}

/// Passages that the gate did not let pass answer nothing: what then is said comes from tools alone.
std::span<const knowledge::Hit> passagesOf(const Turn& turn)
{
    const bool pass = turn.confidence >= turn.threshold;
    return pass ? std::span<const knowledge::Hit>(turn.found.hits) : std::span<const knowledge::Hit>();
}

agents::PromptSource promptSource(const Turn& turn, std::string tenantName, std::int64_t nowMs)
{
    agents::PromptSource source;
    source.agent = turn.understanding->agent(turn.agent);
    source.tenantName = std::move(tenantName);
    source.locale = turn.locale.empty() ? "en" : turn.locale;
    source.date = toRfc3339(nowMs).substr(0, 10);
    source.question = turn.masked.text;
    source.boundary = boundary();
    source.history = turn.history;
    source.memory = turn.memory;
    source.passages = passagesOf(turn);
    source.hasTools = !turn.tools.empty();
    return source;
}

} // namespace

class ComposeNode::Writing {
public:
    Writing(Turn& turn, tools::Toolbox* toolbox, const agents::PromptSource& source, runtime::Budget budget)
        : m_turn(turn),
          m_toolbox(toolbox),
          m_budget(budget),
          m_boundary(source.boundary),
          m_settings(turn.understanding->answering()),
          m_prompt(agents::promptFor(source)),
          m_sources(source.passages, turn.masked.text, m_prompt.instructions),
          m_stream(turn, m_sources, streamOptions(source.passages.size()))
    {}

    boost::asio::awaitable<Step> run()
    {
        m_turn.nodeInput = {{"passages", passagesOf(m_turn).size()},
                            {"history", m_turn.history.size()},
                            {"tools", m_turn.tools.size()},
                            {"checks_sentences", m_settings.checksSentences}};
        for (int round = 0;; ++round) {
            auto reply = co_await ask();
            if (m_stream.isOver() && !m_stream.hasLeaked()) {
                // It writes without end: what was read of it is an answer, or is not.
                m_turn.nodeOutput["cut"] = true;
                m_stream.endText(false);
                co_return conclude();
            }
            if (!reply || m_stream.hasLeaked()) {
                const std::string code(reply ? "leak" : problemCode(reply.error()));
                const std::string why = reply ? std::string() : reply.error().message;
                const Step step = co_await fallBack(code, why);
                co_return step;
            }
            m_stream.endText(reply->finishReason != "length");
            const bool isLast = round >= m_settings.toolSteps || isSpent();
            if (reply->toolCalls.empty() || m_toolbox == nullptr || isLast) {
                m_turn.nodeOutput["rounds"] = round + 1;
                co_return conclude();
            }
            if (co_await useTools(*std::move(reply))) {
                co_return Step::Deliver; // asks the customer first
            }
        }
    }

private:
    [[nodiscard]] AnswerStream::Options streamOptions(std::size_t passages) const
    {
        AnswerStream::Options options;
        options.checks = m_settings.checksSentences;
        options.mostBytes = static_cast<std::size_t>(m_settings.answerTokens) * kBytesOfToken;
        options.passages = passages;
        return options;
    }

    [[nodiscard]] llm::ChatOptions chatOptions() const
    {
        llm::ChatOptions options;
        options.maxTokens = m_settings.answerTokens;
        if (m_toolbox != nullptr && m_settings.toolSteps > 0) {
            for (const tools::ToolInfo& tool : m_turn.tools) {
                options.tools.push_back({tool.name, tool.description, tool.inputSchema});
            }
        }
        return options;
    }

    [[nodiscard]] bool isSpent() const
    {
        return m_turn.usage.input + m_turn.usage.output > kTokensOfTurn || m_budget.isSpent();
    }

    /// One text of the model, told as it comes; given up once the stream wants no more.
    boost::asio::awaitable<Result<llm::ChatReply>> ask()
    {
        using namespace boost::asio::experimental::awaitable_operators;
        runtime::Notifier over(co_await boost::asio::this_coro::executor);
        llm::ChatListener listener;
        listener.onText = [this, &over](std::string_view piece) {
            m_stream.add(piece);
            if (m_stream.isOver()) {
                over.notify();
            }
        };
        listener.onReset = [this] { m_stream.reset(); };
        auto options = chatOptions();
        const auto deadline = m_budget.deadline + kLeft; // the model itself says first that it is late
        auto answer = runtime::contain(
            m_turn.model->stream(m_prompt.messages, std::move(options), std::move(listener), m_budget));
        auto race = std::move(answer) || over.wait(deadline);
        auto winner = co_await std::move(race);
        auto* reply = std::get_if<0>(&winner);
        if (reply == nullptr) {
            co_return fail(ErrorCode::Timeout, "The model took too long.");
        }
        if (*reply) {
            m_turn.usage.input += (*reply)->usage.input;
            m_turn.usage.output += (*reply)->usage.output;
            m_writer = (*reply)->provider;
            const std::string model =
                (*reply)->model.empty() ? std::string(m_turn.model->model()) : (*reply)->model;
            m_writer += (m_writer.empty() ? "" : "/") + model;
            m_turn.nodeOutput["provider"] = (*reply)->provider;
            m_turn.nodeOutput["model"] = model;
        }
        co_return std::move(*reply);
    }

    /// @return whether the customer has to say yes first
    boost::asio::awaitable<bool> useTools(llm::ChatReply reply)
    {
        ToolUse use(*m_toolbox, m_turn);
        reply.toolCalls.resize(std::min(reply.toolCalls.size(), kCallsOfRound));
        llm::ChatMessage asked;
        asked.role = llm::ChatRole::Assistant;
        asked.text = reply.text;
        asked.toolCalls = reply.toolCalls;
        m_prompt.messages.push_back(std::move(asked));
        for (const llm::ToolCall& call : reply.toolCalls) {
            auto outcome = co_await use.callForModel(call, m_sources, m_budget);
            if (outcome.status == tools::ToolStatus::NeedsConfirmation) {
                confirm(call.name, outcome.input);
                co_return true;
            }
            llm::ChatMessage answer;
            answer.role = llm::ChatRole::Tool;
            answer.toolCallId = call.id;
            answer.text = agents::toolResultText(shown(outcome), m_boundary);
            m_prompt.messages.push_back(std::move(answer));
        }
        co_return false;
    }

    static std::string shown(const tools::ToolOutcome& outcome)
    {
        if (outcome.status != tools::ToolStatus::Done) {
            return std::string(tools::toolStatusName(outcome.status)) + ": " + outcome.problem;
        }
        return outcome.output.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    void confirm(const std::string& name, const nlohmann::json& input)
    {
        m_stream.reset();
        const auto tool = std::ranges::find(m_turn.tools, name, &tools::ToolInfo::name);
        if (tool != m_turn.tools.end()) {
            askToConfirm(m_turn, *tool, input);
        }
        m_turn.writtenBy = m_writer;
        note();
        m_turn.nodeOutput["asks"] = true;
    }

    Step conclude()
    {
        const std::size_t dropped = m_stream.dropped().size();
        const std::size_t claims = m_stream.claims();
        if (m_settings.checksSentences && claims + dropped > 0) {
            m_turn.grounding = static_cast<double>(claims) / static_cast<double>(claims + dropped);
        }
        m_turn.modelScore = m_stream.score();
        note();
        // Where the gate let nothing of the documents pass, only what a tool said is a source.
        const bool hasSource =
            !passagesOf(m_turn).empty() || std::ranges::any_of(m_turn.toolCalls, [](const auto& use) {
                return use.status == tools::toolStatusName(tools::ToolStatus::Done);
            });
        const bool isEnough = hasSource && claims > 0 && claims >= dropped;
        if (isEnough) {
            m_stream.close();
            m_turn.writtenBy = m_writer;
            return Step::Continue;
        }
        const bool saysNoAnswer = m_stream.saysNoAnswer() && claims == 0;
        m_turn.nodeOutput["kept"] = false;
        m_stream.reset();
        if (saysNoAnswer || !hasDraft()) {
            if (m_turn.escalationReason.empty()) {
                m_turn.escalationReason = desk::kReasonNoAnswer;
            }
            return Step::Escalate;
        }
        // Of an answer that nobody reads.
        m_turn.grounding.reset();
        m_turn.modelScore.reset();
        return Step::Continue;
    }

    /// The built-in answer is there and was good enough for the gate.
    [[nodiscard]] bool hasDraft() const
    {
        return !m_turn.draft.sentences.empty() && m_turn.confidence >= m_turn.threshold;
    }

    boost::asio::awaitable<Step> fallBack(std::string_view code, const std::string& message)
    {
        note();
        m_stream.reset();
        m_turn.nodeOutput["fell_back"] = {{"code", code}, {"why", message}, {"model", m_turn.model->model()}};
        if (!hasDraft()) {
            const bool hasAnswered = co_await lookUpInstead();
            if (hasAnswered) {
                co_return Step::Continue;
            }
            m_turn.escalationReason = desk::kReasonFailure;
            co_return Step::Escalate;
        }
        co_return Step::Continue;
    }

    /// What the agent's tools answer without a model.
    boost::asio::awaitable<bool> lookUpInstead()
    {
        if (m_toolbox == nullptr) {
            co_return false;
        }
        co_return co_await lookUp(*m_toolbox, m_turn, m_budget);
    }

    void note()
    {
        auto dropped = nlohmann::json::array();
        for (const AnswerStream::Dropped& one : m_stream.dropped()) {
            dropped.push_back({{"text", one.text}, {"fault", one.fault}});
        }
        m_turn.nodeOutput["released"] = m_stream.claims();
        m_turn.nodeOutput["dropped"] = std::move(dropped);
        m_turn.nodeOutput["no_answer"] = m_stream.saysNoAnswer();
        m_turn.nodeOutput["tokens"] = {{"input", m_turn.usage.input}, {"output", m_turn.usage.output}};
    }

    Turn& m_turn;
    tools::Toolbox* m_toolbox;
    runtime::Budget m_budget;
    std::string m_boundary;
    const agents::AnsweringSettings& m_settings;
    agents::Prompt m_prompt;
    Sources m_sources;
    AnswerStream m_stream;
    std::string m_writer;
};

boost::asio::awaitable<Result<Step>> ComposeNode::run(Turn& turn, runtime::Budget budget)
{
    if (!turn.model || !turn.reply.empty()) {
        turn.nodeOutput = {{"writer", "extractive"}};
        co_return Step::Continue;
    }
    const agents::AgentProfile* agent = turn.understanding->agent(turn.agent);
    if (agent != nullptr && agents::agentKind(agent->kind).isPersonal() && turn.notCacheable.empty()) {
        turn.notCacheable = "account";
    }
    const agents::PromptSource source = promptSource(turn, m_tenantName(turn.tenant), m_clock.nowMs());
    Writing writing(turn, m_toolbox, source, budget.atMost(budget.remaining() - kLeft));
    const Step step = co_await writing.run();
    co_return step;
}

} // namespace parley::server::pipeline
