// SPDX-License-Identifier: MIT
#include "server/nlp/language.h"

#include "server/nlp/code_points.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLanguages = 9;

constexpr std::array<std::string_view, kLanguages> kStopWords{
    // English
    "a about above after again all also am an and any anyone anything are aren't as at be because been "
    "before "
    "being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't "
    "dont "
    "down during each either else ever every few for from further had hadn't has hasn't have haven't having "
    "he "
    "her here hers herself him himself his how how's i i'd i'll i'm i've if im in into is isn't it its "
    "itself "
    "just me more most my myself no nor not now of off on once one only or other our ours ourselves out over "
    "own "
    "same she should shouldn't so some someone something such than that the their theirs them themselves "
    "then "
    "there these they they'd they'll they're they've this those through to too under until up upon us very "
    "was "
    "wasn't we we'd we'll we're we've were weren't what when where which while who whom whose why will with "
    "within without won't would wouldn't you you'd you'll you're you've your yours yourself yourselves may "
    "might "
    "must shall yet though although however whether via per etc let's that's there's what's where's who's "
    "it's",
    // German
    "aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei "
    "beim "
    "bin bis bist da damit dann das dass daß dein deine deinem deinen deiner dem den denn der des dessen die "
    "dies "
    "diese diesem diesen dieser dieses dich dir doch dort du durch ein eine einem einen einer eines er es "
    "etwas "
    "euch euer eure für gegen gibt habe haben hat hatte hier hin hinter ich ihm ihn ihnen ihr ihre ihrem "
    "ihren "
    "ihrer im in ins ist ja jede jedem jeden jeder jedes kann kannst könnt können könnte man mein meine "
    "meinem "
    "meinen meiner mich mir mit muss muß müssen nach nicht noch nun nur ob oder ohne sehr sein seine seinem "
    "seinen seiner selbst sich sie sind so soll sollen sollte sondern sonst um und uns unser unsere unter "
    "viel "
    "vom von vor wann war waren warum was weil welche welchem welchen welcher welches wenn wer werde werden "
    "wie "
    "wieder will wir wird wirst wo wollen wurde wurden zu zum zur zwar zwischen wäre würde kein keine keinen",
    // Spanish
    "a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellos aquí así aún aunque "
    "cada "
    "como cómo con contra cual cuál cuales cuáles cuando cuándo cuanto cuánto cuánta cuántos cuántas de del "
    "desde donde dónde dos durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta "
    "está "
    "están estas este esto estos estoy fue fueron ha hace hacia han hasta hay he la las le les lo los más me "
    "mi "
    "mis mucho muy nada ni no nos nosotros nuestra nuestro o os otra otro otros para pero poco por porque "
    "puede "
    "pueden puedo que qué quien quién quienes se ser si sí sin sobre son soy su sus también tan te tener "
    "tengo "
    "ti tiene tienen tienes todo todos tu tú tus un una unas uno unos usted ustedes y ya yo",
    // French
    "à ai alors as au aucun aussi autre aux avant avec avez avoir avons c ce ceci cela celle celui ces cet "
    "cette "
    "chaque chez ci comme comment d dans de des depuis dois doit donc dont du elle elles en encore entre es "
    "est "
    "et étaient était être eu eux fait faut ici il ils j je l la là le les leur leurs lors lui m ma mais me "
    "même "
    "mes moi mon n ne ni nos notre nous on ont ou où par parce pas peu peut peux plus pour pourquoi pouvez "
    "qu "
    "quand que quel quelle quelles quels qui quoi s sa sans se sera ses si son sont sous suis sur t ta te "
    "tes "
    "toi ton tous tout toute toutes très tu un une vais vers vos votre vous y combien puis ça",
    // Italian
    "a ad ai al alla alle allo anche che chi ci come con cosa così cui da dal dalla dei del della delle "
    "dello di "
    "dove e è ed era essere gli ha hai hanno ho i il in io la le lei lo loro lui ma me mi mia mio nei nel "
    "nella "
    "no noi non nostro o per perché più posso può quale quali quando quanto quello questa questo se sei si "
    "sono "
    "su sua sul sulla suo ti tra tu tutti tutto un una uno vi voi",
    // Portuguese
    "a ao aos as às até com como da das de do dos e é ela elas ele eles em entre era essa esse esta está "
    "este eu "
    "foi há isso isto já lhe mais mas me meu minha muito na não nas nem no nos nós o onde os ou para pela "
    "pelo "
    "por porque posso pode qual quais quando quanto que quem se sem ser seu sua são só também te tem tenho "
    "um "
    "uma você vocês",
    // Dutch
    "aan al als alles ben bij dan dat de deze die dit doen door dus een en er had heb hebben heeft hem het "
    "hier "
    "hij hoe hoeveel hun ik in is ja je jij kan kunnen kun maar me meer men met mij mijn moet na naar niet "
    "nog nu "
    "of om omdat onder ons onze ook op over te tot uit uw van veel voor waar waarom wanneer want waren was "
    "wat we "
    "welke wel werd wie wij wil worden wordt ze zich zij zijn zo zonder zou",
    // Russian
    "а без был была были было быть в вам вас весь во вот все всего вы где да даже для до его ее если есть "
    "еще же "
    "за здесь и из или им их к как какая какие какой какое какую когда кто ли между меня мне можно мой моя "
    "мы на "
    "над наш не него нее нет ни них но о об он она они от по под при с сколько со так также такой там то "
    "того "
    "тоже только том ты у уже чем что чтобы эта эти это этот этого этом я",
    // Other
    "",
};

