// SPDX-License-Identifier: MIT
#include "server/desk/bridge_text.h"

#include <array>

namespace parley::server::desk {

namespace {

struct Phrases {
    std::string_view language;
    std::string_view asked;
    std::string_view unsure;
    std::string_view reference;
};

constexpr std::array kPhrases = {
    Phrases{
        "en",
        "Of course: I am handing you over to a member of our team.",
        "I do not have a reliable answer to that, so I am passing your question to a member of our team.",
        "Your reference is {}. You can leave this window open or come back later: the reply will be here."},
    Phrases{"de",
            "Gern: Ich gebe Sie an unser Team weiter.",
            "Darauf habe ich keine verlässliche Antwort, deshalb gebe ich Ihre Frage an unser Team weiter.",
            "Ihre Vorgangsnummer ist {}. Sie können dieses Fenster offen lassen oder später wiederkommen: "
            "Die Antwort "
            "steht dann hier."},
    Phrases{
        "es",
        "Por supuesto: le paso con una persona de nuestro equipo.",
        "No tengo una respuesta fiable para eso, así que paso su pregunta a una persona de nuestro equipo.",
        "Su referencia es {}. Puede dejar esta ventana abierta o volver más tarde: la respuesta estará "
        "aquí."},
    Phrases{"fr",
            "Bien sûr : je vous mets en relation avec un membre de notre équipe.",
            "Je n'ai pas de réponse fiable à cela ; je transmets donc votre question à un membre de notre "
            "équipe.",
            "Votre référence est {}. Vous pouvez laisser cette fenêtre ouverte ou revenir plus tard : la "
            "réponse sera "
            "ici."},
};

} // namespace

std::string bridgeText(std::string_view locale, std::string_view reason, std::string_view reference)
{
    const Phrases* phrases = &kPhrases.front();
    for (const Phrases& candidate : kPhrases) {
        if (locale.substr(0, 2) == candidate.language) {
            phrases = &candidate;
        }
    }
    std::string text(reason == kReasonCustomerRequest ? phrases->asked : phrases->unsure);
    if (reference.empty()) {
        return text;
    }
    const std::size_t slot = phrases->reference.find("{}");
    text += ' ';
    text += phrases->reference.substr(0, slot);
    text += reference;
    text += phrases->reference.substr(slot + 2);
    return text;
}

} // namespace parley::server::desk
