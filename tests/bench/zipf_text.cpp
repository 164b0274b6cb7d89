// SPDX-License-Identifier: MIT
#include "tests/bench/zipf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace parley::bench {
namespace {

constexpr std::size_t kVocabulary = 50'000;
constexpr double kShift = 2.7;
constexpr double kPower = 1.05;
constexpr std::size_t kSentence = 15;

constexpr std::string_view kFunctionWords =
    "the of and to a in is that it for you was with on as are this be at by or from have an not your can "
    "will "
    "if they which we but all their has one when do more there how so what about who would other its than "
    "into "
    "only also some could these may then should any my over such our most after no out up made where just";
constexpr std::string_view kDeskWords =
    "account order payment service email password customer delivery refund invoice plan product price change "
    "cancel address support team request page return contact update date number file document message error "
    "setting security card subscription shipping list report version device network phone limit";

void append(std::vector<std::string>& words, std::string_view list)
{
    std::istringstream in{std::string(list)};
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
}

/// Two to four syllables.
std::string madeUp(std::size_t number)
{
    constexpr std::array<std::string_view, 32> kSyllables{"ba",  "ter", "mo",  "lin", "ga", "pre", "son",
                                                          "ti",  "va",  "ro",  "ked", "nu", "shi", "po",
                                                          "lar", "em",  "da",  "con", "fi", "ral", "sto",
                                                          "me",  "vin", "tra", "cul", "ne", "ber", "os",
                                                          "pla", "du",  "mer", "ik"};
    std::string word;
    for (std::size_t rest = number + 32; rest > 0; rest /= 32) {
        word += kSyllables[rest % 32];
    }
    return word;
}

} // namespace

ZipfText::ZipfText(std::uint64_t seed) : m_state(seed)
{
    append(m_words, kFunctionWords);
    append(m_words, kDeskWords);
    while (m_words.size() < kVocabulary) {
        m_words.push_back(madeUp(m_words.size()));
    }
    double sum = 0;
    for (std::size_t rank = 0; rank < m_words.size(); ++rank) {
        sum += 1 / std::pow(static_cast<double>(rank) + 1 + kShift, kPower);
        m_shares.push_back(sum);
    }
}

std::size_t ZipfText::below(std::size_t limit)
{
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(m_state >> 33) % limit;
}

const std::string& ZipfText::word()
{
    const double at = static_cast<double>(below(1'000'000'007)) / 1e9 * m_shares.back();
    const auto found = std::lower_bound(m_shares.begin(), m_shares.end(), at);
    const auto rank = static_cast<std::size_t>(found - m_shares.begin());
    return m_words[std::min(rank, m_words.size() - 1)];
}

std::string ZipfText::text(std::size_t words)
{
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
        out += word();
        out += i % kSentence == kSentence - 1 ? ". " : " ";
    }
    return out;
}

std::string ZipfText::question(std::string_view passage)
{
    std::vector<std::string> there;
    append(there, passage);
    std::string out = "how";
    const std::size_t words = 3 + below(9);
    for (std::size_t i = 0; i < words; ++i) {
        std::string next = below(2) == 0 ? there[below(there.size())] : word();
        if (next.size() > 5 && below(20 * words) == 0) {
            std::swap(next[2], next[3]);
        }
        out += ' ' + next;
    }
    return out + '?';
}

} // namespace parley::bench
