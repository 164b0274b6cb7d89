<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>parley::console::AgentPage</name>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Nouvel agent</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Aucun agent pour l’instant</translation>
    </message>
    <message>
        <source>An agent answers the questions of one subject. Customers&apos; messages go to the agent that they fit best.</source>
        <translation>Un agent répond aux questions d’un domaine. Les messages des clients vont à l’agent qui leur correspond le mieux.</translation>
    </message>
    <message>
        <source>Its prompt, its examples and all its versions go with it, and nothing brings them back. Messages that were its go to the other agents from now on.</source>
        <translation>Son prompt, ses exemples et toutes ses versions disparaissent avec lui, sans retour possible. Les messages qui lui revenaient vont désormais aux autres agents.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>What it is for. Messages are given to the agent whose description and examples they fit best.</source>
        <translation>À quoi il sert. Les messages sont confiés à l’agent dont la description et les exemples leur correspondent le mieux.</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>What it is told</source>
        <translation>Ses instructions</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Empty: the first of the organisation&apos;s models.</source>
        <translation>Vide&#x202f;: le premier des modèles de l’organisation.</translation>
    </message>
    <message>
        <source>What it may use</source>
        <translation>Ce qu’il peut utiliser</translation>
    </message>
    <message>
        <source>Which messages are its</source>
        <translation>Les messages qui lui reviennent</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Questions as customers ask them, one a line. Ten or more make the choice reliable.</source>
        <translation>Des questions telles que les clients les posent, une par ligne. À partir de dix, le choix devient fiable.</translation>
    </message>
    <message>
        <source>Intents</source>
        <translation>Intentions</translation>
    </message>
    <message>
        <source>Names of what customers want, one a line.</source>
        <translation>Noms de ce que veulent les clients, un par ligne.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Of two agents that fit equally, the one with more goes first.</source>
        <translation>De deux agents qui conviennent également, celui qui a la priorité la plus élevée passe en premier.</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Seuil de confiance</translation>
    </message>
    <message>
        <source>Least confidence to answer with; below it a person takes over.</source>
        <translation>Confiance minimale pour répondre&#x202f;; en dessous, une personne prend la suite.</translation>
    </message>
    <message>
        <source>The organisation&apos;s</source>
        <translation>Celui de l’organisation</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt système</translation>
    </message>
    <message>
        <source>Instructions beside those that Parley gives every agent.</source>
        <translation>Instructions en plus de celles que Parley donne à chaque agent.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>From the next message on the agent answers as it did then. What it is now stays in the list, so that you can come back to it.</source>
        <translation>Dès le prochain message, l’agent répond comme il le faisait alors. Sa version actuelle reste dans la liste, pour que vous puissiez y revenir.</translation>
    </message>
    <message>
        <source>Your changes that are not saved are lost.</source>
        <translation>Vos modifications non enregistrées sont perdues.</translation>
    </message>
    <message>
        <source>The agent is again what it was in version %1.</source>
        <translation>L’agent est de nouveau ce qu’il était dans la version %1.</translation>
    </message>
    <message>
        <source>Roll back to version %1?</source>
        <translation>Revenir à la version %1&#x202f;?</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revenir</translation>
    </message>
</context>
<context>
    <name>parley::console::AgentPages</name>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Golden questions</source>
        <translation>Questions de référence</translation>
    </message>
</context>
<context>
    <name>parley::console::AgentText</name>
    <message>
        <source>Questions – answers from the documents</source>
        <translation>Questions – répond à partir des documents</translation>
    </message>
    <message>
        <source>Problems and complaints – answers, or opens a case</source>
        <translation>Problèmes et réclamations – répond ou ouvre un dossier</translation>
    </message>
    <message>
        <source>A customer&apos;s own account – by its tools alone</source>
        <translation>Le compte d’un client – uniquement par ses outils</translation>
    </message>
    <message>
        <source>Specialist – for the subject its description names</source>
        <translation>Spécialiste – pour le domaine que nomme sa description</translation>
    </message>
    <message>
        <source>Fallback – where no other agent fits</source>
        <translation>Repli – quand aucun autre agent ne convient</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>description</source>
        <translation>description</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>activation</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorité</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>prompt système</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>outils</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>exemples</translation>
    </message>
    <message>
        <source>intents</source>
        <translation>intentions</translation>
    </message>
    <message>
        <source>confidence threshold</source>
        <translation>seuil de confiance</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Nom&#x202f;: %1</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Type&#x202f;: %1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>Description&#x202f;: %1</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorité&#x202f;: %1</translation>
    </message>
    <message>
        <source>Model: the organisation&apos;s</source>
        <translation>Modèle&#x202f;: celui de l’organisation</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modèle&#x202f;: %1</translation>
    </message>
    <message>
        <source>Confidence threshold: %1</source>
        <translation>Seuil de confiance&#x202f;: %1</translation>
    </message>
    <message>
        <source>Confidence threshold: the organisation&apos;s</source>
        <translation>Seuil de confiance&#x202f;: celui de l’organisation</translation>
    </message>
    <message>
        <source>System prompt:</source>
        <translation>Prompt système&#x202f;:</translation>
    </message>
    <message>
        <source>Tools:</source>
        <translation>Outils&#x202f;:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Exemples&#x202f;:</translation>
    </message>
    <message>
        <source>Intents:</source>
        <translation>Intentions&#x202f;:</translation>
    </message>
    <message>
        <source>Rolled back to version %1</source>
        <translation>Retour à la version %1</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Modifié&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::AnalyticsPage</name>
    <message>
        <source>Nothing happened in this period</source>
        <translation>Aucune activité pendant cette période</translation>
    </message>
    <message>
        <source>As soon as customers chat, this shows how many the agents answered by themselves, why others went to people, how fast answers came and what they cost.</source>
        <translation>Dès que des clients écrivent, cette page indique combien de conversations les agents ont traitées seuls, pourquoi les autres sont passées à des personnes, la rapidité des réponses et leur coût.</translation>
    </message>
    <message>
        <source>Figures of the period</source>
        <translation>Chiffres de la période</translation>
    </message>
    <message>
        <source>The figures are being counted</source>
        <translation>Calcul des chiffres en cours</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>Enregistrer les chiffres au format CSV</translation>
    </message>
    <message>
        <source>Save the charts as a picture</source>
        <translation>Enregistrer les graphiques sous forme d’image</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Enregistrer les chiffres</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Enregistrer les graphiques</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Answered by the agents</source>
        <translation>Traitées par les agents</translation>
    </message>
    <message>
        <source>First reply of the agents</source>
        <translation>Première réponse des agents</translation>
    </message>
    <message>
        <source>First reply of a person</source>
        <translation>Première réponse d’une personne</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Humeur</translation>
    </message>
    <message>
        <source>Remembered answers used</source>
        <translation>Réponses mémorisées utilisées</translation>
    </message>
    <message>
        <source>Cost of models</source>
        <translation>Coût des modèles</translation>
    </message>
    <message>
        <source>Answered by the agents alone, in %</source>
        <translation>Traitées par les agents seuls, en&#x202f;%</translation>
    </message>
    <message>
        <source>No conversation in this period.</source>
        <translation>Aucune conversation pendant cette période.</translation>
    </message>
    <message>
        <source>Why people were needed</source>
        <translation>Pourquoi une personne a été nécessaire</translation>
    </message>
    <message>
        <source>No conversation went to a person.</source>
        <translation>Aucune conversation n’est passée à une personne.</translation>
    </message>
    <message>
        <source>How long the agents take, by channel</source>
        <translation>Temps de réponse des agents, par canal</translation>
    </message>
    <message>
        <source>The agents have answered nothing.</source>
        <translation>Les agents n’ont répondu à rien.</translation>
    </message>
    <message>
        <source>How customers felt</source>
        <translation>Ressenti des clients</translation>
    </message>
    <message>
        <source>What it cost and what was saved</source>
        <translation>Coûts et économies</translation>
    </message>
    <message>
        <source>Nothing was spent: no model was asked, and no answer came from memory.</source>
        <translation>Aucune dépense&#x202f;: aucun modèle n’a été interrogé et aucune réponse n’est venue de la mémoire.</translation>
    </message>
    <message>
        <source>No customer has given a mark.</source>
        <translation>Aucun client n’a donné d’évaluation.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 messages</translation>
    </message>
    <message>
        <source>%1 went to people</source>
        <translation>%1 transférées à des personnes</translation>
    </message>
    <message>
        <source>95 of 100 within %1</source>
        <translation>95 sur 100 en moins de %1</translation>
    </message>
    <message>
        <source>to the end of the case %1</source>
        <translation>jusqu’à la fin du dossier&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 marks of 1 to 5</source>
        <translation>%1 évaluations de 1 à 5</translation>
    </message>
    <message>
        <source>%1 upset</source>
        <translation>%1 de mécontents</translation>
    </message>
    <message>
        <source>%1 content</source>
        <translation>%1 de satisfaits</translation>
    </message>
    <message>
        <source>%1 tokens saved, %2 called wrong</source>
        <translation>%1 jetons économisés, %2 signalées comme fausses</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>%1: half within %2, 95 of 100 within %3</source>
        <translation>%1&#x202f;: la moitié en moins de %2, 95 sur 100 en moins de %3</translation>
    </message>
    <message>
        <source>%1 answered by the agents, %2 taken by people</source>
        <translation>%1 traitées par les agents, %2 prises en charge par des personnes</translation>
    </message>
    <message>
        <source>%1 content, %2 neutral, %3 upset</source>
        <translation>%1 satisfaits, %2 neutres, %3 mécontents</translation>
    </message>
    <message>
        <source>%1 spent, %2 saved</source>
        <translation>%1 dépensés, %2 économisés</translation>
    </message>
    <message>
        <source>%1 marks</source>
        <translation>%1 évaluations</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
</context>
<context>
    <name>parley::console::AnalyticsPages</name>
    <message>
        <source>Analytics</source>
        <translation>Statistiques</translation>
    </message>
</context>
<context>
    <name>parley::console::AnsweringPage</name>
    <message>
        <source>Answering</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>When an agent answers</source>
        <translation>Quand un agent répond</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Seuil de confiance</translation>
    </message>
    <message>
        <source>Least confidence to answer with; below it a person takes over. An agent&apos;s own goes first.</source>
        <translation>Confiance minimale pour répondre&#x202f;; en dessous, une personne prend la suite. Le seuil propre à un agent est prioritaire.</translation>
    </message>
    <message>
        <source>Check each sentence of a model</source>
        <translation>Vérifier chaque phrase d’un modèle</translation>
    </message>
    <message>
        <source>What the documents do not bear out is taken out before the customer sees it.</source>
        <translation>Ce que les documents ne confirment pas est retiré avant que le client ne le voie.</translation>
    </message>
    <message>
        <source>Remember customers</source>
        <translation>Se souvenir des clients</translation>
    </message>
    <message>
        <source>What a customer said in earlier conversations is taken into account.</source>
        <translation>Ce qu’un client a dit dans ses conversations antérieures est pris en compte.</translation>
    </message>
    <message>
        <source>Most tool calls for one answer</source>
        <translation>Maximum d’appels d’outils par réponse</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Longueur maximale d’une réponse</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> jetons</translation>
    </message>
    <message>
        <source>What goes to a person at once</source>
        <translation>Ce qui va immédiatement à une personne</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters.</source>
        <translation>«&#x202f;%1&#x202f;» dépasse %2 caractères.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Au plus %1 lignes&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>Words and phrases</source>
        <translation>Mots et expressions</translation>
    </message>
    <message>
        <source>One a line, in any case and inflection; charge* by its beginning.</source>
        <translation>Un par ligne, sans distinction de casse ni de flexion&#x202f;; charge* d’après le début.</translation>
    </message>
    <message>
        <source>Answers that are used again</source>
        <translation>Réponses réutilisées</translation>
    </message>
    <message>
        <source>Keep answers</source>
        <translation>Conserver les réponses</translation>
    </message>
    <message>
        <source>Least likeness</source>
        <translation>Similarité minimale</translation>
    </message>
    <message>
        <source>Probability that two questions want the same answer, from which on it is given again.</source>
        <translation>Probabilité que deux questions appellent la même réponse, à partir de laquelle elle est redonnée.</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Conservées pendant</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message numerus="yes">
        <source>The confidence is fitted to %n thing(s) your people did with answers.</source>
        <translation>
            <numerusform>La confiance est ajustée d’après %n action de vos conseillers sur les réponses.</numerusform>
            <numerusform>La confiance est ajustée d’après %n actions de vos conseillers sur les réponses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The confidence is as Parley ships it; it is fitted to your people once they have edited or rejected enough answers (%n so far).</source>
        <translation>
            <numerusform>La confiance est celle fournie avec Parley&#x202f;; elle sera ajustée à vos conseillers une fois assez de réponses modifiées ou rejetées (%n jusqu’ici).</numerusform>
            <numerusform>La confiance est celle fournie avec Parley&#x202f;; elle sera ajustée à vos conseillers une fois assez de réponses modifiées ou rejetées (%n jusqu’ici).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClient</name>
    <message>
        <source>You are no longer signed in.</source>
        <translation>Vous n’êtes plus connecté.</translation>
    </message>
    <message>
        <source>%1 could not prove that it is the server it claims to be, so nothing was sent to it.
%2</source>
        <translation>%1 n’a pas pu prouver être le serveur qu’il prétend être&#x202f;; rien ne lui a donc été envoyé.
%2</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 est injoignable&#x202f;: %2</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak like a Parley server (status %2).</source>
        <translation>Ce qui répond à l’adresse %1 ne se comporte pas comme un serveur Parley (statut %2).</translation>
    </message>
    <message>
        <source>Something else answers for %1, with a web page. Check the address; or perhaps this network wants you to sign in first: open any page in your browser to see.</source>
        <translation>Autre chose répond à la place de %1, avec une page web. Vérifiez l’adresse&#x202f;; ou peut-être ce réseau demande-t-il d’abord une connexion&#x202f;: ouvrez une page dans votre navigateur pour le voir.</translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClientPage</name>
    <message>
        <source>Machine clients</source>
        <translation>Programmes clients</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Ajouter un programme</translation>
    </message>
    <message>
        <source>No program calls in your name</source>
        <translation>Aucun programme n’agit en votre nom</translation>
    </message>
    <message>
        <source>A shop, an app or a script signs in with an id and a secret of its own, and may do what you allow it.</source>
        <translation>Une boutique, une application ou un script se connecte avec son propre identifiant et son propre secret, et peut faire ce que vous autorisez.</translation>
    </message>
    <message>
        <source>Whatever signs in as &quot;%1&quot; is refused from this moment on. Its secret cannot be had back; another client gets another one.</source>
        <translation>Tout ce qui se connecte en tant que «&#x202f;%1&#x202f;» est refusé dès maintenant. Son secret ne peut pas être récupéré&#x202f;; un autre programme en recevra un nouveau.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it is for, such as &quot;Web shop&quot;.</source>
        <translation>À quoi il sert, par exemple «&#x202f;Boutique en ligne&#x202f;».</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Chat as a customer does</source>
        <translation>Discuter comme un client</translation>
    </message>
    <message>
        <source>Read conversations, tickets and settings</source>
        <translation>Lire les conversations, les tickets et les paramètres</translation>
    </message>
    <message>
        <source>Change settings and knowledge</source>
        <translation>Modifier les paramètres et les connaissances</translation>
    </message>
    <message>
        <source>Allow it one thing at least.</source>
        <translation>Accordez-lui au moins une autorisation.</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Requêtes par minute</translation>
    </message>
    <message>
        <source>More are refused with a time to wait. Once set, it can be changed and not taken away.</source>
        <translation>Au-delà, les requêtes sont refusées avec un délai d’attente. Une fois définie, cette limite peut être modifiée mais pas supprimée.</translation>
    </message>
    <message>
        <source>as the server allows everybody</source>
        <translation>limite commune du serveur</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Identifiant client</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>The secret of &quot;%1&quot;</source>
        <translation>Le secret de «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Keep it now, where only the program can read it. The server stores a fingerprint alone and cannot show it again.</source>
        <translation>Conservez-le dès maintenant, là où seul le programme peut le lire. Le serveur n’en garde qu’une empreinte et ne peut plus l’afficher.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
</context>
<context>
    <name>parley::console::ApiError</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Réessayez dans %n seconde.</numerusform>
            <numerusform>Réessayez dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused this (status %1).</source>
        <translation>Le serveur a refusé cette demande (statut %1).</translation>
    </message>
</context>
<context>
    <name>parley::console::ArticleEditor</name>
    <message>
        <source>Add article</source>
        <translation>Ajouter l’article</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>The question it answers, in a customer&apos;s words.</source>
        <translation>La question à laquelle il répond, avec les mots d’un client.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Markdown. Headings (## like this) keep long articles findable by their parts.</source>
        <translation>Markdown. Des titres (## comme ceci) permettent de retrouver les parties des longs articles.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Groups documents in the list; may stay empty.</source>
        <translation>Regroupe les documents dans la liste&#x202f;; peut rester vide.</translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation>Public auquel il peut servir de réponse</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Conseillers uniquement</translation>
    </message>
    <message>
        <source>Discard the article?</source>
        <translation>Abandonner l’article&#x202f;?</translation>
    </message>
    <message>
        <source>What you have written is not saved anywhere.</source>
        <translation>Ce que vous avez écrit n’est enregistré nulle part.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditColumns</name>
    <message>
        <source>Parley itself</source>
        <translation>Parley lui-même</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Action, such as team.create</source>
        <translation>Action, par exemple team.create</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Tous les objets</translation>
    </message>
    <message>
        <source>Id of what was changed</source>
        <translation>Identifiant de l’objet modifié</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditPage</name>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter au format CSV…</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Rien n’a encore été modifié</translation>
    </message>
    <message>
        <source>Nothing was done like that</source>
        <translation>Aucune action ne correspond</translation>
    </message>
    <message>
        <source>Whatever people change here, and what Parley changes by itself, is noted with who, when and what it was before.</source>
        <translation>Tout ce que les personnes modifient ici, et ce que Parley modifie de lui-même, est noté avec l’auteur, la date et l’état antérieur.</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Retirez un filtre pour en voir davantage.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Export what was done</source>
        <translation>Exporter ce qui a été fait</translation>
    </message>
    <message>
        <source>audit.csv</source>
        <translation>audit.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) exported: those that the list has read.</source>
        <translation>
            <numerusform>%n entrée exportée&#x202f;: celle que la liste a lue.</numerusform>
            <numerusform>%n entrées exportées&#x202f;: celles que la liste a lues.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::AuditPanel</name>
    <message>
        <source>Nothing is kept of what it was before and after.</source>
        <translation>Rien n’est conservé de l’état antérieur et postérieur.</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>Seulement ce qui a changé</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Par %1</translation>
    </message>
    <message>
        <source>Object %1</source>
        <translation>Objet %1</translation>
    </message>
    <message>
        <source>From the address %1</source>
        <translation>Depuis l’adresse %1</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Requête %1</translation>
    </message>
</context>
<context>
    <name>parley::console::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>parley::console::CachePage</name>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Conseiller</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Répondu par</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisée</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>Find a remembered answer</source>
        <translation>Rechercher une réponse mémorisée</translation>
    </message>
    <message>
        <source>Nothing is remembered</source>
        <translation>Aucune réponse mémorisée</translation>
    </message>
    <message>
        <source>Good answers of agents, and what supporters answered, are kept for a while and given again at once to who asks the same.</source>
        <translation>Les bonnes réponses des agents et celles des conseillers sont conservées un certain temps et redonnées aussitôt à qui pose la même question.</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Réponses mémorisées</translation>
    </message>
    <message>
        <source>Find in questions and answers</source>
        <translation>Rechercher dans les questions et les réponses</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>Tout oublier…</translation>
    </message>
    <message>
        <source>No answer is chosen</source>
        <translation>Aucune réponse sélectionnée</translation>
    </message>
    <message>
        <source>Choose one to see where it comes from.</source>
        <translation>Sélectionnez-en une pour voir d’où elle vient.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La réponse</translation>
    </message>
    <message>
        <source>Documents it was made from</source>
        <translation>Documents dont elle est issue</translation>
    </message>
    <message>
        <source>Forget this answer</source>
        <translation>Oublier cette réponse</translation>
    </message>
    <message>
        <source>Made from (Enter opens the document)</source>
        <translation>Issue de (Entrée ouvre le document)</translation>
    </message>
    <message>
        <source>Used %1 times, %2 of them called wrong · %3 tokens and %4 of computing saved</source>
        <translation>Utilisée %1 fois, dont %2 signalées comme fausses · %3 jetons et %4 de calcul économisés</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Économies</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>Un document</translation>
    </message>
    <message>
        <source>A document that is no longer there</source>
        <translation>Un document qui n’existe plus</translation>
    </message>
    <message>
        <source>Forgotten. The agents answer this question anew.</source>
        <translation>Réponse oubliée. Les agents répondront de nouveau à cette question.</translation>
    </message>
    <message>
        <source>Forget all remembered answers?</source>
        <translation>Oublier toutes les réponses mémorisées&#x202f;?</translation>
    </message>
    <message>
        <source>Also what supporters have answered goes from here. Every question is answered anew by the agents, which takes longer and costs tokens, until the answers are remembered again.</source>
        <translation>Les réponses des conseillers disparaissent également d’ici. Les agents répondent de nouveau à chaque question, ce qui prend plus de temps et coûte des jetons, jusqu’à ce que les réponses soient remémorisées.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Tout oublier</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) forgotten.</source>
        <translation>
            <numerusform>%n réponse oubliée.</numerusform>
            <numerusform>%n réponses oubliées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::CannedList</name>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>No canned response matches. An administrator adds them under &quot;Canned responses&quot;.</source>
        <translation>Aucune réponse type ne correspond. Un administrateur les ajoute dans «&#x202f;Réponses types&#x202f;».</translation>
    </message>
