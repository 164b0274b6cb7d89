// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// Something that customers asked and the knowledge base could not answer.
struct GapRow {
    std::string id;
    /// Of what its questions say; one gap each.
    std::string key;
    /// open, closed
    std::string status;
    std::int64_t asked = 0;
    std::int64_t firstMs = 0;
    std::int64_t lastMs = 0;
    /// The newest of its questions, without personal details.
    std::string question;
    /// Who closed it, and by the answer to which ticket; empty while it is open, or where nobody answered.
    std::string closedBy;
    TicketId closedTicket;
    std::optional<std::int64_t> closedMs;
};

/// One question of a gap, without personal details.
struct GapQuestionRow {
    TicketId ticket;
    std::string gap;
    ConversationId conversation;
    std::string question;
    std::int64_t createdMs = 0;
};

/// What a person answered to one, without personal details.
struct GapAnswerRow {
    TicketId ticket;
    std::string gap;
    ConversationId conversation;
    std::string answer;
    std::string authorId;
    std::string authorName;
    std::int64_t createdMs = 0;
};

/// What a list of gaps is narrowed to.
struct GapFilter {
    /// open, closed; empty: all
    std::string status;
    int offset = 0;
    int limit = 50;
};

/// Gaps in the knowledge base of one tenant. Their words go with the conversations that they come from; a gap
/// without any is not shown. @thread database worker
class GapRepository {
public:
    /// @errors Storage
    Result<std::optional<GapRow>> findByKey(ReadTransaction& tx, const std::string& key) const;
    Result<std::optional<GapRow>> find(ReadTransaction& tx, const std::string& id) const;
    /// The gap of a ticket's question. @errors Storage
    Result<std::optional<GapRow>> ofTicket(ReadTransaction& tx, const TicketId& ticket) const;
    /// Those that were asked about last, newest first. @errors Storage
    Result<std::vector<GapRow>> newest(ReadTransaction& tx, int limit) const;
    /// Most frequent first. @errors Storage
    Result<std::vector<GapRow>> page(ReadTransaction& tx, const GapFilter& filter) const;

    /// @return its id, or that of the one with its key, which then counts as asked once more. @errors Storage
    Result<std::string> create(Transaction& tx, const GapRow& row) const;
    /// Asked once more: it is open again. @errors Storage
    Result<void> askedAgain(Transaction& tx, const std::string& id, std::int64_t nowMs) const;
    /// Keeps a question of a gap; of one gap the newest `most` stay. @errors Storage
    Result<void> addQuestion(Transaction& tx, const GapQuestionRow& row, int most) const;
    /// Newest first. @errors Storage
    Result<std::vector<GapQuestionRow>>
    questions(ReadTransaction& tx, const std::string& gap, int limit) const;

    /// @param row  closedBy, closedTicket and closedMs of it. @return false when it was closed, or has gone.
    /// @errors Storage
    Result<bool> close(Transaction& tx, const GapRow& row) const;
    /// Opens again what the answer to a ticket closed, and forgets that answer. @return whether it had closed
    /// one. @errors Storage
    Result<bool> takeBack(Transaction& tx, const TicketId& ticket) const;
    Result<void> putAnswer(Transaction& tx, const GapAnswerRow& row) const;
    /// The newest. @errors Storage
    Result<std::optional<GapAnswerRow>> answer(ReadTransaction& tx, const std::string& gap) const;

    /// Beyond `most` gaps, those go that nobody asked about for longest, and all that have no words left.
    /// @errors Storage
    Result<void> prune(Transaction& tx, int most) const;
};

} // namespace parley::server::store
