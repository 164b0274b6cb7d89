// SPDX-License-Identifier: MIT
#include "server/nlp/code_points.h"
#include "server/nlp/stemmer.h"
#include "server/nlp/terms.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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

using Synonyms = std::unordered_map<std::string, std::vector<std::string>>;

void add(Synonyms& all, std::string_view group, Language language)
{
    std::vector<std::string> stems;
    while (!group.empty()) {
        const std::size_t space = group.find(' ');
        stems.push_back(stem(group.substr(0, space), language));
        group = space == std::string_view::npos ? std::string_view() : group.substr(space + 1);
    }
    for (const std::string& one : stems) {
        for (const std::string& other : stems) {
            std::vector<std::string>& list = all[one];
            if (one != other && std::find(list.begin(), list.end(), other) == list.end()) {
                list.push_back(other);
            }
        }
    }
}

template <class Groups>
Synonyms built(const Groups& groups, Language language)
{
    Synonyms all;
    for (const std::string_view group : groups) {
        add(all, group, language);
    }
    return all;
}

const Synonyms& synonyms(Language language)
{
    static const Synonyms english = built(kEnglish, Language::English);
    static const Synonyms german = built(kGerman, Language::German);
    static const Synonyms spanish = built(kSpanish, Language::Spanish);
    static const Synonyms french = built(kFrench, Language::French);
    static const Synonyms none;
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

std::span<const std::string> synonymsOf(const std::string& stem, Language language)
{
    const Synonyms& all = synonyms(language);
    const auto found = all.find(stem);
    return found == all.end() ? std::span<const std::string>() : std::span<const std::string>(found->second);
}

} // namespace parley::server::nlp
