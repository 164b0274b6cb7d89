// SPDX-License-Identifier: MIT
#include "server/nlp/terms.h"
#include "server/nlp/word_groups.h"

#include <array>

namespace parley::server::nlp {
namespace {

// Words of everyday English that questions and articles use for neighbouring things; none is a synonym strict
// enough to answer by.
constexpr std::array<std::string_view, 92> kEnglish{
    "mail email message inbox letter",
    "photo picture image photograph pic",
    "video film movie clip",
    "song music track audio",
    "find search locate look lookup discover",
    "remove delete erase clear wipe discard",
    "hide invisible conceal private",
    "show display view see visible",
    "document doc file",
    "folder directory",
    "first earliest oldest initial",
    "last latest recent newest",
    "increase raise enlarge bigger larger grow extend",
    "decrease reduce lower smaller shrink lessen",
    "website site webpage page web",
    "usa states america american",
    "automatic automated automatically",
    "schedule arrange appointment meeting calendar",
    "app application program software tool",
    "create make generate produce build",
    "stop prevent block disable avoid",
    "turn enable activate switch",
    "get obtain receive acquire",
    "send forward transmit submit",
    "transmit spread pass transfer",
    "contact contacts address people person",
    "friend friends contact people",
    "copy duplicate clone",
    "export backup download save extract",
    "import upload load",
    "move transfer migrate migration",
    "merge combine join unite consolidate",
    "split separate divide",
    "open view access launch",
    "text word font letter",
    "begin start originate origin",
    "cause reason why",
    "die death dead fatal kill",
    "child kid baby toddler",
    "sick ill illness disease",
    "cure treat treatment remedy medicine medication drug",
    "catch contract infect infected infection get",
    "contagious infectious transmit",
    "symptom sign",
    "protect prevent safe safety protection",
    "clean disinfect sanitize wash hygiene",
    "buy purchase shop shopping grocery",
    "travel trip journey fly flight vacation",
    "home house apartment",
    "old elderly senior aged",
    "animal pet dog cat",
    "work job employment office",
    "car vehicle automobile",
    "doctor physician hospital",
    "test check examine verify",
    "live survive stay last remain",
    "amount number count quantity many",
    "list overview summary table",
    "question ask query",
    "answer reply respond response",
    "shortcut hotkey key keyboard",
    "link url hyperlink",
    "password passcode pin",
    "account profile user",
    "block ban blacklist",
    "share sharing publish",
    "comment reply post",
    "group list team community",
    "notification alert notify warning",
    "sync synchronize synchronise",
    "language translate translation",
    "country region location nation",
    "quick fast rapid speed",
    "slow delay late wait",
    "use usage utilize using",
    "difference differ compare versus",
    "free gratis cost",
    "hack compromise steal stolen breach",
    "spam junk unwanted",
    "browser chrome firefox",
    "default standard preset",
    "sort order arrange rank",
    "filter rule",
    "limit restrict restriction",
    "allow permit permission able",
    "own owner ownership belong",
    "close shut end finish",
    "big large huge",
    "small little tiny",
    "fix repair solve resolve",
    "happen occur",
    "bill charge payment",
};

} // namespace

std::span<const std::string> relatedTo(const std::string& stem, Language language)
{
    static const WordGroups english = wordGroups(kEnglish, Language::English);
    return language == Language::English ? othersOf(english, stem) : std::span<const std::string>();
}

} // namespace parley::server::nlp
