// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/intent_model.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// A sentence with everything it means at once ("change" and "booking"); no label means nothing of ours.
struct MultiLabelExample {
    std::string text;
    std::vector<std::string> labels;
    double weight = 1;
};

/// Which of several labels a text has at once, learnt from examples that have several. The same examples
/// give the same model in whatever order they come.
/// @thread any; it never changes
class MultiLabelModel {
public:
    /// @errors InvalidArgument no example has both words and a label
    static Result<std::shared_ptr<const MultiLabelModel>> train(std::span<const MultiLabelExample> examples,
                                                                std::uint64_t seed = 1);

    MultiLabelModel(const MultiLabelModel&) = delete;
    MultiLabelModel& operator=(const MultiLabelModel&) = delete;
    ~MultiLabelModel();

    /// The labels it has, sorted by name, with a probability of at least one half; none for a text without
    /// words.
    [[nodiscard]] std::vector<IntentGuess> classify(std::string_view text) const;

    /// Sorted.
    [[nodiscard]] std::vector<std::string> labels() const;

private:
    struct Parts;
    explicit MultiLabelModel(std::unique_ptr<const Parts> parts);

    std::unique_ptr<const Parts> m_parts;
};

} // namespace parley::server::nlp
