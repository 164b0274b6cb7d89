// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/sentiment.h"

#include "server/nlp/sentiment/support_sentiment.h"
#include "server/nlp/sentiment/vader.h"
#include "server/nlp/sentiment/vader_lexicon.h"

namespace parley::server::nlp {

Sentiment sentimentOf(std::string_view text)
{
    const double vader = vaderCompound(vaderText(text));
    const SupportReading support = supportReading(text);
    const double share = kVaderLexicon.empty() ? 1 : support.likeness;
    return {vader + share * (support.score - vader), vader};
}

double sentiment(std::string_view text)
{
    return sentimentOf(text).score;
}

} // namespace parley::server::nlp