</context>
<context>
    <name>parley::console::CannedPage</name>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>Ajouter un texte</translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation>Aucun texte pour l’instant</translation>
    </message>
    <message>
        <source>What you write again and again goes here once. In a chat, &quot;/&quot; and its shortcut put it into your answer.</source>
        <translation>Écrivez ici une seule fois ce que vous répétez sans cesse. Dans une discussion, «&#x202f;/&#x202f;» suivi du raccourci l’insère dans votre réponse.</translation>
    </message>
    <message>
        <source>Nobody can send /%1 any more. Messages that were sent stay as they are.</source>
        <translation>Plus personne ne pourra envoyer /%1. Les messages déjà envoyés restent inchangés.</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Typed after &quot;/&quot; in a chat.</source>
        <translation>À saisir après «&#x202f;/&#x202f;» dans une discussion.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>What the list of texts shows.</source>
        <translation>Ce qu’affiche la liste des textes.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>{{customer.name}}, {{customer.email}}, {{supporter.name}} and {{ticket.reference}} are filled in when it is put into an answer.</source>
        <translation>{{customer.name}}, {{customer.email}}, {{supporter.name}} et {{ticket.reference}} sont remplis à l’insertion dans une réponse.</translation>
    </message>
    <message>
        <source>As it will read</source>
        <translation>Aperçu du résultat</translation>
    </message>
    <message>
        <source>Ana Example</source>
        <translation>Anne Exemple</translation>
    </message>
    <message>
        <source>Sam Supporter</source>
        <translation>Sam Conseiller</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>parley::console::CaseCard</name>
    <message>
        <source>The case</source>
        <translation>Le dossier</translation>
    </message>
    <message>
        <source>Why it came to a person</source>
        <translation>Pourquoi il est passé à une personne</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Ce qui a été demandé</translation>
    </message>
    <message>
        <source>What the agents would have answered</source>
        <translation>Ce que les agents auraient répondu</translation>
    </message>
    <message>
        <source>Put it into the answer (Ctrl+D)</source>
        <translation>Insérer dans la réponse (Ctrl+D)</translation>
    </message>
    <message>
        <source>What was found for it</source>
        <translation>Ce qui a été trouvé à ce sujet</translation>
    </message>
    <message>
        <source>The customer&apos;s mood</source>
        <translation>L’humeur du client</translation>
    </message>
    <message>
        <source>Promised first answer</source>
        <translation>Première réponse promise</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Étiquettes, séparées par des virgules</translation>
    </message>
    <message>
        <source>None. Write them with commas between.</source>
        <translation>Aucune. Séparez-les par des virgules.</translation>
    </message>
    <message>
        <source>Other conversations of this customer</source>
        <translation>Autres conversations de ce client</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Le client</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>Pourquoi cette réponse&#x202f;?</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Actuellement&#x202f;: %1</translation>
    </message>
    <message>
        <source>Confidence %1 %</source>
        <translation>Confiance %1&#x202f;%</translation>
    </message>
    <message>
        <source>Last answer: %1</source>
        <translation>Dernière réponse&#x202f;: %1</translation>
    </message>
    <message>
        <source>Missed: it was due %1</source>
        <translation>Manquée, échéance&#x202f;: %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Échéance&#x202f;: %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Avec %1</translation>
    </message>
</context>
<context>
    <name>parley::console::CaseWords</name>
    <message>
        <source>The customer asked for a person.</source>
        <translation>Le client a demandé une personne.</translation>
    </message>
    <message>
        <source>The agents were not sure enough of their answer.</source>
        <translation>Les agents n’étaient pas assez sûrs de leur réponse.</translation>
    </message>
    <message>
        <source>The knowledge base has no answer to this.</source>
        <translation>La base de connaissances n’a pas de réponse à cette question.</translation>
    </message>
    <message>
        <source>The customer used a word that goes to people at once.</source>
        <translation>Le client a employé un mot qui conduit immédiatement à une personne.</translation>
    </message>
    <message>
        <source>Something failed while the agents answered.</source>
        <translation>Une erreur s’est produite pendant la réponse des agents.</translation>
    </message>
    <message>
        <source>A tool that the answer needed failed.</source>
        <translation>Un outil nécessaire à la réponse a échoué.</translation>
    </message>
    <message>
        <source>The agents did not answer in time.</source>
        <translation>Les agents n’ont pas répondu à temps.</translation>
    </message>
    <message>
        <source>A colleague took the conversation over.</source>
        <translation>Un collègue a pris en charge la conversation.</translation>
    </message>
    <message>
        <source>Whoever took the case did not answer in time.</source>
        <translation>La personne qui avait pris le dossier n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>Whoever had the case went away.</source>
        <translation>La personne chargée du dossier s’est absentée.</translation>
    </message>
    <message>
        <source>It may be about danger to somebody.</source>
        <translation>Il peut s’agir d’un danger pour quelqu’un.</translation>
    </message>
    <message>
        <source>It is about deleting an account or personal data.</source>
        <translation>Il s’agit de supprimer un compte ou des données personnelles.</translation>
    </message>
    <message>
        <source>It is a legal matter.</source>
        <translation>Il s’agit d’une question juridique.</translation>
    </message>
    <message>
        <source>It is about a break-in, a leak or fraud.</source>
        <translation>Il s’agit d’une intrusion, d’une fuite ou d’une fraude.</translation>
    </message>
    <message>
        <source>Press or media are asking.</source>
        <translation>La demande vient de la presse ou des médias.</translation>
    </message>
    <message>
        <source>It is about money back or compensation.</source>
        <translation>Il s’agit d’un remboursement ou d’un dédommagement.</translation>
    </message>
    <message>
        <source>A charge or an invoice is disputed.</source>
        <translation>Un prélèvement ou une facture est contesté.</translation>
    </message>
    <message>
        <source>It is about whose account this is, or access to it.</source>
        <translation>Il s’agit du titulaire du compte ou de l’accès au compte.</translation>
    </message>
    <message>
        <source>A discount or a quote is asked for.</source>
        <translation>Une remise ou un devis est demandé.</translation>
    </message>
    <message>
        <source>Data are lost.</source>
        <translation>Des données sont perdues.</translation>
    </message>
    <message>
        <source>An outage or a critical fault is reported.</source>
        <translation>Une panne ou un défaut critique est signalé.</translation>
    </message>
    <message>
        <source>The customer is about to leave.</source>
        <translation>Le client est sur le point de partir.</translation>
    </message>
    <message>
        <source>The customer is angry, or writes again and again.</source>
        <translation>Le client est en colère, ou écrit sans cesse.</translation>
    </message>
    <message>
        <source>Passage speaks of the question</source>
        <translation>Le passage traite de la question</translation>
    </message>
    <message>
        <source>One sentence says it</source>
        <translation>Une phrase le dit</translation>
    </message>
    <message>
        <source>Answer speaks of the question</source>
        <translation>La réponse traite de la question</translation>
    </message>
    <message>
        <source>Title is the question</source>
        <translation>Le titre est la question</translation>
    </message>
    <message>
        <source>Words nobody wrote about</source>
        <translation>Mots absents de tous les documents</translation>
    </message>
    <message>
        <source>Ahead of other documents</source>
        <translation>Devance les autres documents</translation>
    </message>
    <message>
        <source>Amount or time that was asked for</source>
        <translation>Montant ou durée demandés</translation>
    </message>
    <message>
        <source>Very short question</source>
        <translation>Question très courte</translation>
    </message>
    <message>
        <source>Important word is missing</source>
        <translation>Mot important manquant</translation>
    </message>
    <message>
        <source>Best sentence stands out</source>
        <translation>La meilleure phrase se démarque</translation>
    </message>
    <message>
        <source>Names something else</source>
        <translation>Désigne autre chose</translation>
    </message>
    <message>
        <source>Title is about something else</source>
        <translation>Le titre porte sur autre chose</translation>
    </message>
    <message>
        <source>Word missing, under another title</source>
        <translation>Mot manquant, sous un autre titre</translation>
    </message>
    <message>
        <source>Outside what is answered here</source>
        <translation>Hors du domaine traité ici</translation>
    </message>
    <message>
        <source>Unclear whose question it is</source>
        <translation>Auteur de la question incertain</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Pas encore répondu</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>En attente d’une personne</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
</context>
<context>
    <name>parley::console::ChainView</name>
    <message>
        <source>Steps of the turn</source>
        <translation>Étapes du tour</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>Étape %1 sur %2&#x202f;: %3, %4</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelEditor</name>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Nouveau canal</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>Aucun canal pour l’instant</translation>
    </message>
    <message>
        <source>A channel is a way by which customers write: the chat on your site, a form, your own programs.</source>
        <translation>Un canal est une voie par laquelle les clients écrivent&#x202f;: le chat de votre site, un formulaire ou vos propres programmes.</translation>
    </message>
    <message>
        <source>Its settings and its own words go with it, and its address takes nothing any more. What came in by it stays: conversations, cases and customers.</source>
        <translation>Ses paramètres et ses propres textes disparaissent, et son adresse n’accepte plus rien. Ce qui est arrivé par lui reste&#x202f;: conversations, dossiers et clients.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>What it says by itself</source>
        <translation>Ses textes automatiques</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>For your people alone; customers do not see it.</source>
        <translation>Pour vos équipes seulement&#x202f;; les clients ne le voient pas.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Désactiver…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Nothing is taken in by it until it is turned on again; whoever tries is told so. What came in before is answered as always.</source>
        <translation>Il n’accepte rien tant qu’il n’est pas réactivé&#x202f;; ceux qui essaient en sont informés. Ce qui est arrivé avant reçoit une réponse comme toujours.</translation>
    </message>
    <message>
        <source>Turn off &quot;%1&quot;?</source>
        <translation>Désactiver «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>%1 is on.</source>
        <translation>%1 est activé.</translation>
    </message>
    <message>
        <source>%1 is off.</source>
        <translation>%1 est désactivé.</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelKinds</name>
    <message>
        <source>Empty: Parley&apos;s own words, in the customer&apos;s language where it has them.</source>
        <translation>Vide&#x202f;: le texte de Parley, dans la langue du client lorsqu’il existe.</translation>
    </message>
    <message>
        <source>May stand in it: %1</source>
        <translation>Peut contenir&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelSummary</name>
    <message numerus="yes">
        <source>%n message(s) in 24 h</source>
        <translation>
            <numerusform>%n message en 24 h</numerusform>
            <numerusform>%n messages en 24 h</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations, 24 h</source>
        <translation>Conversations, 24 h</translation>
    </message>
    <message>
        <source>Time to answer, 24 h</source>
        <translation>Délai de réponse, 24 h</translation>
    </message>
    <message>
        <source>Given to people, 24 h</source>
        <translation>Confiées à une personne, 24 h</translation>
    </message>
    <message>
        <source>Mood, 24 h</source>
        <translation>Humeur, 24 h</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>nobody has written yet</source>
        <translation>personne n’a encore écrit</translation>
    </message>
    <message>
        <source>last message %1</source>
        <translation>dernier message&#x202f;: %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>aucune réponse pour l’instant</translation>
    </message>
    <message>
        <source>of its conversations</source>
        <translation>de ses conversations</translation>
    </message>
    <message>
        <source>%1 on average, from −1 to 1</source>
        <translation>%1 en moyenne, de −1 à 1</translation>
    </message>
    <message>
        <source>for half of them; 95 of 100 within %1</source>
        <translation>pour la moitié&#x202f;; 95 sur 100 en %1</translation>
    </message>
    <message>
        <source>%1 in 24 h</source>
        <translation>%1 en 24 h</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelWays</name>
    <message>
        <source>Address of the form</source>
        <translation>Adresse du formulaire</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Code that puts the form into a page</source>
        <translation>Code qui place le formulaire dans une page</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>How the chat looks, where it may run and the code for your site stand on a page of their own.</source>
        <translation>L’apparence du chat, les sites où il peut fonctionner et le code pour votre site se trouvent sur une page à part.</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
    <message>
        <source>Programs write here. Each signs in as a machine client, with an id and a secret of its own.</source>
        <translation>Des programmes écrivent ici. Chacun se connecte comme programme client, avec son propre identifiant et son propre secret.</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>Programmes clients</translation>
    </message>
    <message>
        <source>Link to this page, from your site or from letters. Whoever fills it in gets a number and a page that says how far it is.</source>
        <translation>Faites un lien vers cette page depuis votre site ou vos courriers. Qui la remplit reçoit un numéro et une page qui dit où en est sa demande.</translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Ouvrir le formulaire</translation>
    </message>
    <message>
        <source>In a page of your own, on one of the sites that the chat widget may run on:</source>
        <translation>Dans l’une de vos pages, sur un des sites où le widget de chat peut fonctionner&#x202f;:</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelsPage</name>
    <message>
        <source>This server has no channels to set up</source>
        <translation>Ce serveur n’a pas de canaux à configurer</translation>
    </message>
    <message>
        <source>It is older than this console. The chat, the contact form and the machine clients work as they did; once the server is updated, each can be looked at, turned off and worded here.</source>
        <translation>Il est plus ancien que cette console. Le chat, le formulaire de contact et les programmes clients fonctionnent comme avant&#x202f;; une fois le serveur mis à jour, vous pourrez ici les consulter, les désactiver et rédiger leurs textes.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
</context>
<context>
    <name>parley::console::Charts</name>
    <message>
        <source>Answered by the agents</source>
        <translation>Traitées par les agents</translation>
    </message>
    <message>
        <source>Taken by people</source>
        <translation>Prises en charge par des personnes</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Satisfaits</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutres</translation>
    </message>
    <message>
        <source>Upset</source>
        <translation>Mécontents</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Dépensé</translation>
    </message>
    <message>
        <source>Saved by remembered answers</source>
        <translation>Économisé grâce aux réponses mémorisées</translation>
    </message>
    <message>
        <source>Tokens used</source>
        <translation>Jetons utilisés</translation>
    </message>
    <message>
        <source>Tokens saved by remembered answers</source>
        <translation>Jetons économisés grâce aux réponses mémorisées</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>La moitié en moins de</translation>
    </message>
    <message>
        <source>95 of 100 within</source>
        <translation>95 sur 100 en moins de</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
</context>
<context>
    <name>parley::console::ChatTabs</name>
    <message>
        <source>Open chats</source>
        <translation>Discussions ouvertes</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Fermer la discussion</translation>
    </message>
    <message>
        <source>Close the chat (Ctrl+W)</source>
        <translation>Fermer la discussion (Ctrl+W)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>parley::console::ColorField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the colour</source>
        <translation>Choisir la couleur</translation>
    </message>
    <message>
        <source>The colour as #rrggbb</source>
        <translation>La couleur au format #rrggbb</translation>
    </message>
    <message>
        <source>Hard to see on a white page: %1 to 1, and 3 to 1 is the least. The widget writes on it in black, and uses a darker shade for links.</source>
        <translation>Peu visible sur une page blanche&#x202f;: %1 pour 1, alors que le minimum est de 3 pour 1. Le widget y écrit en noir et utilise une nuance plus foncée pour les liens.</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanc</translation>
    </message>
    <message>
        <source>black</source>
        <translation>noir</translation>
    </message>
    <message>
        <source>Good: %1 text on it has %2 to 1.</source>
        <translation>Bon&#x202f;: le texte %1 y atteint %2 pour 1.</translation>
    </message>
    <message>
        <source>%1 text on it has %2 to 1; links get a darker shade of it.</source>
        <translation>Le texte %1 y atteint %2 pour 1&#x202f;; les liens prennent une nuance plus foncée.</translation>
    </message>
</context>
<context>
    <name>parley::console::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes.</source>
        <translation>Haut et Bas pour choisir, Entrée pour exécuter, Échap pour fermer.</translation>
    </message>
