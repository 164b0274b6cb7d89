// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/sentiment.h"

#include "server/nlp/sentiment/support_sentiment.h"
#include "server/nlp/sentiment/vader.h"

namespace parley::server::nlp {

Sentiment sentimentOf(std::string_view text)
{
    const double vader = vaderCompound(vaderText(text));
    const SupportReading support = supportReading(text);
    return {vader + support.likeness * (support.score - vader), vader};
}

double sentiment(std::string_view text)
{
    return sentimentOf(text).score;
}

} // namespace parley::server::nlp
