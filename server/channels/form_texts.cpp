// SPDX-License-Identifier: MIT
#include "server/channels/form_texts.h"

#include <array>

namespace parley::server::channels {

namespace {

/// `{}` is where the number stands.
struct Phrases {
    std::string_view language;
    std::string_view minute;
    std::string_view minutes;
    std::string_view hours;
    std::string_view days;
    std::string_view received;
};

constexpr std::array kPhrases = {
    Phrases{"en",
            "within {} minute",
            "within {} minutes",
            "within {} hours",
            "within {} days",
            "Thank you, {name}. We have received your message and usually answer {response_time}. Your "
            "reference is {reference}."},
    Phrases{"de",
            "innerhalb von {} Minute",
            "innerhalb von {} Minuten",
            "innerhalb von {} Stunden",
            "innerhalb von {} Tagen",
            "Vielen Dank, {name}. Wir haben Ihre Nachricht erhalten und antworten in der Regel "
            "{response_time}. Ihre Vorgangsnummer ist {reference}."},
    Phrases{"es",
            "en {} minuto",
            "en {} minutos",
            "en {} horas",
            "en {} días",
            "Gracias, {name}. Hemos recibido su mensaje y solemos responder {response_time}. Su referencia "
            "es {reference}."},
    Phrases{"fr",
            "sous {} minute",
            "sous {} minutes",
            "sous {} heures",
            "sous {} jours",
            "Merci, {name}. Nous avons bien reçu votre message et répondons en général {response_time}. "
            "Votre référence est {reference}."},
};

const Phrases& phrasesOf(std::string_view locale)
{
    for (const Phrases& each : kPhrases) {
        if (locale.substr(0, 2) == each.language) {
            return each;
        }
    }
    return kPhrases.front();
}

std::string numbered(std::string_view phrase, std::int64_t number)
{
    const std::size_t slot = phrase.find("{}");
    return std::string(phrase.substr(0, slot)) + std::to_string(number) +
           std::string(phrase.substr(slot + 2));
}

} // namespace

std::string responseTimeText(std::string_view locale, std::int64_t minutes)
{
    constexpr std::int64_t kHour = 60;
    constexpr std::int64_t kDay = 24 * kHour;
    const Phrases& phrases = phrasesOf(locale);
    if (minutes <= kHour + kHour / 2) {
        return numbered(minutes == 1 ? phrases.minute : phrases.minutes, minutes);
    }
    if (minutes <= kDay) {
        return numbered(phrases.hours, (minutes + kHour - 1) / kHour);
    }
    return numbered(phrases.days, (minutes + kDay - 1) / kDay);
}

std::string_view receivedText(std::string_view locale)
{
    return phrasesOf(locale).received;
}

std::string_view unprovenNote()
{
    return "Sent by the contact form with this customer's e-mail address. The form does not prove who wrote: "
           "ask before you tell anything personal.";
}

} // namespace parley::server::channels
