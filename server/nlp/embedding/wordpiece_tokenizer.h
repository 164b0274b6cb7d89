// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::nlp {

struct WordpieceOptions {
    /// Lower-cases and strips accents, as "uncased" models were trained.
    bool lowerCase = true;
    /// Tokens of one text with [CLS] and [SEP]; what is beyond is not read.
    std::size_t maxTokens = 512;
};

/// Cuts a text into the pieces that models of BERT's family read. Names of special tokens within a text
/// ("[SEP]") are text, never tokens: a customer must not be able to end a sentence for the model.
/// @source Devlin et al., BERT, 2019; Wu et al., Google's Neural Machine Translation System, 2016 (WordPiece)
/// @thread any; it never changes
class WordpieceTokenizer {
public:
    /// Knows no piece; only to be assigned to.
    WordpieceTokenizer() = default;

    /// @param vocabulary  the content of a vocab.txt: one piece a line, its number is its token
    /// @errors InvalidArgument one of [PAD] [UNK] [CLS] [SEP] is missing
    static Result<WordpieceTokenizer> fromVocabulary(std::string_view vocabulary,
                                                     const WordpieceOptions& options);

    /// [CLS], the pieces, [SEP].
    /// @param text  any bytes; malformed UTF-8 is left out
    [[nodiscard]] std::vector<std::int64_t> encode(std::string_view text) const;

    [[nodiscard]] std::int64_t padToken() const { return m_pad; }
    [[nodiscard]] std::size_t vocabularySize() const { return m_pieces.size(); }

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void appendWord(std::string_view word, std::vector<std::int64_t>& tokens) const;

    WordpieceOptions m_options;
    std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> m_pieces;
    std::int64_t m_pad = 0;
    std::int64_t m_unknown = 0;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
};

} // namespace parley::server::nlp
