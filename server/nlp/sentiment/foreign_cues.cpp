// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/support_words.h"

namespace parley::server::nlp {

// Folded, without diacritics; "l'", "d'" and "j'" are words of their own.

std::vector<CueGroup> germanCues()
{
    using enum CueKind;
    return {
        {Anger,
         -3.0F,
         0,
         "wutend,emport,emporend,unverschamt,unverschamtheit,frechheit,skandal,katastrophe,katastrophal,"
         "schweinerei,"
         "betrug,betruger,betrogen,abzocke,abgezockt,inakzeptabel,unzumutbar,lacherlich,unmoglich,"
         "saftladen,scheisse,verdammt,nie wieder,zum kotzen,stinksauer,sauer,unfahig,inkompetent,inkompetenz,"
         "schlechteste,schlechtester,anwalt,rechtsanwalt,anzeige,verbraucherschutz,grauenhaft,furchtbar,"
         "miserabel,"
         "eine zumutung,zumutung,mullladen,reicht es mir,die nase voll,ein "
         "witz,witz,erbarmlich,unterirdisch"},
        {Problem,
         -1.9F,
         0,
         "enttauscht,enttauschend,enttauschung,argerlich,verargert,arger,frustriert,frustrierend,schlecht,"
         "schlechter,schlechten,unzufrieden,genervt,nervt,beschwerde,beschweren,keine antwort,keine reaktion,"
         "niemand antwortet,niemand meldet,doppelt abgebucht,zweimal abgebucht,zu viel abgebucht,"
         "nicht angekommen,nie angekommen,immer noch nicht,immer noch keine,warte seit,seit wochen,seit "
         "tagen,"
         "seit monaten,zum dritten mal,zum zweiten mal,schon wieder,geld zuruck,mein "
         "geld,kundigen,kundigung"},
        {Problem,
         -1.1F,
         0,
         "kaputt,defekt,funktioniert nicht,funktionieren nicht,geht nicht,klappt nicht,lasst sich "
         "nicht,problem,"
         "probleme,fehler,fehlermeldung,fehlerhaft,absturz,absturze,sturzt ab,abgesturzt,verloren,verspatet,"
         "verspatung,storung,ausfall,falsch,beschadigt,gesperrt,leider,dringend,sofort,ruckerstattung,"
         "erstattung,"
         "storno,stornieren,reklamation,mangel,langsam,hangt,fehlt,fehlen"},
        {Praise,
         2.1F,
         0,
         "super,toll,tolle,toller,klasse,hervorragend,ausgezeichnet,perfekt,begeistert,zufrieden,wunderbar,"
         "grossartig,"
         "fantastisch,genial,spitze,freundlich,empfehlen,empfehle,liebe,gefallt,freue mich,top,einwandfrei,"
         "funktioniert wieder,klappt wieder,geht wieder,problem gelost,hat geklappt,hat "
         "geholfen,prima,bestens"},
        {Thanks, 1.3F, 0, "danke,vielen dank,herzlichen dank,dankeschon,besten dank"},
        {Plain,
         0,
         0.5F,
         "danke im voraus,vielen dank im voraus,mit freundlichen grussen,freundliche grusse,liebe grusse,"
         "viele grusse,beste grusse,liebes team,guten tag,guten morgen,bitte,kein "
         "problem,hilfe,helfen,konnten sie,"
         "konnen sie,wie kann ich,ich mochte,vielen dank fur ihre hilfe,danke fur ihre hilfe,super user,sehr "
         "geehrte"},
        {Negation, 0, 0, "nicht,kein,keine,nie,niemals,ohne"},
    };
}

std::vector<CueGroup> spanishCues()
{
    using enum CueKind;
    return {
        {Anger,
         -3.0F,
         0,
         "furioso,furiosa,indignado,indignada,indignante,inaceptable,vergonzoso,verguenza,estafa,estafadores,"
         "estafado,ladrones,robo,ridiculo,pesimo,pesima,horrible,terrible,asco,asqueroso,mierda,maldito,"
         "basura,"
         "nunca "
         "mas,harto,harta,incompetentes,incompetencia,abogado,denuncia,demandar,demanda,enfadado,enfadada,"
         "enojado,enojada,burla,una broma,tomadura de pelo,el peor,la "
         "peor,lamentable,desastre,intolerable,mentira,"
         "mentirosos,fraude,consumidor"},
        {Problem,
         -1.9F,
         0,
         "decepcionado,decepcionada,decepcionante,decepcion,frustrado,frustrada,frustrante,molesto,molesta,"
         "insatisfecho,queja,quejarme,reclamacion,nadie responde,nadie contesta,nadie me,sin respuesta,"
         "no responden,cobrado dos veces,cobraron dos veces,doble cobro,cobro duplicado,todavia no,aun no,"
         "sigo esperando,llevo esperando,desde hace semanas,desde hace dias,tercera vez,segunda vez,otra vez,"
         "mal servicio,mala atencion,no ha llegado,nunca llego,devuelvan mi dinero,mi dinero"},
        {Problem,
         -1.1F,
         0,
         "roto,rota,no funciona,no funcionan,no puedo,no me deja,dejo de "
         "funcionar,problema,problemas,error,errores,"
         "fallo,fallos,falla,fallas,perdido,perdida,perdi,retraso,tarde,equivocado,incorrecto,danado,"
         "bloqueado,"
         "bloqueada,urgente,inmediatamente,reembolso,devolucion,cancelar,lento,caido,malo,mala,mal,peor,"
         "defectuoso"},
        {Praise,
         2.1F,
         0,
         "excelente,genial,perfecto,perfecta,maravilloso,fantastico,increible,encantado,encantada,encanta,"
         "contento,"
         "contenta,satisfecho,satisfecha,feliz,recomiendo,buenisimo,estupendo,muy bueno,muy buena,muy bien,"
         "buen servicio,buen trabajo,me gusta,amable,ya funciona,funciona bien,problema resuelto,solucionado,"
         "resuelto,util"},
        {Thanks, 1.3F, 0, "gracias,muchas gracias,mil gracias,muchisimas gracias"},
        {Plain,
         0,
         0.5F,
         "gracias de antemano,de antemano gracias,muchas gracias de antemano,por favor,un saludo,saludos,"
         "saludos cordiales,buenos dias,buenas tardes,buenas,ayuda,ayudarme,pueden ayudarme,puede "
         "ayudarme,como puedo,"
         "me gustaria,quisiera,atentamente,gracias por su ayuda,no hay problema"},
        {Negation, 0, 0, "no,nunca,sin,jamas,tampoco"},
    };
}

std::vector<CueGroup> frenchCues()
{
    using enum CueKind;
    return {
        {Anger,
         -3.0F,
         0,
         "furieux,furieuse,scandale,scandaleux,scandaleuse,inadmissible,inacceptable,honteux,honteuse,honte,"
         "arnaque,"
         "arnaqueurs,escroc,escrocs,escroquerie,voleurs,vol,ridicule,nul,nulle,horrible,lamentable,pitoyable,"
         "merde,"
         "plus jamais,jamais plus,ras le "
         "bol,marre,incompetent,incompetents,incompetence,avocat,plainte,tribunal,"
         "colere,en colere,catastrophe,catastrophique,degoutant,foutage de gueule,moquez,se moque,le pire,la "
         "pire,"
         "desastre,mensonge,menteurs,fraude,honteusement,exaspere,exasperant"},
        {Problem,
         -1.9F,
         0,
         "decu,decue,deception,decevant,decevante,frustre,frustree,frustrant,enerve,enervee,enervant,agace,"
         "mecontent,mecontente,insatisfait,reclamation,me plaindre,aucune reponse,pas de reponse,sans "
         "reponse,"
         "personne ne repond,personne ne,toujours pas,toujours rien,debite deux fois,preleve deux fois,"
         "double prelevement,deux fois,depuis des semaines,depuis des jours,troisieme fois,deuxieme "
         "fois,encore une fois,"
         "mauvais service,jamais recu,jamais arrive,rendez moi mon argent,mon argent,j attends"},
        {Problem,
         -1.1F,
         0,
         "casse,cassee,ne marche pas,ne marche plus,ne fonctionne pas,ne fonctionne plus,marche "
         "pas,fonctionne pas,"
         "impossible,probleme,problemes,erreur,erreurs,bug,bugs,plante,panne,en "
         "panne,perdu,perdue,retard,faux,"
         "incorrect,endommage,bloque,bloquee,urgent,immediatement,remboursement,rembourser,annuler,lent,"
         "mauvais,mauvaise,pire,defectueux,malheureusement"},
        {Praise,
         2.1F,
         0,
         "excellent,excellente,genial,geniale,parfait,parfaite,merveilleux,fantastique,super,formidable,ravi,"
         "ravie,"
         "content,contente,satisfait,satisfaite,heureux,heureuse,recommande,adore,j aime,tres bon,tres bien,"
         "bon travail,bravo,agreable,remarche,ca marche,fonctionne bien,probleme "
         "resolu,resolu,utile,impeccable"},
        {Thanks, 1.3F, 0, "merci,merci beaucoup,mille mercis,un grand merci"},
        {Plain,
         0,
         0.5F,
         "merci d avance,merci par avance,s il vous plait,svp,cordialement,bien cordialement,bonne "
         "journee,bonjour,"
         "bonsoir,aide,aider,pouvez vous,pourriez vous,comment puis je,je voudrais,je souhaite,j aimerais,"
         "merci de votre aide,merci pour votre aide,salutations,content de,pas de probleme,sans "
         "probleme,super admin"},
        {Negation, 0, 0, "pas,jamais,sans,aucun,aucune"},
    };
}

} // namespace parley::server::nlp
