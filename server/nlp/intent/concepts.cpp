// SPDX-License-Identifier: MIT
#include "server/nlp/intent/concepts.h"

#include "server/nlp/code_points.h"
#include "server/nlp/stemmer.h"

#include <array>
#include <string>
#include <unordered_map>

namespace parley::server::nlp {
namespace {

// One concept a string: words that customers use for much the same thing. Everyday words of services and
// shops, not of one company; a word may stand for several concepts.
constexpr std::array<std::string_view, 173> kEnglish{
    "add deposit load fund refill recharge topup top put",
    "transfer send wire move remit forward transaction sending",
    "pay payment purchase buy spend checkout paid bought spent paying",
    "charge fee cost price rate surcharge commission expensive charged fees costs pricing",
    "refund reimburse reimbursement chargeback return repay reimbursed moneyback",
    "cancel abort undo stop revert terminate withdraw discontinue quit end unsubscribe",
    "delete remove erase close deactivate eliminate rid",
    "change modify update edit alter switch adjust correct amend replace",
    "lost missing misplaced lose stolen stole disappeared gone vanished theft robbed losing",
    "broken damaged defective faulty cracked malfunction dead smashed",
    "declined rejected refused denied blocked decline reject deny refuse",
    "fail failed failing failure unsuccessful error wrong problem issue trouble bug glitch",
    "work working function functioning operate usable",
    "wait pending waiting processing delayed delay stuck late slow hold outstanding",
    "long duration soon fast quick quickly takes",
    "arrive arrival arrived come receive received get delivered delivery reach here",
    "deliver delivery ship shipping shipment send mail post courier dispatch",
    "track tracking trace whereabouts locate status",
    "package parcel shipment box packet order",
    "new another replacement replace spare extra additional second fresh",
    "open create start setup make begin establish register",
    "register signup enroll join signing registration subscribe",
    "login signin log access enter sign",
    "password passcode pin code credential passphrase",
    "forgot forget forgotten remember recall remembering",
    "unlock unblock unfreeze reactivate enable restore unlocking",
    "freeze block lock suspend disable frozen locked blocked",
    "activate enable start activation turn activated",
    "verify verification confirm validate authenticate proof prove identity",
    "identity id identification passport document documents license",
    "cash money funds currency dollars pounds euros bill note notes coins",
    "atm cashpoint withdrawal withdraw machine dispenser withdrew cashmachine",
    "balance amount total sum remaining available",
    "statement history record activity log transactions records",
    "extra additional unexpected unknown unfamiliar unrecognized strange unauthorized weird odd recognise",
    "twice double duplicate duplicated again repeated multiple",
    "exchange convert conversion rate swap currencies",
    "abroad foreign overseas international travel country countries worldwide traveling holiday",
    "country region nation europe eu uk us state area",
    "bank account savings checking current",
    "card visa mastercard debit credit plastic amex",
    "virtual disposable temporary online digital electronic",
    "contactless tap touch nfc wave",
    "apple google pay wallet samsung",
    "phone mobile cell telephone smartphone iphone cellphone android device handset",
    "address home residence house street postcode zip moved relocate",
    "name surname married maiden rename called call",
    "age old child children kid kids minor young son daughter birthday born",
    "limit maximum cap max restriction allowance most limits minimum threshold",
    "available supported accepted accept support allow permitted possible compatible",
    "where location place located find whereabouts",
    "when time date day hour schedule",
    "why reason cause explain explanation because",
    "compromised hacked fraud fraudulent scam suspicious security stole hijacked breach phishing",
    "salary wage paycheck income payday earnings paid payroll",
    "loan mortgage borrow lending debt credit financing lend",
    "interest apr rate yield percent percentage",
    "tax taxes irs refund vat duty",
    "insurance coverage policy insured premium claim",
    "bill invoice receipt billing utility statement bills",
    "subscription plan membership tier package subscribe",
    "upgrade improve premium better higher upgrading",
    "downgrade reduce lower cheaper smaller decrease less",
    "discount coupon voucher promo promotion deal offer code sale rebate",
    "reward rewards points bonus loyalty cashback miles perks",
    "quantity number count many much",
    "order purchase bought ordered ordering basket cart",
    "stock availability inventory available sold",
    "size colour color fit large small model",
    "warranty guarantee repair fix service mend",
    "exchange swap replace return",
    "complain complaint unhappy dissatisfied unacceptable terrible awful disappointed angry horrible worst "
    "bad",
    "human person agent representative operator someone staff employee advisor support service assistance",
    "help assist support guide advice guidance helping",
    "contact reach call speak talk email chat phone ring dial",
    "thank thanks cheers appreciate grateful thx",
    "hello hi hey greetings morning howdy",
    "bye goodbye later farewell cya night",
    "yes yeah yep sure ok okay correct affirmative right absolutely definitely",
    "no nope nah not never negative",
    "maybe perhaps unsure possibly uncertain",
    "book reserve reservation booking schedule appointment reserved",
    "cancel postpone reschedule rebook move delay",
    "flight plane fly airline airplane flying flights airport",
    "hotel room motel stay accommodation lodging suite hostel",
    "luggage baggage suitcase bag carryon bags",
    "car vehicle automobile auto truck ride",
    "taxi uber cab lyft ride",
    "train bus subway metro tram railway commute",
    "ticket tickets pass fare seat",
    "direction directions route way navigate map navigation gps path",
    "traffic jam congestion road highway roads",
    "gas fuel petrol mpg mileage diesel",
    "tire tyre oil engine brake maintenance battery",
    "restaurant diner eatery dinner lunch eat cafe pub bar bistro food",
    "recipe cook bake cooking ingredient ingredients dish prepare make",
    "food meal snack grocery groceries",
    "calorie calories nutrition nutritional healthy fat carbs protein vitamins",
    "weather forecast temperature rain snow sunny cold hot humidity raining umbrella outside storm",
    "alarm wake alarms waking",
    "timer countdown stopwatch",
    "remind reminder reminders remember notify notification alert",
    "calendar schedule agenda event meeting appointment events meetings diary",
    "list lists todo shopping task tasks",
    "song music track tune play album artist band playlist singer songs",
    "radio station fm broadcast channel",
    "podcast episode audiobook show",
    "movie film cinema theater movies",
    "book novel read reading audiobook author",
    "game games play quiz",
    "joke funny laugh humor hilarious jokes",
    "story tale narrative",
    "news headline headlines latest current happening",
    "volume loud louder quiet mute quieter sound silence speaker",
    "light lights lamp bulb brightness dim bright lighting darker brighter",
    "temperature heating thermostat heat warm cool degrees cooler warmer ac",
    "vacuum clean cleaner hoover robot cleaning",
    "coffee espresso brew cup latte machine",
    "socket plug outlet switch power",
    "email mail inbox message emails mails",
    "tweet twitter facebook post social status instagram media",
    "text sms message texting",
    "contact contacts address phonebook friend",
    "translate translation language say spanish french german italian mean",
    "define definition meaning mean dictionary word describe",
    "spell spelling letters spelled",
    "calculate math plus minus times divided multiply add subtract equation sum percentage",
    "measure convert conversion inches feet meters cups ounces grams",
    "date today tomorrow yesterday week month year",
    "time clock hour timezone zone",
    "holiday vacation pto leave break days christmas",
    "meeting conference meet call",
    "work job office workplace boss employer company",
    "password pin reset recover recovery change",
    "router wifi wireless internet connection network connect online offline connectivity",
    "download upload install installation export import file",
    "crash crashing freeze hang freezing unresponsive loading load lag",
    "app application website site page web software program browser",
    "screen display monitor picture image photo camera",
    "sync synchronize connect integrate pair link integration linking",
    "backup restore recover recovery data",
    "notification notifications alerts push",
    "setting settings configure configuration preference preferences option options",
    "language accent voice speak dialect",
    "hour hours opening open closing close business",
    "store shop branch outlet location retailer market",
    "doctor medicine health medical symptom vaccine hospital shot vaccination",
    "exercise gym workout fitness run training",
    "tip gratuity",
    "split divide share",
    "flip coin toss heads tails",
    "roll dice die",
    "name called yourself who",
    "hobby hobbies free fun enjoy like",
    "made created built maker creator designed invented",
    "breakfast buffet lunch dinner",
    "pool spa gym sauna massage swim",
    "parking park garage valet",
    "guest guests people adults persons companion",
    "checkin arrive arrival arriving check",
    "checkout leave departure leaving",
    "pet dog cat animal pets dogs",
    "wheelchair accessible accessibility disabled disability",
    "early earlier before sooner",
    "late later after afterwards",
    "more higher increase raise greater bigger extend above",
    "less lower decrease reduce fewer below under",
    "start begin commence initiate launch",
    "stop end finish halt pause",
    "show display see view look find check list",
    "tell give say provide let",
    "want need like wish would require",
    "business company corporate firm enterprise commercial",
};
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
    static const Concepts english = built(kEnglish, Language::English);
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
