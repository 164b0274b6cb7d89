// SPDX-License-Identifier: MIT
#include "tests/server/nlp/embedding/tiny_onnx_model.h"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace parley::test {

namespace {

enum ElementType : std::uint64_t { kFloat = 1, kInt64 = 7 };

std::string varint(std::uint64_t value)
{
    std::string out;
    while (value >= 0x80U) {
        out.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
    return out;
}

/// A field of bytes: text, message or packed numbers.
std::string bytes(std::uint64_t field, std::string_view content)
{
    return varint(field << 3U | 2U) + varint(content.size()) + std::string(content);
}

std::string number(std::uint64_t field, std::uint64_t value)
{
    return varint(field << 3U) + varint(value);
}

template <class T>
std::string
tensor(const std::string& name, const std::vector<std::uint64_t>& dims, const std::vector<T>& values)
{
    std::string out;
    for (const std::uint64_t dim : dims) {
        out += number(1, dim);
    }
    std::string raw(values.size() * sizeof(T), '\0');
    std::memcpy(raw.data(), values.data(), raw.size());
    return out + number(2, std::is_same_v<T, float> ? kFloat : kInt64) + bytes(8, name) + bytes(9, raw);
}

std::string node(const std::string& operation,
                 const std::vector<std::string>& inputs,
                 const std::string& output,
                 const std::vector<std::pair<std::string, std::uint64_t>>& attributes = {})
{
    std::string out;
    for (const std::string& input : inputs) {
        out += bytes(1, input);
    }
    out += bytes(2, output) + bytes(4, operation);
    for (const auto& [name, value] : attributes) {
        constexpr std::uint64_t kInteger = 2;
        out += bytes(5, bytes(1, name) + number(3, value) + number(20, kInteger));
    }
    return bytes(1, out); // GraphProto.node
}

std::string valueInfo(const std::string& name, ElementType type, const std::vector<std::string>& dims)
{
    std::string shape;
    for (const std::string& dim : dims) {
        shape += bytes(1, bytes(2, dim));
    }
    return bytes(1, name) + bytes(2, bytes(1, number(1, type) + bytes(2, shape)));
}

std::string tableTensor(const TinyOnnxModel& model)
{
    std::vector<float> values;
    for (const auto& row : model.table) {
        values.insert(values.end(), row.begin(), row.end());
    }
    return tensor("table", {model.table.size(), model.table.front().size()}, values);
}

std::string nodes(const TinyOnnxModel& model)
{
    const std::string hidden = "last_hidden_state";
    std::string out = node("Gather", {"table", model.idsInput}, model.wantsTypes ? "words" : hidden);
    if (model.wantsTypes) {
        out += node("Cast", {"token_type_ids"}, "types", {{"to", kFloat}});
        out += node("Mul", {"types", "ten"}, "scaled");
        out += node("Unsqueeze", {"scaled", "last_axis"}, "wide");
        out += node("Add", {"words", "wide"}, hidden);
    }
    if (model.isPooled) {
        // Not what our own pooling would give: the first token, negated.
        out += node("Gather", {hidden, "zero"}, "first", {{"axis", 1}});
        out += node("Neg", {"first"}, "sentence_embedding");
    }
    return out;
}

} // namespace

std::string onnxBytes(const TinyOnnxModel& model)
{
    std::string graph = nodes(model) + bytes(2, "tiny");
    graph += bytes(5, tableTensor(model));
    graph += bytes(5, tensor<std::int64_t>("last_axis", {1}, {-1}));
    graph += bytes(5, tensor<std::int64_t>("zero", {}, {0}));
    graph += bytes(5, tensor<float>("ten", {}, {10.0F}));
    graph += bytes(11, valueInfo(model.idsInput, kInt64, {"batch", "tokens"}));
    graph += bytes(11, valueInfo("attention_mask", kInt64, {"batch", "tokens"}));
    if (model.wantsTypes) {
        graph += bytes(11, valueInfo("token_type_ids", kInt64, {"batch", "tokens"}));
    }
    graph += bytes(12, valueInfo("last_hidden_state", kFloat, {"batch", "tokens", "width"}));
    if (model.isPooled) {
        graph += bytes(12, valueInfo("sentence_embedding", kFloat, {"batch", "width"}));
    }
    const std::string operatorSet = bytes(1, "") + number(2, 17);
    return number(1, 8) + bytes(7, graph) + bytes(8, operatorSet);
}

} // namespace parley::test
