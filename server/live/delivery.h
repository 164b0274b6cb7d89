// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/event_publisher.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace parley::server::live {

/// One event on its way past the readers of one I/O thread, with what the first of them made of it for all
/// the others. @thread that I/O thread, as long as the event passes
class Delivery {
public:
    using Bytes = std::shared_ptr<const std::string>;

    explicit Delivery(const desk::PublishedEvent& event) : m_event(event) {}
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;

    [[nodiscard]] const desk::PublishedEvent& event() const { return m_event; }

    /// The wire's bytes for all who see these data under this number in this form; made by the first who
    /// asks. Null where `make` says that they cannot be shared. @param form  the caller's own numbering
    template <class Make>
    const Bytes& once(const Bytes& data, std::int64_t seq, int form, const Make& make)
    {
        for (const Made& known : m_made) {
            if (known.data == data && known.seq == seq && known.form == form) {
                return known.bytes;
            }
        }
        m_made.push_back(Made{data, seq, form, make()});
        return m_made.back().bytes;
    }

private:
    struct Made {
        Bytes data;
        std::int64_t seq;
        int form;
        Bytes bytes;
    };

    const desk::PublishedEvent& m_event;
    std::vector<Made> m_made;
};

} // namespace parley::server::live
