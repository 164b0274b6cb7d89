// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace parley::server::knowledge {

/// The vocabularies that a word processor's document is made of; the transitional and the strict one are the
/// same here.
enum class XmlSpace { Word, Math, Compatibility, Other };

/// Attributes of one element.
class XmlAttributes {
public:
    /// @param values  as libxml2 hands them over: five pointers each
    XmlAttributes(const unsigned char** values, int count) : m_values(values), m_count(count) {}

    /// By its name without a prefix; empty when it is missing.
    [[nodiscard]] std::string get(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;

private:
    const unsigned char** m_values;
    int m_count;
};

/// Is told of what a stream of XML contains, in its order.
class XmlHandler {
public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    virtual ~XmlHandler() = default;

    virtual void start(XmlSpace space, std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(XmlSpace, std::string_view) {}
    /// Part of a text; a long one comes in several.
    virtual void text(std::string_view) {}
};

/// Parses XML piece by piece, without a tree. A document type declaration is refused: no format read here has
/// one, and entities are what bombs are made of. Nothing else is ever loaded.
/// @thread one
class XmlStream {
public:
    explicit XmlStream(XmlHandler& handler);
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;
    ~XmlStream();

    /// @errors InvalidArgument not well-formed; PayloadTooLarge a DTD, or nested without end
    Result<void> feed(std::string_view bytes);
    Result<void> finish();

private:
    struct State;
    [[nodiscard]] Result<void> judge(bool atEnd) const;

    std::unique_ptr<State> m_state;
};

} // namespace parley::server::knowledge
