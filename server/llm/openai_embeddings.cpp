// SPDX-License-Identifier: MIT
#include "server/llm/openai_embeddings.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace parley::server::llm {

namespace {

using nlohmann::json;

tl::unexpected<Error> nonsense(const char* what)
{
    return fail(ErrorCode::Upstream, "The model's server gave an answer that cannot be read.", what);
}

Result<std::vector<float>> vectorOf(const json& item)
{
    const auto numbers = item.find("embedding");
    if (numbers == item.end() || !numbers->is_array() || numbers->empty()) {
        return nonsense("an embedding is missing");
    }
    std::vector<float> vector;
    vector.reserve(numbers->size());
    for (const json& number : *numbers) {
        const double value = number.is_number() ? number.get<double>() : std::nan("");
        if (!std::isfinite(value)) {
            return nonsense("an embedding holds what is no number");
        }
        vector.push_back(static_cast<float>(value));
    }
    return vector;
}

} // namespace

Result<std::vector<std::vector<float>>> readEmbeddings(const std::string& body, std::size_t texts)
{
    const json answer = json::parse(body, nullptr, false);
    const json* data = answer.is_object() && answer.contains("data") ? &answer["data"] : nullptr;
    if (data == nullptr || !data->is_array() || data->size() != texts) {
        return nonsense("not one embedding a text");
    }
    std::vector<std::vector<float>> vectors(texts);
    for (std::size_t i = 0; i < texts; ++i) {
        const json& item = (*data)[i];
        const bool hasIndex = item.is_object() && item.contains("index");
        if (!item.is_object() || (hasIndex && !item["index"].is_number_unsigned())) {
            return nonsense("an embedding has no index");
        }
        const std::size_t at = hasIndex ? item["index"].get<std::size_t>() : i;
        if (at >= texts || !vectors[at].empty()) {
            return nonsense("an index is wrong or there twice");
        }
        auto vector = vectorOf(item);
        if (!vector) {
            return fail(std::move(vector).error());
        }
        vectors[at] = *std::move(vector);
        if (vectors[at].size() != data->front()["embedding"].size()) {
            return nonsense("embeddings of several lengths");
        }
    }
    return vectors;
}

} // namespace parley::server::llm
