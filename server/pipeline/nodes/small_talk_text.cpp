// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/small_talk_text.h"

#include <array>

namespace parley::server::pipeline {

namespace {

struct Phrases {
    std::string_view language;
    std::string_view greeting;
    std::string_view thanks;
    std::string_view goodbye;
    std::string_view noWords;
};

constexpr std::array kPhrases = {
    Phrases{"en",
            "Hello! What can I help you with?",
            "You are welcome. Is there anything else I can help with?",
            "Goodbye, and thank you for getting in touch.",
            "Could you tell me in a few words what you need?"},
    Phrases{"de",
            "Hallo! Wobei kann ich helfen?",
            "Gern geschehen. Kann ich sonst noch helfen?",
            "Auf Wiedersehen und danke für Ihre Nachricht.",
            "Können Sie mir kurz sagen, worum es geht?"},
    Phrases{"es",
            "¡Hola! ¿En qué puedo ayudarle?",
            "De nada. ¿Puedo ayudarle en algo más?",
            "Hasta luego y gracias por escribirnos.",
            "¿Puede decirme en pocas palabras qué necesita?"},
    Phrases{"fr",
            "Bonjour ! Comment puis-je vous aider ?",
            "Je vous en prie. Puis-je vous aider pour autre chose ?",
            "Au revoir et merci de nous avoir écrit.",
            "Pouvez-vous me dire en quelques mots ce dont vous avez besoin ?"},
};

} // namespace

std::string_view smallTalkText(nlp::SmallTalk kind, std::string_view locale)
{
    const Phrases* phrases = &kPhrases.front();
    for (const Phrases& candidate : kPhrases) {
        if (locale.substr(0, 2) == candidate.language) {
            phrases = &candidate;
        }
    }
    switch (kind) {
    case nlp::SmallTalk::Greeting:
        return phrases->greeting;
    case nlp::SmallTalk::Thanks:
        return phrases->thanks;
    case nlp::SmallTalk::Goodbye:
        return phrases->goodbye;
    case nlp::SmallTalk::None:
        break;
    }
    return phrases->noWords;
}

} // namespace parley::server::pipeline