constexpr std::array<std::string_view, kLanguages> kFillers{
    "able allow allowed anyway ask asking best curious get gets getting give go going good got hello help "
    "hey hi kind "
    "know learn let like likely lot make makes making mean method need needs offer offers option options "
    "people please possible possibly put question really regarding see seem someone sort still take tell "
    "thank thanks thing things think thought try trying understand use used uses using want wanted wants way "
    "ways "
    "well wish wondering work works would currently actually right since instead exactly much many long "
    "often far "
    "soon happen happens find figure provide whats hows wanna gonna anybody everything explain difference "
    "first wonder looking look show new old back different various around come comes guy guys support "
    "supports "
    "don doesn didn isn wasn won can't i'm cause proper properly correct correctly easy easily simply any",
    "bitte danke hallo möglich möchte möchten brauche brauchen gern gerne wissen sagen frage fragen machen "
    "mache "
    "geht gehen funktioniert lange oft weit bekomme bekommen kriege hilfe helfen eigentlich mal",
    "favor gracias hola posible quiero quisiera necesito saber decir pregunta hacer ayuda ayudar puedes "
    "podría "
    "podrían gustaría tiempo forma manera",
    "bonjour merci possible veux voudrais besoin savoir dire question faire aide aider plaît plait pouvoir "
    "moyen "
    "temps aimerais svp",
    "ciao grazie favore possibile voglio vorrei sapere aiuto fare",
    "olá obrigado obrigada favor possível quero queria preciso saber ajuda fazer",
    "hallo dank graag mogelijk weten hulp kunt wilt doen",
    "здравствуйте пожалуйста спасибо хочу нужно помогите знать",
    "",
};

constexpr std::string_view kNegations =
    "no not never none neither nor cannot without dont doesnt didnt wont cant isnt arent wasnt nicht nie "
    "niemals kein keine keinen keinem keiner ohne nunca jamás tampoco ningún ninguna ninguno sin ne pas "
    "jamais aucun aucune sans non mai não nem niet geen не нет ни никогда";

// What is known of a word, one bit each: a stop word of each language, a filler of each, a negation.
using Traits = std::uint32_t;
constexpr std::size_t kFirstFiller = kLanguages;
constexpr Traits kNegation = Traits{1} << (2 * kLanguages);

struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

using WordTable = std::unordered_map<std::string, Traits, WordHash, std::equal_to<>>;

void addWords(WordTable& table, std::string_view list, Traits trait)
{
    while (!list.empty()) {
        const std::size_t space = list.find(' ');
        if (std::string word = folded(list.substr(0, space)); !word.empty()) {
            table[std::move(word)] |= trait;
        }
        list = space == std::string_view::npos ? std::string_view() : list.substr(space + 1);
    }
}

WordTable builtTable()
{
    WordTable table;
    for (std::size_t i = 0; i < kLanguages; ++i) {
        addWords(table, kStopWords[i], Traits{1} << i);
        addWords(table, kFillers[i], Traits{1} << (kFirstFiller + i));
    }
    addWords(table, kNegations, kNegation);
    return table;
}

/// One look for all questions that are asked of a word.
Traits traitsOf(std::string_view word)
{
    static const WordTable table = builtTable();
    const auto found = table.find(word);
    return found == table.end() ? 0 : found->second;
}

std::size_t indexOf(Language language)
{
    return static_cast<std::size_t>(language);
}

} // namespace

std::string_view languageCode(Language language)
{
    constexpr std::array<std::string_view, kLanguages> kCodes{
        "en", "de", "es", "fr", "it", "pt", "nl", "ru", "und"};
    return kCodes[indexOf(language)];
}

LanguageGuess guessLanguage(const std::vector<Token>& tokens)
{
    std::array<std::size_t, kLanguages> votes{};
    std::size_t words = 0;
    std::size_t cyrillic = 0;
    std::size_t foreign = 0;
    for (const Token& token : tokens) {
        if (token.kind != TokenKind::Word && token.kind != TokenKind::Ideographs) {
            continue;
        }
        ++words;
        std::size_t position = 0;
        const char32_t first = decodeAt(token.text, position);
        cyrillic += first >= 0x400 && first < 0x530 ? 1U : 0U;
        foreign += first >= 0x370 && (first < 0x400 || first >= 0x530) && (first < 0x1E00 || first > 0x1EFF)
                       ? 1U
                       : 0U;
        const Traits traits = traitsOf(folded(token.text));
        for (std::size_t i = 0; i < kLanguages; ++i) {
            votes[i] += (traits >> i) & 1U;
        }
    }
    if (words == 0) {
        return {};
    }
    const auto share = [&](std::size_t count) {
        return static_cast<double>(count) / static_cast<double>(words);
    };
    if (2 * foreign > words) {
        return {Language::Other, share(foreign)};
    }
    if (2 * cyrillic > words) {
        return {Language::Russian, share(cyrillic)};
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < kLanguages; ++i) {
        best = votes[i] > votes[best] ? i : best;
    }
    return {static_cast<Language>(best), share(votes[best])};
}

bool isStopWord(std::string_view word, Language language)
{
    return ((traitsOf(word) >> indexOf(language)) & 1U) != 0;
}

bool isFillerWord(std::string_view word, Language language)
{
    return ((traitsOf(word) >> (kFirstFiller + indexOf(language))) & 1U) != 0;
}

bool isNegation(std::string_view word)
{
    return word.ends_with("n't") || (traitsOf(word) & kNegation) != 0;
}

} // namespace parley::server::nlp
