// SPDX-License-Identifier: MIT
#include "server/nlp/intent/concepts.h"

#include "server/nlp/intent/english_concepts.h"
#include "server/nlp/stemmer.h"

#include <array>
#include <string>
#include <unordered_map>

namespace parley::server::nlp {
namespace {

// As englishConcepts(): one concept a string.
constexpr std::array<std::string_view, 22> kGerman{
    "preis kosten kostet gebühr preise teuer",
    "kaufen bestellen bestellung kauf gekauft bestellt",
    "bezahlen zahlung zahlen bezahlt überweisen überweisung",
    "versand lieferung liefern versenden lieferzeit geliefert ankommen",
    "paket sendung lieferung",
    "rückgabe zurückgeben retoure zurückschicken rücksendung umtausch umtauschen",
    "erstattung rückerstattung geld erstatten zurück",
    "kündigen kündigung stornieren stornierung abbestellen beenden",
    "löschen entfernen löschung",
    "ändern änderung wechseln aktualisieren bearbeiten",
    "rechnung beleg quittung",
    "anmelden einloggen login anmeldung zugang",
    "kaputt defekt beschädigt fehler problem",
    "passwort kennwort zugangsdaten",
    "verloren gestohlen weg vermisst",
    "konto account benutzerkonto profil",
    "gutschein rabatt aktion code",
    "adresse anschrift umgezogen",
    "termin reservierung buchen buchung reservieren",
    "mitarbeiter mensch berater person",
    "beschwerde beschweren unzufrieden enttäuscht",
    "wo status verfolgen sendungsverfolgung",
};
constexpr std::array<std::string_view, 12> kSpanish{
    "precio cuesta costo coste tarifa",
    "comprar pedido compra pedir",
    "envío entrega enviar entregar llegar",
    "devolver devolución reembolso reembolsar",
    "cancelar cancelación anular",
    "cambiar modificar actualizar",
    "contraseña clave acceso",
    "factura recibo",
    "pagar pago tarjeta",
    "roto dañado defectuoso problema error",
    "cuenta perfil usuario",
    "queja reclamación reclamar",
};
constexpr std::array<std::string_view, 12> kFrench{
    "prix coût coûte tarif",
    "acheter commande commander achat",
    "livraison expédition livrer envoi colis",
    "retour retourner remboursement renvoyer rembourser",
    "annuler annulation résilier résiliation",
    "modifier changer",
    "facture reçu",
    "mot passe identifiant connexion connecter",
    "payer paiement carte",
    "cassé défectueux abîmé problème panne erreur",
    "compte profil utilisateur",
    "plainte réclamation mécontent",
};

using Concepts = std::unordered_map<std::string, std::vector<std::uint16_t>>;

void add(Concepts& all, std::string_view words, Language language, std::uint16_t concept_)
{
    while (!words.empty()) {
        const std::size_t space = words.find(' ');
        std::vector<std::uint16_t>& list = all[stem(words.substr(0, space), language)];
        if (list.empty() || list.back() != concept_) {
            list.push_back(concept_);
        }
        words = space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
    }
}

template <class Lines>
Concepts built(const Lines& lines, Language language)
{
    Concepts all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        add(all, lines[i], language, static_cast<std::uint16_t>(i));
    }
    return all;
}

const Concepts& concepts(Language language)
{
    static const Concepts english = built(englishConcepts(), Language::English);
    static const Concepts german = built(kGerman, Language::German);
    static const Concepts spanish = built(kSpanish, Language::Spanish);
    static const Concepts french = built(kFrench, Language::French);
    static const Concepts none;
    switch (language) {
    case Language::English:
        return english;
    case Language::German:
        return german;
    case Language::Spanish:
        return spanish;
    case Language::French:
        return french;
    default:
        return none;
    }
}

} // namespace

std::span<const std::uint16_t> conceptsOf(const std::string& stem, Language language)
{
    const Concepts& all = concepts(language);
    const auto found = all.find(stem);
    return found == all.end() ? std::span<const std::uint16_t>() : found->second;
}

} // namespace parley::server::nlp