</context>
<context>
    <name>parley::console::Composer</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Canned</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>A note for colleagues, which the customer never sees (Ctrl+Shift+N)</source>
        <translation>Une note pour les collègues, que le client ne voit jamais (Ctrl+Maj+N)</translation>
    </message>
    <message>
        <source>Canned responses (Ctrl+/, or / at the beginning of a line)</source>
        <translation>Réponses types (Ctrl+/, ou / en début de ligne)</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Votre note</translation>
    </message>
    <message>
        <source>Write to the customer … Enter sends, Shift+Enter begins a line</source>
        <translation>Écrivez au client… Entrée envoie, Maj+Entrée insère une ligne</translation>
    </message>
    <message>
        <source>Write to the customer … Ctrl+Enter sends</source>
        <translation>Écrivez au client… Ctrl+Entrée envoie</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Enregistrer la note</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>The agents have no draft for this.</source>
        <translation>Les agents n’ont pas de brouillon pour ceci.</translation>
    </message>
    <message>
        <source>Put in what the agents would have answered (Ctrl+D; Ctrl+Shift+D replaces)</source>
        <translation>Insérer ce que les agents auraient répondu (Ctrl+D&#x202f;; Ctrl+Maj+D remplace)</translation>
    </message>
    <message>
        <source>Nothing is sent until it fits: a message can have %1 characters.</source>
        <translation>Rien n’est envoyé tant que c’est trop long : un message peut avoir %1 caractères.</translation>
    </message>
    <message>
        <source>Write a note for colleagues … @ names one of them</source>
        <translation>Écrire une note pour les collègues … @ nomme l’un d’eux</translation>
    </message>
</context>
<context>
    <name>parley::console::Confirmation</name>
    <message>
        <source>Type &quot;%1&quot; to go on:</source>
        <translation>Saisissez «&#x202f;%1&#x202f;» pour continuer&#x202f;:</translation>
    </message>
    <message>
        <source>This link is not opened</source>
        <translation>Ce lien n’est pas ouvert</translation>
    </message>
    <message>
        <source>Only web and e-mail addresses are opened, and this is neither:</source>
        <translation>Seules les adresses web et e-mail sont ouvertes, et ceci n’en est pas une&#x202f;:</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Ouvrir cette adresse&#x202f;?</translation>
    </message>
    <message>
        <source>A message in the conversation leads here:</source>
        <translation>Un message de la conversation mène ici&#x202f;:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>The site is %1.</source>
        <translation>Le site est %1.</translation>
    </message>
    <message>
        <source>What stands before the @ is no part of its name.</source>
        <translation>Ce qui précède le @ ne fait pas partie de son nom.</translation>
    </message>
    <message>
        <source>Its name has letters that can look like those of another site: %1.</source>
        <translation>Son nom contient des lettres qui peuvent ressembler à celles d’un autre site&#x202f;: %1.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConnectionBar</name>
    <message>
        <source>No connection to %1 since %2. You see what was read before; what you write is kept until it can be sent.</source>
        <translation>Aucune connexion à %1 depuis %2. Vous voyez ce qui a été lu auparavant&#x202f;; ce que vous écrivez est conservé jusqu’à ce qu’il puisse être envoyé.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation>L’horloge de cet ordinateur avance de %1 sur celle du serveur. Les temps d’attente sont comptés d’après le serveur.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation>L’horloge de cet ordinateur retarde de %1 sur celle du serveur. Les temps d’attente sont comptés d’après le serveur.</translation>
    </message>
    <message>
        <source>%1 was changed: it speaks protocol %2 now and this console %3. Install the console that belongs to it; what you write is kept until then.</source>
        <translation>%1 a changé&#x202f;: il utilise maintenant le protocole %2 et cette console le protocole %3. Installez la console correspondante&#x202f;; ce que vous écrivez est conservé jusque-là.</translation>
    </message>
</context>
<context>
    <name>parley::console::Console</name>
    <message>
        <source>The disk of this computer is full or cannot be written. What you read and write here is lost when Parley is closed, unless it was sent.</source>
        <translation>Le disque de cet ordinateur est plein ou ne peut pas être écrit. Ce que vous lisez et écrivez ici est perdu à la fermeture de Parley, sauf si cela a été envoyé.</translation>
    </message>
</context>
<context>
    <name>parley::console::ContributionBars</name>
    <message>
        <source>What made the confidence</source>
        <translation>Ce qui explique la confiance</translation>
    </message>
    <message>
        <source>Where it starts: %1</source>
        <translation>Point de départ&#x202f;: %1</translation>
    </message>
    <message>
        <source>Where it starts</source>
        <translation>Point de départ</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationActions</name>
    <message>
        <source>Take over</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Rendre aux agents</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Résoudre…</translation>
    </message>
    <message>
        <source>Undo the resolution</source>
        <translation>Annuler la résolution</translation>
    </message>
    <message>
        <source>You answer from now on</source>
        <translation>C’est vous qui répondez désormais</translation>
    </message>
    <message>
        <source>The agents answer from now on</source>
        <translation>Les agents répondent désormais</translation>
    </message>
    <message>
        <source>Give it to a colleague or a team</source>
        <translation>Confier à un collègue ou à une équipe</translation>
    </message>
    <message>
        <source>Answer, and end the case</source>
        <translation>Répondre et clore le dossier</translation>
    </message>
    <message>
        <source>Take back the resolution, what it taught and what the customer has not read</source>
        <translation>Annuler la résolution, ce qu’elle a appris aux agents et ce que le client n’a pas lu</translation>
    </message>
    <message>
        <source>Nothing was resolved here in the last ten minutes.</source>
        <translation>Rien n’a été résolu ici au cours des dix dernières minutes.</translation>
    </message>
    <message>
        <source>You have the conversation.</source>
        <translation>Vous avez la conversation.</translation>
    </message>
    <message>
        <source>Take it from %1?</source>
        <translation>Reprendre à %1&#x202f;?</translation>
    </message>
    <message>
        <source>%1 is answering this conversation, and cannot go on then.</source>
        <translation>%1 répond actuellement à cette conversation et ne pourra plus continuer.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>The agents have the conversation.</source>
        <translation>Les agents ont la conversation.</translation>
    </message>
    <message>
        <source>%1 has the conversation.</source>
        <translation>%1 a la conversation.</translation>
    </message>
    <message>
        <source>The tags are saved.</source>
        <translation>Les étiquettes sont enregistrées.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The case is resolved.</source>
        <translation>Le dossier est résolu.</translation>
    </message>
    <message>
        <source>The resolution is taken back, and so is the answer.</source>
        <translation>La résolution est annulée, ainsi que la réponse.</translation>
    </message>
    <message>
        <source>The resolution is taken back. The customer has read the answer.</source>
        <translation>La résolution est annulée. Le client a lu la réponse.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationHeader</name>
    <message>
        <source>With the agents</source>
        <translation>Avec les agents</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>En attente d’une personne</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Avec une personne</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermée</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Chat web</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Formulaire web</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>The customer has proved who it is.</source>
        <translation>Le client a prouvé son identité.</translation>
    </message>
    <message>
        <source>The customer says who it is, and has not proved it.</source>
        <translation>Le client indique son identité sans l’avoir prouvée.</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>avec %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationRules</name>
    <message>
        <source>It is still being read.</source>
        <translation>Lecture en cours.</translation>
    </message>
    <message>
        <source>Not connected. It can be done when the server is back.</source>
        <translation>Hors connexion. Ce sera possible quand le serveur sera de nouveau disponible.</translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation>Vous pouvez lire ici, mais pas répondre.</translation>
    </message>
    <message>
        <source>%1 has this conversation.</source>
        <translation>%1 a cette conversation.</translation>
    </message>
    <message>
        <source>You have it already.</source>
        <translation>Vous l’avez déjà.</translation>
    </message>
    <message>
        <source>It is closed. It opens when the customer writes again.</source>
        <translation>Elle est fermée. Elle s’ouvrira quand le client écrira de nouveau.</translation>
    </message>
    <message>
        <source>The agents have it already.</source>
        <translation>Les agents l’ont déjà.</translation>
    </message>
    <message>
        <source>It is resolved already.</source>
        <translation>Déjà résolu.</translation>
    </message>
    <message>
        <source>It is closed: only notes can be written.</source>
        <translation>Elle est fermée&#x202f;: seules des notes peuvent être écrites.</translation>
    </message>
    <message>
        <source>%1 has this conversation: only notes can be written.</source>
        <translation>%1 a cette conversation&#x202f;: seules des notes peuvent être écrites.</translation>
    </message>
    <message>
        <source>Take it over to write to the customer.</source>
        <translation>Prenez-la en charge pour écrire au client.</translation>
    </message>
    <message>
        <source>Not connected. What you write is kept; it can be sent when the server is back.</source>
        <translation>Hors connexion. Ce que vous écrivez est conservé&#x202f;; l’envoi sera possible quand le serveur sera de nouveau disponible.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationView</name>
    <message>
        <source>Show or hide the case</source>
        <translation>Afficher ou masquer le dossier</translation>
    </message>
    <message>
        <source>Put the agents&apos; draft into the answer</source>
        <translation>Insérer le brouillon des agents dans la réponse</translation>
    </message>
    <message>
        <source>Replace the answer by the agents&apos; draft</source>
        <translation>Remplacer la réponse par le brouillon des agents</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Note for colleagues, or answer</source>
        <translation>Note pour les collègues, ou réponse</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Read the messages</source>
        <translation>Lire les messages</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Aller au message le plus récent</translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation>Cette conversation n’existe plus.</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 est en train d’écrire…</translation>
    </message>
    <message>
        <source>Not connected. This is the conversation as it was %1.</source>
        <translation>Hors connexion. Dernier état connu de la conversation&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Source %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>Pourquoi cette réponse&#x202f;?</translation>
    </message>
    <message>
        <source>The trace of this answer is no longer kept.</source>
        <translation>La trace de cette réponse n’est plus conservée.</translation>
    </message>
    <message>
        <source>The customer wrote while you did. Your text is below: read what came, and press Enter again to send it.</source>
        <translation>Le client a écrit en même temps que vous. Votre texte est ci-dessous&#x202f;: lisez ce qui est arrivé et appuyez de nouveau sur Entrée pour l’envoyer.</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Entrée envoie</translation>
    </message>
    <message>
        <source>%1 has this conversation now. What you have written here is kept.</source>
        <translation>%1 a maintenant cette conversation. Ce que vous avez écrit ici est conservé.</translation>
    </message>
    <message>
        <source>You are writing here on another console too.</source>
        <translation>Vous écrivez aussi ici sur une autre console.</translation>
    </message>
    <message>
        <source>You answered on another console meanwhile. What you began here is still below.</source>
        <translation>Vous avez répondu entre-temps sur une autre console. Ce que vous aviez commencé ici est toujours ci-dessous.</translation>
    </message>
</context>
<context>
    <name>parley::console::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>parley::console::Customer</name>
    <message>
        <source>Unknown customer</source>
        <translation>Client inconnu</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerColumns</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu en dernier</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerHistory</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>This customer has not written yet.</source>
        <translation>Ce client n’a pas encore écrit.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>No case of this customer has come to people.</source>
        <translation>Aucun dossier de ce client n’est passé à une personne.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>No feedback</source>
        <translation>Aucun avis</translation>
    </message>
    <message>
        <source>This customer has rated no answer lately.</source>
        <translation>Ce client n’a évalué aucune réponse dernièrement.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Rien ici</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerPanel</name>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Of a verified customer it comes from your website&apos;s sign-in and is not changed here.</source>
        <translation>Pour un client vérifié, elle vient de la connexion à votre site et ne se modifie pas ici.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Numéro de téléphone</translation>
    </message>
    <message>
        <source>With country code, such as +49 30 123456.</source>
        <translation>Avec l’indicatif du pays, par exemple +49 30 123456.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>How fast this customer is answered goes by it: a-z, 0-9, - and _.</source>
        <translation>Elle détermine le délai de réponse à ce client&#x202f;: a-z, 0-9, - et _.</translation>
    </message>
    <message>
        <source>Only a-z, 0-9, - and _.</source>
        <translation>Seulement a-z, 0-9, - et _.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Such as en or de-AT.</source>
        <translation>Par exemple en ou de-AT.</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Connu par</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionner…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>What was changed of %1</source>
        <translation>Ce qui a été modifié chez %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Customer since %1 · %2 · %3</source>
        <translation>Client depuis %1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n ticket ouvert</numerusform>
            <numerusform>%n tickets ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Nothing but this conversation: the customer has not said who they are.</source>
        <translation>Rien d’autre que cette conversation&#x202f;: le client n’a pas indiqué son identité.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>Modifications enregistrées&#x202f;: %1.</translation>
    </message>
    <message>
        <source>They are one customer now: %1.</source>
        <translation>Ils forment désormais un seul client&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Export everything that is kept of this customer</source>
        <translation>Exporter tout ce qui est conservé sur ce client</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The server collects everything it keeps of this customer…</source>
        <translation>Le serveur rassemble tout ce qu’il conserve sur ce client…</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <translation>Effacer %1&#x202f;?</translation>
    </message>
    <message>
        <source>Everything goes that is kept of this customer: %1 with all messages, tickets, feedback and attachments, answers learned from them, and who they are. Nobody can bring it back. You get a receipt.</source>
        <translation>Tout ce qui est conservé sur ce client disparaît&#x202f;: %1 avec tous les messages, tickets, avis et pièces jointes, les réponses qui en ont été apprises, ainsi que son identité. Personne ne peut le récupérer. Vous obtenez un reçu.</translation>
    </message>
    <message>
        <source>Erase customer</source>
        <translation>Effacer le client</translation>
    </message>
    <message>
        <source>The server erases everything it keeps of this customer…</source>
        <translation>Le serveur efface tout ce qu’il conserve sur ce client…</translation>
    </message>
    <message>
        <source>The customer is erased</source>
        <translation>Le client est effacé</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomersPage</name>
    <message>
        <source>No customers yet</source>
        <translation>Aucun client pour l’instant</translation>
    </message>
    <message>
        <source>Everybody who writes stands here, with what is known of them over all channels.</source>
        <translation>Toutes les personnes qui écrivent figurent ici, avec ce que l’on sait d’elles sur tous les canaux.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Rechercher un client</translation>
    </message>
    <message>
        <source>Save the customer</source>
        <translation>Enregistrer le client</translation>
    </message>
    <message>
        <source>Merge with another customer…</source>
        <translation>Fusionner avec un autre client…</translation>
    </message>
    <message>
        <source>Export the customer…</source>
        <translation>Exporter le client…</translation>
    </message>
    <message>
        <source>Erase the customer…</source>
        <translation>Effacer le client…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Quitter sans enregistrer&#x202f;?</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Abandonner les modifications</translation>
    </message>
    <message>
        <source>Name, e-mail address, phone number or id</source>
        <translation>Nom, adresse e-mail, téléphone ou identifiant</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Personne n’a été trouvé</translation>
    </message>
    <message>
        <source>Nobody has this in their name, e-mail address, phone number or id.</source>
        <translation>Personne n’a cela dans son nom, son adresse e-mail, son téléphone ou son identifiant.</translation>
    </message>
</context>
<context>
    <name>parley::console::DeskPage</name>
    <message>
        <source>What is promised</source>
        <translation>Ce qui est promis</translation>
    </message>
    <message>
        <source>Only working hours count.</source>
        <translation>Seules les heures de travail comptent.</translation>
    </message>
    <message>
        <source>Times by plan</source>
        <translation>Délais par offre</translation>
    </message>
    <message>
        <source>The plan &quot;default&quot; holds for customers of no plan, or of one that is not named here.</source>
        <translation>L’offre «&#x202f;default&#x202f;» s’applique aux clients sans offre, ou dont l’offre n’est pas nommée ici.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Heures de travail</translation>
    </message>
    <message>
        <source>A team may have its own.</source>
        <translation>Une équipe peut avoir les siennes.</translation>
    </message>
    <message>
        <source>Who gets a case</source>
        <translation>Qui reçoit un dossier</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>wait in the queue until somebody takes them</source>
        <translation>attendent dans la file d’attente que quelqu’un les prenne</translation>
    </message>
    <message>
        <source>are given to whoever is free</source>
        <translation>sont confiés à qui est disponible</translation>
    </message>
    <message>
        <source>Cases one person has at once</source>
        <translation>Dossiers simultanés par personne</translation>
    </message>
    <message>
        <source>0: any number. A team may have its own.</source>
        <translation>0&#x202f;: nombre illimité. Une équipe peut avoir le sien.</translation>
    </message>
    <message>
        <source>Time for the first word</source>
        <translation>Délai du premier message</translation>
    </message>
    <message>
        <source>How long whoever took a case may keep the customer waiting; then it goes back into the queue.</source>
        <translation>Combien de temps la personne qui a pris un dossier peut faire attendre le client&#x202f;; ensuite, il retourne dans la file d’attente.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Patience with the agents</source>
        <translation>Patience envers les agents</translation>
    </message>
    <message>
        <source>How long beyond an answer&apos;s own time limit a customer may be owed one; then a person is called.</source>
        <translation>Combien de temps, au-delà du délai propre à une réponse, un client peut l’attendre&#x202f;; ensuite, une personne est appelée.</translation>
    </message>
    <message>
        <source>When nobody is there, and what is kept</source>
        <translation>En cas d’absence, et ce qui est conservé</translation>
    </message>
    <message>
        <source>What customers read meanwhile</source>
        <translation>Ce que lisent les clients entre-temps</translation>
    </message>
    <message>
        <source>Empty: Parley&apos;s own words, in the customer&apos;s language.</source>
        <translation>Vide&#x202f;: le texte de Parley, dans la langue du client.</translation>
    </message>
    <message>
        <source>Conversations are kept for</source>
        <translation>Conservation des conversations</translation>
    </message>
    <message>
        <source>0: for ever. Older ones are erased for good, every night.</source>
        <translation>0&#x202f;: pour toujours. Les plus anciennes sont effacées définitivement, chaque nuit.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>Desk settings</source>
        <translation>Réglages de l’assistance</translation>
    </message>
</context>
<context>
    <name>parley::console::DiffModel</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
</context>
<context>
    <name>parley::console::DiffView</name>
    <message numerus="yes">
        <source>%n line(s) as before</source>
        <translation>
            <numerusform>%n ligne inchangée</numerusform>
            <numerusform>%n lignes inchangées</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentColumns</name>
    <message>
        <source>page %1 of %2</source>
        <translation>page %1 sur %2</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentDetail</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Customers see it as the source of an answer.</source>
        <translation>Les clients le voient comme source d’une réponse.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation>Public auquel il peut servir de réponse</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Conseillers uniquement</translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation>Les modifications de «&#x202f;%1&#x202f;» ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>Supprimer «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>The document goes with its %n passage(s). Customers are no longer answered from it, and answers that were remembered from it are forgotten. Earlier conversations keep what was quoted.</source>
        <translation>
            <numerusform>Le document est supprimé avec son %n passage. Il ne sert plus à répondre aux clients, et les réponses mémorisées qui en sont issues sont oubliées. Les conversations antérieures gardent ce qui a été cité.</numerusform>
            <numerusform>Le document est supprimé avec ses %n passages. Il ne sert plus à répondre aux clients, et les réponses mémorisées qui en sont issues sont oubliées. Les conversations antérieures gardent ce qui a été cité.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete document</source>
        <translation>Supprimer le document</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentWords</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Lecture en cours</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Conseillers uniquement</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Another document has the very same contents. One of the two can go.</source>
        <translation>Un autre document a exactement le même contenu. L’un des deux peut être supprimé.</translation>
    </message>
    <message>
        <source>%1 % the same as &quot;%2&quot;.</source>
        <translation>Identique à %1&#x202f;% à «&#x202f;%2&#x202f;».</translation>
    </message>
</context>
<context>
    <name>parley::console::DropFrame</name>
    <message>
        <source>Drop the files to add them to the knowledge base</source>
        <translation>Déposez les fichiers pour les ajouter à la base de connaissances</translation>
    </message>
</context>
<context>
    <name>parley::console::EmbedCode</name>
    <message>
        <source>This is the real chat, as your customers will see it. What you write here reaches your organisation as any chat does.</source>
        <translation>Voici le vrai chat, tel que vos clients le verront. Ce que vous y écrivez parvient à votre organisation comme toute autre discussion.</translation>
    </message>
</context>
<context>
    <name>parley::console::ErasureWords</name>
    <message>
        <source>Erased on %1.</source>
        <translation>Effacé le %1.</translation>
    </message>
    <message>
        <source>Nothing of it is left on the server&apos;s disk.</source>
        <translation>Il n’en reste rien sur le disque du serveur.</translation>
    </message>
    <message>
        <source>The server still clears the freed space on its disk.</source>
        <translation>Le serveur nettoie encore l’espace libéré sur son disque.</translation>
    </message>
    <message>
        <source>The last backup that may have it is removed on %1.</source>
        <translation>La dernière sauvegarde susceptible de le contenir est supprimée le %1.</translation>
    </message>
    <message>
        <source>The server has no backup that expires; backups kept for ever have to be looked through by whoever runs it.</source>
        <translation>Le serveur n’a aucune sauvegarde qui expire&#x202f;; les sauvegardes conservées pour toujours doivent être examinées par son exploitant.</translation>
    </message>
    <message>
        <source>Receipt: %1</source>
        <translation>Reçu&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::FactorBars</name>
    <message>
        <source>What made the confidence</source>
        <translation>Ce qui explique la confiance</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackColumns</name>
    <message>
        <source>Saved. Whoever asks the same gets your answer now.</source>
        <translation>Enregistré. Quiconque pose la même question reçoit désormais votre réponse.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others, because it has personal data in it.</source>
        <translation>Enregistré. Elle n’est pas donnée à d’autres, car elle contient des données personnelles.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others, because remembered answers are turned off.</source>
        <translation>Enregistré. Elle n’est pas donnée à d’autres, car les réponses mémorisées sont désactivées.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others: %1.</source>
        <translation>Enregistré. Elle n’est pas donnée à d’autres&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrigée</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackPage</name>
    <message>
        <source>Rating</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>Toutes les évaluations</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Enregistrer la correction</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Nobody has rated an answer yet</source>
        <translation>Personne n’a encore évalué de réponse</translation>
    </message>
    <message>
        <source>Nobody has rated like that</source>
        <translation>Aucune évaluation ne correspond</translation>
    </message>
    <message>
        <source>Customers rate answers with one to five stars in the widget. What they did not like can be corrected here, and the next who asks gets the better answer.</source>
        <translation>Dans le widget, les clients évaluent les réponses d’une à cinq étoiles. Ce qui ne leur a pas plu peut être corrigé ici, et le prochain qui pose la question reçoit la meilleure réponse.</translation>
    </message>
    <message>
        <source>Show all ratings</source>
        <translation>Afficher toutes les évaluations</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackPanel</name>
    <message>
        <source>Open conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Enregistrer la correction</translation>
    </message>
    <message>
        <source>What the customer said about it</source>
        <translation>Ce que le client en a dit</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>La question</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La réponse</translation>
    </message>
    <message>
        <source>What the answer should have been</source>
        <translation>Ce que la réponse aurait dû être</translation>
    </message>
    <message>
        <source>Write what the answer should have been.</source>
        <translation>Écrivez ce que la réponse aurait dû être.</translation>
    </message>
    <message>
        <source>A correction that is not saved</source>
        <translation>Une correction non enregistrée</translation>
    </message>
    <message>
        <source>a person answered</source>
        <translation>une personne a répondu</translation>
    </message>
    <message>
        <source>the agents answered</source>
        <translation>les agents ont répondu</translation>
    </message>
    <message>
        <source>from what was answered before</source>
        <translation>d’après une réponse antérieure</translation>
    </message>
    <message>
        <source>Corrected by %1, %2.</source>
        <translation>Corrigé par %1, %2.</translation>
    </message>
</context>
<context>
    <name>parley::console::FigureText</name>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Sans nom</translation>
    </message>
</context>
<context>
    <name>parley::console::FilterBar</name>
    <message>
        <source>Search in all messages and notes</source>
        <translation>Rechercher dans tous les messages et notes</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Tous les statuts</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>Tous les canaux</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribué à</translation>
    </message>
    <message>
        <source>Anyone&apos;s</source>
        <translation>De tous</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>De personne</translation>
    </message>
</context>
<context>
    <name>parley::console::Form</name>
    <message>
        <source>This is not JSON: %1 in line %2.</source>
        <translation>Ceci n’est pas du JSON&#x202f;: %1 à la ligne %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::FormFields</name>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Un nombre de %1 à %2.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Un nombre entier de %1 à %2.</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>Un nombre.</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Un nombre entier.</translation>
    </message>
</context>
<context>
    <name>parley::console::GapPage</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Posée</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Posée en dernier</translation>
    </message>
    <message>
        <source>Write the article for this question</source>
        <translation>Rédiger l’article pour cette question</translation>
    </message>
    <message>
        <source>No question is without an answer</source>
        <translation>Aucune question n’est sans réponse</translation>
    </message>
    <message>
        <source>When customers ask what no document answers, their questions are gathered here, like with like.</source>
        <translation>Quand des clients demandent ce qu’aucun document ne traite, leurs questions sont rassemblées ici, par similarité.</translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation>Questions sans réponse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermées</translation>
    </message>
    <message>
        <source>Which questions are shown</source>
        <translation>Questions affichées</translation>
    </message>
    <message>
        <source>No question is chosen</source>
        <translation>Aucune question sélectionnée</translation>
    </message>
    <message>
        <source>Choose one to see how customers asked it and what a supporter answered.</source>
        <translation>Sélectionnez-en une pour voir comment les clients l’ont posée et ce qu’un conseiller a répondu.</translation>
    </message>
    <message>
        <source>How customers asked</source>
        <translation>Comment les clients l’ont posée</translation>
    </message>
    <message>
        <source>What a supporter answered</source>
        <translation>Ce qu’un conseiller a répondu</translation>
    </message>
    <message>
        <source>Write the article</source>
        <translation>Rédiger l’article</translation>
    </message>
    <message>
        <source>Close without an article</source>
        <translation>Fermer sans article</translation>
    </message>
    <message>
        <source>How customers asked (Enter opens the conversation)</source>
        <translation>Comment les clients l’ont posée (Entrée ouvre la conversation)</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>First</source>
        <translation>Première fois</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernière fois</translation>
    </message>
    <message>
        <source>No supporter has answered this yet.</source>
        <translation>Aucun conseiller n’y a encore répondu.</translation>
    </message>
    <message>
        <source>What %1 answered</source>
        <translation>Ce que %1 a répondu</translation>
    </message>
    <message>
        <source>Closed. It opens again when somebody asks without getting an answer.</source>
        <translation>Fermée. Elle se rouvre si quelqu’un la pose sans obtenir de réponse.</translation>
    </message>
</context>
<context>
    <name>parley::console::GapProof</name>
    <message>
        <source>Close this question</source>
        <translation>Fermer cette question</translation>
    </message>
    <message>
        <source>Show the article</source>
        <translation>Afficher l’article</translation>
    </message>
    <message>
        <source>How much of the article is read</source>
        <translation>Avancement de la lecture de l’article</translation>
    </message>
    <message>
        <source>What the questions find now</source>
        <translation>Ce que les questions trouvent maintenant</translation>
    </message>
    <message>
        <source>What it answers now</source>
        <translation>Ce à quoi il répond maintenant</translation>
    </message>
    <message>
        <source>The article was deleted meanwhile.</source>
        <translation>L’article a été supprimé entre-temps.</translation>
    </message>
    <message>
        <source>The article is being read…</source>
        <translation>Lecture de l’article en cours…</translation>
    </message>
    <message>
        <source>The article could not be read: %1</source>
        <translation>L’article n’a pas pu être lu&#x202f;: %1</translation>
    </message>
    <message>
        <source>Asking the questions again…</source>
        <translation>Les questions sont posées de nouveau…</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>rang %1</translation>
    </message>
    <message numerus="yes">
        <source>The article is not among the %n best passages. Say in it what the question says.</source>
        <translation>
            <numerusform>L’article ne figure pas dans le %n meilleur passage. Reprenez-y les termes de la question.</numerusform>
            <numerusform>L’article ne figure pas parmi les %n meilleurs passages. Reprenez-y les termes de la question.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for all %n question(s).</source>
        <translation>
            <numerusform>L’article est trouvé pour la question posée (%n).</numerusform>
            <numerusform>L’article est trouvé pour les %n questions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for %1 of %n question(s).</source>
        <translation>
            <numerusform>L’article est trouvé pour %1 question sur %n.</numerusform>
            <numerusform>L’article est trouvé pour %1 questions sur %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenPage</name>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Tout exécuter</translation>
    </message>
    <message>
        <source>Run all golden questions</source>
        <translation>Exécuter toutes les questions de référence</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Exécution…</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenQuestions</name>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Nouvelle question</translation>
    </message>
    <message>
        <source>No golden questions yet</source>
        <translation>Aucune question de référence pour l’instant</translation>
    </message>
    <message>
        <source>Write down questions whose answers you know. They are asked after every change, and you see at once which answers became better or worse.</source>
        <translation>Notez des questions dont vous connaissez la réponse. Elles sont posées après chaque modification, et vous voyez aussitôt quelles réponses se sont améliorées ou dégradées.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>It is not asked any more. The results of earlier runs stay.</source>
        <translation>Elle n’est plus posée. Les résultats des exécutions antérieures restent.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>As a customer would ask it.</source>
        <translation>Telle qu’un client la poserait.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>It is asked</source>
        <translation>Elle est posée</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Ce qui est attendu</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>L’agent</translation>
    </message>
    <message>
        <source>The answer holds</source>
        <translation>La réponse contient</translation>
    </message>
    <message>
        <source>One a line; all of them. Case, accents and blanks do not count.</source>
        <translation>Un par ligne&#x202f;; tous sont exigés. La casse, les accents et les espaces ne comptent pas.</translation>
    </message>
    <message>
        <source>The answer does not hold</source>
        <translation>La réponse ne contient pas</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Répondu par</translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation>N’importe quel agent</translation>
    </message>
    <message>
        <source>Citing</source>
        <translation>En citant</translation>
    </message>
    <message>
        <source>Any document, or none</source>
        <translation>N’importe quel document, ou aucun</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenResultView</name>
    <message>
        <source>Expected: %1</source>
        <translation>Attendu&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>sûr à %1&#x202f;%</translation>
    </message>
    <message>
        <source>− the run before, + this run</source>
        <translation>− l’exécution précédente, + cette exécution</translation>
    </message>
    <message>
        <source>No answer in either run.</source>
        <translation>Aucune réponse dans les deux exécutions.</translation>
    </message>
    <message>
        <source>Choose a question to see what it was answered.</source>
        <translation>Choisissez une question pour voir ce qui y a été répondu.</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Il n’y a pas eu de réponse.</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenRuns</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Réussies</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Dégradées</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Lancée par</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Aucune exécution pour l’instant</translation>
    </message>
    <message>
        <source>The questions are asked after every change, and whenever you press Run.</source>
        <translation>Les questions sont posées après chaque modification, et chaque fois que vous appuyez sur Exécuter.</translation>
    </message>
    <message>
        <source>Runs of the golden questions</source>
        <translation>Exécutions des questions de référence</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Toutes les questions</translation>
    </message>
    <message>
        <source>Answers that changed</source>
        <translation>Réponses qui ont changé</translation>
    </message>
    <message>
        <source>Questions that failed</source>
        <translation>Questions échouées</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>Questions affichées</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Since the run before</source>
        <translation>Depuis l’exécution précédente</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Changed since: %1</source>
        <translation>Modifié depuis&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 worse, %2 better, %3 answered otherwise</source>
        <translation>%1 dégradées, %2 améliorées, %3 avec une autre réponse</translation>
    </message>
    <message>
        <source>The first run: there is none to compare with.</source>
        <translation>La première exécution&#x202f;: il n’y en a aucune à laquelle la comparer.</translation>
    </message>
    <message>
        <source>Before: %1. %2.</source>
        <translation>Avant&#x202f;: %1. %2.</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenText</name>
    <message>
        <source>Asks back</source>
        <translation>Demande des précisions</translation>
    </message>
    <message>
        <source>Hands over to a person</source>
        <translation>Transfère à une personne</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Répond</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Réussie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échouée</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>passed before</source>
        <translation>réussie auparavant</translation>
    </message>
    <message>
        <source>failed before</source>
        <translation>échouée auparavant</translation>
    </message>
    <message>
        <source>another answer</source>
        <translation>autre réponse</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1 of %2 passed (%3)</source>
        <translation>%1 sur %2 réussies (%3)</translation>
    </message>
    <message>
        <source>A change</source>
        <translation>Une modification</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Une personne</translation>
    </message>
    <message>
        <source>%1 of %2 asked</source>
        <translation>%1 sur %2 posées</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Échec&#x202f;: %1</translation>
    </message>
    <message>
        <source>Agent %1 was removed</source>
        <translation>L’agent %1 a été supprimé</translation>
    </message>
    <message>
        <source>Agent %1 is new</source>
        <translation>L’agent %1 est nouveau</translation>
    </message>
    <message>
        <source>Agent %1: version %2 instead of %3</source>
        <translation>Agent %1&#x202f;: version %2 au lieu de %3</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Document %1</translation>
    </message>
    <message>
        <source>The questions themselves</source>
        <translation>Les questions elles-mêmes</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;</source>
        <translation>contient «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>does not hold &quot;%1&quot;</source>
        <translation>ne contient pas «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
</context>
<context>
    <name>parley::console::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Parts of the server</source>
        <translation>Composants du serveur</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>looked at %1, and again every ten seconds</source>
        <translation>vérifié %1, puis toutes les dix secondes</translation>
    </message>
</context>
<context>
    <name>parley::console::HealthWords</name>
    <message>
        <source>Works</source>
        <translation>Fonctionne</translation>
    </message>
    <message>
        <source>Works in part</source>
        <translation>Fonctionne partiellement</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Ne fonctionne pas</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>works</source>
        <translation>fonctionne</translation>
    </message>
    <message>
        <source>is tried again</source>
        <translation>nouvel essai</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>No model has been asked yet, or none is set up: answers come from the knowledge alone.</source>
        <translation>Aucun modèle n’a encore été interrogé, ou aucun n’est configuré&#x202f;: les réponses viennent des seules connaissances.</translation>
    </message>
    <message>
        <source>The server does not work as it should</source>
        <translation>Le serveur ne fonctionne pas comme il le devrait</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) need a look</source>
        <translation>
            <numerusform>%n composant à vérifier</numerusform>
            <numerusform>%n composants à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Tout fonctionne</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Everything that is written is kept.</source>
        <translation>Tout ce qui est écrit est conservé.</translation>
    </message>
    <message>
        <source>The database does not take what is written. Nothing works until it does.</source>
        <translation>La base de données n’accepte pas ce qui est écrit. Rien ne fonctionne d’ici là.</translation>
    </message>
    <message>
        <source>Background work</source>
        <translation>Travail en arrière-plan</translation>
    </message>
    <message>
        <source>Documents, e-mails and clean-up are done as they come.</source>
        <translation>Documents, e-mails et nettoyage sont traités au fur et à mesure.</translation>
    </message>
    <message>
        <source>Background work does not get done: documents and e-mails wait.</source>
        <translation>Le travail en arrière-plan n’avance pas&#x202f;: documents et e-mails attendent.</translation>
    </message>
    <message>
        <source>Answers under way</source>
        <translation>Réponses en cours</translation>
    </message>
    <message>
        <source>The agents answer.</source>
        <translation>Les agents répondent.</translation>
    </message>
    <message>
        <source>The agents do not get to answer.</source>
        <translation>Les agents ne parviennent pas à répondre.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Customers and supporters reach the server.</source>
        <translation>Les clients et les conseillers joignent le serveur.</translation>
    </message>
    <message>
        <source>Connections are refused.</source>
        <translation>Des connexions sont refusées.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Modèles de langage</translation>
    </message>
    <message>
        <source>Every model that is set up answers.</source>
        <translation>Tous les modèles configurés répondent.</translation>
    </message>
    <message>
        <source>A model does not answer. Another takes its place, or answers come from the knowledge alone.</source>
        <translation>Un modèle ne répond pas. Un autre prend sa place, ou les réponses viennent des connaissances seules.</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Réponses mémorisées</translation>
    </message>
    <message>
        <source>Answers that were given before are found again.</source>
        <translation>Les réponses déjà données sont retrouvées.</translation>
    </message>
    <message>
        <source>Answers that were given before are not found.</source>
        <translation>Les réponses déjà données ne sont pas retrouvées.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Messages come in and go out.</source>
        <translation>Les messages arrivent et partent.</translation>
    </message>
    <message>
        <source>A channel does not take or send messages.</source>
        <translation>Un canal ne reçoit ou n’envoie pas de messages.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>There is room.</source>
        <translation>Il y a de la place.</translation>
    </message>
    <message>
        <source>The disk cannot be looked at, or is full.</source>
        <translation>Le disque ne peut être examiné, ou il est plein.</translation>
    </message>
