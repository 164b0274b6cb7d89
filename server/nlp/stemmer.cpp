// SPDX-License-Identifier: MIT
#include "server/nlp/stemmer.h"

#include "server/nlp/code_points.h"

#include <libstemmer.h>

#include <array>
#include <memory>

namespace parley::server::nlp {
namespace {

struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

using StemmerPointer = std::unique_ptr<sb_stemmer, StemmerDeleter>;
constexpr std::array kAlgorithms{
    "english", "german", "spanish", "french", "italian", "portuguese", "dutch", "russian"};

// Creating one costs more than a hundred stems, and one instance must not be shared between threads.
sb_stemmer* stemmerOf(Language language)
{
    thread_local std::array<StemmerPointer, kAlgorithms.size()> stemmers;
    const auto index = static_cast<std::size_t>(language);
    if (index >= stemmers.size()) {
        return nullptr;
    }
    if (!stemmers[index]) {
        stemmers[index].reset(sb_stemmer_new(kAlgorithms[index], "UTF_8"));
    }
    return stemmers[index].get();
}

} // namespace

std::string stem(std::string_view word, Language language)
{
    sb_stemmer* stemmer = stemmerOf(language);
    if (stemmer == nullptr) {
        return folded(word);
    }
    const sb_symbol* out = sb_stemmer_stem(stemmer,
                                           reinterpret_cast<const sb_symbol*>(word.data()),
                                           static_cast<int>(word.size()));
    if (out == nullptr) { // out of memory inside the library
        return folded(word);
    }
    const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer));
    return folded(std::string_view(reinterpret_cast<const char*>(out), length));
}

} // namespace parley::server::nlp
