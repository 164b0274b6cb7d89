// SPDX-License-Identifier: MIT
#include "server/nlp/ngrams.h"

#include "server/nlp/code_points.h"

#include <algorithm>
#include <string>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 5;

std::uint64_t fnv1a(std::string_view bytes)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    }
    return hash;
}

} // namespace

std::vector<std::uint64_t> wordNgrams(std::string_view word)
{
    std::vector<std::uint64_t> grams;
    appendWordNgrams(word, grams);
    return grams;
}

void appendWordNgrams(std::string_view word, std::vector<std::uint64_t>& grams)
{
    thread_local std::string padded; // asked for every word of every text that is indexed
    thread_local std::vector<std::size_t> starts;
    padded = ' ';
    padded.append(word).push_back(' ');
    starts.clear();
    for (std::size_t position = 0; position < padded.size();) {
        starts.push_back(position);
        decodeAt(padded, position);
    }
    starts.push_back(padded.size());
    const std::size_t count = starts.size() - 1;

    for (std::size_t length = kShortest; length <= kLongest; ++length) {
        for (std::size_t i = 0; i + length <= count; ++i) {
            grams.push_back(
                fnv1a(std::string_view(padded).substr(starts[i], starts[i + length] - starts[i])));
        }
    }
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit)
{
    const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > limit) {
        return limit + 1;
    }
    thread_local std::vector<std::size_t> before; // asked for many words in turn
    thread_local std::vector<std::size_t> last;
    thread_local std::vector<std::size_t> row;
    before.assign(b.size() + 1, 0);
    last.assign(b.size() + 1, 0);
    row.assign(b.size() + 1, 0);
    std::size_t lastLeast = 0;
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > limit && lastLeast > limit) { // a swap reaches two rows back, nothing further
            return limit + 1;
        }
        lastLeast = least;
        before.swap(last);
        last.swap(row);
    }
    return std::min(last[b.size()], limit + 1);
}

} // namespace parley::server::nlp
