// SPDX-License-Identifier: MIT
#include "server/llm/chat_wire.h"

#include <utility>

namespace parley::server::llm {

using nlohmann::json;

std::string dumped(const json& body)
{
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

json parsed(const std::string& text)
{
    return json::parse(text, nullptr, false);
}

json argumentsObject(const ToolCall& call)
{
    json object = json::parse(call.arguments, nullptr, false);
    if (!object.is_object()) {
        return json{{"invalid_arguments", call.arguments}};
    }
    return object;
}

ProviderFailure unusable(Error error)
{
    ProviderFailure failure;
    failure.error = std::move(error);
    return failure;
}

ProviderFailure nonsense(std::string what)
{
    return unusable(
        fail(ErrorCode::Upstream, "The model's server gave an answer that cannot be read.", std::move(what))
            .value());
}

ProviderFailure refusal(std::string what)
{
    ProviderFailure failure;
    failure.error = fail(ErrorCode::Upstream, "The model refused to answer.", std::move(what)).value();
    failure.isRefusal = true;
    return failure;
}

} // namespace parley::server::llm
