// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/intent_model.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

struct ShippedClass {
    std::string label;
    double probability = 0; ///< 0..1
};

/// The classes that are there before a tenant has taught anything, learnt from the example sentences in
/// resources/understanding/classes when they are first asked for (well under a second).
/// @thread any
class ShippedClasses {
public:
    /// The one of the process; the first caller waits for the training.
    static const ShippedClasses& instance();

    /// "FAQ" a question a knowledge base answers, "COMPLAINT" something went wrong, "ACCOUNT" the customer's
    /// own data, orders and contracts, "UNKNOWN" nothing a support desk is for.
    [[nodiscard]] ShippedClass routerClass(std::string_view text) const;

    /// What a ticket is about: "technical", "billing" or "general".
    [[nodiscard]] ShippedClass category(std::string_view subject, std::string_view text) const;

    /// The finer categories of the web form: those of category(), "feedback" and "bug_report".
    [[nodiscard]] ShippedClass formCategory(std::string_view subject, std::string_view text) const;

private:
    ShippedClasses();

    [[nodiscard]] std::vector<IntentGuess> categories(std::string_view subject, std::string_view text) const;

    std::shared_ptr<const IntentModel> m_router;
    std::shared_ptr<const IntentModel> m_category;
};

} // namespace parley::server::nlp
