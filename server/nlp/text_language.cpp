// SPDX-License-Identifier: MIT
#include "server/nlp/text_language.h"

#include "server/nlp/code_points.h"

#ifdef PARLEY_HAS_CLD2
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <cstdio> // the header of CLD2 needs it and does not say so
#endif

#include <algorithm>
#include <array>
#include <map>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kBytesRead = 2'000;
/// Below it words that several languages have ("a", "me", "on") lead astray.
constexpr double kClearShare = 0.5;

std::string_view beginning(std::string_view text)
{
    std::size_t end = std::min(text.size(), kBytesRead);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

struct Script {
    char32_t first;
    char32_t last;
    std::string_view code; ///< the language that is likeliest in it
};

constexpr std::array kScripts{
    Script{0x370, 0x3FF, "el"},
    Script{0x400, 0x52F, "ru"},
    Script{0x530, 0x58F, "hy"},
    Script{0x590, 0x5FF, "he"},
    Script{0x600, 0x6FF, "ar"},
    Script{0x900, 0x97F, "hi"},
    Script{0x980, 0x9FF, "bn"},
    Script{0xB80, 0xBFF, "ta"},
    Script{0xE00, 0xE7F, "th"},
    Script{0x10A0, 0x10FF, "ka"},
    Script{0x3040, 0x30FF, "ja"},
    Script{0x4E00, 0x9FFF, "zh"},
    Script{0xAC00, 0xD7A3, "ko"},
};

/// The language by letters; empty where most are Latin or there are none.
std::string_view languageOfScript(std::string_view text)
{
    std::map<std::string_view, std::size_t> counts;
    std::size_t letters = 0;
    bool isUkrainian = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeAt(text, at);
        letters += isLetter(c) ? 1U : 0U;
        isUkrainian = isUkrainian || c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491;
        for (const Script& script : kScripts) {
            if (c >= script.first && c <= script.last) {
                ++counts[script.code];
            }
        }
    }
    // Japanese has Han too, but no other language has kana.
    if (10 * counts["ja"] > letters) {
        return "ja";
    }
    for (const auto& [code, count] : counts) {
        if (2 * count > letters) {
            return code == "ru" && isUkrainian ? "uk" : code;
        }
    }
    return {};
}

bool isLatinAndClear(const LanguageGuess& guess)
{
    return guess.share >= kClearShare && guess.language != Language::Other &&
           guess.language != Language::Russian;
}

TextLanguage byWordsOrScript(std::string_view text, const LanguageGuess& guess)
{
    if (const std::string_view code = languageOfScript(text); !code.empty()) {
        return {std::string(code), true};
    }
    if (guess.share == 0 || guess.language == Language::Other) {
        return {};
    }
    return {std::string(languageCode(guess.language)), isLatinAndClear(guess)};
}

#ifdef PARLEY_HAS_CLD2
/// CLD2 has the codes of its time.
std::string todaysCode(std::string_view code)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kRenamed{
        {{"iw", "he"}, {"zh-Hant", "zh"}, {"jw", "jv"}, {"nn", "no"}, {"sr-ME", "sr"}, {"un", "und"}}};
    for (const auto& [old, now] : kRenamed) {
        if (old == code) {
            return std::string(now);
        }
    }
    return std::string(code);
}

TextLanguage byCld2(std::string_view text)
{
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int bytes = 0;
    int validBytes = 0;
    bool isReliable = false;
    const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(),
                                                                            static_cast<int>(text.size()),
                                                                            true,
                                                                            &hints,
                                                                            CLD2::kCLDFlagBestEffort,
                                                                            languages.data(),
                                                                            percents.data(),
                                                                            scores.data(),
                                                                            nullptr,
                                                                            &bytes,
                                                                            &isReliable,
                                                                            &validBytes);
    if (language == CLD2::UNKNOWN_LANGUAGE || validBytes < static_cast<int>(text.size())) {
        return {};
    }
    return {todaysCode(CLD2::LanguageCode(language)), isReliable};
}
#endif

} // namespace

TextLanguage textLanguage(std::string_view text)
{
    const std::string_view read = beginning(text);
    return textLanguage(read, guessLanguage(tokenize(read)));
}

TextLanguage textLanguage(std::string_view text, const LanguageGuess& guess)
{
    const std::string_view read = beginning(text);
    if (isLatinAndClear(guess)) {
        return {std::string(languageCode(guess.language)), true};
    }
#ifdef PARLEY_HAS_CLD2
    if (TextLanguage found = byCld2(read); found.code != "und") {
        return found;
    }
#endif
    return byWordsOrScript(read, guess);
}

} // namespace parley::server::nlp