</context>
<context>
    <name>parley::console::HostedForm</name>
    <message>
        <source>Write to us</source>
        <translation>Écrivez-nous</translation>
    </message>
</context>
<context>
    <name>parley::console::HoursText</name>
    <message>
        <source>&quot;%1&quot;: hours look like 09:00–12:00, 13:00–17:30.</source>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: les horaires ont la forme 09:00–12:00, 13:00–17:30.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the end comes after the beginning.</source>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: la fin vient après le début.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: begins before the hours before it end.</source>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: commence avant la fin des horaires précédents.</translation>
    </message>
    <message>
        <source>At most %1 spans a day.</source>
        <translation>Au plus %1 plages par jour.</translation>
    </message>
</context>
<context>
    <name>parley::console::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
</context>
<context>
    <name>parley::console::KindsEditor</name>
    <message>
        <source>All, also those that come later</source>
        <translation>Tous, y compris ceux à venir</translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePage</name>
    <message>
        <source>Nothing to answer from yet</source>
        <translation>Rien encore pour répondre</translation>
    </message>
    <message>
        <source>Drop handbooks, price lists or help pages here: PDF, DOCX, Markdown, HTML, text or CSV. Customers are answered from them as soon as they are read.</source>
        <translation>Déposez ici des manuels, des listes de prix ou des pages d’aide&#x202f;: PDF, DOCX, Markdown, HTML, texte ou CSV. Ils servent à répondre aux clients dès qu’ils sont lus.</translation>
    </message>
    <message>
        <source>Whoever looks after the knowledge base adds documents here. Customers are answered from them.</source>
        <translation>La personne chargée de la base de connaissances ajoute ici les documents. Ils servent à répondre aux clients.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Find by title, file or category</source>
        <translation>Rechercher par titre, fichier ou catégorie</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>No document is chosen</source>
        <translation>Aucun document sélectionné</translation>
    </message>
    <message>
        <source>Choose one to change it and to see its passages.</source>
        <translation>Sélectionnez-en un pour le modifier et voir ses passages.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>Essayer une question</translation>
    </message>
    <message>
        <source>The document was deleted.</source>
        <translation>Le document a été supprimé.</translation>
    </message>
    <message>
        <source>Add files to the knowledge base</source>
        <translation>Ajouter des fichiers à la base de connaissances</translation>
    </message>
    <message>
        <source>Try a question on the knowledge base</source>
        <translation>Essayer une question sur la base de connaissances</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still on their way.</source>
        <translation>
            <numerusform>%n fichier est encore en cours d’envoi.</numerusform>
            <numerusform>%n fichiers sont encore en cours d’envoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>Documents (%1)</translation>
    </message>
    <message>
        <source>The article is being read. It answers as soon as it is ready.</source>
        <translation>Lecture de l’article en cours. Il servira aux réponses dès qu’il sera prêt.</translation>
    </message>
    <message>
        <source>New files: for customers</source>
        <translation>Nouveaux fichiers&#x202f;: pour les clients</translation>
    </message>
    <message>
        <source>New files: supporters only</source>
        <translation>Nouveaux fichiers&#x202f;: conseillers uniquement</translation>
    </message>
    <message>
        <source>Who may be answered from new files</source>
        <translation>Public auquel les nouveaux fichiers peuvent servir de réponse</translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePages</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation>Questions sans réponse</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Réponses mémorisées</translation>
    </message>
</context>
<context>
    <name>parley::console::Learned</name>
    <message>
        <source>It has personal details, so nobody else is given it.</source>
        <translation>Elle contient des données personnelles&#x202f;: elle n’est donnée à personne d’autre.</translation>
    </message>
    <message>
        <source>It is about this one case, so nobody else is given it.</source>
        <translation>Elle ne concerne que ce dossier&#x202f;: elle n’est donnée à personne d’autre.</translation>
    </message>
    <message>
        <source>What was asked does not stand alone, so nobody else is given it.</source>
        <translation>La question ne se comprend pas seule&#x202f;: la réponse n’est donnée à personne d’autre.</translation>
    </message>
    <message>
        <source>Answers are not kept for others in this organisation.</source>
        <translation>Dans cette organisation, les réponses ne sont pas conservées pour d’autres.</translation>
    </message>
    <message>
        <source>Nobody else is given it.</source>
        <translation>Elle n’est donnée à personne d’autre.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Résolu.</translation>
    </message>
    <message>
        <source>Whoever asks the same is given this answer at once.</source>
        <translation>Quiconque pose la même question reçoit aussitôt cette réponse.</translation>
    </message>
</context>
<context>
    <name>parley::console::LocalServer</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>Impossible de démarrer %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>The server on this computer did not start in time. It said: %1</source>
        <translation>Le serveur de cet ordinateur n’a pas démarré à temps. Son message&#x202f;: %1</translation>
    </message>
    <message>
        <source>The server runs, but %1 does not say how to sign in.</source>
        <translation>Le serveur fonctionne, mais %1 n’indique pas comment se connecter.</translation>
    </message>
    <message>
        <source>The server on this computer has ended (code %1). It said: %2</source>
        <translation>Le serveur de cet ordinateur s’est arrêté (code %1). Son message&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::MainWindow</name>
    <message>
        <source>Parley</source>
        <translation>Parley</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Choose a tenant</source>
        <translation>Choisissez une organisation</translation>
    </message>
    <message>
        <source>You look after the whole platform. Choose at the top left in which tenant you act; what concerns all of them stands below &quot;Organisation&quot;.</source>
        <translation>Vous gérez l’ensemble de la plateforme. Choisissez en haut à gauche l’organisation dans laquelle vous agissez&#x202f;; ce qui les concerne toutes se trouve sous «&#x202f;Organisation&#x202f;».</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Se déconnecter&#x202f;?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>&amp;Parley</source>
        <translation>&amp;Parley</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Commandes…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>%1 – Parley</source>
        <translation>%1 – Parley</translation>
    </message>
    <message>
        <source>Quit Parley?</source>
        <translation>Quitter Parley&#x202f;?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Act in another tenant?</source>
        <translation>Agir dans une autre organisation&#x202f;?</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
</context>
<context>
    <name>parley::console::MembersEditor</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Rechercher une personne</translation>
    </message>
    <message>
        <source>People of this organisation</source>
        <translation>Personnes de cette organisation</translation>
    </message>
    <message>
        <source>Somebody who is no longer here (%1)</source>
        <translation>Une personne qui n’est plus là (%1)</translation>
    </message>
</context>
<context>
    <name>parley::console::MentionBar</name>
    <message>
        <source>%1 mentioned you</source>
        <translation>%1 vous a mentionné</translation>
    </message>
    <message>
        <source>%1 mentioned you in %2</source>
        <translation>%1 vous a mentionné dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (et %n autre)</numerusform>
            <numerusform>%1 (et %n autres)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>parley::console::MentionList</name>
    <message>
        <source>Colleagues to mention</source>
        <translation>Collègues à mentionner</translation>
    </message>
</context>
<context>
    <name>parley::console::MergeDialog</name>
    <message>
        <source>E-mail address, phone number or id of the other</source>
        <translation>Adresse e-mail, numéro de téléphone ou identifiant de l’autre</translation>
    </message>
    <message>
        <source>Merge customers</source>
        <translation>Fusionner des clients</translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Is %1 the same person as another?</source>
        <translation>%1 et un autre client sont-ils la même personne&#x202f;?</translation>
    </message>
    <message>
        <source>All conversations, tickets and identifiers of both go to the one who stays; where both have a name or an address, the one who stays keeps its own. The other is gone then, and that cannot be undone.</source>
        <translation>Toutes les conversations, tous les tickets et tous les identifiants des deux vont à celui qui reste&#x202f;; là où les deux ont un nom ou une adresse, celui qui reste garde les siens. L’autre disparaît ensuite, et cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>That is the same customer already.</source>
        <translation>C’est déjà le même client.</translation>
    </message>
    <message>
        <source>Found: %1, with %2.</source>
        <translation>Trouvé&#x202f;: %1, avec %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>%1 reste</translation>
    </message>
