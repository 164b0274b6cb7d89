// SPDX-License-Identifier: MIT
#include "server/tools/mcp/event_text.h"

#include <utility>

namespace parley::server::tools {

std::vector<std::string> EventText::take(std::string_view piece)
{
    std::vector<std::string> complete;
    for (const char c : piece) {
        const bool isSecond = c == '\n' && std::exchange(m_endsInReturn, false);
        if (isSecond) {
            continue; // of "\r\n"
        }
        m_endsInReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            line(m_rest, complete);
            m_rest.clear();
        } else {
            m_rest.push_back(c);
        }
    }
    return complete;
}

void EventText::line(std::string_view text, std::vector<std::string>& complete)
{
    if (text.empty()) {
        if (std::exchange(m_hasData, false)) {
            complete.push_back(std::exchange(m_data, {}));
        }
        return;
    }
    if (!text.starts_with("data:")) {
        return; // ids, names and comments say nothing here
    }
    text.remove_prefix(5);
    if (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    m_data += m_hasData ? "\n" : "";
    m_data.append(text);
    m_hasData = true;
}

} // namespace parley::server::tools
