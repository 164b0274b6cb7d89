// SPDX-License-Identifier: MIT
// What understanding one message costs: language, sentiment, entities, masking and intent, on one thread.
// bench_understand [ROUNDS]
#include "server/nlp/entities/entities.h"
#include "server/nlp/entities/pii.h"
#include "server/nlp/intent/intent_model.h"
#include "server/nlp/sentiment/sentiment.h"
#include "server/nlp/text_language.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace parley::server::nlp;

namespace {

constexpr std::array<std::string_view, 10> kMessages{
    "Where is my order?",
    "Hi, I was charged twice for order #48213 and I am still waiting for the refund of $49.90. This is the "
    "third time "
    "I write to you, please call me at +49 30 1234567 or answer to ana@example.com.",
    "my app keeps crashing when i open the settings, android 14, started yesterday",
    "Hello, I'd like to upgrade from Starter to Pro. Will the change take effect immediately, and do I pay "
    "the full "
    "month? Thanks in advance!",
    "Great, another outage. Our whole team of 12 has been locked out since March 3rd and nobody answers.",
    "Ich warte seit drei Wochen auf meine Bestellung und niemand antwortet. Das ist eine Frechheit!",
    "Bonjour, comment puis-je changer mon adresse de livraison ? Merci d'avance.",
    "No puedo iniciar sesión desde ayer, mi cuenta está bloqueada.",
    "Thank you so much, the new version fixed it! Works great now.",
    "Hello team, I hope this message finds you well. We connected the calendar last week and it worked, but "
    "for the "
    "past 3 days the due dates of our tasks no longer appear. I tried to disconnect and to connect it again, "
    "and "
    "checked that the account is the right one. The log shows error 403 at 10:32. The workspace is WS-48821, "
    "the "
    "invoice of this month INV-2026-00487. Could you look into it before next Monday? Kind regards, Ana"};

/// Forty labels with fifty sentences each, of a vocabulary of their own and one in common.
std::vector<IntentExample> examples()
{
    constexpr std::array<std::string_view, 8> kVerbs{
        "change", "find", "cancel", "update", "see", "pay", "return", "reset"};
    constexpr std::array<std::string_view, 5> kThings{"order", "invoice", "password", "address", "plan"};
    constexpr std::array<std::string_view, 10> kBeginnings{"how do I",
                                                           "can you help me to",
                                                           "I want to",
                                                           "where can I",
                                                           "please",
                                                           "I cannot",
                                                           "is it possible to",
                                                           "we need to",
                                                           "why can't I",
                                                           "tell me how to"};
    constexpr std::array<std::string_view, 5> kEnds{"", " today", " on my phone", " for my team", " again"};
    std::vector<IntentExample> all;
    for (const std::string_view verb : kVerbs) {
        for (const std::string_view thing : kThings) {
            const std::string label = std::string(verb) + "_" + std::string(thing);
            for (const std::string_view beginning : kBeginnings) {
                for (const std::string_view end : kEnds) {
                    all.push_back({std::string(beginning) + " " + std::string(verb) + " my " +
                                       std::string(thing) + std::string(end),
                                   label});
                }
            }
        }
    }
    return all;
}

/// Microseconds a message: the mean over all messages of each round.
template <class Work>
std::vector<double> timed(int rounds, Work&& work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        for (const std::string_view message : kMessages) {
            work(message);
        }
        const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - begin;
        times.push_back(spent.count() / static_cast<double>(kMessages.size()));
    }
    std::sort(times.begin(), times.end());
    return times;
}

template <class Work>
double report(const char* name, int rounds, Work&& work)
{
    static_cast<void>(timed(3, work)); // tables are built at the first use
    const std::vector<double> times = timed(rounds, work);
    const double median = times[times.size() / 2];
    std::printf("%-12s %8.2f us p50 %8.2f us p99\n", name, median, times[times.size() * 99 / 100]);
    return median;
}

} // namespace

int main(int argc, char** argv)
{
    const int rounds = std::max(argc > 1 ? std::atoi(argv[1]) : 500, 1);
    const auto model = IntentModel::train(examples());
    if (!model) {
        std::fprintf(stderr, "%s\n", model.error().message.c_str());
        return 1;
    }
    const EntityFinder finder({{"Aurora Lamp", "Aurora Lamp Pro"}, "SUP", {"PA"}, DateOrder::DayFirst});
    std::size_t seen = 0;
    double all = 0;
    all += report("language", rounds, [&](std::string_view text) { seen += textLanguage(text).code.size(); });
    all += report("sentiment", rounds, [&](std::string_view text) { seen += sentiment(text) > 0 ? 1U : 0U; });
    all += report("entities", rounds, [&](std::string_view text) { seen += finder.find(text, 0).size(); });
    const double masking =
        report("masking", rounds, [&](std::string_view text) { seen += maskPii(text).map.size(); });
    all += report("intent", rounds, [&](std::string_view text) {
        seen += (*model)->classify(text).guesses.size();
    });
    std::printf("%-12s %8.2f us, with masking %.2f us (%zu messages, %zu)\n",
                "together",
                all,
                all + masking,
                kMessages.size(),
                seen);
    return 0;
}
