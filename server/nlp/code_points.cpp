// SPDX-License-Identifier: MIT
#include "server/nlp/code_points.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace parley::server::nlp {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
    char32_t first;
    char32_t last;
};

// Blocks of letters, coarse on purpose: what matters is that no script falls apart into single characters.
constexpr std::array kLetters{
    Range{'A', 'Z'},         Range{'a', 'z'},       Range{0xAA, 0xAA},     Range{0xB5, 0xB5},
    Range{0xBA, 0xBA},       Range{0xC0, 0xD6},     Range{0xD8, 0xF6},     Range{0xF8, 0x2AF},
    Range{0x300, 0x374},     Range{0x376, 0x37D},   Range{0x37F, 0x386},   Range{0x388, 0x481},
    Range{0x483, 0x52F},     Range{0x531, 0x556},   Range{0x561, 0x587},   Range{0x591, 0x5BD},
    Range{0x5D0, 0x5F2},     Range{0x620, 0x65F},   Range{0x66E, 0x6D3},   Range{0x6D5, 0x6EF},
    Range{0x6FA, 0x6FF},     Range{0x710, 0x963},   Range{0x971, 0xE3A},   Range{0xE40, 0xE4E},
    Range{0xE80, 0xECF},     Range{0xF40, 0x103F},  Range{0x1050, 0x135F}, Range{0x1380, 0x17B3},
    Range{0x1820, 0x18AA},   Range{0x1E00, 0x1FBC}, Range{0x1FC2, 0x1FCC}, Range{0x1FD0, 0x1FDB},
    Range{0x1FE0, 0x1FEC},   Range{0x1FF2, 0x1FFC}, Range{0x3041, 0x3096}, Range{0x30A1, 0x30FA},
    Range{0x30FC, 0x30FE},   Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF}, Range{0xA000, 0xA48C},
    Range{0xA640, 0xA66E},   Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF}, Range{0xFB00, 0xFDFB},
    Range{0xFE70, 0xFEFC},   Range{0xFF21, 0xFF3A}, Range{0xFF41, 0xFF5A}, Range{0xFF66, 0xFFDC},
    Range{0x20000, 0x3134F},
};

constexpr std::array kUnspaced{
    Range{0xE01, 0xE4E},
    Range{0x3041, 0x30FE},
    Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},
    Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},
    Range{0xFF66, 0xFF9D},
    Range{0x20000, 0x3134F},
};

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t c)
{
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), c, [](char32_t value, const Range& range) {
            return value < range.first;
        });
    return after != ranges.begin() && c <= std::prev(after)->last;
}

// U+00DF..U+00FF and U+0100..U+017F, one base letter each (ß, æ, þ, œ are handled apart).
constexpr std::string_view kLatin1Base = "saaaaaaaceeeeiiiidnooooo/ouuuuyty";
constexpr std::string_view kLatinABase = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk"
                                         "llllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
                                         "uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin1Base.size() == 0x21 && kLatinABase.size() == 0x80);

char32_t foldedGreekOrCyrillic(char32_t c)
{
    switch (c) {
    case 0x3AC:
        return 0x3B1;
    case 0x3AD:
        return 0x3B5;
    case 0x3AE:
        return 0x3B7;
    case 0x3AF:
    case 0x3CA:
    case 0x390:
        return 0x3B9;
    case 0x3CB:
    case 0x3CD:
    case 0x3B0:
        return 0x3C5;
    case 0x3CC:
        return 0x3BF;
    case 0x3CE:
        return 0x3C9;
    case 0x451:
        return 0x435;
    default:
        return c;
    }
}

char32_t foldedVietnamese(char32_t c)
{
    constexpr std::array<Range, 6> kBlocks{
        {{0x1EA0, 'a'}, {0x1EB8, 'e'}, {0x1EC8, 'i'}, {0x1ECC, 'o'}, {0x1EE4, 'u'}, {0x1EF2, 'y'}}};
    char32_t base = c;
    for (const Range& block : kBlocks) {
        if (c >= block.first) {
            base = block.last;
        }
    }
    return base;
}

char32_t loweredLatin(char32_t c)
{
    const bool even = c % 2 == 0;
    if (c == 0x178) {
        return 0xFF;
    }
    if (c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149) {
        return c == 0x130 ? U'i' : c;
    }
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x218 && c <= 0x21F)) {
        return even ? c + 1 : c;
    }
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
        return even ? c : c + 1;
    }
    return c;
}

