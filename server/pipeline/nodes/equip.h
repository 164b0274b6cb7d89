// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_models.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Gives the turn what its agent has to answer with: the tenant's language model, and the agent's tools.
/// Tools that read somebody's own data are there for proven customers alone. Writes turn.model and
/// turn.tools.
class EquipNode final : public Node {
public:
    /// @param models, toolbox  null: there are none
    EquipNode(llm::ChatModels* models, tools::Toolbox* toolbox) : m_models(models), m_toolbox(toolbox) {}

    [[nodiscard]] std::string_view name() const override { return "equip"; }
    /// @errors none: without a model the built-in answerer writes, without tools the documents answer
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    boost::asio::awaitable<void> findModel(Turn& turn, std::string wanted, runtime::Budget budget) const;
    boost::asio::awaitable<void>
    findTools(Turn& turn, std::vector<std::string> names, runtime::Budget budget) const;

    llm::ChatModels* m_models;
    tools::Toolbox* m_toolbox;
};

} // namespace parley::server::pipeline
