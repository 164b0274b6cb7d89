// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::tools {

/// The data of server-sent events as they come in pieces. What the caller lets in bounds what it holds.
/// @source WHATWG HTML, 9.2.6 Interpreting an event stream
class EventText {
public:
    /// @return the data of each event that is complete with this piece
    std::vector<std::string> take(std::string_view piece);

private:
    void line(std::string_view text, std::vector<std::string>& complete);

    std::string m_rest; ///< of a line that is not complete
    std::string m_data;
    bool m_hasData = false;
    bool m_endsInReturn = false;
};

} // namespace parley::server::tools
