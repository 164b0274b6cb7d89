// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/xml_stream.h"

#include "server/knowledge/extract/extract_error.h"

#include <libxml/parser.h>

#include <new>

namespace parley::server::knowledge {

namespace {

// Tables in tables make some hundred; the parser itself does not recurse here.
constexpr int kDeepest = 20'000;

std::string_view viewOf(const unsigned char* text)
{
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

XmlSpace spaceOf(std::string_view uri)
{
    if (uri.ends_with("/wordprocessingml/2006/main") || uri.ends_with("/ooxml/wordprocessingml/main")) {
        return XmlSpace::Word;
    }
    if (uri.ends_with("/officeDocument/2006/math") || uri.ends_with("/ooxml/officeDocument/math")) {
        return XmlSpace::Math;
    }
    return uri.find("/markup-compatibility/") != std::string_view::npos ? XmlSpace::Compatibility
                                                                        : XmlSpace::Other;
}

} // namespace

std::string XmlAttributes::get(std::string_view name) const
{
    for (int i = 0; i < m_count; ++i) {
        const unsigned char** attribute = m_values + static_cast<std::ptrdiff_t>(i) * 5;
        if (viewOf(attribute[0]) == name) {
            return std::string(reinterpret_cast<const char*>(attribute[3]),
                               reinterpret_cast<const char*>(attribute[4]));
        }
    }
    return {};
}

bool XmlAttributes::has(std::string_view name) const
{
    for (int i = 0; i < m_count; ++i) {
        if (viewOf(m_values[static_cast<std::ptrdiff_t>(i) * 5]) == name) {
            return true;
        }
    }
    return false;
}

struct XmlStream::State {
    explicit State(XmlHandler& to) : handler(to) {}

    XmlHandler& handler;
    xmlParserCtxtPtr parser = nullptr;
    int depth = 0;
    bool typeDeclared = false;
    bool tooDeep = false;

    static State& of(void* self) { return *static_cast<State*>(self); }

    static void start(void* self,
                      const xmlChar* name,
                      const xmlChar*,
                      const xmlChar* uri,
                      int,
                      const xmlChar**,
                      int count,
                      int,
                      const xmlChar** attributes)
    {
        State& state = of(self);
        if (++state.depth > kDeepest) {
            state.tooDeep = true;
            xmlStopParser(state.parser);
            return;
        }
        state.handler.start(spaceOf(viewOf(uri)), viewOf(name), XmlAttributes(attributes, count));
    }

    static void end(void* self, const xmlChar* name, const xmlChar*, const xmlChar* uri)
    {
        --of(self).depth;
        of(self).handler.end(spaceOf(viewOf(uri)), viewOf(name));
    }

    static void text(void* self, const xmlChar* text, int size)
    {
        of(self).handler.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    }

    static void declareType(void* self, const xmlChar*, const xmlChar*, const xmlChar*)
    {
        of(self).typeDeclared = true;
        xmlStopParser(of(self).parser);
    }

    static void ignore(void*, const char*, ...) {}
};

XmlStream::XmlStream(XmlHandler& handler) : m_state(std::make_unique<State>(handler))
{
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = &State::start;
    sax.endElementNs = &State::end;
    sax.characters = &State::text;
    sax.cdataBlock = &State::text;
    sax.ignorableWhitespace = &State::text;
    sax.internalSubset = &State::declareType;
    sax.error = &State::ignore;
    sax.warning = &State::ignore;
    m_state->parser = xmlCreatePushParserCtxt(&sax, m_state.get(), nullptr, 0, nullptr);
    if (m_state->parser == nullptr) {
        throw std::bad_alloc();
    }
    // HUGE lifts limits that memory and the counted bytes set here anyway; without it deep tables are
    // refused.
    xmlCtxtUseOptions(m_state->parser,
                      XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

XmlStream::~XmlStream()
{
    if (m_state->parser != nullptr) {
        xmlFreeDoc(m_state->parser->myDoc);
        m_state->parser->myDoc = nullptr;
        xmlFreeParserCtxt(m_state->parser);
    }
}

Result<void> XmlStream::feed(std::string_view bytes)
{
    xmlParseChunk(m_state->parser, bytes.data(), static_cast<int>(bytes.size()), 0);
    return judge(false);
}

Result<void> XmlStream::finish()
{
    xmlParseChunk(m_state->parser, nullptr, 0, 1);
    return judge(true);
}

Result<void> XmlStream::judge(bool atEnd) const
{
    if (m_state->typeDeclared) {
        return fail(
            extractError(ExtractFault::Bomb,
                         "The document contains a document type declaration (DTD), which no document of "
                         "this kind needs; it is refused."));
    }
    if (m_state->tooDeep) {
        return fail(extractError(ExtractFault::Bomb, "The document is nested too deeply; it is refused."));
    }
    if (m_state->parser->errNo == XML_ERR_NO_MEMORY) {
        throw std::bad_alloc();
    }
    if (m_state->parser->wellFormed == 0 && (atEnd || m_state->parser->disableSAX != 0)) {
        return fail(extractError(ExtractFault::Broken,
                                 "The document is damaged: its contents are no well-formed XML.",
                                 "libxml2 error " + std::to_string(m_state->parser->errNo)));
    }
    return {};
}

} // namespace parley::server::knowledge
