// SPDX-License-Identifier: MIT
#include "server/desk/conversation_summary.h"

#include "server/nlp/entities/pii.h"
#include "server/nlp/text_guard.h"
#include "shared/core/text.h"

#include <algorithm>
#include <cctype>

namespace parley::server::desk {

namespace {

constexpr std::size_t kQuestionLength = 200;
constexpr std::size_t kResolutionLength = 300;
/// Beyond what is shown, so that a detail at the cut is seen whole; 8,000 characters are not masked for 200.
constexpr std::size_t kReadLength = 2'000;

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The end of "-12]" from here; npos where it is something else.
std::size_t endOfNumber(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end])) {
        ++end;
    }
    return end > at && end < text.size() && text[end] == ']' ? end + 1 : std::string_view::npos;
}

/// "[email-2]" -> "[email]": the numbers mean something only in the message they come from. " [3]" -> "".
std::string withoutMarks(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end =
            text[i] == '[' || text[i] == '-' ? endOfNumber(text, i + 1) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[i];
            continue;
        }
        if (text[i] == '-') {
            out += ']';
        } else if (out.ends_with(' ')) {
            out.pop_back();
        }
        i = end - 1;
    }
    return out;
}

std::string oneLine(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool isSpace = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!isSpace) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return std::string(trimmed(out));
}

/// The first text that asks for something, not "hello".
const store::SaidRow& questionOf(const std::vector<store::SaidRow>& asked)
{
    const auto found = std::find_if(asked.begin(), asked.end(), [](const store::SaidRow& row) {
        return nlp::smallTalkOf(row.text) == nlp::SmallTalk::None;
    });
    return found == asked.end() ? asked.front() : *found;
}

/// The newest of these; null where there is none.
const store::SaidRow*
newest(const std::vector<store::SaidRow>& said, std::string_view sender, std::string_view kind = {})
{
    const auto found = std::find_if(said.rbegin(), said.rend(), [&](const store::SaidRow& row) {
        return row.sender == sender && (kind.empty() || row.kind == kind);
    });
    return found == said.rend() ? nullptr : &*found;
}

/// A person's last word outranks what the agents wrote.
const store::SaidRow* resolutionOf(const std::vector<store::SaidRow>& said)
{
    for (const auto* row :
         {newest(said, "supporter", "resolution"), newest(said, "supporter"), newest(said, "agent")}) {
        if (row != nullptr) {
            return row;
        }
    }
    return nullptr;
}

std::string outcomeOf(const std::optional<store::RememberedTicket>& ticket, bool isAnswered)
{
    if (ticket) {
        return ticket->status == "resolved" || ticket->status == "closed" ? "resolved" : "waiting";
    }
    return isAnswered ? "answered" : "unanswered";
}

} // namespace

std::string keptText(std::string_view text, std::size_t codePoints)
{
    const nlp::Masked masked = nlp::maskPii(firstCodePoints(text, kReadLength));
    const std::string line = oneLine(withoutMarks(masked.text));
    const std::string_view kept = firstCodePoints(line, codePoints);
    return kept.size() < line.size() ? std::string(kept) + "…" : line;
}

std::optional<store::ConversationSummaryRow> summaryOf(const store::RememberedConversation& conversation,
                                                       const std::vector<store::SaidRow>& asked,
                                                       const std::vector<store::SaidRow>& said,
                                                       const std::optional<store::RememberedTicket>& ticket,
                                                       std::int64_t nowMs)
{
    if (asked.empty()) {
        return std::nullopt;
    }
    const store::SaidRow* resolution = resolutionOf(said);
    store::ConversationSummaryRow summary;
    summary.conversation = conversation.id;
    summary.seq = conversation.eventSeq;
    summary.question = keptText(questionOf(asked).text, kQuestionLength);
    summary.outcome = outcomeOf(ticket, resolution != nullptr);
    summary.resolution =
        resolution == nullptr ? std::string() : keptText(resolution->text, kResolutionLength);
    summary.reference = ticket ? ticket->reference : std::string();
    summary.updatedMs = nowMs;
    return summary;
}

} // namespace parley::server::desk