char32_t loweredGreek(char32_t c)
{
    if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) {
        return c + 0x20;
    }
    if (c >= 0x388 && c <= 0x38A) {
        return c + 37;
    }
    switch (c) {
    case 0x386:
        return 0x3AC;
    case 0x38C:
        return 0x3CC;
    case 0x38E:
    case 0x38F:
        return c + 63;
    case 0x3C2:
        return 0x3C3; // a final sigma is the same letter
    default:
        return c;
    }
}

char32_t loweredCyrillic(char32_t c)
{
    if (c <= 0x40F) {
        return c + 0x50;
    }
    if (c <= 0x42F) {
        return c + 0x20;
    }
    const bool paired =
        (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);
    return paired && c % 2 == 0 ? c + 1 : c;
}

} // namespace

char32_t detail::decodeMultibyteAt(std::string_view text, std::size_t& position)
{
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const std::uint8_t lead = byte(position++);
    const std::size_t extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || position + extra > text.size()) {
        return kReplacement;
    }
    char32_t c = lead & (0x3Fu >> extra);
    for (std::size_t i = 0; i < extra; ++i) {
        if ((byte(position + i) & 0xC0u) != 0x80u) {
            return kReplacement;
        }
        c = (c << 6) | (byte(position + i) & 0x3Fu);
    }
    const bool overlong = (extra == 2 && c < 0x800) || (extra == 3 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        return kReplacement;
    }
    position += extra;
    return c;
}

void appendUtf8(std::string& out, char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = kReplacement;
    }
    const auto put = [&](char32_t value) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(value)));
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

bool detail::isDigitBeyondAscii(char32_t c)
{
    return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) ||
           (c >= 0xFF10 && c <= 0xFF19);
}

bool detail::isLetterBeyondAscii(char32_t c)
{
    return contains(kLetters, c);
}

bool detail::isUnspacedScript(char32_t c)
{
    return contains(kUnspaced, c);
}

bool detail::isSpaceBeyondAscii(char32_t c)
{
    return c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x3000;
}

bool isUpper(char32_t c)
{
    return lowered(c) != c && c != 0x3C2;
}

char32_t detail::loweredBeyondAscii(char32_t c)
{
    if (c < 0x100) {
        return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
    }
    if (c < 0x250) {
        return loweredLatin(c);
    }
    if (c >= 0x370 && c < 0x400) {
        return loweredGreek(c);
    }
    if (c >= 0x400 && c < 0x530) {
        return loweredCyrillic(c);
    }
    if (c >= 0x531 && c <= 0x556) {
        return c + 0x30;
    }
    if (c == 0x1E9E) {
        return 0xDF;
    }
    if (c >= 0x1E00 && c <= 0x1EFF && !(c >= 0x1E95 && c <= 0x1E9F)) {
        return c % 2 == 0 ? c + 1 : c;
    }
    return c >= 0xFF21 && c <= 0xFF3A ? c + 32 : c;
}

void appendFolded(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c == 0xDF) {
        out += "ss";
    } else if (c == 0xE6) {
        out += "ae";
    } else if (c == 0x153) {
        out += "oe";
    } else if (c == 0xFE) {
        out += "th";
    } else if (c > 0xDF && c <= 0xFF && c != 0xF7) {
        out.push_back(kLatin1Base[c - 0xDF]);
    } else if (c >= 0x100 && c <= 0x17F) {
        out.push_back(kLatinABase[c - 0x100]);
    } else if (c == 0x219 || c == 0x21B) {
        out.push_back(c == 0x219 ? 's' : 't');
    } else if (c >= 0x300 && c <= 0x36F) {
        return;
    } else if (c >= 0x1EA0 && c <= 0x1EF9) {
        appendUtf8(out, foldedVietnamese(c));
    } else if (c >= 0xFF01 && c <= 0xFF5E) {
        appendUtf8(out, c - 0xFEE0);
    } else {
        appendUtf8(out, foldedGreekOrCyrillic(c));
    }
}

std::string folded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        if (const auto byte = static_cast<unsigned char>(text[position]); byte < 0x80) {
            out.push_back(static_cast<char>(lowered(byte)));
            ++position;
            continue;
        }
        appendFolded(out, lowered(decodeAt(text, position)));
    }
    return out;
}

} // namespace parley::server::nlp