</context>
<context>
    <name>parley::console::MessageLimit</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n caractère en trop</numerusform>
            <numerusform>%n caractères en trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n caractère restant</numerusform>
            <numerusform>%n caractères restants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MessageWords</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Conseiller</translation>
    </message>
    <message>
        <source>Not sent – Try again</source>
        <translation>Non envoyé – Réessayer</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Waiting to be delivered</source>
        <translation>En attente de remise</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Remise impossible</translation>
    </message>
    <message>
        <source>Note by %1, not shown to the customer</source>
        <translation>Note de %1, invisible pour le client</translation>
    </message>
    <message>
        <source>[Attachment: %1]</source>
        <translation>[Pièce jointe&#x202f;: %1]</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Nouveaux messages</translation>
    </message>
    <message>
        <source>Note, not shown to the customer</source>
        <translation>Note, invisible pour le client</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelLines</name>
    <message>
        <source>Name at least one model.</source>
        <translation>Indiquez au moins un modèle.</translation>
    </message>
    <message>
        <source>At most %1 models; these are %2.</source>
        <translation>Au plus %1 modèles&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: write a name alone, or a name and two prices from 0: what a million tokens cost read and written.</source>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: écrivez un nom seul, ou un nom et deux prix à partir de 0&#x202f;: le coût d’un million de jetons lus et écrits.</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelPage</name>
    <message>
        <source>Language models</source>
        <translation>Modèles de langage</translation>
    </message>
    <message>
        <source>Providers, in the order in which they are asked</source>
        <translation>Fournisseurs, dans l’ordre où ils sont interrogés</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Ajouter un fournisseur</translation>
    </message>
    <message>
        <source>Ask earlier</source>
        <translation>Interroger plus tôt</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>Interroger plus tard</translation>
    </message>
    <message>
        <source>The first that is ticked is asked; where it fails, the next.</source>
        <translation>Le premier qui est coché est interrogé&#x202f;; s’il échoue, le suivant.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No provider is chosen</source>
        <translation>Aucun fournisseur sélectionné</translation>
    </message>
    <message>
        <source>Add one, with its key, and agents write their answers with its models. Without any, answers are taken from the documents word for word.</source>
        <translation>Ajoutez-en un avec sa clé, et les agents rédigent leurs réponses avec ses modèles. Sans fournisseur, les réponses sont tirées mot pour mot des documents.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>You act in no tenant: these are the platform&apos;s defaults, for every tenant that has no providers of its own.</source>
        <translation>Vous n’agissez dans aucune organisation&#x202f;: voici les valeurs par défaut de la plateforme, pour toute organisation qui n’a pas ses propres fournisseurs.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>Retirer «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Its key goes with it when you save. Agents that name its models use the others.</source>
        <translation>Sa clé disparaît avec lui à l’enregistrement. Les agents qui nomment ses modèles utilisent les autres.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Changes to the language models are not saved.</source>
        <translation>Les modifications des modèles de langage ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>Save first: what is saved is tested.</source>
        <translation>Enregistrez d’abord&#x202f;: c’est la version enregistrée qui est testée.</translation>
    </message>
    <message>
        <source>It rests. Tick it in the list to have it asked.</source>
        <translation>Il est en pause. Cochez-le dans la liste pour qu’il soit interrogé.</translation>
    </message>
    <message>
        <source>The key is kept under the provider&apos;s old name: give it anew, or take the old name again.</source>
        <translation>La clé est conservée sous l’ancien nom du fournisseur&#x202f;: saisissez-la de nouveau, ou reprenez l’ancien nom.</translation>
    </message>
    <message>
        <source>The language models were saved.</source>
        <translation>Les modèles de langage ont été enregistrés.</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelPages</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorModel</name>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribuée à</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Humeur</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Dernière activité</translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorPage</name>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>Ouvrir en lecture</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Afficher le client</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>Pourquoi cette réponse&#x202f;?</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s id</source>
        <translation>Copier l’identifiant de la conversation</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter au format CSV…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>This is what was read at %1. %2</source>
        <translation>Voici ce qui a été lu à %1. %2</translation>
    </message>
    <message>
        <source>No conversation is like that</source>
        <translation>Aucune conversation ne correspond</translation>
    </message>
    <message>
        <source>Search for other words, or take a filter away.</source>
        <translation>Recherchez d’autres mots, ou retirez un filtre.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Afficher toutes les conversations</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Personne n’a encore écrit</translation>
    </message>
    <message>
        <source>Conversations stand here as soon as customers write: in the widget on your website, by e-mail or in another channel.</source>
        <translation>Les conversations figurent ici dès que des clients écrivent&#x202f;: dans le widget de votre site, par e-mail ou sur un autre canal.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>%1 read; more come as you scroll</source>
        <translation>%1 lues&#x202f;; d’autres arrivent au défilement</translation>
    </message>
    <message>
        <source>Take it over all the same</source>
        <translation>Reprendre malgré tout</translation>
    </message>
    <message>
        <source>The conversation&apos;s id is in the clipboard.</source>
        <translation>L’identifiant de la conversation est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>Exporter les conversations</translation>
    </message>
    <message>
        <source>conversations.csv</source>
        <translation>conversations.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Reading what is to be exported: %n conversation(s) so far.</source>
        <translation>
            <numerusform>Lecture des données à exporter&#x202f;: %n conversation jusqu’ici.</numerusform>
            <numerusform>Lecture des données à exporter&#x202f;: %n conversations jusqu’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) exported.</source>
        <translation>
            <numerusform>%n conversation exportée.</numerusform>
            <numerusform>%n conversations exportées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorTable</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>parley::console::NodeDetail</name>
    <message>
        <source>What went in</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Took %1</source>
        <translation>Durée&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>coût&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::Notifier</name>
    <message>
        <source>A customer waits</source>
        <translation>Un client attend</translation>
    </message>
    <message>
        <source>A case is yours now</source>
        <translation>Un dossier vous est confié</translation>
    </message>
    <message>
        <source>An answer is due in %1</source>
        <translation>Une réponse est attendue dans %1</translation>
    </message>
</context>
<context>
    <name>parley::console::OpenChats</name>
    <message numerus="yes">
        <source>%n chat(s) that were open are not there any more.</source>
        <translation>
            <numerusform>%n chat qui était ouvert n’est plus là.</numerusform>
            <numerusform>%n chats qui étaient ouverts ne sont plus là.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationPages</name>
    <message>
        <source>Tenants</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation>Règles d’escalade</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>Programmes clients</translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationRules</name>
    <message>
        <source>This is needed.</source>
        <translation>Ce champ est obligatoire.</translation>
    </message>
    <message>
        <source>This looks like an id. Choose a word.</source>
        <translation>Cela ressemble à un identifiant. Choisissez un mot.</translation>
    </message>
    <message>
        <source>2 to 63 of a-z, 0-9 and single hyphens inside.</source>
        <translation>De 2 à 63 caractères&#x202f;: a-z, 0-9 et des traits d’union isolés à l’intérieur.</translation>
    </message>
    <message>
        <source>2 to 8 of A-Z and 0-9, a letter first.</source>
        <translation>De 2 à 8 caractères&#x202f;: A-Z et 0-9, en commençant par une lettre.</translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9 and _.</source>
        <translation>Au plus %1 caractères&#x202f;: a-z, 0-9 et _.</translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9, - and _.</source>
        <translation>Au plus %1 caractères&#x202f;: a-z, 0-9, - et _.</translation>
    </message>
    <message>
        <source>At most %1 of a-z and _, such as billing_dispute.</source>
        <translation>Au plus %1 caractères&#x202f;: a-z et _, par exemple billing_dispute.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Au moins %1 caractères.</translation>
    </message>
    <message>
        <source>At most %1 bytes; a sentence of that length is long enough.</source>
        <translation>Au plus %1 octets&#x202f;; une phrase de cette longueur suffit.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Au plus %1 lignes&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>&quot;%1…&quot; is longer than %2 characters.</source>
        <translation>«&#x202f;%1…&#x202f;» dépasse %2 caractères.</translation>
    </message>
</context>
<context>
    <name>parley::console::PairsEditor</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Retirer cette ligne</translation>
    </message>
</context>
<context>
    <name>parley::console::PassageList</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1, page %2</translation>
    </message>
    <message>
        <source>%1 · fits %2 %</source>
        <translation>%1 · correspond à %2&#x202f;%</translation>
    </message>
</context>
<context>
    <name>parley::console::PassageView</name>
    <message>
        <source>Passage %1</source>
        <translation>Passage %1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Passages of the document</source>
        <translation>Passages du document</translation>
    </message>
    <message>
        <source>No passages yet</source>
        <translation>Aucun passage pour l’instant</translation>
    </message>
    <message>
        <source>A document is cut into passages while it is read. They are what answers are made from.</source>
        <translation>Un document est découpé en passages lors de sa lecture. C’est à partir d’eux que les réponses sont rédigées.</translation>
    </message>
</context>
<context>
    <name>parley::console::PeriodPicker</name>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>%n dernier jour</numerusform>
            <numerusform>%n derniers jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Autres jours</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
</context>
<context>
    <name>parley::console::PlainLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>parley::console::PostOffice</name>
    <message>
        <source>It was not sent, so that it is not mixed with what came back.</source>
        <translation>Cela n’a pas été envoyé, pour ne pas se mêler à ce qui est revenu.</translation>
    </message>
    <message>
        <source>It was written a day ago or more, and may have arrived. Read first.</source>
        <translation>Écrit il y a un jour ou plus, et peut-être arrivé. Lisez d’abord.</translation>
    </message>
    <message>
        <source>It was being sent when the console was closed.</source>
        <translation>L’envoi était en cours quand la console a été fermée.</translation>
    </message>
</context>
<context>
    <name>parley::console::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>The language changes when Parley is started again.</source>
        <translation>La langue change au prochain démarrage de Parley.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Avec un son</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Comportement</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a line</source>
        <translation>Entrée envoie, Maj+Entrée insère une ligne</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Rester dans la zone de notification quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>Démarrer avec le système</translation>
    </message>
    <message>
        <source>Say when a customer waits, an answer is due or a colleague mentions you</source>
        <translation>Prévenir quand un client attend, qu’une réponse est due ou qu’un collègue vous mentionne</translation>
    </message>
</context>
<context>
    <name>parley::console::PromptEditor</name>
    <message>
        <source>System prompt</source>
        <translation>Prompt système</translation>
    </message>
    <message>
        <source>You answer for {{tenant_name}}. Be brief and friendly.</source>
        <translation>Vous répondez pour {{tenant_name}}. Soyez bref et aimable.</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>Insérer&#x202f;:</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 sur %2 caractères</translation>
    </message>
    <message>
        <source>Nobody fills {{%1}}; there are: %2.</source>
        <translation>Rien ne remplit {{%1}}&#x202f;; variables disponibles&#x202f;: %2.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Au plus %1 caractères.</translation>
    </message>
</context>
<context>
    <name>parley::console::PromptVariables</name>
    <message>
        <source>The organisation&apos;s name</source>
        <translation>Le nom de l’organisation</translation>
    </message>
    <message>
        <source>The agent&apos;s own name</source>
        <translation>Le nom de l’agent</translation>
    </message>
    <message>
        <source>The conversation&apos;s language, such as en or de</source>
        <translation>La langue de la conversation, par exemple en ou de</translation>
    </message>
    <message>
        <source>Today&apos;s date in UTC, such as 2026-11-21</source>
        <translation>La date du jour en UTC, par exemple 2026-11-21</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderForm</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, dots, _ and -.</source>
        <translation>De 1 à 64 caractères&#x202f;: lettres, chiffres, points, _ et -.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>OpenAI, or anything that speaks its language</source>
        <translation>OpenAI, ou tout service compatible</translation>
    </message>
    <message>
        <source>A server of your own (llama.cpp, vLLM, Ollama)</source>
        <translation>Votre propre serveur (llama.cpp, vLLM, Ollama)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own. A server of your own needs one.</source>
        <translation>Vide&#x202f;: celle du fournisseur. Votre propre serveur en a besoin.</translation>
    </message>
    <message>
        <source>Time limit in milliseconds</source>
        <translation>Délai maximal en millisecondes</translation>
    </message>
    <message>
        <source>To the first word, and from one to the next; then the next provider is asked.</source>
        <translation>Jusqu’au premier mot, puis d’un mot au suivant&#x202f;; ensuite, le fournisseur suivant est interrogé.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Kept encrypted, for this address alone, and never shown again.</source>
        <translation>Conservée chiffrée, pour cette seule adresse, et jamais réaffichée.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>One a line; the first is asked where an agent names none. With prices the costs are counted: name, then what a million tokens cost read and written.</source>
        <translation>Un par ligne&#x202f;; le premier est interrogé si un agent n’en nomme aucun. Avec des prix, les coûts sont comptés&#x202f;: le nom, puis le coût d’un million de jetons lus et écrits.</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderList</name>
    <message>
        <source>New provider</source>
        <translation>Nouveau fournisseur</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>rests: it is not asked</source>
        <translation>en pause&#x202f;: il n’est pas interrogé</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderTest</name>
    <message>
        <source>One token is asked for…</source>
        <translation>Un jeton est demandé…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>Only public addresses are called; whoever runs Parley can open private ones with security.outbound_allow.</source>
        <translation>Seules les adresses publiques sont appelées&#x202f;; l’exploitant de Parley peut ouvrir des adresses privées avec security.outbound_allow.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Répond</translation>
    </message>
    <message>
        <source>There is nobody to ask.</source>
        <translation>Il n’y a personne à interroger.</translation>
    </message>
</context>
<context>
    <name>parley::console::QueueDelegate</name>
    <message>
        <source>overdue</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>à traiter dans %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 est en train d’écrire</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Avec %1</translation>
    </message>
    <message>
        <source>Nobody has taken it yet</source>
        <translation>Personne ne l’a encore pris</translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePage</name>
    <message>
        <source>Queue and chat</source>
        <translation>File d’attente et discussions</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>No chat is open</source>
        <translation>Aucune discussion ouverte</translation>
    </message>
    <message>
        <source>Choose a case: Enter takes it, Space opens it to read only.</source>
        <translation>Choisissez un dossier&#x202f;: Entrée le prend, Espace l’ouvre en lecture seule.</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Aller à la file d’attente</translation>
    </message>
    <message>
        <source>Show who waits</source>
        <translation>Afficher les clients en attente</translation>
    </message>
    <message>
        <source>Show my cases</source>
        <translation>Afficher mes dossiers</translation>
    </message>
    <message>
        <source>Show every case</source>
        <translation>Afficher tous les dossiers</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Discussion suivante</translation>
    </message>
    <message>
        <source>Chat before</source>
        <translation>Discussion précédente</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Fermer la discussion</translation>
    </message>
    <message>
        <source>What you wrote to %1 is not sent. It is kept on this computer until you sign out.</source>
        <translation>Ce que vous avez écrit à %1 n’est pas envoyé. Le texte est conservé sur cet ordinateur jusqu’à votre déconnexion.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation>Choisissez d’abord un dossier.</translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation>Vous pouvez lire ici, mais pas répondre.</translation>
    </message>
    <message>
        <source>It has been taken already.</source>
        <translation>Il a déjà été pris.</translation>
    </message>
    <message>
        <source>It is being taken.</source>
        <translation>Prise du dossier en cours.</translation>
    </message>
    <message>
        <source>Take the case (Enter)</source>
        <translation>Prendre le dossier (Entrée)</translation>
    </message>
    <message>
        <source>Open it without taking it (Space)</source>
        <translation>Ouvrir sans le prendre (Espace)</translation>
    </message>
    <message>
        <source>What you wrote to %1 is not sent, and is lost when Parley is closed: this computer cannot keep it.</source>
        <translation>Ce que vous avez écrit à %1 n’est pas envoyé et est perdu à la fermeture de Parley&#x202f;: cet ordinateur ne peut pas le conserver.</translation>
    </message>
    <message>
        <source>What you wrote to %1 was not taken, and is a draft now: %2</source>
        <translation>Ce que vous avez écrit à %1 n’a pas été accepté et devient un brouillon : %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>A case is yours now, and open in a tab: %1</source>
        <translation>Un cas est désormais à vous, ouvert dans un onglet : %1</translation>
    </message>
    <message>
        <source>What you wrote to %1 is kept below the queue.</source>
        <translation>Ce que vous avez écrit à %1 est gardé sous la file d’attente.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePanel</name>
    <message>
        <source>Cases that wait for people</source>
        <translation>Dossiers en attente d’une personne</translation>
    </message>
    <message>
        <source>Not connected. This is the queue as it was %1.</source>
        <translation>Hors connexion. Dernier état connu de la file d’attente&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Cases that nobody has taken</source>
        <translation>Dossiers que personne n’a pris</translation>
    </message>
    <message>
        <source>Cases that you have taken</source>
        <translation>Dossiers que vous avez pris</translation>
    </message>
    <message>
        <source>Every case that waits or is with somebody</source>
        <translation>Tous les dossiers en attente ou pris en charge</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Every team</source>
        <translation>Toutes les équipes</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>En attente %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Les miens %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Tous %1</translation>
    </message>
    <message>
        <source>You have no open cases</source>
        <translation>Vous n’avez aucun dossier ouvert</translation>
    </message>
    <message>
        <source>Take one from those that wait: choose it and press Enter.</source>
        <translation>Prenez-en un parmi ceux en attente&#x202f;: sélectionnez-le et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Personne n’attend</translation>
    </message>
    <message>
        <source>A case comes here when the agents cannot answer, or a customer asks for a person.</source>
        <translation>Un dossier arrive ici quand les agents ne peuvent pas répondre ou qu’un client demande une personne.</translation>
    </message>
</context>
<context>
    <name>parley::console::RecordTable</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>parley::console::ResolveDialog</name>
    <message>
        <source>Answer the customer and resolve the case</source>
        <translation>Répondre au client et résoudre le dossier</translation>
    </message>
    <message>
        <source>Resolve without another answer</source>
        <translation>Résoudre sans autre réponse</translation>
    </message>
    <message>
        <source>Give this answer to whoever asks the same</source>
        <translation>Donner cette réponse à qui pose la même question</translation>
    </message>
    <message>
        <source>Also send it by e-mail</source>
        <translation>L’envoyer aussi par e-mail</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Resolve the case</source>
        <translation>Résoudre le dossier</translation>
    </message>
    <message>
        <source>Answer to the customer</source>
        <translation>Réponse au client</translation>
    </message>
    <message>
        <source>The customer&apos;s e-mail address is not known.</source>
        <translation>L’adresse e-mail du client n’est pas connue.</translation>
    </message>
    <message>
        <source>There is no open case; the chat can only be closed.</source>
        <translation>Il n’y a aucun dossier ouvert&#x202f;; la discussion peut seulement être fermée.</translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation>Envoyer et résoudre</translation>
    </message>
</context>
<context>
    <name>parley::console::ResourcePage</name>
    <message>
        <source>Find in this list</source>
        <translation>Rechercher dans cette liste</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Aucune sélection</translation>
    </message>
    <message>
        <source>Choose one in the list to see and change it.</source>
        <translation>Choisissez un élément de la liste pour le voir et le modifier.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation>Les modifications de «&#x202f;%1&#x202f;» ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>Discard changes?</source>
        <translation>Abandonner les modifications&#x202f;?</translation>
    </message>
    <message>
        <source>%1 was made.</source>
        <translation>Création effectuée&#x202f;: %1.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>Modifications enregistrées&#x202f;: %1.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>Suppression effectuée&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>Supprimer «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Only the first %1 are searched here; the server has more.</source>
        <translation>La recherche porte sur les %1 premiers seulement&#x202f;; le serveur en a davantage.</translation>
    </message>
</context>
<context>
    <name>parley::console::RulePage</name>
    <message>
        <source>Escalation rules</source>
        <translation>Règles d’escalade</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>Aucune règle</translation>
    </message>
    <message>
        <source>Rules say which messages go to a person at once, whatever the agents could answer.</source>
        <translation>Les règles désignent les messages qui vont immédiatement à une personne, quoi que les agents puissent répondre.</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>comes with Parley</source>
        <translation>fournie avec Parley</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>la vôtre</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>What only this rule sent to a person is answered by the agents from then on. Cases it has made stay.</source>
        <translation>Ce que seule cette règle transférait à une personne est désormais traité par les agents. Les dossiers qu’elle a créés restent.</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>Rétablir la version d’origine</translation>
    </message>
    <message>
        <source>This rule is on</source>
        <translation>Cette règle est active</translation>
    </message>
    <message>
        <source>A rule that comes with Parley can be switched off, not deleted.</source>
        <translation>Une règle fournie avec Parley peut être désactivée, mais pas supprimée.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>One word for statistics and for whoever takes the case, such as billing_dispute.</source>
        <translation>Un mot pour les statistiques et pour qui prend le dossier, par exemple billing_dispute.</translation>
    </message>
    <message>
        <source>When it applies</source>
        <translation>Quand elle s’applique</translation>
    </message>
    <message>
        <source>One of these is enough.</source>
        <translation>Une seule de ces conditions suffit.</translation>
    </message>
    <message>
        <source>Words and phrases</source>
        <translation>Mots et expressions</translation>
    </message>
    <message>
        <source>One a line, found wherever a message has them.</source>
        <translation>Un par ligne, reconnu partout où un message le contient.</translation>
    </message>
    <message>
        <source>Say when it applies: by words, by categories or by mood.</source>
        <translation>Indiquez quand elle s’applique&#x202f;: par mots, par catégories ou par humeur.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>One a line, such as billing.</source>
        <translation>Une par ligne, par exemple billing.</translation>
    </message>
    <message>
        <source>Mood below</source>
        <translation>Humeur inférieure à</translation>
    </message>
    <message>
        <source>From -1 (furious) to 1 (delighted). -0.6 is clearly angry.</source>
        <translation>De -1 (furieux) à 1 (ravi). -0,6 correspond à une colère nette.</translation>
    </message>
    <message>
        <source>whatever the mood</source>
        <translation>quelle que soit l’humeur</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>How surely</source>
        <translation>Degré de certitude</translation>
    </message>
    <message>
        <source>Always to a person</source>
        <translation>Toujours à une personne</translation>
    </message>
    <message>
        <source>To a person unless the agents are sure</source>
        <translation>À une personne, sauf si les agents sont sûrs</translation>
    </message>
    <message>
        <source>Priority of the case</source>
        <translation>Priorité du dossier</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>By the case&apos;s category</source>
        <translation>Selon la catégorie du dossier</translation>
    </message>
    <message>
        <source>Whom the case is given to first.</source>
        <translation>À qui le dossier est confié en premier.</translation>
    </message>
    <message>
        <source>The rule is as it was shipped.</source>
        <translation>La règle est dans sa version d’origine.</translation>
    </message>
    <message>
        <source>Put the rule back?</source>
        <translation>Rétablir la règle&#x202f;?</translation>
    </message>
    <message>
        <source>Your words, categories, mood, level, priority and team of this rule go. It is as it was shipped then.</source>
        <translation>Vos mots, catégories, humeur, niveau, priorité et équipe de cette règle disparaissent. Elle redevient telle que livrée.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>parley::console::Rules</name>
    <message>
        <source>This is needed.</source>
        <translation>Ce champ est obligatoire.</translation>
    </message>
    <message>
        <source>At most %1 characters; these are %2.</source>
        <translation>Au plus %1 caractères&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.com.</source>
        <translation>Une adresse e-mail ressemble à name@example.com.</translation>
    </message>
    <message>
        <source>A web address begins with https:// or http:// and names a server.</source>
        <translation>Une adresse web commence par https:// ou http:// et nomme un serveur.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunPanel</name>
    <message>
        <source>What made the confidence</source>
        <translation>Ce qui explique la confiance</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>sûr à %1&#x202f;%</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durée&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 jetons</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>coût&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::RunStory</name>
    <message>
        <source>It was %1 % sure, and %2 % are needed.</source>
        <translation>L’agent était sûr à %1&#x202f;%, et %2&#x202f;% sont nécessaires.</translation>
    </message>
    <message>
        <source>It was %1 % sure.</source>
        <translation>L’agent était sûr à %1&#x202f;%.</translation>
    </message>
    <message>
        <source>The customer asked for a person.</source>
        <translation>Le client a demandé une personne.</translation>
    </message>
    <message>
        <source>A rule gave it to people: %1.</source>
        <translation>Une règle l’a transféré à une personne&#x202f;: %1.</translation>
    </message>
    <message>
        <source>The agents were not sure enough. %1</source>
        <translation>Les agents n’étaient pas assez sûrs. %1</translation>
    </message>
    <message>
        <source>The passages that were found do not answer the question.</source>
        <translation>Les passages trouvés ne répondent pas à la question.</translation>
    </message>
    <message>
        <source>The model that writes answers could not be used.</source>
        <translation>Le modèle qui rédige les réponses n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>No sentence of the answer was supported by a passage.</source>
        <translation>Aucune phrase de la réponse n’était étayée par un passage.</translation>
    </message>
    <message>
        <source>The knowledge has no answer.</source>
        <translation>Les connaissances ne contiennent pas de réponse.</translation>
    </message>
    <message>
        <source>The steps below say what led to it.</source>
        <translation>Les étapes ci-dessous en indiquent la cause.</translation>
    </message>
    <message>
        <source>A person has answered the same question before.</source>
        <translation>Une personne a déjà répondu à la même question.</translation>
    </message>
    <message>
        <source>The same question was answered before.</source>
        <translation>La même question a déjà reçu une réponse.</translation>
    </message>
    <message>
        <source>A tool knew the answer.</source>
        <translation>Un outil connaissait la réponse.</translation>
    </message>
    <message>
        <source>Asked back: it was not clear what was meant.</source>
        <translation>Précisions demandées&#x202f;: le sens n’était pas clair.</translation>
    </message>
    <message>
        <source>Given to people. %1</source>
        <translation>Transféré à une personne. %1</translation>
    </message>
    <message>
        <source>It failed on the way. The last step below is where.</source>
        <translation>Échec en cours de route. La dernière étape ci-dessous indique où.</translation>
    </message>
    <message>
        <source>Answered. %1</source>
        <translation>Répondu. %1</translation>
    </message>
    <message>
        <source>Still under way.</source>
        <translation>Encore en cours.</translation>
    </message>
    <message>
        <source>Ended without an answer of the agents.</source>
        <translation>Terminé sans réponse des agents.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunWords</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Cleans the message and looks for attempts to give orders to the agents.</source>
        <translation>Nettoie le message et cherche les tentatives de donner des ordres aux agents.</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>Comprendre</translation>
    </message>
    <message>
        <source>Reads language, mood and named things, and hides personal data.</source>
        <translation>Lit la langue, l’humeur et ce qui est nommé, et masque les données personnelles.</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmation</translation>
    </message>
    <message>
        <source>Looks whether the customer agrees to what was proposed before.</source>
        <translation>Regarde si le client accepte ce qui a été proposé.</translation>
    </message>
    <message>
        <source>Asks for a person?</source>
        <translation>Demande une personne&#x202f;?</translation>
    </message>
    <message>
        <source>Looks whether the customer wants to speak to a person.</source>
        <translation>Regarde si le client veut parler à une personne.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Se souvenir</translation>
    </message>
    <message>
        <source>Takes up what was said before in this conversation.</source>
        <translation>Reprend ce qui a été dit dans cette conversation.</translation>
    </message>
    <message>
        <source>Known answers</source>
        <translation>Réponses connues</translation>
    </message>
    <message>
        <source>Looks whether the same was asked and well answered before.</source>
        <translation>Regarde si la même chose a déjà été demandée et bien répondue.</translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation>Choisir un agent</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Consulter</translation>
    </message>
    <message>
        <source>Find passages</source>
        <translation>Trouver des passages</translation>
    </message>
    <message>
        <source>Searches the knowledge for passages that answer.</source>
        <translation>Cherche dans les connaissances des passages qui répondent.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Ask back?</source>
        <translation>Demander à préciser&#x202f;?</translation>
    </message>
    <message>
        <source>Asks what is meant, where several things could be.</source>
        <translation>Demande ce qui est voulu, quand plusieurs choses sont possibles.</translation>
    </message>
    <message>
        <source>What was meant</source>
        <translation>Ce qui était voulu</translation>
    </message>
    <message>
        <source>Reads what the customer answered to our question.</source>
        <translation>Lit ce que le client a répondu à notre question.</translation>
    </message>
    <message>
        <source>Sure enough?</source>
        <translation>Assez sûr&#x202f;?</translation>
    </message>
    <message>
        <source>Compares the confidence with the one that is needed.</source>
        <translation>Compare la confiance avec celle qui est requise.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Hand to people</source>
        <translation>Confier à une personne</translation>
    </message>
    <message>
        <source>Tells the customer that a person takes over, and opens a ticket.</source>
        <translation>Dit au client qu’une personne prend le relais, et ouvre un ticket.</translation>
    </message>
    <message>
        <source>The passages cover the question</source>
        <translation>Les passages couvrent la question</translation>
    </message>
    <message>
        <source>The draft answers what was asked</source>
        <translation>Le brouillon répond à la question</translation>
    </message>
    <message>
        <source>One passage has it all</source>
        <translation>Un passage contient tout</translation>
    </message>
    <message>
        <source>The best passage is clearly the best</source>
        <translation>Le meilleur passage est nettement le meilleur</translation>
    </message>
    <message>
        <source>Far ahead of the next passage</source>
        <translation>Loin devant le passage suivant</translation>
    </message>
    <message>
        <source>The title says the same</source>
        <translation>Le titre dit la même chose</translation>
    </message>
    <message>
        <source>The title says something else</source>
        <translation>Le titre dit autre chose</translation>
    </message>
    <message>
        <source>The question is very short</source>
        <translation>La question est très courte</translation>
    </message>
    <message>
        <source>Words of the question are missing</source>
        <translation>Des mots de la question manquent</translation>
    </message>
    <message>
        <source>Missing, under another title</source>
        <translation>Absent, sous un autre titre</translation>
    </message>
    <message>
        <source>Words that the knowledge never uses</source>
        <translation>Mots que les connaissances n’emploient jamais</translation>
    </message>
    <message>
        <source>Not what these agents are for</source>
        <translation>Ce n’est pas du ressort de ces agents</translation>
    </message>
    <message>
        <source>Not clear which agent it is for</source>
        <translation>On ne sait pas à quel agent c’est destiné</translation>
    </message>
    <message>
        <source>The customer is upset</source>
        <translation>Le client est mécontent</translation>
    </message>
    <message>
        <source>Signs that it is for people</source>
        <translation>Signes que c’est pour une personne</translation>
    </message>
    <message>
        <source>Sentences that no passage supports</source>
        <translation>Phrases qu’aucun passage n’appuie</translation>
    </message>
    <message>
        <source>What the model thinks of itself</source>
        <translation>Ce que le modèle pense de lui-même</translation>
    </message>
    <message>
        <source>Your rules, and signs of anger, law or danger.</source>
        <translation>Vos règles, et les signes de colère, de droit ou de danger.</translation>
    </message>
    <message>
        <source>Decides which agent the question is for.</source>
        <translation>Décide à quel agent s’adresse la question.</translation>
    </message>
    <message>
        <source>Takes several questions in one message apart.</source>
        <translation>Sépare plusieurs questions d’un même message.</translation>
    </message>
    <message>
        <source>Gives the agent the tools it may use.</source>
        <translation>Donne à l’agent les outils qu’il peut utiliser.</translation>
    </message>
    <message>
        <source>Asks a tool for what only it can know.</source>
        <translation>Demande à un outil ce que lui seul peut savoir.</translation>
    </message>
    <message>
        <source>Takes sentences of the passages that answer.</source>
        <translation>Prend des phrases des passages qui répondent.</translation>
    </message>
    <message>
        <source>Writes the answer.</source>
        <translation>Écrit la réponse.</translation>
    </message>
    <message>
        <source>Drops every sentence that no passage supports.</source>
        <translation>Retire chaque phrase qu’aucun passage n’appuie.</translation>
    </message>
    <message>
        <source>Judges the finished answer once more.</source>
        <translation>Juge une fois encore la réponse terminée.</translation>
    </message>
    <message>
        <source>Sends the answer to the customer.</source>
        <translation>Envoie la réponse au client.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunsPage</name>
    <message>
        <source>Why it said that</source>
        <translation>Explication des réponses</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>Choose a turn</source>
        <translation>Choisissez un tour</translation>
    </message>
    <message>
        <source>Every answer of the agents is explained step by step: what they understood, what they found, how sure they were, and what they decided.</source>
        <translation>Chaque réponse des agents est expliquée étape par étape&#x202f;: ce qu’ils ont compris, ce qu’ils ont trouvé, leur degré de certitude et leur décision.</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Personne n’a encore écrit</translation>
    </message>
    <message>
        <source>As soon as the agents answer somebody, you see here why they said what they said.</source>
        <translation>Dès que les agents répondent à quelqu’un, vous voyez ici pourquoi ils ont répondu ainsi.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Turns of the conversation</source>
        <translation>Tours de la conversation</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The agents have not taken a turn in this conversation: people wrote in it.</source>
        <translation>Les agents ne sont pas intervenus dans cette conversation&#x202f;: des personnes y ont écrit.</translation>
    </message>
</context>
<context>
    <name>parley::console::SandboxTab</name>
    <message>
        <source>Choose the agent as for a customer</source>
        <translation>Choisir l’agent comme pour un client</translation>
    </message>
    <message>
        <source>Ask as a customer would</source>
        <translation>Demandez comme le ferait un client</translation>
    </message>
    <message>
        <source>You see the answer, how sure the agent is, what it read and how long each step took. Nothing is stored, and nobody is written to.</source>
        <translation>Vous voyez la réponse, le degré de certitude de l’agent, ce qu’il a lu et la durée de chaque étape. Rien n’est enregistré, et personne ne reçoit de message.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Language of the customer</source>
        <translation>Langue du client</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>A customer&apos;s question</source>
        <translation>La question d’un client</translation>
    </message>
    <message>
        <source>Version %1 is tested, as it is saved.</source>
        <translation>La version %1 est testée telle qu’elle est enregistrée.</translation>
    </message>
    <message>
        <source>Version %1 is tested with what you changed and have not saved.</source>
        <translation>La version %1 est testée avec vos modifications non enregistrées.</translation>
    </message>
</context>
<context>
    <name>parley::console::SandboxTurn</name>
    <message>
        <source>The agent is answering…</source>
        <translation>L’agent répond…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Asks back</source>
        <translation>Demande des précisions</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>Transféré à une personne</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>sûr à %1&#x202f;%</translation>
    </message>
    <message>
        <source>a customer&apos;s message would go to %1</source>
        <translation>le message d’un client irait à %1</translation>
    </message>
    <message>
        <source>word for word from the documents</source>
        <translation>mot pour mot d’après les documents</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>rédigé par %1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n jeton</numerusform>
            <numerusform>%n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>A person would find: %1</source>
        <translation>Une personne trouverait&#x202f;: %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Catégorie&#x202f;: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorité&#x202f;: %1</translation>
    </message>
    <message>
        <source>Tool %1: %2</source>
        <translation>Outil %1&#x202f;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::SaveFile</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaCheck</name>
    <message>
        <source>needs &quot;type&quot;: &quot;object&quot;: a tool&apos;s parameters have names</source>
        <translation>exige &quot;type&quot;: &quot;object&quot;&#x202f;: les paramètres d’un outil ont des noms</translation>
    </message>
    <message>
        <source>must be &quot;object&quot;: a tool&apos;s parameters have names</source>
        <translation>doit être &quot;object&quot;&#x202f;: les paramètres d’un outil ont des noms</translation>
    </message>
    <message>
        <source>names &quot;%1&quot;, which is none of the properties</source>
        <translation>nomme «&#x202f;%1&#x202f;», qui ne fait pas partie des propriétés</translation>
    </message>
    <message>
        <source>must be a schema: an object, or true or false</source>
        <translation>doit être un schéma&#x202f;: un objet, ou true ou false</translation>
    </message>
    <message>
        <source>goes deeper than 16 levels</source>
        <translation>dépasse 16 niveaux de profondeur</translation>
    </message>
    <message>
        <source>must be a list of schemas</source>
        <translation>doit être une liste de schémas</translation>
    </message>
    <message>
        <source>must be an object of schemas, by name</source>
        <translation>doit être un objet de schémas, par nom</translation>
    </message>
    <message>
        <source>must point into this schema, such as #/$defs/address</source>
        <translation>doit pointer dans ce schéma, par exemple #/$defs/address</translation>
    </message>
    <message>
        <source>must be a whole number from 0</source>
        <translation>doit être un nombre entier à partir de 0</translation>
    </message>
    <message>
        <source>must be a number, and multipleOf above 0</source>
        <translation>doit être un nombre, et multipleOf supérieur à 0</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>doit être true ou false</translation>
    </message>
    <message>
        <source>must be a text of at most 512 characters</source>
        <translation>doit être un texte d’au plus 512 caractères</translation>
    </message>
    <message>
        <source>must be a list of values</source>
        <translation>doit être une liste de valeurs</translation>
    </message>
    <message>
        <source>is a keyword that is not checked here; leave it out</source>
        <translation>est un mot-clé qui n’est pas vérifié ici&#x202f;; retirez-le</translation>
    </message>
    <message>
        <source>must be a list of names</source>
        <translation>doit être une liste de noms</translation>
    </message>
    <message>
        <source>must be a name</source>
        <translation>doit être un nom</translation>
    </message>
    <message>
        <source>must be null, boolean, object, array, number, string, integer, or a list of them</source>
        <translation>doit être null, boolean, object, array, number, string, integer, ou une liste de ceux-ci</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>Ceci n’est pas du JSON&#x202f;: %1.</translation>
    </message>
    <message>
        <source>A JSON Schema is an object: { … }.</source>
        <translation>Un JSON Schema est un objet&#x202f;: { … }.</translation>
    </message>
    <message>
        <source>The schema may have at most 32 KiB.</source>
        <translation>Le schéma peut compter au plus 32 Kio.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Line %1: %2 %3</source>
        <translation>Ligne %1&#x202f;: %2 %3</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaEditor</name>
    <message>
        <source>Input schema</source>
        <translation>Schéma d’entrée</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Mettre en forme</translation>
    </message>
    <message>
        <source>Indents the schema anew</source>
        <translation>Refait l’indentation du schéma</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaForm</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Non renseigné</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (obligatoire)</translation>
    </message>
    <message>
        <source>As usual: %1</source>
        <translation>Par défaut&#x202f;: %1</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Une par ligne.</translation>
    </message>
    <message>
        <source>At least %1 characters; these are %2.</source>
        <translation>Au moins %1 caractères&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>This is not of the form that is asked for (%1).</source>
        <translation>Ceci n’a pas la forme demandée (%1).</translation>
    </message>
    <message>
        <source>At least %1 of them.</source>
        <translation>Au moins %1 d’entre eux.</translation>
    </message>
    <message>
        <source>At most %1 of them; these are %2.</source>
        <translation>Au plus %1&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice.</source>
        <translation>«&#x202f;%1&#x202f;» figure deux fois.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>«&#x202f;%1&#x202f;»&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaPages</name>
    <message>
        <source>This must be a JSON object: { … }.</source>
        <translation>Ce doit être un objet JSON&#x202f;: { … }.</translation>
    </message>
    <message>
        <source>Settings as JSON</source>
        <translation>Paramètres en JSON</translation>
    </message>
    <message>
        <source>More settings as JSON</source>
        <translation>Autres paramètres en JSON</translation>
    </message>
</context>
<context>
    <name>parley::console::SearchTest</name>
    <message>
        <source>Ask as a customer would</source>
        <translation>Demandez comme le ferait un client</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>Essayer une question</translation>
    </message>
    <message>
        <source>What customers ask is looked up like this. The passages that are found, best first, are what an answer is made from.</source>
        <translation>Les questions des clients sont recherchées de cette façon. Les passages trouvés, du meilleur au moins bon, servent à rédiger la réponse.</translation>
    </message>
    <message>
        <source>How many passages</source>
        <translation>Nombre de passages</translation>
    </message>
    <message>
        <source>best </source>
        <translation>meilleurs&#x202f;: </translation>
    </message>
    <message>
        <source>Passages that are found, best first</source>
        <translation>Passages trouvés, du meilleur au moins bon</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No document speaks of this. An article about it would let the agents answer.</source>
        <translation>Aucun document n’en parle. Un article à ce sujet permettrait aux agents de répondre.</translation>
    </message>
</context>
<context>
    <name>parley::console::SecretDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#x202f;: %1</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Je l’ai conservé</translation>
    </message>
</context>
<context>
    <name>parley::console::SecretEdit</name>
    <message>
        <source>Forget what is kept</source>
        <translation>Oublier ce qui est conservé</translation>
    </message>
    <message>
        <source>Kept – type to replace</source>
        <translation>Conservé – saisissez pour remplacer</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>parley::console::Sections</name>
    <message>
        <source>Insight</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Connaissances</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
</context>
<context>
    <name>parley::console::SentimentLine</name>
    <message>
        <source>Upset</source>
        <translation>Très mécontent</translation>
    </message>
    <message>
        <source>Displeased</source>
        <translation>Mécontent</translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation>Satisfait</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutre</translation>
    </message>
    <message>
        <source>Mood: %1</source>
        <translation>Humeur&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ServerWords</name>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
    <message>
        <source>The chat on your own pages. How it looks and where it may run is set up with the widget. Switched off, no chat is begun or continued; what is under way in an open window goes on.</source>
        <translation>Le chat de vos propres pages. Son apparence et les sites où il peut fonctionner se règlent avec le widget. Désactivé, aucun chat n’est commencé ni repris&#x202f;; ce qui est en cours dans une fenêtre ouverte continue.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Messages that your own programs send. Which programs may is set up with the API clients. Switched off, messages of all of them are refused.</source>
        <translation>Messages envoyés par vos propres programmes. Lesquels en ont le droit se règle avec les programmes clients. Désactivé, les messages de tous sont refusés.</translation>
    </message>
    <message>
        <source>Contact form</source>
        <translation>Formulaire de contact</translation>
    </message>
    <message>
        <source>A page with a form for questions that need no chat. The agents answer, or a person does; the customer follows the state with a reference. The form may be sent from the pages that the chat widget may run on.</source>
        <translation>Une page avec un formulaire pour les questions qui n’ont pas besoin d’un chat. Les agents répondent, ou une personne&#x202f;; le client suit l’avancement avec une référence. Le formulaire peut être envoyé depuis les pages où le widget de chat peut fonctionner.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Above the form; empty: how the chat widget is called.</source>
        <translation>Au-dessus du formulaire&#x202f;; vide&#x202f;: le nom du widget de chat.</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Introduction</translation>
    </message>
    <message>
        <source>Below the heading.</source>
        <translation>Sous le titre.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Those that the customer may choose; the first is chosen at first.</source>
        <translation>Celles que le client peut choisir&#x202f;; la première est choisie au départ.</translation>
    </message>
    <message>
        <source>Ask how urgent it is</source>
        <translation>Demander le degré d’urgence</translation>
    </message>
    <message>
        <source>Whether the page shows the choice of a priority.</source>
        <translation>Si la page propose le choix d’une priorité.</translation>
    </message>
    <message>
        <source>Response times in minutes</source>
        <translation>Délais de réponse en minutes</translation>
    </message>
    <message>
        <source>How soon an answer is promised after sending, by the priority that the customer chose. Where the service level of the chosen plan is shorter, that is promised. It changes neither the queue nor when a case is late.</source>
        <translation>Le délai de réponse promis après l’envoi, selon la priorité choisie par le client. Si le niveau de service de la formule choisie est plus court, c’est lui qui est promis. Cela ne change ni la file d’attente ni l’échéance d’un dossier.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Shown after sending</source>
        <translation>Après l’envoi</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technique</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Facturation</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Bug report</source>
        <translation>Signalement d’un bug</translation>
    </message>
</context>
<context>
    <name>parley::console::Session</name>
    <message>
        <source>Please sign in.</source>
        <translation>Veuillez vous connecter.</translation>
    </message>
    <message>
        <source>This server speaks protocol %1 and this console %2: they cannot work together. Install the console that belongs to the server, or ask whoever runs it to update it.</source>
        <translation>Ce serveur utilise le protocole %1 et cette console le protocole %2&#x202f;: ils ne peuvent pas fonctionner ensemble. Installez la console correspondant au serveur, ou demandez à son exploitant de le mettre à jour.</translation>
    </message>
    <message>
        <source>This account is not one of a supporter or administrator.</source>
        <translation>Ce compte n’est ni celui d’un conseiller ni celui d’un administrateur.</translation>
    </message>
    <message>
        <source>Your sign-in has ended: %1</source>
        <translation>Votre session est terminée&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::SettingsPage</name>
    <message>
        <source>Back to inherited</source>
        <translation>Revenir aux valeurs héritées</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>You act in no tenant: these are the platform&apos;s defaults, for every tenant that has set nothing of its own.</source>
        <translation>Vous n’agissez dans aucune organisation&#x202f;: voici les valeurs par défaut de la plateforme, pour toute organisation qui n’a rien défini elle-même.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The settings that you changed are not saved.</source>
        <translation>Les paramètres que vous avez modifiés ne sont pas enregistrés.</translation>
    </message>
    <message>
        <source>Nothing is set here: Parley&apos;s own values hold.</source>
        <translation>Rien n’est défini ici&#x202f;: les valeurs de Parley s’appliquent.</translation>
    </message>
    <message>
        <source>Nothing is set here: the platform&apos;s values hold.</source>
        <translation>Rien n’est défini ici&#x202f;: les valeurs de la plateforme s’appliquent.</translation>
    </message>
    <message>
        <source>Set here: %1. Everything else is inherited.</source>
        <translation>Défini ici&#x202f;: %1. Tout le reste est hérité.</translation>
    </message>
    <message>
        <source>The settings were saved.</source>
        <translation>Les paramètres ont été enregistrés.</translation>
    </message>
</context>
<context>
    <name>parley::console::SettingsPages</name>
    <message>
        <source>Answering</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Desk settings</source>
        <translation>Réglages de l’assistance</translation>
    </message>
</context>
<context>
    <name>parley::console::SignInPage</name>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Sign in to Parley</source>
        <translation>Se connecter à Parley</translation>
    </message>
    <message>
        <source>Servers used before</source>
        <translation>Serveurs déjà utilisés</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Takes this server from the list and its sign-in from this computer.</source>
        <translation>Retire ce serveur de la liste et sa connexion de cet ordinateur.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Rester connecté sur cet ordinateur</translation>
    </message>
    <message>
        <source>This computer offers no keychain to keep the sign-in in, so it lasts until Parley is closed. Nothing secret is ever written to a plain file.</source>
        <translation>Cet ordinateur n’offre aucun trousseau pour conserver la connexion&#x202f;; elle dure donc jusqu’à la fermeture de Parley. Aucun secret n’est jamais écrit dans un fichier en clair.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Run on this computer</source>
        <translation>Exécuter sur cet ordinateur</translation>
    </message>
    <message>
        <source>Starts a private server with a demo company on this computer and signs in to it.</source>
        <translation>Démarre sur cet ordinateur un serveur privé avec une entreprise de démonstration et s’y connecte.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation>Connexion à %1…</translation>
    </message>
    <message>
        <source>Name the server, such as desk.example.com or localhost:8080.</source>
        <translation>Indiquez le serveur, par exemple desk.example.com ou localhost:8080.</translation>
    </message>
    <message>
        <source>Your e-mail address, such as ana@example.com.</source>
        <translation>Votre adresse e-mail, par exemple ana@example.com.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Starting a server on this computer …</source>
        <translation>Démarrage d’un serveur sur cet ordinateur…</translation>
    </message>
    <message>
        <source>E-mail and password do not match an account on this server.</source>
        <translation>L’e-mail et le mot de passe ne correspondent à aucun compte de ce serveur.</translation>
    </message>
</context>
<context>
    <name>parley::console::SlaTable</name>
    <message>
        <source>Plan</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Premier message</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Add a plan</source>
        <translation>Ajouter une offre</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Plan, or default</source>
        <translation>Offre, ou default</translation>
    </message>
    <message>
        <source>Minutes to the first word</source>
        <translation>Minutes jusqu’au premier message</translation>
    </message>
    <message>
        <source>Minutes until it is solved</source>
        <translation>Minutes jusqu’à la résolution</translation>
    </message>
    <message>
        <source>Not promised</source>
        <translation>Non promis</translation>
    </message>
    <message>
        <source>Remove this plan</source>
        <translation>Retirer cette offre</translation>
    </message>
    <message>
        <source>Name the plan, or call it default: it holds for customers of no plan.</source>
        <translation>Nommez l’offre, ou appelez-la default&#x202f;: elle s’applique alors aux clients sans offre.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 figure deux fois.</translation>
    </message>
    <message>
        <source>%1: it cannot be solved before the first word.</source>
        <translation>%1&#x202f;: la résolution ne peut pas précéder le premier message.</translation>
    </message>
    <message>
        <source>At most %1 plans.</source>
        <translation>Au plus %1 offres.</translation>
    </message>
</context>
<context>
    <name>parley::console::SourcePopup</name>
    <message>
        <source>Source %1: %2</source>
        <translation>Source %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
</context>
<context>
    <name>parley::console::StatTile</name>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 par rapport à la période précédente</translation>
    </message>
</context>
<context>
    <name>parley::console::TeamPage</name>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>Add team</source>
        <translation>Ajouter une équipe</translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation>Aucune équipe pour l’instant</translation>
    </message>
    <message>
        <source>Without teams every case waits for everybody. Teams get the cases of their categories, in their hours.</source>
        <translation>Sans équipe, chaque dossier attend tout le monde. Les équipes reçoivent les dossiers de leurs catégories, pendant leurs horaires.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membre</numerusform>
            <numerusform>%n membres</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases of &quot;%1&quot; stay in the queue, for everybody. Escalation rules that name it send to no team from then on. Its members stay.</source>
        <translation>Les dossiers de «&#x202f;%1&#x202f;» restent dans la file d’attente, pour tous. Les règles d’escalade qui la nomment n’envoient désormais à aucune équipe. Ses membres restent.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>One a line, such as billing. Cases of these come to this team first.</source>
        <translation>Une par ligne, par exemple billing. Les dossiers de ces catégories arrivent d’abord à cette équipe.</translation>
    </message>
    <message>
        <source>Cases at a time for each member</source>
        <translation>Dossiers simultanés par membre</translation>
    </message>
    <message>
        <source>0: any number.</source>
        <translation>0&#x202f;: nombre illimité.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>Promised times count in these hours only.</source>
        <translation>Les délais promis ne courent que pendant ces horaires.</translation>
    </message>
</context>
<context>
    <name>parley::console::TemplateRule</name>
    <message>
        <source>There is no {%1}; there is: %2</source>
        <translation>{%1} n’existe pas&#x202f;; il y a&#x202f;: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPage</name>
    <message>
        <source>Tenants</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Add tenant</source>
        <translation>Ajouter une organisation</translation>
    </message>
    <message>
        <source>No organisation is served here yet</source>
        <translation>Aucune organisation n’est encore servie ici</translation>
    </message>
    <message>
        <source>A tenant is an organisation with its own customers, knowledge, agents and people. It can answer as soon as it is made.</source>
        <translation>Chaque organisation a ses propres clients, connaissances, agents et personnes. Elle peut répondre dès sa création.</translation>
    </message>
    <message>
        <source>%1 · %2 · suspended</source>
        <translation>%1 · %2 · suspendue</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shut for good: its widget stops answering, its people and programs are signed out, and its conversations, customers, documents, agents and settings can no longer be reached by anybody. Nobody will ever get the name &quot;%2&quot; again. To shut it for a while, suspend it instead.</source>
        <translation>«&#x202f;%1&#x202f;» est fermée définitivement&#x202f;: son widget cesse de répondre, ses personnes et ses programmes sont déconnectés, et plus personne ne peut accéder à ses conversations, clients, documents, agents et paramètres. Le nom «&#x202f;%2&#x202f;» ne sera plus jamais attribué. Pour la fermer temporairement, suspendez-la plutôt.</translation>
    </message>
    <message>
        <source>Act in this tenant</source>
        <translation>Agir dans cette organisation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>As customers know it.</source>
        <translation>Tel que les clients le connaissent.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>For addresses and programs, such as acme. It cannot be changed later.</source>
        <translation>Pour les adresses et les programmes, par exemple acme. Il ne peut pas être modifié ensuite.</translation>
    </message>
    <message>
        <source>Ticket prefix</source>
        <translation>Préfixe des tickets</translation>
    </message>
    <message>
        <source>What references begin with, such as ACM in ACM-1042. Made from the name where it is empty; it cannot be changed later.</source>
        <translation>Le début des références, par exemple ACM dans ACM-1042. Formé à partir du nom s’il est vide&#x202f;; il ne peut pas être modifié ensuite.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>A word of yours, such as standard.</source>
        <translation>Un mot de votre choix, par exemple standard.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Suspended: nobody can sign in or chat; everything is kept.</source>
        <translation>Suspendue&#x202f;: personne ne peut se connecter ni discuter&#x202f;; tout est conservé.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Informations</translation>
    </message>
    <message>
        <source>Agents it may have</source>
        <translation>Agents autorisés</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Questions et réponses</translation>
    </message>
    <message>
        <source>Problems and complaints</source>
        <translation>Problèmes et réclamations</translation>
    </message>
    <message>
        <source>Customers&apos; accounts</source>
        <translation>Comptes des clients</translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation>Spécialistes</translation>
    </message>
    <message>
        <source>Whatever is left</source>
        <translation>Tout le reste</translation>
    </message>
    <message>
        <source>Tools it may have</source>
        <translation>Outils autorisés</translation>
    </message>
    <message>
        <source>Calls of web services</source>
        <translation>Appels de services web</translation>
    </message>
    <message>
        <source>Search in documents</source>
        <translation>Recherche dans les documents</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Intégrés</translation>
    </message>
    <message>
        <source>MCP servers</source>
        <translation>Serveurs MCP</translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation>Fournisseurs autorisés</translation>
    </message>
    <message>
        <source>A model on your own computers</source>
        <translation>Un modèle sur vos propres ordinateurs</translation>
    </message>
    <message>
        <source>Most agents</source>
        <translation>Maximum d’agents</translation>
    </message>
    <message>
        <source>Most tools</source>
        <translation>Maximum d’outils</translation>
    </message>
    <message>
        <source>Most documents</source>
        <translation>Maximum de documents</translation>
    </message>
    <message>
        <source>Most people</source>
        <translation>Maximum de personnes</translation>
    </message>
    <message>
        <source>Most machine clients</source>
        <translation>Maximum de programmes clients</translation>
    </message>
    <message>
        <source>Most tokens a month</source>
        <translation>Maximum de jetons par mois</translation>
    </message>
    <message>
        <source>as the server allows</source>
        <translation>limite du serveur</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clé publique</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créée</translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPicker</name>
    <message>
        <source>Tenant you act in</source>
        <translation>Organisation dans laquelle vous agissez</translation>
    </message>
    <message>
        <source>You act in</source>
        <translation>Vous agissez dans</translation>
    </message>
    <message>
        <source>No tenant (the platform)</source>
        <translation>Aucune organisation (la plateforme)</translation>
    </message>
</context>
<context>
    <name>parley::console::ThresholdBars</name>
    <message>
        <source>answered</source>
        <translation>répondus</translation>
    </message>
    <message>
        <source>asked back</source>
        <translation>précisions demandées</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>transférés</translation>
    </message>
    <message>
        <source>As it was: %1 answered, %2 asked back, %3 handed over. %4: %5, %6, %7.</source>
        <translation>Situation réelle&#x202f;: %1 répondus, %2 avec précisions demandées, %3 transférés. %4&#x202f;: %5, %6, %7.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Situation réelle</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1&#x202f;: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>parley::console::ThresholdPreview</name>
    <message>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>transféré</translation>
    </message>
    <message>
        <source>asked back</source>
        <translation>précisions demandées</translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation>recalculé</translation>
    </message>
    <message>
        <source>Confidence threshold to try</source>
        <translation>Seuil de confiance à essayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>90 derniers jours</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Jours pris en compte</translation>
    </message>
    <message>
        <source>Would have been otherwise</source>
        <translation>Ce qui aurait changé</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Réel</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>Simulé</translation>
    </message>
    <message>
        <source>Questions that would have been otherwise</source>
        <translation>Questions dont l’issue aurait changé</translation>
    </message>
    <message>
        <source>What would have been</source>
        <translation>Ce qui se serait passé</translation>
    </message>
    <message>
        <source>A lower threshold answers more and errs more; a higher one hands more over.</source>
        <translation>Un seuil plus bas fait répondre davantage et se tromper davantage&#x202f;; un seuil plus élevé transfère davantage.</translation>
    </message>
    <message>
        <source>Put %1 into the form</source>
        <translation>Reporter %1 dans le formulaire</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>À %1</translation>
    </message>
    <message>
        <source>No messages in these days: the more there are, the more this says.</source>
        <translation>Aucun message ces jours-là&#x202f;: plus il y en a, plus ceci est parlant.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n message(s) to the agents.</source>
        <translation>
            <numerusform>Sur %n message aux agents.</numerusform>
            <numerusform>Sur %n messages aux agents.</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more: the newest are counted.</source>
        <translation>Il y en avait davantage&#x202f;: les plus récents sont comptés.</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketColumns</name>
    <message>
        <source>Late since %1</source>
        <translation>En retard depuis %1</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Échéance&#x202f;: %1</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribué à</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Promis</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketFilterBar</name>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Tous les statuts</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Any priority</source>
        <translation>Toutes les priorités</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribué à</translation>
    </message>
    <message>
        <source>Anyone&apos;s</source>
        <translation>De tous</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miens</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketPanel</name>
    <message>
        <source>The question</source>
        <translation>La question</translation>
    </message>
    <message>
        <source>What the agents would have answered</source>
        <translation>Ce que les agents auraient répondu</translation>
    </message>
    <message>
        <source>What they found</source>
        <translation>Ce qu’ils ont trouvé</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Why it came to people</source>
        <translation>Pourquoi il est passé à une personne</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Priority and category</source>
        <translation>Priorité et catégorie</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>What the agents did before they gave it to people</source>
        <translation>Ce que les agents ont fait avant le transfert à une personne</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Priority or category of %1</source>
        <translation>Priorité ou catégorie de %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>sûrs à %1&#x202f;%</translation>
    </message>
    <message>
        <source>They had no answer.</source>
        <translation>Ils n’avaient pas de réponse.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>Modifications enregistrées&#x202f;: %1.</translation>
    </message>
    <message>
        <source>The customer waits for an answer to this. Answer it in the conversation: that resolves the ticket, and the next who asks the same gets your answer.</source>
        <translation>Le client attend une réponse à ceci. Répondez dans la conversation&#x202f;: cela résout le ticket, et le prochain qui pose la même question reçoit votre réponse.</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>Why did it come to people?</source>
        <translation>Pourquoi est-il passé à une personne&#x202f;?</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Afficher le client</translation>
    </message>
    <message>
        <source>Save priority and category</source>
        <translation>Enregistrer la priorité et la catégorie</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>No case has come to people yet</source>
        <translation>Aucun dossier n’est encore passé à une personne</translation>
    </message>
    <message>
        <source>No ticket is like that</source>
        <translation>Aucun ticket ne correspond</translation>
    </message>
    <message>
        <source>When the agents are not sure, or a customer asks for a person, the case stands here with its reference.</source>
        <translation>Quand les agents ne sont pas sûrs ou qu’un client demande une personne, le dossier figure ici avec sa référence.</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Retirez un filtre pour en voir davantage.</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>Afficher tous les tickets</translation>
    </message>
</context>
<context>
    <name>parley::console::TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;j</translation>
    </message>
    <message>
        <source>now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolConfigPages</name>
    <message>
        <source>Time limit in milliseconds</source>
        <translation>Délai maximal en millisecondes</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Ajouter un secret</translation>
    </message>
    <message>
        <source>Kept encrypted and never shown again. A header uses one by its name: Bearer {secret.token}.</source>
        <translation>Conservés chiffrés et jamais réaffichés. Un en-tête en utilise un par son nom&#x202f;: Bearer {secret.token}.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>With places for what the agent fills in, such as https://shop.example/orders/{order_id}, and for the proven customer: {customer.user_id}.</source>
        <translation>Avec des emplacements pour ce que l’agent remplit, par exemple https://shop.example/orders/{order_id}, et pour le client vérifié&#x202f;: {customer.user_id}.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Ajouter un paramètre</translation>
    </message>
    <message>
        <source>Added to the address. One whose place has no value is left out.</source>
        <translation>Ajoutés à l’adresse. Un paramètre dont l’emplacement n’a pas de valeur est omis.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Ajouter un en-tête</translation>
    </message>
    <message>
        <source>Keys and tokens belong into the secrets below.</source>
        <translation>Les clés et les jetons doivent figurer dans les secrets ci-dessous.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corps</translation>
    </message>
    <message>
        <source>JSON with the same places. A text that is one place alone becomes its value as it is.</source>
        <translation>JSON avec les mêmes emplacements. Un texte qui n’est qu’un emplacement devient sa valeur telle quelle.</translation>
    </message>
    <message>
        <source>What counts of the answer</source>
        <translation>Ce qui compte dans la réponse</translation>
    </message>
    <message>
        <source>A JSONPath such as $.order.state or $.items[*].title; empty: the whole answer.</source>
        <translation>Un JSONPath tel que $.order.state ou $.items[*].title&#x202f;; vide&#x202f;: toute la réponse.</translation>
    </message>
    <message>
        <source>A JSONPath begins with $.</source>
        <translation>Un JSONPath commence par $.</translation>
    </message>
    <message>
        <source>Redirects that are followed</source>
        <translation>Redirections suivies</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>May be sent twice without doing twice</source>
        <translation>Peut être envoyé deux fois sans effet double</translation>
    </message>
    <message>
        <source>A call without an answer is then tried again.</source>
        <translation>Un appel sans réponse est alors retenté.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Of a streamable-HTTP server. Leave it empty for one that the operator has declared.</source>
        <translation>D’un serveur streamable-HTTP. Laissez vide pour un serveur déclaré par l’exploitant.</translation>
    </message>
    <message>
        <source>Or a declared server</source>
        <translation>Ou un serveur déclaré</translation>
    </message>
    <message>
        <source>Its name in the daemon&apos;s configuration file: mcp.servers.&lt;name&gt;.</source>
        <translation>Son nom dans le fichier de configuration du démon&#x202f;: mcp.servers.&lt;name&gt;.</translation>
    </message>
    <message>
        <source>One session serves all customers, so only secrets may have a place here: {secret.key}.</source>
        <translation>Une même session sert tous les clients&#x202f;; seuls des secrets peuvent donc avoir un emplacement ici&#x202f;: {secret.key}.</translation>
    </message>
    <message>
        <source>One tool of it</source>
        <translation>Un seul de ses outils</translation>
    </message>
    <message>
        <source>Its name at the server; empty: all that the server has.</source>
        <translation>Son nom sur le serveur&#x202f;; vide&#x202f;: tous ceux du serveur.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Only documents of this one; empty: of all.</source>
        <translation>Seulement les documents de celle-ci&#x202f;; vide&#x202f;: de toutes.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Several, one a line.</source>
        <translation>Plusieurs, une par ligne.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Only these, by their ids, one a line; empty: all.</source>
        <translation>Seulement ceux-ci, par leurs identifiants, un par ligne&#x202f;; vide&#x202f;: tous.</translation>
    </message>
    <message>
        <source>Most passages</source>
        <translation>Maximum de passages</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’il fait</translation>
    </message>
    <message>
        <source>Searches the knowledge</source>
        <translation>Cherche dans les connaissances</translation>
    </message>
    <message>
        <source>Opens a ticket</source>
        <translation>Ouvre un ticket</translation>
    </message>
    <message>
        <source>Reads the customer&apos;s earlier conversations</source>
        <translation>Lit les conversations antérieures du client</translation>
    </message>
    <message>
        <source>Hands over to a person</source>
        <translation>Transfère à une personne</translation>
    </message>
    <message>
        <source>Sends the customer an e-mail</source>
        <translation>Envoie un e-mail au client</translation>
    </message>
    <message>
        <source>Says how a text feels</source>
        <translation>Indique le ressenti d’un texte</translation>
    </message>
    <message>
        <source>Looks up an order of the demo company</source>
        <translation>Consulte une commande de l’entreprise de démonstration</translation>
    </message>
    <message>
        <source>Changes an order of the demo company</source>
        <translation>Modifie une commande de l’entreprise de démonstration</translation>
    </message>
    <message>
        <source>Most entries</source>
        <translation>Maximum d’entrées</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPage</name>
    <message>
        <source>HTTP – calls an API</source>
        <translation>HTTP – appelle une API</translation>
    </message>
    <message>
        <source>Knowledge – searches documents</source>
        <translation>Connaissances – cherche dans les documents</translation>
    </message>
    <message>
        <source>Built in – one of Parley&apos;s own</source>
        <translation>Intégré – l’un des outils de Parley</translation>
    </message>
    <message>
        <source>MCP – the tools of a server</source>
        <translation>MCP – les outils d’un serveur</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>changes something</source>
        <translation>modifie quelque chose</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>New tool</source>
        <translation>Nouvel outil</translation>
    </message>
    <message>
        <source>No tools yet</source>
        <translation>Aucun outil pour l’instant</translation>
    </message>
    <message>
        <source>With a tool an agent looks something up or does something: an order&apos;s state from your shop, a ticket in your system.</source>
        <translation>Avec un outil, un agent consulte ou fait quelque chose&#x202f;: l’état d’une commande dans votre boutique, un ticket dans votre système.</translation>
    </message>
    <message>
        <source>Its settings and its secrets go with it. Agents that name it answer without it from now on.</source>
        <translation>Ses paramètres et ses secrets disparaissent avec lui. Les agents qui le nomment répondent désormais sans lui.</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, _ and -, without two _ side by side.</source>
        <translation>De 1 à 64 caractères&#x202f;: lettres, chiffres, _ et -, sans deux _ côte à côte.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Appel d’essai</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>As agents and models call it, such as order_lookup.</source>
        <translation>Tel que les agents et les modèles l’appellent, par exemple order_lookup.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>When to use it, in words for the model.</source>
        <translation>Quand l’utiliser, en mots destinés au modèle.</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>It changes something</source>
        <translation>Il modifie quelque chose</translation>
    </message>
    <message>
        <source>The customer is asked before each call.</source>
        <translation>Le client est consulté avant chaque appel.</translation>
    </message>
    <message>
        <source>Only for customers whose identity is proven</source>
        <translation>Seulement pour les clients dont l’identité est prouvée</translation>
    </message>
    <message>
        <source>Tools that name {customer.…} are so in any case.</source>
        <translation>C’est toujours le cas des outils qui nomment {customer.…}.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>How it is called</source>
        <translation>Comment il est appelé</translation>
    </message>
    <message>
        <source>What it needs to know</source>
        <translation>Ce qu’il doit savoir</translation>
    </message>
    <message>
        <source>Input schema</source>
        <translation>Schéma d’entrée</translation>
    </message>
    <message>
        <source>A JSON Schema of what the agent fills in. Empty: the kind&apos;s own; for HTTP nothing.</source>
        <translation>Un JSON Schema de ce que l’agent remplit. Vide&#x202f;: celui du type&#x202f;; pour HTTP, rien.</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPages</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPicker</name>
    <message>
        <source>There are no tools yet. They are made on the page Tools.</source>
        <translation>Il n’y a pas encore d’outils. Ils se créent sur la page Outils.</translation>
    </message>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1 (désactivé)</translation>
    </message>
    <message>
        <source>%1 (changes something: the customer confirms)</source>
        <translation>%1 (modifie quelque chose&#x202f;: le client confirme)</translation>
    </message>
    <message>
        <source>%1 (there is no tool of this name here)</source>
        <translation>%1 (aucun outil de ce nom ici)</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolTestTab</name>
    <message>
        <source>Only show what would be called</source>
        <translation>Seulement montrer ce qui serait appelé</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Output of the tool</source>
        <translation>Sortie de l’outil</translation>
    </message>
    <message>
        <source>The tool is called as it is saved: your changes are not. Save them first.</source>
        <translation>L’outil est appelé tel qu’il est enregistré, sans vos modifications. Enregistrez-les d’abord.</translation>
    </message>
    <message>
        <source>The tool is called as it is saved, for real.</source>
        <translation>L’outil est appelé tel qu’il est enregistré, pour de vrai.</translation>
    </message>
    <message>
        <source>This one changes something at the other end.</source>
        <translation>Celui-ci modifie quelque chose à l’autre bout.</translation>
    </message>
    <message>
        <source>The tool takes no input.</source>
        <translation>L’outil ne prend aucune entrée.</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Le client</translation>
    </message>
    <message>
        <source>This tool is for customers whose identity is proven: say whom to stand for.</source>
        <translation>Cet outil est réservé aux clients dont l’identité est prouvée&#x202f;: indiquez au nom de qui agir.</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Identifiant utilisateur</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Parley calls public addresses only, so that no tool reaches into the network it runs in. Whoever runs it can open private ones: security.outbound_allow.</source>
        <translation>Parley n’appelle que des adresses publiques, afin qu’aucun outil n’accède au réseau dans lequel il fonctionne. Son exploitant peut ouvrir des adresses privées&#x202f;: security.outbound_allow.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>The customer would be asked first</source>
        <translation>Le client serait d’abord consulté</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>parley::console::TraceTree</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Steps of the turn</source>
        <translation>Étapes du tour</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>parley::console::TranscriptView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Aller à la fin</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Aller au message le plus récent</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::TransferDialog</name>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Transfer the conversation</source>
        <translation>Transférer la conversation</translation>
    </message>
    <message>
        <source>Name of a colleague or a team</source>
        <translation>Nom d’un collègue ou d’une équipe</translation>
    </message>
    <message>
        <source>Colleagues and teams</source>
        <translation>Collègues et équipes</translation>
    </message>
    <message>
        <source>Who goes on?</source>
        <translation>Qui prend la suite&#x202f;?</translation>
    </message>
</context>
<context>
    <name>parley::console::Tray</name>
    <message>
        <source>Open Parley</source>
        <translation>Ouvrir Parley</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Parley</source>
        <translation>Parley</translation>
    </message>
    <message>
        <source>Parley: nobody waits</source>
        <translation>Parley&#x202f;: personne n’attend</translation>
    </message>
    <message numerus="yes">
        <source>Parley: %n waiting</source>
        <translation>
            <numerusform>Parley&#x202f;: %n en attente</numerusform>
            <numerusform>Parley&#x202f;: %n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n mention de vous</numerusform>
            <numerusform>%n mentions de vous</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UnsentPanel</name>
    <message>
        <source>%1, draft: %2</source>
        <translation>%1, brouillon : %2</translation>
    </message>
    <message>
        <source>%1, not sent: %2</source>
        <translation>%1, non envoyé : %2</translation>
    </message>
    <message>
        <source>Written and not sent</source>
        <translation>Écrit et non envoyé</translation>
    </message>
    <message numerus="yes">
        <source>Written and not sent: %n</source>
        <translation>
            <numerusform>Écrit et non envoyé : %n</numerusform>
            <numerusform>Écrits et non envoyés : %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadPanel</name>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>Files on their way to the server</source>
        <translation>Fichiers en cours d’envoi au serveur</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on their way</source>
        <translation>
            <numerusform>%n fichier en cours d’envoi</numerusform>
            <numerusform>%n fichiers en cours d’envoi</numerusform>
        </translation>
    </message>
    <message>
        <source>All files were sent</source>
        <translation>Tous les fichiers ont été envoyés</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be sent</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être envoyé</numerusform>
            <numerusform>%n fichiers n’ont pas pu être envoyés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadQueue</name>
    <message>
        <source>There is no such file any more.</source>
        <translation>Ce fichier n’existe plus.</translation>
    </message>
    <message>
        <source>This is a folder. Drop the files that are in it.</source>
        <translation>Ceci est un répertoire. Déposez les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>Only PDF, DOCX, Markdown, HTML, text and CSV can be read.</source>
        <translation>Seuls les fichiers PDF, DOCX, Markdown, HTML, texte et CSV peuvent être lus.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Vous n’êtes pas autorisé à lire ce fichier.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Added, though another document has the very same contents</source>
        <translation>Ajouté, bien qu’un autre document ait exactement le même contenu</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>The file has %1; the server takes 100 MB.</source>
        <translation>Le fichier fait %1&#x202f;; le serveur accepte 100&#xa0;Mo.</translation>
    </message>
</context>
<context>
    <name>parley::console::Urgency</name>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
</context>
<context>
    <name>parley::console::UsageCard</name>
    <message>
        <source>Tokens a month</source>
        <translation>Jetons par mois</translation>
    </message>
    <message>
        <source>When they are used up, answers are taken from the documents word for word.</source>
        <translation>Une fois épuisés, les réponses sont tirées mot pour mot des documents.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Aucune limite</translation>
    </message>
    <message>
        <source>Share of the budget that is used</source>
        <translation>Part du budget utilisée</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>%1: %2 tokens, at a cost of %3.</source>
        <translation>%1&#x202f;: %2 jetons, pour un coût de %3.</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 tokens read, %4 written, %5</source>
        <translation>%1&#x202f;: %2 requêtes, %3 jetons lus, %4 écrits, %5</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (the platform&apos;s)</source>
        <translation>%1 %2 (de la plateforme)</translation>
    </message>
    <message>
        <source>No model is asked: answers are taken from the documents word for word.</source>
        <translation>Aucun modèle n’est interrogé&#x202f;: les réponses sont tirées mot pour mot des documents.</translation>
    </message>
    <message>
        <source>Asked now, one after the other: %1</source>
        <translation>Interrogés actuellement, l’un après l’autre&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::UserBar</name>
    <message>
        <source>Online: cases may be given to me</source>
        <translation>En ligne&#x202f;: des dossiers peuvent m’être confiés</translation>
    </message>
    <message>
        <source>Busy: no new cases</source>
        <translation>Occupé&#x202f;: pas de nouveaux dossiers</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>parley::console::UserPage</name>
    <message>
        <source>Platform admin</source>
        <translation>Administrateur de la plateforme</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Conseiller</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>Personne ne travaille encore ici</translation>
    </message>
    <message>
        <source>Supporters answer customers, managers also set up how that is done.</source>
        <translation>Les conseillers répondent aux clients&#x202f;; les responsables en règlent aussi les modalités.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · may not sign in</source>
        <translation>%1 · %2 · connexion interdite</translation>
    </message>
    <message>
        <source>%1 is signed out at once and cannot sign in again. Cases in their hands go back to the queue. What they wrote stays, under their name.</source>
        <translation>La session de %1 prend fin aussitôt, sans nouvelle connexion possible. Les dossiers en cours retournent dans la file d’attente. Les messages écrits restent, sous le même nom.</translation>
    </message>
    <message>
        <source>Supporter: answers customers</source>
        <translation>Conseiller&#x202f;: répond aux clients</translation>
    </message>
    <message>
        <source>Manager: also sets up agents, knowledge and people</source>
        <translation>Responsable&#x202f;: configure aussi les agents, les connaissances et les personnes</translation>
    </message>
    <message>
        <source>Platform admin: all tenants</source>
        <translation>Administrateur de la plateforme&#x202f;: toutes les organisations</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Customers see it when this person answers.</source>
        <translation>Les clients le voient quand cette personne répond.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>To sign in with; it cannot be changed later.</source>
        <translation>Pour se connecter&#x202f;; elle ne peut pas être modifiée ensuite.</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Another role ends where they are signed in.</source>
        <translation>Un changement de rôle met fin aux sessions en cours.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Connexion autorisée</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>Connexion interdite</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>At least 8 characters, 12 on a server in production. Tell it to them yourself; it ends where they are signed in. Once they have one, leave this empty to keep it.</source>
        <translation>Au moins 8 caractères, 12 sur un serveur en production. Communiquez-le vous-même&#x202f;; les sessions ouvertes de la personne prennent fin. Si elle en a déjà un, laissez ce champ vide pour le garder.</translation>
    </message>
</context>
<context>
    <name>parley::console::VersionsTab</name>
    <message>
        <source>Parley</source>
        <translation>Parley</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Aucune version pour l’instant</translation>
    </message>
    <message>
        <source>Every time the agent is saved, what it was is kept here.</source>
        <translation>À chaque enregistrement de l’agent, son état est conservé ici.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>− as it was then    + as it is now</source>
        <translation>− tel qu’il était alors    + tel qu’il est maintenant</translation>
    </message>
    <message>
        <source>Roll back to version %1…</source>
        <translation>Revenir à la version %1…</translation>
    </message>
    <message>
        <source>Choose a version to see what has changed since.</source>
        <translation>Choisissez une version pour voir ce qui a changé depuis.</translation>
    </message>
    <message>
        <source>What has changed since version %1</source>
        <translation>Ce qui a changé depuis la version %1</translation>
    </message>
    <message>
        <source>Version %1 is the present one</source>
        <translation>La version %1 est la version actuelle</translation>
    </message>
    <message>
        <source>Nothing differs: the agent is again what it was then.</source>
        <translation>Aucune différence&#x202f;: l’agent est de nouveau ce qu’il était alors.</translation>
    </message>
    <message>
        <source>Choose an older version to see what has changed since.</source>
        <translation>Choisissez une version plus ancienne pour voir ce qui a changé depuis.</translation>
    </message>
</context>
<context>
    <name>parley::console::WeekEditor</name>
    <message>
        <source>Around the clock</source>
        <translation>24 heures sur 24</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>A fixed distance from UTC: summer time is not followed.</source>
        <translation>Un décalage fixe par rapport à UTC&#x202f;: l’heure d’été n’est pas suivie.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Give hours to at least one day, or choose around the clock.</source>
        <translation>Donnez des horaires à au moins un jour, ou choisissez 24 heures sur 24.</translation>
    </message>
</context>
<context>
    <name>parley::console::WholeList</name>
    <message>
        <source>Only the first %1 are listed here; the server has more.</source>
        <translation>Seuls les %1 premiers figurent ici&#x202f;; le serveur en a davantage.</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetDesignerPages</name>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPage</name>
    <message>
        <source>Save the widget</source>
        <translation>Enregistrer le widget</translation>
    </message>
    <message>
        <source>Open the widget in the browser</source>
        <translation>Ouvrir le widget dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the widget&apos;s code</source>
        <translation>Copier le code du widget</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Header, buttons and launcher. Text and links take shades of it that can be read, in light and dark.</source>
        <translation>En-tête, boutons et lanceur. Le texte et les liens en prennent des nuances lisibles, en mode clair comme en mode sombre.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Message d’accueil</translation>
    </message>
    <message>
        <source>The first thing a customer reads.</source>
        <translation>La première chose que lit un client.</translation>
    </message>
    <message>
        <source>Suggested questions</source>
        <translation>Questions suggérées</translation>
    </message>
    <message>
        <source>One a line; a click asks it.</source>
        <translation>Une par ligne&#x202f;; un clic la pose.</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Coin</translation>
    </message>
    <message>
        <source>Lower right</source>
        <translation>En bas à droite</translation>
    </message>
    <message>
        <source>Lower left</source>
        <translation>En bas à gauche</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Of its buttons and hints, where the visitor&apos;s own is not among en, de, es, fr and ar.</source>
        <translation>Celle des boutons et des indications, si la langue du visiteur n’est pas l’une de en, de, es, fr et ar.</translation>
    </message>
    <message>
        <source>Ask for an e-mail address while a person is awaited</source>
        <translation>Demander une adresse e-mail pendant l’attente d’une personne</translation>
    </message>
    <message>
        <source>So that the answer reaches customers who have left.</source>
        <translation>Pour que la réponse parvienne aux clients qui sont partis.</translation>
    </message>
    <message>
        <source>Where it may run</source>
        <translation>Où il peut fonctionner</translation>
    </message>
    <message>
        <source>Allowed sites</source>
        <translation>Sites autorisés</translation>
    </message>
    <message>
        <source>One a line, exactly as browsers send it, such as https://shop.example. Pages of other sites get no answer. * allows every site.</source>
        <translation>Un par ligne, exactement comme les navigateurs l’envoient, par exemple https://shop.example. Les pages d’autres sites n’obtiennent aucune réponse. * autorise tous les sites.</translation>
    </message>
    <message>
        <source>Who is chatting</source>
        <translation>Qui discute</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Anybody may chat; signed-in customers may be named</source>
        <translation>Tout le monde peut discuter&#x202f;; les clients connectés peuvent être identifiés</translation>
    </message>
    <message>
        <source>Signed-in customers only</source>
        <translation>Clients connectés uniquement</translation>
    </message>
    <message>
        <source>Your site names a customer by user_id and user_hash, an HMAC-SHA256 made with the identity secret. Without it nobody can see somebody else&apos;s conversations.</source>
        <translation>Votre site identifie un client par user_id et user_hash, un HMAC-SHA256 calculé avec le secret d’identité. Sans lui, personne ne peut voir les conversations d’autrui.</translation>
    </message>
    <message>
        <source>New identity secret…</source>
        <translation>Nouveau secret d’identité…</translation>
    </message>
    <message>
        <source>Open live preview</source>
        <translation>Ouvrir l’aperçu réel</translation>
    </message>
    <message>
        <source>Code to embed the widget</source>
        <translation>Code pour intégrer le widget</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>On your site</source>
        <translation>Sur votre site</translation>
    </message>
    <message>
        <source>Put this before &lt;/body&gt; of every page that shall have the chat.</source>
        <translation>Placez ceci avant &lt;/body&gt; dans chaque page qui doit proposer le chat.</translation>
    </message>
    <message>
        <source>Changes to the widget are not saved.</source>
        <translation>Les modifications du widget ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>Saved. Open pages show it when they are loaded again.</source>
        <translation>Enregistré. Les pages ouvertes l’affichent une fois rechargées.</translation>
    </message>
    <message>
        <source>The live preview is the real widget and shows what is saved. Save first, or discard.</source>
        <translation>L’aperçu réel est le vrai widget et montre ce qui est enregistré. Enregistrez d’abord, ou abandonnez les modifications.</translation>
    </message>
    <message>
        <source>Allow it and open</source>
        <translation>Autoriser et ouvrir</translation>
    </message>
    <message>
        <source>The preview could not be opened: another program uses %1 (%2).</source>
        <translation>L’aperçu n’a pas pu être ouvert&#x202f;: un autre programme utilise %1 (%2).</translation>
    </message>
    <message>
        <source>No browser could be started. Open %1 yourself.</source>
        <translation>Aucun navigateur n’a pu être démarré. Ouvrez vous-même %1.</translation>
    </message>
    <message>
        <source>Only signed-in customers may chat, and the preview names nobody: it shows the looks, and opening a chat in it is refused.</source>
        <translation>Seuls les clients connectés peuvent discuter, et l’aperçu n’identifie personne&#x202f;: il montre l’aspect, mais l’ouverture d’une discussion y est refusée.</translation>
    </message>
    <message>
        <source>Make a new identity secret?</source>
        <translation>Créer un nouveau secret d’identité&#x202f;?</translation>
    </message>
    <message>
        <source>The old one counts no longer: until your site signs with the new one, its signed-in customers are strangers here and do not see their earlier conversations.</source>
        <translation>L’ancien ne compte plus&#x202f;: tant que votre site ne signe pas avec le nouveau, ses clients connectés sont des inconnus ici et ne voient pas leurs conversations antérieures.</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Créer un nouveau secret</translation>
    </message>
    <message>
        <source>The identity secret</source>
        <translation>Le secret d’identité</translation>
    </message>
    <message>
        <source>Keep it now, where only your site&apos;s server can read it: whoever has it can name themselves as any customer. It cannot be shown again.</source>
        <translation>Conservez-le dès maintenant, là où seul le serveur de votre site peut le lire&#x202f;: quiconque le possède peut se faire passer pour n’importe quel client. Il ne peut plus être affiché ensuite.</translation>
    </message>
    <message>
        <source>Identity secret</source>
        <translation>Secret d’identité</translation>
    </message>
    <message>
        <source>The widget answers on allowed sites alone, and the preview comes from this computer (%1), which is not among them. Allowing it lets pages that run on the computer of whoever looks at them chat here, and nothing else; it is taken off the list when you leave this page.</source>
        <translation>Le widget ne répond que sur les sites autorisés, et l’aperçu vient de cet ordinateur (%1), qui n’en fait pas partie. L’autoriser permet aux pages servies par l’ordinateur de la personne qui les consulte de discuter ici, et rien d’autre&#x202f;; il est retiré de la liste quand vous quittez cette page.</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPreview</name>
    <message>
        <source>About how the chat will look</source>
        <translation>Aspect approximatif du chat</translation>
    </message>
    <message>
        <source>While somebody is awaited, the chat asks for an e-mail address.</source>
        <translation>Pendant l’attente d’une personne, le chat demande une adresse e-mail.</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Écrivez un message…</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetRules</name>
    <message>
        <source>A colour is # and six digits or letters to f, such as #1f5fbf.</source>
        <translation>Une couleur se compose de # et de six chiffres ou lettres jusqu’à f, par exemple #1f5fbf.</translation>
    </message>
    <message>
        <source>A language such as en or de-AT.</source>
        <translation>Une langue, par exemple en ou de-AT.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Au plus %1 lignes&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no origin. It looks like https://shop.example: small letters, no path and no / at its end; or * for every site.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas une origine. Elle ressemble à https://shop.example&#x202f;: en minuscules, sans chemin ni / à la fin&#x202f;; ou * pour tous les sites.</translation>
    </message>
    <message>
        <source>At most %1 questions; these are %2.</source>
        <translation>Au plus %1 questions&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>A question may have %1 characters.</source>
        <translation>Une question peut avoir %1 caractères.</translation>
    </message>
</context>
<context>
    <name>parley::console::Words</name>
    <message>
        <source>Upset</source>
        <translation>Mécontent</translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation>Satisfait</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Calme</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Visiteur %1</translation>
    </message>
    <message>
        <source>With agents</source>
        <translation>Chez les agents</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Chez une personne</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris en charge</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Formulaire web</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>The customer asked for a person</source>
        <translation>Le client a demandé une personne</translation>
    </message>
    <message>
        <source>The agents were not sure enough</source>
        <translation>Les agents n’étaient pas assez sûrs</translation>
    </message>
    <message>
        <source>The knowledge has no answer</source>
        <translation>Les connaissances n’ont pas de réponse</translation>
    </message>
    <message>
        <source>A word that is always for people</source>
        <translation>Un mot toujours réservé à une personne</translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation>Quelque chose a échoué</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Cela a pris trop de temps</translation>
    </message>
    <message>
        <source>A tool failed</source>
        <translation>Un outil a échoué</translation>
    </message>
    <message>
        <source>A person took it over</source>
        <translation>Une personne a pris le relais</translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation>Personne n’a répondu à temps</translation>
    </message>
    <message>
        <source>Whoever had it left</source>
        <translation>La personne qui l’avait est partie</translation>
    </message>
    <message>
        <source>A legal matter</source>
        <translation>Une question juridique</translation>
    </message>
    <message>
        <source>A matter of security</source>
        <translation>Une question de sécurité</translation>
    </message>
</context>
</TS>
