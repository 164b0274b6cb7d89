// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/wordpiece_tokenizer.h"

#include "server/nlp/embedding/wordpiece_words.h"

#include <algorithm>

namespace parley::server::nlp {

namespace {

/// A longer word is unknown as a whole. @source BERT, tokenization.py, max_input_chars_per_word
constexpr std::size_t kMaxWordCodePoints = 100;

/// No piece makes a token of more bytes than this, so that more text than that cannot matter.
constexpr std::size_t kBytesPerToken = 512;

bool continuesCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !continuesCodePoint(byte); }));
}

std::string_view withoutLineEnd(std::string_view line)
{
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

} // namespace

Result<WordpieceTokenizer> WordpieceTokenizer::fromVocabulary(std::string_view vocabulary,
                                                              const WordpieceOptions& options)
{
    WordpieceTokenizer tokenizer;
    tokenizer.m_options = options;
    tokenizer.m_options.maxTokens = std::max<std::size_t>(options.maxTokens, 3);
    std::int64_t number = 0;
    while (!vocabulary.empty()) {
        const std::size_t end = std::min(vocabulary.find('\n'), vocabulary.size());
        tokenizer.m_pieces.try_emplace(std::string(withoutLineEnd(vocabulary.substr(0, end))), number++);
        vocabulary.remove_prefix(std::min(end + 1, vocabulary.size()));
    }
    const std::pair<std::string_view, std::int64_t*> special[] = {{"[PAD]", &tokenizer.m_pad},
                                                                  {"[UNK]", &tokenizer.m_unknown},
                                                                  {"[CLS]", &tokenizer.m_begin},
                                                                  {"[SEP]", &tokenizer.m_end}};
    for (const auto& [name, token] : special) {
        const auto found = tokenizer.m_pieces.find(name);
        if (found == tokenizer.m_pieces.end()) {
            return fail(ErrorCode::InvalidArgument,
                        "vocab.txt has no " + std::string(name) +
                            ": it is not the vocabulary of a BERT model.");
        }
        *token = found->second;
    }
    return tokenizer;
}

std::vector<std::int64_t> WordpieceTokenizer::encode(std::string_view text) const
{
    const std::size_t room = m_options.maxTokens - 2;
    std::vector<std::int64_t> tokens{m_begin};
    const auto words =
        wordpieceWords(text.substr(0, m_options.maxTokens * kBytesPerToken), m_options.lowerCase, room);
    for (const std::string& word : words) {
        if (tokens.size() > room) {
            break;
        }
        appendWord(word, tokens);
    }
    tokens.resize(std::min(tokens.size(), room + 1));
    tokens.push_back(m_end);
    return tokens;
}

/// Greedy: the longest piece that begins the word, then the longest that goes on; all of it or [UNK].
void WordpieceTokenizer::appendWord(std::string_view word, std::vector<std::int64_t>& tokens) const
{
    const std::size_t before = tokens.size();
    std::size_t begin = codePoints(word) > kMaxWordCodePoints ? word.size() + 1 : 0;
    std::string piece;
    while (begin < word.size()) {
        std::size_t end = word.size();
        auto found = m_pieces.end();
        while (end > begin) {
            piece.assign(begin > 0 ? "##" : "").append(word.substr(begin, end - begin));
            found = m_pieces.find(piece);
            if (found != m_pieces.end()) {
                break;
            }
            do {
                --end;
            } while (end > begin && continuesCodePoint(word[end]));
        }
        if (found == m_pieces.end()) {
            begin = word.size() + 1;
            break;
        }
        tokens.push_back(found->second);
        begin = end;
    }
    if (begin > word.size()) {
        tokens.resize(before);
        tokens.push_back(m_unknown);
    }
}

} // namespace parley::server::nlp
