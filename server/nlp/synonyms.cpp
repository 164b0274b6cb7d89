// SPDX-License-Identifier: MIT
#include "server/nlp/terms.h"
#include "server/nlp/word_groups.h"

#include <array>

namespace parley::server::nlp {
namespace {

// One group a string. General words of shops and services only: what is special to one company belongs into
// its articles. A word may stand in several groups.
constexpr std::array<std::string_view, 47> kEnglish{
    "price cost pricing fee charge rate expensive cheap",
    "buy purchase order",
    "pay payment",
    "ship shipping delivery deliver shipment dispatch",
    "arrive delivery deliver",
    "parcel package shipment",
    "track tracking",
    "return refund",
    "money refund",
    "reimburse refund reimbursement",
    "cancel terminate cancellation end quit",
    "delete remove erase deletion",
    "close delete cancel",
    "change modify update edit switch alter",
    "upgrade switch change",
    "downgrade switch change",
    "bill invoice billing receipt",
    "login signin",
    "signup register registration join",
    "support service assistance",
    "contact reach call phone email",
    "phone telephone mobile",
    "email mail",
    "broken damaged defective faulty break damage defect",
    "company business firm organization organisation",
    "employee staff colleague coworker teammate",
    "teammate member team",
    "member user seat",
    "picture image photo",
    "reset forgot forget lost recover",
    "international abroad overseas worldwide foreign",
    "country international countries",
    "discount coupon voucher promo promotion",
    "nonprofit charity",
    "university school education student",
    "warranty guarantee",
    "repair fix",
    "error problem issue fail failure trouble bug",
    "connect integrate integration link connection",
    "plan subscription tier package",
    "annual yearly year annually",
    "monthly month",
    "2fa mfa two-factor authenticator authentication twofactor",
    "secure security safe encryption encrypted",
    "export download",
    "limit maximum max quota cap",
    "pickup collect collection",
};
constexpr std::array<std::string_view, 14> kGerman{
    "preis kosten kostet gebühr preise",
    "kaufen bestellen bestellung kauf",
    "bezahlen zahlung zahlen",
    "versand lieferung liefern versenden lieferzeit",
    "paket sendung lieferung",
    "rückgabe zurückgeben retoure zurückschicken rücksendung umtausch",
    "erstattung rückerstattung geld",
    "kündigen kündigung stornieren stornierung",
    "löschen entfernen löschung",
    "ändern änderung wechseln aktualisieren bearbeiten",
    "rechnung beleg quittung",
    "anmelden einloggen login anmeldung",
    "kaputt defekt beschädigt",
    "passwort kennwort",
};
constexpr std::array<std::string_view, 7> kSpanish{
    "precio cuesta costo coste tarifa",
    "comprar pedido compra pedir",
    "envío entrega enviar entregar",
    "devolver devolución reembolso",
    "cancelar cancelación",
    "cambiar modificar actualizar",
    "contraseña clave",
};
constexpr std::array<std::string_view, 7> kFrench{
    "prix coût coûte tarif",
    "acheter commande commander achat",
    "livraison expédition livrer envoi",
    "retour retourner remboursement renvoyer",
    "annuler annulation résilier résiliation",
    "modifier changer",
    "facture reçu",
};

} // namespace

std::span<const std::string> synonymsOf(const std::string& stem, Language language)
{
    static const WordGroups english = wordGroups(kEnglish, Language::English);
    static const WordGroups german = wordGroups(kGerman, Language::German);
    static const WordGroups spanish = wordGroups(kSpanish, Language::Spanish);
    static const WordGroups french = wordGroups(kFrench, Language::French);
    switch (language) {
    case Language::English:
        return othersOf(english, stem);
    case Language::German:
        return othersOf(german, stem);
    case Language::Spanish:
        return othersOf(spanish, stem);
    case Language::French:
        return othersOf(french, stem);
    default:
        return {};
    }
}

} // namespace parley::server::nlp
