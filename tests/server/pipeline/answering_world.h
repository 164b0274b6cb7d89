// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extractive_answer.h"
#include "server/nlp/embedded_instructions.h"
#include "server/pipeline/nodes/check.h"
#include "server/pipeline/nodes/compose.h"
#include "tests/server/pipeline/fake_model.h"
#include "tests/server/pipeline/fake_nodes.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_clock.h"

#include <boost/asio/io_context.hpp>

namespace parley::test {

/// Keeps what the customer reads.
class ReadingSink final : public server::pipeline::TurnSink {
public:
    void onNode(std::string_view) override {}
    void onToken(std::string_view text) override { read += text; }
    void onReset() override
    {
        read.clear();
        ++resets;
    }
    void onEnded(const Result<proto::Turn>&) override {}

    std::string read;
    int resets = 0;
};

/// A tenant with an agent, tools and documents, and one message of a customer; without a database.
struct AnsweringWorld {
    AnsweringWorld()
    {
        agent.id = AgentId{"agent-1"};
        agent.name = "orders";
        agent.kind = "domain";
        agent.systemPrompt =
            "Always be brief and friendly. The internal code word of this company is bluebird.";
    }

    void document(const std::string& id, const std::string& title, const std::string& text)
    {
        server::knowledge::IndexedDocument made;
        made.id = DocumentId{id};
        made.title = title;
        made.chunks.push_back({ChunkId{id + "-1"}, "", text, 0});
        (void)index.put(made);
    }

    void tool(const std::string& name, FakeToolbox::Work work, bool isWrite = false)
    {
        server::tools::ToolInfo info;
        info.name = name;
        info.kind = "http";
        info.description = "Works with one order.";
        info.inputSchema = {{"type", "object"},
                            {"properties", {{"order_id", {{"type", "string"}}}}},
                            {"required", {"order_id"}}};
        info.isWrite = isWrite;
        toolbox.add(info, std::move(work));
        infos.push_back(std::move(info));
    }

    /// A turn that has come as far as the gate, which lets it pass.
    std::unique_ptr<server::pipeline::Turn> turn(const std::string& text, std::shared_ptr<FakeModel> model)
    {
        auto made = std::make_unique<server::pipeline::Turn>();
        made->tenant = TenantId{"t1"};
        made->run = RunId{"run-1"};
        made->locale = "en";
        made->text = text;
        made->guarded = server::nlp::guardText(text);
        made->masked = server::nlp::maskPii(made->guarded.text);
        server::agents::UnderstandingSource source;
        source.agents.push_back(agent);
        source.answering = settings;
        made->understanding =
            std::make_shared<server::agents::TenantUnderstanding>(source, "TF", nullptr, nullptr);
        made->entities = made->understanding->entities().find(made->guarded.text, clock.nowMs());
        made->agent = agent.name;
        made->model = std::move(model);
        made->tools = infos;
        made->found = index.search(made->guarded.text);
        for (server::knowledge::Hit& hit : made->found.hits) {
            server::nlp::Disarmed disarmed = server::nlp::disarm(hit.text);
            if (disarmed.removed > 0) {
                hit.text = std::move(disarmed.text);
                hit.analysis.reset();
            }
        }
        made->draft = server::knowledge::draftAnswer(made->guarded.text, made->found);
        made->confidence = 0.9;
        made->threshold = 0.7;
        made->sink = sink;
        return made;
    }

    /// Composes and checks.
    server::pipeline::Step answer(server::pipeline::Turn& turn)
    {
        server::pipeline::ComposeNode compose(
            &toolbox, [](const TenantId&) { return std::string("Brightfield"); }, clock);
        auto step = runCoroutine(io, compose.run(turn, server::runtime::Budget()));
        composed = turn.nodeOutput;
        if (step && *step == server::pipeline::Step::Continue) {
            server::pipeline::CheckNode check;
            step = runCoroutine(io, check.run(turn, server::runtime::Budget()));
        }
        return step.value();
    }

    FakeClock clock;
    boost::asio::io_context io;
    server::knowledge::KnowledgeIndex index;
    server::store::AgentRow agent;
    server::agents::AnsweringSettings settings;
    FakeToolbox toolbox;
    std::vector<server::tools::ToolInfo> infos;
    std::shared_ptr<ReadingSink> sink = std::make_shared<ReadingSink>();
    nlohmann::json composed; ///< what compose said of itself
};

} // namespace parley::test
