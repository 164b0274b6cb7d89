// SPDX-License-Identifier: MIT
#include "server/desk/away_text.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace parley::server::desk {

namespace {

/// `{}` is where the time stands. A date is made of `{d}` day, `{n}` its number, `{m}` month, `{t}` time.
struct Phrases {
    std::string_view language;
    std::string_view closed;
    std::string_view nobody;
    std::string_view email;
    std::string_view requeued;
    std::string_view date;
    std::array<std::string_view, 7> days; ///< Sunday first
    std::array<std::string_view, 12> months;
};

constexpr std::array kPhrases = {
    Phrases{"en",
            "Our team is away at the moment and is back on {}.",
            "Nobody of our team is online at the moment; we answer as soon as somebody is back.",
            "Leave us your e-mail address, and we will send you the answer.",
            "Sorry for the wait: your conversation is with our whole team again, and the next free colleague "
            "will answer.",
            "{d}, {n} {m}, at {t}",
            {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
            {"January",
             "February",
             "March",
             "April",
             "May",
             "June",
             "July",
             "August",
             "September",
             "October",
             "November",
             "December"}},
    Phrases{"de",
            "Unser Team ist gerade nicht da und ab {} zurück.",
            "Gerade ist niemand aus unserem Team online; wir antworten, sobald jemand zurück ist.",
            "Hinterlassen Sie uns Ihre E-Mail-Adresse, dann schicken wir Ihnen die Antwort.",
            "Entschuldigen Sie die Wartezeit: Ihr Anliegen liegt wieder bei unserem ganzen Team, und wer als "
            "Nächstes frei ist, antwortet Ihnen.",
            "{d}, {n}. {m}, {t}",
            {"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
            {"Januar",
             "Februar",
             "März",
             "April",
             "Mai",
             "Juni",
             "Juli",
             "August",
             "September",
             "Oktober",
             "November",
             "Dezember"}},
    Phrases{
        "es",
        "Nuestro equipo no está disponible ahora y vuelve el {}.",
        "Ahora no hay nadie de nuestro equipo en línea; responderemos en cuanto alguien vuelva.",
        "Déjenos su dirección de correo electrónico y le enviaremos la respuesta.",
        "Disculpe la espera: su conversación está de nuevo con todo nuestro equipo y responderá la primera "
        "persona que quede libre.",
        "{d}, {n} de {m}, a las {t}",
        {"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
        {"enero",
         "febrero",
         "marzo",
         "abril",
         "mayo",
         "junio",
         "julio",
         "agosto",
         "septiembre",
         "octubre",
         "noviembre",
         "diciembre"}},
    Phrases{"fr",
            "Notre équipe est absente pour le moment ; elle est de retour le {}.",
            "Personne de notre équipe n'est en ligne pour le moment ; nous répondrons dès que quelqu'un sera "
            "de retour.",
            "Laissez-nous votre adresse e-mail et nous vous enverrons la réponse.",
            "Veuillez nous excuser pour l'attente : votre conversation est de nouveau confiée à toute notre "
            "équipe, et la première personne libre vous répondra.",
            "{d} {n} {m} à {t}",
            {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
            {"janvier",
             "février",
             "mars",
             "avril",
             "mai",
             "juin",
             "juillet",
             "août",
             "septembre",
             "octobre",
             "novembre",
             "décembre"}},
};

const Phrases& phrasesFor(std::string_view locale)
{
    for (const Phrases& candidate : kPhrases) {
        if (locale.substr(0, 2) == candidate.language) {
            return candidate;
        }
    }
    return kPhrases.front();
}

std::string filled(std::string_view text, std::string_view slot, std::string_view value)
{
    std::string done(text);
    const std::size_t at = done.find(slot);
    return at == std::string::npos ? done : done.replace(at, slot.size(), value);
}

/// "09:00 (UTC+01:00)" on a clock that is so far from UTC.
std::string timeText(std::chrono::minutes ofDay, int offsetMinutes)
{
    std::array<char, 64> text{};
    const int offset = std::abs(offsetMinutes);
    std::snprintf(text.data(),
                  text.size(),
                  "%02d:%02d (UTC%c%02d:%02d)",
                  static_cast<int>(ofDay.count() / 60),
                  static_cast<int>(ofDay.count() % 60),
                  offsetMinutes < 0 ? '-' : '+',
                  offset / 60,
                  offset % 60);
    return text.data();
}

std::string dateText(const Phrases& phrases, std::int64_t ms, int offsetMinutes)
{
    const std::chrono::sys_time<std::chrono::minutes> local{
        std::chrono::minutes(ms / 60'000 + offsetMinutes)};
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::weekday weekday(day);
    std::string text = filled(phrases.date, "{d}", phrases.days.at(weekday.c_encoding()));
    text = filled(text, "{n}", std::to_string(static_cast<unsigned>(date.day())));
    text = filled(text, "{m}", phrases.months.at(static_cast<unsigned>(date.month()) - 1));
    return filled(text, "{t}", timeText(local - day, offsetMinutes));
}

} // namespace

std::string awayText(std::string_view locale, const Absence& absence)
{
    const Phrases& phrases = phrasesFor(locale);
    std::string text;
    if (!absence.ownMessage.empty()) {
        text = absence.ownMessage;
    } else if (absence.backMs) {
        text = filled(phrases.closed, "{}", dateText(phrases, *absence.backMs, absence.offsetMinutes));
    } else {
        text = phrases.nobody;
    }
    if (absence.asksEmail) {
        text += ' ';
        text += phrases.email;
    }
    return text;
}

std::string requeuedText(std::string_view locale)
{
    return std::string(phrasesFor(locale).requeued);
}

} // namespace parley::server::desk
