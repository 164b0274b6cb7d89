// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace parley::test {

/// A sentence encoder of one table: the vector of a token is the row of its number. Written as ONNX protobuf
/// by hand, so that no model needs to be kept.
struct TinyOnnxModel {
    /// One row a token, all of the same length.
    std::vector<std::vector<float>> table;
    /// Whether the network wants token_type_ids too, and adds ten times that number to every component.
    bool wantsTypes = false;
    /// Whether the network does the pooling itself, as an output "sentence_embedding" beside the other.
    bool isPooled = false;
    std::string idsInput = "input_ids";
};

/// The content of a model.onnx. @source onnx.proto3 of ONNX, IR version 8, operator set 17
std::string onnxBytes(const TinyOnnxModel& model);

} // namespace parley::test
