// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/vader_words.h"

#include <algorithm>
#include <array>

namespace parley::server::nlp {
namespace {

struct Emoji {
    char32_t first;
    char32_t last;
    float valence;
};

// By code point; our own ratings, on the lexicon's scale.
constexpr std::array kEmoji{
    Emoji{0x203C, 0x203C, -0.3F},   Emoji{0x2620, 0x2620, -1.5F},   Emoji{0x2639, 0x2639, -1.9F},
    Emoji{0x263A, 0x263A, 2.0F},    Emoji{0x2665, 0x2665, 2.7F},    Emoji{0x26A0, 0x26A0, -0.8F},
    Emoji{0x2705, 0x2705, 0.8F},    Emoji{0x2728, 0x2728, 1.3F},    Emoji{0x274C, 0x274C, -1.0F},
    Emoji{0x2757, 0x2757, -0.4F},   Emoji{0x2763, 0x2764, 2.7F},    Emoji{0x2B50, 0x2B50, 1.5F},
    Emoji{0x1F31F, 0x1F31F, 1.6F},  Emoji{0x1F381, 0x1F381, 1.3F},  Emoji{0x1F389, 0x1F38A, 2.3F},
    Emoji{0x1F3C6, 0x1F3C6, 1.8F},  Emoji{0x1F44C, 0x1F44C, 1.6F},  Emoji{0x1F44D, 0x1F44D, 1.9F},
    Emoji{0x1F44E, 0x1F44E, -2.0F}, Emoji{0x1F44F, 0x1F44F, 1.6F},  Emoji{0x1F47F, 0x1F47F, -2.4F},
    Emoji{0x1F480, 0x1F480, -0.8F}, Emoji{0x1F490, 0x1F490, 1.8F},  Emoji{0x1F493, 0x1F493, 2.6F},
    Emoji{0x1F494, 0x1F494, -2.5F}, Emoji{0x1F495, 0x1F49F, 2.7F},  Emoji{0x1F4A2, 0x1F4A2, -1.8F},
    Emoji{0x1F4A9, 0x1F4A9, -1.8F}, Emoji{0x1F4AA, 0x1F4AA, 1.4F},  Emoji{0x1F4AF, 0x1F4AF, 1.7F},
    Emoji{0x1F525, 0x1F525, 0.8F},  Emoji{0x1F595, 0x1F595, -3.4F}, Emoji{0x1F5A4, 0x1F5A4, 1.6F},
    Emoji{0x1F600, 0x1F606, 2.1F},  Emoji{0x1F607, 0x1F607, 1.8F},  Emoji{0x1F609, 0x1F609, 1.2F},
    Emoji{0x1F60A, 0x1F60B, 2.2F},  Emoji{0x1F60C, 0x1F60C, 1.4F},  Emoji{0x1F60D, 0x1F60D, 2.8F},
    Emoji{0x1F60E, 0x1F60E, 1.6F},  Emoji{0x1F60F, 0x1F60F, 0.4F},  Emoji{0x1F610, 0x1F611, -0.5F},
    Emoji{0x1F612, 0x1F613, -1.3F}, Emoji{0x1F614, 0x1F614, -1.6F}, Emoji{0x1F615, 0x1F616, -1.4F},
    Emoji{0x1F617, 0x1F61A, 2.1F},  Emoji{0x1F61B, 0x1F61D, 1.4F},  Emoji{0x1F61E, 0x1F61F, -1.8F},
    Emoji{0x1F620, 0x1F621, -2.8F}, Emoji{0x1F622, 0x1F623, -1.9F}, Emoji{0x1F624, 0x1F624, -2.2F},
    Emoji{0x1F625, 0x1F625, -1.5F}, Emoji{0x1F626, 0x1F62A, -1.6F}, Emoji{0x1F62B, 0x1F62B, -1.9F},
    Emoji{0x1F62C, 0x1F62C, -0.7F}, Emoji{0x1F62D, 0x1F62D, -1.8F}, Emoji{0x1F62E, 0x1F62F, 0.1F},
    Emoji{0x1F630, 0x1F631, -1.7F}, Emoji{0x1F633, 0x1F633, -0.5F}, Emoji{0x1F635, 0x1F635, -1.0F},
    Emoji{0x1F637, 0x1F637, -0.9F}, Emoji{0x1F638, 0x1F63A, 2.0F},  Emoji{0x1F63B, 0x1F63B, 2.6F},
    Emoji{0x1F63E, 0x1F63F, -2.0F}, Emoji{0x1F641, 0x1F641, -1.7F}, Emoji{0x1F642, 0x1F642, 1.3F},
    Emoji{0x1F643, 0x1F643, -0.2F}, Emoji{0x1F644, 0x1F644, -1.5F}, Emoji{0x1F64C, 0x1F64C, 2.0F},
    Emoji{0x1F64F, 0x1F64F, 1.1F},  Emoji{0x1F680, 0x1F680, 1.4F},  Emoji{0x1F6A8, 0x1F6A8, -1.0F},
    Emoji{0x1F90C, 0x1F90F, 1.0F},  Emoji{0x1F917, 0x1F917, 2.1F},  Emoji{0x1F921, 0x1F922, -1.7F},
    Emoji{0x1F923, 0x1F923, 1.9F},  Emoji{0x1F929, 0x1F929, 2.6F},  Emoji{0x1F92C, 0x1F92C, -3.0F},
    Emoji{0x1F92E, 0x1F92E, -2.2F}, Emoji{0x1F970, 0x1F970, 2.8F},  Emoji{0x1F971, 0x1F971, -0.8F},
    Emoji{0x1F973, 0x1F973, 2.5F},  Emoji{0x1F97A, 0x1F97A, -0.6F}, Emoji{0x1F9E1, 0x1F9E1, 2.6F},
};

} // namespace

float emojiValence(char32_t c)
{
    const auto after =
        std::upper_bound(kEmoji.begin(), kEmoji.end(), c, [](char32_t value, const Emoji& emoji) {
            return value < emoji.first;
        });
    if (after == kEmoji.begin() || c > std::prev(after)->last) {
        return 0;
    }
    return std::prev(after)->valence;
}

} // namespace parley::server::nlp
