// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// One list of an export: what a table keeps of a conversation, or of a customer.
struct DumpSection {
    /// How the list is called: "messages".
    std::string_view name;
    std::string_view table;
    /// Columns, by their names; times end in "_ms".
    std::vector<std::string_view> columns;
    /// Columns that hold JSON.
    std::vector<std::string_view> json;
    /// The column that `id` is compared with.
    std::string_view owner;
    /// A column that is unique within the owner and orders the list.
    std::string_view key;
    /// The key is a number.
    bool isNumbered = false;
};

/// What is kept of a customer himself, of each of his conversations.
std::span<const DumpSection> customerSections();
std::span<const DumpSection> conversationSections();

/// Reads the sections page by page, in the order of their keys. @thread database worker
class CustomerDump {
public:
    /// @param after  the key of the last row that was read; null: from the start @errors Storage
    Result<std::vector<Row>> page(ReadTransaction& tx,
                                  const DumpSection& section,
                                  const std::string& owner,
                                  const Value& after,
                                  int limit) const;
    /// Ids of the customer's conversations, oldest first. @errors Storage
    Result<std::vector<ConversationId>>
    conversations(ReadTransaction& tx, const CustomerId& customer, const std::string& after, int limit) const;
};

} // namespace parley::server::store
